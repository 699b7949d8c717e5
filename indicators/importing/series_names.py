"""The names of series: the indicator of a row, the column of its value, and the dimensions that tell it apart."""

from __future__ import annotations

from typing import NamedTuple

from indicators.importing.cells import EncodedColumn
from indicators.importing.mapping import ColumnMapping
from indicators.importing.row_cells import RowCells

__all__ = ["SeriesName", "add_heading", "read_series"]


class SeriesName(NamedTuple):
    """What a file calls a series.

    Attributes:
        code: The code of its indicator; or empty.
        name: The name of its indicator, perhaps with a unit; or empty.
        values: The values of its dimensions, without blank ones.
    """

    code: str = ""
    name: str = ""
    values: tuple[str, ...] = ()

    @property
    def full_code(self) -> str:
        """The code with the values: each series needs an indicator of its own.

        >>> SeriesName("GDP", values=("Real",)).full_code
        'GDP.Real'
        """
        return ".".join([self.code, *self.values]) if self.code else ""


def read_series(rows: RowCells, mapping: ColumnMapping) -> EncodedColumn:
    """Read what each row's series is called, apart from the columns of values."""
    series = rows.words(mapping.indicator).pair(rows.words(mapping.indicator_name)).map(lambda pair: SeriesName(*pair))
    for dimension in mapping.dimensions:
        series = series.pair(rows.words(dimension)).map(lambda pair: _add_value(*pair))
    return series


def _add_value(series: SeriesName, value: str) -> SeriesName:
    return series._replace(values=(*series.values, value)) if value else series


def add_heading(series: SeriesName, heading: str) -> SeriesName:
    """Add the name of a column of values, unless it is empty.

    >>> add_heading(SeriesName(name="Output"), "Index")
    SeriesName(code='', name='Output, Index', values=())
    """
    if not heading:
        return series
    name = ", ".join(filter(None, (series.name or series.code, heading)))
    return SeriesName(f"{series.code}.{heading}" if series.code else "", name, series.values)
