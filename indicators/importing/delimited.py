"""CSV files: cells separated by commas, semicolons or tabs, in any encoding, read in blocks by Arrow.

Encoding, delimiter and header are detected, and the report names the encoding so that a wrong guess is noticed.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from indicators.errors import DataError
from indicators.files import read_embedded_catalogue
from indicators.importing import file_messages, messages
from indicators.importing.batches import SAMPLE_BYTES, SAMPLE_ROWS, Batch, FileOptions, Source, name_columns
from indicators.importing.column_contents import is_missing, is_number, read_heading_period
from indicators.importing.column_names import is_known_name
from indicators.importing.decisions import Decision
from indicators.importing.headers import find_header
from indicators.importing.limits import check_width
from indicators.language.month_names import parse_month
from indicators.language.unit_texts import read_unit_text

_BLOCK = 2 << 20  # four blocks are in memory at a time; 100 bytes of file become 500 bytes of cells
_DELIMITERS = "\t;,|"  # if several fit equally well, the one less often found within cells
_LINES_SCORED = 60
_READ_AS_IT_IS = ("utf-8", "utf8", "utf-8-sig")  # by pyarrow, which must not meet a byte that is not UTF-8
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def open_delimited(path: Path, name: str, options: FileOptions) -> Source:
    """Inspect a CSV file.

    Raises:
        DataError: It is not a table of text, or not in the given encoding.
        OSError: It can't be read.
    """
    digest, detected, flaw = _detect_encoding(path)
    encoding = options.encoding or detected
    if flaw and encoding.casefold().replace("_", "-") in _READ_AS_IT_IS:
        message = file_messages.OTHER_ENCODING.format(file=name, encoding=encoding)
        raise DataError(message, found=flaw, hint=file_messages.GIVE_ENCODING)
    text, is_whole = _read_start(path, name, encoding)
    if "\0" in text:
        raise DataError(file_messages.NOT_A_TABLE.format(file=name), expected=messages.READABLE_KINDS)
    whole = text if is_whole else text[: text.rfind("\n") + 1]
    delimiter = _detect_delimiter(whole)
    try:
        rows = list(csv.reader(io.StringIO(whole, newline=""), delimiter=delimiter))[: SAMPLE_ROWS + 30]
    except csv.Error as error:
        message = file_messages.NOT_A_TABLE.format(file=name)
        raise DataError(message, found=str(error), expected=messages.EXPECTED_CELLS) from error
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise DataError(file_messages.EMPTY_FILE.format(file=name), expected=messages.EXPECTED_HEADER)
    check_width(max(map(len, rows)), name)
    packed = _count_packed(rows, delimiter)
    rows = [_unpack(row) for row in rows] if packed > 1 else rows
    header = find_header(rows, options.header)
    columns = name_columns([*header.names])
    below = [row for row in rows[header.last + 1 :] if len(row) > 1]
    is_padded = len([row for row in below if len(row) < len(columns)]) * 2 > len(below) and _fit(below, columns)
    before = _count_lines(whole, delimiter, header.last) if header.last >= 0 else -1  # there is no header
    layout = _Layout(path, columns, packed, encoding, delimiter, before, is_padded)
    sample = tuple(tuple(row) for row in rows[header.last + 1 :] if row)
    return Source(
        path, name, columns, sample, digest, partial(_read_batches, layout), encoding=encoding,
        delimiter=delimiter, above=header.above, aside=header.aside,
        decisions=(*_decide_encoding(encoding, options), *header.decisions, *([_PADDED] if is_padded else [])),
    )  # fmt: skip


_PADDED = Decision(messages.SHORT_LINES, messages.END_IN_BLANKS, messages.CELLS_FIT_HEADER, messages.HEADER_OPTION)


def _fit(rows: list[list[str]], columns: tuple[str, ...]) -> bool:
    """Return whether no row is too long, and below periods there are only figures, though most rows are short."""
    dated = [place for place, name in enumerate(columns) if read_heading_period(name)]
    cells = [row[place].strip() for row in rows for place in dated if place < len(row)]
    figures = [cell for cell in cells if not is_missing(cell)]
    is_wide = any(len(row) == len(columns) - 1 or len(row) > dated[-1] for row in rows) if dated else False
    return is_wide and all(map(is_number, figures)) and all(len(row) <= len(columns) for row in rows)


def _decide_encoding(encoding: str, options: FileOptions) -> tuple[Decision, ...]:
    if options.encoding or encoding == "utf-8":
        return ()
    is_marked = encoding in dict(_MARKS).values() or encoding.startswith("utf-16")
    how = messages.BY_ITS_FIRST_BYTES if is_marked else messages.BY_ITS_WORDS
    return (Decision(messages.ENCODING, encoding, how, messages.ENCODING_OPTION),)


@dataclass(frozen=True, slots=True)
class _Layout:
    path: Path
    columns: tuple[str, ...]
    packed: int  # how many comma-separated columns the first one contains, as in Eurostat's tables
    encoding: str
    delimiter: str
    lines_before: int
    is_padded: bool = False  # lines end after their last cell with text


def _count_packed(rows: list[list[str]], delimiter: str) -> int:
    first = rows[0][0] if rows and rows[0] else ""
    return first.count(",") + 1 if delimiter == "\t" and "\\" in first else 1


def _unpack(row: list[str]) -> list[str]:
    """Split the first cell of a row of Eurostat's tables, which has all dimensions, separated by commas."""
    return [*row[0].split(","), *row[1:]] if row else row


def _read_start(path: Path, name: str, encoding: str) -> tuple[str, bool]:
    """Return the beginning of a file as text, and whether it is the whole file."""
    with path.open("rb") as stream:
        start = stream.read(SAMPLE_BYTES)
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(start), len(start) < SAMPLE_BYTES
    except (LookupError, UnicodeDecodeError) as error:
        message = file_messages.OTHER_ENCODING.format(file=name, encoding=encoding)
        raise DataError(message, found=str(error), hint=file_messages.GIVE_ENCODING) from error


def _count_lines(text: str, delimiter: str, rows: int) -> int:
    """Count the lines of a number of rows: a quoted cell may span several."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for _ in range(rows):
        next(reader)
    return reader.line_num


def _detect_delimiter(text: str) -> str:
    """Detect the delimiter: the one that gives most rows the same number of cells, more than one."""
    lines = text.splitlines()[:_LINES_SCORED]
    if "\\" in text.partition("\t")[0]:
        return "\t"  # Eurostat's tables have more commas than tabs

    parts = [len(line.split(";")) for line in lines if ";" in line]
    has_commas = len(parts) > len(set(parts))  # and so those between digits are decimal

    def score(mark: str) -> tuple[int, int]:
        plain = (re.sub(r"(?<=\d),(?=\d)", ".", line) for line in lines) if has_commas and mark == "," else lines
        try:
            counts = [len(row) for row in csv.reader(plain, delimiter=mark)]
        except csv.Error:
            return 0, 0
        widths = [count for count in counts if count > 1]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
        return widths.count(usual), usual

    return max(_DELIMITERS, key=score)


def _detect_encoding(path: Path) -> tuple[str, str, str]:
    """Hash a file and detect its encoding: by a byte order mark, else UTF-8 if valid, else the likeliest one.

    Returns:
        The hash, the encoding, and what is not UTF-8.
    """
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    start, before, foreign, flaw, line = b"", b"", b"", "", 1
    with path.open("rb") as stream:
        for chunk in chain(iter(partial(stream.read, _BLOCK), b""), [b""]):
            start = start or chunk
            digest.update(chunk)
            try:
                if not flaw:
                    decoder.decode(chunk, not chunk)
            except UnicodeDecodeError as error:
                flaw = file_messages.NOT_UTF8.format(line=line + error.object.count(b"\n", 0, error.start))
                near = before + chunk
                place = len(near) - len(error.object) + error.start
                foreign = near[max(0, place - SAMPLE_BYTES // 2) :][:SAMPLE_BYTES]
            line += chunk.count(b"\n")
            before = chunk
    found = next((name for mark, name in _MARKS if start.startswith(mark)), "")
    if not found and b"\0" in start:
        found = _detect_two_bytes(start)
    return digest.hexdigest(), found or (_guess_encoding(foreign) if flaw else "utf-8"), flaw


def _detect_two_bytes(start: bytes) -> str:
    r"""Detect UTF-16 without a byte order mark: in one of the two bytes of its letters zeros are frequent.

    >>> [_detect_two_bytes("Land,2024".encode(name)) for name in ("utf-16-le", "utf-16-be")]
    ['utf-16-le', 'utf-16-be']
    >>> _detect_two_bytes(bytes(9)), _detect_two_bytes(b"a,b\0")
    ('', '')
    """
    start = start[: len(start) // 2 * 2]
    zeros = {"utf-16-be": start[::2].count(0), "utf-16-le": start[1::2].count(0)}
    name, other = sorted(zeros, key=zeros.__getitem__, reverse=True)
    try:
        text = start.decode(name, "strict")
    except UnicodeDecodeError as error:
        text = start[: error.start].decode(name) if error.start > len(start) - 4 else ""
    is_text = text and sum(letter.isprintable() or letter in "\r\n\t\ufeff" for letter in text) > 0.95 * len(text)
    is_table = any(mark in text for mark in _DELIMITERS)
    return name if is_text and is_table and not zeros[other] else ""


def _read_batches(layout: _Layout) -> Iterator[Batch]:
    refused: list[tuple[int, str, int]] = []

    def keep(row: Any) -> str:
        refused.append((row.number or 0, row.text, row.actual_columns))
        return "skip"

    size = max(layout.path.stat().st_size, 1)
    names = list(layout.columns[layout.packed - 1 :])
    with layout.path.open("rb") as stream:
        reader = pa_csv.open_csv(
            stream,
            read_options=pa_csv.ReadOptions(
                use_threads=False, block_size=_BLOCK, column_names=names,
                skip_rows=layout.lines_before + 1,
                encoding="utf-8" if layout.encoding == "utf-8-sig" else layout.encoding,
            ),
            parse_options=pa_csv.ParseOptions(
                delimiter=layout.delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=keep
            ),
            convert_options=pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=True
            ),
        )  # fmt: skip
        count = _LineCount(layout.lines_before + 2)
        for part in reader:
            table = pa.Table.from_batches([part])
            lines, bad = _place(count, table, refused)
            if layout.packed > 1:
                table = _spread_packed(table, layout.columns)
            if layout.is_padded:
                table, lines, bad = _pad(table, lines, bad, layout)
            yield Batch(table, lines, bad, min(stream.tell() / size, 1.0))
        if refused:  # no row came after them
            table = pa.table({name: pa.array([], pa.string()) for name in layout.columns})
            lines, bad = _place(count, table, refused)
            yield Batch(*(_pad(table, lines, bad, layout) if layout.is_padded else (table, lines, bad)), done=1.0)


def _place(
    count: _LineCount, table: pa.Table, refused: list[tuple[int, str, int]]
) -> tuple[npt.NDArray[np.int64], tuple[tuple[int, str, int], ...]]:
    """Find the lines of the rows of a block and of the rows that were refused before its end, which are taken out."""
    gone, refused[:] = list(refused), []
    lines, places = count.find(table, [number for number, _, _ in gone])
    return lines, tuple(
        (line, text, cells) for line, (_, text, cells) in zip(places, gone, strict=True) if text.strip()
    )


def _pad(
    table: pa.Table, lines: npt.NDArray[np.int64], bad: tuple[tuple[int, str, int], ...], layout: _Layout
) -> tuple[pa.Table, npt.NDArray[np.int64], tuple[tuple[int, str, int], ...]]:
    """Put the rows that lack their last cells back among the others."""
    short = [one for one in bad if 1 < one[2] < len(layout.columns)]
    rows = csv.reader([text for _, text, _ in short], delimiter=layout.delimiter)
    blank = [""] * len(layout.columns)
    cells = zip(*([*row, *blank][: len(blank)] for row in rows), strict=True)
    added = pa.table([pa.array(column, pa.string()) for column in cells] or [[]] * len(blank), names=table.column_names)
    lines = np.concatenate([lines, np.array([line for line, _, _ in short], dtype=np.int64)])
    order = np.argsort(lines, kind="stable")
    rest = tuple(one for one in bad if one not in short)
    return pa.concat_tables([table, added.cast(table.schema)]).take(pa.array(order)), lines[order], rest


def _spread_packed(table: pa.Table, columns: tuple[str, ...]) -> pa.Table:
    """Give each cell packed into the first column a column of its own; missing ones become empty."""
    parts = len(columns) - table.num_columns + 1
    packed = pc.split_pattern(table.column(0).combine_chunks(), ",", max_splits=parts - 1)
    padded = pa.array([[*cells, *[""] * (parts - len(cells))] for cells in packed.to_pylist()], pa.list_(pa.string()))
    cells = [pc.list_element(padded, n) for n in range(parts)]
    return pa.table([*cells, *table.columns[1:]], names=list(columns))


class _LineCount:
    """Finds the line of each row, which is not its number: a quoted cell may span several lines.

    Args:
        first: The line of the first row.
    """

    def __init__(self, first: int) -> None:
        self._row, self._moved = first, 0

    def find(self, table: pa.Table, left_out: list[int]) -> tuple[npt.NDArray[np.int64], list[int]]:
        """Return the lines of the rows of a block, and of the rows left out of it, given by their numbers."""
        numbers = np.arange(self._row, self._row + table.num_rows + len(left_out), dtype=np.int64)
        numbers = numbers[~np.isin(numbers, left_out)][: table.num_rows]
        breaks = np.zeros(table.num_rows, dtype=np.int64)
        for column in table.columns:
            if pc.any(pc.match_substring(column, "\n")).as_py():
                breaks += pc.count_substring(column, "\n").to_numpy().astype(np.int64)
        before = self._moved + np.concatenate([[0], np.cumsum(breaks)])
        places = np.searchsorted(numbers, left_out)
        others = [number + int(before[place]) for number, place in zip(left_out, places, strict=True)]
        self._row, self._moved = self._row + table.num_rows + len(left_out), int(before[-1])
        return numbers + before[:-1], others


_ENCODINGS = (
    "cp1252", "cp1251", "cp1250", "cp1254", "cp1253", "cp1257", "cp1255", "cp1256", "koi8_r", "cp866", "cp850",
    "gb18030", "big5", "cp932", "euc_jp", "euc_kr",
)  # fmt: skip
"""Encodings that statistical offices and spreadsheets use, the most common first."""
_CELLS = 2_000


def _guess_encoding(sample: bytes) -> str:
    """Guess an encoding: of those in which the fewest words mix scripts, the one in which most are known names.

    Args:
        sample: Bytes that are not UTF-8 as they are.

    >>> _guess_encoding("Österreich,2023,5".encode("cp1252")), _guess_encoding("Rok,PKB (mld zł)".encode("cp1250"))
    ('cp1252', 'cp1250')
    >>> _guess_encoding("実質原系列,民間住宅,(単位:10億円)".encode("cp932"))
    'cp932'
    >>> _guess_encoding("Pérou,Année".encode() + bytes([255]))
    'utf-8'
    """
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(not letter.isascii() for letter in text) - broken
    if whole > 1 and broken <= 1 + whole // 10:
        return "utf-8"  # with a damaged byte: in no other encoding would so many fit
    areas = read_embedded_catalogue().areas
    names, odd = dict[str, int](), dict[str, int]()
    for encoding in _ENCODINGS:
        try:
            text = codecs.getincrementaldecoder(encoding)("strict").decode(sample)
        except UnicodeDecodeError:
            continue
        cells = {cell.strip() for cell in re.split(r"[,;\t\r\n\"|]+", text)[:_CELLS] if not cell.isascii()}
        names[encoding] = sum(_is_word(cell) or (len(cell) > 3 and areas.get(cell) is not None) for cell in cells)
        odd[encoding] = sum(_is_odd(word) for cell in cells for word in cell.split())
    likely = [encoding for encoding, count in odd.items() if count == min(odd.values())]
    best = max(likely, key=lambda encoding: names[encoding], default="")
    return best if names.get(best) else _guess_by_language(sample, likely)


def _is_word(cell: str) -> bool:
    """Return whether a cell is the name of a column or month, or has a unit."""
    return is_known_name(cell) or parse_month(cell) is not None or _has_unit(cell)


def _has_unit(cell: str) -> bool:
    return any(not unit.isascii() and read_unit_text(unit) is not None for unit in re.findall(r"\(([^()]+)\)", cell))


def _is_odd(word: str) -> bool:
    """Return whether a word joins letters of two scripts, or letters and signs, as in the wrong encoding."""
    if not any(letter.isascii() and letter.isalpha() for letter in word):
        return False
    others = [letter for letter in word if not letter.isascii()]
    return any(not (letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")) for letter in others)


def _guess_by_language(sample: bytes, encodings: list[str]) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=encodings or list(_ENCODINGS)).best()
    return "cp1252" if found is None else found.encoding
