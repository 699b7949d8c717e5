"""Headers of series in columns: lines of labels such as *Title*, *Unit* and *Frequency* above rows of dates.

Central banks and statistical offices hand out series so. The first column has no name; it has the labels of the lines
and then the dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from indicators.importing.cells import read_power
from indicators.importing.column_contents import is_missing, is_number, read_heading_period
from indicators.importing.column_names import fold_heading, rank_name
from indicators.importing.frequencies import find_frequency
from indicators.importing.header_rows import counts_columns, is_title_row

_PERIOD: Final = "Period"
_CODE: Final = re.compile(r"\S*[\d._@{:/]\S*")
_FREQUENCY: Final = ("freq", "frec")
_ONES: Final = ("1", "one", "eins", "un", "uno", "units")
_FEWEST_ROWS: Final = 2
_TITLES: Final = (
    re.compile(r"\b(title|titel|titre|titulo|titolo|name of|series name)\b"),
    re.compile(r"\b(description|descripcion|label|libelle|bezeichnung|beschreibung)\b"),
)
_UNITS: Final = re.compile(r"\b((?:pre ?)?units?|einheit|unidad(es)?|unite|unita|unidade)\b")


class SeriesHeader(NamedTuple):
    """A header of series in columns.

    Attributes:
        last: Its last row, from 0.
        names: The names of the columns: the titles of the series, with their units.
        above: The frequency, and lines of one cell such as a title.
    """

    last: int
    names: tuple[str, ...]
    above: tuple[str, ...] = ()


def find_series_header(rows: Sequence[Sequence[str]]) -> SeriesHeader | None:
    """Find the header of series in columns; ``None`` if the rows have another form.

    >>> rows = [["Title", "Price index"], ["Unit", "2020=100"], ["2023-01", "99.5"], ["2023-02", "100.5"]]
    >>> find_series_header(rows)
    SeriesHeader(last=1, names=('Period', 'Price index (2020=100)'), above=())
    >>> find_series_header([["Date", "Price"], ["2023-01", "99.5"], ["2023-02", "100.5"]]) is None
    True
    """
    first = next((place for place, row in enumerate(rows) if _is_dated(row)), 0)
    dated = rows[first : first + _FEWEST_ROWS]
    above = [row for row in rows[:first] if any(row) and not counts_columns(row, len(row))]
    if len(above) < 2 or len(dated) < _FEWEST_ROWS or not all(map(_is_dated, dated)):
        return None
    has_titles = any(pattern.search(fold_heading(row[0])) for row in above[:-1] for pattern in _TITLES)
    if rank_name("period", above[-1][0]) is not None and (has_titles or not any(above[-1][1:])):
        above = above[:-1]  # it only says where the dates begin, perhaps with the codes of the series
    labels = [fold_heading(row[0]) for row in above]
    if any(rank_name("period", label) is not None or rank_name("area_name", label) is not None for label in labels):
        return None
    width = max(map(len, dated))
    described = [row for row in above if len(row) >= 2 and any(row[1:]) and not is_title_row(row)]
    titles = _choose_titles(described)
    units = [row for row in described if row is not titles and (_UNITS.search(fold_heading(row[0])) or _is_scale(row))]
    units = [row if any(row[2:]) else [row[0], *[row[1]] * (width - 1)] for row in units]  # one for all series
    units = [["" if cell.casefold() in _ONES else cell for cell in row] for row in units]
    if not titles or not any(row[0] and not any(map(str.isdigit, row[0])) for row in described):  # 2015 = 100
        return None
    names = [_PERIOD]
    titles = _tell_apart(titles, [row for row in described if row is not titles and row not in units])
    for place in range(1, width):
        title = titles[place] if place < len(titles) else ""
        unit = " ".join(row[place] for row in units if place < len(row) and row[place])  # £ in one line, m in the next
        further = next((row[place] for row in described if place < len(row) and row[place]), "")
        is_flag = not (title or further) and all(row[place].isalpha() for row in dated if place < len(row))
        names.append("Flags" if is_flag else f"{title} ({unit})" if title and unit else title or further)
    kept = [row for row in above if row not in described or _gives_frequency(row)]
    return SeriesHeader(first - 1, tuple(names), tuple(", ".join(filter(None, row)) for row in kept))


def _is_scale(row: Sequence[str]) -> bool:
    """Return whether a line has the scales of series: *Dimension* beside *Milliarden*, as the Bundesbank writes it."""
    cells = [cell for cell in row[1:] if cell and cell.casefold() not in _ONES]
    are_scales = all(read_power(cell, is_factor=True) is not None for cell in cells)
    return rank_name("multiplier", row[0]) is not None or (fold_heading(row[0]) == "dimension" and are_scales)


def _gives_frequency(row: Sequence[str]) -> bool:
    """Return whether a line gives one frequency for all series."""
    is_named = fold_heading(row[0]).startswith(_FREQUENCY) and len(set(filter(None, row[1:]))) == 1
    return is_named or any(find_frequency([cell]) is not None for cell in row)


def _tell_apart(titles: Sequence[str], others: Sequence[Sequence[str]]) -> Sequence[str]:
    """Add what a line says about series to titles that several have: *Original*, *Seasonally adjusted*.

    >>> _tell_apart(["", "GDP", "GDP"], [["Source", "ABS", "ABS"], ["Type", "Original", "Trend"]])
    ['', 'GDP, Original', 'GDP, Trend']
    """
    for row in others:
        if not any(map(str.isdigit, "".join(row[1:]))):
            told = [f"{title}, {cell}" if title else title for title, cell in zip(titles[1:], row[1:], strict=False)]
            if len(set(titles[1:])) < len(set(told)) == len(titles) - 1:
                return [titles[0], *told]
    return titles


def _is_dated(row: Sequence[str]) -> bool:
    """Return whether a row begins with a period, followed by figures only."""
    if not row or not read_heading_period(row[0]):
        return False
    cells = [cell for cell in row[1:] if cell and not is_missing(cell)]
    return any(map(is_number, cells[:1]))


def _choose_titles(rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """Choose the line with the titles of the series: by its label, else the last one without a label."""
    for pattern in _TITLES:
        for row in rows:
            label = fold_heading(row[0])
            if pattern.search(label) and not _UNITS.search(label):
                return row
    bare = [row for row in rows if not row[0]]
    worded = [row for row in rows if len([cell for cell in row[1:] if " " in cell]) == len(rows[-1]) - 1]
    has_units = any(_UNITS.fullmatch(fold_heading(row[0])) for row in rows)
    if worded and (all(_CODE.fullmatch(cell) for cell in bare[-1][1:] if cell) if bare else has_units):
        return worded[-1]  # a bare line has codes
    is_named = len(rows) > 1 and bool(_UNITS.fullmatch(fold_heading(rows[1][0])))
    return bare[-1] if bare else rows[0] if is_named else []
