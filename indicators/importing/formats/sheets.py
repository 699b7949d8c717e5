"""Sheets of workbooks of any format: parts of some rows, the first with the header, with merged cells filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, repeat
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import DataError, UsageError
from indicators.importing import file_messages, messages
from indicators.importing.batches import ROWS_AT_ONCE, SAMPLE_ROWS, Batch, name_columns
from indicators.importing.column_contents import is_number, read_heading_period
from indicators.importing.formats.explained_columns import add_units
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.formats.typed_cells import TypedNumber
from indicators.importing.headers import find_header
from indicators.importing.limits import MOST_COLUMNS, check_text_columns, check_width
from indicators.importing.several_tables import check_others, has_figures, has_periods

_FIRST_ROWS: Final = SAMPLE_ROWS + 30


class SheetPart(NamedTuple):
    """Some rows of a sheet, by column.

    Attributes:
        lines: The number of each row, from 1.
        texts: The cells of each column.
        typed: Which of them are numbers in the file.
    """

    lines: npt.NDArray[np.int64]
    texts: list[pa.Array]
    typed: list[npt.NDArray[np.bool_]]

    @classmethod
    def of_rows(cls, rows: Sequence[tuple[int, list[str]]]) -> SheetPart:
        """Make a part of rows with their numbers; short rows lack their last cells."""
        width = max(len(row) for _, row in rows)
        columns = list(zip(*(row + [""] * (width - len(row)) for _, row in rows), strict=True))
        typed = [np.array([type(text) is TypedNumber for text in texts], dtype=bool) for texts in columns]
        lines = np.array([line for line, _ in rows], dtype=np.int64)
        return cls(lines, [pa.array(texts, pa.string()) for texts in columns], typed)

    def list_rows(self) -> list[tuple[int, list[str]]]:
        """List the rows with their numbers.

        >>> SheetPart.of_rows([(3, ["a", TypedNumber("1")]), (5, ["b"])]).list_rows()
        [(3, ['a', '1']), (5, ['b', ''])]
        """
        columns = [
            [TypedNumber(text) if is_typed else text for text, is_typed in zip(texts.to_pylist(), typed, strict=True)]
            for texts, typed in zip(self.texts, self.typed, strict=True)
        ]
        return list(zip(self.lines.tolist(), map(list, zip(*columns, strict=True)), strict=True))


def list_part_sizes() -> Iterator[int]:
    """Yield how many rows are read at once: first those that have the header."""
    return chain([_FIRST_ROWS], repeat(ROWS_AT_ONCE))


def split_rows(rows: Iterator[tuple[int, list[str]]]) -> Iterator[SheetPart]:
    """Split the rows of a sheet, with their numbers, into parts."""
    for size in list_part_sizes():
        if not (part := list(islice(rows, size))):
            return
        yield SheetPart.of_rows(part)


def write_merged(text: str, columns: int, rows: int = 1) -> str:
    """Return the text that each of some merged cells has; none of them can have a number for its own.

    >>> write_merged("Sales", 2), write_merged("2020", 4), write_merged("7.5", 1), write_merged("7.5", 2)
    ('Sales', '2020', '7.5', '7.5 across merged columns')
    """
    if not is_number(text) or read_heading_period(text):
        return text
    if columns > 1:
        return file_messages.MERGED_NUMBER.format(number=text)
    return f"{text}{file_messages.MERGED_ROWS}" if rows > 1 else text


def _restore_labels(part: SheetPart, labels: Sequence[int]) -> SheetPart:
    """Return a part in whose columns of labels a merged number is that of each row."""
    texts = [
        pc.replace_substring(cells, file_messages.MERGED_ROWS, "") if place in labels else cells
        for place, cells in enumerate(part.texts)
    ]
    return part._replace(texts=texts)


def _find_labels(part: SheetPart) -> list[int]:
    """Find the columns whose numbers are all short and merged over rows: they are codes of what is beside them."""
    found = []
    for place, cells in enumerate(part.texts):
        if not pc.any(pc.ends_with(cells, file_messages.MERGED_ROWS)).as_py():
            continue
        numbers = [text for text in cells.to_pylist() if text and not read_heading_period(text)]
        codes = [text for text in numbers if re.fullmatch(rf"\d{{1,4}}{file_messages.MERGED_ROWS}", text)]
        found += [place] if len(codes) == len([text for text in numbers if text[:1].isdigit()]) else []
    return found


class MergedCells:
    """The merged cells of a sheet: each counts for all rows and columns that it covers, see `write_merged`.

    Args:
        ranges: The ranges: top, bottom, left, right, from 1.
    """

    def __init__(self, ranges: Iterable[tuple[int, int, int, int]] = ()) -> None:
        self._waiting = sorted(ranges, reverse=True)
        self._texts: list[tuple[int, int, int, str]] = []

    def add(self, bottom: int, left: int, right: int, text: str) -> None:
        """Add a range that begins in the next row to be filled."""
        self._texts.append((bottom, left, right, text))

    def reach(self, number: int) -> bool:
        """Return whether any cover the next rows, up to the one with this number."""
        return bool(self._texts) or (bool(self._waiting) and self._waiting[-1][0] <= number)

    def fill(self, number: int, row: list[str]) -> list[str]:
        """Return a row, given by its number from 1, with the texts of the merged cells that cover it.

        Raises:
            DataError: More cover it than it has cells.
        """
        if not self._waiting and not self._texts:
            return row
        while self._waiting and self._waiting[-1][0] <= number:
            top, bottom, left, right = self._waiting.pop()
            text = row[left - 1] if left <= len(row) else ""
            self._texts.append((bottom, left, right, write_merged(text, right - left + 1, bottom - top + 1)))
        self._texts = [one for one in self._texts if one[0] >= number]
        if len(self._texts) > MOST_COLUMNS:
            raise DataError(file_messages.OVERLAPPING_CELLS)
        for _, left, right, text in self._texts:
            row[left - 1 : right] = [text] * (min(right, len(row)) - left + 1)
        return row


def make_sheet_table(parts: Iterator[SheetPart], name: str, *, header_lines: str = "") -> FileTable | None:
    """Make the table of a sheet, or return ``None`` for a sheet without one.

    Args:
        parts: The rows, in the sizes of `list_part_sizes`.
        name: The name of the file in messages.
        header_lines: The lines of the header, if the user gives them.
    """
    first = next(parts, None)
    if first is None:
        return None
    check_width(len(first.texts), name)
    check_text_columns(first.texts)
    labels = _find_labels(first)
    first, parts = _restore_labels(first, labels), (_restore_labels(part, labels) for part in parts)
    rows = first.list_rows()
    if not any(sum(map(bool, row)) > 1 for _, row in rows):
        return None
    header = find_header(_place_rows(rows), header_lines)
    columns = name_columns([*header.names])
    batches = _batch_parts(chain([first], parts), columns, header.last + 1)
    return FileTable(columns, batches, above=header.above, aside=header.aside, decisions=header.decisions)


def _place_rows(rows: Sequence[tuple[int, list[str]]]) -> list[list[str]]:
    """Return the rows in their places, with empty ones between them."""
    last = min(rows[-1][0], rows[0][0] + _FIRST_ROWS)
    placed: list[list[str]] = [[] for _ in range(last)]
    for number, row in rows:
        if number <= last:
            placed[number - 1] = row
    return placed


def find_table(
    sheets: Sequence[str],
    wanted: str,
    name: str,
    read: Callable[[str], FileTable | None],
    hidden: Collection[str] = (),
) -> FileTable:
    """Find the table of a workbook: of the wanted sheet, or of the only one with periods and figures.

    Downloads begin with sheets of notes and contents. A sheet of figures whose periods are not seen is no such sheet.

    Args:
        sheets: The sheets.
        wanted: The one that the user wants; or empty.
        name: The name of the file in messages.
        read: Reads a sheet; returns ``None`` for one without a table.
        hidden: The sheets that a reader of the workbook doesn't see.

    Raises:
        DataError: There is no such sheet, or none with a table.
        UsageError: Several have a table, and the user wants none of them; or one leaves something open.
    """
    sheets, failed = sorted(sheets, key=lambda sheet: sheet in hidden), dict[str, UsageError]()

    def try_reading(sheet: str) -> FileTable | None:
        try:
            return read(sheet)
        except UsageError as error:
            if wanted or len(sheets) == 1:
                raise
            failed.setdefault(sheet, error)
            return None

    if wanted and wanted not in sheets:
        expected = messages.ONE_OF.format(names=", ".join(sheets))
        raise DataError(file_messages.NO_SHEET.format(file=name, sheet=wanted), expected=expected)
    first, notes = None, list[Sequence[str]]()
    for place, sheet in enumerate([wanted] if wanted else sheets, 1):
        if (table := try_reading(sheet)) is None:
            continue
        found, rows = _look_into(table)
        first = (sheet, found, messages.NO_OTHER_REASON) if first is None else first
        if wanted or len(sheets) == 1 or has_figures(table.columns, rows):
            first = sheet, found, messages.SHEET_WANTED if wanted else messages.HAS_FIGURES
            shown = [other for other in sheets[place:] if other not in hidden] if not wanted else []
            if shown and sheet not in hidden and has_periods(table.columns, rows):
                others = ((other, table) for other in shown if (table := try_reading(other)))
                check_others(name, sheet, ((other, one.columns, _look_into(one)[1]) for other, one in others))
            break
        notes += [table.columns, *rows]
    chosen = first[0] if first and first[2] != messages.NO_OTHER_REASON else ""
    _check_failed(name, chosen, {sheet: error for sheet, error in failed.items() if sheet not in hidden})
    if first is None:
        raise DataError(file_messages.EMPTY_FILE.format(file=name), expected=messages.EXPECTED_HEADER)
    sheet, table, why = first
    skipped = ", ".join(other for other in sheets if other != sheet)
    remarks = (messages.SHEET_CHOSEN.format(sheet=sheet, why=why, others=skipped),) if skipped else ()
    table = replace(table, aside=(*table.aside, sheet), remarks=remarks)
    return table if why == messages.NO_OTHER_REASON else add_units(table, notes)


def _check_failed(file: str, chosen: str, failed: Mapping[str, UsageError]) -> None:
    """Refuse a workbook one of whose sheets may have a table of figures, but leaves something open.

    Raises:
        UsageError: One does; the hint names the sheets.
    """
    for sheet, error in failed.items():
        if not chosen:
            message = messages.SHEET_UNREADABLE.format(file=file, sheet=sheet, message=error.message)
            raise UsageError(message, found=error.found, expected=error.expected, hint=error.hint)
        message = messages.OTHER_SHEET_UNREADABLE.format(file=file, first=chosen, second=sheet, message=error.message)
        hint = messages.CHOOSE_TABLE.format(first=chosen, second=sheet)
        raise UsageError(message, found=error.found, hint=hint)


def _look_into(table: FileTable) -> tuple[FileTable, list[Sequence[str]]]:
    """Return a table, and its first rows."""
    batches = iter(table.batches)
    if (start := next(batches, None)) is None:
        return table, []
    rows = zip(*(cells.slice(0, SAMPLE_ROWS).to_pylist() for cells in start.table.columns), strict=True)
    return replace(table, batches=chain((start,), batches)), [*rows]


def _batch_parts(parts: Iterator[SheetPart], columns: tuple[str, ...], header: int) -> Iterator[Batch]:
    batches = (_make_batch(part, columns, header) for part in parts)
    start = list(islice(batches, 2))  # the first is small, and a sample of the rows is taken from it
    typed = {name: np.concatenate([one.typed[name] for one in start]) for name in columns}
    table = pa.concat_tables([one.table for one in start]).combine_chunks()
    joined = Batch(table, np.concatenate([one.lines for one in start]), typed=typed)
    yield from (batch for batch in chain([joined], batches) if len(batch.lines))


def _make_batch(part: SheetPart, columns: tuple[str, ...], header: int) -> Batch:
    """Make a batch of the rows below the header that are not empty."""
    length, lacking = len(part.lines), range(len(part.texts), len(columns))
    check_text_columns(part.texts)
    texts = [*part.texts, *(pa.repeat(pa.scalar(""), length) for _ in lacking)]
    typed = [*part.typed, *(np.zeros(length, dtype=bool) for _ in lacking)]
    is_filled = np.any([pc.not_equal(column, "").to_numpy(zero_copy_only=False) for column in texts], axis=0)
    kept = np.flatnonzero(is_filled & (part.lines > header))
    table = pa.table(dict(zip(columns, texts, strict=False))).take(pa.array(kept))
    return Batch(
        table, part.lines[kept], typed={name: flags[kept] for name, flags in zip(columns, typed, strict=False)}
    )
