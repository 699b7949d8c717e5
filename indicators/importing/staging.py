"""Staged rows in parts of limited size, so that files of any length are sorted and compared in little memory.

The parts are consecutive ranges of indicator and area: sorted one after another, they give all rows in order. The rows
of each indicator and area are counted while the file is read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.files.sorted_files import Key
from indicators.importing.details import DETAIL_FIELDS

STAGED_SCHEMA = pa.schema(
    [
        ("INDICATOR", pa.string()),
        ("REF_AREA", pa.string()),
        ("COUNTERPART_AREA", pa.string()),
        ("DIMENSIONS", pa.string()),
        ("FREQ", pa.string()),
        ("TIME_PERIOD", pa.string()),
        ("OBS_VALUE", pa.float64()),
        ("UNIT_MEASURE", pa.string()),
        ("OBS_STATUS", pa.string()),
        ("INFERRED", pa.string()),
        ("VINTAGE", pa.date32()),
        ("NOTE", pa.string()),
        ("TIME_START", pa.date32()),
        ("TIME_END", pa.date32()),
        *DETAIL_FIELDS,
        ("LINE", pa.int64()),
        ("COLUMN", pa.string()),
    ]
)
"""The observations of a file, with their lines and columns, before they are sorted."""

_ROWS_IN_A_PART = 75_000
_FILES_AT_ONCE = 64  # each open file needs memory
_LAST: Final = "\U0010ffff"
_WRITING = pa.ipc.IpcWriteOptions(compression="lz4")


def join_tables(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Join tables of few rows, of which a wide file has one for each column; those without rows are left out.

    >>> [table.num_rows for table in join_tables([pa.table({"a": [1]}), pa.table({"a": [2, 3]})])]
    [3]
    """
    waiting: list[pa.Table] = []
    rows = 0
    for table in filter(len, tables):
        if waiting and rows + len(table) > _ROWS_IN_A_PART:
            yield pa.concat_tables(waiting).combine_chunks()
            waiting, rows = [], 0
        waiting.append(table)
        rows += len(table)
    if waiting:
        yield pa.concat_tables(waiting).combine_chunks()


@dataclass(slots=True)
class RowCounts:
    """The numbers of rows by indicator and by area."""

    indicators: Counter[str] = field(default_factory=Counter)
    areas: Counter[str] = field(default_factory=Counter)

    def add(self, table: pa.Table) -> None:
        """Count the rows of a table."""
        for name, counter in (("INDICATOR", self.indicators), ("REF_AREA", self.areas)):
            for pair in table[name].value_counts().to_pylist():
                counter[pair["values"]] += pair["counts"]

    @property
    def rows(self) -> int:
        """The number of all rows."""
        return self.indicators.total()

    def find_bounds(self, most: int) -> list[Key]:
        r"""Return the last key of each part except the last one, ascending.

        Args:
            most: About how many rows a part can have.

        >>> RowCounts(Counter(a=3, b=2, c=9), Counter(RUS=7, CHN=7)).find_bounds(most=5)
        [('b', '\U0010ffff'), ('c', 'CHN')]
        """
        found: list[Key] = []
        rows, previous = 0, ""
        for id, count in sorted(self.indicators.items()):
            if rows and rows + count > most:
                found.append((previous, _LAST))
                rows = 0
            found += [(id, area) for area in self._cut(count, most)]
            rows, previous = rows + count, id
        return found

    def _cut(self, count: int, most: int) -> Iterator[str]:
        """Yield the areas after which an indicator is cut, as if each area had its usual share of the rows."""
        total, rows = self.areas.total(), 0.0
        for area, following in pairwise(sorted(self.areas)):
            rows += count * self.areas[area] / total
            if rows + count * self.areas[following] / total > most:
                yield area
                rows = 0.0


@dataclass(frozen=True, slots=True)
class StagedPart:
    """The rows of a range of keys.

    Attributes:
        file: The staged rows.
        after: The key before the range; ``None`` for the first range.
        until: The last key of the range; ``None`` for the last range.
    """

    file: Path
    after: Key | None = None
    until: Key | None = None


def write_staged(file: Path, schema: pa.Schema) -> pa.RecordBatchStreamWriter:
    """Open a file for staged rows, which are later read once from beginning to end."""
    return pa.ipc.new_stream(file, schema, options=_WRITING)


def open_staged(file: Path) -> pa.Table:
    """Read all rows of a staged file."""
    with pa.OSFile(str(file)) as stream, pa.ipc.open_stream(stream) as reader:
        return reader.read_all()


def divide_staged(file: Path, counts: RowCounts, *, most: int = _ROWS_IN_A_PART) -> Iterator[StagedPart]:
    """Divide a staged file into parts, each in its own file in the same folder, one by one as they are requested.

    Args:
        file: The staged rows; the file is removed once it is divided.
        counts: The numbers of its rows.
        most: About how many rows a part can have.
    """
    return _divide(StagedPart(file), counts.find_bounds(most))


def _divide(part: StagedPart, bounds: list[Key]) -> Iterator[StagedPart]:
    """Divide a part at bounds within it; if there are many, in several steps."""
    if not bounds:
        yield part
        return
    step = -(-(len(bounds) + 1) // _FILES_AT_ONCE)
    for number, child in enumerate(_split(part, bounds[step - 1 :: step])):
        yield from _divide(child, bounds[number * step : (number + 1) * step - 1])


def _split(part: StagedPart, bounds: list[Key]) -> list[StagedPart]:
    """Write the rows of a part to one file per range, and remove the part's own file."""
    files = [part.file.with_name(f"{part.file.stem}-{number}.arrow") for number in range(len(bounds) + 1)]
    with ExitStack() as opened, pa.OSFile(str(part.file)) as stream, pa.ipc.open_stream(stream) as reader:
        writers = [opened.enter_context(write_staged(path, reader.schema)) for path in files]
        for batch in reader:
            place = _assign_parts(batch, bounds)
            order = np.argsort(place, kind="stable")
            rows, ends = batch.take(pa.array(order)), np.searchsorted(place[order], np.arange(len(files) + 1))
            for number, writer in enumerate(writers):
                if ends[number] < ends[number + 1]:
                    writer.write_batch(rows.slice(ends[number], ends[number + 1] - ends[number]))
    part.file.unlink()
    return [StagedPart(*found) for found in zip(files, [part.after, *bounds], [*bounds, part.until], strict=True)]


def _assign_parts(batch: pa.RecordBatch, bounds: list[Key]) -> npt.NDArray[np.intp]:
    """Return the number of the part of each row."""
    indicators, areas = (batch.column(name).dictionary_encode() for name in ("INDICATOR", "REF_AREA"))
    width = len(areas.dictionary)
    codes = indicators.indices.to_numpy().astype(np.intp) * width + areas.indices.to_numpy()
    distinct, places = np.unique(codes, return_inverse=True)
    ids, names = indicators.dictionary.to_pylist(), areas.dictionary.to_pylist()
    parts = [bisect_left(bounds, (ids[code // width], names[code % width])) for code in distinct.tolist()]
    return np.array(parts, dtype=np.intp)[places]
