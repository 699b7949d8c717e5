"""A Parquet file, read a few row groups at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.errors import DataError
from indicators.importing.batches import ROWS_AT_ONCE, SAMPLE_ROWS, Batch, Source, explain_damage, name_columns

__all__ = ["open_parquet"]


def open_parquet(path: Path, name: str) -> Source:
    """Look at a Parquet file.

    Raises:
        DataError: It is damaged or empty, or a column holds what is no text, number or time.
    """
    with explain_damage(f"{name} is a damaged Parquet file."):
        with pq.ParquetFile(path) as file:
            columns = name_columns(list(file.schema_arrow.names))
            first = next(file.iter_batches(batch_size=SAMPLE_ROWS), None)
        if first is None:
            raise DataError(f"{name} is empty.", expected="rows")
        texts = _as_texts(pa.Table.from_batches([first]), columns)
        sample = tuple(zip(*(texts[column].to_pylist() for column in columns), strict=True))
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return Source(path, name, columns, sample, digest, partial(_batches, path, columns))


def _batches(path: Path, columns: tuple[str, ...]) -> Iterator[Batch]:
    with pq.ParquetFile(path) as file:
        total, done = max(file.metadata.num_rows, 1), 0
        for part in file.iter_batches(batch_size=ROWS_AT_ONCE):
            lines = np.arange(done + 1, done + part.num_rows + 1, dtype=np.int64)
            done += part.num_rows
            yield Batch(_as_texts(pa.Table.from_batches([part]), columns), lines, done=done / total)


def _as_texts(table: pa.Table, columns: tuple[str, ...]) -> pa.Table:
    def text(column: pa.ChunkedArray) -> pa.ChunkedArray:
        if pa.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        if pa.types.is_timestamp(column.type):
            column = column.cast(pa.date32(), safe=False)
        if pa.types.is_nested(column.type) or pa.types.is_binary(column.type):
            return pa.chunked_array([pa.repeat(pa.scalar(""), len(column))])
        return pc.fill_null(column.cast(pa.string()), "")

    return pa.table({name: text(column) for name, column in zip(columns, table.columns, strict=True)})
