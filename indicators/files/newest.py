"""The newest of each observation of a dataset with many releases, in one file beside them.

What is asked of a dataset is mostly what is known now, and that lies scattered over its releases. So the newest of
each observation is kept together, in ``0000-newest.parquet``. The file is made from the releases and can always be
deleted: it says for which releases it stands, and is passed over when these are not all there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from indicators.files.layout import SortedWriter
from indicators.files.selection import selection
from indicators.files.tables import OBSERVATION_KEY, OBSERVATION_SCHEMA, SORTED_BY, settle

if TYPE_CHECKING:
    import duckdb

__all__ = ["NEWEST", "newest_of", "write_newest"]

NEWEST: Final = "0000-newest.parquet"  # its name sorts before those of the releases
_STANDS_FOR: Final = "releases"
_FEWEST: Final = 3  # releases; two files are read as quickly as one
_MEMORY: Final = "256MB"
_ROWS_AT_ONCE: Final = 1_000_000


def newest_of(tables: Sequence[Path]) -> Path | None:
    """The file with the newest of each observation of these releases, if there is one that stands for all of them.

    Args:
        tables: The files of the releases, the oldest first.
    """
    if len(tables) < _FEWEST:
        return None
    path = tables[-1].with_name(NEWEST)
    try:
        said = (pq.read_metadata(path).metadata or {}).get(_STANDS_FOR.encode())
        return path if said == _named(tables).encode() else None
    except (pa.ArrowException, OSError):
        return None


def write_newest(tables: Sequence[Path], staging: Path) -> Path | None:
    """Write the file with the newest of each observation of some releases, by one rename.

    Args:
        tables: The files of the releases, the oldest first.
        staging: A folder for what does not fit into memory.

    Returns:
        The file; ``None`` where there are too few releases to need one.

    Raises:
        OSError, duckdb.Error: It cannot be written; the old one, if any, is there still.
    """
    import duckdb

    if len(tables) < _FEWEST:
        return None
    path = tables[-1].with_name(NEWEST)
    before = newest_of(tables[:-1])
    files = [before, tables[-1]] if before else list(tables)
    temporary = path.with_suffix(".partial")
    with duckdb.connect() as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        connection.execute("SET temp_directory = $folder", {"folder": str(staging)})
        rows = max(pq.read_metadata(file).num_rows for file in files)
        with SortedWriter(temporary, OBSERVATION_SCHEMA, rows=rows, said={_STANDS_FOR: _named(tables)}) as writer:
            for table in _newest(connection, files):
                writer.write(table.cast(OBSERVATION_SCHEMA))
    settle(temporary, path)
    return path


def _named(tables: Sequence[Path]) -> str:
    """Names and sizes of the releases."""
    return json.dumps([[path.name, path.stat().st_size] for path in tables])


def _newest(connection: duckdb.DuckDBPyConnection, files: Sequence[Path]) -> Iterator[pa.Table]:
    """The newest of each observation, sorted, some indicators at a time: as many as fit into memory."""
    observations = selection(files, "files").sql
    parameters: dict[str, object] = {"files": [str(file) for file in files]}
    counts = connection.sql(
        "SELECT INDICATOR, count(*) FROM read_parquet($files) GROUP BY 1 ORDER BY 1", params=parameters
    )
    for first, last in _spans(counts.fetchall()):
        bounds = {"first": first, "last": last}
        yield connection.sql(_NEWEST.format(observations=observations), params=parameters | bounds).to_arrow_table()


def _spans(counts: Sequence[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    """First and last of indicators that are taken together.

    >>> list(_spans([("a", 400_000), ("b", 500_000), ("c", 2_000_000), ("d", 5)]))
    [('a', 'b'), ('c', 'd')]
    """
    numbers = [(total - 1) // _ROWS_AT_ONCE for total in accumulate(count for _, count in counts)]
    spans: dict[int, tuple[str, str]] = {}
    for number, (indicator, _) in zip(numbers, counts, strict=True):
        spans[number] = spans.get(number, (indicator, indicator))[0], indicator
    yield from spans.values()


# The greatest of one thing, which DuckDB finds as it reads; by two things it sorts.
_NEWEST: Final = f"""
    SELECT {", ".join(OBSERVATION_SCHEMA.names)} FROM ({{observations}})
    WHERE INDICATOR BETWEEN $first AND $last
    QUALIFY row_number() OVER (PARTITION BY {", ".join(OBSERVATION_KEY)} ORDER BY (VINTAGE, RELEASE) DESC) = 1
    ORDER BY {", ".join(SORTED_BY)}"""  # noqa: S608  names of ours
