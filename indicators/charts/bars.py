"""What standing and lying bars share: their fill, which tells estimates and forecasts, and their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from indicators.charts.axes import ValueAxis
from indicators.charts.look import Spec
from indicators.charts.palette import translucent
from indicators.charts.rows import Rows

__all__ = ["BEGIN_AT_ZERO", "FORECAST_SIGN", "PATTERNS", "PATTERN_SIGNS", "bar_marker", "interval"]

BEGIN_AT_ZERO: Final = "Bars begin at zero, so their axis is linear."
"""What is said when a logarithmic axis was asked for."""
PATTERNS: Final = ("", ".", "x", "-", "|", "+")
"""The patterns of bars of the same area by several publishers."""
PATTERN_SIGNS: Final = dict(zip(PATTERNS, "■▦▩▤▥▧", strict=True))
"""The patterns as letters, for legends."""
FORECAST_SIGN: Final = "▨"
"""The hatching of forecasts as a letter; it stands instead of a publisher's pattern."""


def bar_marker(rows: Rows, colour: str | Sequence[str], pattern: str = "") -> Spec:
    """Bars of one colour, or of one each: pale where the figure is an estimate, hatched where it is a forecast."""
    status = rows["status"]
    tints = [colour] * len(rows) if isinstance(colour, str) else colour
    return {
        "color": [translucent(tint, 0.55) if code in "EP" else tint for tint, code in zip(tints, status, strict=True)],
        "line": {"color": list(tints), "width": np.where(np.isin(status, ["E", "P", "F"]), 1.2, 0)},
        "pattern": {
            "shape": ["/" if code == "F" else pattern for code in status],
            "fillmode": "replace", "size": 6, "solidity": 0.35,
        },
    }  # fmt: skip


def interval(rows: Rows, axis: ValueAxis, colour: str, direction: str) -> Spec:
    """The intervals of figures as strokes at the ends of their bars; nothing where there is none."""
    given = ~np.isnan(rows["lower"]) & ~np.isnan(rows["upper"])
    if not given.any():
        return {}
    above = np.where(given, rows["upper"] - rows["value"], np.nan) / axis.divisor
    below_it = np.where(given, rows["value"] - rows["lower"], np.nan) / axis.divisor
    return {
        f"error_{direction}": {
            "type": "data", "symmetric": False, "array": above, "arrayminus": below_it, "color": colour,
            "thickness": 1.5, "width": 4,
        }
    }  # fmt: skip
