"""The errors of a publisher's earlier forecasts, as they were known on any day.

Forecasts are laid out by *distance* (how far before the end of its period a forecast was published: in half-years for
annual figures, which keeps spring and autumn editions apart, else in periods), period and series. On a given day an
error is known if the period had an outcome by then, and it is that of the outcome as known then: later revisions are
never used. The outcome is the last value published within a year after the end of the period, unless another is
declared; an estimate is none.

An error is measured relative to a *size*: ten percentage points plus the forecast for figures in percent, so that a
forecast of 2% inflation and one of 200% can be compared; the forecast itself for amounts, counts and indices, which
must be above zero.

The *spread* of a series at a distance is the typical size of its errors: the mean of their square roots, squared, in
which an error loses half its weight in some years, errors at neighbouring distances count less for each step, and some
errors of the median country are added (`indicators.analysis.forecasts.band_settings`). A series with few errors of its
own thus has nearly the spread of the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.analysis.forecasts.band_settings import BandSettings
from indicators.analysis.forecasts.baselines import BaselineName, forecast_with_baseline
from indicators.analysis.forecasts.phases import FORECAST, ForecastOutcome
from indicators.model.panel import SERIES_COLUMNS
from indicators.model.periods import PERIOD_MONTHS
from indicators.model.units import parse_unit

_Floats = npt.NDArray[np.float64]
_Integers = npt.NDArray[np.int64]

_SIZE_OF_PERCENT: Final = 10.0
_LEAST_SPREAD: Final = 1e-4
_MOST_DISTANCES: Final = 24
_HALF_YEAR: Final = 6  # months
_POINTS: Final = {"percent": 1.0, "percentage_point": 1.0, "permille": 10.0}
_NO_OUTCOME: Final = ("E", FORECAST)  # an estimate is not an outcome
_SERIES: Final = (
    "INDICATOR", "REF_AREA", "COUNTERPART_AREA", "DIMENSIONS", "DATASET", "UNIT_MEASURE", "FREQ", "CONVERTED_FROM",
)  # fmt: skip
"""The columns of the store behind `SERIES_COLUMNS`."""


@dataclass(frozen=True, eq=False)
class PastErrors:
    """Every forecast of one publisher for one indicator, with its outcomes.

    Arrays have the axes distance, period and series.

    Attributes:
        series: The place of each series by its `SERIES_COLUMNS`.
        is_pooled: Whether a series is one of those that errors are pooled over: countries, not groups of them.
        months: The length of a period in months.
        first: The number of the first period, counted in periods since 1970.
        forecasts: The forecasts; NaN where there is none.
        days: The day on which each was published, as days since 1970.
        outcomes: One row per published outcome, by day: its period, its series, its day and its value.
        ends: The last day of each period, as days since 1970.
        outcome: Which outcome counts.
        points: The size of an error in percent, in the unit; zero where errors are relative to the forecast.
    """

    series: dict[tuple[Any, ...], int]
    is_pooled: npt.NDArray[np.bool_]
    months: int
    first: int
    forecasts: _Floats
    days: _Integers
    outcomes: tuple[_Integers, _Integers, _Integers, _Floats]
    ends: _Integers
    outcome: ForecastOutcome
    points: float
    _measured: dict[BandSettings, tuple[_Floats, _Floats]] = field(init=False, default_factory=dict)

    def measure_spreads(self, settings: BandSettings) -> tuple[_Floats, _Floats]:
        """Return the spread that each forecast's series had on its day, and the rank of that spread.

        The rank is NaN where the spread was a guess. Both are measured once for each settings.
        """
        if settings not in self._measured:
            spreads, ranks = (np.full(self.forecasts.shape, np.nan) for _ in range(2))
            for day in self.editions:
                of_day = ErrorsOfDay(self, int(day), settings)
                places = np.nonzero(self.days == day)
                if of_day.is_measured:
                    spreads[places] = of_day.spreads[places[0], places[2]]
                    has_own = of_day.weights[places[0], places[2]] >= settings.least_own
                    ranks[places] = np.where(has_own, of_day.rank(places[0], places[2]), np.nan)
            self._measured[settings] = spreads, ranks
        return self._measured[settings]

    @cached_property
    def editions(self) -> _Integers:
        """The days on which forecasts were published."""
        return np.unique(self.days[~np.isnan(self.forecasts)])

    @cached_property
    def sizes(self) -> _Floats:
        """What errors are measured relative to."""
        return self.measure(self.forecasts)

    def measure(self, values: _Floats) -> _Floats:
        """Return the size that an error of a forecast is relative to."""
        return 1 + np.abs(values) / self.points if self.points else np.abs(values)

    def replace_forecasts(self, name: BaselineName) -> PastErrors:
        """Return the errors that a naive forecast would have made, had it been published with each edition."""
        forecasts = np.full(self.forecasts.shape, np.nan)
        for day in self.editions:
            distance, period, series = np.nonzero((self.days == day) & ~np.isnan(self.forecasts))
            known = self.know_outcomes(int(day), of="newest")
            forecasts[distance, period, series] = forecast_with_baseline(
                name, known, series, period, per_year=12 // self.months, as_logarithms=not self.points
            )
        return replace(self, forecasts=forecasts)

    def know_outcomes(self, day: int, *, of: ForecastOutcome | None = None) -> _Floats:
        """Return the outcomes as known on a day, by period and series.

        Args:
            day: The day, as days since 1970.
            of: Which outcome; the declared one if left out.
        """
        which = of or self.outcome
        period, series, published, value = self.outcomes
        known = np.full(self.forecasts.shape[1:], np.nan)
        until = int(np.searchsorted(published, day, side="right"))
        places = np.arange(until)
        if which == "one-year-later":
            places = places[published[:until] <= self.ends[period[:until]] + 366]
        if which == "first":
            places = places[::-1]  # of several values for one place, the last is kept
        known[period[places], series[places]] = value[places]
        return known


class ErrorsOfDay:
    """The errors known on a day, and the spread of each series and distance that follows from them."""

    def __init__(self, record: PastErrors, day: int, settings: BandSettings) -> None:
        self._record, self._settings = record, settings
        known = record.know_outcomes(day)
        periods = np.nonzero(~np.isnan(known).all(axis=1))[0]
        self.until = int(periods[-1]) + 1 if len(periods) else 0
        used = slice(0, self.until)
        self.errors: _Floats = (known[used] - record.forecasts[:, used]) / record.sizes[:, used]
        self.ages: _Floats = np.maximum(day - record.ends[used], 0) / 365.25
        made = np.where(record.days <= day, record.forecasts, np.nan)
        self.least = float(min(np.nanmin(part) if not np.isnan(part).all() else np.inf for part in (made, known)))
        self._sizes = np.abs(self.errors)
        self._has_error = ~np.isnan(self.errors)

    @property
    def is_measured(self) -> bool:
        """Whether any error of a series that is pooled is known."""
        return bool(self._has_error[:, :, self._record.is_pooled].any())

    @cached_property
    def usual(self) -> _Floats:
        """The median absolute error of all countries at each distance; of the nearest where none is known."""
        pooled = self._sizes[:, :, self._record.is_pooled].reshape(len(self._sizes), -1)
        found = _take_medians(pooled)
        known = np.nonzero(~np.isnan(found))[0]
        nearest = known[np.abs(np.arange(len(found))[:, None] - known[None]).argmin(axis=1)]
        usual: _Floats = np.maximum(found[nearest], _LEAST_SPREAD)
        return usual

    @cached_property
    def weights(self) -> _Floats:
        """How many errors of its own the spread of each distance and series rests on, older ones counting less."""
        return self._weigh(self._has_error)

    def _weigh(self, amounts: npt.NDArray[Any]) -> _Floats:
        summed = np.einsum("kta,t->ka", amounts, 0.5 ** (self.ages / self._settings.half_life))
        steps = np.arange(len(summed))
        nearness = self._settings.neighbour ** np.abs(steps[:, None] - steps[None])
        weighed: _Floats = nearness / nearness.sum(axis=1, keepdims=True) @ summed
        return weighed

    @cached_property
    def spreads(self) -> _Floats:
        """The spread of each distance and series."""
        roots = np.sqrt(np.where(self._has_error, self._sizes, 0.0) / self.usual[:, None, None])
        weight, total = self.weights, self._weigh(roots)
        own = np.divide(total, weight, out=np.full_like(total, np.nan), where=weight > 0)
        middle = np.nan_to_num(_take_medians(own[:, self._record.is_pooled]), nan=1.0)
        added = self._settings.shrinkage
        mean = (total + added * middle[:, None]) / (weight + added)
        spreads: _Floats = np.maximum(mean**2 * self.usual[:, None], _LEAST_SPREAD)
        return spreads

    def rank(self, distances: _Integers, series: _Integers) -> _Floats:
        """Return the rank of spreads among those of all countries at the same distance, from 0 to 1."""
        ranks = np.full(len(distances), 0.5)
        for distance in np.unique(distances):
            there = distances == distance
            is_known = self._record.is_pooled & (self.weights[distance] > 0)
            ordered = np.sort(self.spreads[distance, is_known])
            spreads = self.spreads[distance, series[there]]
            below = np.searchsorted(ordered, spreads, "left") + np.searchsorted(ordered, spreads, "right")
            ranks[there] = below / 2 / max(len(ordered), 1)
        return ranks


def _take_medians(rows: _Floats) -> _Floats:
    """The median of each row without NaN; NaN for a row of nothing else."""
    ordered = np.sort(rows, axis=1)  # NaN last
    counts = (~np.isnan(rows)).sum(axis=1)
    places = np.arange(len(rows)), np.maximum(counts - 1, 0) // 2, counts // 2
    middle = ordered[places[0], places[1]], ordered[places[0], np.minimum(places[2], rows.shape[1] - 1)]
    medians: _Floats = (middle[0] + middle[1]) / 2
    return medians


def count_distances(first: _Integers, last: _Integers, months: int) -> _Integers:
    """Count how far before the end of its period each figure was published.

    Args:
        first: The days of publication, as days since 1970.
        last: The last days of the periods.
        months: The length of a period in months.

    Returns:
        Half-years for annual figures, else periods; -1 for what was published after the end of its period.

    >>> days = np.array(["2024-04-30", "2024-10-31"], dtype="datetime64[D]").astype("int64")
    >>> count_distances(days, np.repeat(np.datetime64("2025-12-31").astype("int64"), 2), 12).tolist()
    [3, 2]
    """
    published, ends = (days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) for days in (first, last))
    counted: _Integers = (ends - published) // min(months, _HALF_YEAR)
    return np.where(first <= last, counted, -1)


def collect_errors(
    table: pa.Table, groups: frozenset[str], *, outcome: ForecastOutcome = "one-year-later"
) -> PastErrors | None:
    """Collect the forecasts of one publisher for one indicator, of one frequency.

    Args:
        table: Rows with the columns of the store, of every vintage.
        groups: Codes of the groups of countries.
        outcome: Which outcome counts: the ``first`` published, the last published within a year after the end of the
            period (``one-year-later``), or the ``newest``; each as known on the day asked about.

    Returns:
        ``None`` if there is no forecast, if periods are days, or if amounts are not all above zero.
    """
    table = table.filter(pc.and_(pc.is_valid(table["OBS_VALUE"]), pc.is_valid(table["VINTAGE"])))
    table = table.sort_by("VINTAGE")
    months = PERIOD_MONTHS.get(table["FREQ"][0].as_py()) if len(table) else None
    units = pc.unique(table["UNIT_MEASURE"]).to_pylist()
    points = {_POINTS.get(parse_unit(text).expression, 0.0) for text in units}
    value = table["OBS_VALUE"].to_numpy()
    if months is None or len(points) != 1 or (points == {0.0} and bool((value <= 0).any())):
        return None
    known, last = (table[name].to_numpy().astype("datetime64[D]").astype(np.int64) for name in ("VINTAGE", "TIME_END"))
    distance = count_distances(known, last, months)
    forecast = pc.fill_null(pc.equal(table["OBS_STATUS"], FORECAST), False).to_numpy()  # noqa: FBT003  of Arrow
    no_outcome = pc.is_in(table["OBS_STATUS"], value_set=pa.array(_NO_OUTCOME)).to_numpy()
    is_forecast = forecast & (distance >= 0) & (distance < _MOST_DISTANCES)
    is_outcome = ~no_outcome & (distance < 0)
    if not is_forecast.any():
        return None
    keys, number = _number_series(table)
    period = last.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) // months
    first = int(period.min())
    shape = (int(distance[is_forecast].max()) + 1, int(period.max()) - first + 1, len(keys))
    place = (distance[is_forecast], period[is_forecast] - first, number[is_forecast])
    values, days = np.full(shape, np.nan), np.zeros(shape, np.int64)
    values[place], days[place] = value[is_forecast], known[is_forecast]
    months_after = (np.arange(shape[1]) + first + 1) * months
    ends = months_after.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) - 1
    is_pooled = np.array([key[SERIES_COLUMNS.index("code")] not in groups for key in keys])
    return PastErrors(
        series={key: place for place, key in enumerate(keys)},
        is_pooled=is_pooled if is_pooled.any() else ~is_pooled, months=months, first=first, forecasts=values, days=days,
        outcomes=(period[is_outcome] - first, number[is_outcome], known[is_outcome], value[is_outcome]),
        ends=ends, outcome=outcome, points=_SIZE_OF_PERCENT * points.pop(),
    )  # fmt: skip


def _number_series(table: pa.Table) -> tuple[list[tuple[str, ...]], _Integers]:
    """The series of a table, as `SERIES_COLUMNS`, and the number of that of each row."""
    columns = [pc.fill_null(table[name], "").combine_chunks().dictionary_encode() for name in _SERIES]
    codes = [column.indices.to_numpy().astype(np.int64) for column in columns]
    flat = np.ravel_multi_index(codes, [max(len(column.dictionary), 1) for column in columns])
    _, first, number = np.unique(flat, return_index=True, return_inverse=True)
    texts = [column.dictionary.to_pylist() for column in columns]
    return [tuple(text[code[row]] for text, code in zip(texts, codes, strict=True)) for row in first], number
