"""Tables of several indicators: the profile of a country by topic, and indicators by countries, with downloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from math import isfinite
from typing import Final

import streamlit as st

from indicators.analysis.latest_figures import FigureAt, LatestFigure
from indicators.exports.figure_tables import TABLE_FORMATS, format_change, format_figure, format_rank
from indicators.exports.number_styles import NumberStyle, choose_number_style
from indicators.exports.pictures import explain_missing_browser
from indicators.model.codelists import Currency, ObservationStatus
from indicators.model.dimensions import split_dimensions
from indicators.model.formatting import MINUS, format_quantity
from indicators.model.periods import TimePeriod
from indicators.ui.components.data_grid import DataGrid, GridCell, GridColumn, GridSection, Trend
from indicators.ui.messages import exploration
from indicators.ui.messages import tables as messages
from indicators.view import View
from indicators.view.comparing import FigureTable

_FEWEST_VALUES: Final = 3  # of a line


def make_profile(table: FigureTable) -> DataGrid:
    """Make the table of the figures of a country by topic; the name of an indicator opens it in Explore."""
    by_topic: dict[str, list[tuple[GridCell, ...]]] = {one.topic: [] for one in table.indicators}
    topics = {one.id: one.topic for one in table.indicators}
    for figure in table.figures:
        by_topic[topics[figure.indicator]].append(_make_row(figure, table))
    columns = (
        GridColumn(messages.INDICATOR, width=21), GridColumn(messages.LATEST, is_number=True, width=10),
        GridColumn(messages.UNIT_COLUMN, width=14), GridColumn(messages.WHEN, width=9),
        GridColumn(messages.PREVIOUS, help=messages.PREVIOUS_HELP, is_number=True, is_main=False, width=10),
        GridColumn(messages.CHANGE, help=messages.CHANGE_HELP, is_number=True, is_main=False, width=9),
        GridColumn(messages.HISTORY, help=messages.HISTORY_HELP, is_main=False, width=9),
        GridColumn(
            messages.RANK, help=messages.RANK_HELP.format(group=table.among), is_number=True, is_main=False, width=8
        ),
        GridColumn(messages.FORECAST, is_number=True, is_main=False, width=10),
        GridColumn(messages.PUBLISHER, is_main=False, width=12),
        GridColumn(messages.ABOUT, help=messages.ABOUT_HELP, is_main=False, width=7),
    )  # fmt: skip
    sections = tuple(GridSection(topic, tuple(rows)) for topic, rows in by_topic.items() if rows)
    return DataGrid(table.title, columns, sections)


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
        label = messages.NAME_AND_PERIOD.format(name=names[figure.indicator], period=describe_period(figure, table))
        value = format_figure(figure.latest, figure.unit, brief=True)
        row.metric(label, value, change or None, delta_color="off", help=figure.publisher)
    if len(own) == 1:
        row.metric(messages.CURRENCY, own[0].code, help=own[0].name)


def _make_row(figure: LatestFigure, table: FigureTable) -> tuple[GridCell, ...]:
    following = figure.forecast
    same = [one for one in table.find(figure.indicator, figure.area) if one.dimensions == figure.dimensions]
    publisher = messages.RIVAL.format(publisher=figure.publisher) if len(same) > 1 else figure.publisher
    partner = messages.WITH.format(area=figure.counterpart) if figure.counterpart else ""
    chosen = tuple((id, (code,)) for id, code in split_dimensions(figure.dimensions).items())
    address = View((figure.indicator,), (figure.area,), dimensions=chosen).address
    shown = [one.value for one in (figure.latest, figure.previous, following) if one is not None]
    style = choose_number_style(shown, figure.unit)
    return (
        GridCell(table.name_series(figure) + partner, link=f"explore?{address}"),
        GridCell(style.write(figure.latest.value)),
        GridCell(style.unit),
        GridCell(describe_period(figure, table)),
        GridCell("" if figure.previous is None else style.write(figure.previous.value)),
        GridCell(format_change(figure.change)),
        GridCell(trend=_make_trend(figure, table)),
        GridCell(format_rank(figure)),
        GridCell() if following is None else GridCell(
            style.write(following.value), below=TimePeriod.parse(following.period).label
        ),
        GridCell(publisher),
        link_about(figure.indicator),
    )  # fmt: skip


def link_about(indicator: str) -> GridCell:
    """Return a link to the page of an indicator."""
    return GridCell(messages.ABOUT, link=f"indicator?id={indicator}")


def describe_period(figure: LatestFigure, table: FigureTable) -> str:
    """Return the period of a figure, with its status, and whether it is old."""
    label = TimePeriod.parse(figure.latest.period).label
    status = ObservationStatus(figure.latest.status)
    words = [label, *([status.word] if status.is_marked else [])]
    return ", ".join([*words, *([messages.OLD] if table.is_old(figure) else [])])


def _make_trend(figure: LatestFigure, table: FigureTable) -> Trend | None:
    """Make the line of the last values of a figure, with its next forecast; ``None`` if there are too few."""
    known = [value for value in figure.history if isfinite(value)]
    if len(known) < _FEWEST_VALUES:
        return None
    first = format_quantity(known[0], figure.unit, digits=3)
    words = messages.TREND_IN_WORDS.format(
        series=table.name_series(figure), count=len(known), first=first, last=format_figure(figure.latest, figure.unit)
    )
    return Trend(figure.history, None if figure.forecast is None else figure.forecast.value, words)


def make_glance(table: FigureTable, order: Sequence[str], rivals: Sequence[Sequence[str]]) -> DataGrid:
    """Make a table with a row per measure and its publisher, and of each country the latest value and the trend.

    Args:
        table: The figures.
        order: Codes of the countries in the order chosen.
        rivals: Ids of the indicators of each row, which measure the same. The one with later figures is shown; the next
            forecast is that of another where it has none.
    """
    names = {area.code: area.name for area in table.areas}
    known = {one.id: one for one in table.indicators}
    rows = []
    for ids in rivals:
        by_id = {id: {code: next(iter(table.find(id, code)), None) for code in order} for id in ids if id in known}
        if not by_id:
            continue
        indicator = known[max(by_id, key=lambda id: sum(one.year for one in by_id[id].values() if one))]
        shown = by_id.pop(indicator.id)
        publishers = ", ".join(dict.fromkeys(figure.publisher for figure in shown.values() if figure is not None))
        link = f"explore?{View((indicator.id,), tuple(order)).address}"
        style = choose_common_style([figure for figure in shown.values() if figure is not None], brief=True)
        unit = "" if style is None else style.unit
        row = [GridCell(indicator.name, below=messages.SEPARATOR.join(filter(None, (unit, publishers))), link=link)]
        for code in order:
            figure, forecaster = _find_forecasts(shown[code], [found[code] for found in by_id.values()])
            trend = None if figure is None else _make_trend(figure, table)
            row += [_describe_cell(figure, forecaster, table, style), GridCell(trend=trend)]
        rows.append(tuple(row))
    columns = [GridColumn(messages.INDICATOR)]
    for code in order:
        columns += [
            GridColumn(names.get(code, code), link=f"countries?country={code}", is_number=True),
            GridColumn(messages.HISTORY, help=messages.HISTORY_HELP, is_main=False),
        ]
    return DataGrid(messages.AT_A_GLANCE, tuple(columns), (GridSection("", tuple(rows)),))


def _find_forecasts(
    figure: LatestFigure | None, others: Sequence[LatestFigure | None]
) -> tuple[LatestFigure | None, str]:
    """The figure with the forecasts of another publisher for later years if it has none, and who made the forecasts."""
    for other in (figure, *others):
        if figure is not None and other is not None and other.unit == figure.unit:
            later = tuple(one for one in other.forecasts if TimePeriod.parse(one.period).first.year > figure.year)
            if later:
                return replace(figure, forecasts=later), other.publisher
    return figure, ""


def choose_common_style(figures: Sequence[LatestFigure], *, brief: bool = False) -> NumberStyle | None:
    """Choose how the latest values of figures are written; ``None`` if they have several units."""
    units = {one.unit for one in figures}
    values = [one.latest.value for one in figures]
    return choose_number_style(values, units.pop(), brief=brief) if len(units) == 1 else None


def write_value(figure: FigureAt, unit: str, style: NumberStyle | None, *, brief: bool = False) -> str:
    """Write a value in the style of its row, or with its own unit if the row has none."""
    return format_figure(figure, unit, brief=brief) if style is None else style.write(figure.value)


def _describe_cell(
    figure: LatestFigure | None, forecaster: str, table: FigureTable, style: NumberStyle | None
) -> GridCell:
    """The value, and in small letters its period and the next forecast."""
    if figure is None:
        return GridCell(messages.MISSING)
    below, following = describe_period(figure, table), figure.forecast
    if following is not None and forecaster:
        forecast = write_value(following, figure.unit, style, brief=True)
        period = TimePeriod.parse(following.period).label
        below = messages.NEXT_OF.format(period=below, forecaster=forecaster, forecast=forecast, next=period)
    return GridCell(write_value(figure.latest, figure.unit, style, brief=True), below=below)


@st.fragment
def show_table_downloads(load: Callable[[], FigureTable | None], name: str = "") -> None:
    """Show a button that opens the formats in which the whole table can be downloaded.

    Args:
        load: Returns the figures when the button is pressed; ``None`` or an empty table if there are none.
        name: The name of the file, without its ending; the code of the country if empty.
    """
    opened = st.popover(exploration.DOWNLOAD, key="table download", on_change="rerun")
    if not opened.open:
        return
    table = load()
    if table is None or table.is_empty:
        opened.caption(messages.NO_FIGURES_FOUND)
        return
    name = name or table.areas[0].code.lower()
    for format in TABLE_FORMATS:
        if format.id in ("csv", "xlsx", "pdf", "html") and (format.id != "pdf" or not explain_missing_browser()):
            opened.download_button(
                messages.DOWNLOAD_AS.format(format=format.label), partial(format.render, table),
                f"{name}.{format.suffix}", format.media_type, on_click="ignore", key=f"{name} {format.id}",
            )  # fmt: skip
