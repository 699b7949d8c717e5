"""Scored forecasts as a table for people, as text for a terminal, as CSV and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from textwrap import fill
from typing import Any, Final

import pandas as pd

from indicators.analysis.forecasts import TrackRecord, format_horizon
from indicators.exports.data_tables import format_csv
from indicators.model.formatting import MINUS

__all__ = ["OUTCOME_LABELS", "SCORES_HELP", "scores_to_csv", "scores_to_json", "scores_to_text", "tabulate_scores"]

OUTCOME_LABELS: Final = {"newest": "the newest figure", "first": "the first figure published"}
"""What forecasts are held against, in words."""
SCORES_HELP: Final = (
    "Too high by: the average error, below zero where forecasts were too low. Off by: the average error whatever its "
    "sign. Half within: half of the forecasts were no further off. Against no change: the error over that of saying "
    "that all stays as it was last known; below 1 is better than that."
)
"""How the columns of the table are to be read."""

_WIDTH: Final = 100
_ERRORS: Final = {
    "mean_error": "Too high by", "mean_absolute_error": "Off by", "median_absolute_error": "Half within",
    "relative_error": "Against no change",
}  # fmt: skip


def tabulate_scores(record: TrackRecord, names: Mapping[str, str], *, each_area: bool = False) -> pd.DataFrame:
    """How far off forecasts were, a row for each horizon, in words and numbers for people.

    Args:
        record: The forecasts and what came.
        names: The names of indicators by id; named in the table where there are several.
        each_area: Whether areas are kept apart.

    Returns:
        Texts, numbers with two decimals at most: ``Country`` if areas are kept apart, ``Indicator`` and ``Publisher``
        where there are several, ``Looking``, ``Forecasts``, and the columns that `SCORES_HELP` explains.
    """
    found = record.by_horizon(each_area=each_area)
    columns: dict[str, Any] = {}
    if each_area:
        columns["Country"] = found["entity"]
    if len(found["indicator"].unique()) > 1:
        columns["Indicator"] = found["indicator"].map(lambda id: names.get(id, id))
    if len(found["publisher"].unique()) > 1:
        columns["Publisher"] = found["publisher"]
    columns["Looking"] = [format_horizon(*pair) for pair in zip(found["ahead"], found["frequency"], strict=True)]
    columns["Forecasts"] = [f"{count:,}" for count in found["forecasts"]]
    for name, heading in _ERRORS.items():
        signed = name == "mean_error"
        columns[heading] = ["" if pd.isna(value) else _number(value, signed=signed) for value in found[name]]
    return pd.DataFrame(columns)


def scores_to_text(record: TrackRecord, names: Mapping[str, str], *, each_area: bool = False) -> str:
    """The table as text, what its errors are in, and how it is read."""
    if record.is_empty:
        return "No forecast among these figures has an outcome to be held against."
    table = tabulate_scores(record, names, each_area=each_area)
    cells = [list(table.columns), *table.to_numpy().tolist()]
    widths = [max(len(row[n]) for row in cells) for n in range(len(table.columns))]
    of_text = [name in ("Country", "Indicator", "Publisher", "Looking") for name in table.columns]
    lines = [
        "  ".join(
            cell.ljust(width) if left else cell.rjust(width)
            for cell, width, left in zip(row, widths, of_text, strict=True)
        ).rstrip()
        for row in cells
    ]
    unit = " or ".join(dict.fromkeys(record.pairs["error_unit"]))
    unit = "per cent of what came" if unit == "%" else unit
    still_open = f" {record.open:,} more have no outcome yet." if record.open else ""
    of = " and ".join(names.get(id, id) for id in dict.fromkeys(record.pairs["indicator"]))
    head = f"Forecasts of {of} against {OUTCOME_LABELS[record.outcome]}, errors in {unit}.{still_open}"
    return "\n".join([head, "", *lines, "", fill(SCORES_HELP, _WIDTH)])


def scores_to_csv(record: TrackRecord) -> str:
    """Each forecast with its outcome, a row each, under the names of `TrackRecord.pairs`."""
    return format_csv(record.pairs)


def scores_to_json(record: TrackRecord, *, each_area: bool = False) -> str:
    """``outcome``, ``open`` and ``horizons``, the errors in full, ``null`` where there is none."""
    rows = json.loads(record.by_horizon(each_area=each_area).to_json(orient="records", double_precision=15))
    return json.dumps({"outcome": record.outcome, "open": record.open, "horizons": rows}, ensure_ascii=False, indent=2)


def _number(value: float, *, signed: bool = False) -> str:
    """Two decimals, fewer of what is large, so that columns line up; what rounds to zero has no sign.

    >>> _number(0.392), _number(-12.34), _number(904.81, signed=True), _number(-0.004, signed=True)
    ('0.39', '\N{MINUS SIGN}12.3', '+905', '0.00')
    """
    decimals = max(0, 2 - len(str(int(abs(value)))) + 1)
    figure = f"{abs(value):,.{decimals}f}"
    if not figure.strip("0."):
        return figure
    return f"{MINUS if value < 0 else '+' if signed else ''}{figure}"
