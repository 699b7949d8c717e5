"""The table of a panel: periods down and series across, the newest first; or a row per value with every detail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from indicators.exports.value_grids import ValueGrid, list_columns, make_value_grid
from indicators.model.bands import find_levels, name_ends
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import count_noun, format_quantity_range
from indicators.model.panel import Panel
from indicators.model.panel_frames import format_observation, to_records
from indicators.model.periods import TimePeriod
from indicators.model.recency import find_outdated
from indicators.model.series_labels import list_dimension_columns
from indicators.ui.components.elements import align_right, escape_markdown, show_rows
from indicators.ui.messages import exploration as messages

_TALL: Final = 600
_MOST_ACROSS: Final = 30


def show_table(panel: Panel, *, key: str, order: Sequence[str] = (), locale: str = "") -> None:
    """Show the values of a panel: the years down and the series across, or with every detail.

    Args:
        panel: The figures.
        key: Its key on the page.
        order: Codes of areas in the order chosen.
        locale: A CLDR locale for the number format.
    """
    place = {code: number for number, code in enumerate(order)}
    rows = panel.frame.sort_values("last", ascending=False, kind="stable")
    rows = rows.sort_values("code", key=lambda codes: codes.map(place).fillna(len(place)), kind="stable")
    known = rows[rows["value"].notna()]
    series = list_columns(panel, order)
    several = len(known) > known.groupby(_CELL, dropna=False).ngroups  # vintages of one value
    is_crowded = several or len(series) > _MOST_ACROSS or bool(panel.recent_since)  # each of a year of its own
    if not is_crowded and not st.toggle(messages.EVERY_DETAIL, key=f"{key} details"):
        _show_wide(make_value_grid(panel.with_frame(known), series, locale))
        return
    empty = len(rows) - len(known)
    label = messages.SHOW_EMPTY.format(rows=count_noun(empty, *messages.ROW_NOUN))
    _show_long(panel.with_frame(rows if empty and st.toggle(label, key=f"{key} empty") else known), locale)


_CELL: Final = ["indicator", "code", "counterpart", "dimensions", "dataset", "unit", "frequency", "period"]


def _show_wide(grid: ValueGrid) -> None:
    """Show a column per series, each in one scale and with the same decimals."""
    frame = pd.DataFrame(grid.rows, columns=list(grid.heads))
    frame.insert(0, messages.COLUMN_PERIOD, grid.periods)
    columns = {messages.COLUMN_PERIOD: st.column_config.TextColumn(pinned=True)} | align_right(grid.heads)
    show_rows(frame, most=_TALL, columns=columns)
    for sentence in grid.notes:
        st.caption(escape_markdown(sentence))


def _show_long(panel: Panel, locale: str) -> None:
    """Show a row per value."""
    rows = panel.frame
    shown = pd.DataFrame(
        {
            messages.COLUMN_INDICATOR: rows["indicator"].map({one.id: one.name for one in panel.indicators}),
            messages.COLUMN_COUNTRY: rows["entity"],
            **_list_dimensions(panel, rows),
            messages.COLUMN_PERIOD: [TimePeriod.parse(period).label for period in rows["period"]],
            messages.COLUMN_VALUE: [format_observation(row, locale=locale or "en") for row in to_records(rows)],
            messages.COLUMN_EXACT_VALUE: rows["value"],
            **{
                messages.COLUMN_BAND.format(level=level): _format_bands(rows, level, locale or "en")
                for level in find_levels(rows.columns)
            },
            messages.COLUMN_UNIT: rows["unit"],
            messages.COLUMN_RATE: _describe_rates(rows),
            messages.COLUMN_REASON_MISSING: rows.get("reason", ""),
            messages.COLUMN_AGE: _describe_age(panel),
            messages.COLUMN_STATUS: [ObservationStatus(status).word for status in rows["status"]],
            messages.COLUMN_PUBLISHER: rows["publisher"],
            messages.COLUMN_SPEAKER: rows["said_by"],
            messages.COLUMN_PUBLISHED: rows["vintage"],
            messages.COLUMN_NOTE: rows["note"],
            messages.COLUMN_SOURCE: _list_first_urls(panel),
        }
    )
    optional = (
        messages.COLUMN_RATE, messages.COLUMN_REASON_MISSING, messages.COLUMN_AGE, messages.COLUMN_SPEAKER,
        messages.COLUMN_NOTE,
    )  # fmt: skip
    columns = {
        messages.COLUMN_EXACT_VALUE: st.column_config.NumberColumn(format="plain"),
        messages.COLUMN_SOURCE: st.column_config.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)"),
    }
    left_out = [name for name in optional if (shown[name] == "").all()]
    left_out += [messages.COLUMN_INDICATOR] if len(panel.indicators) < 2 else []
    columns |= align_right([messages.COLUMN_VALUE])
    show_rows(shown.drop(columns=left_out), most=_TALL, columns=columns)


def _format_bands(rows: pd.DataFrame, level: int, locale: str) -> list[str]:
    """Return the band of each row in words; empty where it has none."""
    ends = zip(*(rows[name] for name in name_ends(level)), rows["unit"], strict=True)
    return [
        "" if pd.isna(low) else format_quantity_range(low, high, unit, digits=2, locale=locale)
        for low, high, unit in ends
    ]


def _describe_age(panel: Panel) -> list[str]:
    """Return which of the latest values are too old to be compared; empty for the others."""
    return [messages.OLD_VALUE if is_old else "" for is_old in find_outdated(panel)]


def _list_dimensions(panel: Panel, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of dimensions in use, under their names."""
    used = list_dimension_columns(rows, panel.indicators)
    names = {one.id: one.label for indicator in panel.indicators for one in indicator.dimensions}
    return {names[id][:1].upper() + names[id][1:]: rows[name] for name, id in used.items()}


def _list_first_urls(panel: Panel) -> list[str]:
    """Return the URL of the first origin of each row; the sources list the others."""
    return [text.split("; ")[0] for text in panel.describe_origins(lambda origin: origin.url_main)]


def _describe_rates(rows: pd.DataFrame) -> list[str]:
    """Return the exchange rate of each row in words; empty if none was used."""
    if "rate" not in rows:
        return [""] * len(rows)
    return [
        ""
        if pd.isna(row["rate"])
        else messages.RATE_BESIDE.format(
            rate=f"{row['rate']:.6g}", unit=row["rate_unit"], publisher=row["rate_publisher"]
        )
        for row in to_records(rows)
    ]
