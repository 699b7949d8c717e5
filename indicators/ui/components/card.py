"""A figure on a card: what it is, the number as printed, its period, and its source one click away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from indicators.claims import Report
from indicators.model.codelists import ObservationStatus
from indicators.model.observations import Indicator
from indicators.model.origins import Origin
from indicators.model.panel import format_observation
from indicators.model.periods import TimePeriod
from indicators.ui.components.basics import escape_markdown
from indicators.ui.components.credits import link_source
from indicators.ui.components.verdicts import show_badge

__all__ = ["show_card"]

_INFERRED = {"TIME_PERIOD": "year inferred", "DIGITS": "", "OBS_VALUE": "number worked out"}


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
        restated: The figure in another unit, and by which rule, a line each.
        report: What the checks say of the figures it is among.
        claim: Its id among the claims of the report.
    """
    with st.container(border=True, height="stretch"):
        st.caption(escape_markdown(indicator.name))
        st.markdown(f"### {escape_markdown(_signed(row, indicator))}")
        st.markdown(escape_markdown(_when(row)))
        if restated:
            st.caption("  \n".join(escape_markdown(line) for line in restated))
        with st.container(horizontal=True, gap="small"):
            if report is not None:
                show_badge(report, claim)
            with st.popover("Source", type="tertiary"):
                _details(row, indicator, origin)


def _signed(row: Mapping[str, Any], indicator: Indicator) -> str:
    text = format_observation(row)
    grows = indicator.measure == "rate" and row["unit"] == "%" and row["value"] > 0
    return f"+{text}" if grows else text


def _when(row: Mapping[str, Any]) -> str:
    status = ObservationStatus(row["status"])
    words = [row["entity"], TimePeriod.parse(row["period"]).label, "" if status == "A" else status.word]
    words += [_INFERRED.get(column, "") for column in row["inferred"].split()]
    return " · ".join(word for word in words if word)


def _details(row: Mapping[str, Any], indicator: Indicator, origin: Origin) -> None:
    st.markdown(escape_markdown(indicator.description))
    if row["said_by"]:
        st.markdown(f"**Said by** {escape_markdown(row['said_by'])}")
    if row["locator"]:
        st.markdown(f"**Stands** {escape_markdown(row['locator'])}")
    if row["note"]:
        st.markdown(f"**Note** {escape_markdown(row['note'])}")
    if indicator.not_to_confuse:
        st.markdown(f"**Not to be confused** {escape_markdown(indicator.not_to_confuse)}")
    st.markdown(f"**Source** {link_source(origin)}")
