"""A chart or table of a panel, with its title, its source and notes on what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.analysis.coverage import describe_age
from indicators.charts.drawing import Drawing, draw_chart
from indicators.charts.parts.headings import entitle, write_subtitle, write_title
from indicators.charts.parts.plot_layout import drop_repeated_unit
from indicators.charts.types.map import MAP_REGIONS, zoom_map
from indicators.model.observations import Event
from indicators.model.panel import Panel
from indicators.ui import loaders, state
from indicators.ui.components.elements import escape_markdown
from indicators.ui.components.picture import find_picture, show_picture
from indicators.ui.messages import exploration as messages
from indicators.ui.messages import pages
from indicators.view import View


def show_heading(panel: Panel, view: View, *, place: DeltaGenerator | None = None) -> None:
    """Show title and subtitle, with the countries in the order chosen; in a ``place``, as the title of the page."""
    subtitle = write_subtitle(panel, order=view.areas, known=view.known)
    title, below = entitle(view.title, write_title(panel), subtitle)
    _heading(title, below, place)
    if place is not None:
        _name_tab(title)


def _heading(first: str, second: str, place: DeltaGenerator | None) -> None:
    below = f"\n\n:small[{escape_markdown(second)}]" if second else ""
    if place is None:
        st.markdown(f"#### {escape_markdown(first)}{below}")
        return
    place.markdown(f"# {escape_markdown(first)}{below}")


def _name_tab(title: str) -> None:
    """Show a title in the tab; after the plot, which would wait until the browser has drawn its page for the tab."""
    st.set_page_config(page_title=pages.TAB_TITLE.format(page=title))


def show_chart(
    panel: Panel,
    view: View,
    *,
    key: str,
    events: Sequence[Event] | None = None,
    headed: bool = False,
    still: bool = False,
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
        still: Whether a picture of it will do until the user wants more, if there is one.
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
    chart = drawing.figure
    drop_repeated_unit(chart, f"{drawing.title} · {drawing.subtitle}")
    if view.tab == "map":
        zoom_map(chart, st.session_state.get(f"{key} region") or "")
    picture = find_picture(chart) if still else ""
    if picture:
        _show_picture(picture, drawing, key)
    else:
        _show_plot(drawing, key, chosen if view.tab == "map" else None)
    if drawing.notes:
        st.caption("  \n".join(map(escape_markdown, drawing.notes)))
    if view.tab == "map" and not view.is_locked:
        _show_map_controls(key, has_years=view.time.only is None and panel.frame["period"].nunique() > 1)
    if below is not None:
        years = drawing.shown.frame["year"].dropna().unique()
        below(int(years[0]) if len(years) == 1 else None)
    else:
        for remark in drawing.remarks:
            st.caption(escape_markdown(remark))
    if headed and not view.embed:  # an embedded chart has its source beside the link to the dashboard
        st.caption(escape_markdown(drawing.source))
    return drawing


def _show_picture(picture: str, drawing: Drawing, key: str) -> None:
    """Show a picture of a chart, or the chart itself where the user turned it on."""
    switch = f"{key} interactive"
    if st.session_state.get(switch):
        _show_plot(drawing, key, None)
    else:
        show_picture(picture, words=drawing.alternative_text, key=f"{key} picture")
    st.toggle(messages.INTERACTIVE, key=switch, help=messages.INTERACTIVE_HELP)


def _show_plot(drawing: Drawing, key: str, chosen: Callable[[Any], None] | None) -> None:
    clicks: dict[str, Any] = {}
    if chosen is not None:
        clicks = {"selection_mode": "points", "on_select": lambda: chosen(st.session_state[key])}
    words, config = drawing.alternative_text, drawing.config
    st.plotly_chart(drawing.figure, key=key, theme=None, alt=words, config=config, **clicks)


def _show_map_controls(key: str, *, has_years: bool) -> None:
    """Show what a map can do: zoom to a region, and play its years; neither changes the address."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.pills(
            messages.REGION, list(MAP_REGIONS), format_func=messages.REGIONS.__getitem__, key=f"{key} region",
            label_visibility="collapsed", width="stretch" if state.is_phone() else "content",
        )  # fmt: skip
        if has_years:
            st.toggle(messages.ANIMATE, key=f"{key} years", help=messages.ANIMATE_HELP)


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
