"""What forecasts like a claim's missed by: the record of a publisher that forecasts the same indicator.

Few who forecast in a text have a record of their own. The errors are those of the publisher that has one for the
indicator, or for its rival in the catalogue, of the same country and at the same distance, as known on the day of the
text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

import numpy as np
import pandas as pd

from indicators.analysis.forecasts import score_forecasts
from indicators.analysis.forecasts.bands import load_errors
from indicators.analysis.forecasts.past_errors import PastErrors, count_distances
from indicators.analysis.forecasts.quantiles import LEAST_ERRORS, BandMaker
from indicators.claims.claim import Claim
from indicators.claims.intervals import Interval
from indicators.model.panel import SERIES_COLUMNS
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import Query, Store

BAND: Final = 80
"""The percentage of past forecasts whose errors count as usual."""
_EPOCH: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class RivalForecast:
    """A publisher's own forecast of a claim's figure, with the band of its past errors.

    Attributes:
        value: The forecast, in percent.
        vintage: The day it was published.
        band: Where the outcome would be in `BAND` of a hundred cases.
        origin: Id of its origin.
    """

    value: Decimal
    vintage: str
    band: Interval
    origin: str


@dataclass(frozen=True, slots=True)
class PastMiss:
    """A forecast of the claim's indicator with its outcome.

    Attributes:
        period: What it was about.
        publisher: Who made it.
        forecast: The forecast, in percent.
        outcome: The actual value.
    """

    period: TimePeriod
    publisher: str
    forecast: Decimal
    outcome: Decimal


@dataclass(frozen=True, slots=True)
class ForecastRecord:
    """The usual errors of forecasts like a claim's.

    Attributes:
        publisher: Whose errors they are.
        name: The name of the indicator that it forecasts.
        band: Where the outcome of the claim would be in `BAND` of a hundred cases.
        errors: How many errors these rest on, of all countries.
        origins: Ids of their origins, separated by spaces.
        rival: Its own forecast, known on the day of the claim; ``None`` if there is none.
    """

    publisher: str
    name: str
    band: Interval
    errors: int
    origins: str
    rival: RivalForecast | None = None


def find_record(claim: Claim, day: date, store: Store, *, with_rival: bool = True) -> ForecastRecord | None:
    """Find the usual errors of forecasts like a claim's.

    Args:
        claim: A forecast in percent, of one area and period.
        day: When it was made.
        store: Where past forecasts are read.
        with_rival: Whether to look for the publisher's own forecast, which takes a query.

    Returns:
        ``None`` if nobody has a record of forecasts of this indicator for the area and distance.
    """
    catalogue = store.catalogue
    indicator = catalogue.find_indicator(claim.indicator or "")
    period = claim.period
    if period is None or len(claim.areas) != 1:
        return None
    for id in (indicator.id, *indicator.compare_with):
        for dataset in catalogue.find_datasets_with(id):
            record = load_errors(store, Query((id,)), id, dataset.id, period.frequency)
            place = None if record is None else _find_series(record, claim)
            if record is None or place is None:
                continue
            found = _make_band(record, place, (day, period.last), float(claim.plain_value))
            if found is not None:
                rival = _find_rival(store, id, dataset.id, claim, day, record, place) if with_rival else None
                name = catalogue.find_indicator(id).name
                origins = " ".join(one.id for one in dataset.origins)
                return ForecastRecord(dataset.publisher, name, found[0], found[1], origins, rival)
    return None


def _find_series(record: PastErrors, claim: Claim) -> int | None:
    """The series of a claim's area as a whole; ``None`` if it has no forecasts in the claim's unit."""
    for key, place in record.series.items():
        named = dict(zip(SERIES_COLUMNS, key, strict=True))
        if named["code"] == claim.areas[0] and named["unit"] == claim.unit and not named["dimensions"]:
            return place
    return None


def _make_band(record: PastErrors, place: int, days: tuple[date, date], value: float) -> tuple[Interval, int] | None:
    """The band around a forecast made on one day for a period that ends on another, and its number of errors."""
    known, last = (np.array([(day - _EPOCH).days]) for day in days)
    distances = count_distances(known, last, record.months)
    if not 0 <= distances[0] < len(record.forecasts):
        return None
    maker = BandMaker(record, int(known[0]), (BAND,))
    if not maker.of_day.is_measured:
        return None
    lower, upper = maker.make(distances, np.array([place]), np.array([value]))
    pool = maker.find_pool(int(distances[0]))
    if np.isnan(lower).any() or pool is None:
        return None
    ends = (Decimal(f"{end[0, 0]:.2g}" if abs(end[0, 0]) >= 1 else f"{end[0, 0]:.1f}") for end in (lower, upper))
    return Interval(*ends), pool.errors


def _find_rival(
    store: Store, id: str, dataset: str, claim: Claim, day: date, record: PastErrors, place: int
) -> RivalForecast | None:
    """The publisher's newest forecast on the day of a claim."""
    query = Query((id,), claim.areas, TimeSpan(claim.period, claim.period), day, datasets=(dataset,))
    rows = store.read_panel(query).frame.dropna(subset="value")
    rows = rows[(rows["unit"] == claim.unit) & (rows["status"] == "F") & (rows["dimensions"] == "")]
    if rows.empty:
        return None
    row = rows.iloc[-1]
    last = pd.Timestamp(row["last"]).date()
    found = _make_band(record, place, (date.fromisoformat(row["vintage"][:10]), last), float(row["value"]))
    if found is None:
        return None
    return RivalForecast(Decimal(f"{row['value']:.3g}"), row["vintage"][:10], found[0], row["origin"])


def find_past_misses(claim: Claim, day: date, store: Store) -> list[PastMiss]:
    """Find the forecasts of a claim's indicator and area whose outcome was known on a day, of all publishers.

    Only fewer than `LEAST_ERRORS` are of use where there is no record; more would make one.
    """
    query = Query((claim.indicator or "",), claim.areas, as_of=day, every_vintage=True)
    panel = store.read_panel(query)
    if not (panel.frame["status"] == "F").any():
        return []
    pairs = score_forecasts(panel).pairs
    pairs = pairs[pairs["unit"] == claim.unit].tail(LEAST_ERRORS)
    return [
        PastMiss(
            TimePeriod.parse(row["period"]), row["publisher"], Decimal(f"{row['forecast']:.3g}"),
            Decimal(f"{row['outcome']:.3g}"),
        )
        for row in pairs.to_dict("records")
    ]  # fmt: skip
