"""Past forecasts: what each edition of an outlook forecast, as thin lines behind the latest values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import numpy as np

from indicators.analysis.forecasts import EditionPath, name_editions, trace_editions
from indicators.charts import messages
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.curves import Curve
from indicators.charts.parts.hover import format_values
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.timeline import Timeline, label_period
from indicators.charts.style import Look, Spec, style_past_forecasts
from indicators.model.formatting import count_noun
from indicators.model.panel import SERIES_COLUMNS


def draw_past_forecasts(every: Rows, lines: Sequence[Curve], axis: ValueAxis, line: Timeline, look: Look) -> list[Spec]:
    """Draw one trace for each line: the paths of all editions but the newest, which the line itself shows."""
    names = name_editions(every["vintage"])
    curve_of = {_identify(curve.rows): curve for curve in lines}
    traces = []
    for rows in every.series():
        curve = curve_of.get(_identify(rows))
        paths = list(trace_editions(rows["vintage"], rows["status"], rows["last"]))[:-1]
        if curve is not None and paths:
            traces.append(_draw_paths(rows, paths, curve, axis, line, look, names))
    return traces


def describe_past_forecasts(every: Rows) -> str:
    """Return what the thin lines are; empty where there are none."""
    paths = [path for rows in every.series() for path in trace_editions(rows["vintage"], rows["status"], rows["last"])]
    vintages = sorted({path.vintage for path in paths})
    if len(vintages) < 2:
        return ""
    names = name_editions(every["vintage"])
    editions = count_noun(len(vintages), "edition", "editions")
    return messages.PAST_FORECASTS.format(editions=editions, first=names[vintages[0]], last=names[vintages[-1]])


def _identify(rows: Rows) -> tuple[Any, ...]:
    return tuple(rows[name][0] for name in SERIES_COLUMNS)


def _draw_paths(
    rows: Rows, paths: Sequence[EditionPath], curve: Curve, axis: ValueAxis, line: Timeline, look: Look,
    names: Mapping[str, str],
) -> Spec:  # fmt: skip
    """The paths one after the other, with a gap between them."""
    outcomes = dict(zip(curve.actual["period"], format_values(curve.actual, look.locale), strict=True))
    values = format_values(rows, look.locale)
    places, heights = line.locate_rows(rows), rows["value"] / axis.divisor
    x: list[float] = []
    y: list[float] = []
    texts: list[str] = []
    for path in paths:
        x += [*places[path.places].tolist(), places[path.places[-1]]]
        y += [*heights[path.places].tolist(), np.nan]
        hovers = [""] * path.begins
        for place in path.places[path.begins :]:
            period = rows["period"][place]
            message = messages.PAST_FORECAST_OUTCOME if period in outcomes else messages.PAST_FORECAST
            words = {"edition": names[path.vintage], "period": label_period(period), "value": escape(values[place])}
            hovers.append(message.format(outcome=escape(outcomes.get(period, "")), **words))
        texts += [*hovers, ""]
    return {
        "type": "scatter", "mode": "lines", "name": f"{curve.name}, editions", "meta": curve.code,
        "x": line.encode(np.array(x)), "y": np.array(y), "text": texts,
        "hovertemplate": f"<b>{escape(curve.name)}</b>, %{{text}}<extra></extra>",
        "hoverinfo": ["skip" if not text else "all" for text in texts], "connectgaps": False, "cliponaxis": False,
        "line": style_past_forecasts(curve.colour, look),
    }  # fmt: skip
