"""Headers of tables: where they are, below which lines, and over how many rows they extend.

SDMX-CSV may write codes with their names, as in ``REF_AREA: Reference area``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.batches import Batch, Source
from indicators.importing.column_contents import is_missing, is_number, read_heading_period, split_heading
from indicators.importing.column_names import is_known_name, is_label_of, rank_name
from indicators.importing.columns import recognise_columns
from indicators.importing.dated_headings import date_headings
from indicators.importing.decisions import Decision
from indicators.importing.header_checks import check_is_header, check_lines_above, join_cells, numbers_columns
from indicators.importing.header_rows import (
    OPENING,
    are_units,
    counts_columns,
    has_units,
    is_title_row,
    join_rows,
    names_rows,
    tell_repeated_apart,
)
from indicators.importing.mapping import SINGLE_ROLES
from indicators.importing.series_headers import find_series_header
from indicators.language.unit_texts import read_unit_text

NO_HEADER = "none"
"""What users give instead of lines for a file without a header."""
_LINES_BEFORE = 20
_MOST_NAMED, _LONGEST_NAMED = 5, 100
_MOST_ROWS = 6
_PERIODS_COUNTED = 2
_NO_FIGURE = frozenset(("..", "...", "…", ":"))
_DELIMITER_LINE = "sep="  # a note for spreadsheets
_LINES = re.compile(r"\s*(?P<first>\d{1,3})\s*(?:[-–]\s*(?P<last>\d{1,3}))?\s*")
_LABELLED = re.compile(r"([A-Z][A-Z0-9_]*):\s*(\S.*)")


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table.

    Attributes:
        first: The row in which it begins, from 0.
        last: The row in which it ends.
        names: The names of the columns.
        above: The lines above it, such as a title.
        aside: The cells of its lines that no name has.
        is_given: Whether the user gave its lines.
        dated: What was decided about the years of months in it.
    """

    first: int
    last: int
    names: tuple[str, ...]
    above: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    is_given: bool = False
    dated: tuple[Decision, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What is worth telling: a header that is not the first line, or that has several."""
        if self.last <= 0:
            return self.dated
        found = (*self.dated, *self._list_above())
        if self.first == self.last:
            line = messages.HEADER_LINE.format(line=self.first + 1)
            how = messages.CHOSEN_BY_USER if self.is_given else messages.MOST_COLUMNS_KNOWN
            return (Decision(messages.HEADER, line, how, messages.HEADER_OPTION), *found)
        lines = messages.HEADER_LINES.format(first=self.first + 1, last=self.last + 1)
        how = messages.CHOSEN_BY_USER if self.is_given else messages.ONE_DIVIDES_THE_OTHER
        return (Decision(messages.HEADER, lines, how, messages.HEADER_OPTION), *found)

    def _list_above(self) -> tuple[Decision, ...]:
        """Name the lines above the header that have several cells: none of them becomes a column."""
        told = [line for line in self.above if ", " in line and len(line) <= _LONGEST_NAMED]
        shown = "; ".join(told[:_MOST_NAMED])
        found = Decision(messages.LINES_ABOVE, shown, messages.ARE_ABOVE_HEADER, messages.COLUMN_INSTEAD)
        return (found,) if told else ()


def find_header(rows: Sequence[Sequence[str]], lines: str = "") -> Header:
    """Find the header: the line in which most columns are recognised, else the first one that is wide enough.

    Downloads from the World Bank and others begin with lines about the file.

    Args:
        rows: The first rows.
        lines: The lines of the header, if the user gives them: ``3`` or ``3-4``; ``none`` if there is none.

    Raises:
        UsageError: These lines can't be a header, or the first line has figures like those below it.

    >>> rows = ["Dairies", "Country;2018;;2019", ";Milk;Butter;Milk", "Peru;1;2;3"]
    >>> header = find_header([row.split(";") for row in rows])
    >>> header.first, header.last, header.names, header.above
    (1, 2, ('Country', 'Milk 2018', 'Butter 2018', 'Milk 2019'), ('Dairies',))
    """
    looked_at = len(rows) if lines.strip() else _count_prose(rows) + _LINES_BEFORE + _MOST_ROWS
    rows = [[cell.strip() for cell in row or [""]] for row in rows[:looked_at]]
    empty = _count_empty_columns(rows)
    table = [[next(filter(None, row[: empty + 1]), ""), *row[empty + 1 :]] for row in rows]
    found = _find_header(table, lines)
    return replace(found, names=("",) * empty + found.names)


def _count_empty_columns(rows: Sequence[Sequence[str]]) -> int:
    """Count the columns before the table, which are empty but for a title.

    >>> _count_empty_columns([["Output"], ["", "Country", "2020"], ["", "Peru", "5"]])
    1
    """
    filled = [next(place for place, cell in enumerate(row) if cell) for row in rows if len(list(filter(None, row))) > 1]
    return min(filled, default=0)


def _find_header(rows: list[list[str]], lines: str) -> Header:
    if lines.strip() == NO_HEADER:
        return Header(-1, -1, ("",) * max(map(len, rows)), is_given=True)
    if not lines.strip() and (series := find_series_header(rows)) is not None:
        return Header(0, series.last, series.names, series.above, _list_unused(rows[: series.last + 1], series.names))
    first, last = _read_lines(lines, rows) if lines.strip() else _find_rows(rows)
    if not lines.strip():
        check_lines_above(rows, first, last)
    above = [join_cells(row) for row in rows[:first] if any(row)]
    names = tuple(rows[first])
    for row in rows[first + 1 : last + 1]:
        if unit := _find_unit_of_periods(names, row):
            above.append(unit)
        else:
            names = join_rows(names, _spread_unit(row, len(names)))
    if last + 1 < len(rows) and _are_corners(names, rows[last + 1]):
        last, names = last + 1, (rows[last + 1][0], *names[1:])
    last += last + 1 < len(rows) and counts_columns(rows[last + 1], len(names))
    if not lines.strip():
        names = tell_repeated_apart(rows[:first], names)
        check_is_header(names, rows[last + 1 :], first + 1)
    dated = date_headings(names, rows[last + 1 :])
    named = _name_flags(dated.names, rows[last + 1 :])
    unused = _list_unused(rows[first : last + 1], named)
    return Header(first, last, named, tuple(above), unused, is_given=bool(lines.strip()), dated=dated.decisions)


def _list_unused(rows: Sequence[Sequence[str]], names: Sequence[str]) -> tuple[str, ...]:
    """List the cells of a header that are in no name of a column.

    >>> _list_unused([["Series", "GDP"], ["Scale", "Millions"]], ["Period", "GDP"])
    ('Series', 'Scale', 'Millions')
    """
    joined = "\n".join(names)
    return tuple(dict.fromkeys(cell for row in rows for cell in row if cell and cell not in joined))


def _name_flags(names: tuple[str, ...], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Name columns that share a heading with that of a period, or have none, and have letters only, as its flags.

    >>> _name_flags(("Area", "2020", "2020", "2021"), [["Peru", "5", "p", "6"], ["Cuba", "7", "", "8"]])
    ('Area', '2020', '2020 flags', '2021')
    """
    after = [n for n in range(1, len(names)) if names[n] in ("", names[n - 1]) and read_heading_period(names[n - 1])]
    cells = {n: {row[n] for row in rows if n < len(row) and row[n]} for n in after}
    bare = [n for n in after if all(map(str.isalpha, cells[n])) and (names[n] or any(cells.values()))]
    if any(not names[n] for n in after if n not in bare):
        return names
    return tuple(f"{names[n - 1]} flags" if n in bare else name for n, name in enumerate(names))


def _read_lines(lines: str, rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Read the lines of a header that the user gives; return the first and the last, from 0."""
    match = _LINES.fullmatch(lines)
    first, last = (int(match["first"]), int(match["last"] or match["first"])) if match else (0, 0)
    if not 1 <= first <= last <= min(len(rows), first + _MOST_ROWS - 1) or not any(rows[last - 1]):
        raise UsageError(messages.NO_SUCH_HEADER, found=lines, expected=messages.EXPECTED_LINES)
    return first - 1, last - 1


def _find_rows(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Find the first and the last row of the header."""
    first = last = _find_row(rows[: _count_prose(rows) + _LINES_BEFORE])
    while first > 0 and last - first < _MOST_ROWS - 1 and _are_one_header(rows, first - 1, last):
        first -= 1
    while last + 1 < len(rows) and last - first < _MOST_ROWS - 1 and _are_one_header(rows, last, last + 1):
        last += 1
    end = next((n for n in range(last + 1, len(rows)) if not _names_columns(rows[n], rows[last][0])), last)
    has_figures = any(map(is_number, rows[end][1:])) or bool(read_heading_period(rows[end][0]))
    is_above_figures = first < last < end <= first + _MOST_ROWS and has_figures
    return first, end - 1 if is_above_figures else last


def _names_columns(row: Sequence[str], corner: str) -> bool:
    """Return whether a row has names of columns only, and more than one."""
    return len(list(filter(None, row))) > 1 and _has_names_only(row, corner)


def _count_prose(rows: Sequence[Sequence[str]]) -> int:
    """Count the lines of one cell with which a file begins."""
    return next((place for place, row in enumerate(rows) if len(set(filter(None, row))) > 1), 0)


def _find_row(rows: Sequence[Sequence[str]]) -> int:
    widths = [
        0 if "".join(row).startswith(_DELIMITER_LINE) or numbers_columns(row) else len({cell for cell in row if cell})
        for row in rows
    ]  # a merged title fills its row with one text
    wide = [place for place, width in enumerate(widths) if width * 2 >= max(*widths, 3)]
    best, most = (wide or [0])[0], 0
    for place, row in enumerate(rows):
        if any(row) and rank_name("pivot rows", row[0]) is not None:
            return place
        if any(cell in _NO_FIGURE or (is_number(cell) and not read_heading_period(cell)) for cell in row):
            continue  # figures
        if "-" in read_heading_period(row[0] if row else "") and any(map(is_number, row[1:])):
            continue  # figures that look like years, below a date
        if len({cell for cell in row if cell}) < min(2, max(widths)):
            continue  # a title or a footnote
        if place + 1 < len(rows) and _goes_on(row, rows[place + 1]):
            continue
        mapping = recognise_columns([_LABELLED.sub(r"\1", cell) for cell in row]).mapping
        known = len([name for name in SINGLE_ROLES if getattr(mapping, name)])
        dated = {*mapping.periods, *mapping.part_columns}
        known += len(mapping.values.keys() - dated) + min(len(dated), _PERIODS_COUNTED)
        if known > most and (known > 1 or place in wide):
            best, most = place, known
    return best if most else _step_above_figures(rows, best)


def _goes_on(row: Sequence[str], below: Sequence[str]) -> bool:
    """Return whether a row has a year that is also below it, and so is a row of figures, though it may lack them.

    A row with several years is a header all the same: a figure below it may be the number of its year.
    """
    pairs = [pair for pair in zip(row, below, strict=False) if any(pair)]
    same = [one for one, other in pairs if one == other]
    goes_on = len(same) < len(pairs) and any(map(read_heading_period, same))
    return goes_on and len({cell for cell in row if read_heading_period(cell)}) <= 1


def _step_above_figures(rows: Sequence[Sequence[str]], place: int) -> int:
    """Return the row above one with figures, if it names a column of them: nothing in it is a known name.

    A row that lacks its figures goes on in the one below it, which has some.
    """
    below = rows[place + 1] if place + 1 < len(rows) and _goes_on(rows[place], rows[place + 1]) else ()
    cells = [*enumerate(rows[place]), *enumerate(below)]
    figures = [n for n, cell in cells if is_number(cell) and not read_heading_period(cell)]
    above = rows[place - 1] if place else []
    names = [n for n in figures if n < len(above) and above[n] and not is_number(above[n])]
    return place - 1 if names else place


def _are_one_header(rows: Sequence[Sequence[str]], place: int, last: int) -> bool:
    """Return whether a row and the next, of a header that ends in the last, are one: the lower divides the upper."""
    upper, lower = rows[place], rows[place + 1]
    said = [cell for cell in lower if cell]
    is_pivot = any(rank_name("pivot columns", cell) is not None for cell in upper if cell)
    dated = [cell for over, cell in zip(upper, lower, strict=False) if read_heading_period(over)]
    if (
        is_pivot
        or any(rank_name("period", cell) is not None for cell in dated)  # *Year* is below a year by chance
        or not said
        or not any(upper)
        or counts_columns(lower, len(lower))
        or not all(map(_is_heading, [*said, *filter(None, upper)]))
    ):
        return False
    heads_rows = names_rows(lower[0])
    further = [cell for n, cell in enumerate(lower) if cell and (n >= len(upper) or cell != upper[n])]
    is_label = heads_rows or rank_name("unit", lower[0]) is not None
    further = further[1:] if is_label and lower[0] != upper[0] else further
    if further and (are_units(further) or has_units(upper, lower)):
        is_below = lower[0] in ("", upper[0]) or (heads_rows and not names_rows(upper[0]))
        is_below = is_below or rank_name("unit", lower[0]) is not None
        return is_below and not any(map(read_heading_period, further))  # a row of units
    if len(said) < 2 or "".join(upper).startswith(_DELIMITER_LINE):
        return False
    below = next(
        (row for row in rows[last + 1 :] if len(list(filter(None, row))) > 1 and not _has_names_only(row, lower[0])),
        None,
    )
    if below is not None and not any(map(is_number, below)):
        return False
    width = min(len(upper), len(lower))
    divides = any(upper[n - 1] and not upper[n] and lower[n] and lower[n - 1] for n in range(1, width))
    named = [cell for cell in upper if cell]
    is_below = all(map(read_heading_period, said)) if not lower[0] else not read_heading_period(lower[0])
    in_first_cell = is_below and named == [upper[0]]
    is_remark = len(named) == 2 < len(said) and named == [*upper[:2]] and lower[0] not in ("", upper[0])
    is_remark = is_remark and (not read_heading_period(upper[1]) or _is_day(upper[1]))
    is_remark = is_remark or (any(map(_is_day, named)) and any(map(read_heading_period, said)))  # updated on a day
    is_merged = len(named) > 1 and len(set(named)) == 1 and not read_heading_period(named[0])
    if in_first_cell or is_remark or is_merged or is_title_row(upper):
        return False  # a title
    begins_later = not lower[0] and bool(upper[0]) and all(lower[1:width]) and not upper[0].startswith(OPENING)
    begins_later = begins_later and (named != [upper[0]] or is_known_name(upper[0]))  # else it is a title
    spreads = place + 1 < last and len(named) > 1 and all(lower[n] for n in range(1, width) if upper[n])
    return divides or begins_later or spreads or len(set(named)) < len(named)


def _is_day(cell: str) -> bool:
    return len(read_heading_period(cell)) == len("2024-06-28")


def _has_names_only(row: Sequence[str], corner: str) -> bool:
    """Return whether a row goes on with a header: it has words over the figures only, and the corner may be merged."""
    return row[0] in ("", corner) and not any(map(is_number, row)) and not any(map(is_missing, filter(None, row)))


def _is_heading(cell: str) -> bool:
    return bool(read_heading_period(cell)) or not (is_number(cell) or is_missing(cell))


def _find_unit_of_periods(names: Sequence[str], row: Sequence[str]) -> str:
    """Return the unit that is alone in the row below periods; or nothing."""
    said = [cell for cell in row if cell]
    is_unit = len(said) == 1 and read_unit_text(said[0]) is not None
    return said[0] if is_unit and all(map(read_heading_period, names[row.index(said[0]) :])) else ""


def _spread_unit(row: Sequence[str], width: int) -> Sequence[str]:
    """A unit that is alone in its row is that of all columns from its own on."""
    said = [cell for cell in row if cell]
    if len(said) != 1 or read_unit_text(said[0]) is None:
        return row
    place = row.index(said[0])
    return [*row[:place], *said * (width - place)]


def _are_corners(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Return whether two rows are one header with a name for its columns and one for its rows.

    >>> _are_corners(["TIME", "2021", "2022"], ["GEO (Labels)", "", ""])
    True
    >>> _are_corners(["sex", "M 2021", "F 2021"], ["country", "", ""]), _are_corners(["Item", "2021"], ["Peru", ""])
    (True, False)
    """
    names_rows = any(upper) and any(lower[:1]) and not any(lower[1:]) and not read_heading_period(lower[0])
    is_name = rank_name("period", upper[0]) is not None or is_known_name(lower[0])
    return names_rows and is_name and any(split_heading(name)[1] for name in upper[1:])


_CODE_AND_LABEL = r"^(?P<code>[A-Za-z0-9_.+\-]+):\s*(?P<label>.+)$"


def separate_labels(source: Source) -> Source:
    """Give codes and their names columns of their own where a file has both in one: ``FRA: France``."""
    found = {name: match for name in source.columns if (match := _LABELLED.fullmatch(name))}
    if len(found) * 2 < len(source.columns):
        return source
    samples = {name: [row[n] for row in source.sample if n < len(row)] for n, name in enumerate(source.columns)}
    labelled = [name for name in found if any(re.fullmatch(_CODE_AND_LABEL, cell) for cell in samples[name])]
    columns: dict[str, tuple[str, str]] = {}
    for name in source.columns:
        if name not in labelled:
            columns[found[name][1] if name in found else name] = (name, "")
            continue
        code, label = found[name].groups()
        is_known = is_label_of(label, code) or any(rank_name(role, code) is not None for role in SINGLE_ROLES)
        columns[code if is_known else f"{label} code"] = (name, "code")
        columns.setdefault(label, (name, "label"))

    def spread(table: pa.Table) -> pa.Table:
        return pa.table({new: _take_part(table.column(name), part) for new, (name, part) in columns.items()})

    def read() -> Iterator[Batch]:
        for batch in source.read():
            yield replace(batch, table=spread(batch.table))

    width = len(source.columns)
    sample = [[*row, *[""] * (width - len(row))][:width] for row in source.sample]
    texts = pa.table({name: pa.array([row[n] for row in sample], pa.string()) for n, name in enumerate(source.columns)})
    rows = tuple(zip(*(column.to_pylist() for column in spread(texts).columns), strict=True))
    return replace(source, columns=tuple(columns), sample=rows, read=read)


def _take_part(column: pa.ChunkedArray, part: str) -> pa.ChunkedArray:
    if not part:
        return column
    found = pc.struct_field(pc.extract_regex(column, _CODE_AND_LABEL), part)
    return pc.coalesce(found, column if part == "code" else pa.scalar(""))
