"""What is below a chart: notes in one block, then the calculation, other rates, the forecast record and the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from indicators.analysis.coverage import find_gaps, find_short_series, find_year_range
from indicators.analysis.forecasts import has_editions
from indicators.analysis.forecasts.scenarios import SCENARIO
from indicators.analysis.request import PanelRequest
from indicators.charts.choice import get_chart_type
from indicators.model.panel import Panel
from indicators.ui import loaders
from indicators.ui.components import figure
from indicators.ui.components.credits import show_sources
from indicators.ui.components.elements import escape_markdown, show_expander
from indicators.ui.components.exchange_rates import show_conversion, show_other_rules
from indicators.ui.components.forecasters import show_forecasters
from indicators.ui.components.offers import take_offer
from indicators.ui.components.revision_history import show_revision_history
from indicators.ui.components.revisions import show_revisions
from indicators.ui.components.track_record import show_track_record
from indicators.ui.messages import exploration as messages
from indicators.ui.pages import find_page
from indicators.view import View

_MOST_NOTES: Final = 3


def show_notes(sentences: Sequence[str], key: str) -> None:
    """Show what to know about a chart in one block; after three sentences the rest is folded."""
    notes = list(dict.fromkeys(sentences))
    if not notes:
        return
    st.caption(escape_markdown(" ".join(notes[:_MOST_NOTES])))
    if rest := notes[_MOST_NOTES:]:
        show_expander(messages.MORE_NOTES, partial(_show_rest, rest), key=f"{key} notes")


def note_scenario(panel: Panel) -> tuple[str, ...]:
    """Say what the user's scenario starts from, or why it has no effect."""
    return tuple(step.sentence for step in panel.steps if step.name == SCENARIO)


def _show_rest(notes: Sequence[str]) -> None:
    for sentence in notes:
        st.caption(escape_markdown(sentence))


def show_details(view: View, request: PanelRequest, panel: Panel, key: str) -> None:
    """Show revisions, the calculation, other rates, the forecast record and the sources, each drawn when opened."""
    if view.known and not view.every_vintage:
        now = loaders.load_figures(replace(request, query=replace(request.query, as_of=None, vintage=None)))
        show_revisions(panel, now, when=view.known, with_new=view.vintage is None, key=key)
    show_conversion(panel, key=key)
    if "rule" in panel.frame and view.prices is None and not view.derivation.looks_back and not view.per:
        show_other_rules(loaders.load_panel(view.query), view.unit, key=key)
    if view.tab == "sources":
        return
    show_forecasters(view, panel, key=key)
    if has_editions(panel):
        show_track_record(view, key=key, draw_editions=partial(_show_past_forecasts, view))
    show_revision_history(view, panel, key=key)
    is_open = view.overlay == "sources"
    show_expander(messages.ABOUT, partial(_show_about, panel), key=f"{key} about", expanded=is_open)


def _show_past_forecasts(shown: View) -> None:
    take_offer(shown.as_published.with_(every_vintage=True, tab="chart", chart="line"), shown)


def _show_about(panel: Panel) -> None:
    for one in panel.indicators:
        label = messages.INDICATOR_PAGE.format(name=one.name)
        st.page_link(find_page("indicator"), label=escape_markdown(label), query_params={"id": one.id})
    figure.show_notes(panel)
    show_sources(panel.sources)


def note_coverage(view: View, request: PanelRequest, panel: Panel) -> tuple[str, ...]:
    """Name the countries without data in the period, and those whose data start late or end early."""
    if panel.frame["value"].isna().all() or not view.areas:
        return ()
    by_code = loaders.get_catalogue().areas.by_code
    names = {code: by_code[code].name for code in view.areas}
    whole = loaders.load_whole_figures(request)
    return (*find_gaps(panel, whole, names, view.time), *_cut_short(view, whole, names))


def _cut_short(view: View, whole: Panel, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return whose data start late or end early, where a whole period is shown."""
    shows_all = view.tab == "table" or not get_chart_type(view).shows_one_period
    is_whole = shows_all and view.time.only is None
    there = find_year_range(whole, view.areas)
    if not is_whole or len(view.indicators) > 1 or there is None:
        return ()
    first, last = there  # of what is drawn: a currency may begin after the figures
    if view.time.first is not None:
        first = max(first, view.time.first.year)
    known = loaders.load_coverage(view.indicators).last_year
    last = last if view.known or known is None else max(last, known)
    if view.time.last is not None:
        last = min(last, view.time.last.year)
    return find_short_series(whole, names, (first, last))
