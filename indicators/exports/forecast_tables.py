"""Forecasts of several publishers side by side: as a table, as text for a terminal and as JSON."""

from __future__ import annotations

from textwrap import fill
from typing import Any, Final

import pandas as pd

from indicators.analysis.forecasts import format_horizon
from indicators.analysis.forecasts.side_by_side import ForecastComparison
from indicators.exports import messages
from indicators.exports.data_tables import format_json
from indicators.exports.forecast_scores import align_table, format_test
from indicators.model.bands import find_levels, name_ends
from indicators.model.formatting import MINUS, format_quantity
from indicators.model.periods import TimePeriod

FORECAST_TEXT_COLUMNS: Final = messages.FORECAST_TEXT_HEADS
"""The columns of the table that are texts; the others are periods with figures."""
FORECASTS_HELP: Final = messages.FORECASTS_EXPLAINED
"""What the rows of the table are."""
RANKS_HELP: Final = messages.RANKS_EXPLAINED
"""How to read a ranking."""
_RANK_TEXT_COLUMNS: Final = ("Horizon", "Forecaster")
_WIDTH: Final = 100
_SERIES: Final = ["entity", "dimensions", "unit"]


def tabulate_forecasts(found: ForecastComparison) -> pd.DataFrame:
    """Return one row per forecaster and edition with a column per period, as text for display.

    Below the forecasters of a country are the range and the median of their newest editions, where there are several,
    then the naive forecasts and the outcomes.
    """
    frame, summary = found.frame, found.summary
    level = next(iter(find_levels(frame.columns)[::-1]), None)
    periods = list(dict.fromkeys(frame.sort_values("year", kind="stable")["period"]))
    several = len(frame[_SERIES].drop_duplicates()) > 1
    rows: list[dict[str, Any]] = []
    for key, part in frame.groupby(_SERIES, sort=False):
        name = ", ".join(str(text) for text in key[:2] if text) if several else ""
        for kind in ("forecast", "summary", "naive", "actual"):
            if kind == "summary":
                rows += _summarize(summary[(summary[_SERIES] == list(key)).all(axis=1)], name)
                continue
            chosen = part[part["kind"] == kind]
            for (forecaster, vintage), line in chosen.groupby(["forecaster", "vintage"], sort=False):
                label = messages.OUTCOME_OF.format(publisher=forecaster) if kind == "actual" else str(forecaster)
                label = messages.NAIVE_LABEL.format(name=label) if kind == "naive" else label
                cells = {row["period"]: _format_cell(row, level) for row in line.to_dict("records")}
                rows.append(dict(zip(FORECAST_TEXT_COLUMNS, (name, label, str(vintage)), strict=True)) | cells)
    table = pd.DataFrame(rows, columns=[*FORECAST_TEXT_COLUMNS, *periods]).fillna("")
    table = table.rename(columns={period: TimePeriod.parse(period).label for period in periods})
    return table if several else table.drop(columns=FORECAST_TEXT_COLUMNS[0])


def _summarize(summary: pd.DataFrame, name: str) -> list[dict[str, Any]]:
    shared = summary[summary["forecasters"] > 1]
    if shared.empty:
        return []
    ranges, medians = {}, {}
    for row in shared.to_dict("records"):
        ends = [_format_figure(row[end], row["unit"]) for end in ("lowest", "highest")]
        ranges[row["period"]] = messages.RANGE_OF.format(lowest=ends[0], highest=ends[1])
        medians[row["period"]] = _format_figure(row["median"], row["unit"])
    labels = {messages.RANGE_LABEL: ranges, messages.MEDIAN_LABEL: medians}
    return [dict(zip(FORECAST_TEXT_COLUMNS, (name, label, ""), strict=True)) | cells for label, cells in labels.items()]


def _format_cell(row: dict[Any, Any], level: int | None) -> str:
    """A figure with the widest band, or with the interval that the publisher gives."""
    figure = _format_figure(row["value"], row["unit"], row["digits"])
    ends = [row[name] for name in (name_ends(level) if level else ("lower", "upper"))]
    if any(pd.isna(end) for end in ends):
        return figure
    lower, upper = (_format_figure(end, row["unit"]) for end in ends)
    return messages.FIGURE_WITH_ENDS.format(figure=figure, lower=lower, upper=upper)


def _format_figure(value: float, unit: str, digits: Any = None) -> str:
    if unit == "%":  # a column of percentages lines up
        return f"{round(value, 1) + 0.0:,.1f}".replace("-", MINUS)  # no minus before zero
    return format_quantity(value, unit, digits=None if digits is None or pd.isna(digits) else int(digits))


def forecasts_to_text(found: ForecastComparison) -> str:
    """Write the table as text, with what its rows are."""
    if found.is_empty:
        return messages.NO_FORECASTS
    table = tabulate_forecasts(found)
    rows = align_table(table, FORECAST_TEXT_COLUMNS)
    units = list(dict.fromkeys(found.frame["unit"]))
    level = next(iter(find_levels(found.frame.columns)[::-1]), None)
    heading = messages.FORECASTS_HEADING.format(
        indicators=" and ".join(one.name for one in found.indicators), units=" or ".join(units)
    )
    notes = [FORECASTS_HELP, *([messages.BANDS_IN_BRACKETS.format(level=level)] if level else [])]
    notes += [step.sentence for step in found.steps if step.name in ("bands", "no bands")]
    return "\n".join([heading, "", *rows, "", *(fill(note, _WIDTH) for note in dict.fromkeys(notes))])


def forecasts_to_json(found: ForecastComparison) -> str:
    """Write ``forecasts``, ``summary``, ``steps`` and ``sources``."""
    content = {
        "forecasts": found.frame,
        "summary": found.summary,
        "steps": [step.sentence for step in found.steps],
        "sources": [{"id": one.id, "citation": one.full, "url": one.url_main or None} for one in found.origins],
    }
    return format_json(content)


def tabulate_ranks(ranks: pd.DataFrame) -> pd.DataFrame:
    """Return the ranking as text for display, one row per horizon and forecaster."""
    names = ranks["publisher"]
    if ranks.groupby("publisher")["dataset"].nunique().max() > 1:
        names = names + ", " + ranks["dataset"]
    columns: dict[str, Any] = {
        "Horizon": [format_horizon(*pair) for pair in zip(ranks["ahead"], ranks["frequency"], strict=True)],
        "Forecaster": names, "Rank": ranks["rank"].astype(str), "Forecasts": [f"{one:,}" for one in ranks["forecasts"]],
    }  # fmt: skip
    heads = {
        "mean_absolute_error": "Mean abs. error", "median_absolute_error": "Median abs. error", "mean_error": "Bias",
        "relative_error": "vs. no change",
    }  # fmt: skip
    for name, head in heads.items():
        columns[head] = ["" if pd.isna(one) else f"{one:,.2f}".replace("-", MINUS) for one in ranks[name]]
    columns["p-value"] = ["" if row["rank"] == 1 else format_test(row) for row in ranks.to_dict("records")]
    return pd.DataFrame(columns)


def ranks_to_text(ranks: pd.DataFrame) -> str:
    """Write the ranking as text, with how to read it."""
    rows = align_table(tabulate_ranks(ranks), _RANK_TEXT_COLUMNS)
    return "\n".join([messages.RANKS_HEADING, "", *rows, "", fill(RANKS_HELP, _WIDTH)])
