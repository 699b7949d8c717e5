"""The parts of a year beside or across from its number: a column of months, or a column of values for each month."""

from __future__ import annotations

import re
from collections.abc import Iterable

from indicators.importing.column_contents import ColumnContents, read_heading_period
from indicators.importing.column_names import fold_heading, rank_name
from indicators.importing.period_cells import read_part_of_year
from indicators.language.month_names import parse_month

_NAMES = frozenset(
    "month months mth quarter quarters qtr period monat quartal mes mois mese maand trimestre trimester kwartal half "
    "semester semestre week wk".split()
)
_YEAR = "2000"
_FEWEST = 2
_MONTHS = 12
_INITIALS = ("JFMAMJJASOND", "EFMAMJJASOND", "GFMAMGLASOND")


def is_part_of_year(contents: ColumnContents, name: str) -> bool:
    """Return whether a column holds months, quarters or other parts of a year, by its name or its cells.

    A single month may be a code of something else: *JAN*, the population on that day.

    >>> contents = ColumnContents(["When", "Quarter", "What"], [["March", "1", "x"], ["April", "2", "y"]])
    >>> [is_part_of_year(contents, name) for name in contents.header]
    [True, True, False]
    """
    texts = contents.texts(name)
    if len(texts) < _FEWEST and rank_name("period", name) is None:
        return bool(texts) and fold_heading(name) in _NAMES
    return bool(texts) and (fold_heading(name) in _NAMES or all(parse_month(text) is not None for text in texts))


def find_part_columns(names: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Find columns of values that are named after parts of a year: what each measures, and the part.

    Twelve columns called ``1`` to ``12``, or by the first letters of the months, are months.

    >>> find_part_columns(["Jan", "Feb.", "Sales"]), find_part_columns(["Mar", "Sales"])
    ({'Jan': ('', 'Jan'), 'Feb.': ('', 'Feb.')}, {})
    >>> find_part_columns(["Milk, Q1", "Q2 (EUR)"])
    {'Milk, Q1': ('Milk', 'Q1'), 'Q2 (EUR)': ('(EUR)', 'Q2')}
    """
    names = list(names)
    found = {name: split for name in names if _names_part((split := _split(name))[1])}
    numbered = {name: ("", f"M{name}") for name in names if name.lstrip("0") in map(str, range(1, _MONTHS + 1))}
    found |= numbered if len(numbered) == _MONTHS else _find_initials(names)
    parts = [name for name, (_, part) in found.items() if not _is_whole(part)]
    return found if len(parts) >= _FEWEST else {}


def _find_initials(names: list[str]) -> dict[str, tuple[str, str]]:
    """Find twelve columns beside each other called by the first letters of the months; a repeated one has its number.

    >>> _find_initials(["J", "F", "M", "A", "M (6)", "J (7)", "J (8)", "A (9)", "S", "O", "N", "D"])["M (6)"]
    ('', 'M5')
    """
    letters = "".join(name[0] if re.fullmatch(r"[A-Z]( \(\d+\))?", name) else "-" for name in names)
    start = next((letters.index(one) for one in _INITIALS if letters.count(one) == 1), None)
    if start is None:
        return {}
    return {name: ("", f"M{month}") for month, name in enumerate(names[start : start + _MONTHS], 1)}


def _split(name: str) -> tuple[str, str]:
    """Split a heading of two rows: *Milk* above *Q1*, or *Q1* above its unit."""
    part, _, unit = name.partition(" (")
    title, _, last = name.rpartition(", ")
    return (f"({unit}", part) if unit.endswith(")") and not unit[:-1].isdigit() else (title, last)


def _names_part(name: str) -> bool:
    period = read_part_of_year(_YEAR, name, "")
    return period is not None and bool(name.strip())


def _is_whole(name: str) -> bool:
    return str(read_part_of_year(_YEAR, name, "")) == _YEAR


def are_within(contents: ColumnContents, name: str, period: str) -> bool:
    """Return whether a column has days or months of the years in another one; else they are those of an edition.

    >>> rows = [["2019", "2019-03", "2021-05"], ["2020", "2020-03", "2021-05"]]
    >>> contents = ColumnContents(["Year", "Month", "Updated"], rows)
    >>> are_within(contents, "Month", "Year"), are_within(contents, "Updated", "Year")
    (True, False)
    """
    pairs = zip(*(map(read_heading_period, contents.cells(column)) for column in (name, period)), strict=True)
    return any(one[:4] == other[:4] for one, other in pairs if one and other)
