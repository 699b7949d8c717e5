"""Changing the boards of a user: adding a view, and moving, renaming, noting and removing the charts of a board."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from indicators.boards import Board, BoardChart, delete_board, edit_board, list_boards
from indicators.boards.collection import make_board_id
from indicators.errors import IndicatorsError, UsageError
from indicators.ui import state
from indicators.ui.components.elements import escape_markdown
from indicators.ui.messages import boards as messages
from indicators.ui.pages import find_page
from indicators.view import View

__all__ = ["duplicate", "show_add_to_board", "show_editing", "undo_last"]

_UNDO: Final = "board before the last change"


def _change(board: Board, change: Callable[[Board], Board]) -> None:
    """Apply a change to the board as it is kept now, and keep both states, to undo it."""

    def apply(kept: Board | None) -> Board:
        before = kept or board
        after = change(before)
        st.session_state[_UNDO] = (before, after)
        return after

    try:
        edit_board(board.id, apply)
    except IndicatorsError as error:
        state.notify(str(error))


def duplicate(board: Board) -> Board:
    """Copy a board as one of the user's own."""
    id = make_board_id(board.title, tuple(one.id for one in list_boards()))
    return edit_board(id, lambda _: replace(board, id=id))


def undo_last() -> None:
    """Show the button that takes the last change of this session back, unless somebody has changed more since."""
    states: tuple[Board, Board | None] | None = st.session_state.get(_UNDO)
    if states is None or not st.button(messages.UNDO):
        return
    before, after = states
    del st.session_state[_UNDO]

    def restore(kept: Board | None) -> Board:
        if kept != after:
            raise UsageError(messages.CHANGED_SINCE)
        return before

    try:
        edit_board(before.id, restore)
    except IndicatorsError as error:
        state.notify(str(error))
    st.query_params["board"] = before.id
    st.rerun()


def show_editing(board: Board, place: int) -> None:
    """Show the fields and buttons that change one chart of a board.

    A change is made to the chart with this view, wherever it is by then: another tab may have moved it.
    """
    chart = board.charts[place]

    def find(kept: Board) -> int:
        return kept.charts.index(chart) if chart in kept.charts else -1

    def rewrite() -> None:
        title, note = st.session_state[f"title {place}"], st.session_state[f"note {place}"]
        changed = replace(chart, title=title.strip(), note=note.replace("<", "").replace("![", "[").strip())
        _change(
            board, lambda kept: replace(kept, charts=tuple(changed if one == chart else one for one in kept.charts))
        )

    st.text_input(messages.CHART_TITLE, chart.title, key=f"title {place}", on_change=rewrite)
    st.text_input(messages.CHART_NOTE, chart.note, key=f"note {place}", on_change=rewrite)
    moves = {messages.UP: -1, messages.DOWN: 1}
    with st.container(horizontal=True):
        for label, by in moves.items():
            if st.button(label, key=f"{label} {place}"):
                _change(board, lambda kept, by=by: kept.move(find(kept), by))  # type: ignore[misc]  # bound now
                st.rerun()
        if st.button(messages.REMOVE, key=f"remove {place}"):
            _change(board, lambda kept: kept.exchange(chart, None))
            st.rerun()
        if place == 0 and st.button(messages.DELETE_BOARD, key="delete board"):
            st.session_state[_UNDO] = (board, None)
            delete_board(board.id)
            st.query_params.pop("board", None)
            st.rerun()


def show_add_to_board(view: View, *, key: str) -> None:
    """Show the menu that puts a view on one of the user's boards, or on a new one."""
    with st.popover(messages.ADD_TO_BOARD):
        own = {one.id: one.title for one in list_boards() if not one.is_embedded}
        options = ["", *own]
        id = st.selectbox(
            messages.BOARD, options, format_func=lambda one: own.get(one, messages.NEW_BOARD), key=f"{key} board"
        )
        title = st.text_input(messages.NEW_TITLE, key=f"{key} new board") if not id else ""
        if st.button(messages.ADD, key=f"{key} add to board", disabled=not (id or title.strip())):
            _add(view, id, title.strip())


def _add(view: View, id: str, title: str) -> None:
    chart = BoardChart(view.with_(overlay="", embed=False).address)
    name = id or make_board_id(title, tuple(one.id for one in list_boards()))
    try:
        board = edit_board(name, lambda kept: (kept or Board(name, title)).add(chart))
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
    else:
        st.page_link(
            find_page("boards"), label=messages.ADDED.format(title=board.title), query_params={"board": board.id}
        )
