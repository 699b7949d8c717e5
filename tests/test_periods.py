from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import PeriodError
from indicators.periods import TimePeriod, TimeSpan

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 1, 1))
PERIODS = st.one_of(
    st.integers(1, 9999).map(TimePeriod.of_year),
    DAYS.map(TimePeriod.of_day),
    st.builds(
        lambda day, part: TimePeriod.parse(f"{day.year:04d}-{part}"), DAYS, st.sampled_from(["S1", "S2", "Q1", "Q4"])
    ),
    st.builds(lambda day: TimePeriod.parse(f"{day.year:04d}-{day.month:02d}"), DAYS),
    st.builds(lambda day, length: TimePeriod.parse(f"{day.isoformat()}/P{length}D"), DAYS, st.integers(1, 900)),
)


@given(PERIODS)
def test_a_period_is_read_back_from_its_text(period):
    again = TimePeriod.parse(str(period))
    assert (again.first, again.last) == (period.first, period.last)
    assert str(again) == str(period)


@given(PERIODS, PERIODS)
def test_containing_and_order_agree_with_the_days(one, other):
    assert (one < other) == ((one.first, one.last) < (other.first, other.last))
    assert (other in one) == (one.first <= other.first and other.last <= one.last)


@pytest.mark.parametrize(
    "text", ["", "20", "99999", "2024-13", "2024-02-30", "2024-Q5", "2025-01-01/P0D", "٢٠٢٤", "1e308"]
)
def test_what_is_no_period_is_refused_with_the_forms_that_are(text):
    with pytest.raises(PeriodError, match="Expected: 2024, 2024-S1"):
        TimePeriod.parse(text)


@given(PERIODS, PERIODS)
def test_a_span_is_read_back_from_its_text(one, other):
    first, last = sorted([one, other])
    if last.last >= first.first:
        span = TimeSpan.parse(f"{first}..{last}")
        assert TimeSpan.parse(str(span)) == span


@pytest.mark.parametrize("text", ["latest", "earliest", "2000..latest", "earliest..2000", "2024"])
def test_open_spans_keep_their_words(text):
    assert str(TimeSpan.parse(text)) == text


def test_a_span_that_ends_before_it_begins_says_how_to_write_it():
    with pytest.raises(PeriodError, match=r"Write 2000\.\.2020"):
        TimeSpan.parse("2020..2000")
