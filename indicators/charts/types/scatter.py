"""Scatter: two indicators of the same areas in one period, one across and one up; a third, if any, as the size.

Only figures of one kind are set against each other: an actual one never against a forecast. Of two publishers of an
indicator that one counts who has figures for more areas, and no two are mixed in one direction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from operator import itemgetter
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from indicators.charts.chart import Chart
from indicators.charts.palette import faint_ink, grey, most_compared_first, readable, translucent
from indicators.charts.parts.axes import ValueAxis, value_axis
from indicators.charts.parts.curves import OPEN, colour_of_areas, drawable
from indicators.charts.parts.geography import is_on_map
from indicators.charts.parts.headings import describe_rule
from indicators.charts.parts.hover import Hover, figures
from indicators.charts.parts.label_placement import text_width, wrapped
from indicators.charts.parts.legend import Entry, below
from indicators.charts.parts.moments import moments
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.plot import HEADING, PLOT, heading_note
from indicators.charts.parts.regions import find_regions
from indicators.charts.parts.timeline import period_label
from indicators.charts.style import LABEL, SMALL, Look, Spec, bare_layout, built, no_figures, note, value_axis_layout
from indicators.errors import UsageError
from indicators.model.panel import Panel

__all__ = ["draw_scatter_plot"]

_ENOUGH = 0.5
_LARGEST, _SMALLEST, _PLAIN = 46.0, 6.0, 10.0
_MOST_LABELS = 40
_MOST_LISTED = 6
_LOOKED_FOR = 24  # so many of all countries are named even where that covers points of others
_MOST_COVERED = 2
_SPREAD = 10  # an axis of values that differ by more than this is logarithmic when that is asked for
_FOOT = 50
_LINE = 15  # height of a further line of the name of an axis, in pixels
_Box = tuple[float, float, float, float]
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))


@dataclass(frozen=True)
class _Pairs:
    """Areas with both figures, one row each in either direction, in the same order."""

    across: Rows
    up: Rows
    sizes: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.across)


def draw_scatter_plot(panel: Panel, look: Look | None = None, *, scale: Literal["linear", "log"] = "linear") -> Chart:
    """Draw the first indicator of a panel across, the second up, the third as the size of the points.

    Args:
        panel: Observations of two or three indicators.
        look: For whom; chosen areas are in colour.
        scale: Logarithmic axes wherever the values are above zero and differ by more than ten times.

    Raises:
        UsageError: The panel has but one indicator.
    """
    look = look or Look()
    if len(panel.indicators) < 2:
        raise UsageError("A scatter sets two indicators against each other.", found="one", expected="two, or three")
    drawn = drawable(panel)
    across, up, *third = (drawn.select_indicator(indicator.id) for indicator in panel.indicators[:3])
    period, mixed = _period(Rows.of(across.frame), Rows.of(up.frame), look)
    pairs = _pairs(Rows.of(across.frame), Rows.of(up.frame), Rows.of(third[0].frame) if third else None, period, look)
    axes = [_axis(part, rows, scale, look) for part, rows in ((across, pairs.across), (up, pairs.up))]
    hover = Hover.of(drawn, look.locale)
    layout, xy = _layout(axes, (across, up), look), _pixels(pairs, axes, look)
    tints = _tints(pairs.up, panel, look)
    traces = _traces(pairs, axes, hover, tints, panel, look) if len(pairs) else []
    if look.narrow or not look.order:
        _legend(layout, pairs, tints, panel, look)
    if not look.narrow:
        layout["annotations"] += _labels(pairs, axes, xy, tints, look)
    layout["annotations"] += [] if len(pairs) else [no_figures(look)]
    visible = drawn.with_frame(
        drawn.frame[(drawn.frame["period"] == period) & drawn.frame["code"].isin(pairs.up["code"])]
    )
    names = [indicator.name for indicator in panel.indicators[:3]]
    title = f"{names[1]} against {names[0]}" + (f", points by {names[2].lower()}" if third else "")
    when = period_label(period) if period else ""
    remarks = _remarks(pairs, drawn, look, period, mixed)
    where = "" if len(pairs) <= _MOST_LISTED else f"{len(pairs)} countries"
    return Chart(built(traces, layout), visible, tuple(_seen(pairs, names, look)), remarks, title, when, where)


def _period(across: Rows, up: Rows, look: Look) -> tuple[str, int]:
    """The last period for which at least half as many areas as at best have both figures; the number of mixed pairs."""
    kinds = [
        {(code, period): status == "F" for code, period, status in zip(*_keys(rows, look), strict=True)}
        for rows in (across, up)
    ]
    both = kinds[0].keys() & kinds[1].keys()
    fitting = {key for key in both if kinds[0][key] == kinds[1][key]}
    mixed = len(both) - len(fitting)
    areas = Counter(period for code, period in fitting if not kinds[0][code, period]) or Counter(
        period for _, period in fitting
    )
    if not areas:
        return "", mixed
    enough = _ENOUGH * max(areas.values())
    return next(period for period in reversed(moments(up)) if areas[period] >= enough), mixed


def _keys(rows: Rows, look: Look) -> tuple[Any, Any, Any]:
    kept = _single(rows, look)
    return kept["code"], kept["period"], kept["status"]


def _single(rows: Rows, look: Look) -> Rows:
    """Countries, and those groups of them that were chosen."""
    return rows.take(np.array([code in look.order or is_on_map(code) for code in rows["code"]], dtype=bool))


def _pairs(across: Rows, up: Rows, third: Rows | None, period: str, look: Look) -> _Pairs:
    first, second = (_of_one_publisher(rows, period, look) for rows in (across, up))
    where = {code: place for place, code in enumerate(first["code"])}
    keep = [
        (where[code], place)
        for place, code in enumerate(second["code"])
        if code in where and (first["status"][where[code]] == "F") == (second["status"][place] == "F")
    ]
    one = first.take(np.array([place for place, _ in keep], dtype=int))
    other = second.take(np.array([place for _, place in keep], dtype=int))
    sizes = np.full(len(keep), _PLAIN)
    if third is not None and keep:
        sized = _of_one_publisher(third, period, look)
        size_of = dict(zip(sized["code"], sized["value"], strict=True))
        values = np.array([max(0.0, size_of.get(code, 0.0)) for code in other["code"]])
        sizes = np.maximum(_SMALLEST, _LARGEST * np.sqrt(values / (values.max() or 1.0)))
    chosen = np.isin(other["code"], look.order)
    order = np.lexsort((-sizes, chosen))  # small ones are drawn over large ones, chosen ones over all
    return _Pairs(one.take(order), other.take(order), sizes[order])


def _of_one_publisher(rows: Rows, period: str, look: Look) -> Rows:
    there = _single(rows.take(rows["period"] == period), look)
    if not len(there):
        return there
    best = Counter(there["dataset"]).most_common(1)[0][0]
    return there.take(there["dataset"] == best)


def _axis(panel: Panel, rows: Rows, scale: Literal["linear", "log"], look: Look) -> ValueAxis:
    values = rows["value"]
    wide = bool(len(values)) and values.min() > 0 and values.max() > _SPREAD * values.min()
    return value_axis(panel, "log" if scale == "log" and wide else "linear", locale=look.locale, values=values, most=5)


def _pixels(pairs: _Pairs, axes: Sequence[ValueAxis], look: Look) -> npt.NDArray[np.float64]:
    """Where the points stand, in pixels from the foot at the left, in a plot as narrow as it can be."""
    x = np.array([axes[0].share(value) for value in pairs.across["value"]]) * look.width
    y = np.array([axes[1].share(value) for value in pairs.up["value"]]) * PLOT
    return np.column_stack([x, y]) if len(pairs) else np.empty((0, 2))


def _tints(rows: Rows, panel: Panel, look: Look) -> list[str]:
    """The colour of each point: its own where areas were chosen, else that of its region."""
    if not look.order:
        return [region.colour for region in find_regions(rows["code"], panel.catalogue, look.ground)]
    of_area = colour_of_areas(rows, look)
    return [of_area[code] if code in look.order else grey(look.ground) for code in rows["code"]]


def _traces(
    pairs: _Pairs, axes: Sequence[ValueAxis], hover: Hover, tints: Sequence[str], panel: Panel, look: Look
) -> list[Spec]:
    lines = hover.texts(pairs.up, "", names=pairs.up["entity"].tolist())
    first = figures(pairs.across, hover.locale)
    name, other = (escape(indicator.name) for indicator in panel.indicators[:2])
    texts = [  # the line of the figure, which stands alone elsewhere, becomes two with names
        text.replace("<br><b>", f"<br>{name}: <b>{escape(figure)}</b><br>{other}: <b>", 1)
        for text, figure in zip(lines["text"], first, strict=True)
    ]
    if not look.order:
        where = [region.name for region in find_regions(pairs.up["code"], panel.catalogue, look.ground)]
        texts = [f"{text}<br>{escape(region)}" for text, region in zip(texts, where, strict=True)]
    symbols = ["circle-open" if status in OPEN else "circle" for status in pairs.up["status"]]
    return [
        lines | {
            "type": "scatter", "mode": "markers", "name": "areas", "x": pairs.across["value"] / axes[0].divisor,
            "y": pairs.up["value"] / axes[1].divisor, "customdata": pairs.up["code"], "cliponaxis": False,
            "text": texts,
            "marker": {
                "size": pairs.sizes, "color": _fills(pairs, tints, look), "symbol": symbols,
                "opacity": 1, "line": {"width": 1, "color": list(tints)},
            },
        }
    ]  # fmt: skip


def _fills(pairs: _Pairs, tints: Sequence[str], look: Look) -> list[str]:
    codes = pairs.up["code"]
    other = 0.4 if look.order else 0.6
    return [translucent(tint, 0.85 if code in look.order else other) for tint, code in zip(tints, codes, strict=True)]


def _labels(
    pairs: _Pairs, axes: Sequence[ValueAxis], xy: npt.NDArray[np.float64], tints: Sequence[str], look: Look
) -> list[Spec]:
    """Names beside their points where they cover neither a name nor a point that matters as much.

    Those in colour go first, then those chosen, and among their like the largest, the most compared and the outermost.
    """
    if not len(pairs):
        return []
    order, rank = _precedence(pairs, xy, tints, look)
    radii = np.minimum(pairs.sizes, 14) / 2
    boxes = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(xy, radii, strict=True)]
    taken: list[_Box] = []
    notes = []
    for place in order[:_MOST_LABELS]:
        name, radius = pairs.up["entity"][place], pairs.sizes[place] / 2 + 4
        others = [box for number, box in enumerate(boxes) if number != place and rank[number] >= rank[place]]
        free = []
        for side in _SIDES:
            box = _beside(xy[place], side, radius, text_width(name, SMALL))
            inside = box[0] >= 0 and box[2] <= look.width + (0 if look.room else 60) and box[1] >= 0 and box[3] <= PLOT
            if inside and not any(_meet(box, other) for other in (*taken, *others)):
                covered = sum(_meet(box, other) for other in boxes)
                free.append((covered + all(side), side, box))  # aslant a name is told from its neighbours less surely
        if free and (look.order or min(free)[0] <= _MOST_COVERED):
            _, side, box = min(free, key=itemgetter(0))
            taken.append(box)
            notes.append(_label(name, place, pairs, axes, side, radius, readable(tints[place], look.ground)))
    return notes


def _precedence(
    pairs: _Pairs, xy: npt.NDArray[np.float64], tints: Sequence[str], look: Look
) -> tuple[list[int], list[int]]:
    """The points in the order in which they are named, and how much each matters."""
    codes = pairs.up["code"].tolist()
    outermost = np.argsort(-np.abs(xy - np.median(xy, axis=0)).sum(axis=1))
    compared = {code: place for place, code in enumerate(most_compared_first(codes[place] for place in outermost))}
    looked_for = sorted(range(len(pairs)), key=lambda place: (-pairs.sizes[place], compared[codes[place]]))
    rank = [(code in look.order) + (tint != grey(look.ground)) for code, tint in zip(codes, tints, strict=True)]
    if not look.order:
        first = set(looked_for[:_LOOKED_FOR])
        rank = [int(place in first) for place in range(len(pairs))]
    return sorted(looked_for, key=lambda place: -rank[place]), rank


def _beside(point: npt.NDArray[np.float64], side: tuple[int, int], radius: float, width: float) -> _Box:
    """The box of a name at a side of its point."""
    x, y = float(point[0]), float(point[1])
    left = x + side[0] * radius - {1: 0.0, -1: width, 0: width / 2}[side[0]]
    middle = y + side[1] * (radius + 5)
    return left, middle - 7, left + width, middle + 7


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _label(
    name: str, place: int, pairs: _Pairs, axes: Sequence[ValueAxis], side: tuple[int, int], radius: float, colour: str
) -> Spec:
    x, y = pairs.across["value"][place] / axes[0].divisor, pairs.up["value"][place] / axes[1].divisor
    ends = [float(np.log10(value)) if axis.type == "log" else value for axis, value in zip(axes, (x, y), strict=True)]
    return note(
        escape(name), ends[0], ends[1], xref="x", yref="y", colour=colour, size=SMALL,
        xanchor={1: "left", -1: "right", 0: "center"}[side[0]], xshift=side[0] * radius, yanchor="middle",
        yshift=side[1] * (radius + 5),
    )  # fmt: skip


def _legend(layout: Spec, pairs: _Pairs, tints: Sequence[str], panel: Panel, look: Look) -> None:
    named = zip(pairs.up["entity"], pairs.up["code"], tints, strict=True)
    entries = [Entry(name, "", tint) for name, code, tint in named if code in look.order]
    if not look.order:
        there = sorted(set(find_regions(pairs.up["code"], panel.catalogue, look.ground)))
        entries = [Entry(region.name, "", region.colour) for region in there]
    legend = below(entries, look, offset=layout["margin"]["b"], inset=0)
    layout["annotations"] += legend.notes
    layout["margin"]["b"] += legend.height
    layout["height"] += legend.height


def _layout(axes: Sequence[ValueAxis], parts: Sequence[Panel], look: Look) -> Spec:
    across, up = axes
    left = 10 + max((text_width(text, LABEL) for text in up.tick_texts), default=0)
    words = [
        ", ".join(part for part in (panel.indicators[0].name, f"{axis.heading} {describe_rule(panel)}".strip()) if part)
        for panel, axis in zip(parts, axes, strict=True)
    ]
    foot, head = (_in_lines(text, look.width + left) for text in (f"{words[0]} →", f"↑ {words[1]}"))
    top, bottom = (room + _LINE * text.count("<br>") for room, text in ((HEADING, head), (_FOOT, foot)))
    layout = bare_layout(look, top=top, bottom=bottom, left=left, right=24 if look.narrow else 76)
    layout["height"] = PLOT + top + bottom
    for name, axis in (("xaxis", across), ("yaxis", up)):
        layout[name] = value_axis_layout(
            look, type=axis.type, range=list(axis.range), tickvals=axis.ticks, ticktext=axis.tick_texts,
            zeroline=axis.crosses_zero, automargin=False, showline=True, linecolor=grey(look.ground), linewidth=1,
        )  # fmt: skip
    # the marks across stand lower, so that at the corner they are told apart from those up
    layout["xaxis"] |= {"ticks": "outside", "ticklen": 7, "tickcolor": "rgba(0,0,0,0)"}
    below_axis = note(
        foot, 1, 0, colour=faint_ink(look.ground), size=SMALL, xanchor="right", yanchor="top", yshift=-32,
        align="right",
    )  # fmt: skip
    layout["annotations"] = [heading_note(head, look, left=left) | {"align": "left"}, below_axis]
    return layout


def _in_lines(text: str, width: float) -> str:
    return "<br>".join(escape(line) for line in wrapped(text, width, SMALL))


def _remarks(pairs: _Pairs, panel: Panel, look: Look, period: str, mixed: int) -> tuple[str, ...]:
    remarks = []
    there = set(pairs.up["code"])
    names = dict(zip(panel.frame["code"], panel.frame["entity"], strict=True))
    lacking = [names[code] for code in look.order if code in names and code not in there]
    if lacking and period:
        more = f" and {len(lacking) - 4} more" if len(lacking) > 4 else ""
        remarks.append(f"Not both figures for {period_label(period)}: {', '.join(lacking[:4])}{more}.")
    if mixed and not len(pairs):
        remarks.append("There are only pairs of a forecast and an actual figure, which are not set against each other.")
    return tuple(remarks)


def _seen(pairs: _Pairs, names: Sequence[str], look: Look) -> list[str]:
    """Which way the cloud lies, and its outermost points."""
    if not len(pairs):
        return []
    sentences = [f"{len(pairs)} points."]
    if len(pairs) > 4:
        ranks = [np.argsort(np.argsort(rows["value"])) for rows in (pairs.across, pairs.up)]
        lie = float(np.corrcoef(ranks[0], ranks[1])[0, 1])
        strength = "clearly" if abs(lie) > 0.7 else "loosely" if abs(lie) > 0.3 else ""
        way = "rise together" if lie > 0 else "go opposite ways"
        sentences.append(f"The two {strength} {way}." if strength else "The two show no common direction.")
    for rows, name in ((pairs.across, names[0]), (pairs.up, names[1])):
        low, high = int(rows["value"].argmin()), int(rows["value"].argmax())
        texts = figures(rows, look.locale)
        ends = f"from {rows['entity'][low]} ({texts[low]}) to {rows['entity'][high]} ({texts[high]})"
        sentences.append(f"{name}: {ends}.")
    return sentences
