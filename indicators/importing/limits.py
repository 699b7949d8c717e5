"""Limits on what a file may unpack to or be made of, so that none fills the memory or takes without end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import DataError
from indicators.importing import file_messages
from indicators.model.formatting import count_noun

MOST_COLUMNS: Final = 4_096
"""Columns are compared with each other: more would take minutes, and are hardly a table of figures."""

MOST_CELLS: Final = 30_000_000
"""The cells of a table that has to be in memory as a whole, empty ones included."""

MOST_MEMORY: Final = 700_000_000
"""The bytes that such a table may need; the rest of an import needs some 250 MB more."""

MOST_TEXT: Final = 150_000_000
"""The letters in the rows that are read at once: a long text can be in each of them, though the file has it once."""

_MOST_LETTERS: Final = 100_000  # three times as many as a cell of a workbook can have
_MOST_BYTES: Final = 20 << 30
_FREE_BYTES: Final = 100 << 20
_MOST_TIMES: Final = 200


def check_width(columns: int, file: str) -> None:
    """Refuse a table with too many columns.

    Raises:
        DataError: It has more than `MOST_COLUMNS`.
    """
    if columns > MOST_COLUMNS:
        found, expected = (
            count_noun(columns, "column", "columns"),
            file_messages.AT_MOST.format(most=f"{MOST_COLUMNS:,}"),
        )
        raise DataError(file_messages.TOO_WIDE.format(file=file), found=found, expected=expected)


def check_cells(cells: int, file: str) -> None:
    """Refuse a table with too many cells.

    Raises:
        DataError: It has more than `MOST_CELLS`.
    """
    if cells > MOST_CELLS:
        found, expected = count_noun(cells, "cell", "cells"), file_messages.AT_MOST.format(most=f"{MOST_CELLS:,}")
        raise DataError(
            file_messages.TOO_MANY_CELLS.format(file=file), found=found, expected=expected, hint=file_messages.AS_CSV
        )


def check_unpacked(unpacked: int, packed: int, file: str) -> None:
    """Refuse a file that unpacks to far more than a table does.

    Args:
        unpacked: The bytes that it unpacks to, or has so far.
        packed: The bytes of the file.
        file: Its name.

    Raises:
        DataError: It is too large, or has over 200 times the bytes of the file.

    >>> check_unpacked(5_000_000, 1_000, "small.gz")
    >>> check_unpacked(500_000_000, 1_000, "bomb.gz")
    Traceback (most recent call last):
    ...
    indicators.errors.DataError: bomb.gz unpacks to more than 200 times its size. Found: 500 MB of 0 MB.
    """
    if unpacked > _MOST_BYTES:
        raise DataError(file_messages.UNPACKS_TOO_LARGE.format(file=file, size=_MOST_BYTES >> 30))
    if unpacked > _FREE_BYTES and unpacked > _MOST_TIMES * packed:
        found = file_messages.UNPACKED_OF.format(unpacked=unpacked // 10**6, packed=packed // 10**6)
        raise DataError(file_messages.UNPACKS_TO_BOMB.format(file=file, times=_MOST_TIMES), found=found)


def check_memory(needed: int, file: str) -> None:
    """Refuse a table that has to be in memory as a whole and would need too much of it.

    Args:
        needed: The bytes that it would need.
        file: Its name.

    Raises:
        DataError: It would need more than `MOST_MEMORY`.
    """
    if needed > MOST_MEMORY:
        raise DataError(file_messages.TOO_MANY_CELLS.format(file=file), hint=file_messages.AS_CSV)


def check_letters(cells: Iterable[str], rows: int = 1) -> None:
    """Refuse cells with texts that are far too long for a table: patterns would be looked for in them without end.

    Args:
        cells: The cells.
        rows: In how many rows each of them may be.

    Raises:
        DataError: One has over 100,000 letters, or together they fill the memory.
    """
    lengths = [*map(len, cells), 0]
    check_text_sizes(max(lengths), sum(lengths) * rows)


def check_text_columns(columns: Iterable[pa.ChunkedArray]) -> None:
    """Refuse columns of text with cells that are far too long; dictionaries are not spread out for it.

    Raises:
        DataError: As for `check_letters`.
    """
    longest, size = 0, 0
    for column in columns:
        for part in column.chunks if isinstance(column, pa.ChunkedArray) else [column]:
            is_coded = pa.types.is_dictionary(part.type)
            known = part.dictionary if is_coded else part
            if not (pa.types.is_string(known.type) or pa.types.is_large_string(known.type)):
                continue
            lengths = pc.binary_length(known)
            whole = pc.sum(lengths).as_py() or 0
            longest = max(longest, pc.max(lengths).as_py() if whole > _MOST_LETTERS else 0)
            size += (pc.sum(lengths.take(part.indices)).as_py() or 0) if is_coded else whole
    check_text_sizes(longest, size)


def check_text_sizes(longest: int, size: int) -> None:
    """Refuse texts by the number of letters of the longest and of all.

    Raises:
        DataError: As for `check_letters`.
    """
    if longest > _MOST_LETTERS:
        found, expected = file_messages.LETTERS.format(count=longest), file_messages.LETTERS.format(count=_MOST_LETTERS)
        raise DataError(file_messages.CELL_TOO_LONG, found=found, expected=file_messages.AT_MOST.format(most=expected))
    if size > MOST_TEXT:
        expected = file_messages.AT_MOST.format(most=file_messages.LETTERS.format(count=MOST_TEXT))
        raise DataError(file_messages.TEXTS_TOO_LONG, found=file_messages.LETTERS.format(count=size), expected=expected)
