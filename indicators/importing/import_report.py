"""What an import read, took and refused: for the reader, for machines, and kept beside the dataset."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

import numpy as np

from indicators.errors import Fault
from indicators.importing.batches import Batch
from indicators.importing.observation_rows import CellRefusal

__all__ = ["ImportReport", "RefusedRows"]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How an import ended.

    Attributes:
        dataset: Id of the dataset.
        file: Name of the file.
        release: Id of the release that was made; empty when nothing changed.
        read: Rows read.
        taken: Figures taken.
        empty: Cells that say there is no figure.
        refused: Cells or rows refused.
        new: Figures that were not there before.
        changed: Figures that differ from the release before.
        withdrawn: Figures of the release before that the file no longer has.
        understood: How the file was read, a sentence each: encoding, columns, units.
        faults: The first refusal of each kind, with line, column, found and expected; and how many there are
            of the kind.
        refused_file: Where all refused rows are kept; empty when there are none.
    """

    dataset: str
    file: str
    release: str
    read: int
    taken: int
    empty: int
    refused: int
    new: int
    changed: int
    withdrawn: int
    understood: tuple[str, ...]
    faults: tuple[tuple[Fault, int], ...]
    refused_file: str = ""

    @property
    def text(self) -> str:
        """The report as lines for a terminal.

        >>> print(ImportReport("a", "a.csv", "", 3, 3, 0, 0, 0, 0, 0, (), ()).text)
        a.csv: rows read 3, figures taken 3, empty cells 0, refused 0.
        Nothing changed: a has these figures already.
        """
        counts = f"rows read {self.read:,}, figures taken {self.taken:,}, empty cells {self.empty:,}"
        lines = [
            f"{self.file}: {counts}, refused {self.refused:,}.",
            *self.understood,
            *(str(fault) if times == 1 else f"{fault} And {times - 1:,} more of this." for fault, times in self.faults),
        ]
        unsaid = self.refused - sum(times for _, times in self.faults)
        if unsaid > 0:
            lines.append(f"And {unsaid:,} more of other kinds.")
        if self.refused_file:
            lines.append(f"Refused rows are kept in {self.refused_file}")
        if self.release:
            lines.append(
                f"{self.dataset} has a new release, {self.release}: "
                f"{self.new:,} new, {self.changed:,} changed, {self.withdrawn:,} withdrawn."
            )
        elif self.taken or not self.read:
            lines.append(f"Nothing changed: {self.dataset} has these figures already.")
        else:
            lines.append("Nothing was imported: no row could be taken.")
        return "\n".join(lines)

    @property
    def as_json(self) -> str:
        """The report as a JSON object."""
        faults = [{**asdict(fault), "times": times} for fault, times in self.faults]
        return json.dumps({**asdict(self), "faults": faults}, ensure_ascii=False, indent=2)


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
