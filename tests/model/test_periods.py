from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.errors import PeriodError
from indicators.model.periods import Frequency, TimePeriod, TimeSpan

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
    days = [(period.first, period.last) for period in (one, other)]
    if days[0] != days[1]:  # of two with the same days the higher frequency is first
        assert (one < other) == (days[0] < days[1])
    assert (other in one) == (one.first <= other.first and other.last <= one.last)


@pytest.mark.parametrize(
    "text", ["", "20", "99999", "2024-13", "2024-02-30", "2024-Q5", "2025-01-01/P0D", "٢٠٢٤", "1e308"]
)
def test_text_that_is_not_a_period_is_refused_with_the_valid_forms(text):
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


@given(PERIODS)
def test_a_period_contains_its_own_days_only(period):
    assert all(part in period for part in (period, TimePeriod.of_day(period.first), TimePeriod.of_day(period.last)))
    assume(date.min < period.first and period.last < date.max)
    assert TimePeriod.of_day(period.first - timedelta(days=1)) not in period
    assert TimePeriod.of_day(period.last + timedelta(days=1)) not in period
    assert period.first <= period.middle <= period.last


@given(PERIODS, PERIODS)
def test_order_is_total(one, other):
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one <= other) == (one < other or one == other)


def test_periods_of_the_same_days_and_another_frequency_have_an_order_too():
    month, range_ = TimePeriod.parse("2024-01"), TimePeriod.parse("2024-01-01/P1M")
    assert month != range_
    assert sorted([range_, month]) == sorted([month, range_])


@given(st.text(alphabet="0123456789-QSMAPDY/. ", max_size=20))
def test_any_text_is_read_or_refused_and_what_is_read_can_be_written(text):
    try:
        period = TimePeriod.parse(text)
    except PeriodError:
        return
    assert TimePeriod.parse(str(period)) == period
    assert period.label.isprintable()


@pytest.mark.parametrize(
    ("text", "frequency", "first", "last"),
    [
        ("2024", "A", "2024-01-01", "2024-12-31"),
        ("2024-A1", "A", "2024-01-01", "2024-12-31"),
        ("2024-S2", "S", "2024-07-01", "2024-12-31"),
        ("2024-Q1", "Q", "2024-01-01", "2024-03-31"),
        ("2024-02", "M", "2024-02-01", "2024-02-29"),
        ("2024-M02", "M", "2024-02-01", "2024-02-29"),
        ("2024-02-29", "D", "2024-02-29", "2024-02-29"),
        ("2025-01-01/P9M", "_O", "2025-01-01", "2025-09-30"),
        ("2025-09-25/P5D", "_O", "2025-09-25", "2025-09-29"),
        ("2024-03-01/P2Y", "_O", "2024-03-01", "2026-02-28"),
    ],
)
def test_each_form_is_read(text, frequency, first, last):
    period = TimePeriod.parse(text)
    assert (period.frequency, str(period.first), str(period.last)) == (frequency, first, last)


@pytest.mark.parametrize(
    "text", ["2024-M02-03", "2024-W01", "2024\x00", "9999-12-31/P1D", "9999-01-01/P9Y", "2025-01-31/P1M", "2024" * 999]
)
def test_what_no_calendar_has_is_refused(text):
    with pytest.raises(PeriodError):
        TimePeriod.parse(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2024-S2", "H2 2024"),
        ("2024-Q4", "Q4 2024"),
        ("2025-01-01/P9M", "January–September 2025"),
        ("2025-01-01/P1M", "January 2025"),
        ("2025-09-25/P1D", "25 September 2025"),
        ("2025-09-25/P10D", "25 September 2025 – 4 October 2025"),
    ],
)
def test_a_period_has_the_name_a_person_would_say(text, label):
    assert TimePeriod.parse(text).label == label


@pytest.mark.parametrize(
    ("text", "written", "label"),
    [
        ("2024..2024", "2024", "2024"),
        ("2019..", "2019..latest", "since 2019"),
        ("..", "earliest..latest", "all years"),
        (" earliest .. 2025 ", "earliest..2025", "until 2025"),
        ("2024-Q1..2024-12", "2024-Q1..2024-12", "Q1 2024 – December 2024"),
    ],
)
def test_a_span_is_read_in_every_way_of_writing_it(text, written, label):
    assert (str(TimeSpan.parse(text)), TimeSpan.parse(text).label) == (written, label)


@pytest.mark.parametrize("text", ["", "9999..0", "1e308..-5", "2019...2025", "2019..2020..2021", "latest.."])
def test_text_that_is_not_a_span_is_refused(text):
    with pytest.raises(PeriodError):
        TimeSpan.parse(text)


@given(PERIODS, PERIODS, PERIODS)
def test_a_span_contains_what_is_between_its_ends(one, other, period):
    first, last = sorted([one, other])
    assume(last.last >= first.first)
    assert (period in TimeSpan(first, last)) == (first.first <= period.first and period.last <= last.last)


def test_a_frequency_knows_its_months_and_its_noun():
    assert [(f.months, f.noun) for f in Frequency] == [
        (12, "year"), (6, "half-year"), (3, "quarter"), (1, "month"), (None, "day"), (None, "period"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "year"), [("800", "0800"), ("1", "0001"), (" 73 ", "0073")])
def test_a_year_of_fewer_than_four_digits_is_refused_with_the_spelling_that_is_read(text, year):
    with pytest.raises(PeriodError, match=year):
        TimePeriod.parse(text)
    assert TimePeriod.parse(year).year == int(text)


@given(st.integers(1, 9998), st.integers(1, 12))
def test_periods_of_every_year_are_read_as_written(year, month):
    for frequency in "ASQMD":
        period = TimePeriod.containing(date(year, month, 1), frequency)
        assert TimePeriod.parse(str(period)) == period
