"""XLS workbooks of Excel 97–2003."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from indicators.errors import DataError
from indicators.importing import file_messages
from indicators.importing.batches import FileOptions
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.formats.sheets import MergedCells, find_table, make_sheet_table, split_rows
from indicators.importing.formats.typed_cells import write_date, write_number

_MOST_BYTES: Final = 50 << 20


def read_old_workbook(path: Path, name: str, options: FileOptions) -> FileTable:
    """Read a sheet of an XLS workbook: the one in the options, or the first with a table.

    Raises:
        DataError: It has no such sheet, is empty, damaged or encrypted, or too large.
    """
    import xlrd

    if path.stat().st_size > _MOST_BYTES:
        raise DataError(
            file_messages.OLD_WORKBOOK_TOO_LARGE.format(file=name, size=_MOST_BYTES >> 20), hint=file_messages.AS_CSV
        )
    try:
        data = path.read_bytes()
        _check_chains(data, name)
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), formatting_info=True, on_demand=True)
    except xlrd.XLRDError as error:
        message = file_messages.DAMAGED_WORKBOOK.format(file=name)
        raise DataError(message, found=str(error), hint=file_messages.SAVE_AS_XLSX) from error

    def read(sheet: str) -> FileTable | None:
        rows = _read_rows(book, book.sheet_by_name(sheet))
        return make_sheet_table(split_rows(rows), name, header_lines=options.header)

    sheets = book.sheet_names()
    hidden = {sheet for sheet in sheets if book.sheet_by_name(sheet).visibility}
    return find_table(sheets, options.sheet, name, read, hidden)


def _check_chains(data: bytes, name: str) -> None:
    """Refuse a workbook whose chain of short sectors runs in a circle, which xlrd would follow for ever.

    A short stream is a list of sectors, each naming the next ([MS-CFB] 2.3); xlrd checks only those of long ones.

    Raises:
        DataError: A chain has more sectors than the file.
    """
    from xlrd.compdoc import SIGNATURE, CompDoc

    if not data.startswith(SIGNATURE):
        return
    document = CompDoc(data, logfile=io.StringIO())
    following = document.SSAT
    for stream in document.dirlist:
        sector, left = stream.first_SID, len(following)
        while stream.tot_size < document.min_size_std_stream and 0 <= sector < len(following):
            left -= 1
            if left < 0:
                message = file_messages.DAMAGED_WORKBOOK.format(file=name)
                raise DataError(message, found=file_messages.SECTORS_IN_A_CIRCLE, hint=file_messages.SAVE_AS_XLSX)
            sector = following[sector]


def _read_rows(book: Any, sheet: Any) -> Iterator[tuple[int, list[str]]]:
    merged = MergedCells((top + 1, bottom, left + 1, right) for top, bottom, left, right in sheet.merged_cells)
    codes = [getattr(book.format_map.get(one.format_key), "format_str", "") for one in book.xf_list]
    for number in range(sheet.nrows):
        row = [_write_cell(book, cell, codes[cell.xf_index or 0]) for cell in sheet.row(number)]
        yield number + 1, merged.fill(number + 1, row)


def _write_cell(book: Any, cell: Any, code: str) -> str:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return write_number(cell.value, "" if code == "General" else code)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return write_date(xlrd.xldate_as_datetime(cell.value, book.datemode), code)
        except (xlrd.XLDateError, OverflowError):
            return write_number(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, ""))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return str(bool(cell.value))
    return str(cell.value).strip()
