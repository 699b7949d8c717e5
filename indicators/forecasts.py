"""Forecasts: told apart from actual figures, and levels that follow from a forecast of growth.

A forecast begins after the last actual figure *of its series*: what a publisher once forecast for a year that
has its own figure by now is no forecast any more.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.panel import Panel, Step

__all__ = ["Phases", "implied_levels", "phase_masks", "phases"]

_FORECAST = "F"


@dataclass(frozen=True)
class Phases:
    """One series in two parts.

    Attributes:
        actual: Its figures up to the last actual one, in order of time.
        forecast: Its forecasts after that.
    """

    actual: pd.DataFrame
    forecast: pd.DataFrame


def phases(series: pd.DataFrame) -> Phases:
    """Divide one series of a panel.

    Args:
        series: Rows of one series, in order of time, as `Panel.series` gives them.

    >>> rows = pd.DataFrame({"status": ["A", "F", "A", "F"], "value": [1.0, 2.0, 3.0, 4.0],
    ...                      "last": pd.to_datetime(["2021", "2022", "2023", "2024"])})
    >>> phases(rows).forecast["value"].tolist(), phases(rows).actual["value"].tolist()
    ([4.0], [1.0, 3.0])
    """
    rows = series.dropna(subset="value")
    actual, forecast = phase_masks(rows["status"].to_numpy(), rows["last"].to_numpy())
    return Phases(rows[actual], rows[forecast])


def phase_masks(
    status: npt.NDArray[Any], last: npt.NDArray[Any]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which figures of one series are actual, and which are forecasts after the last actual one.

    Args:
        status: Codes of their status.
        last: The last days of their periods.

    >>> phase_masks(np.array(["A", "F", "F"]), np.array([2023, 2023, 2024]))[1].tolist()
    [False, False, True]
    """
    is_forecast: npt.NDArray[np.bool_] = np.asarray(status == _FORECAST, dtype=bool)
    if is_forecast.all():
        return ~is_forecast, is_forecast
    return ~is_forecast, is_forecast & (last > last[~is_forecast].max())


def implied_levels(levels: Panel, growth: Panel) -> Panel:
    """The levels that follow from forecasts of growth, added to the levels as forecasts.

    A forecast of so many percent for a year gives a level only with the same publisher's level of the year
    before: no publisher's growth is laid on another's level. Ends of intervals are carried along.

    Args:
        levels: Annual levels of one indicator.
        growth: Annual growth of the same thing in percent, against the year before.

    Returns:
        The levels with the implied ones added, each noted as ours; origins of both; one step more.
    """
    base = levels.frame[levels.frame["frequency"] == "A"].dropna(subset="value")
    wanted = growth.frame[(growth.frame["status"] == _FORECAST) & (growth.frame["frequency"] == "A")]
    wanted = wanted.dropna(subset="value")
    key = ["dataset", "code", "year"]
    pairs = wanted.assign(before=wanted["year"] - 1).merge(
        base, left_on=["dataset", "code", "before"], right_on=key, suffixes=("_growth", "")
    )
    taken = set(base[[*key, "unit"]].itertuples(index=False, name=None))
    rows = [_implied(pair) for pair in pairs.to_dict("records") if _free(pair, taken)]
    if not rows:
        return levels
    frame = pd.concat([levels.frame, pd.DataFrame(rows)[list(levels.frame.columns)].astype(levels.frame.dtypes)])
    frame = frame.sort_values(["indicator", "entity", "dataset", "first"], kind="stable").reset_index(drop=True)
    origins = {origin.id: origin for origin in (*levels.origins, *growth.origins)}
    described = "Forecasts of growth were applied to the same publisher's level of the year before."
    step = Step("imply", described)
    return levels.with_frame(frame, step).with_origins(tuple(origins.values()))


def _free(pair: dict[Hashable, Any], taken: set[tuple[object, ...]]) -> bool:
    return (pair["dataset"], pair["code"], pair["year_growth"], pair["unit"]) not in taken


def _implied(pair: dict[Hashable, Any]) -> dict[Hashable, Any]:
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
        "status": _FORECAST,
        "digits": min(_digits(pair["digits"]), _digits(pair["digits_growth"])) + 1,
        "note": "Our arithmetic: the publisher's level of the year before, and its forecast of growth.",
        "inferred": "",
        "qualifier": "",
        "locator": pair["locator_growth"],
    }


def _digits(value: Any) -> int:
    return 15 if pd.isna(value) else int(value)
