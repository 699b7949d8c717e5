"""What is folded away below a chart, made only when it is opened."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

__all__ = ["folded"]


@st.fragment
def folded(label: str, draw: Callable[[], object], *, key: str, expanded: bool = False) -> None:
    """A part that opens on a click; opening and closing it redraws nothing else.

    Args:
        label: What is in it.
        draw: Draws it.
        key: Tells it from others on the page.
        expanded: Whether it is open at first.
    """
    part = st.expander(label, expanded=expanded, key=key, on_change="rerun")
    if part.open:
        with part:
            draw()
