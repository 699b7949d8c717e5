"""The quantiles of past errors that bands are made of.

Each error is divided by the spread that its series had on the day of its forecast. The errors at the same distance and
at neighbouring ones, of editions of the same season, are pooled over all countries; those of forecasts made before a
series had errors of its own are left out. Countries with a similar spread weigh more: there are quantiles at three
points of the ranking of spreads (`_CENTRES`), with weights that fall to nothing some way off, and in between they are
interpolated. All years count the same: crises are rare, and a pool that forgets would forget them. The quantiles are of
signed errors, so bands are as lopsided as errors are. As the errors of one period share its shocks, a band takes a
little more than its share of them.

The usual direction of errors changes: inflation was above forecasts from 2005 to 2010, below them from 2013 to 2019 and
above again since 2022, so that quantiles of signed errors alone lean the wrong way every few years. Where a series has
twelve errors of its own, the quantiles of the latest fifteen, without their sign, therefore have some weight. How many
and how much are the constants of `indicators.analysis.forecasts.band_settings`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.analysis.forecasts.band_settings import find_settings
from indicators.analysis.forecasts.past_errors import ErrorsOfDay, PastErrors

_Floats = npt.NDArray[np.float64]
_Integers = npt.NDArray[np.int64]

LEAST_ERRORS: Final = 20
"""The errors at a distance below which there is no band."""
LEAST_PERIODS: Final = 5
"""The different periods that these must be from: errors of one crisis are not independent."""
_CENTRES: Final = np.array([1 / 6, 1 / 2, 5 / 6])
_WIDEST: Final = 0.97
_LEAST_OWN: Final = 12
_LATEST_OWN: Final = 15
_MOST_OWN: Final = 3  # times the pooled: after a hyperinflation own quantiles alone are in the thousands


@dataclass(frozen=True, eq=False)
class Pool:
    """The pooled errors at a distance.

    Attributes:
        quantiles: At each centre of `_CENTRES`, the quantiles of errors over spreads.
        shares: The share of errors that the band of each level takes.
        errors: How many errors there are at the distance itself, of all countries.
        periods: How many different periods these are from.
    """

    quantiles: _Floats
    shares: _Floats
    errors: int
    periods: int

    @property
    def is_enough(self) -> bool:
        """Whether there are enough errors for a band."""
        return self.errors >= LEAST_ERRORS and self.periods >= LEAST_PERIODS


class BandMaker:
    """Makes the bands of forecasts published on one day from the errors known on that day.

    Args:
        record: The forecasts with their outcomes.
        day: The day, as days since 1970.
        levels: The shares of outcomes that bands should hold, in percent.
    """

    def __init__(self, record: PastErrors, day: int, levels: tuple[int, ...]) -> None:
        self._record, self._levels, self._settings = record, levels, find_settings(day)
        self.of_day = ErrorsOfDay(record, day, self._settings)
        self._pools: dict[int, Pool | None] = {}

    def make(self, distances: _Integers, series: _Integers, values: _Floats) -> tuple[_Floats, _Floats]:
        """Return the lower and upper ends of forecasts, with a row for each level; NaN where there is no band."""
        lower = np.full((len(self._levels), len(values)), np.nan)
        upper = lower.copy()
        for distance in np.unique(distances):
            pool = self.find_pool(int(distance))
            if pool is None or not pool.is_enough:
                continue
            there = distances == distance
            ranks = self.of_day.rank(distances[there], series[there])
            given = values[there]
            pooled = np.array([np.interp(ranks, _CENTRES, column) for column in pool.quantiles.T])
            below, above = np.split(pooled * self.of_day.spreads[distance, series[there]], 2)
            own, weight = self._take_own(int(distance), series[there], pool.shares)
            own = np.minimum(own, _MOST_OWN * np.maximum(-below, above))
            size = self._record.measure(given)
            below, above = ((1 - weight) * side + weight * sign * own for sign, side in ((-1, below), (1, above)))
            lower[:, there] = np.clip(given + below * size, self._floor, given)  # a band holds its forecast
            upper[:, there] = np.maximum(given + above * size, given)
        return lower, upper

    def _take_own(self, distance: int, series: _Integers, shares: _Floats) -> tuple[_Floats, _Floats]:
        """The quantiles of each series' own absolute errors at a distance, a row for each share, and their weight."""
        sizes = sort_latest(self.of_day.errors[distance][:, series], _LATEST_OWN)
        counts = (~np.isnan(sizes)).sum(axis=0)
        weight = np.where(counts >= _LEAST_OWN, self._settings.own, 0.0)
        last = np.maximum(counts - 1, 0)
        place = np.clip(shares[:, None] * (counts + 1) - 1, 0, last)
        before, columns = place.astype(np.int64), np.arange(len(series))
        after = np.minimum(before + 1, last)
        own = sizes[before, columns] + (place - before) * (sizes[after, columns] - sizes[before, columns])
        return np.nan_to_num(own), weight

    @property
    def _floor(self) -> float:
        """What no figure falls below: zero where none has, -100 for percentages."""
        least = self.of_day.least
        if least >= 0:
            return 0.0
        return -100.0 if self._record.points and least >= -100 else -np.inf

    def count_own(self, distances: _Integers, series: _Integers) -> _Integers:
        """Count the errors of each series at its distance."""
        counts: _Integers = (~np.isnan(self.of_day.errors)).sum(axis=1)
        return counts[distances, series]

    def find_pool(self, distance: int) -> Pool | None:
        """Return the pooled errors at a distance; ``None`` where none was ever forecast that far ahead."""
        if distance not in self._pools:
            is_there = self.of_day.is_measured and 0 <= distance < len(self._record.forecasts)
            self._pools[distance] = self._pool(distance) if is_there else None
        return self._pools[distance]

    def _pool(self, distance: int) -> Pool:
        settings, neighbours = self._settings, self._settings.neighbours
        spreads, measured = self._record.measure_spreads(settings)
        step = 2 if self._record.months > 6 else 1  # half-years: two to the same season
        until, pooled = self.of_day.until, self._record.is_pooled
        reach = [distance + step * number for number in range(-neighbours, neighbours + 1)]
        used = [place for place in reach if 0 <= place < len(self._record.forecasts)]
        errors = (self.of_day.errors[used] / spreads[used, :until])[:, :, pooled]
        ranks = measured[used, :until][:, :, pooled]  # NaN where the spread was a guess
        known = ~np.isnan(errors + ranks)
        own = known[used.index(distance)]
        sizes, ranks = errors[known], ranks[known]
        order = np.argsort(sizes)
        sizes, ranks = sizes[order], ranks[order]
        periods = int(own.any(axis=1).sum())
        shares = np.minimum(np.array(self._levels) / 100 * (1 + settings.extra / max(periods, 1)), _WIDEST)
        tails = (1 - shares) / 2
        tails = np.concatenate([tails, 1 - tails])
        reached = settings.reach
        weights = [np.maximum(1 - np.abs(ranks - centre) / reached, 0) for centre in _CENTRES]
        quantiles = [_weigh(sizes, weight, tails) for weight in weights]
        return Pool(np.array(quantiles), shares, int(own.sum()), periods)


def sort_latest(errors: _Floats, number: int) -> _Floats:
    """Return the latest absolute errors in order of size, NaN last; periods are the last axis but one."""
    latest = np.cumsum(~np.isnan(errors[..., ::-1, :]), axis=-2)[..., ::-1, :] <= number
    ordered: _Floats = np.sort(np.where(latest, np.abs(errors), np.nan), axis=-2)[..., :number, :]
    return ordered


def _weigh(ordered: _Floats, weights: _Floats, tails: _Floats) -> _Floats:
    """Return weighted quantiles of ordered numbers; NaN where nothing has weight."""
    total = np.cumsum(weights)
    if not len(total) or total[-1] <= 0:
        return np.full(len(tails), np.nan)
    quantiles: _Floats = np.interp(tails, (total - weights / 2) / total[-1], ordered)
    return quantiles
