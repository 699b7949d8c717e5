"""Field types that several files share, as pydantic types whose errors say what was expected.

pydantic collects every fault of a row or entry; `collect_faults` returns them with file and line.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError

from indicators.errors import Fault, IndicatorsError, suggest_nearest
from indicators.model.codelists import ObservationStatus, Tender
from indicators.model.dimensions import TOTAL_CODE, Dimension, make_dimension_id
from indicators.model.observations import AggregationMethod, Measure, Prices, Qualifier
from indicators.model.periods import Frequency, TimePeriod
from indicators.model.units import parse_unit

ReferenceKind = Literal["indicators", "areas", "origins"]


@dataclass(frozen=True, slots=True)
class References:
    """The ids and codes that a row may refer to.

    An empty list allows everything: a list that can't be read is one fault, not one per row that refers to it.

    >>> known = References(areas=frozenset({"RUS", "CHN"}))
    >>> known.knows("areas", "RUSS"), known.knows("origins", "raec")
    (False, True)
    """

    indicators: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    dimensions: Mapping[str, tuple[Dimension, ...]] = field(default_factory=dict)
    """The dimensions of the indicators that have some, by id."""

    def knows(self, kind: ReferenceKind, name: str) -> bool:
        """Return whether there is such an indicator, area or origin."""
        valid = self.list_names(kind)
        return not valid or name in valid

    def list_names(self, kind: ReferenceKind) -> frozenset[str]:
        """List all names of a kind."""
        return {"indicators": self.indicators, "areas": self.areas, "origins": self.origins}[kind]


NOTHING_KNOWN = References()
"""For reading a file by itself: every id and code is accepted."""


class Record(BaseModel):
    """A row of a table or an entry of a list: frozen, without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def make_field_error(what: str, hint: str | None = None) -> PydanticCustomError:
    """Return the error that a field raises: what was expected, and how to fix it."""
    return PydanticCustomError("field", "{expected}", {"expected": what, "hint": hint})


def _period(text: Any) -> TimePeriod:
    try:
        return TimePeriod.parse(str(text))
    except IndicatorsError as error:
        raise make_field_error(f"a period such as {error.expected}") from error


def _number(text: Any) -> Decimal | None:
    words = "" if text is None else str(text).strip()
    if not words:
        return None
    try:
        number = Decimal(words)
    except InvalidOperation:
        number = None
    if number is None or "_" in words or not words.isascii():  # Python reads 1_000 and the digits of every script
        hint = "Write 1234.5: a point for decimals, nothing between thousands."
        raise make_field_error("a number with a decimal point, or empty", hint)
    if not number.is_finite() or math.isinf(float(number)):
        raise make_field_error("a finite number, or empty")
    return number


def _whole(low: int, high: int) -> Callable[[Any], int | None]:
    def count(text: Any) -> int | None:
        if text is None or not str(text).strip():
            return None
        digits = re.fullmatch(r"-?\d{1,4}", str(text).strip(), re.ASCII)
        if digits is None or not low <= int(digits[0]) <= high:
            raise make_field_error(f"a whole number from {low} to {high}, or empty")
        return int(digits[0])

    return count


def _day(text: Any) -> date:
    words = str(text).strip()
    try:
        day = date.fromisoformat(words)
    except ValueError:
        day = None
    if day is None or day.isoformat() != words:  # Python also reads 20250929 and 2025-W40-1
        raise make_field_error("a date as YYYY-MM-DD")
    return day


def _tenders(text: Any) -> tuple[Tender, ...]:
    """Read where and when a currency was legal tender: ``HRV:1994-05-30/2022-12-31``, separated by ``|``."""
    return tuple(_tender(use.strip()) for use in str(text).split("|") if use.strip())


def _tender(use: str) -> Tender:
    match = re.fullmatch(r"([A-Z][A-Z0-9_]{1,15}):([\d-]*)/([\d-]*)", use, re.ASCII)
    if match is None:
        raise make_field_error("an area and the days it used the currency, such as HRV:1994-05-30/2022-12-31")
    first, last = (_day(day) if day else None for day in match.groups()[1:])
    return Tender(match[1], first, last)


def _partial_date(text: Any) -> str:
    words = str(text).strip()
    try:
        period = TimePeriod.parse(words)
    except IndicatorsError:
        period = None
    if period is None or str(period) != words or not re.fullmatch(r"\d{4}(-\d\d){0,2}", words):
        raise make_field_error("a date as YYYY, YYYY-MM or YYYY-MM-DD")
    return words


def _unit(text: Any) -> str:
    try:
        unit = parse_unit(str(text))
    except IndicatorsError as error:
        raise make_field_error("a unit such as RUB, USD per person, %, % of GDP, persons", error.hint) from error
    if unit.multiplier:
        raise make_field_error("a unit without a multiplier", "Put the power of ten in UNIT_MULT.")
    return unit.text


_Choice = TypeVar("_Choice", bound=StrEnum)


def _choice(choices: type[_Choice]) -> Callable[[Any], _Choice]:
    def choose(text: Any) -> _Choice:
        try:
            return choices(str(text).strip())
        except ValueError:
            valid = [choice.value for choice in choices]
            raise make_field_error(f"one of {', '.join(valid)}", suggest_nearest(str(text), valid)) from None

    return choose


def _matching(pattern: str, what: str) -> Callable[[Any], str]:
    compiled = re.compile(pattern, re.ASCII)

    def match(text: Any) -> str:
        words = str(text).strip()
        if not compiled.fullmatch(words):
            raise make_field_error(what)
        return words

    return match


def _dimension_id(text: Any) -> str:
    words = str(text).strip()
    if make_dimension_id(words) != words:
        raise make_field_error("an id in capital letters, such as SEX or AGE_GROUP", make_dimension_id(words))
    return words


def _words(text: Any) -> str:
    if isinstance(text, (Mapping, list)):
        raise make_field_error("text")
    words = "" if text is None else " ".join(str(text).split())
    if any(unicodedata.category(character) == "Cc" for character in words):
        raise make_field_error("text without control characters")
    return words


def _required(text: Any) -> str:
    words = _words(text)
    if not words:
        raise make_field_error("text, not empty")
    return words


_DimensionPairs = tuple[tuple[str, str], ...]


def _read_dimensions(cells: Mapping[str, str], info: ValidationInfo) -> _DimensionPairs:
    """Read the cells of the columns of dimensions; each code must be one that the row's indicator declares."""
    known: References = info.context or NOTHING_KNOWN
    declared = {one.id: one for one in known.dimensions.get(info.data.get("indicator", ""), ())}
    codes = {}
    for id, cell in sorted(cells.items()):
        code = cell.strip()
        if known.indicators and (id not in declared or code not in declared[id].values):
            valid = declared[id].values if id in declared else ()
            expected = f"{id} {' or '.join(valid)}" if valid else f"no {id}: the indicator does not declare it"
            raise make_field_error(expected, suggest_nearest(code, valid))
        codes[id] = code
    return tuple((id, code) for id, code in codes.items() if code != TOTAL_CODE)


Words = Annotated[str, BeforeValidator(_words)]
Required = Annotated[str, BeforeValidator(_required)]
PeriodField = Annotated[TimePeriod, PlainValidator(_period)]
NumberField = Annotated[Decimal | None, PlainValidator(_number)]
Multiplier = Annotated[int | None, PlainValidator(_whole(-15, 18))]
Digits = Annotated[int | None, PlainValidator(_whole(1, 20))]
Ordinal = Annotated[int | None, PlainValidator(_whole(1, 9999))]
MinorUnit = Annotated[int | None, PlainValidator(_whole(0, 9))]
DayField = Annotated[date, PlainValidator(_day)]
Tenders = Annotated[tuple[Tender, ...], PlainValidator(_tenders)]
PartialDate = Annotated[str, PlainValidator(_partial_date)]
UnitField = Annotated[str, PlainValidator(_unit)]
StatusField = Annotated[ObservationStatus, PlainValidator(_choice(ObservationStatus))]
MeasureField = Annotated[Measure, PlainValidator(_choice(Measure))]
PricesField = Annotated[Prices, PlainValidator(_choice(Prices))]
FrequencyField = Annotated[Frequency, PlainValidator(_choice(Frequency))]
AggregationField = Annotated[AggregationMethod, PlainValidator(_choice(AggregationMethod))]
AreaKind = Annotated[Literal["country", "group"], PlainValidator(_matching("country|group", "country or group"))]
QualifierField = Annotated[Qualifier, PlainValidator(_choice(Qualifier))]
Identifier = Annotated[
    str, PlainValidator(_matching(r"[a-z0-9]+(-[a-z0-9]+)*", "an id of lowercase letters, digits and hyphens"))
]
DimensionsField = Annotated[_DimensionPairs, PlainValidator(_read_dimensions)]
DimensionId = Annotated[str, PlainValidator(_dimension_id)]
Code = Annotated[str, PlainValidator(_matching(r"[A-Z][A-Z0-9_]{1,15}", "a code of capital letters and digits"))]
Sha256 = Annotated[str, PlainValidator(_matching(r"[0-9a-f]{64}", "64 hexadecimal digits in lowercase"))]
WebAddress = Annotated[str, PlainValidator(_matching(r"https?://[^\s<>\"]+", "an address beginning with https://"))]


def collect_faults(
    error: ValidationError, file: str, line: int | Callable[[tuple[int | str, ...]], int | None] | None
) -> list[Fault]:
    """Return the faults that pydantic collected.

    Args:
        error: What pydantic raised.
        file: The file that was read.
        line: Its line, or a function that finds the line of a path into the file.
    """
    faults = []
    for item in error.errors(include_url=False):
        context = item.get("ctx", {})
        place = line(item["loc"]) if callable(line) else line
        column = ".".join(str(part) for part in item["loc"] if isinstance(part, str)) or None
        faults.append(Fault(file, place, column, *_found_and_expected(item["type"], item), context.get("hint")))
    return faults


def _found_and_expected(kind: str, item: Any) -> tuple[str, str]:
    if kind == "missing":
        return "nothing", "a value"
    if kind == "extra_forbidden":
        return str(item["loc"][-1]), "only the fields in data/README.md"
    found = "" if item["input"] is None else str(item["input"])
    if kind == "field":
        return found, str(item["ctx"]["expected"])
    return found, str(item["msg"]).removeprefix("Input should be ")
