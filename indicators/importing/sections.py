"""Rows that head a part of a table: *Exports* above some countries and *Imports* above others, *2024* above months.

Where the file shows what they tell apart, their texts become a column; where it does not, `find_section` names one and
the file is refused.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.files import read_embedded_catalogue
from indicators.importing import messages
from indicators.importing.batches import Batch, FileOptions, Source
from indicators.importing.column_contents import ColumnContents, is_missing, is_number, read_heading_period
from indicators.importing.column_names import guess_kind, is_known_name, rank_name
from indicators.importing.decisions import Decision
from indicators.importing.mapping import ColumnMapping
from indicators.importing.period_cells import read_part_of_year, read_period
from indicators.importing.period_rules import ROMAN_NUMBERS, PeriodRules
from indicators.model.codelists import fold_name
from indicators.model.periods import TimePeriod

_REGION: Final = re.compile(
    r"\b(europ\w*|asia|africa|america|americas|oceania|pacific|caribbean|middle east|world|(sub)?regions?|continents?|"
    r"countries|economies|states|territories|islands|union|income|north\w*|south\w*|east\w*|west\w*|central|others?|"
    r"members?|oecd|g7|g20)\b"
)
_LONGEST: Final = 80  # what is longer is a remark
_MOST_ROWS: Final = 20_000  # a longer table was not laid out for readers
_AREA_NAMES: Final = ("Country", "Area", "Reference area")
_CONTINUED: Final = re.compile(r"\W*\b(continued|contd?|cont\.d|concluded|suite|fortsetzung)\b\W*$", re.IGNORECASE)
_PARTS: Final = {"M": (12,), "Q": (4,), "S": (2,), "": (4, 12)}  # of a year, by frequency
_AS_MONTHS: Final = PeriodRules(parts="months")
_Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Lifted:
    """What headings say.

    Attributes:
        texts: What they say about each row.
        gone: Which rows are headings and no rows of the table.
        decision: What was decided.
        name: The column for the texts; or nothing if they are the same for all rows.
        is_above: Whether the last line above the header is the first heading.
    """

    texts: list[str]
    gone: npt.NDArray[np.bool_]
    decision: Decision
    name: str = ""
    is_above: bool = False


def lift_sections(source: Source, options: FileOptions) -> Source:
    """Give what the headings within a table say a column of its own, unless the user wants the table as it is."""
    periods = _find_periods(source.columns)
    first = {row[0].strip() for row in source.sample if row}
    may_carry = any(_read_part("2000", cell, source.columns[0]) is not None for cell in first)
    if options.keep_blanks or not (
        may_carry or any(_read_heading(row, source.columns, periods) for row in source.sample)
    ):
        return source
    rows = _collect_rows(source)
    texts, lines = [row.cells for row in rows], [row.line for row in rows]
    carried = _carry_years(source.columns, texts, lines) if may_carry else None
    found = carried or _find_sections(source, texts, lines)
    return source if found is None else _add_column(source, found, rows)


class _Row(NamedTuple):
    """A row of a table.

    Attributes:
        line: Its line.
        cells: Its cells.
        is_short: Whether it has fewer cells than the header, and is none of the table.
    """

    line: int
    cells: list[str]
    is_short: bool = False


def _collect_rows(source: Source) -> list[_Row]:
    """Collect the rows of a table, and the lines of one cell between them; none if there are very many."""
    rows: list[_Row] = []
    for batch in source.read_batches():
        if len(rows) + batch.table.num_rows > _MOST_ROWS:
            return []
        columns = [column.to_pylist() for column in batch.table.columns]
        cells = ([(cell or "").strip() for cell in row] for row in zip(*columns, strict=True))
        rows += map(_Row, batch.lines.tolist(), cells)
        blank = [""] * (len(source.columns) - 1)
        rows += (_Row(line, [text.strip().strip('"'), *blank], is_short=True)
                 for line, text, count in batch.refused if count == 1)  # fmt: skip
    return sorted(rows)


def _add_column(source: Source, found: _Lifted, rows: Sequence[_Row]) -> Source:
    is_new = bool(found.name) and found.name not in source.columns
    columns = (found.name, *source.columns) if is_new else source.columns
    inside = [place for place, row in enumerate(rows) if not row.is_short]
    texts = pa.array([found.texts[place] for place in inside], pa.string())
    gone, short = found.gone[inside], {row.line for row, is_gone in zip(rows, found.gone, strict=True) if is_gone}

    def read() -> Iterator[Batch]:
        end = 0
        for batch in source.read():
            start, end, table = end, end + batch.table.num_rows, batch.table
            if is_new:
                table = table.add_column(0, found.name, texts[start:end])
            elif found.name:
                table = table.set_column(0, found.name, texts[start:end])
            refused = tuple(one for one in batch.refused if one[0] not in short)
            yield replace(batch, table=table, refused=refused).drop(gone[start:end])

    told = [([text] if found.name else []) + row.cells[0 if is_new or not found.name else 1 :]
            for text, row, is_gone in zip(found.texts, rows, found.gone, strict=True) if not is_gone]  # fmt: skip
    titles = () if found.name else tuple(dict.fromkeys(filter(None, found.texts)))  # one for all rows, with its unit
    above = (*(source.above[:-1] if found.is_above else source.above), *titles)
    sample = tuple(map(tuple, told[: max(len(source.sample), 1)]))
    decisions = (*source.decisions, found.decision)
    return replace(source, columns=columns, sample=sample, read=read, decisions=decisions, above=above)


# Years above months and quarters


def _read_part(year: str, cell: str, heading: str) -> TimePeriod | None:
    """Read a cell that is only a part of a year: *Q1*, *March*."""
    if not cell or read_period(cell) is not None:
        return None
    part = read_part_of_year(year, cell, heading) or read_part_of_year(year, cell, heading, _AS_MONTHS)
    return part if part is not None and str(part) != year else None


def _carry_years(columns: Sequence[str], rows: _Rows, lines: Sequence[int]) -> _Lifted | None:
    """Give months and quarters in the first column the year above them.

    Below years with figures of their own, months may be those of the next one: some year must have all of its parts.
    """
    texts, year, evidence = [row[0] for row in rows], "", ""
    last: dict[str, TimePeriod] = {}
    totals, counts = set(), Counter[tuple[str, str]]()
    for place, row in enumerate(rows):
        period = read_period(row[0])
        if period is not None:
            year, is_whole = str(period)[:4], len(str(period)) == len("2024")
            last = {} if is_whole else {period.frequency.value: period}
            totals |= {year} if is_whole and any(not is_missing(cell) for cell in row[1:]) else set()
        elif part := _read_part(year or "2000", row[0], columns[0]):
            before = last.get(part.frequency.value)
            if not year or (before is not None and part.first <= before.first):
                return None
            is_roman = row[0].casefold() in ROMAN_NUMBERS  # quarters or months, as all of them show
            last[part.frequency.value], texts[place] = part, f"{year}-{row[0]}" if is_roman else str(part)
            counts[year, "" if is_roman else part.frequency.value] += 1
            evidence = evidence or messages.PART_BELOW_YEAR.format(line=lines[place], part=row[0], period=texts[place])
    below = [(frequency, count) for (year, frequency), count in counts.items() if year in totals]
    if not evidence or (below and not any(count in _PARTS.get(frequency, ()) for frequency, count in below)):
        return None
    subject = messages.COLUMN.format(column=columns[0])
    decision = Decision(subject, messages.YEARS_CARRIED, evidence, messages.KEEP_BLANKS)
    return _Lifted(texts, np.zeros(len(rows), dtype=bool), decision, columns[0])


# Headings


def _find_periods(columns: Sequence[str]) -> dict[int, str]:
    """The columns of a wide table, by place: those that are called after periods."""
    return {place: name for place, name in enumerate(columns) if read_heading_period(name)}


def _read_heading(row: Sequence[str], columns: Sequence[str], periods: dict[int, str]) -> str:
    """Return the text of a row that has only one, or one beside the periods of the header; else nothing.

    A row that has the names of columns again is read as the first of them.
    """
    cells = {place: cell.strip() for place, cell in enumerate(row) if cell.strip()}
    if not periods and len(cells) > 1 and cells.items() <= dict(enumerate(columns)).items():
        return columns[min(cells)]
    labels = [cell for place, cell in cells.items() if place not in periods]
    is_lone = len(set(cells.values())) == 1 and bool(labels)  # a merged cell fills its row
    text = labels[0] if is_lone or (len(labels) == 1 and _repeats(cells, periods)) else ""
    return text if text and not is_missing(text) and (not is_number(text) or read_heading_period(text)) else ""


def _repeats(cells: dict[int, str], periods: dict[int, str]) -> bool:
    """Return whether a row has the periods of the header again."""
    return bool(periods) and all(cells.get(place, "").removesuffix(".0") == name for place, name in periods.items())


def _find_sections(source: Source, rows: _Rows, lines: Sequence[int]) -> _Lifted | None:
    """Find what headings say about the rows below them, if each row has one and they tell the rows apart."""
    periods = _find_periods(source.columns)
    columns = source.columns
    headings = {place: text for place, row in enumerate(rows) if (text := _read_heading(row, columns, periods))}
    filled = [place for place, row in enumerate(rows) if any(row) and place not in headings]
    headings = {place: text for place, text in headings.items() if filled and place < filled[-1]}  # no footnotes
    again = {place for place in headings if len(set(filter(None, rows[place]))) > 1}
    plain = {place for place in again if headings[place] in columns or is_known_name(headings[place])}
    begins = {place: text for place, text in headings.items() if place not in plain}
    first = _find_first(source, begins, again, plain) if begins and filled[0] < min(begins) else ""
    if not begins or (filled[0] < min(begins) and not first):
        return None
    texts, current, is_open, is_deep = [""] * len(rows), first, True, False
    for place in range(len(rows)):
        if place in begins:
            if not is_open and not _is_region(current):
                return None  # a heading of headings
            current, is_open, is_deep = _CONTINUED.sub("", begins[place]), False, is_deep or not is_open
        elif place not in plain and any(rows[place]):
            texts[place], is_open = current, True
    name = _name_column(columns, [rows[place] for place in filled], [texts[place] for place in filled])
    if name is None or (is_deep and name not in _AREA_NAMES):
        return None
    gone = np.zeros(len(rows), dtype=bool)
    gone[list(headings)] = True
    place, text = next(iter(begins.items()))
    evidence = messages.HEADS_ROWS.format(line=lines[place], heading=text)
    chosen = messages.HAVE_COLUMN.format(column=name) if name else messages.ARE_LEFT_OUT
    decision = Decision(messages.HEADINGS_WITHIN, chosen, evidence, messages.KEEP_BLANKS)
    return _Lifted(texts, gone, decision, name, is_above=bool(first) and first in source.above)


def _find_first(source: Source, begins: dict[int, str], again: set[int], plain: set[int]) -> str:
    """Find the heading of the rows above the first one: the corner of the header, or the line above it."""
    if set(begins) <= again:
        corner = source.columns[0]
        return "" if is_known_name(corner) else corner
    are_titles = len(plain) == len(begins) and not again - plain
    return source.above[-1] if are_titles and source.above else ""


def _name_column(columns: Sequence[str], rows: _Rows, texts: Sequence[str]) -> str | None:
    """Name the column of headings by what they are; nothing if all are the same, ``None`` if they tell nothing apart.

    Words tell rows apart if the rows are the same below each of them; a total below the last one is one of all.
    """
    contents, kinds = ColumnContents(columns, rows), list(dict.fromkeys(texts))
    keys = [name for name in columns if not read_heading_period(name) and _is_key(contents, name)]
    labels = [text for name in keys for text in contents.texts(name)]
    find_area = read_embedded_catalogue().areas.get
    if len(kinds) == 1 and len(texts) > 1 and not read_heading_period(kinds[0]) and find_area(kinds[0]) is None:
        return ""
    blocks = len([place for place, text in enumerate(texts) if not place or text != texts[place - 1]])
    if not keys or blocks > len(kinds):
        return None
    if all(map(read_heading_period, kinds)):
        are_parts = any(_read_part("2000", text, "") or read_heading_period(text) for text in labels)
        return None if are_parts else "Period"
    if all(find_area(text) is not None for text in kinds):
        free = (name for name in _AREA_NAMES if name not in columns)
        return None if any(find_area(text) is not None for text in labels) else next(free, None)
    pairs = list(zip(*(contents.cells(name) for name in keys), strict=True))
    counted = Counter(pairs)
    alone = [place for place, pair in enumerate(pairs) if counted[pair] == 1]
    is_total = any(rank_name("total", cell) is not None for place in alone for cell in pairs[place])
    shared = {texts[place] for place in range(len(pairs)) if place not in alone}
    is_told = len(set(zip(pairs, texts, strict=True))) == len(pairs) and shared == set(kinds) and len(kinds) > 1
    return "Heading" if is_told and not is_total and "Heading" not in columns else None


def _is_key(contents: ColumnContents, name: str) -> bool:
    return not contents.is_numeric(name) or contents.share_of_periods(name) == 1.0


def find_section(contents: ColumnContents, mapping: ColumnMapping) -> str:
    """Find a heading within the table that says what the rows below it hold, or nothing.

    A country without figures is none: it has its place in the order of the names. Nor is a region, which only groups
    the countries below it.

    >>> def find(*names):
    ...     rows = [[name, "" if name in ("Exports", "Imports", "Neverland") else "1"] for name in names]
    ...     contents = ColumnContents(["Country", "2020"], rows)
    ...     return find_section(contents, ColumnMapping(area_name="Country", periods={"2020": "2020"}))
    >>> find("Exports", "Peru", "Imports", "Chile"), find("Nepal", "Neverland", "Peru")
    ('Imports', '')
    """
    if not (mapping.area or mapping.area_name) or not mapping.value_columns:
        return ""
    lone, names = _find_lone_texts(contents, mapping), contents.cells(mapping.area_name or mapping.area)
    values = [contents.cells(name) for name in mapping.value_columns]
    places = [place for place in range(contents.length) if any(is_number(column[place]) for column in values)]
    if not lone or not places:
        return ""
    begins = {place: text for place, text in lone.items() if _is_heading(contents, mapping, text)}
    is_first = any(place < places[0] for place in begins)
    for place, text in begins.items():
        later = bisect(places, place)
        before, below = (names[places[one]] if 0 <= one < len(places) else "" for one in (later - 1, later))
        in_order = fold_name(before) <= fold_name(text) <= fold_name(below)
        if before and below and (is_first or not in_order):
            return text
    return ""


def _find_lone_texts(contents: ColumnContents, mapping: ColumnMapping) -> dict[int, str]:
    """Find the rows with one text and no figure, by place."""
    values = [contents.cells(name) for name in mapping.value_columns]
    used, aside = mapping.used, {*mapping.value_columns, mapping.note, mapping.status, mapping.status_name}
    shown = (name not in aside if name in used else guess_kind(name) != "about" for name in contents.header)
    texts = [contents.cells(name) for name, is_shown in zip(contents.header, shown, strict=True) if is_shown]
    found = {}
    for place in (place for place, cell in enumerate(values[0]) if not cell):
        cells = [column[place] for column in texts if column[place]]
        if len(cells) == 1 and not any(column[place] for column in values):
            found[place] = cells[0]
    return found


def _is_heading(contents: ColumnContents, mapping: ColumnMapping, text: str) -> bool:
    is_area = contents.find_area(text) is not None or rank_name("total", text) is not None
    return not (is_area or _is_region(text) or text in mapping.areas or len(text) > _LONGEST)


def _is_region(text: str) -> bool:
    return _REGION.search(fold_name(text)) is not None
