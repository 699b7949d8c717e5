"""The dimensions of a cube as columns: of codes, and of their labels where these say more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from indicators.importing.column_contents import read_heading_period
from indicators.importing.formats.file_tables import CodedColumn

_NAMES: Final = {"measure": ("Indicator code", "Indicator name"), "area": ("REF_AREA", "Reference area")}


@dataclass(frozen=True, slots=True)
class CubeDimension:
    """A dimension of a cube.

    Attributes:
        id: Its name.
        codes: The codes of its categories.
        labels: Their labels; empty ones where there are none.
        role: ``time``, ``area``, ``measure``, or nothing if the file gives no role.
        codes_name: The name of the column of codes, if there is one of labels; by default the id.
    """

    id: str
    codes: list[str]
    labels: list[str]
    role: str = ""
    codes_name: str = ""


def add_unit(label: str, unit: str) -> str:
    """Add its unit to the label of what is measured, where importing reads it; a unit may be any text.

    >>> add_unit("Landings", "thousand tonnes"), add_unit("Share, per cent", "per cent"), add_unit("Geese", "")
    ('Landings (thousand tonnes)', 'Share, per cent', 'Geese')
    """
    return f"{label} ({unit})" if unit and unit.casefold() not in label.casefold() else label


def name_dimensions(dimension: CubeDimension, place: np.ndarray[Any, Any]) -> list[CodedColumn]:
    """Return the columns of a dimension.

    Args:
        dimension: The dimension.
        place: The place of the category of each row.

    >>> time = CubeDimension("Tid", ["0", "1"], ["2020", "2021"], "time")
    >>> [(column.name, column.texts) for column in name_dimensions(time, np.array([0, 1]))]
    [('TIME_PERIOD', ['2020', '2021'])]
    """
    place = place.astype(np.int32)
    labels = dimension.labels if any(dimension.labels) and dimension.labels != dimension.codes else []
    if dimension.role == "time":
        readable = [texts for texts in (dimension.codes, labels) if texts and all(map(read_heading_period, texts))]
        return [CodedColumn("TIME_PERIOD", (readable or [labels or dimension.codes])[0], place)]
    plain = (dimension.codes_name, dimension.id) if dimension.codes_name else (dimension.id, f"{dimension.id} label")
    code, label = _NAMES.get(dimension.role, plain)
    if not labels:
        return [CodedColumn(code if dimension.role else dimension.id, dimension.codes, place)]
    return [CodedColumn(code, dimension.codes, place), CodedColumn(label, labels, place)]
