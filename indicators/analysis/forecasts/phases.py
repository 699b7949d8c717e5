"""Separate forecasts from actual values.

Forecasts start after the last actual value *of their series*: a forecast for a period that has an actual value by now
does not count.
"""

from __future__ import annotations

from typing import Any, Final, Literal, get_args

import numpy as np
import numpy.typing as npt

FORECAST: Final = "F"
"""The status of a forecast (SDMX CL_OBS_STATUS)."""
ForecastOutcome = Literal["newest", "first", "one-year-later"]
FORECAST_OUTCOMES: Final[tuple[ForecastOutcome, ...]] = get_args(ForecastOutcome)
"""What forecasts are compared with: the latest actual value, the first published, or that known a year later."""


def mask_phases(
    status: npt.NDArray[Any], last: npt.NDArray[Any]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Mark which values of a series are actual, and which are forecasts after the last actual one.

    Args:
        status: Status codes.
        last: The last days of the periods.

    Returns:
        Two masks; a forecast for a period that has an actual value after it is in neither.

    >>> mask_phases(np.array(["A", "F", "A", "F"]), np.array([2021, 2022, 2023, 2024]))[1].tolist()
    [False, False, False, True]
    >>> mask_phases(np.array(["F", "F"]), np.array([2025, 2026]))[1].tolist()
    [True, True]
    """
    is_forecast: npt.NDArray[np.bool_] = np.asarray(status == FORECAST, dtype=bool)
    if is_forecast.all():
        return ~is_forecast, is_forecast
    return ~is_forecast, is_forecast & (last > last[~is_forecast].max())
