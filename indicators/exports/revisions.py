"""The revisions of a dataset, as text for a terminal, as CSV and as JSON."""

from __future__ import annotations

import math
from typing import Any, Final

import pandas as pd

from indicators.errors import IndicatorsError
from indicators.exports import messages
from indicators.exports.data_tables import format_csv, format_json
from indicators.model.formatting import align_columns, format_quantity
from indicators.model.panel_frames import to_records
from indicators.store.release_comparison import Revisions

_MOST_ROWS: Final = 40
_HEADINGS: Final = ("Indicator", "Entity", "Period", "Before", "After", "Change")


def revisions_to_text(revisions: Revisions) -> str:
    """Write the number of changes and the first forty of them."""
    counts = ", ".join(f"{count:,} {kind}" for kind, count in revisions.counts.items())
    title = messages.REVISIONS_HEADING.format(
        title=revisions.dataset.title, since=revisions.since, until=revisions.until, counts=counts
    )
    rows = [
        (_name_series(row), row["entity"] or row["code"], row["period"], *_format_values(row), row["change"])
        for row in to_records(revisions.frame.head(_MOST_ROWS))
    ]
    if not rows:
        return title
    more = len(revisions.frame) - len(rows)
    rest = [messages.MORE_REVISIONS.format(count=more)] if more else []
    return "\n".join([title, "", *align_columns([_HEADINGS, *rows]), *rest])


def revisions_to_csv(revisions: Revisions) -> str:
    """Write the changes as CSV, one row each, with values in the unit itself."""
    names = {name: "".join(word.capitalize() for word in name.split("_")) for name in revisions.frame.columns}
    return format_csv(revisions.frame.rename(columns=names))


def revisions_to_json(revisions: Revisions) -> str:
    """Write a JSON object with ``dataset``, ``since``, ``until``, ``counts`` and ``revisions``."""
    content = {
        "dataset": revisions.dataset.id,
        "since": revisions.since,
        "until": revisions.until,
        "counts": revisions.counts,
        "revisions": [
            {name: None if pd.isna(value) else value for name, value in row.items()}
            for row in to_records(revisions.frame)
        ],
    }
    return format_json(content)


def _name_series(row: dict[str, Any]) -> str:
    """The indicator with its dimensions, whose columns come last."""
    return ", ".join(filter(None, (row["indicator"], *list(row.values())[list(row).index("change") + 1 :])))


def _format_values(row: dict[str, Any]) -> tuple[str, str]:
    """Both values with enough digits to show their difference."""
    before, after = float(row["before"]), float(row["after"])
    larger, difference = max(abs(before), abs(after)), abs(after - before)
    digits = 4
    if not math.isnan(difference) and difference != 0:
        digits = min(max(4, math.ceil(math.log10(larger / difference)) + 1), 15)
    return _format_value(before, row["unit"], digits), _format_value(after, row["unit"], digits)


def _format_value(value: float, unit: str, digits: int) -> str:
    if math.isnan(value):
        return "–"
    try:
        return format_quantity(value, unit, digits=digits)
    except IndicatorsError:
        return f"{value:.{digits}g} {unit}"
