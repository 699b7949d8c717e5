"""The table of a file that is read only once: its rows are kept in a temporary file, and every later look reads that.

Workbooks and documents of XML and JSON are slow to read, or have to be read as a whole; an import looks at its rows
several times.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import DataError
from indicators.files.checksums import hash_file
from indicators.importing import file_messages, messages
from indicators.importing.batches import ROWS_AT_ONCE, SAMPLE_ROWS, Batch, Source, explain_damage
from indicators.importing.decisions import Decision
from indicators.importing.limits import check_text_columns, check_width

_LINE: Final = "line"
_COLUMNS: Final = "columns"


@dataclass(frozen=True, slots=True)
class FileTable:
    """The table of a file, as the reader of its format gives it.

    Attributes:
        columns: The names of its columns.
        batches: Its rows, which can be read once.
        title: The title that the file gives; or empty.
        above: The texts above its header.
        aside: Other texts around it, see `Source`.
        remarks: What users should know about how it was read.
        decisions: What was decided to read it.
    """

    columns: tuple[str, ...]
    batches: Iterable[Batch]
    title: str = ""
    above: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()


class CodedColumn(NamedTuple):
    """A column of few distinct texts.

    Attributes:
        name: Its name.
        texts: The distinct texts.
        places: The place of the text of each row; -1 for none.
    """

    name: str
    texts: Sequence[str]
    places: npt.NDArray[np.int32]


def batch_coded(columns: Sequence[CodedColumn], name: str, values: Sequence[object], before: int) -> Iterator[Batch]:
    """Yield the rows of a table of coded columns and one column of values.

    Args:
        columns: The coded columns.
        name: The name of the column of values.
        values: The value of each row: a number, its text, or ``None``.
        before: The number of columns before that of values.

    >>> sex = CodedColumn("SEX", ["F", "M"], np.array([1, -1], np.int32))
    >>> [batch.table.to_pylist() for batch in batch_coded([sex], "OBS_VALUE", [1.5, None], 1)]
    [[{'SEX': 'M', 'OBS_VALUE': '1.5'}, {'SEX': '', 'OBS_VALUE': ''}]]
    """
    answers = [pa.array([*column.texts, ""], pa.string()) for column in columns]
    for start in range(0, len(values), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        places = [np.where(column.places[rows] < 0, len(column.texts), column.places[rows]) for column in columns]
        check_text_columns(map(pa.DictionaryArray.from_arrays, places, answers))
        texts, typed = write_values(values[rows])
        cells = {
            column.name: known.take(pa.array(place))
            for column, known, place in zip(columns, answers, places, strict=True)
        }
        names = [*list(cells)[:before], name, *list(cells)[before:]]
        table = pa.table({one: texts if one == name else cells[one] for one in names})
        lines = np.arange(start + 1, start + len(texts) + 1, dtype=np.int64)
        yield Batch(table, lines, done=(start + len(texts)) / len(values), typed={name: typed})


def write_values(values: Sequence[object]) -> tuple[pa.Array, npt.NDArray[np.bool_]]:
    """Write values of a format whose numbers have a decimal point; return the texts, and which are numbers.

    >>> texts, typed = write_values([1.5, "2.50", None, "..", 3])
    >>> texts.to_pylist(), typed.tolist()
    (['1.5', '2.50', '', '..', '3'], [True, True, False, False, True])
    """
    texts = ["" if value is None else str(value).strip() for value in values]
    typed = np.fromiter(map(_is_number, texts), dtype=bool, count=len(texts))
    return pa.array(texts, pa.string()), typed


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def keep_table(table: FileTable, path: Path, name: str, folder: Path) -> Source:
    """Keep the rows of a table in a folder, as long as that exists.

    Args:
        table: The table; its rows are read.
        path: The file it is from.
        name: The name of the file in messages.
        folder: The folder.

    Raises:
        DataError: The file is damaged, or has no rows.
    """
    check_width(len(table.columns), name)
    batches = iter(table.batches)
    with explain_damage(file_messages.UNREADABLE_TO_ITS_END.format(file=name), hint=file_messages.NOTHING_IMPORTED):
        first = next(batches, None)
        if first is None:
            raise DataError(file_messages.EMPTY_FILE.format(file=name), expected=messages.EXPECTED_ROWS)
        kept, schema = folder / "rows.arrow", make_flat_schema(table.columns)
        with pa.OSFile(str(kept), "wb") as sink, pa.ipc.new_file(sink, schema, options=_COMPRESSED) as writer:
            sample: list[tuple[str, ...]] = []
            for batch in chain([first], batches):
                writer.write_table(flatten_batch(batch, table.columns))
                rows = batch.table.slice(0, SAMPLE_ROWS - len(sample))  # the first batch may have a single row
                sample += zip(*(column.to_pylist() for column in rows.columns), strict=True)
    return Source(
        path, name, table.columns, tuple(sample), hash_file(path), partial(_read_kept, kept),
        title=table.title, remarks=table.remarks, decisions=table.decisions, above=table.above,
        aside=table.aside,
    )  # fmt: skip


_COMPRESSED: Final = pa.ipc.IpcWriteOptions(compression="lz4")


def make_flat_schema(columns: Sequence[str]) -> pa.Schema:
    """Return the schema of `flatten_batch`, which knows the names of the columns."""
    texts = [pa.field(f"{place}", pa.string()) for place in range(len(columns))]
    flags = [pa.field(f"typed {place}", pa.bool_()) for place in range(len(columns))]
    return pa.schema([*texts, *flags, (_LINE, pa.int64())], {_COLUMNS: json.dumps([*columns])})


def flatten_batch(batch: Batch, columns: tuple[str, ...]) -> pa.Table:
    """Return one table of a batch: its texts, which of them are numbers, and their lines."""
    length = batch.table.num_rows
    typed = [batch.typed.get(name) for name in columns]
    flags = [pa.repeat(pa.scalar(value=False), length) if one is None else pa.array(one) for one in typed]
    return pa.table([*batch.table.columns, *flags, pa.array(batch.lines)], schema=make_flat_schema(columns))


def restore_batch(part: pa.RecordBatch, done: float) -> Batch:
    """Return the batch that `flatten_batch` made a table of."""
    columns = json.loads(part.schema.metadata[_COLUMNS.encode()])
    table = pa.Table.from_batches([part])
    texts = dict(zip(columns, table.columns, strict=False))
    flags = dict(zip(columns, table.columns[len(columns) :], strict=False))
    typed = {
        name: flag.to_numpy(zero_copy_only=False).astype(bool) for name, flag in flags.items() if pc.any(flag).as_py()
    }
    return Batch(pa.table(texts), table.column(_LINE).to_numpy(), done=done, typed=typed)


def _read_kept(path: Path) -> Iterator[Batch]:
    with pa.memory_map(str(path)) as source, pa.ipc.open_file(source) as reader:
        for number in range(reader.num_record_batches):
            yield restore_batch(reader.get_batch(number), (number + 1) / reader.num_record_batches)
