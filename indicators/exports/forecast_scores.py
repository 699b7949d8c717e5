"""The accuracy of forecasts as a table, as text for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from textwrap import fill
from typing import Any, Final

import pandas as pd

from indicators.analysis.forecasts import EXTREME, TrackRecord, format_horizon
from indicators.analysis.forecasts.baselines import BASELINE_LABELS
from indicators.exports import messages
from indicators.exports.data_tables import format_json
from indicators.model.formatting import MINUS, align_columns, count_noun, join_names
from indicators.model.periods import Frequency

OUTCOME_LABELS: Final = {
    "newest": messages.LATEST_VALUE, "first": messages.FIRST_VALUE, "one-year-later": messages.VALUE_A_YEAR_LATER
}  # fmt: skip
"""The outcomes that forecasts can be compared with."""
SCORES_HELP: Final = messages.SCORES_EXPLAINED
"""How to read the columns of the table."""
NAIVE_HELP: Final = messages.NAIVE_EXPLAINED
"""How to read the table of naive forecasts."""

SCORES_TEXT_COLUMNS: Final = ("Country", "Indicator", "Publisher", "Horizon", "Naive forecast")
"""The columns of the table that are texts; the others are numbers."""

_WIDTH: Final = 100
_MOST_CASES: Final = 4
_SIGNED: Final = ("median_error", "mean_error")
_ERRORS: Final = {
    "median_error": "Median error", "median_absolute_error": "Median abs. error", "relative_error": "vs. no change",
    "mean_error": "Bias", "mean_absolute_error": "Mean abs. error",
}  # fmt: skip


def tabulate_scores(record: TrackRecord, names: Mapping[str, str], *, each_area: bool = False) -> pd.DataFrame:
    """Return the errors of forecasts with one row per horizon, as text for display, with the names of indicators by id.

    Returns:
        Texts: ``Country`` if areas are shown separately, ``Indicator`` and ``Publisher`` if there are several,
        ``Horizon``, ``Forecasts``, and the columns that `SCORES_HELP` explains.
    """
    found = record.group_by_horizon(each_area=each_area)
    columns = _name_horizons(found, names, each_area=each_area)
    columns["Forecasts"] = [f"{count:,}" for count in found["forecasts"]]
    for name, heading in _ERRORS.items():
        is_signed = name in _SIGNED
        columns[heading] = ["" if pd.isna(value) else format_error(value, signed=is_signed) for value in found[name]]
    return pd.DataFrame(columns)


def _name_horizons(found: pd.DataFrame, names: Mapping[str, str], *, each_area: bool) -> dict[str, Any]:
    horizons = [format_horizon(*pair) for pair in zip(found["ahead"], found["frequency"], strict=True)]
    return name_rows(found, names, each_area=each_area) | {"Horizon": horizons}


def name_rows(found: pd.DataFrame, names: Mapping[str, str], *, each_area: bool) -> dict[str, Any]:
    """Return the columns that tell the rows of a table apart, with the names of indicators by id."""
    columns: dict[str, Any] = {}
    if each_area:
        columns["Country"] = found["entity"]
    if len(found["indicator"].unique()) > 1:
        columns["Indicator"] = found["indicator"].map(lambda id: names.get(id, id))
    if len(found["publisher"].unique()) > 1:
        columns["Publisher"] = found["publisher"]
    return columns


def tabulate_naive(record: TrackRecord, names: Mapping[str, str], *, each_area: bool = False) -> pd.DataFrame:
    """Return the errors of forecasts relative to those of naive ones, as text for display; see `tabulate_scores`.

    Returns:
        Texts: the columns of `tabulate_scores` that tell rows apart, ``Naive forecast``, and those that `NAIVE_HELP`
        explains; empty where no naive forecast can be made.
    """
    found = record.compare_with_naive(each_area=each_area)
    columns = _name_horizons(found, names, each_area=each_area)
    columns["Naive forecast"] = found["baseline"].map(BASELINE_LABELS)
    columns["Forecasts"] = [f"{count:,}" for count in found["forecasts"]]
    for heading, name in (("Median", "relative_error"), ("Mean", "relative_mean_error")):
        columns[heading] = ["" if pd.isna(value) else format_error(value) for value in found[name]]
    columns["p-value"] = [format_test(row) for row in found.to_dict("records")]
    return pd.DataFrame(columns)


def format_chance(value: float) -> str:
    """Write the p-value of a test; empty if there is none.

    >>> format_chance(0.0412), format_chance(0.0000412), format_chance(float("nan"))
    ('0.041', '< 0.001', '')
    """
    return "" if pd.isna(value) else messages.BELOW_P if value < 0.001 else f"{value:.3f}"


def format_test(row: Mapping[Hashable, Any]) -> str:
    """Write the p-value of a test, or how many periods it lacks."""
    if pd.notna(row["p_value"]):
        return format_chance(row["p_value"])
    if row["periods"] >= row["least_periods"]:
        return ""
    periods = f"{Frequency(row['frequency']).noun}s"
    return messages.TOO_FEW_FOR_TEST.format(found=row["periods"], least=row["least_periods"], periods=periods)


def scores_to_text(record: TrackRecord, names: Mapping[str, str], *, each_area: bool = False) -> str:
    """Write the table as text, with the unit of the errors and how to read it."""
    if record.is_empty:
        return messages.NOTHING_TO_SCORE
    table = tabulate_scores(record, names, each_area=each_area)
    naive = tabulate_naive(record, names, each_area=each_area)
    lines, naive_lines = (align_table(one, SCORES_TEXT_COLUMNS) for one in (table, naive))
    compared = [] if naive.empty else ["", messages.NAIVE_HEADING, "", *naive_lines, "", fill(NAIVE_HELP, _WIDTH)]
    units = [messages.PERCENT_OF_OUTCOME if unit == "%" else unit for unit in record.pairs["error_unit"].unique()]
    heading = messages.SCORES_HEADING.format(
        editions=messages.EDITIONS[record.season],
        indicators=join_names([names.get(id, id) for id in record.pairs["indicator"].unique()]),
        outcome=OUTCOME_LABELS[record.outcome],
        units=" or ".join(units),
    )
    pending = count_noun(record.open, "forecast has", "forecasts have")
    return "\n".join(
        [
            f"{heading} {messages.NO_OUTCOME_YET.format(forecasts=pending)}" if record.open else heading, "",
            *lines, "",
            *(fill(sentence, _WIDTH) for sentence in (*describe_left_out(record, each_area=each_area), SCORES_HELP)),
            *compared,
        ]
    )  # fmt: skip


def align_table(table: pd.DataFrame, texts: Collection[str]) -> list[str]:
    """Write a table as lines of text, with its numbers (the columns that are no texts) at the right."""
    numbers = [place for place, name in enumerate(table.columns) if name not in texts]
    return align_columns([list(table.columns), *table.to_numpy().tolist()], right=numbers)


def describe_left_out(record: TrackRecord, *, each_area: bool = False) -> list[str]:
    """Say what the table leaves out: extreme years from means, and groups of countries beside their members."""
    pairs = record.pairs if each_area else record.pooled
    sentences = []
    if (extreme := record.find_extreme(pairs)).any():
        largest = pairs[extreme].assign(size=pairs["outcome"].abs()).sort_values("size", ascending=False, kind="stable")
        cases = list(dict.fromkeys(f"{row.entity} {row.period}" for row in largest.itertuples()))
        sentences.append(
            messages.EXTREMES_LEFT_OUT.format(
                forecasts=count_noun(int(extreme.sum()), "forecast", "forecasts"), extreme=EXTREME,
                cases=join_names(cases, most=_MOST_CASES),
            )
        )  # fmt: skip
    if groups := () if each_area else record.groups_left_out:
        sentence = messages.GROUPS_LEFT_OUT if len(groups) == 1 else messages.SEVERAL_GROUPS_LEFT_OUT
        sentences.append(sentence.format(groups=join_names(groups)))
    return sentences


def scores_to_json(record: TrackRecord, *, each_area: bool = False) -> str:
    """Write ``outcome``, ``season``, ``open`` (forecasts without one), ``left_out``, ``horizons`` and ``naive``.

    The last two are the errors by horizon, and these relative to naive forecasts.
    """
    content = {
        "outcome": record.outcome,
        "season": record.season or "all",
        "open": record.open,
        "left_out": describe_left_out(record, each_area=each_area),
        "horizons": record.group_by_horizon(each_area=each_area),
        "naive": record.compare_with_naive(each_area=each_area),
    }
    return format_json(content)


def format_error(value: float, *, signed: bool = False) -> str:
    """Write two decimals, fewer for large numbers; a number that rounds to zero has no sign.

    >>> format_error(0.392), format_error(904.81, signed=True), format_error(-0.004, signed=True)
    ('0.39', '+905', '0.00')
    """
    decimals = max(0, 2 - len(str(int(abs(value)))) + 1)
    figure = f"{abs(value):,.{decimals}f}"
    if not figure.strip("0."):
        return figure
    return f"{MINUS if value < 0 else '+' if signed else ''}{figure}"
