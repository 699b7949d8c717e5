"""The constants of the bands, chosen again every five years from the editions before, so that none knows what it tests.

An edition uses the settings chosen from the outcomes known before the first day of its five years. Of 60 candidates,
drawn at random from the values below, they are those with the smallest interval score (the mean over countries and
horizons of its logarithm, for the IMF's growth and inflation and levels of 50, 80 and 90%) among the candidates whose
bands of editions since April 1999 had held at least the promised share of outcomes by then, at each level and for both;
where none had, as by 2025, the one that fell short least. The test of bands
(`indicators.analysis.forecasts.calibration`) thus has no hindsight, neither in errors nor in constants. The weight of
own errors was thought of last: with the other constants as they were, it and `extra` were chosen by the same rule from
all 16 pairs of values. The method itself, and the values that the candidates were drawn from, were thought of later
than the editions that are tested, and with their outcomes in view.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np


@dataclass(frozen=True, slots=True)
class BandSettings:
    """The constants of the bands of some editions.

    Attributes:
        since: The first day of the editions that use them.
        half_life: The years in which an error loses half its weight in the spread of a series.
        neighbour: How much an error counts for each step that its distance is away.
        shrinkage: How many errors of the median country are added.
        least_own: The errors of its own without which a series is not pooled: its spread would be a guess.
        neighbours: How many distances of the same season on either side are pooled.
        extra: Of a period: a band of 80% takes 82% of errors from 20 periods if it is a half.
        reach: How far in the ranking of spreads the weight of a country falls to nothing.
        own: The weight of the quantiles of a series' own latest errors, where it has enough of them.
    """

    since: str
    half_life: float
    neighbour: float
    shrinkage: float
    least_own: float
    neighbours: int
    extra: float
    reach: float
    own: float


_SETTINGS: Final = (
    BandSettings("", 3.0, 0.9, 4.0, 0.5, 0, 0.5, 0.5, 0.0),  # to 2009, from outcomes known by the end of 2004
    BandSettings("2010-01-01", 24.0, 1.0, 8.0, 1.0, 2, 0.5, 0.5, 0.3),
    BandSettings("2015-01-01", 6.0, 0.6, 16.0, 0.5, 0, 0.5, 0.5, 0.3),
    BandSettings("2020-01-01", 24.0, 1.0, 16.0, 0.25, 2, 0.0, 0.5, 0.15),
    BandSettings("2025-01-01", 24.0, 0.9, 4.0, 0.25, 1, 0.5, 1.0, 0.15),
)
"""Drawn from: half-life 3, 6, 12, 24; neighbour 0.6, 0.8, 0.9, 1; shrinkage 2, 4, 8, 16; least own 0.25, 0.5, 1;
neighbours 0, 1, 2; extra 0, 0.25, 0.5, 0.75; reach 0.5, 1; own 0, 0.15, 0.3, 0.45."""


def find_settings(day: int) -> BandSettings:
    """Return the settings of an edition, given its day as days since 1970.

    >>> find_settings(int(np.datetime64("2012-04-30").astype("int64"))).since
    '2010-01-01'
    """
    used = _SETTINGS[0]
    for settings in _SETTINGS[1:]:
        if day >= int(np.datetime64(settings.since, "D").astype(np.int64)):
            used = settings
    return used
