"""Files of releases read in parallel: each once from beginning to end, with little of it in memory.

They are sorted by indicator and area, so the same range of each can be read at a time, however long they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.files.observation_tables import OBSERVATION_KEY, OBSERVATION_SCHEMA

Key = tuple[str, str]
"""An indicator and an area."""

_ROWS_AT_ONCE: Final = 65_536


class SortedFiles:
    """The observations of several files, range by range; a context manager.

    Args:
        files: The files, the oldest first, sorted by ``INDICATOR`` and ``REF_AREA``.
        columns: The columns of `OBSERVATION_SCHEMA` to read, including these two.
    """

    def __init__(self, files: Sequence[Path], columns: Sequence[str] = tuple(OBSERVATION_SCHEMA.names)) -> None:
        schema = pa.schema([OBSERVATION_SCHEMA.field(name) for name in columns])
        self._files = [_SortedFile(path, schema) for path in files]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files:
            file.close()

    def read_until(self, last: Key | None) -> pa.Table:
        """Read the observations after the previous range up to an indicator and area; all the rest for ``None``.

        Returns:
            The columns, and ``RELEASE``: the number of the file, from 0. Columns that a file lacks are empty.
        """
        ranges = [file.read_until(last) for file in self._files]
        return pa.concat_tables(
            rows.append_column("RELEASE", pa.repeat(pa.scalar(number), rows.num_rows))
            for number, rows in enumerate(ranges)
        )

    def iterate_ranges(self) -> Iterator[pa.Table]:
        """Yield all of them in ranges of bounded length that don't split an indicator of an area."""
        while lasts := [last for file in self._files if (last := file.last) is not None]:
            yield self.read_until(min(lasts))


class _SortedFile:
    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._schema = schema
        self._file = pq.ParquetFile(path, pre_buffer=False)  # else all that was read is held
        there = [name for name in schema.names if name in self._file.schema_arrow.names]
        self._batches = self._file.iter_batches(_ROWS_AT_ONCE, columns=there, use_threads=False)
        self._rest: pa.RecordBatch | None = None

    def close(self) -> None:
        self._file.close()

    @property
    def last(self) -> Key | None:
        """The last key of the next batch; ``None`` at the end."""
        self._rest = self._next()
        if self._rest is None:
            return None
        return self._rest.column("INDICATOR")[-1].as_py(), self._rest.column("REF_AREA")[-1].as_py()

    def read_until(self, last: Key | None) -> pa.Table:
        taken = []
        while (batch := self._next()) is not None:
            count = batch.num_rows if last is None else _count_until(batch, last)
            taken.append(_complete(batch.slice(0, count), self._schema))
            self._rest = batch.slice(count) if count < batch.num_rows else None
            if self._rest is not None:
                break
        return pa.Table.from_batches(taken, self._schema)

    def _next(self) -> pa.RecordBatch | None:
        """Return the next rows, at least one; ``None`` at the end."""
        batch, self._rest = self._rest, None
        while batch is None or not batch.num_rows:
            batch = next(self._batches, None)
            if batch is None:
                return None
        return batch


def _count_until(batch: pa.RecordBatch, last: Key) -> int:
    """Count the rows up to and including a key."""
    indicators, areas = batch.column("INDICATOR"), batch.column("REF_AREA")
    within = pc.and_(pc.equal(indicators, last[0]), pc.less_equal(areas, last[1]))
    return int(pc.sum(pc.or_(pc.less(indicators, last[0]), within)).as_py() or 0)


def _complete(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """Return the rows with all columns: missing texts, and null texts of a key, are empty."""
    columns = []
    for field in schema:
        if field.name in batch.schema.names:
            column = batch.column(field.name).cast(field.type)
            is_key = field.name in OBSERVATION_KEY and pa.types.is_string(field.type)
            columns.append(pc.fill_null(column, "") if is_key else column)
        else:
            empty = pa.scalar("" if pa.types.is_string(field.type) else None, field.type)
            columns.append(pa.repeat(empty, batch.num_rows))
    return pa.RecordBatch.from_arrays(columns, schema=schema)
