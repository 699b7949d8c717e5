"""Days in words: one day, and all days from one to another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def spell_day(day: date) -> str:
    """Return a day in words.

    >>> spell_day(date(1998, 8, 1))
    '1 August 1998'
    """
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def are_whole_months(first: date, last: date) -> bool:
    """Return whether days are the first of a month to the last of one."""
    return first.day == 1 and (last + timedelta(days=1)).day == 1


def label_days(first: date, last: date) -> str:
    """Return the days from one to another in words, both included.

    >>> label_days(date(2016, 1, 1), date(2016, 8, 31)), label_days(date(2025, 9, 25), date(2025, 9, 29))
    ('January–August 2016', '25–29 September 2025')
    """
    if first == last:
        return spell_day(first)
    if are_whole_months(first, last) and first.year == last.year:
        months = dict.fromkeys(MONTH_NAMES[day.month - 1] for day in (first, last))
        return f"{'–'.join(months)} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{spell_day(last)}"
    return f"{spell_day(first)} – {spell_day(last)}"
