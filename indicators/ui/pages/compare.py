"""Compare: several indicators for several countries in one table."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.model.formatting import join_names
from indicators.model.periods import TimeSpan
from indicators.model.steps import Step
from indicators.ui import loaders, state
from indicators.ui.components.comparison_table import show_comparison
from indicators.ui.components.controls.series import pick_series
from indicators.ui.components.controls.what import pick_indicators
from indicators.ui.components.controls.where import pick_areas
from indicators.ui.components.credits import show_source_expander
from indicators.ui.components.elements import escape_markdown
from indicators.ui.components.figure_tables import show_table_downloads
from indicators.ui.components.offers import show_ignored
from indicators.ui.messages import pages
from indicators.ui.messages import tables as messages
from indicators.view import View

DEFAULTS: Final = {
    "indicators": "gdp~gdp-growth~gdp-per-capita~inflation~unemployment~population", "country": "RUS~CHN~USA",
    "time": "latest",
}  # fmt: skip
FIRST_YEAR: Final = 1960
TABLE: Final = "comparison"


def change_time() -> None:
    """Write the chosen year into the address."""
    state.change_view(read_view(), time=TimeSpan.parse(st.session_state["compare time"]))


def change_unit() -> None:
    """Write the unit into the address; the page says why it is none."""
    st.query_params["unit"] = st.session_state["compare unit"]


def read_view() -> View:
    """What the address asks for."""
    return state.read_view(loaders.get_catalogue())[0]


@st.fragment(key=TABLE)
@loaders.hold_store()
def show_main() -> None:
    """Show what the table is about, and the table; another country redraws only this."""
    view, ignored = state.read_view(loaders.get_catalogue())
    show_ignored(ignored)
    coverage = loaders.load_coverage(view.indicators)
    last, earliest = coverage.last_year or FIRST_YEAR, coverage.first_year or FIRST_YEAR
    options = ["latest", *map(str, range(last, earliest - 1, -1))]
    first, second, third = st.columns(3, vertical_alignment="bottom")
    span = str(view.time)
    st.session_state["compare time"] = span if span in options else "latest"
    st.session_state["compare unit"] = view.unit
    first.selectbox(
        messages.TIME, options, key="compare time", on_change=change_time,
        format_func=lambda one: messages.LATEST_FIGURES if one == "latest" else one,
    )  # fmt: skip
    second.text_input(
        messages.UNIT, key="compare unit", on_change=change_unit, help=messages.UNIT_HELP,
        placeholder=messages.AS_PUBLISHED,
    )  # fmt: skip
    rows = third.segmented_control(
        messages.ROWS, list(messages.ROW_CHOICES), default="indicators", required=True, key="compare rows",
        format_func=messages.ROW_CHOICES.__getitem__,
    )  # fmt: skip
    by_country = rows == "countries"
    coloured = by_country and third.toggle(messages.COLOURED, key="compare colours", help=messages.COLOURED_HELP)
    if not view.indicators or not view.areas:
        st.info(messages.NOTHING_TO_COMPARE)
        return
    try:
        table = loaders.load_comparison(view)
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
        return
    if table.is_empty:
        st.info(messages.NO_FIGURES_FOUND)
        return
    show_comparison(table, view.areas, key="comparison", by_country=by_country, coloured=coloured)
    if notes := describe_missing(view, {one.area for one in table.figures}, {one.indicator for one in table.figures}):
        st.caption(escape_markdown(notes))
    show_table_downloads(lambda: table, "comparison")
    for step in list_told(table.steps[1:]):
        st.caption(escape_markdown(step.description))
    show_source_expander(table.origins, key="comparison sources")


def list_told(steps: Sequence[Step]) -> list[Step]:
    """List the steps to show: those that left figures as published only if nothing was converted."""
    told = [step for step in steps if step.name != "publish"]
    return told or list(steps)


def describe_missing(view: View, areas: set[str], indicators: set[str]) -> str:
    """Name the countries and indicators chosen that have no figure in the table."""
    catalogue = loaders.get_catalogue()
    names = [catalogue.areas.by_code[code].name for code in view.areas if code not in areas]
    names += [catalogue.find_indicator(id).name for id in view.indicators if id not in indicators]
    return messages.LEFT_OUT.format(names=join_names(names)) if names else ""


st.markdown(f"# {pages.PAGE_TITLES['compare']}")
st.caption(messages.COMPARE_INTRO)
state.use_defaults(DEFAULTS)
show_main()
with st.sidebar:
    asked = read_view()
    pick_indicators()
    pick_areas(asked, loaders.load_coverage(asked.indicators), redraws=TABLE)
    pick_series(asked)
