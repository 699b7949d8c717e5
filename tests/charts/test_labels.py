from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.charts.palette import _contrast, colours, paper, readable
from indicators.charts.parts.label_placement import packed, rows_of, spread, text_width, wrapped
from indicators.charts.parts.marks import strip
from indicators.files import read_embedded_catalogue

SPANS = st.tuples(st.floats(0, 500), st.floats(5, 100)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(st.tuples(st.floats(0, 370), st.sampled_from([16.0, 32.0])), max_size=11))
def test_labels_never_overlap_nor_leave_the_chart(labels):
    wanted, heights = [place for place, _ in labels], [height for _, height in labels]
    places = spread(wanted, heights=heights, low=0, high=370)
    ordered = sorted(zip(places, heights, strict=True))
    assert all(high - low >= (one + other) / 2 - 1e-6 for (low, one), (high, other) in pairwise(ordered))
    assert all(-1e-6 <= place <= 370 + 1e-6 for place in places)


@given(st.lists(st.floats(0, 370), min_size=1, max_size=40))
def test_labels_keep_the_order_of_what_they_name(wanted):
    places = spread(wanted, heights=[16.0] * len(wanted), low=0, high=370)
    for one, other in pairwise(sorted(range(len(wanted)), key=lambda number: wanted[number])):
        assert places[one] <= places[other] + 1e-6


@given(st.lists(SPANS, max_size=20))
def test_texts_in_one_row_do_not_touch(spans):
    rows = rows_of(spans, gap=3)
    for row in set(rows):
        inside = sorted(span for span, number in zip(spans, rows, strict=True) if number == row)
        assert all(one[1] + 3 <= other[0] for one, other in pairwise(inside))


@given(st.lists(st.tuples(st.floats(0, 560), st.floats(20, 150)), max_size=8, unique_by=lambda pair: round(pair[0])))
def test_no_text_of_an_event_covers_another(events):
    laid = strip([place for place, _ in events], [width for _, width in events], width=560)
    for number, one in enumerate(laid):
        for other in laid[number + 1 :]:
            assert one.row != other.row or one.right <= other.left or other.right <= one.left


@given(st.lists(st.floats(5, 200), max_size=20))
def test_a_legend_shows_all_its_entries_within_its_width(widths):
    lines = packed(widths, 200, gap=10)
    assert [place for line in lines for place in line] == list(range(len(widths)))
    for line in lines:
        assert sum(widths[place] for place in line) + 10 * (len(line) - 1) <= 200 + 1e-6


@given(st.text(alphabet="abc mW ", max_size=60))
def test_wrapping_loses_no_word(text):
    lines = wrapped(text, 60, 13)
    assert " ".join(lines).split() == text.split()
    assert all(text_width(line, 13) <= 60 or " " not in line for line in lines)


@given(st.lists(st.sampled_from([area.code for area in read_embedded_catalogue().areas]), max_size=12, unique=True))
def test_colours_are_given_once_before_all_are_given(codes):
    for ground in ("light", "dark"):
        found = colours(codes, ground)
        assert len(set(list(found.values())[:8])) == len(codes[:8])
        assert all(_contrast(readable(colour, ground), paper(ground)) >= 4.5 for colour in found.values())


@pytest.mark.parametrize("mirrored", [False, True])
def test_no_line_runs_through_a_text_where_events_crowd_at_an_end(mirrored):
    places, widths, width = [240.0, 421.0, 437.0, 438.5, 439.0], [92.0, 98.0, 64.0, 42.0, 86.0], 460.0
    laid = strip([width - place for place in places] if mirrored else places, widths, width=width)
    for lower in laid:
        through = [upper for upper in laid if upper.row > lower.row and lower.left < upper.line < lower.right]
        assert not through


@pytest.mark.parametrize("other", ["HIC", "TUV", "NPL", "SSF", "UMC", "LCN"])
def test_a_country_often_compared_keeps_its_colour_whatever_is_chosen_before_it(other):
    for code in ("RUS", "CHN", "USA", "DEU"):
        assert colours([other, code])[code] == colours([code])[code] == colours([code, other])[code]
