"""What leaves open which areas a file means is refused, with the option that decides."""

from __future__ import annotations

from collections import Counter

from indicators.errors import UsageError
from indicators.files import read_embedded_catalogue
from indicators.importing import messages
from indicators.importing.area_cells import find_country_of_part
from indicators.importing.area_code_lists import AREA_CODE_LISTS, find_other_list
from indicators.importing.area_columns import find_doubtful_areas
from indicators.importing.column_contents import ColumnContents
from indicators.importing.mapping import ColumnMapping
from indicators.importing.sections import find_section
from indicators.model.formatting import join_names

_FEWEST, _MOST_NAMED = 2, 3


def check_areas(contents: ColumnContents, mapping: ColumnMapping, given: ColumnMapping | None, file: str) -> None:
    """Check that the areas of a file are those of their names and codes.

    Args:
        contents: The rows.
        mapping: The roles of the columns.
        given: Those that the user gave.
        file: The name of the file, for the message.

    Raises:
        UsageError: Two texts may be one area, another list of codes explains the file better, a heading within the
            table tells the rows below it apart, figures among periods have no heading, or columns are named after
            areas though all rows would be of one.
    """
    if given is None or not given.value_columns:
        _check_one_area(contents, mapping, file)
    if doubtful := find_doubtful_areas(contents, mapping):
        one, other = doubtful
        message = messages.AREAS_IN_DOUBT.format(file=file, one=one, other=other)
        raise UsageError(message, hint=messages.CHOOSE_AREA.format(one=one, other=other))
    _check_code_list(contents, mapping, file)
    _check_headings(contents, mapping, file)
    if section := find_section(contents, mapping):
        hint = messages.ADD_SECTIONS.format(section=section)
        raise UsageError(messages.SECTIONS.format(file=file, section=section), hint=hint)


def list_area_headings(contents: ColumnContents) -> list[str]:
    """List the columns of numbers that are named after areas, or after parts of one country, if most of them are.

    >>> rows = [["2019", "1", "2", "a"]]
    >>> list_area_headings(ColumnContents(["Year", "England", "Wales", "Note"], rows, {}.get))
    ['England', 'Wales']
    >>> list_area_headings(ColumnContents(["Year", "Milk", "Wales", "Note"], rows, {}.get))
    []
    """
    names = [name for name in contents.header if contents.is_numeric(name)]
    parts = {name: country for name in names if (country := find_country_of_part(name))}
    country, count = next(iter(Counter(parts.values()).most_common(1)), ("", 0))
    is_part = {name for name, one in parts.items() if one == country and count >= _FEWEST}
    found = [name for name in names if name in is_part or contents.is_area(name)]
    rest = [name for name in names if name not in found and contents.share_of_periods(name) < 1]
    return found if len(found) >= _FEWEST and len(found) > len(rest) else []


def _check_one_area(contents: ColumnContents, mapping: ColumnMapping, file: str) -> None:
    """Refuse one area for all rows where columns are named after others.

    Raises:
        UsageError: They are; the hint names the choices.
    """
    named = list_area_headings(contents) if mapping.one_area else []
    if named:
        message = messages.AREAS_ARE_COLUMNS.format(file=file, names=join_names(named[:_MOST_NAMED]))
        raise UsageError(message, hint=f"{messages.NO_ONE_AREA} {messages.CHOOSE_COLUMNS.format(name=named[0])}")


def _check_code_list(contents: ColumnContents, mapping: ColumnMapping, file: str) -> None:
    """Refuse codes of areas that another list explains better.

    Raises:
        UsageError: It does; the hint names the option.
    """
    other = find_other_list(contents, mapping)
    if other is None:
        return
    areas = read_embedded_catalogue().areas
    ours, theirs = (areas.by_code[code].name if code in areas.by_code else code for code in (other.ours, other.theirs))
    is_listed = other.name in AREA_CODE_LISTS
    name = AREA_CODE_LISTS.get(other.name) or messages.LIST_OF_PARTS.format(list=other.name)
    message = messages.OTHER_CODES.format(file=file, code=other.code, theirs=theirs, list=name, ours=ours)
    hint = messages.CHOOSE_CODES if is_listed else messages.DECLARE_PARTS
    raise UsageError(message, hint=hint.format(list=other.name, code=other.code, theirs=theirs))


def _check_headings(contents: ColumnContents, mapping: ColumnMapping, file: str) -> None:
    """Refuse figures without a heading between periods: a year may be above the first of its columns, or above all.

    Raises:
        UsageError: There are some; the hint names the option.
    """
    dated = [place for place, name in enumerate(contents.header) if name in mapping.periods]
    for place in range(min(dated, default=0), max(dated, default=0)):
        name = contents.header[place]
        is_bare = name == f"column {place + 1}" and name not in (*mapping.used, *mapping.ignore)
        if is_bare and contents.is_numeric(name) and not contents.counts_rows(name):
            message = messages.NO_HEADING.format(file=file, column=name)
            raise UsageError(message, hint=messages.NAME_OR_IGNORE.format(column=name))
