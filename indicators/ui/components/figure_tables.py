"""Tables of several indicators: the profile of a country by topic, and indicators by countries, with downloads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Final
from urllib.parse import quote

import pandas as pd
import streamlit as st

from indicators.analysis.latest_figures import LatestFigure
from indicators.exports.figure_tables import TABLE_FORMATS, format_change, format_figure, format_rank
from indicators.exports.pictures import explain_missing_browser
from indicators.model.codelists import Currency, ObservationStatus
from indicators.model.dimensions import split_dimensions
from indicators.model.formatting import MINUS, format_quantity
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit
from indicators.ui import state
from indicators.ui.components.elements import show_rows
from indicators.ui.messages import tables as messages
from indicators.view import View
from indicators.view.comparing import FigureTable

__all__ = [
    "configure_links", "describe_period", "link_indicator", "show_glance_table", "show_key_facts", "show_profile",
    "show_table_downloads",
]  # fmt: skip

_NAME_IN_LINK: Final = r"#(.*)$"
_NARROW_NAME: Final = 130  # pixels, so that two more columns fit a phone
_TALL: Final = 10_000  # a table of a profile never scrolls in itself


def show_profile(table: FigureTable) -> None:
    """Show the figures of a country, a table for each topic; the name of an indicator opens it in Explore."""
    topics = list(dict.fromkeys(one.topic for one in table.indicators))
    by_id = {one.id: one for one in table.indicators}
    for topic in topics:
        figures = [one for one in table.figures if by_id[one.indicator].topic == topic]
        st.markdown(f"#### {topic}")
        _show(pd.DataFrame([_make_row(one, table) for one in figures]), table)


_FACTS: Final = (("gdp", "gdp-weo"), ("population",), ("gdp-per-capita",), ("inflation", "inflation-weo"))


def show_key_facts(table: FigureTable, currencies: Sequence[Currency]) -> None:
    """Show the main figures of a country in large type, and its currency."""
    today = date.today()  # noqa: DTZ011  the user's day
    (area,) = table.areas
    facts = [next((found[0] for id in ids if (found := table.find(id, area.code))), None) for ids in _FACTS]
    names = {one.id: one.name for one in table.indicators}
    own = [
        currency for currency in currencies
        if any(tender.area == area.code and today in tender for tender in currency.tenders)
    ]  # fmt: skip
    row = st.container(horizontal=True)
    for figure in filter(None, facts):
        change = format_change(figure.change).replace(MINUS, "-")  # the arrow follows a plain minus sign only
        about = messages.PUBLISHED_FOR.format(publisher=figure.publisher, period=describe_period(figure, table))
        name, value = names[figure.indicator], format_figure(figure.latest, figure.unit)
        row.metric(name, value, change or None, delta_color="off", help=about)
    if len(own) == 1:
        row.metric(messages.CURRENCY, own[0].code, help=own[0].name)


def _make_row(figure: LatestFigure, table: FigureTable) -> dict[str, Any]:
    latest, following = figure.latest, figure.forecast
    same = [one for one in table.find(figure.indicator, figure.area) if one.dimensions == figure.dimensions]
    rivals = len(same) > 1
    name = table.name_series(figure) + (messages.WITH.format(area=figure.counterpart) if figure.counterpart else "")
    return {
        messages.INDICATOR: _link(figure, name),
        messages.LATEST: format_figure(latest, "ratio"),
        messages.UNIT_COLUMN: parse_unit(figure.unit).text,
        messages.WHEN: describe_period(figure, table),
        messages.CHANGE: format_change(figure.change),
        messages.HISTORY: list(figure.history) if len(figure.history) > 2 else None,
        messages.RANK: format_rank(figure),
        messages.FORECAST: "" if following is None else messages.VALUE_AND_PERIOD.format(
            value=format_figure(following, "ratio"), period=TimePeriod.parse(following.period).label
        ),
        messages.PUBLISHER: messages.RIVAL.format(publisher=figure.publisher) if rivals else figure.publisher,
        messages.ABOUT: link_indicator(figure.indicator),
    }  # fmt: skip


def _link(figure: LatestFigure, name: str) -> str:
    """The address of a figure in Explore, which ends with what the cell shows."""
    chosen = tuple((id, (code,)) for id, code in split_dimensions(figure.dimensions).items())
    address = View((figure.indicator,), (figure.area,), dimensions=chosen).address
    return f"explore?{address}#{quote(name)}"


def link_indicator(id: str) -> str:
    """Return the address of the page of an indicator, which ends with what the cell shows."""
    return f"indicator?id={id}#{messages.ABOUT}"


def configure_links() -> Any:
    """Configure the column with links to pages of indicators."""
    return st.column_config.LinkColumn(display_text=_NAME_IN_LINK, help=messages.ABOUT_HELP, width="small")


def describe_period(figure: LatestFigure, table: FigureTable) -> str:
    """Return the period of a figure, with its status, and whether it is old."""
    label = TimePeriod.parse(figure.latest.period).label
    status = ObservationStatus(figure.latest.status)
    words = [label, *([status.word] if status.is_marked else [])]
    return ", ".join([*words, *([messages.OLD] if table.is_old(figure) else [])])


def _show(rows: pd.DataFrame, table: FigureTable) -> None:
    right = st.column_config.TextColumn
    columns = {
        messages.INDICATOR: st.column_config.LinkColumn(display_text=_NAME_IN_LINK, width="medium", pinned=True),
        messages.LATEST: right(alignment="right"),
        messages.CHANGE: right(alignment="right", help=messages.CHANGE_HELP),
        messages.HISTORY: st.column_config.LineChartColumn(width="small", help=messages.HISTORY_HELP),
        messages.RANK: right(alignment="right", help=messages.RANK_HELP.format(group=table.among)),
        messages.FORECAST: right(alignment="right"),
        messages.ABOUT: configure_links(),
    }
    empty = [name for name in rows.columns if all(value in ("", None) for value in rows[name])]
    if state.is_narrow():  # the main columns fit a phone
        columns[messages.INDICATOR] = st.column_config.LinkColumn(display_text=_NAME_IN_LINK, width=_NARROW_NAME)
        main = (messages.INDICATOR, messages.LATEST, messages.UNIT_COLUMN, messages.WHEN)
        empty = [name for name in rows.columns if name not in main]
    show_rows(rows.drop(columns=empty), most=_TALL, columns=columns, alt=_describe_trends(table))


def _describe_trends(table: FigureTable) -> str:
    """The lines in the cells of a table in words."""
    names = {area.code: area.name for area in table.areas}
    return " ".join(
        messages.TREND_IN_WORDS.format(
            series=table.name_series(one), area=names.get(one.area, one.area), count=len(one.history),
            first=format_quantity(one.history[0], one.unit, digits=3), last=format_figure(one.latest, one.unit),
        )
        for one in table.figures if len(one.history) > 2
    )  # fmt: skip


def show_glance_table(table: FigureTable, order: Sequence[str], *, brief: bool = False) -> None:
    """Show a row per indicator and two columns per country: the latest value with its period, and the trend.

    Args:
        table: The figures.
        order: Codes of the areas in the order chosen.
        brief: Whether there is only room for the values.
    """
    names = {area.code: area.name for area in table.areas}
    rows = []
    for indicator in table.indicators:
        link = f"explore?{View((indicator.id,), tuple(order)).address}#{quote(indicator.name)}"
        row: dict[str, Any] = {messages.INDICATOR: link}
        for code in order:
            figure = next(iter(table.find(indicator.id, code)), None)
            name = names.get(code, code)
            row[name] = "" if figure is None else _describe_cell(figure, table, brief=brief)
            if brief:
                continue
            row[messages.TREND_OF.format(area=name)] = None if figure is None else list(figure.history)
        rows.append(row)
    config: dict[str, Any] = {name: st.column_config.TextColumn(alignment="right") for name in names.values()}
    trends = {messages.TREND_OF.format(area=name): name for name in names.values()}
    config |= {trend: st.column_config.LineChartColumn(messages.HISTORY, width="small") for trend in trends}
    config[messages.INDICATOR] = st.column_config.LinkColumn(
        display_text=_NAME_IN_LINK, pinned=True, width=_NARROW_NAME if brief else None
    )
    show_rows(pd.DataFrame(rows), most=_TALL, columns=config, alt="" if brief else _describe_trends(table))


def _describe_cell(figure: LatestFigure, table: FigureTable, *, brief: bool) -> str:
    if brief:
        return format_quantity(figure.latest.value, figure.unit, digits=3, style="short")
    value, following = format_figure(figure.latest, figure.unit), figure.forecast
    text = messages.VALUE_AND_PERIOD.format(value=value, period=describe_period(figure, table))
    if following is None:
        return text
    period = TimePeriod.parse(following.period).label
    return messages.NEXT_OF.format(value=text, forecast=format_figure(following, figure.unit), period=period)


def show_table_downloads(table: FigureTable, name: str) -> None:
    """Show a button per format that downloads the whole table.

    Args:
        table: The figures.
        name: The name of the file, without its ending.
    """
    row = st.container(horizontal=True)
    for format in TABLE_FORMATS:
        if format.id in ("csv", "xlsx", "pdf", "html") and (format.id != "pdf" or not explain_missing_browser()):
            row.download_button(
                messages.DOWNLOAD_AS.format(format=format.label), partial(format.render, table),
                f"{name}.{format.suffix}", format.media_type, on_click="ignore", key=f"{name} {format.id}",
            )  # fmt: skip
