"""Slope chart: two points in time, a line for each series, names and values at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from indicators.charts import messages
from indicators.charts.chart import DEFAULT_OPTIONS, Chart, ChartOptions
from indicators.charts.parts.alt_text import describe_curves
from indicators.charts.parts.axes import ValueAxis, make_value_axis
from indicators.charts.parts.curves import Curve, prepare_curves
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.legend import LegendEntry, place_legend_below, place_legend_beside
from indicators.charts.parts.panel_rows import Rows, concatenate_rows
from indicators.charts.parts.period_choice import MOST_NAMED_AREAS, list_covered_periods, list_periods, pick_period
from indicators.charts.parts.plot_layout import build_figure, make_layout, note_no_data, note_unit
from indicators.charts.parts.reference_lines import ReferenceLines
from indicators.charts.parts.timeline import label_period
from indicators.charts.style import DEFAULT_LOOK, FOOT, HEADING, LABEL, PLOT, Look, Spec, style_line, style_markers
from indicators.model.formatting import join_names
from indicators.model.panel import Panel

_MOST_LINES: Final = 20
_Pair = tuple[Curve, Rows]


def draw_slope_chart(panel: Panel, look: Look = DEFAULT_LOOK, options: ChartOptions = DEFAULT_OPTIONS) -> Chart:
    """Draw the change between the first and the last well covered period of a panel in one unit."""
    drawn, rows, found = prepare_curves(panel, look, log=options.is_log)
    start, end = _find_ends(rows)
    both = [(curve, _select(curve, start, end)) for curve in found]
    pairs = [pair for pair in both if len(pair[1]) == 2][:_MOST_LINES]
    shown = concatenate_rows([rows for _, rows in pairs]) if pairs else rows.take(slice(0, 0))
    frame = drawn.frame
    visible = drawn.with_frame(frame[frame["period"].isin([start, end]) & frame["code"].isin(shown["code"])])
    wanted = ReferenceLines.of(visible, look)
    axis = make_value_axis(visible, options.scale, locale=look.locale, besides=wanted.get_values(log=options.is_log))
    hover = Hover.of(drawn, look.locale)
    traces = [_draw_slope(*pair, axis, hover) for pair in sorted(pairs, key=lambda pair: pair[0].is_chosen)]
    layout = _make_slope_layout(pairs, axis, look, (start, end), wanted.make_entries(axis))
    layout["shapes"] += wanted.draw_across(axis)
    empty = rows.take(slice(0, 0))
    lines = [replace(curve, actual=pair, forecast=empty) for curve, pair in pairs]
    seen = (*describe_curves(lines, look.locale), *wanted.sentences)
    first, last = label_period(start) if start else "", label_period(end) if end else ""
    when = messages.TWO_PERIODS.format(first=first, last=last) if pairs else ""
    remarks = _write_remarks(both, pairs, first, last)
    return Chart(build_figure(traces, layout), visible, seen, remarks, when=when)


def _find_ends(rows: Rows) -> tuple[str, str]:
    """The first and the last well covered period."""
    periods = list_periods(rows)
    if not periods:
        return "", ""
    first = list_covered_periods(zip(rows["code"], rows["period"], strict=True), periods)[0]
    last = pick_period(rows)
    return (first, last) if periods.index(first) < periods.index(last) else (first, periods[-1])


def _select(curve: Curve, start: str, end: str) -> Rows:
    rows = curve.rows
    return rows.take(np.isin(rows["period"], [start, end])) if start != end else rows.take(slice(0, 0))


def _draw_slope(curve: Curve, pair: Rows, axis: ValueAxis, hover: Hover) -> Spec:
    is_forecast = pair["status"][1] == "F"
    return {
        "type": "scatter", "mode": "lines+markers", "name": curve.name, "meta": curve.code, "x": [0, 1],
        "y": pair["value"] / axis.divisor, "cliponaxis": False,
        "line": style_line(curve.colour, is_chosen=curve.is_chosen, is_forecast=is_forecast, number=curve.number),
        "marker": style_markers(curve.colour, curve.fill(pair), curve.symbol, 9),
    } | hover.write_texts(pair, curve.name)  # fmt: skip


def _make_slope_layout(
    pairs: Sequence[_Pair], axis: ValueAxis, look: Look, ends: tuple[str, str], besides: Sequence[LegendEntry]
) -> Spec:
    left = [_name_end(*pair, 0, axis, is_named=False) for pair in pairs]
    right = [_name_end(*pair, 1, axis, is_named=not look.narrow) for pair in pairs]
    right += [] if look.narrow else besides
    sides = [place_legend_beside(left, look, left=True), place_legend_beside(right, look)]
    margins = [max(30.0, 14 + (side.width if side else 0)) for side in sides]
    legend = None
    if look.narrow or any(side is None for side in sides):
        entries = [_name_end(*pair, 1, axis, is_named=True) for pair in pairs]
        legend = place_legend_below([*entries, *besides], look, offset=FOOT, inset=margins[0] - 8)
    placed = [side for side in (*sides, legend) if side is not None]
    bottom = FOOT + (legend.height if legend else 0)
    layout = make_layout(look, top=HEADING, bottom=bottom, left=margins[0], right=margins[1])
    layout["height"] = PLOT + HEADING + bottom
    layout["xaxis"] = {
        "range": [0, 1], "fixedrange": True, "tickmode": "array", "tickvals": [0, 1], "showgrid": False,
        "zeroline": False,
        "ticktext": [f"<b>{label_period(end)}</b>" if end else "" for end in ends], "title": {"text": ""}, "ticks": "",
        "ticklabelstandoff": 8, "tickfont": {"size": LABEL, "color": look.theme.ink},
    }  # fmt: skip
    layout["yaxis"] = {
        "range": list(axis.range), "type": axis.type, "fixedrange": True, "visible": axis.crosses_zero,
        "showgrid": False, "showticklabels": False, "zeroline": axis.crosses_zero, "ticks": "", "title": {"text": ""},
    }  # fmt: skip
    layout["annotations"] = [note for side in placed for note in side.notes]
    layout["annotations"].append(note_unit(axis.heading, look, left=layout["margin"]["l"]))
    layout["annotations"] += [] if pairs else [note_no_data(look)]
    uprights = [_draw_upright(place, look) for place in (0, 1)]
    layout["shapes"] = [*uprights, *(shape for side in placed for shape in side.shapes)]
    return layout


def _draw_upright(place: int, look: Look) -> Spec:
    """The line of one period."""
    return {
        "type": "line", "layer": "below", "xref": "paper", "yref": "paper", "x0": place, "x1": place, "y0": 0, "y1": 1,
        "line": {"color": look.theme.grey, "width": 1},
    }  # fmt: skip


def _name_end(curve: Curve, pair: Rows, place: int, axis: ValueAxis, *, is_named: bool) -> LegendEntry:
    row = pair.row(place)
    name = curve.name if is_named else ""
    return LegendEntry(name, axis.format_short(row), curve.colour, "●", axis.locate(row["value"]) * PLOT)


def _write_remarks(both: Sequence[_Pair], pairs: Sequence[_Pair], first: str, last: str) -> tuple[str, ...]:
    drawn = {id(curve) for curve, _ in pairs}
    left_out = [(curve.name, len(pair) == 2) for curve, pair in both if id(curve) not in drawn]
    half = [name for name, has_both in left_out if not has_both]
    whole = [name for name, has_both in left_out if has_both]
    remarks = []
    if half:
        areas = join_names(half, most=MOST_NAMED_AREAS)
        remarks.append(messages.NOT_BOTH_ENDS.format(first=first, last=last, areas=areas))
    if whole:
        areas = join_names(whole, most=MOST_NAMED_AREAS)
        remarks.append(messages.NO_SPACE_FOR.format(most=_MOST_LINES, areas=areas))
    return tuple(remarks)
