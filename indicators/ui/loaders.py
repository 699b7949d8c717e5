"""Everything that is kept between reruns and users; nothing else in the dashboard caches.

What is kept belongs to one state of one store: after an import the store is opened again, and everything that was read
is dropped, with the panels, threads and engine of the old one. Who keeps figures private has a store of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import streamlit as st

from indicators.analysis.coverage import find_readable_start
from indicators.analysis.forecasts import ForecastOutcome, ForecastSeason, TrackRecord, score_forecasts
from indicators.analysis.forecasts.side_by_side import ForecastComparison
from indicators.analysis.pipeline import make_panel, make_whole_panel, split_request
from indicators.analysis.request import PanelRequest
from indicators.analysis.revision_history import RevisionHistory
from indicators.analysis.similar_countries import SimilarCountries, Similarity, find_similar_countries
from indicators.errors import IndicatorsError
from indicators.exchange import RateKind
from indicators.exports.pictures import Camera
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Measure
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import Coverage, Query, Store, open_store
from indicators.store.ages import Age, list_ages, list_last_updates
from indicators.ui.access import find_own_folder
from indicators.ui.messages.pages import NEW_FIGURES
from indicators.view import View, entries
from indicators.view.comparing import FigureTable, describe_country, tabulate_view
from indicators.view.describing import IndicatorDescription, describe_indicator
from indicators.view.forecasting import list_forecasts_of
from indicators.view.revising import list_revisions_of

if TYPE_CHECKING:
    from indicators.boards import Board
    from indicators.claims import Report
    from indicators.importing import ColumnMapping, Decision, FileOptions, Rehearsal

_Kept = TypeVar("_Kept")
_MOST_KEPT: Final = 1000
_LEAST_EDITIONS: Final = 10
_SEEN: Final = "store that the page shows"
_LOOK_EVERY: Final = "30s"
_OVER_TIME: Final = ("line", "bar", "area", "multiples")
_latest: Final[dict[Path | None, str]] = {}  # the key of the store last opened, by whose private folder is read too
_held: Final[ContextVar[Store | None]] = ContextVar("the store that is drawn from", default=None)


@contextmanager
def hold_store() -> Iterator[None]:
    """Draw from the store as it is now: one drawing never mixes two states, and its files are looked at only once.

    To be used below ``st.fragment``, around what draws and changes no dataset.
    """
    token = _held.set(get_store())
    try:
        yield
    finally:
        _held.reset(token)


def get_store() -> Store:
    """Return the store as it is now for the person at the page, opened once until something in it changes.

    All who keep nothing private use the same. Within `hold_store` it is the one held.
    """
    if (held := _held.get()) is not None:
        return held
    own = find_own_folder()
    store = open_store(private=own)
    if store.key != (before := _latest.get(own, "")):
        _latest[own] = store.key
        if before:
            _make_once.clear()
    return store


def watch_store() -> None:
    """Draw the page again when the store changes, also where nobody touches it; to be called in each whole run."""
    try:
        st.session_state[_SEEN] = get_store().key
    except IndicatorsError:  # the page says why
        return
    _look_at_store()


@st.fragment(run_every=_LOOK_EVERY)
def _look_at_store() -> None:
    with suppress(IndicatorsError):  # a store that can't be opened now may be there the next time
        if get_store().key != st.session_state.get(_SEEN):
            st.toast(NEW_FIGURES)
            st.rerun()


def get_catalogue() -> Catalogue:
    """Return the catalogue of the store."""
    return get_store().catalogue


@st.cache_resource(show_spinner=False)
def get_camera() -> Camera:
    """Return what draws charts as pictures; its browser starts with the first picture and serves all users."""
    return Camera()


def load_panel(query: Query) -> Panel:
    """Return the observations of a query, as published."""
    return load_figures(PanelRequest(query))


def load_figures(request: PanelRequest) -> Panel:
    """Return the figures of a request: panels of all time are kept, so that another year is no new calculation.

    Raises:
        IndicatorsError: The figures can't be calculated as asked.
    """
    return make_panel(request, get_store(), cache=_keep)


def load_whole_figures(request: PanelRequest) -> Panel:
    """Return the figures of a request for all time.

    Raises:
        IndicatorsError: The figures can't be calculated as asked.
    """
    return make_whole_panel(request, get_store(), cache=_keep)


def split_by_indicator(request: PanelRequest) -> tuple[PanelRequest, ...]:
    """Split a request into one for each indicator, as the charts of a page show them."""
    return split_request(request, get_store(), cache=_keep)


def load_default_time(view: View) -> TimeSpan:
    """Return the time shown where none is asked for: a chart of rates has only the years that are readable."""

    def find() -> TimeSpan:
        catalogue = get_catalogue()
        measures = {catalogue.find_indicator(id).measure for id in view.indicators}
        is_chart = view.tab == "chart" and view.chart in _OVER_TIME  # a table has all years
        if measures != {Measure.RATE} or not (is_chart and view.areas) or view.every_vintage:
            return TimeSpan()
        start = find_readable_start(load_panel(replace(view.query, areas=view.areas, time=TimeSpan())), view.areas)
        return TimeSpan() if start is None else TimeSpan(TimePeriod.of_year(start))

    return _keep(("default time", view.tab, view.chart, repr(view.query)), find)


def load_track_record(query: Query, outcome: ForecastOutcome, season: ForecastSeason) -> TrackRecord:
    """Return the forecasts of every edition among the figures of a query, with their outcomes."""
    span = query.time if query.time.only is None else TimeSpan()
    every = PanelRequest(replace(query, every_vintage=True, forecasts=True, time=TimeSpan()))
    key = ("record", repr(query), outcome, season)
    record = _keep(key, lambda: score_forecasts(load_figures(every), outcome=outcome, season=season, time=span))
    return replace(record, pairs=record.pairs.copy(deep=False))  # what is kept never changes


def load_shared_record(query: Query, outcome_by: str) -> TrackRecord:
    """Return the forecasts of all publishers among the figures of a query, scored on the outcomes of one of them."""
    every = PanelRequest(replace(query, every_vintage=True, forecasts=True, time=TimeSpan()))
    key = ("shared record", repr(query), outcome_by)
    record = _keep(key, lambda: score_forecasts(load_figures(every), outcome_by=outcome_by))
    return replace(record, pairs=record.pairs.copy(deep=False))


def load_forecasts(view: View, *, editions: int, naive: bool) -> ForecastComparison:
    """Return the forecasts of all publishers for a view, side by side.

    Raises:
        UsageError: The indicators of the view don't measure the same.
    """
    key = ("forecasts", view.address, editions, naive)
    return _keep(key, lambda: list_forecasts_of(view, get_store(), editions=editions, naive=naive))


def load_revision_history(view: View) -> RevisionHistory:
    """Return the figures of a view in every vintage."""
    return _keep(("revision history", view.address), lambda: list_revisions_of(view, get_store()))


def load_profile(area: str, among: str, dimensions: str = "") -> FigureTable:
    """Return the latest figure of every indicator for a country, ranked among a group, of the chosen series."""
    return _keep(
        ("profile", area, among, dimensions),
        lambda: describe_country(area, get_store(), among=among, dimensions=dimensions, cache=_keep),
    )


def load_comparison(view: View) -> FigureTable:
    """Return the table of the indicators and countries of a view.

    Raises:
        IndicatorsError: The figures can't be calculated as asked.
    """
    return _keep(("comparison", view.address), lambda: tabulate_view(view, get_store(), cache=_keep))


def build_board(board: Board, format: str, country: str, time: str) -> bytes:
    """Return a board as a file, made when it is asked for."""
    from indicators.exports.boards import make_board_figures, render_board
    from indicators.exports.links import find_public_url

    public = find_public_url()
    link = f"{public}/explore" if public else ""
    figures = make_board_figures(board, get_store(), country=country, time=time, link=link)
    return render_board(board, list(figures), format)


def load_report(dataset: str) -> Report:
    """Return the checks of a stored dataset."""
    from indicators.claims import check_dataset  # compiling its patterns takes 0.2 s, and few pages check anything

    return _keep(("report", dataset), lambda: check_dataset(dataset, get_store()))


def load_description(indicator: str) -> IndicatorDescription:
    """Return what there is to know about an indicator."""
    return _keep(("description", indicator), lambda: describe_indicator(indicator, get_store(), load_ages()))


def find_similar(area: str, by: Similarity) -> SimilarCountries:
    """Return the countries most similar to one."""
    return _keep(("similar", area, by), lambda: find_similar_countries(area, by, get_store()))


def list_vintages(indicators: tuple[str, ...]) -> tuple[str, ...]:
    """Return the publication dates of the indicators' data."""
    return _keep(("vintages", indicators), lambda: get_store().list_vintages(Query(indicators)))


def load_indicator_entries() -> dict[str, str]:
    """Return the entries of the list of indicators, with their labels."""
    return _keep(("indicator entries",), lambda: entries.list_indicator_entries(get_catalogue()))


def has_forecast_record(indicator: str) -> bool:
    """Return whether enough past forecasts of an indicator are stored for bands around new ones."""
    from indicators.analysis.forecasts.bands import load_errors

    def find() -> bool:
        store = get_store()
        if len(list_vintages((indicator,))) < _LEAST_EDITIONS:
            return False
        frequency = store.catalogue.find_indicator(indicator).frequency
        datasets = store.catalogue.find_datasets_with(indicator)
        records = (load_errors(store, Query((indicator,)), indicator, one.id, frequency) for one in datasets)
        return any(record is not None for record in records)

    return _keep(("forecast record", indicator), find)


def load_area_choices(indicators: tuple[str, ...], others: tuple[str, ...]) -> tuple[entries.AreaEntry, ...]:
    """Return the entries of countries and groups with data, and of others that are chosen.

    An entry of the members of a group has what stands for them in the place of a code.
    """

    def choose() -> tuple[entries.AreaEntry, ...]:
        covered = {"", *load_coverage(indicators).areas, *others}
        every = _keep(("area entries",), lambda: entries.list_area_entries(get_catalogue()))
        return tuple(one._replace(code=one.code or entry) for entry, one in every.items() if one.code in covered)

    return _keep(("area choices", indicators, others), choose)


def load_whole_area_choices() -> tuple[entries.AreaEntry, ...]:
    """Return the entries that stand for one country or group as a whole."""
    return _keep(("whole area choices",), lambda: entries.list_whole_entries(get_catalogue()))


def load_coverage(indicators: tuple[str, ...]) -> Coverage:
    """Return for which areas and years there are data."""
    return _keep(("coverage", indicators), lambda: get_store().read_coverage(indicators))


def load_file_decisions(path: Path, mapping: ColumnMapping, options: FileOptions) -> tuple[Decision, ...]:
    """Return what an import would decide about a file.

    Raises:
        IndicatorsError: The file can't be read, or leaves something open.
    """
    from indicators.importing import preview_decisions

    key = ("file decisions", str(path), path.stat().st_mtime_ns, repr(mapping), options)
    return _keep(key, lambda: preview_decisions(path, mapping, options))


def load_rehearsal(home: Path, path: Path, mapping: ColumnMapping, options: FileOptions) -> Rehearsal:
    """Return what an import of a file into a store would do.

    Raises:
        IndicatorsError: The file can't be read, or leaves something open.
    """
    from indicators.importing import rehearse_import

    key = ("rehearsal", str(home), str(path), path.stat().st_mtime_ns, repr(mapping), options)
    return _keep(key, lambda: rehearse_import(home, path, mapping, options))


def load_ages() -> dict[str, Age]:
    """Return when each indicator was last updated, and the year of its last actual value."""
    return _keep(("ages",), lambda: list_ages(get_store()))


def load_last_updates() -> dict[str, str]:
    """Return the day of the last update of each dataset."""
    return _keep(("last updates",), lambda: list_last_updates(get_store()))


def load_last_rate_day() -> str:
    """Return the last day with an exchange rate."""
    spans = get_store().rates.list_publishers("USD", RateKind.SPOT)
    return max((last for _, _, last in spans), default=date.today().isoformat())  # noqa: DTZ011  the user's day


def keep_made(key: tuple[Hashable, ...], make: Callable[[], _Kept]) -> _Kept:
    """Return what a page made of the figures for a key, such as a table; made once until the store changes."""
    return _keep(("made", *key), make)


def _keep(key: tuple[Hashable, ...], make: Callable[[], _Kept]) -> _Kept:
    """Return what was made for a key before, or make and keep it."""
    made: _Kept = _make_once((get_store().key, *key), make)
    return made


@st.cache_resource(show_spinner=False, max_entries=_MOST_KEPT)
def _make_once(key: tuple[Hashable, ...], _make: Callable[[], Any]) -> Any:  # noqa: ARG001  only the key decides
    return _make()
