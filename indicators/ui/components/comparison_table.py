"""The table of Compare: indicators down and countries across, or countries down with numbers that can be sorted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from indicators.analysis.latest_figures import LatestFigure
from indicators.charts.style import fade
from indicators.exports.number_styles import NumberStyle, choose_number_style
from indicators.model.dimensions import split_dimensions
from indicators.model.periods import TimePeriod
from indicators.ui.components.data_grid import DataGrid, GridCell, GridColumn, GridSection, show_grid
from indicators.ui.components.figure_tables import choose_common_style, describe_period, link_about, write_value
from indicators.ui.messages import tables as messages
from indicators.view import View
from indicators.view.comparing import FigureTable

_HUE: Final = "#0072B2"
_DARKEST: Final = 0.55  # the opacity of the highest value of a column, on which text stays readable


def show_comparison(
    table: FigureTable, order: Sequence[str], *, key: str, by_country: bool = False, coloured: bool = False
) -> None:
    """Show a row per indicator and publisher and a column per country, or the other way.

    Args:
        table: The figures.
        order: Codes of the areas in the order chosen.
        key: Its key on the page.
        by_country: Whether rows are countries: each column has one unit, so it can be sorted.
        coloured: Whether the values of each column are shaded from the lowest to the highest; only ``by_country``.
    """
    grid = _list_countries(table, order, coloured=coloured) if by_country else _list_indicators(table, order)
    show_grid(grid, key=key)


def _list_indicators(table: FigureTable, order: Sequence[str]) -> DataGrid:
    """Each cell has its period if that is not the one of most of its row."""
    names = {area.code: area.name for area in table.areas}
    codes = [code for code in order if code in names]
    rows = []
    for key, figures in _group(table).items():
        common = _find_common_period(figures, table)
        by_area = {one.area: one for one in figures}
        chosen = tuple((id, (code,)) for id, code in split_dimensions(key[1]).items())
        link = f"explore?{View((key[0],), tuple(order), dimensions=chosen).address}"
        style = choose_common_style(figures)
        cells = [_write_figure(by_area.get(code), common, table, style) for code in codes]
        name = GridCell(table.name_series(figures[0]), below="" if style is None else style.unit, link=link)
        rows.append((name, *cells, GridCell(common), GridCell(figures[0].publisher), link_about(key[0])))
    columns = (
        GridColumn(messages.INDICATOR), *(GridColumn(names[code], is_number=True) for code in codes),
        GridColumn(messages.WHEN), GridColumn(messages.PUBLISHER, is_main=False),
        GridColumn(messages.ABOUT, help=messages.ABOUT_HELP, is_main=False),
    )  # fmt: skip
    return DataGrid(messages.COMPARISON, columns, (GridSection("", tuple(rows)),))


def _write_figure(figure: LatestFigure | None, common: str, table: FigureTable, style: NumberStyle | None) -> GridCell:
    if figure is None:
        return GridCell(messages.MISSING)
    when = describe_period(figure, table)
    return GridCell(write_value(figure.latest, figure.unit, style), below="" if when == common else when)


def _list_countries(table: FigureTable, order: Sequence[str], *, coloured: bool) -> DataGrid:
    """Each column is a series in one scale; a value of another year than most has it below."""
    names = {area.code: area.name for area in table.areas}
    codes = [code for code in order if code in names]
    columns = [GridColumn(messages.COUNTRY, is_sortable=True)]
    cells: list[list[GridCell]] = [[GridCell(names[code], link=f"countries?country={code}") for code in codes]]
    for key, figures in _group(table).items():
        for unit in dict.fromkeys(one.unit for one in figures):
            of_unit = [one for one in figures if one.unit == unit]
            style = choose_number_style([one.latest.value for one in of_unit], unit)
            name = messages.SERIES_IN.format(series=table.name_series(of_unit[0]), unit=style.unit)
            if any(column.label == name for column in columns):
                name = messages.BY.format(series=name, publisher=key[2])
            common = _find_common_period(of_unit, table)
            about = _describe_years(of_unit, table)
            columns.append(GridColumn(name, below=common, help=about, is_number=True, is_sortable=True))
            cells.append(_write_column(of_unit, codes, common, style, table, coloured=coloured))
    return DataGrid(messages.COMPARISON, tuple(columns), (GridSection("", tuple(zip(*cells, strict=True))),))


def _write_column(
    figures: Sequence[LatestFigure],
    codes: Sequence[str],
    common: str,
    style: NumberStyle,
    table: FigureTable,
    *,
    coloured: bool,
) -> list[GridCell]:  # fmt: skip
    by_area = {one.area: one for one in figures}
    values = [by_area[code].latest.value if code in by_area else math.nan for code in codes]
    shades = _shade(values) if coloured else [""] * len(values)
    cells = []
    for code, value, shade in zip(codes, values, shades, strict=True):
        if code not in by_area:
            cells.append(GridCell(messages.MISSING))
            continue
        when = describe_period(by_area[code], table)
        cells.append(GridCell(style.write(value), below="" if when == common else when, order=value, shade=shade))
    return cells


def _describe_years(figures: Sequence[LatestFigure], table: FigureTable) -> str:
    """Who published a column, and the period of each value."""
    names = {area.code: area.name for area in table.areas}
    periods: dict[str, list[str]] = {}
    for one in figures:
        periods.setdefault(TimePeriod.parse(one.latest.period).label, []).append(names[one.area])
    said = "; ".join(
        messages.PERIOD_OF.format(period=period, areas=", ".join(areas)) for period, areas in periods.items()
    )
    return messages.BY.format(series=figures[0].publisher, publisher=said)


def _shade(values: Sequence[float]) -> list[str]:
    """The ground of each cell of a column: the higher the value, the darker."""
    known = [value for value in values if not math.isnan(value)]
    low, high = min(known), max(known)
    return [
        "" if math.isnan(value) else fade(_HUE, round((value - low) / ((high - low) or 1) * _DARKEST, 3))
        for value in values
    ]


def _group(table: FigureTable) -> dict[tuple[str, ...], list[LatestFigure]]:
    """The figures of each indicator, its dimensions and publisher."""
    groups: dict[tuple[str, ...], list[LatestFigure]] = {}
    for one in table.figures:
        groups.setdefault((one.indicator, one.dimensions, one.publisher), []).append(one)
    return groups


def _find_common_period(figures: Sequence[LatestFigure], table: FigureTable) -> str:
    """The period of most of some figures."""
    periods = [describe_period(one, table) for one in figures]
    return max(periods, key=periods.count)
