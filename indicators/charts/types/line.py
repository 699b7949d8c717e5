"""Line chart: actual values solid, forecasts dashed in a shaded area, publishers distinguished by markers.

Each publisher's data are a line of their own. A forecast is joined to the last actual value of its series. A break in
series is a gap with a mark. Names are at the ends of lines, or in a legend below where there is no space for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from indicators.charts import messages
from indicators.charts.chart import DEFAULT_OPTIONS, Chart, ChartOptions, Fallback, fall_back_to_bars
from indicators.charts.parts.alt_text import describe_curves
from indicators.charts.parts.axes import ValueAxis, make_value_axis
from indicators.charts.parts.curves import Curve, prepare_curves
from indicators.charts.parts.extremes import (
    draw_arrowheads,
    find_limit,
    find_peaks,
    has_extremes,
    pick_labelled,
    write_lows,
)
from indicators.charts.parts.fans import write_fan_remarks
from indicators.charts.parts.geography import is_on_map
from indicators.charts.parts.headings import describe_span
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.legend import LegendEntry, place_legend
from indicators.charts.parts.lines import draw_curve, find_forecast_start, find_gaps_and_breaks, has_earlier_forecast
from indicators.charts.parts.panel_rows import Rows, concatenate_rows, keep_drawable
from indicators.charts.parts.past_forecasts import (
    deepen_recent,
    describe_past_forecasts,
    draw_past_forecasts,
    find_past_forecasts,
    name_past_forecasts,
)
from indicators.charts.parts.plot_layout import build_figure, make_plot_layout, note_no_data
from indicators.charts.parts.readings import draw_readings
from indicators.charts.parts.reference_lines import ReferenceLines
from indicators.charts.parts.time_marks import draw_time_marks
from indicators.charts.parts.timeline import Timeline, make_timeline
from indicators.charts.style import DEFAULT_LOOK, PLOT, SYMBOLS, Look, Spec, style_markers
from indicators.model.formatting import format_quantity
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod

_SPIKE: Final[Spec] = {"showspikes": True, "spikemode": "across", "spikedash": "dot", "spikethickness": 1}
"""The upright line at the time of a value that is pointed at."""
_SPARSE: Final = 8  # lines of more values have no markers
_MOST_NAMED: Final = 20  # as many names as there is room for beside the plot
_MOST_LINES: Final = 40
_DIGITS: Final = 4
_RING: Final = 14  # pixels: around the marker of a rival at the same place
_SAME: Final = 0.01  # values that differ less have their markers at the same place


def find_line_fallback(panel: Panel) -> Fallback | None:
    """Return small multiples for several units, which can't share an axis, and bars for a single period."""
    if len(panel.indicators) > 1 and len(panel.units) > 1:
        return Fallback("multiples", (messages.DIFFERENT_UNITS,), panel)
    return fall_back_to_bars(panel)


def draw_line_chart(panel: Panel, look: Look = DEFAULT_LOOK, options: ChartOptions = DEFAULT_OPTIONS) -> Chart:
    """Draw a panel in one unit over time.

    Of more than forty lines the first chosen are drawn, or the largest where none was chosen.
    """
    log = options.is_log
    drawn, rows, found = prepare_curves(panel, look, log=log)
    if len(found) > _MOST_LINES:  # countries and what was chosen: groups come with their members
        found = [curve for curve in found if curve.code in look.order or is_on_map(curve.code)] or found
    lines = found[:_MOST_LINES]
    if len(lines) < len(found):
        rows = concatenate_rows([curve.rows for curve in lines])
        drawn = drawn.with_frame(drawn.frame[drawn.frame["code"].isin(set(rows["code"]))])
    every = drawn if options.editions is None else keep_drawable(options.editions, log=log)
    behind = rows.take(slice(0, 0)) if options.editions is None else Rows.of(every.frame)
    wanted = ReferenceLines.of(drawn, look)
    limit = np.inf if log or options.editions else find_limit(drawn, lines)
    levels = wanted.get_values(log=log)
    axis = make_value_axis(every, options.scale, locale=look.locale, besides=levels, limit=limit)
    line = make_timeline(rows, look)
    hover = Hover.of(drawn, look.locale)
    compares = len(lines) > 1 and not hover.has_many and options.editions is None
    is_marked = max((len(curve.rows) for curve in lines), default=0) <= _SPARSE
    past = find_past_forecasts(behind, lines)
    peaks = [] if limit == np.inf else find_peaks(lines, axis, line)
    labelled = pick_labelled(peaks, look)
    traces = [draw_past_forecasts(one, axis, line, look) for one in past]
    for curve in sorted(lines, key=lambda curve: curve.is_chosen):  # grey lines first
        traces += draw_curve(curve, axis, line, None if compares else hover, is_marked=is_marked)
    traces += _mark_ends(lines, axis, line) + _mark_breaks(lines, axis, line)
    traces += draw_arrowheads(peaks, axis, line)
    traces += [draw_readings(lines, axis, line, hover)] if compares else []
    start = find_forecast_start(lines, line)
    has_earlier = has_earlier_forecast(lines, line, start)
    marks = draw_time_marks(
        (*options.notes, *options.events), rows, line, look, forecast=start, has_earlier=has_earlier,
        peaks=[peak for peak in labelled if peak.value > axis.high],
    )  # fmt: skip
    editions_named = name_past_forecasts(past if len(lines) == 1 and not look.narrow else (), axis, line, look)
    legend = place_legend([*_name_lines(lines, axis, line), *editions_named, *wanted.make_entries(axis)], look)
    layout = make_plot_layout(look, axis, line.make_axis(look), legend, above=marks.height)
    layout["xaxis"] |= _SPIKE | {"spikecolor": look.theme.grey}
    if options.editions is None:  # whose thin lines are pointed at one by one
        layout |= {"hovermode": "x", "hoverdistance": -1}
    layout["shapes"] = [
        *deepen_recent(past, axis, line, look),
        *marks.shapes,
        *layout["shapes"],
        *wanted.draw_across(axis),
    ]
    layout["annotations"] += (
        marks.notes + write_lows(labelled, axis, line, look) + ([] if lines else [note_no_data(look)])
    )
    remarks = _write_remarks(panel, len(found), len(lines), log=log) + write_fan_remarks(panel, lines)
    remarks += (messages.CLIPPED,) if peaks else () if log else _write_extreme(lines, look)
    if any(trace["name"] == "breaks" for trace in traces):
        remarks += (messages.BREAK_MARKS,)
    seen = [*describe_curves(lines, look.locale), *wanted.sentences]
    if has_earlier and start is None:
        remarks += (messages.DASHED_FORECASTS,)  # nothing in the plot explains the dashes
    if has_earlier:
        seen.append(messages.DASHED_FORECASTS if start is None else messages.ONLY_FORECASTS_HOVER)
    editions = describe_past_forecasts(past)
    when = messages.SPAN_WITH_EDITIONS.format(span=describe_span(drawn), editions=editions) if editions else ""
    return Chart(build_figure(traces, layout), drawn, tuple(seen), remarks, when=when, below=marks.below)


def _write_remarks(panel: Panel, found: int, drawn: int, *, log: bool) -> tuple[str, ...]:
    remarks = []
    if drawn < found:
        remarks.append(messages.TOO_MANY.format(shown=drawn, all=found))
    if log and bool((panel.frame["value"] <= 0).any()):
        remarks.append(messages.NOT_ON_LOG_AXIS)
    return tuple(remarks)


def _write_extreme(lines: Sequence[Curve], look: Look) -> tuple[str, ...]:
    """Say which value flattens all others, and how to see these."""
    if not lines or not has_extremes(np.concatenate([curve.rows["value"] for curve in lines])):
        return ()
    curve = max(lines, key=lambda one: float(np.abs(one.rows["value"]).max()))
    row = curve.rows.row(int(np.abs(curve.rows["value"]).argmax()))
    value = format_quantity(row["value"], row["unit"], digits=row["digits"] or _DIGITS, locale=look.locale)
    when = TimePeriod.parse(row["period"]).when
    return (messages.EXTREME.format(series=curve.name, value=value, when=when),)


def _mark_ends(lines: Sequence[Curve], axis: ValueAxis, line: Timeline) -> list[Spec]:
    """A marker where each coloured line ends, which shows the publisher also on lines without markers."""
    coloured = [curve for curve in lines if curve.is_chosen]
    if not coloured:
        return []
    ends = [curve.rows.take(slice(-1, None)) for curve in coloured]
    fills = [curve.fill(end)[0] for curve, end in zip(coloured, ends, strict=True)]
    colours = [curve.colour for curve in coloured]
    hidden = [_is_on_rival(curve, lines) for curve in coloured]
    symbols = [f"{one.symbol}-open" if covered else one.symbol for one, covered in zip(coloured, hidden, strict=True)]
    return [
        {
            "type": "scatter", "mode": "markers", "name": "ends",
            "x": line.encode(np.array([line.locate_rows(end)[0] for end in ends])),
            "y": np.array([end["value"][0] for end in ends]) / axis.divisor, "hoverinfo": "skip", "cliponaxis": False,
            "marker": style_markers(colours, fills, symbols, [_RING if covered else 8 for covered in hidden]),
        }
    ]  # fmt: skip


def _is_on_rival(curve: Curve, lines: Sequence[Curve]) -> bool:
    """Whether the last value of a line is also one of another in its colour, whose marker would cover it."""
    period, value, none = curve.end["period"], curve.end["value"], curve.rows.take(slice(0, 0))
    rivals = concatenate_rows([one.rows for one in lines if one is not curve and one.colour == curve.colour] or [none])
    return bool(((rivals["period"] == period) & np.isclose(rivals["value"], value, rtol=_SAME)).any())


def _mark_breaks(lines: Sequence[Curve], axis: ValueAxis, line: Timeline) -> list[Spec]:
    """Two strokes in the gap before a value that is not comparable with those before it."""
    x, y, colours = [], [], []
    for curve in lines:
        rows = curve.actual
        if not (rows["status"] == "B").any():
            continue
        places, values = line.locate_rows(rows), rows["value"] / axis.divisor
        for after in np.flatnonzero(find_gaps_and_breaks(rows)[1]):
            x.append((places[after - 1] + places[after]) / 2)
            y.append(_find_middle(values[after - 1], values[after], axis))
            colours.append(curve.colour)
    if not x:
        return []
    return [
        {
            "type": "scatter", "mode": "text", "x": line.encode(np.array(x)), "y": y, "text": ["//"] * len(x),
            "textfont": {"color": colours, "size": 16}, "hoverinfo": "skip", "name": "breaks",
        }
    ]  # fmt: skip


def _find_middle(one: float, other: float, axis: ValueAxis) -> float:
    return float(np.sqrt(one * other)) if axis.type == "log" else (one + other) / 2


def _name_lines(lines: Sequence[Curve], axis: ValueAxis, line: Timeline) -> list[LegendEntry]:
    """The names of the lines, of many only those in colour."""
    shown = [curve for curve in lines if curve.is_chosen or len(lines) <= _MOST_NAMED]
    latest = max((curve.end["last"] for curve in shown), default=None)
    edge = line.encode(np.array([line.high]))[0]
    entries = []
    for curve in shown:
        reaches = bool(curve.end["last"] == latest)
        start = None if reaches else line.encode(line.locate_rows(curve.rows.take(slice(-1, None))))[0]
        entries.append(
            LegendEntry(
                curve.name, _format_end(curve, axis, latest), curve.colour, SYMBOLS[curve.symbol],
                min(1.0, max(0.0, axis.locate(curve.end["value"]))) * PLOT, reaches=reaches, start=start, edge=edge,
            )
        )  # fmt: skip
    return entries


def _format_end(curve: Curve, axis: ValueAxis, latest: Any) -> str:
    """The last value, with its year where the line ends before the others."""
    text = axis.format_short(curve.end)
    return text if curve.end["last"] == latest else f"{text} ({curve.end['year']:.0f})"
