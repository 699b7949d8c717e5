"""Get figures and score forecasts with one call of Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

from indicators.analysis.forecasts import (
    FORECAST_OUTCOMES,
    FORECAST_SEASONS,
    ForecastOutcome,
    ForecastSeason,
    TrackRecord,
    score_forecasts,
)
from indicators.analysis.pipeline import make_panel
from indicators.analysis.real_terms import Deflator
from indicators.analysis.transforms import AggregationName, TransformName
from indicators.errors import UnknownNameError, UsageError
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan
from indicators.model.recency import DEFAULT_TOLERANCE
from indicators.store import StoreLike, open_store
from indicators.view import messages
from indicators.view.dimension_choice import join_parts
from indicators.view.fields import FrequencyCode, RateName
from indicators.view.spellings import write_text
from indicators.view.view import View


def get(  # noqa: PLR0913  a keyword for each field of a view
    indicators: str | Iterable[str],
    areas: str | Iterable[str] = "",
    time: str = "",
    *,
    dimensions: Mapping[str, str | Iterable[str]] | str = "",
    as_of: str | date | None = None,
    vintage: str = "",
    every_vintage: bool = False,
    tolerance: int | str = DEFAULT_TOLERANCE,
    forecasts: bool = True,
    bands: int | str | Iterable[int] = (),
    scenario: str | Iterable[str] = "",
    unit: str = "",
    rate: RateName | str | date = "",
    prices: int | str | None = None,
    deflator: Deflator = "gdp",
    frequency: FrequencyCode = "",
    aggregate: AggregationName | Literal[""] = "",
    per: str = "",
    average: int | str | None = None,
    transform: TransformName | str | Iterable[TransformName] = "",
    base: int | str | None = None,
    title: str = "",
    notes: str | Iterable[str] = "",
    lock: bool = False,
    store: StoreLike = None,
) -> Panel:
    """Get the figures of one or several indicators.

    Whatever order the options are given in, amounts are deflated and converted first, then aggregated, divided,
    averaged, transformed, and last cut to the time asked for, which changes no figure.

    Args:
        indicators: Names or publishers' codes: a list, or one text joined by ``~``.
        areas: Names or codes of countries and groups, given the same way; all if left out.
        time: A span such as ``"2019..2025"``, ``"2019..latest"``, ``"2024"`` or ``"latest"``; all time if left out.
        dimensions: Which series of an indicator that is divided, such as ``{"sex": "F~M"}`` or ``{"sex": "women"}``;
            the total if left out, or every code if there is no total. Nothing is ever summed.
        as_of: Only what was known on this day (``"2019-04-30"``): the releases of that day, not today's.
        vintage: Only what was published in this period (``"2024-10"``), such as one edition of an outlook.
        every_vintage: Whether to return each vintage of a figure, one per row, such as past forecasts beside the
            outcome, and not only the newest.
        tolerance: For ``time="latest"``: how many years a value may be older than the newest of its indicator. Older
            ones are named in the steps and left out of charts.
        forecasts: Whether to include forecasts; each is marked ``F`` in the column ``status``.
        bands: The levels of bands around forecasts in percent, such as ``(50, 80)``, from the errors of the publisher's
            earlier forecasts that were known then: columns ``lower_80``, ``upper_80``, and what they rest on in
            ``band_errors`` and ``band_method``. A step says how many outcomes such bands held; where too few errors
            are known there is no band, and a note says why.
        scenario: Growth in percent of a scenario of your own, such as ``"2026:2.5~2027..2030:3"`` or ``"RUS:2026:2"``;
            it follows the last actual value of each annual series, as rows of the publisher "Your scenario". For a
            figure that is a rate of growth, it is that figure.
        unit: The unit of amounts of money, such as ``"billion USD"``, ``"LCU"`` for each country's own currency, or
            ``"international dollars"``; that of the source if left out.
        rate: The exchange rate: ``"average"`` of the period, its ``"end"``, a day, ``"stated"`` by the source, or
            ``"ppp"``; the default of the measure if left out. See `Panel.to`.
        prices: The year of constant prices; the prices of the source if left out.
        deflator: What prices are measured by: ``"gdp"``, the GDP deflator, or ``"cpi"``, consumer prices.
        frequency: ``"A"``, ``"S"``, ``"Q"`` or ``"M"``, to aggregate shorter periods.
        aggregate: How: ``"avg"``, ``"sum"`` or ``"eop"`` (end of period); the default of the measure if left out.
        per: Divide by ``"person"``; by the ``"total"`` of these areas, or of all countries with a value if none is
            named; by an area such as ``"WLD"``, for a share of it; or by another indicator.
        average: The number of periods of a moving average.
        transform: A transformation named as in FRED, such as ``"pc1"``, ``"chg"`` or ``"log"``, or ``"index"``. Several
            are applied one after the other.
        base: The base of an index: a year, or a period such as ``"2022-Q1"`` or ``"2022-01"``. If left out, the first
            common year: for each indicator, the first in the time asked for that all its series have, or else most.
        title: A title for its chart, instead of the one made from the figures.
        notes: Notes on points of its chart, such as ``["2020:Pandemic", "2022-02:War"]``.
        lock: Whether a web page of its chart shows only the chart, its title, notes and source.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        A panel: ``.frame`` is a tidy table, ``.origins`` are the sources, ``.steps`` say how it was calculated.

    Raises:
        UnknownNameError: An indicator or area is unknown; it offers the nearest names.
        PeriodError: The time is not understood.
        UnitMismatchError: One of the indicators can't be brought to the unit, divided or transformed.

    >>> get("population", "China", "2020").frame["value"].tolist()
    [1411100000.0]
    """
    areas = _refuse_empty_list(areas)
    texts = {
        "indicators": indicators, "areas": areas, "time": time, "dimensions": join_parts(dimensions), "as_of": as_of,
        "vintage": vintage, "every_vintage": every_vintage, "tolerance": tolerance, "forecasts": forecasts,
        "bands": bands, "scenario": scenario,
        "unit": unit, "rate": rate,
        "prices": prices, "deflator": deflator, "frequency": frequency, "aggregate": aggregate, "per": per,
        "average": average, "transform": transform, "base": base,
        "title": title, "notes": notes, "lock": lock,
    }  # fmt: skip
    opened = open_store(store)
    view = View.from_texts({name: write_text(value) for name, value in texts.items()}, opened.catalogue)
    return get_panel(view, opened)


def _refuse_empty_list(areas: str | Iterable[str]) -> str | list[str]:
    """Return names of areas; an empty list is a slip, such as a filter that found nothing, and never the world."""
    if areas is None or isinstance(areas, str):
        return areas or ""
    names = list(areas)
    if not names:
        what = messages.EMPTY_LIST.format(what="countries")
        raise UsageError(what, expected="at least one", hint=messages.LEAVE_OUT_FOR_ALL)
    return names


def get_panel(view: View, store: StoreLike = None) -> Panel:
    """Get the figures of a view.

    Raises:
        UnknownNameError: The view names no indicator.
        UnitMismatchError: One of its indicators can't be brought to the unit, divided or transformed.
    """
    if not view.indicators:
        raise UnknownNameError("indicator", "", [])
    return replace(make_panel(view.request, open_store(store)), story=view.story)


def score(
    indicators: str | Iterable[str],
    areas: str | Iterable[str] = "",
    time: str = "",
    *,
    outcome: ForecastOutcome = "newest",
    season: ForecastSeason = "",
    outcome_by: str = "",
    store: StoreLike = None,
) -> TrackRecord:
    """Score the forecasts of indicators against their outcomes.

    Args:
        indicators: Names or publishers' codes: a list, or one text joined by ``~``.
        areas: Names or codes of countries and groups, given the same way; all if left out.
        time: The span that was forecast, such as ``"2000..2019"``; all time if left out.
        outcome: What they are compared with: the ``"newest"`` actual value, the ``"first"`` published, or the one known
            ``"one-year-later"``.
        season: Only score editions of the ``"spring"`` or the ``"autumn"``; all if left out.
        outcome_by: The publisher or dataset whose actual values the forecasts of all publishers are compared with, such
            as ``"IMF"``; each publisher's own if left out.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        The pairs of forecast and outcome; ``.group_by_horizon()`` averages the errors by horizon, and
        ``.compare_with_naive()`` compares them with those of naive forecasts made from what was known then. With
        ``outcome_by``, ``.rank()`` ranks the publishers on the cases that all of them forecast.

    Raises:
        UnknownNameError: An indicator or area is unknown; it offers the nearest names.
        PeriodError: The time is not understood.
        UsageError: There is no such outcome or season.

    >>> record = score("gdp-growth-weo", "RUS", "2010..2019")
    >>> record.group_by_horizon()[["ahead", "forecasts", "mean_error"]].round(1).head(2).to_dict("records")
    [{'ahead': 0, 'forecasts': 20, 'mean_error': -0.5}, {'ahead': 1, 'forecasts': 20, 'mean_error': 0.1}]
    """
    for word, valid, message in (
        (outcome, FORECAST_OUTCOMES, messages.NO_SUCH_OUTCOME), (season, FORECAST_SEASONS, messages.NO_SUCH_SEASON)
    ):  # fmt: skip
        if word not in valid:
            raise UsageError(message, found=str(word), expected=" or ".join(filter(None, valid)))
    span = TimeSpan.parse(time) if time.strip() else TimeSpan()
    panel = get(indicators, areas, every_vintage=True, store=store)  # of all time, for naive forecasts
    return score_forecasts(panel, outcome=outcome, season=season, time=span, outcome_by=outcome_by)
