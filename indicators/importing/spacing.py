"""The spacing of the dates of a series, by which its frequency is found.

Publishers date a month, a quarter or a year by its first day, its last day or last working day, or a day in its middle.
A series with two dates in one month is daily or weekly, and one whose dates follow no such rule is left as it is.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Mapping
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from indicators.model.periods import Frequency

_LONGEST_FIRST: Final = (Frequency.ANNUAL, Frequency.HALF_YEARLY, Frequency.QUARTERLY)
_FEWEST_FIRST: Final = {Frequency.HALF_YEARLY: 3}
_FEWEST: Final = {Frequency.ANNUAL: 4, Frequency.HALF_YEARLY: 4, Frequency.QUARTERLY: 5, Frequency.MONTHLY: 6}
"""The fewest dates that show that other days than the first stand for longer periods; fewer may be days of a sample."""
_FEWEST_LAST: Final = {**dict.fromkeys(_FEWEST, 3), Frequency.MONTHLY: 4}
"""The fewest last days of months: a sample of days has no other days."""
MOSTLY: Final = "mostly"
"""The place of dates of which nearly all are at the same place."""
_MANY: Final = 24
_ONE_IN: Final = 20
_MONTHS_OF_YEAR: Final = 12
_DAYS_OF_MONTH: Final = 28
_DAYS_OF_YEAR: Final = 365
_DAYS_OFF: Final = 4  # a month ends on a weekend, and a holiday before or after it


class Spacing(NamedTuple):
    """How the dates of a series are spaced.

    Attributes:
        frequency: The frequency of the series.
        place: Where in its period each date is, one of `PLACES`, or `MOSTLY`.
    """

    frequency: Frequency
    place: str


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _is_near_end(day: date) -> bool:
    return day.day > monthrange(day.year, day.month)[1] - _DAYS_OFF and day.weekday() < 5


def _is_near_start(day: date) -> bool:
    return day.day <= _DAYS_OFF and day.weekday() < 5


PLACES: Final[Mapping[str, Callable[[date], bool]]] = {
    "first": lambda day: day.day == 1,
    "last": _ends_month,
    "middle": lambda day: 14 <= day.day <= 17,
    "last working": _is_near_end,
    "first working": _is_near_start,
}
"""Where in their months the dates of a series may be."""


def find_spacing(days: Collection[date]) -> Spacing | None:
    """Find the spacing of the dates of a series; ``None`` if they are days, or too few to tell.

    >>> find_spacing([date(2018, 10, 1), date(2019, 1, 1), date(2019, 4, 1)])
    Spacing(frequency=<Frequency.QUARTERLY: 'Q'>, place='first')
    >>> find_spacing([date(year, 12, 31) for year in (2016, 2017, 2019, 2020)])
    Spacing(frequency=<Frequency.ANNUAL: 'A'>, place='last')
    >>> find_spacing([date(2020, month, 15) for month in (1, 2, 3, 5, 6, 7)]).frequency
    <Frequency.MONTHLY: 'M'>
    >>> find_spacing([date(year, 6, 30) for year in range(2010, 2020)]), find_spacing([date(2019, 1, 1)])
    (None, None)
    """
    ordered = sorted(set(days))
    months = [day.year * _MONTHS_OF_YEAR + day.month - 1 for day in ordered]
    if len(ordered) < 2 or len(set(months)) < len(months):
        return None
    for name, fits in PLACES.items():
        if all(map(fits, ordered)):
            frequency = _find_frequency(months, name)
            return Spacing(frequency, name) if frequency else None
    return _find_mostly(ordered) if months == [*range(months[0], months[0] + len(months))] else None


def _find_mostly(days: list[date]) -> Spacing | None:
    """Find the spacing of one date in each of many months, of which a few are at other days.

    >>> months = [date(2020 + month // 12, 1 + month % 12, 1) for month in range(24)]
    >>> _find_mostly([*months, date(2022, 1, 31)])
    Spacing(frequency=<Frequency.MONTHLY: 'M'>, place='mostly')
    >>> _find_mostly([*months[:11], date(2020, 12, 15)]) is None
    True
    """
    most = max(sum(map(fits, days)) for fits in PLACES.values())
    is_rule = len(days) >= _MANY and (len(days) - most) * _ONE_IN <= len(days)
    return Spacing(Frequency.MONTHLY, MOSTLY) if is_rule else None


def find_gap(days: Collection[date]) -> int:
    """Return the fewest months between two dates of a series; 0 if some are less than four weeks apart.

    >>> find_gap([date(2018, 6, 30), date(2019, 6, 30)]), find_gap([date(2019, 1, 31), date(2019, 2, 5)])
    (12, 0)
    """
    gap = min(((later - earlier).days for earlier, later in pairwise(sorted(set(days)))), default=0)
    return max(1, round(gap * _MONTHS_OF_YEAR / _DAYS_OF_YEAR)) if gap >= _DAYS_OF_MONTH else 0


def _find_frequency(months: list[int], place: str) -> Frequency | None:
    """Find the frequency of a series with dates in these months, counted from the year 0."""
    gaps = [later - earlier for earlier, later in pairwise(months)]
    exact = {"first": _FEWEST_FIRST, "last": _FEWEST_LAST}
    fewest = exact.get(place, _FEWEST)
    for frequency in _LONGEST_FIRST:
        length = frequency.months or 1
        left = {month % length for month in months}
        fits = min(gaps) >= length and left <= _find_months(place, length)
        if fits and len(left) == 1 and len(months) >= fewest.get(frequency, 2):
            return frequency
        if min(gaps) >= length and place != "first":
            return None  # years that end in June
    if place == "first":
        return Frequency.MONTHLY
    is_regular = place == "last" or gaps.count(1) * 2 >= len(gaps)
    return Frequency.MONTHLY if is_regular and len(months) >= fewest[Frequency.MONTHLY] else None


def _find_months(place: str, length: int) -> set[int]:
    """The months of a period of a length, from 0, in which its date may be."""
    if place == "middle":
        return set(range(length)) if length == 3 else set()
    return {0} if place.startswith("first") else {length - 1}
