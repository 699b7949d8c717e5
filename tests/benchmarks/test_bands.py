"""Run by name: ``pytest tests/benchmarks``: bands of all countries, and the test of the bands of all editions."""

from statistics import median
from time import process_time

import pytest

from indicators.analysis.forecasts.bands import add_bands, load_band_test, load_errors
from indicators.analysis.forecasts.calibration import backtest_bands
from indicators.store import Query, open_embedded_store

GROWTH = Query(("gdp-growth-weo",))
LEVELS = (50, 80, 90)


@pytest.fixture(scope="module")
def store():
    store = open_embedded_store()
    load_band_test(store, GROWTH, "gdp-growth-weo", "imf-weo", "A", LEVELS)
    return store


def test_bands_of_all_countries_and_horizons(benchmark, store, pytestconfig):
    panel = store.read_panel(GROWTH)
    used = []

    def make():
        start = process_time()  # other processes don't count
        made = add_bands(panel, LEVELS, GROWTH, store)
        used.append(process_time() - start)
        return made

    made = benchmark(make)
    found = int(made.frame["upper_80"].notna().sum())
    benchmark.extra_info |= {"bands": found, "seconds of CPU": round(median(used), 3)}
    assert found > 1000
    assert pytestconfig.getoption("benchmark_disable") or median(used) < 0.15  # one run says nothing


def test_bands_of_all_editions_against_their_outcomes(benchmark, store, pytestconfig):
    record = load_errors(store, GROWTH, "gdp-growth-weo", "imf-weo", "A")
    test = benchmark.pedantic(backtest_bands, (record, LEVELS), rounds=1)
    benchmark.extra_info |= {"forecasts": len(test.cases), "seconds": round(benchmark.stats.stats.median, 2)}
    assert pytestconfig.getoption("benchmark_disable") or benchmark.stats.stats.median < 20
