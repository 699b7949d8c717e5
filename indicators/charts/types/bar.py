"""Bar chart: bars over time, side by side for each area; of a single period, horizontal bars.

Bars always start at zero, so they have no logarithmic axis. Forecasts are hatched, estimates are pale, and what
has one colour, such as the publishers of one area, has different patterns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from indicators.charts import messages
from indicators.charts.chart import DEFAULT_OPTIONS, Chart, ChartOptions, Fallback
from indicators.charts.parts.alt_text import describe_curves
from indicators.charts.parts.axes import make_value_axis
from indicators.charts.parts.bars import draw_bars, draw_horizontal_bars, explain_bar_fills, note_bar_fills
from indicators.charts.parts.curves import colour_areas, pick_patterns, prepare_curves
from indicators.charts.parts.hover import Hover
from indicators.charts.parts.legend import LegendEntry, place_legend_below
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.parts.period_choice import list_periods
from indicators.charts.parts.plot_layout import build_figure, make_plot_layout, note_no_data
from indicators.charts.parts.reference_lines import ReferenceLines
from indicators.charts.parts.timeline import label_period
from indicators.charts.style import (
    DEFAULT_LOOK,
    FOOT,
    SMALL,
    Look,
    Spec,
    list_bar_signs,
)
from indicators.model.panel import Panel
from indicators.model.periods import PERIOD_MONTHS

_MOST_CURVES, _MOST_BARS = 12, 360
_MOST_COMPARED: Final = 150  # bars of several series; more are two pixels wide
_MOST_TICKS, _MOST_TICKS_NARROW = 6, 4
_NEAR: Final = 0.06  # of an axis: years nearer than this to the newest are not named
_ROUND: Final = (2, 5, 10, 20, 25, 50, 100)


def find_bar_fallback(panel: Panel) -> Fallback | None:
    """Return small multiples for many periods of several series of one unit."""
    known = panel.frame[panel.frame["value"].notna()]
    areas = known[["code", "indicator"]].drop_duplicates()
    if len(known) <= _MOST_COMPARED or areas["code"].nunique() < 2 or known["period"].nunique() < 2:
        return None
    return Fallback("multiples", (messages.MANY_BARS.format(bars=len(known)),), panel)


def draw_bar_chart(panel: Panel, look: Look = DEFAULT_LOOK, options: ChartOptions = DEFAULT_OPTIONS) -> Chart:
    """Draw the values of a panel in one unit as bars."""
    drawn, rows, found = prepare_curves(panel, look)
    periods = list_periods(rows)
    remarks: tuple[str, ...] = (messages.BARS_BEGIN_AT_ZERO,) if options.is_log else ()
    if len(periods) == 1:
        chosen = list(colour_areas(rows, look))
        order = sorted(range(len(rows)), key=lambda place: chosen.index(str(rows["code"][place])))
        return draw_horizontal_bars(drawn, rows.take(order), look, remarks=remarks)
    lines = found[: max(1, min(_MOST_CURVES, _MOST_BARS // max(1, len(periods))))]
    if len(lines) < len(found):
        remarks += (messages.TOO_MANY.format(shown=len(lines), all=len(found)),)
        drawn = drawn.with_frame(drawn.frame[drawn.frame["code"].isin({curve.code for curve in lines})])
    wanted = ReferenceLines.of(drawn, look)
    axis = make_value_axis(drawn, "linear", locale=look.locale, from_zero=True, besides=wanted.get_values())
    hover = Hover.of(drawn, look.locale)
    place = _place_periods(rows, periods)
    patterns = pick_patterns(lines)
    traces = [
        draw_bars(curve, [place[period] for period in curve.rows["period"]], axis, hover, pattern)
        for curve, pattern in zip(lines, patterns, strict=True)
    ]
    entries = [
        LegendEntry(
            curve.name, axis.format_short(curve.end), curve.colour, list_bar_signs(curve.rows["status"], pattern)
        )
        for curve, pattern in zip(lines, patterns, strict=True)
    ]
    legend = place_legend_below([*entries, *wanted.make_entries(axis)], look, offset=FOOT)
    layout = make_plot_layout(look, axis, _make_period_axis(place, look), legend)
    layout |= {"barmode": "group", "bargap": 0.25, "bargroupgap": 0.06}
    layout["yaxis"]["zeroline"] = True
    layout["shapes"] += wanted.draw_across(axis)
    layout["annotations"] += note_bar_fills(rows, look) + ([] if lines else [note_no_data(look)])
    seen = (*describe_curves(lines, look.locale), *wanted.sentences)
    return Chart(build_figure(traces, layout), drawn, seen, remarks + explain_bar_fills(rows, look))


def _place_periods(rows: Rows, periods: Sequence[str]) -> dict[str, int]:
    """Where each period is, counted in periods: a year without values keeps its place; mixed ones follow each other."""
    frequencies = set(rows["frequency"])
    months = PERIOD_MONTHS.get(next(iter(frequencies)), 0) if len(frequencies) == 1 else 0
    if not months:
        return {period: number for number, period in enumerate(periods)}
    last = dict(zip(rows["period"], rows["last"].astype("datetime64[M]").astype(int) // months, strict=True))
    return {period: int(last[period] - last[periods[0]]) for period in periods}


def _make_period_axis(place: Mapping[str, int], look: Look) -> Spec:
    most = _MOST_TICKS_NARROW if look.narrow else _MOST_TICKS
    reach = max(place.values(), default=0)
    every = max(1, -(-(reach + 1) // most))
    round_years = _pick_round_years(place, every)
    far = [period for period in round_years if reach - place[period] > _NEAR * reach]
    even = [period for period, where in place.items() if (reach - where) % every == 0 and not round_years]
    newest = [period for period, where in place.items() if where == reach]  # it has a tick always
    chosen = {period: place[period] for period in dict.fromkeys([*far, *even, *newest])}
    return {
        "type": "linear", "range": [-0.6, reach + 0.6], "showgrid": False, "zeroline": False,
        "fixedrange": True, "tickmode": "array", "tickvals": list(chosen.values()), "title": {"text": ""},
        "ticktext": [label_period(period) for period in chosen], "ticks": "outside", "ticklen": 4,
        "tickcolor": look.theme.grey, "tickfont": {"size": SMALL, "color": look.theme.faint_ink}, "tickangle": 0,
        "showline": False,
    }  # fmt: skip


def _pick_round_years(place: Mapping[str, int], every: int) -> list[str]:
    """The years with ticks: 1970 and 1980, not 1970 and 1981; empty where periods are not years."""
    if every == 1 or not all(period.isdigit() for period in place):
        return []
    step = next((step for step in _ROUND if step >= every), every)
    return [period for period in place if int(period) % step == 0]
