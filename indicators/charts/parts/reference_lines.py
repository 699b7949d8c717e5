"""Reference lines: a level that is given, or the average or median of what is shown, drawn across a plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from indicators.charts.palette import faint_ink
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.legend import Entry
from indicators.charts.style import SMALL, Look, Spec, note
from indicators.model.formatting import format_quantity
from indicators.model.panel import Panel

__all__ = [
    "ROW", "Reference", "dotted", "drawn_across", "drawn_down", "entries", "levels", "references", "told",
]  # fmt: skip

ROW: Final = 17
"""The height in pixels of a name above a plot."""

_SIGN: Final = "┄"
_SHORT: Final = 6  # letters
_MIDDLE: Final = 0.6  # of an axis: from there on a name stands at the left of its line
_DIGITS: Final = 3  # of an average, as at the end of a line
_COUNTED: Final = {"average": np.mean, "median": np.median}


@dataclass(frozen=True, slots=True)
class Reference:
    """A level with a name.

    Attributes:
        value: In the unit of the figures, without a word of scale.
        name: What it is: ``2%``, ``average 3.4%``.
        described: The same in a sentence.
    """

    value: float
    name: str
    described: str


def references(panel: Panel, look: Look) -> tuple[Reference, ...]:
    """The levels wanted, the averages over the actual figures of a panel, each counting once.

    Args:
        panel: What is drawn, in one unit without a word of scale.
        look: For whom, and which levels.
    """
    if not look.references or panel.is_empty:
        return ()
    unit = panel.units[0] if len(panel.units[0]) <= _SHORT else "ratio"  # a long one stands above the plot only
    actual = panel.frame.loc[(panel.frame["status"] != "F") & panel.frame["value"].notna(), "value"]
    found = []
    for wanted in look.references:
        if wanted not in _COUNTED:
            text = format_quantity(float(wanted), unit, digits=12, locale=look.locale)
            found.append(Reference(float(wanted), text, f"A line marks {text}."))
        elif len(actual):
            value = float(actual.mean() if wanted == "average" else actual.median())
            text = format_quantity(value, unit, digits=_DIGITS, locale=look.locale)
            of = f"the {wanted} of the {len(actual):,} actual figures shown, each counted once"
            found.append(Reference(value, f"{wanted} {text}", f"A line marks {of}: {text}."))
    return tuple(found)


def levels(wanted: Sequence[Reference], *, log: bool = False) -> list[float]:
    """Their values, for the extent of an axis; a logarithmic one has no place for zero and below."""
    return [one.value for one in wanted if one.value > 0 or not log]


def told(wanted: Sequence[Reference]) -> list[str]:
    """A sentence on each, for those who cannot see it."""
    return [one.described for one in wanted]


def entries(wanted: Sequence[Reference], axis: ValueAxis, look: Look, *, plot: float = 0.0) -> list[Entry]:
    """Their names, to stand among those of the lines, so that none covers another or any figure.

    Args:
        wanted: The levels.
        axis: Of values.
        look: For whom.
        plot: The height of the plot in pixels.
    """
    return [
        Entry(one.name, "", faint_ink(look.ground), _SIGN, axis.share(one.value) * plot)
        for one in wanted
        if _is_inside(one, axis)
    ]


def drawn_across(wanted: Sequence[Reference], axis: ValueAxis, look: Look, *, x: str = "x", y: str = "y") -> list[Spec]:
    """The level lines of a plot whose values go up.

    Args:
        wanted: The levels.
        axis: Of values.
        look: For whom.
        x: The other axis.
        y: The axis of values.
    """
    return [
        {"type": "line", "xref": f"{x} domain", "yref": y, "x0": 0, "x1": 1, "y0": level, "y1": level,
         "line": _stroke(look)}
        for one in wanted
        if _is_inside(one, axis)
        for level in [one.value / axis.divisor]
    ]  # fmt: skip


def drawn_down(
    wanted: Sequence[Reference], axis: ValueAxis, look: Look, *, plot: float
) -> tuple[list[Spec], list[Spec]]:
    """The upright lines of a plot whose values go to the right, and their names above it, a row each.

    Args:
        wanted: The levels.
        axis: Of values.
        look: For whom.
        plot: The height of the plot in pixels.

    Returns:
        Shapes, and notes of `ROW` pixels each above the plot.
    """
    shapes, notes = [], []
    for number, one in enumerate(wanted):
        level = one.value / axis.divisor
        shapes.append(
            {"type": "line", "xref": "x", "yref": "paper", "x0": level, "x1": level, "y0": 0,
             "y1": 1 + (number + 0.5) * ROW / plot, "line": _stroke(look)}
        )  # fmt: skip
        is_left = axis.share(one.value) < _MIDDLE
        notes.append(
            note(
                one.name, level, 1, xref="x", colour=faint_ink(look.ground), size=SMALL, yanchor="bottom",
                yshift=number * ROW, xanchor="left" if is_left else "right", xshift=4 if is_left else -4,
                hovertext=one.described,
            )
        )  # fmt: skip
    return shapes, notes


def dotted(wanted: Sequence[Reference]) -> str:
    """What the dotted lines are, in a few words; empty where there are none."""
    return f"dotted: {', '.join(one.name for one in wanted)}" if wanted else ""


def _stroke(look: Look) -> Spec:
    return {"color": faint_ink(look.ground), "width": 1.2, "dash": "2px,3px"}


def _is_inside(one: Reference, axis: ValueAxis) -> bool:
    return axis.type != "log" or one.value > 0
