"""Lines over time: actual values solid, forecasts dashed, intervals as bands, gaps where the source has no values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.curves import Curve
from indicators.charts.parts.fans import draw_fan
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.timeline import Timeline
from indicators.charts.style import Spec, style_band, style_bridge, style_line, style_markers

_LONE: Final = 4  # lines of fewer values always have markers
_HOLIDAYS: Final = 21  # days: daily data have no values over the New Year


def find_forecast_start(lines: Sequence[Curve], line: Timeline) -> float | None:
    """Return where the shaded forecast area starts: after the last actual value of all lines.

    The dashes of each line begin after its own last actual value, so some may be before the ground.
    """
    known = [line.locate_rows(curve.actual)[-1] for curve in lines if len(curve.actual)]
    expected = [line.locate_rows(curve.forecast) for curve in lines if len(curve.forecast)]
    if not expected:
        return None
    last = max(known, default=None)
    after = [place for places in expected for place in places if last is None or place > last]
    if not after:
        return None
    return float(min(after) if last is None else (last + min(after)) / 2)


def has_earlier_forecast(lines: Sequence[Curve], line: Timeline, start: float | None) -> bool:
    """Whether a forecast precedes the shaded area, because another line has later actual values."""
    places = [line.locate_rows(curve.forecast)[0] for curve in lines if len(curve.forecast)]
    return any(start is None or place < start for place in places)


def draw_curve(
    curve: Curve, axis: ValueAxis, line: Timeline, hover: Hover | None, *, is_marked: bool, **more: Any
) -> list[Spec]:
    """Draw one line: its band, a dotted bridge over gaps, its actual values, its forecasts.

    Without ``hover`` its points say nothing.
    """
    actual, forecast = curve.actual, curve.forecast
    is_marked = is_marked or len(curve.rows) < _LONE
    shared: Spec = {"type": "scatter", "name": curve.name, "meta": curve.code, "cliponaxis": False} | more
    traces = [shared | band for band in (*draw_fan(curve, axis, line), *_draw_bands(curve, axis, line))]
    if len(actual):
        gaps, breaks = find_gaps_and_breaks(actual)
        silent = gaps & ~breaks
        if silent.any():
            traces.append(shared | _draw_bridge(curve, actual, silent, axis, line))
        trace = _draw_part(curve, actual, axis, line, hover, is_marked=is_marked, gaps=np.flatnonzero(gaps))
        traces.append(
            shared | trace | {"line": style_line(curve.colour, is_chosen=curve.is_chosen, number=curve.number)}
        )
    if len(forecast):
        rows = curve.rows.take(slice(max(0, len(actual) - 1), None))
        trace = _draw_part(curve, rows, axis, line, hover, is_marked=is_marked, skipped=min(1, len(actual)))
        stroke = style_line(curve.colour, is_chosen=curve.is_chosen, is_forecast=True)
        traces.append(shared | trace | {"line": stroke})
    return traces


def _draw_part(
    curve: Curve, rows: Rows, axis: ValueAxis, line: Timeline, hover: Hover | None, *, is_marked: bool,
    gaps: npt.NDArray[np.intp] | None = None, skipped: int = 0,
) -> Spec:  # fmt: skip
    """One part of a line, interrupted before the places of ``gaps``; its first ``skipped`` values have no marker."""
    x, y = line.locate_rows(rows), rows["value"] / axis.divisor
    spec: Spec = hover.write_texts(rows, curve.name, heading=axis.heading) if hover else {"hoverinfo": "skip"}
    fills, sizes = curve.fill(rows), np.where(np.arange(len(rows)) < skipped, 0, 8 if curve.is_chosen else 5)
    if skipped and hover:
        spec["hoverinfo"] = ["skip"] * skipped + ["all"] * (len(rows) - skipped)
    if gaps is not None and len(gaps):
        x, y = np.insert(x, gaps, x[gaps]), np.insert(y, gaps, np.nan)
        for name in ("text", "customdata"):
            if name in spec:
                spec[name] = list(np.insert(np.array(spec[name], dtype=object), gaps, ""))
        fills = list(np.insert(np.array(fills, dtype=object), gaps, curve.colour))
        sizes = np.insert(sizes, gaps, 0)
    if is_marked:
        spec["marker"] = style_markers(curve.colour, fills, curve.symbol, sizes)
    mode = "lines+markers" if is_marked else "lines"
    return spec | {"x": line.encode(x), "y": y, "mode": mode, "connectgaps": False}


def find_gaps_and_breaks(rows: Rows) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return before which values the line is interrupted, and which of these are breaks in series."""
    first, last = rows["first"], rows["last"]
    days = (first[1:] - last[:-1]).astype("timedelta64[D]").astype(int)
    usual = _HOLIDAYS if (rows["frequency"] == "D").all() else 1
    breaks = np.array(rows["status"] == "B")
    breaks[0] = False
    return np.concatenate([[False], days > usual]) | breaks, breaks


def _draw_bridge(curve: Curve, rows: Rows, silent: npt.NDArray[np.bool_], axis: ValueAxis, line: Timeline) -> Spec:
    """A thin dotted line over years without values, which shows that the parts belong together."""
    x, y = line.locate_rows(rows), rows["value"] / axis.divisor
    ends = [place for after in np.flatnonzero(silent) for place in (after - 1, after, after)]
    heights = y[ends]
    heights[2::3] = np.nan
    spec = {"x": line.encode(x[ends]), "y": heights, "mode": "lines", "hoverinfo": "skip"}
    return spec | {"line": style_bridge(curve.colour)}


def _draw_bands(curve: Curve, axis: ValueAxis, line: Timeline) -> list[Spec]:
    """Intervals: a band for two or more in a row, an upright stroke for a single one."""
    rows = curve.rows
    given = ~np.isnan(rows["lower"]) & ~np.isnan(rows["upper"])
    if not given.any():
        return []
    x = line.locate_rows(rows)
    low, high = (np.where(given, rows[end], rows["value"]) / axis.divisor for end in ("lower", "upper"))
    begins = len(curve.actual)
    traces = []
    for start, end in find_runs(given):
        is_fan = start == begins > 0  # a fan of forecasts opens at the last actual value
        if end - start == 1 and not is_fan:
            places, heights = x[[start, start]], np.array([low[start], high[start]])
        else:
            run = slice(start - is_fan, end)
            places, heights = np.concatenate([x[run], x[run][::-1]]), np.concatenate([high[run], low[run][::-1]])
        band = style_band(curve.colour, is_single=end - start == 1 and not is_fan)
        traces.append(band | {"x": line.encode(places), "y": heights, "mode": "lines", "hoverinfo": "skip"})
    return traces


def find_runs(given: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return where each run of true values starts, and where it is over."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], given.astype(int), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
