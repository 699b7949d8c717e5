"""What all lines say at one time, side by side, where the pointer is: the highest value first, its source last."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final, NamedTuple

import numpy as np

from indicators.charts import messages
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.curves import Curve
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.timeline import Timeline, label_period
from indicators.charts.style import SYMBOLS, Spec
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import format_quantity

_MOST_VALUES: Final = 20  # in one box
_MOST_SOURCES: Final = 3
_WIDE: Final = "\u2007"  # as wide as a digit
_NARROW: Final = "\u2008"  # as wide as a point


class _Reading(NamedTuple):
    """The value of a line at one time."""

    curve: Curve
    period: str
    value: float
    text: str
    status: str
    source: str


def draw_readings(lines: Sequence[Curve], axis: ValueAxis, line: Timeline, hover: Hover) -> Spec:
    """Return a trace that isn't seen and that has, at each time, the values of all lines as its hover text."""
    found: dict[float, list[_Reading]] = {}
    decimals = axis.decimals + 1
    for curve in lines:
        rows = curve.rows
        columns = (line.locate_rows(rows), *(rows[name] for name in ("period", "value", "digits", "status")))
        for place, period, value, digits, status, source in zip(*columns, hover.describe_sources(rows), strict=True):
            text = axis.format_short({"value": value, "digits": digits}, decimals=decimals)
            found.setdefault(float(place), []).append(_Reading(curve, period, value, text, status, source))
    places = sorted(found)
    mark = format_quantity(0.5, "ratio", locale=axis.locale)[1]
    texts, sources = zip(*(_write(found[place], axis, mark) for place in places), strict=True) if places else ((), ())
    common = sources[0] if len(set(sources)) == 1 else ""
    texts = texts if common else tuple(map("".join, zip(texts, sources, strict=True)))
    return {
        "type": "scatter", "mode": "none", "name": "readings",
        "x": line.encode(np.array(places)), "y": np.full(len(places), axis.high),
        "text": texts, "hovertemplate": f"%{{text}}{common}{hover.steps}<extra></extra>",
    }  # fmt: skip


def _write(readings: Sequence[_Reading], axis: ValueAxis, mark: str) -> tuple[str, str]:
    """Return the values at one time, with their decimal marks below each other, and their sources."""
    ordered = sorted(readings, key=lambda one: -one.value)
    shown = sorted(ordered, key=lambda one: not one.curve.is_chosen)[:_MOST_VALUES]
    shown = [one for one in ordered if one in shown]
    times = list(dict.fromkeys(label_period(one.period) for one in shown))
    head = f"<b>{escape(', '.join(times))}</b>{f' · {escape(axis.heading)}' if axis.heading else ''}"
    values = _align([one.text for one in shown], mark)
    lines = [head, *(_write_line(one, text) for one, text in zip(shown, values, strict=True))]
    if len(shown) < len(ordered):
        lines.append(messages.MORE_READINGS.format(count=len(ordered) - len(shown)))
    sources = list(dict.fromkeys(one.source for one in shown))
    return "<br>".join(lines), "".join(sources) if len(sources) <= _MOST_SOURCES else ""


def _write_line(reading: _Reading, text: str) -> str:
    curve, status = reading.curve, ObservationStatus(reading.status)
    symbol = f'<span style="color:{curve.colour}">{SYMBOLS[curve.symbol]}</span>'
    word = f" · {status.word}" if status.is_marked else ""
    return f"{symbol} <b>{escape(text)}</b>  {escape(curve.name)}{word}"


def _align(texts: Sequence[str], mark: str) -> list[str]:
    """Pad numbers so that their decimal marks are below each other."""
    parts = [text.partition(mark) for text in texts]
    before = max((len(whole) for whole, _, _ in parts), default=0)
    after = max((len(digits) for _, _, digits in parts), default=0)
    return [
        whole.rjust(before, _WIDE) + (point or (_NARROW if after else "")) + digits.ljust(after, _WIDE)
        for whole, point, digits in parts
    ]
