"""What is laid side by side must be comparable: on a map, in bars, in a slope, along one axis."""

from __future__ import annotations

from typing import Final

from indicators.periods import TimeSpan
from indicators.refusals.case import Case, Refusal
from indicators.refusals.sums import mixed_prices, own_money

__all__ = ["along_one_axis", "compared", "mapped", "slope"]

_COMPARED: Final = ("bar", "ranking", "slope", "map")


def mapped(case: Case) -> Refusal | None:
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


def slope(case: Case) -> Refusal | None:
    """A slope goes from one period to another."""
    if case.kind != "slope" or len(case.panel.frame.dropna(subset="value")["period"].unique()) > 1:
        return None
    sentence = "A slope goes from one year to another; there is only one here."
    return Refusal(sentence, (case.offer("All years", time=TimeSpan()), case.offer("Show bars", chart="bar")))


def compared(case: Case) -> Refusal | None:
    """Bars and slopes are compared by their lengths: at the same prices and in the same money."""
    return mixed_prices(case) or own_money(case) if case.kind in _COMPARED else None


def along_one_axis(case: Case) -> Refusal | None:
    """Lines and points on one axis are at the same prices."""
    return mixed_prices(case) if case.kind in ("line", "scatter", "multiples") else None
