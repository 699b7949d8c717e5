"""Shared parts of bar charts: intervals, notes on fills, and horizontal bars of one period."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import accumulate, pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from indicators.charts import messages
from indicators.charts.chart import Chart
from indicators.charts.parts.alt_text import describe_ranking
from indicators.charts.parts.axes import ValueAxis, make_value_axis
from indicators.charts.parts.curves import Curve, find_highlighted, name_series
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.label_placement import measure_text, wrap_text
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.period_choice import Each, date_names, describe_periods
from indicators.charts.parts.plot_layout import (
    build_figure,
    make_layout,
    note_no_data,
    note_right,
    note_unit,
    style_value_axis,
)
from indicators.charts.parts.reference_lines import ReferenceLines
from indicators.charts.parts.single_value import draw_single_value
from indicators.charts.style import (
    HEADING,
    LABEL,
    Look,
    Spec,
    colour_area,
    make_note,
    style_bars,
)
from indicators.model.panel import Panel
from indicators.view.fields import RankingEnds

_MOST_BARS: Final = 30
_AROUND, _LINE = 12, 15  # pixels: around a bar, and for each line of its name
_WIDEST, _WIDEST_NARROW = 190, 110
_LEAST: Final = 120.0  # pixels: the height of a plot of few bars
_FOOT: Final = 26


def style_error_bars(rows: Rows, axis: ValueAxis, colour: str, direction: str) -> Spec:
    """Return the intervals of values as strokes at the ends of their bars; nothing where there are none."""
    given = ~np.isnan(rows["lower"]) & ~np.isnan(rows["upper"])
    if not given.any():
        return {}
    above = np.where(given, rows["upper"] - rows["value"], np.nan) / axis.divisor
    below = np.where(given, rows["value"] - rows["lower"], np.nan) / axis.divisor
    return {
        f"error_{direction}": {
            "type": "data", "symmetric": False, "array": above, "arrayminus": below, "color": colour,
            "thickness": 1.5, "width": 4,
        }
    }  # fmt: skip


def draw_bars(curve: Curve, places: Sequence[int], axis: ValueAxis, hover: Hover, pattern: str, **more: Any) -> Spec:
    """Draw the bars of one series; the pattern tells publishers of one area apart."""
    rows = curve.rows
    spec: Spec = {
        "type": "bar", "name": curve.name, "meta": curve.code, "x": places, "y": rows["value"] / axis.divisor,
        "marker": style_bars(rows["status"], curve.colour, pattern),
    } | hover.write_texts(rows, curve.name, heading=axis.heading)  # fmt: skip
    return spec | {"textposition": "none"} | style_error_bars(rows, axis, curve.colour, "y") | more


def note_bar_fills(rows: Rows, look: Look, *, above: float = 0.0) -> list[Spec]:
    """Return what the fills mean as a note ``above`` pixels above the bars, where there is space beside the unit."""
    words = messages.BAR_FILLS[_find_fills(rows)]
    return [] if look.narrow or not words else [note_right(words, look, above=above)]


def explain_bar_fills(rows: Rows, look: Look) -> tuple[str, ...]:
    """Return the same as a sentence, where there is no space for the note."""
    words = messages.BAR_FILL_REMARKS[_find_fills(rows)]
    return (words,) if look.narrow and words else ()


def _find_fills(rows: Rows) -> tuple[bool, bool]:
    """Whether there are forecasts, and estimates."""
    there = set(rows["status"])
    return bool(there & {"F"}), bool(there & {"E", "P"})


def draw_horizontal_bars(
    panel: Panel, rows: Rows, look: Look, *, remarks: tuple[str, ...] = (), each: Each = "",
    ends: RankingEnds = "largest",
) -> Chart:  # fmt: skip
    """Draw a bar for each row, in their order, with its name and value, and its period if it is not the usual one.

    Of many, those at the beginning are drawn, or at both ends, with a line between them. A single value is written.
    """
    if len(rows) == 1 and not look.references:
        return draw_single_value(panel, rows, look, name=name_series(panel, [rows])[0], remarks=remarks, each=each)
    kept = _keep_ends(rows, look, both=ends == "both")
    where = ""
    if len(kept) < len(rows):
        remarks += (messages.TOO_MANY_RANKED[ends].format(shown=len(kept), all=len(rows)),)
        where = messages.AREAS_IN_PART.format(number=len(kept), all=len(rows))
    shown = rows.take(kept)
    names = date_names(name_series(panel, [shown.take([place]) for place in range(len(shown))]), shown)
    reached = np.concatenate([shown["value"], shown["lower"], shown["upper"]])
    wanted = ReferenceLines.of(panel, look)
    axis = make_value_axis(
        panel, "linear", locale=look.locale, from_zero=True, values=reached, besides=wanted.get_values(), most=5
    )
    lines = [wrap_text(name, _WIDEST_NARROW if look.narrow else _WIDEST, LABEL) for name in names]
    heights = [float(_AROUND + _LINE * len(line)) for line in lines]
    middles = [height / 2 - total for height, total in zip(heights, accumulate(heights), strict=True)]
    gaps = [place for place, (one, other) in enumerate(pairwise(kept), 1) if other > one + 1]
    hover = Hover.of(panel, look.locale)
    spec: Spec = {
        "type": "bar", "orientation": "h", "x": shown["value"] / axis.divisor, "y": middles, "name": "figures",
        "width": [_AROUND + _LINE - 10] * len(heights),
        "marker": style_bars(shown["status"], _colour_bars(shown, look)),
        "customdata": shown["code"], "textposition": "none", "cliponaxis": False,
    } | hover.write_texts(shown, "", names=names)  # fmt: skip
    traces = [spec | style_error_bars(shown, axis, look.theme.ink, "x")] if len(shown) else []
    layout = _make_bar_layout(look, axis, reached, lines, heights, middles, above=wanted.space)
    layout["shapes"], level_notes = wanted.draw_down(axis, plot=max(_LEAST, sum(heights)))
    if ends == "both":
        layout["shapes"] = [*layout["shapes"], *(_draw_break(middles[gap] + heights[gap] / 2, look) for gap in gaps)]
    layout["annotations"] += _write_values(shown, axis, middles, look) + level_notes
    layout["annotations"] += note_bar_fills(shown, look, above=wanted.space)
    remarks += explain_bar_fills(shown, look)
    seen = (*describe_ranking(names, shown, look.locale), *wanted.sentences)
    return Chart(build_figure(traces, layout), panel, seen, remarks, when=describe_periods(shown, each), where=where)


def _keep_ends(rows: Rows, look: Look, *, both: bool) -> list[int]:
    """The places of the first bars, or of the first and last, and of those chosen."""
    chosen = [place for place, code in enumerate(rows["code"]) if code in look.order][:_MOST_BARS]
    others = [place for place in range(len(rows)) if place not in set(chosen)]
    free = min(_MOST_BARS - len(chosen), len(others))
    last = free // 2 if both else 0
    return sorted([*chosen, *others[: free - last], *others[len(others) - last :]])


def _draw_break(level: float, look: Look) -> Spec:
    """A dotted line between two bars, where others are left out."""
    line = {"color": look.theme.faint_ink, "width": 1, "dash": "dot"}
    return {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": level, "y1": level, "line": line}


def _colour_bars(rows: Rows, look: Look) -> list[str]:
    """The colours of the bars: highlighted areas have their own, the others one that says nothing."""
    highlighted = find_highlighted(rows, look)
    return [colour_area(code, look.ground) if code in highlighted else look.theme.bar for code in rows["code"]]


def _make_bar_layout(
    look: Look, axis: ValueAxis, reached: npt.NDArray[np.float64], lines: Sequence[Sequence[str]],
    heights: Sequence[float], middles: Sequence[float], *, above: float,
) -> Spec:  # fmt: skip
    left = 14 + max((measure_text(part, LABEL) for line in lines for part in line), default=0)
    plot = max(_LEAST, sum(heights))
    layout = make_layout(look, top=HEADING + above, bottom=_FOOT, left=left, right=16)
    layout["height"] = HEADING + above + _FOOT + plot
    layout["xaxis"] = style_value_axis(
        look, type="linear", range=_leave_space(axis, reached, look), tickvals=axis.ticks, ticktext=axis.tick_texts,
        zeroline=True, automargin=False,
    )  # fmt: skip
    layout["yaxis"] = {
        "range": [-plot, 0], "fixedrange": True, "showgrid": False, "zeroline": False, "ticks": "",
        "tickmode": "array", "tickvals": list(middles), "automargin": False, "title": {"text": ""},
        "ticktext": [f"{'<br>'.join(map(escape, line))} " for line in lines],
        "tickfont": {"size": LABEL, "color": look.theme.ink},
    }  # fmt: skip
    layout["annotations"] = [note_unit(axis.heading, look, left=left, above=above)]
    if not heights:
        layout["annotations"].append(note_no_data(look))
    return layout


def _leave_space(axis: ValueAxis, reached: npt.NDArray[np.float64], look: Look) -> list[float]:
    """The range of the axis with space for the values at the ends of the bars, which reach to these values."""
    space = (axis.high - axis.low) * (0.22 if look.narrow else 0.1)
    known = reached[~np.isnan(reached)] / axis.divisor
    low, high = min(known, default=0.0), max(known, default=0.0)
    return [min(axis.low, low - space) if low < 0 else axis.low, max(axis.high, high + space)]


def _write_values(rows: Rows, axis: ValueAxis, middles: Sequence[float], look: Look) -> list[Spec]:
    """The value of each bar, at its end."""
    is_negative = rows["value"] < 0
    ends = np.where(np.isnan(rows["upper"]), rows["value"], np.where(is_negative, rows["lower"], rows["upper"]))
    return [
        make_note(
            axis.format_short(rows.row(place)), ends[place] / axis.divisor, middles[place], xref="x", yref="y",
            colour=look.theme.faint_ink, xanchor="right" if is_negative[place] else "left",
            xshift=-5 if is_negative[place] else 5, yanchor="middle",
        )
        for place in range(len(rows))
    ]  # fmt: skip
