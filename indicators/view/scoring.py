"""Forecasts scored by one call of Python: every vintage read from the store, and held against what came."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.analysis.forecasts import OUTCOMES, Outcome, TrackRecord, track_record
from indicators.errors import UsageError
from indicators.view.getting import get

__all__ = ["score"]


def score(
    indicators: str | Iterable[str], areas: str | Iterable[str] = "", time: str = "", *, outcome: Outcome = "newest"
) -> TrackRecord:
    """How far off the forecasts of indicators were.

    Args:
        indicators: Names or publisher's codes: a list, or one text joined by ``~``.
        areas: Names or codes of countries and groups, written the same way; all of them if left out.
        time: The span of what was forecast, such as ``"2000..2019"``; all time if left out.
        outcome: What they are held against: the ``"newest"`` actual figure, or the ``"first"`` that was published.

    Returns:
        The pairs of forecast and outcome; ``.by_horizon()`` has the errors by how far ahead was looked.

    Raises:
        UnknownNameError: If an indicator or area is not known; it offers the nearest names.
        PeriodError: If the time is not understood.
        UsageError: If there is no such outcome.

    >>> record = score("gdp-growth-weo", "RUS", "2010..2019")
    >>> record.by_horizon()[["ahead", "forecasts", "mean_error"]].round(1).head(2).to_dict("records")
    [{'ahead': 0, 'forecasts': 20, 'mean_error': -0.2}, {'ahead': 1, 'forecasts': 20, 'mean_error': 0.4}]
    """
    if outcome not in OUTCOMES:
        raise UsageError("There is no such outcome.", found=str(outcome), expected=" or ".join(OUTCOMES))
    return track_record(get(indicators, areas, time, every_vintage=True), outcome=outcome)
