"""Separate forecasts from actual values.

Forecasts start after the last actual value *of their series*: a forecast for a period that has an actual value by now
does not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

FORECAST: Final = "F"
"""The status of a forecast (SDMX CL_OBS_STATUS)."""
ForecastOutcome = Literal["newest", "first", "one-year-later"]
FORECAST_OUTCOMES: Final[tuple[ForecastOutcome, ...]] = get_args(ForecastOutcome)
"""What forecasts are compared with: the latest actual value, the first published, or that known a year later."""


@dataclass(frozen=True)
class Phases:
    """A series in two parts.

    Attributes:
        actual: Its actual values, by time.
        forecast: Its forecasts after the last of them.
    """

    actual: pd.DataFrame
    forecast: pd.DataFrame


def split_phases(series: pd.DataFrame) -> Phases:
    """Split one series of a panel, its rows in order of time.

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
    """Mark which values of a series are actual, and which are forecasts after the last actual one.

    Args:
        status: Status codes.
        last: The last days of the periods.

    >>> mask_phases(np.array(["A", "F", "F"]), np.array([2023, 2023, 2024]))[1].tolist()
    [False, False, True]
    """
    is_forecast: npt.NDArray[np.bool_] = np.asarray(status == FORECAST, dtype=bool)
    if is_forecast.all():
        return ~is_forecast, is_forecast
    return ~is_forecast, is_forecast & (last > last[~is_forecast].max())
