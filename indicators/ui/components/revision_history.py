"""How figures were revised from edition to edition: triangle, heat map, path and averages, below a chart."""

from __future__ import annotations

from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from indicators.analysis.revision_history import RevisionHistory
from indicators.charts.revision_charts import RevisionChart, draw_revision_path, draw_triangle
from indicators.charts.style import Look
from indicators.exports.revision_tables import (
    REVISION_TEXT_COLUMNS,
    REVISIONS_HELP,
    TESTS_HELP,
    tabulate_efficiency,
    tabulate_revisions,
    tabulate_triangle,
)
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod
from indicators.ui import loaders, state
from indicators.ui.components.elements import align_right, escape_markdown, offer_csv, show_expander, show_rows
from indicators.ui.messages import exploration as messages
from indicators.view import View

_HEIGHT: Final = 740  # in pixels: 20 rows
_MOST_AREAS: Final = 12


def show_revision_history(view: View, panel: Panel, *, key: str) -> None:
    """Show how the figures of a view were revised, made when the expander is opened.

    Args:
        view: What is shown; nothing is offered for data that were published once.
        panel: Its figures.
        key: Its key on the page.
    """
    if not 0 < len(view.areas) <= _MOST_AREAS or panel.frame["value"].isna().all():
        return
    if len(loaders.list_vintages(view.indicators)) < 2 or set(panel.frame["frequency"]) <= {"D"}:
        return
    show_expander(messages.REVISION_HISTORY, partial(_show, view, key), key=f"{key} history")


def _show(view: View, key: str) -> None:
    history = loaders.load_revision_history(View(view.indicators, view.areas, dimensions=view.dimensions))
    if history.is_empty:
        st.info(messages.NEVER_REVISED)
        return
    ways = messages.REVISION_WAYS
    way = st.segmented_control(
        messages.REVISIONS_AS, list(ways), format_func=ways.__getitem__, default="path", required=True,
        key=f"{key} history as",
    )  # fmt: skip
    if way == "averages":
        _show_averages(history, key)
    else:
        _show_series(history, str(way), key)
    with st.container(horizontal=True):
        name = "-".join(view.indicators)
        offer_csv(
            messages.DOWNLOAD_TRIANGLE, lambda: history.make_triangle().reset_index(), f"{name}-triangle.csv",
            key=f"{key} triangle",
        )  # fmt: skip
        offer_csv(messages.DOWNLOAD_VINTAGES, lambda: history.cells, f"{name}-vintages.csv", key=f"{key} vintages")


def _show_series(history: RevisionHistory, way: str, key: str) -> None:
    """Show one series: its triangle as a table or heat map, or the path of one period."""
    series = {_name(cells): cells for cells in history.series if (cells["kind"] != "").any()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(messages.SERIES_CHOICE, list(series), key=f"{key} history series")
        cells = series.get(chosen, next(iter(series.values())))
        revised = cells.loc[cells["kind"] != "", ["first", "period"]].sort_values("first", ascending=False)
        periods = list(revised["period"].unique())
        if way == "path":
            actual = cells.loc[cells["status"] != "F", "period"]
            known = next((number for number, one in enumerate(periods) if one in set(actual)), 0)
            period = st.selectbox(
                messages.PERIOD_CHOICE, periods, index=known, format_func=lambda one: TimePeriod.parse(one).label,
                key=f"{key} history period",
            )  # fmt: skip
    if way == "table":
        table = tabulate_triangle(cells)
        show_rows(table, most=_HEIGHT, columns=align_right(list(table.columns[1:])))
        st.caption(messages.FORECASTS_MARKED)
        return
    look = Look(state.get_ground())
    if way == "heatmap":
        _draw(draw_triangle(cells, chosen, look), f"{key} heat map")
    else:
        path = cells[(cells["period"] == period) & cells["value"].notna()].sort_values("vintage", kind="stable")
        _draw(draw_revision_path(path, chosen, look), f"{key} path")


def _draw(chart: RevisionChart, key: str) -> None:
    st.plotly_chart(chart.figure, key=key, theme=None, alt=chart.alternative_text, config={"displayModeBar": False})


def _name(cells: pd.DataFrame) -> str:
    row = cells.iloc[0]
    names = {one.id: one.name for one in loaders.get_catalogue().indicators}
    return ", ".join(
        filter(None, (row["entity"], names.get(row["indicator"], ""), row["dimensions"], row["publisher"]))
    )


def _show_averages(history: RevisionHistory, key: str) -> None:
    names = {one.id: one.name for one in loaders.get_catalogue().indicators}
    several = len(set(history.cells["code"])) > 1
    each_area = several and st.toggle(messages.EACH_COUNTRY, value=True, key=f"{key} each")
    for table, words in (
        (tabulate_revisions(history, names, each_area=each_area), REVISIONS_HELP),
        (tabulate_efficiency(history, names, each_area=each_area), TESTS_HELP),
    ):
        numbers = [name for name in table.columns if name not in REVISION_TEXT_COLUMNS]
        show_rows(table, most=_HEIGHT, columns=align_right(numbers))
        st.caption(escape_markdown(words))
