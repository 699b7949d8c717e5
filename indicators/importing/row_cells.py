"""The cells of a batch of rows, read column by column; what can't be read is refused with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from indicators.importing import messages
from indicators.importing.batches import Batch, clean_text
from indicators.importing.cells import EncodedColumn, TextLookup
from indicators.model.formatting import count_noun

_ESCAPED: Final = re.compile("'[=+@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH COMMERCIAL AT}-]")


@dataclass(frozen=True, slots=True)
class CellRefusal:
    """Cells of one column that were refused for one reason.

    Attributes:
        lines: Their lines in the file.
        column: Their column.
        found: Their texts.
        expected: What would be valid.
        hints: Says how to fix a text, or nothing.
    """

    lines: npt.NDArray[np.int64]
    column: str
    found: EncodedColumn
    expected: str
    hints: Callable[[str], str]


class RowCells:
    """The rows of a batch, with refused ones marked."""

    def __init__(self, batch: Batch) -> None:
        self.table, self.lines, self.length = batch.table, batch.lines, batch.table.num_rows
        self.good = np.ones(self.length, dtype=bool)
        self.refused = np.zeros(self.length, dtype=bool)
        self.refusals: list[CellRefusal] = []
        if batch.refused:
            lines = np.array([line for line, _, _ in batch.refused], dtype=np.int64)
            found = EncodedColumn(
                [count_noun(count, "cell", "cells") for _, _, count in batch.refused], np.arange(len(lines))
            )
            cells = count_noun(len(batch.table.column_names), "cell", "cells")
            wanted = messages.CELLS_OF_HEADER.format(count=cells)
            self.refusals.append(CellRefusal(lines, "", found, wanted, give_no_hint))

    def leave_out(self, column: str, is_unwanted: Callable[[str], bool]) -> int:
        """Leave out rows by the text of a column; return how many there are."""
        if not column:
            return 0
        texts = self.texts(column)
        unwanted = np.array([is_unwanted(text) for text in texts.answers], dtype=bool)[texts.places]
        self.good &= ~unwanted
        return int(unwanted.sum())

    def texts(self, column: str) -> EncodedColumn:
        """Return the texts of a column; empty ones if there is no such column."""
        return EncodedColumn.of_texts(self.table.column(column)) if column else EncodedColumn.of_one("", self.length)

    def words(self, column: str) -> EncodedColumn:
        """Return the texts of a column that are kept, without control characters."""
        return self.texts(column).map(_clean_words)

    def read(
        self, column: str, lookup: TextLookup, expected: str, default: Any, *, may_be_blank: bool = False
    ) -> EncodedColumn:
        """Read a column and refuse rows that can't be read; without a column or text, use the default."""
        if not column:
            return EncodedColumn.of_one(default, self.length)
        texts = self.texts(column)
        blank = may_be_blank or default is not None
        answers = texts.map(lambda text: default if blank and not text else lookup.find(text))
        wrong = answers.unread
        if blank:
            wrong &= ~texts.map(lambda text: text or None).unread
        self.refuse(column, wrong, texts, expected, lookup.find_hint)
        return answers

    def refuse(
        self,
        column: str,
        wrong: npt.NDArray[np.bool_],
        found: EncodedColumn,
        expected: str,
        hints: Callable[[str], str],
    ) -> None:
        """Refuse whole rows, each once: a row with two faults is reported with the first."""
        places = np.flatnonzero(wrong & self.good)
        self.refused |= wrong & self.good
        self.good &= ~wrong
        if len(places):
            self.refusals.append(CellRefusal(self.lines[places], column, found.rows(places), expected, hints))

    def refuse_cells(self, column: str, wrong: npt.NDArray[np.bool_], expected: str) -> None:
        """Refuse cells of one column; the other values of their rows are kept."""
        places = np.flatnonzero(wrong)
        if len(places):
            found = EncodedColumn.of_texts(self.table.column(column).take(places))
            self.refusals.append(CellRefusal(self.lines[places], column, found, expected, give_no_hint))

    def refuse_column(self, column: str, expected: str, hints: Callable[[str], str]) -> None:
        """Refuse all cells of a column because of its heading."""
        places = np.flatnonzero(self.good & ~self.texts(column).map(lambda text: text or None).unread)
        if len(places):
            found = EncodedColumn.of_one(column, len(places))
            self.refusals.append(CellRefusal(self.lines[places], column, found, expected, hints))


def _clean_words(text: str) -> str:
    """Remove control characters, and the apostrophe that keeps a spreadsheet from running a text."""
    return clean_text(text[1:] if _ESCAPED.match(text) else text)


def give_no_hint(_: str) -> str:
    """Say nothing about how to fix a text."""
    return ""
