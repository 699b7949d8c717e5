"""The button that gives a chart a title and notes on points in time."""

from __future__ import annotations

from typing import Final

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.ui import loaders, state
from indicators.ui.components.controls.binding import get_current_view
from indicators.ui.components.elements import escape_markdown, is_pressed
from indicators.ui.messages import exploration as messages
from indicators.view import View

_ROWS: Final = 130  # pixels


def show_story_button(view: View, *, key: str) -> None:
    """Show the button that opens the dialog for title and notes."""
    if is_pressed(messages.ANNOTATE, key=f"{key} annotate"):
        _show_dialog(view, key)


@st.dialog(messages.ANNOTATE)
def _show_dialog(view: View, key: str) -> None:
    title = st.text_input(messages.STORY_TITLE, view.title, key=f"{key} story title", help=messages.STORY_TITLE_HELP)
    lines = "\n".join(f"{note.period}: {note.text}" for note in view.notes)
    notes = st.text_area(
        messages.STORY_NOTES, lines, key=f"{key} story notes", height=_ROWS, placeholder=messages.STORY_NOTES_EXAMPLE,
        help=messages.STORY_NOTES_HELP,
    )  # fmt: skip
    if is_pressed(messages.APPLY, key=f"{key} apply story"):
        texts = {"title": title, "notes": "~".join(line.replace("~", "%7E") for line in notes.splitlines())}
        try:
            story = View.from_texts(texts, loaders.get_catalogue())
        except IndicatorsError as error:
            st.warning(escape_markdown(str(error)))
            return
        state.change_view(get_current_view(), title=story.title, notes=story.notes)
        st.rerun()
