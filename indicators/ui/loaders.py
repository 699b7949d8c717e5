"""Everything that is kept between reruns and readers; nothing else in the screens caches.

What is kept belongs to one state of the store: when a dataset is imported, the store is opened anew, and with it
everything that was read from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from indicators.analysis.forecasts import ForecastOutcome, TrackRecord, score_forecasts
from indicators.analysis.pipeline import PanelRequest, make_panel, make_whole_panel, split_request
from indicators.analysis.similar_countries import SimilarCountries, Similarity, find_similar_countries
from indicators.exchange import RateKind
from indicators.exports.pictures import Camera
from indicators.model.catalogue import Catalogue
from indicators.model.panel import Panel
from indicators.store import Coverage, Query, Store, open_store

if TYPE_CHECKING:
    from indicators.claims import Report

__all__ = [
    "camera", "catalogue", "coverage", "dataset_report", "figures", "last_rate_day", "panel", "record",
    "similar", "store", "vintages",
]  # fmt: skip

_PANELS_KEPT = 200
# Plain data by how it is written: Streamlit would take a data class apart field by field, a millisecond each time.
_BY_KEY: dict[str | type[Any], Callable[[Any], Any]] = {
    Store: lambda store: store.key, Query: repr,
}  # fmt: skip


def store() -> Store:
    """The store as it is now, opened once for all readers until something in it changes."""
    return open_store()


def catalogue() -> Catalogue:
    """What there is in the store."""
    return store().catalogue


def panel(query: Query) -> Panel:
    """Return the observations of a query, as published."""
    return figures(PanelRequest(query))


def figures(request: PanelRequest) -> Panel:
    """Return the figures of a request: panels of all time are kept, so that another year is no new calculation.

    Raises:
        IndicatorsError: There are no such figures; it says why.
    """
    return make_panel(request, store(), cache=_keep)


def whole_figures(request: PanelRequest) -> Panel:
    """Return the figures of a request for all time.

    Raises:
        IndicatorsError: There are no such figures; it says why.
    """
    return make_whole_panel(request, store(), cache=_keep)


def split(request: PanelRequest) -> tuple[PanelRequest, ...]:
    """Split a request into one for each indicator, as the charts of a page show them."""
    return split_request(request, store(), cache=_keep)


def record(query: Query, outcome: ForecastOutcome) -> TrackRecord:
    """The forecasts among the figures asked for, of every edition, held against what came."""
    record = _record(store(), query, outcome)
    return replace(record, pairs=record.pairs.copy(deep=False))  # what is kept never changes


def similar(area: str, by: Similarity) -> SimilarCountries:
    """The countries most like one."""
    return _similar(store(), area, by)


def vintages(indicators: tuple[str, ...]) -> tuple[str, ...]:
    """The days from which figures were known."""
    return _vintages(store(), indicators)


def coverage(indicators: tuple[str, ...]) -> Coverage:
    """For which areas and years there are figures."""
    return _coverage(store(), indicators)


@st.cache_resource(show_spinner=False)
def camera() -> Camera:
    """What takes pictures of charts; its browser starts with the first picture and serves all readers."""
    return Camera()


def dataset_report(name: str) -> Report:
    """What the checks say of the figures of a stored dataset, which all readers share."""
    return _dataset_report(store(), name)


def last_rate_day() -> str:
    """The last day of which there is a rate."""
    spans = store().rates.list_publishers("USD", RateKind.SPOT)
    return max((last for _, _, last in spans), default=date.today().isoformat())  # noqa: DTZ011  the reader's day


def _keep(key: tuple[str, ...], make: Callable[[], Panel]) -> Panel:
    return _kept((store().key, *key), make)


@st.cache_resource(show_spinner=False, max_entries=3 * _PANELS_KEPT)  # as published, in the money asked for, finished
def _kept(key: tuple[str, ...], _make: Callable[[], Panel]) -> Panel:  # noqa: ARG001  only the key decides
    return _make()


@st.cache_resource(show_spinner=False, max_entries=_PANELS_KEPT, hash_funcs=_BY_KEY)
def _similar(store: Store, area: str, by: Similarity) -> SimilarCountries:
    return find_similar_countries(area, by, store)


@st.cache_resource(show_spinner=False, max_entries=_PANELS_KEPT, hash_funcs=_BY_KEY)
def _coverage(store: Store, indicators: tuple[str, ...]) -> Coverage:
    return store.read_coverage(indicators)


@st.cache_resource(show_spinner=False, max_entries=_PANELS_KEPT, hash_funcs=_BY_KEY)
def _record(store: Store, query: Query, outcome: ForecastOutcome) -> TrackRecord:
    every = PanelRequest(replace(query, every_vintage=True, forecasts=True))
    return score_forecasts(make_panel(every, store, cache=_keep), outcome=outcome)


@st.cache_resource(show_spinner=False, max_entries=_PANELS_KEPT, hash_funcs=_BY_KEY)
def _vintages(store: Store, indicators: tuple[str, ...]) -> tuple[str, ...]:
    return store.list_vintages(Query(indicators))


@st.cache_resource(show_spinner=False, max_entries=_PANELS_KEPT, hash_funcs=_BY_KEY)
def _dataset_report(store: Store, name: str) -> Report:
    from indicators.claims import check_dataset  # its patterns are compiled for 0.2 s, and few pages check anything

    return check_dataset(name, store)
