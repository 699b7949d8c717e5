"""Everything that is kept between reruns and readers; nothing else in the screens caches."""

from __future__ import annotations

from datetime import date

import streamlit as st

from indicators.catalogue import Catalogue
from indicators.exchange import RateKind
from indicators.panel import Panel
from indicators.restatement import Terms, restated
from indicators.store import Coverage, Query, Store, embedded_store

__all__ = ["catalogue", "coverage", "last_rate_day", "panel", "restated_panel", "store"]

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


def last_rate_day() -> str:
    """The last day of which there is a rate."""
    spans = store().rates.priced("USD", RateKind.SPOT)
    return max((last for _, _, last in spans), default=date.today().isoformat())  # noqa: DTZ011  the reader's day


@st.cache_resource(show_spinner=False, max_entries=_PANELS_KEPT)
def restated_panel(query: Query, terms: Terms) -> Panel:
    """The observations asked for, on a reader's terms.

    Raises:
        IndicatorsError: They cannot be had on these terms; it says why.
    """
    return restated(panel(query), terms, store())


@st.cache_resource(show_spinner=False, max_entries=_PANELS_KEPT)
def coverage(indicators: tuple[str, ...]) -> Coverage:
    """For which areas and years there are figures."""
    return store().coverage(indicators)
