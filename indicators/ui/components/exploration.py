"""Explore: the chart, map, table or sources of a view, why it can't be shown, and what is below it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.analysis.forecasts import has_editions
from indicators.analysis.request import PanelRequest
from indicators.charts.choice import find_refusal, split_into_charts
from indicators.charts.guards import Offer, make_refusal
from indicators.errors import IndicatorsError
from indicators.exchange.monetary import has_monetary_figures
from indicators.model.formatting import join_names
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan
from indicators.ui import loaders, state
from indicators.ui.components import controls, figure
from indicators.ui.components.below_chart import note_coverage, note_scenario, show_details, show_notes
from indicators.ui.components.credits import show_embed_credit, show_sources
from indicators.ui.components.elements import escape_markdown, warn
from indicators.ui.components.exchange_rates import describe_conversion
from indicators.ui.components.export_bar import show_export_bar
from indicators.ui.components.offers import REDRAW, show_empty, show_refusal
from indicators.ui.components.value_table import show_table
from indicators.ui.messages import exploration as messages
from indicators.ui.messages.pages import PAGE_TITLES
from indicators.view import View

_MOST_CHARTS: Final = 6
_MOST_COLOURED: Final = 8  # areas that a chart shows in colours of their own
_MOST_PILLS: Final = 60
_WITH_OPTIONS: Final = ("area", "ranking", "multiples")  # types that More options has something for
_SIDEBAR: Final = "state of the sidebar"
_MAIN: Final = "what is shown"
_HEAD: Final = "what to look at"


def show_exploration(view: View) -> None:
    """Show the page, with the controls of its indicators in the sidebar."""
    st.session_state[_SIDEBAR] = _describe_sidebar(view)
    _show_main(st.container() if view.embed else _show_head())  # before the sidebar, so that the chart need not wait
    if not view.embed:
        with st.sidebar:
            _show_sidebar(view)


def _show_sidebar(view: View) -> None:
    coverage = loaders.load_coverage(view.indicators)
    published = _published(view)
    controls.pick_indicators()
    controls.pick_areas(view, coverage, redraws=_MAIN)
    controls.pick_series(view)
    if not published.is_empty:
        controls.pick_transform(view, published, coverage)
        if has_monetary_figures(published):
            controls.pick_money(view, published)
    opened = st.expander(messages.MORE_OPTIONS, key="more", on_change="rerun")
    if opened.open:
        with opened:
            if not published.is_empty:
                controls.pick_averages(view, published)
            controls.pick_display(view, published)


def _describe_sidebar(view: View) -> tuple[object, ...]:
    """Return what decides which controls are in the sidebar."""
    published = _published(view)
    frequencies = frozenset(published.frame["frequency"].unique())
    is_money = has_monetary_figures(published)
    is_open = bool(st.session_state.get("more"))
    return (
        frequencies, is_money, is_money and controls.offers_rate(view, published),
        is_open and (view.chart in _WITH_OPTIONS and view.chart, has_editions(published)),
    )  # fmt: skip


def _show_head() -> DeltaGenerator:
    """Show what to look at on the right, and return the place of the title on the left."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="head"):
        title = st.container(width="stretch")
        with st.container(width="content"):
            _show_choice()
    return title


@st.fragment(key=_HEAD)
def _show_choice() -> None:
    view = controls.get_current_view()
    redraws = (_HEAD, _MAIN)
    with st.container(horizontal=True, width="content", vertical_alignment="bottom"):
        controls.pick_tab(view, redraws)
        if view.tab == "chart":
            controls.pick_chart(view, redraws)
        if not state.is_phone():  # which has no keyboard
            controls.show_table_toggle(view, redraws)


@st.fragment(key=_MAIN)
@loaders.hold_store()
def _show_main(title: DeltaGenerator) -> None:
    """Show the charts with their years; a choice there, or of countries, redraws only this, not what is around it."""
    view = controls.get_current_view()
    redraw = st.session_state.pop(REDRAW, False)
    if redraw or st.session_state.get(_SIDEBAR) != _describe_sidebar(view):
        st.rerun()
    notices = state.take_notices()
    for sentence in (sentence for sentence, is_news in notices if is_news):
        st.toast(escape_markdown(sentence))
    warn([sentence for sentence, is_news in notices if not is_news])
    lacks_areas = not view.areas and view.tab != "map" and not view.is_scatter
    if not view.indicators or lacks_areas:
        title.markdown(f"# {PAGE_TITLES['explore']}")
        st.info(messages.CHOOSE_COUNTRY if view.indicators else messages.CHOOSE_INDICATOR)
        return
    _show_parts(view, title)


def _show_parts(view: View, title: DeltaGenerator) -> None:
    _show_hints(view)
    panels, kept = {}, set()
    for request in loaders.split_by_indicator(_limit(view).request):
        id = request.query.indicators[0]
        kept |= {id} if request.stays_published else set()
        try:
            panels[id] = loaders.load_figures(request)
        except IndicatorsError as error:  # what one indicator can't give is refused for all
            refusal = make_refusal(error, view)
            offers = (*refusal.offers, *_leave_out((id,), view))
            show_refusal(refusal.sentence, offers, view, "~".join(view.indicators))
            controls.pick_time(view, loaders.load_coverage(view.indicators))
            return
    parts = split_into_charts(_limit(view), panels)
    titled = [part.with_(title="") if number else part for number, part in enumerate(parts)]  # it belongs to one chart
    for number, part in enumerate(titled):
        if number:
            st.divider()
        request = replace(part.request, stays_published=kept.issuperset(part.indicators))
        _show(part, request, loaders.load_figures(request), title=None if number else title)
    shown = len({id for part in parts for id in part.indicators})
    if shown < len(view.indicators):
        st.info(messages.CHARTS_LEFT_OUT.format(shown=shown, count=len(view.indicators)))


def _leave_out(indicators: tuple[str, ...], view: View) -> list[Offer]:
    """Offer the view without an indicator, where there are others."""
    others = tuple(id for id in view.indicators if id not in indicators)
    name = join_names([loaders.get_catalogue().find_indicator(id).name for id in indicators])
    return [Offer(messages.WITHOUT_INDICATOR.format(name=name), view.with_(indicators=others))] if others else []


def _limit(view: View) -> View:
    return view.with_(indicators=view.indicators[:_MOST_CHARTS])


def _show_hints(view: View) -> None:
    """Hint at how to get a stack of the indicators."""
    if view.tab != "chart" or view.chart != "area" or view.embed or min(len(view.areas), len(view.indicators)) < 2:
        return
    st.caption(messages.STACKED_BY_COUNTRY)


def _show(view: View, request: PanelRequest, panel: Panel, *, title: DeltaGenerator | None) -> None:
    """Show one chart or table with what belongs to it; ``title`` is the place of the page's title."""
    key = "~".join((*view.indicators, *(view.areas if view.every_vintage else ())))
    refusal = find_refusal(view, panel, loaders.get_catalogue())
    is_main = title is not None
    actions = partial(_show_actions, view, panel, key=key, is_main=is_main, drawn=refusal is None)
    remarks: tuple[str, ...] = ()
    if panel.is_empty or refusal is not None or view.tab in ("table", "sources"):
        figure.show_heading(panel, view, place=title)
    if panel.is_empty:
        show_empty(view, request, panel, key)
        actions()
    elif refusal is not None:
        show_refusal(refusal.sentence, refusal.offers, view, key)
        actions()
    elif view.tab == "table":
        show_table(panel, key="table", order=view.areas, locale=view.locale)
        actions()
    elif view.tab == "sources":
        figure.show_notes(panel)
        show_sources(panel.sources)
    else:
        if is_main and not view.embed:
            _show_highlight(panel, view)
        drawing = figure.show_chart(
            panel, view, key=f"{view.tab} {key}", headed=True, place=title, below=actions,
            chosen=None if view.is_locked else _add_country,
        )  # fmt: skip
        remarks = drawing.remarks
    if view.embed:
        show_notes(remarks, key)
        show_embed_credit(panel, view)
    elif not panel.is_empty:
        gaps = note_coverage(view, request, panel) if view.tab not in ("map", "sources") else ()
        show_notes((*note_scenario(panel), *remarks, *gaps, *describe_conversion(panel)), key)
        show_details(view, request, panel, key)


def _show_highlight(panel: Panel, view: View) -> None:
    """Show which areas to highlight, where there are more than colours."""
    areas = [code for code in view.areas if code in set(panel.frame["code"])]
    if view.tab == "chart" and _MOST_COLOURED < len(areas) <= _MOST_PILLS:
        controls.pick_highlight(controls.get_current_view(), areas)


def _show_actions(view: View, panel: Panel, year: int | None = None, *, key: str, is_main: bool, drawn: bool) -> None:
    """Show the years and the downloads in one row; ``year`` is the one that a chart of one period shows."""
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"actions {key}"):
        if is_main and not view.embed:
            page = controls.get_current_view()
            controls.pick_time(page, loaders.load_coverage(page.indicators), year=year)
        if not view.embed and drawn and not panel.is_empty:
            show_export_bar(panel, view, key=key, drawn=view.tab in ("chart", "map"))


def _published(view: View) -> Panel:
    """The figures of all time as published, of the countries shown."""
    return loaders.load_panel(_limit(view).with_(time=TimeSpan(), tab="chart").query)


def _add_country(event: Any) -> None:
    """Add a country that was clicked on the map."""
    catalogue = loaders.get_catalogue()
    view = controls.get_current_view()
    codes = [str(point.get("location") or point.get("customdata") or "") for point in event["selection"]["points"]]
    new = [code for code in codes if code in catalogue.areas.by_code and code not in view.areas]
    if new:
        state.change_view(view, areas=(*view.areas, *new))
        names = join_names([catalogue.areas.by_code[code].name for code in new])
        state.notify(messages.COUNTRY_ADDED.format(names=names), is_news=True)
        st.session_state[REDRAW] = True
