"""Sums of money that cannot stand beside one another: at different prices, or each in its own money."""

from __future__ import annotations

from typing import Final

from indicators.charts.guards.refusal import GuardContext, Offer, Refusal
from indicators.model.observations import Indicator
from indicators.model.units import parse_unit

__all__ = ["FIXED_PRICES", "mixed_prices", "own_money"]

FIXED_PRICES: Final = 2015
"""The year whose prices are offered where prices differ."""


def mixed_prices(case: GuardContext) -> Refusal | None:
    """Sums at different prices would mix growth with inflation."""
    units = [parse_unit(text) for text in case.panel.units]
    bases = {unit.base for unit in units if unit.currency or "dollar" in unit.expression}  # not the year of an index
    prices = {one.prices for one in case.panel.indicators if one.prices is not None}
    if len(bases) < 2 and (len(prices) < 2 or case.view.prices is not None):
        return None
    named = " and ".join(sorted(f"prices of {base}" if base else "prices of the time" for base in bases))
    said = f" ({named})" if len(bases) > 1 else ""
    sentence = f"These sums are at different prices{said}: together they would mix growth with inflation."
    year = case.view.prices or FIXED_PRICES
    offers = [case.offer(f"All at prices of {year}", prices=year), *_each(case, *case.panel.indicators)]
    if case.kind not in ("line", "multiples"):
        offers.append(case.as_lines)
    return Refusal(sentence, tuple(offers))


def own_money(case: GuardContext) -> Refusal | None:
    """Sums that are each in its own money have no order."""
    money = {code for text in case.panel.units if (code := parse_unit(text).currency)}
    if len(money) < 2:
        return None
    sentence = f"Each is in its own money ({', '.join(sorted(money)[:4])}), which cannot be laid beside the others'."
    return Refusal(sentence, (case.in_dollars, case.as_lines))


def _each(case: GuardContext, *indicators: Indicator) -> tuple[Offer, ...]:
    """Each of several indicators by itself."""
    if len(case.view.indicators) < 2:
        return ()
    return tuple(case.offer(f"Only {one.name}", indicators=(one.id,)) for one in indicators[:2])
