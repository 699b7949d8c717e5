"""The names of series: the indicator of a row, the column of its value, and the dimensions that tell it apart."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from indicators.importing.cells import EncodedColumn
from indicators.importing.column_names import is_label_of
from indicators.importing.file_dimensions import FileDimensions
from indicators.importing.mapping import ColumnMapping
from indicators.importing.row_cells import RowCells
from indicators.model.dimensions import join_dimensions, split_dimensions


class SeriesName(NamedTuple):
    """What a file calls a series.

    Attributes:
        code: The code of its indicator; or empty.
        name: The name of its indicator, perhaps with a unit; or empty.
        dimensions: The text of its dimensions, such as ``SEX=F``; empty for the total.
        values: Values that make it an indicator of its own, such as a unit of another kind.
    """

    code: str = ""
    name: str = ""
    dimensions: str = ""
    values: tuple[str, ...] = ()

    @property
    def full_code(self) -> str:
        """The code with the values.

        >>> SeriesName("GDP", values=("USD",)).full_code
        'GDP.USD'
        """
        return ".".join([self.code, *self.values]) if self.code else ""


def read_series(rows: RowCells, mapping: ColumnMapping, dimensions: FileDimensions) -> EncodedColumn:
    """Read what each row's series is called, apart from the columns of values."""
    series = rows.words(mapping.indicator).pair(rows.words(mapping.indicator_name)).map(lambda pair: SeriesName(*pair))
    for column in mapping.dimensions:
        texts = rows.words(column)
        if column in (mapping.unit, mapping.unit_name):
            series = series.pair(texts).map(lambda pair: _add_value(*pair))
            continue
        label = next((name for name in rows.table.column_names if is_label_of(name, column)), "")
        codes = texts.pair(rows.words(label)).map(partial(_read_code, dimensions, column))
        series = series.pair(codes).map(lambda pair: _add_codes(*pair))
    return series


def _read_code(dimensions: FileDimensions, column: str, texts: tuple[str, str]) -> dict[str, str]:
    return dimensions.read_code(column, *texts)


def _add_value(series: SeriesName, value: str) -> SeriesName:
    return series._replace(values=(*series.values, value)) if value else series


def _add_codes(series: SeriesName, codes: dict[str, str]) -> SeriesName:
    return series._replace(dimensions=join_dimensions(split_dimensions(series.dimensions) | codes))


def add_heading(series: SeriesName, heading: str) -> SeriesName:
    """Add the name of a column of values, unless it is empty.

    >>> add_heading(SeriesName(name="Output"), "Index")
    SeriesName(code='', name='Output, Index', dimensions='', values=())
    """
    if not heading:
        return series
    name = ", ".join(filter(None, (series.name or series.code, heading)))
    return series._replace(code=f"{series.code}.{heading}" if series.code else "", name=name)
