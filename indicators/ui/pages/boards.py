"""Boards: saved collections of charts with text; those of the user can be edited here."""

import warnings
from functools import partial
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.boards import Board, find_board, list_boards, write_board
from indicators.errors import IndicatorsError, PeriodError, StoreWarning, shorten
from indicators.model.formatting import count_noun
from indicators.ui import loaders, state
from indicators.ui.access import keep_person, may_edit
from indicators.ui.components.board_editing import (
    duplicate,
    import_board,
    read_time,
    show_board_fields,
    show_editing,
    undo_last,
)
from indicators.ui.components.elements import escape_markdown, is_pressed
from indicators.ui.components.figure import show_chart
from indicators.ui.messages import boards as messages
from indicators.ui.messages import pages
from indicators.ui.pages import find_page

LONGEST_TEXT: Final = 240
catalogue = loaders.get_catalogue()


def show_list() -> None:
    """Show every board as a link, with the number of its charts."""
    with warnings.catch_warnings(record=True) as left_out:
        warnings.simplefilter("always", StoreWarning)
        boards = list_boards()
    for warning in left_out:
        st.warning(escape_markdown(str(warning.message)))
    for heading, group in (
        (messages.EMBEDDED, [one for one in boards if one.is_embedded]),
        (messages.YOURS, [one for one in boards if not one.is_embedded]),
    ):
        st.markdown(f"#### {heading}")
        for board in group:
            charts = count_noun(len(board.charts), *messages.CHART_NOUN)
            label = f"{escape_markdown(board.title)} :gray[{charts}]"
            st.page_link(find_page("boards"), label=label, query_params={"board": board.id})
            if about := " ".join(board.text.strip().partition("\n\n")[0].split()):
                st.caption(escape_markdown(shorten(about, most=LONGEST_TEXT)))
        if not group:
            st.caption(messages.NO_BOARDS_YET)
    if not may_edit():
        return
    upload = st.file_uploader(messages.IMPORT_BOARD, type=["yaml", "yml"], max_upload_size=1, key="board file")
    if upload is not None:
        try:
            board = import_board(upload.getvalue().decode("utf-8", errors="surrogateescape"), upload.name)
        except IndicatorsError as error:
            st.warning(escape_markdown(str(error)))
        else:
            st.query_params["board"] = board.id
            st.rerun()


def show_board(board: Board) -> None:
    """Show the charts of a board in columns, with countries and a time for all of them on top."""
    st.markdown(escape_pictures(board.text))
    names = {one.code: one.name for one in catalogue.areas}
    left, middle, right = st.columns([6, 2, 1], vertical_alignment="bottom")
    if may_edit() and not board.is_embedded and right.toggle(messages.EDIT, key=f"edit {board.id}"):
        is_edited, chosen, time = True, "", ""
        show_board_fields(board, names)
    else:
        is_edited = False
        areas = left.multiselect(
            messages.COUNTRIES, sorted(names, key=names.__getitem__), format_func=names.__getitem__,
            filter_mode="contains", placeholder=messages.COUNTRIES_OF_BOARD, key=f"countries of {board.id}",
        )  # fmt: skip
        chosen = "~".join(areas)
        time = pick_time(board, middle)
    views = board.list_views(catalogue, country=chosen, time=time)
    columns = st.columns(board.columns)
    for place, (chart, view) in enumerate(zip(board.charts, views, strict=True)):
        with columns[place % board.columns]:
            try:
                show_chart(loaders.load_figures(view.request), view, key=f"{board.id} {place}", headed=True)
            except IndicatorsError as error:
                st.info(escape_markdown(f"{view.title or view.address}: {error}"))
            if chart.note:
                st.markdown(escape_pictures(chart.note))
            st.page_link(find_page("explore"), label=messages.OPEN, query_params=view.parameters)
            if is_edited:
                show_editing(board, place)
    show_actions(board, chosen, time)


def pick_time(board: Board, place: DeltaGenerator) -> str:
    """Ask for a time for all charts; one that can't be read is refused."""
    asked = place.text_input(messages.TIME, placeholder=messages.TIME_EXAMPLE, key=f"time of {board.id}")
    try:
        return read_time(asked)
    except PeriodError as error:
        st.warning(escape_markdown(str(error)))
        return ""


def escape_pictures(text: str) -> str:
    """Markdown without pictures, which a browser would fetch from elsewhere; HTML is shown as text anyway."""
    return text.replace("![", r"!\[")


def show_actions(board: Board, country: str, time: str) -> None:
    """Show the downloads of a board, and the button that copies it."""
    with st.container(horizontal=True):
        for format, (label, media_type) in messages.FORMATS.items():
            make = keep_person(partial(loaders.build_board, board, format, country, time))
            st.download_button(
                label, make, f"{board.id}.{format}", media_type, on_click="ignore", key=f"{board.id} {format}"
            )  # fmt: skip
        st.download_button(
            messages.YAML, write_board(board), f"{board.id}.yaml", "application/yaml", on_click="ignore",
            key=f"{board.id} yaml",
        )  # fmt: skip
        if not may_edit():
            return
        if is_pressed(messages.DUPLICATE):
            copy = duplicate(board)
            st.query_params["board"] = copy.id
            st.rerun()
        undo_last()


for sentence, is_news in state.take_notices():
    (st.info if is_news else st.warning)(escape_markdown(sentence))
id = st.query_params.get("board", "")
if not id:
    st.markdown(f"# {pages.PAGE_TITLES['boards']}")
    st.caption(messages.INTRO)
    show_list()
    undo_last()
else:
    try:
        board = find_board(id)
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
        show_list()
    else:
        st.markdown(f"# {escape_markdown(board.title)}")
        st.set_page_config(page_title=pages.TAB_TITLE.format(page=board.title))
        show_board(board)
        st.page_link(find_page("boards"), label=messages.ALL_BOARDS)
