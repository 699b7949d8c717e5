"""Check an article: paste, upload or choose one, review its figures, and see the results of the checks."""

from datetime import date
from functools import partial
from hashlib import sha256

import streamlit as st

from indicators.claims import Reading, Report, check_reading
from indicators.claims.input.corrections import apply_corrections
from indicators.claims.input.from_dataset import read_dataset_claims
from indicators.claims.input.text_file import decode_text
from indicators.claims.reading import read_claims
from indicators.errors import IndicatorsError
from indicators.exports import reports
from indicators.language.languages import LANGUAGES
from indicators.model.formatting import count_noun
from indicators.ui import loaders
from indicators.ui.components.credits import show_sources
from indicators.ui.components.elements import escape_markdown
from indicators.ui.components.reading_table import edit_figures, show_marked_text
from indicators.ui.components.verdicts import show_findings
from indicators.ui.messages import check as messages
from indicators.ui.messages import pages

# Both belong to one user: Streamlit keeps them with the session and drops them with it.
READING, REPORT = "check reading", "check report"


def read(text: str, published: date | None, language: str | None) -> None:
    """Read a text and keep the reading for this user; drop the report of an earlier text."""
    st.session_state.pop(REPORT, None)
    st.session_state[READING] = read_claims(
        text, catalogue=loaders.get_catalogue(), published=published, language=language
    )


def pick_text() -> None:
    """Show the form for a text."""
    ways = messages.TEXT_INPUTS
    way = st.segmented_control(
        messages.TEXT_INPUT, list(ways), default="paste", format_func=ways.__getitem__, label_visibility="collapsed"
    )
    if way == "stored":
        pick_stored()
        return
    with st.form("check text", border=False):
        file = None
        text = ""
        if way == "upload":
            file = st.file_uploader(messages.TEXT_FILE, type=["txt", "md", "text"], max_upload_size=2)
        else:
            text = st.text_area(
                messages.ARTICLE_TEXT, height=220, placeholder=messages.ARTICLE_EXAMPLE, key="check pasted"
            )
        first, second = st.columns(2)
        day = first.date_input(
            messages.PUBLISHED_ON, value=None, min_value=date(1900, 1, 1), format="YYYY-MM-DD",
            help=messages.PUBLISHED_ON_HELP,
        )  # fmt: skip
        names = {"": messages.DETECT_LANGUAGE, **{code: language.name for code, language in LANGUAGES.items()}}
        language = second.selectbox(messages.LANGUAGE, list(names), format_func=names.__getitem__)
        if st.form_submit_button(messages.FIND_FIGURES):
            content = decode_text(file.getvalue()) if file is not None else text
            if content.strip():
                read(content, day, language or None)
            else:
                st.info(messages.NO_TEXT)


def pick_stored() -> None:
    """Pick a dataset that was made from an article or a page."""
    datasets = {d.title: d.id for d in loaders.get_catalogue().datasets if d.observations}
    title = st.selectbox(messages.STORED_ARTICLE, list(datasets), index=None, placeholder=messages.CHOOSE_ARTICLE)
    if st.button(messages.FIND_FIGURES, disabled=title is None) and title is not None:
        st.session_state.pop(REPORT, None)
        st.session_state[READING] = read_dataset_claims(datasets[title], loaders.get_catalogue())


def review(reading: Reading) -> None:
    """Show the text with its figures, a table to correct them, and the button that checks them."""
    count, unsure = len(reading.claims), len(reading.unsure)
    st.markdown(f"#### {messages.FIGURES_FOUND.format(figures=count_noun(count, *messages.FIGURE_NOUN))}")
    if count:
        st.caption(messages.REVIEW_FIGURES)
    if unsure:
        st.caption(messages.UNSURE_FIGURES.format(figures=count_noun(unsure, *messages.UNSURE_NOUN)))
    if not count:
        if reading.document.text:
            show_marked_text(reading)
        return
    slot = st.container()
    text = reading.document.text or reading.document.title
    edits = edit_figures(reading, key=f"check table {sha256(text.encode(errors='replace')).hexdigest()[:12]}")
    if reading.document.text:
        with slot:
            show_marked_text(reading, frozenset(id for id, row in edits.items() if not row["keep"]))
    if st.button(messages.CHECK_FIGURES):
        try:
            st.session_state[REPORT] = check_reading(
                apply_corrections(reading, edits, loaders.get_catalogue()), loaders.get_store()
            )
        except IndicatorsError as error:
            st.session_state.pop(REPORT, None)
            st.warning(escape_markdown(str(error)))


def show_report(report: Report) -> None:
    """Show the verdicts, the sources, and the report to download."""
    st.markdown(f"#### {messages.RESULTS}")
    st.markdown(escape_markdown(reports.summarize_report(report)))
    show_findings(report)
    with st.expander(messages.HOW_CHECKED):
        for check in report.checks:
            st.markdown(f"**{escape_markdown(check.label)}** {escape_markdown(check.rule)}")
    if report.origins:
        with st.expander(pages.PAGE_TITLES["sources"]):
            show_sources(report.origins)
    row = st.container(horizontal=True)
    for format in (reports.REPORT_FORMATS[id] for id in ("html", "markdown", "json")):
        label, name = messages.REPORT_AS.format(format=format.label), f"report.{format.suffix}"
        row.download_button(label, partial(format.render, report), name, format.media_type, on_click="ignore")
    st.caption(messages.CITE_REPORT)
    st.code(reports.cite_report(report), language=None, wrap_lines=True)


st.markdown(f"## {pages.PAGE_TITLES['check']}")
st.caption(messages.CHECK_INTRO)
loaders.get_store()
try:
    pick_text()
except IndicatorsError as error:
    st.warning(escape_markdown(str(error)))
if (reading := st.session_state.get(READING)) is not None:
    review(reading)
if (report := st.session_state.get(REPORT)) is not None:
    show_report(report)
