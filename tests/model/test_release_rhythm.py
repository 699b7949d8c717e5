"""When the next release is expected, and that it is never on a day on which nothing is published."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from indicators.model.release_rhythm import expect_release
from indicators.providers.publishing_days import find_publishing_days

TODAY = date(2026, 11, 30)


def list_days(*texts):
    return [date.fromisoformat(text) for text in texts]


def list_workdays(first, last):
    is_open = find_publishing_days("")
    return [day for n in range((last - first).days + 1) if is_open(day := first + timedelta(days=n))]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (list_days("2026-08-12", "2026-09-11", "2026-10-14", "2026-11-12"), "2026-12-14"),  # monthly
        (list_days("2025-12-20", "2026-03-27", "2026-06-26", "2026-09-25"), "2026-12-25"),  # quarterly, on a Friday
        (list_days("2024-04-30", "2024-10-31", "2025-04-30", "2025-10-31"), "2026-04-30"),  # dated by months
        (list_workdays(date(2026, 9, 1), date(2026, 11, 27)), "2026-11-30"),  # daily: Monday after Friday
        (list_days("2026-11-05", "2026-11-12", "2026-11-19", "2026-11-26"), "2026-12-03"),  # weekly
        (list_days("2026-09-25", "2026-10-23", "2026-11-20"), None),  # too few
        (list_days("2020-01-01", "2020-02-03", "2024-05-06", "2026-11-12"), None),  # no rhythm
        ([], None),
    ],
)
def test_the_rhythm_of_past_releases_tells_the_next(days, expected):
    found = expect_release(days, TODAY, lambda day: day.weekday() < 5)
    assert (found and found.day.isoformat()) == expected


def test_a_release_that_did_not_come_is_overdue():
    found = expect_release(list_days("2026-07-10", "2026-08-10", "2026-09-10", "2026-10-12"), TODAY)
    assert found.is_overdue
    assert "was expected" in found.text


@pytest.mark.parametrize(
    ("provider", "day"),
    [
        ("ecb", "2026-04-03"), ("ecb", "2026-12-25"), ("ecb", "2026-05-01"), ("fred", "2026-11-26"),
        ("world-bank", "2026-07-03"), ("bis", "2026-05-14"), ("oecd", "2026-07-14"), ("bank-of-russia", "2026-01-07"),
        ("", "2026-01-01"), ("", "2026-11-28"), ("eurostat", "2026-11-29"),
    ],
)  # fmt: skip
def test_nothing_is_expected_on_days_without_publications(provider, day):
    assert not find_publishing_days(provider)(date.fromisoformat(day))


@pytest.mark.parametrize("provider", ["ecb", "fred", "bank-of-russia", "bis", "oecd", "unknown"])
@pytest.mark.parametrize("gap", [1, 7, 30, 91, 182, 365])
def test_whatever_the_rhythm_the_next_day_is_one_of_publication(provider, gap):
    is_open = find_publishing_days(provider)
    for start in (date(2026, 1, 1), date(2026, 4, 2), date(2026, 12, 20)):
        days = [start - timedelta(days=gap * n) for n in range(5)]
        found = expect_release(days, TODAY, is_open)
        assert found is None or is_open(found.day)


def test_a_publisher_who_dates_on_saturdays_is_taken_at_its_word():
    first = date(2025, 1, 1)
    days = [day for n in range(200) if (day := first + timedelta(days=n)).weekday() in (1, 2, 3, 4, 5)]
    is_open = find_publishing_days("bank-of-russia", days)
    assert [is_open(date(2026, 6, day)) for day in (19, 20, 21, 22, 23)] == [True, True, False, False, True]
