"""Lines over time: actual figures solid, forecasts dashed on a shaded ground, rivals told apart by their markers.

Each publisher's figures are a line of their own. A forecast is joined to the last actual figure of its series. Where a
series breaks, its line has a gap with a mark. The ends of lines bear their names; where there is no room for that, a
legend stands below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from indicators.charts.chart import Chart
from indicators.charts.palette import translucent
from indicators.charts.parts.alt_text import over_time
from indicators.charts.parts.axes import ValueAxis, value_axis
from indicators.charts.parts.curves import SIGNS, Curve, curves, drawable, joined
from indicators.charts.parts.geography import is_on_map
from indicators.charts.parts.headings import describe_span
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.legend import Entry, Named, below, beside
from indicators.charts.parts.marks import marks
from indicators.charts.parts.past_forecasts import edition_traces, editions_said
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.plot import FOOT, PLOT, framed_plot
from indicators.charts.parts.reference_lines import Reference, drawn_across, entries, levels, references, told
from indicators.charts.parts.timeline import Timeline, timeline
from indicators.charts.style import Look, Spec, built, no_figures
from indicators.charts.types.bar import bars_of_one_period
from indicators.model.observations import Event
from indicators.model.panel import Panel

__all__ = ["SPARSE", "curve_traces", "draw_line_chart", "forecast_start", "has_forecast_before"]

SPARSE = 24
"""With more figures than this a line needs no markers."""

_LONE = 4  # with fewer, it is not seen without them
_HOLIDAYS = 21  # in days: what is known for each working day is not known over the New Year
_MOST_NAMED = 14
_MOST_LINES = 40
_DASHED = "Dashed lines are forecasts."
_ONLY = "On the shaded ground there are only forecasts."


def draw_line_chart(
    panel: Panel,
    look: Look | None = None,
    *,
    scale: Literal["linear", "log"] = "linear",
    events: Iterable[Event] = (),
    editions: Panel | None = None,
) -> Chart:
    """Draw a panel over time.

    Args:
        panel: Observations in one unit; it may be empty.
        look: For whom.
        scale: Linear or logarithmic values; figures of zero and below have no place on a logarithmic axis.
        events: Marked where they happened.
        editions: The same figures in every vintage: what each edition forecast is drawn behind them.

    Beyond forty lines the first chosen are drawn, or the largest where none was chosen. Where all figures are of one
    period, bars are drawn, unless there are editions to be drawn behind them.
    """
    look = look or Look()
    if editions is None and (bars := bars_of_one_period(panel, look, log=scale == "log")) is not None:
        return bars
    drawn = drawable(panel, log=scale == "log")
    rows = Rows.of(drawn.frame)
    found = curves(drawn, rows, look)
    if len(found) > _MOST_LINES:  # the countries, and what was chosen: a group of them stands beside its members
        found = [curve for curve in found if curve.code in look.order or is_on_map(curve.code)] or found
    lines = found[:_MOST_LINES]
    if len(lines) < len(found):
        rows = joined([curve.rows for curve in lines])
        drawn = drawn.with_frame(drawn.frame[drawn.frame["code"].isin(set(rows["code"]))])
    every = drawn if editions is None else drawable(editions, log=scale == "log")
    wanted = references(drawn, look)
    axis = value_axis(every, scale, locale=look.locale, besides=levels(wanted, log=scale == "log"))
    line = timeline(rows, look)
    hover = Hover.of(drawn, look.locale)
    longest = max((len(curve.rows) for curve in lines), default=0)
    behind = Rows.of(every.frame) if editions is not None else rows.take(slice(0, 0))
    traces = edition_traces(behind, lines, axis, line, look)
    traces += [
        trace
        for curve in sorted(lines, key=lambda curve: curve.chosen)  # what stands back is drawn first
        for trace in curve_traces(curve, axis, line, hover, marked=longest <= SPARSE)
    ]
    traces += _ends(lines, axis, line) + _breaks(lines, axis, line)
    start = forecast_start(lines, line)
    early = has_forecast_before(lines, line, start)
    drawn_marks = marks(events, rows, line, look, forecast=start, alone=early, plot=PLOT)
    layout = framed_plot(look, axis, line.layout(look), _names(lines, axis, look, wanted), above=drawn_marks.height)
    layout["shapes"] = [*drawn_marks.shapes, *layout["shapes"]]
    layout["shapes"] += drawn_across(wanted, axis, look)
    layout["annotations"] += drawn_marks.notes + ([] if lines else [no_figures(look)])
    remarks = _remarks(panel, len(found), len(lines), log=scale == "log")
    seen = over_time(lines, look.locale) + told(wanted)
    said = editions_said(behind)
    if early:
        seen.append(f"{_DASHED} {_ONLY}" if start is not None else _DASHED)
        remarks += () if start is not None else (_DASHED,)  # nothing in the plot says what a dashed line is
    when = f"{describe_span(drawn)} · {said}" if said else ""
    return Chart(built(traces, layout), drawn, tuple(seen), remarks, when=when)


def _remarks(panel: Panel, found: int, drawn: int, *, log: bool) -> tuple[str, ...]:
    remarks = []
    if drawn < found:
        remarks.append(f"{found} lines are too many to tell apart: {drawn} are drawn, all are in the table.")
    if log and bool((panel.frame["value"] <= 0).any()):
        remarks.append("A logarithmic axis has no place for zero and below: those figures are left out of the chart.")
    return tuple(remarks)


def forecast_start(lines: Sequence[Curve], line: Timeline) -> float | None:
    """Where the ground that says forecast begins: after the last actual figure of all lines, so that none is on it.

    Each line's dashes begin after its own last actual figure; where those differ, some dashes stand before the ground.
    """
    known = [line.places(curve.actual)[-1] for curve in lines if len(curve.actual)]
    expected = [line.places(curve.forecast) for curve in lines if len(curve.forecast)]
    if not expected:
        return None
    last = max(known, default=None)
    after = [place for places in expected for place in places if last is None or place > last]
    if not after:
        return None
    return float(min(after) if last is None else (last + min(after)) / 2)


def has_forecast_before(lines: Sequence[Curve], line: Timeline, start: float | None) -> bool:
    """Whether a forecast stands before the ground of forecasts, because another line has later actual figures.

    Args:
        lines: The lines drawn.
        line: Of time.
        start: Where the ground begins; ``None`` where there is none, and every forecast stands outside it.
    """
    places = [line.places(curve.forecast)[0] for curve in lines if len(curve.forecast)]
    return any(start is None or place < start for place in places)


def curve_traces(
    curve: Curve, axis: ValueAxis, line: Timeline, hover: Hover, *, marked: bool, **more: Any
) -> list[Spec]:
    """The traces of one line: its band, a dotted bridge over silent times, its actual figures, its forecasts.

    Args:
        curve: The line.
        axis: Of values.
        line: Of time.
        hover: Writes what is shown on hover.
        marked: Whether each figure has a marker.
        more: What plotly.js is told of each trace besides.
    """
    actual, forecast = curve.actual, curve.forecast
    marked = marked or len(curve.rows) < _LONE
    width = 2.2 if curve.chosen else 1.2
    shared: Spec = {"type": "scatter", "name": curve.name, "meta": curve.code, "cliponaxis": False} | more
    traces = _bands(curve, axis, line, shared)
    if len(actual):
        gaps, breaks = _gaps(actual)
        silent = gaps & ~breaks
        if silent.any():
            traces.append(_bridge(curve, actual, silent, axis, line, shared))
        trace = _trace(curve, actual, axis, line, hover, marked=marked, gaps=np.flatnonzero(gaps))
        traces.append(shared | trace | {"line": {"color": curve.colour, "width": width}})
    if len(forecast):
        joined = curve.rows.take(slice(max(0, len(actual) - 1), None))
        trace = _trace(curve, joined, axis, line, hover, marked=marked, skipped=min(1, len(actual)))
        traces.append(shared | trace | {"line": {"color": curve.colour, "width": width, "dash": "6px,4px"}})
    return traces


def _trace(
    curve: Curve, rows: Rows, axis: ValueAxis, line: Timeline, hover: Hover, *, marked: bool,
    gaps: npt.NDArray[np.intp] | None = None, skipped: int = 0,
) -> Spec:  # fmt: skip
    """One part of a line: interrupted before the places of ``gaps``, its first ``skipped`` figures not its own."""
    x, y = line.places(rows), rows["value"] / axis.divisor
    spec = hover.texts(rows, curve.name, divided=axis.heading)
    if skipped:
        spec["hoverinfo"] = ["skip"] * skipped + ["all"] * (len(rows) - skipped)
    if marked:
        fills = np.array(curve.fills(rows), dtype=object)
        sizes = np.where(np.arange(len(rows)) < skipped, 0, 8 if curve.chosen else 5)
        spec["marker"] = {
            "symbol": curve.symbol,
            "size": sizes,
            "color": fills,
            "opacity": 1,
            "line": {"width": 2, "color": curve.colour},
        }
    if gaps is not None and len(gaps):
        x, y = np.insert(x, gaps, x[gaps]), np.insert(y, gaps, np.nan)
        for name in ("text", "customdata"):
            if name in spec:
                spec[name] = list(np.insert(np.array(spec[name], dtype=object), gaps, ""))
        if marked:
            marker = spec["marker"]
            marker["color"], marker["size"] = np.insert(fills, gaps, curve.colour), np.insert(sizes, gaps, 0)
    if marked:
        spec["marker"]["color"] = list(spec["marker"]["color"])
    return spec | {"x": line.drawn(x), "y": y, "mode": "lines+markers" if marked else "lines", "connectgaps": False}


def _gaps(rows: Rows) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Before which figures the line is interrupted, and where that is because the series breaks there."""
    first, last = rows["first"], rows["last"]
    days = (first[1:] - last[:-1]).astype("timedelta64[D]").astype(int)
    usual = _HOLIDAYS if (rows["frequency"] == "D").all() else 1
    breaks = np.array(rows["status"] == "B")
    breaks[0] = False
    return np.concatenate([[False], days > usual]) | breaks, breaks


def _bridge(
    curve: Curve, rows: Rows, silent: npt.NDArray[np.bool_], axis: ValueAxis, line: Timeline, shared: Spec
) -> Spec:
    """A thin dotted line over the years a source is silent on, so that its figures are seen to belong together."""
    x, y = line.places(rows), rows["value"] / axis.divisor
    ends = [place for after in np.flatnonzero(silent) for place in (after - 1, after, after)]
    heights = y[ends]
    heights[2::3] = np.nan
    dotted = {"color": translucent(curve.colour, 0.6), "width": 1.2, "dash": "dot"}
    return shared | {"x": line.drawn(x[ends]), "y": heights, "mode": "lines", "line": dotted, "hoverinfo": "skip"}


def _bands(curve: Curve, axis: ValueAxis, line: Timeline, shared: Spec) -> list[Spec]:
    """Intervals: a band where two or more follow each other, an upright stroke where one stands alone."""
    rows = curve.rows
    given = ~np.isnan(rows["lower"]) & ~np.isnan(rows["upper"])
    if not given.any():
        return []
    x = line.places(rows)
    low, high = (np.where(given, rows[end], rows["value"]) / axis.divisor for end in ("lower", "upper"))
    begins = len(curve.actual)
    traces = []
    for start, end in _runs(given):
        opening = start == begins > 0  # a fan of forecasts opens at the last actual figure
        if end - start == 1 and not opening:
            spot = {"x": line.drawn(x[[start, start]]), "y": [low[start], high[start]], "mode": "lines"}
            thick = {"color": translucent(curve.colour, 0.35), "width": 9}
            traces.append(shared | spot | {"line": thick, "hoverinfo": "skip"})
            continue
        run = slice(start - opening, end)
        places = np.concatenate([x[run], x[run][::-1]])
        heights = np.concatenate([high[run], low[run][::-1]])
        filled = {"fill": "toself", "fillcolor": translucent(curve.colour, 0.18), "line": {"width": 0}}
        traces.append(shared | filled | {"x": line.drawn(places), "y": heights, "mode": "lines", "hoverinfo": "skip"})
    return traces


def _runs(given: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], given.astype(int), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _ends(lines: Sequence[Curve], axis: ValueAxis, line: Timeline) -> list[Spec]:
    """A marker where each coloured line ends; it bears the publisher's sign also where the line has no markers."""
    coloured = [curve for curve in lines if curve.chosen]
    if not coloured:
        return []
    ends = [curve.rows.take(slice(-1, None)) for curve in coloured]
    fills = [curve.fills(end)[0] for curve, end in zip(coloured, ends, strict=True)]
    symbols, colours = [curve.symbol for curve in coloured], [curve.colour for curve in coloured]
    return [
        {
            "type": "scatter", "mode": "markers", "name": "ends",
            "x": line.drawn(np.array([line.places(end)[0] for end in ends])),
            "y": np.array([end["value"][0] for end in ends]) / axis.divisor, "hoverinfo": "skip", "cliponaxis": False,
            "marker": {"symbol": symbols, "color": fills, "size": 8, "opacity": 1,
                       "line": {"width": 2, "color": colours}},
        }
    ]  # fmt: skip


def _breaks(lines: Sequence[Curve], axis: ValueAxis, line: Timeline) -> list[Spec]:
    """Two strokes in the gap before a figure that is no longer comparable with those before it."""
    x, y, colour, texts = [], [], [], []
    for curve in lines:
        rows = curve.actual
        if not (rows["status"] == "B").any():
            continue
        places, values = line.places(rows), rows["value"] / axis.divisor
        for after in np.flatnonzero(_gaps(rows)[1]):
            x.append((places[after - 1] + places[after]) / 2)
            y.append(_between(values[after - 1], values[after], axis))
            colour.append(curve.colour)
            texts.append(f"<b>{curve.name}</b>: the series breaks here; figures before and after are not comparable")
    if not x:
        return []
    return [
        {
            "type": "scatter", "mode": "text", "x": line.drawn(np.array(x)), "y": y, "text": ["//"] * len(x),
            "textfont": {"color": colour, "size": 16}, "hovertext": texts, "hoverinfo": "text", "name": "breaks",
        }
    ]  # fmt: skip


def _between(one: float, other: float, axis: ValueAxis) -> float:
    return float(np.sqrt(one * other)) if axis.type == "log" else (one + other) / 2


def _names(lines: Sequence[Curve], axis: ValueAxis, look: Look, wanted: Sequence[Reference]) -> Named:
    """The names of the lines: of all while they are few, else of those in colour; and of the reference lines."""
    shown = [curve for curve in lines if curve.chosen or len(lines) <= _MOST_NAMED]
    latest = max((curve.end["last"] for curve in shown), default=None)
    named = [
        Entry(
            curve.name, _last_value(curve, axis, latest), curve.colour, SIGNS[curve.symbol],
            axis.share(curve.end["value"]) * PLOT, reaches=curve.end["last"] == latest,
        )
        for curve in shown
    ]  # fmt: skip
    named += entries(wanted, axis, look, plot=PLOT)
    if not look.narrow and (at_the_side := beside(named, look, plot=PLOT)) is not None:
        return at_the_side
    return below(named, look, offset=FOOT, inset=0)


def _last_value(curve: Curve, axis: ValueAxis, latest: Any) -> str:
    """The last value; its year too where the line ends before the others."""
    text = axis.short(curve.end)
    return text if curve.end["last"] == latest else f"{text} ({curve.end['year']:.0f})"
