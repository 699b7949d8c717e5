"""The latest vintage of each observation of a dataset with many releases, in one file beside them.

Most queries need the latest vintages, which are scattered over the releases, so they are kept together in
``0000-newest.parquet``, with its checksum beside it. The file can always be deleted: it is built from the releases,
names them, and is ignored if there are others or if it is damaged.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from indicators.files.checksums import hash_file
from indicators.files.disk import replace_file, write_atomically
from indicators.files.layout import SortedWriter
from indicators.files.observation_tables import OBSERVATION_KEY, OBSERVATION_SCHEMA, SORTED_BY
from indicators.files.sorted_files import SortedFiles

NEWEST: Final = "0000-newest.parquet"  # its name sorts before those of the releases
_STANDS_FOR: Final = "releases"
_CHECKSUM: Final = ".sha256"
_FEWEST: Final = 3  # releases; two files are read as quickly as one
_ROWS_IN_A_GROUP: Final = 131_072  # more at once would take too much memory


def find_newest(tables: Sequence[Path]) -> Path | None:
    """Find the file with the latest vintages of these releases, the oldest first, if there is one for all of them."""
    if len(tables) < _FEWEST:
        return None
    path = tables[-1].with_name(NEWEST)
    try:
        said = (pq.read_metadata(path).metadata or {}).get(_STANDS_FOR.encode())
        return path if _has_checksum(path) and said == _named(tables).encode() else None
    except (pa.ArrowException, OSError):
        return None


def is_newest_damaged(path: Path) -> bool:
    """Return whether a file of latest vintages is not what was written; without its checksum it isn't finished."""
    return path.exists() and path.with_suffix(_CHECKSUM).exists() and not _has_checksum(path)


def _has_checksum(path: Path) -> bool:
    try:
        return path.with_suffix(_CHECKSUM).read_text(encoding="ascii").strip() == hash_file(path)
    except (OSError, UnicodeDecodeError):
        return False


def write_newest(tables: Sequence[Path]) -> Path | None:
    """Write the file with the latest vintages of some releases, the oldest first, by one rename.

    Returns:
        The file; ``None`` if there are too few releases to need one.

    Raises:
        OSError, pyarrow.ArrowException, duckdb.Error: It can't be written; the old one, if any, is kept.
    """
    if len(tables) < _FEWEST:
        return None
    path = tables[-1].with_name(NEWEST)
    before = find_newest(tables[:-1])
    files = [before, tables[-1]] if before else list(tables)
    temporary = path.with_suffix(".partial")
    rows = max(pq.read_metadata(file).num_rows for file in files)
    writer = SortedWriter(
        temporary, OBSERVATION_SCHEMA, rows=rows, most_in_a_group=_ROWS_IN_A_GROUP, said={_STANDS_FOR: _named(tables)}
    )
    with SortedFiles(files) as observations, writer:
        for some in observations.iterate_ranges():
            writer.write(_newest(some).cast(OBSERVATION_SCHEMA))
    digest = hash_file(temporary)
    path.with_suffix(_CHECKSUM).unlink(missing_ok=True)  # a writer killed now leaves a file that is not used
    replace_file(temporary, path)
    write_atomically(path.with_suffix(_CHECKSUM), digest.encode())
    return path


def _named(tables: Sequence[Path]) -> str:
    """Return the names and sizes of the releases."""
    return json.dumps([[path.name, path.stat().st_size] for path in tables])


def _newest(observations: pa.Table) -> pa.Table:
    """Return the latest vintages, sorted; in a database of its own, whose memory is freed with it."""
    import duckdb

    with duckdb.connect() as connection:
        connection.execute("SET threads = 1")  # each thread holds memory of its own
        connection.register("observations", observations)
        return connection.sql(_NEWEST).to_arrow_table()


# The greatest of one thing, which DuckDB finds as it reads; by two things it sorts.
_NEWEST: Final = f"""
    SELECT {", ".join(OBSERVATION_SCHEMA.names)} FROM observations
    QUALIFY row_number() OVER (PARTITION BY {", ".join(OBSERVATION_KEY)} ORDER BY (VINTAGE, RELEASE) DESC) = 1
    ORDER BY {", ".join(SORTED_BY)}"""  # noqa: S608  names of ours
