"""Bind a control to a field of the view: it shows what the address says and changes the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import streamlit as st

from indicators.ui import loaders, state
from indicators.view import View

__all__ = ["TYPED", "bind_control", "fill_defaults", "get_current_view"]

_FIRST_INDICATORS = ("gdp",)
_FIRST_AREAS = ("RUS", "CHN", "USA", "IND", "DEU", "WLD")
_MOST_FIRST = 3


def fill_defaults(view: View) -> View:
    """A view that shows something where the address leaves open what or where."""
    indicators = view.indicators or (() if state.clears_indicators() else _FIRST_INDICATORS)
    if view.areas or state.names_areas():
        return view.with_(indicators=indicators)
    there = loaders.coverage(indicators).areas
    wanted = [code for code in _FIRST_AREAS if code in there] or list(there)
    return view.with_(indicators=indicators, areas=tuple(wanted[:_MOST_FIRST]))


def get_current_view() -> View:
    """What the address says now, its gaps filled: for fragments, which outlive the page that drew them."""
    return fill_defaults(state.read_view(loaders.catalogue())[0])


TYPED: Final[Mapping[str, Any]] = MappingProxyType({"filter_mode": "prefix", "select_all": False})
"""How a list is narrowed while typing, so that the enter key takes what was meant.

Streamlit's own way offers all that have the letters somewhere in this order, and first of all to take them all: "UK"
and the enter key would show Ukraine, Uzbekistan, South Korea and four more. What begins no name in the list goes to
the catalogue, which knows codes, other names and other languages.
"""


def _same(value: Any) -> Any:
    return value


def bind_control(
    name: str,
    attribute: str,
    view: View,
    draw: Callable[..., Any],
    *,
    read: Callable[[Any], Any] = _same,
    write: Callable[[Any], Any] = _same,
) -> None:
    """Draw a control that shows a field of the view and writes it to the address when it is changed.

    Args:
        name: What the control is called; its key is ``control NAME``.
        attribute: The field.
        view: What the address says as it is drawn.
        draw: Draws it, given ``key`` and ``on_change``.
        read: From the control's value to the field's.
        write: From the field's value to the control's.
    """
    key = f"control {name}"
    st.session_state[key] = write(getattr(view, attribute))

    def changed() -> None:
        value = st.session_state[key]
        fallback = getattr(View(), attribute)
        # What was changed since within a fragment is in the address, and not in the view this was drawn with.
        state.change_view(get_current_view(), **{attribute: fallback if value is None else read(value)})

    draw(key=key, on_change=changed)
