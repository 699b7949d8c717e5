"""Check an article: paste, upload or choose one, look its figures over, and see what the checks say of them."""

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
from indicators.ui import loaders
from indicators.ui.components.basics import escape_markdown
from indicators.ui.components.credits import show_sources
from indicators.ui.components.reading_table import edit_figures, show_marked_text
from indicators.ui.components.verdicts import show_findings

# Both are of this reader alone: Streamlit keeps them with the open page and forgets them with it.
READING, REPORT = "check reading", "check report"
PASTE, UPLOAD, STORED = "Paste", "Upload", "Stored"
LANGUAGES = {"Found out": None, "English": "en", "Russian": "ru", "Chinese": "zh"}
EXAMPLE = (
    "Sales reached 24 trillion rubles (approx. $287 billion) in 2024, up 40% from 16.4 trillion rubles a year earlier. "
    "Of 500 companies asked, 300 (75%) expect more in 2025."
)


def read(text: str, published: date | None, language: str | None) -> None:
    """Read a text and keep what was read for this reader; a report of another text is forgotten."""
    st.session_state.pop(REPORT, None)
    st.session_state[READING] = read_claims(text, catalogue=loaders.catalogue(), published=published, language=language)


def handed_over() -> None:
    """The form in which a text is handed over."""
    way = st.segmented_control("Text", [PASTE, UPLOAD, STORED], default=PASTE, label_visibility="collapsed")
    if way == STORED:
        stored()
        return
    with st.form("check text", border=False):
        file = None
        text = ""
        if way == UPLOAD:
            file = st.file_uploader("A file of plain text", type=["txt", "md", "text"], max_upload_size=2)
        else:
            text = st.text_area("The article", height=220, placeholder=EXAMPLE, key="check pasted")
        first, second = st.columns(2)
        day = first.date_input(
            "Printed on", value=None, min_value=date(1900, 1, 1), format="YYYY-MM-DD",
            help="Says which rates a writer could have known. Looked for in the text if left out.",
        )  # fmt: skip
        language = second.selectbox("Language", list(LANGUAGES))
        if st.form_submit_button("Read the figures"):
            content = decode_text(file.getvalue()) if file is not None else text
            if content.strip():
                read(content, day, LANGUAGES[language])
            else:
                st.info("There is no text yet. Paste one, or choose a file.")


def stored() -> None:
    """Choose a dataset that was made of an article or a page."""
    datasets = {d.title: d.id for d in loaders.catalogue().datasets if d.observations}
    title = st.selectbox("A dataset kept by hand", list(datasets), index=None, placeholder="Choose one")
    if st.button("Read the figures", disabled=title is None) and title is not None:
        st.session_state.pop(REPORT, None)
        st.session_state[READING] = read_dataset_claims(datasets[title], loaders.catalogue())


def looked_over(reading: Reading) -> None:
    """The text with its figures, the table to put them right in, and the button that checks them."""
    count, unsure = len(reading.claims), len(reading.unsure)
    st.markdown(f"#### {count} {'figure' if count == 1 else 'figures'} found")
    dotted = f" {unsure} more, dotted, may be figures and were not taken." if unsure else ""
    st.caption(
        "Look them over before they are checked: take the tick off a figure that is none, put right what was "
        f"misunderstood.{dotted}"
    )
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
    if st.button("Check these figures"):
        try:
            st.session_state[REPORT] = check_reading(
                apply_corrections(reading, edits, loaders.catalogue()), loaders.store()
            )
        except IndicatorsError as error:
            st.session_state.pop(REPORT, None)
            st.warning(escape_markdown(str(error)))


def said(report: Report) -> None:
    """The verdicts, the sources, and the report to take away."""
    st.markdown("#### What the checks say")
    st.markdown(escape_markdown(reports.summarize_report(report)))
    show_findings(report)
    with st.expander("The rules of the checks"):
        for check in report.checks:
            st.markdown(f"**{escape_markdown(check.label)}** {escape_markdown(check.rule)}")
    if report.origins:
        with st.expander("Sources"):
            show_sources(report.origins)
    row = st.container(horizontal=True)
    for label, make, name, kind in (
        ("HTML", reports.render_report_html, "report.html", "text/html"),
        ("Markdown", reports.render_report_markdown, "report.md", "text/markdown"),
        ("JSON", reports.render_report_json, "report.json", "application/json"),
    ):
        row.download_button(f"Report as {label}", partial(make, report), name, kind, on_click="ignore")
    st.caption("To cite the report:")
    st.code(reports.cite_report(report), language=None, wrap_lines=True)


st.markdown("## Check an article")
st.caption(
    "Do its figures add up, with each other, with the exchange rates of their days, and with what others published? "
    "The text stays on this machine: it is sent nowhere and not stored."
)
loaders.store()
try:
    handed_over()
except IndicatorsError as error:
    st.warning(escape_markdown(str(error)))
if (reading := st.session_state.get(READING)) is not None:
    looked_over(reading)
if (report := st.session_state.get(REPORT)) is not None:
    said(report)
