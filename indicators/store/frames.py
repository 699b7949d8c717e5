"""The answer of an engine as the table of a panel."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa

from indicators.catalogue import Catalogue
from indicators.model import Dataset
from indicators.panel import COLUMNS

__all__ = ["panel_frame"]


def panel_frame(
    table: pa.Table, catalogue: Catalogue, datasets: Sequence[Dataset], indicators: tuple[str, ...]
) -> pd.DataFrame:
    """The rows with the names and types of `Panel`, in its order."""
    frame: pd.DataFrame = table.to_pandas().rename(columns=_PANEL_NAMES)
    frame["digits"] = frame["digits"].astype("Int64")
    frame["entity"] = frame["code"].map({code: area.name for code, area in catalogue.areas.by_code.items()})
    frame["publisher"] = frame["dataset"].map({dataset.id: dataset.publisher for dataset in datasets})
    frame["vintage"] = frame["vintage"].astype("str")
    frame["first"], frame["last"] = pd.to_datetime(frame["first"]), pd.to_datetime(frame["last"])
    frame["year"] = frame["last"].dt.year.astype("int64")
    texts = [name for name in COLUMNS if name not in _NOT_TEXT]
    frame[texts] = frame[texts].astype("str").fillna("")
    place = frame["indicator"].map({id: number for number, id in enumerate(indicators)})
    frame = frame.assign(place=place).sort_values(
        ["place", "entity", "counterpart", "dataset", "unit", "frequency", "first", "last"], kind="stable"
    )
    return frame[list(COLUMNS)].reset_index(drop=True)


_NOT_TEXT = {"value", "lower", "upper", "digits", "first", "last", "year"}
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
