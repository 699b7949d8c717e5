"""A scatter names the points that people look for, and says both figures of each by name."""

import pytest

import indicators as ind
from indicators.charts.style import Look
from indicators.charts.types.scatter import draw_scatter_plot


@pytest.fixture(scope="module")
def everywhere():
    return ind.get("gdp-per-capita~urban-population-share", time="2023")


def names(chart):
    return [note["text"] for note in chart.figure.layout.to_plotly_json()["annotations"]]


def test_points_in_colour_are_named_before_grey_ones(everywhere):
    order = tuple(sorted(everywhere.frame["code"].unique()))
    named = names(draw_scatter_plot(everywhere, Look(order=order), scale="log"))
    assert {"United States", "China", "India"} <= set(named)


def test_of_all_countries_those_often_compared_are_named_first(everywhere):
    assert "United States" in names(draw_scatter_plot(everywhere, Look()))


def test_of_all_countries_most_that_are_often_compared_are_named(everywhere):
    named = set(names(draw_scatter_plot(everywhere, Look(), scale="log")))
    looked_for = "United States,China,Russia,Germany,India,Japan,France,Italy,Brazil,South Africa,Indonesia,Türkiye"
    assert len(named & set(looked_for.split(","))) >= 9


def test_of_all_countries_the_most_populous_are_named_where_points_are_as_large_as_those():
    panel = ind.get("gdp-per-capita~urban-population-share~population", time="2023")
    named = names(draw_scatter_plot(panel, Look(), scale="log"))
    assert {"China", "India", "United States", "Nigeria", "Pakistan", "Brazil", "Bangladesh"} <= set(named)


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("narrow", [False, True])
def test_points_of_all_countries_have_the_colour_of_their_region_which_the_legend_and_the_point_name(
    everywhere, ground, narrow
):
    chart = draw_scatter_plot(everywhere, Look(ground, narrow), scale="log")
    [trace] = chart.figure.data
    of = {
        code: (colour, text)
        for code, colour, text in zip(trace.customdata, trace.marker.line.color, trace.text, strict=True)
    }
    assert of["DEU"][0] == of["RUS"][0] != of["CHN"][0]
    assert of["CHN"][1].endswith("<br>East Asia and Pacific")
    legend = " ".join(names(chart))
    assert all(f"color:{of[code][0]}" in legend for code in ("DEU", "CHN", "USA", "NGA", "IND", "BRA", "EGY"))
    assert len({of[code][0] for code in ("DEU", "CHN", "USA", "NGA", "IND", "BRA", "EGY")}) == 7


def test_a_point_says_both_figures_with_their_names(everywhere):
    [trace] = draw_scatter_plot(everywhere, Look(order=("SVK",))).figure.data
    [text] = [text for text, code in zip(trace.text, trace.customdata, strict=True) if code == "SVK"]
    lines = text.replace("<b>", "").replace("</b>", "").split("<br>")
    assert lines[:3] == [
        "Slovakia, 2023", "GDP per person: 24,615 USD per person", "Urban population: 53.19% of population · actual",
    ]  # fmt: skip
