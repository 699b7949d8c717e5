"""The results of imports: the report of one, and the releases of the datasets imported so far."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators.errors import IndicatorsError
from indicators.exports.revisions import revisions_to_csv
from indicators.files.releases import list_releases
from indicators.importing import ImportReport
from indicators.model.observations import Dataset
from indicators.store import Store
from indicators.store.release_comparison import find_revisions
from indicators.ui.components.basics import escape_markdown

__all__ = ["show_import_report", "show_own_datasets"]


def show_import_report(report: ImportReport, indicators: tuple[str, ...], areas: tuple[str, ...]) -> None:
    """The report of an import, with the refused rows to download and a way to the figures.

    Args:
        report: The report.
        indicators: Ids of the indicators of the dataset.
        areas: Codes of areas with figures.
    """
    counts = {
        "Rows read": report.read, "Figures taken": report.taken, "Empty cells": report.empty, "Refused": report.refused,
    }  # fmt: skip
    for column, (label, count) in zip(st.columns(len(counts)), counts.items(), strict=True):
        if report.read:  # a file that was imported before is not read again
            column.metric(label, f"{count:,}")
    if report.release:
        changes = f"{report.new:,} new, {report.changed:,} changed, {report.withdrawn:,} withdrawn"
        st.success(f"{escape_markdown(report.dataset)} has a new release, {report.release}: {changes}.")
    elif report.taken or not report.read:
        st.info(f"Nothing changed: {escape_markdown(report.dataset)} has these figures already.")
    else:
        st.warning("Nothing was imported: no row could be taken.")
    for line in report.understood:
        st.caption(escape_markdown(line))
    if report.faults:
        _refused(report)
    if indicators and (report.release or report.taken):
        address = urlencode({"indicators": "~".join(indicators[:6]), "country": "~".join(areas[:6])}, safe="~")
        st.markdown(f"[See the figures](explore?{address})")


def _refused(report: ImportReport) -> None:
    st.markdown("**What was refused**")
    rows = [
        {
            "Line": fault.line,
            "Column": fault.column or "",
            "Found": fault.found,
            "Expected": fault.expected,
            "How to mend it": fault.hint or "",
            "Times": times,
        }
        for fault, times in report.faults
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=min(300, 38 + 35 * len(rows)), placeholder="")
    if report.refused_file:
        name = f"{report.dataset}-refused.csv"
        st.download_button(
            "Download the refused rows", Path(report.refused_file).read_bytes, name, "text/csv", on_click="ignore"
        )  # fmt: skip


_SHOWN = 200


def show_own_datasets(store: Store) -> None:
    """A fold for each dataset that was imported, and a sentence for each that cannot be read."""
    for fault in store.faults:
        st.warning(escape_markdown(f"A dataset is left out: {fault}"))
    own = [dataset for dataset in store.catalogue.datasets if list_releases(dataset.tables)]
    if own:
        st.markdown("#### Your datasets")
    for dataset in own:
        with st.expander(f"**{escape_markdown(dataset.title)}** · {escape_markdown(dataset.publisher)}"):
            _dataset(store, dataset)


def _dataset(store: Store, dataset: Dataset) -> None:
    releases = list(list_releases(dataset.tables))
    st.markdown(f"Releases: {', '.join(releases)}. The folder of its name in the store holds them; nothing else does.")
    if len(releases) < 2:
        return
    left, right = st.columns(2)
    since = left.selectbox("From", releases[:-1], index=len(releases) - 2, key=f"since {dataset.id}")
    until = right.selectbox("To", releases[1:], index=len(releases) - 2, key=f"until {dataset.id}")
    try:
        found = find_revisions(store, dataset.id, since=since, until=until)
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
        return
    st.markdown(", ".join(f"{count:,} {kind}" for kind, count in found.counts.items()))
    if len(found.frame):
        shown = found.frame[["indicator", "entity", "period", "before", "after", "unit", "change"]]
        st.dataframe(shown.head(_SHOWN).rename(columns=str.capitalize), hide_index=True, height=300, placeholder="")
        st.download_button(
            "Download the changes", lambda: revisions_to_csv(found), f"{dataset.id}-changes.csv", "text/csv",
            key=f"changes {dataset.id}", on_click="ignore",
        )  # fmt: skip
