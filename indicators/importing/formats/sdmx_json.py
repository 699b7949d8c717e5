"""SDMX-JSON 1 and 2: the data messages of the OECD, the ECB, the IMF and others.

Keys and attributes are places in lists of values. Series, flat and cross-sectional messages are read alike.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import numpy as np

from indicators.errors import DataError
from indicators.importing import file_messages
from indicators.importing.batches import FileOptions, clean_text
from indicators.importing.formats.file_tables import CodedColumn, FileTable, batch_coded

_LEVELS: Final = ("dataSet", "series", "observation")


class _Component(NamedTuple):
    """A dimension or an attribute, with its values."""

    texts: list[str]
    names: list[str]
    further: dict[str, int]

    def find(self, text: str) -> int:
        """Return the place of a text, which becomes a further value if it is none yet."""
        place = self.further.setdefault(text, len(self.texts))
        if place == len(self.texts):
            self.texts.append(text)
        return place


class _Rows(NamedTuple):
    """The rows of a message: their values, and the place of each component's value."""

    values: list[Any]
    places: dict[str, array[int]]


def is_sdmx_json(content: dict[str, Any]) -> bool:
    """Return whether a JSON document is a message of SDMX with data.

    >>> is_sdmx_json({"dataSets": []}), is_sdmx_json({"data": {"dataSets": []}}), is_sdmx_json({"data": []})
    (True, True, False)
    """
    return "dataSets" in content or (isinstance(content.get("data"), dict) and "dataSets" in content["data"])


def read_sdmx_json(content: dict[str, Any], name: str, _options: FileOptions) -> FileTable:
    """Read a data message of SDMX-JSON.

    Args:
        content: The document.
        name: The name of the file.

    Raises:
        DataError: It has no figures, or its parts contradict each other.
    """
    inside = content if "dataSets" in content else content["data"]
    try:
        return _read_message(inside, name)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        message, found = file_messages.CONTRADICTS_ITSELF.format(file=name), f"{type(error).__name__} {error}"
        raise DataError(message, found=found, expected=file_messages.SDMX_JSON_MESSAGE) from error


def _read_message(inside: dict[str, Any], name: str) -> FileTable:
    structures = inside.get("structures") or [inside.get("structure")]
    components: dict[str, _Component] = {}
    rows = _Rows([], {})
    dimensions, title = [], ""
    for dataset in inside["dataSets"]:
        structure = structures[int(dataset.get("structure") or 0)]
        if len(inside["dataSets"]) > 1 and len(structures) > 1:
            raise DataError(file_messages.SEVERAL_STRUCTURES.format(file=name), expected=file_messages.ONE_DATASET)
        reader = _DatasetReader(structure, components)
        reader.read(dataset, rows)
        dimensions, title = reader.dimensions, str(structure.get("name") or "")
    if not rows.values:
        raise DataError(file_messages.NO_FIGURES.format(file=name), expected=file_messages.SDMX_JSON_MESSAGE)
    columns = []
    for id in [*dimensions, *(id for id in rows.places if id not in dimensions)]:
        one, places = components[id], np.frombuffer(rows.places[id], dtype=np.int32)
        columns.append(CodedColumn(id, one.texts, places))
        if id in dimensions and any(one.names) and id != "TIME_PERIOD":
            columns.append(CodedColumn(f"{id} label", one.names, places))
    before = sum(column.name.removesuffix(" label") in dimensions for column in columns)
    names = [one.name for one in columns]
    return FileTable(
        (*names[:before], "OBS_VALUE", *names[before:]), batch_coded(columns, "OBS_VALUE", rows.values, before),
        title=clean_text(title),
    )  # fmt: skip


class _DatasetReader:
    """Reads the data sets of one structure."""

    def __init__(self, structure: dict[str, Any], components: dict[str, _Component]) -> None:
        self._components = components
        found = {level: structure["dimensions"].get(level) or [] for level in _LEVELS}
        ordered = [(one.get("keyPosition"), one["id"]) for level in _LEVELS for one in found[level]]
        known = all(position is not None for position, _ in ordered)
        self.dimensions = [id for _, id in (sorted(ordered) if known else ordered)]
        self._levels = {level: self._add(found[level]) for level in _LEVELS}
        given = structure.get("attributes") or {}
        self._attributes = {level: self._add(given.get(level) or []) for level in (*_LEVELS, "dimensionGroup")}
        self._measures = max(len((structure.get("measures") or {}).get("observation") or [1]), 1)

    def _add(self, described: list[dict[str, Any]]) -> list[str]:
        for one in described:
            values = [value or {} for value in one.get("values") or []]
            texts = [str(_first(value.get("id"), value.get("value"), value.get("name"), "")) for value in values]
            names = [clean_text(str(value.get("name") or "")) for value in values]
            differ = any(name and name != text for name, text in zip(names, texts, strict=True))
            self._components.setdefault(str(one["id"]), _Component(texts, names if differ else [], {}))
        return [str(one["id"]) for one in described]

    def read(self, dataset: dict[str, Any], rows: _Rows) -> None:
        """Read the observations of a data set."""
        constant = dict.fromkeys(self._levels["dataSet"], 0)
        constant |= self._read_attributes("dataSet", dataset.get("attributes") or ())
        groups = [(key.split(":"), value) for key, value in (dataset.get("dimensionGroupAttributes") or {}).items()]
        action = dataset.get("action")
        if action in ("Delete", "D"):
            self._components.setdefault("ACTION", _Component(["D"], [], {}))
            constant["ACTION"] = 0
        for key, attributes, observations in _list_series(dataset):
            series = constant | self._read_key("series", key) | self._read_attributes("series", attributes)
            for group, given in groups:
                if all(part in ("", "~", mine) for part, mine in zip(group, key.split(":"), strict=False)):
                    series |= self._read_attributes("dimensionGroup", given)
            for place, cells in observations.items():
                self._add_row(rows, series | self._read_key("observation", place), cells)

    def _add_row(self, rows: _Rows, keys: dict[str, int], cells: Any) -> None:
        cells = cells if isinstance(cells, list) else [cells]
        keys = keys | self._read_attributes("observation", cells[self._measures :])
        done = len(rows.values)
        rows.values.append(cells[0] if cells else None)
        for id, place in keys.items():
            places = rows.places.setdefault(id, array("i"))
            places.extend([-1] * (done - len(places)))
            places.append(place)
        for places in rows.places.values():
            if len(places) == done:
                places.append(-1)

    def _read_key(self, level: str, key: str) -> dict[str, int]:
        return {id: int(part) for id, part in zip(self._levels[level], key.split(":"), strict=False) if part}

    def _read_attributes(self, level: str, cells: Any) -> dict[str, int]:
        """Return the places of attributes; one that is a text and no place becomes a further value."""
        found = {}
        for id, cell in zip(self._attributes[level], cells, strict=False):
            if cell is None:
                continue
            component = self._components[id]
            if isinstance(cell, int) and cell < len(component.texts):
                found[id] = cell
            elif text := clean_text(str(cell[0] if isinstance(cell, list) and cell else cell)):
                found[id] = component.find(text)
        return found


def _list_series(dataset: dict[str, Any]) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """List the keys, attributes and observations of series; a flat data set is one series without a key."""
    if dataset.get("observations"):
        yield "", (), dataset["observations"]
    for key, series in (dataset.get("series") or {}).items():
        yield key, series.get("attributes") or (), series.get("observations") or {}


def _first(*given: Any) -> Any:
    return next(one for one in given if one is not None)
