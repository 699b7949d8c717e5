"""The result of an import: its report, what was decided about the file, and the refused rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators.importing import Decision, ImportReport, Rehearsal
from indicators.model.formatting import count_noun
from indicators.ui.components.elements import escape_markdown, show_rows
from indicators.ui.messages import add_data as messages

_HEIGHT = 300  # in pixels, from which a table scrolls


def show_import_report(report: ImportReport, indicators: tuple[str, ...], areas: tuple[str, ...]) -> None:
    """Show the report of an import, with the refused rows to download and a link to the data.

    Args:
        report: The report.
        indicators: Ids of the indicators of the dataset.
        areas: Codes of areas with data.
    """
    counts = {
        messages.ROWS_READ: report.read,
        messages.VALUES_IMPORTED: report.taken,
        messages.EMPTY_CELLS: report.empty,
        messages.ROWS_REFUSED: report.refused,
    }
    for column, (label, count) in zip(st.columns(len(counts)), counts.items(), strict=True):
        if report.read:  # a file that was imported before is not read again
            column.metric(label, f"{count:,}")
    dataset = escape_markdown(report.dataset)
    if report.release:
        text = messages.RELEASE_ADDED.format(
            dataset=dataset, release=report.release, new=f"{report.new:,}", changed=f"{report.changed:,}",
            withdrawn=f"{report.withdrawn:,}",
        )  # fmt: skip
        st.success(text)
    elif report.taken or not report.read:
        st.info(messages.SAME_DATA.format(dataset=dataset))
    else:
        st.warning(messages.ALL_ROWS_REFUSED)
    for line in report.understood:
        st.caption(escape_markdown(line))
    show_decisions(report.decisions)
    if report.faults:
        _show_refused(report)
    if indicators and (report.release or report.taken):
        address = urlencode({"indicators": "~".join(indicators[:6]), "country": "~".join(areas[:6])}, safe="~")
        st.markdown(f"[{messages.OPEN_IN_EXPLORE}](explore?{address})")


def show_rehearsal(rehearsal: Rehearsal) -> None:
    """Show what an import would do: how much it takes and refuses, the first figures as read, and what it decides."""
    report = rehearsal.report
    figures, rows = count_noun(report.taken, *messages.FIGURE_NOUN), count_noun(report.refused, *messages.CELL_NOUN)
    st.markdown(f"#### {messages.AS_READ}")
    st.markdown(messages.WILL_BE_IMPORTED.format(figures=figures, refused=rows))
    if report.faults:
        _show_refused(report)
    if rehearsal.figures:
        show_rows(pd.DataFrame(rehearsal.figures, columns=messages.AS_READ_COLUMNS), most=_HEIGHT)
    show_decisions(report.decisions)


def show_decisions(decisions: Sequence[Decision]) -> None:
    """Show what was decided about a file, with the evidence and the option that decides otherwise."""
    if not decisions:
        return
    st.markdown(f"**{messages.DECISIONS}**")
    rows = [
        {
            messages.COLUMN_DECISION: decision.subject,
            messages.COLUMN_CHOSEN: decision.chosen,
            messages.COLUMN_EVIDENCE: decision.evidence,
            messages.COLUMN_CHANGE: messages.CONTROLS.get(decision.option.split(" ")[0], decision.option),
        }
        for decision in decisions
    ]
    show_rows(pd.DataFrame(rows), most=_HEIGHT)


def _show_refused(report: ImportReport) -> None:
    st.markdown(f"**{messages.REFUSED_ROWS}**")
    rows = [
        {
            messages.COLUMN_LINE: fault.line,
            messages.COLUMN_NAME: fault.column or "",
            messages.COLUMN_FOUND: fault.found,
            messages.COLUMN_EXPECTED: fault.expected,
            messages.COLUMN_FIX: fault.hint or "",
            messages.COLUMN_ROWS: times,
        }
        for fault, times in report.faults
    ]
    show_rows(pd.DataFrame(rows), most=_HEIGHT)
    if report.refused_file:
        name = f"{report.dataset}-refused.csv"
        st.download_button(
            messages.DOWNLOAD_REFUSED, Path(report.refused_file).read_bytes, name, "text/csv", on_click="ignore"
        )  # fmt: skip
