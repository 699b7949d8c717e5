"""The controls of Explore. Each shows what the address says and, when changed, changes the address."""

from indicators.ui.components.controls.defaults import current_view, with_defaults
from indicators.ui.components.controls.derivations import pick_averages, pick_derivation
from indicators.ui.components.controls.display import pick_chart, pick_display, pick_tab, table_and_back
from indicators.ui.components.controls.money import has_rate, money_of_one_chart, pick_money
from indicators.ui.components.controls.time import pick_time
from indicators.ui.components.controls.what import pick_indicators
from indicators.ui.components.controls.where import pick_areas

__all__ = [
    "current_view",
    "has_rate",
    "money_of_one_chart",
    "pick_areas",
    "pick_averages",
    "pick_chart",
    "pick_derivation",
    "pick_display",
    "pick_indicators",
    "pick_money",
    "pick_tab",
    "pick_time",
    "table_and_back",
    "with_defaults",
]
