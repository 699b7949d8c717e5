"""The days on which publishers publish: none of a weekend, nor a public holiday where they are.

A publisher whose releases are dated on other days of the week, such as the Bank of Russia, whose rates take effect on
Saturdays and not on Mondays, is taken at its word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

from indicators.model.release_rhythm import is_weekday

_MANY: Final = 60
_SELDOM: Final = 0.02
_SEATS: Final[Mapping[str, str]] = {
    "world-bank": "US", "world-bank-commodities": "US", "data360": "US", "imf": "US", "fred": "US", "eia": "US",
    "bls": "US", "bea": "US", "federal-reserve": "US", "ecb": "EU", "ecb-series": "EU", "eurostat": "EU",
    "european-commission": "EU", "bis": "CH", "ilostat": "CH", "oecd": "FR", "bank-of-russia": "RU",
}  # fmt: skip
_FIXED: Final[Mapping[str, tuple[tuple[int, int], ...]]] = {
    "": ((1, 1), (12, 25)),
    "EU": ((1, 1), (5, 1), (12, 24), (12, 25), (12, 26), (12, 31)),
    "CH": ((1, 1), (1, 2), (8, 1), (12, 25), (12, 26)),
    "FR": ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)),
    "RU": (*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)),
}
_FROM_EASTER: Final[Mapping[str, tuple[int, ...]]] = {"EU": (-2, 1), "CH": (-2, 1, 39, 50), "FR": (1, 39, 50)}
"""Good Friday, Easter Monday, Ascension and Whit Monday, in days from Easter Sunday."""


def find_publishing_days(provider: str, past: Sequence[date] = ()) -> Callable[[date], bool]:
    """Return a function that tells whether a provider publishes on a day.

    Args:
        provider: The id of the provider; empty for one without a calendar here.
        past: The days of its past releases.

    >>> is_open = find_publishing_days("ecb")
    >>> [is_open(date(2026, 4, day)) for day in (2, 3, 4, 6, 7)]  # Easter
    [True, False, False, False, True]
    """
    seat = _SEATS.get(provider, "")
    weekdays = _find_weekdays(past)
    return lambda day: (
        (day.weekday() in weekdays if weekdays else is_weekday(day)) and day not in _list_holidays(seat, day.year)
    )


def _find_weekdays(past: Sequence[date]) -> frozenset[int]:
    """Return the days of the week on which many releases came; none if there are too few to tell."""
    if len(past) < _MANY:
        return frozenset()
    times = Counter(day.weekday() for day in past)
    return frozenset(day for day, count in times.items() if count > _SELDOM * len(past))


@cache
def _list_holidays(seat: str, year: int) -> frozenset[date]:
    import pandas as pd
    from pandas.tseries.holiday import USFederalHolidayCalendar
    from pandas.tseries.offsets import Easter

    if seat == "US":
        found = USFederalHolidayCalendar().holidays(f"{year}-01-01", f"{year}-12-31")
        return frozenset(day.date() for day in found)
    easter = pd.Timestamp(year, 1, 1) + Easter()
    moved = (easter + pd.Timedelta(days=days) for days in _FROM_EASTER.get(seat, ()))
    return frozenset([*(date(year, *day) for day in _FIXED[seat]), *(day.date() for day in moved)])
