"""The layout that charts share: margins, axes, notes, and the figure that plotly checks once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from indicators.charts import messages
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.label_placement import measure_text
from indicators.charts.parts.legend import Legend
from indicators.charts.style import FONT, FOOT, HEADING, LABEL, PLOT, SMALL, Look, Spec, fade, make_note

_UNIT: Final = "unit"  # the name of its note


def make_layout(look: Look, *, top: float, bottom: float, right: float = 16, left: float = 8) -> Spec:
    """Return the layout that all charts share, with these margins around the plot in pixels."""
    theme = look.theme
    return {
        "autotypenumbers": "strict",
        "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
        "font": {"family": FONT, "size": LABEL, "color": theme.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left", "bgcolor": theme.paper, "bordercolor": theme.grey,
            "font": {"family": FONT, "size": LABEL, "color": theme.ink}, "namelength": -1,
        },
        "dragmode": False,
    }  # fmt: skip


def make_plot_layout(look: Look, axis: ValueAxis, across: Spec, legend: Legend, *, above: float = 0.0) -> Spec:
    """Return the layout of a plot: values on the left, the other axis, the unit above, the legend right or below.

    Marks may take ``above`` pixels above the plot.
    """
    left = 10 + max((measure_text(text, LABEL) for text in axis.tick_texts), default=0)
    overhang = max((measure_text(text, SMALL) / 2 for text in across.get("ticktext", ())[-1:]), default=0)
    right = max(16 + legend.width, overhang)
    layout = make_layout(look, top=HEADING + above, bottom=FOOT + legend.height, left=left, right=right)
    layout["height"] = PLOT + layout["margin"]["t"] + layout["margin"]["b"]
    layout["xaxis"] = across
    layout["yaxis"] = style_value_axis(
        look, type=axis.type, range=list(axis.range), tickvals=axis.ticks, ticktext=axis.tick_texts,
        zeroline=axis.crosses_zero, automargin=False,
    )  # fmt: skip
    layout["annotations"] = [note_unit(axis.heading, look, left=left, above=above), *legend.notes]
    layout["shapes"] = list(legend.shapes)
    return layout


def style_value_axis(look: Look, **more: Any) -> Spec:
    """Return an axis of values: faint lines, no frame, ticks where the caller puts them."""
    return {
        "fixedrange": True, "tickmode": "array", "gridcolor": fade(look.theme.grey, 0.25), "ticks": "",
        "zeroline": False, "zerolinecolor": look.theme.grey, "automargin": True, "title": {"text": ""},
        "tickfont": {"size": LABEL, "color": look.theme.faint_ink}, "showline": False,
    } | more  # fmt: skip


def note_unit(text: str, look: Look, *, left: float, above: float = 0.0) -> Spec:
    """Return the unit as a note above the plot, at the left edge of the figure."""
    return make_note(
        text, 0, 1, colour=look.theme.faint_ink, size=SMALL, xanchor="left", xshift=2 - left, yanchor="bottom",
        yshift=above + 5, name=_UNIT,
    )  # fmt: skip


def drop_repeated_unit(figure: go.Figure, words: str) -> None:
    """Remove the unit above the plot from a figure of the caller, where the words over it name that unit."""
    notes = figure.layout.annotations
    kept = [note for note in notes if note.name != _UNIT or not _names_unit(words, unescape(note.text))]
    if len(kept) < len(notes):
        figure.layout.annotations = kept


def _names_unit(words: str, unit: str) -> bool:
    """Whether words name a unit as titles do: after a comma or in brackets, and not as part of a longer one."""
    return re.search(rf"(^|, |\(){re.escape(unit)}($|\)|, | at | · )", words) is not None


def note_right(text: str, look: Look, *, above: float = 0.0, inset: float = 0.0) -> Spec:
    """Return a note above the plot, at its right edge."""
    return make_note(
        text, 1, 1, colour=look.theme.faint_ink, size=SMALL, xanchor="right", xshift=inset, yanchor="bottom",
        yshift=above + 5,
    )  # fmt: skip


def note_no_data(look: Look) -> Spec:
    """Return the note in the middle of an empty plot."""
    return make_note(messages.NO_DATA, 0.5, 0.5, colour=look.theme.faint_ink, size=16)


def build_figure(traces: Sequence[Spec], layout: Spec) -> go.Figure:
    """Return the figure, which plotly doesn't check: that takes as long as all the rest, and tests check every chart.

    Streamlit hands each figure to plotly.js twice. The second time nothing is drawn if plotly.js sees that nothing
    changed. It cannot see this for a template or an array in base64, nor for a list without a ``datarevision``.
    """
    data = [_to_lists(trace) for trace in traces]
    figure = go.Figure({"data": data, "layout": layout | _SEEN_AS_UNCHANGED}, _validate=False)
    figure.layout._validate = True  # noqa: SLF001  what is changed later is checked
    figure.layout.template = None  # plotly's own colours are not wanted either
    return figure


_SEEN_AS_UNCHANGED: Final = {"datarevision": 0, "template": {}}


def _to_lists(spec: Spec) -> Spec:
    """The same with numbers that plotly writes as lists, not in base64."""
    made = {key: _to_lists(part) if isinstance(part, dict) else part for key, part in spec.items()}
    for key, part in made.items():
        if isinstance(part, np.ndarray) and part.dtype.kind in "fiu":
            made[key] = _to_objects(part) if key in ("x", "y", "z") else part.tolist()
    return made


def _to_objects(numbers: npt.NDArray[Any]) -> npt.NDArray[np.object_]:
    """Numbers that plotly writes one by one, and checks in a tenth of a list's time; ``None`` for missing ones."""
    objects = numbers.astype(object)
    objects[np.isnan(numbers)] = None
    return objects
