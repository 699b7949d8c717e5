"""Colours are distinct, readable and kept; the look of forecasts comes from one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import indicators as ind
from indicators.charts import style
from indicators.charts.drawing import draw_chart
from indicators.charts.style import THEMES, _contrast, assign_colours, make_readable
from indicators.files import read_embedded_catalogue
from indicators.view import View


@given(st.lists(st.sampled_from([area.code for area in read_embedded_catalogue().areas]), max_size=12, unique=True))
def test_colours_are_given_once_before_all_are_given(codes):
    for ground, theme in THEMES.items():
        found = assign_colours(codes, ground)
        assert len(set(list(found.values())[:8])) == len(codes[:8])
        assert all(_contrast(make_readable(colour, ground), theme.paper) >= 4.5 for colour in found.values())


@pytest.mark.parametrize("other", ["HIC", "TUV", "NPL", "SSF", "UMC", "LCN"])
def test_a_country_often_compared_keeps_its_colour_whatever_is_chosen_before_it(other):
    for code in ("RUS", "CHN", "USA", "DEU"):
        colour = assign_colours([code])[code]
        assert assign_colours([other, code])[code] == colour == assign_colours([code, other])[code]


def test_colours_are_kept_when_others_leave():
    alone = assign_colours(["RUS"])["RUS"]
    assert assign_colours(["USA", "CHN", "RUS"])["RUS"] == alone == assign_colours(["CHN", "RUS", "DEU"])["RUS"]


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
