"""Published rates as dense arrays: a row a day or a year, a column a currency, NaN where nothing was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.exchange.publishers import SPENT, RateSource
from indicators.exchange.rules import RateKind
from indicators.exchange.successions import LOCAL, Successions
from indicators.model.periods import Frequency, TimePeriod

__all__ = ["FloatArray", "IntegerArray", "PeriodArray", "Publication", "build_publication"]

FloatArray = npt.NDArray[np.float64]
IntegerArray = npt.NDArray[np.int64]
_NO_DAY: Final = np.iinfo(np.int64).min
_A_LONG_TIME: Final = 10**9
_EPOCH: Final = np.datetime64("1970-01-01", "D")


@dataclass(frozen=True)
class PeriodArray:
    """Several periods of time as arrays.

    Attributes:
        periods: The periods.
        first: First day of each, in days since 1970.
        last: Last day of each.
        year: The calendar year of those that are one, else -1.
    """

    periods: tuple[TimePeriod, ...]
    first: IntegerArray = field(init=False, repr=False)
    last: IntegerArray = field(init=False, repr=False)
    year: IntegerArray = field(init=False, repr=False)

    def __post_init__(self) -> None:
        days = [(_number(period.first), _number(period.last)) for period in self.periods]
        pairs = np.array(days, dtype=np.int64).reshape(-1, 2)
        years = [p.first.year if p.frequency is Frequency.ANNUAL else -1 for p in self.periods]
        object.__setattr__(self, "first", pairs[:, 0])
        object.__setattr__(self, "last", pairs[:, 1])
        object.__setattr__(self, "year", np.array(years, dtype=np.int64))

    def __len__(self) -> int:
        return len(self.periods)


@dataclass(frozen=True)
class Publication:
    """The rates of one publisher.

    Attributes:
        source: What is known of them.
        codes: The currencies, or with `LOCAL` the areas, one for each column.
        start: The first row's year, or its day in days since 1970.
        quotations: Rates as published, shape (rows, currencies); rows are all years or days, also those without.
        origin: Id of the origin, of most of them if there are several.
    """

    source: RateSource
    codes: tuple[str, ...]
    start: int
    quotations: FloatArray = field(repr=False)
    origin: str = ""

    def compute_values(self, code: str, kind: RateKind, periods: PeriodArray) -> FloatArray:
        """What one unit of a currency is worth in the base; NaN where it is not known.

        Args:
            code: The currency.
            kind: A kind the source has.
            periods: For when; of a spot and an end the last day counts.

        Returns:
            An array of the length of ``periods``.
        """
        if code == self.source.base:
            return np.ones(len(periods))
        column = self._columns.get(code)
        if column is None or kind not in self.source.kinds:
            return np.full(len(periods), np.nan)
        if not self.source.daily:
            found = self._at_rows(self.quotations[:, column], periods.year)
        elif kind is RateKind.AVERAGE:
            found = self._averages(column, periods)
        else:
            found = self._at_rows(self._held[0][:, column], periods.last)
        return found if self.source.quotes_base else 1.0 / found

    def get_days(self, code: str, kind: RateKind, periods: PeriodArray) -> npt.NDArray[np.datetime64]:
        """The day of publication of the rate of a day; not a time where an average is meant or nothing is known."""
        column = self._columns.get(code)
        days = np.full(len(periods), _NO_DAY, dtype=np.int64)
        if column is not None and self.source.daily and kind in (RateKind.END, RateKind.SPOT):
            rows = periods.last - self.start
            inside = (rows >= 0) & (rows < len(self.quotations))
            days[inside] = self._held[1][rows[inside], column]
        return days.astype("datetime64[D]")

    def find_span(self, code: str) -> tuple[str, str] | None:
        """The first and last year or day with a rate of this currency; ``None`` when there is none.

        The base has a rate whenever any other currency has one.
        """
        columns = [n for n, name in enumerate(self.codes) if name == code or self.source.base == code != name]
        rates = self.quotations[:, columns]
        rows = np.flatnonzero(~np.isnan(rates).all(axis=1))
        if not len(rows):
            return None
        first, last = int(rows[0]) + self.start, int(rows[-1]) + self.start
        return (str(_EPOCH + first), str(_EPOCH + last)) if self.source.daily else (str(first), str(last))

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {code: number for number, code in enumerate(self.codes)}

    def _at_rows(self, column: FloatArray, places: IntegerArray) -> FloatArray:
        rows = places - self.start
        inside = (rows >= 0) & (rows < len(column))
        found = np.full(len(places), np.nan)
        found[inside] = column[rows[inside]]
        return found

    @cached_property
    def _held(self) -> tuple[FloatArray, IntegerArray]:
        """The rate that counts on each day, and the day it is of; never past the last one published."""
        there = ~np.isnan(self.quotations)
        rows = np.arange(len(there), dtype=np.int64)[:, None]
        newest = np.maximum.accumulate(np.where(there, rows, -1), axis=0)
        final = np.where(there, rows, -1).max(axis=0, initial=-1)
        # a series that goes on holds its rate until the next; one that has ended, for the days the source allows
        counts = (newest >= 0) & (rows - newest <= self.source.hold) & (rows <= final + self.source.hold)
        filled = np.where(counts, np.take_along_axis(self.quotations, np.maximum(newest, 0), axis=0), np.nan)
        return filled, np.where(counts, newest + self.start, _NO_DAY)

    @cached_property
    def _sums(self) -> tuple[FloatArray, IntegerArray]:
        """Running sums and counts of the rates that an average is made of, with a row of zeros before."""
        rates = self._held[0] if self.source.calendar else self.quotations
        there = ~np.isnan(rates)
        zero = np.zeros((1, rates.shape[1]))
        sums = np.concatenate([zero, np.cumsum(np.where(there, rates, 0.0), axis=0)])
        counts = np.concatenate([zero.astype(np.int64), np.cumsum(there, axis=0, dtype=np.int64)])
        return sums, counts

    def _averages(self, column: int, periods: PeriodArray) -> FloatArray:
        """The mean over the days of each period; NaN unless rates were in force from its first day to its last."""
        begin, end = periods.first - self.start, periods.last - self.start + 1
        low, high = np.clip(begin, 0, len(self.quotations)), np.clip(end, 0, len(self.quotations))
        sums, counts = self._sums[0][:, column], self._sums[1][:, column]
        number = counts[high] - counts[low]
        rows = np.flatnonzero(~np.isnan(self.quotations[:, column]))
        whole = (begin + self.source.hold >= rows[0]) & (end - 1 <= rows[-1] + self.source.hold) if len(rows) else False
        with np.errstate(invalid="ignore", divide="ignore"):
            mean: FloatArray = (sums[high] - sums[low]) / number
        return np.where(whole & (number > 0), mean, np.nan)


def build_publication(
    source: RateSource, columns: Mapping[str, Any], successions: Successions, issuers: Mapping[str, str] | None = None
) -> Publication:
    """Put the rates of a publisher into arrays.

    Args:
        source: What is known of them.
        columns: Equally long arrays ``area``, ``unit`` (``RUB per USD``, ``LCU per USD``), ``first`` (the first
            day, datetime64), ``value`` and ``origin``.
        successions: Says which money ``LCU`` is.
        issuers: The area whose money a currency is, by currency: the euro area for EUR.

    Returns:
        The publication. Where areas that share a currency have different rates, that of the area whose money it is
        decides; where that has none, most of them.
    """
    days = np.asarray(columns["first"]).astype("datetime64[D]").astype(np.int64)
    frame = pd.DataFrame(
        {
            "place": days if source.daily else np.asarray(columns["first"]).astype("datetime64[Y]").astype(int) + 1970,
            "day": days,
            "unit": np.asarray(columns["unit"], dtype=object),
            "area": np.asarray(columns["area"], dtype=object),
            "value": np.asarray(columns["value"], dtype=np.float64),
        }
    )
    frame = frame[~frame["area"].isin(source.without)]
    frame = frame[(frame["value"] > 0) & (frame["day"] >= _first_day(source.since))]  # a rate of nothing is no rate
    frame["code"] = _codes(frame, source, successions)
    frame = frame.dropna(subset="code")
    if frame.duplicated(["code", "place"]).any():
        frame = _agreed(frame, issuers or {})
    grid = frame.pivot_table(index="place", columns="code", values="value", aggfunc="first")
    start = int(grid.index.min()) if len(grid) else 0
    stop = int(grid.index.max()) + 1 if len(grid) else 0
    grid = grid.reindex(range(start, stop))
    origin = pd.Series(np.asarray(columns["origin"], dtype=object)).mode()
    return Publication(source, tuple(grid.columns), start, grid.to_numpy(np.float64), *origin.head(1))


def _codes(frame: pd.DataFrame, source: RateSource, successions: Successions) -> pd.Series:
    """The currency of each row: the end of its unit that is not the base, or what ``LCU`` was there and then."""
    if source.spent:
        return SPENT + frame["area"]
    money = frame["unit"].str.replace(f" per {source.base.replace('_', ' ')}", "", regex=False)
    money = money.str.replace(f"{source.base} per ", "", regex=False)
    local = money == "LCU"
    if not local.any():
        return money
    if RateKind.PPP in source.kinds:
        return money.mask(local, LOCAL + frame["area"])
    named = {}
    for area, day in frame.loc[local, ["area", "day"]].drop_duplicates().itertuples(index=False):
        year = int(str(_EPOCH + day)[:4])
        tender = successions.find_tender(area, date(year, 12, 31))
        named[area, day] = successions.follow_redenominations(tender) if tender else None
    lawful = [named.get(pair) for pair in zip(frame["area"], frame["day"], strict=True)]
    return money.mask(local, pd.Series(lawful, index=frame.index, dtype=object))


def _agreed(frame: pd.DataFrame, issuers: Mapping[str, str]) -> pd.DataFrame:
    """One value for a currency and time: its issuer's, else the one most areas have, the smallest of those that tie."""
    own = frame.assign(own=frame["area"] == frame["code"].map(issuers))
    counted = own.groupby(["code", "place", "value"], as_index=False).agg(own=("own", "any"), size=("own", "size"))
    best = counted.sort_values(["own", "size", "value"], ascending=[False, False, True], kind="stable")
    return best.drop_duplicates(["code", "place"])


def _first_day(year: int) -> int:
    return _number(date(year, 1, 1)) if year else -_A_LONG_TIME


def _number(day: date) -> int:
    return int((np.datetime64(day, "D") - _EPOCH).astype(np.int64))
