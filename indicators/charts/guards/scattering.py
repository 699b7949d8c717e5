"""A scatter plot compares two indicators for the same country and period, both actual or both forecast."""

from __future__ import annotations

from typing import Final

import pandas as pd

from indicators.charts import messages
from indicators.charts.guards.refusal import GuardContext, Refusal
from indicators.model.periods import TimePeriod

_OFFERED: Final = ("gdp-per-capita-ppp", "population", "broadband-subscriptions")  # known for nearly all countries


def refuse_single_indicator(context: GuardContext) -> Refusal | None:
    """Refuse a scatter plot of one indicator, and offer others for its second axis."""
    if len(context.view.indicators) > 1:
        return None
    first = context.view.indicators[0] if context.view.indicators else ""
    known = {one.id: one.name for one in context.catalogue.indicators}
    offers = [
        context.offer(messages.OFFER_AGAINST.format(name=known[id]), indicators=(first, id))
        for id in _OFFERED
        if id in known and id != first
    ]
    return Refusal(messages.SCATTER_OF_ONE, (*offers[:2], context.as_lines))


def refuse_missing_axis(context: GuardContext) -> Refusal | None:
    """Refuse a scatter plot with an axis without data."""
    present = set(context.panel.frame["indicator"])
    missing = next((one.name for one in context.panel.indicators[:2] if one.id not in present), "")
    return Refusal(messages.NO_DATA_FOR_AXIS.format(indicator=missing), (context.as_lines,)) if missing else None


def refuse_forecast_against_actual(context: GuardContext) -> Refusal | None:
    """Refuse points that would mostly be neither actual values nor forecasts; a few are left out and named."""
    one, other, *_ = context.panel.indicators
    frame = context.panel.frame.dropna(subset="value")
    forecast = frame.assign(forecast=frame["status"] == "F").groupby(["indicator", "code", "period"])["forecast"].all()
    both = pd.concat(
        [_select(forecast, one.id), _select(forecast, other.id)], axis=1, join="inner", keys=("one", "two")
    )
    alike = both[both["one"] == both["two"]]
    drawn = both[both.index.get_level_values("period") == _find_covered_period(both if alike.empty else alike)]
    mixed = drawn[drawn["one"] != drawn["two"]]
    if mixed.empty or len(mixed) < len(drawn) / 2:
        return None
    code, period = mixed.index[0]
    area = context.catalogue.areas.by_code.get(code)
    ahead, behind = (one, other) if bool(mixed["one"].iloc[0]) else (other, one)
    sentence = messages.FORECAST_AGAINST_ACTUAL.format(
        area=area.name if area else code, when=TimePeriod.parse(period).when, forecast=ahead.name, actual=behind.name
    )
    return Refusal(sentence, (context.offer(messages.OFFER_NO_FORECASTS, forecasts=False), context.as_lines))


def _find_covered_period(both: pd.DataFrame) -> str:
    """The last period for which at least half as many areas have both values as for any other; empty without any."""
    counts = both.index.get_level_values("period").value_counts()
    covered = [str(period) for period in counts[counts >= counts.max() / 2].index]
    return max(covered, key=lambda period: TimePeriod.parse(period).last, default="")


def _select(forecast: pd.Series, indicator: str) -> pd.Series:
    is_known = indicator in forecast.index.get_level_values(0)
    return forecast.loc[indicator] if is_known else forecast.iloc[:0].droplevel(0)
