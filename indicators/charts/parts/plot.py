"""The frame of a plot: its two axes, the unit above it, the names beside or below."""

from __future__ import annotations

from indicators.charts.palette import faint_ink
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.label_placement import text_width
from indicators.charts.parts.legend import Named
from indicators.charts.style import LABEL, SMALL, Look, Spec, bare_layout, note, value_axis_layout

__all__ = ["FOOT", "HEADING", "PLOT", "framed_plot", "heading_note"]

PLOT = 370
"""The height of a plot, in pixels."""
HEADING, FOOT = 24, 30
"""The room above a plot for the unit, and below it for the marks of the axis, in pixels."""


def framed_plot(look: Look, axis: ValueAxis, across: Spec, named: Named, *, above: float = 0.0) -> Spec:
    """The layout of a plot with its axis of values at the left, the unit above it and the names around it.

    Args:
        look: For whom.
        axis: Of values.
        across: The other axis, as plotly.js takes it.
        named: Names beside or below.
        above: Room for marks above the plot, in pixels.
    """
    left = 10 + max((text_width(text, LABEL) for text in axis.tick_texts), default=0)
    layout = bare_layout(look, top=HEADING + above, bottom=FOOT + named.height, left=left, right=16 + named.width)
    layout["height"] = PLOT + layout["margin"]["t"] + layout["margin"]["b"]
    layout["xaxis"] = across
    layout["yaxis"] = value_axis_layout(
        look, type=axis.type, range=list(axis.range), tickvals=axis.ticks, ticktext=axis.tick_texts,
        zeroline=axis.crosses_zero, automargin=False,
    )  # fmt: skip
    heading = heading_note(axis.heading, look, left=left, above=above)
    layout["annotations"] = [heading, *named.notes]
    layout["shapes"] = list(named.shapes)
    return layout


def heading_note(text: str, look: Look, *, left: float, above: float = 0.0) -> Spec:
    """The unit, at the left end of the figure above the plot."""
    return note(
        text, 0, 1, colour=faint_ink(look.ground), size=SMALL, xanchor="left", xshift=2 - left, yanchor="bottom",
        yshift=above + 5,
    )  # fmt: skip
