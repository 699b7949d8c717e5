"""How all charts look: the ground they stand on, their text, their bare layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from indicators.charts.palette import Ground, faint_ink, grey, ink, paper, translucent

__all__ = [
    "FONT",
    "HEIGHT",
    "LABEL",
    "LEAST_HEIGHT",
    "LEAST_WIDTH",
    "SMALL",
    "Look",
    "Spec",
    "bare_layout",
    "built",
    "no_figures",
    "note",
    "value_axis_layout",
]

Spec = dict[str, Any]
"""A part of a figure as plotly.js reads it: a trace, an annotation, an axis."""

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", Arial, "Liberation Sans", sans-serif'  # a name needs quotes
HEIGHT = 440
LABEL, SMALL = 13, 12  # sizes of text in pixels
LEAST_WIDTH, LEAST_HEIGHT = 560, 400
"""What a picture is laid out for at least, in pixels, before it is enlarged: in less, words would take all the room."""


@dataclass(frozen=True, slots=True)
class Look:
    """For whom a chart is drawn.

    Attributes:
        ground: Whether it stands on a light or a dark ground.
        narrow: Whether there is no room for names beside the plot.
        locale: A locale of CLDR, for the marks between digits.
        order: Codes of areas in the order chosen, for their colours.
        references: The levels at which reference lines are wanted, as a view has them.
        room: The width in pixels that the plot of a picture has; 0 on a screen, whose width is not known.
        proportion: The width of a picture in its heights; 0 on a screen.
    """

    ground: Ground = "light"
    narrow: bool = False
    locale: str = "en"
    order: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    room: int = 0
    proportion: float = 0.0

    @property
    def width(self) -> int:
        """The width in pixels that a plot has at least: what fits into this fits on the screen."""
        return self.room or (250 if self.narrow else 460)


def bare_layout(look: Look, *, top: float, bottom: float, right: float = 16, left: float = 8) -> Spec:
    """The layout that all charts share; the plot is as high as in `HEIGHT`, its margins come on top.

    Args:
        look: For whom it is drawn.
        top: Margin above the plot in pixels; likewise the others.
        bottom: Below.
        right: At the right.
        left: At the left.
    """
    return {
        "autotypenumbers": "strict",
        "height": HEIGHT,
        "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
        "font": {"family": FONT, "size": LABEL, "color": ink(look.ground)},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left", "bgcolor": paper(look.ground), "bordercolor": grey(look.ground),
            "font": {"family": FONT, "size": LABEL, "color": ink(look.ground)}, "namelength": -1,
        },
        "dragmode": False,
    }  # fmt: skip


def value_axis_layout(look: Look, **more: Any) -> Spec:
    """An axis of values: faint lines, no frame, marks where they are told to be."""
    return {
        "fixedrange": True, "tickmode": "array", "gridcolor": translucent(grey(look.ground), 0.25), "ticks": "",
        "zeroline": False, "zerolinecolor": grey(look.ground), "automargin": True, "title": {"text": ""},
        "tickfont": {"size": LABEL, "color": faint_ink(look.ground)}, "showline": False,
    } | more  # fmt: skip


def note(text: str, x: Any, y: Any, *, colour: str, size: int = LABEL, **more: Any) -> Spec:
    """A text in a figure; its place is a share of the plot unless ``xref`` or ``yref`` say otherwise."""
    return {
        "text": text, "x": x, "y": y, "xref": "paper", "yref": "paper", "showarrow": False, "borderpad": 0,
        "font": {"size": size, "color": colour},
    } | more  # fmt: skip


def no_figures(look: Look) -> Spec:
    """What an empty plot says."""
    return note("No figures", 0.5, 0.5, colour=faint_ink(look.ground), size=16)


def built(traces: Sequence[Spec], layout: Spec) -> go.Figure:
    """The figure of traces and a layout, checked by plotly once and as a whole: ten times as fast as piece by piece.

    Streamlit hands each figure to plotly.js twice. The second time nothing is drawn if plotly.js can tell that nothing
    changed: it cannot of a template or of an array in base64, and of a list only where there is a ``datarevision``.
    """
    figure = go.Figure({"data": [_as_lists(trace) for trace in traces], "layout": layout | _SEEN_AS_UNCHANGED})
    figure.layout.template = None  # not plotly's own either: every colour here is meant
    return figure


_SEEN_AS_UNCHANGED: Final = {"datarevision": 0, "template": {}}


def _as_lists(spec: Spec) -> Spec:
    """The same with numbers that plotly writes as lists, not in base64."""
    made = {key: _as_lists(part) if isinstance(part, dict) else part for key, part in spec.items()}
    for key, part in made.items():
        if isinstance(part, np.ndarray) and part.dtype.kind in "fiu":
            made[key] = _places(part) if key in ("x", "y", "z") else part.tolist()
    return made


def _places(numbers: npt.NDArray[Any]) -> npt.NDArray[np.object_]:
    """Numbers that plotly writes one by one, and checks in a tenth of a list's time; ``None`` for the missing ones."""
    places = numbers.astype(object)
    places[np.isnan(numbers)] = None
    return places
