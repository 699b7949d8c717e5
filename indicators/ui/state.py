"""The state of a page is its address: a view is read from it and written to it, and kept nowhere else."""

from __future__ import annotations

from typing import Any

import streamlit as st

from indicators.charts.palette import Ground
from indicators.model.catalogue import Catalogue
from indicators.view import View

__all__ = [
    "VIEWPORT", "change_view", "clears_indicators", "get_ground", "is_narrow", "is_phone", "names_areas", "notify",
    "read_view", "take_notices",
]  # fmt: skip

VIEWPORT = "room"
"""Where the browser tells how much room charts have, and on which ground they stand."""
_NONE_CHOSEN = "~"
_SAID = "what is to be said"


def read_view(catalogue: Catalogue) -> tuple[View, tuple[str, ...]]:
    """The view the address asks for, and a sentence for everything in it that was not understood."""
    said = {name: text for name, text in st.query_params.to_dict().items() if text != _NONE_CHOSEN}
    view, ignored = View.from_address(said, catalogue)
    return view.with_(embed=bool(st.context.is_embedded)), ignored  # Streamlit keeps this parameter to itself


def clears_indicators() -> bool:
    """Whether the address says which indicators, be it none."""
    return st.query_params.get("indicators") == _NONE_CHOSEN


def names_areas() -> bool:
    """Whether the address says which countries, be it none."""
    return "country" in st.query_params


def change_view(view: View, **changes: Any) -> None:
    """Put a changed view into the address."""
    changed = view.with_(**changes)
    parameters = changed.with_(embed=False).parameters  # Streamlit keeps its own parameter by itself
    if not changed.areas:
        parameters["country"] = _NONE_CHOSEN
    if not changed.indicators:
        parameters["indicators"] = _NONE_CHOSEN
    st.query_params.from_dict(parameters)


def get_ground() -> Ground:
    """Whether the reader's browser shows a light or a dark ground, also after it was turned to the other."""
    told = st.session_state.get(VIEWPORT)
    return "dark" if ((told and told.get("get_ground")) or st.context.theme.type) == "dark" else "light"


def is_phone() -> bool:
    """Whether the browser says it is on a phone."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def is_narrow() -> bool:
    """Whether charts have no room for names beside their lines; on a phone so, until the browser tells otherwise."""
    told = st.session_state.get(VIEWPORT)
    return is_phone() if told is None else bool(told.get("narrow", is_phone()))


def notify(sentence: str, *, is_news: bool = False) -> None:
    """A sentence for the reader on what was just done, shown with the next page.

    Args:
        sentence: The sentence.
        is_news: Whether it only tells what happened; otherwise it warns.
    """
    st.session_state.setdefault(_SAID, []).append((sentence, is_news))


def take_notices() -> list[tuple[str, bool]]:
    """The sentences to be shown now, each once, and whether they are news."""
    return list(dict.fromkeys(st.session_state.pop(_SAID, [])))
