"""The YAML files: indicators, origins and descriptions of datasets.

PyYAML reads them and keeps the line of every key, so that faults have a line; pydantic checks them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field, ValidationError, ValidationInfo, field_validator

from indicators.errors import Fault, suggest_nearest
from indicators.files.documents import YamlDocument, read_document
from indicators.files.field_types import (
    AggregationField,
    DimensionId,
    FrequencyField,
    Identifier,
    MeasureField,
    PartialDate,
    PricesField,
    Record,
    Required,
    Sha256,
    UnitField,
    WebAddress,
    Words,
    collect_faults,
    make_field_error,
)
from indicators.files.topics import read_topics, sort_by_topic
from indicators.model.dimensions import Dimension, join_dimensions, split_dimensions
from indicators.model.observations import Indicator, Measure, Prices
from indicators.model.origins import Licence, Origin
from indicators.model.periods import Frequency


class ListEntry(Record):
    """An entry of a list, identified by its id."""

    id: Identifier


_Entry = TypeVar("_Entry", bound=ListEntry)


class _LicenceEntry(Record):
    name: Required
    url: WebAddress = ""


class OriginEntry(ListEntry):
    """An origin as written in a file."""

    producer: Required
    title: Required
    date_published: PartialDate = ""
    date_accessed: PartialDate = ""
    url_main: WebAddress = ""
    url_download: WebAddress = ""
    published_in: Words = ""
    attribution: Words = ""
    licence: _LicenceEntry | None = None
    sha256: Sha256 = ""
    note: Words = ""
    editions: bool = False

    def to_origin(self) -> Origin:
        """Return the origin."""
        fields = self.model_dump(exclude={"licence"})
        licence = None if self.licence is None else Licence(self.licence.name, self.licence.url)
        return Origin(**fields, licence=licence)


class _DimensionEntry(Record):
    id: DimensionId
    values: list[Required] = Field(min_length=1)
    name: Words = ""
    labels: list[tuple[str, str]] = Field(default_factory=list)
    shows_all: bool = False

    def to_dimension(self) -> Dimension:
        return Dimension(self.id, tuple(self.values), self.name, tuple(self.labels), self.shows_all)


class IndicatorEntry(ListEntry):
    """An indicator as written in a file."""

    name: Required
    description: Required
    unit: UnitField
    measure: MeasureField
    topic: Required
    section: Words = ""
    prices: PricesField | None = None
    base: Words = Field("", validate_default=True)
    code: Words = ""
    aliases: list[Required] = Field(default_factory=list)
    numerator: Words = ""
    denominator: Words = ""
    numerator_measure: MeasureField | None = None
    not_to_confuse: Words = ""
    growth_of: Identifier | Literal[""] = ""
    growth_in: UnitField | Literal[""] = ""
    compare_with: list[Identifier] = Field(default_factory=list)
    overlaps_with: list[Identifier] = Field(default_factory=list)
    related: list[Identifier] = Field(default_factory=list)
    preferred: Identifier | Literal[""] = ""
    preferred_because: Words = ""
    withdrawn: PartialDate = ""
    frequency: FrequencyField = Frequency.ANNUAL
    adjustment: Words = ""
    aggregation: AggregationField | None = None
    dimensions: list[_DimensionEntry] = Field(default_factory=list)
    codes: dict[str, Required] = Field(default_factory=dict)

    @field_validator("dimensions", mode="before")
    @classmethod
    def _by_id(cls, given: Any) -> Any:
        """Accept ``{SEX: [_T, F, M]}`` for a list of entries."""
        return [{"id": id, "values": values} for id, values in given.items()] if isinstance(given, dict) else given

    @field_validator("codes")
    @classmethod
    def _of_declared_series(cls, codes: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        declared = {one.id: one.values for one in info.data.get("dimensions", ())}
        for series in codes:
            pairs = split_dimensions(series).items()
            if not pairs or any(code not in declared.get(id, ()) for id, code in pairs):
                raise make_field_error("codes of its dimensions, such as SEX=F", series)
        return {join_dimensions(split_dimensions(series)): code for series, code in codes.items()}

    @field_validator("base")
    @classmethod
    def _of_constant_prices(cls, base: str, info: ValidationInfo) -> str:
        if info.data.get("prices") is Prices.CONSTANT and not base:
            raise make_field_error("the base year of the constant prices")
        return base

    @field_validator("numerator_measure")
    @classmethod
    def _of_what_is_divided(cls, measure: Measure | None) -> Measure | None:
        if measure is not None and not measure.is_additive:
            raise make_field_error("flow, stock or count: the measure of the numerator")
        return measure

    def to_indicator(self) -> Indicator:
        """Return the indicator."""
        fields = self.model_dump()
        lists = {name: tuple(fields[name]) for name in ("aliases", "compare_with", "overlaps_with", "related")}
        dimensions = tuple(one.to_dimension() for one in self.dimensions)
        return Indicator(**(fields | lists | {"dimensions": dimensions, "codes": tuple(self.codes.items())}))


class _DatasetEntry(Record):
    id: Identifier
    title: Required
    publisher: Required
    description: Required
    origins: list[Any] = Field(min_length=1)
    indicators: list[Identifier] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DatasetDescription:
    """The content of a ``dataset.yaml``; it has indicators only if the observations are Parquet."""

    id: str
    title: str
    publisher: str
    description: str
    origins: tuple[Origin, ...]
    indicators: tuple[str, ...]


def read_indicators(path: Path, file: str) -> tuple[tuple[Indicator, ...], list[Fault]]:
    """Read ``indicators.yaml``.

    Args:
        path: The file. If ``topics.yaml`` is in its folder, it gives the topics and their order.
        file: Its name in faults.

    Returns:
        The indicators without faults, in the order of the topics, and the faults.
    """
    entries, faults = read_list(path, file, IndicatorEntry)
    topics, of_topics = read_topics(path.with_name("topics.yaml"), "topics.yaml")
    indicators = tuple(entry.to_indicator() for entry in entries)
    faults += of_topics
    if faults:
        return indicators, faults
    return sort_by_topic(indicators, topics), [
        *_unknown_companions(indicators, file),
        *(topics.find_faults(indicators, file) if topics else ()),
    ]


def _unknown_companions(indicators: tuple[Indicator, ...], file: str) -> Iterator[Fault]:
    """Yield a fault for each indicator that another one refers to and that doesn't exist or isn't suitable."""
    known = {indicator.id for indicator in indicators}
    for indicator in indicators:
        named = [
            ("growth_of", indicator.growth_of),
            ("preferred", indicator.preferred),
            *(("related", id) for id in indicator.related),
            *(("compare_with", id) for id in indicator.compare_with),
            *(("overlaps_with", id) for id in indicator.overlaps_with),
        ]
        for key, id in named:
            if id and id not in known:
                hint = suggest_nearest(id, known)
                yield Fault(file, None, f"{indicator.id}.{key}", id, "an id of this file", hint)
        others = {one.id for one in indicators if one.id in indicator.compare_with and not one.preferred}
        if indicator.preferred in known - others:
            wanted = "an id of its compare_with, without a preferred one of its own"
            yield Fault(file, None, f"{indicator.id}.preferred", indicator.preferred, wanted)


def read_origins(path: Path, file: str) -> tuple[dict[str, Origin], list[Fault]]:
    """Read ``origins.yaml``: the origins that several datasets share, by id, and the faults."""
    if not path.exists():
        return {}, []
    entries, faults = read_list(path, file, OriginEntry)
    return {entry.id: entry.to_origin() for entry in entries}, faults


def read_dataset_description(
    path: Path, file: str, shared: Mapping[str, Origin]
) -> tuple[DatasetDescription | None, list[Fault]]:
    """Read a ``dataset.yaml``, with the origins of ``origins.yaml``; ``None`` if it has faults."""
    document, faults = read_document(path, file)
    if faults:
        return None, faults
    origins, faults = _read_dataset_origins(document, file, shared)
    try:
        entry = _DatasetEntry.model_validate(document.content)
    except ValidationError as error:
        return None, collect_faults(error, file, document.find_line) + faults
    if faults:
        return None, faults
    indicators = tuple(sorted(entry.indicators))
    return DatasetDescription(entry.id, entry.title, entry.publisher, entry.description, origins, indicators), []


def _read_dataset_origins(
    document: YamlDocument, file: str, shared: Mapping[str, Origin]
) -> tuple[tuple[Origin, ...], list[Fault]]:
    """Return its own origins, and those it refers to by their id in ``origins.yaml``."""
    listed = document.content.get("origins") if isinstance(document.content, dict) else None
    entries = dict(enumerate(listed)) if isinstance(listed, list) else {}
    in_full = {place: entry for place, entry in entries.items() if not isinstance(entry, str)}
    own, faults = _check_each(in_full, document, ("origins",), file, OriginEntry)
    named = {place: entry for place, entry in entries.items() if isinstance(entry, str)}
    for place, id in named.items():
        if id not in shared:
            line = document.find_line(("origins", place))
            faults.append(Fault(file, line, "origins", id, "an id of origins.yaml", suggest_nearest(id, shared)))
    return (
        *(shared[id] for id in named.values() if id in shared),
        *(entry.to_origin() for entry in own),
    ), faults


def read_list(path: Path, file: str, shape: type[_Entry]) -> tuple[list[_Entry], list[Fault]]:
    """Read a YAML file that is a list of entries of one type: those without faults, and the faults."""
    document, faults = read_document(path, file)
    if faults:
        return [], faults
    if not isinstance(document.content, list):
        found = "nothing" if document.content is None else type(document.content).__name__
        return [], [Fault(file, 1, None, found, "a list whose entries begin with `- id:`")]
    return _check_each(dict(enumerate(document.content)), document, (), file, shape)


def _check_each(
    items: Mapping[int, Any], document: YamlDocument, within: tuple[str, ...], file: str, shape: type[_Entry]
) -> tuple[list[_Entry], list[Fault]]:
    """Check each entry of a list by itself, so that a fault in one doesn't hide others."""
    entries: list[_Entry] = []
    faults: list[Fault] = []
    lines: dict[str, int | None] = {}
    for place, item in items.items():
        try:
            entry = shape.model_validate(item)
        except ValidationError as error:
            faults += collect_faults(error, file, document.find_part((*within, place)).find_line)
            continue
        line = document.find_line((*within, place, "id"))
        if entry.id in lines:
            faults.append(Fault(file, line, "id", entry.id, f"an id not used in line {lines[entry.id]}"))
        lines.setdefault(entry.id, line)
        entries.append(entry)
    return entries, faults
