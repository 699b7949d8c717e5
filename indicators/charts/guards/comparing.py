"""What is laid side by side must be comparable: on a map, in bars, in a slope, along one axis."""

from __future__ import annotations

from typing import Final

from indicators.analysis.additivity import find_indicators_with_values
from indicators.charts.guards.refusal import GuardContext, Refusal
from indicators.charts.guards.unlike_sums import mixed_prices, own_money
from indicators.model.periods import TimeSpan
from indicators.model.units import parse_unit

__all__ = ["along_one_axis", "compared", "mapped", "one_measure", "slope"]

_COMPARED: Final = ("bar", "ranking", "slope", "map")


def mapped(case: GuardContext) -> Refusal | None:
    """A map colours countries, each by figures of its own, all in one money."""
    if case.kind != "map":
        return None
    areas = case.catalogue.areas.by_code
    frame = case.panel.frame
    name = case.panel.indicators[0].name if case.panel.indicators else "This"
    if not any(code in areas and areas[code].kind == "country" for code in frame["code"].unique()):
        groups = " and ".join(dict.fromkeys(frame["entity"]))
        sentence = f"{name} is known here only for {groups}, which is no country that a map could colour."
        return Refusal(sentence, (case.as_lines, case.as_table))
    if (frame["counterpart"] != "").all():
        sentence = f"{name} is between two countries: a map could colour only one of them."
        return Refusal(sentence, (case.as_lines, case.as_table))
    return own_money(case)


def one_measure(case: GuardContext) -> Refusal | None:
    """Lengths and colours are compared with one another, so they are of one unit, and on a map of one indicator."""
    found = find_indicators_with_values(case.panel)
    if case.kind not in _COMPARED or len(found) < 2:
        return None
    units = {each.id: parse_unit(case.unit_of(each)).plain.text for each in found}
    one, other = found[0], next((each for each in found if units[each.id] != units[found[0].id]), found[1])
    offers = tuple(case.offer(f"Only {each.name}", indicators=(each.id,)) for each in (one, other))
    if case.kind == "map":
        sentence = f"A map colours each country by one figure: {one.name} and {other.name} are two maps."
        return Refusal(sentence, offers)
    if len(set(units.values())) > 1:
        named = f"{one.name} ({units[one.id]}) and {other.name} ({units[other.id]})"
        sentence = f"What is in different units cannot be compared by its length: {named}."
        return Refusal(sentence, (*offers, case.as_small_charts))
    frame = case.panel.frame
    if case.kind == "bar" and min(frame["code"].nunique(), frame["period"].nunique()) > 1:
        sentence = f"Bars of several countries have their colours, so {one.name} and {other.name} would look the same."
        return Refusal(sentence, (*offers, case.as_small_charts))
    return None


def slope(case: GuardContext) -> Refusal | None:
    """A slope goes from one period to another."""
    if case.kind != "slope" or len(case.panel.frame.dropna(subset="value")["period"].unique()) > 1:
        return None
    sentence = "A slope goes from one year to another; there is only one here."
    return Refusal(sentence, (case.offer("All years", time=TimeSpan()), case.offer("Show bars", chart="bar")))


def compared(case: GuardContext) -> Refusal | None:
    """Bars and slopes are compared by their lengths: at the same prices and in the same money."""
    return mixed_prices(case) or own_money(case) if case.kind in _COMPARED else None


def along_one_axis(case: GuardContext) -> Refusal | None:
    """Lines and points on one axis are at the same prices."""
    return mixed_prices(case) if case.kind in ("line", "scatter", "multiples") else None
