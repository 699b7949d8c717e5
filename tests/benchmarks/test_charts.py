"""The time of a chart, relative to the time that plotly takes for as many plain lines in the same run."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

import indicators as ind
from indicators.charts.drawing import draw_chart
from indicators.view import View

LINES = (4, 40)


def plain(number, points):
    """The baseline: so many lines of so many points, checked by plotly and nothing else."""
    x = np.arange(points)
    traces = [{"type": "scatter", "x": x, "y": np.sqrt(x + line), "name": str(line)} for line in range(number)]
    return go.Figure({"data": traces, "layout": {"template": "none"}})


def world(number):
    panel = ind.get("gdp", "", "1965..2024")
    return panel.with_frame(pd.concat(panel.series()[:number], ignore_index=True))


@pytest.mark.parametrize("number", LINES)
def test_floor_of_lines(benchmark, number):
    benchmark.group = f"{number} lines of 60 years"
    benchmark(plain, number, 60)


@pytest.mark.parametrize("number", LINES)
@pytest.mark.parametrize("chart", ["line", "bar", "area", "slope", "multiples", "ranking"])
def test_types(benchmark, chart, number):
    benchmark.group = f"{number} lines of 60 years"
    panel, view = world(number), View(chart=chart)
    benchmark(draw_chart, panel, view)


def test_seven_thousand_days(benchmark):
    benchmark.group = "7,000 days"
    panel = ind.get("exchange-rate-ecb", "USA")
    benchmark(draw_chart, panel, View(areas=("USA",)))


def test_floor_of_days(benchmark):
    benchmark.group = "7,000 days"
    benchmark(plain, 1, 7000)


@pytest.mark.parametrize("playable", [False, True])
def test_map(benchmark, playable):
    benchmark.group = "a map of 60 years"
    panel = ind.get("gdp-per-capita", "", "1965..2024")
    benchmark(draw_chart, panel, View(tab="map"), playable=playable)
