"""Changing the boards of a user: adding a view, and moving, renaming, noting and removing the charts of a board."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from indicators.boards import Board, BoardChart, delete_board, edit_board, list_boards, read_board
from indicators.boards.collection import make_board_id
from indicators.errors import IndicatorsError, PeriodError, UsageError
from indicators.model.periods import TimeSpan
from indicators.ui import state
from indicators.ui.access import editing
from indicators.ui.components.elements import escape_markdown, is_pressed
from indicators.ui.messages import boards as messages
from indicators.ui.pages import find_page
from indicators.view import View

_UNDO: Final = "board before the last change"
_LAST: Final = "board added to last"
_COLUMNS: Final = (1, 2, 3)


def _change(board: Board, change: Callable[[Board], Board]) -> None:
    """Apply a change to the board as it is kept now, and keep both states, to undo it."""

    def apply(kept: Board | None) -> Board:
        before = kept or board
        states[:] = [before, change(before)]
        return states[1]

    states: list[Board] = []
    try:
        with editing():
            edit_board(board.id, apply)
    except IndicatorsError as error:
        state.notify(str(error))
    else:
        st.session_state[_UNDO] = (states[0], states[1])


def duplicate(board: Board) -> Board:
    """Copy a board as one of the user's own."""
    id = make_board_id(board.title, tuple(one.id for one in list_boards()))
    with editing():
        return edit_board(id, lambda _: replace(board, id=id))


def undo_last() -> None:
    """Show the button that takes the last change of this session back, unless somebody has changed more since."""
    states: tuple[Board, Board | None] | None = st.session_state.get(_UNDO)
    if states is None or not is_pressed(messages.UNDO):
        return
    before, after = states
    del st.session_state[_UNDO]

    def restore(kept: Board | None) -> Board:
        if kept != after:
            raise UsageError(messages.CHANGED_SINCE)
        return before

    try:
        with editing():
            edit_board(before.id, restore)
    except IndicatorsError as error:
        state.notify(str(error))
    st.query_params["board"] = before.id
    st.rerun()


def show_board_fields(board: Board, areas: Mapping[str, str]) -> None:
    """Show the fields that change a board as a whole: title, text, columns, and what all its views share.

    Args:
        board: The board.
        areas: The names of countries and groups by their codes.
    """

    def rewrite(field: str) -> None:
        value = st.session_state[f"{board.id} {field}"]
        text = "~".join(value) if field == "country" else value if field == "columns" else value.strip()
        try:
            text = read_time(text) if field == "time" else text
        except PeriodError as error:
            return state.notify(str(error))
        changes: dict[str, Any] = {field: text}
        return _change(board, lambda kept: replace(kept, **changes))

    def keep(field: str) -> dict[str, Any]:
        return {"key": f"{board.id} {field}", "on_change": rewrite, "args": (field,)}

    left, right = st.columns([3, 1])
    left.text_input(messages.BOARD_TITLE, board.title, **keep("title"))
    right.selectbox(messages.COLUMNS, _COLUMNS, _COLUMNS.index(board.columns), **keep("columns"))
    st.text_area(messages.BOARD_TEXT, board.text, height=100, help=messages.BOARD_TEXT_HELP, **keep("text"))
    left, right = st.columns([3, 1])
    shared = [code for code in board.country.split("~") if code]
    left.multiselect(
        messages.SHARED_COUNTRIES, [*areas, *(code for code in shared if code not in areas)], shared,
        format_func=lambda code: areas.get(code, code), filter_mode="contains", **keep("country"),
    )  # fmt: skip
    right.text_input(messages.SHARED_TIME, _label_time(board.time), placeholder=messages.TIME_EXAMPLE, **keep("time"))
    if is_pressed(messages.DELETE_BOARD, key=f"delete {board.id}"):
        st.session_state[_UNDO] = (board, None)
        with editing():
            delete_board(board.id)
        st.query_params.pop("board", None)
        st.rerun()


def read_time(text: str) -> str:
    """Return a time span as boards keep it.

    Raises:
        PeriodError: It is none.
    """
    return str(TimeSpan.parse(text)) if text.strip() else ""


def _label_time(time: str) -> str:
    """Return the time of a board in words, where these can be read again."""
    try:
        label = TimeSpan.parse(time).label
        return label if read_time(label) == time else time
    except PeriodError:
        return time


def show_editing(board: Board, place: int) -> None:
    """Show the fields and buttons that change one chart of a board.

    A change is made to the chart with this view, wherever it is by then: another tab may have moved it. Only what was
    changed here is written, so that a title and a note changed in two tabs are both kept.
    """
    chart = board.charts[place]
    own = f"{board.id} {place} {chart.view}"  # no other chart of any board has this key

    def rewrite(field: str) -> None:
        text = st.session_state[f"{field} {own}"].strip()

        def apply(kept: Board) -> Board:
            found = kept.find(chart)
            return kept.exchange(found, replace(kept.charts[found], **{field: text}))

        _change(board, apply)

    for field, label in (("title", messages.CHART_TITLE), ("note", messages.CHART_NOTE)):
        st.text_input(label, getattr(chart, field), key=f"{field} {own}", on_change=rewrite, args=(field,))
    moves = {messages.UP: -1, messages.DOWN: 1}
    with st.container(horizontal=True):
        for label, by in moves.items():
            if is_pressed(label, key=f"{label} {own}"):
                _change(board, lambda kept, by=by: kept.move(kept.find(chart), by))  # type: ignore[misc]  # bound now
                st.rerun()
        if is_pressed(messages.REMOVE, key=f"remove {own}"):
            _change(board, lambda kept: kept.exchange(kept.find(chart), None))
            st.rerun()


def import_board(text: str, file: str) -> Board:
    """Keep a board from a file as one of the user's own, under an id that no other has.

    Raises:
        IndicatorsError: It is not valid, or can't be kept.
    """
    board = read_board(text, file)
    id = make_board_id(board.id, tuple(one.id for one in list_boards()))
    with editing():
        return edit_board(id, lambda _: replace(board, id=id))


def show_add_to_board(view: View, *, key: str) -> None:
    """Show the button that puts a view on one of the user's boards, or on a new one."""
    if is_pressed(messages.ADD_TO_BOARD, key=f"{key} boards"):
        _choose_board(view, key)


@st.dialog(messages.ADD_TO_BOARD)
def _choose_board(view: View, key: str) -> None:
    own = {one.id: one.title for one in list_boards() if not one.is_embedded}
    options = [*own, ""]
    last = st.session_state.get(_LAST)
    id = st.selectbox(
        messages.BOARD, options, options.index(last) if last in own else 0,
        format_func=lambda one: own.get(one, messages.NEW_BOARD), key=f"{key} board",
    )  # fmt: skip
    title = st.text_input(messages.NEW_TITLE, key=f"{key} new board") if not id else ""
    if is_pressed(messages.ADD, key=f"{key} add to board", disabled=not (id or title.strip())):
        _add(view, id, title.strip())


def _add(view: View, id: str, title: str) -> None:
    chart = BoardChart(view.with_(overlay="", embed=False).address)
    name = id or make_board_id(title, tuple(one.id for one in list_boards()))
    try:
        with editing():
            board = edit_board(name, lambda kept: (kept or Board(name, title)).add(chart))
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
    else:
        st.session_state[_LAST] = board.id
        st.page_link(
            find_page("boards"), label=messages.ADDED.format(title=board.title), query_params={"board": board.id}
        )
