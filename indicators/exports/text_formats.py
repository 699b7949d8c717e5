"""A panel as a file: CSV, JSON, and a table for the terminal.

Numbers are written in full, in the unit of their row, with a point for decimals; a missing value is an empty cell,
or ``null``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from indicators.exports.data_tables import format_csv, make_long_table, make_wide_table
from indicators.model.codelists import ObservationStatus
from indicators.model.panel import Panel, format_observation, to_records

__all__ = ["to_csv", "to_json", "to_table", "to_wide_csv"]


def to_csv(panel: Panel) -> str:
    r"""The panel as CSV, one row an observation, with its source in every row.

    Returns:
        The text, its lines ended by ``\n``.
    """
    return format_csv(make_long_table(panel))


def to_wide_csv(panel: Panel) -> str:
    r"""The panel as CSV, one row an entity and period, one column an indicator, with its unit and source beside it.

    Returns:
        The text, its lines ended by ``\n``.
    """
    return format_csv(make_wide_table(panel))


def to_json(panel: Panel) -> str:
    """The panel as JSON: ``indicators``, ``observations``, ``rates``, ``origins`` and the ``steps`` that made it."""
    origins = {origin.id: origin for origin in panel.sources}
    content = {
        "indicators": [_indicator(indicator) for indicator in panel.indicators],
        "observations": [_observation(row) for row in to_records(_with_sources(panel))],
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
            format_observation(row),
            ObservationStatus(row["status"]).word,
            row["publisher"],
        )
        for row in to_records(panel.frame)
    ]
    header = ("Indicator", "Entity", "Period", "Value", "Status", "Publisher")
    widths = [max(len(row[n]) for row in [header, *rows]) for n in range(len(header))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [header, *rows]]
    sources = [f"  {origin.full}" for origin in panel.sources]
    made = [f"  {step.description}" for step in panel.steps if step.name != "read"]
    how = ["", "How this was made", *made] if made else []
    return "\n".join([*(line.rstrip() for line in lines), *how, "", "Sources", *sources])


def _indicator(indicator: Any) -> dict[str, Any]:
    fields = ("id", "name", "description", "unit", "measure", "topic", "code", "not_to_confuse")
    return {name: getattr(indicator, name) for name in fields}


def _filled(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items() if value != "" and not pd.isna(value)}


def _with_sources(panel: Panel) -> pd.DataFrame:
    return panel.frame.assign(
        source=panel.describe_origins(lambda origin: origin.full),
        source_url=panel.describe_origins(lambda origin: origin.url_main),
    )


def _observation(row: dict[str, Any]) -> dict[str, Any]:
    """A row without what is empty; the value stays, null where there is none."""
    kept = {name: value for name, value in row.items() if name not in ("first", "last", "value")}
    filled = _filled(kept)
    value = None if pd.isna(row["value"]) else row["value"] or 0.0  # zero has no sign for a reader
    return {"value": value, **filled}
