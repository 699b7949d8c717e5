"""Marks on a plot over time: events, and the shaded forecast area.

Their texts are in rows above the plot, with a line from each event down to the axis. No text covers another, and no
line crosses a text. More than two events have numbers there, and their names are below the chart. The word "forecast"
is in the lowest row, next to its ground, or else above all events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, Final

import pandas as pd

from indicators.charts import messages
from indicators.charts.parts.extremes import Peak
from indicators.charts.parts.label_placement import measure_text, shorten_text, wrap_text
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.timeline import Timeline
from indicators.charts.style import PLOT, SMALL, Look, Spec, fade, make_note, make_readable, style_forecast_ground
from indicators.model.observations import Event

_ROW: Final = 17  # the height of a row of text in pixels
_GAP: Final = 5
_BESIDE: Final = 8  # an arrowhead is wider than a line
_MOST_EVENTS: Final = 8
_MOST_NAMED: Final = 2  # events with their names in the plot
_HOVER_WIDTH: Final = 320


@dataclass(frozen=True, slots=True)
class Strip:
    """A text in a row above the plot, next to its vertical line.

    Attributes:
        row: The row, 0 the lowest.
        line: Where its line is, in pixels from the left end of the plot.
        left: Where its text begins.
        right: Where its text ends.
        rightward: Whether the text is to the right of its line.
    """

    row: int
    line: float
    left: float
    right: float
    rightward: bool


@dataclass(frozen=True)
class TimeMarks:
    """The marks of events and forecasts.

    Attributes:
        shapes: Lines and the ground.
        notes: Their texts.
        height: The space they take above the plot, in pixels.
        below: Lines below the plot: what the numbers of events stand for, and events after the end of the axis.
    """

    shapes: list[Spec] = field(default_factory=list)
    notes: list[Spec] = field(default_factory=list)
    height: int = 0
    below: tuple[str, ...] = ()


def draw_time_marks(
    events: Iterable[Event], rows: Rows, line: Timeline, look: Look, *, forecast: float | None,
    has_earlier: bool = False, peaks: Sequence[Peak] = (),
) -> TimeMarks:  # fmt: skip
    """Draw the marks of a plot.

    Args:
        events: Events; those within the time shown are marked.
        rows: What is drawn.
        line: The axis of time.
        look: Where it is shown.
        forecast: Where on the axis the ground of forecasts begins; ``None`` for no ground.
        has_earlier: Whether some forecasts are before that ground.
        peaks: Values above the axis, to be named above it.
    """
    shapes: list[Spec] = []
    notes: list[Spec] = []
    inside, beyond = _split_events(events, rows, line)
    are_numbered = len(inside) > _MOST_NAMED
    names = [
        str(number) if are_numbered else name_event(event, look) for number, event in enumerate(inside, 1)
    ]  # fmt: skip
    texts = [*names, *(peak.text for peak in peaks)]
    marked = [*(line.locate(event.period) for event in inside), *(peak.place for peak in peaks)]
    places = [line.get_share(place) * look.least_width for place in marked]
    strips = arrange_strips(places, [measure_text(text, SMALL) for text in texts], width=look.least_width)
    height = max((laid.row + 1 for laid in strips), default=0)
    below = 0
    if forecast is not None:
        word = messages.ONLY_FORECASTS if has_earlier else messages.FORECAST
        at_left = _is_at_left(
            line.get_share(forecast) * look.least_width, measure_text(word, SMALL), look.least_width, crossing=places
        )
        below = 0 if at_left is None else 1  # above the events if they leave no space: no line reaches there
        shapes.append(draw_forecast_ground(line, forecast, look))
        notes.append(_write_forecast(line, forecast, look, word, at_left=at_left is True, row=0 if below else height))
        height += 1
    for peak, laid in zip(peaks, strips[len(inside) :], strict=True):
        notes.append(_write_peak(line, peak, laid, look, shift=(below + laid.row) * _ROW))
        if below + laid.row:
            shapes.append(_draw_peak(line, peak, reach=1 + (below + laid.row + 0.8) * _ROW / PLOT))
    for event, text, laid in zip(inside, texts, strips, strict=False):
        shapes.append(_draw_event(line, event, look, reach=1 + (below + laid.row + 0.8) * _ROW / PLOT))
        notes.append(_write_event(line, event, text, laid, look, shift=(below + laid.row) * _ROW))
    numbered = map(_write_line, names, inside) if are_numbered else ()
    return TimeMarks(shapes, notes, _ROW * height, (*numbered, *map(_write_undrawn, beyond)))


def arrange_strips(places: Sequence[float], widths: Sequence[float], *, width: float) -> list[Strip]:
    """Place texts next to their lines, in as few rows as possible.

    Args:
        places: Where the lines are, in pixels from the left end of the plot.
        widths: The widths of the texts.
        width: The width of the plot; a text leaves it only if it is wider than either side of its line.

    >>> [laid.row for laid in arrange_strips([10, 20, 300], [50, 50, 50], width=400)]
    [1, 0, 0]
    """
    order = sorted(range(len(places)), key=lambda number: places[number])
    ways = [_arrange(places, widths, order[::step], width=width) for step in (-1, 1)]
    return min(ways, key=lambda way: (_count_covered(way), max((laid.row for laid in way), default=0)))


def _count_covered(laid: Sequence[Strip]) -> int:
    """How many texts cover another or are crossed by a line."""
    return sum(not _is_free(trial, laid[:place]) for place, trial in enumerate(laid))


def _arrange(places: Sequence[float], widths: Sequence[float], order: Sequence[int], *, width: float) -> list[Strip]:
    """Place each text in the lowest row where it is free, or else in a row above the others.

    Texts to the left of their lines are free when those further left are lower, and the other way round: which order
    is better depends on where the events crowd.
    """
    laid: dict[int, Strip] = {}
    for number in order:
        sides = [side for side in (True, False) if _has_space(places[number], widths[number], width, rightward=side)]
        sides = sides or [places[number] < width / 2]
        fitting = [
            trial
            for row in range(len(places) + 1)
            for side in sides
            if _is_free(trial := _place_beside(places[number], widths[number], row, rightward=side), laid.values())
        ]
        above = max((other.row for other in laid.values()), default=-1) + 1
        laid[number] = (
            fitting[0] if fitting else _place_beside(places[number], widths[number], above, rightward=sides[0])
        )
    return [laid[number] for number in range(len(places))]


def _has_space(place: float, text: float, width: float, *, rightward: bool) -> bool:
    return place + text + _GAP <= width if rightward else place - text - _GAP >= 0


def _place_beside(place: float, width: float, row: int, *, rightward: bool) -> Strip:
    left = place + _GAP if rightward else place - _GAP - width
    return Strip(row, place, left, left + width, rightward)


def _is_free(trial: Strip, others: Iterable[Strip]) -> bool:
    """Whether a text covers no other, and no line from above crosses either."""
    for other in others:
        if other.row == trial.row and trial.left - _GAP < other.right and other.left < trial.right + _GAP:
            return False
        upper, lower = (trial, other) if trial.row > other.row else (other, trial)
        if upper.row > lower.row and lower.left - 2 < upper.line < lower.right + 2:
            return False
        if upper.row == lower.row and (trial.left < other.line < trial.right or other.left < trial.line < other.right):
            return False
    return True


def _split_events(events: Iterable[Event], rows: Rows, line: Timeline) -> tuple[list[Event], list[Event]]:
    """The events at a time that is shown: those on the axis, and those after its end in the middle of the last year."""
    if not len(rows):
        return [], []
    first, last = (day.astype("datetime64[D]").astype(object) for day in (rows["first"].min(), rows["last"].max()))
    shown = sorted(
        (event for event in events if first <= event.period.middle <= last), key=lambda event: event.period.middle
    )
    inside = [event for event in shown if line.low <= line.locate(event.period) <= line.high]
    return inside[:_MOST_EVENTS], [event for event in shown if event not in inside]


def _write_line(number: str, event: Event) -> str:
    return messages.NUMBERED.format(number=number, period=event.period.label, name=event.name)


def _write_undrawn(event: Event) -> str:
    return messages.NOTE_BELOW.format(period=event.period.label, note=event.name)


def name_event(event: Event, look: Look) -> str:
    """Return the name of an event, cut at a word where it is wider than the plot."""
    space = look.least_width - 2 * _GAP
    lines = wrap_text(event.name, space, SMALL)
    return shorten_text(lines[0] if len(lines) == 1 else f"{lines[0]}…", space, SMALL)


def _encode(line: Timeline, place: float) -> Any:
    return place if line.is_annual else pd.Timestamp(place, unit="ms").isoformat()


def _draw_event(line: Timeline, event: Event, look: Look, *, reach: float) -> Spec:
    place = _encode(line, line.locate(event.period))
    return {
        "type": "line", "layer": "below", "xref": "x", "yref": "paper", "x0": place, "x1": place, "y0": 0, "y1": reach,
        "line": {"color": fade(look.theme.grey, 0.55), "width": 1},
    }  # fmt: skip


def _write_event(line: Timeline, event: Event, text: str, laid: Strip, look: Look, *, shift: float) -> Spec:
    hover = f"<b>{escape(event.name, quote=False)}</b>, {event.period.label}"
    hover += "".join(f"<br>{escape(part, quote=False)}" for part in wrap_text(event.description, _HOVER_WIDTH, SMALL))
    return make_note(
        escape(text, quote=False), _encode(line, line.locate(event.period)), 1, xref="x", size=SMALL,
        colour=look.theme.faint_ink, xanchor="left" if laid.rightward else "right",
        xshift=_GAP if laid.rightward else -_GAP, yanchor="bottom", yshift=shift, hovertext=hover,
    )  # fmt: skip


def _draw_peak(line: Timeline, peak: Peak, *, reach: float) -> Spec:
    """A thin line from an arrowhead to its number, where that is in a higher row."""
    place = _encode(line, peak.place)
    return {
        "type": "line", "xref": "x", "yref": "paper", "x0": place, "x1": place, "y0": 1, "y1": reach,
        "line": {"color": fade(peak.curve.colour, 0.55), "width": 1},
    }  # fmt: skip


def _write_peak(line: Timeline, peak: Peak, laid: Strip, look: Look, *, shift: float) -> Spec:
    return make_note(
        escape(peak.text, quote=False), _encode(line, peak.place), 1, xref="x", size=SMALL,
        colour=make_readable(peak.curve.colour, look.ground), xanchor="left" if laid.rightward else "right",
        xshift=_BESIDE if laid.rightward else -_BESIDE, yanchor="bottom", yshift=shift,
    )  # fmt: skip


def draw_forecast_ground(line: Timeline, start: float, look: Look, *, x: str = "x", y: str = "paper") -> Spec:
    """Shade the forecast area from a place on the time axis to its end."""
    return {
        "type": "rect", "layer": "below", "xref": x, "yref": y, "x0": _encode(line, start), "y0": 0, "y1": 1,
        "x1": _encode(line, line.high),
    } | style_forecast_ground(look)  # fmt: skip


def _is_at_left(start: float, word: float, width: float, *, crossing: Sequence[float]) -> bool | None:
    """Whether a word is at the left or right end of the shaded area; ``None`` if there is no space at either."""

    def is_free(left: float) -> bool:
        return not any(left - 2 < place < left + word + 2 for place in crossing)

    if start + word <= width and is_free(start):
        return True
    return False if is_free(width - word) else None


def _write_forecast(line: Timeline, start: float, look: Look, word: str, *, at_left: bool, row: int) -> Spec:
    """Write the word in the shaded area, at its left or right end."""
    hover = messages.ONLY_FORECASTS_HOVER if word == messages.ONLY_FORECASTS else ""
    return make_note(
        word, _encode(line, start if at_left else line.high), 1, xref="x", xanchor="left" if at_left else "right",
        yanchor="bottom", yshift=row * _ROW, colour=look.theme.faint_ink, size=SMALL, hovertext=hover,
    )  # fmt: skip
