"""A control bound to a field of the view: it shows what the address says, and writes to the address when changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import streamlit as st

from indicators.ui import state
from indicators.ui.components.controls.defaults import current_view
from indicators.view import View

__all__ = ["TYPED", "bound"]

TYPED: Final[Mapping[str, Any]] = MappingProxyType({"filter_mode": "prefix", "select_all": False})
"""How a list is narrowed while typing, so that the enter key takes what was meant.

Streamlit's own way offers all that have the letters somewhere in this order, and first of all to take them all: "UK"
and the enter key would show Ukraine, Uzbekistan, South Korea and four more. What begins no name in the list goes to
the catalogue, which knows codes, other names and other languages.
"""


def _same(value: Any) -> Any:
    return value


def bound(
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
        state.change(current_view(), **{attribute: fallback if value is None else read(value)})

    draw(key=key, on_change=changed)
