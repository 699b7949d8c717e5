"""Amounts of money in a panel: only these are converted and deflated.

GDP and inflation in euros give GDP in euros, and inflation as published with a step that says so. If no figure is an
amount of money, a unit of money is refused. An exchange rate is not an amount: roubles per dollar converted to euros
would be euros per dollar, whichever country it was asked for, so it always stays as published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from indicators.errors import UnitMismatchError
from indicators.exchange import messages
from indicators.exchange.successions import Successions
from indicators.model.formatting import join_names
from indicators.model.panel import RATE_COLUMNS, Panel
from indicators.model.steps import Step
from indicators.model.units import Unit, parse_unit

_MONEY: Final = ("LCU", "international_dollar")


def has_monetary_figures(panel: Panel) -> bool:
    """Return whether any figure is an amount in a currency."""
    return any(_is_sum(parse_unit(unit)) for unit in panel.units)


def is_in_international_dollars(panel: Panel) -> bool:
    """Return whether all figures are in international dollars, which only parities convert to a currency."""
    return bool(panel.units) and all(_counted_in(parse_unit(unit)) == _MONEY[1] for unit in panel.units)


def needs_exchange_rate(
    panel: Panel, successions: Successions, *, unit: str = "", at_constant_prices: bool = False
) -> bool:
    """Tell whether any amount is published or deflated in another currency than the one wanted.

    Args:
        panel: Figures as published.
        successions: The currency of each country.
        unit: The unit wanted; that of the figures if left out.
        at_constant_prices: Whether amounts are deflated: dollars as dollars, others in their country's currency.
    """
    wanted = parse_unit(unit).expression.split(" / ")[0] if unit else ""
    if wanted == _MONEY[1] or not (wanted or at_constant_prices):
        return False
    units = {text: parse_unit(text).currency for text in panel.units}
    pairs = panel.frame[["code", "unit"]].drop_duplicates().itertuples(index=False)
    currencies = {(units[text], successions.find_current_currency(code)) for code, text in pairs if units[text]}
    if at_constant_prices:
        currencies = {(given if given == "USD" else own, own) for given, own in currencies}
    if wanted == "LCU":
        return any(given != own for given, own in currencies)
    present = {given for given, _ in currencies}
    return bool(present - {wanted}) if wanted else present != {currency for currency in units.values() if currency}


def convert_monetary(panel: Panel, change: Callable[[Panel], Panel], *, into: Unit | None = None) -> Panel:
    """Change the amounts of money in a panel; the other indicators stay as published, with a step that says so.

    Args:
        panel: Figures of any kind.
        change: The change. It applies to all figures if all are amounts of money, or none is.
        into: The target unit. Indicators in a unit of its kind are changed too; if it is not a unit of money, all.

    Raises:
        UnitMismatchError: All figures are in international dollars and an exchange rate was asked for.
    """
    if into is not None and not (into.currency or _counted_in(into) in _MONEY):
        return change(panel)
    wanted = _counted_in(into) if into is not None else None
    units = {text: parse_unit(text) for text in panel.units}
    changed = [text for text, unit in units.items() if _is_sum(unit) or _counted_in(unit) == wanted]
    concerned = panel.frame["indicator"].isin(panel.frame.loc[panel.frame["unit"].isin(changed), "indicator"])
    if not concerned.any() and into is not None and not into.is_exchange_rate and _are_rates(units.values()):
        return keep_as_published(panel)
    if concerned.all() or not concerned.any():
        return _refuse_empty(panel, change(panel), into)
    rest = keep_as_published(panel.with_frame(panel.frame[~concerned]))
    made = change(panel.with_frame(panel.frame[concerned]))
    frame = pd.concat(add_rate_columns([made.frame, rest.frame])).loc[panel.frame.index]
    return replace(made, frame=frame, steps=(*made.steps, rest.steps[-1]))


def add_rate_columns(frames: Sequence[pd.DataFrame]) -> list[pd.DataFrame]:
    """Give each frame the columns on rates that any of them has; empty where nothing was converted."""
    there = [name for name in RATE_COLUMNS if any(name in frame for frame in frames)]
    empty = {name: np.nan if name == "rate" else "" for name in there}
    return [frame.assign(**{name: empty[name] for name in there if name not in frame}) for frame in frames]


def keep_as_published(panel: Panel) -> Panel:
    """Return the same figures, with a step that says that they are not amounts of money and stay as published."""
    there = set(panel.frame["indicator"])
    units = panel.frame.drop_duplicates("indicator").set_index("indicator")["unit"]
    named = [f"{one.name} ({units[one.id]})" for one in panel.indicators if one.id in there]
    if not named:
        return panel
    sentence = messages.STAYS_AS_PUBLISHED if len(named) == 1 else messages.STAY_AS_PUBLISHED
    return panel.with_frame(panel.frame, Step("publish", sentence.format(indicators=join_names(named))))


def _are_rates(units: Iterable[Unit]) -> bool:
    """Return whether there are exchange rates and nothing else."""
    return {unit.is_exchange_rate for unit in units} == {True}


def _refuse_empty(panel: Panel, made: Panel, into: Unit | None) -> Panel:
    """Return a converted panel; refuse one that is empty because no exchange rate converts international dollars."""
    is_empty = made.frame["value"].isna().all() and panel.frame["value"].notna().any()
    at_parity = "rule" in made.frame and (made.frame["rule"] == "ppp").all()
    if into is None or not is_empty or at_parity or not is_in_international_dollars(panel):
        return made
    names = join_names([one.name for one in panel.indicators])
    raise UnitMismatchError(
        messages.INTERNATIONAL_DOLLARS.format(indicators=names, unit=into.text),
        hint=messages.INTERNATIONAL_DOLLARS_HINT,
    )


def _is_sum(unit: Unit) -> bool:
    return not unit.is_exchange_rate and (unit.currency is not None or _counted_in(unit) == "LCU")


def _counted_in(unit: Unit) -> str:
    """Return what is counted: the dollars of dollars per person."""
    return unit.expression.split(" / ")[0]
