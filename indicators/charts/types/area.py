"""Stacked areas: what the parts add up to over time, as sums or as shares of the whole.

The layers are countries of one indicator, or indicators of one country. Only what may be added up is stacked: flows,
stocks and counts, and parts of one total, in one unit, of one publisher for each layer, no group of countries together
with others, which it may contain, and no stock with a flow. Only periods count for which each layer has a figure: else
the pile would sink where one is silent. What cannot be stacked is drawn as lines, and a remark says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from indicators.analysis.additivity import find_indicators_with_values, find_obstacle
from indicators.charts.chart import Chart
from indicators.charts.palette import paper, translucent
from indicators.charts.parts.alt_text import over_time
from indicators.charts.parts.axes import ValueAxis, value_axis
from indicators.charts.parts.curves import Curve, curves, drawable, joined
from indicators.charts.parts.headings import extend_title, name_indicators
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.legend import Entry, Named, below, beside
from indicators.charts.parts.marks import marks
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.plot import FOOT, PLOT, framed_plot
from indicators.charts.parts.timeline import Timeline, period_label, timeline
from indicators.charts.style import Look, Spec, built
from indicators.charts.types.line import draw_line_chart
from indicators.charts.types.small_multiples import draw_small_multiples
from indicators.model.formatting import format_quantity, join_names
from indicators.model.panel import Panel

__all__ = ["draw_area_chart", "why_not_stacked"]

_MOST_AREAS = 16
_SHARES = ValueAxis("linear", 1.0, 0.0, 100.0, (0.0, 25.0, 50.0, 75.0, 100.0), "% of the total of those shown")


def draw_area_chart(
    panel: Panel, look: Look | None = None, *, stacking: Literal["absolute", "relative"] = "absolute"
) -> Chart:
    """Draw a panel as areas on top of each other, the first chosen on top.

    Args:
        panel: Observations of one indicator, or of several of one area.
        look: For whom.
        stacking: Sums, or shares of the total of the areas shown.
    """
    look = look or Look()
    known = drawable(panel)
    drawn = replace(known, indicators=find_indicators_with_values(known))
    rows = Rows.of(drawn.frame)
    lines = curves(drawn, rows, look)
    reason = why_not_stacked(drawn, lines)
    periods = _shared(lines)
    if not reason and len(periods) < 2:
        reason = "There are no two periods for which all of them have a figure"
    if reason:
        return _lined(panel, look, reason)
    left_out = _left_out(lines, rows, periods)
    lines = [_within(curve, periods) for curve in lines]
    parts = [curve.rows for curve in lines]
    table = np.array([part["value"] for part in parts])
    total = table.sum(axis=0)
    shares = 100 * table / np.where(total == 0, np.nan, total)
    relative = stacking == "relative"
    axis = _SHARES if relative else value_axis(drawn, "linear", locale=look.locale, from_zero=True, values=total)
    heights = shares if relative else table / axis.divisor
    shown = joined(parts)
    line = timeline(shown, look)
    hover = Hover.of(drawn, look.locale)
    start = _first_forecast(parts)
    traces = [
        trace
        for number in reversed(range(len(lines)))  # the last is the lowest
        for trace in _layers(lines[number], parts[number], heights[number], shares[number], line, hover, look, start)
    ]
    places = line.places(parts[0])
    ground = None if start is None else float(places[max(0, start - 1) : start + 1].mean())
    drawn_marks = marks((), shown, line, look, forecast=ground, plot=PLOT)
    named = _names(lines, parts, heights, axis, look)
    layout = framed_plot(look, axis, line.layout(look), named, above=drawn_marks.height)
    layout["shapes"] += drawn_marks.shapes
    layout["annotations"] += drawn_marks.notes
    visible = drawn.with_frame(drawn.frame[drawn.frame["period"].isin(periods)])
    title = extend_title(name_indicators(drawn), drawn, axis.heading)  # of the sums: they reach further than any layer
    if relative:
        title = f"{name_indicators(drawn)}, shares of the total of those shown, %"
    seen = (*over_time(lines, look.locale), *_together(parts, total, look))
    without = tuple(f"{said[:-1]}; the total is made without." for said in _without_figures(panel, drawn))
    remarks = (*without, *left_out)
    return Chart(built(traces, layout), visible, seen, remarks, title)


def _lined(panel: Panel, look: Look, reason: str) -> Chart:
    """The same as lines, or of a single period as bars; what is in different units in a plot each."""
    shown = replace(panel, indicators=find_indicators_with_values(panel) or panel.indicators)
    several = len(shown.indicators) > 1 and len(drawable(shown).units) > 1
    lined = draw_small_multiples(shown, look) if several else draw_line_chart(shown, look)
    only_bars = all(trace.type == "bar" for trace in lined.figure.data)
    remark = f"{reason}." if lined.figure.data and only_bars else f"{reason}. Lines are drawn instead."
    return replace(lined, remarks=(remark, *_without_figures(panel, shown), *lined.remarks))


def why_not_stacked(panel: Panel, lines: Sequence[Curve]) -> str:
    """Why figures do not add up, as the beginning of a sentence; empty where they do.

    Args:
        panel: Without missing values.
        lines: Its series.
    """
    obstacle = find_obstacle(panel)
    reasons = {
        "There is nothing to add up": not lines,
        obstacle.sentence.rstrip(".") if obstacle else "": obstacle is not None,
        f"{len(lines)} layers are too many to tell apart in a pile": len(lines) > _MOST_AREAS,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _shared(lines: Sequence[Curve]) -> list[str]:
    """The periods for which every line has a figure, in order of time."""
    if not lines:
        return []
    common = set.intersection(*(set(curve.rows["period"]) for curve in lines))
    return [period for period in lines[0].rows["period"] if period in common]


def _within(curve: Curve, periods: Sequence[str]) -> Curve:
    """The part of a line that is piled up."""
    actual, forecast = (rows.take(np.isin(rows["period"], periods)) for rows in (curve.actual, curve.forecast))
    return replace(curve, actual=actual, forecast=forecast)


def _first_forecast(parts: Sequence[Rows]) -> int | None:
    """The place of the first period that is a forecast for any of them."""
    first = [int(np.argmax(part["status"] == "F")) for part in parts if (part["status"] == "F").any()]
    return min(first) if first else None


def _layers(
    curve: Curve, rows: Rows, heights: npt.NDArray[np.float64], shares: npt.NDArray[np.float64], line: Timeline,
    hover: Hover, look: Look, start: int | None,
) -> list[Spec]:  # fmt: skip
    """The area of one line; from its first forecast on in a paler one, with a dashed edge."""
    texts = hover.texts(rows, curve.name)
    words = [format_quantity(share, "%", digits=3, locale=look.locale) for share in shares]
    whole = [
        f"{text}<br>{word} of the total" for text, word in zip(texts.get("text", [""] * len(rows)), words, strict=True)
    ]
    spec: Spec = {
        "type": "scatter",
        "mode": "lines",
        "name": curve.name,
        "meta": curve.code,
        "hoveron": "points",
    }
    places = line.places(rows)
    spans = [(slice(0, len(rows) if start is None else start), "actual", 0.85, "solid")]
    if start is not None:
        spans.append((slice(max(0, start - 1), len(rows)), "forecast", 0.4, "dot"))
    return [
        spec | texts
        | {
            "x": line.drawn(places[span]), "y": heights[span], "text": whole[span], "stackgroup": group,
            "customdata": texts["customdata"][span] if "customdata" in texts else None,
            "fillcolor": translucent(curve.colour, opacity),
            "line": {"width": 0.8, "color": paper(look.ground), "dash": dash},
        }
        for span, group, opacity, dash in spans
        if len(places[span])
    ]  # fmt: skip


def _names(
    lines: Sequence[Curve], parts: Sequence[Rows], heights: npt.NDArray[np.float64], axis: ValueAxis, look: Look
) -> Named:
    """The names beside the middles of the areas at their end, the first on top."""
    ends = heights[:, -1]
    tops = np.cumsum(heights[::-1, -1])[::-1]
    entries = [
        Entry(
            curve.name,
            format_quantity(heights[number, -1], "%", digits=2, locale=look.locale)
            if axis is _SHARES
            else axis.short(part.row(-1)),
            curve.colour,
            "■",
            (tops[number] - ends[number] / 2 - axis.low) / (axis.high - axis.low) * PLOT,
        )
        for number, (curve, part) in enumerate(zip(lines, parts, strict=True))
    ]
    if not look.narrow and (named := beside(entries, look, plot=PLOT)) is not None:
        return named
    return below(entries, look, offset=FOOT, inset=0)


def _together(parts: Sequence[Rows], total: npt.NDArray[np.float64], look: Look) -> tuple[str, ...]:
    """What the layers come to at both ends, in words: the height of the pile, which is its point."""
    if len(parts) < 2:
        return ()
    periods, unit = parts[0]["period"], parts[0]["unit"][0]
    sums = [
        f"{format_quantity(total[end], unit, digits=3, locale=look.locale)} in {period_label(periods[end])}"
        for end in (0, -1)
    ]
    return (f"Stacked, together {sums[0]} and {sums[1]}.",)


def _without_figures(panel: Panel, drawn: Panel) -> tuple[str, ...]:
    """A sentence on the indicators that are not drawn because there is no figure of them."""
    names = [one.name for one in panel.indicators if one not in drawn.indicators]
    return (f"There are no figures of {join_names(names)} here.",) if names else ()


def _left_out(lines: Sequence[Curve], rows: Rows, periods: Sequence[str]) -> tuple[str, ...]:
    """A sentence on the periods that are not drawn because an area has no figure."""
    missing = len(set(rows["period"])) - len(periods)
    if not missing:
        return ()
    fewest = min(lines, key=lambda curve: len(curve.rows))
    noun = "period is" if missing == 1 else "periods are"
    return (f"{missing} {noun} left out, for which not all have a figure (fewest: {fewest.name}, {len(fewest.rows)}).",)
