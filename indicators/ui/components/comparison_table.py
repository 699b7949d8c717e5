"""The table of Compare: indicators down and countries across, or countries down with numbers that can be sorted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

import numpy as np
import pandas as pd
import streamlit as st

from indicators.analysis.latest_figures import LatestFigure
from indicators.charts.style import fade
from indicators.exports.figure_tables import format_figure
from indicators.model.dimensions import split_dimensions
from indicators.model.formatting import choose_scale
from indicators.model.periods import TimePeriod
from indicators.ui.components.elements import align_right, show_rows
from indicators.ui.components.figure_tables import configure_links, describe_period, link_indicator
from indicators.ui.messages import tables as messages
from indicators.view import View
from indicators.view.comparing import FigureTable

__all__ = ["show_comparison"]

_NAME_IN_LINK: Final = r"#(.*)$"
_TALL: Final = 10_000
_HUE: Final = "#0072B2"
_DARKEST: Final = 0.55  # the opacity of the highest value of a column, on which text stays readable
_NARROW_NAME, _PLAIN_NAME = 130, 260  # pixels


def show_comparison(
    table: FigureTable, order: Sequence[str], *, by_country: bool = False, coloured: bool = False, narrow: bool = False
) -> None:
    """Show a row per indicator and publisher and a column per country, or the other way.

    Args:
        table: The figures.
        order: Codes of the areas in the order chosen.
        by_country: Whether rows are countries: each column has one unit, so it can be sorted.
        coloured: Whether the values of each column are shaded from the lowest to the highest; only ``by_country``.
        narrow: Whether the names are kept short, to leave room for two columns on a phone.
    """
    width = _NARROW_NAME if narrow else _PLAIN_NAME
    if by_country:
        _show_countries(table, order, width, coloured=coloured)
    else:
        _show_indicators(table, order, width)


def _show_indicators(table: FigureTable, order: Sequence[str], width: int) -> None:
    """Each cell has its period if that is not the one of most of its row."""
    names = {area.code: area.name for area in table.areas}
    rows: dict[tuple[str, ...], dict[str, Any]] = {}
    common = {key: _find_common_period(table, key) for key in map(_identify, table.figures)}
    for figure in table.figures:
        key = _identify(figure)
        chosen = tuple((id, (code,)) for id, code in split_dimensions(figure.dimensions).items())
        address = View((figure.indicator,), tuple(order), dimensions=chosen).address
        link = f"explore?{address}#{quote(table.name_series(figure))}"
        row = rows.setdefault(key, {messages.INDICATOR: link, messages.WHEN: common[key]})
        when = describe_period(figure, table)
        value = format_figure(figure.latest, figure.unit)
        row[names[figure.area]] = (
            value if when == common[key] else messages.VALUE_AND_PERIOD.format(value=value, period=when)
        )
        row |= {messages.PUBLISHER: figure.publisher, messages.ABOUT: link_indicator(figure.indicator)}
    columns = [messages.INDICATOR, *(names[code] for code in order if code in names)]
    columns += [messages.WHEN, messages.PUBLISHER, messages.ABOUT]
    frame = pd.DataFrame(list(rows.values()), columns=columns).fillna("")
    config = align_right(names.values())
    config[messages.INDICATOR] = st.column_config.LinkColumn(display_text=_NAME_IN_LINK, pinned=True, width=width)
    config[messages.ABOUT] = configure_links()
    show_rows(frame, most=_TALL, columns=config)


def _show_countries(table: FigureTable, order: Sequence[str], width: int, *, coloured: bool) -> None:
    """Each column is a series in one scale; a value of another year than most has it beside the column."""
    names = {area.code: area.name for area in table.areas}
    frame = pd.DataFrame(
        {messages.COUNTRY: [f"countries?country={code}#{quote(names[code])}" for code in order if code in names]},
        index=[code for code in order if code in names],
    )
    config: dict[str, Any] = {}
    for key in dict.fromkeys(map(_identify, table.figures)):
        figures = [one for one in table.figures if _identify(one) == key]
        for unit in dict.fromkeys(one.unit for one in figures):
            of_unit = [one for one in figures if one.unit == unit]
            power, word = choose_scale([one.latest.value for one in of_unit])
            name = messages.SERIES_IN.format(series=table.name_series(of_unit[0]), unit=f"{word} {unit}".strip())
            name = name if name not in frame else messages.BY.format(series=name, publisher=key[2])
            frame[name] = pd.Series({one.area: one.latest.value / 10.0**power for one in of_unit}, dtype=float)
            config[name] = st.column_config.NumberColumn(
                format=f"%.{_count_decimals(frame[name])}f", help=_describe_years(of_unit, table)
            )
    numbers = list(config)
    config[messages.COUNTRY] = st.column_config.LinkColumn(display_text=_NAME_IN_LINK, pinned=True, width=width)
    shown: Any = frame
    if coloured:
        shown = frame.style.apply(_shade, subset=numbers)  # type: ignore[arg-type]  # pandas takes a list of columns as well
    show_rows(shown, most=_TALL, columns=config)


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


def _count_decimals(values: pd.Series) -> int:
    largest = float(values.abs().max())
    return 0 if largest >= 1000 else 1 if largest >= 10 else 2


def _shade(values: pd.Series) -> list[str]:
    """The ground of each cell of a column: the higher the value, the darker."""
    numbers = values.to_numpy(dtype=float)
    low, high = np.nanmin(numbers), np.nanmax(numbers)
    shares = (numbers - low) / (high - low) if high > low else np.zeros(len(numbers))
    return [
        "" if np.isnan(share) else f"background-color: {fade(_HUE, round(float(share) * _DARKEST, 3))}"
        for share in shares
    ]  # fmt: skip


def _identify(figure: LatestFigure) -> tuple[str, ...]:
    """What the figures of a row have in common."""
    return figure.indicator, figure.dimensions, figure.publisher


def _find_common_period(table: FigureTable, key: tuple[str, ...]) -> str:
    """The period of most figures of a row."""
    periods = [describe_period(one, table) for one in table.figures if _identify(one) == key]
    return max(periods, key=periods.count)
