"""A panel on a reader's terms: its money at the prices of one year, in another unit, at a rule of exchange.

The order is fixed: into the money of each country, deflated there, then converted at the base year's rate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from indicators.errors import UnitMismatchError
from indicators.panel import Panel
from indicators.prices import deflated
from indicators.store import Query, Store
from indicators.sums_of_money import sums_changed
from indicators.units import parse

__all__ = ["DEFLATORS", "Deflator", "Terms", "restated"]

Deflator = Literal["gdp", "cpi"]
DEFLATORS: Final = get_args(Deflator)
_CHANGES: Final[dict[Deflator, tuple[str, str]]] = {
    "gdp": ("gdp-deflator-inflation", "GDP deflator"),
    "cpi": ("inflation", "consumer prices"),
}
# The World Bank's dollars of Iran in 1993 or Russia in 1993 are not those of the official rate: without the factor it
# used, what comes back in rials or roubles is several times too much.
_CAUTION: Final = (
    "Where the publisher counted at other rates of exchange than these, as in years with several at once, the sums are "
    "far off: hold them against published growth."
)


@dataclass(frozen=True, slots=True)
class Terms:
    """How a reader wants sums of money.

    Attributes:
        unit: The unit, such as ``billion USD``; empty as they are.
        rate: The rule of conversion, such as ``end`` or ``2025-09-29``; empty for the one of the measure.
        prices: The year whose prices count; ``None`` for the prices of the time.
        deflator: What prices are measured by: GDP's deflator or consumer prices.
    """

    unit: str = ""
    rate: str = ""
    prices: int | None = None
    deflator: Deflator = "gdp"

    @property
    def changes_anything(self) -> bool:
        """Whether a panel on these terms differs from itself."""
        return bool(self.unit) or self.prices is not None


def restated(panel: Panel, terms: Terms, store: Store) -> Panel:
    """A panel on a reader's terms; what is no sum of money stays as published beside what is.

    Args:
        panel: A panel of the store.
        terms: What is wanted.
        store: Where the changes of prices are read.

    Raises:
        UnitMismatchError: No figure is a sum of money, or one cannot be brought to the unit.
        UnknownUnitError: This is no unit.
        UsageError: There is no such rule.
    """
    if panel.is_empty or not terms.changes_anything:
        return panel
    if terms.prices is None:
        return panel.to(terms.unit, rule=terms.rate or None)
    year = terms.prices
    return sums_changed(panel, lambda sums: _at_prices(sums, terms, year, store))


def _at_prices(panel: Panel, terms: Terms, year: int, store: Store) -> Panel:
    """Sums of money at the prices of a year, in the unit wanted, or that of all of them."""
    units = [parse(text) for text in panel.units]
    if rates := [unit.text for unit in units if unit.is_exchange_rate]:
        raise UnitMismatchError(f"{rates[0]} has no prices.", hint="Only sums of money can be deflated.")
    currencies = {unit.currency for unit in units}
    own = panel.to("LCU")
    real = deflated(own, _changes(panel, terms.deflator, store), year, deflator=_CHANGES[terms.deflator][1])
    if any(step.publishers for step in own.steps[len(panel.steps) :]):
        real = replace(real, steps=(*real.steps[:-1], replace(real.steps[-1], caution=_CAUTION)))
    if terms.unit:
        return real if parse(terms.unit).expression == "LCU" else real.to(terms.unit, rule=terms.rate or None)
    if len(currencies) != 1 or None in currencies:
        raise UnitMismatchError("The figures are in several currencies.", hint="Say which unit is wanted.")
    return real.to(str(next(iter(currencies))), rule=terms.rate or None)


def _changes(panel: Panel, deflator: Deflator, store: Store) -> Panel:
    areas = tuple(dict.fromkeys(panel.frame["code"]))
    return store.panel(Query((_CHANGES[deflator][0],), areas, forecasts=False))
