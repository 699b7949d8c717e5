"""Answers of an engine as panels."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset
from indicators.model.panel import PANEL_COLUMNS, Panel
from indicators.model.panel_output import AgeReader, UnitConverter
from indicators.model.steps import Step
from indicators.store import messages
from indicators.store.query import Query
from indicators.store.series_choice import describe_choice


def build_panel(
    table: pa.Table,
    query: Query,
    catalogue: Catalogue,
    datasets: Sequence[Dataset],
    converter: UnitConverter,
    left_out: Sequence[str],
    age_reader: AgeReader | None = None,
) -> Panel:
    """Return the panel of a query.

    Args:
        table: The answer of the engine.
        query: The query.
        catalogue: The catalogue of the store.
        datasets: The datasets it was answered from.
        converter: Converts the panel to other units.
        left_out: A sentence for each dataset that can't be read.
        age_reader: Reads how old its series are.
    """
    frame = _build_frame(table, catalogue, datasets, query.indicators)
    indicators = tuple(catalogue.find_indicator(id) for id in query.indicators)
    used = set(frame["origin"].unique())
    origins = {origin.id: origin for dataset in datasets for origin in dataset.origins if origin.id in used}
    read = messages.READ.format(query=query.label, vintages=query.which)
    steps = (
        Step("read", read),
        *describe_choice(query, catalogue),
        *(Step("left out", sentence) for sentence in left_out),
    )
    stated = frame["converted_from"] != ""
    own, restated = (frame, frame.iloc[:0]) if not stated.any() else (frame[~stated], frame[stated])
    return Panel(
        own.reset_index(drop=True), indicators, tuple(origins.values()), steps, stated=restated.reset_index(drop=True),
        converter=converter, catalogue=catalogue, age_reader=age_reader,
    )  # fmt: skip


def _build_frame(
    table: pa.Table, catalogue: Catalogue, datasets: Sequence[Dataset], indicators: tuple[str, ...]
) -> pd.DataFrame:
    """Return the rows with the names and types of `Panel`, in its order.

    Everything is done in Arrow and the pandas table is made once at the end: most panels have a few hundred rows, for
    which each step in pandas takes longer than reading them.
    """
    table = table.rename_columns([_PANEL_NAMES.get(name, name) for name in table.column_names])
    names = {code: area.name for code, area in catalogue.areas.by_code.items()}
    columns = {name: table[name] for name in table.column_names} | {
        "entity": _look_up(table["code"], names),
        "publisher": _look_up(table["dataset"], {dataset.id: dataset.publisher for dataset in datasets}),
        "year": pc.year(table["last"]),
        "vintage": table["vintage"].cast(pa.string()),
        "first": table["first"].cast(_DAY),
        "last": table["last"].cast(_DAY),
    }
    panel = pa.table({name: _fill(columns[name]) for name in PANEL_COLUMNS})
    place = pc.index_in(panel["indicator"], value_set=pa.array(indicators, pa.string()))
    order = pc.sort_indices(panel.append_column("place", place), sort_keys=[(key, "ascending") for key in _ORDER])
    frame: pd.DataFrame = panel.take(order).to_pandas()
    frame["digits"] = frame["digits"].astype("Int64")
    return frame


def _look_up(codes: pa.ChunkedArray, texts: dict[str, str]) -> pa.ChunkedArray:
    """Return the text of each code."""
    places = pc.index_in(codes, value_set=pa.array(list(texts), pa.string()))
    return pc.take(pa.array(list(texts.values()), pa.string()), places)


def _fill(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return the column with empty texts instead of null."""
    return pc.fill_null(column, "") if pa.types.is_string(column.type) else column


_DAY = pa.timestamp("s")
_ORDER = ("place", "entity", "counterpart", "dimensions", "dataset", "unit", "frequency", "first", "last", "vintage")
_PANEL_NAMES = {
    "REF_AREA": "code",
    "COUNTERPART_AREA": "counterpart",
    "DIMENSIONS": "dimensions",
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
