"""A panel on a reader's terms: its money at the prices of one year, in another unit, at a rule of exchange.

The order is fixed: into the money of each country, deflated there, then converted at the base year's rate. Dollars go
into that money at the rates at which they were made of it, as the accounts of each economy imply.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

import numpy as np
import pandas as pd

from indicators.analysis.implied_rates import DEFLATOR, NationalAccounts, describe_rate_gaps, read_annual
from indicators.analysis.prices import deflate, rebase_to_dollars
from indicators.errors import UnitMismatchError
from indicators.exchange.monetary import add_rate_columns, convert_monetary
from indicators.model.panel import Panel, join_panels
from indicators.model.units import parse_unit
from indicators.store import Store

__all__ = ["DEFLATORS", "Deflator", "MoneySettings", "restate"]

Deflator = Literal["gdp", "cpi"]
DEFLATORS: Final = get_args(Deflator)
_CHANGES: Final[dict[Deflator, tuple[str, str]]] = {
    "gdp": (DEFLATOR, "GDP deflator"),
    "cpi": ("inflation", "consumer prices"),
}
_AT_OWN_RATES: Final = (
    "in its own money: dollars were turned back at the rates that GDP in dollars, its growth and its deflator imply, "
    "and into dollars again at that of {}"
)

_WEIGHTS: Final = 2015  # at whose prices the World Bank adds up the members of a group
_OF_GROUPS: Final = (
    f"Groups of countries, the world too, grow as the World Bank says, with their members at the prices of {_WEIGHTS}: "
    "at those of another year the members come to another sum, the further off the year the more."
)


@dataclass(frozen=True, slots=True)
class MoneySettings:
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


def restate(panel: Panel, terms: MoneySettings, store: Store) -> Panel:
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
        return _with_caution(panel.to(terms.unit, rule=terms.rate or None), panel, store)
    year = terms.prices
    return convert_monetary(panel, lambda sums: _at_prices(sums, terms, year, store))


def _at_prices(panel: Panel, terms: MoneySettings, year: int, store: Store) -> Panel:
    """Sums of money at the prices of a year, in the unit wanted, or that of all of them."""
    units = {text: parse_unit(text) for text in panel.units}
    if rates := [unit.text for unit in units.values() if unit.is_exchange_rate]:
        raise UnitMismatchError(f"{rates[0]} has no prices.", hint="Only sums of money can be deflated.")
    currencies = {unit.currency for unit in units.values()}
    if not terms.unit and (len(currencies) != 1 or None in currencies):
        raise UnitMismatchError("The figures are in several currencies.", hint="Say which unit is wanted.")
    wanted = terms.unit or str(next(iter(currencies)))
    in_dollars = panel.frame["unit"].isin([text for text, unit in units.items() if unit.currency == "USD"])
    ways = ((in_dollars, _deflated_dollars), (~in_dollars, _deflated_in_own_money))
    parts = [way(panel.with_frame(panel.frame[rows]), terms, year, store) for rows, way in ways if rows.any()]
    if wanted != "LCU" or in_dollars.any():
        parts = [part.to(wanted, rule=terms.rate or None) for part in parts]
    frame = pd.concat(add_rate_columns([part.frame for part in parts])).loc[panel.frame.index]
    return replace(join_panels(parts), frame=frame)


def _deflated_dollars(panel: Panel, terms: MoneySettings, year: int, store: Store) -> Panel:
    """Dollars at the prices of a year, by way of each country's money at the rates of the accounts of its economy."""
    id, name = _CHANGES[terms.deflator]
    accounts = NationalAccounts.read(panel.frame["code"], store)
    is_gdp = terms.deflator == "gdp"
    changes = accounts.deflator if is_gdp else read_annual(id, tuple(dict.fromkeys(panel.frame["code"])), store)
    frame = rebase_to_dollars(changes.frame, accounts.rate_changes())
    if not is_gdp:
        panel = _without_groups(panel, store)
    of_accounts = " ".join(origin.id for origin in accounts.origins)
    frame["origin"] = [" ".join(dict.fromkeys(f"{own} {of_accounts}".split())) for own in frame["origin"]]
    known = changes.with_frame(frame).with_origins(tuple(dict.fromkeys([*changes.origins, *accounts.origins])))
    chained = name if is_gdp else f"{name} and of GDP and its growth"
    made = deflate(panel, known, year, deflator=name, how=_AT_OWN_RATES.format(year), chained=chained)
    codes = made.frame.loc[made.frame["value"].notna(), "code"].unique()
    if year == _WEIGHTS or all(store.rates.successions.find_current_currency(code) for code in codes):
        return made
    last = replace(made.steps[-1], caution=_OF_GROUPS, cautioned=frozenset(made.frame["year"].tolist()))
    return replace(made, steps=(*made.steps[:-1], last))


def _without_groups(panel: Panel, store: Store) -> Panel:
    """No figures of groups without money of their own: of their consumer prices only the median of members is known."""
    frame = panel.frame
    groups = np.array([store.rates.successions.find_current_currency(code) is None for code in frame["code"]])
    emptied = {name: frame[name].mask(groups) for name in ("value", "lower", "upper")}
    reason = np.where(groups, frame["code"] + " has no money of its own.", "")
    return panel.with_frame(frame.assign(**emptied, reason=reason))


def _deflated_in_own_money(panel: Panel, terms: MoneySettings, year: int, store: Store) -> Panel:
    """Sums in other money at the prices of a year, in the money of their country."""
    id, name = _CHANGES[terms.deflator]
    changes = read_annual(id, tuple(dict.fromkeys(panel.frame["code"])), store)
    own = panel.to("LCU")
    if not any(step.publishers for step in own.steps[len(panel.steps) :]):  # it was in that money already
        own = replace(own, steps=panel.steps)
    return deflate(own, changes, year, deflator=name)


def _with_caution(made: Panel, published: Panel, store: Store) -> Panel:
    """Dollars said in the money they were made of, with what is known of the rates they were made at."""
    if "rule" not in made.frame or not NationalAccounts.are_in(store):
        return made
    given, wanted = ({text: parse_unit(text).currency for text in panel.units} for panel in (published, made))
    money = made.frame["unit"].map(wanted)
    present = {code: store.rates.successions.find_current_currency(code) for code in made.frame["code"].unique()}
    own = money == made.frame["code"].map(present)
    back = own & (published.frame["unit"].map(given) == "USD") & (money != "USD") & (made.frame["rule"] == "average")
    if not back.any():
        return made
    rows = made.frame[back & made.frame["value"].notna()]
    apart = rows[["code", "year"]].drop_duplicates().merge(NationalAccounts.read(rows["code"], store).unlike())
    caution = describe_rate_gaps(apart, dict(zip(rows["code"], rows["entity"], strict=True)))
    if not caution:
        return made
    last = replace(made.steps[-1], caution=caution, cautioned=frozenset(apart["year"].tolist()))
    return replace(made, steps=(*made.steps[:-1], last))
