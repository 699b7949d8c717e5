"""Published exchange rates as dense arrays: a row per day or year, a column per currency, NaN where there is none.

pandas is not used here: a single conversion needs these arrays, but no table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.exchange.publishers import SPENT, RateSource
from indicators.exchange.rules import RateKind
from indicators.exchange.successions import LOCAL, Successions
from indicators.model.periods import Frequency, TimePeriod

FloatArray = npt.NDArray[np.float64]
IntegerArray = npt.NDArray[np.int64]
_NO_DAY: Final = np.iinfo(np.int64).min
_A_LONG_TIME: Final = 10**9
_EPOCH: Final = np.datetime64("1970-01-01", "D")
_FIRST_DAY: Final = date(1970, 1, 1)
_YEARS: Final = 10_000  # more than there are


@dataclass(frozen=True)
class PeriodArray:
    """Several periods as arrays.

    Attributes:
        periods: The periods.
        first: First day of each, in days since 1970.
        last: Last day of each.
        year: The year of those that are calendar years; -1 for the others.
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
        source: The publisher and how its rates are quoted.
        codes: The currencies, or with `LOCAL` the areas, one per column.
        start: The first row's year, or its day in days since 1970.
        quotations: Rates as published, shape (rows, currencies), with a row for each year or day.
        origin: Id of the origin; the most frequent one if there are several.
        origins: Ids of all origins, if there are several.
        origin_cells: For each quotation, the place of its origin among them, -1 where there is none; ``None`` if there
            is only one.
    """

    source: RateSource
    codes: tuple[str, ...]
    start: int
    quotations: FloatArray = field(repr=False)
    origin: str = ""
    origins: tuple[str, ...] = ()
    origin_cells: npt.NDArray[np.int16] | None = field(default=None, repr=False)

    def name_origins(self, codes: Collection[str], kind: RateKind, first: int, last: int, year: int) -> str:
        """Return the ids of the origins of the rates behind a conversion, joined by spaces.

        Args:
            codes: The currencies.
            kind: The kind of rate.
            first: The first day of the period, in days since 1970.
            last: Its last day.
            year: Its year, where there is a rate per year.
        """
        columns = [place for place, code in enumerate(self.codes) if code in codes]
        if self.origin_cells is None or not columns:
            return self.origin
        found: set[int] = set()
        for column in columns:
            if not self.source.daily:
                rows = range(year - self.start, year - self.start + 1)
            elif kind is RateKind.AVERAGE:
                rows = range(max(first - self.start, 0), last - self.start + 1)
            else:
                day = int(self._series[self.codes[column]].in_force[1][last - self.start])
                rows = range(day - self.start, day - self.start + 1)
            found |= set(self.origin_cells[rows.start : rows.stop, column].tolist())
        return " ".join(self.origins[place] for place in sorted(found - {-1})) or self.origin

    def compute_values(self, code: str, kind: RateKind, periods: PeriodArray) -> FloatArray:
        """Return the value of one unit of a currency in the base; NaN where it is unknown.

        Args:
            code: The currency.
            kind: A kind of rate; NaN throughout if the source doesn't have it.
            periods: The periods. Spot and end-of-period rates are those of the last day.

        Returns:
            An array as long as ``periods``.
        """
        if code == self.source.base:
            return np.ones(len(periods))
        series = self._series.get(code)
        if series is None or kind not in self.source.kinds:
            return np.full(len(periods), np.nan)
        if not self.source.daily:
            found = series.at_rows(series.rates, periods.year)
        elif kind is RateKind.AVERAGE:
            found = series.compute_averages(periods)
        else:
            found = series.at_rows(series.in_force[0], periods.last)
        return found if self.source.quotes_base else 1.0 / found

    def get_days(self, code: str, kind: RateKind, periods: PeriodArray) -> npt.NDArray[np.datetime64]:
        """Return the publication day of each daily rate; NaT for averages and where there is no rate.

        An average of one day is the rate of that day.
        """
        series = self._series.get(code)
        days = np.full(len(periods), _NO_DAY, dtype=np.int64)
        if series is not None and self.source.daily and kind in (RateKind.END, RateKind.SPOT, RateKind.AVERAGE):
            rows = periods.last - self.start
            inside = (rows >= 0) & (rows < len(self.quotations))
            inside &= (kind is not RateKind.AVERAGE) | (periods.first == periods.last)
            days[inside] = series.in_force[1][rows[inside]]
        return days.astype("datetime64[D]")

    def find_span(self, code: str) -> tuple[str, str] | None:
        """Return the first and last year or day with a rate of this currency; ``None`` when there is none.

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
    def _series(self) -> dict[str, _Series]:
        return {code: _Series(self.source, self.start, self.quotations[:, n]) for n, code in enumerate(self.codes)}


@dataclass(frozen=True)
class _Series:
    """The rates of one currency, computed only for currencies that are requested."""

    source: RateSource
    start: int
    rates: FloatArray

    def at_rows(self, values: FloatArray, places: IntegerArray) -> FloatArray:
        rows = places - self.start
        inside = (rows >= 0) & (rows < len(values))
        found = np.full(len(places), np.nan)
        found[inside] = values[rows[inside]]
        return found

    @cached_property
    def in_force(self) -> tuple[FloatArray, IntegerArray]:
        """The rate in force on each day, and the day it was published; never past the last one published."""
        there = ~np.isnan(self.rates)
        rows = np.arange(len(there), dtype=np.int64)
        newest = np.maximum.accumulate(np.where(there, rows, -1))
        final = np.where(there, rows, -1).max(initial=-1)
        # A series that goes on keeps its rate until the next; one that has ended, for the days the source allows.
        counts = (newest >= 0) & (rows - newest <= self.source.hold) & (rows <= final + self.source.hold)
        filled = np.where(counts, self.rates[np.maximum(newest, 0)], np.nan)
        return filled, np.where(counts, newest + self.start, _NO_DAY)

    @cached_property
    def sums(self) -> tuple[FloatArray, IntegerArray]:
        """Running sums and counts of the rates behind an average, starting at zero."""
        rates = self.in_force[0] if self.source.calendar else self.rates
        there = ~np.isnan(rates)
        sums = np.concatenate([np.zeros(1), np.cumsum(np.where(there, rates, 0.0))])
        counts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(there, dtype=np.int64)])
        return sums, counts

    def compute_averages(self, periods: PeriodArray) -> FloatArray:
        """Return the mean over each period; NaN unless rates were in force from its first day to its last.

        Where none was published in a period, such as a Saturday, it is the rate in force.
        """
        begin, end = periods.first - self.start, periods.last - self.start + 1
        low, high = np.clip(begin, 0, len(self.rates)), np.clip(end, 0, len(self.rates))
        sums, counts = self.sums
        number = counts[high] - counts[low]
        rows = np.flatnonzero(~np.isnan(self.rates))
        whole = (begin + self.source.hold >= rows[0]) & (end - 1 <= rows[-1] + self.source.hold) if len(rows) else False
        with np.errstate(invalid="ignore", divide="ignore"):
            mean: FloatArray = (sums[high] - sums[low]) / number
        in_force = self.at_rows(self.in_force[0], periods.last)
        is_day = periods.first == periods.last  # its rate, without the noise of the sums
        return np.where(whole, np.where((number > 0) & ~is_day, mean, in_force), np.nan)


class PublicationsOnDemand(Mapping[str, Publication]):
    """Publications by indicator, each read when it is first needed; threads may share it."""

    def __init__(self, sources: Iterable[RateSource], read: Callable[[RateSource], Publication]) -> None:
        self._sources = {source.indicator: source for source in sources}
        self._read = read
        self._known: dict[str, Publication] = {}
        self._reading = Lock()

    def __getitem__(self, indicator: str) -> Publication:
        with self._reading:
            if indicator not in self._known:
                self._known[indicator] = self._read(self._sources[indicator])
            return self._known[indicator]

    def __contains__(self, indicator: object) -> bool:
        return indicator in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def build_publication(
    source: RateSource, rates: pa.Table, successions: Successions, issuers: Mapping[str, str] | None = None
) -> Publication:
    """Put the rates of a publisher into arrays.

    Args:
        source: The publisher and how its rates are quoted.
        rates: A row per rate with the columns ``area``, ``unit`` (``RUB per USD``, ``LCU per USD``), ``first`` (the
            first day), ``value``, ``origin``, ``dataset`` and ``known``: of the rates of a dataset that differ in
            nothing else, the one where it sorts last is taken.
        successions: Says which currency ``LCU`` is.
        issuers: The area that issues a currency, by currency: the euro area for EUR.

    Returns:
        The publication. Where areas that share a currency have different rates, the issuer's rate is taken; where
        the issuer has none, the rate that most areas have.
    """
    days, values = _to_numpy(rates["first"].cast(pa.int32())).astype(np.int64), _to_numpy(rates["value"])
    (area, areas), (unit, units) = _encode(rates["area"]), _encode(rates["unit"])
    years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    code, codes = _name_currencies(source, (unit, units), (area, areas), years, successions)
    excluded = np.isin(area, [n for n, name in enumerate(areas) if name in source.without])
    excluded |= np.isin(area * _YEARS + years, [areas.index(a) * _YEARS + y for a, y in source.mixed if a in areas])
    used = ~excluded & (values > 0) & (days >= _first_day(source.since)) & (code >= 0)  # zero is not a rate
    place = days if source.daily else years
    start, stop = (int(place[used].min()), int(place[used].max()) + 1) if used.any() else (0, 0)
    cell = (code * (stop - start) + place - start)[used]
    values, area, origin = values[used], area[used], _encode(rates["origin"])[0][used]
    by_origin = np.full((len(codes), stop - start), -1, dtype=np.int16)
    by_origin.flat[cell] = origin
    if np.bincount(cell).max(initial=0) > 1:
        (known, names), dataset = _encode(rates["known"]), _encode(rates["dataset"])[0]
        vintage = np.argsort(np.argsort(names))[known]
        newest = _find_newest(vintage[used], dataset[used], cell, area, unit[used])
        cell, values, area, origin = cell[newest], values[newest], area[newest], origin[newest]
        issuer = [areas.index(name) if (name := (issuers or {}).get(one)) in areas else -1 for one in codes]
        by_origin.flat[cell] = origin
        cell, values = _agree(cell, values, area == np.array(issuer, dtype=np.int64)[cell // (stop - start)])
    grid = np.full((len(codes), stop - start), np.nan)
    grid.flat[cell] = values
    kept = [n for n, row in enumerate(grid) if not np.isnan(row).all()]
    made = Publication(source, tuple(codes[n] for n in kept), start, grid[kept].T, _most_frequent(rates["origin"]))
    ids = tuple(_encode(rates["origin"])[1])
    return replace(made, origins=ids, origin_cells=by_origin[kept].T) if len(ids) > 1 else made


def divide_publications(above: Publication, below: Publication) -> Publication:
    """Divide the numbers of one publication by those of another, for the areas and years that both have."""
    codes = tuple(code for code in above.codes if code in below.codes)
    start = max(above.start, below.start)
    stop = min(one.start + len(one.quotations) for one in (above, below))
    first, second = (
        one.quotations[start - one.start : max(start, stop) - one.start, [one.codes.index(code) for code in codes]]
        for one in (above, below)
    )
    origins = dict.fromkeys(f"{above.origin} {below.origin}".split())
    return Publication(above.source, codes, start, first / second, " ".join(origins))


def _encode(texts: pa.ChunkedArray) -> tuple[IntegerArray, list[str]]:
    """Return the number of each text among the distinct ones, and the distinct ones."""
    whole = texts.fill_null("") if texts.null_count else texts  # filling, too, imports pandas
    encoded = whole.combine_chunks().dictionary_encode()
    return _to_numpy(encoded.indices).astype(np.int64), encoded.dictionary.to_pylist()


def _to_numpy(column: pa.Array | pa.ChunkedArray) -> npt.NDArray[Any]:
    """Return numbers without null as an array; Arrow's own way would import pandas."""
    return np.from_dlpack(column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column)


def _most_frequent(texts: pa.ChunkedArray) -> str:
    """Return the most frequent text, the first in alphabetical order if tied; empty if there is none."""
    number, names = _encode(texts)
    counts = np.bincount(number, minlength=len(names)).tolist()
    return min(zip(counts, names, strict=True), key=lambda one: (-one[0], one[1]), default=(0, ""))[1]


def _name_currencies(
    source: RateSource,
    unit: tuple[IntegerArray, list[str]],
    area: tuple[IntegerArray, list[str]],
    years: IntegerArray,
    successions: Successions,
) -> tuple[IntegerArray, tuple[str, ...]]:
    """Return the currency of each row, -1 for none, as a place among the sorted codes that occur.

    It is the end of the unit that is not the base; for ``LCU`` what was money in the area at the end of the year.
    """
    base = source.base.replace("_", " ")
    money = [text.replace(f" per {base}", "").replace(f"{source.base} per ", "") for text in unit[1]]
    key = unit[0]
    if source.spent or "LCU" in money:
        key = (key * len(area[1]) + area[0]) * _YEARS + years
    _, first, row = np.unique(key, return_index=True, return_inverse=True)
    names: list[str | None] = []
    for text, where, year in ((money[unit[0][n]], area[1][area[0][n]], int(years[n])) for n in first):
        if source.spent:
            names.append(source.spent + where)
        elif text != "LCU":
            names.append(text)
        elif RateKind.PPP in source.kinds:
            names.append((SPENT if where in source.in_dollars else LOCAL) + where)
        else:
            tender = successions.find_tender(where, date(year, 12, 31))
            is_old = where in source.unrestated or not tender
            names.append(tender if is_old or tender is None else successions.follow_redenominations(tender))
    codes = tuple(sorted({name for name in names if name}))
    places = {code: place for place, code in enumerate(codes)}
    return np.array([places.get(name or "", -1) for name in names], dtype=np.int64)[row.reshape(-1)], codes


def _find_newest(vintage: IntegerArray, *same: IntegerArray) -> IntegerArray:
    """Return the rows of the newest rates, one for each combination of some numbers."""
    order = np.lexsort((vintage, *same))
    keys = np.stack(same)[:, order]
    return order[np.r_[(keys[:, 1:] != keys[:, :-1]).any(axis=0), True]]


def _agree(cell: IntegerArray, values: FloatArray, own: npt.NDArray[np.bool_]) -> tuple[IntegerArray, FloatArray]:
    """Return one value per cell: the issuer's, else that of most areas, the smallest if tied."""
    order = np.lexsort((values, cell))
    cell, values, own = cell[order], values[order], own[order]
    starts = np.flatnonzero(np.r_[True, (cell[1:] != cell[:-1]) | (values[1:] != values[:-1])])
    size, is_own = np.diff(np.r_[starts, len(cell)]), np.logical_or.reduceat(own, starts)
    cell, values = cell[starts], values[starts]
    best = np.lexsort((values, -size, ~is_own, cell))
    _, first = np.unique(cell[best], return_index=True)
    return cell[best][first], values[best][first]


def _first_day(year: int) -> int:
    return _number(date(year, 1, 1)) if year else -_A_LONG_TIME


def _number(day: date) -> int:
    return (day - _FIRST_DAY).days
