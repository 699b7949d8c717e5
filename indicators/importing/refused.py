"""The rows an import refuses: all of them in a file, and for the report the first of each kind."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

import numpy as np

from indicators.errors import Fault
from indicators.importing.batches import Batch
from indicators.importing.observation_rows import CellRefusal

__all__ = ["RefusedRows"]

_KINDS = 20
_COUNTED = 1_000  # a file may be wrong in more ways than memory has room for


class RefusedRows:
    """Writes what is refused to a CSV file: line, column, found, expected, hint, and the cells of the row.

    Args:
        path: The file to write.
        source: Name of the file that is imported.
        columns: The columns of that file.
    """

    def __init__(self, path: Path, source: str, columns: tuple[str, ...]) -> None:
        self._path, self._source, self._columns = path, source, columns
        self._stream: TextIO | None = None
        self._writer: Any = None
        self.count = 0
        """How many cells or rows were refused."""
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._first: dict[tuple[str, str, str], Fault] = {}

    def __enter__(self) -> Self:
        self._stream = self._path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._stream)
        self._writer.writerow(["line", "column", "found", "expected", "hint", *self._columns])
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._stream is not None:
            self._stream.close()

    @property
    def first(self) -> tuple[tuple[Fault, int], ...]:
        """The first refusal of each kind, at most twenty kinds, and how many there are of it; the most first."""
        return tuple((self._first[kind], times) for kind, times in self._counts.most_common() if kind in self._first)

    def add(self, refusal: CellRefusal, batch: Batch) -> None:
        """Keep what was refused of a batch."""
        cells = self._cells(refusal, batch)
        for place, (line, row) in enumerate(zip(refusal.lines.tolist(), cells, strict=True)):
            found = refusal.found.row(place)
            self._add(line, refusal.column, found, refusal.expected, refusal.hints(found), row)

    def add_again(self, rows: Iterable[tuple[int, str, str, int]]) -> None:
        """Keep observations that stand in the file for a second time.

        Args:
            rows: Line, column, what it is about, and the line in which it stands first.
        """
        for line, column, about, first in rows:
            self._add(line, column, about, f"it once; it stands in line {first} already", "", [], "a figure again")

    @staticmethod
    def _cells(refusal: CellRefusal, batch: Batch) -> Iterable[Iterable[str]]:
        if not refusal.column:
            texts = {line: text for line, text, _ in batch.refused}
            return [[texts.get(line, "")] for line in refusal.lines.tolist()]
        rows = batch.table.take(np.searchsorted(batch.lines, refusal.lines))
        return zip(*(column.to_pylist() for column in rows.columns), strict=True)

    def _add(
        self, line: int, column: str, found: str, expected: str, hint: str, cells: Iterable[str], same: str = ""
    ) -> None:
        self._writer.writerow([line, column, found, expected, hint, *cells])
        kind = (column, same or found, "" if same else expected)
        self.count += 1
        if kind in self._counts or len(self._counts) < _COUNTED:
            self._counts[kind] += 1
        if kind not in self._first and len(self._first) < _KINDS:
            self._first[kind] = Fault(self._source, line, column or None, found, expected, hint or None)
