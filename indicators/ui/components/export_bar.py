"""Download, share, cite: what stands below a chart, each made only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from indicators.charts.drawing import Drawing, draw_chart
from indicators.exports.extract import Extract, select_source_series
from indicators.exports.formats import FILE_FORMATS, FileFormat
from indicators.exports.pictures import PICTURE_SIZES, explain_missing_browser
from indicators.exports.saving import render
from indicators.exports.snippets import EMBED_HEIGHT, is_local_link, make_embed_code, make_link, make_snippets, pin_view
from indicators.model.observations import Event
from indicators.model.origins import CitationStyle
from indicators.model.panel import Panel
from indicators.ui import loaders
from indicators.ui.components.browser import keep_focus
from indicators.view import View

__all__ = ["show_export_bar"]

_OFFERED: Final = {format.label: format for format in FILE_FORMATS if format.id != "table"}
_EVERYTHING: Final = "Everything behind it"
_SCOPE_HELP: Final = (
    "What is shown: the figures of the chart, as converted and transformed. Everything behind it: the whole series of "
    "the same indicators and countries, as published."
)
_PIN_HELP: Final = "The figures stay as they are known today, whatever is released later. Off: always the newest."
_OPENED: Final = "a dialog was open"
_SHORT: Final = "Short"
_STYLES: Final[dict[str, CitationStyle]] = {"Full": "text", "BibTeX": "bibtex", "CSL-JSON": "csl", "RIS": "ris"}
_CITATION_FILES: Final = {
    "BibTeX": ("bib", "application/x-bibtex"),
    "CSL-JSON": ("csl.json", "application/vnd.citationstyles.csl+json"),
    "RIS": ("ris", "application/x-research-info-systems"),
}


@dataclass(frozen=True)
class _Shown:
    """What stands above: the figures, what was asked for, and how to draw it again."""

    extract: Extract
    view: View | None
    page: str
    events: tuple[Event, ...]
    behind: Callable[[], Panel] | None
    key: str
    drawn: bool


def show_export_bar(
    panel: Panel,
    view: View | None,
    *,
    key: str,
    heading: str = "",
    events: Iterable[Event] = (),
    behind: Callable[[], Panel] | None = None,
    drawn: bool = True,
) -> None:
    """Three buttons in a row: Download, Share, Cite.

    ``overlay=download-data`` in the address opens the first of them.

    Args:
        panel: The figures that are shown.
        view: What was asked for; ``None`` for figures that no view alone gives.
        key: Tells it from others on the page.
        heading: The title of what is shown, where it is not the one its figures have.
        events: What the chart marks.
        behind: Reads everything behind it; the whole series as published if left out.
        drawn: Whether there is a chart to take away; one that was refused is not.
    """
    page = str(st.context.url or "").partition("?")[0]
    if view is None:
        link = f"{page}?{urlencode(st.query_params.to_dict(), safe='~.')}".rstrip("?")
    else:
        link = make_link(page, view)
    extract = Extract(panel, view, link if page else "", heading=heading)
    if behind is None and view is not None:
        behind = partial(loaders.panel, select_source_series(view).query)
    _row(_Shown(extract, view, page, tuple(events), behind, key, drawn))


@st.fragment
def _row(shown: _Shown) -> None:
    dialogs = {"Download": _download, "Share": _share, "Cite": _cite}
    with st.container(horizontal=True):
        asked = [dialog for label, dialog in dialogs.items() if st.button(label, key=f"{shown.key} {label}")]
    overlay = "" if shown.view is None else shown.view.overlay
    if overlay == "download-data" and not st.session_state.get(_OPENED):
        asked = [_download]
    for dialog in asked:
        st.session_state[_OPENED] = True  # the address opens it once; it may be closed
        dialog(shown)


@st.dialog("Download")
def _download(shown: _Shown) -> None:
    key = f"{shown.key} download"
    scope = "What is shown"
    if shown.behind is not None:
        scope = st.radio("Which figures", [scope, _EVERYTHING], key=f"{key} scope", help=_SCOPE_HELP)
    with_chart = shown.drawn and scope != _EVERYTHING
    labels = [label for label, format in _OFFERED.items() if format.kind == "data" or with_chart]
    format = _OFFERED[st.selectbox("As", labels, key=f"{key} form")]
    if format.kind == "data":
        st.caption(f"{format.description}.")
        _data_button(shown, format, everything=scope == _EVERYTHING)
    elif format.kind == "page":
        st.caption(f"{format.description}.")
        _chart_button(shown, format, "Download web page")
    elif missing := explain_missing_browser():
        st.info(missing)
    else:
        _picture_button(shown, format)
    keep_focus()


def _data_button(shown: _Shown, format: FileFormat, *, everything: bool) -> None:
    def make() -> bytes:
        if not everything or shown.behind is None:
            return render(shown.extract, format)
        published = None if shown.view is None else select_source_series(shown.view)
        link = make_link(shown.page, published) if published is not None and shown.page else shown.extract.link
        return render(Extract(shown.behind(), published, link), format)

    name = f"{shown.extract.name}{'-all' if everything else ''}.{format.suffix}"
    label = f"Download everything, {format.label}" if everything else f"Download {format.label}"
    _button(shown, label, make, name, format.media_type)


def _picture_button(shown: _Shown, format: FileFormat) -> None:
    size = st.selectbox(
        "Size in pixels", list(PICTURE_SIZES), index=1, format_func=lambda name: PICTURE_SIZES[name].label,
        key=f"{shown.key} size",
    )  # fmt: skip
    st.caption(f"{format.description}. The first image takes a few seconds.")
    pixels = f"{PICTURE_SIZES[size].width} × {PICTURE_SIZES[size].height}"
    _chart_button(shown, format, f"Download {format.id.upper()}, {pixels}", size)


def _chart_button(shown: _Shown, format: FileFormat, label: str, size: str = "") -> None:
    camera = loaders.camera()

    def make() -> bytes:
        return render(shown.extract, format, drawing=_drawing(shown), size=size, camera=camera)

    _button(shown, label, make, f"{shown.extract.name}.{format.suffix}", format.media_type)


def _button(shown: _Shown, label: str, made: Callable[[], bytes], name: str, media_type: str) -> None:
    """The button; what it downloads is said on it, so that no click meets the button of the choice before."""
    st.download_button(label, made, name, media_type, key=f"{shown.key} {label}", on_click="ignore")


def _drawing(shown: _Shown) -> Drawing:
    """The chart on a light ground, whatever the reader's screen has: it goes elsewhere."""
    drawing = draw_chart(shown.extract.panel, shown.view or View(), events=shown.events)
    return replace(drawing, title=shown.extract.heading or drawing.title)


@st.dialog("Share", width="medium")
def _share(shown: _Shown) -> None:
    if shown.view is None:
        _address(shown.extract.link)
        return
    pin = st.toggle("Keep today's figures", key=f"{shown.key} pin", help=_PIN_HELP)
    view = pin_view(shown.view, shown.extract.day) if pin else shown.view
    same = {snippet.label: snippet for snippet in make_snippets(view)}
    kind = st.selectbox("As", ["Link", "Part of another page", *same], key=f"{shown.key} share")
    if kind in same:
        st.code(same[kind].code, language=same[kind].language, wrap_lines=True)
        if same[kind].note:
            st.caption(same[kind].note)
    elif kind == "Link":
        _address(make_link(shown.page, view))
    else:
        st.code(make_embed_code(shown.page, view, title=shown.extract.title), language="html", wrap_lines=True)
        st.caption(f"The chart, alive, {EMBED_HEIGHT} pixels high. For one that stays as it is, download the web page.")


def _address(link: str) -> None:
    st.code(link, language=None, wrap_lines=True)
    if is_local_link(link):
        st.caption("This address reaches the dashboard on this machine only.")


@st.dialog("Cite", width="medium")
def _cite(shown: _Shown) -> None:
    style = st.selectbox("Style", [_SHORT, *_STYLES], index=1, key=f"{shown.key} style")
    text = shown.extract.short_citation if style == _SHORT else shown.extract.cite(_STYLES[style])
    st.code(text, language=None, wrap_lines=True, height=300 if style in _CITATION_FILES else "content")
    if style in _CITATION_FILES:
        suffix, media_type = _CITATION_FILES[style]
        st.download_button(
            f"Download {style}", text, f"{shown.extract.name}.{suffix}", media_type, key=f"{shown.key} cite {style}",
            on_click="ignore",
        )  # fmt: skip
