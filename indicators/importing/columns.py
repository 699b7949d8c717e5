"""The roles of a file's columns, recognised by the names that publishers use.

The names are those of SDMX-CSV, Our World in Data, downloads from the World Bank and the IMF, and plain spreadsheets.
Columns that are years or other periods make a wide table, with one figure per cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from indicators.errors import UsageError, suggest_nearest
from indicators.importing import messages
from indicators.importing.mapping import ColumnMapping
from indicators.importing.period_cells import read_period
from indicators.language.languages import LANGUAGES
from indicators.model.codelists import fold_name

__all__ = ["COLUMN_NAMES", "complete_mapping", "find_header_row", "recognise_columns"]

_PUBLISHERS_NAMES = """
area: ref area; country code; code; iso3; iso 3; iso a3; iso code; iso alpha 3; alpha3; iso; countryiso3code; country \
iso3; weo country code; geo; geo time period; reporter; ref area code; iso2
area_name: entity; country; country name; area; area name; economy; location; region; name; territory; reference area; \
nation; land; pays; país
counterpart: counterpart area; counterpart; partner; partner code
indicator: indicator; indicator code; series code; weo subject code; series; subject code; variable code
indicator_name: indicator name; series name; subject descriptor; variable; variable name; subject; measure
period: time period; year; date; time; period; day; observation date; month; quarter; years; jahr; année; año; anno; \
ano; jaar; rok
value: obs value; value; val; amount; figure; observation value
unit: unit measure; unit; units; unit of measure; currency
unit_name: unit of measure; unit name; units name
multiplier: unit mult; unit multiplier; powercode code; powercode; power code; scale; multiplier
status: obs status; status; flag; flags; obs flag
vintage: vintage; release date; realtime start; edition
note: note; notes; comment; comments; remark; remarks; footnote; country series specific notes
estimates_after: estimates start after; latest actual annual data
"""

COLUMN_NAMES = {
    role: (*names.split("; "), *(name for one in LANGUAGES.values() for name in one.column_names.get(role, ())))
    for role, names in (line.split(": ") for line in _PUBLISHERS_NAMES.strip().splitlines())
}
"""The roles of a column, with the names that identify each, the most reliable first; as `fold_name` gives them."""

_LINES_BEFORE_THE_HEADER = 20
_ABOUT_THE_FILE = (
    "dataflow", "structure", "structure id", "structure name", "action", "last update", "freq", "frequency",
    "frequency of observation",
)  # fmt: skip


def recognise_columns(header: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> ColumnMapping:
    """Recognise columns by their names; if none is named as a value, columns of numbers are values.

    Args:
        header: The names of the columns.
        rows: Some rows, to tell columns of numbers from columns of words.

    >>> recognise_columns(["Entity", "Code", "Year", "GDP per capita"], [["Russia", "RUS", "2020", "10.5"]]).values
    {'GDP per capita': 'GDP per capita'}
    >>> recognise_columns(["Country Name", "Country Code", "1960", "1961"]).periods
    {'1960': '1960', '1961': '1961'}
    """
    by_name: dict[str, str] = {}
    for name in header:
        by_name.setdefault(fold_name(name), name)
    taken: dict[str, str] = {}
    for role, names in COLUMN_NAMES.items():
        found = next((by_name[name] for name in names if name in by_name), "")
        if found and found not in taken.values():
            taken[role] = found
    if "indicator" not in taken and taken.get("area") == "Code" and "area_name" not in taken:
        taken.pop("area")  # a code without the name of an area could be anything
    rows = list(rows)
    periods = {} if "period" in taken else _find_period_columns(header, set(taken.values()))
    of_years = "" if periods or "period" in taken else _find_year_column(header, rows, set(taken.values()))
    if of_years:
        taken["period"] = of_years
    value = taken.pop("value", "")
    if value or periods:
        values = {value: ""} if value and not periods else {}
    else:
        values = {name: name for name in _find_number_columns(header, rows, set(taken.values()))}
    dimensions = _find_dimensions(header, value, {*taken.values(), *values, *periods})
    return replace(_make_mapping(taken), values=values, periods=periods, dimensions=dimensions)


def _make_mapping(columns: dict[str, str]) -> ColumnMapping:
    return replace(ColumnMapping(), **columns)  # type: ignore[arg-type]  # by role, each the name of a column


def complete_mapping(
    given: ColumnMapping | None, header: Sequence[str], rows: Iterable[Sequence[str]], file: str
) -> ColumnMapping:
    """Complete a mapping with the columns that are recognised.

    Args:
        given: The user's mapping, which may leave out what is recognised.
        header: The names of the columns.
        rows: Some rows.
        file: Name of the file, for the messages.

    Raises:
        UsageError: A given column doesn't exist, or a required one was not recognised.
    """
    found = recognise_columns(header, rows)
    if given is not None and not given.recognise:
        found = given
    elif given is not None:
        values = {} if given.periods else given.values or found.values
        periods = {} if given.values else given.periods or found.periods
        names = [role for role in COLUMN_NAMES if role != "value"] + ["all_units", "one_area", "one_period"]
        # A column with a given role has no other.
        chosen = {n: getattr(given, n) or ("" if getattr(found, n) in given.used else getattr(found, n)) for n in names}
        single = {chosen[name] for name in COLUMN_NAMES if name != "value"}
        values = {column: name for column, name in values.items() if column not in single}
        dimensions = given.dimensions or tuple(name for name in found.dimensions if name not in given.used)
        found = replace(
            _make_mapping(chosen),
            dimensions=dimensions,
            values=values,
            periods=periods,
            areas=given.areas,
            units=given.units,
        )
    unknown = sorted(found.used - set(header))
    if unknown:
        hint = suggest_nearest(unknown[0], header)
        expected = messages.ONE_OF.format(names=", ".join(header))
        raise UsageError(messages.NO_COLUMN.format(file=file, column=unknown[0]), expected=expected, hint=hint)
    if found.missing:
        message = messages.NOT_RECOGNISED.format(file=file, role=found.missing[0])
        raise UsageError(message, found=", ".join(header), hint=messages.GIVE_COLUMN)
    return found


def find_header_row(rows: Sequence[Sequence[str]]) -> int:
    """Find the header: the line in which most columns are recognised, or the first line.

    Downloads from the World Bank and others begin with lines about the file.
    """
    best, most = 0, 1
    for place, row in enumerate(rows[:_LINES_BEFORE_THE_HEADER]):
        mapping = recognise_columns(row)
        known = len([name for name in COLUMN_NAMES if name != "value" and getattr(mapping, name)])
        known += len(mapping.values) + (1 if mapping.periods else 0)
        if known > most:
            best, most = place, known
    return best


def _find_dimensions(header: Sequence[str], value: str, taken: set[str]) -> tuple[str, ...]:
    """Find the dimensions: in SDMX-CSV and Eurostat's tables they come before the values, and attributes after."""
    folded_names = [fold_name(name) for name in header]
    if value and fold_name(value) == "obs value":
        end = header.index(value)
    elif any(name.endswith("time period") and name != "time period" for name in folded_names):
        end = next(place for place, name in enumerate(folded_names) if name.endswith("time period"))
    else:
        return ()
    labels = {name for place, name in enumerate(folded_names) if place and _is_label(name, folded_names[place - 1])}
    return tuple(
        name
        for name, plain in zip(header[:end], folded_names, strict=False)
        if name not in taken
        and plain not in _ABOUT_THE_FILE
        and plain not in labels
        and not plain.startswith("column ")
    )


def _is_label(name: str, before: str) -> bool:
    """Return whether a column is the name of the code before it: the OECD's ``REF_AREA,Reference area``."""
    names = {"ref area": "reference area", "unit measure": "unit of measure", "time period": "time period"}
    return name == before or names.get(before) == name


def _find_period_columns(header: Sequence[str], taken: set[str]) -> dict[str, str]:
    found = {name: read_period(name) for name in header if name not in taken}
    return {name: str(one) for name, one in found.items() if one is not None}


def _find_year_column(header: Sequence[str], rows: Sequence[Sequence[str]], taken: set[str]) -> str:
    """Find the first column with only years or other periods between 1700 and 2200; empty if there is none."""
    for place, name in enumerate(header):
        cells = {row[place].strip() for row in rows if place < len(row)} - {""}
        found = [read_period(cell) for cell in cells]
        if name not in taken and found and all(one is not None and 1700 <= one.first.year <= 2200 for one in found):
            return name
    return ""


def _find_number_columns(header: Sequence[str], rows: list[Sequence[str]], taken: set[str]) -> list[str]:
    names = []
    for place, name in enumerate(header):
        cells = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        digits = [any(character.isdigit() for character in cell) and cell[0] in "+-−.,0123456789" for cell in cells]
        if name and name not in taken and digits and sum(digits) > len(digits) / 2:
            names.append(name)
    return names
