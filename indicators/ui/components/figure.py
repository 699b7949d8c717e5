"""A chart of one indicator with what belongs to it: title, unit, rule, sources, table and downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from indicators.charts.drawing import draw_chart
from indicators.charts.parts.headings import write_subtitle, write_title
from indicators.model.codelists import ObservationStatus
from indicators.model.observations import Event
from indicators.model.panel import Panel, format_observation, to_records
from indicators.model.periods import TimePeriod
from indicators.ui import loaders, state
from indicators.ui.components.basics import escape_markdown
from indicators.view import View

__all__ = [
    "show_chart",
    "show_heading",
    "show_notes",
    "show_table",
]

_HEIGHT, _HEAD, _ROW = 440, 38, 35  # in pixels: of a table at most, of its head, of a row


def show_heading(panel: Panel, view: View) -> None:
    """Title and subtitle, written from what is shown, the countries in the order chosen."""
    _heading(write_title(panel), write_subtitle(panel, order=view.areas, known=view.known))


def _heading(first: str, second: str) -> None:
    st.markdown(
        f"#### {escape_markdown(first)}\n\n:small[{escape_markdown(second)}]"
        if second
        else f"#### {escape_markdown(first)}"
    )


def show_chart(
    panel: Panel,
    view: View,
    *,
    key: str,
    events: Iterable[Event] = (),
    headed: bool = False,
    chosen: Callable[[Any], None] | None = None,
) -> None:
    """A panel as the view asks for it, its source below, with a sentence for what could not be drawn.

    Args:
        panel: The figures.
        view: What was asked for.
        key: Tells it from others on the page.
        events: What it marks.
        headed: Whether its title stands above it.
        chosen: Called with the selection when a country of a map is clicked.
    """
    playable = view.tab == "map" and bool(st.session_state.get(f"{key} years"))
    drawing = draw_chart(
        panel, view, ground=state.get_ground(), narrow=state.is_narrow(), events=events, playable=playable
    )
    if headed:
        _heading(drawing.title, drawing.subtitle)
    for remark in drawing.remarks:
        st.caption(escape_markdown(remark))
    words, config = drawing.alternative_text, drawing.config
    if view.tab == "map" and chosen is not None:

        def clicked() -> None:
            chosen(st.session_state[key])

        st.plotly_chart(
            drawing.figure, key=key, theme=None, alt=words, config=config, on_select=clicked, selection_mode="points"
        )
    else:
        st.plotly_chart(drawing.figure, key=key, theme=None, alt=words, config=config)
    if view.tab == "map" and view.time.only is None and len(panel.frame["period"].unique()) > 1:
        st.toggle("Play through the years", key=f"{key} years", help="Adds a button and a slider below the map.")
    if headed and not view.embed:  # within another page it stands beside the way to the dashboard
        st.caption(escape_markdown(drawing.source))


def show_table(panel: Panel, *, order: Sequence[str] = (), locale: str = "") -> None:
    """The figures as a table: as printed and in full, with status, publisher, note and source.

    Args:
        panel: The figures.
        order: Codes of areas in the order chosen, in which their rows stand.
        locale: A locale of CLDR, for the marks between digits.
    """
    place = {code: number for number, code in enumerate(order)}
    rows = panel.frame.sort_values("code", key=lambda codes: codes.map(place).fillna(len(place)), kind="stable")
    shown = pd.DataFrame(
        {
            "Country": rows["entity"],
            "Period": [TimePeriod.parse(period).label for period in rows["period"]],
            "Figure": [format_observation(row, locale=locale or "en") for row in to_records(rows)],
            "In full": rows["value"],
            "Unit": rows["unit"],
            "Rate": _rates_beside(rows),
            "Why empty": rows.get("reason", ""),
            "Status": [ObservationStatus(status).word for status in rows["status"]],
            "Publisher": rows["publisher"],
            "Said by": rows["said_by"],
            "Known since": rows["vintage"],
            "Note": rows["note"],
            "Source": _first_address(panel.with_frame(rows)),
        }
    )
    empty = [name for name in ("Rate", "Why empty", "Said by", "Note") if (shown[name] == "").all()]
    columns = {
        "In full": st.column_config.NumberColumn(format="localized"),
        "Source": st.column_config.LinkColumn(display_text=r"https?://(?:www\.)?([^/]+)"),
    }
    height = min(_HEIGHT, _HEAD + _ROW * len(shown))
    st.dataframe(shown.drop(columns=empty), hide_index=True, column_config=columns, height=height, placeholder="")


def _first_address(panel: Panel) -> list[str]:
    """The page of the first origin of each row; the others stand among the sources."""
    return [text.split("; ")[0] for text in panel.describe_origins(lambda origin: origin.url_main)]


def _rates_beside(rows: pd.DataFrame) -> list[str]:
    """The rate of each row in words; empty where none was used."""
    if "rate" not in rows:
        return [""] * len(rows)
    return [
        "" if pd.isna(row["rate"]) else f"{row['rate']:.6g} {row['rate_unit']}, {row['rate_publisher']}"
        for row in to_records(rows)
    ]


def show_notes(panel: Panel) -> None:
    """What the indicator is and what it is mistaken for, and who belongs to the groups that are shown as a whole."""
    several = len(panel.indicators) > 1
    for indicator in panel.indicators:
        name = f"**{escape_markdown(indicator.name)}.** " if several else ""
        st.markdown(f"{name}{escape_markdown(indicator.description)}")
        if indicator.not_to_confuse:
            st.caption(f"Not to be confused: {escape_markdown(indicator.not_to_confuse)}")
        if indicator.denominator:
            st.caption(f"A share of: {escape_markdown(indicator.denominator)}")
    codes = set(panel.frame["code"])
    for group in loaders.catalogue().groups:
        if group.note and group.aggregate in codes:
            st.caption(escape_markdown(f"{group.name}: {group.note}"))
