"""Small multiples: a small plot for each area, or for each indicator, all with one time and, if they can, one scale.

What is known for one period only is drawn as bars: a line of one point cannot be compared with another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any, Literal

import numpy as np

from indicators.charts.chart import Chart
from indicators.charts.palette import faint_ink, grey, ink, readable, translucent
from indicators.charts.parts.alt_text import over_time
from indicators.charts.parts.axes import ValueAxis, value_axis
from indicators.charts.parts.curves import SIGNS, Curve, curves, drawable
from indicators.charts.parts.grid import Grid, Small
from indicators.charts.parts.headings import name_indicators
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.label_placement import cut, text_width
from indicators.charts.parts.legend import Entry, below
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.reference_lines import Reference, dotted, drawn_across, levels, references, told
from indicators.charts.parts.timeline import Timeline, period_label, timeline
from indicators.charts.style import (
    LABEL,
    SMALL,
    Look,
    Spec,
    built,
    no_figures,
    note,
    value_axis_layout,
)
from indicators.charts.types.bar import bars_of_one_period, no_line
from indicators.charts.types.bars import BEGIN_AT_ZERO, PATTERNS, bar_marker, fill_signs, interval
from indicators.charts.types.line import curve_traces, forecast_start
from indicators.model.formatting import join_names
from indicators.model.panel import Panel

__all__ = ["draw_small_multiples"]

_MOST_PLOTS = 24
_BETWEEN = 6  # at least between the names of two neighbours
_MARKED = 12
_NUMBER = 16  # the height of a number at the end of a bar, in pixels
_MOST_NUMBERED, _MOST_NUMBERED_NARROW = 4, 3  # beyond, the numbers of bars side by side would touch


def draw_small_multiples(
    panel: Panel, look: Look | None = None, *, scale: Literal["linear", "log"] = "linear"
) -> Chart:
    """Draw each area in a plot of its own, or each indicator where there are several.

    Args:
        panel: Observations of one or several indicators; only those of one unit share an axis of values.
        look: For whom.
        scale: Linear or logarithmic values.

    Of a single period no lines can be drawn: the areas are compared as bars, and so are the figures of each indicator.
    """
    look = look or Look()
    if len(panel.indicators) == 1 and (bars := bars_of_one_period(panel, look, log=scale == "log")) is not None:
        return bars
    drawn = drawable(panel, log=scale == "log")
    rows = Rows.of(drawn.frame)
    lines = curves(drawn, rows, look)
    plots = _small_plots(drawn, lines, scale, look)
    shown = plots[:_MOST_PLOTS]
    line = timeline(rows, look)
    hover = Hover.of(drawn, look.locale)
    grid = Grid(len(shown), look, shown, by_indicator=len(drawn.indicators) > 1)
    traces: list[Spec] = []
    layout = grid.layout()
    patterns = _patterns(shown)
    for number, plot in enumerate(shown):
        if plot.period:
            traces += _draw_bars(plot, number, grid, line, hover, layout, patterns)
        else:
            traces += _draw_lines(plot, number, grid, line, hover, layout)
    layout["annotations"] += [] if shown else [no_figures(look)]
    if marks := _marks_said(shown, layout["shapes"], by_indicator=grid.by_indicator):
        layout["annotations"].append(_marks_note(marks, look))
    if any(len(plot.lines) > 1 for plot in shown):
        _add_legend(layout, shown, look, by_indicator=grid.by_indicator)
    remarks = _remarks(plots, shown, log=scale == "log")
    title = name_indicators(drawn) if grid.by_indicator else ""
    of_areas = not grid.by_indicator and len(shown) < len(plots)
    where = f"{len(shown)} of {len(plots)} countries and groups" if of_areas else ""
    said = (*over_time(lines, look.locale), *_told(shown))
    return Chart(built(traces, layout), drawn, said, remarks, title, where=where)


def _told(plots: Sequence[Small]) -> list[str]:
    """A sentence on each reference line, once."""
    return list(dict.fromkeys(sentence for plot in plots for sentence in told(plot.references)))


def _small_plots(panel: Panel, lines: Sequence[Curve], scale: Literal["linear", "log"], look: Look) -> list[Small]:
    if len(panel.indicators) > 1:
        by_indicator = [
            (one.name, panel.select_indicator(one.id), [c for c in lines if c.rows["indicator"][0] == one.id])
            for one in panel.indicators
        ]
        return [_of_indicator(name, part, own, scale, look) for name, part, own in by_indicator if own]
    wanted = references(panel, look)
    axis = _axis(panel, scale, look, wanted)
    by_area: dict[str, list[Curve]] = {}
    for curve in lines:
        by_area.setdefault(curve.code, []).append(curve)
    if len(by_area) == 1:  # rivals of one area: a plot each
        return [Small(curve.name, (curve,), axis, wanted) for curve in lines]
    return [Small(str(own[0].rows["entity"][0]), tuple(own), axis, wanted) for own in by_area.values()]


def _axis(panel: Panel, scale: Literal["linear", "log"], look: Look, wanted: Sequence[Reference]) -> ValueAxis:
    return value_axis(panel, scale, locale=look.locale, besides=levels(wanted, log=scale == "log"), most=4)


def _of_indicator(
    name: str, panel: Panel, lines: Sequence[Curve], scale: Literal["linear", "log"], look: Look
) -> Small:
    wanted, periods = references(panel, look), panel.frame["period"].unique()
    if len(periods) > 1:
        return Small(name, tuple(lines), _axis(panel, scale, look, wanted), wanted)
    axis = value_axis(panel, "linear", locale=look.locale, from_zero=True, besides=levels(wanted), most=4)
    return Small(name, tuple(lines), axis, wanted, period=str(periods[0]))


def _remarks(plots: Sequence[Small], shown: Sequence[Small], *, log: bool) -> tuple[str, ...]:
    remarks = []
    if len(plots) > len(shown):
        remarks.append(f"{len(plots)} plots are too many: {len(shown)} are drawn, all are in the table.")
    bars = [plot for plot in shown if plot.period]
    periods = {plot.period for plot in bars}
    if bars and len(bars) == len(shown) and len(periods) == 1:
        remarks.append(no_line(bars[0].period))
    elif bars:
        names = join_names([f"{plot.name} ({period_label(plot.period)})" for plot in bars])
        remarks.append(f"Figures of one period make no line: bars are drawn of {names}.")
    if bars and log:
        remarks.append(BEGIN_AT_ZERO)
    return tuple(remarks)


def _add_legend(layout: Spec, plots: Sequence[Small], look: Look, *, by_indicator: bool) -> None:
    """What the marks of one plot are called: the areas with their colours; of one area, the publishers."""
    told_apart = [(plot, curve) for plot in plots if len(plot.lines) > 1 for curve in plot.lines]
    by_area = by_indicator and len({curve.code for _, curve in told_apart}) > 1
    patterns = _patterns(plots)
    entries: dict[str, Entry] = {}
    for plot, curve in told_apart:
        name = _rival_or_area(curve, plot) if by_area else str(curve.rows["publisher"][0])
        sign = _sign(curve, plot, patterns)
        known = entries.setdefault(name, Entry(name, "", curve.colour if by_area else grey(look.ground), ""))
        if sign not in known.sign:  # a publisher may have a line in one plot and a bar in another
            entries[name] = replace(known, sign=known.sign + sign)
    legend = below(list(entries.values()), look, offset=6, inset=0)
    layout["annotations"] += legend.notes
    layout["margin"]["b"] += legend.height + 6
    layout["height"] += legend.height + 6


def _rival_or_area(curve: Curve, plot: Small) -> str:
    """The area, and the publisher where others have figures of it too."""
    area, publisher = str(curve.rows["entity"][0]), str(curve.rows["publisher"][0])
    return f"{area}, {publisher}" if sum(other.code == curve.code for other in plot.lines) > 1 else area


def _sign(curve: Curve, plot: Small, patterns: Mapping[tuple[str, str], str]) -> str:
    """The letter that looks like the marker of a line, or like the filling of a bar."""
    if not plot.period:
        return SIGNS[curve.symbol]
    return fill_signs(curve.rows, patterns.get((plot.name, curve.symbol), ""))


def _patterns(plots: Sequence[Small]) -> dict[tuple[str, str], str]:
    """The patterns of rival bars by plot and marker of the publisher, who has the same one in all plots."""
    rivals = [
        (plot.name, curve.symbol)
        for plot in plots
        for curve in plot.lines
        if plot.period and sum(other.code == curve.code for other in plot.lines) > 1
    ]
    order = list(dict.fromkeys(symbol for _, symbol in rivals))
    return {(name, symbol): PATTERNS[order.index(symbol) % len(PATTERNS)] for name, symbol in rivals}


def _draw_lines(plot: Small, number: int, grid: Grid, line: Timeline, hover: Hover, layout: Spec) -> list[Spec]:
    """Add one small plot of lines to the layout; its traces."""
    look, suffix = grid.look, _suffix(number)
    longest = max(len(curve.rows) for curve in plot.lines)
    axes: dict[str, Any] = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
    traces = [
        trace
        for curve in plot.lines
        for trace in curve_traces(curve, plot.axis, line, hover, marked=longest <= _MARKED, **axes)
    ]
    ticks = [line.ticks[0], line.ticks[-1]] if len(line.ticks) > 1 else list(line.ticks)
    texts = [line.tick_texts[0], line.tick_texts[-1]] if len(line.ticks) > 1 else list(line.tick_texts)
    _frame(plot, number, grid, layout, line.layout(look) | {"ticktext": texts, "tickvals": _drawn(line, ticks)})
    start = forecast_start(plot.lines, line)
    if start is not None:
        layout["shapes"].append(
            {
                "type": "rect", "layer": "below", "xref": f"x{suffix}", "yref": f"y{suffix} domain", "y0": 0, "y1": 1,
                "x0": _drawn(line, [start])[0], "x1": _drawn(line, [line.high])[0], "line": {"width": 0},
                "fillcolor": translucent(grey(look.ground), 0.13),
            }
        )  # fmt: skip
    return traces


def _draw_bars(
    plot: Small, number: int, grid: Grid, line: Timeline, hover: Hover, layout: Spec,
    patterns: Mapping[tuple[str, str], str],
) -> list[Spec]:  # fmt: skip
    """Add one small plot of the figures of one period to the layout, side by side; its traces."""
    look, suffix = grid.look, _suffix(number)
    last = len(plot.lines) - 1
    across = {"type": "linear", "range": [-0.8, last + 0.8], "tickvals": [last / 2]}
    _frame(plot, number, grid, layout, line.layout(look) | across | {"ticktext": [period_label(plot.period)]})
    if last < (_MOST_NUMBERED_NARROW if look.narrow else _MOST_NUMBERED):
        low, high = plot.axis.low, plot.axis.high
        room = (high - low) * _NUMBER / grid.plot
        layout[f"yaxis{suffix}"]["range"] = [low - room * (low < 0), high + room * (high > 0)]
        layout["annotations"] += [
            _number(curve, place, plot.axis, look, suffix) for place, curve in enumerate(plot.lines)
        ]
    return [
        _bar(curve, place, plot.axis, hover, suffix, patterns.get((plot.name, curve.symbol), ""))
        for place, curve in enumerate(plot.lines)
    ]


def _bar(curve: Curve, place: int, axis: ValueAxis, hover: Hover, suffix: str, pattern: str) -> Spec:
    rows = curve.rows
    spec: Spec = {
        "type": "bar", "name": curve.name, "meta": curve.code, "x": [place] * len(rows), "width": 0.7,
        "y": rows["value"] / axis.divisor, "marker": bar_marker(rows, curve.colour, pattern), "cliponaxis": False,
        "xaxis": f"x{suffix}", "yaxis": f"y{suffix}",
    } | hover.texts(rows, curve.name, divided=axis.heading)  # fmt: skip
    return spec | {"textposition": "none"} | interval(rows, axis, curve.colour, "y")


def _number(curve: Curve, place: int, axis: ValueAxis, look: Look, suffix: str) -> Spec:
    """The number at the end of a bar, or of its interval."""
    end, below_zero = curve.end, curve.end["value"] < 0
    reach = end["lower" if below_zero else "upper"]
    height = (end["value"] if np.isnan(reach) else reach) / axis.divisor
    return note(
        axis.short(end), place, height, xref=f"x{suffix}", yref=f"y{suffix}", colour=faint_ink(look.ground),
        size=SMALL, yanchor="top" if below_zero else "bottom",
    )  # fmt: skip


def _suffix(number: int) -> str:
    return str(number + 1) if number else ""


def _frame(plot: Small, number: int, grid: Grid, layout: Spec, across: Spec) -> None:
    """Add the axes of one small plot and the name above it to the layout."""
    look, suffix = grid.look, _suffix(number)
    wide, up = grid.domain(number)
    layout[f"xaxis{suffix}"] = across | {"domain": wide, "anchor": f"y{suffix}"}
    first = number % grid.columns == 0 or grid.by_indicator
    layout[f"yaxis{suffix}"] = value_axis_layout(
        look, domain=up, anchor=f"x{suffix}", type=plot.axis.type, range=list(plot.axis.range), automargin=False,
        tickvals=plot.axis.ticks, ticktext=plot.axis.tick_texts, showticklabels=first, zeroline=plot.axis.crosses_zero,
        tickfont={"size": SMALL, "color": faint_ink(look.ground)},
    )  # fmt: skip
    layout["annotations"].append(_title(plot, wide[0], up[1], grid))
    layout["shapes"] += drawn_across(plot.references, plot.axis, look, x=f"x{suffix}", y=f"y{suffix}")


def _title(plot: Small, left: float, top: float, grid: Grid) -> Spec:
    """The name above a small plot with the last value of a line that is alone; where units differ, also the unit."""
    look = grid.look
    alone = len(plot.lines) == 1
    value = f" {plot.axis.short(plot.lines[0].end)}" if alone and not plot.period else ""  # a bar has it at its end
    room = grid.whole / grid.columns - _BETWEEN
    fits = text_width(plot.name, LABEL) + text_width(value, LABEL) <= room  # or else the name goes before the value
    text = f"<b>{escape(cut(plot.name, room, LABEL))}</b>{value if fits else ''}"
    if grid.by_indicator:
        said = "; ".join(filter(None, [plot.axis.heading, dotted(plot.references)]))
        text += f'<br><span style="color:{faint_ink(look.ground)}">{escape(cut(said, room, LABEL))}</span>'
    colour = readable(plot.lines[0].colour, look.ground) if alone else ink(look.ground)
    return note(
        text, left, top, colour=colour, xanchor="left", yanchor="bottom", yshift=3, align="left",
        hovertext=escape(f"{plot.name}{value}"),
    )  # fmt: skip


def _marks_said(plots: Sequence[Small], shapes: Sequence[Spec], *, by_indicator: bool) -> str:
    """What the grounds mean, and the reference lines where all plots have the same."""
    ground = "shaded: forecasts" if any(shape["type"] == "rect" for shape in shapes) else ""
    lines = dotted(plots[0].references) if plots and not by_indicator else ""
    return "; ".join(filter(None, [ground, lines]))


def _marks_note(text: str, look: Look) -> Spec:
    """What the marks mean that all small plots share, once, at the right above them."""
    return note(
        text, 1, 1, colour=faint_ink(look.ground), size=SMALL, xanchor="right", xshift=20,
        yanchor="bottom", yshift=5,
    )  # fmt: skip


def _drawn(line: Timeline, places: Sequence[float]) -> list[Any]:
    return list(line.drawn(np.array(places)))
