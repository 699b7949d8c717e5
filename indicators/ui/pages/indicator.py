"""Indicator: what one indicator measures, its publisher, coverage and rivals, its newest values and how to cite it."""

import pandas as pd
import streamlit as st

from indicators.charts.choice import find_refusal
from indicators.charts.parts.geography import is_on_map
from indicators.charts.style import Look
from indicators.charts.types.map import SERVED_FROM, draw_coverage_map
from indicators.errors import IndicatorsError
from indicators.model.citations import spell_date
from indicators.model.origins import CitationStyle, cite_origins
from indicators.model.periods import TimeSpan
from indicators.ui import loaders, state
from indicators.ui.components import figure
from indicators.ui.components.credits import show_sources
from indicators.ui.components.elements import escape_markdown, show_rows
from indicators.ui.messages import exploration, pages
from indicators.ui.pages import find_page
from indicators.view import View
from indicators.view.comparing import WORLD
from indicators.view.describing import IndicatorDescription
from indicators.view.messages import PREFERRED, RELATED, RIVALS

STYLES: dict[CitationStyle, str] = {"text": "txt", "bibtex": "bib", "ris": "ris"}
LISTED = (RIVALS, PREFERRED, RELATED)  # shown as links
TALL = 420

catalogue = loaders.get_catalogue()


def pick_indicator(asked: str) -> str:
    """Let the user choose an indicator, which goes into the address; empty if none is chosen or it is unknown."""
    names = {one.id: one.name for one in catalogue.indicators}
    try:
        known = catalogue.find_indicator(asked).id if asked.strip() else ""
    except IndicatorsError as error:
        st.warning(escape_markdown(str(error)))
        known = ""

    def write() -> None:
        st.query_params["id"] = st.session_state["chosen indicator"]

    st.session_state["chosen indicator"] = known or None
    st.selectbox(
        pages.INDICATOR_CHOOSE, list(names), key="chosen indicator", format_func=names.__getitem__, on_change=write,
        filter_mode="contains", placeholder=pages.INDICATOR_CHOOSE_EXAMPLE, label_visibility="collapsed",
    )  # fmt: skip
    return known


def show_facts(about: IndicatorDescription) -> None:
    """Show the facts as a table of two columns, with links to the indicators that are near."""
    rows = [f"| **{label}** | {escape_markdown(text)} |" for label, text in about.facts if label not in LISTED]
    near = {RIVALS: about.rivals, RELATED: about.related}
    for label, others in near.items():
        links = [f"[{escape_markdown(one.name)}](indicator?id={one.id})" for one in others]
        if links:
            rows.append(f"| **{label}** | {', '.join(links)} |")
    if about.preferred is not None:
        reason = escape_markdown(about.indicator.preferred_because)
        link = f"[{escape_markdown(about.preferred.name)}](indicator?id={about.preferred.id})"
        rows.append(f"| **{PREFERRED}** | {link}: {reason} |")
    elif any(one.preferred == about.indicator.id for one in about.rivals):
        rows.append(f"| **{PREFERRED}** | {pages.INDICATOR_THIS_ONE} |")
    with st.container(key="facts"):  # the heads are for those who hear the table
        st.markdown("\n".join([f"| {pages.INDICATOR_FACT} | {pages.INDICATOR_VALUE} |", "|---|---|", *rows]))


def show_newest(about: IndicatorDescription) -> None:
    """Show the newest values on a map, else ranked, else those of the world over time."""
    id, latest = about.indicator.id, TimeSpan.parse("latest")
    choices = (
        View((id,), time=latest, tab="map"),
        View((id,), time=latest, chart="ranking"),
        View((id,), (WORLD,) if WORLD in about.coverage.areas else about.coverage.areas[:3]),
    )
    for view in choices:
        panel = loaders.load_figures(view.request)
        if panel.is_empty or find_refusal(view, panel, catalogue) is not None:
            continue
        figure.show_chart(panel, view, key=f"newest {id}", headed=True)
        return
    st.info(pages.INDICATOR_NO_FIGURES)


def show_coverage(about: IndicatorDescription) -> None:
    """Show the last actual year of each country on a map, and with the groups in a table."""
    years = about.last_years
    by_code = {code: year for code, year in about.coverage.last_actual_years.items() if is_on_map(code)}
    if by_code:
        look = Look(state.get_ground(), state.is_narrow("coverage"))
        newest, oldest = max(by_code.values()), min(by_code.values())
        words = pages.INDICATOR_COVERAGE_MAP.format(
            name=about.indicator.name, newest=newest, oldest=oldest, count=len(by_code)
        )
        config = {"displayModeBar": False, "topojsonURL": SERVED_FROM}
        st.plotly_chart(draw_coverage_map(by_code, look), key="coverage", theme=None, alt=words, config=config)
    if years:
        table = pd.DataFrame(years, columns=[exploration.COLUMN_COUNTRY, pages.INDICATOR_LAST_YEAR])
        show_rows(table, most=TALL, columns={pages.INDICATOR_LAST_YEAR: st.column_config.NumberColumn(format="%d")})


def show_citation(about: IndicatorDescription) -> None:
    """Show the citation in each style, with the files that reference managers read."""
    files = exploration.CITATION_STYLES | {"text": pages.TEXT_FILE}
    tabs = st.tabs([exploration.CITATION_STYLES[style] for style in STYLES])
    for tab, (style, suffix) in zip(tabs, STYLES.items(), strict=True):
        with tab:
            text = cite_origins(about.origins, style)
            st.code(text, language=None, wrap_lines=True)
            st.download_button(
                exploration.DOWNLOAD_AS.format(format=files[style]), text,
                f"{about.indicator.id}.{suffix}", key=f"cite {style}", on_click="ignore",
            )  # fmt: skip


heading = st.empty()
id = pick_indicator(str(st.query_params.get("id", "")))
if not id:
    heading.markdown(f"# {pages.PAGE_TITLES['indicator']}")
    st.info(pages.INDICATOR_CHOOSE_ONE)
else:
    about = loaders.load_description(id)
    heading.markdown(f"# {escape_markdown(about.indicator.name)}")
    st.set_page_config(page_title=pages.TAB_TITLE.format(page=about.indicator.name))
    if about.indicator.withdrawn:
        st.warning(escape_markdown(pages.INDICATOR_WITHDRAWN.format(day=spell_date(about.indicator.withdrawn))))
    areas = "~".join((WORLD,) if WORLD in about.coverage.areas else about.coverage.areas[:3])
    st.page_link(find_page("explore"), label=pages.INDICATOR_OPEN, query_params={"indicators": id, "country": areas})
    left, right = st.columns(2, gap="medium")
    with left:
        show_facts(about)
    with right:
        show_newest(about)
        st.markdown(f"#### {pages.INDICATOR_LAST_YEARS}")
        show_coverage(about)
    st.markdown(f"#### {pages.INDICATOR_CITE}")
    show_citation(about)
    show_sources(about.origins)
    st.caption(pages.INDICATOR_ON_COMMAND_LINE.format(id=id))
