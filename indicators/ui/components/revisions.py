"""Revisions since the date a view is pinned to: whether the figures that were cited are still current."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from indicators.analysis.revisions import PanelChanges, compare_panels
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import format_quantity
from indicators.model.panel import Panel
from indicators.model.panel_frames import to_records
from indicators.model.periods import TimePeriod
from indicators.model.series_labels import SeriesLabels, label_rows
from indicators.ui.components.elements import align_right, escape_markdown, offer_csv, show_expander, show_rows
from indicators.ui.messages import exploration as messages


def show_revisions(then: Panel, now: Panel, *, when: str, with_new: bool, key: str) -> None:
    """Say how many values were revised and, in an expander, list them.

    Args:
        then: The data as known on the date.
        now: The data as known now, with the same settings.
        when: The date in words: ``as known on 30 April 2019``.
        with_new: Whether to count values that were not available then.
        key: Its key on the page.
    """
    found = compare_panels(then, now, with_new=with_new)
    text = escape_markdown(messages.DATA_REVISED.format(when=when, changes=found.sentence))
    (st.info if found.rewrites else st.caption)(text)
    if not found.is_empty:
        show_expander(messages.REVISIONS, partial(_changes, found, label_rows(now), key), key=f"{key} since")


def _changes(found: PanelChanges, words: SeriesLabels, key: str) -> None:
    rows = to_records(found.largest)
    table = pd.DataFrame(
        {
            messages.COLUMN_COUNTRY: [
                ", ".join(filter(None, (row["entity"], words.get(row["indicator"], row["dimensions"])))) for row in rows
            ],
            messages.COLUMN_PERIOD: [TimePeriod.parse(row["period"]).label for row in rows],
            messages.COLUMN_THEN: [_printed(row, "before") for row in rows],
            messages.COLUMN_NOW: [_printed(row, "after") for row in rows],
            messages.COLUMN_CHANGE: [messages.REVISION_KINDS[row["change"]] for row in rows],
            messages.COLUMN_PUBLISHER: [row["publisher"] for row in rows],
            messages.COLUMN_PUBLISHED: [
                row["vintage_after"] if isinstance(row["vintage_after"], str) else "" for row in rows
            ],
        }
    )
    show_rows(table, columns=align_right([messages.COLUMN_THEN, messages.COLUMN_NOW]))
    offer_csv(messages.DOWNLOAD_REVISIONS, lambda: found.frame, "changes.csv", key=f"{key} changes")


def _printed(row: Mapping[str, Any], side: str) -> str:
    """Return the value, with its status if it is marked; empty if there was none."""
    if pd.isna(row[side]):
        return ""
    status, digits = ObservationStatus(row[f"status_{side}"]), row[f"digits_{side}"]
    text = format_quantity(row[side], row["unit"], digits=None if pd.isna(digits) else int(digits))
    return messages.VALUE_WITH_STATUS.format(value=text, status=status.word) if status.is_marked else text
