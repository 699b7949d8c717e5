"""The report of an import: what it read, kept and refused, as text and as JSON."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TextIO

import numpy as np

from indicators.errors import Fault, UsageError
from indicators.importing import messages
from indicators.importing.batches import Batch
from indicators.importing.column_contents import is_number
from indicators.importing.decisions import Decision
from indicators.importing.row_cells import CellRefusal
from indicators.model.safe_texts import escape_formula


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The result of an import.

    Attributes:
        dataset: Id of the dataset.
        file: Name of the file.
        release: Id of the new release; empty if nothing changed.
        read: Rows read.
        taken: Figures imported.
        empty: Cells that say there is no figure.
        refused: Cells or rows refused.
        new: Figures that are new.
        changed: Figures that differ from the previous release.
        withdrawn: Figures of the previous release that are not in the file.
        understood: How the file was read (columns, units), in sentences.
        decisions: What was decided to read it, each with its evidence and the option that decides otherwise.
        faults: The first refusal of each kind, with line, column, found and expected, and the number of its kind.
        refused_file: The file with all refused rows; empty if there are none.
    """

    dataset: str
    file: str
    release: str = ""
    read: int = 0
    taken: int = 0
    empty: int = 0
    refused: int = 0
    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    understood: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    faults: tuple[tuple[Fault, int], ...] = ()
    refused_file: str = ""

    @property
    def text(self) -> str:
        """The report as lines for a terminal.

        >>> print(ImportReport("a", "a.csv", read=3, taken=3).text)
        a.csv: rows read 3, figures imported 3, empty cells 0, refused 0.
        Nothing changed: a already has these figures.
        """
        counts = {name: getattr(self, name) for name in _COUNTED_IN_TEXT}
        lines = [messages.COUNTS.format(file=self.file, **counts), *self.understood, *map(str, self.decisions)]
        for fault, times in self.faults:
            lines.append(str(fault) if times == 1 else messages.MORE_OF_KIND.format(fault=fault, count=times - 1))
        others = self.refused - sum(times for _, times in self.faults)
        if others > 0:
            lines.append(messages.MORE_KINDS.format(count=others))
        if self.refused_file:
            lines.append(messages.REFUSED_FILE.format(file=self.refused_file))
        if self.release:
            lines.append(messages.NEW_RELEASE.format(dataset=self.dataset, release=self.release, **counts))
        elif self.taken or not self.read:
            lines.append(messages.UNCHANGED.format(dataset=self.dataset))
        else:
            lines.append(messages.NOTHING_TO_IMPORT)
        return "\n".join(lines)

    @property
    def as_json(self) -> str:
        """The report as a JSON object."""
        faults = [{**asdict(fault), "times": times} for fault, times in self.faults]
        return json.dumps({**asdict(self), "faults": faults}, ensure_ascii=False, indent=2)


_KINDS = 20
_FEW_RIVALS = 10  # may be slips
_COUNTED = 1_000  # a file may have more kinds of faults than fit in memory
_REPEATED = "repeated"
_COUNTED_IN_TEXT = ("read", "taken", "empty", "refused", "new", "changed", "withdrawn")


class RefusedRows:
    """Writes what is refused as CSV: line, column, found, expected, hint, and the cells of the row.

    Args:
        stream: The file to write.
        source: Name of the imported file.
        columns: The columns of that file.
    """

    def __init__(self, stream: TextIO, source: str, columns: tuple[str, ...]) -> None:
        self._source, self._writer = source, csv.writer(stream)
        self._writer.writerow(["line", "column", "found", "expected", "hint", *map(escape_formula, columns)])
        self.count = 0
        """How many cells or rows were refused."""
        self.rivals = 0
        """How many of them have another value for a figure that the file has already."""
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._first: dict[tuple[str, str, str], Fault] = {}

    @property
    def first(self) -> tuple[tuple[Fault, int], ...]:
        """The first refusal of each kind, for at most twenty kinds, with their numbers, the most frequent first."""
        return tuple((self._first[kind], times) for kind, times in self._counts.most_common() if kind in self._first)

    def add(self, refusal: CellRefusal, batch: Batch) -> None:
        """Keep the refused cells of a batch."""
        cells = self._list_cells(refusal, batch)
        for place, (line, row) in enumerate(zip(refusal.lines.tolist(), cells, strict=True)):
            found = refusal.found.row(place)
            self._add(line, refusal.column, found, refusal.expected, refusal.hints(found), row)

    def add_again(self, rows: Iterable[tuple[int, str, str, int]]) -> None:
        """Keep observations that the file repeats.

        Args:
            rows: Line, column, the observation in words, and another line that has it.
        """
        for line, column, about, first in rows:
            self._add(line, column, about, messages.FIGURE_ONCE.format(line=first), "", [], _REPEATED)

    def check_rivals(self, kept: int) -> None:
        """Check that most figures have one value.

        Raises:
            UsageError: Most have several: what tells the rows apart was not found.
        """
        if self.rivals > max(kept, _FEW_RIVALS if kept else 0):
            message = messages.MOSTLY_RIVALS.format(file=self._source, rivals=f"{self.rivals:,}")
            raise UsageError(message, found=str(self.first[0][0]), hint=messages.TELL_ROWS_APART)

    @staticmethod
    def _list_cells(refusal: CellRefusal, batch: Batch) -> Iterable[Iterable[str]]:
        if not refusal.column:
            texts = {line: text for line, text, _ in batch.refused}
            return [[texts.get(line, "")] for line in refusal.lines.tolist()]
        rows = batch.table.take(np.searchsorted(batch.lines, refusal.lines))
        return zip(*(column.to_pylist() for column in rows.columns), strict=True)

    def _add(
        self, line: int, column: str, found: str, expected: str, hint: str, cells: Iterable[str], same: str = ""
    ) -> None:
        texts = [text if is_number(text) else escape_formula(text) for text in (found, expected, hint, *cells)]
        self._writer.writerow([line, escape_formula(column), *texts])
        kind = (column, same or found, "" if same else expected)
        self.count += 1
        if kind in self._counts or len(self._counts) < _COUNTED:
            self._counts[kind] += 1
        if kind not in self._first and len(self._first) < _KINDS:
            self._first[kind] = Fault(self._source, line, column or None, found, expected, hint or None)
