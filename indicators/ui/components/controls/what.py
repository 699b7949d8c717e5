"""What is shown: indicators by name, by what people call them, or by topic."""

from __future__ import annotations

from functools import partial

import streamlit as st

from indicators.errors import shorten
from indicators.model.observations import Indicator
from indicators.ui import loaders, state
from indicators.ui.components.basics import escape_markdown
from indicators.ui.components.controls.binding import TYPED, bind_control, get_current_view
from indicators.view import View

__all__ = ["pick_indicators"]

_MOST_FOUND = 8
_ALL_TOPICS = "All topics"
_HELP = "Type a name, a publisher's code or what you call it: inflation, CPI, prices. Several can be shown."


def pick_indicators(view: View) -> None:
    """The indicators shown, and the catalogue to find others in."""
    catalogue = loaders.catalogue()
    names = {indicator.id: indicator.name for indicator in catalogue.indicators}
    options = sorted(names, key=lambda id: names[id].casefold())
    bind_control(
        "What", "indicators", view,
        partial(
            st.multiselect, "What", options, format_func=lambda id: names.get(id, id), accept_new_options=True,
            placeholder="inflation, exports, internet …", help=_HELP, **TYPED,
        ),
        read=_found, write=list,
    )  # fmt: skip
    _catalogue()


def _found(words: list[str]) -> tuple[str, ...]:
    """The ids of what was chosen or typed; what nothing fits is said."""
    catalogue = loaders.catalogue()
    known = {indicator.id for indicator in catalogue.indicators}
    ids: list[str] = []
    for word in words:
        fits = (word,) if word in known else tuple(one.id for one in catalogue.search(word)[:1])
        if not fits:
            state.notify(f"Nothing in the catalogue fits “{shorten(word, most=40)}”.")
        ids += fits
    return tuple(dict.fromkeys(ids))


@st.fragment
def _catalogue() -> None:
    """Searching redraws only this list, which is made when it is opened; a click on a name draws the chart."""
    opened = st.popover("Search and topics", width="stretch", key="catalogue", on_change="rerun")
    if opened.open:
        with opened:
            _search()


def _search() -> None:
    catalogue = loaders.catalogue()
    words = st.text_input("Search the catalogue", placeholder="inflation, exports, internet …", key="words")
    topics = [_ALL_TOPICS, *sorted({indicator.topic for indicator in catalogue.indicators})]
    topic = st.selectbox("Topic", topics, key="topic")
    found = [one for one in catalogue.search(words) if topic in (_ALL_TOPICS, one.topic)]
    if not found:
        st.caption(escape_markdown(f"Nothing fits “{words}”. Try another word, or all topics."))
    for indicator in found[:_MOST_FOUND]:
        _entry(indicator)
    if len(found) > _MOST_FOUND:
        st.caption(f"{len(found) - _MOST_FOUND} more: search, or choose a topic.")


def _entry(indicator: Indicator) -> None:
    shown = indicator.id in get_current_view().indicators
    label = f"{indicator.name} (shown)" if shown else indicator.name
    if st.button(
        escape_markdown(label),
        key=f"add {indicator.id}",
        help=escape_markdown(indicator.description),
        type="tertiary",
        disabled=shown,
    ):
        view = get_current_view()
        state.change_view(view, indicators=(indicator.id,))
        st.rerun()
