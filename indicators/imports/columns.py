"""Which column of a file holds what: recognised by the names that publishers use, or said in a mapping.

The names are those of SDMX-CSV, of Our World in Data, of the World Bank's and the IMF's downloads and of plain
spreadsheets. Columns that are years or other periods make a wide table, one figure a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

import yaml

from indicators.codelists import folded
from indicators.errors import DataError, UsageError, nearest
from indicators.imports.times import period

__all__ = ["ROLES", "Mapping", "completed", "header_row", "read_mapping", "recognised"]

ROLES = {
    "area": (
        "ref area", "country code", "code", "iso3", "iso 3", "iso a3", "iso code", "iso alpha 3", "alpha3", "iso",
        "countryiso3code", "country iso3", "weo country code", "geo", "reporter", "ref area code", "iso2",
    ),
    "area_name": (
        "entity", "country", "country name", "area", "area name", "economy", "location", "region", "name", "territory",
        "reference area", "nation", "страна", "регион", "国家", "地区",
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
        "time period", "year", "date", "time", "period", "day", "month", "quarter", "years", "год", "дата", "период",
        "年份", "年",
    ),
    "value": ("obs value", "value", "val", "amount", "figure", "observation value", "значение", "数值"),
    "unit": ("unit measure", "unit", "units", "unit of measure", "currency", "единица", "ед изм", "单位"),
    "multiplier": ("unit mult", "unit multiplier", "scale", "multiplier"),
    "status": ("obs status", "status", "flag", "flags", "obs flag"),
    "vintage": ("vintage", "release date", "realtime start", "edition"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks", "footnote"),
}  # fmt: skip
"""What a column can hold, and the names it is recognised by, the surest first; `folded`."""

_LINES_BEFORE_THE_HEADER = 20


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column of a file holds what.

    Attributes:
        area: Column of the area's code.
        area_name: Column of its name, used where the code says nothing.
        counterpart: Column of the other area.
        indicator: Column of the indicator's code.
        indicator_name: Column of its name.
        period: Column of the period.
        unit: Column of the unit.
        multiplier: Column of the power of ten.
        status: Column of the status.
        vintage: Column of the day from which the figure was known.
        note: Column of notes.
        values: Columns of values, each with the name of its indicator; an empty name is said elsewhere.
        periods: Columns of values that are periods, with the period.
        areas: What the file calls an area, and the code or name we know it by.
        all_units: The unit of all values; empty when the file says it.
        one_area: The area of all rows; empty when the file says it.
        one_period: The period of all rows; empty when the file says it.
    """

    area: str = ""
    area_name: str = ""
    counterpart: str = ""
    indicator: str = ""
    indicator_name: str = ""
    period: str = ""
    unit: str = ""
    multiplier: str = ""
    status: str = ""
    vintage: str = ""
    note: str = ""
    values: dict[str, str] = field(default_factory=dict)
    periods: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    all_units: str = ""
    one_area: str = ""
    one_period: str = ""

    @property
    def used(self) -> frozenset[str]:
        """The columns that hold something."""
        single = {getattr(self, name) for name in ROLES if name != "value"}
        return frozenset(single | set(self.values) | set(self.periods)) - {""}

    @property
    def described(self) -> str:
        """Which column is read as what, in words.

        >>> Mapping(area="Code", period="Year", values={"GDP": "gdp"}).described
        'area: Code, period: Year; values: GDP'
        """
        roles = [f"{role.replace('_', ' ')}: {getattr(self, role)}" for role in ROLES if getattr(self, role, "")]
        values = [*self.values, *list(self.periods)[:1]]
        more = f" and {len(self.periods) - 1} more periods" if len(self.periods) > 1 else ""
        return f"{', '.join(roles)}; values: {', '.join(values)}{more}"

    @property
    def missing(self) -> tuple[str, ...]:
        """What is needed and not there."""
        lacks = {
            "a column of countries": not (self.area or self.area_name or self.one_area),
            "a column of years or other periods, or a column for each of them": not (
                self.period or self.periods or self.one_period
            ),
            "a column of values": not (self.values or self.periods),
        }
        return tuple(name for name, absent in lacks.items() if absent)


def recognised(header: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> Mapping:
    """The columns that are recognised by their names; with no column called a value, those that hold numbers.

    Args:
        header: The names of the columns.
        rows: Some rows, to tell a column of numbers from one of words.

    >>> recognised(["Entity", "Code", "Year", "GDP per capita"], [["Russia", "RUS", "2020", "10.5"]]).values
    {'GDP per capita': 'GDP per capita'}
    >>> recognised(["Country Name", "Country Code", "1960", "1961"]).periods
    {'1960': '1960', '1961': '1961'}
    """
    by_name: dict[str, str] = {}
    for name in header:
        by_name.setdefault(folded(name), name)
    taken: dict[str, str] = {}
    for role, names in ROLES.items():
        found = next((by_name[name] for name in names if name in by_name), "")
        if found and found not in taken.values():
            taken[role] = found
    if "indicator" not in taken and taken.get("area") == "Code" and "area_name" not in taken:
        taken.pop("area")  # a code beside no name of an area may be of anything
    periods = {} if "period" in taken else _period_columns(header, set(taken.values()))
    value = taken.pop("value", "")
    if value or periods:
        values = {value: ""} if value and not periods else {}
    else:
        values = {name: name for name in _number_columns(header, list(rows), set(taken.values()))}
    return replace(Mapping(**taken), values=values, periods=periods)  # type: ignore[arg-type]  # all are texts


def completed(said: Mapping | None, header: Sequence[str], rows: Iterable[Sequence[str]], file: str) -> Mapping:
    """What was said of the columns, and for the rest what is recognised.

    Args:
        said: The mapping of the reader, which may leave out what is recognised.
        header: The names of the columns.
        rows: Some rows.
        file: Name of the file, for the messages.

    Raises:
        UsageError: A column that was named is not there, or one that is needed was not recognised.
    """
    found = recognised(header, rows)
    if said is not None:
        values = {} if said.periods else said.values or found.values
        periods = {} if said.values else said.periods or found.periods
        names = [name for name in Mapping.__dataclass_fields__ if name not in ("values", "periods", "areas")]
        # A column that was said to hold one thing holds no other.
        chosen = {n: getattr(said, n) or ("" if getattr(found, n) in said.used else getattr(found, n)) for n in names}
        single = {chosen[name] for name in ROLES if name != "value"}
        values = {column: name for column, name in values.items() if column not in single}
        found = Mapping(**chosen, values=values, periods=periods, areas=said.areas)
    unknown = sorted(found.used - set(header))
    if unknown:
        near = nearest(unknown[0], header)
        hint = f"Nearest: {', '.join(near)}." if near else None
        raise UsageError(f"{file} has no column {unknown[0]!r}.", expected=f"one of {', '.join(header)}", hint=hint)
    if found.missing:
        raise UsageError(
            f"{file}: {found.missing[0]} was not recognised.",
            found=", ".join(header),
            hint="Say which column it is with --mapping: `area: …`, `period: …`, `values: {column: indicator}`.",
        )
    return found


def header_row(rows: Sequence[Sequence[str]]) -> int:
    """The place of the header: the line in which most columns are recognised; the first when none are.

    Downloads of the World Bank and others begin with lines about themselves.
    """
    best, most = 0, 1
    for place, row in enumerate(rows[:_LINES_BEFORE_THE_HEADER]):
        mapping = recognised(row)
        known = len([name for name in ROLES if name != "value" and getattr(mapping, name)])
        known += len(mapping.values) + (1 if mapping.periods else 0)
        if known > most:
            best, most = place, known
    return best


def read_mapping(path: Path) -> Mapping:
    """Read a mapping: YAML with the names of `Mapping`, such as ``area: Land`` and ``values: {Umsatz: turnover}``.

    Raises:
        UsageError: It is no mapping, or has a name that there is not.
    """
    try:
        content = yaml.safe_load(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataError("The mapping cannot be read.", found=str(error).splitlines()[0]) from error
    if not isinstance(content, dict):
        raise UsageError("This is no mapping.", found=str(content), expected="lines such as `area: Country code`")
    kinds = {one.name: one.name in ("values", "periods", "areas") for one in fields(Mapping)}
    said: dict[str, str | dict[str, str]] = {}
    for name, value in content.items():
        if name not in kinds:
            near = nearest(str(name), kinds)
            hint = f"Nearest: {', '.join(near)}." if near else None
            raise UsageError(f"A mapping has no {name!r}.", expected=", ".join(kinds), hint=hint)
        if isinstance(value, dict) != kinds[name]:
            wanted = f"{name}: {{column: meaning}}" if kinds[name] else f"{name}: column"
            raise UsageError(f"{name} of the mapping is of another kind.", found=str(value), expected=wanted)
        said[name] = {str(key): str(text) for key, text in value.items()} if isinstance(value, dict) else str(value)
    return Mapping(**said)  # type: ignore[arg-type]  # texts and tables of texts, as checked above


def _period_columns(header: Sequence[str], taken: set[str]) -> dict[str, str]:
    found = {name: period(name) for name in header if name not in taken}
    return {name: str(one) for name, one in found.items() if one is not None}


def _number_columns(header: Sequence[str], rows: list[Sequence[str]], taken: set[str]) -> list[str]:
    names = []
    for place, name in enumerate(header):
        cells = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        digits = [any(character.isdigit() for character in cell) and cell[0] in "+-−.,0123456789" for cell in cells]
        if name and name not in taken and digits and sum(digits) > len(digits) / 2:
            names.append(name)
    return names
