"""Forecasts told apart from actual figures.

A forecast begins after the last actual figure *of its series*: what a publisher once forecast for a year that
has its own figure by now is no forecast any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["FORECAST", "Phases", "mask_phases", "split_phases"]

FORECAST: Final = "F"
"""The status of a forecast (SDMX CL_OBS_STATUS)."""


@dataclass(frozen=True)
class Phases:
    """One series in two parts.

    Attributes:
        actual: Its figures up to the last actual one, in order of time.
        forecast: Its forecasts after that.
    """

    actual: pd.DataFrame
    forecast: pd.DataFrame


def split_phases(series: pd.DataFrame) -> Phases:
    """Divide one series of a panel.

    Args:
        series: Rows of one series, in order of time, as `Panel.series` gives them.

    >>> rows = pd.DataFrame({"status": ["A", "F", "A", "F"], "value": [1.0, 2.0, 3.0, 4.0],
    ...                      "last": pd.to_datetime(["2021", "2022", "2023", "2024"])})
    >>> split_phases(rows).forecast["value"].tolist(), split_phases(rows).actual["value"].tolist()
    ([4.0], [1.0, 3.0])
    """
    rows = series.dropna(subset="value")
    actual, forecast = mask_phases(rows["status"].to_numpy(), rows["last"].to_numpy())
    return Phases(rows[actual], rows[forecast])


def mask_phases(
    status: npt.NDArray[Any], last: npt.NDArray[Any]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which figures of one series are actual, and which are forecasts after the last actual one.

    Args:
        status: Codes of their status.
        last: The last days of their periods.

    >>> mask_phases(np.array(["A", "F", "F"]), np.array([2023, 2023, 2024]))[1].tolist()
    [False, False, True]
    """
    is_forecast: npt.NDArray[np.bool_] = np.asarray(status == FORECAST, dtype=bool)
    if is_forecast.all():
        return ~is_forecast, is_forecast
    return ~is_forecast, is_forecast & (last > last[~is_forecast].max())
