"""Two rows of a header as one: a name of the upper row is that of the columns below it, up to the next name.

``2018`` over ``Milk`` and ``Butter`` gives ``Milk 2018`` and ``Butter 2018``; ``2018`` over ``Q1`` gives ``Q1 2018``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from string import ascii_lowercase
from typing import Final

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.column_contents import is_number, read_heading_period
from indicators.importing.column_names import is_known_name, rank_name
from indicators.importing.status_cells import read_status
from indicators.language.unit_texts import BRACKETS, read_unit_text

OPENING: Final = ("(", "[", "<", "\uff08", "\uff1c")
"""What a remark on the table below it begins with."""
_ROWS_ABOVE: Final = 3
_LONGEST_CODE: Final = 3  # a longer text is a word
_FEWEST_COUNTED: Final = 3
_COUNTED: Final = re.compile(r"\((\d{1,2}|[a-z])\)\s*(?:=|$)")  # (a), or (3) = (1) - (2)
_FEWEST_CENTRED: Final = 3  # columns below a name that has one in its middle


def join_rows(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Join two rows of a header; a name of the upper row extends over the columns that follow it."""
    upper = _move_names(upper, lower)
    names, over = [], ""
    is_labelled = bool(lower) and rank_name("unit", lower[0]) is not None
    if is_labelled:
        lower = ["", *lower[1:]]  # it says what is beside it
    is_unit = is_labelled or are_units([cell for cell in lower if cell]) or has_units(upper, lower)
    for place in range(max(len(upper), len(lower))):
        above = upper[place] if place < len(upper) else ""
        below = lower[place] if place < len(lower) else ""
        over = above or over
        if not place and names_rows(below) and not names_rows(above):
            over, above = "", ""  # it only says what is in the upper row
        names.append(_join(over, below, is_unit=is_unit) if below else above)
    return tuple(names)


def tell_repeated_apart(above: Sequence[Sequence[str]], names: Sequence[str]) -> tuple[str, ...]:
    """Join names of columns that repeat with a row above that tells them apart, be it over a row with one label.

    >>> tell_repeated_apart([["", "men", "women"], ["", "Ages", "Ages"]], ["Year", "under 5", "under 5"])
    ('Year', 'men, under 5', 'women, under 5')
    >>> tell_repeated_apart([["Sales", "", ""]], ["Year", "Milk", "Milk"])
    ('Year', 'Milk', 'Milk')
    """
    counts = Counter(names)
    repeated = [place for place, name in enumerate(names) if name and counts[name] > 1]
    for row in reversed(above[-_ROWS_ABOVE:]) if repeated else ():
        if all(place < len(row) and row[place] and not is_number(row[place]) for place in repeated):
            upper = [row[place] if place in repeated else "" for place in range(len(names))]
            joined = join_rows(upper, [name if place in repeated else "" for place, name in enumerate(names)])
            told = [joined[place] for place in repeated]
            if len(set(told)) == len(told):
                return tuple(joined[place] if place in repeated else name for place, name in enumerate(names))
    return tuple(names)


def _move_names(upper: Sequence[str], lower: Sequence[str]) -> Sequence[str]:
    """Move the names of an upper row, which may be in the middle, to the first of the columns they are above.

    Columns below that repeat show which belong together.

    Raises:
        UsageError: Names may be in the middle above their columns, or above the first of them.

    >>> _move_names(["", "", "Exports", "", "Imports"], ["Year", "Food", "Fuel", "Food", "Fuel"])
    ['', 'Exports', '', 'Imports', '']
    >>> _move_names(["", "", "Population", ""], ["Region", "France", "Italy", "Spain"])
    ['', 'Population', '', '']
    """
    first = next((place for place, cell in enumerate(lower) if cell and not names_rows(cell)), 0)
    end = first + len([*takewhile(bool, lower[first:])])
    named = [place for place, cell in enumerate(upper) if cell and first <= place < end]
    if len(named) == 1:
        return _stretch_centred(upper, lower)
    for start in range(first, end) if named else ():
        size, rest = divmod(end - start, len(named))
        blocks = [tuple(lower[place : place + size]) for place in range(start, end, size or end)]
        is_repeated = not rest and size > 1 and len(set(blocks)) == 1 and len(set(blocks[0])) == size
        if is_repeated and [(place - start) // size for place in named] == [*range(len(named))]:
            moved = [cell if not first <= place < end else "" for place, cell in enumerate(upper)]
            for number, place in enumerate(named):
                moved[start + number * size] = upper[place]
            return moved
    _check_centres(upper, named, first, end)
    return upper


def _check_centres(upper: Sequence[str], named: Sequence[int], first: int, end: int) -> None:
    """Check that names are not each in the middle above as many columns, of which the first ones would lack theirs."""
    size, rest = divmod(end - first, len(named) or 1)
    middles = [first + size * number + size // 2 for number in range(len(named))]
    if named and not rest and size >= _FEWEST_CENTRED and named == middles:
        found = ", ".join(upper[place] for place in named)
        raise UsageError(messages.NAMES_IN_THE_MIDDLE, found=found, hint=messages.GIVE_LOWER_HEADER)


def _stretch_centred(upper: Sequence[str], lower: Sequence[str]) -> Sequence[str]:
    """Begin the only name of an upper row at the first column of figures where it stands in the middle above them.

    >>> _stretch_centred(["", "", "Population", ""], ["Region", "France", "Italy", "Spain"])
    ['', 'Population', '', '']
    """
    named = [place for place, cell in enumerate(upper) if cell]
    start = next((place for place, cell in enumerate(lower) if cell and not is_known_name(cell)), 0)
    if len(named) != 1 or not 0 < start < named[0] or abs(len(lower) - 1 - named[0] - (named[0] - start)) > 1:
        return upper
    return ["", *[""] * (start - 1), upper[named[0]], *[""] * (len(lower) - start - 1)]


def _join(above: str, below: str, *, is_unit: bool) -> str:
    if not above or above == below:
        return below
    if read_heading_period(f"{below} {above}"):
        return f"{below} {above}"  # Q1 below 2018
    if read_heading_period(above) and len(below) > _LONGEST_CODE and not (status := read_status(below))[1]:
        return above if status[0] == "A" else f"{above} ({below})"
    if read_heading_period(below) and len(above) > _LONGEST_CODE and not (status := read_status(above))[1]:
        return below if status[0] == "A" else f"{below} ({above})"
    for period, title in ((above, below), (below, above)):
        if found := read_heading_period(period):
            return f"{title} [{found}]" if re.search(r"\d{4}", title) else f"{title} {found}"
    return f"{above} ({_open_brackets(below)})" if is_unit else f"{above}, {below}"


def are_units(cells: Sequence[str]) -> bool:
    """Return whether all cells are units, which are known or in brackets."""
    known = [read_unit_text(_open_brackets(cell)) for cell in cells]
    return all(unit is not None and unit.unit for unit in known) or all(map(BRACKETS.fullmatch, cells))


def has_units(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Return whether a row below names of its own has units of money or scale, though others in it aren't known.

    >>> has_units(["", "Oil", "Gold"], ["", "$/bbl", "florins"]), has_units(["Trade", "", ""], ["", "EUR", "Goods"])
    (True, False)
    """
    pairs = [(upper[n] if n < len(upper) else "", cell) for n, cell in enumerate(lower) if n and cell]
    names = {name for name, _ in pairs}
    known = [unit for _, cell in pairs if (unit := read_unit_text(_open_brackets(cell))) and unit.is_telling]
    return len(names) == len(pairs) > 1 and "" not in names and len(known) * 2 >= len(pairs)


def _open_brackets(cell: str) -> str:
    return cell[1:-1].strip() if BRACKETS.fullmatch(cell) else cell


def counts_columns(row: Sequence[str], width: int) -> bool:
    """Return whether a row has the numbers of its columns, of which the first may have a letter, or their letters.

    >>> counts_columns(["A", "1", "2"], 3), counts_columns(["(1)", "(2)", "(3)"], 3), counts_columns(["1", "2"], 2)
    (True, True, False)
    >>> counts_columns(["", "(a)", "(b)", "(c) = (a) - (b)"], 4), counts_columns(["", "(1)", "", "(2)=(1)/3"], 4)
    (True, True)
    """
    marks = [match[1] for cell in row[1:] if cell and (match := _COUNTED.match(cell))]
    if len(marks) > 1 and len(marks) == len(list(filter(None, row[1:]))) and not row[0]:
        return marks in ([*map(str, range(1, len(marks) + 1))], [*ascii_lowercase[: len(marks)]])
    cells = [cell.strip("()[]. ") for cell in row]
    first = int(cells[1]) if len(cells) == width >= _FEWEST_COUNTED and re.fullmatch("[12]", cells[1]) else 0
    counted = [str(first + place) for place in range(width - 1)]
    is_lettered = cells[0] in ("", "0", "1") or (len(cells[0]) == 1 and cells[0].isalpha())
    return first > 0 and cells[1:] == counted and is_lettered


def is_title_row(row: Sequence[str]) -> bool:
    """Return whether a row is the title of a table, with remarks beside it such as its unit.

    >>> is_title_row(["Output", "", "(EUR mn)"]), is_title_row(["Year", "Output (EUR mn)"]), is_title_row(["Output"])
    (True, False, False)
    """
    first, *others = [cell for cell in row if cell] or [""]
    return (
        bool(row and row[0] and others) and not names_rows(first) and all(cell.startswith(OPENING) for cell in others)
    )


def names_rows(cell: str) -> bool:
    """Return whether a text is the heading of a column of periods or areas."""
    return any(rank_name(role, cell) is not None for role in ("period", "area", "area_name"))
