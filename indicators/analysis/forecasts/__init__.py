"""Forecasts: told from actual figures, laid on levels, and scored against what came."""

from indicators.analysis.forecasts.editions import (
    EditionPath,
    edition_names,
    edition_paths,
    edition_periods,
    has_editions,
    newest_of_each,
)
from indicators.analysis.forecasts.implied import implied_levels
from indicators.analysis.forecasts.phases import FORECAST, Phases, phase_masks, phases
from indicators.analysis.forecasts.record import OUTCOMES, Outcome, TrackRecord, horizon, track_record

__all__ = [
    "FORECAST",
    "OUTCOMES",
    "EditionPath",
    "Outcome",
    "Phases",
    "TrackRecord",
    "edition_names",
    "edition_paths",
    "edition_periods",
    "has_editions",
    "horizon",
    "implied_levels",
    "newest_of_each",
    "phase_masks",
    "phases",
    "track_record",
]
