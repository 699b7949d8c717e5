"""The CSV files: observations, areas, currencies and events, row by row, with every fault of every row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field, ValidationError, model_validator

from indicators.codelists import Area, Currency, ObservationStatus
from indicators.errors import Fault
from indicators.files.fields import (
    Code, Count, DayField, Identifier, Number, PeriodField, QualifierField, Record, Required, StatusField, UnitField,
    Words, expected, faults_of,
)  # fmt: skip
from indicators.model import Event, Locator, Observation

__all__ = ["Row", "read_areas", "read_currencies", "read_events", "read_observations"]

Row = tuple[int, Observation]
_Entry = TypeVar("_Entry", bound=Record)


class _Passage(Record):
    heading: Words = Field("", alias="HEADING")
    paragraph: Count = Field(None, alias="PARAGRAPH")
    sentence: Count = Field(None, alias="SENTENCE")
    inferred: Words = Field("", alias="INFERRED")
    note: Words = Field("", alias="NOTE")

    @model_validator(mode="after")
    def _says_why(self) -> _Passage:
        if self.inferred and not self.note:
            raise expected("a NOTE that says how what is INFERRED was found")
        if bool(self.heading) != bool(self.paragraph and self.sentence):
            raise expected("HEADING, PARAGRAPH and SENTENCE together, or none of them")
        return self

    @property
    def locator(self) -> Locator | None:
        if self.paragraph is None or self.sentence is None:
            return None
        return Locator(self.heading, self.paragraph, self.sentence)


class _ObservationRow(_Passage):
    indicator: Identifier = Field(alias="INDICATOR")
    area: Code = Field(alias="REF_AREA")
    period: PeriodField = Field(alias="TIME_PERIOD")
    value: Number = Field(alias="OBS_VALUE")
    unit: UnitField = Field(alias="UNIT_MEASURE")
    origin: Identifier = Field(alias="ORIGIN")
    vintage: DayField = Field(alias="VINTAGE")
    counterpart: Code = Field("", alias="COUNTERPART_AREA")
    frequency: Words = Field("", alias="FREQ")
    multiplier: Count = Field(None, alias="UNIT_MULT")
    status: StatusField = Field(ObservationStatus.NORMAL, alias="OBS_STATUS")
    lower: Number = Field(None, alias="LOWER")
    upper: Number = Field(None, alias="UPPER")
    qualifier: QualifierField | None = Field(None, alias="QUALIFIER")
    digits: Count = Field(None, alias="DIGITS")
    converted_from: UnitField = Field("", alias="CONVERTED_FROM")
    said_by: Words = Field("", alias="SAID_BY")

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> _ObservationRow:
        if self.frequency and self.frequency != self.period.frequency:
            raise expected(f"FREQ {self.period.frequency.value} beside TIME_PERIOD {self.period}, or no FREQ")
        if (self.lower is None) != (self.upper is None):
            raise expected("LOWER and UPPER together, or neither")
        if self.lower is not None and self.upper is not None and self.value is not None:
            if not self.lower <= self.value <= self.upper:
                raise expected("OBS_VALUE between LOWER and UPPER")
        if self.digits is not None and not 1 <= self.digits <= 20:
            raise expected("DIGITS from 1 to 20, or none")
        if self.value is None and self.status not in _MAY_BE_EMPTY:
            raise expected("an OBS_VALUE, or OBS_STATUS M, L or O where there is none")
        return self

    def observation(self) -> Observation:
        fields = {name: getattr(self, name) for name in _SHARED_FIELDS}
        digits = self.digits if self.digits is not None else _digits(self.value)
        inferred = tuple(self.inferred.split())
        return Observation(
            **fields, multiplier=self.multiplier or 0, digits=digits, inferred=inferred, locator=self.locator
        )


_MAY_BE_EMPTY = (ObservationStatus.CANNOT_EXIST, ObservationStatus.NOT_COLLECTED, ObservationStatus.MISSING)
_SHARED_FIELDS = (
    "indicator", "area", "period", "value", "unit", "origin", "vintage", "status", "counterpart", "lower", "upper",
    "qualifier", "converted_from", "said_by", "note",
)  # fmt: skip


class _AreaRow(Record):
    code: Code = Field(alias="CODE")
    alpha2: Words = Field("", alias="ALPHA2")
    name: Required = Field(alias="NAME")
    kind: Literal["country", "group"] = Field(alias="KIND")
    aliases: Words = Field("", alias="ALIASES")

    def area(self) -> Area:
        aliases = tuple(alias.strip() for alias in self.aliases.split("|") if alias.strip())
        return Area(self.code, self.name, self.kind, self.alpha2, aliases)


class _CurrencyRow(Record):
    code: Code = Field(alias="CODE")
    name: Required = Field(alias="NAME")
    numeric: Words = Field("", alias="NUMERIC")
    minor_unit: Count = Field(None, alias="MINOR_UNIT")
    valid_from: DayField | None = Field(None, alias="VALID_FROM")
    valid_to: DayField | None = Field(None, alias="VALID_TO")
    successor: Words = Field("", alias="SUCCESSOR")
    ratio: Words = Field("", alias="RATIO")
    areas: Words = Field("", alias="AREAS")

    def currency(self) -> Currency:
        return Currency(**self.model_dump(exclude={"areas"}))


class _EventRow(_Passage):
    id: Identifier = Field(alias="ID")
    period: PeriodField = Field(alias="DATE")
    areas: Words = Field("", alias="AREAS")
    name: Required = Field(alias="NAME")
    description: Words = Field("", alias="DESCRIPTION")
    origin: Identifier = Field(alias="ORIGIN")

    def event(self) -> Event:
        return Event(
            self.id, self.period, tuple(self.areas.split()), self.name, self.description, self.origin, self.locator,
            tuple(self.inferred.split()), self.note,
        )  # fmt: skip


def read_observations(path: Path, file: str) -> tuple[tuple[Row, ...], list[Fault]]:
    """Read an ``observations.csv``.

    Args:
        path: The file.
        file: How to call it in a fault.

    Returns:
        Each observation with its line, and the faults.
    """
    rows, faults = _read(path, file, _ObservationRow)
    return tuple((line, row.observation()) for line, row in rows), faults


def read_areas(path: Path, file: str) -> tuple[tuple[Area, ...], list[Fault]]:
    """Read ``areas.csv``: the areas and the faults."""
    rows, faults = _read(path, file, _AreaRow)
    return tuple(row.area() for _, row in rows), faults


def read_currencies(path: Path, file: str) -> tuple[tuple[Currency, ...], list[Fault]]:
    """Read ``currencies.csv``: the currencies and the faults."""
    rows, faults = _read(path, file, _CurrencyRow)
    return tuple(row.currency() for _, row in rows), faults


def read_events(path: Path, file: str) -> tuple[tuple[tuple[int, Event], ...], list[Fault]]:
    """Read ``events.csv``: each event with its line, and the faults."""
    rows, faults = _read(path, file, _EventRow)
    return tuple((line, row.event()) for line, row in rows), faults


def _read(path: Path, file: str, shape: type[_Entry]) -> tuple[list[tuple[int, _Entry]], list[Fault]]:
    entries: list[tuple[int, _Entry]] = []
    faults: list[Fault] = []
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            for line, cells in _cells(stream, file, shape, faults):
                try:
                    entries.append((line, shape.model_validate(cells)))
                except ValidationError as error:
                    faults.extend(faults_of(error, file, line))
    except FileNotFoundError:
        return [], [Fault(file, None, None, "no such file", "a CSV file")]
    except UnicodeDecodeError:
        return [], [Fault(file, None, None, "bytes that are not UTF-8", "a text file in UTF-8")]
    except csv.Error as error:
        return [], [*faults, Fault(file, None, None, str(error), "a CSV file")]
    return entries, faults


def _cells(stream: Any, file: str, shape: type[Record], faults: list[Fault]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows that have as many cells as the header; empty cells left out, so that defaults apply."""
    reader = csv.reader(stream, strict=True)
    header = next(reader, [])
    bad = _header_faults(header, file, shape)
    faults.extend(bad)
    if bad:
        return
    line = reader.line_num + 1
    for cells in reader:
        if len(cells) != len(header) and cells:
            found, wanted = f"{len(cells)} cells", f"{len(header)} cells, as in the first line"
            faults.append(Fault(file, line, None, found, wanted, "Text with a comma in it stands in quotes."))
        elif cells:
            filled = {name: cell for name, cell in zip(header, cells, strict=True) if cell.strip()}
            yield line, {"OBS_VALUE": "", **filled} if "OBS_VALUE" in header else filled
        line = reader.line_num + 1


def _header_faults(header: list[str], file: str, shape: type[Record]) -> list[Fault]:
    columns = {field.alias or name: field.is_required() for name, field in shape.model_fields.items()}
    wanted = f"the columns {', '.join(columns)}"
    faults = [Fault(file, 1, name, name, wanted) for name in header if name not in columns]
    missing = [name for name, required in columns.items() if required and name not in header]
    faults += [Fault(file, 1, name, "no such column", f"a column {name}") for name in missing]
    doubled = sorted({name for name in header if header.count(name) > 1})
    return faults + [Fault(file, 1, name, "the column twice", "each column once") for name in doubled]


def _digits(value: Any) -> int | None:
    """Digits as they stand in the file, leading zeros apart: 24 has two, 24.0 three, 1700 four."""
    return None if value is None else max(1, len(value.as_tuple().digits))
