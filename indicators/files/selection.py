"""The SELECT that reads Parquet files with some or all columns of the store in DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from indicators.files.observation_tables import OBSERVATION_KEY, OBSERVATION_SCHEMA

_MAY_BE_EMPTY = {
    "COUNTERPART_AREA", "DIMENSIONS", "QUALIFIER", "CONVERTED_FROM", "INFERRED", "LOCATOR", "SAID_BY", "NOTE"
}  # fmt: skip
_NOTHING = {pa.string(): "''", pa.float64(): "NULL::DOUBLE", pa.int64(): "NULL::BIGINT", pa.date32(): "NULL::DATE"}


@dataclass(frozen=True, slots=True)
class Selection:
    """A selection from files.

    Attributes:
        sql: The statement.
        empty: The columns that are empty in all rows.
    """

    sql: str
    empty: frozenset[str]


def build_selection(files: Sequence[Path], parameter: str, *also: str) -> Selection:
    """Select all columns of the store, and ``RELEASE``, which sorts like the names of the files.

    Columns that are empty in all files, according to their metadata, are not read. Columns are matched by name and the
    file name is read only if there are several files. Texts of a key are empty, never NULL.

    Args:
        files: The files, with all or some columns of `OBSERVATION_SCHEMA`.
        parameter: The name under which their paths will be bound.
        also: Further expressions to select.

    Raises:
        OSError, pyarrow.ArrowException: A file can't be read.
    """
    held = [_list_columns(path) for path in files]
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


def _list_columns(path: Path) -> tuple[str, ...]:
    """Return the columns of a file, without texts that are empty in all row groups according to their statistics."""
    metadata = pq.read_metadata(path)
    names = enumerate(metadata.schema.names)
    return tuple(name for place, name in names if name not in _MAY_BE_EMPTY or not _is_empty(metadata, place))


def _is_empty(metadata: pq.FileMetaData, place: int) -> bool:
    chunks = (metadata.row_group(group).column(place) for group in range(metadata.num_row_groups))
    return all(
        chunk.is_stats_set
        and (chunk.statistics.max == "" if chunk.statistics.has_min_max else _all_null(chunk.statistics))
        for chunk in chunks
    )


def _all_null(statistics: pq.Statistics) -> bool:
    return bool(statistics.has_null_count and statistics.num_values == 0)
