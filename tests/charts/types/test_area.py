"""Stacked areas: what adds up is stacked, and what does not is drawn as lines."""

import pytest

import indicators as ind
from indicators.charts import messages
from indicators.charts.chart import ChartOptions
from indicators.charts.drawing import draw_chart
from indicators.charts.style import Look
from indicators.charts.types.area import draw_area_chart
from indicators.model.periods import TimeSpan
from indicators.view import View

FIVE = ("RUS", "CHN", "USA", "DEU", "IND")


def test_areas_add_up_to_the_total(gdp, texts):
    look = Look(order=FIVE)
    absolute = draw_area_chart(gdp, look).figure
    relative = draw_area_chart(gdp, look, ChartOptions(stacking="relative")).figure
    total = gdp.frame[gdp.frame["year"] == 2025]["value"].sum() / 1e12
    assert sum(trace.y[-1] for trace in absolute.data) == pytest.approx(total)
    for place in (0, 10, -1):
        assert sum(trace.y[place] for trace in relative.data) == pytest.approx(100)
    assert "Russia 4.1%" in texts(relative)
    sizes = [trace.y[-1] for trace in absolute.data]
    assert sizes == sorted(sizes, reverse=True), "the largest is at the bottom"
    assert f"Total {total:.1f}" in texts(absolute)
    assert not any("Total" in text for text in texts(relative))


def test_an_indicator_without_data_is_named_beside_the_reason():
    panel = ind.get("inflation~digital-economy-size-caict", "RUS", "2015..2024")
    drawing = draw_chart(panel, View(("inflation", "digital-economy-size-caict"), ("RUS",), chart="area"))
    reason, missing, instead = drawing.remarks
    assert "Inflation" in reason
    assert missing == messages.NO_DATA_OF.format(indicators="Digital economy of China (CAICT)")
    assert instead == messages.SHOWN_INSTEAD["line"]
    assert drawing.title == "Inflation (%)"


def test_periods_without_a_value_for_every_series_are_left_out():
    chart = draw_area_chart(ind.get("gdp", "RUS~USA", "1985..1995"))
    assert chart.figure.data[0].x[0] == 1988, "the World Bank has Russia since 1988"
    assert chart.remarks[0] == messages.PERIODS_LEFT_OUT.format(periods="3 periods", series="Russia", values="8 values")


@pytest.fixture(scope="module")
def trade():
    return ind.get("merchandise-exports~merchandise-imports", "CHN", "2000..2024")


def test_indicators_of_one_country_add_up_to_their_sum(trade):
    drawing = draw_chart(trade, View(areas=("CHN",), chart="area"))
    layers = {trace.name: trace for trace in drawing.figure.data}
    assert list(layers) == ["Goods exports", "Goods imports"], "the largest is at the bottom"
    total = trade.frame[trade.frame["year"] == 2024]["value"].sum() / 1e12
    assert sum(trace.y[-1] for trace in layers.values()) == pytest.approx(total)
    assert len({trace.fillcolor for trace in layers.values()}) == 2
    assert drawing.title == "Goods exports and Goods imports, trillion USD"
    assert drawing.subtitle == "China · 2000–2024 · current prices"
    assert messages.ALT_STACKED.partition("{")[0] in drawing.alternative_text
    assert messages.SHARE_OF_TOTAL.format(share="") in layers["Goods exports"].text[0]


def test_the_title_has_the_scale_word_of_the_sum(texts):
    pile = draw_chart(ind.get("merchandise-exports~merchandise-imports", "DEU", "1998..2003"), View(chart="area"))
    assert pile.title == "Goods exports and Goods imports, trillion USD"
    assert "trillion USD" in texts(pile.figure)


def test_indicators_can_be_shares_of_their_sum(trade):
    drawing = draw_chart(trade, View(areas=("CHN",), chart="area", stacking="relative"))
    assert sum(trace.y[3] for trace in drawing.figure.data) == pytest.approx(100)
    assert drawing.title == messages.SHARES_TITLE.format(indicators="Goods exports and Goods imports")


@pytest.mark.parametrize(
    ("indicators", "areas", "reason", "plots"),
    [
        ("gdp~reserves", "CHN", "A flow and a stock", 1),
        ("government-debt~military-expenditure", "GBR", "A flow and a stock", 1),
        ("merchandise-exports~merchandise-imports", "CHN~RUS", "no single total", 1),
        ("gdp~population", "CHN", "different units", 2),
    ],
)
def test_indicators_that_do_not_add_up_are_drawn_as_lines(indicators, areas, reason, plots):
    chart = draw_chart(ind.get(indicators, areas), View(chart="area"))
    assert reason in chart.remarks[0]
    assert all(trace.stackgroup is None for trace in chart.figure.data)
    assert len([name for name in chart.figure.layout if name.startswith("yaxis")]) == plots


def test_an_indicator_without_data_is_no_layer_and_is_named():
    drawing = draw_chart(ind.get("merchandise-exports~merchandise-imports~online-orders", "CHN"), View(chart="area"))
    assert "Online orders" not in drawing.title
    assert drawing.remarks[0] == messages.TOTAL_WITHOUT.format(indicators="Online orders")


def test_the_alternative_text_covers_the_years_that_are_stacked():
    chart = draw_area_chart(ind.get("broadband-subscriptions~mobile-subscriptions", "RUS"))
    assert "1960" not in " ".join(chart.seen)


@pytest.mark.parametrize("chart", ["area", "bar"])
def test_two_countries_of_one_colour_have_different_fills(chart):
    view = View(("population",), ("FRA", "MEX", "ITA", "TUR"), TimeSpan.parse("2019..2023"), chart=chart)
    figure = draw_chart(ind.get("population", "FRA~MEX~ITA~TUR", "2019..2023"), view).figure
    fills = [
        (trace.fillcolor, trace.fillpattern.shape) if chart == "area"
        else (trace.marker.color[0], trace.marker.pattern.shape[0])
        for trace in figure.data
    ]  # fmt: skip
    assert len(set(fills)) == 4
    assert len({colour for colour, _ in fills}) < 4, "the case needs countries of one colour"
