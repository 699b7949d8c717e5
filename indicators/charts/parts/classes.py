"""Classes of values for the colours of a map: few, with round bounds, and about as many areas in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.charts.palette import Ground
from indicators.model.formatting import choose_log_ticks, choose_ticks

__all__ = ["bounds", "class_colours"]

# ColorBrewer's YlGnBu in nine steps, without its lightest, which white paper swallows.
_SHADES: Final = ("#EDF8B1", "#C7E9B4", "#7FCDBB", "#41B6C4", "#1D91C0", "#225EA8", "#253494", "#081D58")
_FEWEST, _MOST = 4, 6  # bounds, so five to seven classes


def bounds(values: npt.NDArray[np.float64]) -> tuple[float, ...]:
    """Round bounds between five to seven classes; fewer where the values are too few or too equal.

    Of bounds at equal steps and at powers of ten those are taken that divide the values most evenly, by entropy.

    Args:
        values: Without NaN.

    >>> bounds(np.arange(0.0, 101.0))
    (20.0, 40.0, 60.0, 80.0)
    >>> bounds(np.logspace(0, 6, 200))
    (10.0, 100.0, 1000.0, 10000.0, 100000.0)
    """
    if not len(values) or values.min() == values.max():
        return ()
    tried = [marks for marks in _candidates(values) if len(marks) <= _MOST]
    wide = [marks for marks in tried if len(marks) >= _FEWEST] or tried
    return max(wide, key=lambda marks: _evenness(values, marks), default=())


def _candidates(values: npt.NDArray[np.float64]) -> list[tuple[float, ...]]:
    found = []
    for tail in (0, 2, 5, 10):
        low, high = (float(end) for end in np.percentile(values, [tail, 100 - tail]))
        for most in (4, 5, 6, 7):
            found.append(_inner(choose_ticks(low, high, most), values))
            if low > 0:
                found.append(_inner(choose_log_ticks(low, high, most), values))
    return found


def _inner(marks: Sequence[float], values: npt.NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(mark for mark in marks if values.min() < mark < values.max())


def _evenness(values: npt.NDArray[np.float64], marks: Sequence[float]) -> float:
    """The entropy of the shares of the classes."""
    counts = np.bincount(np.searchsorted(marks, values, side="right"), minlength=len(marks) + 1)
    shares = counts[counts > 0] / len(values)
    return float(-(shares * np.log(shares)).sum())


def class_colours(number: int, ground: Ground) -> list[str]:
    """Colours of so many classes, the higher the further from the ground.

    >>> class_colours(2, "light")
    ['#EDF8B1', '#081D58']
    """
    if number == 1:
        return [_SHADES[4]]
    shades = _SHADES if ground == "light" else _SHADES[::-1]
    return [shades[round(place * (len(shades) - 1) / (number - 1))] for place in range(number)]
