from itertools import pairwise
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

import indicators as ind
from indicators.charts.axes import value_axis
from indicators.charts.headings import alternative_text, subtitle, title
from indicators.charts.labels import spread
from indicators.charts.line import line_chart
from indicators.charts.palette import colours
from indicators.files import embedded_catalogue


def test_titles_say_what_where_and_when():
    panel = ind.get("gdp", "RUS~CHN", "2000..2025")
    assert title(panel) == "GDP, trillion USD"
    assert subtitle(panel) == "China and Russia · 2000–2025"
    assert "China: from 1." in alternative_text(panel)


def test_forecasts_are_dashed_and_begin_at_the_last_actual():
    figure = line_chart(ind.get("gdp-growth-weo", "RUS", "2015..2029"))
    solid, dashed = figure.data
    assert (solid.line.dash, dashed.line.dash) == ("solid", "dash")
    assert dashed.x[0] == solid.x[-1] == 2023
    assert any(note.text == "forecast" for note in figure.layout.annotations)


def test_no_line_is_drawn_over_years_without_figures():
    figure = line_chart(ind.get("digital-economy-turnover", "RUS"))
    raec = next(trace for trace in figure.data if trace.name == "RAEC" and trace.line.dash == "solid")
    assert any(isnan(value) for value in raec.y)
    assert {trace.name for trace in figure.data} == {"RAEC", "IT Russia", "Government of Russia"}


def test_events_are_marked_within_the_time_drawn():
    events = embedded_catalogue().events
    figure = line_chart(ind.get("digital-economy-turnover", "RUS"), events=events)
    assert [trace.name for trace in figure.data].count("events") == 1


@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize(
    "words", [("gdp", "RUS~CHN"), ("inflation", "CHN"), ("exchange-rate-ecb", "USA"), ("gdp", "RUS", "1901")]
)
def test_axes_have_few_round_marks_within_their_range(words, scale):
    panel = ind.get(*words)
    positive = panel.with_frame(panel.frame[panel.frame["value"] > 0])
    axis = value_axis(positive, scale)
    assert 1 <= len(axis.ticks) <= 6
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)
    assert all(len(text) <= 7 for text in axis.tick_texts)
    line_chart(panel, scale=scale)


@given(st.lists(st.floats(0, 370), max_size=14))
def test_labels_never_overlap_nor_leave_the_chart(wanted):
    places = spread(wanted, gap=17, low=0, high=370)
    ordered = sorted(places)
    assert all(later - earlier >= 16.9 for earlier, later in pairwise(ordered))
    assert all(-1e-6 <= place <= 370 + 1e-6 for place in places)


@given(st.lists(st.sampled_from([area.code for area in embedded_catalogue().areas]), max_size=12, unique=True))
def test_colours_are_given_once_before_all_are_given(codes):
    given_colours = list(colours(codes).values())
    assert len(set(given_colours[:8])) == len(given_colours[:8])
