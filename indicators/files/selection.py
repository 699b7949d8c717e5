"""The SELECT that reads Parquet files with some or all columns of the store in DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from indicators.files.observation_tables import OBSERVATION_KEY, OBSERVATION_SCHEMA

if TYPE_CHECKING:
    import duckdb

_MAY_BE_EMPTY = {
    "COUNTERPART_AREA", "DIMENSIONS", "QUALIFIER", "CONVERTED_FROM", "INFERRED", "LOCATOR", "SAID_BY", "NOTE"
}  # fmt: skip
_NOTHING = {pa.string(): "''", pa.float64(): "NULL::DOUBLE", pa.int64(): "NULL::BIGINT", pa.date32(): "NULL::DATE"}

# pyarrow ends the process where what a file says of a column is damaged.
_COLUMNS: Final = """
    SELECT path_in_schema, bool_and(coalesce(stats_max_value = '', stats_null_count = num_values, false))
    FROM parquet_metadata(?) GROUP BY path_in_schema ORDER BY min(column_id)"""


@dataclass(frozen=True, slots=True)
class Selection:
    """A selection from files.

    Attributes:
        sql: The statement.
        empty: The columns that are empty in all rows.
    """

    sql: str
    empty: frozenset[str]


def build_selection(
    connection: duckdb.DuckDBPyConnection, files: Sequence[Path], parameter: str, *also: str
) -> Selection:
    """Select all columns of the store, and ``RELEASE``, which sorts like the names of the files.

    Columns that are empty in all files, according to their metadata, are not read. Columns are matched by name and the
    file name is read only if there are several files. Texts of a key are empty, never NULL.

    Args:
        connection: Reads the metadata of the files.
        files: The files, with all or some columns of `OBSERVATION_SCHEMA`.
        parameter: The name under which their paths will be bound.
        also: Further expressions to select.

    Raises:
        duckdb.Error: A file can't be read.
    """
    held = [_list_columns(connection, path) for path in files]
    there = {name for names in held for name in names}
    columns = [_column(field, there) for field in OBSERVATION_SCHEMA]
    several = len(held) > 1
    options = ", filename = 'RELEASE'" if several else ""
    if len({tuple(names) for names in held}) > 1:
        options += ", union_by_name = true"
    release = "RELEASE" if several else "'' AS RELEASE"
    sql = f"SELECT {', '.join([*columns, release, *also])} FROM read_parquet(${parameter}{options})"  # noqa: S608  names of ours
    return Selection(sql, frozenset(OBSERVATION_SCHEMA.names) - there)


def _column(field: pa.Field, there: set[str]) -> str:
    if field.name not in there:
        return f"{_NOTHING[field.type]} AS {field.name}"
    if field.name in _MAY_BE_EMPTY and field.name in OBSERVATION_KEY:
        return f"coalesce({field.name}, '') AS {field.name}"
    return str(field.name)


def _list_columns(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, ...]:
    """Return the columns of a file, without texts that are empty in all row groups according to their statistics."""
    rows = connection.execute(_COLUMNS, [escape(str(path))]).fetchall()
    return tuple(name for name, is_empty in rows if name not in _MAY_BE_EMPTY or not is_empty)
