"""Check an article: paste, upload or choose one, and see at once which of its figures add up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from typing import Any

import streamlit as st

from indicators.claims import Reading, Report, check_reading
from indicators.claims.earlier_verdicts import find_earlier_verdicts, remember_verdicts
from indicators.claims.input.corrections import apply_corrections
from indicators.claims.input.documents import DOCUMENT_KINDS, TextFile, decode_text
from indicators.claims.input.from_dataset import read_dataset_claims
from indicators.claims.reading import read_claims
from indicators.errors import IndicatorsError
from indicators.exports import reports
from indicators.exports.frozen import is_frozen
from indicators.files import find_store_location
from indicators.language.languages import LANGUAGES
from indicators.model.formatting import count_noun
from indicators.ui import loaders
from indicators.ui.access import editing, may_edit
from indicators.ui.components.checked_text import show_checked_text
from indicators.ui.components.credits import show_sources
from indicators.ui.components.elements import escape_markdown, is_pressed
from indicators.ui.components.frozen_comparison import pick_frozen_page, show_frozen_comparison
from indicators.ui.components.reading_table import edit_figures
from indicators.ui.components.verdicts import show_findings
from indicators.ui.messages import check as messages
from indicators.ui.messages import pages

# It belongs to one user: Streamlit keeps it with the session and drops it with it.
READING = "check reading"
TALL, LOW = 220, 90  # of the field for the text, in pixels, before and after it is read


def pick_text() -> None:
    """Show the form for a text; the publication date comes first, since verdicts depend on it."""
    ways = messages.TEXT_INPUTS
    way = st.segmented_control(
        messages.TEXT_INPUT, list(ways), default="paste", format_func=ways.__getitem__, label_visibility="collapsed"
    )
    if way == "stored":
        pick_stored()
        return
    if way == "frozen":
        st.session_state.pop(READING, None)
        pick_frozen_page()
        return
    with st.form("check text", border=False):
        first, second = st.columns(2)
        day = first.date_input(
            messages.PUBLISHED_ON, value=None, min_value=date(1900, 1, 1), format="YYYY-MM-DD",
            help=messages.PUBLISHED_ON_HELP,
        )  # fmt: skip
        names = {"": messages.DETECT_LANGUAGE, **{code: language.name for code, language in LANGUAGES.items()}}
        language = second.selectbox(messages.LANGUAGE, list(names), format_func=names.__getitem__)
        upload, text = None, ""
        if way == "upload":
            suffixes = [suffix for kind in DOCUMENT_KINDS for suffix in kind.suffixes]
            upload = st.file_uploader(messages.TEXT_FILE, type=suffixes, max_upload_size=20)
        else:
            text = st.text_area(
                messages.ARTICLE_TEXT,
                height=LOW if READING in st.session_state else TALL,
                placeholder=messages.ARTICLE_EXAMPLE,
                key="check pasted",
            )
        if is_pressed(messages.CHECK_TEXT, key="check given", draw=st.form_submit_button):
            st.session_state.pop(READING, None)
            if upload is not None and is_frozen(page := upload.getvalue().decode(errors="replace")):
                show_frozen_comparison(page)
                return
            file = decode_text(upload.getvalue(), upload.name) if upload is not None else TextFile(text)
            if not file.text.strip():
                st.info(messages.NO_TEXT)
                return
            st.session_state[READING] = read_claims(
                file.text, catalogue=loaders.get_catalogue(), published=day or file.published, language=language or None
            )
            st.rerun()  # the field makes room for the verdicts


def pick_stored() -> None:
    """Pick a dataset that was made from an article or a page."""
    datasets = {d.title: d.id for d in loaders.get_catalogue().datasets if d.observations}
    title = st.selectbox(messages.STORED_ARTICLE, list(datasets), index=None, placeholder=messages.CHOOSE_ARTICLE)
    if is_pressed(messages.CHECK_TEXT, key="check stored", disabled=title is None) and title is not None:
        st.session_state[READING] = read_dataset_claims(datasets[title], loaders.get_catalogue())


def make_report(reading: Reading, edits: Mapping[str, Mapping[str, Any]]) -> Report:
    """Check a reading with the corrections of the user; find what was remembered about its claims."""
    report = check_reading(apply_corrections(reading, edits, loaders.get_catalogue()), loaders.get_store())
    return replace(report, earlier=find_earlier_verdicts(report.reading, find_store_location()))


def show(reading: Reading) -> None:
    """Show the verdicts in the text, and below it the table of what was read, which corrects them at once."""
    above = st.container()
    edits: dict[str, dict[str, Any]] = {}
    if reading.claims:
        with st.expander(messages.CORRECT_FIGURES):
            st.caption(messages.REVIEW_FIGURES)
            text = reading.document.text or reading.document.title
            edits = edit_figures(reading, key=f"check table {sha256(text.encode(errors='replace')).hexdigest()[:12]}")
    try:
        report = make_report(reading, edits)
    except IndicatorsError as error:
        above.warning(escape_markdown(str(error)))
        return
    with above:
        show_verdicts(report)
    show_rest(report)


def show_verdicts(report: Report) -> None:
    """Show the headline, the text with its verdicts, and the findings that are not beside it."""
    st.markdown(f"#### {escape_markdown(reports.summarize_report(report))}")
    document = report.reading.document
    if document.text and document.published is None and report.reading.claims:
        st.caption(messages.DATE_UNKNOWN)
    if unsure := len(report.reading.unsure):
        st.caption(messages.UNSURE_FIGURES.format(figures=count_noun(unsure, *messages.UNSURE_NOUN)))
    if document.text:
        show_checked_text(report)
    show_findings(report, collapsed=bool(document.text))
    for one in report.earlier:
        st.caption(escape_markdown(reports.describe_earlier(one)))


def show_rest(report: Report) -> None:
    """Show how the checks work, the sources, and the report to download, cite and remember."""
    if not report.reading.claims:
        return
    with st.expander(messages.HOW_CHECKED):
        for one in report.checks:
            st.markdown(f"**{escape_markdown(one.label)}** {escape_markdown(one.rule)}")
    if report.origins:
        with st.expander(pages.PAGE_TITLES["sources"]):
            show_sources(report.origins)
    row = st.container(horizontal=True)
    for format in (reports.REPORT_FORMATS[id] for id in ("html", "markdown", "json")):
        label, name = messages.REPORT_AS.format(format=format.label), f"report.{format.suffix}"
        row.download_button(label, partial(format.render, report), name, format.media_type, on_click="ignore")
    if may_edit() and is_pressed(messages.REMEMBER, draw=row.button, help=messages.REMEMBER_HELP):
        try:
            with editing():
                new = remember_verdicts(report, find_store_location())
            st.success(messages.REMEMBERED.format(verdicts=count_noun(new, *messages.VERDICT_NOUN)))
        except IndicatorsError as error:
            st.warning(escape_markdown(str(error)))
    st.caption(messages.CITE_REPORT)
    st.code(reports.cite_report(report), language=None, wrap_lines=True)


st.markdown(f"# {pages.PAGE_TITLES['check']}")
st.caption(messages.CHECK_INTRO)
loaders.get_store()
try:
    pick_text()
except IndicatorsError as error:
    st.warning(escape_markdown(str(error)))
if (reading := st.session_state.get(READING)) is not None:
    show(reading)
