"""The record of forecasts: the errors of every edition by how far ahead it looked, in an expander below a chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, get_args

import streamlit as st

from indicators.analysis.forecasts import ForecastOutcome, ForecastSeason, TrackRecord
from indicators.exports.forecast_scores import (
    NAIVE_HELP,
    OUTCOME_LABELS,
    SCORES_HELP,
    SCORES_TEXT_COLUMNS,
    describe_left_out,
    tabulate_naive,
    tabulate_scores,
)
from indicators.model.formatting import count_noun, join_names
from indicators.ui import loaders
from indicators.ui.components.elements import (
    align_right,
    escape_markdown,
    is_pressed,
    offer_csv,
    show_expander,
    show_rows,
)
from indicators.ui.messages import controls
from indicators.ui.messages import exploration as messages
from indicators.view import View

_MOST_APART: Final = 6
_HEIGHT: Final = 740  # in pixels: 20 rows


def show_track_record(view: View, *, key: str, draw_editions: Callable[[], None]) -> None:
    """Show the errors of a view's forecasts, calculated when the expander is opened.

    Args:
        view: What is shown.
        key: Its key on the page.
        draw_editions: Draws past forecasts; not offered where they are drawn already.
    """
    show_expander(messages.FORECAST_RECORD, partial(_show_record, view, key, draw_editions), key=f"{key} scored")


def _show_record(view: View, key: str, draw_editions: Callable[[], None]) -> None:
    outcome = st.segmented_control(
        messages.COMPARE_WITH, list(get_args(ForecastOutcome)),
        format_func=lambda name: OUTCOME_LABELS[name].capitalize(), default="newest",
        required=True, key=f"{key} outcome", help=messages.COMPARE_HELP,
    )  # fmt: skip
    season = st.segmented_control(
        messages.EDITIONS, list(get_args(ForecastSeason)), format_func=messages.SEASONS.__getitem__, default="",
        required=True, key=f"{key} season",
    )  # fmt: skip
    record = loaders.load_track_record(view.query, outcome or "newest", season or "")
    if record.is_empty:
        st.info(messages.NO_OUTCOMES)
        return
    _show_table(view, record, key)
    if not view.every_vintage and is_pressed(controls.SHOW_PAST_FORECASTS, key=f"{key} editions"):
        draw_editions()
        st.rerun()  # the expander is a fragment, and the chart is outside it


def _show_table(view: View, record: TrackRecord, key: str) -> None:
    names = {one.id: one.name for one in loaders.get_catalogue().indicators}
    each_area = 1 < len(set(record.pairs["code"])) <= _MOST_APART
    table = tabulate_scores(record, names, each_area=each_area)
    numbers = [name for name in table.columns if name not in SCORES_TEXT_COLUMNS]
    show_rows(table, most=_HEIGHT, columns=align_right(numbers))
    units = [messages.PERCENT_OF_ACTUAL if unit == "%" else unit for unit in dict.fromkeys(record.pairs["error_unit"])]
    st.caption(escape_markdown(messages.ERROR_UNITS.format(units=join_names(units), explanation=SCORES_HELP)))
    for sentence in describe_left_out(record, each_area=each_area):
        st.caption(escape_markdown(sentence))
    if st.toggle(messages.COMPARE_NAIVE, key=f"{key} naive", help=messages.COMPARE_NAIVE_HELP):
        _show_naive(record, names, each_area=each_area)
    if record.open:
        count = count_noun(record.open, *messages.FORECAST_NOUN)
        st.caption(messages.OPEN_FORECASTS.format(forecasts=count))
    file = f"{'-'.join(view.indicators)}-forecasts.csv"
    offer_csv(messages.DOWNLOAD_FORECASTS, lambda: record.pairs, file, key=f"{key} scores")


def _show_naive(record: TrackRecord, names: Mapping[str, str], *, each_area: bool) -> None:
    table = tabulate_naive(record, names, each_area=each_area)
    if table.empty:
        st.info(messages.NO_NAIVE)
        return
    numbers = [name for name in table.columns if name not in SCORES_TEXT_COLUMNS]
    show_rows(table, most=_HEIGHT, columns=align_right(numbers))
    st.caption(escape_markdown(NAIVE_HELP))
