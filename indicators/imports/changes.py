"""What a file changes in a dataset: new, revised and withdrawn figures, written as one sorted Parquet file.

The rows of the file are sorted once on the disk; each figure is then kept once, in a pass over the sorted rows,
and held against what the dataset has. DuckDB spills what does not fit into the memory it is allowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.files.layout import SortedWriter
from indicators.imports.refused import RefusedRows

__all__ = ["Changes", "write_release"]

_MEMORY = "128MB"
_ROWS_AT_ONCE = 131_072


@dataclass(frozen=True, slots=True)
class Changes:
    """How many figures are what.

    Attributes:
        kept: Those of the file, each once.
        new: Those that were not there before.
        changed: Those that differ from the release before.
        withdrawn: Those of the release before that the file no longer has.
    """

    kept: int = 0
    new: int = 0
    changed: int = 0
    withdrawn: int = 0

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return self.new + self.changed + self.withdrawn > 0


def write_release(
    staging: Path, before: Sequence[Path], refused: RefusedRows, *, release: str, vintage: date, origin: str,
    own_vintages: bool,
) -> Changes:  # fmt: skip
    """Write ``release.parquet`` beside ``rows.parquet``: what differs from the releases before; all if there are none.

    Args:
        staging: The folder with ``rows.parquet``, of `indicators.imports.rows.STAGED`.
        before: The files of the releases before, the oldest first.
        refused: Is told of figures that stand in the file again.
        release: Id of the release.
        vintage: The day from which its figures were known, where the file does not say.
        origin: Id of its origin.
        own_vintages: Whether the file says the vintage of each figure: then none is withdrawn by being absent.
    """
    (staging / "work").mkdir()
    pa.default_memory_pool().release_unused()
    with duckdb.connect(staging / "work" / "changes.duckdb") as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        connection.execute("SET preserve_insertion_order = false")
        _copy(
            connection, _SORTED, staging / "sorted.parquet", {"rows": str(staging / "rows.parquet"), "vintage": vintage}
        )
        target = staging / ("once.parquet" if before else "release.parquet")
        kept = _keep_once(staging / "sorted.parquet", target, refused, origin)
        if not before:
            return Changes(kept, new=kept)
        key = f"{_KEY}, VINTAGE" if own_vintages else _KEY
        files = {"once": str(target), "files": [str(path) for path in before]}
        connection.execute(_BEFORE.format(key=key), {"files": files["files"]})
        vintage_of = "" if own_vintages else ", once.VINTAGE AS VINTAGE"
        connection.execute(_CHANGED.format(key=key, vintage=vintage_of), {"once": files["once"]})
        if not own_vintages:
            said = {"once": files["once"], "vintage": vintage, "release": release, "origin": origin}
            connection.execute(_WITHDRAWN, said)
        counts = dict(connection.execute("SELECT CHANGE, count(*) FROM changes GROUP BY 1").fetchall())
        if counts:
            _write_sorted(connection, staging / "release.parquet", sum(counts.values()))
        return Changes(kept, *(counts.get(name, 0) for name in ("new", "changed", "withdrawn")))


def _copy(connection: duckdb.DuckDBPyConnection, select: str, file: Path, parameters: dict[str, object]) -> None:
    target = str(file).replace("'", "''")
    options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROWS_AT_ONCE}"
    connection.execute(f"COPY ({select}) TO '{target}' ({options})", parameters)


def _write_sorted(connection: duckdb.DuckDBPyConnection, file: Path, rows: int) -> None:
    changes = connection.sql(_RELEASE).to_arrow_reader(_ROWS_AT_ONCE)
    with changes as reader, SortedWriter(file, reader.schema, rows=rows) as writer:
        for batch in reader:
            writer.write(pa.Table.from_batches([batch]))


def _keep_once(source: Path, target: Path, refused: RefusedRows, origin: str) -> int:
    """Copy sorted rows, of those with the same key only the first; the others are refused. Gives how many are kept."""
    kept, last = 0, None
    with pq.ParquetFile(source) as file, _Writer(target, file.schema_arrow, file.metadata.num_rows, origin) as writer:
        for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE):
            table = pa.Table.from_batches([batch])
            again = _repeats(table, last)
            if again.any():
                refused.add_again(_told(table, again, last))
                table = table.filter(pa.array(~again))
            if table.num_rows:
                writer.write(table)
                kept += table.num_rows
                last = table.slice(table.num_rows - 1)
    return kept


def _repeats(table: pa.Table, last: pa.Table | None) -> np.ndarray:
    """Which rows have the key of the row before; ``last`` is the row before the first."""
    same = np.ones(table.num_rows, dtype=bool)
    for name in (*_KEY_COLUMNS, "VINTAGE"):
        column = table[name].combine_chunks()
        before = last[name].combine_chunks() if last is not None else pa.nulls(1, column.type)
        shifted = pa.concat_arrays([before, column.slice(0, len(column) - 1)])
        same &= pc.fill_null(pc.equal(column, shifted), fill_value=False).to_numpy(zero_copy_only=False)
    return same


def _told(table: pa.Table, again: np.ndarray, last: pa.Table | None) -> Iterator[tuple[int, str, str, int]]:
    """Line, column, what the figure is about, and the line it stands in first, of each row that comes again."""
    first = np.where(again, 0, np.arange(table.num_rows))
    first = np.maximum.accumulate(first)
    lines = table["LINE"].to_numpy()
    started = np.maximum.accumulate(~again)
    before = 0 if last is None else last["LINE"][0].as_py()
    rows = table.select(["LINE", "COLUMN", "INDICATOR", "REF_AREA", "TIME_PERIOD"]).filter(pa.array(again)).to_pylist()
    for place, row in zip(np.flatnonzero(again), rows, strict=True):
        stands = int(lines[first[place]]) if started[place] else before
        yield row["LINE"], row["COLUMN"], f"{row['INDICATOR']}, {row['REF_AREA']}, {row['TIME_PERIOD']} again", stands


class _Writer:
    """Writes the kept rows without their line and column, and with their origin, as the store lays them out."""

    def __init__(self, target: Path, schema: pa.Schema, rows: int, origin: str) -> None:
        self._names = [name for name in schema.names if name not in ("LINE", "COLUMN")]
        self._origin = origin
        fields = [schema.field(name).remove_metadata() for name in self._names]
        self._schema = pa.schema([*fields, ("ORIGIN", pa.string())])
        self._writer = SortedWriter(target, self._schema, rows=rows)

    def __enter__(self) -> Self:
        self._writer.__enter__()
        return self

    def __exit__(self, error: type[BaseException] | None, *rest: object) -> None:
        self._writer.__exit__(error, *rest)

    def write(self, table: pa.Table) -> None:
        rows = table.select(self._names).append_column("ORIGIN", pa.repeat(pa.scalar(self._origin), table.num_rows))
        self._writer.write(rows.cast(self._schema))


_KEY_COLUMNS = ("INDICATOR", "REF_AREA", "COUNTERPART_AREA", "FREQ", "TIME_PERIOD", "UNIT_MEASURE")
_KEY = ", ".join(_KEY_COLUMNS)
_ORDER = "INDICATOR, REF_AREA, COUNTERPART_AREA, TIME_START, TIME_END, UNIT_MEASURE, FREQ, TIME_PERIOD, VINTAGE"
_SORTED = f"""
    SELECT * REPLACE (coalesce(VINTAGE, $vintage) AS VINTAGE) FROM read_parquet($rows)
    ORDER BY {_ORDER}, LINE, "COLUMN" """  # noqa: S608  names of ours
_FIELDS = "OBS_VALUE, OBS_STATUS, INFERRED, NOTE, TIME_START, TIME_END, ORIGIN"
_BEFORE = """
    CREATE TABLE before AS SELECT * FROM read_parquet($files, union_by_name = true, filename = 'RELEASE')
    QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY VINTAGE DESC, RELEASE DESC) = 1"""
_CHANGED = f"""
    CREATE TABLE changes AS
    SELECT {{key}}, {_FIELDS}, CASE WHEN was IS NULL THEN 'new' ELSE 'changed' END AS CHANGE{{vintage}}
    FROM read_parquet($once) AS once LEFT JOIN (
        SELECT {{key}}, OBS_VALUE AS was_value, OBS_STATUS AS was_status, NOTE AS was_note, 1 AS was FROM before
    ) USING ({{key}})
    WHERE was IS NULL OR was_value IS DISTINCT FROM OBS_VALUE OR was_status IS DISTINCT FROM OBS_STATUS
        OR coalesce(was_note, '') <> coalesce(NOTE, '')"""  # noqa: S608
_WITHDRAWN = f"""
    INSERT INTO changes BY NAME
    SELECT {_KEY}, NULL AS OBS_VALUE, 'O' AS OBS_STATUS, '' AS INFERRED, $vintage AS VINTAGE, $origin AS ORIGIN,
        concat('Withdrawn in the release of ', $release::VARCHAR, '.') AS NOTE, TIME_START, TIME_END,
        'withdrawn' AS CHANGE
    FROM before ANTI JOIN read_parquet($once) USING ({_KEY}) WHERE OBS_VALUE IS NOT NULL"""  # noqa: S608
_RELEASE = f"SELECT * EXCLUDE (CHANGE) FROM changes ORDER BY {_ORDER}"  # noqa: S608
