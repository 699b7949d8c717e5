"""Stacked area chart: what the parts add up to over time, as sums or as shares of their total.

The layers are countries for one indicator, or indicators of one country. Only what adds up is stacked, and only periods
with a value for every layer, or the stack would sink where one is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.analysis.additivity import find_indicators_with_values, find_obstacle
from indicators.charts import messages
from indicators.charts.chart import DEFAULT_OPTIONS, Chart, ChartOptions, Fallback
from indicators.charts.parts.alt_text import describe_curves
from indicators.charts.parts.axes import ValueAxis, make_value_axis
from indicators.charts.parts.curves import Curve, pick_patterns, prepare_curves
from indicators.charts.parts.headings import extend_title, name_indicators
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.legend import Legend, LegendEntry, place_legend
from indicators.charts.parts.panel_rows import Rows, concatenate_rows, keep_drawable
from indicators.charts.parts.plot_layout import build_figure, make_plot_layout
from indicators.charts.parts.time_marks import draw_time_marks
from indicators.charts.parts.timeline import Timeline, make_timeline
from indicators.charts.style import DEFAULT_LOOK, PLOT, Look, Spec, list_bar_signs, style_layer, style_pattern
from indicators.model.formatting import count_noun, format_quantity, join_names
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod

_MOST_LAYERS: Final = 16
_ABOVE: Final = 14  # pixels from the uppermost layer to the total
_SHARES: Final = ValueAxis("linear", 1.0, 0.0, 100.0, (0.0, 25.0, 50.0, 75.0, 100.0), messages.SHARES_HEADING)
_Floats = npt.NDArray[np.float64]


def find_area_fallback(panel: Panel) -> Fallback | None:
    """Return lines for what can't be stacked."""
    drawn = _select_with_values(keep_drawable(panel))
    reason = _explain_not_stacked(drawn)
    if not reason:
        return None
    shown = replace(panel, indicators=find_indicators_with_values(panel) or panel.indicators)
    missing = _list_missing(panel, shown)
    reasons = (reason, messages.NO_DATA_OF.format(indicators=missing)) if missing else (reason,)
    return Fallback("line", reasons, shown)


def draw_area_chart(panel: Panel, look: Look = DEFAULT_LOOK, options: ChartOptions = DEFAULT_OPTIONS) -> Chart:
    """Draw what adds up in layers, the largest at the bottom: areas of one indicator, or indicators of one area."""
    drawn, rows, found = prepare_curves(_select_with_values(panel), look)
    periods = _find_shared_periods(rows)
    kept = [_keep_periods(curve, periods) for curve in found]
    lines = sorted(kept, key=lambda curve: float(curve.end["value"]))  # the first is on top
    parts = [curve.rows for curve in lines]
    table = np.array([part["value"] for part in parts])
    total = table.sum(axis=0)
    shares = 100 * table / np.where(total == 0, np.nan, total)
    is_relative = options.stacking == "relative"
    axis = make_value_axis(drawn, "linear", locale=look.locale, from_zero=True, values=total)
    axis = _SHARES if is_relative else axis
    heights = shares if is_relative else table / axis.divisor
    shown = concatenate_rows(parts)
    line = make_timeline(shown, look)
    hover = Hover.of(drawn, look.locale)
    start = _find_first_forecast(parts)
    patterns = pick_patterns(lines)
    traces = [
        trace | ({"fillpattern": style_pattern(patterns[number])} if patterns[number] else {})
        for number in reversed(range(len(lines)))  # the last is the lowest
        for trace in _draw_layer(lines[number], heights[number], shares[number], line, hover, look, start)
    ]
    places = line.locate_rows(parts[0])
    ground = None if start is None else float(places[max(0, start - 1) : start + 1].mean())
    marks = draw_time_marks(options.notes, shown, line, look, forecast=ground)
    legend = _name_layers(lines, patterns, heights, axis, look)
    layout = make_plot_layout(look, axis, line.make_axis(look), legend, above=marks.height)
    layout["shapes"] += marks.shapes
    layout["annotations"] += marks.notes
    visible = drawn.with_frame(drawn.frame[drawn.frame["period"].isin(periods)])
    if is_relative:
        title = messages.SHARES_TITLE.format(indicators=name_indicators(drawn))
    else:
        title = extend_title(name_indicators(drawn), drawn, axis.heading)  # sums may need a larger scale word
    seen = (*describe_curves(lines, look.locale), *_describe_total(parts, total, look))
    remarks = _write_remarks(panel, drawn, found, rows, len(periods))
    return Chart(build_figure(traces, layout), visible, seen, remarks, title, below=marks.below)


def _select_with_values(panel: Panel) -> Panel:
    return replace(panel, indicators=find_indicators_with_values(panel))


def _explain_not_stacked(panel: Panel) -> str:
    """Return why values can't be stacked, as a sentence; empty where they can."""
    rows = Rows.of(panel.frame)
    layers = len(list(rows.series()))
    if not layers:
        return messages.NOTHING_TO_STACK
    if layers > _MOST_LAYERS:
        return messages.TOO_MANY_LAYERS.format(number=layers)
    if (obstacle := find_obstacle(panel)) is not None:
        return obstacle.sentence
    if (panel.frame["value"] < 0).any():
        return messages.NEGATIVE
    return messages.NO_SHARED_PERIODS if len(_find_shared_periods(rows)) < 2 else ""


def _find_shared_periods(rows: Rows) -> list[str]:
    """The periods for which every series has a value, in order of time."""
    series = [part["period"] for part in rows.series()]
    common = set.intersection(*map(set, series)) if series else set()
    return [period for period in (series[0] if series else ()) if period in common]


def _keep_periods(curve: Curve, periods: Sequence[str]) -> Curve:
    actual, forecast = (rows.take(np.isin(rows["period"], periods)) for rows in (curve.actual, curve.forecast))
    return replace(curve, actual=actual, forecast=forecast)


def _find_first_forecast(parts: Sequence[Rows]) -> int | None:
    """The place of the first period that is a forecast for any of them."""
    first = [int(np.argmax(part["status"] == "F")) for part in parts if (part["status"] == "F").any()]
    return min(first) if first else None


def _draw_layer(
    curve: Curve, heights: _Floats, shares: _Floats, line: Timeline, hover: Hover, look: Look, start: int | None
) -> list[Spec]:
    """The area of one series, and the area of its forecasts."""
    rows = curve.rows
    texts = hover.write_texts(rows, curve.name)
    words = [
        messages.SHARE_OF_TOTAL.format(share=format_quantity(share, "%", digits=3, locale=look.locale))
        for share in shares
    ]
    own = texts.get("text", [""] * len(rows))
    texts["text"] = [f"{text}<br>{word}" for text, word in zip(own, words, strict=True)]
    spec: Spec = {"type": "scatter", "mode": "lines", "name": curve.name, "meta": curve.code, "hoveron": "points"}
    places = line.locate_rows(rows)
    spans = [(slice(0, len(rows) if start is None else start), False)]
    if start is not None:
        spans.append((slice(max(0, start - 1), len(rows)), True))
    return [
        spec | texts | style_layer(curve.colour, look, is_forecast=is_forecast)
        | {
            "x": line.encode(places[span]), "y": heights[span], "text": texts["text"][span],
            "stackgroup": "forecast" if is_forecast else "actual",
            "customdata": texts["customdata"][span] if "customdata" in texts else None,
        }
        for span, is_forecast in spans
        if len(places[span])
    ]  # fmt: skip


def _name_layers(
    lines: Sequence[Curve], patterns: Sequence[str], heights: _Floats, axis: ValueAxis, look: Look
) -> Legend:
    """The names beside the middles of the areas at their end, the first on top, and above them what they add up to."""
    ends = heights[:, -1]
    tops = np.cumsum(ends[::-1])[::-1]
    entries = []
    if axis is not _SHARES and len(lines) > 1:
        known = [curve.end["digits"] for curve in lines if curve.end["digits"] is not None]
        total = axis.format_short({"value": tops[0] * axis.divisor, "digits": min(known, default=None)})
        above = axis.locate(tops[0] * axis.divisor) * PLOT
        entries.append(LegendEntry(messages.TOTAL, total, look.theme.ink, "", above + _ABOVE))
    for curve, pattern, end, top in zip(lines, patterns, ends, tops, strict=True):
        is_share = axis is _SHARES
        value = format_quantity(end, "%", digits=2, locale=look.locale) if is_share else axis.format_short(curve.end)
        place = (top - end / 2 - axis.low) / (axis.high - axis.low) * PLOT
        entries.append(LegendEntry(curve.name, value, curve.colour, list_bar_signs("A", pattern), place))
    return place_legend(entries, look)


def _describe_total(parts: Sequence[Rows], total: _Floats, look: Look) -> tuple[str, ...]:
    """Describe the total of the layers at both ends."""
    if len(parts) < 2:
        return ()
    periods, unit = parts[0]["period"], parts[0]["unit"][0]
    first, last = (format_quantity(total[end], unit, digits=3, locale=look.locale) for end in (0, -1))
    start, end = (TimePeriod.parse(periods[place]).when for place in (0, -1))
    return (messages.ALT_STACKED.format(first=first, start=start, value=last, when=end),)


def _list_missing(panel: Panel, drawn: Panel) -> str:
    """The names of the indicators without values."""
    return join_names([one.name for one in panel.indicators if one not in drawn.indicators])


def _write_remarks(panel: Panel, drawn: Panel, lines: Sequence[Curve], rows: Rows, shared: int) -> tuple[str, ...]:
    remarks = []
    if missing := _list_missing(panel, drawn):
        remarks.append(messages.TOTAL_WITHOUT.format(indicators=missing))
    if left_out := len(set(rows["period"])) - shared:
        fewest = min(lines, key=lambda curve: len(curve.rows))
        periods = count_noun(left_out, "period", "periods")
        values = count_noun(len(fewest.rows), "value", "values")
        remarks.append(messages.PERIODS_LEFT_OUT.format(periods=periods, series=fewest.name, values=values))
    return tuple(remarks)
