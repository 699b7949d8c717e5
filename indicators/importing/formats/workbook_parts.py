"""The parts of a workbook that its reader needs beside the values: names of sheets, extents, merged cells, formats.

The reader of the values is fast, but keeps empty cells in memory and knows no number formats. So the text of a sheet is
scanned first: how far its cells reach, and which of them are shown otherwise than they are stored.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import IO, Final, NamedTuple
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt
from lxml import etree

from indicators.errors import DataError
from indicators.importing import file_messages
from indicators.importing.formats.shared_strings import (
    RAISED,
    count_shared_texts,
    measure_shared_texts,
    read_raised,
    read_raised_texts,
)
from indicators.importing.formats.typed_cells import write_date, write_number
from indicators.importing.limits import check_memory, check_unpacked

_CHUNK: Final = 4 << 20
_OVERLAP: Final = 200
_MOST_LISTED: Final = 32 << 20  # bytes of the parts that name sheets and formats
_BYTES_OF_CELL: Final = 60
_BYTES_OF_PLACE: Final = 32
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_COLUMN: Final = re.compile(rb"""\br\s*=\s*["']\s*\$?([A-Za-z]{1,8})\$?\d""")
_ROW: Final = re.compile(rb"""\br\s*=\s*["']\s*\$?[A-Za-z]{0,8}\$?(\d{1,12})""")
_PLAIN: Final = b'<c r="'
_LONGEST_REFERENCE: Final = 16
_ROW_NUMBER: Final = re.compile(rb"""<row\b[^>]*?\br\s*=\s*["']\s*(\d{1,12})[^>]*+(?<!/)>(?!</row>)""")  # with cells
_UNUSUAL: Final = {b"\t": b"<c\t", b"\n": b"<c\n", b"\r": b"<c\r", b":": b":c", b": ": b":row"}
"""Other ways to write cells and rows, each with what it contains and a text seldom does."""
_HIDDEN: Final = re.compile(rb"<(?:\w+:)?(?:c|row)\s[^>]*&|<!ENTITY|\0")
_CELL: Final = rb"""<(?:\w+:)?c\s(?=[^>]*\b%s=["'](?:%s)["'])([^>]*)>"""
_ERROR: Final = re.compile(
    _CELL % (b"t", b"e") + rb"(?:(?!</?(?:\w+:)?c\b).){0,4000}?<(?:\w+:)?v>([^<]{1,20})<", re.DOTALL
)
_SHARED: Final = re.compile(_CELL % (b"t", b"s") + rb"\s*<(?:\w+:)?v>(\d{1,9})<")
_INLINE: Final = re.compile(_CELL % (b"t", b"inlineStr") + rb"\s*<is>")
_REFERENCE: Final = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_STYLE: Final = re.compile(rb"""\bs\s*=\s*["'](\d{1,6})["']""")
_RELATIONS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class WorkbookParts(NamedTuple):
    """The sheets of a workbook, its number formats, and its texts.

    Attributes:
        paths: The part of each sheet, by its name.
        formats: The number format of each style.
        text_sizes: The bytes of each text, if some are long.
        raised: The texts with raised digits, by their numbers.
    """

    paths: dict[str, str]
    formats: list[str]
    text_sizes: npt.NDArray[np.int64]
    raised: dict[int, str]


@dataclass(slots=True)
class ShownCells:
    """What the text of a sheet says about its cells, beside their values.

    Attributes:
        merged: The merged ranges: top, bottom, left, right, from 1.
        texts: Errors, such as ``#DIV/0!``, and texts with raised digits, by row and column from 1.
    """

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    _places: dict[int, tuple[array[int], array[int]]] = field(default_factory=dict)

    def add(self, column: int, row: int, style: int) -> None:
        """Note a cell whose format shows it otherwise than it is stored."""
        rows, styles = self._places.setdefault(column, (array("q"), array("q")))
        rows.append(row)
        styles.append(style)

    def list_styles(self, first: int, last: int) -> Iterator[tuple[int, dict[int, int]]]:
        """Yield each column with such cells, with their styles by row, between two rows."""
        for column, (rows, styles) in self._places.items():
            begin, end = np.searchsorted(np.frombuffer(rows, np.int64), [first, last + 1])
            if begin < end:
                yield column, dict(zip(rows[begin:end], styles[begin:end], strict=True))


def read_workbook_parts(archive: ZipFile, name: str) -> WorkbookParts:
    """Read the names of sheets and the number formats.

    Args:
        archive: The workbook.
        name: Its name in messages.

    Raises:
        DataError: It unpacks to far more than a workbook does.
    """
    entries = archive.infolist()
    packed = sum(entry.compress_size for entry in entries)
    check_unpacked(sum(entry.file_size for entry in entries), packed, name)
    targets = {
        one.get("Id"): normpath(join("xl", one.get("Target") or "")) if not (one.get("Target") or "").startswith("/")
        else (one.get("Target") or "")[1:]
        for one in _parse(archive, "xl/_rels/workbook.xml.rels", name).iter("{*}Relationship")
    }  # fmt: skip
    sheets = _parse(archive, "xl/workbook.xml", name).iter("{*}sheet")
    paths = {one.get("name") or "": targets.get(one.get(_RELATIONS) or one.get(_STRICT), "") for one in sheets}
    return WorkbookParts(
        paths, _read_formats(archive, name), measure_shared_texts(archive, name), read_raised_texts(archive)
    )


def _parse(archive: ZipFile, part: str, name: str) -> etree._Element:
    if archive.getinfo(part).file_size > _MOST_LISTED:
        raise DataError(
            file_messages.DAMAGED_WORKBOOK.format(file=name), found=part, expected=file_messages.SMALLER_PART
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(part), parser)


def _read_formats(archive: ZipFile, name: str) -> list[str]:
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    if "xl/styles.xml" not in archive.namelist():
        return []
    styles = _parse(archive, "xl/styles.xml", name)
    own = {one.get("numFmtId"): one.get("formatCode") or "" for one in styles.iter("{*}numFmt")}
    builtin = {str(id): code for id, code in BUILTIN_FORMATS.items()}
    known = builtin | {id: code for id, code in own.items() if id}
    cells = styles.find("{*}cellXfs")
    return [known.get(one.get("numFmtId") or "", "") for one in (cells if cells is not None else ())]


def scan_sheet(archive: ZipFile, part: str, parts: WorkbookParts, name: str) -> ShownCells:
    """Scan a sheet before its values are read.

    Args:
        archive: The workbook.
        part: The part with the sheet.
        parts: The parts of the workbook.
        name: The name of the file in messages.

    Raises:
        DataError: Its cells would fill the memory, or are written so that they can't be counted.
    """
    shown, cells, extent, letters = ShownCells(), 0, (0, 0), 0
    codes = {code for code in set(parts.formats) if _is_special(code)}
    special = [b"%d" % style for style, code in enumerate(parts.formats) if code in codes]
    pattern = re.compile(_CELL % (b"s", b"|".join(special))) if special else None
    with archive.open(part) as stream:
        for text in _read_pieces(stream):
            may_hide = b"&" in text or b"<!ENTITY" in text or b"\0" in text
            if (may_hide and _HIDDEN.search(text)) or (not cells and text[:2] in (b"\xff\xfe", b"\xfe\xff")):
                raise DataError(file_messages.DAMAGED_WORKBOOK.format(file=name), expected=file_messages.PLAIN_CELLS)
            count = text.count(b"<c ") + (text.count(b":c ") if b":" in text else 0)
            cells += count
            width, height = extent = tuple(np.maximum(extent, _find_extent(text, count)).tolist())
            letters += count_shared_texts(text, parts.text_sizes)
            check_memory(cells * _BYTES_OF_CELL + width * height * _BYTES_OF_PLACE + letters, name)
            for match in pattern.finditer(text) if pattern else ():
                _note_style(shown, match[1])
            _note_texts(shown, text, parts.raised)
            for left, top, right, bottom in _MERGED.findall(text) if b"mergeCell " in text else ():
                shown.merged.append((int(top), int(bottom), _number_column(left), _number_column(right)))
    return shown


def _find_extent(text: bytes, cells: int) -> tuple[int, int]:
    """Return the last column and row of the cells in a text; quickly where all are written in the usual way.

    >>> _find_extent(b'<row r="7"><c r="B7"/><c r="AA3" s="1"/>', 2), _find_extent(b'<c s="1" r="B7"/>', 1)
    ((27, 7), (2, 7))
    """
    if cells == text.count(_PLAIN) and not any(rare in text and mark in text for rare, mark in _UNUSUAL.items()):
        columns, rows = _read_references(text)
        if columns.all() and rows.all():
            numbers = (*map(int, _ROW_NUMBER.findall(text)), 0)
            return int(columns.max(initial=0)), max(int(rows.max(initial=0)), *numbers)
    return max(map(_number_column, set(_COLUMN.findall(text))), default=0), max(map(int, _ROW.findall(text)), default=0)


def _read_references(text: bytes) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Read the columns and rows of cells in the usual way; 0 where one is written otherwise."""
    found = np.frombuffer(text + bytes(_LONGEST_REFERENCE), np.uint8)
    ends = len(text) - len(_PLAIN) + 1
    at = np.flatnonzero(np.all([found[n : n + ends] == _PLAIN[n] for n in (0, 1, 3, 5)], axis=0)) + len(_PLAIN)
    columns, rows, is_open = np.zeros(len(at), np.int64), np.zeros(len(at), np.int64), np.ones(len(at), dtype=bool)
    for place in range(_LONGEST_REFERENCE - len(_PLAIN) + 1):
        read = found[at + place].astype(np.int64)
        is_digit = (read >= ord("0")) & (read <= ord("9"))
        is_letter = (read >= ord("A")) & (read <= ord("Z"))
        is_open &= is_digit | (is_letter & (rows == 0))
        columns = np.where(is_open & is_letter, 26 * columns + read - ord("A") + 1, columns)
        rows = np.where(is_open & is_digit, 10 * rows + read - ord("0"), rows)
    return columns, np.where(is_open, 0, rows)  # one that doesn't end is none


def _note_texts(shown: ShownCells, text: bytes, raised: dict[int, str]) -> None:
    """Note the errors and the texts with raised digits in a piece of a sheet."""
    has_errors = b'"e"' in text or (b"'" in text and b"'e'" in text)
    found = [(match[1], match[2].decode("ascii", "replace")) for match in _ERROR.finditer(text) if has_errors]
    numbered = ((match[1], int(match[2])) for match in _SHARED.finditer(text) if raised)
    found += [(cell, raised[number]) for cell, number in numbered if number in raised]
    for match in _INLINE.finditer(text) if RAISED in text else ():
        item = text[match.end() : text.find(b"</is>", match.end())]
        found += [(match[1], read_raised(b"<si>" + item))] if RAISED in item else []
    for cell, shown_text in found:
        if shown_text and (reference := _REFERENCE.search(cell)):
            shown.texts[int(reference[2]), _number_column(reference[1])] = shown_text


def _note_style(shown: ShownCells, attributes: bytes) -> None:
    reference, style = _REFERENCE.search(attributes), _STYLE.search(attributes)
    if reference and style:
        shown.add(_number_column(reference[1]), int(reference[2]), int(style[1]))


def _number_column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return number


def _is_special(code: str) -> bool:
    """Return whether a format shows numbers or dates otherwise than they are stored."""
    from datetime import date

    return write_number(1.5, code) != "1.5" or write_date(date(2019, 12, 31), code) != "2019-12-31"


def _read_pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the text of a sheet in pieces that end between two cells."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        text = rest + chunk
        end = max(text.rfind(b"<c "), text.rfind(b":c "), text.rfind(b"<row"), text.rfind(b"<mergeCell "))
        end = text.rfind(b"<", 0, end + 1) if end > 0 else len(text) - _OVERLAP
        end = end if end > 0 and len(text) - end < _CHUNK else len(text)
        rest, text = text[end:], text[:end]
        yield text
    yield rest
