"""Which actual value a forecast is compared with."""

from __future__ import annotations

from typing import Final, Literal, get_args

__all__ = ["FORECAST_OUTCOMES", "ForecastOutcome"]

ForecastOutcome = Literal["newest", "first", "one-year-later"]
FORECAST_OUTCOMES: Final[tuple[str, ...]] = get_args(ForecastOutcome)
"""What forecasts are compared with: the latest actual value, the first published, or that known a year later."""
