"""JSON-stat 1 and 2, the format of Eurostat's service, of PxWeb and of many statistical offices (json-stat.org).

A document is a cube: values in the order of the codes of its dimensions. Each dimension becomes a column, and another
with its labels; the roles that the document gives name those of time, area and what is measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Any, Final

import numpy as np

from indicators.errors import DataError, UsageError
from indicators.importing import file_messages, messages
from indicators.importing.batches import FileOptions, clean_text
from indicators.importing.formats.cubes import CubeDimension, add_unit, name_dimensions
from indicators.importing.formats.file_tables import CodedColumn, FileTable, batch_coded
from indicators.importing.limits import check_cells

_ROLES: Final = {"time": "time", "geo": "area", "metric": "measure"}


def is_json_stat(content: dict[str, Any]) -> bool:
    """Return whether a JSON document is a dataset of JSON-stat, or has some.

    >>> is_json_stat({"version": "2.0", "class": "dataset"}), is_json_stat({"births": {"dimension": {}, "value": []}})
    (True, True)
    >>> is_json_stat({"value": [1], "page": 1})
    False
    """
    if content.get("class") in ("dataset", "collection", "dimension"):
        return True
    return bool(content) and all(
        isinstance(one, dict) and {"dimension", "value"} <= one.keys() for one in content.values()
    )


def read_json_stat(content: dict[str, Any], name: str, options: FileOptions) -> FileTable:
    """Read a dataset of JSON-stat: the one in the options, or the only one.

    Args:
        content: The document.
        name: The name of the file.
        options: Which dataset to read.

    Raises:
        DataError: It has no dataset, or its parts contradict each other.
        UsageError: It has no such dataset, or several and the user says of none that it is meant.
    """
    found = dict(_list_datasets(content))
    if not found:
        raise DataError(file_messages.NO_DATASET_INSIDE.format(file=name), expected=file_messages.JSON_STAT_DATASET)
    chosen = options.sheet or next(iter(found))
    if chosen not in found:
        expected = messages.ONE_OF.format(names=", ".join(found))
        raise UsageError(file_messages.NO_SUCH_TABLE.format(file=name, table=chosen), expected=expected)
    others = ", ".join(one for one in found if one != chosen)
    if others and not options.sheet:
        first, second, *_ = found
        hint = messages.CHOOSE_TABLE.format(first=first, second=second)
        raise UsageError(messages.SEVERAL_TABLES.format(file=name, first=first, second=second), hint=hint)
    remarks = (messages.TABLE_CHOSEN.format(table=chosen, others=others),) if others else ()
    try:
        return _read_dataset(found[chosen], name, remarks)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        message = file_messages.CONTRADICTS_ITSELF.format(file=name)
        raise DataError(
            message, found=f"{type(error).__name__} {error}", expected=file_messages.JSON_STAT_DATASET
        ) from error


def _list_datasets(content: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if content.get("class") == "dataset":
        yield str(content.get("label") or "dataset"), content
    elif content.get("class") == "collection":
        link = content.get("link")
        items = link.get("item") if isinstance(link, dict) else None
        for number, one in enumerate(items if isinstance(items, list) else [], 1):
            if isinstance(one, dict) and one.get("class") == "dataset" and "value" in one:
                yield str(one.get("label") or number), one
    elif "class" not in content:
        yield from content.items()


def _read_dataset(dataset: dict[str, Any], name: str, remarks: tuple[str, ...]) -> FileTable:
    sizes, dimensions = _read_dimensions(dataset)
    positions, values, statuses = _read_cells(dataset, prod(sizes), name)
    places = np.unravel_index(positions, sizes) if sizes else []
    columns = [column for one, place in zip(dimensions, places, strict=True) for column in name_dimensions(one, place)]
    before = len(columns)
    if statuses is not None:
        known = list(dict.fromkeys(statuses))
        number = {text: place for place, text in enumerate(known)}
        columns.append(CodedColumn("OBS_STATUS", known, np.array([number[one] for one in statuses], np.int32)))
    for one, place in zip(dimensions, places, strict=True):
        columns += _read_powers(dataset, one, place.astype(np.int32))
    names = [one.name for one in columns]
    return FileTable(
        (*names[:before], "OBS_VALUE", *names[before:]), batch_coded(columns, "OBS_VALUE", values, before),
        title=clean_text(str(dataset.get("label") or "")), remarks=remarks,
    )  # fmt: skip


def _read_dimensions(dataset: dict[str, Any]) -> tuple[list[int], list[CubeDimension]]:
    """Read the sizes and dimensions; JSON-stat 1 has ids, sizes and roles among its dimensions."""
    inside = dataset["dimension"]
    ids = dataset.get("id", inside.get("id"))
    sizes = [int(size) for size in dataset.get("size", inside.get("size"))]
    roles = dataset.get("role", inside.get("role")) or {}
    given = {str(id): _ROLES[role] for role in _ROLES for id in (roles.get(role) or [])[:1]}  # others tell series apart
    found = []
    for id, size in zip(ids, sizes, strict=True):
        category = inside[id].get("category") or {}
        labels = category.get("label") or {}
        index = category.get("index", list(labels))
        codes = sorted(index, key=index.__getitem__) if isinstance(index, dict) else list(index)
        if len(codes) != size:
            message = f"{id}: {len(codes)} != {size}"
            raise ValueError(message)
        words = [clean_text(str(labels.get(code) or "")) for code in codes]
        role = given.get(str(id), "")
        if units := _read_units(category, codes):
            words = [add_unit(text or str(code), unit) for text, code, unit in zip(words, codes, units, strict=True)]
            role = role or "measure"
        found.append(CubeDimension(str(id), [str(code) for code in codes], words, role))
    return sizes, found


def _read_cells(
    dataset: dict[str, Any], length: int, name: str
) -> tuple[np.ndarray[Any, Any], list[Any], list[str] | None]:
    """Read the places, values and statuses of the cells that have one of the two."""
    value, status = dataset["value"], dataset.get("status")
    if isinstance(value, list):
        if len(value) != length:
            message = f"value: {len(value)} != {length}"
            raise ValueError(message)
        check_cells(length, name)
        positions, values = np.arange(length), value
    else:
        listed = {int(place): one for place, one in value.items()}
        flagged = [int(place) for place in status] if isinstance(status, dict) else []
        positions = np.array(sorted({*listed, *flagged}), dtype=np.int64)
        values = [listed.get(place) for place in positions.tolist()]
    if isinstance(status, dict):
        return positions, values, [str(status.get(str(place)) or "") for place in positions.tolist()]
    if isinstance(status, list) and len(status) > 1:
        return positions, values, [str(status[place] or "") for place in positions.tolist()]
    one = "".join(map(str, status)) if isinstance(status, (str, list)) else None  # for all of them
    return positions, values, None if one is None else [one] * len(values)


def _read_units(category: dict[str, Any], codes: list[Any]) -> list[str]:
    """Read the unit of each category, or nothing if none has one."""
    units = category.get("unit") or {}
    given = [units.get(code) or {} for code in codes]
    texts = [clean_text(str(one.get("base") or one.get("label") or one.get("symbol") or "")) for one in given]
    return texts if any(texts) else []


def _read_powers(dataset: dict[str, Any], dimension: CubeDimension, place: np.ndarray[Any, Any]) -> list[CodedColumn]:
    """Read the power of ten of each category, where a dimension has them."""
    units = (dataset["dimension"][dimension.id].get("category") or {}).get("unit") or {}
    powers = [str((units.get(code) or {}).get("multiplier") or "") for code in dimension.codes]
    return [CodedColumn("UNIT_MULT", powers, place)] if any(powers) else []
