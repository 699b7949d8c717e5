"""Colours are distinct, readable and kept; the look of forecasts comes from one place."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import indicators as ind
from indicators.charts import style
from indicators.charts.drawing import draw_chart
from indicators.charts.parts.curves import colour_areas
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.style import THEMES, Look, _contrast, assign_colours, colour_area, make_readable
from indicators.files import read_embedded_catalogue
from indicators.view import View

FIRST = pd.Timestamp("2020-01-01")
AREAS = [area.code for area in read_embedded_catalogue().areas]
INDICATORS = [one.id for one in read_embedded_catalogue().indicators]


@given(st.lists(st.sampled_from(INDICATORS), max_size=12, unique=True))
def test_colours_of_indicators_are_given_once_before_all_are_given(ids):
    for ground, theme in THEMES.items():
        found = assign_colours(ids, ground)
        assert len(set(list(found.values())[:8])) == len(ids[:8])
        assert all(_contrast(make_readable(colour, ground), theme.paper) >= 4.5 for colour in found.values())


@pytest.mark.parametrize("ground", THEMES)
def test_every_area_has_a_colour_that_is_seen_and_readable(ground):
    paper = THEMES[ground].paper
    for code in AREAS:
        assert _contrast(colour_area(code, ground), paper) >= 2
        assert _contrast(make_readable(colour_area(code, ground), ground), paper) >= 4.5


@pytest.mark.parametrize("group", ["G7", "BRIC"])
def test_countries_often_compared_have_different_colours(group):
    members = read_embedded_catalogue().group_list.find(group).members()
    assert len({colour_area(code) for code in members}) == len(members)


@given(st.lists(st.sampled_from(AREAS), min_size=1, max_size=8, unique=True))
def test_an_area_keeps_its_colour_whatever_is_chosen_beside_it(codes):
    rows = Rows.of(pd.DataFrame({"code": codes, "value": 1.0, "first": FIRST, "last": FIRST}))
    found = colour_areas(rows, Look(order=tuple(codes)))
    assert found == {code: colour_area(code) for code in codes}


def test_two_areas_of_one_colour_have_different_dashes():
    same = [code for code in AREAS if colour_area(code) == colour_area("RUS")]
    panel = ind.get("population", "~".join(same[:2]), "2000..2020")
    lines = draw_chart(panel, View(areas=tuple(same[:2]))).figure.data
    assert len({(trace.line.color, trace.line.dash) for trace in lines if trace.name not in ("ends", "readings")}) == 2


@pytest.mark.parametrize("kind", ["line", "multiples", "slope"])
def test_the_dash_of_forecasts_is_set_in_one_place(monkeypatch, kind):
    monkeypatch.setattr(style, "_FORECAST_DASH", "9px,9px")
    panel = ind.get("gdp-growth-weo", "RUS~CHN", "2020..2028")
    if kind == "slope":  # it ends at the last forecast where there is nothing else
        panel = panel.with_frame(panel.frame.assign(status="F"))
    figure = draw_chart(panel, View(areas=("RUS", "CHN"), chart=kind)).figure
    assert "9px,9px" in {trace.line.dash for trace in figure.data}


def test_hollow_markers_are_filled_with_the_ground():
    assert style.fill_markers("AEFPB", "#009E73", "dark") == ["#009E73", *["#14171A"] * 3, "#009E73"]
