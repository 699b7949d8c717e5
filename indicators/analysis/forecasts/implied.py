"""Calculate levels from growth forecasts."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

from indicators.analysis import messages
from indicators.analysis.forecasts.phases import FORECAST
from indicators.model.panel import Panel
from indicators.model.precision import add_widths, count_digits, measure_last_digit, measure_relative_width
from indicators.model.steps import Step


def imply_levels(levels: Panel, growth: Panel) -> Panel:
    """Add the levels that annual growth in percent implies to the annual levels of the same indicator, as forecasts.

    A growth forecast gives a level only together with the same publisher's level of the previous year: no publisher's
    growth is applied to another's level. Ends of intervals are carried along.

    Returns:
        The levels with the implied ones, each with a note; the origins of both; one more step.
    """
    base = levels.frame[levels.frame["frequency"] == "A"].dropna(subset="value")
    wanted = growth.frame[(growth.frame["status"] == FORECAST) & (growth.frame["frequency"] == "A")]
    wanted = wanted.dropna(subset="value")
    key = ["dataset", "code", "dimensions", "year"]
    pairs = wanted.assign(before=wanted["year"] - 1).merge(
        base, left_on=["dataset", "code", "dimensions", "before"], right_on=key, suffixes=("_growth", "")
    )
    taken = set(base[[*key, "unit"]].itertuples(index=False, name=None))
    rows = [_imply_row(pair) for pair in pairs.to_dict("records") if _is_free(pair, taken)]
    if not rows:
        return levels
    made = pd.DataFrame(rows)
    implied = made[list(levels.frame.columns)].astype(levels.frame.dtypes).assign(digits=_count_digits(made))
    frame = pd.concat([levels.frame, implied])
    frame = frame.sort_values(["indicator", "entity", "dimensions", "dataset", "first"], kind="stable").reset_index(
        drop=True
    )
    origins = {origin.id: origin for origin in (*levels.origins, *growth.origins)}
    step = Step("imply", messages.IMPLY_STEP)
    return levels.with_frame(frame, step).with_origins(tuple(origins.values()))


def _is_free(pair: dict[Hashable, Any], taken: set[tuple[object, ...]]) -> bool:
    return (pair["dataset"], pair["code"], pair["dimensions"], pair["year_growth"], pair["unit"]) not in taken


def _imply_row(pair: dict[Hashable, Any]) -> dict[Hashable, Any]:
    def grown(level: str, by: str) -> float:
        value, percent = pair[level], pair[by]
        value = pair["value"] if pd.isna(value) else value
        percent = pair["value_growth"] if pd.isna(percent) else percent
        return float(value) * (100 + float(percent)) / 100

    uncertain = not (pd.isna(pair["lower"]) and pd.isna(pair["lower_growth"]))
    return pair | {
        **{
            name: pair[f"{name}_growth"] for name in ("period", "first", "last", "year", "vintage", "origin", "said_by")
        },
        "value": grown("value", "value_growth"),
        "lower": grown("lower", "lower_growth") if uncertain else float("nan"),
        "upper": grown("upper", "upper_growth") if uncertain else float("nan"),
        "status": FORECAST,
        "before": pair["value"],
        "note": messages.IMPLIED_NOTE,
        "inferred": "",
        "qualifier": "",
        "locator": pair["locator_growth"],
    }


def _count_digits(rows: pd.DataFrame) -> pd.Series:
    """Count the digits that levels have that were calculated from a level and its growth."""
    of_level = measure_relative_width(rows["before"], rows["digits"])
    of_growth = measure_last_digit(rows["value_growth"], rows["digits_growth"]) / (
        100 + rows["value_growth"].to_numpy()
    )
    return count_digits(rows["value"], add_widths(of_level, of_growth) * rows["value"].abs().to_numpy())
