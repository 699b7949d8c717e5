"""Panels as data files: CSV, JSON, SDMX-CSV, Parquet, and a text table for the terminal.

Numbers are written in full, in the unit of their row, with a decimal point. A missing value is an empty cell or
``null``.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from indicators.exports import messages
from indicators.exports.ages import describe_ages
from indicators.exports.data_tables import (
    BAND_NAMES,
    format_csv,
    format_json,
    list_dimension_names,
    make_long_table,
    make_table_across,
    make_wide_table,
    write_days,
)
from indicators.exports.extract import Extract
from indicators.model.codelists import ObservationStatus
from indicators.model.dimensions import TOTAL_CODE, split_dimensions
from indicators.model.formatting import align_columns
from indicators.model.observations import Indicator
from indicators.model.panel import Panel
from indicators.model.panel_frames import format_observation, to_records
from indicators.model.recency import find_outdated
from indicators.model.series_labels import label_rows
from indicators.model.steps import NOTE
from indicators.model.units import parse_unit

_STRUCTURE_ID: Final = "INDICATORS:FIGURES(1.0)"
_DATE_COLUMNS: Final = ("Day", "First", "Last", "RateDate", "Vintage")
_TEXT_COLUMNS: Final = ("Indicator", "Entity", "Period", "Value", "Status", "Publisher", "Reason missing")
_SDMX_NAMES: Final = {
    "Code": "REF_AREA", "Frequency": "FREQ", "Indicator": "INDICATOR", "Counterpart": "COUNTERPART_AREA",
    "Dataset": "DATASET", "Period": "TIME_PERIOD", "Value": "OBS_VALUE", "UNIT_MEASURE": "UNIT_MEASURE",
    "UNIT_MULT": "UNIT_MULT", "Status": "OBS_STATUS", "BASE_PER": "BASE_PER", "RateRule": "RATE_RULE", "Rate": "RATE",
    "RateUnit": "RATE_UNIT", "RateDate": "RATE_DATE", "RatePublisher": "RATE_PUBLISHER", "Reason": "REASON",
    "Lower": "LOWER", "Upper": "UPPER", "Qualifier": "QUALIFIER", "Digits": "DIGITS", "Inferred": "INFERRED",
    "SaidBy": "SAID_BY", "Locator": "LOCATOR", "Note": "NOTE", "Vintage": "VINTAGE", "Publisher": "PUBLISHER",
    "IndicatorName": "INDICATOR_NAME", "Source": "SOURCE", "SourceUrl": "SOURCE_URL", "Processing": "PROCESSING",
}  # fmt: skip


def to_csv(extract: Extract) -> str:
    r"""Write CSV with one row per observation and its source in every row; lines end with ``\n``."""
    return format_csv(make_long_table(extract.panel))


def to_wide_csv(extract: Extract) -> str:
    r"""Write CSV with one row per entity and period and one column per indicator; lines end with ``\n``."""
    return format_csv(make_wide_table(extract.panel))


def to_csv_across(extract: Extract) -> str:
    r"""Write CSV with one row per series and one column per period; lines end with ``\n``."""
    return format_csv(make_table_across(extract.panel))


def to_json(extract: Extract) -> str:
    """Write JSON: ``indicators``, ``observations``, ``rates``, ``origins`` and the ``steps`` that made them."""
    panel, ages = extract.panel, describe_ages(extract.panel)
    content = {
        "indicators": [_describe_indicator(one) | ages[one.id] for one in panel.indicators],
        "observations": [_describe_observation(row) for row in to_records(_add_sources(panel))],
        "rates": [_drop_empty(row) for row in panel.rates.to_dict("records")],
        "origins": [origin.csl | {"citation": origin.full} for origin in panel.sources],
        "steps": [{"name": step.name, "description": step.description} for step in panel.steps],
    }
    return f"{format_json(content)}\n"


def to_text(extract: Extract) -> str:
    """Write a table for the terminal: values with words of scale, then the steps and the sources."""
    panel = extract.panel
    if panel.is_empty:
        return f"{messages.NO_FIGURES}\n"
    words = label_rows(panel)
    rows: list[tuple[Any, ...]] = [
        (
            words.name_row(row), row["entity"], row["period"], format_observation(row),
            messages.OUTDATED_STATUS.format(status=status) if is_old else status, row["publisher"],
            row.get("reason") or "",
        )
        for row, is_old in zip(to_records(panel.frame), find_outdated(panel), strict=True)
        if (status := ObservationStatus(row["status"]).word)
    ]  # fmt: skip
    steps = [f"  {step.description}" for step in panel.steps if step.name not in ("read", NOTE)]
    notes = [f"  {step.sentence}" for step in panel.steps if step.name == NOTE]
    sources = [f"  {origin.full}" for origin in panel.sources]
    calculated = ["", messages.HOW_CALCULATED, *steps] if steps else []
    noted = ["", messages.NOTES_HEADING, *notes] if notes else []
    if not any(row[-1] for row in rows):
        rows = [row[:-1] for row in rows]
    table = [_TEXT_COLUMNS[: len(rows[0])], *rows]
    lines = [*map(str.rstrip, align_columns(table)), *calculated, *noted, "", messages.SOURCES_HEADING, *sources]
    return "".join(f"{line}\n" for line in lines)


def to_sdmx_csv(extract: Extract) -> str:
    r"""Write SDMX-CSV 2.0: one row per observation, the multiplier separate from the unit.

    The first three columns are those of the standard (``STRUCTURE``, ``STRUCTURE_ID``, ``ACTION``; ``I`` means
    information); the others are named as in the data folder. Lines end with ``\n``.
    """
    table = make_long_table(extract.panel).rename(columns={"Day": "Period"})
    table = table.loc[:, ~table.columns.duplicated()]
    units = {text: parse_unit(text) for text in table["Unit"].unique()}
    table["UNIT_MEASURE"] = table["Unit"].map({text: unit.plain.text for text, unit in units.items()})
    table["UNIT_MULT"] = table["Unit"].map({text: unit.multiplier for text, unit in units.items()})
    table["BASE_PER"] = table["Unit"].map({text: str(unit.base or "") for text, unit in units.items()})
    names = {**_SDMX_NAMES, **{name: key.upper() for name, key in BAND_NAMES.items() if name in table}}
    named = table[list(names)].rename(columns=names)
    for name, codes in reversed(_list_codes(extract.panel).items()):
        named.insert(list(named.columns).index("COUNTERPART_AREA") + 1, name, codes)
    for place, (name, text) in enumerate(
        (("STRUCTURE", "datastructure"), ("STRUCTURE_ID", _STRUCTURE_ID), ("ACTION", "I"))
    ):
        named.insert(place, name, text)
    return format_csv(named)


def _list_codes(panel: Panel) -> dict[str, list[str]]:
    """The columns of dimensions in use with their codes; ``_Z``, not applicable, where an indicator has none."""
    declared = {(indicator.id, one.id) for indicator in panel.indicators for one in indicator.dimensions}
    rows = list(zip(panel.frame["indicator"], map(split_dimensions, panel.frame["dimensions"]), strict=True))
    return {
        id: [codes.get(id, TOTAL_CODE) if (indicator, id) in declared else "_Z" for indicator, codes in rows]
        for _, id in list_dimension_names(panel).values()
    }


def to_parquet(extract: Extract) -> bytes:
    """Write the long table as Parquet with dates as dates; title, steps and sources are in its metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(_parse_dates(make_long_table(extract.panel)), preserve_index=False)
    made = {
        "title": extract.data_title,
        "taken": extract.day.isoformat(),
        "link": extract.link,
        "steps": [step.description for step in extract.panel.steps],
        "sources": [origin.csl | {"citation": origin.full} for origin in extract.origins],
    }
    metadata = (table.schema.metadata or {}) | {b"indicators": json.dumps(made, ensure_ascii=False).encode()}
    file = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(metadata), file, compression="zstd")
    return file.getvalue()


def _describe_indicator(indicator: Indicator) -> dict[str, Any]:
    fields = (
        "id", "name", "description", "unit", "measure", "topic", "section", "frequency", "adjustment", "aggregation",
        "code", "not_to_confuse",
    )  # fmt: skip
    return {name: value for name in fields if (value := getattr(indicator, name)) is not None}


def _describe_observation(row: dict[str, Any]) -> dict[str, Any]:
    """A row without its empty cells; the value is always there, ``null`` if missing."""
    filled = _drop_empty({name: value for name, value in row.items() if name != "value"})
    if "dimensions" in filled:
        filled["dimensions"] = split_dimensions(filled["dimensions"])
    value = None if pd.isna(row["value"]) else row["value"] or 0.0  # zero is written without a sign
    return {"value": value, **filled}


def _drop_empty(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items() if value != "" and not pd.isna(value)}


def _add_sources(panel: Panel) -> pd.DataFrame:
    return panel.frame.assign(
        first=write_days(panel.frame["first"]),
        last=write_days(panel.frame["last"]),
        source=panel.describe_origins(lambda origin: origin.full),
        source_url=panel.describe_origins(lambda origin: origin.url_main),
    )


def _parse_dates(table: pd.DataFrame) -> pd.DataFrame:
    """Turn columns of dates into dates; a column that also holds other text is left as it is."""
    dates = {
        name: pd.to_datetime(table[name].replace("", None), errors="coerce") for name in _DATE_COLUMNS if name in table
    }
    whole = {name: column.dt.date for name, column in dates.items() if (column.notna() == (table[name] != "")).all()}
    return table.assign(**whole)
