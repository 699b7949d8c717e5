"""When the next release is expected: by the rhythm of past ones, on a day on which the publisher publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from indicators.model import messages
from indicators.model.citations import spell_date

_FEWEST: Final = 4
_MOST: Final = 24
_REGULAR: Final = 0.5
_OF_DAYS: Final = 10
_SATURDAY: Final = 5
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ExpectedRelease:
    """The next release of a dataset.

    Attributes:
        day: The day on which it is expected; the last of its month if only that is known.
        past: From how many past releases that is estimated; 0 if the publisher told it.
        is_month: Whether only the month is known.
        is_overdue: Whether the time has passed.
    """

    day: date
    past: int = 0
    is_month: bool = False
    is_overdue: bool = False

    @property
    def text(self) -> str:
        """The expectation as a sentence that says what it is based on.

        >>> ExpectedRelease(date(2026, 12, 17), 12).text
        'The next release is expected about 17 December 2026, by the rhythm of the last 12 releases.'
        """
        day = spell_date(self.day.isoformat()[: 7 if self.is_month else 10])
        if not self.past:
            return messages.RELEASE_TOLD.format(day=day)
        text = messages.RELEASE_OVERDUE if self.is_overdue else messages.RELEASE_EXPECTED
        return text.format(day=day, past=self.past)


def is_weekday(day: date) -> bool:
    """Tell whether a day is none of a weekend."""
    return day.weekday() < _SATURDAY


def find_open_day(day: date, is_open: Callable[[date], bool]) -> date:
    """Return the first open day from a day on."""
    while not is_open(day):
        day += _A_DAY
    return day


def expect_release(
    days: Iterable[date], today: date, is_open: Callable[[date], bool] = is_weekday
) -> ExpectedRelease | None:
    """Estimate when the next release comes; ``None`` if too few are known, or they have no rhythm.

    The rhythm is the median distance of the latest releases: in months if they are dated by months, in open days if it
    is short, so that a weekend between two daily releases is none, else in days.

    Args:
        days: The days of past releases; the last ones of months if only the months are known.
        today: The day from which a release is overdue.
        is_open: Whether the publisher publishes on a day.

    >>> days = [date(2026, month, 15) for month in range(1, 11)]
    >>> expect_release(days, date(2026, 10, 20)).day
    datetime.date(2026, 11, 16)
    >>> expect_release([date(2024, 4, 30), date(2024, 10, 31), date(2025, 4, 30), date(2025, 10, 31)], days[0]).day
    datetime.date(2026, 4, 30)
    >>> expect_release(days[:3], date(2026, 10, 20))
    """
    past = sorted(set(days))[-_MOST:]
    if len(past) < _FEWEST:
        return None
    is_month = all((day + _A_DAY).day == 1 for day in past)
    day = _continue_months(past) if is_month else _continue_days(past, is_open)
    return ExpectedRelease(day, len(past), is_month=is_month, is_overdue=day < today) if day else None


def _continue_months(past: Sequence[date]) -> date | None:
    months = [day.year * 12 + day.month for day in past]
    gap = _find_rhythm([after - before for before, after in pairwise(months)])
    if gap is None:
        return None
    years, month = divmod(months[-1] + gap, 12)  # the month after, counted from 0
    return date(years, month + 1, 1) - _A_DAY


def _continue_days(past: Sequence[date], is_open: Callable[[date], bool]) -> date | None:
    gap = _find_rhythm([(after - before).days for before, after in pairwise(past)])
    if gap is not None and gap > _OF_DAYS:
        return find_open_day(past[-1] + timedelta(days=gap), is_open)
    gap = _find_rhythm([_count_open(before, after, is_open) for before, after in pairwise(past)])
    return _step(past[-1], gap, is_open) if gap is not None and gap <= _OF_DAYS else None


def _find_rhythm(gaps: Sequence[int]) -> int | None:
    typical = median(gaps)
    is_regular = all(abs(gap - typical) <= max(_REGULAR * typical, 1) for gap in gaps)
    return max(round(typical), 1) if is_regular else None


def _count_open(before: date, after: date, is_open: Callable[[date], bool]) -> int:
    return sum(is_open(before + timedelta(days=n)) for n in range(1, (after - before).days + 1))


def _step(day: date, times: int, is_open: Callable[[date], bool]) -> date:
    for _ in range(times):
        day = find_open_day(day + _A_DAY, is_open)
    return day
