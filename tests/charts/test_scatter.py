"""A scatter names the points that people look for, and says both figures of each by name."""

import pytest

import indicators as ind
from indicators.charts.look import Look
from indicators.charts.scatter import scatter_chart


@pytest.fixture(scope="module")
def everywhere():
    return ind.get("gdp-per-capita~urban-population-share", time="2023")


def names(chart):
    return [note["text"] for note in chart.figure.layout.to_plotly_json()["annotations"]]


def test_points_in_colour_are_named_before_grey_ones(everywhere):
    order = tuple(sorted(everywhere.frame["code"].unique()))
    named = names(scatter_chart(everywhere, Look(order=order), scale="log"))
    assert {"United States", "China", "India"} <= set(named)


def test_of_all_countries_those_often_compared_are_named_first(everywhere):
    assert "United States" in names(scatter_chart(everywhere, Look()))


def test_a_point_says_both_figures_with_their_names(everywhere):
    [trace] = scatter_chart(everywhere, Look(order=("SVK",))).figure.data
    [text] = [text for text, code in zip(trace.text, trace.customdata, strict=True) if code == "SVK"]
    lines = text.replace("<b>", "").replace("</b>", "").split("<br>")
    assert lines[:3] == [
        "Slovakia, 2023", "GDP per person: 24,615 USD per person", "Urban population: 53.19% of population · actual",
    ]  # fmt: skip
