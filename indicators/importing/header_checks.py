"""Checks that a header is one: rows of the table are neither above it nor taken for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.column_contents import is_missing, is_number, read_heading_period
from indicators.importing.column_names import is_known_name
from indicators.importing.numbered_parts import list_fraction_headings
from indicators.importing.year_parts import find_part_columns

_LONGEST_NUMBER = 10


def check_is_header(names: Sequence[str], rows: Sequence[Sequence[str]], line: int = 1) -> None:
    """Check that a header, which begins in a line, is no row of figures like those below it.

    Raises:
        UsageError: It has figures above figures, and no word that is the name of a column.

    >>> check_is_header(["Country", "10", "20"], [["Peru", "7", "8"], ["Chile", "9", "5"]])
    >>> check_is_header(["Cuba", "10.5", "20"], [["Peru", "7", "8"], ["Chile", "9", "5"]])
    Traceback (most recent call last):
    ...
    indicators.errors.UsageError: The first line of the table seems to be ...
    """
    columns = [[row[place] for row in rows if place < len(row) and row[place]] for place in range(len(names))]
    pairs = [(name, cells) for name, cells in zip(names, columns, strict=True) if cells]
    dated = [name for name, cells in pairs if read_heading_period(name) and all(map(read_heading_period, cells))]
    figures = [name for name, cells in pairs if _is_figure(name) and all(map(is_number, cells))]
    has_row = bool(figures) or len(dated) == 1  # counts below several years may look like years
    if has_row and not any(_is_named(*pair) for pair in pairs) and not list_fraction_headings(names):
        raise UsageError(
            messages.HEADER_IS_ROW, found=join_cells(names), hint=messages.GIVE_NO_HEADER.format(line=line)
        )


def _is_figure(cell: str) -> bool:
    return is_number(cell) and not read_heading_period(cell)


def _is_named(name: str, cells: Sequence[str]) -> bool:
    """Return whether a column has a word above figures or periods, a known name, or is that of labels without one."""
    has_figures = any(is_number(cell) or read_heading_period(cell) for cell in cells)
    if not name or is_number(name) or read_heading_period(name) or is_missing(name):
        return not name and not has_figures
    return has_figures or is_known_name(name)


def check_values_differ(header: Sequence[str], values: Collection[str], given: Collection[str], file: str) -> None:
    """Check that no two columns of values have one name: nothing says which of them a figure should come from.

    Args:
        header: The names of all columns, in which a repeated one has its place, or a number as pandas gives it.
        values: The columns of values.
        given: Those that the user named.
        file: Name of the file.

    Raises:
        UsageError: Two have; the hint names the options.

    >>> check_values_differ(["Year", "Milk", "Milk (2)"], ["Milk", "Milk (2)"], [], "a.csv")
    >>> check_values_differ(["Year", "Milk", "Milk (3)"], ["Milk", "Milk (3)"], [], "a.csv")
    Traceback (most recent call last):
    ...
    indicators.errors.UsageError: a.csv: two columns are called 'Milk', and nothing tells them apart. ...
    """
    parts = find_part_columns(name for name in header if name in values)  # two months begin with the same letter
    firsts = {name: re.sub(rf" \({place}\)$|\.\d+$", "", name) for place, name in enumerate(header, 1)}
    known = {*values} - parts.keys()
    same = [name for name, first in firsts.items() if first != name and {first, name} <= known and name not in given]
    if same:
        first, ignored = firsts[same[0]], " ".join(f"--ignore {name!r}" for name in same)
        hint = messages.NAME_EACH.format(first=first, other=same[0], ignored=ignored)
        raise UsageError(messages.SAME_NAMES.format(file=file, name=first), hint=hint)


def numbers_columns(row: Sequence[str]) -> bool:
    """Return whether a row has only the numbers of the series in its columns.

    >>> numbers_columns(["", "85", "86.0"]), numbers_columns(["", "2019", "2020"]), numbers_columns(["", "5", "7"])
    (True, False, False)
    """
    cells = [cell.removesuffix(".0") for cell in row if cell]
    is_plain = len(cells) > 1 and all(cell.isdecimal() and len(cell) < _LONGEST_NUMBER for cell in cells)
    is_plain = is_plain and not any(map(read_heading_period, cells))
    return is_plain and [int(cell) - int(cells[0]) for cell in cells] == [*range(len(cells))]


def join_cells(row: Sequence[str]) -> str:
    """Join the different cells of a row."""
    return ", ".join(dict.fromkeys(filter(None, row)))  # a merged cell has its text in all columns


def check_lines_above(rows: Sequence[Sequence[str]], first: int, last: int) -> None:
    """Check that the lines above the header are no rows of a table.

    Raises:
        UsageError: One has several numbers, or one where the row below the header has one, which would be lost.
    """
    for place, row in enumerate(rows[:first]):
        is_row = len([cell for cell in row if is_number(cell)]) > 1 and not numbers_columns(row)
        if is_row or _are_alike(row, rows[last + 1 : last + 2]):
            message = messages.NUMBERS_ABOVE_HEADER.format(line=place + 1, header=first + 1)
            raise UsageError(message, found=join_cells(row), hint=messages.MOVE_OR_SKIP.format(header=first + 1))


def _are_alike(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether a row has figures, words and periods where another has them, and all of its cells are filled.

    >>> _are_alike(["Peru", "Jan 2019", "7"], [["Chile", "Feb 2019", "8"]]), _are_alike(["Edition", "7"], [["7", "8"]])
    (True, False)
    """
    pairs = [pair for other in below if len(other) == len(row) for pair in zip(row, other, strict=True)]
    kinds = [tuple((bool(read_heading_period(cell)), is_number(cell)) for cell in pair) for pair in pairs]
    return all(map(all, pairs)) and all(one == other for one, other in kinds) and ((False, True),) * 2 in kinds
