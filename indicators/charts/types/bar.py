"""Bars over time, side by side for each area; of a single period, bars lying below each other.

Bars begin at zero, always: so there is no logarithmic axis for them. A forecast is hatched, an estimate is pale, and
rivals have the colour of their area in other patterns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from indicators.charts.chart import Chart
from indicators.charts.palette import faint_ink, grey
from indicators.charts.parts.alt_text import over_time
from indicators.charts.parts.axes import ValueAxis, value_axis
from indicators.charts.parts.curves import Curve, colour_of_areas, curves, drawable
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.legend import Entry, below
from indicators.charts.parts.moments import moments
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.parts.plot import FOOT, framed_plot
from indicators.charts.parts.reference_lines import drawn_across, entries, levels, references, told
from indicators.charts.parts.timeline import period_label
from indicators.charts.style import SMALL, Look, Spec, built, no_figures
from indicators.charts.types.bars import (
    BEGIN_AT_ZERO,
    PATTERNS,
    bar_marker,
    fill_note,
    fill_remark,
    fill_signs,
    interval,
)
from indicators.charts.types.ranking import lying_bars
from indicators.model.panel import Panel

__all__ = ["bars_of_one_period", "draw_bar_chart", "no_line"]

_MOST_CURVES, _MOST_BARS = 12, 360
_MOST_TICKS, _MOST_TICKS_NARROW = 6, 4
_ROUND = (2, 5, 10, 20, 25, 50, 100)
_MONTHS = {"A": 12, "S": 6, "Q": 3, "M": 1}


def draw_bar_chart(panel: Panel, look: Look | None = None, *, log: bool = False) -> Chart:
    """Draw the figures of a panel as bars.

    Args:
        panel: Observations in one unit.
        look: For whom.
        log: Whether a logarithmic axis was asked for; then a remark says why there is none.
    """
    look = look or Look()
    drawn = drawable(panel)
    rows = Rows.of(drawn.frame)
    periods = moments(rows)
    remarks: tuple[str, ...] = (BEGIN_AT_ZERO,) if log else ()
    if len(periods) == 1:
        chosen = list(colour_of_areas(rows, look))
        order = sorted(range(len(rows)), key=lambda place: chosen.index(str(rows["code"][place])))
        return lying_bars(drawn, rows.take(order), look, remarks=remarks)
    found = curves(drawn, rows, look)
    lines = found[: max(1, min(_MOST_CURVES, _MOST_BARS // max(1, len(periods))))]
    if len(lines) < len(found):
        remarks += (f"{len(found)} bars for each period are too many: {len(lines)} are drawn, all are in the table.",)
        drawn = drawn.with_frame(drawn.frame[drawn.frame["code"].isin({curve.code for curve in lines})])
    wanted = references(drawn, look)
    axis = value_axis(drawn, "linear", locale=look.locale, from_zero=True, besides=levels(wanted))
    hover = Hover.of(drawn, look.locale)
    place = _places(rows, periods)
    traces = [_bars(curve, axis, hover, place, _pattern(curve, lines)) for curve in lines]
    named = [
        Entry(curve.name, axis.short(curve.end), curve.colour, fill_signs(curve.rows, _pattern(curve, lines)))
        for curve in lines
    ]
    layout = framed_plot(
        look, axis, _periods(place, look), below([*named, *entries(wanted, axis, look)], look, offset=FOOT, inset=0)
    )
    layout |= {"barmode": "group", "bargap": 0.25, "bargroupgap": 0.06}
    layout["yaxis"]["zeroline"] = True
    layout["shapes"] += drawn_across(wanted, axis, look)
    layout["annotations"] += fill_note(rows, look)
    if not lines:
        layout["annotations"].append(no_figures(look))
    seen = (*over_time(lines, look.locale), *told(wanted))
    return Chart(built(traces, layout), drawn, seen, remarks + fill_remark(rows, look))


def bars_of_one_period(panel: Panel, look: Look, *, log: bool = False) -> Chart | None:
    """Bars instead of lines where all figures are of one period, with a remark; ``None`` where there are others.

    A line of one point says nothing but its end, and several of them stand on top of each other.

    Args:
        panel: Observations in one unit.
        look: For whom.
        log: Whether a logarithmic axis was asked for.
    """
    periods = panel.frame["period"][panel.frame["value"].notna()].unique()
    if len(periods) != 1:
        return None
    drawn = draw_bar_chart(panel, look, log=log)
    return replace(drawn, remarks=(no_line(periods[0]), *drawn.remarks))


def no_line(period: str) -> str:
    """What is said where bars are drawn instead of lines.

    >>> no_line("2021")
    'All figures are of 2021, which makes no line: bars are drawn instead.'
    """
    return f"All figures are of {period_label(period)}, which makes no line: bars are drawn instead."


def _pattern(curve: Curve, lines: Sequence[Curve]) -> str:
    """The pattern of a rival: the first publisher of an area has none."""
    rivals = [other.symbol for other in lines if other.code == curve.code]
    return PATTERNS[rivals.index(curve.symbol) % len(PATTERNS)]


def _bars(curve: Curve, axis: ValueAxis, hover: Hover, place: Mapping[str, int], pattern: str) -> Spec:
    rows = curve.rows
    spec: Spec = {
        "type": "bar", "name": curve.name, "meta": curve.code, "x": [place[period] for period in rows["period"]],
        "y": rows["value"] / axis.divisor, "marker": bar_marker(rows, curve.colour, pattern),
    } | hover.texts(rows, curve.name, divided=axis.heading)  # fmt: skip
    return spec | {"textposition": "none"} | interval(rows, axis, curve.colour, "y")


def _places(rows: Rows, periods: Sequence[str]) -> dict[str, int]:
    """Where each period stands, counted in periods: a silent year keeps its place; mixed ones follow each other."""
    frequencies = set(rows["frequency"])
    months = _MONTHS.get(next(iter(frequencies)), 0) if len(frequencies) == 1 else 0
    if not months:
        return {period: number for number, period in enumerate(periods)}
    last = dict(zip(rows["period"], rows["last"].astype("datetime64[M]").astype(int) // months, strict=True))
    return {period: int(last[period] - last[periods[0]]) for period in periods}


def _periods(place: Mapping[str, int], look: Look) -> Spec:
    most = _MOST_TICKS_NARROW if look.narrow else _MOST_TICKS
    reach = max(place.values(), default=0)
    every = max(1, -(-(reach + 1) // most))
    chosen = _round_years(place, every) or {
        period: where
        for period, where in place.items()
        if (reach - where) % every == 0  # the last has its mark
    }
    return {
        "type": "linear", "range": [-0.6, reach + 0.6], "showgrid": False, "zeroline": False,
        "fixedrange": True, "tickmode": "array", "tickvals": list(chosen.values()), "title": {"text": ""},
        "ticktext": [period_label(period) for period in chosen], "ticks": "outside", "ticklen": 4,
        "tickcolor": grey(look.ground), "tickfont": {"size": SMALL, "color": faint_ink(look.ground)}, "tickangle": 0,
        "showline": False,
    }  # fmt: skip


def _round_years(place: Mapping[str, int], every: int) -> dict[str, int]:
    """The years to mark where the periods are years: 1970, 1980 and not 1970, 1981; empty where they are not."""
    if every == 1 or not all(period.isdigit() for period in place):
        return {}
    step = next((step for step in _ROUND if step >= every), every)
    return {period: where for period, where in place.items() if int(period) % step == 0}
