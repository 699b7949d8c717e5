"""Names of series: at the ends of lines if there is space, otherwise in a legend below the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from indicators.charts.parts.label_placement import measure_text, pack_lines, spread_labels, wrap_text
from indicators.charts.style import FOOT, LABEL, PLOT, Look, Spec, fade, make_note, make_readable

_LINE: Final = 16  # the height of a line of text in pixels
_WIDEST: Final = 180
_INDENT: Final = 12
_BETWEEN: Final = 14
_TOUCHING: Final = 4  # pixels between a name and the end of its line that need no leader


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One name.

    Attributes:
        name: The name.
        value: The last value, after the name; or empty.
        colour: The colour of what is named.
        sign: The letter that looks like its marker.
        place: Where it ends, in pixels from the bottom of the plot.
        reaches: Whether it ends at the side of the plot, so that a leader may go from there to the name.
        start: Where a line that stops before the side has its last value, as plotly takes it; a thin line goes from
            there to the side.
        edge: The side of the plot, as plotly takes it.
    """

    name: str
    value: str
    colour: str
    sign: str = "●"
    place: float = 0.0
    reaches: bool = True
    start: Any = None
    edge: Any = None

    @property
    def text(self) -> str:
        """Name and value."""
        return f"{self.name} {self.value}".strip()


@dataclass(frozen=True)
class Legend:
    """Names with their places.

    Attributes:
        notes: The texts.
        shapes: Leaders to them.
        width: The space they take beside the plot, in pixels.
        height: The space they take below it.
    """

    notes: list[Spec]
    shapes: list[Spec]
    width: float = 0.0
    height: float = 0.0


def place_legend(entries: Sequence[LegendEntry], look: Look) -> Legend:
    """Return names next to the plot if there is space, otherwise below it."""
    beside = None if look.narrow else place_legend_beside(entries, look)
    return place_legend_below(entries, look, offset=FOOT) if beside is None else beside


def place_legend_beside(entries: Sequence[LegendEntry], look: Look, *, left: bool = False) -> Legend | None:
    """Return names on the right or left of the plot, moved apart; ``None`` if there are too many."""
    texts = [wrap_text(entry.text, _WIDEST, LABEL) for entry in entries]
    heights = [float(_LINE * len(lines)) for lines in texts]
    if sum(heights) > PLOT + _LINE:
        return None
    places = spread_labels([entry.place for entry in entries], heights=heights, low=0, high=PLOT)
    notes, shapes = [], []
    edge, side, anchor, align = (0, -1, "right", "right") if left else (1, 1, "left", "left")
    for entry, lines, place in zip(entries, texts, places, strict=True):
        notes.append(
            make_note(
                "<br>".join(map(escape, lines)), edge, place / PLOT, colour=make_readable(entry.colour, look.ground),
                xanchor=anchor, xshift=side * _INDENT, yanchor="middle", align=align,
            )
        )  # fmt: skip
        if (entry.reaches or entry.start is not None) and abs(place - entry.place) > _TOUCHING:
            shapes.append(_draw_leader(entry, place, side, edge=edge))
        if entry.start is not None:
            shapes.append(_draw_continuation(entry))
    widest = max((measure_text(line, LABEL) for lines in texts for line in lines), default=0)
    return Legend(notes, shapes, width=_INDENT + widest)


def _draw_leader(entry: LegendEntry, place: float, side: int, *, edge: int) -> Spec:
    return {
        "type": "line", "xref": "paper", "yref": "paper", "xsizemode": "pixel", "xanchor": edge,
        "x0": side * 2, "x1": side * (_INDENT - 2), "y0": entry.place / PLOT, "y1": place / PLOT,
        "line": {"color": fade(entry.colour, 0.7), "width": 1},
    }  # fmt: skip


def _draw_continuation(entry: LegendEntry) -> Spec:
    """A thin line from where a series stops to the side of the plot, where its name is."""
    return {
        "type": "line", "xref": "x", "yref": "paper", "x0": entry.start, "x1": entry.edge, "y0": entry.place / PLOT,
        "y1": entry.place / PLOT, "line": {"color": fade(entry.colour, 0.5), "width": 0.8, "dash": "1px,3px"},
    }  # fmt: skip


def place_legend_below(entries: Sequence[LegendEntry], look: Look, *, offset: float, inset: float = 0.0) -> Legend:
    """Return a legend that begins ``offset`` pixels below the plot and ``inset`` pixels left of it."""
    widths = [measure_text(f"{entry.sign} {entry.text}", LABEL) for entry in entries]
    lines = pack_lines(widths, look.least_width + inset, gap=_BETWEEN)
    notes = [
        make_note(
            "    ".join(_colour_entry(entries[place], look) for place in line), 0, 0, colour=look.theme.grey,
            xanchor="left", xshift=-inset, yanchor="top", yshift=-(offset + number * (_LINE + 3)), align="left",
        )
        for number, line in enumerate(lines)
    ]  # fmt: skip
    return Legend(notes, [], height=len(lines) * (_LINE + 3) + 6)


def _colour_entry(entry: LegendEntry, look: Look) -> str:
    text = make_readable(entry.colour, look.ground)
    return (
        f'<span style="color:{entry.colour}">{entry.sign}</span> <span style="color:{text}">{escape(entry.text)}</span>'
    )
