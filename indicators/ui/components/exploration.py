"""Explore: the chart, map, table or sources of a view, why it can't be shown, and what is below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

import streamlit as st

from indicators.analysis.coverage import find_gaps, find_short_series, find_year_range
from indicators.analysis.forecasts import has_editions
from indicators.analysis.request import PanelRequest
from indicators.charts.choice import find_refusal, get_chart_type
from indicators.charts.guards import Offer, Refusal, make_refusal
from indicators.errors import IndicatorsError
from indicators.exchange.monetary import has_monetary_figures
from indicators.model.formatting import join_names
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.ui import loaders, state
from indicators.ui.components import controls, figure
from indicators.ui.components.credits import show_embed_credit, show_sources
from indicators.ui.components.elements import escape_markdown, show_expander, warn
from indicators.ui.components.exchange_rates import show_conversion, show_other_rules
from indicators.ui.components.export_bar import show_export_bar
from indicators.ui.components.revisions import show_revisions
from indicators.ui.components.track_record import show_track_record
from indicators.ui.messages import exploration as messages
from indicators.view import View
from indicators.view.explain_empty import explain_empty

__all__ = ["show_exploration"]

_MOST_CHARTS: Final = 6
_IN_ONE_CHART: Final = 3
_MOST_OFFERED: Final = 4
_FEW: Final = 3  # countries, as on a fresh page
_SPLIT: Final = ("indicators", "areas")  # fields of which one chart may show a part
_REDRAW: Final = "redraw the whole page"
_SIDEBAR: Final = "state of the sidebar"


def show_exploration(view: View) -> None:
    """Show the page, with the controls of its indicators in the sidebar."""
    st.session_state[_SIDEBAR] = _describe_sidebar(view)
    _show_main()  # before the controls, so that the chart need not wait for them
    if not view.embed:
        with st.sidebar:
            _show_sidebar(view)


def _show_sidebar(view: View) -> None:
    coverage = loaders.load_coverage(view.indicators)
    published = _published(view)
    controls.pick_indicators(view)
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
    return frequencies, is_money, is_money and controls.offers_rate(view, published), view.chart in ("area", "ranking")


@st.fragment
def _show_main() -> None:
    """Show where and when with the charts; a choice there redraws only this, and not the sidebar."""
    view = controls.get_current_view()
    redraw = st.session_state.pop(_REDRAW, False)
    if redraw or st.session_state.get(_SIDEBAR) != _describe_sidebar(view):
        st.rerun()
    notices = state.take_notices()
    for sentence in (sentence for sentence, is_news in notices if is_news):
        st.toast(escape_markdown(sentence))
    warn([sentence for sentence, is_news in notices if not is_news])
    if not view.indicators:
        st.info(messages.CHOOSE_INDICATOR)
        return
    if view.embed:
        _show_parts(view)
        return
    if state.is_narrow():
        _show_parts(view)
        _show_where_and_when(view)
        return
    above = st.container()
    _show_parts(view)  # first, for the same reason
    with above:
        _show_where_and_when(view)


def _show_where_and_when(view: View) -> None:
    coverage = loaders.load_coverage(view.indicators)
    where, when = st.columns([3, 2], gap="medium")
    with where:
        controls.pick_areas(view, coverage)
    with when:
        controls.pick_time(view, coverage)


def _show_parts(view: View) -> None:
    if not view.areas and view.tab != "map" and not view.is_scatter:
        st.info(messages.CHOOSE_COUNTRY)
        return
    if not view.embed:
        with st.container(horizontal=True, vertical_alignment="center"):
            controls.pick_tab(view)
            if view.tab == "chart":
                controls.pick_chart(view)
            if not state.is_phone():  # which has no keyboard
                controls.show_table_toggle(view)
    _show_hints(view)
    parts = list(_parts(view))
    requests = {request.query.indicators: request for request in loaders.split_by_indicator(_limit(view).request)}
    made = []
    for part in parts:
        try:
            made.append(_make(part, requests))
        except IndicatorsError as error:  # what one indicator can't give is refused for all
            refusal = make_refusal(error, view)
            refusal = replace(refusal, offers=(*refusal.offers, *_leave_out(part.indicators, view)))
            _show_refusal(refusal, view, "~".join(view.indicators))
            return
    for number, (part, request, panel) in enumerate(made):
        if number:
            st.divider()
        _show(part, request, panel, is_main=not number)
    shown = sum(len(part.indicators) for part in parts)
    if shown < len(view.indicators):
        st.info(messages.CHARTS_LEFT_OUT.format(shown=shown, count=len(view.indicators)))


def _leave_out(indicators: tuple[str, ...], view: View) -> list[Offer]:
    """Offer the view without an indicator, where there are others."""
    others = tuple(id for id in view.indicators if id not in indicators)
    name = join_names([loaders.get_catalogue().find_indicator(id).name for id in indicators])
    return [Offer(messages.WITHOUT_INDICATOR.format(name=name), view.with_(indicators=others))] if others else []


def _limit(view: View) -> View:
    return view.with_(indicators=view.indicators[:_MOST_CHARTS])


def _make(part: View, requests: Mapping[tuple[str, ...], PanelRequest]) -> tuple[View, PanelRequest, Panel]:
    """A chart's view, with the request and the panel behind it, which are parts of those of the page."""
    request = requests.get(part.indicators, part.request)
    request = replace(request, query=replace(request.query, areas=part.query.areas))
    return part, request, loaders.load_figures(request)


def _parts(view: View) -> Iterator[View]:
    """Yield a view for each chart: one indicator each, except scatter plots and stacks of one country."""
    if view.is_scatter:
        yield view.with_(indicators=view.indicators[:_IN_ONE_CHART])
        return
    if view.tab == "chart" and view.chart == "area" and len(view.areas) == 1:
        yield view.with_(indicators=view.indicators[:_MOST_CHARTS])
        return
    most = 1 if view.tab == "map" else _MOST_CHARTS
    for indicator in view.indicators[:most]:
        for areas in _areas_apart(view):
            yield view.with_(indicators=(indicator,), areas=areas)


def _areas_apart(view: View) -> list[tuple[str, ...]]:
    """Return the areas of each chart; past forecasts are readable for one area at a time."""
    if view.tab != "chart" or view.chart != "line" or not view.every_vintage or len(view.areas) > _MOST_CHARTS:
        return [view.areas]
    return [(code,) for code in view.areas]


def _show_hints(view: View) -> None:
    """Hint at how to get a scatter plot of all countries or a stack of the indicators."""
    if view.is_scatter and 0 < len(view.areas) <= _FEW and not view.embed:
        st.caption(messages.SCATTER_ALL)
    if view.tab != "chart" or view.chart != "area" or view.embed or min(len(view.areas), len(view.indicators)) < 2:
        return
    st.caption(messages.STACKED_BY_COUNTRY)


def _show(view: View, request: PanelRequest, panel: Panel, *, is_main: bool = False) -> None:
    key = "~".join((*view.indicators, *(view.areas if view.every_vintage else ())))
    refusal = find_refusal(view, panel, loaders.get_catalogue())
    if panel.is_empty:
        figure.show_heading(panel, view, is_main=is_main)
        _show_empty(view, request, panel, key)
    elif refusal is not None:
        figure.show_heading(panel, view, is_main=is_main)
        _show_refusal(refusal, view, key)
    elif view.tab == "table":
        figure.show_heading(panel, view, is_main=is_main)
        figure.show_table(panel, order=view.areas, locale=view.locale)
    elif view.tab == "sources":
        figure.show_heading(panel, view, is_main=is_main)
        figure.show_notes(panel)
        show_conversion(panel, key=key)
        show_sources(panel.sources)
        return
    else:
        figure.show_chart(
            panel, view, key=f"{view.tab} {key}", headed=True, is_main=is_main, chosen=_add_country
        )  # fmt: skip
    if view.tab != "map":
        _show_gaps(view, request, panel)
    if view.embed:
        show_embed_credit(panel, view)
    elif not panel.is_empty:
        _show_below(view, request, panel, key, drawn=refusal is None)


def _show_below(view: View, request: PanelRequest, panel: Panel, key: str, *, drawn: bool) -> None:
    """Show what is below a chart: revisions, downloads, calculation, other rates, forecast record and sources."""
    if view.known and not view.every_vintage:
        now = loaders.load_figures(replace(request, query=replace(request.query, as_of=None, vintage=None)))
        show_revisions(panel, now, when=view.known, with_new=view.vintage is None, key=key)
    show_export_bar(panel, view, key=key, drawn=drawn)
    show_conversion(panel, key=key)
    if "rule" in panel.frame and view.prices is None and not view.derivation.looks_back and not view.per:
        show_other_rules(loaders.load_panel(view.query), view.unit, key=key)
    if has_editions(panel):
        show_track_record(view, key=key, draw_editions=partial(_show_past_forecasts, view))
    is_open = view.overlay == "sources"
    show_expander(messages.ABOUT, partial(_show_about, panel), key=f"{key} about", expanded=is_open)


def _show_past_forecasts(shown: View) -> None:
    _take_offer(shown.as_published.with_(every_vintage=True, tab="chart", chart="line"), shown)


def _show_about(panel: Panel) -> None:
    figure.show_notes(panel)
    show_sources(panel.sources)


def _published(view: View) -> Panel:
    """The figures of all time as published, of the countries shown."""
    return loaders.load_panel(_limit(view).with_(time=TimeSpan(), tab="chart").query)


def _show_refusal(refusal: Refusal, shown: View, key: str) -> None:
    """Show why there is no chart, and what to do instead."""
    with st.container(border=True):
        st.markdown(escape_markdown(refusal.sentence))
        _show_offers(refusal.offers, shown, key)


def _show_offers(offers: Sequence[Offer], shown: View, key: str) -> None:
    with st.container(horizontal=True):
        for offer in offers:
            st.button(offer.label, key=f"{key} offer {offer.label}", on_click=_take_offer, args=(offer.view, shown))


def _take_offer(view: View, shown: View) -> None:
    """Go to a view; the indicators and areas an offer leaves unchanged are those of the page, not of its one chart."""
    page = controls.get_current_view()
    kept = {name: getattr(page, name) for name in _SPLIT if getattr(view, name) == getattr(shown, name)}
    state.change_view(view.with_(**kept))
    st.session_state[_REDRAW] = True


def _show_empty(view: View, request: PanelRequest, panel: Panel, key: str) -> None:
    """Show why there is no data, and offer the nearest there is."""
    catalogue = loaders.get_catalogue()
    names = {code: catalogue.areas.by_code[code].name for code in view.areas}
    whole = loaders.load_whole_figures(request)
    years = find_year_range(whole, view.areas)
    name = join_names([catalogue.find_indicator(id).name for id in view.indicators])
    if years is not None:
        reasons = " ".join(find_gaps(panel, whole, names, view.time))
        span = TimeSpan(TimePeriod.of_year(years[0]), TimePeriod.of_year(years[1]))
        text = messages.NO_DATA_BECAUSE.format(indicators=name, reasons=reasons)
        offers = [Offer(messages.SHOW_PERIOD.format(period=span.label), view.with_(time=span))]
    elif view.as_of or view.vintage:
        text = explain_empty(view, loaders.get_store(), whole=whole)
        offers = [Offer(messages.SHOW_LATEST_DATA, view.with_(as_of=None, vintage=None))]
    else:
        near = loaders.load_coverage(view.indicators).areas[:_MOST_OFFERED]
        others = join_names([catalogue.areas.by_code[code].name for code in near])
        message = messages.NO_DATA_EXCEPT if near else messages.NO_DATA_FOR_COUNTRIES
        text = message.format(indicators=name, countries=join_names(list(names.values())), others=others)
        offers = [Offer(messages.SHOW_COUNTRIES.format(countries=others), view.with_(areas=near))] if near else []
    st.info(escape_markdown(text))
    _show_offers(offers, view, key)


def _show_gaps(view: View, request: PanelRequest, panel: Panel) -> None:
    """Name the countries without data in the period, and those whose data start late or end early."""
    if panel.frame["value"].isna().all() or not view.areas:
        return
    by_code = loaders.get_catalogue().areas.by_code
    names = {code: by_code[code].name for code in view.areas}
    whole = loaders.load_whole_figures(request)
    for sentence in (*find_gaps(panel, whole, names, view.time), *_cut_short(view, whole, names)):
        st.caption(escape_markdown(sentence))


def _cut_short(view: View, whole: Panel, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return whose data start late or end early, where a whole period is shown."""
    shows_all = view.tab == "table" or not get_chart_type(view).shows_one_period
    is_whole = shows_all and view.time.only is None
    known, there = loaders.load_coverage(view.indicators), find_year_range(whole, view.areas)
    first, last = known.first_year, known.last_year  # those of the slider
    if not is_whole or len(view.indicators) > 1 or there is None or first is None or last is None:
        return ()
    first += view.derivation.years_before or 0  # a figure that needs earlier ones starts later
    if view.time.first is not None:
        first = max(first, view.time.first.year)
    if view.time.last is not None:
        last = min(last, view.time.last.year)
    return find_short_series(whole, names, (first, min(last, there[1]) if view.known else last))


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
        st.session_state[_REDRAW] = True
