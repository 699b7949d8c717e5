"""The results of imports: the report of one, and the releases of the datasets imported so far."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators.errors import IndicatorsError
from indicators.exports.revisions import revisions_to_csv
from indicators.files.releases import list_releases
from indicators.importing import Decision, ImportReport
from indicators.model.observations import Dataset
from indicators.store import Store
from indicators.store.release_comparison import find_revisions
from indicators.ui.components.elements import escape_markdown, show_rows
from indicators.ui.messages import add_data as messages
from indicators.ui.messages import pages

__all__ = ["show_decisions", "show_import_report", "show_own_datasets"]

_MOST_SHOWN = 200
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


def show_own_datasets(store: Store) -> None:
    """Show an expander for each imported dataset, and a warning for each that can't be read."""
    for fault in store.faults:
        st.warning(escape_markdown(messages.DATASET_SKIPPED.format(fault=fault)))
    own = [dataset for dataset in store.catalogue.datasets if list_releases(dataset.tables)]
    if own:
        st.markdown(f"#### {messages.YOUR_DATASETS}")
    for dataset in own:
        with st.expander(f"**{escape_markdown(dataset.title)}** · {escape_markdown(dataset.publisher)}"):
            _show_dataset(store, dataset)


def _show_dataset(store: Store, dataset: Dataset) -> None:
    releases = list(list_releases(dataset.tables))
    st.markdown(messages.RELEASES.format(releases=", ".join(releases)))
    if len(releases) < 2:
        return
    left, right = st.columns(2)
    since = left.selectbox(pages.FROM, releases[:-1], index=len(releases) - 2, key=f"since {dataset.id}")
    until = right.selectbox(pages.TO, releases[1:], index=len(releases) - 2, key=f"until {dataset.id}")
    try:
        found = find_revisions(store, dataset.id, since=since, until=until)
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
        return
    counts = [messages.CHANGE_COUNT.format(count=f"{count:,}", kind=kind) for kind, count in found.counts.items()]
    st.markdown(", ".join(counts))
    if len(found.frame):
        shown = found.frame[list(messages.CHANGE_COLUMNS)].head(_MOST_SHOWN)
        show_rows(shown.rename(columns=messages.CHANGE_COLUMNS), most=_HEIGHT)
        st.download_button(
            messages.DOWNLOAD_CHANGES, lambda: revisions_to_csv(found), f"{dataset.id}-changes.csv", "text/csv",
            key=f"changes {dataset.id}", on_click="ignore",
        )  # fmt: skip
