"""Elements of every page: text from data in Markdown, warnings, tables, and expanders that draw when opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if TYPE_CHECKING:
    import pandas as pd

_HEAD, _ROW = 38, 35  # in pixels: the head of a table, a row

_PRESSED = "the button pressed last"

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|$~:])")


def escape_markdown(text: str) -> str:
    r"""Escape every character that has a meaning in Markdown.

    >>> print(escape_markdown("$287 <b>"))
    \$287 \<b\>
    """
    return _SPECIAL.sub(r"\\\1", text)


def warn(sentences: Sequence[str]) -> None:
    """Show one warning with all sentences: several boxes would push the figures off the screen."""
    if len(sentences) > 1:
        st.warning("\n".join(f"- {escape_markdown(sentence)}" for sentence in sentences))
    elif sentences:
        st.warning(escape_markdown(sentences[0]))


def is_pressed(label: str, *, key: str = "", draw: Callable[..., object] = st.button, **options: Any) -> bool:
    """Show a button, and whether it was pressed.

    Streamlit forgets a press when another rerun comes before the script has reached the button, such as the browser's
    report of its width. This one remembers it until then, on this page and until another button is pressed.

    Args:
        label: Its label.
        key: Its key on the page; else its label.
        draw: What draws it, such as the ``button`` of a container.
        options: Further arguments of ``draw``.
    """
    name = key or label
    context = get_script_run_ctx()
    press = (name, context.page_script_hash if context else "")
    is_new = draw(label, key=name, on_click=st.session_state.__setitem__, args=(_PRESSED, press), **options)
    if st.session_state.get(_PRESSED) != press:
        return bool(is_new)
    del st.session_state[_PRESSED]
    return not options.get("disabled")


@st.fragment
def show_expander(label: str, draw: Callable[[], object], *, key: str, expanded: bool = False) -> None:
    """Show an expander whose content is drawn only when it is open; opening it redraws nothing else.

    Args:
        label: Its label.
        draw: Draws the content.
        key: Its key on the page.
        expanded: Whether it is open at first.
    """
    part = st.expander(label, expanded=expanded, key=key, type="compact", on_change="rerun")
    if part.open:
        with part:
            draw()


def show_rows(rows: Any, *, most: int = 440, columns: Mapping[str, Any] | None = None, alt: str = "") -> None:
    """Show a table that is as high as its rows.

    Args:
        rows: The table, perhaps with a style; an empty cell stays empty.
        most: Its height in pixels from which it scrolls.
        columns: The configuration of columns by their names.
        alt: What is drawn in its cells, in words.
    """
    height = min(most, _HEAD + _ROW * len(rows.index))
    config = dict(columns or {})
    st.dataframe(rows, hide_index=True, height=height, column_config=config, placeholder="", alt=alt or None)


def offer_csv(label: str, make: Callable[[], pd.DataFrame], file: str, *, key: str) -> None:
    """Offer a table as a CSV file, which is made and written when it is asked for."""
    from indicators.exports.data_tables import format_csv

    st.download_button(label, lambda: format_csv(make()), file, "text/csv", key=key, on_click="ignore")


def align_right(names: Iterable[str]) -> dict[str, Any]:
    """Configure columns of text to be aligned right, as numbers are."""
    return {name: st.column_config.TextColumn(alignment="right") for name in names}
