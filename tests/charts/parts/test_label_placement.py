from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.charts.parts.label_placement import measure_text, pack_lines, spread_labels, wrap_text
from indicators.charts.parts.time_marks import arrange_strips


@given(st.lists(st.tuples(st.floats(0, 370), st.sampled_from([16.0, 32.0])), max_size=11))
def test_labels_never_overlap_nor_leave_the_chart(labels):
    wanted, heights = [place for place, _ in labels], [height for _, height in labels]
    places = spread_labels(wanted, heights=heights, low=0, high=370)
    ordered = sorted(zip(places, heights, strict=True))
    assert all(high - low >= (one + other) / 2 - 1e-6 for (low, one), (high, other) in pairwise(ordered))
    assert all(-1e-6 <= place <= 370 + 1e-6 for place in places)


@given(st.lists(st.floats(0, 370), min_size=1, max_size=40))
def test_labels_keep_the_order_of_what_they_name(wanted):
    places = spread_labels(wanted, heights=[16.0] * len(wanted), low=0, high=370)
    for one, other in pairwise(sorted(range(len(wanted)), key=lambda number: wanted[number])):
        assert places[one] <= places[other] + 1e-6


@given(st.lists(st.tuples(st.floats(0, 560), st.floats(20, 150)), max_size=8, unique_by=lambda pair: round(pair[0])))
def test_no_text_of_an_event_covers_another(events):
    laid = arrange_strips([place for place, _ in events], [width for _, width in events], width=560)
    for number, one in enumerate(laid):
        for other in laid[number + 1 :]:
            assert one.row != other.row or one.right <= other.left or other.right <= one.left


@given(st.lists(st.floats(5, 200), max_size=20))
def test_a_legend_shows_all_its_entries_within_its_width(widths):
    lines = pack_lines(widths, 200, gap=10)
    assert [place for line in lines for place in line] == list(range(len(widths)))
    for line in lines:
        assert sum(widths[place] for place in line) + 10 * (len(line) - 1) <= 200 + 1e-6


@given(st.text(alphabet="abc mW ", max_size=60))
def test_wrapping_loses_no_word(text):
    lines = wrap_text(text, 60, 13)
    assert " ".join(lines).split() == text.split()
    assert all(measure_text(line, 13) <= 60 or " " not in line for line in lines)


@pytest.mark.parametrize("mirrored", [False, True])
def test_no_line_crosses_a_text_where_events_crowd_at_an_end(mirrored):
    places, widths, width = [240.0, 421.0, 437.0, 438.5, 439.0], [92.0, 98.0, 64.0, 42.0, 86.0], 460.0
    laid = arrange_strips([width - place for place in places] if mirrored else places, widths, width=width)
    for lower in laid:
        through = [upper for upper in laid if upper.row > lower.row and lower.left < upper.line < lower.right]
        assert not through
