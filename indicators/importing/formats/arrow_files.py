"""Parquet and Feather files, read a few row groups at a time, and tables of Arrow as texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from glob import escape
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.errors import DataError
from indicators.files.checksums import hash_file
from indicators.importing import file_messages, messages
from indicators.importing.batches import (
    ROWS_AT_ONCE,
    SAMPLE_ROWS,
    Batch,
    FileOptions,
    Source,
    clean_text,
    explain_damage,
    name_columns,
)
from indicators.importing.column_names import rank_name
from indicators.importing.formats.arrow_messages import list_message_sizes
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.limits import check_memory, check_text_columns, check_unpacked, check_width

if TYPE_CHECKING:
    import pandas as pd

_BYTES_OF_CELL: Final = 8
_UNITS: Final = ("unit", "units", "unit_measure", "uom")
_TOLD: Final = ("unit", "multiplier", "frequency")
_LONGEST_TEXT: Final = 200
_PERIODS: Final = "pandas.period"
_PERIOD_TEXTS: Final[Mapping[str, Callable[[pd.Timestamp], str]]] = {
    "D": "{:%Y-%m-%d}".format, "M": "{:%Y-%m}".format, "W": "{:%Y-%m-%d}/P7D".format,
    "Q": lambda day: f"{day.year}-Q{day.quarter}" if day.month % 3 == 1 else f"{day:%Y-%m-%d}/P3M",
    "Y": lambda day: f"{day.year}" if day.month == 1 else f"{day:%Y-%m-%d}/P1Y",
}  # fmt: skip
_LARGEST_TEXTS: Final = """
    SELECT coalesce(max(total_uncompressed_size), 0) FROM parquet_metadata(?) WHERE type = 'BYTE_ARRAY'
"""


def open_parquet(path: Path, name: str, _options: FileOptions) -> Source:
    """Inspect a Parquet file.

    Raises:
        DataError: It is damaged or empty.
    """
    with explain_damage(file_messages.DAMAGED_PARQUET.format(file=name)):
        with _open_coded(path) as file:
            check_width(len(file.schema_arrow.names), name)
            cells = file.metadata.num_rows * len(file.schema_arrow.names)
            check_unpacked(cells * _BYTES_OF_CELL, path.stat().st_size, name)
            check_memory(2 * _find_largest_texts(path), name)
            columns, above = _name_columns(file.schema_arrow), _list_texts(file.schema_arrow)
            parts = islice(file.iter_batches(batch_size=SAMPLE_ROWS), SAMPLE_ROWS)  # each may have a single row
            first = next(_join_small(parts), None)
        if first is None:
            raise DataError(file_messages.EMPTY_FILE.format(file=name), expected=messages.EXPECTED_ROWS)
        texts = convert_to_texts(first.slice(0, SAMPLE_ROWS), columns)
        sample = tuple(zip(*(texts[column].to_pylist() for column in columns), strict=True))
    read = partial(_read_batches, path, columns)
    return Source(path, name, columns, sample, hash_file(path), read, above=above)


def _name_columns(schema: pa.Schema) -> tuple[str, ...]:
    """Name the columns of a file, each with the unit that the file gives for it apart from its name."""
    given = [_read_metadata(field.metadata) for field in schema]
    units = [next((texts[key] for key in _UNITS if key in texts), "") for texts in given]
    return name_columns([f"{name} ({unit})" if unit else name for name, unit in zip(schema.names, units, strict=True)])


def _list_texts(schema: pa.Schema) -> tuple[str, ...]:
    """List what a file says of its unit, scale and frequency, as lines above a table do."""
    texts = _read_metadata(schema.metadata)
    return tuple(
        f"{key}, {text}" for key, text in texts.items() if any(rank_name(one, key) is not None for one in _TOLD)
    )


def _read_metadata(metadata: Mapping[bytes, bytes] | None) -> dict[str, str]:
    """Read metadata that are short texts; others are documents of programs.

    >>> _read_metadata({b"Unit": b"million EUR", b"pandas": b'{"index_columns": []}'})
    {'unit': 'million EUR'}
    """
    texts = {key.decode("utf-8", "replace"): text.decode("utf-8", "replace") for key, text in (metadata or {}).items()}
    plain = {key.casefold(): clean_text(text) for key, text in texts.items() if not key.startswith("ARROW:")}
    return {key: text for key, text in plain.items() if 0 < len(text) < _LONGEST_TEXT and text[0] not in "{["}


def _find_largest_texts(path: Path) -> int:
    """Return the bytes of the largest column of texts of a row group: as much can be in memory at once.

    DuckDB reads them, as pyarrow ends the process where what a file says of a column is damaged.
    """
    with duckdb.connect() as connection:
        return int(connection.execute(_LARGEST_TEXTS, [escape(str(path))]).fetchall()[0][0])


def _open_coded(path: Path) -> pq.ParquetFile:
    """Open a file so that a text that is in many rows is in memory once."""
    schema = pq.read_schema(path)
    return pq.ParquetFile(path, read_dictionary=[one.name for one in schema if pa.types.is_string(one.type)])


def _read_batches(path: Path, columns: tuple[str, ...]) -> Iterator[Batch]:
    with _open_coded(path) as file:
        total, done = max(file.metadata.num_rows, 1), 0
        for part in _join_small(file.iter_batches(batch_size=ROWS_AT_ONCE)):
            done += part.num_rows
            yield _make_batch(part, columns, done - part.num_rows, done / total)


def _join_small(parts: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Join the parts of row groups of a few rows: each batch takes its time."""
    waiting: list[pa.RecordBatch] = []
    rows = 0
    for part in parts:
        if waiting and rows + part.num_rows > ROWS_AT_ONCE:
            yield pa.Table.from_batches(waiting).combine_chunks()
            waiting, rows = [], 0
        waiting.append(part)
        rows += part.num_rows
    if waiting:
        yield pa.Table.from_batches(waiting).combine_chunks()


def read_feather(path: Path, name: str, _options: FileOptions) -> FileTable:
    """Read a Feather file (Arrow IPC).

    Raises:
        DataError: It is damaged, or would fill the memory.
    """
    with explain_damage(file_messages.DAMAGED_FEATHER.format(file=name)):
        with pa.ipc.open_file(path) as file:
            columns, above = _name_columns(file.schema), _list_texts(file.schema)
        packed, unpacked = path.stat().st_size, 0
        for message in list_message_sizes(path):
            unpacked += max(message.size, message.rows * len(columns) * _BYTES_OF_CELL)
            check_unpacked(unpacked, packed, name)
            check_memory(message.size, name)  # which is unpacked as a whole
        return FileTable(columns, _read_parts(path, columns), above=above)


def _read_parts(path: Path, columns: tuple[str, ...]) -> Iterator[Batch]:
    done = 0
    with pa.memory_map(str(path)) as source, pa.ipc.open_file(source) as file:
        batches = (file.get_batch(number) for number in range(file.num_record_batches))
        parts = (one.slice(start, ROWS_AT_ONCE) for one in batches for start in range(0, one.num_rows, ROWS_AT_ONCE))
        for part in _join_small(parts):
            yield _make_batch(part, columns, done, 0.0)
            done += part.num_rows


def _make_batch(table: pa.Table, columns: tuple[str, ...], before: int, done: float) -> Batch:
    table.validate(full=True)  # a place outside of its dictionary would end the process
    lines = np.arange(before + 1, before + table.num_rows + 1, dtype=np.int64)
    return Batch(convert_to_texts(table, columns), lines, done=done, typed=find_numbers(table, columns))


def find_numbers(table: pa.Table, columns: tuple[str, ...]) -> dict[str, npt.NDArray[np.bool_]]:
    """Return which cells are numbers in the file, for the columns of numbers."""
    fields = zip(columns, table.schema, strict=True)
    is_number = {name: _is_number(field.type) and not _find_period_length(field) for name, field in fields}
    return {name: np.ones(table.num_rows, dtype=bool) for name in columns if is_number[name]}


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_decimal(kind))


def convert_to_texts(table: pa.Table, columns: tuple[str, ...]) -> pa.Table:
    """Convert all columns to texts; nested and binary columns become empty.

    Raises:
        DataError: A text is far too long, or in too many rows.
    """
    check_text_columns(table.columns)

    def convert(column: pa.ChunkedArray, field: pa.Field) -> pa.ChunkedArray:
        if length := _find_period_length(field):
            return _write_periods(column, length)
        if pa.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        if pa.types.is_timestamp(column.type):
            column = column.cast(pa.date32(), safe=False)
        if pa.types.is_nested(column.type) or pa.types.is_binary(column.type):
            return pa.chunked_array([pa.repeat(pa.scalar(""), len(column))])
        return pc.fill_null(column.cast(pa.string()), "")

    parts = zip(columns, table.columns, table.schema, strict=True)
    return pa.table({name: convert(column, field) for name, column, field in parts})


def _find_period_length(field: pa.Field) -> str:
    """Return the length of the periods that pandas keeps as numbers, such as ``Q-DEC``; or nothing."""
    if getattr(field.type, "extension_name", "") == _PERIODS:  # where pandas has told pyarrow of it
        return str(field.type.freq)
    told = field.metadata or {}
    is_period = told.get(b"ARROW:extension:name") == _PERIODS.encode()
    return str(json.loads(told[b"ARROW:extension:metadata"])["freq"]) if is_period else ""


def _write_periods(column: pa.ChunkedArray, length: str) -> pa.ChunkedArray:
    """Write periods of pandas as dates with their length: a month, a quarter, a year that begins in April, a week."""
    import pandas as pd

    numbers = column.cast(getattr(column.type, "storage_type", column.type)).dictionary_encode().combine_chunks()
    starts = [pd.Period(ordinal=number, freq=length).start_time for number in numbers.dictionary.to_pylist()]
    kind = length.partition("-")[0].replace("A", "Y")
    write: Callable[[pd.Timestamp], str] = _PERIOD_TEXTS.get(kind, f"{{}} ({length})".format)  # an hour is no day
    texts = pa.array([write(start) for start in starts], pa.string())
    return pc.fill_null(pa.chunked_array([texts.take(numbers.indices)]), "")
