"""The top of the home page: some figures of some countries, the boards, and what is new."""

from __future__ import annotations

from typing import Final

import streamlit as st

from indicators.boards import list_boards
from indicators.files import find_local_folder
from indicators.model.catalogue import Catalogue
from indicators.model.citations import spell_date
from indicators.ui import loaders, state
from indicators.ui.components.data_grid import show_grid
from indicators.ui.components.elements import escape_markdown
from indicators.ui.components.figure_tables import make_glance
from indicators.ui.messages import pages
from indicators.ui.messages import tables as messages
from indicators.ui.pages import find_page
from indicators.view import View
from indicators.view.news import NewsItem, list_news

_COUNTRIES: Final = ("RUS", "CHN")
_INDICATORS: Final = (
    ("gdp", "gdp-weo"), ("gdp-growth", "gdp-growth-weo"), ("gdp-per-capita", "gdp-per-capita-weo"),
    ("inflation", "inflation-weo"), ("policy-rate",), ("unemployment",), ("general-government-debt",),
    ("current-account-balance", "current-account-balance-weo"), ("merchandise-exports",), ("population",),
    ("life-expectancy",), ("broadband-subscriptions",),
)  # fmt: skip
"""The rows of the table: indicators of several publishers that measure the same."""


def show_boards() -> None:
    """Show a link to each board."""
    whole = st.container(key="boards")
    whole.markdown(f"#### {pages.PAGE_TITLES['boards']}")
    with whole.container(horizontal=True):
        for board in list_boards():
            st.page_link(find_page("boards"), label=escape_markdown(board.title), query_params={"board": board.id})


def show_news() -> None:
    """Show the latest releases, and what happened to watched figures, each with a link."""
    items = list_news(loaders.get_catalogue(), loaders.load_last_updates(), find_local_folder())
    if items:
        st.markdown(f"#### {pages.WHATS_NEW}")
        st.markdown("\n".join(_write_news(item) for item in items))


def _write_news(item: NewsItem) -> str:
    about, text = escape_markdown(item.about), escape_markdown(item.text)
    return f"- :small[{spell_date(item.day)}: [{about}]({item.address}). {text}]"


@st.fragment
@loaders.hold_store()
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
    rows = _list_rows(catalogue)
    view = View(tuple(id for ids in rows for id in ids), areas)
    if not rows:
        st.caption(messages.NO_FIGURES_FOUND)
        return
    grid = loaders.keep_made(("glance", view.address), lambda: make_glance(loaders.load_comparison(view), areas, rows))
    show_grid(grid, key="glance")
    address = {"indicators": "~".join(ids[0] for ids in rows), "country": "~".join(areas)}
    st.page_link(find_page("compare"), label=messages.OPEN_IN_COMPARE, query_params=address)


def _write_areas() -> None:
    chosen = st.session_state["glance countries"]
    if chosen:
        st.query_params["country"] = "~".join(chosen)
    else:
        st.query_params.pop("country", None)


def _list_rows(catalogue: Catalogue) -> list[tuple[str, ...]]:
    """The indicators of each row that are known."""
    known = {one.id for one in catalogue.indicators}
    rows = (tuple(id for id in ids if id in known) for ids in _INDICATORS)
    return [ids for ids in rows if ids]
