"""The mapping of a file's columns to roles, given or recognised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from indicators.errors import DatasetFaultsError, UsageError, suggest_nearest
from indicators.files.documents import read_document
from indicators.files.field_types import collect_faults
from indicators.importing import messages
from indicators.importing.period_cells import read_period

__all__ = ["SINGLE_ROLES", "ColumnMapping", "read_mapping"]

SINGLE_ROLES: Final = (
    "area", "area_name", "counterpart", "indicator", "indicator_name", "period", "unit", "unit_name", "multiplier",
    "status", "vintage", "note", "estimates_after",
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
        vintage: Column of the day from which the figure was known.
        note: Column of notes.
        estimates_after: Column of the last year with an actual value; later values are forecasts.
        dimensions: Further columns that distinguish series, such as sex or age.
        values: Columns of values, each with the name of its indicator; empty if another column has it.
        periods: Columns of values that are periods, with the period.
        areas: Names of areas in the file, with the code or name to use.
        units: Units in the file, with the spelling to use.
        all_units: The unit of all values; empty if the file has it.
        one_area: The area of all rows; empty if the file has it.
        one_period: The period of all rows; empty if the file has it.
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
    vintage: str = ""
    note: str = ""
    estimates_after: str = ""
    dimensions: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    periods: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    all_units: str = ""
    one_area: str = ""
    one_period: str = ""
    recognise: bool = True

    @property
    def used(self) -> frozenset[str]:
        """The columns that have a role."""
        single = {getattr(self, name) for name in SINGLE_ROLES}
        return frozenset(single | {*self.dimensions, *self.values, *self.periods}) - {""}

    def find_role(self, column: str) -> str:
        """Return the role of a column: ``value``, ``dimension``, one of `SINGLE_ROLES`, or nothing.

        >>> mapping = ColumnMapping(area="Code", values={"GDP": "gdp"})
        >>> [mapping.find_role(column) for column in ("Code", "GDP", "Footnote")]
        ['area', 'value', '']
        """
        if column in {*self.values, *self.periods}:
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
        values = [column for column, role in roles.items() if role == "value"]
        read = {column: read_period(column) for column in values if "period" not in single}
        periods = {column: str(period) for column, period in read.items() if period}
        return ColumnMapping(
            **single,  # type: ignore[arg-type]  # by role, each the name of a column
            dimensions=tuple(column for column, role in roles.items() if role == "dimension"),
            values={column: self.values.get(column, column) for column in values if column not in periods},
            periods=periods, recognise=False,
        )  # fmt: skip

    @property
    def described(self) -> str:
        """The roles of the columns, in words.

        >>> ColumnMapping(area="Code", period="Year", values={"GDP": "gdp"}).described
        'area: Code, period: Year; values: GDP'
        """
        roles = [f"{role.replace('_', ' ')}: {getattr(self, role)}" for role in SINGLE_ROLES if getattr(self, role)]
        roles += [f"dimensions: {', '.join(self.dimensions)}"] if self.dimensions else []
        values = [*self.values, *list(self.periods)[:1]]
        more = f" and {len(self.periods) - 1} more periods" if len(self.periods) > 1 else ""
        return f"{', '.join(roles)}; values: {', '.join(values)}{more}"

    @property
    def missing(self) -> tuple[str, ...]:
        """The required columns that are missing, in words."""
        lacks = {
            messages.AREA_COLUMN: not (self.area or self.area_name or self.one_area),
            messages.PERIOD_COLUMN: not (self.period or self.periods or self.one_period),
            messages.VALUE_COLUMN: not (self.values or self.periods),
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
