"""Explore: what, where, when and as what, beside the chart, the map, the table and the sources of it."""

import streamlit as st

from indicators.ui import loaders, state
from indicators.ui.components import controls
from indicators.ui.components.exploration import beside, exploration
from indicators.ui.components.text import escaped

view, ignored = state.read_view(loaders.catalogue())
for sentence in (*ignored, *state.said()):
    st.warning(escaped(sentence))
exploration()  # before the controls: the chart need not wait for them
if not view.embed:
    with st.sidebar:
        beside(controls.with_defaults(view))
