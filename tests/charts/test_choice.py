"""The chart type is decided before drawing, with a reason."""

import pytest

import indicators as ind
from indicators.charts import messages
from indicators.charts.choice import choose_chart, get_chart_type
from indicators.charts.drawing import draw_chart
from indicators.charts.registry import CHART_TYPES, MAP_TYPE
from indicators.model.periods import TimeSpan
from indicators.view import View


@pytest.mark.parametrize("id", CHART_TYPES)
def test_what_was_asked_for_is_drawn_where_it_can_be(gdp, id):
    panel = ind.get("gdp~population", "RUS~CHN", "2000..2025") if id == "scatter" else gdp
    choice = choose_chart(panel, View(chart=id))
    assert (choice.entry.id, choice.remarks) == (id, ())


@pytest.mark.parametrize(
    ("query", "asked", "drawn", "reason"),
    [
        (("gdp", "RUS~CHN", "2020"), "line", "bar", messages.ONE_PERIOD.format(period="2020")),
        (("gdp", "RUS~CHN", "2020"), "slope", "bar", messages.ONE_PERIOD.format(period="2020")),
        (("gdp", "RUS~CHN", "2020"), "multiples", "bar", messages.ONE_PERIOD.format(period="2020")),
        (("gdp", "RUS~CHN", "2020"), "area", "bar", messages.ONE_PERIOD.format(period="2020")),
        (("gdp~inflation", "RUS"), "line", "multiples", messages.DIFFERENT_UNITS),
        (("gdp~inflation", "RUS"), "area", "multiples", messages.DIFFERENT_UNITS),
        (("inflation", "RUS~CHN"), "area", "line", "Inflation"),
        (("gdp", "RUS~CHN"), "scatter", "line", messages.SCATTER_OF_ONE),
    ],
)
def test_what_cannot_be_drawn_as_asked_is_another_type_with_a_reason(query, asked, drawn, reason):
    choice = choose_chart(ind.get(*query), View(chart=asked))
    assert choice.entry.id == drawn
    assert any(reason in remark for remark in choice.remarks)
    assert choice.remarks[-1] == messages.SHOWN_INSTEAD[drawn]


def test_a_logarithmic_axis_for_a_single_year_is_refused_with_its_reason(gdp):
    drawing = draw_chart(gdp.select_time(TimeSpan.parse("2020")), View(scale="log"))
    assert messages.BARS_BEGIN_AT_ZERO in drawing.remarks


def test_a_map_is_a_map_whatever_chart_the_view_names():
    assert get_chart_type(View(tab="map", chart="area")) is MAP_TYPE


def test_indicators_in_scaled_and_plain_units_share_an_axis(gdp):
    both = ind.get("gdp~merchandise-exports", "RUS", "2000..2020", unit="billion EUR")
    assert choose_chart(both, View()).entry.id == "line"
