"""A catalogue as rows of JSON next to the observations, so that another engine holds all of it.

Each row is one item: an indicator, an area, a dataset … Its kind is the field of `Catalogue` that it belongs to.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, Final, get_args, get_type_hints

import pyarrow as pa

from indicators.errors import EngineError
from indicators.files.json_records import read_record, write_record
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area, AreaList
from indicators.model.observations import Dataset
from indicators.store import messages

DESCRIPTION_SCHEMA: Final = pa.schema(
    [("KIND", pa.string()), ("PLACE", pa.int64()), ("ID", pa.string()), ("BODY", pa.string())]
)
"""The columns of the descriptions: the kind of item, its place, its id, and its fields as JSON."""

_EXPORT: Final = "export"


def describe_catalogue(catalogue: Catalogue, fingerprint: str) -> pa.Table:
    """Describe everything in a catalogue except its files, with the fingerprint of the export's figures."""
    rows: list[dict[str, object]] = [{"KIND": _EXPORT, "PLACE": 0, "ID": fingerprint, "BODY": "{}"}]
    for kind in _find_shapes():
        for place, item in enumerate(_items(getattr(catalogue, kind))):
            id = getattr(item, "id", None) or item.code
            rows.append({"KIND": kind, "PLACE": place, "ID": id, "BODY": json.dumps(write_record(item))})
    return pa.Table.from_pylist(rows, DESCRIPTION_SCHEMA)


def parse_catalogue(rows: pa.Table) -> Catalogue:
    """Return the catalogue that `describe_catalogue` described.

    Raises:
        EngineError: Another version of this library wrote it.
    """
    held: dict[str, list[tuple[int, str]]] = {}
    for row in rows.to_pylist():
        held.setdefault(row["KIND"], []).append((row["PLACE"], row["BODY"]))
    described: dict[str, Any] = {}
    for kind, shape in _find_shapes().items():
        try:
            described[kind] = tuple(read_record(shape, json.loads(body)) for _, body in sorted(held.get(kind, [])))
        except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
            message = messages.OTHER_VERSION.format(kind=kind)
            raise EngineError(message, found=str(error), hint=messages.EXPORT_AGAIN) from error
    return Catalogue(**described | {"areas": AreaList(described["areas"])})


def read_fingerprint(rows: pa.Table) -> str | None:
    """Return the fingerprint of the export that wrote these rows."""
    return next((row["ID"] for row in rows.to_pylist() if row["KIND"] == _EXPORT), None)


@cache
def _find_shapes() -> Mapping[str, Any]:
    """Return the class of the items in each field of a catalogue, all of them tuples but the areas."""
    hints = get_type_hints(Catalogue)
    return {field.name: next(iter(get_args(hints[field.name])), Area) for field in fields(Catalogue) if field.init}


def _items(things: Iterable[Any]) -> Iterable[Any]:
    for thing in things:
        yield replace(thing, tables=(), observations=tuple(thing.observations)) if isinstance(thing, Dataset) else thing
