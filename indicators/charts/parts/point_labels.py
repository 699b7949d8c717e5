"""Names next to the points of a scatter plot, placed so that they cover no name or point of equal importance."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from operator import itemgetter
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.label_placement import measure_text
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.style import PLOT, SMALL, Look, Spec, make_note, make_readable, put_most_compared_first

_MOST_LABELS: Final = 40
_LOOKED_FOR: Final = 24  # so many of all countries are named even where that covers points of others
_MOST_COVERED: Final = 2
_MARGIN: Final = 60  # beside the plot, in pixels
_HALF: Final = 7  # half the height of a name, in pixels
_Box = tuple[float, float, float, float]
_Floats = npt.NDArray[np.float64]
_SIDES: Final = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))


def label_points(
    rows: tuple[Rows, Rows], sizes: _Floats, axes: Sequence[ValueAxis], colours: Sequence[str], look: Look
) -> list[Spec]:
    """Return the names of points as notes.

    Coloured points come first, then chosen ones; among these the largest, the most compared and the outermost.
    """
    across, up = rows
    if not len(up):
        return []
    shares = [[axis.locate(value) for value in part["value"]] for axis, part in zip(axes, rows, strict=True)]
    xy = np.column_stack([np.array(shares[0]) * look.least_width, np.array(shares[1]) * PLOT])
    order, rank = _rank_points(up, sizes, xy, colours, look)
    radii = np.minimum(sizes, 14) / 2
    boxes = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(xy, radii, strict=True)]
    taken: list[_Box] = []
    notes = []
    for place in order[:_MOST_LABELS]:
        name, radius = up["entity"][place], sizes[place] / 2 + 4
        others = [box for number, box in enumerate(boxes) if number != place and rank[number] >= rank[place]]
        free = []
        for side in _SIDES:
            box = _place_beside(xy[place], side, radius, measure_text(name, SMALL))
            if _is_inside(box, look) and not any(_meet(box, other) for other in (*taken, *others)):
                covered = sum(_meet(box, other) for other in boxes)
                free.append((covered + all(side), side, box))  # a diagonal name is less clearly the point's own
        if free and (look.order or min(free)[0] <= _MOST_COVERED):
            _, side, box = min(free, key=itemgetter(0))
            taken.append(box)
            values = across["value"][place], up["value"][place]
            notes.append(_make_label(name, values, axes, side, radius, make_readable(colours[place], look.ground)))
    return notes


def _rank_points(
    up: Rows, sizes: _Floats, xy: _Floats, colours: Sequence[str], look: Look
) -> tuple[list[int], list[int]]:
    """The points in the order in which they are named, and how much each matters."""
    codes = up["code"].tolist()
    outermost = np.argsort(-np.abs(xy - np.median(xy, axis=0)).sum(axis=1))
    compared = {code: place for place, code in enumerate(put_most_compared_first(codes[place] for place in outermost))}
    looked_for = sorted(range(len(codes)), key=lambda place: (-sizes[place], compared[codes[place]]))
    if look.order:
        grey = look.theme.grey
        rank = [(code in look.order) + (colour != grey) for code, colour in zip(codes, colours, strict=True)]
    else:
        first = set(looked_for[:_LOOKED_FOR])
        rank = [int(place in first) for place in range(len(codes))]
    return sorted(looked_for, key=lambda place: -rank[place]), rank


def _place_beside(point: _Floats, side: tuple[int, int], radius: float, width: float) -> _Box:
    """The box of a name at a side of its point."""
    x, y = float(point[0]), float(point[1])
    left = x + side[0] * radius - {1: 0.0, -1: width, 0: width / 2}[side[0]]
    middle = y + side[1] * (radius + 5)
    return left, middle - _HALF, left + width, middle + _HALF


def _is_inside(box: _Box, look: Look) -> bool:
    right = look.least_width + (0 if look.width else _MARGIN)
    return box[0] >= 0 and box[2] <= right and box[1] >= 0 and box[3] <= PLOT


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _make_label(
    name: str, values: tuple[float, float], axes: Sequence[ValueAxis], side: tuple[int, int], radius: float, colour: str
) -> Spec:
    scaled = [value / axis.divisor for value, axis in zip(values, axes, strict=True)]
    ends = [float(np.log10(value)) if axis.type == "log" else value for axis, value in zip(axes, scaled, strict=True)]
    return make_note(
        escape(name), ends[0], ends[1], xref="x", yref="y", colour=colour, size=SMALL,
        xanchor={1: "left", -1: "right", 0: "center"}[side[0]], xshift=side[0] * radius, yanchor="middle",
        yshift=side[1] * (radius + 5),
    )  # fmt: skip
