"""The frequency of each series of a file: declared in a column, or told from the spacing of its dates.

Many publishers date a month, a quarter or a year by one of its days: `spacing` says by which. Each series is decided by
its own dates and, where it has few, by those of other areas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np

from indicators.importing import period_messages
from indicators.importing.cells import EncodedColumn
from indicators.importing.decisions import Decision
from indicators.importing.period_cells import read_period
from indicators.importing.period_rules import PeriodRules
from indicators.importing.spacing import PLACES, Spacing, find_gap, find_spacing
from indicators.model.periods import Frequency, TimePeriod

SeriesKey = tuple[str, object]
"""The column of values of a series, and a pair of what tells it from others in that column and of its area."""

_ORDERS: Final = (PeriodRules(date_order="day"), PeriodRules(date_order="month"))
_FEWEST_OF_AREA: Final = 4
_FEWEST_KEPT: Final = 2
_FEWEST_BESIDE: Final = 2  # months, each with days of other series
_BY_LENGTH: Final = (Frequency.ANNUAL, Frequency.HALF_YEARLY, Frequency.QUARTERLY, Frequency.MONTHLY)
_DECLARED: Final = re.compile(
    r"(?:\bfrequency\b\s*[:=,;]?\s*|(?:^|[,;] )(?=\w+ly (?:averages?|data|figures|series)\b))([a-z]+(?:-[a-z]+)?)",
    re.IGNORECASE,
)
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
    return _NAMES.get(code.upper()) or _NAMES.get(_WORDS.get(code.casefold(), ""))


def find_frequency(lines: Iterable[str]) -> Frequency | None:
    """Find the frequency that lines above a header declare: ``Frequency: Quarterly``; ``None`` if there are several.

    >>> find_frequency(["FRED", "Frequency: Quarterly"]), find_frequency(["Rates, Monthly averages; 2020=100"])
    (<Frequency.QUARTERLY: 'Q'>, <Frequency.MONTHLY: 'M'>)
    """
    said = {read_frequency(match[1]) for line in lines for match in _DECLARED.finditer(line)}
    return next(iter(said)) if len(said) == 1 else None


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


@dataclass(slots=True)
class _Dates:
    """The dates of one series by their months; none once it has two in a month, as series of days and weeks do."""

    by_month: dict[int, date] = field(default_factory=dict)
    is_daily: bool = False

    def add(self, day: date) -> None:
        if not self.is_daily and self.by_month.setdefault(day.year * 12 + day.month, day) != day:
            self.is_daily = True
            self.by_month.clear()


_Orders = tuple[_Dates, _Dates]


@dataclass(slots=True)
class FrequencyEvidence:
    """The dates of all series of a file, by the order of day and month."""

    _series: dict[SeriesKey, _Orders] = field(default_factory=dict)
    _days: dict[str, tuple[date | None, date | None]] = field(default_factory=dict)

    def has_days(self, periods: EncodedColumn) -> bool:
        """Return whether any of some periods may be a day, so that the dates of its series say more."""
        return any(any(self._read(text)) for text in periods.answers)

    def add(self, column: str, series: EncodedColumn, periods: EncodedColumn) -> None:
        """Look at the dates of a batch; rows of both columns are the same."""
        days = [self._read(text) for text in periods.answers]
        is_day = np.array([any(one) for one in days], dtype=bool)
        if not is_day.any():
            return
        dates = [self._series.get((column, key)) for key in series.answers]
        is_open = np.array([one is None or not all(order.is_daily for order in one) for one in dates], dtype=bool)
        rows = is_day[periods.places] & is_open[series.places]
        codes = np.unique(series.places[rows] * len(days) + periods.places[rows])
        for key, text in (divmod(code, len(days)) for code in codes.tolist()):
            orders = self._series.setdefault((column, series.answers[key]), (_Dates(), _Dates()))
            for order, day in zip(orders, days[text], strict=True):
                if day is not None:
                    order.add(day)

    def _read(self, text: str) -> tuple[date | None, date | None]:
        """The day that a text is, if the day comes first and if the month does."""
        if text not in self._days:
            found = [read_period(text, rules) for rules in _ORDERS]
            first, second = (one.first if one and one.frequency is Frequency.DAILY else None for one in found)
            self._days[text] = first, second
        return self._days[text]

    def _list_edges(self, order: int) -> dict[int, tuple[date, date]]:
        """List the first and the last date that the file has in each month, by the month, where it has several."""
        months: dict[int, set[date]] = {}
        for day in (days[order] for days in self._days.values()):
            if day is not None:
                months.setdefault(day.year * 12 + day.month, set()).add(day)
        return {month: (min(days), max(days)) for month, days in months.items() if len(days) > 1}

    def decide(
        self, rules: PeriodRules, declared: Frequency | None = None
    ) -> tuple[dict[SeriesKey, Frequency], tuple[Decision, ...]]:
        """Decide the frequency of each series that is dated by days of longer periods.

        Args:
            rules: What the user decided, or the file leaves open.
            declared: The frequency that the file gives for all its series.
        """
        order = 1 if rules.date_order == "month" else 0
        dated = {key: orders[order] for key, orders in self._series.items()}
        dated = {key: dates for key, dates in dated.items() if dates.by_month or dates.is_daily}
        if rules.frequency is not None:
            return dict.fromkeys(dated, rules.frequency), ()
        if rules.keep_days:
            return {}, ()
        option = period_messages.DATES_OPTION.format(rule="days")
        if declared is not None and not any(dates.is_daily for dates in dated.values()):
            decision = Decision(period_messages.FREQUENCY, declared.adjective, period_messages.DECLARED_ABOVE, option)
            return dict.fromkeys(dated, declared), (decision,) if dated and declared.months else ()
        found = _Search(dated, self._list_edges(order)).run()
        listed = [
            Decision(period_messages.FREQUENCY, one.frequency.adjective, _explain(one), option)
            for one in dict.fromkeys(found.values())
        ]
        return {key: one.frequency for key, one in found.items()}, (*listed, *_list_kept(dated, found))


def _explain(spacing: Spacing) -> str:
    return period_messages.DATED_BY[spacing.place].format(noun=spacing.frequency.noun)


def _list_kept(dated: dict[SeriesKey, _Dates], found: dict[SeriesKey, Spacing]) -> list[Decision]:
    """Say that series stay days whose dates are a month or more apart, but are no certain places in longer periods."""
    kept = [dates.by_month.values() for key, dates in dated.items() if key not in found]
    gap = max((find_gap(days) for days in kept if len(days) >= _FEWEST_KEPT), default=0)
    if not gap:
        return []
    longest = next(frequency for frequency in _BY_LENGTH if (frequency.months or 1) <= gap)
    option = period_messages.DATES_OPTION.format(rule=longest.adjective)
    return [Decision(period_messages.FREQUENCY, Frequency.DAILY.adjective, period_messages.DATES_APART, option)]


@dataclass(slots=True)
class _Search:
    """The search for the spacing of each series, by its own dates and those of other areas and series.

    An area differs from the others of its indicator only with enough dates of its own.
    """

    _dated: dict[SeriesKey, _Dates]
    _edges: Mapping[int, tuple[date, date]]
    _groups: dict[SeriesKey, list[SeriesKey]] = field(default_factory=dict)

    def run(self) -> dict[SeriesKey, Spacing]:
        for key in self._dated:
            self._groups.setdefault(_find_group(key), []).append(key)
        found: dict[SeriesKey, Spacing] = {}
        for keys in self._groups.values():
            found |= self._decide_group(keys)
        said = set(found.values())
        if len(said) == 1 and not any(dates.is_daily for dates in self._dated.values()):
            only = next(iter(said))
            single = [key for key in self._dated if key not in found and self._fits(key, only)]
            found |= dict.fromkeys(single, only)
        if any(dates.is_daily for dates in self._dated.values()):
            left = (key for key in self._dated if key not in found)
            found |= {key: spacing for key in left if (spacing := self._find_beside_days(key))}
        return found

    def _decide_group(self, keys: list[SeriesKey]) -> dict[SeriesKey, Spacing]:
        """Decide about the areas of an indicator."""
        monthly = [key for key in keys if not self._dated[key].is_daily]
        together = find_spacing({day for key in monthly for day in self._dated[key].by_month.values()})
        found: dict[SeriesKey, Spacing] = {}
        for key in monthly:
            days = self._dated[key].by_month.values()
            own = find_spacing(days)
            if together is None or (own is not None and len(days) >= _FEWEST_OF_AREA):
                chosen = own
            else:
                chosen = together if len(monthly) == len(keys) or own == together else None
            if chosen is not None:
                found[key] = chosen
        return found

    def _find_beside_days(self, key: SeriesKey) -> Spacing | None:
        """Find the spacing of averages of months in the first or last row that the days of each month have."""
        days = self._dated[key].by_month
        edges = [self._edges.get(month) for month in days]
        if len(days) < _FEWEST_BESIDE or max(days) - min(days) >= len(days) or not all(edges):
            return None
        for number, place in enumerate(("first working", "last working")):
            if all(edge and edge[number] == day for edge, day in zip(edges, days.values(), strict=True)):
                return Spacing(Frequency.MONTHLY, place)
        return None

    def _fits(self, key: SeriesKey, spacing: Spacing) -> bool:
        """Return whether the one date of a series is at the place of the others' dates."""
        days = self._dated[key].by_month.values()
        return len(days) == 1 and spacing.place in PLACES and all(map(PLACES[spacing.place], days))


def _find_group(key: SeriesKey) -> SeriesKey:
    """The series of a key, whatever its area."""
    column, series = key
    return column, series[0] if isinstance(series, tuple) else series
