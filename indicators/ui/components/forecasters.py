"""The forecasts of all publishers side by side, with their range and median, and who was closer, below a chart."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from indicators.analysis.forecasts.phases import FORECAST
from indicators.analysis.forecasts.side_by_side import ForecastComparison, refuse_unlike
from indicators.errors import IndicatorsError, UsageError
from indicators.exports.forecast_tables import (
    FORECAST_TEXT_COLUMNS,
    FORECASTS_HELP,
    RANKS_HELP,
    tabulate_forecasts,
    tabulate_ranks,
)
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan
from indicators.ui import loaders
from indicators.ui.components.elements import align_right, escape_markdown, offer_csv, show_expander, show_rows
from indicators.ui.messages import exploration as messages
from indicators.view import View

_EDITIONS: Final = (1, 2, 4, 8)
_LEVEL: Final = 80
_HEIGHT: Final = 740  # in pixels: 20 rows


def show_forecasters(view: View, panel: Panel, *, key: str) -> None:
    """Show the forecasts of a view's countries, made when the expander is opened.

    Args:
        view: What is shown; nothing is offered where it has no countries or its indicators measure different things.
        panel: Its figures.
        key: Its key on the page.
    """
    if not view.areas or not (panel.frame["status"] == FORECAST).any() or not _is_alike(view):
        return
    show_expander(messages.FORECASTS_SIDE_BY_SIDE, partial(_show, view, key), key=f"{key} forecasters")


def _is_alike(view: View) -> bool:
    try:
        refuse_unlike([loaders.get_catalogue().find_indicator(id) for id in view.indicators])
    except UsageError:
        return False
    return True


def _show(view: View, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        editions = st.segmented_control(
            messages.EDITIONS_SHOWN, _EDITIONS, default=1, required=True, key=f"{key} editions shown"
        )
        naive = st.toggle(messages.ADD_NAIVE, key=f"{key} add naive")
        bands = st.toggle(messages.ADD_BANDS, value=bool(view.levels), key=f"{key} add bands")
        past = st.toggle(messages.PAST_YEARS, key=f"{key} past years")
    asked = View(
        view.indicators,
        view.areas,
        view.time if past else TimeSpan(),
        view.dimensions,
        bands=(_LEVEL,) if bands else (),
    )
    found = loaders.load_forecasts(asked, editions=editions or 1, naive=naive)
    if found.is_empty:
        st.info(messages.NO_FORECASTS_SHOWN)
        return
    table = tabulate_forecasts(found)
    show_rows(
        table, most=_HEIGHT, columns=align_right([name for name in table.columns if name not in FORECAST_TEXT_COLUMNS])
    )
    notes = [step.sentence for step in found.steps if step.name in ("bands", "no bands")]
    st.caption(escape_markdown(" ".join([FORECASTS_HELP, *notes])))
    file = f"{'-'.join(view.indicators)}-side-by-side.csv"
    offer_csv(messages.DOWNLOAD_SIDE_BY_SIDE, lambda: found.frame, file, key=f"{key} side by side")
    _show_ranks(view, found, key)


def _show_ranks(view: View, found: ForecastComparison, key: str) -> None:
    """Rank the publishers where there are several and one has actual values."""
    forecasts = found.frame[found.frame["kind"] == "forecast"]
    whole = loaders.load_panel(View(view.indicators, view.areas, dimensions=view.dimensions).query).frame
    actual = whole[~whole["status"].isin([FORECAST, "E"]) & whole["value"].notna()]
    named = dict(zip(actual["dataset"], actual["publisher"], strict=True))
    if forecasts["dataset"].nunique() < 2 or not named:
        return
    chosen = st.selectbox(
        messages.RANKED_ON, ["", *named], format_func=lambda id: named.get(id, messages.RANK_NONE), key=f"{key} ranked"
    )
    if not chosen:
        return
    common = st.toggle(messages.RANK_COMMON, key=f"{key} common")
    try:
        ranks = loaders.load_shared_record(view.query, chosen).rank(common=common)
    except IndicatorsError as error:
        st.info(escape_markdown(str(error)))
        return
    table = tabulate_ranks(ranks)
    show_rows(table, most=_HEIGHT, columns=align_right(list(table.columns[2:])))
    st.caption(escape_markdown(RANKS_HELP))
