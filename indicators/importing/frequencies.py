"""The frequency of each series of a file: declared in a column, or told from the spacing of its dates.

Many publishers date a month, a quarter or a year by its first day. A series whose dates are all the first of a month is
monthly, quarterly or annual, as its dates are spaced; one with any other day is daily.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from indicators.importing import messages
from indicators.importing.cells import EncodedColumn
from indicators.importing.decisions import Decision
from indicators.importing.period_cells import read_period
from indicators.importing.period_rules import PeriodRules
from indicators.model.periods import Frequency, TimePeriod

__all__ = ["FrequencyEvidence", "SeriesKey", "find_spacing", "read_frequency", "restate_period"]

SeriesKey = tuple[str, object]
"""The column of values of a series, and the texts that tell it from others in that column."""

_ORDERS: Final = (PeriodRules(date_order="day"), PeriodRules(date_order="month"))
_FEWEST: Final = {Frequency.HALF_YEARLY: 3}
_NAMES: Final = {
    "A": Frequency.ANNUAL, "Y": Frequency.ANNUAL, "S": Frequency.HALF_YEARLY, "H": Frequency.HALF_YEARLY,
    "B": Frequency.DAILY, "D": Frequency.DAILY, "Q": Frequency.QUARTERLY, "M": Frequency.MONTHLY, "W": Frequency.DAILY,
}  # fmt: skip
_WORDS: Final = {
    word: code
    for code, words in {
        "A": "annual annually yearly year", "S": "half-yearly semi-annual semiannual biannual half-year",
        "Q": "quarterly quarter", "M": "monthly month", "D": "daily day business", "W": "weekly week",
    }.items()
    for word in words.split()
}  # fmt: skip


def read_frequency(text: str) -> Frequency | None:
    """Read a frequency as a code of SDMX or in words; a code may have its name after it.

    Weeks are read as days, because they are dated by one.

    >>> read_frequency("M"), read_frequency("Quarterly"), read_frequency("A: Annual"), read_frequency("N")
    (<Frequency.MONTHLY: 'M'>, <Frequency.QUARTERLY: 'Q'>, <Frequency.ANNUAL: 'A'>, None)
    """
    code = text.partition(":")[0].strip()
    return _NAMES.get(code) or _NAMES.get(_WORDS.get(code.casefold(), ""))


def restate_period(period: TimePeriod, frequency: Frequency) -> TimePeriod | None:
    """Return the period of a frequency that a period stands for; ``None`` if it is longer than one.

    >>> str(restate_period(TimePeriod.parse("2019-12-31"), Frequency.ANNUAL))
    '2019'
    >>> restate_period(TimePeriod.parse("2019"), Frequency.MONTHLY) is None
    True
    """
    if period.frequency in (frequency, Frequency.OTHER):
        return period
    found = TimePeriod.containing(period.first, frequency)
    return found if period in found else None


def find_spacing(days: Iterable[date]) -> Frequency | None:
    """Find the frequency of a series whose days are all the first of a month; ``None`` for a single day.

    >>> find_spacing([date(2018, 10, 1), date(2019, 1, 1), date(2019, 4, 1)])
    <Frequency.QUARTERLY: 'Q'>
    >>> find_spacing([date(2018, 1, 1), date(2020, 1, 1)]), find_spacing([date(2018, 1, 1), date(2018, 2, 1)])
    (<Frequency.ANNUAL: 'A'>, <Frequency.MONTHLY: 'M'>)
    """
    months = sorted({day.year * 12 + day.month - 1 for day in days})
    if len(months) < 2:
        return None
    gap = min(later - earlier for earlier, later in pairwise(months))
    for frequency in (Frequency.ANNUAL, Frequency.HALF_YEARLY, Frequency.QUARTERLY):
        length = frequency.months or 1
        fits = gap >= length and all(month % length == 0 for month in months)
        if fits and len(months) >= _FEWEST.get(frequency, 2):
            return frequency
    return Frequency.MONTHLY


@dataclass(slots=True)
class _Dates:
    """The dates of one series, by the order of day and month."""

    firsts: tuple[set[date], set[date]] = field(default_factory=lambda: (set(), set()))
    has_others: list[bool] = field(default_factory=lambda: [False, False])


@dataclass(slots=True)
class FrequencyEvidence:
    """The dates of all series of a file."""

    _series: dict[SeriesKey, _Dates] = field(default_factory=dict)
    _days: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)

    def add(self, column: str, series: EncodedColumn, periods: EncodedColumn) -> None:
        """Look at the dates of a batch; rows of both columns are the same."""
        if not any(any(self._read(text)) for text in periods.answers):
            return
        for key, text in series.pair(periods).answers:
            days = self._read(text)
            if any(days):
                dates = self._series.setdefault((column, key), _Dates())
                for order, day in enumerate(days):
                    if day is not None and day.day == 1:
                        dates.firsts[order].add(day)
                    elif day is not None:
                        dates.has_others[order] = True

    def _read(self, text: str) -> tuple[date | None, date | None]:
        """The day that a text is, if the day comes first and if the month does."""
        if text not in self._days:
            found = [read_period(text, rules) for rules in _ORDERS]
            first, second = (one.first if one and one.frequency is Frequency.DAILY else None for one in found)
            self._days[text] = first, second
        return self._days[text]

    def decide(self, rules: PeriodRules) -> tuple[dict[SeriesKey, Frequency], tuple[Decision, ...]]:
        """Decide the frequency of each series that is dated by the first days of longer periods."""
        if rules.keep_days:
            return {}, ()
        order = 1 if rules.date_order == "month" else 0
        dated = {key: dates for key, dates in self._series.items() if dates.firsts[order] or dates.has_others[order]}
        firsts = {key: dates.firsts[order] for key, dates in dated.items() if not dates.has_others[order]}
        found = {key: find_spacing(days) for key, days in firsts.items()}
        said = {frequency for frequency in found.values() if frequency is not None}
        only = next(iter(said)) if len(said) == 1 and len(firsts) == len(dated) else None
        decided = {key: frequency or only for key, frequency in found.items()}
        known = {key: frequency for key, frequency in decided.items() if frequency is not None}
        option = messages.DATES_OPTION.format(rule="days")
        listed = [
            Decision(messages.FREQUENCY, frequency.adjective, messages.FIRST_DAYS.format(noun=frequency.noun), option)
            for frequency in dict.fromkeys(known.values())
        ]
        return known, tuple(listed)
