"""XLSX workbooks, whose values are read with calamine after a scan of their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import DataError
from indicators.importing import file_messages
from indicators.importing.batches import FileOptions
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.formats.sheets import MergedCells, SheetPart, find_table, list_part_sizes, make_sheet_table
from indicators.importing.formats.typed_cells import TypedNumber, write_date, write_number, write_numbers
from indicators.importing.formats.workbook_parts import ShownCells, read_workbook_parts, scan_sheet
from indicators.importing.limits import check_width


def read_workbook(path: Path, name: str, options: FileOptions) -> FileTable:
    """Read a sheet of an XLSX workbook: the one in the options, or the first with a table.

    Raises:
        DataError: It has no such sheet, is empty, too wide, or would fill the memory.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with ZipFile(path) as archive, path.open("rb") as stream, _explain_panic(name):
        parts = read_workbook_parts(archive, name)
        book = CalamineWorkbook.from_filelike(stream)
        found = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        hidden = {one.name for one in found if one.visible != SheetVisibleEnum.Visible}
        sheets = sorted([one.name for one in found], key=lambda sheet: sheet not in hidden)
        sheets = list({parts.paths[sheet]: sheet for sheet in sheets}.values())  # of many names, one

        def read(sheet: str) -> FileTable | None:
            shown = scan_sheet(archive, parts.paths[sheet], parts, name)
            cells = book.get_sheet_by_name(sheet)
            check_width(cells.end[1] + 1 if cells.end else 0, name)
            return make_sheet_table(_read_parts(cells, shown, parts.formats), name, header_lines=options.header)

        return find_table(sheets, options.sheet, name, read, hidden)


@contextmanager
def _explain_panic(name: str) -> Iterator[None]:
    """Turn what calamine raises for a damaged workbook into an error; a panic of its Rust code is no `Exception`."""
    from python_calamine import CalamineError

    message = file_messages.DAMAGED_WORKBOOK.format(file=name)
    try:
        yield
    except CalamineError as error:
        raise DataError(message, found=str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise DataError(message) from error


def _read_parts(sheet: Any, shown: ShownCells, formats: list[str]) -> Iterator[SheetPart]:
    """Read the rows as texts, column by column."""
    if sheet.start is None:
        return
    merged, first, left = MergedCells(shown.merged), 1, sheet.start[1]
    rows = iter(sheet.iter_rows())  # from the first row of the sheet, but from the first column that has a cell
    for size in list_part_sizes():
        values = _take_columns(rows, size)
        if not values:
            return
        length = len(values[0])
        styles = dict(shown.list_styles(first, first + length - 1))
        cells = [(pa.repeat(pa.scalar(""), length), np.zeros(length, dtype=bool))] * left
        some = max(1, _CELLS // length)  # of the many columns of a wide sheet, each alone takes long
        for start in range(0, len(values), some):
            together = values[start : start + some]
            codes = {
                place * length + row - first: formats[style]
                for place in range(len(together))
                for row, style in styles.get(left + 1 + start + place, {}).items()
            }
            cells += _split_columns(*_write_cells(list(chain.from_iterable(together)), codes), length)
        texts, typed = zip(*cells, strict=True)
        part = SheetPart(np.arange(first, first + length, dtype=np.int64), list(texts), list(typed))
        first += length
        if shown.texts or merged.reach(first - 1):
            part = SheetPart.of_rows([(row, merged.fill(row, cells)) for row, cells in _add_texts(part, shown)])
        yield part


def _take_columns(rows: Iterator[list[Any]], size: int) -> list[list[Any]]:
    """Take some rows by column; a few at once, as Python looks through many lists again and again."""
    columns: list[list[Any]] = []
    for start in range(0, size, _ROWS):
        for place, cells in enumerate(zip(*islice(rows, min(_ROWS, size - start)), strict=True)):
            if start:
                columns[place].extend(cells)
            else:
                columns.append([*cells])
    return columns


def _add_texts(part: SheetPart, shown: ShownCells) -> list[tuple[int, list[str]]]:
    rows, first = part.list_rows(), int(part.lines[0])
    for (number, column), text in shown.texts.items():
        if first <= number < first + len(rows) and column <= len(part.texts):
            rows[number - first][1][column - 1] = text
    return rows


def _split_columns(
    texts: pa.Array, typed: npt.NDArray[np.bool_], length: int
) -> Iterator[tuple[pa.Array, npt.NDArray[np.bool_]]]:
    """Split columns that were written together."""
    return ((texts.slice(at, length), typed[at : at + length]) for at in range(0, len(texts), length))


def _write_cells(values: list[Any], codes: Mapping[int, str]) -> tuple[pa.Array, npt.NDArray[np.bool_]]:
    """Write cells as texts, some of which have a number format; return also which are numbers.

    >>> texts, typed = _write_cells([" a ", 2020.0, 0.5, date(2020, 1, 31), 0.018], {4: "0.0%"})
    >>> texts.to_pylist(), typed.tolist()
    (['a', '2020', '0.5', '2020-01-31', '1.8%'], [False, True, True, False, True])
    """
    plain = values
    for place, code in codes.items():
        plain[place] = _write_as_shown(plain[place], code)
    if not set(map(type, plain)) <= {str, float, int}:
        plain = [one if type(one) in _PLAIN else _write_other(one, "") for one in plain]
    is_number = np.array([type(one) in _NUMBERS for one in plain], dtype=bool)
    typed = np.array([type(one) is not str for one in plain], dtype=bool)
    texts = [one if type(one) not in _NUMBERS else "" for one in plain] if not is_number.all() else [""] * len(plain)
    numbers = write_numbers(np.array([one for one in plain if type(one) in _NUMBERS], dtype=np.float64))
    return pc.replace_with_mask(pc.utf8_trim_whitespace(pa.array(texts, pa.string())), is_number, numbers), typed


def _write_as_shown(value: Any, code: str) -> str:
    if type(value) is str:
        return value
    return write_number(value, code) if type(value) in _NUMBERS else _write_other(value, code)


def _write_other(value: Any, code: str) -> str:
    return write_date(value, code) if isinstance(value, date) else str(value).strip()


_ROWS: Final = 2_000
_CELLS: Final = 65_536
_NUMBERS: Final = frozenset((float, int))
_PLAIN: Final = _NUMBERS | {str, TypedNumber}
