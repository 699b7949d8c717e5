"""The CSV files: observations, areas, currencies and events, with every fault of every row.

Checks of one column against another belong to the later one, so that a bad cell hides no other fault.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

from pydantic import AfterValidator, Field, ValidationError, ValidationInfo, field_validator

from indicators.errors import Fault, suggest_nearest
from indicators.files.disk import read_text
from indicators.files.field_types import (
    NOTHING_KNOWN,
    AreaKind,
    Code,
    DayField,
    Digits,
    DimensionsField,
    Identifier,
    MinorUnit,
    Multiplier,
    NumberField,
    Ordinal,
    PeriodField,
    QualifierField,
    Record,
    ReferenceKind,
    References,
    Required,
    StatusField,
    Tenders,
    UnitField,
    Words,
    collect_faults,
    make_field_error,
)
from indicators.model.codelists import Area, Currency, ObservationStatus
from indicators.model.dimensions import KNOWN_DIMENSIONS
from indicators.model.observations import Event, Locator, Observation
from indicators.model.redenominations import Redenomination

Row = tuple[int, Observation]
_DIMENSIONS: Final = " dimensions"  # no header has a name that begins with a space
_Entry = TypeVar("_Entry", bound=Record)


def _known(kind: ReferenceKind, where: str) -> AfterValidator:
    """Return a check that another file has the id or code; the context of the validation has the lists."""

    def check(name: str, info: ValidationInfo) -> str:
        known: References = info.context or NOTHING_KNOWN
        if not known.knows(kind, name):
            raise make_field_error(f"an id or code of {where}", suggest_nearest(name, known.list_names(kind)))
        return name

    return AfterValidator(check)


_Area = Annotated[Code, _known("areas", "areas.csv")]
_Indicator = Annotated[Identifier, _known("indicators", "indicators.yaml")]
_Origin = Annotated[Identifier, _known("origins", "the dataset's origins")]


class _Passage(Record):
    heading: Words = Field("", alias="HEADING")
    paragraph: Ordinal = Field(None, alias="PARAGRAPH")
    sentence: Ordinal = Field(None, alias="SENTENCE", validate_default=True)
    inferred: Words = Field("", alias="INFERRED")
    note: Words = Field("", alias="NOTE", validate_default=True)

    @field_validator("sentence")
    @classmethod
    def _whole_passage(cls, sentence: int | None, info: ValidationInfo) -> int | None:
        given = [bool(info.data[name]) for name in ("heading", "paragraph") if name in info.data]
        if any(there != (sentence is not None) for there in given):
            raise make_field_error("HEADING, PARAGRAPH and SENTENCE together, or none of them")
        return sentence

    @field_validator("inferred")
    @classmethod
    def _columns(cls, inferred: str) -> str:
        columns = [field.alias for field in cls.model_fields.values()]
        if not set(inferred.split()) <= set(columns):
            raise make_field_error("names of columns, separated by spaces")
        return inferred

    @field_validator("note")
    @classmethod
    def _says_why(cls, note: str, info: ValidationInfo) -> str:
        if info.data.get("inferred") and not note:
            raise make_field_error("a NOTE that explains what is INFERRED")
        return note

    @property
    def locator(self) -> Locator | None:
        if self.paragraph is None or self.sentence is None:
            return None
        return Locator(self.heading, self.paragraph, self.sentence)


class _ObservationRow(_Passage):
    indicator: _Indicator = Field(alias="INDICATOR")
    area: _Area = Field(alias="REF_AREA")
    period: PeriodField = Field(alias="TIME_PERIOD")
    value: NumberField = Field(alias="OBS_VALUE")
    unit: UnitField = Field(alias="UNIT_MEASURE")
    origin: _Origin = Field(alias="ORIGIN")
    vintage: DayField = Field(alias="VINTAGE")
    counterpart: _Area = Field("", alias="COUNTERPART_AREA")
    frequency: Words = Field("", alias="FREQ")
    multiplier: Multiplier = Field(None, alias="UNIT_MULT")
    status: StatusField = Field(ObservationStatus.NORMAL, alias="OBS_STATUS", validate_default=True)
    lower: NumberField = Field(None, alias="LOWER")
    upper: NumberField = Field(None, alias="UPPER", validate_default=True)
    qualifier: QualifierField | None = Field(None, alias="QUALIFIER")
    digits: Digits = Field(None, alias="DIGITS")
    converted_from: UnitField = Field("", alias="CONVERTED_FROM")
    said_by: Words = Field("", alias="SAID_BY")
    dimensions: DimensionsField = Field((), alias=_DIMENSIONS)

    @field_validator("frequency")
    @classmethod
    def _of_the_period(cls, frequency: str, info: ValidationInfo) -> str:
        period = info.data.get("period")
        if period is not None and frequency != period.frequency:
            raise make_field_error(f"FREQ {period.frequency.value} beside TIME_PERIOD {period}, or no FREQ")
        return frequency

    @field_validator("status")
    @classmethod
    def _of_the_value(cls, status: ObservationStatus, info: ValidationInfo) -> ObservationStatus:
        if info.data.get("value", 0) is None and not status.may_be_empty:
            raise make_field_error("an OBS_VALUE, or OBS_STATUS M, L or O if it is missing")
        return status

    @field_validator("upper")
    @classmethod
    def _around_the_value(cls, upper: Any, info: ValidationInfo) -> Any:
        lower, value = info.data.get("lower", upper), info.data.get("value")
        if (lower is None) != (upper is None):
            raise make_field_error("LOWER and UPPER together, or neither")
        if lower is not None and not lower <= (lower if value is None else value) <= upper:
            raise make_field_error("OBS_VALUE between LOWER and UPPER")
        return upper

    def to_observation(self) -> Observation:
        fields = {name: getattr(self, name) for name in _SHARED_FIELDS}
        digits = self.digits if self.digits is not None else _digits(self.value)
        inferred = tuple(self.inferred.split())
        return Observation(
            **fields, multiplier=self.multiplier or 0, digits=digits, inferred=inferred, locator=self.locator
        )


_SHARED_FIELDS = (
    "indicator", "area", "period", "value", "unit", "origin", "vintage", "status", "counterpart", "lower",
    "upper", "qualifier", "converted_from", "said_by", "note", "dimensions",
)  # fmt: skip


class _AreaRow(Record):
    code: Code = Field(alias="CODE")
    alpha2: Words = Field("", alias="ALPHA2")
    name: Required = Field(alias="NAME")
    kind: AreaKind = Field(alias="KIND")
    aliases: Words = Field("", alias="ALIASES")

    def to_area(self) -> Area:
        aliases = tuple(alias.strip() for alias in self.aliases.split("|") if alias.strip())
        return Area(self.code, self.name, self.kind, self.alpha2, aliases)


class _CurrencyRow(Record):
    code: Code = Field(alias="CODE")
    name: Required = Field(alias="NAME")
    numeric: Words = Field("", alias="NUMERIC")
    minor_unit: MinorUnit = Field(None, alias="MINOR_UNIT")
    valid_from: DayField | None = Field(None, alias="VALID_FROM")
    valid_to: DayField | None = Field(None, alias="VALID_TO")
    successor: Words = Field("", alias="SUCCESSOR")
    ratio: Words = Field("", alias="RATIO")
    tenders: Tenders = Field((), alias="AREAS")

    def to_currency(self) -> Currency:
        return Currency(**{name: getattr(self, name) for name in type(self).model_fields})


class _RedenominationRow(Record):
    old: Code = Field(alias="OLD")
    new: Code = Field(alias="NEW")
    ratio: NumberField = Field(alias="RATIO")
    day: DayField = Field(alias="DATE")
    law: Required = Field(alias="LAW")
    par_since: DayField | None = Field(None, alias="PAR_SINCE")

    @field_validator("ratio")
    @classmethod
    def _above_zero(cls, ratio: Decimal) -> Decimal:
        if ratio <= 0:
            raise make_field_error("a number above zero")
        return ratio

    @field_validator("new")
    @classmethod
    def _another(cls, new: str, info: ValidationInfo) -> str:
        if new == info.data.get("old"):
            raise make_field_error("a code other than OLD")
        return new

    def to_redenomination(self) -> Redenomination:
        return Redenomination(self.old, self.new, str(self.ratio), self.day, self.par_since)


class _EventRow(_Passage):
    id: Identifier = Field(alias="ID")
    period: PeriodField = Field(alias="DATE")
    areas: Words = Field("", alias="AREAS")
    name: Required = Field(alias="NAME")
    description: Words = Field("", alias="DESCRIPTION")
    origin: _Origin = Field(alias="ORIGIN")

    @field_validator("areas")
    @classmethod
    def _known_areas(cls, areas: str, info: ValidationInfo) -> str:
        known: References = info.context or NOTHING_KNOWN
        for code in areas.split():
            if not known.knows("areas", code):
                raise make_field_error(f"codes of areas.csv, not {code}", suggest_nearest(code, known.areas))
        return areas

    def to_event(self) -> Event:
        return Event(
            self.id, self.period, tuple(self.areas.split()), self.name, self.description, self.origin,
            self.locator, tuple(self.inferred.split()), self.note,
        )  # fmt: skip


def read_observations(path: Path, file: str, known: References = NOTHING_KNOWN) -> tuple[tuple[Row, ...], list[Fault]]:
    """Read an ``observations.csv``.

    Returns:
        Each observation with its line, and the faults.
    """
    declared = {one.id for dimensions in known.dimensions.values() for one in dimensions}
    entries, faults = _read(path, file, _ObservationRow, known, frozenset(KNOWN_DIMENSIONS) | declared)
    rows = tuple((line, row.to_observation()) for line, row in entries)
    if not rows and not faults:
        faults = [Fault(file, None, None, "no rows", "a row per observation")]
    hint = "Two values of one figure need different publishers or vintages."
    return rows, faults + _twice(file, rows, _identity, lambda row: f"{row.indicator}, {row.area}, {row.period}", hint)


def read_areas(path: Path, file: str) -> tuple[tuple[Area, ...], list[Fault]]:
    """Read ``areas.csv``: the areas and the faults."""
    rows, faults = _read(path, file, _AreaRow)
    codes = _twice(file, rows, lambda row: row.code, lambda row: row.code)
    return tuple(row.to_area() for _, row in rows), faults + codes


def read_currencies(path: Path, file: str) -> tuple[tuple[Currency, ...], list[Fault]]:
    """Read ``currencies.csv``: the currencies and the faults."""
    rows, faults = _read(path, file, _CurrencyRow)
    return tuple(row.to_currency() for _, row in rows), faults


def read_redenominations(
    path: Path, file: str, codes: Collection[str] = ()
) -> tuple[tuple[Redenomination, ...], list[Fault]]:
    """Read ``redenominations.csv``, if it exists: the redenominations and the faults.

    Args:
        path: The file.
        file: The name of the file in a fault.
        codes: The codes of the currencies a row may name; if empty, all are allowed.
    """
    rows, faults = _read(path, file, _RedenominationRow) if path.exists() else ([], [])
    for line, row in rows:
        for column, code in (("OLD", row.old), ("NEW", row.new)):
            if codes and code not in codes:
                faults.append(Fault(file, line, column, code, "a code of currencies.csv", suggest_nearest(code, codes)))
    faults += _twice(file, rows, lambda row: row.old, lambda row: row.old)
    return tuple(row.to_redenomination() for _, row in rows), faults


def read_events(path: Path, file: str, known: References = NOTHING_KNOWN) -> tuple[tuple[Event, ...], list[Fault]]:
    """Read ``events.csv``: the events and the faults."""
    rows, faults = _read(path, file, _EventRow, known)
    return tuple(row.to_event() for _, row in rows), faults + _twice(file, rows, lambda row: row.id, lambda row: row.id)


def _read(
    path: Path, file: str, shape: type[_Entry], known: References = NOTHING_KNOWN,
    dimensions: frozenset[str] = frozenset(),
) -> tuple[list[tuple[int, _Entry]], list[Fault]]:  # fmt: skip
    text, faults = read_text(path, file, "a CSV file")
    entries: list[tuple[int, _Entry]] = []
    columns = {name: field.alias for name, field in shape.model_fields.items()}
    if faults:
        return entries, faults
    for line, cells in _cells(text, file, shape, dimensions, faults):
        try:
            entries.append((line, shape.model_validate(cells, context=known)))
        except ValidationError as error:
            found = collect_faults(error, file, line)
            # pydantic names a column that was left out by its field
            faults += [replace(fault, column=columns.get(fault.column or "") or fault.column) for fault in found]
    return entries, faults


def _cells(
    text: str, file: str, shape: type[Record], dimensions: frozenset[str], faults: list[Fault]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows with as many cells as the header, without empty cells, so that defaults apply."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        header = next(reader, [])
        bad = _header_faults(header, file, shape, dimensions)
        faults += bad
        if bad:
            return
        always = {"OBS_VALUE": ""} if "OBS_VALUE" in header else {}  # empty, it says that there is no figure
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) != len(header) and cells:
                found, wanted = f"{len(cells)} cells", f"{len(header)} cells, as in the first line"
                faults.append(Fault(file, line, None, found, wanted, "Put text that contains a comma in quotes."))
            elif cells:
                filled = {name: cell for name, cell in zip(header, cells, strict=True) if cell.strip()}
                divided = {name: filled.pop(name) for name in dimensions.intersection(filled)}
                yield line, always | filled | ({_DIMENSIONS: divided} if divided else {})
            line = reader.line_num + 1
    except csv.Error as error:
        faults.append(Fault(file, line, None, str(error), "a CSV file with paired quotes"))


def _header_faults(header: list[str], file: str, shape: type[Record], dimensions: frozenset[str]) -> list[Fault]:
    columns = {field.alias or name: field.is_required() for name, field in shape.model_fields.items()}
    columns = {name: required for name, required in columns.items() if name != _DIMENSIONS}
    wanted = f"the columns {', '.join(columns)}"
    if not header:
        return [Fault(file, 1, None, "no header", wanted)]
    faults = [
        Fault(file, 1, name, name, "only the columns in data/README.md", suggest_nearest(name, columns))
        for name in header
        if name not in columns and name not in dimensions
    ]
    missing = [name for name, required in columns.items() if required and name not in header]
    faults += [Fault(file, 1, name, "no such column", f"a column {name}") for name in missing]
    doubled = sorted({name for name in header if header.count(name) > 1})
    return faults + [Fault(file, 1, name, "the column twice", "each column once") for name in doubled]


_Thing = TypeVar("_Thing")


def _twice(
    file: str,
    rows: Sequence[tuple[int, _Thing]],
    identity: Callable[[_Thing], Hashable],
    name: Callable[[_Thing], str],
    hint: str | None = None,
) -> list[Fault]:
    """Return a fault for each row that repeats an earlier one."""
    first_lines: dict[Hashable, int] = {}
    faults = []
    for line, row in rows:
        before = first_lines.setdefault(identity(row), line)
        if before != line:
            faults.append(Fault(file, line, None, f"{name(row)} again", f"it only once; it is in line {before}", hint))
    return faults


def _identity(row: Observation) -> Hashable:
    return (
        row.indicator, row.area, row.counterpart, row.dimensions, row.period, row.unit, row.vintage, row.converted_from
    )  # fmt: skip


def _digits(value: Any) -> int | None:
    """Count the digits as written, without leading zeros: 24 has two, 24.0 three, 1700 four."""
    return None if value is None else max(1, len(value.as_tuple().digits))
