"""Naive forecasts to compare publishers with, made from the values known on the day of each edition only.

They are a comparison and never a forecast of ours. A publisher that does no better knew nothing. Each starts at the
last period known on that day, by the values as they were known then:

- ``no-change``: the last value (Theil's naive forecast);
- ``mean``: the mean of the last five years;
- ``drift``: the last value, and as much again for each period as values changed on average in the last fifteen years;
- ``ar1``: a first-order autoregression, fitted by least squares to the same years and applied once for each period
  ahead. Its coefficient is kept between -1 and 1: beyond these, a few years of hyperinflation would go on for ever.

Fifteen years, because an older hyperinflation makes both worse, which would flatter the publisher. Amounts, counts and
indices of a series that is above zero throughout are forecast by their logarithms, so that a drift is a rate of growth.
Each baseline needs a number of values (`_LEAST_VALUES`); where these are not known there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.analysis import messages
from indicators.model.panel import SERIES_COLUMNS
from indicators.model.periods import PERIOD_MONTHS
from indicators.model.units import parse_unit

_Floats = npt.NDArray[np.float64]
_Integers = npt.NDArray[np.integer[Any]]

BaselineName = Literal["no-change", "mean", "drift", "ar1"]
BASELINES: Final[tuple[BaselineName, ...]] = get_args(BaselineName)
"""The naive forecasts, the simplest first."""
BASELINE_LABELS: Final = messages.NAIVE_NAMES
"""Their names for people."""

_YEARS_OF_MEAN: Final = 5
_YEARS_USED: Final = 15
_LEAST_VALUES: Final = {"drift": 5, "ar1": 8}
_SERIES: Final = list(SERIES_COLUMNS)
_RATES: Final = frozenset({"percent", "percentage_point", "permille"})


def forecast_with_baseline(
    name: BaselineName, known: _Floats, series: _Integers, periods: _Integers, *, per_year: int, as_logarithms: bool
) -> _Floats:
    """Return naive forecasts made from what is known.

    Args:
        name: Which baseline.
        known: The values known, with a row per period and a column per series; NaN where there is none.
        series: The series of each forecast: a column of ``known``.
        periods: The period that each is about, as a row; rows may be beyond the last of ``known``.
        per_year: How many periods a year has.
        as_logarithms: Whether series above zero are forecast by their logarithms.

    Returns:
        One value for each; NaN where too little is known, or where the period is not after the last one known.

    >>> known = np.array([[1.0], [2.0], [3.0], [4.0], [5.0]])
    >>> [forecast_with_baseline(name, known, np.array([0]), np.array([6]), per_year=1, as_logarithms=False).tolist()
    ...  for name in BASELINES]
    [[5.0], [3.0], [7.0], [nan]]
    """
    is_logarithm = np.nanmin(known, axis=0, initial=np.inf) > 0 if as_logarithms else np.zeros(known.shape[1], bool)
    there = ~np.isnan(known)
    newest = np.where(there.any(axis=0), len(known) - 1 - there[::-1].argmax(axis=0), -1)
    is_used = there & (np.arange(len(known))[:, None] > newest - _YEARS_USED * per_year)
    scaled = np.where(is_used, known, np.nan)
    np.log(scaled, out=scaled, where=is_logarithm & is_used)
    last = newest[series]
    steps = np.where(last >= 0, periods - last, 0)
    with np.errstate(over="ignore", invalid="ignore"):  # of values as large as floats can be
        values = _FORECASTS[name](scaled, series, last, np.maximum(steps, 1), per_year)
        made = np.where(is_logarithm[series], np.exp(np.where(is_logarithm[series], values, 0)), values)
    return np.where((steps > 0) & np.isfinite(made), made, np.nan)


def _keep_last(scaled: _Floats, series: _Integers, last: _Integers, *_: Any) -> _Floats:
    values: _Floats = scaled[last, series]
    return values


def _take_mean(scaled: _Floats, series: _Integers, last: _Integers, _: _Integers, per_year: int) -> _Floats:
    places = last[None] - np.arange(_YEARS_OF_MEAN * per_year)[:, None]
    window = np.where(places >= 0, scaled[np.maximum(places, 0), series[None]], np.nan)
    mean: _Floats = window.mean(axis=0)
    return mean


def _drift(scaled: _Floats, series: _Integers, last: _Integers, steps: _Integers, _: int) -> _Floats:
    there = ~np.isnan(scaled)
    first = there.argmax(axis=0)[series]
    has_enough = there.sum(axis=0)[series] >= _LEAST_VALUES["drift"]
    each = (scaled[last, series] - scaled[first, series]) / np.maximum(last - first, 1)
    return np.where(has_enough, scaled[last, series] + steps * each, np.nan)


def _regress(scaled: _Floats, series: _Integers, last: _Integers, steps: _Integers, _: int) -> _Floats:
    before, after = scaled[:-1], scaled[1:]
    paired = ~np.isnan(before + after)
    count = paired.sum(axis=0)
    means = [np.where(paired, part, 0).sum(axis=0) / np.maximum(count, 1) for part in (before, after)]
    off = [np.where(paired, part - mean, 0) for part, mean in zip((before, after), means, strict=True)]
    variance = (off[0] ** 2).sum(axis=0)
    slope = np.divide((off[0] * off[1]).sum(axis=0), variance, out=np.zeros(len(count)), where=variance > 0)
    slope = np.clip(slope, -1, 1)
    constant = means[1] - slope * means[0]
    has_enough = (count >= _LEAST_VALUES["ar1"] - 1)[series]
    power, away = slope[series] ** steps, 1 - slope[series]
    summed = np.divide(1 - power, away, out=steps.astype(np.float64), where=np.abs(away) > 1e-9)
    return np.where(has_enough, power * scaled[last, series] + constant[series] * summed, np.nan)


_FORECASTS: Final = {"no-change": _keep_last, "mean": _take_mean, "drift": _drift, "ar1": _regress}


def forecast_naively(past: pd.DataFrame, forecasts: pd.DataFrame) -> pd.DataFrame:
    """Return the naive forecasts beside those of a publisher.

    Args:
        past: Values that are not forecasts, with the columns of a panel and the day ``known`` on which each was.
        forecasts: The forecasts, with the same columns; values known later than each are not used.

    Returns:
        A column for each of `BASELINES`, with the index of ``forecasts``; NaN where too little was known.
    """
    made = pd.DataFrame(np.nan, index=forecasts.index, columns=list(BASELINES))
    for (frequency, unit), rows in forecasts.groupby(["frequency", "unit"], sort=False):
        months = PERIOD_MONTHS[str(frequency)]
        used = past[(past["frequency"] == frequency) & (past["unit"] == unit)].sort_values("known", kind="stable")
        if used.empty:
            continue
        for places, values in _forecast_by_day(used, rows, months, is_rate=parse_unit(str(unit)).expression in _RATES):
            made.loc[rows.index[places]] = values
    return made


def _forecast_by_day(
    past: pd.DataFrame, rows: pd.DataFrame, months: int, *, is_rate: bool
) -> Iterator[tuple[_Integers, _Floats]]:
    """Yield, for each day of publication, the places of its forecasts and the naive ones beside them."""
    both = pd.concat([past[[*_SERIES, "last", "known"]], rows[[*_SERIES, "last", "known"]]], ignore_index=True)
    series = both.groupby(_SERIES, sort=False).ngroup().to_numpy(np.int64)
    period = both["last"].to_numpy().astype("datetime64[M]").astype(np.int64) // months
    period -= period.min()
    days = both["known"].to_numpy().astype("datetime64[D]").astype(np.int64)
    split = len(past)
    known = np.full((int(period[:split].max()) + 1, int(series.max()) + 1), np.nan)
    values, told = past["value"].to_numpy(np.float64), 0
    for day in np.unique(days[split:]):
        until = int(np.searchsorted(days[:split], day, side="right"))
        known[period[told:until], series[told:until]] = values[told:until]
        told = until
        places = np.flatnonzero(days[split:] == day)
        of, about = series[split:][places], period[split:][places]
        yield places, np.column_stack([
            forecast_with_baseline(name, known, of, about, per_year=12 // months, as_logarithms=not is_rate)
            for name in BASELINES
        ])  # fmt: skip
