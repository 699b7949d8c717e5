"""Indicator controls: by name, synonym or topic."""

from __future__ import annotations

from functools import partial

import streamlit as st

from indicators.errors import shorten
from indicators.model.observations import Indicator
from indicators.ui import loaders, state
from indicators.ui.components.controls.binding import TYPED, bind_control, get_current_view
from indicators.ui.components.elements import escape_markdown
from indicators.ui.messages import controls as messages
from indicators.view import View

__all__ = ["pick_indicators"]

_MOST_FOUND = 8


def pick_indicators(view: View) -> None:
    """Pick the indicators, by typing or by browsing the catalogue."""
    names = {indicator.id: indicator.name for indicator in loaders.get_catalogue().indicators}
    options = sorted(names, key=lambda id: names[id].casefold())
    bind_control(
        "indicators", view,
        partial(
            st.multiselect, messages.WHAT, options, format_func=lambda id: names.get(id, id), accept_new_options=True,
            placeholder=messages.WHAT_PLACEHOLDER, help=messages.WHAT_HELP, **TYPED,
        ),
        read=_find_indicators, write=list,
    )  # fmt: skip
    _browse()


def _find_indicators(words: list[str]) -> tuple[str, ...]:
    """Return the ids of what was chosen or typed, and report what matches nothing."""
    catalogue = loaders.get_catalogue()
    known = {indicator.id for indicator in catalogue.indicators}
    ids: list[str] = []
    for word in words:
        matches = (word,) if word in known else tuple(one.id for one in catalogue.search(word)[:1])
        if not matches:
            state.notify(messages.NO_MATCHING_INDICATOR.format(text=shorten(word, most=40)))
        ids += matches
    return tuple(dict.fromkeys(ids))


@st.fragment
def _browse() -> None:
    """Searching redraws only this list, which is built when it is opened; a click on a name draws the chart."""
    opened = st.popover(messages.BROWSE, width="stretch", key="catalogue", on_change="rerun")
    if opened.open:
        with opened:
            _search()


def _search() -> None:
    catalogue = loaders.get_catalogue()
    words = st.text_input(messages.SEARCH, placeholder=messages.WHAT_PLACEHOLDER, key="words")
    topics = ["", *dict.fromkeys(indicator.topic for indicator in catalogue.indicators)]
    topic = st.selectbox(messages.TOPIC, topics, format_func=lambda name: name or messages.ALL_TOPICS, key="topic")
    found = [one for one in catalogue.search(words) if topic in ("", one.topic)]
    if not found:
        st.caption(escape_markdown(messages.NO_INDICATOR_FOUND.format(text=words)))
    for indicator in found[:_MOST_FOUND]:
        _show_entry(indicator)
    if len(found) > _MOST_FOUND:
        st.caption(messages.MORE_INDICATORS.format(count=len(found) - _MOST_FOUND))


def _show_entry(indicator: Indicator) -> None:
    is_shown = indicator.id in get_current_view().indicators
    label = messages.INDICATOR_SHOWN.format(name=indicator.name) if is_shown else indicator.name
    if st.button(
        escape_markdown(label), key=f"add {indicator.id}", help=escape_markdown(indicator.description), type="tertiary",
        disabled=is_shown,
    ):  # fmt: skip
        state.change_view(get_current_view(), indicators=(indicator.id,))
        st.rerun()
