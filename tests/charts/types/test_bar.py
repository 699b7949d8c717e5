"""Bars start at zero, show what is a forecast, and keep a place for years without values."""

import numpy as np
import pytest

import indicators as ind
from indicators.charts import messages
from indicators.charts.chart import ChartOptions
from indicators.charts.drawing import draw_chart
from indicators.charts.types.bar import draw_bar_chart
from indicators.view import View


def test_bars_start_at_zero_and_say_why_they_are_not_logarithmic(gdp, outlook):
    for panel in (gdp, outlook):
        chart = draw_bar_chart(panel, options=ChartOptions(scale="log"))
        low, high = chart.figure.layout.yaxis.range
        assert low <= 0 <= high
        assert messages.BARS_BEGIN_AT_ZERO in chart.remarks


def test_a_forecast_is_hatched_and_nothing_else_is(outlook):
    for trace in draw_bar_chart(outlook).figure.data:
        years = np.array(trace.x) + 2018
        shapes = dict(zip(years.tolist(), trace.marker.pattern.shape, strict=True))
        assert all((shape == "/") == (year > 2024) for year, shape in shapes.items())


def test_forecasts_of_two_publishers_are_hatched_crosswise(words):
    figure = draw_bar_chart(ind.get("digital-economy-growth", "RUS")).figure
    hatches = {trace.name: set(trace.marker.pattern.shape) & {"/", "\\"} for trace in figure.data}
    assert hatches == {"IT Russia": {"/"}, "RAEC": {"\\"}}
    assert {"▨", "▧"} <= set(words(figure))


def test_a_year_without_values_keeps_its_place():
    figure = draw_bar_chart(ind.get("digital-economy-turnover", "RUS")).figure
    raec = next(trace for trace in figure.data if trace.name == "RAEC")
    assert list(raec.x) == [0, 1, 2, 5, 6]


def test_bars_over_many_years_mark_round_ones_and_the_last():
    many = draw_bar_chart(ind.get("gdp", "USA", "1960..2025")).figure.layout.xaxis.ticktext
    assert list(many) == ["1960", "1980", "2000", "2020", "2025"]
    few = draw_bar_chart(ind.get("gdp", "USA", "2021..2025")).figure.layout.xaxis.ticktext
    assert list(few) == ["2021", "2022", "2023", "2024", "2025"]


@pytest.mark.parametrize("kind", ["bar", "ranking"])
def test_hatched_bars_are_explained(texts, kind):
    time = "2022..2029" if kind == "bar" else "2029"
    panel = ind.get("gdp-growth-weo", "RUS~CHN", time)
    view = View(("gdp-growth-weo",), ("RUS", "CHN"), chart=kind)
    wide, narrow = draw_chart(panel, view), draw_chart(panel, view, narrow=True)
    note, remark = messages.BAR_FILLS[True, False], messages.BAR_FILL_REMARKS[True, False]
    assert note in texts(wide.figure)
    assert wide.remarks == ()
    assert remark in narrow.remarks, "there is no space for it above"
    actual = draw_chart(ind.get("gdp-growth", "RUS~CHN", "2020..2024"), View(areas=("RUS", "CHN"), chart=kind))
    assert note not in texts(actual.figure)


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("kind", ["bar", "ranking", "line"])
def test_a_single_value_is_written_large_with_its_unit(kind, narrow):
    view = View(("gdp-growth-weo",), ("RUS",), chart=kind)
    drawing = draw_chart(ind.get("gdp-growth-weo", "RUS", "2029"), view, narrow=narrow)
    (number,) = drawing.figure.data
    assert (number.type, list(number.text)) == ("scatter", ["1.1%"])
    assert drawing.remarks == ()
    assert "Russia, forecast" in drawing.alternative_text
    assert drawing.figure.layout.height < 150


def test_a_single_value_beside_a_reference_line_is_a_bar():
    view = View(("inflation",), ("RUS",), chart="bar", references=("4",))
    assert draw_chart(ind.get("inflation", "RUS", "2024"), view).figure.data[0].type == "bar"
