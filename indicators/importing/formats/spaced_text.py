"""Tables of text whose cells are separated by several spaces, as FRED and older statistical services write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from indicators.errors import DataError
from indicators.importing import file_messages, messages
from indicators.importing.batches import FileOptions
from indicators.importing.column_contents import is_missing, is_number, read_heading_period
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.formats.sheets import make_sheet_table, split_rows
from indicators.importing.formats.typed_cells import TypedNumber
from indicators.importing.limits import check_memory

_GAP: Final = re.compile(r"\s{2,}")
_FEWEST_ROWS: Final = 3
_LABELS: Final = 3  # Title, Series ID, ...


def is_spaced(start: bytes) -> bool:
    r"""Return whether the last lines of the beginning of a file are a period and figures, with spaces between them.

    >>> is_spaced(b"Title:   Milk\n\nDATE        VALUE\n2020-01-01  5\n2020-02-01  6\n2020-03-01  7\n")
    True
    >>> is_spaced(b"DATE,VALUE\n2020-01-01,5\n2020-02-01,6\n2020-03-01,7\n")
    False
    """
    lines = start.decode("utf-8", "replace").splitlines()
    rows = [_split(line) for line in lines[:-1] + lines[-1:] * start.endswith(b"\n") if line.strip()]
    return len(rows) > _FEWEST_ROWS and all(map(_is_dated, rows[-_FEWEST_ROWS:]))


def read_spaced(path: Path, name: str, options: FileOptions) -> FileTable:
    """Read such a table.

    Raises:
        DataError: Its rows differ in their number of cells, so that nothing shows which one is missing.
    """
    check_memory(path.stat().st_size * 4, name)
    text = path.read_text(encoding=options.encoding or "utf-8", errors="replace")
    table = make_sheet_table(split_rows(_list_rows(text, name)), name, header_lines=options.header)
    if table is None:
        raise DataError(file_messages.EMPTY_FILE.format(file=name), expected=messages.EXPECTED_HEADER)
    return table


def _list_rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    width, lines = 0, text.splitlines()
    is_fred = any(line.startswith("Series ID:") for line in lines[:_LABELS])  # FRED writes decimal points
    for number, line in enumerate(lines, 1):
        row = _split(line)
        if _is_dated(row):
            row = [row[0], *map(TypedNumber if is_fred else str, row[1:])]
            width = width or len(row)
            if len(row) != width:
                message = messages.OTHER_WIDTH.format(file=name, line=number, cells=len(row), usual=width)
                raise DataError(message, hint=file_messages.DOWNLOAD_A_TABLE)
        if any(row):
            yield number, row


def _split(line: str) -> list[str]:
    return _GAP.split(line.strip())


def _is_dated(row: list[str]) -> bool:
    is_period = len(row) > 1 and bool(read_heading_period(row[0]))
    return is_period and all(is_number(cell) or is_missing(cell) for cell in row[1:])
