"""Explore: what, where, when and as what, with the chart, the map, the table and the sources of it."""

import streamlit as st

from indicators.ui import loaders, state
from indicators.ui.components import controls
from indicators.ui.components.exploration import explored
from indicators.ui.components.text import escaped

view, ignored = state.read_view(loaders.catalogue())
for sentence in ignored:
    st.warning(escaped(sentence))
explored(controls.with_defaults(view))
