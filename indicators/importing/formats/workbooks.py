"""XLSX workbooks, whose values are read with calamine after a scan of their parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from indicators.errors import DataError
from indicators.importing import messages
from indicators.importing.batches import FileOptions
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.formats.sheets import MergedCells, make_sheet_table, tell_other_sheets
from indicators.importing.formats.typed_cells import write_date, write_number
from indicators.importing.formats.workbook_parts import ShownCells, read_workbook_parts, scan_sheet

__all__ = ["choose_sheets", "read_workbook"]

_ROWS: Final = 10_000


def read_workbook(path: Path, name: str, options: FileOptions) -> FileTable:
    """Read a sheet of an XLSX workbook: the one in the options, or the first with a table.

    Raises:
        DataError: It has no such sheet, is empty, or would fill the memory.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with ZipFile(path) as archive, path.open("rb") as stream, _explain_panic(name):
        parts = read_workbook_parts(archive, name)
        book = CalamineWorkbook.from_filelike(stream)
        found = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        sheets = [one.name for one in sorted(found, key=lambda one: one.visible != SheetVisibleEnum.Visible)]
        seen: set[str] = set()
        for sheet in choose_sheets(sheets, options.sheet, name):
            if parts.paths[sheet] in seen:  # a part that has many names
                continue
            seen.add(parts.paths[sheet])
            shown = scan_sheet(archive, parts.paths[sheet], parts, name)
            rows = _read_rows(book.get_sheet_by_name(sheet), shown, parts.formats)
            table = make_sheet_table(rows, name, tell_other_sheets(sheet, sheets), header_lines=options.header)
            if table is not None:
                return table
    raise DataError(messages.EMPTY_FILE.format(file=name), expected=messages.EXPECTED_HEADER)


@contextmanager
def _explain_panic(name: str) -> Iterator[None]:
    """Turn what calamine raises for a damaged workbook into an error; a panic of its Rust code is no `Exception`."""
    from python_calamine import CalamineError

    message = messages.DAMAGED_WORKBOOK.format(file=name)
    try:
        yield
    except CalamineError as error:
        raise DataError(message, found=str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise DataError(message) from error


def choose_sheets(sheets: list[str], wanted: str, name: str) -> list[str]:
    """Return the sheets in which a table is looked for: all, or the one that is wanted.

    Raises:
        DataError: There is no such sheet.
    """
    if wanted and wanted not in sheets:
        expected = messages.ONE_OF.format(names=", ".join(sheets))
        raise DataError(messages.NO_SHEET.format(file=name, sheet=wanted), expected=expected)
    return [wanted] if wanted else sheets


def _read_rows(sheet: Any, shown: ShownCells, formats: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Read the rows as texts, each with its number."""
    if sheet.start is None:
        return
    merged, number, left = MergedCells(shown.merged), 1, sheet.start[1]
    rows = iter(sheet.iter_rows())  # from the first row of the sheet, but from the first column that has a cell
    while part := list(islice(rows, _ROWS)):
        styles = dict(shown.list_styles(number, number + len(part) - 1))
        for place, values in enumerate(part):
            row = [value.strip() if type(value) is str else _write_plainly(value) for value in values]
            for column, by_row in styles.items():
                style = by_row.get(number + place)
                if style is not None and 0 <= column - 1 - left < len(row):
                    row[column - 1 - left] = _write_as_shown(values[column - 1 - left], formats[style])
            part[place] = [""] * left + row if left else row
        _add_errors(part, number, shown)
        for row in part:
            yield number, merged.fill(number, row)
            number += 1


def _add_errors(rows: list[list[str]], first: int, shown: ShownCells) -> None:
    for (number, column), error in shown.errors.items() if shown.errors else ():
        if first <= number < first + len(rows) and column <= len(rows[number - first]):
            rows[number - first][column - 1] = error


def _write_plainly(value: Any) -> str:
    return write_number(value) if type(value) is float or type(value) is int else _write_other(value, "")


def _write_as_shown(value: Any, code: str) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return write_number(value, code)
    return _write_other(value, code)


def _write_other(value: Any, code: str) -> str:
    return write_date(value, code) if isinstance(value, date) else str(value).strip()
