"""Run by name: ``pytest tests/benchmarks``: bands of all countries, and the test of the bands of all editions."""

from statistics import median
from time import process_time

import pytest

from indicators.analysis.forecasts.bands import add_bands, load_band_test, load_errors
from indicators.analysis.forecasts.calibration import backtest_bands
from indicators.store import Query, open_embedded_store

GROWTH = Query(("gdp-growth-weo",))
LEVELS = (50, 80, 90)
MOST_TIMES = 3  # the reading of the same figures; measured 2.4 to 2.6


@pytest.fixture(scope="module")
def store():
    store = open_embedded_store()
    load_band_test(store, GROWTH, "gdp-growth-weo", "imf-weo", "A", LEVELS)
    return store


def count_cpu(work):
    start = process_time()
    work()
    return process_time() - start


def compare_cpu(work, other, times=15):
    """How many times the CPU of other work some work takes: the median of turns one after the other.

    In turns, as a slow spell of the machine then slows both; other processes don't count.
    """
    work(), other()
    return median(count_cpu(work) / count_cpu(other) for _ in range(times))


def test_bands_of_all_countries_and_horizons_against_reading_the_figures(benchmark, store):
    panel = store.read_panel(GROWTH)
    made = benchmark(add_bands, panel, LEVELS, GROWTH, store)
    times = compare_cpu(lambda: add_bands(panel, LEVELS, GROWTH, store), lambda: store.read_panel(GROWTH))
    found = int(made.frame["upper_80"].notna().sum())
    benchmark.extra_info |= {"bands": found, "times the reading": round(times, 2)}
    assert found > 1000
    assert times < MOST_TIMES


def test_bands_of_all_editions_against_their_outcomes(benchmark, store):
    record = load_errors(store, GROWTH, "gdp-growth-weo", "imf-weo", "A")
    test = benchmark.pedantic(backtest_bands, (record, LEVELS), rounds=1)
    benchmark.extra_info |= {"forecasts": len(test.cases), "seconds": round(benchmark.stats.stats.median, 2)}
    assert benchmark.stats.stats.median < 20
