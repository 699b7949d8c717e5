"""Series ready to be drawn: each value once, each name unique."""

import pytest

import indicators as ind
from indicators.charts.drawing import draw_chart
from indicators.charts.parts.curves import make_curves, name_series
from indicators.charts.parts.headings import write_title
from indicators.charts.parts.panel_rows import Rows, keep_drawable
from indicators.charts.style import Look
from indicators.charts.types.line import draw_line_chart
from indicators.view import View

RATE = "exchange-rate-bank-of-russia"


@pytest.fixture(scope="module")
def said_twice():
    """Rates of a few days that the Bank of Russia has in two datasets."""
    return ind.get(RATE, "USA", "2025-09-20..2025-10-10")


def names(panel):
    return name_series(panel, list(Rows.of(panel.frame).series()))


def test_equal_values_in_two_datasets_of_a_publisher_are_one_line(said_twice):
    assert said_twice.frame["dataset"].nunique() == 2
    drawn = keep_drawable(said_twice)
    assert set(drawn.frame["period"]) == set(said_twice.frame["period"])
    assert [curve.name for curve in make_curves(drawn, Rows.of(drawn.frame), Look())] == ["United States"]


def test_different_values_of_a_publisher_are_named_by_their_sources(said_twice):
    fewer = said_twice.frame["dataset"].value_counts().index[-1]
    frame = said_twice.frame.copy()
    frame.loc[frame["dataset"] == fewer, "value"] += 1
    drawn = keep_drawable(said_twice.with_frame(frame))
    assert len(drawn.frame) == len(frame)
    assert len(set(names(drawn))) == 2
    titles = {origin.title for origin in said_twice.origins}
    assert {name.removeprefix("United States, ") for name in names(drawn)} == titles


def test_publishers_of_equal_values_have_distinct_names():
    rivals = keep_drawable(ind.get("digital-economy-turnover", "RUS"))
    assert len(set(names(rivals))) == rivals.frame["publisher"].nunique() > 1


def test_rates_are_not_interrupted_by_the_new_year():
    chart = draw_line_chart(ind.get(RATE, "USA", "2016..2019"))
    assert [trace.line.dash for trace in chart.figure.data if trace.line.dash] == []


def test_in_a_large_group_countries_often_compared_are_in_colour():
    panel = ind.get("gdp", "G20:members", "2020..2024")
    order = tuple(sorted(panel.frame["code"].unique()))
    drawn = make_curves(panel, Rows.of(keep_drawable(panel).frame), Look(order=order))
    assert {"USA", "CHN", "RUS", "DEU", "IND"} < {curve.code for curve in drawn if curve.is_chosen}
    assert sum(curve.is_chosen for curve in drawn) == 8
    assert tuple(curve.code for curve in drawn) == order


BOTH = {"sex": "F~M"}


def test_women_and_men_of_a_country_are_two_lines_of_its_colour_with_their_own_dashes_and_markers():
    drawn = keep_drawable(ind.get("youth-unemployment", "RUS~DEU", dimensions=BOTH))
    curves = make_curves(drawn, Rows.of(drawn.frame), Look(order=("RUS", "DEU")))
    assert [curve.name for curve in curves] == ["Russia, women", "Russia, men", "Germany, women", "Germany, men"]
    assert [len(set(curve.rows["period"])) == len(curve.rows) for curve in curves] == [True] * 4
    (women, men), others = curves[:2], curves[2:]
    assert women.colour == men.colour != others[0].colour
    assert (women.number, women.symbol) != (men.number, men.symbol)
    assert [one.symbol for one in others] == [women.symbol, men.symbol]


def test_what_all_lines_share_is_in_the_title_and_not_in_their_names():
    panel = ind.get("youth-unemployment", "RUS~DEU", dimensions={"sex": "F"})
    drawn = keep_drawable(panel)
    assert [curve.name for curve in make_curves(drawn, Rows.of(drawn.frame), Look())] == ["Russia", "Germany"]
    assert write_title(panel).startswith("Youth unemployment, women")


def test_series_of_one_country_have_colours_of_their_own_and_the_total_is_named():
    drawn = keep_drawable(ind.get("life-expectancy", "RUS", dimensions={"sex": "_T~F~M"}))
    curves = make_curves(drawn, Rows.of(drawn.frame), Look())
    assert sorted(curve.name for curve in curves) == ["all", "men", "women"]
    assert len({curve.colour for curve in curves}) == 3


@pytest.mark.parametrize("chart", ["line", "bar", "ranking", "slope", "multiples"])
def test_every_type_that_draws_series_names_women_and_men_apart(chart):
    panel = ind.get("youth-unemployment", "RUS~DEU", "2015..2024", dimensions=BOTH)
    drawing = draw_chart(panel, View(("youth-unemployment",), ("RUS", "DEU"), chart=chart))
    assert "women" in drawing.alternative_text
    assert " men" in drawing.alternative_text
