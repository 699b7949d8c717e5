"""Bars lying below each other, the longest first: the figures of one period, each with its name and its number."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import accumulate

import numpy as np

from indicators.charts.chart import Chart
from indicators.charts.palette import colours, faint_ink, grey, ink
from indicators.charts.parts.alt_text import ranked
from indicators.charts.parts.axes import ValueAxis, value_axis
from indicators.charts.parts.curves import colour_of_areas, drawable, names_of
from indicators.charts.parts.geography import is_on_map
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.label_placement import text_width, wrapped
from indicators.charts.parts.moments import absent, at, dated, extent, moment
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.plot import HEADING, heading_note
from indicators.charts.parts.reference_lines import ROW, drawn_down, levels, references, told
from indicators.charts.style import LABEL, Look, Spec, bare_layout, built, no_figures, note, value_axis_layout
from indicators.charts.types.bars import BEGIN_AT_ZERO, bar_marker, fill_note, fill_remark, interval
from indicators.model.panel import Panel

__all__ = ["draw_ranking_chart", "lying_bars"]

_MOST_BARS = 30
_ROW, _LINE = 12, 15  # pixels: around a bar, and for each line of its name
_WIDEST, _WIDEST_NARROW = 190, 110
_LEAST = 120.0  # pixels: the height of a plot of few bars


def draw_ranking_chart(panel: Panel, look: Look | None = None, *, log: bool = False, each: str = "") -> Chart:
    """Draw the figures of one period, the largest first.

    The period is the last with actual figures for most areas, unless the latest figure of each was asked for. A group
    of countries is ranked only if it was chosen: it is no rival to its members. Beyond thirty bars the largest are
    drawn, and all that were chosen.

    Args:
        panel: Observations in one unit.
        look: For whom; chosen areas have their colour, the others are grey.
        log: Whether a logarithmic axis was asked for; then a remark says why there is none.
        each: ``latest`` or ``earliest`` for a panel that holds that figure of each area, be they of different periods.
    """
    look = look or Look()
    drawn = drawable(panel)
    rows = Rows.of(drawn.frame)
    rows = rows.take(np.array([code in look.order or is_on_map(code) for code in rows["code"]], dtype=bool))
    period = moment(rows)
    shown = rows if each else at(rows, period, rivals=True)
    ranking = shown.take(np.argsort(-shown["value"], kind="stable"))
    frame = drawn.frame
    visible = drawn.with_frame(frame[frame["period"].isin(shown["period"]) & frame["code"].isin(shown["code"])])
    remarks = absent(rows, shown, look.order, period) + ((BEGIN_AT_ZERO,) if log else ())
    return lying_bars(visible, ranking, look, remarks=remarks, each=each)


def lying_bars(panel: Panel, rows: Rows, look: Look, *, remarks: tuple[str, ...] = (), each: str = "") -> Chart:
    """Bars in the order of the rows.

    Args:
        panel: What is measured.
        rows: A row for each bar; those that are not of the period of most say theirs.
        look: For whom.
        remarks: What there is to say already.
        each: ``latest`` or ``earliest``, where that of each area was asked for.
    """
    kept = _kept(rows, look)
    if len(kept) < len(rows):
        remarks += (f"{len(rows)} bars are too many: {len(kept)} are drawn, all are in the table.",)
    shown = rows.take(kept)
    names = dated(names_of(panel, [shown.take([place]) for place in range(len(shown))]), shown)
    ends = np.concatenate([shown["value"], shown["lower"], shown["upper"]])
    wanted = references(panel, look)
    axis = value_axis(panel, "linear", locale=look.locale, from_zero=True, values=ends, besides=levels(wanted), most=5)
    lines = [wrapped(name, _WIDEST_NARROW if look.narrow else _WIDEST, LABEL) for name in names]
    tints = _tints(shown, look)
    heights = [float(_ROW + _LINE * len(line)) for line in lines]
    middles = [height / 2 - total for height, total in zip(heights, accumulate(heights), strict=True)]
    hover = Hover.of(panel, look.locale)
    spec: Spec = {
        "type": "bar", "orientation": "h", "x": shown["value"] / axis.divisor, "y": middles, "name": "figures",
        "width": [height - 10 for height in heights], "marker": bar_marker(shown, tints),
        "customdata": shown["code"], "textposition": "none", "cliponaxis": False,
    } | hover.texts(shown, "", names=names)  # fmt: skip
    traces = [spec | interval(shown, axis, ink(look.ground), "x")] if len(shown) else []
    layout = _layout(look, axis, lines, heights, middles, above=ROW * len(wanted))
    layout["shapes"], named = drawn_down(wanted, axis, look, plot=max(_LEAST, sum(heights)))
    layout["annotations"] += _numbers(shown, axis, middles, look) + named
    layout["annotations"] += fill_note(shown, look, above=ROW * len(wanted))
    remarks += fill_remark(shown, look)
    where = f"{len(shown)} of {len(rows)} countries and groups" if len(shown) < len(rows) else ""
    seen = (*ranked(names, shown, look.locale), *told(wanted))
    return Chart(built(traces, layout), panel, seen, remarks, when=extent(shown, each), where=where)


def _kept(rows: Rows, look: Look) -> list[int]:
    """The places of the first bars, and of those chosen."""
    chosen = [place for place, code in enumerate(rows["code"]) if code in look.order][:_MOST_BARS]
    others = [place for place in range(len(rows)) if place not in set(chosen)]
    return sorted([*chosen, *others[: _MOST_BARS - len(chosen)]])


def _tints(rows: Rows, look: Look) -> list[str]:
    """The colours of the bars: of chosen areas their own; where none was chosen, one for all."""
    if not look.order:
        return [colours(["USA"], look.ground)["USA"]] * len(rows)
    of_area = colour_of_areas(rows, look)
    return [of_area[code] if code in look.order else grey(look.ground) for code in rows["code"]]


def _layout(
    look: Look,
    axis: ValueAxis,
    lines: Sequence[Sequence[str]],
    heights: Sequence[float],
    middles: Sequence[float],
    *,
    above: float,
) -> Spec:
    left = 14 + max((text_width(part, LABEL) for line in lines for part in line), default=0)
    layout = bare_layout(look, top=HEADING + above, bottom=26, left=left, right=16)
    layout["height"] = HEADING + above + 26 + max(_LEAST, sum(heights))
    layout["xaxis"] = value_axis_layout(
        look, type="linear", range=_room(axis, look), tickvals=axis.ticks, ticktext=axis.tick_texts, zeroline=True,
        automargin=False,
    )  # fmt: skip
    layout["yaxis"] = {
        "range": [-max(_LEAST, sum(heights)), 0], "fixedrange": True, "showgrid": False, "zeroline": False, "ticks": "",
        "tickmode": "array", "tickvals": list(middles), "automargin": False, "title": {"text": ""},
        "ticktext": [f"{'<br>'.join(map(escape, line))} " for line in lines],
        "tickfont": {"size": LABEL, "color": ink(look.ground)},
    }  # fmt: skip
    layout["annotations"] = [heading_note(axis.heading, look, left=left, above=above)]
    if not heights:
        layout["annotations"].append(no_figures(look))
    return layout


def _room(axis: ValueAxis, look: Look) -> list[float]:
    """The extent of the axis with room for the numbers at the ends of the bars."""
    room = (axis.high - axis.low) * (0.22 if look.narrow else 0.1)
    return [axis.low - (room if axis.low < 0 else 0), axis.high + (room if axis.high > 0 else 0)]


def _numbers(rows: Rows, axis: ValueAxis, middles: Sequence[float], look: Look) -> list[Spec]:
    """The number of each bar, at its end."""
    ends = np.where(np.isnan(rows["upper"]), rows["value"], np.where(rows["value"] < 0, rows["lower"], rows["upper"]))
    return [
        note(
            axis.short(rows.row(place)), ends[place] / axis.divisor, middles[place], xref="x", yref="y",
            colour=faint_ink(look.ground), xanchor="right" if rows["value"][place] < 0 else "left",
            xshift=-5 if rows["value"][place] < 0 else 5, yanchor="middle",
        )
        for place in range(len(rows))
    ]  # fmt: skip
