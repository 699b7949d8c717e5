"""How good forecasts were: the errors of every edition, by how far ahead it looked, folded below a chart."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, Literal, get_args

import streamlit as st

from indicators.analysis.forecasts import ForecastOutcome, TrackRecord
from indicators.exports.forecast_scores import OUTCOME_LABELS, SCORES_HELP, scores_to_csv, tabulate_scores
from indicators.ui import loaders
from indicators.ui.components.basics import escape_markdown, show_expander
from indicators.view import View

__all__ = ["show_track_record"]

_MOST_APART: Final = 6
_MOST_ROWS: Final = 20
_HELP: Final = (
    "Figures are revised for years. The newest are the best known; the first are what a forecaster could be asked to "
    "foresee."
)


def show_track_record(view: View, *, key: str, draw_editions: Callable[[], None]) -> None:
    """The errors of the forecasts of a view, made when they are asked for.

    Args:
        view: What is shown.
        key: Tells it from others on the page.
        draw_editions: Draws what each edition forecast; not offered where that is drawn already.
    """
    show_expander("How good the forecasts were", partial(_scored, view, key, draw_editions), key=f"{key} scored")


def _scored(view: View, key: str, draw_editions: Callable[[], None]) -> None:
    outcome = st.segmented_control(
        "Held against", list(get_args(ForecastOutcome)),
        format_func=lambda name: OUTCOME_LABELS[name].capitalize(), default="newest",
        required=True, key=f"{key} outcome", help=_HELP,
    )  # fmt: skip
    record = loaders.record(view.query, outcome or "newest")
    if record.is_empty:
        st.info("None of these forecasts has an outcome yet to be held against.")
        return
    _table(view, record, key)
    if not view.every_vintage and st.button("Draw what each edition forecast", key=f"{key} editions"):
        draw_editions()
        st.rerun()  # what is folded is a fragment, and the chart stands outside it


def _table(view: View, record: TrackRecord, key: str) -> None:
    names = {one.id: one.name for one in loaders.catalogue().indicators}
    table = tabulate_scores(record, names, each_area=1 < len(set(record.pairs["code"])) <= _MOST_APART)
    of_text = ("Country", "Indicator", "Publisher", "Looking")
    right = {name: st.column_config.TextColumn(alignment="right") for name in table.columns if name not in of_text}
    height: Literal["content", "auto"] = "content" if len(table) <= _MOST_ROWS else "auto"
    st.dataframe(table, hide_index=True, column_config=right, placeholder="", height=height)
    units = list(dict.fromkeys(record.pairs["error_unit"]))
    unit = " or ".join("per cent of what came" if unit == "%" else unit for unit in units)
    still_open = f" {record.open:,} forecasts have no outcome yet." if record.open else ""
    st.caption(escape_markdown(f"Errors in {unit}. {SCORES_HELP}{still_open}"))
    st.download_button(
        "Download each forecast with what came", lambda: scores_to_csv(record),
        f"{'-'.join(view.indicators)}-forecasts.csv", "text/csv", key=f"{key} scores", on_click="ignore",
    )  # fmt: skip
