"""A scatter sets two indicators of the same country and time against one another, of one kind: actual or forecast."""

from __future__ import annotations

import pandas as pd

from indicators.charts.guards.refusal import GuardContext, Refusal
from indicators.model.observations import Indicator

__all__ = ["scattered"]


def scattered(case: GuardContext) -> Refusal | None:
    """A scatter sets two indicators of the same country and time against one another."""
    if case.kind != "scatter":
        return None
    indicators = case.panel.indicators
    if len(case.view.indicators) < 2:
        first = case.view.indicators[0] if case.view.indicators else ""
        wanted = ("gdp-per-capita-ppp", "population", "broadband-subscriptions")  # known of nearly all countries
        known = {one.id: one.name for one in case.catalogue.indicators}
        offers = [
            case.offer(f"Against {known[id]}", indicators=(first, id)) for id in wanted if id in known and id != first
        ]
        sentence = "A scatter needs two indicators, one for each axis."
        return Refusal(sentence, (*offers[:2], case.as_lines))
    present = set(case.panel.frame["indicator"])
    if any(one.id not in present for one in indicators[:2]):
        missing = next(one.name for one in indicators[:2] if one.id not in present)
        return Refusal(f"There are no figures of {missing} for these countries and this time.", (case.as_lines,))
    return _forecast_against_actual(case, indicators[0], indicators[1])


def _forecast_against_actual(case: GuardContext, one: Indicator, other: Indicator) -> Refusal | None:
    frame = case.panel.frame.dropna(subset="value")
    forecast = frame.assign(forecast=frame["status"] == "F").groupby(["indicator", "code", "period"])["forecast"].all()
    first, second = (_by_period(forecast, indicator) for indicator in (one, other))
    both = pd.concat([first.rename("one"), second.rename("other")], axis=1, join="inner")
    mixed = both[both["one"] != both["other"]]
    if mixed.empty:
        return None
    code, period = mixed.index[0]
    name = case.catalogue.areas.by_code[code].name if code in case.catalogue.areas.by_code else str(code)
    ahead = one if bool(mixed["one"].iloc[0]) else other
    sentence = (
        f"For {name} in {period} {ahead.name} is a forecast and the other an actual figure: "
        "a point of both would be neither."
    )
    return Refusal(sentence, (case.offer("Without forecasts", forecasts=False), case.as_lines))


def _by_period(forecast: pd.Series, indicator: Indicator) -> pd.Series:
    known = indicator.id in forecast.index.get_level_values(0)
    return forecast.loc[indicator.id] if known else forecast.iloc[:0].droplevel(0)
