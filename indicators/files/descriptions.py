"""The YAML files: indicators, origins and the description of a dataset.

PyYAML reads them, with the line of every key kept, so that a fault can be pointed at; pydantic checks them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import Field, ValidationError

from indicators.errors import Fault
from indicators.files.fields import (
    Identifier, PartialDate, Record, Required, Sha256, UnitField, WebAddress, Words, faults_of,
)  # fmt: skip
from indicators.model import Indicator, Measure, Prices
from indicators.origins import Licence, Origin

__all__ = ["DatasetDescription", "read_dataset_description", "read_indicators", "read_origins"]

_Entry = TypeVar("_Entry", "_IndicatorEntry", "_OriginEntry")


class _LicenceEntry(Record):
    name: Required
    url: WebAddress = ""


class _OriginEntry(Record):
    id: Identifier
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

    def origin(self) -> Origin:
        fields = self.model_dump(exclude={"licence"})
        licence = None if self.licence is None else Licence(self.licence.name, self.licence.url)
        return Origin(**fields, licence=licence)


class _IndicatorEntry(Record):
    id: Identifier
    name: Required
    description: Required
    unit: UnitField
    measure: Measure
    topic: Required
    prices: Prices | None = None
    base: Words = ""
    code: Words = ""
    aliases: list[Required] = Field(default_factory=list)
    numerator: Words = ""
    denominator: Words = ""
    not_to_confuse: Words = ""

    def indicator(self) -> Indicator:
        fields = self.model_dump(exclude={"aliases"})
        return Indicator(**fields, aliases=tuple(self.aliases))


class DatasetDescription(Record):
    """What ``dataset.yaml`` says.

    Attributes:
        id: The folder's name.
        title: Its title.
        publisher: Short name of the publisher.
        description: In our own words.
        origins: Origins in full, or ids of origins in ``origins.yaml``.
        indicators: Ids of its indicators; only where the observations are a Parquet file.
    """

    id: Identifier
    title: Required
    publisher: Required
    description: Required
    origins: list[_OriginEntry | Identifier] = Field(min_length=1)
    indicators: list[Identifier] = Field(default_factory=list)

    def resolved_origins(self, shared: dict[str, Origin]) -> tuple[tuple[Origin, ...], tuple[str, ...]]:
        """Its origins, and the ids among them that are not known."""
        known = [shared.get(entry) if isinstance(entry, str) else entry.origin() for entry in self.origins]
        unknown = tuple(e for e in self.origins if isinstance(e, str) and e not in shared)
        return tuple(origin for origin in known if origin is not None), unknown


def read_indicators(path: Path, file: str) -> tuple[tuple[Indicator, ...], list[Fault]]:
    """Read ``indicators.yaml``.

    Args:
        path: The file.
        file: How to call it in a fault.

    Returns:
        The indicators that have no fault, and the faults.
    """
    entries, faults = _read_entries(path, file, _IndicatorEntry)
    return tuple(entry.indicator() for entry in entries), faults


def read_origins(path: Path, file: str) -> tuple[dict[str, Origin], list[Fault]]:
    """Read ``origins.yaml``: origins that several datasets share, by id; and the faults."""
    if not path.exists():
        return {}, []
    entries, faults = _read_entries(path, file, _OriginEntry)
    return {entry.id: entry.origin() for entry in entries}, faults


def read_dataset_description(path: Path, file: str) -> tuple[DatasetDescription | None, list[Fault]]:
    """Read a ``dataset.yaml``; ``None`` when it has faults."""
    content, node, faults = _load(path, file)
    if faults:
        return None, faults
    try:
        return DatasetDescription.model_validate(content), []
    except ValidationError as error:
        return None, faults_of(error, file, _line_finder(node))


def _read_entries(path: Path, file: str, shape: type[_Entry]) -> tuple[list[_Entry], list[Fault]]:
    """Each entry of a list by itself, so that a fault in one does not hide the others."""
    content, node, faults = _load(path, file)
    if not faults and not isinstance(content, list):
        faults = [Fault(file, 1, None, type(content).__name__, "a list, each entry beginning with `- id:`")]
    if faults:
        return [], faults
    lines = _line_finder(node)
    entries: list[_Entry] = []
    first_places: dict[object, int] = {}
    for place, item in enumerate(content):
        try:
            entry = shape.model_validate(item)
        except ValidationError as error:
            faults += faults_of(error, file, lambda path, place=place: lines((place, *path)))  # type: ignore[misc]
            continue
        before = first_places.setdefault(entry.id, place)
        if before != place:
            faults.append(Fault(file, lines((place, "id")), "id", entry.id, f"an id not used in line {lines((before,))}"))
        entries.append(entry)
    return entries, faults


def _load(path: Path, file: str) -> tuple[Any, yaml.Node | None, list[Fault]]:
    """The content of a YAML file, its nodes for finding lines, and the faults that keep it from being read."""
    try:
        text = path.read_text(encoding="utf-8")
        return yaml.load(text, Loader=_TextLoader), yaml.compose(text, Loader=yaml.SafeLoader), []  # noqa: S506
    except FileNotFoundError:
        return None, None, [Fault(file, None, None, "no such file", "a YAML file")]
    except UnicodeDecodeError:
        return None, None, [Fault(file, None, None, "bytes that are not UTF-8", "a text file in UTF-8")]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "a text that is not YAML"
        return None, None, [Fault(file, mark.line + 1 if mark else None, None, problem, "YAML")]
    except RecursionError:
        return None, None, [Fault(file, None, None, "lists within lists without end", "YAML")]


class _TextLoader(yaml.SafeLoader):
    """Leaves dates and numbers as the text that stands in the file: ``2024-10`` is no sum."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _line_finder(root: yaml.Node | None) -> Callable[[tuple[int | str, ...]], int | None]:
    def line(path: tuple[int | str, ...]) -> int | None:
        node, found = root, 1
        for part in path:
            step = _step(node, part)
            if step is not None:
                node, found = step
        return found

    return line


def _step(node: Any, part: int | str) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child, child.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return value, key.start_mark.line + 1
    return None
