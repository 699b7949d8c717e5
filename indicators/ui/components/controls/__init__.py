"""The controls of Explore: each shows a field of the address and, when changed, changes the address."""

from indicators.ui.components.controls.binding import fill_defaults, get_current_view
from indicators.ui.components.controls.display import (
    pick_chart,
    pick_display,
    pick_highlight,
    pick_tab,
    show_table_toggle,
)
from indicators.ui.components.controls.money import offers_rate, pick_chart_money, pick_money
from indicators.ui.components.controls.series import pick_series
from indicators.ui.components.controls.time import pick_time
from indicators.ui.components.controls.transforms import pick_averages, pick_transform
from indicators.ui.components.controls.what import pick_indicators
from indicators.ui.components.controls.where import pick_areas

__all__ = [
    "fill_defaults",
    "get_current_view",
    "offers_rate",
    "pick_areas",
    "pick_averages",
    "pick_chart",
    "pick_chart_money",
    "pick_display",
    "pick_highlight",
    "pick_indicators",
    "pick_money",
    "pick_series",
    "pick_tab",
    "pick_time",
    "pick_transform",
    "show_table_toggle",
]
