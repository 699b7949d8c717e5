"""Marks on a plot over time: events that tell what happened, and the ground that says forecast.

Both stand above the plot in rows of text, from which a line goes down to the axis; no text covers another, and no
line runs through a text. The word on forecasts stands lowest, next to its ground, or else above all events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

import pandas as pd

from indicators.charts.palette import faint_ink, grey, translucent
from indicators.charts.parts.label_placement import text_width, wrapped
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.timeline import Timeline
from indicators.charts.style import SMALL, Look, Spec, note
from indicators.model.observations import Event

__all__ = ["Marks", "Strip", "marks", "strip"]

_ROW = 17  # height in pixels of a row of text
_GAP = 5
_MOST_EVENTS = 8


@dataclass(frozen=True, slots=True)
class Strip:
    """A text in a row above the plot, beside the line that goes down from it.

    Attributes:
        row: The row, 0 the lowest.
        line: Where its line stands, in pixels from the left end of the plot.
        left: Where its text begins.
        right: Where its text ends.
        rightward: Whether the text stands at the right of its line.
    """

    row: int
    line: float
    left: float
    right: float
    rightward: bool


@dataclass(frozen=True)
class Marks:
    """What is drawn for events and forecasts.

    Attributes:
        shapes: Lines and grounds.
        notes: Their texts.
        height: How much room they take above the plot, in pixels.
    """

    shapes: list[Spec] = field(default_factory=list)
    notes: list[Spec] = field(default_factory=list)
    height: int = 0


def marks(
    events: Iterable[Event], rows: Rows, line: Timeline, look: Look, *, forecast: float | None, plot: float,
    alone: bool = False,
) -> Marks:  # fmt: skip
    """The marks of a plot.

    Args:
        events: Those within the time drawn are marked.
        rows: What is drawn.
        line: The axis of time.
        look: For whom.
        forecast: Where on the axis the ground of the forecasts begins; ``None`` where there is none.
        plot: The height of the plot in pixels.
        alone: Whether there are forecasts before that ground too, so that it holds not all of them but only them.
    """
    shapes: list[Spec] = []
    notes: list[Spec] = []
    inside = _inside(events, rows)
    texts = [_named(event, look) for event in inside]
    places = [line.share(line.place(event.period)) * look.width for event in inside]
    strips = strip(places, [text_width(text, SMALL) for text in texts], width=look.width)
    height = max((laid.row + 1 for laid in strips), default=0)
    below = 0
    if forecast is not None:
        word = "only forecasts" if alone else "forecast"
        at_left = _is_at_left(line.share(forecast) * look.width, text_width(word, SMALL), look.width, crossing=places)
        below = 0 if at_left is None else 1  # where events leave it no room it stands above them: no line reaches there
        shapes.append(_ground(line, forecast, look))
        notes.append(_forecast_note(line, forecast, look, word, at_left=at_left is True, row=0 if below else height))
        height += 1
    for event, text, laid in zip(inside, texts, strips, strict=True):
        shapes.append(_event_line(line, event, look, reach=1 + (below + laid.row + 0.8) * _ROW / plot))
        notes.append(_event_note(line, event, text, laid, look, shift=(below + laid.row) * _ROW))
    return Marks(shapes, notes, _ROW * height)


def strip(places: Sequence[float], widths: Sequence[float], *, width: float) -> list[Strip]:
    """Texts beside their lines, in as few rows as they need.

    Args:
        places: Where the lines stand, in pixels from the left end of the plot.
        widths: How wide the texts are.
        width: How wide the plot is; a text leaves it only when it is wider than either side of its line.

    >>> [laid.row for laid in strip([10, 20, 300], [50, 50, 50], width=400)]
    [1, 0, 0]
    """
    order = sorted(range(len(places)), key=lambda number: places[number])
    ways = [_laid(places, widths, order[::step], width=width) for step in (-1, 1)]
    return min(ways, key=lambda way: (_covered(way), max((laid.row for laid in way), default=0)))


def _covered(laid: Sequence[Strip]) -> int:
    """How many texts cover another, or have a line running through them."""
    return sum(not _is_free(trial, laid[:place]) for place, trial in enumerate(laid))


def _laid(places: Sequence[float], widths: Sequence[float], order: Sequence[int], *, width: float) -> list[Strip]:
    """Each text in turn in the lowest row where it is free, or else in a row of its own above the others.

    Texts at the left of their lines are free when those further left stand lower, and the other way round: which order
    is the better one depends on where the events crowd.
    """
    laid: dict[int, Strip] = {}
    for number in order:
        sides = [side for side in (True, False) if _fits(places[number], widths[number], width, rightward=side)]
        sides = sides or [places[number] < width / 2]
        fitting = [
            trial
            for row in range(len(places) + 1)
            for side in sides
            if _is_free(trial := _beside(places[number], widths[number], row, rightward=side), laid.values())
        ]
        above = max((other.row for other in laid.values()), default=-1) + 1
        laid[number] = fitting[0] if fitting else _beside(places[number], widths[number], above, rightward=sides[0])
    return [laid[number] for number in range(len(places))]


def _fits(place: float, text: float, width: float, *, rightward: bool) -> bool:
    return place + text + _GAP <= width if rightward else place - text - _GAP >= 0


def _beside(place: float, width: float, row: int, *, rightward: bool) -> Strip:
    left = place + _GAP if rightward else place - _GAP - width
    return Strip(row, place, left, left + width, rightward)


def _is_free(trial: Strip, others: Iterable[Strip]) -> bool:
    """Whether a text covers no other, and neither has the line of one above it running through it."""
    for other in others:
        if other.row == trial.row and trial.left - _GAP < other.right and other.left < trial.right + _GAP:
            return False
        upper, lower = (trial, other) if trial.row > other.row else (other, trial)
        if upper.row > lower.row and lower.left - 2 < upper.line < lower.right + 2:
            return False
        if upper.row == lower.row and (trial.left < other.line < trial.right or other.left < trial.line < other.right):
            return False
    return True


def _inside(events: Iterable[Event], rows: Rows) -> list[Event]:
    if not len(rows):
        return []
    first, last = (day.astype("datetime64[D]").astype(object) for day in (rows["first"].min(), rows["last"].max()))
    return [event for event in events if first <= event.period.first <= last][:_MOST_EVENTS]


def _named(event: Event, look: Look) -> str:
    """The name of an event, cut at a word where it is wider than the whole plot."""
    lines = wrapped(event.name, look.width - 2 * _GAP, SMALL)
    return lines[0] if len(lines) == 1 else f"{lines[0]}…"


def _at(line: Timeline, place: float) -> Any:
    return place if line.annual else pd.Timestamp(place, unit="ms").isoformat()


def _event_line(line: Timeline, event: Event, look: Look, *, reach: float) -> Spec:
    place = _at(line, line.place(event.period))
    return {
        "type": "line", "layer": "below", "xref": "x", "yref": "paper", "x0": place, "x1": place, "y0": 0, "y1": reach,
        "line": {"color": translucent(grey(look.ground), 0.55), "width": 1},
    }  # fmt: skip


def _event_note(line: Timeline, event: Event, text: str, laid: Strip, look: Look, *, shift: float) -> Spec:
    hover = f"<b>{escape(event.name)}</b>, {event.period.label}"
    hover += "".join(f"<br>{escape(part)}" for part in wrapped(event.description, 320, SMALL))
    return note(
        escape(text), _at(line, line.place(event.period)), 1, xref="x", colour=faint_ink(look.ground), size=SMALL,
        xanchor="left" if laid.rightward else "right", xshift=_GAP if laid.rightward else -_GAP,
        yanchor="bottom", yshift=shift, hovertext=hover,
    )  # fmt: skip


def _ground(line: Timeline, start: float, look: Look) -> Spec:
    return {
        "type": "rect", "layer": "below", "xref": "x", "yref": "paper", "x0": _at(line, start), "y0": 0, "y1": 1,
        "x1": _at(line, line.high), "line": {"width": 0}, "fillcolor": translucent(grey(look.ground), 0.13),
    }  # fmt: skip


def _is_at_left(start: float, word: float, width: float, *, crossing: Sequence[float]) -> bool | None:
    """Whether a word stands at the left end of the ground, or at its right end; ``None`` where it has room at neither.

    Args:
        start: Where the ground begins, in pixels from the left end of the plot.
        word: How wide the word is.
        width: How wide the plot is.
        crossing: Where lines go up to the names of events.
    """

    def is_free(left: float) -> bool:
        return not any(left - 2 < place < left + word + 2 for place in crossing)

    if start + word <= width and is_free(start):
        return True
    return False if is_free(width - word) else None


def _forecast_note(line: Timeline, start: float, look: Look, word: str, *, at_left: bool, row: int) -> Spec:
    """What the ground says, at its left or its right end."""
    only = word != "forecast"
    hover = "Dashed lines are forecasts wherever they stand; on this ground there is nothing else." if only else ""
    return note(
        word, _at(line, start if at_left else line.high), 1, xref="x", xanchor="left" if at_left else "right",
        yanchor="bottom", yshift=row * _ROW, colour=faint_ink(look.ground), size=SMALL, hovertext=hover,
    )  # fmt: skip
