"""Fans: the bands around forecasts as areas that open at the last actual value, and in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from indicators.charts import messages
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.curves import Curve
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.timeline import Timeline
from indicators.charts.style import Spec, style_fan
from indicators.model.bands import find_levels, name_ends
from indicators.model.formatting import format_quantity_range
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod

_DIGITS = 2  # of the ends of bands, which are no more exact than that


def draw_fan(curve: Curve, axis: ValueAxis, line: Timeline) -> list[Spec]:
    """Draw the bands of a line, the widest first; the narrower ones lie on top of it and look darker."""
    rows = curve.rows
    traces: list[Spec] = []
    for level in reversed(find_levels(rows.columns)):
        lower, upper = (rows[name] for name in name_ends(level))
        given = np.flatnonzero(~np.isnan(lower) & ~np.isnan(upper))
        if not len(given):
            continue
        edges = np.flatnonzero(np.diff(given) > 1) + 1
        for run in np.split(given, edges):
            places = np.concatenate([[run[0] - 1], run]) if run[0] > 0 else run
            low, high = (np.where(np.isnan(end), rows["value"], end)[places] for end in (lower, upper))
            low = np.maximum(low, axis.low * axis.divisor) if axis.type == "log" else low
            x, heights = line.locate_rows(rows.take(places)), np.concatenate([high, low[::-1]]) / axis.divisor
            traces.append(
                style_fan(curve.colour)
                | {"x": line.encode(np.concatenate([x, x[::-1]])), "y": heights, "mode": "lines", "hoverinfo": "skip"}
            )
    return traces


def describe_bands(rows: Rows, locale: str) -> list[str]:
    """Write the bands of each row, such as ``80% band: 1.2 to 5.6%``; empty where it has none."""
    levels = find_levels(rows.columns)
    texts = [""] * len(rows)
    for level in levels:
        lower, upper = (rows[name] for name in name_ends(level))
        for place in np.flatnonzero(~np.isnan(lower)):
            ends = format_quantity_range(lower[place], upper[place], rows["unit"][place], digits=_DIGITS, locale=locale)
            band = messages.BAND.format(level=level, ends=ends)
            texts[place] = f"{texts[place]}; {band}" if texts[place] else band
    return texts


def describe_fan(forecast: Rows, locale: str) -> list[str]:
    """Describe the bands of the last forecast that has some, for the alternative text."""
    texts = describe_bands(forecast, locale)
    places = [place for place, text in enumerate(texts) if text]
    if not places:
        return []
    when = TimePeriod.parse(forecast["period"][places[-1]]).when
    return [messages.ALT_BANDS.format(when=when, bands=texts[places[-1]])]


def write_fan_remarks(panel: Panel, lines: Sequence[Curve]) -> tuple[str, ...]:
    """Say how often bands like those drawn held the outcome; or, where bands were asked for, why there are none."""
    levels = find_levels(panel.frame.columns)
    if any(_has_bands(curve.rows, levels) for curve in lines):
        return tuple(step.sentence for step in panel.steps if step.name == "bands")
    return tuple(step.sentence for step in panel.steps if step.name == "no bands")


def _has_bands(rows: Rows, levels: Sequence[int]) -> bool:
    ends: list[npt.NDArray[Any]] = [rows[name_ends(level)[0]] for level in levels]
    return any(bool((~np.isnan(end)).any()) for end in ends)
