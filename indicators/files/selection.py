"""The columns of the store, selected from Parquet files that hold some of them, as DuckDB reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from indicators.files.observation_tables import OBSERVATION_KEY, OBSERVATION_SCHEMA

__all__ = ["Selection", "build_selection"]

_MAY_BE_EMPTY = {"COUNTERPART_AREA", "QUALIFIER", "CONVERTED_FROM", "INFERRED", "LOCATOR", "SAID_BY", "NOTE"}
_NOTHING = {pa.string(): "''", pa.float64(): "NULL::DOUBLE", pa.int64(): "NULL::BIGINT", pa.date32(): "NULL::DATE"}


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected.

    Attributes:
        sql: The statement.
        empty: The columns that are empty in all rows.
    """

    sql: str
    empty: frozenset[str]


def build_selection(files: Sequence[Path], parameter: str, *also: str) -> Selection:
    """The selection of all columns of the store, and of ``RELEASE``, which sorts as the names of the files do.

    A column that is empty in all of the files, as they say themselves, is not read. Columns are put together by
    name, and the name of a file is read along, only where several files ask for it. The texts of a key are empty
    where there is none, never NULL.

    Args:
        files: The files, which have the columns of `OBSERVATION_SCHEMA` or some of them.
        parameter: The name under which their paths will be bound.
        also: What else is selected.

    Raises:
        OSError, pyarrow.ArrowException: A file cannot be read.
    """
    held = [_held(path) for path in files]
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


def _held(path: Path) -> tuple[str, ...]:
    """The columns of a file, without the texts of which its row groups say that all are empty."""
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
