"""A second column of periods beside the one that figures are dated by: *Previous year*, *End*, the day of an edition.

It may be left aside if it says the same, ends the periods of the first, or has days after them. Else which of the two
a figure belongs to is for the user to say.
"""

from __future__ import annotations

import re
from typing import Final

from indicators.errors import UsageError
from indicators.importing import period_messages
from indicators.importing.column_contents import ColumnContents, is_missing, read_heading_period
from indicators.importing.column_names import fold_heading, rank_name
from indicators.importing.frequencies import restate_period
from indicators.importing.mapping import ColumnMapping
from indicators.model.periods import Frequency, TimePeriod

_ENDS: Final = frozenset(
    "start end from to until till begin beginning von bis ab debut fin inicio desde hasta inizio fine van tot od "
    "do".split()
)
_OF_YEARS: Final = ("year", "date", "jahr", "datum", "jaar")
_WHICH: Final = frozenset(
    "most recent latest newest current last previous prior next first earliest earlier later second fiscal financial "
    "calendar reference survey reporting letztes letzter voriges derniere precedente ultimo anterior".split()
)
_LONGER: Final = (Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.HALF_YEARLY, Frequency.ANNUAL)
_EXACT: Final = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|[QS]\d))?")
_OPEN_DAY: Final = re.compile(r"\d\d?[./-]\d\d?[./-]\d{4}")
_DAY: Final = len("2024-01-31")


def check_second_periods(contents: ColumnContents, mapping: ColumnMapping, given: ColumnMapping, file: str) -> None:
    """Check that figures are dated by one column.

    Args:
        contents: The rows.
        mapping: The roles of all columns.
        given: The roles that the user gave.
        file: Name of the file.

    Raises:
        UsageError: Another column has periods, too, and nothing says which a figure belongs to.

    >>> rows = [["Peru", "2020", "2019", "7"], ["Chile", "2020", "2018", "8"]]
    >>> contents = ColumnContents(["Country", "Latest year", "Previous year", "Rate"], rows)
    >>> mapping = ColumnMapping(area_name="Country", period="Latest year", values={"Rate": ""})
    >>> check_second_periods(contents, mapping, ColumnMapping(), "a.csv")
    Traceback (most recent call last):
    ...
    indicators.errors.UsageError: a.csv: the columns 'Latest year' and 'Previous year' both have periods, ...
    """
    first = mapping.period
    if not first or first == given.period or mapping.periods:
        return
    settled = {*given.used, *given.ignore, *mapping.used} - {*mapping.values, *mapping.dimensions} | {*given.dimensions}
    for second in contents.header:
        if second not in {*settled, *given.values, first, ""} and _dates_figures(contents, mapping, second):
            message = period_messages.TWO_PERIODS.format(file=file, first=first, second=second)
            raise UsageError(message, hint=period_messages.CHOOSE_PERIOD.format(first=first, second=second))


def has_later_days(contents: ColumnContents, name: str, period: str) -> bool:
    """Return whether a column has days that are all after the periods of their rows: those of an edition.

    >>> rows = [["2019", "2024-05-01"], ["2020", "2023-06-01"]]
    >>> has_later_days(ColumnContents(["Year", "Date"], rows), "Date", "Year")
    True
    """
    pairs = _pair(contents, period, name)
    return bool(pairs) and all(_is_later(*pair) for pair in pairs)


def _is_later(one: str, other: str) -> bool:
    if not _is_exact(one) or len(one) == _DAY:
        return False
    if not _is_exact(other):
        return _OPEN_DAY.fullmatch(other) is not None and other[-4:] > one[:4]
    return len(other) == _DAY and TimePeriod.parse(other).first > TimePeriod.parse(one).last


def _dates_figures(contents: ColumnContents, mapping: ColumnMapping, name: str) -> bool:
    texts = [text for text in contents.texts(name) if not is_missing(text)]
    words = fold_heading(name).split()
    dated = [
        one
        for one in words
        if rank_name("period", one) is not None or one in _ENDS or (one.endswith(_OF_YEARS) and one != "update")
    ]
    if not texts or not dated or not {*words} <= {*dated, *_WHICH}:  # the year of a census or of birth dates no figure
        return False
    if contents.share_of_periods(name) < 1.0 or has_later_days(contents, name, mapping.period):
        return False
    areas = [one for one in (mapping.area, mapping.area_name) if one]
    is_repeated = areas and contents.count(areas) * 2 <= contents.length and contents.count([name]) > 1
    if is_repeated and contents.is_determined(name, areas) and name not in mapping.values:
        return False  # the year in which something happened in each country
    return not all(_say_the_same(*pair) for pair in _pair(contents, mapping.period, name))


def _pair(contents: ColumnContents, first: str, second: str) -> list[tuple[str, str]]:
    cells = zip(*(map(read_heading_period, contents.cells(name)) for name in (first, second)), strict=True)
    return [pair for pair in dict.fromkeys(cells) if all(pair)]


def _say_the_same(one: str, other: str) -> bool:
    """Return whether a period contains another, or two days are the first and the last of a period."""
    if one.startswith(other) or other.startswith(one):
        return True
    if not (_is_exact(one) and _is_exact(other)):
        return False
    start, end = TimePeriod.parse(one), TimePeriod.parse(other)
    if start.first <= end.first <= end.last <= start.last or end.first <= start.first <= start.last <= end.last:
        return True
    longer = (restate_period(start, frequency) for frequency in _LONGER)
    return any(found and (found.first, found.last) == (start.first, end.last) for found in longer)


def _is_exact(text: str) -> bool:
    return _EXACT.fullmatch(text) is not None
