"""Explore: what, where, when and as what, with the chart, the map, the table and the sources of it."""

from indicators.ui import loaders, state
from indicators.ui.components import controls
from indicators.ui.components.exploration import explored
from indicators.ui.components.warning_box import warn

view, ignored = state.read_view(loaders.catalogue())
warn(ignored)
explored(controls.with_defaults(view))
