"""Countries: the latest figure of every indicator for one country, by topic, with ranks and forecasts."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.model.bands import DEFAULT_BANDS, has_bands
from indicators.model.formatting import count_noun
from indicators.model.groups import AreaGroup
from indicators.model.steps import Step
from indicators.ui import loaders
from indicators.ui.components import figure
from indicators.ui.components.browser import watch_sight
from indicators.ui.components.controls.series import pick_series_of_all
from indicators.ui.components.credits import show_source_expander
from indicators.ui.components.data_grid import show_grid
from indicators.ui.components.elements import escape_markdown, show_expander
from indicators.ui.components.figure_tables import make_profile, show_key_facts, show_table_downloads
from indicators.ui.messages import pages
from indicators.ui.messages import tables as messages
from indicators.ui.pages import find_page
from indicators.view import View
from indicators.view.comparing import DEFAULT_PEERS, WORLD

DEFAULT_COUNTRY: Final = "RUS"
CHARTS: Final = (
    ("gdp-growth-weo", "gdp-growth"), ("inflation-weo", "inflation"), ("general-government-debt", "government-debt"),
    ("official-exchange-rate",),
)  # fmt: skip
NARROW: Final = 2
MAIN: Final = ("gdp", "gdp-growth", "inflation", "population")
MOST_COMPARED: Final = 12

catalogue = loaders.get_catalogue()
areas = catalogue.areas
without_figures = {one.code: one for one in catalogue.groups if one.aggregate not in areas.by_code}


def pick(name: str, options: dict[str, str], default: str, label: str) -> str:
    """Pick one of several, as the address says; what is picked goes into the address."""
    asked = st.query_params.get(name, default)
    known = asked if asked in options else default

    def write() -> None:
        st.query_params[name] = st.session_state[f"pick {name}"]

    st.session_state[f"pick {name}"] = known
    return str(
        st.selectbox(
            label, list(options), key=f"pick {name}", format_func=options.__getitem__, on_change=write,
            filter_mode="contains",
        )
    )  # fmt: skip


def resolve(text: str) -> str:
    """The code of the country or group in the address, which may also be a name."""
    group = catalogue.group_list.find(text)
    if catalogue.get_area(text) is None and group is not None and group.code in without_figures:
        return group.code
    try:
        return catalogue.find_area(text).code
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
        return DEFAULT_COUNTRY


@st.fragment
def show_page() -> None:
    """Show the page of the country in the address; another country redraws only this."""
    asked = st.query_params.get("country", DEFAULT_COUNTRY)
    if (known := resolve(asked)) != asked:
        st.query_params["country"] = known
    countries = sorted((one for one in areas), key=lambda one: (one.kind != "country", one.name))
    options = {one.code: one.name for one in countries} | {code: one.name for code, one in without_figures.items()}
    groups = {WORLD: areas.by_code[WORLD].name, **{one.code: one.name for one in catalogue.groups}}
    heading = st.empty()
    left, right, third, end = st.columns([4, 4, 2, 2], vertical_alignment="bottom")
    with left:
        code = pick("country", options, DEFAULT_COUNTRY, messages.COUNTRY)
    with right:
        among = pick("among", groups | {"none": messages.NO_RANKS}, DEFAULT_PEERS, messages.AMONG)
    with third:
        chosen = pick_series_of_all()
    heading.markdown(f"# {escape_markdown(options[code])}")
    st.set_page_config(page_title=pages.TAB_TITLE.format(page=options[code]))
    if code in without_figures:
        show_members(without_figures[code])
        return
    peers = "" if among == "none" else among
    table = loaders.load_profile(code, peers, chosen)
    if table.is_empty:
        st.info(messages.NO_FIGURES_FOR.format(area=options[code]))
        return
    with end:
        show_table_downloads(table, code.lower())
    show_key_facts(table, catalogue.currencies)
    publishers = count_noun(len({one.publisher for one in table.figures}), *messages.PUBLISHER_NOUN)
    figures = count_noun(len(table), *messages.FIGURE_NOUN)
    st.caption(f"{messages.FIGURES_COUNT.format(figures=figures, publishers=publishers)} {messages.COUNTRY_INTRO}")
    grid = loaders.keep_made(("profile page", code, peers, chosen), lambda: make_profile(table))
    show_grid(grid, key="profile")
    show_charts(code, tuple(id for ids in CHARTS if (id := next((id for id in ids if table.find(id, code)), ""))))
    if table.steps:
        show_expander(messages.NOTES, lambda: show_notes(table.steps), key="country notes")
    show_source_expander(table.origins, key="country sources")


def show_notes(steps: Sequence[Step]) -> None:
    """Show what to know before comparing the figures."""
    for step in steps:
        st.markdown(f"- {escape_markdown(step.description)}")


def show_members(group: AreaGroup) -> None:
    """Show the members of a group that nobody publishes figures for as a whole."""
    st.info(escape_markdown(messages.NO_FIGURES_AS_A_WHOLE.format(group=group.name)))
    members = group.members()
    address = {"indicators": "~".join(MAIN), "country": "~".join(members[:MOST_COMPARED])}
    st.page_link(find_page("compare"), label=messages.COMPARE_MEMBERS, query_params=address)
    with st.container(horizontal=True):
        for member in members:
            label = escape_markdown(areas.by_code[member].name)
            st.page_link(find_page("countries"), label=label, query_params={"country": member})


@st.fragment
def show_charts(code: str, indicators: tuple[str, ...]) -> None:
    """Show the charts of a country; those of another country are drawn when the page is scrolled to them."""
    first = st.session_state.setdefault("first country", code)
    st.markdown(f"#### {messages.CHARTS}")
    if not (watch_sight(code, key="charts") or code == first):
        return
    columns = st.columns(NARROW)
    for place, id in enumerate(indicators):
        view = View((id,), (code,), bands=DEFAULT_BANDS)
        panel = loaders.load_figures(view.request)
        if not has_bands(panel.frame):  # no record of forecasts, and nothing to explain to who asked for none
            view = view.with_(bands=())
            panel = loaders.load_figures(view.request)
        with columns[place % NARROW]:
            figure.show_chart(panel, view, key=f"{code} {id}", headed=True)


show_page()
