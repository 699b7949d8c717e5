"""Rows that head a part of a table: *Exports* above some countries and *Imports* above others."""

from __future__ import annotations

import re
from bisect import bisect
from typing import Final

from indicators.importing.column_contents import ColumnContents, is_number
from indicators.importing.column_names import rank_name
from indicators.importing.mapping import ColumnMapping
from indicators.model.codelists import fold_name

__all__ = ["find_section"]

_REGION: Final = re.compile(
    r"\b(europ\w*|asia|africa|america|americas|oceania|pacific|caribbean|middle east|world|(sub)?regions?|continents?|"
    r"countries|economies|states|territories|islands|union|income|north\w*|south\w*|east\w*|west\w*|central|others?|"
    r"members?|oecd|g7|g20)\b"
)
_LONGEST: Final = 80  # what is longer is a remark


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
    texts = [contents.cells(name) for name in contents.header if name not in mapping.value_columns]
    found = {}
    for place in (place for place, cell in enumerate(values[0]) if not cell):
        cells = [column[place] for column in texts if column[place]]
        if len(cells) == 1 and not any(column[place] for column in values):
            found[place] = cells[0]
    return found


def _is_heading(contents: ColumnContents, mapping: ColumnMapping, text: str) -> bool:
    is_area = contents.find_area(text) is not None or rank_name("total", text) is not None
    is_region = _REGION.search(fold_name(text)) is not None
    return not (is_area or is_region or text in mapping.areas or len(text) > _LONGEST)
