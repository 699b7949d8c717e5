"""The chart types. A new one is a module in `types`, an entry here, a name in `indicators.view.fields`, and a test."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from indicators.charts.chart import ChartEntry, fall_back_to_bars
from indicators.charts.guards.comparing import (
    refuse_different_units,
    refuse_groups_on_map,
    refuse_mixed_prices,
    refuse_own_currencies,
    refuse_pairs_on_map,
    refuse_same_colours,
    refuse_several_on_map,
    refuse_several_series,
    refuse_single_period,
)
from indicators.charts.guards.scattering import (
    refuse_forecast_against_actual,
    refuse_missing_axis,
    refuse_single_indicator,
)
from indicators.charts.guards.settings import refuse_editions, refuse_logarithm, refuse_nothing_left
from indicators.charts.guards.stacking import refuse_stack
from indicators.charts.types.area import draw_area_chart, find_area_fallback
from indicators.charts.types.bar import draw_bar_chart, find_bar_fallback
from indicators.charts.types.line import draw_line_chart, find_line_fallback
from indicators.charts.types.map import draw_map
from indicators.charts.types.ranking import draw_ranking_chart
from indicators.charts.types.scatter import draw_scatter_plot, find_scatter_fallback
from indicators.charts.types.slope import draw_slope_chart
from indicators.charts.types.small_multiples import draw_small_multiples, find_small_multiples_fallback

_LENGTHS: Final = (refuse_mixed_prices, refuse_own_currencies, refuse_different_units)
_LAST: Final = (refuse_logarithm, refuse_nothing_left)

MAP_TYPE: Final = ChartEntry(
    "map", "Map", draw_map,
    guards=(
        refuse_editions, refuse_groups_on_map, refuse_pairs_on_map, refuse_own_currencies, refuse_mixed_prices,
        refuse_several_on_map, refuse_several_series, refuse_nothing_left,
    ),
    shows_one_period=True, has_reference_lines=False,
)  # fmt: skip
"""The map, which has its own tab in a view."""

CHART_TYPES: Final[Mapping[str, ChartEntry]] = {
    entry.id: entry
    for entry in (
        ChartEntry(
            "line", "Line chart", draw_line_chart, find_fallback=find_line_fallback, has_time_marks=True,
            guards=(refuse_mixed_prices, *_LAST),
        ),
        ChartEntry(
            "bar", "Bar chart", draw_bar_chart, find_fallback=find_bar_fallback,
            guards=(refuse_editions, *_LENGTHS, refuse_same_colours, *_LAST),
        ),
        ChartEntry(
            "ranking", "Ranking", draw_ranking_chart, shows_one_period=True,
            guards=(refuse_editions, *_LENGTHS, *_LAST),
        ),
        ChartEntry(
            "area", "Stacked area", draw_area_chart, find_fallback=find_area_fallback,
            has_reference_lines=False, has_time_marks=True,
            guards=(refuse_editions, refuse_stack, *_LAST),
        ),
        ChartEntry(
            "slope", "Slope chart", draw_slope_chart, find_fallback=fall_back_to_bars,
            shows_one_period=True,
            guards=(refuse_editions, refuse_single_period, *_LENGTHS, *_LAST),
        ),
        ChartEntry(
            "scatter", "Scatter plot", draw_scatter_plot, find_fallback=find_scatter_fallback,
            shows_one_period=True, has_reference_lines=False,
            guards=(
                refuse_editions, refuse_single_indicator, refuse_missing_axis, refuse_forecast_against_actual,
                refuse_mixed_prices, refuse_several_series, *_LAST,
            ),
        ),
        ChartEntry(
            "multiples", "Small multiples", draw_small_multiples, find_fallback=find_small_multiples_fallback,
            guards=(refuse_editions, refuse_mixed_prices, *_LAST),
        ),
    )
}  # fmt: skip
"""The chart types of a view by their names, in the order in which users see them."""
