"""The names of series: the indicator of a row, the column of its value, and the dimensions that tell it apart."""

from __future__ import annotations

import re
from typing import TypeAlias

from indicators.importing.cells import EncodedColumn
from indicators.importing.mapping import ColumnMapping
from indicators.importing.row_cells import RowCells

__all__ = ["SeriesName", "compose_name", "read_series"]

SeriesName: TypeAlias = tuple[str, str]
"""The code and the name of an indicator; either may be empty."""
_Described: TypeAlias = tuple[tuple[str, str], tuple[str, ...]]


def read_series(rows: RowCells, mapping: ColumnMapping) -> EncodedColumn:
    """Read the code and the name of each row's indicator, and the values of its dimensions."""
    described = rows.texts(mapping.indicator).pair(rows.texts(mapping.indicator_name)).map(lambda one: (one, ()))
    for dimension in mapping.dimensions:
        described = described.pair(rows.texts(dimension)).map(_add_value)
    return described


def _add_value(given: tuple[_Described, str]) -> _Described:
    (named, values), value = given
    return named, (*values, value) if value else values


def compose_name(described: _Described, column: str, title: str) -> SeriesName:
    """Name a series: each needs an indicator of its own. A unit in brackets stays at the end of the name.

    Args:
        described: The code and name of the indicator, and the values of its dimensions.
        column: The name of the column of values; empty if it only says that they are values.
        title: The title of series without any other name.

    >>> compose_name((("", ""), ("Female",)), "Sales (million EUR)", "Shop")
    ('', 'Sales, Female (million EUR)')
    >>> compose_name((("GDP", "Gross product"), ("Real",)), "", "Shop"), compose_name((("", ""), ()), "", "Shop")
    (('GDP.Real', 'Gross product, Real'), ('', ''))
    """
    (code, name), values = described
    if column:
        code, name = (f"{code}.{column}" if code else ""), ", ".join(filter(None, (name or code, column)))
    if not values:
        return code, name
    base = name or code or title
    found = re.fullmatch(r"(.*\S)(\s*[(\[][^()\[\]]+[)\]])\s*", base)
    before, unit = found.groups() if found else (base, "")
    return ".".join([code, *values]) if code else "", ", ".join([before, *values]) + unit
