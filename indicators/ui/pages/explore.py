"""Explore: a chart, map or table of the indicators, countries and years that are chosen."""

from indicators.ui import loaders, state
from indicators.ui.components import controls
from indicators.ui.components.exploration import show_exploration
from indicators.ui.components.offers import show_ignored

view, ignored = state.read_view(loaders.get_catalogue())
show_ignored(ignored)
show_exploration(controls.fill_defaults(view))
