"""A scatter plot names the points that users look for, and compares values of one period."""

import pytest

import indicators as ind
from indicators.charts import messages
from indicators.charts.chart import ChartOptions
from indicators.charts.style import Look
from indicators.charts.types.scatter import draw_scatter_plot
from indicators.errors import UsageError


@pytest.fixture(scope="module")
def everywhere():
    return ind.get("gdp-per-capita~urban-population-share", time="2023")


def test_points_in_colour_are_named_before_grey_ones(everywhere, texts):
    look = Look(order=("USA", "CHN", "IND"))
    named = texts(draw_scatter_plot(everywhere, look, options=ChartOptions(scale="log")).figure)
    assert {"United States", "China", "India"} <= set(named)


def test_countries_often_compared_are_named_first(everywhere, texts):
    assert "United States" in texts(draw_scatter_plot(everywhere, Look()).figure)


def test_most_countries_often_compared_are_named(everywhere, texts):
    named = set(texts(draw_scatter_plot(everywhere, Look(), options=ChartOptions(scale="log")).figure))
    looked_for = "United States,China,Russia,Germany,India,Japan,France,Italy,Brazil,South Africa,Indonesia,Türkiye"
    assert len(named & set(looked_for.split(","))) >= 9


def test_the_largest_points_are_named_first(texts):
    panel = ind.get("gdp-per-capita~urban-population-share~population", time="2023")
    named = texts(draw_scatter_plot(panel, Look(), options=ChartOptions(scale="log")).figure)
    assert {"China", "India", "United States", "Nigeria", "Pakistan", "Brazil", "Bangladesh"} <= set(named)


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("narrow", [False, True])
def test_points_have_the_colour_of_their_region(everywhere, texts, ground, narrow):
    chart = draw_scatter_plot(everywhere, Look(ground, narrow), options=ChartOptions(scale="log"))
    [trace] = chart.figure.data
    of = {
        code: (colour, text)
        for code, colour, text in zip(trace.customdata, trace.marker.line.color, trace.text, strict=True)
    }
    assert of["DEU"][0] == of["RUS"][0] != of["CHN"][0]
    assert of["CHN"][1].endswith("<br>East Asia and Pacific")
    legend = " ".join(texts(chart.figure))
    assert all(f"color:{of[code][0]}" in legend for code in ("DEU", "CHN", "USA", "NGA", "IND", "BRA", "EGY"))
    assert len({of[code][0] for code in ("DEU", "CHN", "USA", "NGA", "IND", "BRA", "EGY")}) == 7


def test_the_hover_text_of_a_point_gives_both_values_with_their_names(everywhere, texts):
    [trace] = draw_scatter_plot(everywhere, Look(order=("SVK",))).figure.data
    [text] = [text for text, code in zip(trace.text, trace.customdata, strict=True) if code == "SVK"]
    lines = text.replace("<b>", "").replace("</b>", "").split("<br>")
    assert lines[:3] == [
        "Slovakia, 2023", "GDP per capita: 24,615 USD per person", "Urban population: 53.19% of population · actual",
    ]  # fmt: skip


def test_actual_values_of_one_period_are_compared(texts):
    panel = ind.get("gdp-per-capita~urban-population-share~population", "", "2015..2024")
    chart = draw_scatter_plot(panel, Look(order=("RUS", "CHN", "IND")), ChartOptions(scale="log"))
    trace = chart.figure.data[0]
    assert chart.figure.layout.xaxis.type == "log"
    assert chart.figure.layout.yaxis.type == "linear", "shares do not spread enough for it"
    up, across, size = (panel.indicators[place].name for place in (1, 0, 2))
    assert chart.title == messages.SCATTER_TITLE_SIZED.format(up=up, across=across, size=size)
    assert len(trace.x) == len(trace.marker.size) > 180
    assert {"Russia", "China", "India"} <= set(texts(chart.figure))
    of_russia = panel.frame[(panel.frame["code"] == "RUS") & (panel.frame["period"] == chart.when)]
    expected = of_russia[of_russia["indicator"] == "gdp-per-capita"]["value"].iloc[0]
    assert trace.x[list(trace.customdata).index("RUS")] in (pytest.approx(expected), pytest.approx(expected / 1000))


def test_one_indicator_is_refused(gdp):
    with pytest.raises(UsageError, match="two indicators"):
        draw_scatter_plot(gdp)


def test_a_forecast_is_never_compared_with_an_actual_value():
    panel = ind.get("gdp-growth-weo~gdp-growth", "RUS~CHN~USA", "2025")
    chart = draw_scatter_plot(panel, Look(order=("RUS", "CHN", "USA")))
    assert len(chart.figure.data) == 0
    assert messages.NO_PAIRS in chart.remarks


@pytest.mark.parametrize("indicators", ["gdp-growth-weo~inflation-weo", "inflation-weo~gdp-growth-weo~population"])
def test_an_area_with_a_forecast_and_an_actual_value_is_left_out_and_named(indicators):
    chart = draw_scatter_plot(ind.get(indicators, "", "2014"), Look(order=("ARG", "BRA")))
    (points,) = chart.figure.data
    assert "ARG" not in points.customdata
    assert "BRA" in points.customdata
    assert [text for text in chart.remarks if "Argentina" in text] == [
        messages.MIXED_PAIRS.format(period="2014", areas="Argentina")
    ]


def test_areas_whose_latest_values_are_of_different_periods_are_named():
    chart = draw_scatter_plot(ind.get("population~inflation-weo", "", "latest"))
    (sentence,) = [text for text in chart.remarks if "different periods" in text]
    assert "others" in sentence
