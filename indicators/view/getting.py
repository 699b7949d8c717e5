"""Figures by one call of Python: a view, read from the store and brought to its terms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from indicators.analysis.forecasts import FORECAST_OUTCOMES, ForecastOutcome, TrackRecord, score_forecasts
from indicators.analysis.pipeline import make_panel
from indicators.analysis.real_terms import Deflator
from indicators.errors import UnknownNameError, UsageError
from indicators.model.panel import Panel
from indicators.store import StoreLike, open_store
from indicators.view.spellings import write_text
from indicators.view.view import View

__all__ = ["get", "get_panel", "score"]


def get(  # noqa: PLR0913  a keyword for each field of a view
    indicators: str | Iterable[str],
    areas: str | Iterable[str] = "",
    time: str = "",
    *,
    as_of: str | date | None = None,
    vintage: str = "",
    every_vintage: bool = False,
    forecasts: bool = True,
    unit: str = "",
    rate: str | date = "",
    prices: int | str | None = None,
    deflator: Deflator = "gdp",
    frequency: str = "",
    aggregate: str = "",
    per: str = "",
    average: int | str | None = None,
    transform: str | Iterable[str] = "",
    base: int | str | None = None,
    store: StoreLike = None,
) -> Panel:
    """The figures of one or several indicators.

    Args:
        indicators: Names or publisher's codes: a list, or one text joined by ``~``.
        areas: Names or codes of countries and groups, written the same way; all of them if left out.
        time: A span such as ``"2019..2025"``, ``"2019..latest"``, ``"2024"``, ``"latest"``; all time if left
            out.
        as_of: Only what was known on this day (``"2019-04-30"``): the releases of that day, not today's.
        vintage: Only what was published in this period (``"2024-10"``), such as one edition of an outlook.
        every_vintage: Whether each vintage of a figure is given, a row each, and not only the newest: what was once
            forecast for a year beside what came.
        forecasts: Whether forecasts are included; each is marked ``F`` in the column ``status``.
        unit: The unit sums of money are wanted in, such as ``"billion USD"``, ``"LCU"`` for each country's own
            money, ``"international dollars"``; as they are if left out.
        rate: The rule of conversion: ``"average"``, ``"end"``, a day, ``"stated"``, ``"ppp"``; by the measure if
            left out. See `Panel.to`.
        prices: The year whose prices count; the prices of the time if left out.
        deflator: What prices are measured by: ``"gdp"``, the deflator of GDP, or ``"cpi"``, consumer prices.
        frequency: ``"A"``, ``"S"``, ``"Q"`` or ``"M"``: shorter periods are brought to it.
        aggregate: How: ``"avg"``, ``"sum"``, ``"eop"`` (the last); by the measure if left out.
        per: What figures are divided by: ``"person"``; ``"total"``, the sum of these areas; an area such as
            ``"WLD"``, for a share of it; or another indicator.
        average: The number of periods of a moving average.
        transform: FRED's names: ``"chg"``, ``"ch1"``, ``"pch"``, ``"pc1"``, ``"pca"``, ``"cch"``, ``"cca"``,
            ``"log"``; or ``"index"``. Several are applied one after the other.
        base: The year in which an index is 100; the first that all series have if left out.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        A panel: ``.frame`` is a tidy table, ``.origins`` says who published the figures.

    Raises:
        UnknownNameError: If an indicator or area is not known; it offers the nearest names.
        PeriodError: If the time is not understood.
        UnitMismatchError: If the figures cannot be brought to the unit, or divided; it says what is missing.

    >>> get("population", "China", "2020").frame["value"].tolist()
    [1411100000.0]
    """
    texts = {
        "indicators": indicators, "areas": areas, "time": time, "as_of": as_of, "vintage": vintage,
        "every_vintage": every_vintage,
        "forecasts": forecasts, "unit": unit, "rate": rate, "prices": prices, "deflator": deflator,
        "frequency": frequency, "aggregate": aggregate, "per": per, "average": average, "transform": transform,
        "base": base,
    }  # fmt: skip
    opened = open_store(store)
    return get_panel(
        View.from_texts({name: write_text(value) for name, value in texts.items()}, opened.catalogue), opened
    )


def get_panel(view: View, store: StoreLike = None) -> Panel:
    """The figures of a view, on its terms, from the store that is open.

    Raises:
        UnknownNameError: The view names no indicator.
        UnitMismatchError: The figures cannot be brought to the unit; it says what is missing.
    """
    if not view.indicators:
        raise UnknownNameError("indicator", "", [])
    return make_panel(view.request, open_store(store))


def score(
    indicators: str | Iterable[str],
    areas: str | Iterable[str] = "",
    time: str = "",
    *,
    outcome: ForecastOutcome = "newest",
    store: StoreLike = None,
) -> TrackRecord:
    """How far off the forecasts of indicators were.

    Args:
        indicators: Names or publisher's codes: a list, or one text joined by ``~``.
        areas: Names or codes of countries and groups, written the same way; all of them if left out.
        time: The span of what was forecast, such as ``"2000..2019"``; all time if left out.
        outcome: What they are held against: the ``"newest"`` actual figure, or the ``"first"`` that was published.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        The pairs of forecast and outcome; ``.group_by_horizon()`` has the errors by how far ahead was looked.

    Raises:
        UnknownNameError: If an indicator or area is not known; it offers the nearest names.
        PeriodError: If the time is not understood.
        UsageError: If there is no such outcome.

    >>> record = score("gdp-growth-weo", "RUS", "2010..2019")
    >>> record.group_by_horizon()[["ahead", "forecasts", "mean_error"]].round(1).head(2).to_dict("records")
    [{'ahead': 0, 'forecasts': 20, 'mean_error': -0.2}, {'ahead': 1, 'forecasts': 20, 'mean_error': 0.4}]
    """
    if outcome not in FORECAST_OUTCOMES:
        raise UsageError("There is no such outcome.", found=str(outcome), expected=" or ".join(FORECAST_OUTCOMES))
    return score_forecasts(get(indicators, areas, time, every_vintage=True, store=store), outcome=outcome)
