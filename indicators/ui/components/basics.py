"""Building blocks of every page: text from data in Markdown, warnings, and expanders that draw when opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import streamlit as st

__all__ = ["escape_markdown", "show_expander", "warn"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|$~:])")


def escape_markdown(text: str) -> str:
    r"""The text with every sign that Markdown would read as its own made plain.

    >>> print(escape_markdown("$287 <b>"))
    \$287 \<b\>
    """
    return _SPECIAL.sub(r"\\\1", text)


def warn(sentences: Sequence[str]) -> None:
    """One warning of these sentences, as a list where there are several; nothing where there is none."""
    if len(sentences) > 1:
        st.warning("\n".join(f"- {escape_markdown(sentence)}" for sentence in sentences))
    elif sentences:
        st.warning(escape_markdown(sentences[0]))


@st.fragment
def show_expander(label: str, draw: Callable[[], object], *, key: str, expanded: bool = False) -> None:
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
