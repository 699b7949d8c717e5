"""The fields of a view in one table: what each is called in Python, in the address and on the command line.

The names in the address are those of Our World in Data where it has them, and FRED's for transformations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from indicators.analysis.real_terms import DEFLATORS
from indicators.analysis.transforms import AGGREGATIONS
from indicators.errors import IndicatorsError
from indicators.model.catalogue import Catalogue
from indicators.model.periods import TimeSpan
from indicators.view import field_texts

__all__ = ["FIELDS", "POSITIONAL", "SWITCHES", "ChartType", "Field", "Overlay", "Scale", "Stacking", "Tab"]

Tab = Literal["chart", "map", "table", "sources"]
ChartType = Literal["line", "bar", "ranking", "area", "slope", "scatter", "multiples"]
Scale = Literal["linear", "log"]
Stacking = Literal["absolute", "relative"]
Overlay = Literal["", "sources", "download-data"]

_MOST_NAMES = 300
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Field:
    """How one field of a view is spelled.

    Attributes:
        attribute: Its name in Python.
        address: Its name in the address and in a file.
        option: Its option on the command line; empty for what only the screen shows.
        read: From a text, strictly.
        write: To a text.
        names: Whether the text is several names joined by ``~``, of which one may be wrong and the others
            right.
        most: At most so many of them.
    """

    attribute: str
    address: str
    option: str
    read: Callable[[str, Catalogue], Any]
    write: Callable[[Any], str] = str
    names: bool = False
    most: int = _MOST_NAMES

    def forgiving(self, text: str, catalogue: Catalogue) -> tuple[Any, list[str]]:
        """What can be understood of a text, ``None`` for nothing; and why the rest was not."""
        understood: list[Any] = []
        reasons: list[str] = []
        parts = field_texts.names_in(text) if self.names else [text]
        for part in parts[:_MOST_NAMES]:
            try:
                understood.append(self.read(part, catalogue))
            except IndicatorsError as error:
                reasons.append(str(error))
        unsaid = len(reasons) - _MOST_REASONS + max(0, len(parts) - _MOST_NAMES)
        if unsaid > 0:
            reasons = [*reasons[:_MOST_REASONS], f"{unsaid} more names were left out."]
        if not self.names:
            return (understood[0] if understood else None), reasons
        joined = tuple(dict.fromkeys(name for names in understood for name in names))
        if len(joined) > self.most:
            reasons.append(f"Only the first {self.most} count.")
        return joined[: self.most] or None, reasons if parts else ["There is no name in it."]


def _truth(value: bool) -> str:  # noqa: FBT001  the value of a field
    return str(value).lower()


FIELDS = (
    Field("indicators", "indicators", "", field_texts.indicators, field_texts.joined, names=True),
    Field("areas", "country", "--country", field_texts.areas, field_texts.joined, names=True),
    Field("time", "time", "--time", lambda text, _: TimeSpan.parse(text)),
    Field("as_of", "asOf", "--as-of", field_texts.day, date.isoformat),
    Field("vintage", "vintage", "--vintage", field_texts.period),
    Field("every_vintage", "everyVintage", "--every-vintage", field_texts.truth, _truth),
    Field("forecasts", "forecasts", "--no-forecasts", field_texts.truth, _truth),
    Field("unit", "unit", "--unit", field_texts.unit),
    Field("rate", "rate", "--rate", field_texts.rule),
    Field("prices", "prices", "--prices", field_texts.year),
    Field("deflator", "deflator", "--deflator", field_texts.one_of(*DEFLATORS)),
    Field("frequency", "frequency", "--frequency", field_texts.frequency),
    Field("aggregate", "aggregate", "--aggregate", field_texts.one_of(*AGGREGATIONS)),
    Field("per", "per", "--per", field_texts.divisor),
    Field("average", "average", "--average", field_texts.window),
    Field("transform", "transform", "--transform", field_texts.transforms, field_texts.joined, names=True),
    Field("base", "base", "--base", field_texts.year),
    Field("tab", "tab", "", field_texts.one_of(*get_args(Tab))),
    Field("chart", "chart", "", field_texts.one_of(*get_args(ChartType))),
    Field("scale", "yScale", "", field_texts.one_of(*get_args(Scale))),
    Field("stacking", "stackMode", "", field_texts.one_of(*get_args(Stacking))),
    Field(
        "references",
        "reference",
        "",
        field_texts.references,
        field_texts.joined,
        names=True,
        most=field_texts.MOST_REFERENCES,
    ),
    Field("overlay", "overlay", "", field_texts.one_of(*get_args(Overlay)[1:])),
    Field("locale", "locale", "", field_texts.locale),
    Field("embed", "embed", "", field_texts.truth, _truth),
)
POSITIONAL = FIELDS[:3]
SWITCHES = {"--every-vintage": "true", "--no-forecasts": "false"}
"""The options that take no value, and what each says of its field."""
