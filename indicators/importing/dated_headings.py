"""Months and quarters across a header beside the number of their year: *2022, Jan, Feb, ..., 2023, Jan*.

The year comes before its parts, or after them. The order of the headings decides, or that the figures of the year are
the sums or means of those of its parts; else the file is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from indicators.errors import UsageError
from indicators.importing import messages, period_messages
from indicators.importing.decisions import Decision
from indicators.importing.period_cells import read_part_of_year, read_period

_YEAR: Final = re.compile(r"((?:1[5-9]|20)\d\d)(?:\.0)?")
_ALL_PARTS: Final = (2, 4, 12)
_FEWEST_ROWS: Final = 2
_NOTED: Final = re.compile(r"((?:1[5-9]|20)\d\d) \*?\(?[1-9acdg-oqs-z]\)?")  # e, f and p are statuses, as * may be


class DatedHeadings(NamedTuple):
    """The names of columns, with a year for each month, and what was decided.

    Attributes:
        names: The names.
        decisions: The decision, if there was one.
    """

    names: tuple[str, ...]
    decisions: tuple[Decision, ...] = ()


def date_headings(names: Sequence[str], rows: Sequence[Sequence[str]]) -> DatedHeadings:
    """Give headings that are parts of a year the year beside them.

    Args:
        names: The names of the columns.
        rows: The rows below them, of which the figures may decide.

    Raises:
        UsageError: The headings have months and years, and nothing decides which belong together.

    >>> date_headings(["Country", "2022", "Q1", "Q2", "2023", "Q1"], []).names
    ('Country', '2022', 'Q1 2022', 'Q2 2022', '2023', 'Q1 2023')
    >>> date_headings(["Country", "Q1", "Q2", "2022", "Q1", "2023"], []).names
    ('Country', 'Q1 2022', 'Q2 2022', '2022', 'Q1 2023', '2023')
    >>> date_headings(["Year", "Q1", "Q2"], []).names
    ('Year', 'Q1', 'Q2')
    """
    noted, names = names, _drop_note_marks(names)
    kinds = {place: kind for place, name in enumerate(names) if (kind := _find_kind(name))}
    if set(kinds.values()) != {"year", "part"}:
        return DatedHeadings(tuple(map(_join_mark, names, noted)))
    runs = [(kind, [place for place, _ in run]) for kind, run in groupby(kinds.items(), key=lambda pair: pair[1])]
    years = [places for kind, places in runs if kind == "year"]
    parts = [places for kind, places in runs if kind == "part"]
    is_regular = all(len(places) == 1 for places in years) and all(_ascend(names, places) for places in parts)
    begins, ends = runs[0][0], runs[-1][0]
    owners = [places[0] for places in years]
    if not is_regular or begins == ends or len(parts) != len(years):
        is_told = False
    elif len(years) == 1:
        is_told = _are_wholes(rows, owners[0], parts[0])
    else:
        is_told = True
    if not is_told:
        found = ", ".join(names[place] for place in kinds)
        raise UsageError(period_messages.PARTS_WITHOUT_YEAR, found=found, hint=period_messages.GIVE_YEARS)
    dated = list(names)
    for owner, places in zip(owners, parts, strict=True):
        for place in places:
            dated[place] = f"{names[place]} {_YEAR.fullmatch(names[owner].strip())[1]}"  # type: ignore[index]
    first = parts[0][0]
    evidence = period_messages.YEAR_BEFORE_PARTS if begins == "year" else period_messages.YEAR_AFTER_PARTS
    subject = messages.COLUMN.format(column=names[first])
    return DatedHeadings(tuple(dated), (Decision(subject, dated[first], evidence, messages.HEADER_OPTION),))


def _drop_note_marks(names: Sequence[str]) -> list[str]:
    """Return headings without the footnote marks after years, if the years are consecutive.

    >>> _drop_note_marks(["Item", "2011", "2012 3", "2013 4", "2014"]), _drop_note_marks(["Item", "2011 3", "2016 4"])
    (['Item', '2011', '2012', '2013', '2014'], ['Item', '2011 3', '2016 4'])
    """
    plain = [(_NOTED.fullmatch(name) or _YEAR.fullmatch(name) or ["", ""])[1] for name in names]
    years = [int(year) for year in plain if year]
    is_row = (
        len(years) > _FEWEST_ROWS
        and any(map(_YEAR.fullmatch, names))
        and {abs(later - one) for one, later in pairwise(years)} == {1}
    )
    return [year or name for year, name in zip(plain, names, strict=True)] if is_row else [*names]


def _join_mark(name: str, noted: str) -> str:
    """Return a year with its mark in brackets, in which all periods may have one.

    >>> _join_mark("2012", "2012 3"), _join_mark("2012", "2012")
    ('2012 (3)', '2012')
    """
    return name if name == noted else f"{name} ({noted[len(name) :].strip(' *()')})"


def _find_kind(name: str) -> str:
    """Return whether a heading is a year, or only a part of one."""
    if _YEAR.fullmatch(name.strip()):
        return "year"
    is_part = bool(name.strip()) and read_period(name) is None and not name.strip().isdigit()
    found = read_part_of_year("2000", name, "") if is_part else None
    return "part" if found is not None and str(found) != "2000" else ""


def _ascend(names: Sequence[str], places: Sequence[int]) -> bool:
    """Return whether parts of a year follow each other."""
    found = [read_part_of_year("2000", names[place], "") for place in places]
    periods = [period for period in found if period is not None]
    is_one_kind = len({period.frequency for period in periods}) == 1
    starts = [period.first for period in periods]
    return is_one_kind and starts == sorted(set(starts))


def _are_wholes(rows: Sequence[Sequence[str]], year: int, parts: Sequence[int]) -> bool:
    """Return whether the figures of a year are the sums or the means of those of all of its parts.

    >>> _are_wholes([["10", "1", "2", "3", "4"], ["20", "5", "5", "5", "5"]], 0, [1, 2, 3, 4])
    True
    """
    figures = [[_read(row[place] if place < len(row) else "") for place in (year, *parts)] for row in rows]
    told = [row for row in figures if None not in row]
    sums = [abs(sum(row[1:]) - row[0]) <= 1e-3 * abs(row[0]) for row in told]  # type: ignore[arg-type, operator]
    means = [abs(sum(row[1:]) / len(parts) - row[0]) <= 1e-3 * abs(row[0]) for row in told]  # type: ignore[arg-type, operator]
    return len(parts) in _ALL_PARTS and len(told) >= _FEWEST_ROWS and (all(sums) or all(means))


def _read(cell: str) -> float | None:
    """Read a figure whatever its marks: wrong thousands would not add up."""
    plain = re.sub(r"[\s\u00a0\u202f'’]", "", cell)
    marks = [mark for mark in ".," if mark in plain]
    last = max(marks, key=plain.rfind, default="")
    for mark in marks:
        plain = plain.replace(mark, "." if mark == last and plain.count(mark) == 1 else "")
    try:
        return float(plain)
    except ValueError:
        return None
