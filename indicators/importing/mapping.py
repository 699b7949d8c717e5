"""The mapping of a file's columns to roles, given or recognised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Final, Literal

from pydantic import TypeAdapter, ValidationError

from indicators.errors import DatasetFaultsError, UsageError, suggest_nearest
from indicators.files.documents import read_document
from indicators.files.field_types import collect_faults
from indicators.importing import messages
from indicators.importing.column_contents import split_heading
from indicators.importing.details import keep_whole_intervals

SINGLE_ROLES: Final = (
    "area", "area_name", "counterpart", "indicator", "indicator_name", "period", "unit", "unit_name", "multiplier",
    "status", "vintage", "note", "estimates_after", "frequency", "status_name", "subperiod", "action",
)  # fmt: skip
"""The roles that a single column can have."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The role of each column of a file.

    Attributes:
        area: Column of the area's code.
        area_name: Column of its name, used if the code is unknown.
        counterpart: Column of the other area.
        indicator: Column of the indicator's code.
        indicator_name: Column of its name.
        period: Column of the period.
        unit: Column of the unit.
        unit_name: Column of its name, used if the unit is unknown.
        multiplier: Column of the power of ten.
        status: Column of the status.
        status_name: Column of its name, used if the status has one.
        vintage: Column of the day from which the figure was known.
        note: Column of notes.
        estimates_after: Column of the last year with an actual value; later values are forecasts.
        frequency: Column of the frequency.
        subperiod: Column of the month, quarter or other part of the year in the column of periods.
        action: Column that says whether a row brings figures or withdraws them (``D``), as in SDMX-CSV.
        dimensions: Further columns that distinguish series, such as sex or age.
        ignore: Columns to leave aside.
        values: Columns of values, each with the name of its indicator; empty if another column has it.
        periods: Columns of values that are periods, with the period.
        area_columns: Columns of values that are areas, with the area.
        part_columns: Columns of values that are parts of the year in the column of periods: ``{Jan: M01}``.
        value_units: For a column of values, the column with its units.
        value_statuses: For a column of values, the column with its statuses.
        details: Columns of details of figures: ``lower`` and ``upper`` ends of an interval, ``qualifier``, ``digits``,
            ``said_by``, ``locator``, ``inferred``, each with its column.
        value_details: For a column of values, the columns of its details, and of its ``note``.
        areas: Names of areas in the file, with the code or name to use.
        own_areas: Areas of the user's own, such as regions or companies: the code of each, with its name; or ``all``
            that are not countries or groups.
        area_codes: The list of codes in the column of areas: ``ISO``, ``FIPS``, ``IOC``, ``WB`` (World Bank), or
            ``M49`` for numbers; empty if the column itself tells.
        units: Units in the file, with the spelling to use.
        all_units: The unit of all values; empty if the file has it.
        one_area: The area of all rows; empty if the file has it.
        one_period: The period of all rows; empty if the file has it.
        trust_units: Whether a unit in the column of units counts alone, whatever titles and dimensions say.
        recognise: Whether columns that are not given here are recognised by their names.
    """

    area: str = ""
    area_name: str = ""
    counterpart: str = ""
    indicator: str = ""
    indicator_name: str = ""
    period: str = ""
    unit: str = ""
    unit_name: str = ""
    multiplier: str = ""
    status: str = ""
    status_name: str = ""
    vintage: str = ""
    note: str = ""
    estimates_after: str = ""
    frequency: str = ""
    subperiod: str = ""
    action: str = ""
    dimensions: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    periods: dict[str, str] = field(default_factory=dict)
    area_columns: dict[str, str] = field(default_factory=dict)
    part_columns: dict[str, str] = field(default_factory=dict)
    value_units: dict[str, str] = field(default_factory=dict)
    value_statuses: dict[str, str] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)
    value_details: dict[str, dict[str, str]] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    own_areas: dict[str, str] | Literal["all"] = field(default_factory=dict)
    area_codes: Literal["", "M49", "ISO", "FIPS", "IOC", "WB"] = ""
    units: dict[str, str] = field(default_factory=dict)
    all_units: str = ""
    one_area: str = ""
    one_period: str = ""
    trust_units: bool = False
    recognise: bool = True

    @property
    def value_columns(self) -> tuple[str, ...]:
        """The columns of values, in no order but each once."""
        return tuple(dict.fromkeys((*self.values, *self.periods, *self.area_columns, *self.part_columns)))

    @property
    def has_areas(self) -> bool:
        """Whether a column, or the user for all rows, gives the area; columns of values may be areas, too."""
        return bool(self.area or self.area_name or self.one_area)

    @property
    def used(self) -> frozenset[str]:
        """The columns that have a role."""
        single = {getattr(self, name) for name in SINGLE_ROLES}
        beside = {*self.value_units.values(), *self.value_statuses.values(), *self.details.values()}
        beside |= {column for details in self.value_details.values() for column in details.values()}
        return frozenset(single | beside | {*self.dimensions, *self.value_columns}) - {""}

    def find_role(self, column: str) -> str:
        """Return the role of a column: ``value``, ``dimension``, one of `SINGLE_ROLES`, or nothing.

        >>> mapping = ColumnMapping(area="Code", values={"GDP": "gdp"})
        >>> [mapping.find_role(column) for column in ("Code", "GDP", "Footnote")]
        ['area', 'value', '']
        """
        if column in self.value_columns:
            return "value"
        if column in self.dimensions:
            return "dimension"
        return next((role for role in SINGLE_ROLES if getattr(self, role) == column), "")

    def with_roles(self, roles: Mapping[str, str]) -> ColumnMapping:
        """Return a mapping with these roles instead, which recognises nothing more.

        A column of values that is named after a period contains the values of that period; other columns of values
        keep their indicators.

        Args:
            roles: The role of each column, as `find_role` gives it.

        >>> ColumnMapping().with_roles({"Code": "area", "2020": "value", "Year": ""}).described
        'area: Code; values: 2020'
        """
        single = {role: column for column, role in roles.items() if role in SINGLE_ROLES}
        columns = [column for column, role in roles.items() if role == "value"]
        split = {column: split_heading(column) for column in columns if "period" not in single}
        titles = {column: title for column, (title, _) in split.items() if title}
        periods = {column: period for column, (_, period) in split.items() if period}
        areas = {column: area for column, area in self.area_columns.items() if column in columns}
        parts = {column: part for column, part in self.part_columns.items() if column in columns}
        named = [column for column in columns if column in self.values or column not in {*periods, *areas, *parts}]
        return ColumnMapping(
            **single,  # type: ignore[arg-type]  # by role, each the name of a column
            dimensions=tuple(column for column, role in roles.items() if role == "dimension"),
            ignore=tuple(column for column, role in roles.items() if not role), recognise=False,
            values=titles | {column: self.values.get(column, column) for column in named},
            periods=periods | {column: self.periods[column] for column in columns if column in self.periods},
            area_columns=areas, part_columns=parts,
            value_units={name: unit for name, unit in self.value_units.items() if name in columns},
            value_statuses={name: status for name, status in self.value_statuses.items() if name in columns},
            value_details={name: details for name, details in self.value_details.items() if name in columns},
            details=keep_whole_intervals({one: name for one, name in self.details.items() if not roles.get(name)}),
            own_areas=self.own_areas, area_codes=self.area_codes,
        )  # fmt: skip

    @property
    def described(self) -> str:
        """The roles of the columns, in words.

        >>> ColumnMapping(area="Code", period="Year", values={"GDP": "gdp"}).described
        'area: Code, period: Year; values: GDP'
        """
        roles = [f"{role.replace('_', ' ')}: {getattr(self, role)}" for role in SINGLE_ROLES if getattr(self, role)]
        roles += [f"dimensions: {', '.join(self.dimensions)}"] if self.dimensions else []
        values, further = (
            [*self.values],
            [name for name in (*self.periods, *self.area_columns) if name not in self.values],
        )
        values += further[:1]
        kind = "periods" if self.periods else "areas"
        more = f" and {len(further) - 1} more {kind}" if len(further) > 1 else ""
        return f"{', '.join(roles)}; values: {', '.join(values)}{more}"

    @property
    def missing(self) -> tuple[str, ...]:
        """The required columns that are missing, in words."""
        is_across = bool(self.area_columns) and self.area_columns.keys() >= set(self.value_columns)
        lacks = {
            messages.AREA_COLUMN: not (self.area or self.area_name or self.one_area or is_across),
            messages.PERIOD_COLUMN: not (self.period or self.periods or self.one_period),
            messages.VALUE_COLUMN: not self.value_columns,
        }
        return tuple(name for name, absent in lacks.items() if absent)


def read_mapping(path: Path) -> ColumnMapping:
    """Read a mapping from YAML with the fields of `ColumnMapping`: ``area: Land``, ``values: {Umsatz: turnover}``.

    Raises:
        UsageError: It has a field that a mapping doesn't have.
        DatasetFaultsError: It is not a mapping; lists every fault with its line.
    """
    document, faults = read_document(path, path.name)
    names = [one.name for one in fields(ColumnMapping)]
    for name in document.content if isinstance(document.content, dict) else ():
        if name not in names:
            hint = suggest_nearest(str(name), names)
            message = messages.NO_SUCH_FIELD.format(field=str(name))
            raise UsageError(message, expected=", ".join(names), hint=hint)
    if not faults:
        try:
            return TypeAdapter(ColumnMapping).validate_python(document.content or {})
        except ValidationError as error:
            faults = collect_faults(error, path.name, document.find_line)
    raise DatasetFaultsError(faults)
