"""Ranking: the values of one period as horizontal bars, the largest first."""

from __future__ import annotations

import numpy as np

from indicators.charts import messages
from indicators.charts.chart import DEFAULT_OPTIONS, Chart, ChartOptions
from indicators.charts.parts.bars import draw_horizontal_bars
from indicators.charts.parts.geography import is_on_map
from indicators.charts.parts.panel_rows import Rows, keep_drawable
from indicators.charts.parts.period_choice import explain_missing_areas, pick_period, select_period
from indicators.charts.style import DEFAULT_LOOK, Look
from indicators.model.panel import Panel


def draw_ranking_chart(panel: Panel, look: Look = DEFAULT_LOOK, options: ChartOptions = DEFAULT_OPTIONS) -> Chart:
    """Draw the values of one period in one unit, the largest first, or the smallest.

    The period is the last one well covered by actual values, unless the latest value of each area was asked for. Groups
    of countries are ranked only if chosen. Of more than thirty bars the first are drawn, or those at both ends, and
    all that were chosen.
    """
    drawn = keep_drawable(panel)
    rows = Rows.of(drawn.frame)
    rows = rows.take(np.array([code in look.order or is_on_map(code) for code in rows["code"]], dtype=bool))
    period = pick_period(rows)
    shown = rows if options.each else select_period(rows, period, rivals=True)
    sign = 1 if options.ends == "smallest" else -1
    ranking = shown.take(np.argsort(sign * shown["value"], kind="stable"))
    frame = drawn.frame
    visible = drawn.with_frame(frame[frame["period"].isin(shown["period"]) & frame["code"].isin(shown["code"])])
    remarks = explain_missing_areas(rows, shown, look.order, period)
    remarks += (messages.BARS_BEGIN_AT_ZERO,) if options.is_log else ()
    return draw_horizontal_bars(visible, ranking, look, remarks=remarks, each=options.each, ends=options.ends)
