"""Values far beyond all others: the axis leaves them out, and an arrowhead with the number is where the line leaves.

Only percentages have such values, in years of hyperinflation or war. Amounts that are far larger than others are what a
chart is to show.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from indicators.charts import messages
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.curves import Curve
from indicators.charts.parts.lines import find_runs
from indicators.charts.parts.timeline import Timeline, label_period
from indicators.charts.style import SMALL, Look, Spec, make_note, make_readable
from indicators.model.panel import Panel
from indicators.model.units import parse_unit

_FEWEST: Final = 20  # values, of which one may be extreme
_EXTREME: Final = 10  # times the value that nine of ten don't exceed
_NEAR: Final = 6  # times that value an axis may reach
_MOST: Final = (98, 95, 90)  # percent of the values that it holds at least, the first that is near
_STEP: Final = 1.25  # a value more than this many times the next smaller one is across a gap
_INSIDE: Final = 1 / 3  # of the values of each line
_LABELLED, _LABELLED_NARROW = 4, 2
_WHOLE: Final = 1000  # numbers from here on have no decimals
_ARROW: Final = 10  # pixels


class Peak(NamedTuple):
    """The value farthest from the axis of a part of a line that leaves it.

    Attributes:
        curve: The line.
        place: Where on the axis of time it is.
        value: The value, as on the axis.
        text: Its name, number and time.
    """

    curve: Curve
    place: float
    value: float
    text: str


def has_extremes(values: npt.NDArray[np.float64]) -> bool:
    """Whether a few values flatten all others.

    >>> has_extremes(np.array([2948.0, *[5.0] * 40])), has_extremes(np.array([40.0, *[5.0] * 40]))
    (True, False)
    """
    sizes = np.abs(values)
    return len(sizes) >= _FEWEST and bool(sizes.max() >= _EXTREME * np.percentile(sizes, 90))


def find_limit(panel: Panel, lines: Sequence[Curve]) -> float:
    """Return how far from zero the axis of these lines need not reach: infinitely far where it holds all of them.

    It ends where there is a gap in the sizes of the values. A line has at least a third of its values on it.
    """
    sizes = [np.abs(curve.rows["value"]) for curve in lines]
    every = np.concatenate(sizes) if sizes else np.array([])
    are_percent = all(parse_unit(unit).expression == "percent" for unit in panel.units)
    if not are_percent or not has_extremes(every):
        return np.inf
    ends = [float(np.percentile(every, share)) for share in _MOST]
    limit = next(end for end in ends if end <= _NEAR * ends[-1])
    for size in np.sort(every[every > limit]).tolist():
        if size > _STEP * limit:
            break
        limit = size
    return limit if all((own <= limit).mean() >= _INSIDE for own in sizes) else np.inf


def find_peaks(lines: Sequence[Curve], axis: ValueAxis, line: Timeline) -> list[Peak]:
    """Return the peak of each part of a line that is beyond an end of the axis, the farthest first."""
    found = []
    for curve in lines:
        rows = curve.rows
        values, places = rows["value"] / axis.divisor, line.locate_rows(rows)
        for is_out in (values > axis.high, values < axis.low):
            for start, end in find_runs(is_out):
                at = start + int(np.abs(values[start:end]).argmax())
                number = axis.format_short(rows.row(at), decimals=0 if abs(values[at]) >= _WHOLE else None)
                period = label_period(rows["period"][at])
                text = messages.PEAK.format(series=curve.name, value=number, period=period)
                found.append(Peak(curve, float(places[at]), float(values[at]), text))
    return sorted(found, key=lambda peak: -abs(peak.value))


def pick_labelled(peaks: Sequence[Peak], look: Look) -> list[Peak]:
    """Return the peaks that have their number beside their arrowhead."""
    return list(peaks[: _LABELLED_NARROW if look.narrow else _LABELLED])


def draw_arrowheads(peaks: Sequence[Peak], axis: ValueAxis, line: Timeline) -> list[Spec]:
    """Draw an arrowhead at the end of the axis for each peak."""
    if not peaks:
        return []
    is_above = [peak.value > axis.high for peak in peaks]
    return [
        {
            "type": "scatter", "mode": "markers", "name": "extremes", "hoverinfo": "skip", "cliponaxis": False,
            "x": line.encode(np.array([peak.place for peak in peaks])),
            "y": np.array([axis.high if above else axis.low for above in is_above]),
            "marker": {
                "symbol": ["triangle-up" if above else "triangle-down" for above in is_above], "size": _ARROW,
                "color": [peak.curve.colour for peak in peaks], "opacity": 1,
            },
        }
    ]  # fmt: skip


def write_lows(peaks: Sequence[Peak], axis: ValueAxis, line: Timeline, look: Look) -> list[Spec]:
    """Write the numbers of peaks below the axis beside their arrowheads; those above it are in rows above the plot."""
    return [
        make_note(
            peak.text, _encode(line, peak.place), axis.low, xref="x", yref="y", size=SMALL, xanchor="left", xshift=8,
            yanchor="bottom", colour=make_readable(peak.curve.colour, look.ground),
        )
        for peak in peaks
        if peak.value < axis.low
    ]  # fmt: skip


def _encode(line: Timeline, place: float) -> Any:
    return line.encode(np.array([place]))[0]
