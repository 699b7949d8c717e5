"""Countries: the latest figure of every indicator for one country, by topic, with ranks and forecasts."""

import streamlit as st

from indicators.errors import IndicatorsError
from indicators.model.bands import DEFAULT_BANDS, has_bands
from indicators.model.formatting import count_noun
from indicators.model.groups import AreaGroup
from indicators.ui import loaders
from indicators.ui.components import figure
from indicators.ui.components.controls.series import pick_series_of_all
from indicators.ui.components.credits import show_sources
from indicators.ui.components.elements import escape_markdown
from indicators.ui.components.figure_tables import show_key_facts, show_profile, show_table_downloads
from indicators.ui.messages import pages
from indicators.ui.messages import tables as messages
from indicators.ui.pages import find_page
from indicators.view import View
from indicators.view.comparing import DEFAULT_PEERS, WORLD

DEFAULT_COUNTRY = "RUS"
CHARTS = (
    ("gdp-growth-weo", "gdp-growth"), ("inflation-weo", "inflation"), ("general-government-debt", "government-debt"),
    ("official-exchange-rate",),
)  # fmt: skip
NARROW = 2
MAIN = ("gdp", "gdp-growth", "inflation", "population")
MOST_COMPARED = 12

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
    return str(st.selectbox(label, list(options), key=f"pick {name}", format_func=options.__getitem__, on_change=write))


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


if "country" in st.query_params:
    st.query_params["country"] = resolve(st.query_params["country"])
countries = sorted((one for one in areas), key=lambda one: (one.kind != "country", one.name))
groups = {
    WORLD: areas.by_code[WORLD].name,
    **{one.code: one.name for one in catalogue.groups},
    "none": messages.NO_RANKS,
}

heading = st.empty()
left, right = st.columns(2)
with left:
    options = {one.code: one.name for one in countries} | {code: one.name for code, one in without_figures.items()}
    code = pick("country", options, DEFAULT_COUNTRY, messages.COUNTRY)
with right:
    among = pick("among", groups, DEFAULT_PEERS, messages.AMONG)
chosen = pick_series_of_all((left, right))
name = options[code]
heading.markdown(f"# {escape_markdown(name)}")
st.set_page_config(page_title=pages.TAB_TITLE.format(page=name))
if code in without_figures:
    show_members(without_figures[code])
    st.stop()
table = loaders.load_profile(code, "" if among == "none" else among, chosen)
if table.is_empty:
    st.info(messages.NO_FIGURES_FOR.format(area=name))
else:
    show_key_facts(table, catalogue.currencies)
    publishers = len({one.publisher for one in table.figures})
    figures = count_noun(len(table), *messages.FIGURE_NOUN)
    counted = messages.FIGURES_COUNT.format(
        figures=figures, publishers=count_noun(publishers, *messages.PUBLISHER_NOUN)
    )
    st.caption(f"{counted} {messages.COUNTRY_INTRO}")
    show_table_downloads(table, code.lower())
    show_profile(table)
    shown = [next((id for id in ids if table.find(id, code)), "") for ids in CHARTS]
    st.markdown(f"#### {messages.CHARTS}")
    columns = st.columns(NARROW)
    for place, id in enumerate(id for id in shown if id):
        view = View((id,), (code,), bands=DEFAULT_BANDS)
        panel = loaders.load_figures(view.request)
        if not has_bands(panel.frame):  # no record of forecasts, and nothing to explain to who asked for none
            view = view.with_(bands=())
            panel = loaders.load_figures(view.request)
        with columns[place % NARROW]:
            figure.show_chart(panel, view, key=f"{code} {id}", headed=True)
    with st.expander(pages.PAGE_TITLES["sources"]):
        show_sources(table.origins)
