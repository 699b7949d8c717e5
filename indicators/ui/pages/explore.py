"""Explore: pick indicators, countries and years; see the chart, the table and the sources."""

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.panel import Panel
from indicators.ui import loaders, state
from indicators.ui.components import controls, figure
from indicators.ui.components.taking_away import taking_away
from indicators.ui.components.text import escaped
from indicators.view import View

_MOST_CHARTS = 6

catalogue = loaders.catalogue()
view, ignored = state.read_view(catalogue)
view = controls.with_defaults(view)
for reason in ignored:
    st.warning(escaped(reason))

with st.sidebar:
    controls.pick(view)


def on_terms(part: View) -> Panel:
    """The figures on the reader's terms, or as they are where those do not apply, and then why."""
    panel = loaders.panel(part.query)
    if not controls.is_money(panel):
        return panel
    try:
        converted = loaders.restated_panel(part.query, part.terms)
    except IndicatorsError as error:
        st.warning(f"{escaped(str(error))} The figures are shown as published.")
        return panel
    if len(converted.units) > len(panel.units):
        st.info("Each line is in its own money: compare how they move, not how high they stand.")
    return converted


def show(part: View) -> None:
    """One indicator: its chart or table, and all that belongs to it."""
    panel = on_terms(part)
    name = part.indicators[0]
    if panel.is_empty:
        figure.heading(panel)
        st.info(escaped(controls.why_empty(part)))
        return
    figure.heading(panel)
    if part.tab == "table":
        figure.table(panel)
    else:
        events = [event for event in catalogue.events if set(event.areas) & set(part.areas)] if name in EVENTFUL else []
        figure.chart(panel, part, key=f"chart-{name}", events=events)
    taking_away(panel, part, key=name)
    figure.conversion(panel, key=name)
    if "rule" in panel.frame and part.prices is None:
        figure.other_rules(loaders.panel(part.query), part.unit)
    figure.notes(panel)


EVENTFUL = {indicator.id for indicator in catalogue.indicators if indicator.topic == "Digital economy"}

if not view.indicators:
    st.info("Choose an indicator at the left, such as GDP, inflation or the digital economy.")
elif not view.areas:
    st.info("Choose at least one country or group at the left.")
else:
    controls.tabs(view)
    for number, indicator in enumerate(view.indicators[:_MOST_CHARTS]):
        if number:
            st.divider()
        show(view.with_(indicators=(indicator,)))
    if len(view.indicators) > _MOST_CHARTS:
        st.info(f"The first {_MOST_CHARTS} of {len(view.indicators)} indicators are shown.")
