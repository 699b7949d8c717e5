"""Everything that is kept between reruns and readers; nothing else in the screens caches."""

from __future__ import annotations

import streamlit as st

from indicators.catalogue import Catalogue
from indicators.panel import Panel
from indicators.store import Coverage, Query, Store, embedded_store

__all__ = ["catalogue", "coverage", "panel", "store"]

_PANELS_KEPT = 200


@st.cache_resource(show_spinner="Opening the figures")
def store() -> Store:
    """The store, opened once for all readers."""
    return embedded_store()


def catalogue() -> Catalogue:
    """What there is in the store."""
    return store().catalogue


@st.cache_resource(show_spinner=False, max_entries=_PANELS_KEPT)
def panel(query: Query) -> Panel:
    """The observations asked for; a panel is frozen, so readers may share it."""
    return store().panel(query)


@st.cache_resource(show_spinner=False, max_entries=_PANELS_KEPT)
def coverage(indicators: tuple[str, ...]) -> Coverage:
    """For which areas and years there are figures."""
    return store().coverage(indicators)
