"""Indicator controls: by name, synonym or topic."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

import streamlit as st

from indicators.model.dimensions import split_dimensions
from indicators.model.observations import Indicator
from indicators.model.units import parse_unit
from indicators.ui import loaders, state
from indicators.ui.components.browser import watch_typing
from indicators.ui.components.controls.binding import TYPED, bind_control, get_current_view
from indicators.ui.components.elements import escape_markdown, is_pressed
from indicators.ui.messages import controls as messages
from indicators.view.entries import search_indicator_entries

_MOST_FOUND = 16
_TYPING_PAUSE = "200ms"


def pick_indicators() -> None:
    """Pick the indicators, by typing or by browsing the catalogue."""
    _choose()
    _browse()


@st.fragment
def _choose() -> None:
    """Show the list; typing redraws only this, so that it holds what the search of the catalogue finds."""
    view = get_current_view()
    words = watch_typing("control indicators")
    labels = loaders.load_indicator_entries()
    if words:
        labels = search_indicator_entries(words, loaders.get_catalogue()) | {id: labels[id] for id in view.indicators}
    bind_control(
        "indicators", view,
        partial(
            st.multiselect, messages.WHAT, list(labels), format_func=labels.__getitem__,
            placeholder=messages.WHAT_PLACEHOLDER, help=messages.WHAT_HELP, wrap=True, **TYPED,
        ),
        read=_find_indicators, write=list, redraws="app",
    )  # fmt: skip


def _find_indicators(entries: list[str]) -> dict[str, Any]:
    """Return the ids of the names, synonyms and codes chosen, and the dimensions that codes stand for."""
    catalogue = loaders.get_catalogue()
    ids = tuple(dict.fromkeys(catalogue.find_indicator(entry).id for entry in entries))
    return {"indicators": ids} | _find_series(entries)


def _find_series(words: Iterable[str]) -> dict[str, Any]:
    """Return the dimensions that publishers' codes choose, if any; of several codes each adds its own."""
    catalogue = loaders.get_catalogue()
    chosen = {id: dict.fromkeys(codes) for id, codes in get_current_view().dimensions}
    added = [split_dimensions(series) for word in words if (series := catalogue.find_series(word))]
    for codes in added:
        for id, code in codes.items():
            chosen.setdefault(id, {})[code] = None
    return {"dimensions": tuple(sorted((id, tuple(each)) for id, each in chosen.items()))} if added else {}


@st.fragment
def _browse() -> None:
    """Searching redraws only this list, which is built when it is opened; a click on a name draws the chart."""
    opened = st.popover(messages.BROWSE, width="stretch", key="catalogue", on_change="rerun")
    if opened.open:
        with opened:
            _search()


def _search() -> None:
    catalogue = loaders.get_catalogue()
    words = st.text_input(
        messages.SEARCH, placeholder=messages.WHAT_PLACEHOLDER, key="words", type="search", live=_TYPING_PAUSE
    )
    topics = ["", *dict.fromkeys(indicator.topic for indicator in catalogue.indicators)]
    topic = st.selectbox(messages.TOPIC, topics, format_func=lambda name: name or messages.ALL_TOPICS, key="topic")
    found = [one for one in catalogue.search(words) if topic in ("", one.topic)]
    if not found:
        st.caption(escape_markdown(messages.NO_INDICATOR_FOUND.format(text=words)))
    with st.container(gap=None, key="indicators found"):
        for indicator in found[:_MOST_FOUND]:
            _show_entry(indicator, words)
    if len(found) > _MOST_FOUND:
        st.caption(messages.MORE_INDICATORS.format(count=len(found) - _MOST_FOUND))


def _show_entry(indicator: Indicator, words: str) -> None:
    is_shown = indicator.id in get_current_view().indicators
    name = messages.INDICATOR_FOUND.format(name=indicator.name, unit=parse_unit(indicator.unit).label)
    label = messages.INDICATOR_SHOWN.format(name=name) if is_shown else name
    if is_pressed(
        escape_markdown(label), key=f"add {indicator.id}", help=escape_markdown(indicator.description), type="tertiary",
        disabled=is_shown,
    ):  # fmt: skip
        state.change_view(get_current_view(), indicators=(indicator.id,), **_find_series([words]))
        st.rerun()
