"""Sheets of XLSX workbooks, read row by row with openpyxl."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
import pyarrow as pa

from indicators.errors import DataError
from indicators.files.checksums import hash_file
from indicators.importing import messages
from indicators.importing.batches import (
    ROWS_AT_ONCE,
    SAMPLE_ROWS,
    Batch,
    FileOptions,
    Source,
    explain_damage,
    name_columns,
)
from indicators.importing.headers import find_header
from indicators.importing.typed_cells import TypedNumber, write_date, write_number

__all__ = ["open_workbook"]

_CHUNK: Final = 1 << 20
_LONGEST_TAG: Final = 60
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')


def open_workbook(path: Path, name: str, options: FileOptions) -> Source:
    """Inspect a sheet: the one in the options, or the first with a table.

    Raises:
        DataError: The file is not a workbook, has no such sheet, or the sheet is empty.
    """
    sheets, wanted = _list_sheets(path, name), options.sheet
    if wanted and wanted not in sheets:
        expected = messages.ONE_OF.format(names=", ".join(sheets))
        raise DataError(messages.NO_SHEET.format(file=name, sheet=wanted), expected=expected)
    for sheet in [wanted] if wanted else sheets:
        with explain_damage(messages.DAMAGED_WORKBOOK.format(file=name)):
            first = list(islice(_read_rows(path, sheet), SAMPLE_ROWS + 30))
        if any(sum(map(bool, row)) > 1 for row in first):
            break
    else:
        raise DataError(messages.EMPTY_FILE.format(file=name), expected=messages.EXPECTED_HEADER)
    header = find_header(first)
    columns = name_columns([*header.names])
    sample = tuple(tuple(row) for row in first[header.last + 1 :])
    others = ", ".join(other for other in sheets if other != sheet)
    remarks = (messages.SHEET_CHOSEN.format(sheet=sheet, others=others),) if others else ()
    read = partial(_read_batches, path, sheet, columns, header.last)
    return Source(
        path, name, columns, sample, hash_file(path), read, above=header.above, remarks=remarks,
        decisions=header.decisions,
    )  # fmt: skip


def _list_sheets(path: Path, name: str) -> list[str]:
    from openpyxl import load_workbook

    message = messages.NOT_A_WORKBOOK.format(file=name)
    with explain_damage(message, expected="XLSX"), path.open("rb") as stream:  # openpyxl refuses some file names
        return [sheet.title for sheet in load_workbook(stream, read_only=True, data_only=True).worksheets]


def _read_rows(path: Path, sheet: str) -> Iterator[list[str]]:
    """Read the rows as texts; a merged cell counts for all rows and columns that it covers."""
    from openpyxl import load_workbook

    with path.open("rb") as stream:
        book = load_workbook(stream, read_only=True, data_only=True)
        merged = _MergedCells(book, sheet)
        for number, row in enumerate(book[sheet].iter_rows(), 1):
            yield merged.fill(number, [_convert_to_text(cell) for cell in row])


class _MergedCells:
    """The merged cells of a sheet, which stand at its end in the file and are read first.

    Args:
        book: The workbook, open for reading.
        sheet: The name of the sheet.
    """

    def __init__(self, book: Any, sheet: str) -> None:
        from openpyxl.utils import range_boundaries

        self._waiting: list[tuple[int, int, int, int]] = []
        with book._archive.open(book[sheet]._worksheet_path) as stream:  # noqa: SLF001  openpyxl skips them
            for reference in _find_merged(stream):
                left, top, right, bottom = map(int, range_boundaries(reference))  # type: ignore[arg-type]  # complete
                self._waiting.append((top, bottom, left, right))
        self._waiting.sort(reverse=True)
        self._texts: list[tuple[int, int, int, str]] = []

    def fill(self, number: int, row: list[str]) -> list[str]:
        """Return a row, given by its number from 1, with the texts of the merged cells that cover it."""
        while self._waiting and self._waiting[-1][0] <= number:
            _, bottom, left, right = self._waiting.pop()
            self._texts.append((bottom, left, right, row[left - 1] if left <= len(row) else ""))
        self._texts = [one for one in self._texts if one[0] >= number]
        for _, left, right, text in self._texts:
            row[left - 1 : right] = [text] * (min(right, len(row)) - left + 1)
        return row


def _find_merged(stream: IO[bytes]) -> Iterator[str]:
    end = b""
    while chunk := stream.read(_CHUNK):
        for reference in _MERGED.findall(end + chunk):
            yield reference.decode()
        end = chunk[-_LONGEST_TAG:] if not chunk.endswith(b">") else b""


def _convert_to_text(cell: Any) -> str:
    """Convert a cell to text as it is shown: a number in percent format as a percentage."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return write_number(value, cell.number_format or "")
    return write_date(value, cell.number_format or "") if isinstance(value, date) else str(value).strip()


def _read_batches(path: Path, sheet: str, columns: tuple[str, ...], header: int) -> Iterator[Batch]:
    rows: list[tuple[int, list[str]]] = []
    for line, row in enumerate(_read_rows(path, sheet), 1):
        if line > header + 1 and any(row):
            rows.append((line, row))
        if len(rows) == ROWS_AT_ONCE:
            yield _make_batch(rows, columns)
            rows = []
    if rows:
        yield _make_batch(rows, columns)


def _make_batch(rows: list[tuple[int, list[str]]], columns: tuple[str, ...]) -> Batch:
    width = len(columns)
    cells = [(row + [""] * width)[:width] for _, row in rows]
    table = pa.table({name: pa.array([row[n] for row in cells], pa.string()) for n, name in enumerate(columns)})
    typed = {
        name: np.array([isinstance(row[n], TypedNumber) for row in cells], dtype=bool) for n, name in enumerate(columns)
    }
    return Batch(table, np.array([line for line, _ in rows], dtype=np.int64), typed=typed)
