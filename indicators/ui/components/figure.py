"""A chart or table of a panel, with its title, its source and notes on what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.analysis.coverage import describe_age
from indicators.charts.drawing import Drawing, draw_chart
from indicators.charts.parts.headings import write_subtitle, write_title
from indicators.model.bands import find_levels, name_ends
from indicators.model.codelists import ObservationStatus
from indicators.model.formatting import format_quantity_range
from indicators.model.observations import Event
from indicators.model.panel import Panel
from indicators.model.panel_frames import format_observation, to_records
from indicators.model.periods import TimePeriod
from indicators.model.recency import find_outdated
from indicators.model.series_labels import list_dimension_columns
from indicators.ui import loaders, state
from indicators.ui.components.elements import escape_markdown, show_rows
from indicators.ui.messages import exploration as messages
from indicators.ui.messages import pages
from indicators.view import View

__all__ = ["show_chart", "show_heading", "show_notes", "show_table"]


def show_heading(panel: Panel, view: View, *, place: DeltaGenerator | None = None) -> None:
    """Show title and subtitle, with the countries in the order chosen; in a ``place``, as the title of the page."""
    _heading(write_title(panel), write_subtitle(panel, order=view.areas, known=view.known), place)


def _heading(first: str, second: str, place: DeltaGenerator | None) -> None:
    below = f"\n\n:small[{escape_markdown(second)}]" if second else ""
    if place is None:
        st.markdown(f"#### {escape_markdown(first)}{below}")
        return
    place.markdown(f"# {escape_markdown(first)}{below}")
    st.set_page_config(page_title=pages.TAB_TITLE.format(page=first))


def show_chart(
    panel: Panel,
    view: View,
    *,
    key: str,
    events: Sequence[Event] | None = None,
    headed: bool = False,
    place: DeltaGenerator | None = None,
    chosen: Callable[[Any], None] | None = None,
    below: Callable[[int | None], None] | None = None,
) -> Drawing:
    """Show a panel as the view asks for it, with its source, and return the drawing.

    Args:
        panel: The figures.
        view: What was asked for.
        key: Its key on the page.
        events: The events it marks; those of the view if left out.
        headed: Whether to show its title and source.
        place: Where its title is that of the page.
        chosen: Called with the selection when a country of a map is clicked.
        below: Draws what is between the chart and its source, given the year if a single one is shown; it is left to
            the caller to show the remarks then.
    """
    playable = view.tab == "map" and bool(st.session_state.get(f"{key} years"))
    drawing = draw_chart(
        panel, view, ground=state.get_ground(), narrow=state.is_narrow(key), events=events, playable=playable
    )
    if headed:
        _heading(drawing.title, drawing.subtitle, place)
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
        st.toggle(messages.ANIMATE, key=f"{key} years", help=messages.ANIMATE_HELP)
    if below is not None:
        years = drawing.shown.frame["year"].dropna().unique()
        below(int(years[0]) if len(years) == 1 else None)
    else:
        for remark in drawing.remarks:
            st.caption(escape_markdown(remark))
    if headed and not view.embed:  # an embedded chart has its source beside the link to the dashboard
        st.caption(escape_markdown(drawing.source))
    return drawing


def show_table(panel: Panel, *, order: Sequence[str] = (), locale: str = "") -> None:
    """Show a table of the values, rounded and exact, with status, publisher, note and source.

    Args:
        panel: The figures.
        order: Codes of areas in the order chosen.
        locale: A CLDR locale for the number format.
    """
    place = {code: number for number, code in enumerate(order)}
    rows = panel.frame.sort_values("code", key=lambda codes: codes.map(place).fillna(len(place)), kind="stable")
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
            messages.COLUMN_AGE: _describe_age(panel.with_frame(rows)),
            messages.COLUMN_STATUS: [ObservationStatus(status).word for status in rows["status"]],
            messages.COLUMN_PUBLISHER: rows["publisher"],
            messages.COLUMN_SPEAKER: rows["said_by"],
            messages.COLUMN_PUBLISHED: rows["vintage"],
            messages.COLUMN_NOTE: rows["note"],
            messages.COLUMN_SOURCE: _list_first_urls(panel.with_frame(rows)),
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
    show_rows(shown.drop(columns=left_out), columns=columns)


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


def show_notes(panel: Panel) -> None:
    """Show what the indicators measure, what they are often confused with, and who belongs to the groups shown."""
    several = len(panel.indicators) > 1
    names = {code: area.name for code, area in loaders.get_catalogue().areas.by_code.items()}
    for indicator in panel.indicators:
        name = f"**{escape_markdown(indicator.name)}.** " if several else ""
        st.markdown(f"{name}{escape_markdown(indicator.description)}")
        if indicator.not_to_confuse:
            st.caption(escape_markdown(messages.CONFUSED_WITH.format(text=indicator.not_to_confuse)))
        years = loaders.load_coverage((indicator.id,)).last_actual_years
        st.caption(escape_markdown(describe_age(loaders.load_ages().get(indicator.id), years, names)))
        if indicator.denominator:
            st.caption(escape_markdown(messages.SHARE_OF.format(whole=indicator.denominator)))
    codes = set(panel.frame["code"])
    for group in loaders.get_catalogue().groups:
        if group.note and group.aggregate in codes:
            st.caption(escape_markdown(messages.NOTE_ON.format(name=group.name, note=group.note)))
