"""Sheets of workbooks of any format: rows of cells, of which the first are the header, with merged cells filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

import numpy as np
import pyarrow as pa

from indicators.errors import DataError
from indicators.importing import messages
from indicators.importing.batches import ROWS_AT_ONCE, SAMPLE_ROWS, Batch, name_columns
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.formats.typed_cells import TypedNumber
from indicators.importing.headers import find_header
from indicators.importing.limits import MOST_COLUMNS, check_letters, check_width

__all__ = ["MergedCells", "make_sheet_table", "tell_other_sheets"]

_FIRST_ROWS: Final = SAMPLE_ROWS + 30


class MergedCells:
    """The merged cells of a sheet: each counts for all rows and columns that it covers.

    Args:
        ranges: The ranges: top, bottom, left, right, from 1.
    """

    def __init__(self, ranges: Iterable[tuple[int, int, int, int]] = ()) -> None:
        self._waiting = sorted(ranges, reverse=True)
        self._texts: list[tuple[int, int, int, str]] = []

    def add(self, bottom: int, left: int, right: int, text: str) -> None:
        """Add a range that begins in the next row to be filled."""
        self._texts.append((bottom, left, right, text))

    def fill(self, number: int, row: list[str]) -> list[str]:
        """Return a row, given by its number from 1, with the texts of the merged cells that cover it.

        Raises:
            DataError: More cover it than it has cells.
        """
        if not self._waiting and not self._texts:
            return row
        while self._waiting and self._waiting[-1][0] <= number:
            _, bottom, left, right = self._waiting.pop()
            self._texts.append((bottom, left, right, row[left - 1] if left <= len(row) else ""))
        self._texts = [one for one in self._texts if one[0] >= number]
        if len(self._texts) > MOST_COLUMNS:
            raise DataError(messages.OVERLAPPING_CELLS)
        for _, left, right, text in self._texts:
            row[left - 1 : right] = [text] * (min(right, len(row)) - left + 1)
        return row


def make_sheet_table(
    rows: Iterator[tuple[int, list[str]]], name: str, remarks: tuple[str, ...] = (), *, header_lines: str = ""
) -> FileTable | None:
    """Make the table of a sheet, or return ``None`` for a sheet without one.

    Args:
        rows: The rows with their numbers, from 1.
        name: The name of the file in messages.
        remarks: What users should know about how it was read.
        header_lines: The lines of the header, if the user gives them.
    """
    first = list(islice(rows, _FIRST_ROWS))
    if not any(sum(map(bool, row)) > 1 for _, row in first):
        return None
    check_width(max(len(row) for _, row in first), name)
    check_letters(text for _, row in first for text in row)
    header = find_header(_place_rows(first), header_lines)
    columns = name_columns([*header.names])
    batches = _batch_rows(chain(first, rows), columns, header.last + 1)
    return FileTable(columns, batches, above=header.above, remarks=remarks, decisions=header.decisions)


def _place_rows(rows: Sequence[tuple[int, list[str]]]) -> list[list[str]]:
    """Return the rows in their places, with empty ones between them."""
    last = min(rows[-1][0], rows[0][0] + _FIRST_ROWS)
    placed: list[list[str]] = [[] for _ in range(last)]
    for number, row in rows:
        if number <= last:
            placed[number - 1] = row
    return placed


def tell_other_sheets(sheet: str, sheets: Iterable[str]) -> tuple[str, ...]:
    """Return the remark that names the sheets that were not read."""
    others = ", ".join(other for other in sheets if other != sheet)
    return (messages.SHEET_CHOSEN.format(sheet=sheet, others=others),) if others else ()


def _batch_rows(rows: Iterable[tuple[int, list[str]]], columns: tuple[str, ...], header: int) -> Iterator[Batch]:
    found = ((number, row) for number, row in rows if number > header and any(row))
    while part := list(islice(found, ROWS_AT_ONCE)):
        yield _make_batch(part, columns)


def _make_batch(rows: list[tuple[int, list[str]]], columns: tuple[str, ...]) -> Batch:
    width = len(columns)
    cells = [row if len(row) == width else (row + [""] * (width - len(row)))[:width] for _, row in rows]
    check_letters(chain.from_iterable(cells))
    by_column = dict(zip(columns, zip(*cells, strict=True), strict=True))
    table = pa.table({name: pa.array(texts, pa.string()) for name, texts in by_column.items()})
    typed = {name: np.array([type(text) is TypedNumber for text in texts]) for name, texts in by_column.items()}
    return Batch(table, np.array([line for line, _ in rows], dtype=np.int64), typed=typed)
