"""A figure on a card: what it measures, the number as published, its period, and its source one click away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from indicators.claims import Report
from indicators.model.codelists import ObservationStatus
from indicators.model.observations import Indicator
from indicators.model.origins import Origin
from indicators.model.panel_frames import format_observation
from indicators.model.periods import TimePeriod
from indicators.ui.components.credits import link_source
from indicators.ui.components.elements import escape_markdown
from indicators.ui.components.verdicts import show_badge
from indicators.ui.messages import exploration, pages

_INFERRED = {"TIME_PERIOD": pages.INFERRED_YEAR, "OBS_VALUE": pages.VALUE_DERIVED}


def show_card(
    row: Mapping[str, Any],
    indicator: Indicator,
    origin: Origin,
    *,
    restated: Sequence[str] = (),
    report: Report | None = None,
    claim: str = "",
) -> None:
    """Show one observation.

    Args:
        row: A row of a panel's frame.
        indicator: What it measures.
        origin: Where it was read.
        restated: Lines on the figure in other units.
        report: The checks of the dataset it belongs to.
        claim: Its id among the claims of the report.
    """
    with st.container(border=True, height="stretch", gap="xxsmall"):
        if report is not None:
            show_badge(report, claim)  # the verdict is what people come for
        st.markdown(f"### {escape_markdown(_add_sign(row, indicator))}\n{escape_markdown(indicator.name)}")
        st.caption(escape_markdown(_describe(row)))
        if restated:
            st.caption("  \n".join(escape_markdown(line) for line in restated))
        with st.popover(exploration.COLUMN_SOURCE, type="tertiary"):
            _show_details(row, indicator, origin)


def _add_sign(row: Mapping[str, Any], indicator: Indicator) -> str:
    text = format_observation(row)
    grows = indicator.measure == "rate" and row["unit"] == "%" and row["value"] > 0
    return f"+{text}" if grows else text


def _describe(row: Mapping[str, Any]) -> str:
    status = ObservationStatus(row["status"])
    words = [row["entity"], TimePeriod.parse(row["period"]).label, status.word if status.is_marked else ""]
    words += [_INFERRED.get(column, "") for column in row["inferred"].split()]
    return " · ".join(word for word in words if word)


def _show_details(row: Mapping[str, Any], indicator: Indicator, origin: Origin) -> None:
    st.markdown(escape_markdown(indicator.description))
    details = {
        exploration.COLUMN_SPEAKER: row["said_by"],
        pages.LOCATION: row["locator"],
        exploration.COLUMN_NOTE: row["note"],
        pages.NOT_TO_CONFUSE_LABEL: indicator.not_to_confuse,
    }
    for label, text in details.items():
        if text:
            st.markdown(f"**{label}** {escape_markdown(text)}")
    st.markdown(f"**{exploration.COLUMN_SOURCE}** {link_source(origin, with_hash=False)}")
    if origin.sha256:
        with st.expander(pages.TECHNICAL_DETAILS):
            st.caption(pages.TEXT_HASH.format(hash=origin.sha256))
