"""A sheet of an XLSX workbook, read row by row by openpyxl."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa

from indicators.errors import DataError
from indicators.importing.batches import ROWS_AT_ONCE, SAMPLE_ROWS, Batch, Source, explain_damage, name_columns
from indicators.importing.columns import find_header_row

__all__ = ["open_workbook"]


def open_workbook(path: Path, name: str, sheet: str) -> Source:
    """Look at a sheet.

    Args:
        path: The workbook.
        name: What it is called in messages.
        sheet: The sheet; the first that holds a table if empty.

    Raises:
        DataError: It is no workbook, or has no such sheet, or the sheet is empty.
    """
    sheets = _sheets(path, name)
    if sheet and sheet not in sheets:
        raise DataError(f"{name} has no sheet {sheet!r}.", expected=f"one of {', '.join(sheets)}")
    for candidate in [sheet] if sheet else sheets:
        with explain_damage(f"{name} is a damaged workbook."):
            first = list(islice(_rows(path, candidate), SAMPLE_ROWS + 30))
        if any(sum(map(bool, row)) > 1 for row in first):
            break
    else:
        raise DataError(f"{name} is empty.", expected="a header and rows")
    place = find_header_row(first)
    columns = name_columns(first[place])
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    others = [other for other in sheets if other != candidate]
    remarks = (f"Sheet {candidate}; others left aside: {', '.join(others)} (--sheet says which).",) if others else ()
    sample = tuple(tuple(row) for row in first[place + 1 :])
    return Source(
        path, name, columns, sample, digest, partial(_batches, path, candidate, columns, place), remarks=remarks
    )


def _sheets(path: Path, name: str) -> list[str]:
    from openpyxl import load_workbook

    with (
        explain_damage(f"{name} is no workbook.", expected="XLSX"),
        path.open("rb") as stream,
    ):  # openpyxl refuses names
        return [sheet.title for sheet in load_workbook(stream, read_only=True, data_only=True).worksheets]


def _rows(path: Path, sheet: str) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    with path.open("rb") as stream:
        for row in load_workbook(stream, read_only=True, data_only=True)[sheet].iter_rows(values_only=True):
            yield [_cell(value) for value in row]


def _cell(value: object) -> str:
    """A cell as text: a whole number without ``.0``, a day as YYYY-MM-DD.

    >>> _cell(2020.0), _cell(None), _cell(0.5)
    ('2020', '', '0.5')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).removesuffix(" 00:00:00").strip()


def _batches(path: Path, sheet: str, columns: tuple[str, ...], header: int) -> Iterator[Batch]:
    rows: list[tuple[int, list[str]]] = []
    for line, row in enumerate(_rows(path, sheet), 1):
        if line > header + 1 and any(row):
            rows.append((line, row))
        if len(rows) == ROWS_AT_ONCE:
            yield _batch(rows, columns)
            rows = []
    if rows:
        yield _batch(rows, columns)


def _batch(rows: list[tuple[int, list[str]]], columns: tuple[str, ...]) -> Batch:
    width = len(columns)
    cells = [(row + [""] * width)[:width] for _, row in rows]
    table = pa.table({name: pa.array([row[n] for row in cells], pa.string()) for n, name in enumerate(columns)})
    return Batch(table, np.array([line for line, _ in rows], dtype=np.int64))
