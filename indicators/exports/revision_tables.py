"""How figures were revised: triangles and averages as tables, as text for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill
from typing import Any, Final

import pandas as pd

from indicators.analysis.forecasts import format_horizon
from indicators.analysis.revision_history import FIRST_ACTUAL, LATER, RevisionHistory
from indicators.exports import messages
from indicators.exports.data_tables import format_json
from indicators.exports.forecast_scores import align_table, format_chance, format_error, name_rows
from indicators.model.formatting import MINUS, count_noun, format_quantity, join_names
from indicators.model.periods import PERIOD_MONTHS, Frequency, TimePeriod

REVISIONS_HELP: Final = messages.REVISIONS_EXPLAINED
"""How to read the averages."""
TESTS_HELP: Final = messages.TESTS_EXPLAINED
"""How to read the tests."""
REVISION_TEXT_COLUMNS: Final = ("Country", "Indicator", "Publisher", "When", "Stage", "Reading", "Edition")
"""The columns of the tables that are texts; the others are numbers."""
_WIDTH: Final = 100
_MOST_COLUMNS: Final = 10
_MOST_TRIANGLES: Final = 3


def tabulate_triangle(cells: pd.DataFrame, *, most: int | None = None) -> pd.DataFrame:
    """Return the triangle of one series as text: a row per vintage, the newest first, and a column per period.

    Args:
        cells: The cells of one series, as `RevisionHistory.series` gives them.
        most: How many of the last periods to show; all if left out.
    """
    known = cells.dropna(subset="value").sort_values("first", kind="stable")
    periods = list(known["period"].unique())[-(most or 0) :]
    known = known[known["period"].isin(periods)]
    texts = known.assign(text=[_format_cell(row) for row in known.to_dict("records")])
    wide = texts.pivot_table(index="vintage", columns="period", values="text", aggfunc="last", sort=False)
    wide = wide.reindex(columns=periods).sort_index(ascending=False).fillna("")
    wide = wide.rename(columns={period: TimePeriod.parse(period).label for period in periods})
    return wide.rename_axis(columns=None, index="Edition").reset_index()


def _format_cell(row: Mapping[Any, Any]) -> str:
    if row["error_unit"] != "%":
        text = f"{round(row['value'], 1) + 0.0:,.1f}".replace("-", MINUS)
    else:
        text = format_quantity(row["value"], row["unit"])
    return messages.FORECAST_MARK.format(value=text) if row["status"] == "F" else text


def tabulate_revisions(history: RevisionHistory, names: Mapping[str, str], *, each_area: bool = False) -> pd.DataFrame:
    """Return the size and direction of revisions, with a row for each time of revision, as text for display."""
    found = history.summarize(each_area=each_area)
    columns = name_rows(found, names, each_area=each_area)
    columns["When"] = [_label_when(*pair) for pair in zip(found["ahead"], found["frequency"], strict=True)]
    columns["Revisions"] = [f"{count:,}" for count in found["revisions"]]
    for heading, name in (("Up", "up"), ("Down", "down"), ("Unchanged", "unchanged")):
        columns[heading] = [f"{share:.0f}%" for share in found[name]]
    for heading, name in (("Median size", "median_absolute_revision"), ("Mean size", "mean_absolute_revision")):
        columns[heading] = ["" if pd.isna(value) else format_error(value) for value in found[name]]
    columns["Mean"] = ["" if pd.isna(value) else format_error(value, signed=True) for value in found["mean_revision"]]
    return pd.DataFrame(columns)


def tabulate_efficiency(history: RevisionHistory, names: Mapping[str, str], *, each_area: bool = False) -> pd.DataFrame:
    """Return the mean revision to the newest value and the tests of news and noise, as text for display."""
    found = history.test_efficiency(each_area=each_area)
    columns = name_rows(found, names, each_area=each_area)
    columns["Stage"] = [_label_stage(*pair) for pair in zip(found["stage"], found["frequency"], strict=True)]
    columns["Figures"] = [f"{count:,}" for count in found["figures"]]
    columns["Mean"] = [format_error(value, signed=True) for value in found["mean_revision"]]
    for heading, name in (("p (mean)", "mean_p"), ("p (news)", "news_p"), ("p (noise)", "noise_p")):
        columns[heading] = [format_chance(one) for one in found[name]]
    columns["Reading"] = [_format_reading(row) for row in found.to_dict("records")]
    return pd.DataFrame(columns)


def _label_when(ahead: int, frequency: str) -> str:
    """When a figure was revised: ``1 year ahead``, ``same year``, ``1 year after``, ``3 years after or later``."""
    if ahead >= 0:
        return format_horizon(ahead, frequency)
    noun = Frequency(frequency).noun
    label = messages.AFTER_PERIOD.format(periods=count_noun(-ahead, noun, f"{noun}s"))
    is_last = -ahead >= LATER * 12 // PERIOD_MONTHS[frequency]
    return messages.OR_LATER.format(when=label) if is_last else label


def _label_stage(stage: int, frequency: str) -> str:
    if stage == FIRST_ACTUAL:
        return messages.FIRST_ACTUAL_STAGE
    return messages.FORECAST_STAGE.format(when=format_horizon(stage, frequency))


def _format_reading(row: Mapping[Any, Any]) -> str:
    if row["periods"] < row["least_periods"]:
        periods = f"{Frequency(row['frequency']).noun}s"
        return messages.TOO_FEW_FOR_TEST.format(found=row["periods"], least=row["least_periods"], periods=periods)
    return messages.READINGS.get(row["reading"], "")


def history_to_text(history: RevisionHistory, names: Mapping[str, str], *, each_area: bool = False) -> str:
    """Write triangles of up to three series, the averages and the tests as text, with how to read them."""
    if history.is_empty:
        return messages.NOTHING_REVISED
    parts: list[str] = []
    series = history.series
    for cells in series if len(series) <= _MOST_TRIANGLES else []:
        row = cells.iloc[0]
        name = ", ".join(
            filter(None, (names.get(row["indicator"], row["indicator"]), row["entity"], row["dimensions"]))
        )
        parts += [messages.TRIANGLE_HEADING.format(series=name, unit=row["unit"], publisher=row["publisher"]), ""]
        parts += [*_align(tabulate_triangle(cells, most=_MOST_COLUMNS)), ""]
    units = [messages.PERCENT_OF_EARLIER if unit == "%" else unit for unit in history.revisions["error_unit"].unique()]
    parts += [messages.REVISIONS_BY_TIME.format(units=join_names(units)), ""]
    parts += [*_align(tabulate_revisions(history, names, each_area=each_area)), "", fill(REVISIONS_HELP, _WIDTH), ""]
    tests = tabulate_efficiency(history, names, each_area=each_area)
    if not tests.empty:
        parts += [messages.TESTS_HEADING, "", *_align(tests), "", fill(TESTS_HELP, _WIDTH)]
    return "\n".join(parts)


def _align(table: pd.DataFrame) -> list[str]:
    return align_table(table, REVISION_TEXT_COLUMNS)


def history_to_json(history: RevisionHistory, *, each_area: bool = False) -> str:
    """Write ``cells``, ``by_time`` and ``tests``."""
    tables = {
        "cells": history.cells.drop(columns=["first", "last"]),
        "by_time": history.summarize(each_area=each_area),
        "tests": history.test_efficiency(each_area=each_area),
    }
    return format_json(tables)
