"""What changed in a dataset, as a table for the terminal, CSV and JSON."""

from __future__ import annotations

import json
import math
from typing import Any, cast

import pandas as pd

from indicators.errors import IndicatorsError
from indicators.exports.data_tables import escape_formula, format_plain_number
from indicators.model.formatting import format_quantity
from indicators.store.release_comparison import Revisions

__all__ = ["revisions_to_csv", "revisions_to_json", "revisions_to_text"]

_MOST_ROWS = 40
_HEADER = ("Indicator", "Entity", "Period", "Before", "After", "Change")


def revisions_to_text(revisions: Revisions) -> str:
    """The changes for a terminal: their number, and the first forty of them."""
    counts = ", ".join(f"{count:,} {kind}" for kind, count in revisions.counts.items())
    title = f"{revisions.dataset.title}, from {revisions.since} to {revisions.until}: {counts}."
    rows = [
        (row["indicator"], row["entity"] or row["code"], row["period"], *_both(row), row["change"])
        for row in _records(revisions.frame.head(_MOST_ROWS))
    ]
    if not rows:
        return title
    table = [_HEADER, *rows]
    widths = [max(len(row[n]) for row in table) for n in range(len(_HEADER))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    more = len(revisions.frame) - len(rows)
    rest = [f"And {more:,} more; --format csv has all of them."] if more else []
    return "\n".join([title, "", *lines, *rest])


def revisions_to_csv(revisions: Revisions) -> str:
    """The changes as CSV, one row each, values in the unit itself."""
    frame = revisions.frame.copy()
    for name in ("before", "after"):
        frame[name] = frame[name].map(format_plain_number)
    for name in ("indicator", "entity", "unit"):
        frame[name] = frame[name].map(escape_formula)
    frame.columns = ["".join(word.capitalize() for word in name.split("_")) for name in frame.columns]
    return frame.to_csv(index=False, lineterminator="\n")


def revisions_to_json(revisions: Revisions) -> str:
    """The changes as a JSON object: ``dataset since until counts`` and ``revisions``."""
    content = {
        "dataset": revisions.dataset.id,
        "since": revisions.since,
        "until": revisions.until,
        "counts": revisions.counts,
        "revisions": [
            {name: None if pd.isna(v) else v for name, v in row.items()} for row in _records(revisions.frame)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    # the stubs of pandas do not know that its columns are named by texts
    return cast("list[dict[str, Any]]", frame.to_dict("records"))


def _both(row: dict[str, Any]) -> tuple[str, str]:
    """Both values in words, with as many digits as their difference has places behind their first."""
    before, after = float(row["before"]), float(row["after"])
    larger, apart = max(abs(before), abs(after)), abs(after - before)
    digits = 4 if math.isnan(apart) or apart == 0 else min(max(4, math.ceil(math.log10(larger / apart)) + 1), 15)
    return _printed(before, row["unit"], digits), _printed(after, row["unit"], digits)


def _printed(value: float, unit: str, digits: int) -> str:
    if math.isnan(value):
        return "–"
    try:
        return format_quantity(value, unit, digits=digits)
    except IndicatorsError:
        return f"{value:.{digits}g} {unit}"
