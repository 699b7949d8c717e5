"""Which column of a file holds what: recognised by the names that publishers use, or said in a mapping.

The names are those of SDMX-CSV, of Our World in Data, of the World Bank's and the IMF's downloads and of plain
spreadsheets. Columns that are years or other periods make a wide table, one figure a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from indicators.errors import UsageError, suggest_nearest
from indicators.importing.mapping import ColumnMapping
from indicators.importing.period_cells import read_period
from indicators.model.codelists import fold_name

__all__ = ["COLUMN_NAMES", "complete_mapping", "find_header_row", "recognise_columns"]

COLUMN_NAMES = {
    "area": (
        "ref area", "country code", "code", "iso3", "iso 3", "iso a3", "iso code", "iso alpha 3", "alpha3", "iso",
        "countryiso3code", "country iso3", "weo country code", "geo", "geo time period", "reporter",
        "ref area code", "iso2",
    ),
    "area_name": (
        "entity", "country", "country name", "area", "area name", "economy", "location", "region", "name",
        "territory",
        "reference area", "nation", "land", "pays", "país", "страна", "регион", "国家", "地区",
    ),
    "counterpart": ("counterpart area", "counterpart", "partner", "partner code"),
    "indicator": (
        "indicator", "indicator code", "series code", "weo subject code", "series", "subject code", "variable code",
    ),
    "indicator_name": (
        "indicator name", "series name", "subject descriptor", "variable", "variable name", "subject", "measure",
        "показатель", "指标",
    ),
    "period": (
        "time period", "year", "date", "time", "period", "day", "observation date", "month", "quarter", "years",
        "jahr", "année", "año", "anno", "ano", "jaar", "rok", "год", "дата", "период", "年份", "年",
    ),
    "value": ("obs value", "value", "val", "amount", "figure", "observation value", "значение", "数值"),
    "unit": ("unit measure", "unit", "units", "unit of measure", "currency", "единица", "ед изм", "单位"),
    "unit_name": ("unit of measure", "unit name", "units name"),
    "multiplier": ("unit mult", "unit multiplier", "scale", "multiplier"),
    "status": ("obs status", "status", "flag", "flags", "obs flag"),
    "vintage": ("vintage", "release date", "realtime start", "edition"),
    "note": (
        "note", "notes", "comment", "comments", "remark", "remarks", "footnote", "country series specific notes",
    ),
    "estimates_after": ("estimates start after", "latest actual annual data"),
}  # fmt: skip
"""What a column can hold, and the names it is recognised by, the surest first; `fold_name`."""

_LINES_BEFORE_THE_HEADER = 20
_ABOUT_THE_FILE = (
    "dataflow", "structure", "structure id", "structure name", "action", "last update", "freq", "frequency",
    "frequency of observation",
)  # fmt: skip


def recognise_columns(header: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> ColumnMapping:
    """The columns that are recognised by their names; with no column called a value, those that hold numbers.

    Args:
        header: The names of the columns.
        rows: Some rows, to tell a column of numbers from one of words.

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
        taken.pop("area")  # a code beside no name of an area may be of anything
    rows = list(rows)
    periods = {} if "period" in taken else _period_columns(header, set(taken.values()))
    of_years = "" if periods or "period" in taken else _column_of_years(header, rows, set(taken.values()))
    if of_years:
        taken["period"] = of_years
    value = taken.pop("value", "")
    if value or periods:
        values = {value: ""} if value and not periods else {}
    else:
        values = {name: name for name in _number_columns(header, rows, set(taken.values()))}
    dimensions = _dimensions(header, value, {*taken.values(), *values, *periods})
    return replace(_filled(taken), values=values, periods=periods, dimensions=dimensions)


def _filled(columns: dict[str, str]) -> ColumnMapping:
    return replace(ColumnMapping(), **columns)  # type: ignore[arg-type]  # by role, each the name of a column


def complete_mapping(
    said: ColumnMapping | None, header: Sequence[str], rows: Iterable[Sequence[str]], file: str
) -> ColumnMapping:
    """What was said of the columns, and for the rest what is recognised.

    Args:
        said: The mapping of the reader, which may leave out what is recognised.
        header: The names of the columns.
        rows: Some rows.
        file: Name of the file, for the messages.

    Raises:
        UsageError: A column that was named is not there, or one that is needed was not recognised.
    """
    found = recognise_columns(header, rows)
    if said is not None and not said.recognise:
        found = said
    elif said is not None:
        values = {} if said.periods else said.values or found.values
        periods = {} if said.values else said.periods or found.periods
        names = [role for role in COLUMN_NAMES if role != "value"] + ["all_units", "one_area", "one_period"]
        # A column that was said to hold one thing holds no other.
        chosen = {n: getattr(said, n) or ("" if getattr(found, n) in said.used else getattr(found, n)) for n in names}
        single = {chosen[name] for name in COLUMN_NAMES if name != "value"}
        values = {column: name for column, name in values.items() if column not in single}
        dimensions = said.dimensions or tuple(name for name in found.dimensions if name not in said.used)
        found = replace(
            _filled(chosen), dimensions=dimensions, values=values, periods=periods, areas=said.areas, units=said.units
        )
    unknown = sorted(found.used - set(header))
    if unknown:
        hint = suggest_nearest(unknown[0], header)
        raise UsageError(f"{file} has no column {unknown[0]!r}.", expected=f"one of {', '.join(header)}", hint=hint)
    if found.missing:
        raise UsageError(
            f"{file}: {found.missing[0]} was not recognised.",
            found=", ".join(header),
            hint="Say which column it is with --mapping: `area: …`, `period: …`, `values: {column: indicator}`; "
            "or one for all rows: `--country`, `one_period: …`.",
        )
    return found


def find_header_row(rows: Sequence[Sequence[str]]) -> int:
    """The place of the header: the line in which most columns are recognised; the first when none are.

    Downloads of the World Bank and others begin with lines about themselves.
    """
    best, most = 0, 1
    for place, row in enumerate(rows[:_LINES_BEFORE_THE_HEADER]):
        mapping = recognise_columns(row)
        known = len([name for name in COLUMN_NAMES if name != "value" and getattr(mapping, name)])
        known += len(mapping.values) + (1 if mapping.periods else 0)
        if known > most:
            best, most = place, known
    return best


def _dimensions(header: Sequence[str], value: str, taken: set[str]) -> tuple[str, ...]:
    """In SDMX-CSV and in Eurostat's tables the dimensions stand before the values, the attributes after them."""
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
    """Whether a column is the name beside a code: OECD's ``MEASURE,Measure`` and ``REF_AREA,Reference area``."""
    beside = {"ref area": "reference area", "unit measure": "unit of measure", "time period": "time period"}
    return name == before or beside.get(before) == name


def _period_columns(header: Sequence[str], taken: set[str]) -> dict[str, str]:
    found = {name: read_period(name) for name in header if name not in taken}
    return {name: str(one) for name, one in found.items() if one is not None}


def _column_of_years(header: Sequence[str], rows: Sequence[Sequence[str]], taken: set[str]) -> str:
    """The first column of which every cell is a year or another period of our time; empty when there is none."""
    for place, name in enumerate(header):
        cells = {row[place].strip() for row in rows if place < len(row)} - {""}
        found = [read_period(cell) for cell in cells]
        if name not in taken and found and all(one is not None and 1700 <= one.first.year <= 2200 for one in found):
            return name
    return ""


def _number_columns(header: Sequence[str], rows: list[Sequence[str]], taken: set[str]) -> list[str]:
    names = []
    for place, name in enumerate(header):
        cells = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        digits = [any(character.isdigit() for character in cell) and cell[0] in "+-−.,0123456789" for cell in cells]
        if name and name not in taken and digits and sum(digits) > len(digits) / 2:
            names.append(name)
    return names
