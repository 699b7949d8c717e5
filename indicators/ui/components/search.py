"""One search over indicators, countries, boards and sources: a box at home, and a dialog elsewhere by the key ``/``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import streamlit as st

from indicators.boards import list_boards
from indicators.errors import shorten
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area, fold_name
from indicators.model.formatting import count_noun
from indicators.model.observations import Indicator
from indicators.model.units import parse_unit
from indicators.ui import loaders, state
from indicators.ui.components.browser import watch_search_key
from indicators.ui.components.elements import escape_markdown
from indicators.ui.components.search_answers import Found, find_answers, list_named
from indicators.ui.messages import tables as messages
from indicators.ui.pages import find_page
from indicators.view.entries import find_areas, find_datasets, guess_areas
from indicators.view.searching import SearchQuery, is_called, read_search

_MOST_FOUND: Final = 6
_MOST_OTHERS: Final = 4
_WHOLE_LINKS: Final = """<style>
[class*="st-key-search-in-"] [data-testid="stPageLink-NavLink"] :is(span, div, p) {
  overflow: visible; text-overflow: clip; white-space: normal; }
</style>"""  # an answer that is cut off answers nothing


@st.fragment
def offer_search() -> None:
    """Open the search when the user presses ``/``; on the home page the browser goes to the box that is there.

    A fragment, so that the key draws the dialog and not the page once more.
    """
    if watch_search_key():
        _show_dialog()


@st.dialog(messages.SEARCH)
def _show_dialog() -> None:
    _show_box("dialog")


@st.fragment
def show_search() -> None:
    """Show a search box; what is found opens on its page. Typing redraws nothing else."""
    _show_box("home")


def _show_box(place: str) -> None:
    with st.container(key=f"search in {place}"):  # in which the Enter key opens what was found first
        _find(f"{place} search")


def _find(key: str) -> None:
    example = messages.SEARCH_EXAMPLE_PHONE if state.is_phone() else messages.SEARCH_EXAMPLE  # it has no keyboard
    words = st.text_input(
        messages.SEARCH, placeholder=example, key=key, type="search", live="300ms",
        label_visibility="collapsed",
    )  # fmt: skip
    if not words or not words.strip():
        return
    with st.container(key=f"found for {len(words)} letters"):  # which tells what is an answer to all that was typed
        _list_found(words)


def _list_found(words: str) -> None:
    """Show links to what was found, what is called exactly so first."""
    st.html(_WHOLE_LINKS)
    catalogue = loaders.get_catalogue()
    query = read_search(words, catalogue)
    others = list(_find_others(words, catalogue))
    guessed = [] if others or query.areas else guess_areas(words, catalogue)[:_MOST_OTHERS]
    shown = query.indicators[:_MOST_FOUND]
    exact = [one for one in shown if is_called(one, words)]
    answers = find_answers(query, shown, catalogue)
    for one in exact:
        _link_indicator(one, query, answers)
    for found in others:
        _link(found)
    for one in sorted((one for one in shown if one not in exact), key=lambda one: one.id not in answers):
        _link_indicator(one, query, answers)
    for area in (*list_named(query, catalogue), *guessed):
        _link(_describe_area(area))
    if len(query.indicators) > _MOST_FOUND:
        more = count_noun(len(query.indicators) - _MOST_FOUND, *messages.MORE_NOUN)
        st.caption(messages.MORE_FOUND.format(indicators=more))
    if not (query.indicators or others or guessed):
        st.caption(escape_markdown(messages.NOTHING_FOUND.format(words=shorten(words))))


def _link_indicator(one: Indicator, query: SearchQuery, answers: Mapping[str, Found]) -> None:
    unit, address = parse_unit(one.unit), {"indicators": one.id}
    if query.unit and unit.currency:
        unit, address = parse_unit(unit.text.replace(unit.currency, query.unit)), address | {"unit": query.unit}
    general = Found("explore", one.name, f"{one.topic} · {unit.label}", address)
    with st.container(horizontal=True, vertical_alignment="center"):
        _link(answers.get(one.id, general))
        label = messages.ABOUT_INDICATOR.format(name=one.name)
        st.page_link(find_page("indicator"), label=escape_markdown(label), query_params={"id": one.id})


def _find_others(words: str, catalogue: Catalogue) -> Iterator[Found]:
    """Boards, countries and sources, the exact country first."""
    for area in find_areas(words, catalogue)[:_MOST_OTHERS]:
        yield _describe_area(area)
    folded = fold_name(words)
    for board in (one for one in list_boards() if folded and folded in fold_name(f"{one.title} {one.text}")):
        yield Found("boards", board.title, messages.A_BOARD, {"board": board.id})
    for dataset in find_datasets(words, catalogue)[:_MOST_OTHERS]:
        name = f"{dataset.publisher}: {dataset.title}"
        yield Found("sources", name, messages.A_SOURCE, {"dataset": dataset.id})


def _describe_area(area: Area) -> Found:
    return Found("countries", area.name, messages.A_COUNTRY, {"country": area.code})


def _link(found: Found) -> None:
    label = f"{escape_markdown(found.name)} :gray[{escape_markdown(found.about)}]"
    st.page_link(find_page(found.page), label=label, query_params=found.address)
