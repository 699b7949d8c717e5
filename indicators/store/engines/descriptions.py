"""A catalogue as rows of JSON beside the observations, so that another engine answers for all of it.

The fields are those of the classes of `indicators.model`, `indicators.codelists` and `indicators.origins`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final

import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from indicators.catalogue import Catalogue
from indicators.codelists import Area, AreaList, Currency
from indicators.errors import EngineError
from indicators.model import Dataset, Event, Indicator

__all__ = ["DESCRIPTION_SCHEMA", "catalogue_of", "description_rows", "fingerprint_of"]

DESCRIPTION_SCHEMA: Final = pa.schema(
    [("KIND", pa.string()), ("PLACE", pa.int64()), ("ID", pa.string()), ("BODY", pa.string())]
)
"""The columns of the descriptions: what is described, which of them it is, its id, and its fields as JSON."""

_EXPORT: Final = "export"
_SHAPES: Final[Mapping[str, type]] = {
    "indicator": Indicator,
    "area": Area,
    "dataset": Dataset,
    "currency": Currency,
    "event": Event,
}


def description_rows(catalogue: Catalogue, fingerprint: str) -> pa.Table:
    """Everything a catalogue knows, without the files it lies in.

    Args:
        catalogue: What is described.
        fingerprint: Tells this export from one of other figures.
    """
    datasets = [replace(dataset, tables=(), observations=tuple(dataset.observations)) for dataset in catalogue.datasets]
    rows = [
        *_rows("indicator", catalogue.indicators, [indicator.id for indicator in catalogue.indicators]),
        *_rows("area", tuple(catalogue.areas), [area.code for area in catalogue.areas]),
        *_rows("dataset", datasets, [dataset.id for dataset in datasets]),
        *_rows("currency", catalogue.currencies, [currency.code for currency in catalogue.currencies]),
        *_rows("event", catalogue.events, [event.id for event in catalogue.events]),
        (_EXPORT, 0, fingerprint, "{}"),
    ]
    columns = [pa.array(column, field.type) for column, field in zip(zip(*rows, strict=True), DESCRIPTION_SCHEMA)]  # noqa: B905
    return pa.Table.from_arrays(columns, schema=DESCRIPTION_SCHEMA)


def catalogue_of(rows: pa.Table) -> Catalogue:
    """The catalogue that `description_rows` described.

    Raises:
        EngineError: Another version of this library wrote them.
    """
    datasets = _described(rows, "dataset")
    return Catalogue(
        indicators=_described(rows, "indicator"),
        areas=AreaList(_described(rows, "area")),
        datasets=tuple(replace(dataset, observations=tuple(dataset.observations)) for dataset in datasets),
        currencies=_described(rows, "currency"),
        events=_described(rows, "event"),
    )


def fingerprint_of(rows: pa.Table) -> str | None:
    """The fingerprint of the export that wrote these rows."""
    return next((row["ID"] for row in rows.to_pylist() if row["KIND"] == _EXPORT), None)


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_SHAPES[kind])


def _rows(kind: str, items: Sequence[Any], ids: Iterable[str]) -> list[tuple[str, int, str, str]]:
    return [
        (kind, place, id, _adapter(kind).dump_json(item).decode())
        for place, (item, id) in enumerate(zip(items, ids, strict=True))
    ]


def _described(rows: pa.Table, kind: str) -> tuple[Any, ...]:
    wanted = [row for row in rows.to_pylist() if row["KIND"] == kind]
    try:
        return tuple(_adapter(kind).validate_json(row["BODY"]) for row in sorted(wanted, key=lambda row: row["PLACE"]))
    except ValidationError as error:
        hint = "Export to it again with `indicators export --store`."
        message = f"The descriptions in this store are of another version of indicators ({kind})."
        raise EngineError(message, found=str(error), hint=hint) from error
