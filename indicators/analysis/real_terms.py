"""Restate money: at the prices of one year, in another unit, at a chosen exchange rate.

The order is fixed: into the currency of each country, deflated there, then converted at the base year's rate. Dollars
go into that currency at the rates at which they were once converted from it, as each country's accounts imply.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.analysis.implied_rates import DEFLATOR, NationalAccounts, read_annual
from indicators.analysis.prices import deflate, rebase_to_dollars
from indicators.errors import UnitMismatchError
from indicators.exchange.book import INTERNATIONAL
from indicators.exchange.gaps import caution_about, merge_cautions
from indicators.exchange.monetary import add_rate_columns, convert_monetary
from indicators.model.panel import Panel, join_panels
from indicators.model.steps import Caution, Remark
from indicators.model.units import parse_unit
from indicators.store import Query, Store

Deflator = Literal["gdp", "cpi"]
DEFLATORS: Final = get_args(Deflator)
_CHANGES: Final[dict[Deflator, str]] = {"gdp": DEFLATOR, "cpi": "inflation"}
_MONTHLY_PRICES: Final = "consumer-price-index-monthly"
_OUTLOOK: Final = "imf-weo"
_GDP_IN_BOTH: Final = ("gdp-own-money", "gdp-weo")  # the outlook's GDP in each country's currency, and in dollars
_APART: Final = 0.05
_WEIGHTS: Final = 2015  # at whose prices the World Bank adds up the members of a group


@dataclass(frozen=True, slots=True)
class MoneySettings:
    """In which unit, prices and at which exchange rate amounts of money are given.

    Attributes:
        unit: The unit, such as ``billion USD``; empty for that of the source.
        rate: The rule of conversion, such as ``end`` or ``2025-09-29``; empty for the default of the measure.
        prices: The year of constant prices; ``None`` for the prices of the source.
        deflator: What prices are measured by: the GDP deflator or consumer prices.
    """

    unit: str = ""
    rate: str = ""
    prices: int | None = None
    deflator: Deflator = "gdp"

    @property
    def changes_anything(self) -> bool:
        """Whether amounts differ from those published."""
        return bool(self.unit) or self.prices is not None


def restate(panel: Panel, money: MoneySettings, store: Store) -> Panel:
    """Restate the amounts of money of a panel; its other indicators stay as published.

    Raises:
        UnitMismatchError: No figure is an amount of money, or one cannot be brought to the unit.
        UnknownUnitError: There is no such unit.
        UsageError: There is no such rule.
    """
    if panel.is_empty or not money.changes_anything:
        return panel
    if money.prices is None:
        made = _caution_about_rates(panel.to(money.unit, rule=money.rate or None), panel, store)
        return _caution_about_outlook(made, panel, store)
    year = money.prices
    return convert_monetary(panel, lambda sums: _restate_prices(sums, money, year, store))


def _restate_prices(panel: Panel, money: MoneySettings, year: int, store: Store) -> Panel:
    """Restate amounts at the prices of a year, in the unit wanted, or in that of all of them."""
    units = {text: parse_unit(text) for text in panel.units}
    if rates := [unit.text for unit in units.values() if unit.is_exchange_rate]:
        raise UnitMismatchError(messages.HAS_NO_PRICES.format(unit=rates[0]), hint=messages.ONLY_MONEY)
    money_of = {text: unit.currency or unit.expression.split(" / ")[0] for text, unit in units.items()}
    if not money.unit and len(set(money_of.values())) != 1:
        raise UnitMismatchError(messages.SEVERAL_CURRENCIES, hint=messages.NAME_THE_UNIT)
    wanted = money.unit or next(iter(money_of.values())).replace("_", " ")
    kinds = panel.frame["unit"].map(money_of)
    own = ~kinds.isin(["USD", INTERNATIONAL])
    ways = (
        (kinds == "USD", _deflate_dollars),
        (kinds == INTERNATIONAL, _deflate_at_parity),
        (own, _deflate_in_own_currency),
    )
    parts = [way(panel.with_frame(panel.frame[rows]), money, year, store) for rows, way in ways if rows.any()]
    if wanted != "LCU" or not own.all():
        parts = [part.to(wanted, rule=money.rate or None) for part in parts]
    frame = pd.concat(add_rate_columns([part.frame for part in parts])).loc[panel.frame.index]
    return replace(join_panels(parts), frame=frame)


def _deflate_at_parity(panel: Panel, money: MoneySettings, year: int, store: Store) -> Panel:
    """Deflate international dollars: into dollars at the parity of each year, and back at that of the year."""
    for text in panel.units:
        if base := parse_unit(text).base:
            raise UnitMismatchError(messages.ALREADY_CONSTANT.format(indicator=text, prices=f"constant {base}"))
    name = INTERNATIONAL.replace("_", " ") + "s"
    dollars = panel.frame["unit"].map({text: text.replace(name, "USD") for text in panel.units})
    ones = panel.with_frame(panel.frame.assign(value=1.0, lower=np.nan, upper=np.nan, unit=dollars)).to(name)
    factor = ones.frame["value"]
    spent = {column: panel.frame[column] / factor for column in ("value", "lower", "upper")}
    made = replace(ones, frame=ones.frame.assign(**spent, unit=dollars), steps=panel.steps)
    deflated = _deflate_dollars(made, money, year, store)
    sentence = messages.DEFLATE_AT_PARITY_STEP.format(year=year, deflator=messages.DEFLATOR_NAMES[money.deflator])
    steps = (*panel.steps, replace(deflated.steps[-1], sentence=sentence))
    cautions = [caution for step in ones.steps[len(panel.steps) :] for caution in step.cautions]
    return _add_cautions(replace(deflated, steps=steps).to(name), cautions)


def _deflate_dollars(panel: Panel, money: MoneySettings, year: int, store: Store) -> Panel:
    """Deflate dollars by way of each country's currency, at the rates its accounts imply."""
    accounts = NationalAccounts.read(panel.frame["code"], store)
    is_gdp = money.deflator == "gdp"
    changes = (
        accounts.deflator if is_gdp else read_annual(_CHANGES["cpi"], tuple(dict.fromkeys(panel.frame["code"])), store)
    )
    frame = rebase_to_dollars(changes.frame, accounts.compute_rate_changes())
    if not is_gdp:
        panel = _drop_groups(panel, store)
    of_accounts = " ".join(origin.id for origin in accounts.origins)
    frame["origin"] = [" ".join(dict.fromkeys(f"{own} {of_accounts}".split())) for own in frame["origin"]]
    known = changes.with_frame(frame).with_origins(tuple(dict.fromkeys([*changes.origins, *accounts.origins])))
    name = messages.DEFLATOR_NAMES[money.deflator]
    sentence = messages.DEFLATE_DOLLARS_STEP.format(year=year, deflator=name)
    monthly = None if is_gdp else _read_monthly_prices(panel, store, currency="USD")
    made = deflate(panel, known, year, step=sentence, chain=name if is_gdp else messages.CHAIN_OF_CPI, monthly=monthly)
    codes = made.frame.loc[made.frame["value"].notna(), "code"].unique()
    if year == _WEIGHTS or all(store.rates.successions.find_current_currency(code) for code in codes):
        return made
    years = frozenset(made.frame["year"].tolist())
    return _add_cautions(made, [Remark(messages.GROUPS_GROW.format(weights=_WEIGHTS), years)])


def _drop_groups(panel: Panel, store: Store) -> Panel:
    """Drop groups without a currency: of their consumer prices, only the median of the members is known."""
    frame = panel.frame
    groups = np.array([store.rates.successions.find_current_currency(code) is None for code in frame["code"]])
    emptied = {name: frame[name].mask(groups) for name in ("value", "lower", "upper")}
    reasons = [messages.AREA_WITHOUT_CURRENCY.format(area=entity) for entity in frame["entity"]]
    reason = np.where(groups, reasons, "")
    return panel.with_frame(frame.assign(**emptied, reason=reason))


def _deflate_in_own_currency(panel: Panel, money: MoneySettings, year: int, store: Store) -> Panel:
    """Deflate amounts in other currencies in the currency of their country."""
    name = messages.DEFLATOR_NAMES[money.deflator]
    changes = read_annual(_CHANGES[money.deflator], tuple(dict.fromkeys(panel.frame["code"])), store)
    own = panel.to("LCU")
    if not any(step.publishers for step in own.steps[len(panel.steps) :]):  # it was in that currency already
        own = replace(own, steps=panel.steps)
    monthly = None if money.deflator == "gdp" else _read_monthly_prices(panel, store)
    sentence = messages.DEFLATE_STEP.format(year=year, deflator=name)
    return deflate(own, changes, year, step=sentence, chain=name, monthly=monthly)


def _read_monthly_prices(panel: Panel, store: Store, *, currency: str = "") -> Panel | None:
    """Read the monthly consumer prices of the areas of a panel, or of those with a currency; ``None`` if not needed."""
    codes = tuple(panel.frame["code"].unique())
    if currency:
        codes = tuple(code for code in codes if store.rates.successions.find_current_currency(code) == currency)
    is_known = any(indicator.id == _MONTHLY_PRICES for indicator in store.catalogue.indicators)
    if not is_known or not codes or (panel.frame["frequency"] == "A").all():
        return None
    return store.read_panel(Query((_MONTHLY_PRICES,), codes))


def _caution_about_rates(made: Panel, published: Panel, store: Store) -> Panel:
    """Add a caution to dollars converted back to a country's currency, if they were made at other rates."""
    if "rule" not in made.frame or not NationalAccounts.exist_in(store):
        return made
    given, wanted = ({text: parse_unit(text).currency for text in panel.units} for panel in (published, made))
    currency = made.frame["unit"].map(wanted)
    present = {code: store.rates.successions.find_current_currency(code) for code in made.frame["code"].unique()}
    own = currency == made.frame["code"].map(present)
    back = own & (published.frame["unit"].map(given) == "USD") & (currency != "USD") & (made.frame["rule"] == "average")
    if not back.any():
        return made
    rows = made.frame[back & made.frame["value"].notna()]
    apart = rows[["code", "year"]].drop_duplicates().merge(NationalAccounts.read(rows["code"], store).find_rate_gaps())
    names = dict(zip(rows["code"], rows["entity"], strict=True))
    return _add_cautions(made, caution_about(apart, names, messages.UNLIKE_RATES))


def _caution_about_outlook(made: Panel, published: Panel, store: Store) -> Panel:
    """Add a caution to an outlook's amounts, if its GDP in both currencies implies other rates than were used."""
    known = {indicator.id for indicator in store.catalogue.indicators}
    if "rule" not in made.frame or not known.issuperset(_GDP_IN_BOTH):
        return made
    before, after = (panel.unscale().frame for panel in (published, made))
    given, wanted = (frame["unit"].map(lambda text: parse_unit(text).currency or "") for frame in (before, after))
    present = {code: store.rates.successions.find_current_currency(code) for code in before["code"].unique()}
    own = before["code"].map(present)
    is_own = (given == "USD") & (wanted == own)
    concerned = is_own | (given == own) & (wanted == "USD")
    concerned &= (before["dataset"] == _OUTLOOK) & (after["rule"] == "average") & (own != "USD")
    used = (after["value"] / before["value"].replace(0, np.nan))[concerned].dropna()
    if used.empty:
        return made
    rows = before.loc[used.index, ["code", "year", "entity"]].assign(used=used, is_own=is_own[used.index])
    codes = tuple(rows["code"].unique())
    gdp = [read_annual(id, codes, store).frame.set_index(["code", "year"])["value"] for id in _GDP_IN_BOTH]
    both = rows.merge((gdp[0] / gdp[1]).rename("implied").dropna().reset_index())
    ratio = np.where(both["is_own"], both["used"] / both["implied"], both["used"] * both["implied"])
    gaps = both.assign(share=ratio - 1).drop_duplicates(["code", "year"])
    gaps = gaps[gaps["share"].abs() > _APART]
    names = dict(zip(rows["code"], rows["entity"], strict=True))
    return _add_cautions(made, caution_about(gaps, names, messages.UNLIKE_OUTLOOK))


def _add_cautions(panel: Panel, cautions: Sequence[Caution]) -> Panel:
    """Add cautions to those of the last step of a panel."""
    if not cautions:
        return panel
    last = replace(panel.steps[-1], cautions=merge_cautions([*panel.steps[-1].cautions, *cautions]))
    return replace(panel, steps=(*panel.steps[:-1], last))
