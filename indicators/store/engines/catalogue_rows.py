"""A catalogue as rows of JSON beside the observations, so that another engine answers for all of it.

Each row is one thing: an indicator, an area, a dataset … Its kind is the field of `Catalogue` that it belongs to,
and its fields are those of its class.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, Final, get_args, get_type_hints

import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from indicators.errors import EngineError
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area, AreaList
from indicators.model.observations import Dataset

__all__ = ["DESCRIPTION_SCHEMA", "describe_catalogue", "parse_catalogue", "read_fingerprint"]

DESCRIPTION_SCHEMA: Final = pa.schema(
    [("KIND", pa.string()), ("PLACE", pa.int64()), ("ID", pa.string()), ("BODY", pa.string())]
)
"""The columns of the descriptions: what is described, which of them it is, its id, and its fields as JSON."""

_EXPORT: Final = "export"


def describe_catalogue(catalogue: Catalogue, fingerprint: str) -> pa.Table:
    """Everything a catalogue knows, without the files it lies in.

    Args:
        catalogue: What is described.
        fingerprint: Tells this export from one of other figures.
    """
    rows: list[dict[str, object]] = [{"KIND": _EXPORT, "PLACE": 0, "ID": fingerprint, "BODY": "{}"}]
    for kind, adapter in _adapters().items():
        for place, item in enumerate(_items(getattr(catalogue, kind))):
            id = getattr(item, "id", None) or item.code
            rows.append({"KIND": kind, "PLACE": place, "ID": id, "BODY": adapter.dump_json(item).decode()})
    return pa.Table.from_pylist(rows, DESCRIPTION_SCHEMA)


def parse_catalogue(rows: pa.Table) -> Catalogue:
    """The catalogue that `describe_catalogue` described.

    Raises:
        EngineError: Another version of this library wrote them.
    """
    held: dict[str, list[tuple[int, str]]] = {}
    for row in rows.to_pylist():
        held.setdefault(row["KIND"], []).append((row["PLACE"], row["BODY"]))
    described: dict[str, Any] = {}
    for kind, adapter in _adapters().items():
        try:
            described[kind] = tuple(adapter.validate_json(body) for _, body in sorted(held.get(kind, [])))
        except ValidationError as error:
            hint = "Export to it again with `indicators export --store`."
            message = f"The descriptions in this store are of another version of indicators ({kind})."
            raise EngineError(message, found=str(error), hint=hint) from error
    # What is read of a sequence is a list; frozen, it is a tuple.
    datasets = tuple(replace(one, observations=tuple(one.observations)) for one in described["datasets"])
    return Catalogue(**described | {"areas": AreaList(described["areas"]), "datasets": datasets})


def read_fingerprint(rows: pa.Table) -> str | None:
    """The fingerprint of the export that wrote these rows."""
    return next((row["ID"] for row in rows.to_pylist() if row["KIND"] == _EXPORT), None)


@cache
def _adapters() -> Mapping[str, TypeAdapter[Any]]:
    """What reads and writes the things of each field of a catalogue, all of them tuples but the areas."""
    hints = get_type_hints(Catalogue)
    shapes = {field.name: next(iter(get_args(hints[field.name])), Area) for field in fields(Catalogue) if field.init}
    return {name: TypeAdapter(shape) for name, shape in shapes.items()}


def _items(things: Iterable[Any]) -> Iterable[Any]:
    for thing in things:
        yield replace(thing, tables=(), observations=tuple(thing.observations)) if isinstance(thing, Dataset) else thing
