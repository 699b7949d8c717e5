"""One box for all that is to be warned of at once: several on top of each other push the figures off the screen."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.ui.components.text import escaped

__all__ = ["warn"]


def warn(sentences: Sequence[str]) -> None:
    """One warning of these sentences, as a list where there are several; nothing where there is none."""
    if len(sentences) > 1:
        st.warning("\n".join(f"- {escaped(sentence)}" for sentence in sentences))
    elif sentences:
        st.warning(escaped(sentences[0]))
