"""What refused rows may have said: a figure that such a row may be is not withdrawn, though the file seems to lack it.

A doubt is the key of a figure as far as it can be told, with nulls for what can't be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.importing.cells import EncodedColumn
from indicators.importing.series_names import SeriesName

DOUBT_SCHEMA: Final = pa.schema(
    [(name, pa.string()) for name in ("INDICATOR", "DIMENSIONS", "REF_AREA", "COUNTERPART_AREA", "FREQ", "TIME_PERIOD")]
)
"""The key of a figure; its unit is left out, as refused rows often have another one."""
UNKNOWN_DOUBT: Final = pa.Table.from_pylist([{}], DOUBT_SCHEMA)
"""A row of which nothing can be told."""
_MOST: Final = 50_000
_COARSER: Final = (("FREQ", "TIME_PERIOD"), ("REF_AREA", "COUNTERPART_AREA"), ("INDICATOR", "DIMENSIONS"))


@dataclass(slots=True)
class Doubts:
    """The doubts of a file, each once; if there are very many, they become coarser."""

    table: pa.Table = field(default_factory=DOUBT_SCHEMA.empty_table)

    def add(self, tables: Iterable[pa.Table]) -> None:
        """Add doubts."""
        self.table = _list_once(pa.concat_tables([self.table, *tables]))
        for names in _COARSER:
            if self.table.num_rows > _MOST:
                unknown = pa.nulls(self.table.num_rows, pa.string())
                columns = {name: unknown if name in names else self.table[name] for name in DOUBT_SCHEMA.names}
                self.table = _list_once(pa.table(columns, DOUBT_SCHEMA))

    def keep_from(self, connection: duckdb.DuckDBPyConnection, withdrawn: str) -> int:
        """Remove rows that a refused row may be from a table of withdrawn figures; return how many there were.

        Args:
            connection: The database.
            withdrawn: The condition for withdrawn figures in its table ``changes``.
        """
        kept = 0
        connection.register("doubts", self.table)
        for told in _list_told(self.table):
            same = " AND ".join([
                *(f"doubts.{name} = changes.{name}" for name in told),
                *(f"doubts.{name} IS NULL" for name in DOUBT_SCHEMA.names if name not in told),
            ])  # fmt: skip
            deleted = connection.execute(
                f"DELETE FROM changes WHERE {withdrawn} AND EXISTS (SELECT 1 FROM doubts WHERE {same})"  # noqa: S608  names of ours
            ).fetchone()
            kept += deleted[0] if deleted else 0
        connection.unregister("doubts")
        return kept


def make_doubts(
    here: Mapping[str, EncodedColumn],
    find_series: Callable[[SeriesName], tuple[str, str]],
    doubted: npt.NDArray[np.bool_],
) -> pa.Table:
    """Make the doubts of refused figures.

    Args:
        here: The answers of a column of values: ``name``, ``area``, ``counterpart`` and ``period``.
        find_series: Returns the id of the indicator of a series, and its dimensions.
        doubted: Which rows have a figure that was refused.
    """
    places = np.flatnonzero(doubted)
    if not len(places):
        return DOUBT_SCHEMA.empty_table()
    told = {name: here[name].rows(places) for name in ("name", "area", "counterpart", "period")}
    named, period, text = told["name"].map(find_series), told["period"], pa.string()
    columns = {
        "INDICATOR": named.to_arrow(text, lambda one: one[0]),
        "DIMENSIONS": named.to_arrow(text, lambda one: one[1]),
        "REF_AREA": told["area"].to_arrow(text),
        "COUNTERPART_AREA": told["counterpart"].to_arrow(text),
        "FREQ": period.to_arrow(text, lambda one: one and one.frequency.value),
        "TIME_PERIOD": period.to_arrow(text, lambda one: one and str(one)),
    }
    return pa.table(columns, DOUBT_SCHEMA)


def _list_once(table: pa.Table) -> pa.Table:
    return table.group_by(DOUBT_SCHEMA.names).aggregate([]).select(DOUBT_SCHEMA.names).cast(DOUBT_SCHEMA)


def _list_told(table: pa.Table) -> list[tuple[str, ...]]:
    """List the columns that doubts have, in all combinations that occur."""
    known = pa.table({name: pc.is_valid(table[name]) for name in table.column_names})
    combinations = known.group_by(table.column_names).aggregate([]).to_pylist()
    return [tuple(name for name in table.column_names if one[name]) for one in combinations]
