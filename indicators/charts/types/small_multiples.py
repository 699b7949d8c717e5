"""Small multiples: a small plot for each area, or for each indicator, on one axis of time and, if possible, values.

Indicators with values for one period only are drawn as bars: a line of one point can't be compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any, Final

import numpy as np

from indicators.charts import messages
from indicators.charts.chart import DEFAULT_OPTIONS, Chart, ChartOptions, Fallback, fall_back_to_bars
from indicators.charts.parts.alt_text import describe_curves
from indicators.charts.parts.axes import ValueAxis, make_value_axis
from indicators.charts.parts.bars import draw_bars
from indicators.charts.parts.curves import Curve, prepare_curves
from indicators.charts.parts.grid import Grid, SmallPlot
from indicators.charts.parts.headings import describe_span, extend_title, join_units, name_indicators
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.label_placement import measure_text, shorten_text
from indicators.charts.parts.legend import LegendEntry, place_legend_below
from indicators.charts.parts.lines import draw_curve, find_forecast_start
from indicators.charts.parts.plot_layout import build_figure, note_no_data, note_right, style_value_axis
from indicators.charts.parts.reference_lines import ReferenceLines
from indicators.charts.parts.time_marks import draw_forecast_ground
from indicators.charts.parts.timeline import Timeline, label_period, make_timeline
from indicators.charts.style import (
    DEFAULT_LOOK,
    LABEL,
    PATTERNS,
    SMALL,
    SYMBOLS,
    Look,
    Spec,
    list_bar_signs,
    make_note,
    make_readable,
)
from indicators.model.formatting import choose_scale, join_names
from indicators.model.panel import Panel
from indicators.model.series_labels import label_rows

_MOST_PLOTS: Final = 24
_BETWEEN: Final = 6  # at least between the names of two neighbours, in pixels
_MARKED: Final = 12  # lines of more values have no markers
_NUMBER: Final = 16  # the height of a value at the end of a bar, in pixels
_MOST_NUMBERED, _MOST_NUMBERED_NARROW = 4, 3  # with more bars, their values would touch
_UNEQUAL: Final = 5  # a range of values so many times the median one flattens the others
_SMALL: Final = 0.1  # of the scale word of the others; plots of less have their own
_Patterns = Mapping[tuple[str, str], str]


def find_small_multiples_fallback(panel: Panel) -> Fallback | None:
    """Return bars for a single period of one indicator."""
    return fall_back_to_bars(panel) if len(panel.indicators) == 1 else None


def draw_small_multiples(panel: Panel, look: Look = DEFAULT_LOOK, options: ChartOptions = DEFAULT_OPTIONS) -> Chart:
    """Draw each area in its own plot, or each indicator where there are several; only one unit shares an axis."""
    drawn, rows, lines = prepare_curves(panel, look, log=options.is_log)
    plots = _make_plots(drawn, lines, options, look)
    shown = plots[:_MOST_PLOTS]
    line = make_timeline(rows, look)
    hover = Hover.of(drawn, look.locale)
    by_indicator = len(drawn.indicators) > 1
    is_shared = not by_indicator and len({plot.axis for plot in shown}) < 2
    grid = Grid(look, shown, by_indicator=by_indicator, is_shared=is_shared)
    traces: list[Spec] = []
    layout = grid.make_layout()
    patterns = _pick_patterns(shown)
    for number, plot in enumerate(shown):
        if plot.period:
            traces += _draw_bar_plot(plot, number, grid, line, hover, layout, patterns)
        else:
            traces += _draw_line_plot(plot, number, grid, line, hover, layout)
    layout["annotations"] += [] if shown else [note_no_data(look)]
    if marks := _explain_marks(shown, layout["shapes"], by_indicator=grid.by_indicator):
        layout["annotations"].append(note_right(marks, look, inset=20))
    if any(len(plot.lines) > 1 for plot in shown):
        _add_legend(layout, shown, patterns, look, by_indicator=grid.by_indicator)
    where = ""
    if not grid.by_indicator and len(shown) < len(plots):
        where = messages.AREAS_IN_PART.format(number=len(shown), all=len(plots))
    references = [sentence for plot in shown for sentence in plot.references.sentences]
    seen = (*describe_curves(lines, look.locale), *dict.fromkeys(references))
    remarks = _write_remarks(plots, shown, log=options.is_log)
    when = "" if grid.is_shared or grid.by_indicator else messages.OWN_AXES.format(span=describe_span(drawn))
    title = name_indicators(drawn) if grid.by_indicator else ""
    if grid.names_units and not grid.by_indicator:
        title = extend_title(name_indicators(drawn), drawn, join_units(drawn.units))  # each has its own scale word
    return Chart(build_figure(traces, layout), drawn, seen, remarks, title, when, where)


def _make_plots(panel: Panel, lines: Sequence[Curve], options: ChartOptions, look: Look) -> list[SmallPlot]:
    if len(panel.indicators) > 1:
        of_indicator = {
            one.id: [curve for curve in lines if curve.rows["indicator"][0] == one.id] for one in panel.indicators
        }
        names = label_rows(panel).names
        return [
            _make_indicator_plot(names[one.id], panel.select_indicator(one.id), of_indicator[one.id], options, look)
            for one in panel.indicators
            if of_indicator[one.id]
        ]
    wanted = ReferenceLines.of(panel, look)
    axis = _make_axis(panel, options, look, wanted.get_values(log=options.is_log))
    by_area: dict[str, list[Curve]] = {}
    for curve in lines:
        by_area.setdefault(curve.code, []).append(curve)
    if len(by_area) == 1:  # several publishers of one area have a plot each
        return [SmallPlot(curve.name, (curve,), axis, wanted) for curve in lines]
    axes = _make_own_axes(panel, by_area, options, look, wanted) or dict.fromkeys(by_area, axis)
    return [
        SmallPlot(str(own[0].rows["entity"][0]), tuple(own), axes[code], wanted) for code, own in by_area.items()
    ]  # fmt: skip


def _make_own_axes(
    panel: Panel, by_area: Mapping[str, Sequence[Curve]], options: ChartOptions, look: Look, wanted: ReferenceLines
) -> dict[str, ValueAxis]:
    """Return an axis for each area where that was asked for, or where one for all would flatten most; else nothing."""
    if options.axes == "same" or not by_area or (options.is_log and not options.axes):
        return {}
    values = {code: np.concatenate([curve.rows["value"] for curve in own]) for code, own in by_area.items()}
    ranges = [float(np.ptp(of_area)) for of_area in values.values()]
    if not options.axes and max(ranges) <= _UNEQUAL * float(np.median(ranges)):
        return {}
    levels, tops = wanted.get_values(), [float(np.abs(of_area).max()) for of_area in values.values()]
    largest = max(tops) if min(tops) > _SMALL * 10.0 ** choose_scale([max(tops)])[0] else None
    return {
        code: make_value_axis(
            panel, options.scale, locale=look.locale, values=of_area, besides=levels, most=4, largest=largest
        )
        for code, of_area in values.items()
    }  # fmt: skip


def _make_axis(panel: Panel, options: ChartOptions, look: Look, levels: Sequence[float]) -> ValueAxis:
    return make_value_axis(panel, options.scale, locale=look.locale, besides=levels, most=4)


def _make_indicator_plot(
    name: str, panel: Panel, lines: Sequence[Curve], options: ChartOptions, look: Look
) -> SmallPlot:
    wanted, periods = ReferenceLines.of(panel, look), panel.frame["period"].unique()
    if len(periods) > 1:
        axis = _make_axis(panel, options, look, wanted.get_values(log=options.is_log))
        return SmallPlot(name, tuple(lines), axis, wanted)
    axis = make_value_axis(panel, "linear", locale=look.locale, from_zero=True, besides=wanted.get_values(), most=4)
    return SmallPlot(name, tuple(lines), axis, wanted, period=str(periods[0]))


def _write_remarks(plots: Sequence[SmallPlot], shown: Sequence[SmallPlot], *, log: bool) -> tuple[str, ...]:
    remarks = []
    if len(plots) > len(shown):
        remarks.append(messages.TOO_MANY.format(shown=len(shown), all=len(plots)))
    bars = [plot for plot in shown if plot.period]
    periods = {plot.period for plot in bars}
    if bars and len(bars) == len(shown) and len(periods) == 1:
        remarks.append(messages.ALL_BARS_OF_ONE_PERIOD.format(period=label_period(bars[0].period)))
    elif bars:
        names = [messages.AREA_IN_PERIOD.format(area=plot.name, period=label_period(plot.period)) for plot in bars]
        remarks.append(messages.BARS_OF_ONE_PERIOD.format(plots=join_names(names)))
    if bars and log:
        remarks.append(messages.BARS_BEGIN_AT_ZERO)
    return tuple(remarks)


def _add_legend(
    layout: Spec, plots: Sequence[SmallPlot], patterns: _Patterns, look: Look, *, by_indicator: bool
) -> None:
    """Name what is in plots of several series: areas with their colours, or publishers and dimensions of one area."""
    shared = [(plot, curve) for plot in plots if len(plot.lines) > 1 for curve in plot.lines]
    by_area = by_indicator and len({curve.code for _, curve in shared}) > 1
    entries: dict[str, LegendEntry] = {}
    for plot, curve in shared:
        name = _name_line(curve, plot, with_area=by_area)
        sign = _find_sign(curve, plot, patterns)
        known = entries.setdefault(name, LegendEntry(name, "", curve.colour if by_area else look.theme.grey, ""))
        if sign not in known.sign:  # a publisher may have a line in one plot and a bar in another
            entries[name] = replace(known, sign=known.sign + sign)
    legend = place_legend_below(list(entries.values()), look, offset=6)
    layout["annotations"] += legend.notes
    layout["margin"]["b"] += legend.height + 6
    layout["height"] += legend.height + 6


def _has_rivals(curve: Curve, plot: SmallPlot) -> bool:
    return sum(other.code == curve.code for other in plot.lines) > 1


def _name_line(curve: Curve, plot: SmallPlot, *, with_area: bool) -> str:
    """The area, if asked for, its dimensions, and the publisher where several have values for the same."""
    publishers = {other.rows["publisher"][0] for other in plot.lines if other.code == curve.code}
    parts = [str(curve.rows["entity"][0])] if with_area else []
    parts += [curve.label] if curve.label else []
    parts += [str(curve.rows["publisher"][0])] if len(publishers) > 1 or not parts else []
    return ", ".join(parts)


def _find_sign(curve: Curve, plot: SmallPlot, patterns: _Patterns) -> str:
    """The letter that looks like the marker of a line, or like the fill of a bar."""
    if not plot.period:
        return SYMBOLS[curve.symbol]
    return list_bar_signs(curve.rows["status"], patterns.get((plot.name, curve.symbol), ""))


def _pick_patterns(plots: Sequence[SmallPlot]) -> _Patterns:
    """The patterns of rival bars by plot and marker; a publisher has the same pattern in all plots."""
    rivals = [
        (plot.name, curve.symbol)
        for plot in plots
        for curve in plot.lines
        if plot.period and _has_rivals(curve, plot)
    ]  # fmt: skip
    order = list(dict.fromkeys(symbol for _, symbol in rivals))
    return {(name, symbol): PATTERNS[order.index(symbol) % len(PATTERNS)] for name, symbol in rivals}


def _draw_line_plot(plot: SmallPlot, number: int, grid: Grid, line: Timeline, hover: Hover, layout: Spec) -> list[Spec]:
    """Add a small plot of lines to the layout, and return its traces."""
    look, suffix = grid.look, _number_axis(number)
    is_marked = max(len(curve.rows) for curve in plot.lines) <= _MARKED
    axes: dict[str, Any] = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
    traces = [
        trace
        for curve in plot.lines
        for trace in draw_curve(curve, plot.axis, line, hover, is_marked=is_marked, **axes)
    ]
    ends = slice(None, None, max(1, len(line.ticks) - 1))  # the first and the last tick
    ticks = {"ticktext": list(line.tick_texts[ends]), "tickvals": list(line.encode(np.array(line.ticks[ends])))}
    _add_frame(plot, number, grid, layout, line.make_axis(look) | ticks)
    start = find_forecast_start(plot.lines, line)
    if start is not None:
        layout["shapes"].append(draw_forecast_ground(line, start, look, x=f"x{suffix}", y=f"y{suffix} domain"))
    return traces


def _draw_bar_plot(
    plot: SmallPlot, number: int, grid: Grid, line: Timeline, hover: Hover, layout: Spec, patterns: _Patterns
) -> list[Spec]:
    """Add a small plot of the values of one period to the layout, side by side, and return its traces."""
    look, suffix = grid.look, _number_axis(number)
    last = len(plot.lines) - 1
    across = {"type": "linear", "range": [-0.8, last + 0.8], "tickvals": [last / 2]}
    ticks = {"ticktext": [label_period(plot.period)]}
    _add_frame(plot, number, grid, layout, line.make_axis(look) | across | ticks)
    if last < (_MOST_NUMBERED_NARROW if look.narrow else _MOST_NUMBERED):
        low, high = plot.axis.low, plot.axis.high
        space = (high - low) * _NUMBER / grid.plot
        layout[f"yaxis{suffix}"]["range"] = [low - space * (low < 0), high + space * (high > 0)]
        layout["annotations"] += [
            _write_value(curve, place, plot.axis, look, suffix) for place, curve in enumerate(plot.lines)
        ]
    more: dict[str, Any] = {"width": 0.7, "cliponaxis": False, "xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
    return [
        draw_bars(
            curve, [place] * len(curve.rows), plot.axis, hover, patterns.get((plot.name, curve.symbol), ""), **more
        )
        for place, curve in enumerate(plot.lines)
    ]


def _write_value(curve: Curve, place: int, axis: ValueAxis, look: Look, suffix: str) -> Spec:
    """The value at the end of a bar, or of its interval."""
    end, is_negative = curve.end, curve.end["value"] < 0
    reach = end["lower" if is_negative else "upper"]
    height = (end["value"] if np.isnan(reach) else reach) / axis.divisor
    return make_note(
        axis.format_short(end), place, height, xref=f"x{suffix}", yref=f"y{suffix}", colour=look.theme.faint_ink,
        size=SMALL, yanchor="top" if is_negative else "bottom",
    )  # fmt: skip


def _number_axis(number: int) -> str:
    return str(number + 1) if number else ""


def _add_frame(plot: SmallPlot, number: int, grid: Grid, layout: Spec, across: Spec) -> None:
    """Add the axes of a small plot, its name and its reference lines to the layout."""
    look, suffix = grid.look, _number_axis(number)
    wide, up = grid.get_domain(number)
    layout[f"xaxis{suffix}"] = across | {"domain": wide, "anchor": f"y{suffix}"}
    is_first = number % grid.columns == 0 or not grid.is_shared
    layout[f"yaxis{suffix}"] = style_value_axis(
        look, domain=up, anchor=f"x{suffix}", type=plot.axis.type, range=list(plot.axis.range), automargin=False,
        tickvals=plot.axis.ticks, ticktext=plot.axis.tick_texts, showticklabels=is_first,
        zeroline=plot.axis.crosses_zero, tickfont={"size": SMALL, "color": look.theme.faint_ink},
    )  # fmt: skip
    layout["annotations"].append(_write_name(plot, wide[0], up[1], grid))
    layout["shapes"] += plot.references.draw_across(plot.axis, x=f"x{suffix}", y=f"y{suffix}")


def _write_name(plot: SmallPlot, left: float, top: float, grid: Grid) -> Spec:
    """The name above a plot, with the last value of a single line, and the unit where units differ."""
    look = grid.look
    is_single = len(plot.lines) == 1
    decimals = min(one.axis.decimals for one in grid.plots if one.axis.heading == plot.axis.heading)
    number = plot.axis.format_short(plot.lines[0].end, decimals=decimals)
    value = f" {number}" if is_single and not plot.period else ""
    space = grid.whole / grid.columns - _BETWEEN
    fits = measure_text(plot.name, LABEL) + measure_text(value, LABEL) <= space  # the name comes before the value
    text = f"<b>{escape(shorten_text(plot.name, space, LABEL))}</b>{value if fits else ''}"
    if grid.names_units:
        references = plot.references.explanation if grid.by_indicator else ""
        below = "; ".join(filter(None, [plot.axis.heading, references]))
        text += f'<br><span style="color:{look.theme.faint_ink}">{escape(shorten_text(below, space, LABEL))}</span>'
    colour = make_readable(plot.lines[0].colour, look.ground) if is_single else look.theme.ink
    return make_note(
        text, left, top, colour=colour, xanchor="left", yanchor="bottom", yshift=3, align="left",
        hovertext=escape(f"{plot.name}{value}"),
    )  # fmt: skip


def _explain_marks(plots: Sequence[SmallPlot], shapes: Sequence[Spec], *, by_indicator: bool) -> str:
    """Explain the shaded area, and the dotted lines if all plots have the same."""
    shade = messages.SHADED_FORECASTS if any(shape["type"] == "rect" for shape in shapes) else ""
    lines = plots[0].references.explanation if plots and not by_indicator else ""
    return "; ".join(filter(None, [shade, lines]))
