"""A ranking is in order and of one period, with every area that was chosen."""

import pytest

import indicators as ind
from indicators.charts import messages
from indicators.charts.chart import ChartOptions
from indicators.charts.drawing import draw_chart
from indicators.charts.parts.geography import is_on_map
from indicators.charts.style import THEMES, Look, colour_area
from indicators.charts.types.ranking import draw_ranking_chart
from indicators.model.periods import TimeSpan
from indicators.view import View


def test_a_ranking_is_in_order_and_of_countries():
    panel = ind.get("gdp-per-capita", "", "2023")
    chart = draw_ranking_chart(panel)
    values = list(chart.figure.data[0].x)
    assert values == sorted(values, reverse=True)
    assert len(values) == 30
    assert not {"WLD", "EMU", "ARB"} & set(chart.figure.data[0].customdata)
    assert chart.when == "2023"
    assert chart.remarks == (messages.TOO_MANY.format(shown=30, all=203),)


def test_bars_begin_at_zero(gdp):
    low, high = draw_ranking_chart(gdp).figure.layout.xaxis.range
    assert low <= 0 < high


def test_chosen_areas_are_always_ranked():
    figure = draw_ranking_chart(ind.get("gdp", "", "2023"), Look(order=("TUV", "WLD"))).figure
    assert {"TUV", "WLD"} <= set(figure.data[0].customdata)


def test_a_ranking_shows_actual_values_of_one_period(outlook):
    chart = draw_ranking_chart(outlook, Look(order=("RUS", "CHN", "USA")))
    assert chart.when == "2024"
    assert set(chart.shown.frame["status"]) == {"A"}


@pytest.mark.parametrize("tab", ["chart", "map"])
def test_the_latest_value_of_each_has_its_year(tab):
    areas = ("VEN", "ARG", "RUS", "CHN")
    view = View(("inflation",), areas, TimeSpan(only="latest"), tolerance=20, chart="ranking", tab=tab)
    drawing = draw_chart(ind.get("inflation", areas, "latest", tolerance=20), view)
    assert drawing.remarks == ()
    assert drawing.subtitle.endswith(messages.SPAN_LATEST.format(periods="2016–2025"))
    assert "Venezuela (2016)" in drawing.alternative_text
    assert "Russia (" not in drawing.alternative_text, "the most common year is above"


@pytest.mark.parametrize("tab", ["chart", "map"])
def test_the_latest_values_leave_out_those_too_old_and_count_them(tab):
    areas = ("VEN", "ARG", "RUS", "CHN")
    view = View(("inflation",), areas, TimeSpan(only="latest"), chart="ranking", tab=tab)
    drawing = draw_chart(ind.get("inflation", areas, "latest"), view)
    assert "VEN" not in set(drawing.shown.frame["code"])
    assert "Venezuela" not in drawing.alternative_text
    assert messages.OLD_LEFT_OUT.format(values="1 older value") in drawing.subtitle


def test_where_all_values_are_old_they_are_shown():
    view = View(("inflation",), ("VEN",), TimeSpan(only="latest"), chart="ranking")
    drawing = draw_chart(ind.get("inflation", "VEN", "latest"), view)
    assert set(drawing.shown.frame["code"]) == {"VEN"}
    assert "left out" not in drawing.subtitle


@pytest.mark.parametrize(("ends", "largest", "smallest"), [("largest", 30, 0), ("smallest", 0, 30), ("both", 15, 15)])
def test_either_end_of_a_long_ranking_is_drawn_or_both(ends, largest, smallest):
    values = ind.get("population", "", "2023").frame
    values = values[[is_on_map(code) for code in values["code"]]].sort_values("value")["code"].tolist()
    chart = draw_ranking_chart(ind.get("population", "", "2023"), options=ChartOptions(ends=ends))
    drawn = chart.figure.data[0].customdata.tolist()
    assert len(drawn) == 30
    assert len(set(drawn) & set(values[-30:])) == largest
    assert len(set(drawn) & set(values[:30])) == smallest
    lengths = chart.figure.data[0].x
    assert list(lengths) == sorted(lengths, reverse=ends != "smallest")
    dotted = [shape for shape in chart.figure.layout.shapes if shape.line.dash == "dot"]
    assert len(dotted) == (ends == "both")


def test_chosen_areas_are_drawn_between_both_ends():
    look = Look(order=("PRT",))
    chart = draw_ranking_chart(ind.get("population", "", "2023"), look, ChartOptions(ends="both"))
    assert "PRT" in chart.figure.data[0].customdata
    assert len(chart.figure.data[0].customdata) == 30


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("kind", ["ranking", "bar"])
@pytest.mark.parametrize("highlight", [("DEU", "TUV"), ("RUS", "CHN"), ()])
def test_only_highlighted_bars_have_the_colour_of_their_area(kind, highlight, ground):
    panel = ind.get("gdp", "G20", "2023")
    view = View(("gdp",), tuple(panel.frame["code"].unique()), chart=kind, highlight=highlight)
    bars = draw_chart(panel, view, ground=ground).figure.data[0]
    colours = dict(zip(bars.customdata, bars.marker.color, strict=True))
    others = {colour for code, colour in colours.items() if code not in highlight}
    assert others == {THEMES[ground].bar}
    assert all(colours[code] == colour_area(code, ground) for code in highlight if code in colours)
