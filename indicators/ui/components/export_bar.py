"""The buttons below a chart: Download, Share and Cite, each file made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from indicators.charts.drawing import Drawing, draw_chart
from indicators.exports.extract import Extract, select_source_series
from indicators.exports.formats import FILE_FORMATS, FileFormat
from indicators.exports.links import find_reach, make_link
from indicators.exports.pictures import PICTURE_SIZES, explain_missing_browser
from indicators.exports.saving import render
from indicators.exports.snippets import EMBED_HEIGHT, make_embed_code, make_snippets, pin_view
from indicators.model.observations import Event
from indicators.model.panel import Panel
from indicators.ui import loaders, state
from indicators.ui.access import keep_person, may_edit
from indicators.ui.components.board_editing import show_add_to_board
from indicators.ui.components.browser import keep_focus, show_copy_button
from indicators.ui.components.elements import is_pressed
from indicators.ui.components.story_editing import show_story_button
from indicators.ui.messages import exploration as messages
from indicators.view import View

_OFFERED: Final = {format.id: format for format in FILE_FORMATS if format.id != "table"}
_USUAL_SIZE: Final = list(PICTURE_SIZES)[1]
_USUAL_PICTURES: Final = ("png", "svg", "pdf")
_USUAL_DATA: Final = ("csv", "xlsx")
_DIALOG_OPENED: Final = "a dialog was open"
_CITATION_FILES: Final = {
    "bibtex": ("bib", "application/x-bibtex"),
    "csl": ("csl.json", "application/vnd.citationstyles.csl+json"),
    "ris": ("ris", "application/x-research-info-systems"),
}


@dataclass(frozen=True)
class _Shown:
    """The figures and the view above the bar, and how to draw them again."""

    extract: Extract
    view: View | None
    page: str
    events: Sequence[Event] | None
    source: Callable[[], Panel] | None
    key: str
    drawn: bool


def show_export_bar(
    panel: Panel,
    view: View | None,
    *,
    key: str,
    heading: str = "",
    events: Sequence[Event] | None = None,
    source: Callable[[], Panel] | None = None,
    drawn: bool = True,
) -> None:
    """Show the buttons Download, Share and Cite.

    ``overlay=download-data`` in the address opens the first of them.

    Args:
        panel: The figures that are shown.
        view: What was asked for; ``None`` if no view gives these figures.
        key: Its key on the page.
        heading: The title of what is shown, unless it is the one made from the figures.
        events: The events the chart marks; those of the view if left out.
        source: Reads the full source series; by default the view's, as published.
        drawn: Whether there is a chart to download.
    """
    page = state.get_page_address()
    if view is None:
        link = f"{page}?{urlencode(st.query_params.to_dict(), safe='~.')}".rstrip("?")
    else:
        link = make_link(page, view)
    extract = Extract(panel, view, link if page else "", heading=heading)
    if source is None and view is not None:
        source = partial(loaders.load_panel, select_source_series(view).query)
    _show_buttons(_Shown(extract, view, page, events, source, key, drawn))


@st.fragment
def _show_buttons(shown: _Shown) -> None:
    dialogs = {messages.DOWNLOAD: _show_download, messages.SHARE: _show_share, messages.CITE: _show_cite}
    with st.container(horizontal=True, gap="xsmall"):
        asked = [
            dialog
            for (label, dialog), name in zip(dialogs.items(), ("download", "share", "cite"), strict=True)
            if is_pressed(label, key=f"{shown.key} {name}")
        ]
        if shown.view is not None:
            show_story_button(shown.view, key=shown.key)
            if may_edit():
                show_add_to_board(shown.view, key=shown.key)
    overlay = "" if shown.view is None else shown.view.overlay
    if overlay == "download-data" and not st.session_state.get(_DIALOG_OPENED):
        asked = [_show_download]
    for dialog in asked:
        st.session_state[_DIALOG_OPENED] = True  # the address opens it once, so that it can be closed
        dialog(shown)


@st.dialog(messages.DOWNLOAD)
def _show_download(shown: _Shown) -> None:
    key = f"{shown.key} download"
    _show_usual_formats(shown)
    st.markdown(f"**{messages.ALL_FORMATS}**")
    full = False
    if shown.source is not None:
        scopes = [messages.AS_SHOWN, messages.FULL_SERIES]
        full = st.radio(messages.WHICH_DATA, scopes, key=f"{key} scope", help=messages.SCOPE_HELP) == scopes[1]
    with_chart = shown.drawn and not full
    labels = {id: format.label for id, format in _OFFERED.items() if format.kind == "data" or with_chart}
    chosen = st.selectbox(messages.FORMAT, list(labels), format_func=labels.__getitem__, key=f"{key} form")
    format = _OFFERED[chosen]
    if format.kind == "picture" and (missing := explain_missing_browser()):
        st.info(missing)
    else:
        st.caption(messages.FORMAT_NOTE.format(description=format.description))
        if format.kind == "data":
            _show_data_button(shown, format, full=full)
        else:
            _show_chart_button(shown, format, _pick_size(shown) if format.kind == "picture" else "")
    keep_focus()


def _show_usual_formats(shown: _Shown) -> None:
    """Show what most people take, without a choice: of a chart its pictures first."""
    pictures = _USUAL_PICTURES if shown.drawn and not explain_missing_browser() else ()
    with st.container(horizontal=True, gap="xsmall"):
        for id in pictures:
            _show_chart_button(shown, _OFFERED[id], _USUAL_SIZE, label=_OFFERED[id].label)
        for id in _USUAL_DATA:
            _show_data_button(shown, _OFFERED[id], full=False, label=_OFFERED[id].label)


def _pick_size(shown: _Shown) -> str:
    names = {name: size.label for name, size in PICTURE_SIZES.items()}
    usual = list(names).index(_USUAL_SIZE)
    size = st.selectbox(
        messages.PICTURE_SIZE, list(names), index=usual, format_func=names.__getitem__, key=f"{shown.key} size"
    )
    st.caption(messages.PICTURE_NOTE)
    return size


def _show_data_button(shown: _Shown, format: FileFormat, *, full: bool, label: str = "") -> None:
    def make() -> bytes:
        if not full or shown.source is None:
            return render(shown.extract, format)
        published = None if shown.view is None else select_source_series(shown.view)
        link = make_link(shown.page, published) if published is not None and shown.page else shown.extract.link
        return render(Extract(shown.source(), published, link), format)

    name = f"{shown.extract.name}{'-all' if full else ''}.{format.suffix}"
    usual = (messages.DOWNLOAD_SERIES_AS if full else messages.DOWNLOAD_AS).format(format=format.label)
    _show_button(shown, label or usual, make, name, format.media_type)


def _show_chart_button(shown: _Shown, format: FileFormat, size: str, *, label: str = "") -> None:
    """Show the button of a picture of this size, or of another file with the chart."""
    usual = messages.DOWNLOAD_AS.format(format=format.label)
    if size:
        pixels = PICTURE_SIZES[size]
        usual = messages.DOWNLOAD_PICTURE.format(format=format.label, width=pixels.width, height=pixels.height)
    camera = loaders.get_camera()

    def make() -> bytes:
        return render(shown.extract, format, drawing=_draw(shown), size=size, camera=camera)

    _show_button(shown, label or usual, make, f"{shown.extract.name}.{format.suffix}", format.media_type)


def _show_button(shown: _Shown, label: str, make: Callable[[], bytes], name: str, media_type: str) -> None:
    """Show a download button whose label is its key, so that a click can't hit the button of the choice before."""
    st.download_button(label, keep_person(make), name, media_type, key=f"{shown.key} {label}", on_click="ignore")


def _draw(shown: _Shown) -> Drawing:
    """Draw the chart on a light background, whatever the user's theme."""
    drawing = draw_chart(shown.extract.panel, shown.view or View(), events=shown.events)
    return replace(drawing, title=shown.extract.heading or drawing.title)


@st.dialog(messages.SHARE, width="medium")
def _show_share(shown: _Shown) -> None:
    if shown.view is None:
        _show_link(shown.extract.link)
        return
    freeze = st.toggle(messages.FREEZE, key=f"{shown.key} pin", help=messages.FREEZE_HELP)
    view = pin_view(shown.view, shown.extract.day) if freeze else shown.view
    by_label = {snippet.label: snippet for snippet in make_snippets(view, shown.page)}
    kinds = [messages.LINK, messages.EMBED_CODE, *by_label]
    kind = st.selectbox(messages.SHARE_AS, kinds, key=f"{shown.key} share as")
    if kind in by_label:
        st.code(by_label[kind].code, language=by_label[kind].language or None, wrap_lines=True)
        if by_label[kind].note:
            st.caption(by_label[kind].note)
    elif kind == messages.LINK:
        _show_link(make_link(shown.page, view))
    else:
        lock = st.toggle(messages.LOCK, view.lock, key=f"{shown.key} lock", help=messages.LOCK_HELP)
        title = view.title or shown.extract.title
        st.code(make_embed_code(shown.page, view.with_(lock=lock), title=title), language="html", wrap_lines=True)
        st.caption(messages.EMBED_NOTE.format(height=EMBED_HEIGHT))
        _show_reach(shown.page)


def _show_link(link: str) -> None:
    st.code(link, language=None, wrap_lines=True)
    show_copy_button(link, label=messages.COPY_LINK, done=messages.COPIED)
    _show_reach(link)


def _show_reach(link: str) -> None:
    """Say when others can't open a link, and how to make one that they can."""
    if (reach := find_reach(link)) != "everywhere":
        st.caption(messages.REACHES[reach])


@st.dialog(messages.CITE, width="medium")
def _show_cite(shown: _Shown) -> None:
    styles = messages.CITATION_STYLES
    key = f"{shown.key} style"
    style = st.selectbox(messages.CITATION_STYLE, list(styles), index=1, format_func=styles.__getitem__, key=key)
    text = shown.extract.short_citation if style == "short" else shown.extract.cite(style)
    st.code(text, language=None, wrap_lines=True, height=300 if style in _CITATION_FILES else "content")
    if style in _CITATION_FILES:
        suffix, media_type = _CITATION_FILES[style]
        st.download_button(
            messages.DOWNLOAD_AS.format(format=styles[style]), text, f"{shown.extract.name}.{suffix}", media_type,
            key=f"{shown.key} cite {style}", on_click="ignore",
        )  # fmt: skip
