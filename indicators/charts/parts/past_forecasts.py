"""What every edition of an outlook forecast, as thin lines behind the figures known now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

import numpy as np

from indicators.analysis.forecasts import EditionPath, name_editions, trace_editions
from indicators.charts.palette import translucent
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.curves import Curve
from indicators.charts.parts.hover import figures
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.timeline import Timeline, period_label
from indicators.charts.style import Look, Spec
from indicators.model.panel import SERIES_COLUMNS

__all__ = ["edition_traces", "editions_said"]

_OPACITY: Final = {"light": 0.35, "dark": 0.5}
_WIDTH: Final = 1.1


def edition_traces(every: Rows, lines: Sequence[Curve], axis: ValueAxis, line: Timeline, look: Look) -> list[Spec]:
    """One trace for each line: the paths of all editions but the newest, which the line itself shows.

    Args:
        every: The rows of every vintage, none without a value.
        lines: The lines of the newest figures.
        axis: Of values.
        line: Of time.
        look: For whom.
    """
    names = name_editions(every["vintage"])
    curve_of = {_series(curve.rows): curve for curve in lines}
    traces = []
    for rows in every.series():
        curve = curve_of.get(_series(rows))
        paths = list(trace_editions(rows["vintage"], rows["status"], rows["last"]))[:-1]
        if curve is not None and paths:
            traces.append(_trace(rows, paths, curve, axis, line, look, names))
    return traces


def editions_said(every: Rows) -> str:
    """What the thin lines are; empty where there are none."""
    paths = [path for rows in every.series() for path in trace_editions(rows["vintage"], rows["status"], rows["last"])]
    vintages = sorted({path.vintage for path in paths})
    if len(vintages) < 2:
        return ""
    names = name_editions(every["vintage"])
    return f"thin lines: what {len(vintages)} editions forecast, {names[vintages[0]]} to {names[vintages[-1]]}"


def _series(rows: Rows) -> tuple[Any, ...]:
    return tuple(rows[name][0] for name in SERIES_COLUMNS)


def _trace(
    rows: Rows, paths: Sequence[EditionPath], curve: Curve, axis: ValueAxis, line: Timeline, look: Look,
    names: Mapping[str, str],
) -> Spec:  # fmt: skip
    """The paths one after the other, with a gap between two."""
    came = dict(zip(curve.actual["period"], figures(curve.actual, look.locale), strict=True))
    printed = figures(rows, look.locale)
    places, values = line.places(rows), rows["value"] / axis.divisor
    x: list[float] = []
    y: list[float] = []
    texts: list[str] = []
    for path in paths:
        x += [*places[path.places].tolist(), places[path.places[-1]]]
        y += [*values[path.places].tolist(), np.nan]
        said = [""] * path.begins
        for place in path.places[path.begins :]:
            period = rows["period"][place]
            outcome = f"<br>It came to {escape(came[period])}" if period in came else ""
            said.append(
                f"forecast in {names[path.vintage]}<br>{period_label(period)}: <b>{escape(printed[place])}</b>{outcome}"
            )
        texts += [*said, ""]
    return {
        "type": "scatter", "mode": "lines", "name": f"{curve.name}, editions", "meta": curve.code,
        "x": line.drawn(np.array(x)), "y": np.array(y), "text": texts,
        "hovertemplate": f"<b>{escape(curve.name)}</b>, %{{text}}<extra></extra>",
        "hoverinfo": ["skip" if not text else "all" for text in texts], "connectgaps": False, "cliponaxis": False,
        "line": {"color": translucent(curve.colour, _OPACITY[look.ground]), "width": _WIDTH},
    }  # fmt: skip
