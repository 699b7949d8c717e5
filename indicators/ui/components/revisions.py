"""What changed since the day a view is pinned to: whether the figures that were cited still stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from indicators.analysis.revisions import Revisions, find_revisions
from indicators.exports.data_tables import format_csv
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import format_quantity
from indicators.model.panel import Panel, to_records
from indicators.model.periods import TimePeriod
from indicators.ui.components.basics import escape_markdown, show_expander

__all__ = ["show_revisions"]

_HEIGHT: Final = 440
_KINDS: Final = {"revised": "revised", "come": "forecast has come", "withdrawn": "withdrawn", "new": "new"}


def show_revisions(then: Panel, now: Panel, *, when: str, with_new: bool, key: str) -> None:
    """A sentence on how many of the figures changed, and each of them, folded.

    Args:
        then: The figures as they were known.
        now: As they are known now, on the same terms.
        when: As of when the first are: ``as known on 30 April 2019``.
        with_new: Whether figures count that were not among those then.
        key: Tells it from others on the page.
    """
    found = find_revisions(then, now, with_new=with_new)
    said = escape_markdown(f"These are the figures {when}. {found.sentence}")
    (st.info if found.rewrites else st.caption)(said)
    if not found.is_empty:
        show_expander("What changed since then", partial(_changes, found, key), key=f"{key} since")


def _changes(found: Revisions, key: str) -> None:
    rows = to_records(found.largest)
    table = pd.DataFrame(
        {
            "Country": [row["entity"] for row in rows],
            "Period": [TimePeriod.parse(row["period"]).label for row in rows],
            "Then": [_printed(row, "before") for row in rows],
            "Now": [_printed(row, "after") for row in rows],
            "Change": [_KINDS[row["change"]] for row in rows],
            "Publisher": [row["publisher"] for row in rows],
            "Known since": [row["vintage_after"] if isinstance(row["vintage_after"], str) else "" for row in rows],
        }
    )
    right = {name: st.column_config.TextColumn(alignment="right") for name in ("Then", "Now")}
    st.dataframe(table, hide_index=True, column_config=right, placeholder="", height=min(_HEIGHT, 38 + 35 * len(table)))
    st.download_button(
        "Download what changed", lambda: format_csv(found.frame), "changes.csv", "text/csv", key=f"{key} changes",
        on_click="ignore",
    )  # fmt: skip


def _printed(row: Mapping[str, Any], side: str) -> str:
    """The value with its status where that is no actual figure; empty where there was none."""
    if pd.isna(row[side]):
        return ""
    status, digits = ObservationStatus(row[f"status_{side}"]), row[f"digits_{side}"]
    text = format_quantity(row[side], row["unit"], digits=None if pd.isna(digits) else int(digits))
    return text if status is ObservationStatus.NORMAL else f"{text} ({status.word})"
