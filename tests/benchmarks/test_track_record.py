"""Run by name: ``pytest tests/benchmarks``: forecasts scored beside the reading of the figures they are scored from."""

import pytest

import indicators as ind
from indicators.analysis.forecasts import score_forecasts

SIZES = {"1,000 figures": ("RUS~CHN", 2), "10,000 figures": ("", 20), "100,000 figures": ("", None)}


@pytest.mark.parametrize("size", SIZES)
def test_scoring_against_reading_the_figures(benchmark, median, size):
    areas, most = SIZES[size]
    if most is not None and not areas:
        areas = "~".join(ind.get("gdp-growth-weo", "", "2020").frame["code"].unique()[:most])

    def read():
        return ind.get("gdp-growth-weo", areas, every_vintage=True)

    panel, floor = read(), median(read)
    record = benchmark(score_forecasts, panel)
    benchmark.extra_info |= {
        "figures": len(panel.frame), "forecasts": len(record.pairs),
        "times the reading": round(benchmark.stats.stats.median / floor, 2),
    }  # fmt: skip
