"""The quantiles of past errors that bands are made of.

Each error is divided by the spread that its series had on the day of its forecast. The errors at the same distance and
at neighbouring ones, of editions of the same season, are pooled over all countries; those of forecasts made before a
series had errors of its own are left out. Countries with a similar spread weigh more: there are quantiles at three
points of the ranking of spreads (`_CENTRES`), with weights that fall to nothing some way off, and in between they are
interpolated. All years count the same: crises are rare, and a pool that forgets would forget them. The quantiles are of
signed errors, so bands are as lopsided as errors are. As the errors of one period share its shocks, a band takes a
little more than its share of them. How many and how much are the constants of
`indicators.analysis.forecasts.band_settings`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.analysis.forecasts.band_settings import find_settings
from indicators.analysis.forecasts.past_errors import ErrorsOfDay, PastErrors

__all__ = ["LEAST_ERRORS", "LEAST_PERIODS", "BandMaker", "Pool"]

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

LEAST_ERRORS: Final = 20
"""The errors at a distance below which there is no band."""
LEAST_PERIODS: Final = 5
"""The different periods that these must be from: errors of one crisis are not independent."""
_CENTRES: Final = np.array([1 / 6, 1 / 2, 5 / 6])
_WIDEST: Final = 0.97


@dataclass(frozen=True, eq=False)
class Pool:
    """The pooled errors at a distance.

    Attributes:
        quantiles: At each centre of `_CENTRES`, the quantiles of errors over spreads.
        errors: How many errors there are at the distance itself, of all countries.
        periods: How many different periods these are from.
    """

    quantiles: Floats
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

    def make(self, distances: Integers, series: Integers, values: Floats) -> tuple[Floats, Floats]:
        """Return the lower and upper ends of forecasts, with a row for each level; NaN where there is no band."""
        lower = np.full((len(self._levels), len(values)), np.nan)
        upper = lower.copy()
        for distance in np.unique(distances):
            pool = self.find_pool(int(distance))
            if pool is None or not pool.is_enough:
                continue
            there = distances == distance
            ranks = self.of_day.rank(distances[there], series[there])
            given, scale = values[there], self.of_day.spreads[distance, series[there]]
            scale = scale * self._record.measure(given)
            ends = np.array([np.interp(ranks, _CENTRES, column) for column in pool.quantiles.T]) * scale + given
            lower[:, there], upper[:, there] = np.split(ends, 2)
            lower[:, there] = np.clip(lower[:, there], self._floor, given)  # a band holds its forecast
            upper[:, there] = np.maximum(upper[:, there], given)
        return lower, upper

    @property
    def _floor(self) -> float:
        """What no figure falls below: zero where none has, -100 for percentages."""
        least = self.of_day.least
        if least >= 0:
            return 0.0
        return -100.0 if self._record.points and least >= -100 else -np.inf

    def count_own(self, distances: Integers, series: Integers) -> Integers:
        """Count the errors of each series at its distance."""
        counts: Integers = (~np.isnan(self.of_day.errors)).sum(axis=1)
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
        return Pool(np.array(quantiles), int(own.sum()), periods)


def _weigh(ordered: Floats, weights: Floats, tails: Floats) -> Floats:
    """Return weighted quantiles of ordered numbers; NaN where nothing has weight."""
    total = np.cumsum(weights)
    if not len(total) or total[-1] <= 0:
        return np.full(len(tails), np.nan)
    quantiles: Floats = np.interp(tails, (total - weights / 2) / total[-1], ordered)
    return quantiles
