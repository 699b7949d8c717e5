"""Names of what is drawn: beside the ends of lines where there is room, else in a legend below the plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from indicators.charts.palette import grey, readable, translucent
from indicators.charts.parts.label_placement import packed, spread, text_width, wrapped
from indicators.charts.style import LABEL, Look, Spec, note

__all__ = ["Entry", "Named", "below", "beside"]

_LINE = 16  # height in pixels of a line of text
_WIDEST = 180
_INDENT = 12
_BETWEEN = 14


@dataclass(frozen=True, slots=True)
class Entry:
    """What is named.

    Attributes:
        name: The name.
        value: The last value, to stand behind the name; or empty.
        colour: Of what is drawn.
        sign: The letter that looks like its marker.
        place: Where it ends, in pixels from the foot of the plot.
        reaches: Whether it ends at the side of the plot, so that a line may lead from there to the name.
    """

    name: str
    value: str
    colour: str
    sign: str = "●"
    place: float = 0.0
    reaches: bool = True

    @property
    def text(self) -> str:
        """Name and value."""
        return f"{self.name} {self.value}".strip()


@dataclass(frozen=True)
class Named:
    """Names ready to be drawn.

    Attributes:
        notes: The texts.
        shapes: Lines that lead to them.
        width: The room they take beside the plot, in pixels.
        height: The room they take below it.
    """

    notes: list[Spec]
    shapes: list[Spec]
    width: float = 0.0
    height: float = 0.0


def beside(entries: Sequence[Entry], look: Look, *, plot: float, left: bool = False) -> Named | None:
    """Names at the side of the plot, moved apart; ``None`` when they are too many to stand there.

    Args:
        entries: What is named.
        look: For whom.
        plot: Height of the plot in pixels.
        left: Whether they stand at the left.
    """
    texts = [wrapped(entry.text, _WIDEST, LABEL) for entry in entries]
    heights = [float(_LINE * len(lines)) for lines in texts]
    if sum(heights) > plot + _LINE:
        return None
    places = spread([entry.place for entry in entries], heights=heights, low=0, high=plot)
    notes, shapes = [], []
    side = -1 if left else 1
    for entry, lines, place in zip(entries, texts, places, strict=True):
        text = "<br>".join(escape(line) for line in lines)
        notes.append(
            note(
                text,
                0 if left else 1,
                place / plot,
                colour=readable(entry.colour, look.ground),
                xanchor="right" if left else "left",
                xshift=side * _INDENT,
                yanchor="middle",
                align="right" if left else "left",
            )
        )
        if entry.reaches and abs(place - entry.place) > 4:
            shapes.append(_leader(entry, place, plot, side, edge=0 if left else 1))
    return Named(
        notes, shapes, width=_INDENT + max((text_width(line, LABEL) for lines in texts for line in lines), default=0)
    )


def _leader(entry: Entry, place: float, plot: float, side: int, *, edge: int) -> Spec:
    return {
        "type": "line", "xref": "paper", "yref": "paper", "xsizemode": "pixel", "xanchor": edge,
        "x0": side * 2, "x1": side * (_INDENT - 2), "y0": entry.place / plot, "y1": place / plot,
        "line": {"color": translucent(entry.colour, 0.7), "width": 1},
    }  # fmt: skip


def below(entries: Sequence[Entry], look: Look, *, offset: float, inset: float) -> Named:
    """A legend of as many lines as it takes, below the plot.

    Args:
        entries: What is named.
        look: For whom.
        offset: Where it begins, in pixels below the plot.
        inset: How far left of the plot it begins.
    """
    room = look.width + inset
    texts = [entry.text for entry in entries]
    lines = packed([text_width(f"{entry.sign} {entry.text}", LABEL) for entry in entries], room, gap=_BETWEEN)
    notes = []
    for number, line in enumerate(lines):
        text = "    ".join(
            f'<span style="color:{entries[place].colour}">{entries[place].sign}</span> '
            f'<span style="color:{readable(entries[place].colour, look.ground)}">{escape(texts[place])}</span>'
            for place in line
        )
        notes.append(
            note(
                text,
                0,
                0,
                colour=grey(look.ground),
                xanchor="left",
                xshift=-inset,
                yanchor="top",
                yshift=-(offset + number * (_LINE + 3)),
                align="left",
            )
        )
    return Named(notes, [], height=len(lines) * (_LINE + 3) + 6)
