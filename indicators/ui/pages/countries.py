"""Countries: the latest figure of every indicator for one country, by topic, with ranks and forecasts."""

from collections.abc import Sequence
from typing import Final

import streamlit as st
from streamlit.errors import StreamlitAPIException

from indicators.errors import IndicatorsError
from indicators.model.bands import DEFAULT_BANDS, has_bands
from indicators.model.formatting import count_noun
from indicators.model.groups import AreaGroup
from indicators.model.steps import Step
from indicators.ui import loaders
from indicators.ui.components import figure
from indicators.ui.components.area_picker import show_area_picker
from indicators.ui.components.browser import watch_sight
from indicators.ui.components.controls.series import pick_series_of_all, read_series_of_all
from indicators.ui.components.credits import show_source_expander
from indicators.ui.components.data_grid import show_grid, write_grid
from indicators.ui.components.elements import escape_markdown, show_expander, warn
from indicators.ui.components.figure_tables import make_profile, show_key_facts, show_table_downloads
from indicators.ui.messages import pages
from indicators.ui.messages import tables as messages
from indicators.ui.pages import find_page
from indicators.view import View
from indicators.view.comparing import DEFAULT_PEERS, WORLD, FigureTable
from indicators.view.entries import AreaEntry, guess_areas

DEFAULT_COUNTRY: Final = "RUS"
CHARTS: Final = (
    ("gdp-growth-weo", "gdp-growth"), ("inflation-weo", "inflation"), ("general-government-debt", "government-debt"),
    ("official-exchange-rate",),
)  # fmt: skip
NARROW: Final = 2
MAIN: Final = ("gdp", "gdp-growth", "inflation", "population")
MOST_COMPARED: Final = 12
NO_RANKS: Final = "none"
HEADING: Final = "country heading"
BODY: Final = "country page"
CONTROLS: Final = "country controls"

catalogue = loaders.get_catalogue()
areas = catalogue.areas
without_figures = {one.code: one for one in catalogue.groups if one.aggregate not in areas.by_code}
names = {one.code: one.name for one in areas} | {code: one.name for code, one in without_figures.items()}
groups = {WORLD: names[WORLD], **{one.code: one.name for one in catalogue.groups}, NO_RANKS: messages.NO_RANKS}


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


def read_country() -> str:
    """The code of the country or group that the address asks for."""
    return str(st.query_params.get("country", DEFAULT_COUNTRY))


def read_among() -> str:
    """The group that the address ranks the country among."""
    asked = st.query_params.get("among", DEFAULT_PEERS)
    return asked if asked in groups else DEFAULT_PEERS


def redraw() -> None:
    """Draw the page of the country again, without the controls; all of it where it has not been drawn yet."""
    try:
        st.rerun((HEADING, BODY))
    except StreamlitAPIException:
        st.rerun()


def change_country(codes: tuple[str, ...]) -> None:
    """Write the country into the address."""
    st.query_params["country"] = codes[0]
    redraw()


def change_among() -> None:
    """Write the group into the address."""
    st.query_params["among"] = st.session_state["among"]
    redraw()


def guess(words: str) -> list[AreaEntry]:
    """What may be meant by words that are no name."""
    return [AreaEntry(area.code, words, area.name) for area in guess_areas(words, catalogue)]


@st.fragment(key=CONTROLS)
def show_controls() -> None:
    """Show what the page is about, which a choice doesn't draw again."""
    left, right, third = st.columns([4, 4, 2], vertical_alignment="bottom")
    code = read_country()
    with left:
        show_area_picker(
            messages.COUNTRY, loaders.load_whole_area_choices(), {code: names[code]}, key="country",
            on_change=change_country, guess=guess, single=True,
        )  # fmt: skip
    st.session_state["among"] = read_among()
    right.selectbox(
        messages.AMONG, list(groups), key="among", format_func=groups.__getitem__, on_change=change_among,
        filter_mode="contains",
    )  # fmt: skip
    with third:
        pick_series_of_all(redraws=(CONTROLS, BODY))


def load_table() -> FigureTable | None:
    """The figures of the country in the address; ``None`` for a group that nobody publishes figures for."""
    code, among = read_country(), read_among()
    if code in without_figures:
        return None
    return loaders.load_profile(code, "" if among == NO_RANKS else among, read_series_of_all()[0])


@st.fragment(key=HEADING)
def show_heading() -> None:
    """Show the name of the country in the address."""
    st.markdown(f"# {escape_markdown(names[read_country()])}")


@st.fragment(key=BODY)
@loaders.hold_store()
def show_main() -> None:
    """Show the page of the country in the address; another country redraws only this and the heading."""
    code = read_country()
    _, fault = read_series_of_all()
    warn([fault] if fault else [])
    table = load_table()
    if table is None:
        show_members(without_figures[code])
    elif table.is_empty:
        st.info(messages.NO_FIGURES_FOR.format(area=names[code]))
    else:
        show_figures(table)
    if table is not None and not table.is_empty:
        show_further(code, table)
    name_tab()  # last, since the browser draws its page for the tab before anything that follows


def name_tab() -> None:
    """Show the name of the country in the tab."""
    st.set_page_config(page_title=pages.TAB_TITLE.format(page=names[read_country()]))


def show_figures(table: FigureTable) -> None:
    """Show the figures of a country or group."""
    show_key_facts(table, catalogue.currencies)
    publishers = count_noun(len({one.publisher for one in table.figures}), *messages.PUBLISHER_NOUN)
    figures = count_noun(len(table), *messages.FIGURE_NOUN)
    st.caption(f"{messages.FIGURES_COUNT.format(figures=figures, publishers=publishers)} {messages.COUNTRY_INTRO}")
    key = ("profile page", read_country(), read_among(), read_series_of_all()[0])
    show_grid(loaders.keep_made(key, lambda: write_grid(make_profile(table))), key="profile")


def show_further(code: str, table: FigureTable) -> None:
    """Show what is below the figures of a country: charts, notes and sources."""
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


if (known := resolve(read_country())) != read_country():
    st.query_params["country"] = known
name_tab()
show_heading()
left, right = st.columns([10, 2], vertical_alignment="bottom")
with left:
    show_controls()
with right:
    show_table_downloads(load_table)
show_main()
