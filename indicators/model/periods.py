"""Time periods as SDMX writes them, and time spans as Our World in Data writes them.

A `TimePeriod` is a year, half-year, quarter, month or day, or an SDMX *time range*: a first day and a
length (``2025-01-01/P9M``, the first nine months of 2025). A `TimeSpan` is what a user asks for:
``2019..2025``, ``1998..latest``, ``latest``.

Sources: SDMX 3.0, section 6, "Time and time format"; ISO 8601; Our World in Data's ``time=`` parameter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering
from typing import Final, Literal

from indicators.errors import PeriodError, shorten
from indicators.model import messages
from indicators.model.day_words import MONTH_NAMES, are_whole_months, label_days, spell_day


class Frequency(StrEnum):
    """The frequency of a series, in the codes of SDMX ``CL_FREQ``."""

    ANNUAL = "A"
    HALF_YEARLY = "S"
    QUARTERLY = "Q"
    MONTHLY = "M"
    DAILY = "D"
    OTHER = "_O"

    @property
    def months(self) -> int | None:
        """The length of one period in months; ``None`` for days and time ranges."""
        return PERIOD_MONTHS.get(self)

    @property
    def noun(self) -> str:
        """The name of one period.

        >>> Frequency.QUARTERLY.noun
        'quarter'
        """
        return _NOUNS[self]

    @property
    def adjective(self) -> str:
        """What a series of it is called.

        >>> Frequency.HALF_YEARLY.adjective
        'half-yearly'
        """
        return _ADJECTIVES.get(self, "")


PERIOD_MONTHS: Final[Mapping[str, int]] = {
    Frequency.ANNUAL: 12, Frequency.HALF_YEARLY: 6, Frequency.QUARTERLY: 3, Frequency.MONTHLY: 1,
}  # fmt: skip
"""The length of one period in months by its frequency, from long to short; days and time ranges have none."""
_NOUNS = {
    Frequency.ANNUAL: "year",
    Frequency.HALF_YEARLY: "half-year",
    Frequency.QUARTERLY: "quarter",
    Frequency.MONTHLY: "month",
    Frequency.DAILY: "day",
    Frequency.OTHER: "period",
}
_ADJECTIVES = {
    Frequency.ANNUAL: "annual",
    Frequency.HALF_YEARLY: "half-yearly",
    Frequency.QUARTERLY: "quarterly",
    Frequency.MONTHLY: "monthly",
    Frequency.DAILY: "daily",
}
_FREQUENCIES = tuple(reversed(Frequency))
_FORMS = "2024, 2024-S1, 2024-Q3, 2024-08, 2024-08-31 or 2025-01-01/P9M"
_SINCE, _UNTIL = re.compile(r"^since (.+)"), re.compile(r"^until ")
_PERIOD = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?P<half>S[12])|-(?P<quarter>Q[1-4])|-?A1?(?P<annual>)"
    r"|-(?:M(?=..$))?(?P<month>\d{2})(?:-(?P<day>\d{2})(?:/P(?P<length>\d{1,4})(?P<measure>[DMY]))?)?)?",
    re.ASCII,
)


@total_ordering
@dataclass(frozen=True, slots=True)
class TimePeriod:
    """A time period: its first and last day, both inclusive, and its frequency.

    Sorted by first day, then by last day, then with the higher frequency first.

    >>> TimePeriod.parse("2024-Q3")
    TimePeriod('2024-Q3')
    >>> TimePeriod.parse("2024-Q3").last
    datetime.date(2024, 9, 30)
    >>> TimePeriod.parse("2024-08") in TimePeriod.parse("2024")
    True
    >>> TimePeriod.parse("2025-01-01/P9M").label
    'January–September 2025'
    """

    frequency: Frequency
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> TimePeriod:
        """Read a time period.

        Args:
            text: One of the forms ``2024``, ``2024-S1``, ``2024-Q3``, ``2024-08``, ``2024-08-31``,
                ``2025-01-01/P9M``.

        Raises:
            PeriodError: The text has none of these forms, or the date does not exist.
        """
        match = _PERIOD.fullmatch(text.strip())
        if match is None:
            year = text.strip()
            is_short = year.isascii() and year.isdecimal() and len(year) < 4
            hint = messages.FOUR_DIGITS.format(year=f"{year:0>4}") if is_short else None
            raise PeriodError(messages.NOT_A_PERIOD, found=text, expected=_FORMS, hint=hint)
        try:
            return _build_period(match.groupdict())
        except (ValueError, OverflowError) as error:
            raise PeriodError(messages.NO_SUCH_PERIOD, found=text, expected=_FORMS) from error

    @classmethod
    def of_year(cls, year: int) -> TimePeriod:
        """Return a calendar year.

        >>> TimePeriod.of_year(2024)
        TimePeriod('2024')
        """
        return cls(Frequency.ANNUAL, date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_day(cls, day: date) -> TimePeriod:
        """Return a day.

        >>> TimePeriod.of_day(date(2025, 9, 29))
        TimePeriod('2025-09-29')
        """
        return cls(Frequency.DAILY, day, day)

    @classmethod
    def containing(cls, day: date, frequency: str) -> TimePeriod:
        """Return the year, half-year, quarter, month or day that a day is in.

        Raises:
            KeyError: There is no calendar period of this frequency.

        >>> [str(TimePeriod.containing(date(2019, 5, 31), code)) for code in "ASQMD"]
        ['2019', '2019-S1', '2019-Q2', '2019-05', '2019-05-31']
        """
        if frequency in (Frequency.DAILY, Frequency.ANNUAL):
            return cls.of_day(day) if frequency == Frequency.DAILY else cls.of_year(day.year)
        months = PERIOD_MONTHS[frequency]
        return _build_months(Frequency(frequency), day.year, (day.month - 1) // months * months + 1)

    @property
    def year(self) -> int:
        """The calendar year in which the period ends."""
        return self.last.year

    @property
    def middle(self) -> date:
        """The middle day, at which a daily chart draws the period."""
        return self.first + (self.last - self.first) // 2

    @property
    def label(self) -> str:
        """The period in words.

        >>> [TimePeriod.parse(text).label for text in ("2024", "2024-S1", "2024-Q3", "2024-08", "2024-08-31")]
        ['2024', 'H1 2024', 'Q3 2024', 'August 2024', '31 August 2024']
        >>> TimePeriod.parse("2025-09-25/P5D").label
        '25–29 September 2025'
        """
        first, last = self.first, self.last
        match self.frequency:
            case Frequency.ANNUAL:
                return str(first.year)
            case Frequency.HALF_YEARLY:
                return f"H{first.month // 6 + 1} {first.year}"
            case Frequency.QUARTERLY:
                return f"Q{first.month // 3 + 1} {first.year}"
            case Frequency.MONTHLY:
                return f"{MONTH_NAMES[first.month - 1]} {first.year}"
            case Frequency.DAILY:
                return spell_day(first)
        return label_days(first, last)

    @property
    def when(self) -> str:
        """The period in words as the end of a sentence, after its preposition.

        >>> [TimePeriod.parse(text).when for text in ("2024", "2024-08", "2024-08-31", "2025-09-25/P5D")]
        ['in 2024', 'in August 2024', 'on 31 August 2024', 'from 25 September 2025 to 29 September 2025']
        """
        if self.first == self.last:
            return f"on {self.label}"
        if are_whole_months(self.first, self.last):
            return f"in {self.label}"
        return f"from {spell_day(self.first)} to {spell_day(self.last)}"

    def __contains__(self, other: TimePeriod) -> bool:
        return self.first <= other.first and other.last <= self.last

    def __lt__(self, other: TimePeriod) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[date, date, int]:
        return self.first, self.last, _FREQUENCIES.index(self.frequency)

    def __str__(self) -> str:
        first = self.first
        match self.frequency:
            case Frequency.ANNUAL:
                return f"{first.year:04d}"
            case Frequency.HALF_YEARLY:
                return f"{first.year:04d}-S{first.month // 6 + 1}"
            case Frequency.QUARTERLY:
                return f"{first.year:04d}-Q{first.month // 3 + 1}"
            case Frequency.MONTHLY:
                return f"{first.year:04d}-{first.month:02d}"
            case Frequency.DAILY:
                return first.isoformat()
        return f"{first.isoformat()}/{_format_duration(first, self.last)}"

    def __repr__(self) -> str:
        return f"TimePeriod({str(self)!r})"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The time a user asks for: from one period to another, or only the latest or earliest value.

    Attributes:
        first: The first period; ``None`` for the earliest available.
        last: The last period; ``None`` for the latest available.
        only: ``"latest"`` or ``"earliest"`` for one value per series; ``None`` for all of them.

    >>> TimeSpan.parse("2019..2025")
    TimeSpan('2019..2025')
    >>> TimeSpan.parse("2019..latest").last is None
    True
    >>> str(TimeSpan.parse("2024..2024"))
    '2024'
    >>> str(TimeSpan())
    'earliest..latest'
    """

    first: TimePeriod | None = None
    last: TimePeriod | None = None
    only: Literal["latest", "earliest"] | None = None

    @classmethod
    def parse(cls, text: str) -> TimeSpan:
        """Read a time span: ``2019..2025``, ``2019..latest``, ``2024``, ``latest``, ``earliest``, or its `label`.

        Raises:
            PeriodError: A part is not a time period, or the span ends before it begins.

        >>> [str(TimeSpan.parse(text)) for text in ("2019–2025", "since 2019", "until 2000")]
        ['2019..2025', '2019..latest', 'earliest..2000']
        """
        words = _UNTIL.sub("..", _SINCE.sub(r"\1..", text.strip().replace("–", "..")))
        if words in ("latest", "earliest"):
            return cls(only="latest" if words == "latest" else "earliest")
        start, dots, end = (part.strip() for part in words.partition(".."))
        first = None if start in ("", "earliest") and dots else TimePeriod.parse(start)
        if not dots:
            return cls(first, first)
        last = None if end in ("", "latest") else TimePeriod.parse(end)
        if first is not None and last is not None and last.last < first.first:
            hint = messages.WRITE_SPAN.format(first=shorten(end), last=shorten(start))
            raise PeriodError(messages.SPAN_REVERSED, found=text, expected="the earlier period first", hint=hint)
        return cls(first, last)

    @property
    def first_day(self) -> date:
        """The first day; ``date.min`` if the span is open."""
        return date.min if self.first is None else self.first.first

    @property
    def last_day(self) -> date:
        """The last day; ``date.max`` if the span is open."""
        return date.max if self.last is None else self.last.last

    @property
    def label(self) -> str:
        """The span in words.

        >>> [TimeSpan.parse(text).label for text in ("2019..2025", "2024", "2019..", "latest", "..2000")]
        ['2019–2025', '2024', 'since 2019', 'latest figures', 'until 2000']
        """
        if self.only is not None:
            return f"{self.only} figures"
        if self.first is not None and self.last is not None:
            if self.first == self.last:
                return self.first.label
            both_years = self.first.frequency == self.last.frequency == Frequency.ANNUAL
            return f"{self.first.label}{'–' if both_years else ' – '}{self.last.label}"
        if self.first is not None:
            return f"since {self.first.label}"
        return "all years" if self.last is None else f"until {self.last.label}"

    @property
    def when(self) -> str:
        """The span in words as the end of a sentence, after its preposition.

        >>> [TimeSpan.parse(text).when for text in ("2019..2025", "2024-05-31", "2019..", "..2000", "2024-01..2024-03")]
        ['in 2019–2025', 'on 31 May 2024', 'since 2019', 'until 2000', 'from January 2024 to March 2024']
        """
        if self.first is not None and self.last is not None:
            both_years = self.first.frequency == self.last.frequency == Frequency.ANNUAL
            if self.first == self.last:
                return self.first.when
            return f"in {self.label}" if both_years else f"from {self.first.label} to {self.last.label}"
        return f"in {self.label}" if self == TimeSpan() else self.label

    def __contains__(self, period: TimePeriod) -> bool:
        return self.first_day <= period.first and period.last <= self.last_day

    def __str__(self) -> str:
        if self.only is not None:
            return self.only
        if self.first is not None and self.first == self.last:
            return str(self.first)
        first = "earliest" if self.first is None else str(self.first)
        last = "latest" if self.last is None else str(self.last)
        return f"{first}..{last}"

    def __repr__(self) -> str:
        return f"TimeSpan({str(self)!r})"


def label_runs(periods: Sequence[TimePeriod]) -> list[str]:
    """Label periods in order of time, three or more months in a row of one year as one.

    >>> label_runs([TimePeriod.parse(f"2025-{month}") for month in ("01", "02", "03", "06", "07")])
    ['January–March 2025', 'June 2025', 'July 2025']
    """
    runs: list[list[TimePeriod]] = []
    for period in periods:
        follows = bool(runs) and runs[-1][-1].last + timedelta(days=1) == period.first and period.first.month > 1
        if follows and period.frequency == Frequency.MONTHLY:
            runs[-1].append(period)
        else:
            runs.append([period])
    return [
        label
        for run in runs
        for label in ([label_days(run[0].first, run[-1].last)] if len(run) > 2 else [one.label for one in run])
    ]


def _build_period(parts: dict[str, str | None]) -> TimePeriod:
    year = int(parts["year"] or "")
    if parts["length"]:
        first = date(year, int(parts["month"] or ""), int(parts["day"] or ""))
        return TimePeriod(Frequency.OTHER, first, _find_last_day(first, int(parts["length"]), parts["measure"] or ""))
    if parts["day"]:
        return TimePeriod.of_day(date(year, int(parts["month"] or ""), int(parts["day"])))
    if parts["month"]:
        return _build_months(Frequency.MONTHLY, year, int(parts["month"]))
    if parts["quarter"]:
        return _build_months(Frequency.QUARTERLY, year, 3 * int(parts["quarter"][1]) - 2)
    if parts["half"]:
        return _build_months(Frequency.HALF_YEARLY, year, 6 * int(parts["half"][1]) - 5)
    return TimePeriod.of_year(year)


def _build_months(frequency: Frequency, year: int, month: int) -> TimePeriod:
    first = date(year, month, 1)
    return TimePeriod(frequency, first, _find_last_day(first, frequency.months or 0, "M"))


def _find_last_day(first: date, length: int, measure: str) -> date:
    if length < 1:
        raise ValueError("a time range is at least one day, month or year long")
    if measure == "D":
        return first + timedelta(days=length) - timedelta(days=1)  # the next day must exist too
    months = first.month - 1 + length * (12 if measure == "Y" else 1)
    return date(first.year + months // 12, months % 12 + 1, first.day) - timedelta(days=1)


def _format_duration(first: date, last: date) -> str:
    after = last + timedelta(days=1)
    if after.day == first.day:
        months = 12 * (after.year - first.year) + after.month - first.month
        return f"P{months}M" if months % 12 else f"P{months // 12}Y"
    return f"P{(after - first).days}D"
