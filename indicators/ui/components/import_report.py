"""How an import ended: what was read, taken and refused, and what changed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators.importing import Report
from indicators.ui.components.text import escaped

__all__ = ["import_report"]


def import_report(report: Report, indicators: tuple[str, ...], areas: tuple[str, ...]) -> None:
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
        st.success(f"{escaped(report.dataset)} has a new release, {report.release}: {changes}.")
    elif report.taken or not report.read:
        st.info(f"Nothing changed: {escaped(report.dataset)} has these figures already.")
    else:
        st.warning("Nothing was imported: no row could be taken.")
    for line in report.understood:
        st.caption(escaped(line))
    if report.faults:
        _refused(report)
    if indicators and (report.release or report.taken):
        address = urlencode({"indicators": "~".join(indicators[:6]), "country": "~".join(areas[:6])}, safe="~")
        st.markdown(f"[See the figures](explore?{address})")


def _refused(report: Report) -> None:
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
