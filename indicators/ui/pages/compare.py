"""Compare: several indicators for several countries in one table."""

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.model.periods import TimeSpan
from indicators.ui import loaders, state
from indicators.ui.components.comparison_table import show_comparison
from indicators.ui.components.controls.series import pick_series
from indicators.ui.components.controls.what import pick_indicators
from indicators.ui.components.controls.where import pick_areas
from indicators.ui.components.credits import show_sources
from indicators.ui.components.elements import escape_markdown, warn
from indicators.ui.components.figure_tables import show_table_downloads
from indicators.ui.messages import pages
from indicators.ui.messages import tables as messages

DEFAULTS = {
    "indicators": "gdp~gdp-growth~gdp-per-capita~inflation~unemployment~population", "country": "RUS~CHN~USA",
    "time": "latest",
}  # fmt: skip
FIRST_YEAR = 1960

st.markdown(f"# {pages.PAGE_TITLES['compare']}")
st.caption(messages.COMPARE_INTRO)
for name, text in DEFAULTS.items():
    if name not in st.query_params:
        st.query_params[name] = text
view, ignored = state.read_view(loaders.get_catalogue())
warn(ignored)
with st.sidebar:
    pick_indicators(view)
coverage = loaders.load_coverage(view.indicators)
with st.sidebar:
    pick_areas(view, coverage)
    pick_series(view)
years = [str(year) for year in range(coverage.last_year or FIRST_YEAR, (coverage.first_year or FIRST_YEAR) - 1, -1)]
first, second, third = st.columns(3, vertical_alignment="bottom")
span = str(view.time)
options = ["latest", *years]


def change_time() -> None:
    """Write the chosen year into the address."""
    state.change_view(view, time=TimeSpan.parse(st.session_state["compare time"]))


def change_unit() -> None:
    """Write the unit into the address, or say why it is none."""
    st.query_params["unit"] = st.session_state["compare unit"]


st.session_state["compare time"] = span if span in options else "latest"
st.session_state["compare unit"] = view.unit
first.selectbox(
    messages.TIME, options, key="compare time", on_change=change_time,
    format_func=lambda one: messages.LATEST_FIGURES if one == "latest" else one,
)  # fmt: skip
second.text_input(messages.UNIT, key="compare unit", on_change=change_unit, help=messages.UNIT_HELP)
rows = third.segmented_control(
    messages.ROWS, list(messages.ROW_CHOICES), default="indicators", required=True, key="compare rows",
    format_func=messages.ROW_CHOICES.__getitem__,
)  # fmt: skip
by_country = rows == "countries"
coloured = by_country and third.toggle(messages.COLOURED, key="compare colours", help=messages.COLOURED_HELP)
if not view.indicators or not view.areas:
    st.info(messages.NOTHING_TO_COMPARE)
else:
    try:
        table = loaders.load_comparison(view)
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
    else:
        if table.is_empty:
            st.info(messages.NO_FIGURES_FOUND)
        else:
            show_comparison(
                table, view.areas, by_country=by_country, coloured=coloured, narrow=state.is_narrow()
            )  # fmt: skip
            show_table_downloads(table, "comparison")
            for step in table.steps[1:]:
                st.caption(escape_markdown(step.description))
            with st.expander(pages.PAGE_TITLES["sources"]):
                show_sources(table.origins)
