"""PX files (PC-Axis), the format of the Nordic and many other statistical offices.

Keywords with values end in semicolons; the last one, ``DATA``, has the cells, whose order is that of the variables of
``STUB`` and ``HEADING``.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import partial
from itertools import count
from math import prod
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from indicators.errors import DataError
from indicators.importing import file_messages, messages
from indicators.importing.batches import ROWS_AT_ONCE, Batch, FileOptions, clean_text
from indicators.importing.decisions import Decision
from indicators.importing.formats.cubes import CubeDimension, add_unit, name_dimensions
from indicators.importing.formats.file_tables import FileTable, batch_coded
from indicators.importing.limits import check_letters

_LONGEST_HEAD: Final = 8 << 20
_CHUNK: Final = 1 << 20
_START: Final = re.compile(rb"\s*(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|MATRIX|SUBJECT-AREA|CREATION-DATE)\s*=\s*\"")
_STATEMENT: Final = re.compile(
    r'\s*(?P<key>[A-Z][A-Z0-9-]*)(?:\[(?P<language>[\w-]+)\])?(?:\((?P<of>(?:"[^"]*"|[^")])*+)\))?\s*='
    r'(?P<value>(?:"[^"]*"|[^";]++)*+);'
)
_DATA: Final = re.compile(r"\s*DATA\s*=")
_TEXT: Final = re.compile(r'((?:"[^"]*"\s*)+)|([^",\s]+)')
_CELL: Final = re.compile(r'"([^"]*)"|([^\s";,]+)')
_DOTS: Final = re.compile(r"\.+|-")


class _Head(NamedTuple):
    """The keywords of a file, with what they are about, and where its cells begin."""

    keywords: dict[tuple[str, str], list[str]]
    encoding: str
    start: int

    def get(self, key: str, of: str = "") -> list[str]:
        return self.keywords.get((key, of), [])

    def text(self, key: str, of: str = "") -> str:
        return clean_text(" ".join(self.get(key, of)))


def is_px(start: bytes) -> bool:
    """Return whether a file begins like a PX file.

    >>> is_px(b'CHARSET="ANSI";'), is_px(b"Country,Year")
    (True, False)
    """
    return _START.match(start.removeprefix(codecs.BOM_UTF8)) is not None


def read_px(path: Path, name: str, options: FileOptions) -> FileTable:
    """Read a PX file.

    Raises:
        DataError: It is damaged, or has parts that are not read.
    """
    head = _read_head(path, name, options.encoding)
    dimensions = [_read_variable(head, one) for one in (*head.get("STUB"), *head.get("HEADING"))]
    if not dimensions or not all(one.codes for one in dimensions):
        raise DataError(file_messages.CONTRADICTS_ITSELF.format(file=name), expected=file_messages.PX_VARIABLES)
    encoding = Decision(messages.ENCODING, head.encoding, file_messages.BY_CODEPAGE, messages.ENCODING_OPTION)
    columns = [column.name for one in dimensions for column in name_dimensions(one, np.zeros(0, np.int32))]
    keys = [_number_keys(head, one) for one in head.get("STUB") if head.get("KEYS", one)]
    if len(keys) not in (0, len(head.get("STUB"))):
        raise DataError(file_messages.CONTRADICTS_ITSELF.format(file=name), expected=file_messages.PX_VARIABLES)
    read = partial(_read_keyed, keys=keys) if keys else _read_cells
    return FileTable(
        (*columns, "OBS_VALUE"), read(path, name, head, dimensions), decisions=(encoding,),
        title=head.text("TITLE") or head.text("CONTENTS"), above=tuple(filter(None, [head.text("UNITS")])),
    )  # fmt: skip


def _read_head(path: Path, name: str, encoding: str) -> _Head:
    with path.open("rb") as stream:
        start = stream.read(_LONGEST_HEAD)
    declared = re.search(rb'CODEPAGE\s*=\s*"([\w-]+)"', start)
    encoding = encoding or (declared[1].decode() if declared else "") or _guess_encoding(start)
    try:
        text = codecs.getincrementaldecoder(encoding)("strict").decode(start)
    except (LookupError, UnicodeDecodeError) as error:
        message = file_messages.OTHER_ENCODING.format(file=name, encoding=encoding)
        raise DataError(message, found=str(error), hint=file_messages.GIVE_ENCODING) from error
    keywords: dict[tuple[str, str], list[str]] = {}
    place = 1 if text.startswith("\ufeff") else 0
    while not (data := _DATA.match(text, place)):
        found = _STATEMENT.match(text, place)
        if found is None:
            line = text.count("\n", 0, place) + 1
            message = file_messages.DAMAGED_PX.format(file=name)
            raise DataError(message, found=file_messages.LINE.format(line=line), expected=file_messages.PX_KEYWORDS)
        if not found["language"]:
            of = ", ".join(_split_texts(found["of"] or ""))
            keywords[found["key"], of] = _split_texts(found["value"])
        place = found.end()
    return _Head(keywords, encoding, len(text[: data.end()].encode(encoding)))


def _guess_encoding(start: bytes) -> str:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(start)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _split_texts(value: str) -> list[str]:
    r"""Split the value of a keyword; a long text goes on in quotes on the next line.

    >>> _split_texts('"Norway","Swe"\n"den", YES'), _split_texts('TLIST(A1,"2019"-"2021")')
    (['Norway', 'Sweden', 'YES'], ['2019', '2020', '2021'])
    """
    value = re.sub(r"TLIST\s*\(\s*\w+\s*,\s*\"(\d{4})\"\s*-\s*\"(\d{4})\"\s*\)", _list_years, value)
    value = re.sub(r"TLIST\s*\(\s*\w+\s*\)\s*,?", "", value)
    return [re.sub(r'"\s*"|"', "", quoted.strip()) if quoted else bare for quoted, bare in _TEXT.findall(value)]


def _list_years(found: re.Match[str]) -> str:
    years = range(int(found[1]), min(int(found[2]), int(found[1]) + 1000) + 1)
    return ",".join(f'"{year}"' for year in years)


def _read_variable(head: _Head, name: str) -> CubeDimension:
    labels = head.get("VALUES", name) or head.get("TIMEVAL", name)
    codes = head.get("CODES", name)
    is_time = bool(head.get("TIMEVAL", name)) or head.text("VARIABLE-TYPE", name).casefold() == "time"
    is_measure = head.text("CONTVARIABLE") == name
    role = "time" if is_time else "measure" if is_measure else ""
    clean = [clean_text(label) for label in labels or codes]
    if is_measure:
        clean = [add_unit(text, head.text("UNITS", label)) for text, label in zip(clean, labels or codes, strict=True)]
    if len(codes) != len(clean) or codes == clean:
        return CubeDimension(clean_text(name), clean, [], role)
    return CubeDimension(clean_text(name), codes, clean, role, f"{clean_text(name)} code")


def _read_cells(path: Path, name: str, head: _Head, dimensions: list[CubeDimension]) -> Iterator[Batch]:
    sizes = [len(one.codes) for one in dimensions]
    wanted, done = prod(sizes), 0
    for cells in _split_cells(path, head):
        if done + len(cells) > wanted:
            break
        places = np.unravel_index(np.arange(done, done + len(cells)), sizes)
        columns = [
            column for one, place in zip(dimensions, places, strict=True) for column in name_dimensions(one, place)
        ]
        for batch in batch_coded(columns, "OBS_VALUE", cells, len(columns)):
            yield Batch(batch.table, batch.lines + done, done=(done + len(cells)) / wanted, typed=batch.typed)
        done += len(cells)
    if done != wanted:
        message = file_messages.CONTRADICTS_ITSELF.format(file=name)
        raise DataError(message, found=f"{done:,}", expected=messages.CELLS_OF_HEADER.format(count=f"{wanted:,}"))


def _number_keys(head: _Head, variable: str) -> dict[str, int]:
    """The places of what the rows of a table with keys write for a variable: its values, or their codes."""
    written = head.get("CODES", variable) if "CODES" in head.get("KEYS", variable) else []
    return dict(zip(written or head.get("VALUES", variable), count(), strict=False))


def _read_keyed(
    path: Path, name: str, head: _Head, dimensions: list[CubeDimension], keys: list[dict[str, int]]
) -> Iterator[Batch]:
    """Read the rows of a table that leaves out empty ones: each begins with its values, or codes, of the stub."""
    sizes = [len(one.codes) for one in dimensions]
    width, done = prod(sizes[len(keys) :]), 0
    for cells in _split_cells(path, head, at_once=len(keys) + width):
        rows = [cells[start : start + len(keys) + width] for start in range(0, len(cells), len(keys) + width)]
        places = [[known.get(text, -1) for known, text in zip(keys, row, strict=False)] for row in rows]
        if len(rows[-1]) < len(keys) + width or any(-1 in one for one in places):
            message = file_messages.CONTRADICTS_ITSELF.format(file=name)
            raise DataError(message, found=", ".join(rows[-1][: len(keys)]), expected=file_messages.PX_VARIABLES)
        first = np.repeat(np.ravel_multi_index(np.transpose(places), sizes[: len(keys)]), width) * width
        every = np.unravel_index(first + np.tile(np.arange(width), len(rows)), sizes)
        columns = [
            column for one, place in zip(dimensions, every, strict=True) for column in name_dimensions(one, place)
        ]
        values = [cell for row in rows for cell in row[len(keys) :]]
        for batch in batch_coded(columns, "OBS_VALUE", values, len(columns)):
            yield Batch(batch.table, batch.lines + done, typed=batch.typed)
        done += len(values)


def _split_cells(path: Path, head: _Head, at_once: int = 1) -> Iterator[list[str]]:
    """Yield the cells in parts of whole rows; dots and a dash stand for missing figures."""
    cells: list[str] = []
    with path.open("rb") as stream:
        stream.seek(head.start)
        decoder, rest = codecs.getincrementaldecoder(head.encoding)("replace"), ""
        for chunk in iter(partial(stream.read, _CHUNK), b""):
            text = rest + decoder.decode(chunk)
            end = max(text.rfind(mark) for mark in " \n\r\t;") + 1
            rest, text = text[end:], text[:end]
            check_letters([rest])
            for quoted, bare in _CELL.findall(text):
                cells.append("" if _DOTS.fullmatch(quoted or bare) else quoted or bare)
            if len(cells) >= ROWS_AT_ONCE:
                whole = len(cells) - len(cells) % at_once
                yield cells[:whole]
                cells = cells[whole:]
    cells += [quoted or bare for quoted, bare in _CELL.findall(rest)]
    if cells:
        yield cells
