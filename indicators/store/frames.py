"""The answer of an engine as the table of a panel."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset
from indicators.model.panel import PANEL_COLUMNS

__all__ = ["build_panel_frame"]


def build_panel_frame(
    table: pa.Table, catalogue: Catalogue, datasets: Sequence[Dataset], indicators: tuple[str, ...]
) -> pd.DataFrame:
    """The rows with the names and types of `Panel`, in its order.

    All is done in Arrow, and the pandas table made once at the end: most panels have some hundred rows, for which
    each step in pandas costs more than the reading.
    """
    table = table.rename_columns([_PANEL_NAMES.get(name, name) for name in table.column_names])
    names = {code: area.name for code, area in catalogue.areas.by_code.items()}
    columns = {name: table[name] for name in table.column_names} | {
        "entity": _told(table["code"], names),
        "publisher": _told(table["dataset"], {dataset.id: dataset.publisher for dataset in datasets}),
        "year": pc.year(table["last"]),
        "vintage": table["vintage"].cast(pa.string()),
        "first": table["first"].cast(_DAY),
        "last": table["last"].cast(_DAY),
    }
    panel = pa.table({name: _filled(columns[name]) for name in PANEL_COLUMNS})
    place = pc.index_in(panel["indicator"], value_set=pa.array(indicators, pa.string()))
    order = pc.sort_indices(panel.append_column("place", place), sort_keys=[(key, "ascending") for key in _ORDER])
    frame: pd.DataFrame = panel.take(order).to_pandas()
    frame["digits"] = frame["digits"].astype("Int64")
    return frame


def _told(codes: pa.ChunkedArray, texts: dict[str, str]) -> pa.ChunkedArray:
    """The text of each code."""
    places = pc.index_in(codes, value_set=pa.array(list(texts), pa.string()))
    return pc.take(pa.array(list(texts.values()), pa.string()), places)


def _filled(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A text is empty where there is none."""
    return pc.fill_null(column, "") if pa.types.is_string(column.type) else column


_DAY = pa.timestamp("s")
_ORDER = ("place", "entity", "counterpart", "dataset", "unit", "frequency", "first", "last", "vintage")
_PANEL_NAMES = {
    "REF_AREA": "code",
    "COUNTERPART_AREA": "counterpart",
    "FREQ": "frequency",
    "TIME_PERIOD": "period",
    "OBS_VALUE": "value",
    "UNIT_MEASURE": "unit",
    "OBS_STATUS": "status",
    "TIME_START": "first",
    "TIME_END": "last",
} | {
    name: name.lower()
    for name in (
        "INDICATOR", "LOWER", "UPPER", "QUALIFIER", "DIGITS", "CONVERTED_FROM", "INFERRED", "VINTAGE",
        "ORIGIN", "LOCATOR", "SAID_BY", "NOTE", "DATASET",
    )
}  # fmt: skip
