"""Slopes: two points in time, a line for each series, names and figures at both ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from indicators.charts.chart import Chart
from indicators.charts.palette import grey, ink
from indicators.charts.parts.alt_text import over_time
from indicators.charts.parts.axes import ValueAxis, value_axis
from indicators.charts.parts.curves import Curve, curves, drawable, joined
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.legend import Entry, below, beside
from indicators.charts.parts.moments import moment, moments
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.plot import FOOT, HEADING, PLOT, heading_note
from indicators.charts.parts.reference_lines import drawn_across, entries, levels, references, told
from indicators.charts.parts.timeline import period_label
from indicators.charts.style import LABEL, Look, Spec, bare_layout, built, no_figures
from indicators.model.panel import Panel

__all__ = ["draw_slope_chart"]

_MOST_LINES, _MOST_NAMED = 20, 4
_ENOUGH = 0.5


def draw_slope_chart(panel: Panel, look: Look | None = None, *, scale: Literal["linear", "log"] = "linear") -> Chart:
    """Draw what changed between the first and the last period that most areas have a figure for.

    Args:
        panel: Observations in one unit.
        look: For whom.
        scale: Linear or logarithmic values.
    """
    look = look or Look()
    drawn = drawable(panel, log=scale == "log")
    rows = Rows.of(drawn.frame)
    found = curves(drawn, rows, look)
    start, end = _ends(rows)
    both = [_between(curve, start, end) for curve in found]
    pairs = [(curve, pair) for curve, pair in zip(found, both, strict=True) if len(pair) == 2][:_MOST_LINES]
    shown = joined([pair for _, pair in pairs]) if pairs else rows.take(slice(0, 0))
    visible = drawn.with_frame(
        drawn.frame[drawn.frame["period"].isin([start, end]) & drawn.frame["code"].isin(shown["code"])]
    )
    wanted = references(visible, look)
    axis = value_axis(visible, scale, locale=look.locale, besides=levels(wanted, log=scale == "log"))
    hover = Hover.of(drawn, look.locale)
    traces = [_trace(curve, pair, axis, hover) for curve, pair in sorted(pairs, key=lambda pair: pair[0].chosen)]
    layout = _layout(pairs, axis, look, (start, end), entries(wanted, axis, look, plot=PLOT))
    layout["shapes"] += drawn_across(wanted, axis, look)
    seen = over_time([_only(curve, pair) for curve, pair in pairs], look.locale) + told(wanted)
    when = f"{period_label(start)} and {period_label(end)}" if pairs else ""
    return Chart(built(traces, layout), visible, tuple(seen), _remarks(found, pairs, start, end), when=when)


def _ends(rows: Rows) -> tuple[str, str]:
    """The first and the last period for which at least half as many areas as at best have a figure."""
    periods = moments(rows)
    if not periods:
        return "", ""
    areas = Counter(period for _, period in set(zip(rows["code"], rows["period"], strict=True)))
    enough = _ENOUGH * max(areas.values())
    first = next(period for period in periods if areas[period] >= enough)
    last = moment(rows)
    return (first, last) if periods.index(first) < periods.index(last) else (first, periods[-1])


def _between(curve: Curve, start: str, end: str) -> Rows:
    rows = curve.rows
    return rows.take(np.isin(rows["period"], [start, end])) if start != end else rows.take(slice(0, 0))


def _only(curve: Curve, pair: Rows) -> Curve:
    """The line with its two figures alone."""
    return replace(curve, actual=pair, forecast=pair.take(slice(0, 0)))


def _trace(curve: Curve, pair: Rows, axis: ValueAxis, hover: Hover) -> Spec:
    forecast = pair["status"][1] == "F"
    return {
        "type": "scatter", "mode": "lines+markers", "name": curve.name, "meta": curve.code, "x": [0, 1],
        "y": pair["value"] / axis.divisor, "cliponaxis": False,
        "line": {
            "color": curve.colour, "width": 2.2 if curve.chosen else 1.2, "dash": "6px,4px" if forecast else "solid"
        },
        "marker": {"symbol": curve.symbol, "size": 9, "color": curve.fills(pair), "opacity": 1,
                   "line": {"width": 2, "color": curve.colour}},
    } | hover.texts(pair, curve.name)  # fmt: skip


def _layout(
    pairs: Sequence[tuple[Curve, Rows]], axis: ValueAxis, look: Look, ends: tuple[str, str], besides: Sequence[Entry]
) -> Spec:
    left = [_entry(curve, pair, 0, axis, named=False) for curve, pair in pairs]
    right = [_entry(curve, pair, 1, axis, named=not look.narrow) for curve, pair in pairs]
    right += [] if look.narrow else besides
    sides = [beside(left, look, plot=PLOT, left=True), beside(right, look, plot=PLOT)]
    margins = [max(30.0, 14 + (side.width if side else 0)) for side in sides]
    legend = None
    if look.narrow or any(side is None for side in sides):
        named = [_entry(curve, pair, 1, axis, named=True) for curve, pair in pairs]
        legend = below([*named, *besides], look, offset=FOOT, inset=margins[0] - 8)
    drawn = [side for side in (*sides, legend) if side is not None]
    bottom = FOOT + (legend.height if legend else 0)
    layout = bare_layout(look, top=HEADING, bottom=bottom, left=margins[0], right=margins[1])
    layout["height"] = PLOT + HEADING + bottom
    layout["xaxis"] = {
        "range": [0, 1], "fixedrange": True, "tickmode": "array", "tickvals": [0, 1], "showgrid": False,
        "zeroline": False,
        "ticktext": [f"<b>{period_label(end)}</b>" if end else "" for end in ends], "title": {"text": ""}, "ticks": "",
        "ticklabelstandoff": 8, "tickfont": {"size": LABEL, "color": ink(look.ground)},
    }  # fmt: skip
    layout["yaxis"] = {
        "range": list(axis.range), "type": axis.type, "fixedrange": True, "visible": axis.crosses_zero,
        "showgrid": False, "showticklabels": False, "zeroline": axis.crosses_zero, "ticks": "", "title": {"text": ""},
    }  # fmt: skip
    layout["annotations"] = [note for side in drawn for note in side.notes]
    layout["annotations"].append(heading_note(axis.heading, look, left=layout["margin"]["l"]))
    layout["annotations"] += [] if pairs else [no_figures(look)]
    layout["shapes"] = [*map(_upright, (0, 1), (look, look)), *(shape for side in drawn for shape in side.shapes)]
    return layout


def _upright(place: int, look: Look) -> Spec:
    """The line on which the figures of one period stand."""
    return {
        "type": "line", "layer": "below", "xref": "paper", "yref": "paper", "x0": place, "x1": place, "y0": 0, "y1": 1,
        "line": {"color": grey(look.ground), "width": 1},
    }  # fmt: skip


def _entry(curve: Curve, pair: Rows, place: int, axis: ValueAxis, *, named: bool) -> Entry:
    row = pair.row(place)
    name = curve.name if named else ""
    return Entry(name, axis.short(row), curve.colour, "●", axis.share(row["value"]) * PLOT)


def _remarks(found: Sequence[Curve], pairs: Sequence[tuple[Curve, Rows]], start: str, end: str) -> tuple[str, ...]:
    if not found or len(pairs) == len(found):
        return ()
    if start == end:
        return ("A slope needs two periods; there is one.",)
    drawn = {id(curve) for curve, _ in pairs}
    lacking = [curve for curve in found if id(curve) not in drawn]
    whole = [curve.name for curve in lacking if len(_between(curve, start, end)) == 2]
    half = [curve.name for curve in lacking if curve.name not in whole]
    ends = f"{period_label(start)} and {period_label(end)}"
    remarks = (f"Without a figure for both {ends}: {_named(half)}.",) if half else ()
    return remarks + ((f"More than {_MOST_LINES} lines; not drawn: {_named(whole)}.",) if whole else ())


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"{', '.join(names[:_MOST_NAMED])}{more}"
