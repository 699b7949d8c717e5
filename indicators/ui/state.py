"""The state of a page is its address: the view is read from it, written to it and kept nowhere else."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from indicators.charts.style import Ground
from indicators.exports.links import find_public_url
from indicators.model.bands import DEFAULT_BANDS
from indicators.model.catalogue import Catalogue
from indicators.model.periods import TimeSpan
from indicators.ui import loaders
from indicators.ui.messages.pages import PAGE_TITLES
from indicators.view import View

VIEWPORT = "viewport"
"""Where the browser reports whether the page and each chart are narrow, and whether the theme is light or dark."""
_NONE_CHOSEN = "~"
_NOTICES = "notices"
_DEFAULT_TIME = "default time"
_DEFAULTS = "default parameters"
_UNKNOWN_PAGE = "unknown page"


def read_view(catalogue: Catalogue) -> tuple[View, tuple[str, ...]]:
    """Return the view the address asks for, and a sentence for each part of it that was not understood."""
    parameters = st.session_state.get(_DEFAULTS, {}) | st.query_params.to_dict()
    asked = {name: text for name, text in parameters.items() if text != _NONE_CHOSEN}
    if notes := [text for text in st.query_params.get_all("note") if text]:  # each may have its own parameter
        asked["note"] = "~".join(notes)
    view, ignored = View.from_address(asked, catalogue)
    return view.with_(embed=bool(st.context.is_embedded)), ignored  # Streamlit hides this parameter


def use_defaults(parameters: Mapping[str, str]) -> None:
    """Set what the address of this page means where it says nothing.

    Writing it there when the page opens would put further entries into the history of the browser, under the address of
    the page before.
    """
    st.session_state[_DEFAULTS] = dict(parameters)


def clears_indicators() -> bool:
    """Whether the address asks for no indicators at all."""
    return st.query_params.get("indicators") == _NONE_CHOSEN


def names_areas() -> bool:
    """Whether the address names countries, or asks for none."""
    return "country" in st.query_params


def keep_default_time(time: TimeSpan) -> TimeSpan:
    """Remember the time that is shown where the address has none, so that it isn't written there, and return it."""
    st.session_state[_DEFAULT_TIME] = time
    return time


def change_view(view: View, **changes: Any) -> None:
    """Change the view in the address."""
    changed = view.with_(**changes)
    if "time" not in changes and "time" not in st.query_params and changed.time == st.session_state.get(_DEFAULT_TIME):
        changed = changed.with_(time=TimeSpan())
    if "bands" not in changes and "bands" not in st.query_params and changed.bands == DEFAULT_BANDS:
        changed = changed.with_(bands=())  # they are shown by default
    if "indicators" in changes:
        catalogue = loaders.get_catalogue()
        changed = changed.with_(title=changes.get("title", ""))  # another figure needs another title
        changed = changed.drop_unused_money(catalogue).drop_unused_dimensions(catalogue)
    parameters = changed.with_(embed=False).parameters  # Streamlit handles its own parameter
    if not changed.areas:
        parameters["country"] = _NONE_CHOSEN
    if not changed.indicators:
        parameters["indicators"] = _NONE_CHOSEN
    st.query_params.from_dict(parameters)


def find_unknown_page(names: Collection[str]) -> str:
    """Return the page that the browser asked for if there is none of this name, else an empty text.

    Args:
        names: The names of the pages there are.
    """
    context = get_script_run_ctx()
    asked = str((context and context.pages_manager.intended_page_name) or "")
    if asked and "/" not in asked and asked not in names:
        st.session_state[_UNKNOWN_PAGE] = asked  # later runs ask for it by its number
    return str(st.session_state.get(_UNKNOWN_PAGE, ""))


def get_page_address() -> str:
    """Return the address of this page without its query, as others see it if a public address is set."""
    address = str(st.context.url or "").partition("?")[0]
    public = find_public_url()
    if not public:
        return address
    name = address.rstrip("/").rpartition("/")[2]
    return f"{public}/{name}" if name in PAGE_TITLES else f"{public}/"


def get_ground() -> Ground:
    """Return whether the user's browser shows a light or a dark theme, also after a switch."""
    seen = st.session_state.get(VIEWPORT)
    return "dark" if ((seen and seen.get("ground")) or st.context.theme.type) == "dark" else "light"


def is_phone() -> bool:
    """Whether the browser reports that it is on a phone."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def is_narrow(key: str = "") -> bool:
    """Whether a chart, or the whole page, is too narrow for labels at the ends of lines.

    The browser reports the width of each chart; one that it has not seen yet is as narrow as the page.

    Args:
        key: The key of the chart; that of the page if empty.
    """
    seen = st.session_state.get(VIEWPORT) or {}
    charts = seen.get("charts") or {}
    return bool(charts.get(make_class(key), seen.get("narrow", is_phone())))


def make_class(key: str) -> str:
    """Return the class by which the browser knows the element of a key, as Streamlit writes it.

    >>> make_class("chart gdp~inflation")
    'st-key-chart-gdp-inflation'
    """
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())


def notify(sentence: str, *, is_news: bool = False) -> None:
    """Show a sentence with the next run of the page.

    Args:
        sentence: The sentence.
        is_news: Whether it reports what happened; otherwise it is a warning.
    """
    st.session_state.setdefault(_NOTICES, []).append((sentence, is_news))


def take_notices() -> list[tuple[str, bool]]:
    """Return the sentences to show now, each once, and whether they are news; then forget them."""
    return list(dict.fromkeys(st.session_state.pop(_NOTICES, [])))
