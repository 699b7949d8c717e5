"""What holds for every chart type."""

import numpy as np
import plotly.graph_objects as go
import pytest

import indicators as ind
from indicators.charts import messages
from indicators.charts.drawing import draw_chart
from indicators.charts.registry import CHART_TYPES
from indicators.charts.style import fade
from indicators.model.units import parse_unit
from indicators.view import View

FIVE = ("RUS", "CHN", "USA", "DEU", "IND")
TYPES = [id for id in CHART_TYPES if id != "scatter"]


@pytest.mark.parametrize("chart", [*TYPES, "map"])
def test_nothing_makes_the_browser_draw_a_second_time(gdp, chart):
    view = View(("gdp",), FIVE, tab="map") if chart == "map" else View(("gdp",), FIVE, chart=chart)
    figure = draw_chart(gdp, view).figure
    go.Figure(figure.to_plotly_json())  # plotly checks it here, since it doesn't where charts are drawn
    drawn = figure.to_json()
    assert "bdata" not in drawn
    assert "template" not in drawn.replace("hovertemplate", "")
    assert '"datarevision":0' in drawn


@pytest.mark.parametrize(("ground", "narrow"), [("light", False), ("dark", True)])
@pytest.mark.parametrize("chart", TYPES)
def test_a_country_keeps_its_colour_through_all_types(gdp, chart, ground, narrow):
    drawing = draw_chart(gdp, View(("gdp",), FIVE, chart=chart, highlight=("RUS",)), ground=ground, narrow=narrow)
    line = draw_chart(gdp, View(("gdp",), FIVE), ground=ground).figure
    russia = next(trace.line.color for trace in line.data if trace.name == "Russia")
    faded = fade(russia, 1).removesuffix("1)")
    assert russia.lower() in drawing.figure.to_json().lower() or faded in drawing.figure.to_json()
    assert drawing.alternative_text.startswith("GDP, trillion USD")
    assert "Russia" in drawing.alternative_text


@pytest.mark.parametrize("chart", CHART_TYPES)
@pytest.mark.parametrize("indicator", ["gdp", "inflation"])
def test_an_empty_panel_is_drawn_as_any_type(texts, chart, indicator):
    drawing = draw_chart(ind.get(indicator, "RUS", "1901"), View((indicator,), ("RUS",), chart=chart))
    assert messages.NO_DATA in texts(drawing.figure)
    assert drawing.alternative_text == messages.ALT_EMPTY.format(title=drawing.title)
    assert drawing.make_standalone(width=600).layout.width == 600


@pytest.mark.parametrize("chart", TYPES)
def test_one_value_is_drawn_as_any_type(chart):
    panel = ind.get("gdp", "RUS", "2024")
    assert draw_chart(panel, View(("gdp",), ("RUS",), chart=chart)).figure.layout.height > 0


@pytest.mark.parametrize("chart", TYPES)
def test_all_areas_of_the_world_are_drawn_as_any_type(chart):
    drawing = draw_chart(ind.get("gdp-per-capita", "", "2020..2024"), View(("gdp-per-capita",), chart=chart))
    assert len(drawing.figure.data) < 400
    assert len(drawing.alternative_text) < 4000


@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("chart", TYPES)
def test_pictures_hold_their_words(gdp, words, chart, width):
    drawing = draw_chart(gdp, View(("gdp",), FIVE, chart=chart), narrow=width < 500)
    picture = drawing.make_standalone(width=width)
    inside = words(picture)
    assert "GDP, trillion USD" in inside
    assert "World Bank" in inside
    plot = picture.layout.height - picture.layout.margin.t - picture.layout.margin.b
    before = drawing.figure.layout
    assert plot == pytest.approx(before.height - before.margin.t - before.margin.b, abs=1)


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind != "area"])  # whose edges are sums
@pytest.mark.parametrize(("scale", "unit"), [("linear", "USD"), ("linear", "billion EUR"), ("log", "trillion CNY")])
def test_the_unit_above_an_axis_is_that_of_its_numbers(gdp, texts, kind, scale, unit):
    panel = gdp.to(unit)
    figure = draw_chart(panel, View(chart=kind, scale=scale, areas=FIVE)).figure
    heading = next(text for text in texts(figure) if text.endswith(unit.split()[-1]))
    known = panel.unscale().frame["value"].dropna().to_numpy()
    values = np.array(figure.data[0]["x" if kind == "ranking" else "y"], dtype=float)
    counted = values[~np.isnan(values)] * 10.0 ** parse_unit(heading).multiplier
    assert len(counted)
    assert all(np.isclose(known, value, rtol=1e-9).any() for value in counted)
