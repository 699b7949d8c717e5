"""The legend of a map: its classes as a strip with the bounds below, or in words where a strip has no room."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from indicators.charts.palette import faint_ink
from indicators.charts.parts.classes import class_colours
from indicators.charts.parts.label_placement import text_width
from indicators.charts.parts.legend import Entry, Named, below
from indicators.charts.style import SMALL, Look, Spec, note
from indicators.model.formatting import choose_scale, format_quantity

__all__ = ["map_legend", "no_data", "stripe"]

_STRIP = 52
_BOX_HEIGHT, _BOX_WIDTH = 11, 52
_SWATCH, _NO_DATA = 26, "no data"
_GAP = 10


def map_legend(marks: Sequence[float], look: Look, *, under: float = 0.0) -> tuple[Named, str | None]:
    """The legend, and the word of scale that stands with the unit since the bounds are said without it.

    Args:
        marks: The bounds of the classes.
        look: For whom.
        under: Where in the plot the world ends, as a share of its height from below; the legend is a list there. At
            zero it stands below the plot.
    """
    colours = class_colours(len(marks) + 1, look.ground)
    words, word = _bound_texts(marks, look)
    if under:
        return _listed(_entries(words, colours, look), look, below=under), word
    width = max([_BOX_WIDTH, *(text_width(text, SMALL) + 10 for text in words)])
    whole = len(colours) * width + 28 + _SWATCH + 7 + text_width(_NO_DATA, SMALL)
    if look.narrow or 0 < look.room < whole:
        named = below(_entries(words, colours, look), look, offset=_GAP, inset=0)
        return Named(named.notes, named.shapes, height=named.height + _GAP), word
    return Named(*_strip(words, colours, width, look), height=_STRIP), word


def _listed(entries: Sequence[Entry], look: Look, *, below: float) -> Named:
    """The classes below one another, from the highest, and last what has no data."""
    *classes, without = entries
    lines = [
        f'<span style="color:{entry.colour}">{entry.sign}</span> {escape(entry.name)}'
        for entry in (*reversed(classes), without)
    ]
    text = "<br>".join(lines)
    ink = faint_ink(look.ground)
    return Named(
        [note(text, 0, below, colour=ink, xanchor="left", xshift=2, yanchor="top", align="left")], [], height=_GAP
    )


def no_data(look: Look) -> str:
    """The ground of countries without a figure."""
    return "#E6E8EA" if look.ground == "light" else "#24292D"


def stripe(look: Look) -> str:
    """The stripes on it."""
    return "#C9CCCF" if look.ground == "light" else "#41474D"


def _bound_texts(marks: Sequence[float], look: Look) -> tuple[list[str], str | None]:
    """The bounds in words, and the word of scale that stands with the unit instead."""
    if not marks:
        return [], None
    power, word = choose_scale([abs(mark) for mark in marks])
    plain = [format_quantity(mark / 10.0**power, "ratio", digits=6, locale=look.locale) for mark in marks]
    if max(map(len, plain)) <= 5:
        return plain, word
    return [format_quantity(mark, "ratio", digits=6, locale=look.locale) for mark in marks], ""


def _entries(words: Sequence[str], colours: Sequence[str], look: Look) -> list[Entry]:
    """The classes as lines of a legend: ``under 10``, ``10 to 20``, ``20 and more``."""
    names = ["all"]
    if words:
        between = [f"{low} to {high}" for low, high in pairwise(words)]
        names = [f"under {words[0]}", *between, f"{words[-1]} and more"]
    entries = [Entry(name, "", colour, "■") for name, colour in zip(names, colours, strict=True)]
    return [*entries, Entry(_NO_DATA, "", stripe(look), "▨")]


def _strip(words: Sequence[str], colours: Sequence[str], width: float, look: Look) -> tuple[list[Spec], list[Spec]]:
    """The legend as a strip of colours with the bounds below its seams, and a hatched box for no data."""
    shapes = [_box(place * width, width, colour) for place, colour in enumerate(colours)]
    notes = [
        note(word, 0, 0, colour=faint_ink(look.ground), size=SMALL, xanchor="center", xshift=(place + 1) * width + 2,
             yanchor="top", yshift=-28)
        for place, word in enumerate(words)
    ]  # fmt: skip
    start = len(colours) * width + 28
    shapes.append(_box(start, _SWATCH, no_data(look)))
    shapes += [_slanted(start + shift, look) for shift in range(2, _SWATCH - 4, 6)]
    notes.append(
        note(_NO_DATA, 0, 0, colour=faint_ink(look.ground), size=SMALL, xanchor="left", xshift=start + _SWATCH + 7,
             yanchor="middle", yshift=-19)
    )  # fmt: skip
    return notes, shapes


def _box(left: float, width: float, colour: str) -> Spec:
    return {
        "type": "rect", "xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0,
        "yanchor": 0, "x0": left + 2, "x1": left + width + 2, "y0": -24, "y1": -24 + _BOX_HEIGHT, "fillcolor": colour,
        "line": {"width": 0},
    }  # fmt: skip


def _slanted(left: float, look: Look) -> Spec:
    return {
        "type": "line", "xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 0,
        "yanchor": 0, "x0": left + 2, "x1": left + 8, "y0": -24, "y1": -24 + _BOX_HEIGHT,
        "line": {"width": 2, "color": stripe(look)},
    }  # fmt: skip
