"""What standing and lying bars share: their fill, which tells estimates and forecasts, and their intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from indicators.charts.palette import faint_ink, translucent
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.style import SMALL, Look, Spec, note

__all__ = [
    "BEGIN_AT_ZERO", "PATTERNS", "bar_marker", "fill_note", "fill_remark", "fill_signs", "interval",
]  # fmt: skip

BEGIN_AT_ZERO: Final = "Bars begin at zero, so their axis is linear."
"""What is said when a logarithmic axis was asked for."""
PATTERNS: Final = ("", ".", "x", "-", "|", "+")
"""The patterns of bars of the same area by several publishers."""
_SIGNS: Final = dict(zip(PATTERNS, "■▦▩▤▥▣", strict=True))
"""The patterns as letters, for legends."""
_FORECAST_SIGNS: Final = dict(zip(PATTERNS, "▨▧▨▧▨▧", strict=True))
"""The hatching of forecasts as letters, by the pattern of their publisher: two rivals are hatched crosswise."""
_HATCHES: Final = {"▨": "/", "▧": "\\"}


def bar_marker(rows: Rows, colour: str | Sequence[str], pattern: str = "") -> Spec:
    """Bars of one colour, or of one each: pale where the figure is an estimate, hatched where it is a forecast."""
    status = rows["status"]
    tints = [colour] * len(rows) if isinstance(colour, str) else colour
    return {
        "color": [translucent(tint, 0.55) if code in "EP" else tint for tint, code in zip(tints, status, strict=True)],
        "line": {"color": list(tints), "width": np.where(np.isin(status, ["E", "P", "F"]), 1.2, 0)},
        "pattern": {
            "shape": [_HATCHES[_FORECAST_SIGNS[pattern]] if code == "F" else pattern for code in status],
            "fillmode": "replace", "size": 6, "solidity": 0.35,
        },
    }  # fmt: skip


def fill_signs(rows: Rows, pattern: str = "") -> str:
    """The letters that look like the bars of one series, for a legend: those of its figures, of its forecasts, or both.

    Args:
        rows: The series.
        pattern: Of its publisher.
    """
    is_forecast = rows["status"] == "F"
    known = "" if is_forecast.all() else _SIGNS[pattern]
    return known + (_FORECAST_SIGNS[pattern] if is_forecast.any() else "")


def _fills(rows: Rows) -> str:
    """What the fills mean that are not those of actual figures; empty where there are no others."""
    there = set(rows["status"])
    words = {"hatched: forecasts": there & {"F"}, "pale: estimates": there & {"E", "P"}}
    return ", ".join(word for word, those in words.items() if those)


def fill_note(rows: Rows, look: Look, *, above: float = 0.0) -> list[Spec]:
    """What the fills mean, at the right above the bars, where there is room for it beside the unit.

    Args:
        rows: What is drawn.
        look: For whom.
        above: What stands between, in pixels.
    """
    if look.narrow or not (words := _fills(rows)):
        return []
    return [
        note(
            words, 1, 1, colour=faint_ink(look.ground), size=SMALL, xanchor="right", yanchor="bottom",
            yshift=above + 5,
        )
    ]  # fmt: skip


def fill_remark(rows: Rows, look: Look) -> tuple[str, ...]:
    """The same as a sentence, for where there is no room."""
    words = _fills(rows)
    return (f"{words[0].upper()}{words[1:]}.",) if look.narrow and words else ()


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
