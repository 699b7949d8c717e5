"""Small multiples: a small plot for each area, or for each indicator, all with one time and, if they can, one scale.

What is known for one period only is drawn as bars: a line of one point cannot be compared with another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import log
from typing import Any, Literal

import numpy as np

from indicators.charts.axes import ValueAxis, value_axis
from indicators.charts.bar import bars_of_one_period, no_line
from indicators.charts.bars import BEGIN_AT_ZERO, bar_marker, interval
from indicators.charts.chart import Chart
from indicators.charts.curves import SIGNS, Curve, curves, drawable
from indicators.charts.headings import listed, what
from indicators.charts.hover import Hover
from indicators.charts.labels import cut, text_width
from indicators.charts.legend import Entry, below
from indicators.charts.line import curve_traces, forecast_start
from indicators.charts.look import (
    LABEL,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    SMALL,
    Look,
    Spec,
    bare_layout,
    built,
    no_figures,
    note,
    value_axis_layout,
)
from indicators.charts.narration import over_time
from indicators.charts.palette import faint_ink, grey, ink, readable, translucent
from indicators.charts.plot import HEADING, heading_note
from indicators.charts.reference_lines import Reference, dotted, drawn_across, levels, references, told
from indicators.charts.rows import Rows
from indicators.charts.timeline import Timeline, period_label, timeline
from indicators.panel import Panel

__all__ = ["multiples_chart"]

_MOST_PLOTS = 24
_COLUMNS, _COLUMNS_NARROW, _COLUMNS_PICTURE = 4, 2, 6
_SHAPE = 1.9  # the width of a small plot in a picture, in its heights, if it can be had
_WORDS, _BESIDE = 130, 100  # what stands above and below the plots of a picture, and beside them, about, in pixels
_PLOT, _TITLE, _FOOT = 110, 24, 26  # heights in pixels of a small plot, of the name above it, of the marks below it
_GAP = 18
_BETWEEN = 6  # at least between the names of two neighbours
_MARKED = 12
_NUMBER = 16  # the height of a number at the end of a bar, in pixels
_MOST_NUMBERED, _MOST_NUMBERED_NARROW = 4, 3  # beyond, the numbers of bars side by side would touch


@dataclass(frozen=True)
class _Small:
    """One small plot.

    Attributes:
        name: What stands above it.
        lines: What it shows.
        axis: Of values.
        references: Levels drawn across it.
        period: The one period of all its figures, of which bars are drawn; empty where there are several, of which
            lines are.
    """

    name: str
    lines: tuple[Curve, ...]
    axis: ValueAxis
    references: tuple[Reference, ...] = ()
    period: str = ""


def multiples_chart(panel: Panel, look: Look | None = None, *, scale: Literal["linear", "log"] = "linear") -> Chart:
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
    grid = _Grid(len(shown), look, shown, by_indicator=len(drawn.indicators) > 1)
    traces: list[Spec] = []
    layout = grid.layout()
    for number, plot in enumerate(shown):
        draw = _draw_bars if plot.period else _draw_lines
        traces += draw(plot, number, grid, line, hover, layout)
    layout["annotations"] += [] if shown else [no_figures(look)]
    if marks := _marks_said(shown, layout["shapes"], by_indicator=grid.by_indicator):
        layout["annotations"].append(_marks_note(marks, look))
    if any(len(plot.lines) > 1 for plot in shown):
        _add_legend(layout, shown, look, by_indicator=grid.by_indicator)
    remarks = _remarks(plots, shown, log=scale == "log")
    title = what(drawn) if grid.by_indicator else ""
    return Chart(built(traces, layout), drawn, (*over_time(lines, look.locale), *_told(shown)), remarks, title)


def _told(plots: Sequence[_Small]) -> list[str]:
    """A sentence on each reference line, once."""
    return list(dict.fromkeys(sentence for plot in plots for sentence in told(plot.references)))


def _small_plots(panel: Panel, lines: Sequence[Curve], scale: Literal["linear", "log"], look: Look) -> list[_Small]:
    if len(panel.indicators) > 1:
        by_indicator = [
            (indicator.name, panel.only(indicator.id), [c for c in lines if c.rows["indicator"][0] == indicator.id])
            for indicator in panel.indicators
        ]
        return [_of_indicator(name, part, own, scale, look) for name, part, own in by_indicator if own]
    wanted = references(panel, look)
    axis = _axis(panel, scale, look, wanted)
    by_area: dict[str, list[Curve]] = {}
    for curve in lines:
        by_area.setdefault(curve.code, []).append(curve)
    if len(by_area) == 1:  # rivals of one area: a plot each
        return [_Small(curve.name, (curve,), axis, wanted) for curve in lines]
    return [_Small(str(own[0].rows["entity"][0]), tuple(own), axis, wanted) for own in by_area.values()]


def _axis(panel: Panel, scale: Literal["linear", "log"], look: Look, wanted: Sequence[Reference]) -> ValueAxis:
    return value_axis(panel, scale, locale=look.locale, besides=levels(wanted, log=scale == "log"), most=4)


def _of_indicator(
    name: str, panel: Panel, lines: Sequence[Curve], scale: Literal["linear", "log"], look: Look
) -> _Small:
    wanted, periods = references(panel, look), panel.frame["period"].unique()
    if len(periods) > 1:
        return _Small(name, tuple(lines), _axis(panel, scale, look, wanted), wanted)
    axis = value_axis(panel, "linear", locale=look.locale, from_zero=True, besides=levels(wanted), most=4)
    return _Small(name, tuple(lines), axis, wanted, period=str(periods[0]))


def _remarks(plots: Sequence[_Small], shown: Sequence[_Small], *, log: bool) -> tuple[str, ...]:
    remarks = []
    if len(plots) > len(shown):
        remarks.append(f"{len(plots)} plots are too many: {len(shown)} are drawn, all are in the table.")
    bars = [plot for plot in shown if plot.period]
    periods = {plot.period for plot in bars}
    if bars and len(bars) == len(shown) and len(periods) == 1:
        remarks.append(no_line(bars[0].period))
    elif bars:
        names = listed([f"{plot.name} ({period_label(plot.period)})" for plot in bars])
        remarks.append(f"Figures of one period make no line: bars are drawn of {names}.")
    if bars and log:
        remarks.append(BEGIN_AT_ZERO)
    return tuple(remarks)


@dataclass(frozen=True)
class _Grid:
    """Where the small plots stand.

    Attributes:
        number: How many there are.
        look: For whom.
        plots: What they show.
        by_indicator: Whether each has values of its own, and so marks of its own.
    """

    number: int
    look: Look
    plots: Sequence[_Small]
    by_indicator: bool

    @property
    def columns(self) -> int:
        if self.look.proportion:
            return min(range(1, max(1, min(_COLUMNS_PICTURE, self.number)) + 1), key=self._strain)
        most = _COLUMNS_NARROW if self.look.narrow else _COLUMNS
        return max(1, min(most, self.number, 3 if self.number in (3, 5, 6, 9) else most))

    def _strain(self, columns: int) -> float:
        """How far the plots of a picture in so many columns are from the shape wanted, and the share of empty ones."""
        rows = -(-self.number // columns) or 1
        height = self._height_of_picture(rows)
        wide = (height * self.look.proportion - _BESIDE) / columns - _GAP
        high = (height - _WORDS) / rows - self.title - _FOOT
        return abs(log(wide / high / _SHAPE)) + (rows * columns - self.number) / max(1, self.number)

    def _height_of_picture(self, rows: int) -> float:
        """The height of a picture before it is enlarged, in pixels: higher than need be where it is narrow."""
        needed = rows * (self.title + _PLOT + _FOOT) + _WORDS
        return max(needed, LEAST_HEIGHT, LEAST_WIDTH / self.look.proportion)

    @property
    def rows(self) -> int:
        return max(1, -(-self.number // self.columns))

    @property
    def plot(self) -> float:
        """The height of one plot, in pixels."""
        if not self.look.proportion:
            return _PLOT
        return (self._height_of_picture(self.rows) - _WORDS) / self.rows - self.title - _FOOT

    @property
    def inner(self) -> float:
        """The height of all plots together, in pixels."""
        return self.rows * self.step

    @property
    def step(self) -> float:
        """The height of a row of plots with their names and marks, in pixels."""
        return self.title + self.plot + _FOOT

    @property
    def whole(self) -> int:
        """The width of all plots together, in pixels."""
        return self.look.room or self.look.width + 60

    @property
    def title(self) -> int:
        """The height of a name, in pixels; with the unit below it where units differ."""
        return _TITLE + (17 if self.by_indicator else 0)

    @property
    def left(self) -> float:
        """The room for the marks of the values, in pixels."""
        texts = [text for plot in self.plots for text in plot.axis.tick_texts]
        return 8 + max((text_width(text, SMALL) for text in texts), default=0)

    def domain(self, place: int) -> tuple[list[float], list[float]]:
        """The part of the figure that a plot takes, across and up."""
        row, column = divmod(place, self.columns)
        gap = (self.left if self.by_indicator else _GAP) / self.whole
        width = (1 - gap * (self.columns - 1)) / self.columns
        start = column * (width + gap)
        top = 1 - (row * self.step + self.title) / self.inner
        return [start, min(1.0, start + width)], [max(0.0, top - self.plot / self.inner), top]

    def layout(self) -> Spec:
        """The layout without the axes."""
        heading = "" if self.by_indicator or not self.plots else self.plots[0].axis.heading
        layout = bare_layout(self.look, top=HEADING, bottom=4, left=self.left, right=22)
        layout["height"] = self.inner + HEADING + 4
        layout["annotations"] = [heading_note(heading, self.look, left=self.left)] if heading else []
        layout["shapes"] = []
        return layout


def _add_legend(layout: Spec, plots: Sequence[_Small], look: Look, *, by_indicator: bool) -> None:
    """What the lines of one plot are called: the areas, or where the plots are areas, the publishers."""
    column = "entity" if by_indicator else "publisher"
    named: dict[tuple[str, str], Entry] = {}
    for curve in (curve for plot in plots for curve in plot.lines):
        colour, sign = (curve.colour if by_indicator else grey(look.ground)), SIGNS[curve.symbol]
        name = str(curve.rows[column][0])
        named.setdefault((name, sign), Entry(name, "", colour, sign))
    legend = below(list(named.values()), look, offset=6, inset=0)
    layout["annotations"] += legend.notes
    layout["margin"]["b"] += legend.height + 6
    layout["height"] += legend.height + 6


def _draw_lines(plot: _Small, number: int, grid: _Grid, line: Timeline, hover: Hover, layout: Spec) -> list[Spec]:
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


def _draw_bars(plot: _Small, number: int, grid: _Grid, line: Timeline, hover: Hover, layout: Spec) -> list[Spec]:
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
    return [_bar(curve, place, plot.axis, hover, suffix) for place, curve in enumerate(plot.lines)]


def _bar(curve: Curve, place: int, axis: ValueAxis, hover: Hover, suffix: str) -> Spec:
    rows = curve.rows
    spec: Spec = {
        "type": "bar", "name": curve.name, "meta": curve.code, "x": [place] * len(rows), "width": 0.7,
        "y": rows["value"] / axis.divisor, "marker": bar_marker(rows, curve.colour), "cliponaxis": False,
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


def _frame(plot: _Small, number: int, grid: _Grid, layout: Spec, across: Spec) -> None:
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


def _title(plot: _Small, left: float, top: float, grid: _Grid) -> Spec:
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


def _marks_said(plots: Sequence[_Small], shapes: Sequence[Spec], *, by_indicator: bool) -> str:
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
