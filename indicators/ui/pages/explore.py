"""Explore: what, where, when and as what, with the chart, the map, the table and the sources of it."""

from indicators.ui import loaders, state
from indicators.ui.components import controls
from indicators.ui.components.basics import warn
from indicators.ui.components.exploration import show_exploration

view, ignored = state.read_view(loaders.catalogue())
warn(ignored)
show_exploration(controls.fill_defaults(view))
