"""ODS sheets of LibreOffice and others (OpenDocument), read element by element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import IO, Any, Final
from zipfile import ZipFile

from lxml import etree

from indicators.errors import DataError
from indicators.importing import file_messages
from indicators.importing.batches import FileOptions
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.formats.sheets import MergedCells, find_table, make_sheet_table, split_rows, write_merged
from indicators.importing.formats.typed_cells import write_date, write_number
from indicators.importing.limits import MOST_COLUMNS, check_cells, check_unpacked

_CONTENT: Final = "content.xml"
_CHUNK: Final = 1 << 20
_END_OF_ROW: Final = b"</table:table-row>"
_MOST_WAITING: Final = 500_000  # elements that are in memory until a row ends
_OVERLAP: Final = 1_000
_SHEET: Final = re.compile(rb"<table:table\s([^>]*)>")
_ATTRIBUTE: Final = re.compile(rb'table:([a-z-]+)="([^"]*)"')
_HIDDEN: Final = re.compile(rb'style:name="([^"]*)"[^>]*>\s*<style:table-properties\s[^>]*table:display="false"')
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def read_open_document(path: Path, name: str, options: FileOptions) -> FileTable:
    """Read a sheet of an ODS file: the one in the options, or the first with a table.

    Raises:
        DataError: It has no such sheet, is empty, or is damaged.
    """
    with ZipFile(path) as archive:
        size = archive.getinfo(_CONTENT)
        check_unpacked(size.file_size, size.compress_size, name)
        with archive.open(_CONTENT) as stream:
            sheets = dict(_list_sheets(stream, name))

    def read(sheet: str) -> FileTable | None:
        return make_sheet_table(split_rows(_read_rows(path, sheet, name)), name, header_lines=options.header)

    hidden = [sheet for sheet, is_hidden in sheets.items() if is_hidden]
    return find_table([*sheets], options.sheet, name, read, hidden)


def _list_sheets(stream: IO[bytes], name: str) -> Iterator[tuple[str, bool]]:
    """Yield the names of sheets, which may be repeated, and whether each is hidden.

    Raises:
        DataError: Between the ends of two rows there are so many elements that they would fill the memory.
    """
    end, waiting, hidden = b"", 0, set[str]()
    while chunk := stream.read(_CHUNK):
        hidden |= {style.decode() for style in _HIDDEN.findall(end + chunk)}
        for found in _SHEET.findall(end + chunk):
            told = {key.decode(): unescape(text.decode()) for key, text in _ATTRIBUTE.findall(found)}
            yield told.get("name", ""), told.get("style-name") in hidden
        end = chunk[-_OVERLAP:]
        first, *others = chunk.split(_END_OF_ROW)
        counts = [waiting + first.count(b"<"), *(part.count(b"<") for part in others)]
        waiting = counts[-1]
        if max(counts) > _MOST_WAITING:
            raise DataError(file_messages.TOO_WIDE.format(file=name))


def _read_rows(path: Path, sheet: str, name: str) -> Iterator[tuple[int, list[str]]]:
    with ZipFile(path) as archive, archive.open(_CONTENT) as stream:
        elements = etree.iterparse(
            stream, events=("start", "end"), tag=(f"{_TABLE}table", f"{_TABLE}table-row"), resolve_entities=False,
            no_network=True, load_dtd=False,
        )  # fmt: skip
        reader, inside = _RowReader(name), False
        for event, element in elements:
            if element.tag == f"{_TABLE}table":
                if inside and event == "end":
                    return
                inside = inside or (event == "start" and element.get(f"{_TABLE}name") == sheet)
            elif event == "end":
                if inside:
                    yield from reader.read(element)
                _forget(element)


def _forget(element: Any) -> None:
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


class _RowReader:
    def __init__(self, name: str) -> None:
        self._name, self._number, self._cells, self._merged = name, 0, 0, MergedCells()

    def read(self, element: Any) -> Iterator[tuple[int, list[str]]]:
        """Yield a row, as often as it is repeated; empty rows are only counted."""
        times = _count(element, "number-rows-repeated")
        row, spans = self._read_cells(element)
        if any(row):
            self._cells += len(row) * times
            check_cells(self._cells, self._name)
            for number in range(self._number + 1, self._number + times + 1):
                yield number, self._merged.fill(number, list(row))
        for rows, left, right, text in spans:
            if rows > 1:
                self._merged.add(self._number + rows, left, right, text)
        self._number += times

    def _read_cells(self, element: Any) -> tuple[list[str], list[tuple[int, int, int, str]]]:
        """Read the cells of a row, without the empty ones at its end, and the areas that they span."""
        row: list[str] = []
        spans, blank = [], 0
        for cell in element:
            if cell.tag not in _CELLS:
                continue
            times, text = _count(cell, "number-columns-repeated"), _read_text(cell)
            wide, high = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
            if text or wide > 1 or high > 1:
                row += [""] * min(blank, MOST_COLUMNS)
                blank = 0
                left = len(row) + 1
                row += [text] * min(times, MOST_COLUMNS)
                if wide > 1 or high > 1:
                    spans.append((high, left, left + wide - 1, write_merged(text, wide, high)))
            else:
                blank += times
            if len(row) > MOST_COLUMNS:
                break
        for _, left, right, text in ((high, left, min(right, MOST_COLUMNS), text) for high, left, right, text in spans):
            row += [""] * (right - len(row))
            row[left - 1 : right] = [text] * (right - left + 1)
        return row, spans


def _count(element: Any, attribute: str) -> int:
    text = element.get(_TABLE + attribute) or "1"
    return int(text) if text.isdecimal() else 1


def _read_text(cell: Any) -> str:
    """Read a cell as it is shown: a percentage with its sign, other numbers without rounding."""
    kind, value = cell.get(f"{_OFFICE}value-type"), cell.get(f"{_OFFICE}value")
    if value is not None and kind in ("float", "percentage", "currency"):
        return write_number(float(value), "0%" if kind == "percentage" else "")
    if kind == "date":
        return _read_date(cell.get(f"{_OFFICE}date-value") or "", _read_shown(cell))
    return _read_shown(cell)


def _read_date(value: str, shown: str) -> str:
    """Read a date: as a year or a month if no more of it is shown."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return shown
    if re.fullmatch(r"\d{4}", shown):
        return write_date(found, "yyyy")
    numbers = re.findall(r"\d+", shown)
    has_no_day = len(numbers) < 2 and shown and not shown.isdecimal() and found.day == 1
    return write_date(found, "yyyy-mm" if has_no_day else "")


def _read_shown(cell: Any) -> str:
    shown = "\n".join("".join(part.itertext()) for part in cell.iterchildren(f"{_TEXT}p"))
    return (shown or cell.get(f"{_OFFICE}string-value") or "").strip()
