"""Past forecasts: what editions of an outlook forecast, as thin lines behind the latest values.

Of many editions, the first of each year is drawn, such as that of the spring, and the last ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final, NamedTuple

import numpy as np

from indicators.analysis.forecasts import EditionPath, name_editions, trace_editions
from indicators.charts import messages
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.curves import Curve
from indicators.charts.parts.hover import format_values
from indicators.charts.parts.legend import LegendEntry
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.timeline import Timeline, label_period
from indicators.charts.style import PLOT, Look, Spec, style_past_forecasts
from indicators.model.formatting import count_noun
from indicators.model.panel import SERIES_COLUMNS

_NAMED: Final = 2  # of the past editions of a single line
_MOST_DRAWN: Final = 12  # editions; of more, one a year is


class PastForecasts(NamedTuple):
    """What past editions forecast for a line.

    Attributes:
        curve: The line.
        rows: All rows of its series.
        paths: Where in them each edition but the newest is, which the line itself shows; the oldest first.
        newest: The vintage of the line itself.
        names: The names of editions by their vintages.
        are_all: Whether every edition is among them.
    """

    curve: Curve
    rows: Rows
    paths: list[EditionPath]
    newest: str
    names: Mapping[str, str]
    are_all: bool


def find_past_forecasts(every: Rows, lines: Sequence[Curve]) -> list[PastForecasts]:
    """Find what past editions forecast for each line, where there are some."""
    names = name_editions(every["vintage"])
    curve_of = {_identify(curve.rows): curve for curve in lines}
    found = []
    for rows in every.series():
        curve = curve_of.get(_identify(rows))
        paths = list(trace_editions(rows["vintage"], rows["status"], rows["last"]))
        if curve is not None and len(paths) > 1:
            drawn = _thin_out(paths[:-1])
            found.append(PastForecasts(curve, rows, drawn, paths[-1].vintage, names, len(drawn) == len(paths) - 1))
    return found


def _thin_out(paths: list[EditionPath]) -> list[EditionPath]:
    """Of many editions, keep the first of each year, and the last ones, which are named."""
    if len(paths) <= _MOST_DRAWN:
        return paths
    first = {path.vintage[:4]: path.vintage for path in reversed(paths)}
    named = {path.vintage for path in paths[-_NAMED:]}
    return [path for path in paths if path.vintage in named or path.vintage == first[path.vintage[:4]]]


def deepen_recent(past: Sequence[PastForecasts], axis: ValueAxis, line: Timeline, look: Look) -> list[Spec]:
    """Draw the newer half of the paths again as shapes, and the last two once more, so that old ones are the palest."""
    shapes = []
    for curve, rows, paths, *_ in past:
        newer = paths[len(paths) // 2 :]
        places = line.encode(line.locate_rows(rows)).astype(str).tolist()
        heights = (rows["value"] / axis.divisor).tolist()
        outlines = [" L".join(f"{places[one]},{heights[one]}" for one in path.places.tolist()) for path in newer]
        for some in (outlines, outlines[-_NAMED:]):
            path = " ".join(f"M{outline}" for outline in some).replace("T", "_")  # a T would draw a curve
            style = style_past_forecasts(curve.colour, look)
            shapes.append({"type": "path", "path": path, "layer": "between", "line": style})
    return shapes


def name_past_forecasts(
    past: Sequence[PastForecasts], axis: ValueAxis, line: Timeline, look: Look
) -> list[LegendEntry]:
    """Name the last two past editions of a line beside the plot."""
    edge = line.encode(np.array([line.high]))[0]
    entries = []
    for _, rows, paths, _, names, _ in past:
        for path in paths[-_NAMED:]:
            end = rows.take(path.places[-1:])
            entries.append(
                LegendEntry(
                    names[path.vintage], axis.format_short(end.row(0)), look.theme.faint_ink,
                    place=axis.locate(end["value"][0]) * PLOT, reaches=False,
                    start=line.encode(line.locate_rows(end))[0], edge=edge,
                )
            )  # fmt: skip
    return entries


def describe_past_forecasts(past: Sequence[PastForecasts]) -> str:
    """Return what the thin lines are; empty where there are none."""
    vintages = sorted({vintage for one in past for vintage in (*(path.vintage for path in one.paths), one.newest)})
    if not vintages:
        return ""
    names = past[0].names
    editions = count_noun(len(vintages), "edition", "editions")
    message = messages.PAST_FORECASTS if all(one.are_all for one in past) else messages.PAST_FORECASTS_IN_PART
    return message.format(editions=editions, first=names[vintages[0]], last=names[vintages[-1]])


def _identify(rows: Rows) -> tuple[Any, ...]:
    return tuple(rows[name][0] for name in SERIES_COLUMNS)


def draw_past_forecasts(past: PastForecasts, axis: ValueAxis, line: Timeline, look: Look) -> Spec:
    """Draw the paths one after the other, with a gap between them."""
    curve, rows, paths, _, names, _ = past
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
