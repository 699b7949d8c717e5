"""A panel as a file: CSV, JSON, and a table for the terminal.

The CSV begins as that of Our World in Data (``Entity,Code,Year``, or ``Day``), and each row carries what
those lack: unit, status, precision, publisher and source. A missing value is an empty cell. Numbers are
written in full, in the unit itself, with a point for decimals.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

import pandas as pd

from indicators.codelists import ObservationStatus
from indicators.panel import Panel, printed

__all__ = ["harmless", "plain_number", "to_csv", "to_json", "to_table"]

_BEGINNING = {"Entity": "entity", "Code": "code"}
_MIDDLE = {"Indicator": "indicator", "Value": "value", "Unit": "unit", "Status": "status"}
_REST = {
    "Period": "period",
    "Frequency": "frequency",
    "Counterpart": "counterpart",
    "Lower": "lower",
    "Upper": "upper",
    "Qualifier": "qualifier",
    "Digits": "digits",
    "Inferred": "inferred",
    "SaidBy": "said_by",
    "Locator": "locator",
    "Note": "note",
    "Vintage": "vintage",
    "Dataset": "dataset",
    "Publisher": "publisher",
}
_RATES = {
    "RateRule": "rule",
    "Rate": "rate",
    "RateUnit": "rate_unit",
    "RateDate": "rate_date",
    "RatePublisher": "rate_publisher",
    "RatePath": "rate_path",
    "Reason": "reason",
}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n")


def to_csv(panel: Panel) -> str:
    r"""The panel as CSV, one row an observation, with its source in every row.

    Texts that a spreadsheet would run as a formula are kept from it by an apostrophe.

    Returns:
        The text, its lines ended by ``\n``.
    """
    table = _table(panel)
    for name in table.columns[~table.columns.isin(["Value", "Lower", "Upper", "Rate", "Year"])]:
        table[name] = table[name].map(harmless)
    text = io.StringIO()
    table.to_csv(text, index=False, lineterminator="\n")
    return text.getvalue()


def to_json(panel: Panel) -> str:
    """The panel as JSON: ``indicators``, ``observations``, ``rates``, ``origins`` and the ``steps`` that made it."""
    origins = {origin.id: origin for origin in panel.origins}
    content = {
        "indicators": [_indicator(indicator) for indicator in panel.indicators],
        "observations": [_observation(row) for row in _records(panel)],
        "rates": [_filled(row) for row in panel.rates.to_dict("records")],
        "origins": [origin.csl | {"citation": origin.full} for origin in origins.values()],
        "steps": [{"name": step.name, "description": step.description} for step in panel.steps],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def to_table(panel: Panel) -> str:
    """The panel for a terminal: entity, period, value as people write it, status, publisher; and sources."""
    if panel.is_empty:
        return "No figures."
    names = {indicator.id: indicator.name for indicator in panel.indicators}
    rows = [
        (
            names.get(row["indicator"], row["indicator"]),
            row["entity"],
            row["period"],
            printed(row),
            ObservationStatus(row["status"]).word,
            row["publisher"],
        )
        for row in _records(panel)
    ]
    header = ("Indicator", "Entity", "Period", "Value", "Status", "Publisher")
    widths = [max(len(row[n]) for row in [header, *rows]) for n in range(len(header))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [header, *rows]]
    sources = [f"  {origin.full}" for origin in panel.origins]
    made = [f"  {step.description}" for step in panel.steps if step.name != "read"]
    how = ["", "How this was made", *made] if made else []
    return "\n".join([*(line.rstrip() for line in lines), *how, "", "Sources", *sources])


def plain_number(value: float) -> str:
    """A number in full, without an exponent and without a trailing ``.0``; empty for none.

    >>> plain_number(2.4e13), plain_number(0.1), plain_number(float("nan")), plain_number(-0.0)
    ('24000000000000', '0.1', '', '0')
    """
    if value is None or math.isnan(value):
        return ""
    text = format(Decimal(repr(float(value))), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _table(panel: Panel) -> pd.DataFrame:
    frame = panel.frame
    daily = not frame.empty and (frame["frequency"] == "D").all()
    time = {"Day": "period"} if daily else {"Year": "year"}
    rates = {name: column for name, column in _RATES.items() if column in frame}
    columns = _BEGINNING | time | _MIDDLE | rates | _REST
    table = pd.DataFrame({name: frame[column] for name, column in columns.items()})
    for name in table.columns.intersection(["Value", "Lower", "Upper", "Rate"]):
        table[name] = table[name].map(plain_number)
    table["Digits"] = table["Digits"].astype("str").replace("<NA>", "")
    names = {indicator.id: indicator.name for indicator in panel.indicators}
    table["IndicatorName"] = frame["indicator"].map(names)
    table["Source"] = panel.said_by_origins(lambda origin: origin.full)
    table["SourceUrl"] = panel.said_by_origins(lambda origin: origin.url_main)
    table["Sha256"] = panel.said_by_origins(lambda origin: origin.sha256)
    return table


def _records(panel: Panel) -> list[dict[str, Any]]:
    # the stubs of pandas do not know that its columns are named by texts
    return cast("list[dict[str, Any]]", panel.frame.to_dict("records"))


def harmless(text: object) -> object:
    """A text that no spreadsheet runs as a formula; anything else as it is."""
    if not isinstance(text, str):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")  # the writer would leave a lone \r without quotes
    return f"'{lines}" if lines.startswith(_FORMULA_STARTS) else lines


def _indicator(indicator: Any) -> dict[str, Any]:
    fields = ("id", "name", "description", "unit", "measure", "topic", "code", "not_to_confuse")
    return {name: getattr(indicator, name) for name in fields}


def _filled(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items() if value != "" and not pd.isna(value)}


def _observation(row: dict[str, Any]) -> dict[str, Any]:
    """A row without what is empty; the value stays, null where there is none."""
    kept = {name: value for name, value in row.items() if name not in ("first", "last", "value")}
    filled = _filled(kept)
    value = None if pd.isna(row["value"]) else row["value"]
    return {"value": value, **filled}
