"""The top of the home page: one search over indicators, countries and sources, and some figures of some countries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from indicators.boards import list_boards
from indicators.errors import UnknownNameError, shorten
from indicators.model.formatting import count_noun
from indicators.ui import loaders, state
from indicators.ui.components.elements import escape_markdown
from indicators.ui.components.figure_tables import show_glance_table
from indicators.ui.messages import pages
from indicators.ui.messages import tables as messages
from indicators.ui.pages import find_page
from indicators.view import View

__all__ = ["show_boards", "show_glance", "show_search"]

_MOST_FOUND: Final = 6
_COUNTRIES: Final = ("RUS", "CHN")
_INDICATORS: Final = (
    ("gdp",), ("gdp-growth-weo", "gdp-growth"), ("gdp-per-capita",), ("inflation-weo", "inflation"),
    ("policy-rate",), ("unemployment",), ("general-government-debt", "government-debt"), ("current-account-balance",),
    ("merchandise-exports",), ("population",), ("life-expectancy",), ("internet-users-share", "internet-users"),
)  # fmt: skip


@st.fragment
def show_search() -> None:
    """Show a search box; what is found opens on its page. Typing redraws nothing else."""
    words = st.text_input(
        messages.SEARCH, placeholder=messages.SEARCH_EXAMPLE, key="home search", type="search", live="300ms",
        label_visibility="collapsed",
    )  # fmt: skip
    if not words or not words.strip():
        return
    catalogue = loaders.get_catalogue()
    found = catalogue.search(words)
    area = catalogue.get_area(words)
    datasets = [one for one in catalogue.datasets if words.casefold() in f"{one.publisher} {one.title}".casefold()]
    for board in (one for one in list_boards() if words.casefold() in one.title.casefold()):
        _link("boards", board.title, {"board": board.id}, messages.A_BOARD)
    if area is not None:
        _link("countries", area.name, {"country": area.code}, messages.A_COUNTRY)
    for indicator in found[:_MOST_FOUND]:
        _link("explore", indicator.name, {"indicators": indicator.id}, f"{indicator.topic} · {indicator.unit}")
    for dataset in datasets[:2]:
        _link("sources", f"{dataset.publisher}: {dataset.title}", {}, messages.A_SOURCE)
    if len(found) > _MOST_FOUND:
        st.caption(messages.MORE_FOUND.format(indicators=count_noun(len(found) - _MOST_FOUND, *messages.MORE_NOUN)))
    if not (found or area or datasets):
        st.caption(escape_markdown(messages.NOTHING_FOUND.format(words=shorten(words))))


def _link(page: str, name: str, address: dict[str, str], about: str) -> None:
    script: Path = find_page(page)
    st.page_link(script, label=f"{escape_markdown(name)} :gray[{escape_markdown(about)}]", query_params=address)


def show_boards() -> None:
    """Show a link to each board."""
    st.markdown(f"#### {pages.PAGE_TITLES['boards']}")
    with st.container(horizontal=True):
        for board in list_boards():
            st.page_link(find_page("boards"), label=escape_markdown(board.title), query_params={"board": board.id})


@st.fragment
def show_glance() -> None:
    """Show the latest figures of the countries in the address; another country redraws nothing else of the page."""
    catalogue = loaders.get_catalogue()
    view, _ = state.read_view(catalogue)
    areas = view.areas or _COUNTRIES
    names = {one.code: one.name for one in catalogue.areas}
    st.session_state["glance countries"] = list(areas)
    st.markdown(f"#### {messages.AT_A_GLANCE}")
    st.multiselect(
        messages.COUNTRIES_SHOWN, sorted(names, key=names.__getitem__), key="glance countries", on_change=_write_areas,
        format_func=names.__getitem__, label_visibility="collapsed", filter_mode="contains", max_selections=6,
    )  # fmt: skip
    ids = _choose_indicators(areas)
    if not ids:
        st.caption(messages.NO_FIGURES_FOUND)
        return
    table = loaders.load_comparison(View(ids, areas))
    show_glance_table(table, areas, brief=state.is_narrow())
    address = {"indicators": "~".join(ids), "country": "~".join(areas)}
    with st.container(horizontal=True):
        st.page_link(find_page("compare"), label=messages.OPEN_IN_COMPARE, query_params=address)
        for code in areas:
            st.page_link(find_page("countries"), label=names[code], query_params={"country": code})


def _write_areas() -> None:
    chosen = st.session_state["glance countries"]
    if chosen:
        st.query_params["country"] = "~".join(chosen)
    else:
        st.query_params.pop("country", None)


def _choose_indicators(areas: Sequence[str]) -> tuple[str, ...]:
    """Of each row, the first indicator that is known; one about months or with forecasts comes first."""
    catalogue = loaders.get_catalogue()
    chosen = []
    for ids in _INDICATORS:
        for id in ids:
            try:
                chosen.append(catalogue.find_indicator(id).id)
            except UnknownNameError:
                continue
            break
    return tuple(dict.fromkeys(chosen)) if areas else ()
