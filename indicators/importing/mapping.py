"""Which column of a file holds what, as a reader says it in a file or as it was recognised."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from indicators.errors import DatasetFaultsError, UsageError, suggest_nearest
from indicators.files.documents import read_document
from indicators.files.field_types import collect_faults

__all__ = ["SINGLE_ROLES", "ColumnMapping", "read_mapping"]

SINGLE_ROLES: Final = (
    "area", "area_name", "counterpart", "indicator", "indicator_name", "period", "unit", "unit_name", "multiplier",
    "status", "vintage", "note", "estimates_after",
)  # fmt: skip
"""What one column holds."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column of a file holds what.

    Attributes:
        area: Column of the area's code.
        area_name: Column of its name, used where the code says nothing.
        counterpart: Column of the other area.
        indicator: Column of the indicator's code.
        indicator_name: Column of its name.
        period: Column of the period.
        unit: Column of the unit.
        unit_name: Column of its name, used where the unit says nothing.
        multiplier: Column of the power of ten.
        status: Column of the status.
        vintage: Column of the day from which the figure was known.
        note: Column of notes.
        estimates_after: Column of the last year with an actual figure; what comes after is a forecast.
        dimensions: Further columns that tell one series from another, such as sex or age.
        values: Columns of values, each with the name of its indicator; an empty name is said elsewhere.
        periods: Columns of values that are periods, with the period.
        areas: What the file calls an area, and the code or name we know it by.
        units: What the file calls a unit, and how we write it.
        all_units: The unit of all values; empty when the file says it.
        one_area: The area of all rows; empty when the file says it.
        one_period: The period of all rows; empty when the file says it.
        recognise: Whether what is left out here is recognised by the names of the columns.
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
        """The columns that hold something."""
        single = {getattr(self, name) for name in SINGLE_ROLES}
        return frozenset(single | {*self.dimensions, *self.values, *self.periods}) - {""}

    @property
    def described(self) -> str:
        """Which column is read as what, in words.

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
        """What is needed and not there."""
        lacks = {
            "a column of countries": not (self.area or self.area_name or self.one_area),
            "a column of years or other periods, or a column for each of them": not (
                self.period or self.periods or self.one_period
            ),
            "a column of values": not (self.values or self.periods),
        }
        return tuple(name for name, absent in lacks.items() if absent)


def read_mapping(path: Path) -> ColumnMapping:
    """Read a mapping from YAML with the fields of `ColumnMapping`: ``area: Land``, ``values: {Umsatz: turnover}``.

    Raises:
        UsageError: It has a name that a mapping has not.
        DatasetFaultsError: It is no mapping; with every fault, each with its line.
    """
    document, faults = read_document(path, path.name)
    names = [one.name for one in fields(ColumnMapping)]
    for name in document.content if isinstance(document.content, dict) else ():
        if name not in names:
            hint = suggest_nearest(name, names)
            raise UsageError(f"A mapping has no {name!r}.", expected=", ".join(names), hint=hint)
    if not faults:
        try:
            return TypeAdapter(ColumnMapping).validate_python(document.content or {})
        except ValidationError as error:
            faults = collect_faults(error, path.name, document.line)
    raise DatasetFaultsError(faults)
