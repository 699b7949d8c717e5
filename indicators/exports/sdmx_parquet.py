"""A panel for programs: Parquet, and SDMX-CSV 2.0 with the column names of the data folder."""

from __future__ import annotations

import io
import json

import pandas as pd

from indicators.exports.data_tables import format_csv, make_long_table
from indicators.exports.extract import Extract
from indicators.model.units import parse_unit

__all__ = ["to_parquet", "to_sdmx_csv"]

_STRUCTURE_ID = "INDICATORS:FIGURES(1.0)"
_DAYS = ("Day", "RateDate", "Vintage")
_SDMX_NAMES = {
    "Code": "REF_AREA", "Frequency": "FREQ", "Indicator": "INDICATOR", "Counterpart": "COUNTERPART_AREA",
    "Dataset": "DATASET", "Period": "TIME_PERIOD", "Value": "OBS_VALUE", "UNIT_MEASURE": "UNIT_MEASURE",
    "UNIT_MULT": "UNIT_MULT", "Status": "OBS_STATUS", "BASE_PER": "BASE_PER", "RateRule": "RATE_RULE", "Rate": "RATE",
    "RateUnit": "RATE_UNIT", "RateDate": "RATE_DATE", "RatePublisher": "RATE_PUBLISHER", "Reason": "REASON",
    "Lower": "LOWER", "Upper": "UPPER", "Qualifier": "QUALIFIER", "Digits": "DIGITS", "Inferred": "INFERRED",
    "SaidBy": "SAID_BY", "Locator": "LOCATOR", "Note": "NOTE", "Vintage": "VINTAGE", "Publisher": "PUBLISHER",
    "Source": "SOURCE", "SourceUrl": "SOURCE_URL", "Processing": "PROCESSING",
}  # fmt: skip


def to_parquet(extract: Extract) -> bytes:
    """The long table as Parquet, days as dates; how it was made stands in the file's metadata under ``indicators``."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(_with_days(make_long_table(extract.panel)), preserve_index=False)
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


def to_sdmx_csv(extract: Extract) -> str:
    r"""The figures as SDMX-CSV 2.0: one row an observation, the multiplier apart from the unit.

    The first three columns are those of the standard (``STRUCTURE``, ``STRUCTURE_ID``, ``ACTION``; ``I`` is for
    information), the others are named as in the data folder.

    Returns:
        The text, its lines ended by ``\n``.
    """
    table = make_long_table(extract.panel).rename(columns={"Day": "Period"})
    table = table.loc[:, ~table.columns.duplicated()]
    units = {text: parse_unit(text) for text in table["Unit"].unique()}
    table["UNIT_MEASURE"] = table["Unit"].map({text: unit.plain.text for text, unit in units.items()})
    table["UNIT_MULT"] = table["Unit"].map({text: unit.multiplier for text, unit in units.items()})
    table["BASE_PER"] = table["Unit"].map({text: str(unit.base or "") for text, unit in units.items()})
    named = table[list(_SDMX_NAMES)].rename(columns=_SDMX_NAMES)
    for place, (name, text) in enumerate(
        (("STRUCTURE", "datastructure"), ("STRUCTURE_ID", _STRUCTURE_ID), ("ACTION", "I"))
    ):
        named.insert(place, name, text)
    return format_csv(named)


def _with_days(table: pd.DataFrame) -> pd.DataFrame:
    """The columns of days as dates, empty where there is none; one that holds no days stays text."""
    days = {name: pd.to_datetime(table[name].replace("", None), errors="coerce") for name in _DAYS if name in table}
    whole = {
        name: column.dt.date for name, column in days.items() if (column.notna() == (table[name] != "")).all()
    }  # fmt: skip
    return table.assign(**whole)
