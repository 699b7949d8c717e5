"""Get more data: figures from publishers' services, where the dashboard was started with the network switched on."""

from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

import streamlit as st

from indicators.errors import IndicatorsError, UsageError
from indicators.files import find_user_folder
from indicators.model.formatting import count_noun
from indicators.providers.fetched_releases import FetchReport
from indicators.ui import loaders
from indicators.ui.access import allows_network, editing, find_own_folder
from indicators.ui.components.elements import escape_markdown, is_pressed
from indicators.ui.components.imports import show_import_report
from indicators.ui.fetch_jobs import FetchJob, start_fetch
from indicators.ui.messages import pages as messages
from indicators.view.fetching import fetch, list_providers, plan_fetch

JOB = "fetch"
SHORT = 1.0  # second: most fetches are over by then, and need no progress


class Asked(NamedTuple):
    """What the user asks for."""

    provider: str
    series: str
    country: str
    start: str
    end: str
    dimensions: dict[str, str]
    unit: str


def read_dimensions(text: str) -> dict[str, str]:
    """Read ``sex=T; unit=PC_ACT``."""
    pairs = [part.partition("=") for part in text.split(";") if part.strip()]
    if any(not (name.strip() and code.strip()) for name, _, code in pairs):
        raise UsageError(messages.GET_DATA_NOT_A_DIMENSION, found=text)
    return {name.strip(): code.strip() for name, _, code in pairs}


def ask_for_figures() -> None:
    """Let the user say what to fetch, show the request, and send it when they agree."""
    providers = list_providers().set_index("id")
    left, right = st.columns(2)
    provider = left.selectbox(
        messages.GET_DATA_PROVIDER, list(providers.index), format_func=providers["name"].__getitem__
    )
    example = providers.loc[provider, "example"]
    series = right.text_input(messages.GET_DATA_SERIES, placeholder=example, help=messages.GET_DATA_SERIES_HELP)
    countries, first, last, dimensions, units = st.columns([2, 1, 1, 2, 1])
    country = countries.text_input(messages.GET_DATA_COUNTRIES, help=messages.GET_DATA_COUNTRIES_HELP)
    start = first.text_input(messages.GET_DATA_FROM_PERIOD, placeholder=messages.GET_DATA_PERIOD_PLACEHOLDER)
    end = last.text_input(messages.GET_DATA_TO_PERIOD)
    chosen = dimensions.text_input(messages.GET_DATA_DIMENSIONS, help=messages.GET_DATA_DIMENSIONS_HELP)
    unit = units.text_input(messages.GET_DATA_UNIT, help=messages.GET_DATA_UNIT_HELP)
    st.caption(escape_markdown(messages.GET_DATA_TERMS.format(licence=providers.loc[provider, "licence"])))
    if not series.strip():
        return
    try:
        asked = Asked(provider, series.strip(), country, start, end, read_dimensions(chosen), unit.strip())
        requests = plan_fetch(
            asked.provider, asked.series, country=country, start=start, end=end, dimensions=asked.dimensions
        )
    except IndicatorsError as error:
        st.error(escape_markdown(str(error)))
        return
    host = urlsplit(requests[0].partition(" ")[2]).hostname
    st.markdown(escape_markdown(messages.GET_DATA_REQUEST.format(host=host)))
    st.code("\n".join(requests), language=None, wrap_lines=True)
    if is_pressed(messages.GET_DATA_FETCH):
        begin_fetch(asked, providers.loc[provider, "name"])
    if (job := st.session_state.get(JOB)) is not None:
        show_job(job)


def begin_fetch(asked: Asked, name: str) -> None:
    """Begin to fetch the figures; an earlier fetch that still runs is cancelled."""
    if (before := st.session_state.pop(JOB, None)) is not None:
        before.cancel()
    try:
        with editing():
            st.session_state[JOB] = start_fetch(name, lambda progress: fetch(
                asked.provider, asked.series, country=asked.country, start=asked.start, end=asked.end,
                dimensions=asked.dimensions, unit=asked.unit, progress=progress,
            ))  # fmt: skip
    except IndicatorsError as error:
        st.error(escape_markdown(str(error)))


def show_job(job: FetchJob) -> None:
    """Show how far a fetch is, or what came of it."""
    with suppress(TimeoutError):
        job.report.exception(timeout=SHORT)
    if job.is_cancelled:
        st.info(messages.GET_DATA_CANCELLED)
    elif job.report.done():
        show_report(job.report)
    else:
        watch_job(job)


@st.fragment(run_every="1s")
def watch_job(job: FetchJob) -> None:
    """Show progress every second until it is over."""
    if job.report.done() or job.is_cancelled:
        st.rerun()
    stage = job.stage or messages.GET_DATA_FETCHING.format(provider=job.provider)
    st.progress(job.done, f"{stage} ({count_noun(job.steps, *messages.STEP_NOUN)})")
    st.button(messages.GET_DATA_CANCEL, on_click=job.cancel)


def show_report(done: Future[FetchReport]) -> None:
    """Show the report, or the error."""
    try:
        report = done.result()
    except IndicatorsError as error:
        st.error(escape_markdown(str(error)))
        return
    for remark in report.remarks:
        st.caption(escape_markdown(remark))
    areas = loaders.load_coverage(report.indicators).areas if report.indicators else ()
    # How a file was read is of no interest here: the roles of a service's columns are known.
    show_import_report(replace(report.imported, understood=(), decisions=()), report.indicators, areas)


folder = find_user_folder()
st.markdown(f"# {messages.PAGE_TITLES['get_data']}")
is_here = find_own_folder() is None  # people who log in are at other machines, and need not know its folders
intro = messages.GET_DATA_INTRO.format(folder=escape_markdown(str(folder))) if is_here else messages.GET_DATA_ON_SERVER
st.caption(intro)
if allows_network():
    ask_for_figures()
else:
    st.info(messages.GET_DATA_SWITCHED_OFF)
