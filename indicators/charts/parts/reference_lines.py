"""Reference lines across a plot: a given level, or the average or median of what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indicators.charts import messages
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.legend import LegendEntry
from indicators.charts.style import PLOT, SMALL, Look, Spec, make_note, style_reference_line
from indicators.model.formatting import count_noun, format_quantity
from indicators.model.panel import Panel

__all__ = [
    "ROW",
    "Reference",
    "describe_dotted_lines",
    "describe_reference_lines",
    "draw_levels_across",
    "draw_levels_down",
    "find_reference_lines",
    "list_levels",
    "name_reference_lines",
]  # fmt: skip

ROW: Final = 17
"""The height of a name above a plot in pixels."""

_SIGN: Final = "┄"
_SHORT: Final = 6  # letters
_MIDDLE: Final = 0.6  # of an axis: after that a name is to the left of its line
_DIGITS: Final = 3  # of an average, as at the end of a line
_STATISTICS: Final = {
    "average": (messages.AVERAGE_LEVEL, messages.AVERAGE_DESCRIBED),
    "median": (messages.MEDIAN_LEVEL, messages.MEDIAN_DESCRIBED),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A level with a name.

    Attributes:
        value: In the unit of the values, without a scale word.
        name: What it is: ``2%``, ``average 3.4%``.
        described: The same in a sentence.
    """

    value: float
    name: str
    described: str


def find_reference_lines(panel: Panel, look: Look) -> tuple[Reference, ...]:
    """Return the levels of a look; averages are over the actual values of a panel, each counted once.

    Args:
        panel: What is drawn, in one unit without a scale word.
        look: Where it is shown, and which levels.
    """
    if not look.references or panel.is_empty:
        return ()
    unit = panel.units[0] if len(panel.units[0]) <= _SHORT else "ratio"  # long units are above the plot only
    actual = panel.frame.loc[(panel.frame["status"] != "F") & panel.frame["value"].notna(), "value"]
    found = []
    for wanted in look.references:
        if wanted not in _STATISTICS:
            text = format_quantity(float(wanted), unit, digits=12, locale=look.locale)
            found.append(Reference(float(wanted), text, messages.LEVEL_DESCRIBED.format(value=text)))
        elif len(actual):
            name, described = _STATISTICS[wanted]
            value = float(actual.mean() if wanted == "average" else actual.median())
            text = format_quantity(value, unit, digits=_DIGITS, locale=look.locale)
            number = count_noun(len(actual), "actual value", "actual values")
            found.append(Reference(value, name.format(value=text), described.format(value=text, number=number)))
    return tuple(found)


def list_levels(wanted: Sequence[Reference], *, log: bool = False) -> list[float]:
    """Return their values for the range of an axis; a logarithmic axis has none of zero and below."""
    return [one.value for one in wanted if one.value > 0 or not log]


def describe_reference_lines(wanted: Sequence[Reference]) -> list[str]:
    """Return a sentence on each, for alternative texts."""
    return [one.described for one in wanted]


def name_reference_lines(wanted: Sequence[Reference], axis: ValueAxis, look: Look) -> list[LegendEntry]:
    """Return their names as entries of a legend, placed among those of the lines."""
    return [
        LegendEntry(one.name, "", look.theme.faint_ink, _SIGN, axis.locate(one.value) * PLOT)
        for one in wanted
        if _is_inside(one, axis)
    ]


def draw_levels_across(
    wanted: Sequence[Reference], axis: ValueAxis, look: Look, *, x: str = "x", y: str = "y"
) -> list[Spec]:
    """Draw the levels of a plot whose values go up.

    Args:
        wanted: The levels.
        axis: The axis of values.
        look: Where it is shown.
        x: The other axis in the layout.
        y: The axis of values in the layout.
    """
    return [
        {"type": "line", "xref": f"{x} domain", "yref": y, "x0": 0, "x1": 1, "y0": level, "y1": level,
         "line": style_reference_line(look)}
        for one in wanted
        if _is_inside(one, axis)
        for level in [one.value / axis.divisor]
    ]  # fmt: skip


def draw_levels_down(
    wanted: Sequence[Reference], axis: ValueAxis, look: Look, *, plot: float
) -> tuple[list[Spec], list[Spec]]:
    """Draw the levels of a plot whose values go to the right, with their names above it, a row each.

    Args:
        wanted: The levels.
        axis: The axis of values.
        look: Where it is shown.
        plot: The height of the plot in pixels.

    Returns:
        Shapes, and notes of `ROW` pixels each above the plot.
    """
    shapes, notes = [], []
    for number, one in enumerate(wanted):
        level = one.value / axis.divisor
        shapes.append(
            {"type": "line", "xref": "x", "yref": "paper", "x0": level, "x1": level, "y0": 0,
             "y1": 1 + (number + 0.5) * ROW / plot, "line": style_reference_line(look)}
        )  # fmt: skip
        is_left = axis.locate(one.value) < _MIDDLE
        notes.append(
            make_note(
                one.name, level, 1, xref="x", colour=look.theme.faint_ink, size=SMALL, yanchor="bottom",
                yshift=number * ROW, xanchor="left" if is_left else "right", xshift=4 if is_left else -4,
                hovertext=one.described,
            )
        )  # fmt: skip
    return shapes, notes


def describe_dotted_lines(wanted: Sequence[Reference]) -> str:
    """Return what the dotted lines are; empty where there are none."""
    return messages.DOTTED.format(levels=", ".join(one.name for one in wanted)) if wanted else ""


def _is_inside(one: Reference, axis: ValueAxis) -> bool:
    return axis.type != "log" or one.value > 0
