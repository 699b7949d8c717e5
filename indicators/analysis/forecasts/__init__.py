"""Forecasts: separated from actual values, applied to levels, and scored against their outcome."""

from indicators.analysis.forecasts.editions import (
    EditionPath,
    has_editions,
    keep_newest_vintages,
    name_editions,
    parse_editions,
    trace_editions,
)
from indicators.analysis.forecasts.implied import imply_levels
from indicators.analysis.forecasts.phases import (
    FORECAST,
    FORECAST_OUTCOMES,
    ForecastOutcome,
    mask_phases,
)
from indicators.analysis.forecasts.record import (
    EXTREME,
    FORECAST_SEASONS,
    ForecastSeason,
    TrackRecord,
    format_horizon,
    score_forecasts,
)

__all__ = [
    "EXTREME", "FORECAST", "FORECAST_OUTCOMES", "FORECAST_SEASONS", "EditionPath", "ForecastOutcome", "ForecastSeason",
    "TrackRecord", "format_horizon",
    "has_editions", "imply_levels", "keep_newest_vintages", "mask_phases", "name_editions", "parse_editions",
    "score_forecasts", "trace_editions",
]  # fmt: skip
