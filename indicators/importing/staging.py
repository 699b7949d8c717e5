"""Staged rows in parts of bounded size, so that a file of any length is sorted and compared in little memory.

The parts are ranges of indicator and area that follow each other: sorted one after another, they give the whole in
its order. How many rows each indicator and area has is counted while the file is read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.files.sorted_files import Key

__all__ = ["RowCounts", "StagedPart", "divide_staged", "open_staged", "write_staged"]

_ROWS_IN_A_PART = 75_000
_FILES_AT_ONCE = 64  # each that is open has memory of its own
_LAST: Final = "\U0010ffff"
_WRITING = pa.ipc.IpcWriteOptions(compression="lz4")


@dataclass(slots=True)
class RowCounts:
    """How many rows there are, by indicator and by area."""

    indicators: Counter[str] = field(default_factory=Counter)
    areas: Counter[str] = field(default_factory=Counter)

    def add(self, table: pa.Table) -> None:
        """Count the rows of a table."""
        for name, counter in (("INDICATOR", self.indicators), ("REF_AREA", self.areas)):
            for pair in table[name].value_counts().to_pylist():
                counter[pair["values"]] += pair["counts"]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.indicators.total()

    def bounds(self, most: int) -> list[Key]:
        r"""The last key of each part but the last one, ascending.

        Args:
            most: About how many rows a part may have.

        >>> RowCounts(Counter(a=3, b=2, c=9), Counter(RUS=7, CHN=7)).bounds(most=5)
        [('b', '\U0010ffff'), ('c', 'CHN')]
        """
        found: list[Key] = []
        rows, previous = 0, ""
        for id, count in sorted(self.indicators.items()):
            if rows and rows + count > most:
                found.append((previous, _LAST))
                rows = 0
            found += [(id, area) for area in self._cuts(count, most)]
            rows, previous = rows + count, id
        return found

    def _cuts(self, count: int, most: int) -> Iterator[str]:
        """The areas after which an indicator of so many rows is cut, as if each had its usual share of them."""
        total, rows = self.areas.total(), 0.0
        for area, following in pairwise(sorted(self.areas)):
            rows += count * self.areas[area] / total
            if rows + count * self.areas[following] / total > most:
                yield area
                rows = 0.0


@dataclass(frozen=True, slots=True)
class StagedPart:
    """The rows of a range.

    Attributes:
        file: The staged rows.
        after: The range begins after this key; ``None`` for the beginning.
        until: It ends with this key; ``None`` for the end.
    """

    file: Path
    after: Key | None = None
    until: Key | None = None


def write_staged(file: Path, schema: pa.Schema) -> pa.RecordBatchStreamWriter:
    """A writer of staged rows: they are read once more, from beginning to end."""
    return pa.ipc.new_stream(file, schema, options=_WRITING)


def open_staged(file: Path) -> pa.Table:
    """All rows of a staged file."""
    with pa.OSFile(str(file)) as stream, pa.ipc.open_stream(stream) as reader:
        return reader.read_all()


def divide_staged(file: Path, counts: RowCounts, *, most: int = _ROWS_IN_A_PART) -> Iterator[StagedPart]:
    """Divide a staged file into parts, each in a file of its own beside it, one after another as they are asked for.

    Args:
        file: The staged rows; it is removed when it is divided.
        counts: How many there are of what.
        most: About how many rows a part may have.
    """
    return _divided(StagedPart(file), counts.bounds(most))


def _divided(part: StagedPart, bounds: list[Key]) -> Iterator[StagedPart]:
    """Divide a part at bounds within it; where they are many, first into parts that are divided in their turn."""
    if not bounds:
        yield part
        return
    step = -(-(len(bounds) + 1) // _FILES_AT_ONCE)
    for number, child in enumerate(_split(part, bounds[step - 1 :: step])):
        yield from _divided(child, bounds[number * step : (number + 1) * step - 1])


def _split(part: StagedPart, bounds: list[Key]) -> list[StagedPart]:
    """Write the rows of a part to a file for each of its ranges; the part's own file is removed."""
    files = [part.file.with_name(f"{part.file.stem}-{number}.arrow") for number in range(len(bounds) + 1)]
    with ExitStack() as opened, pa.OSFile(str(part.file)) as stream, pa.ipc.open_stream(stream) as reader:
        writers = [opened.enter_context(write_staged(path, reader.schema)) for path in files]
        for batch in reader:
            place = _places(batch, bounds)
            order = np.argsort(place, kind="stable")
            rows, ends = batch.take(pa.array(order)), np.searchsorted(place[order], np.arange(len(files) + 1))
            for number, writer in enumerate(writers):
                if ends[number] < ends[number + 1]:
                    writer.write_batch(rows.slice(ends[number], ends[number + 1] - ends[number]))
    part.file.unlink()
    return [StagedPart(*found) for found in zip(files, [part.after, *bounds], [*bounds, part.until], strict=True)]


def _places(batch: pa.RecordBatch, bounds: list[Key]) -> npt.NDArray[np.intp]:
    """The number of the part to which each row belongs."""
    indicators, areas = (batch.column(name).dictionary_encode() for name in ("INDICATOR", "REF_AREA"))
    width = len(areas.dictionary)
    codes = indicators.indices.to_numpy().astype(np.intp) * width + areas.indices.to_numpy()
    distinct, places = np.unique(codes, return_inverse=True)
    ids, names = indicators.dictionary.to_pylist(), areas.dictionary.to_pylist()
    parts = [bisect_left(bounds, (ids[code // width], names[code % width])) for code in distinct.tolist()]
    return np.array(parts, dtype=np.intp)[places]
