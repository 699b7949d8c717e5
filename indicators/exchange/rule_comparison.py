"""One amount under every rule, side by side: how much the choice of rate matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from indicators.exchange.book import RateBook
from indicators.exchange.conversion import look_up
from indicators.exchange.rules import RateKind, Rule
from indicators.model.formatting import round_digits
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit


@dataclass(frozen=True, slots=True)
class Restatement:
    """An amount converted by one rule.

    Attributes:
        rule: The rule.
        period: The period whose rate is used.
        value: The amount in the target unit; ``None`` if there is no rate.
        rate: The rate, in ``rate_unit``; ``None`` if there is none.
        rate_unit: ``RUB per USD``.
        date: The day of a daily rate; else empty.
        publisher: The publisher of the rate.
        path: The currencies of the conversion path.
        basis: Whether the rate was published or calculated, and how.
        reason: Why there is no value; else empty.
    """

    rule: Rule
    period: TimePeriod
    value: float | None
    rate: float | None
    rate_unit: str
    date: str
    publisher: str
    path: str
    basis: str
    reason: str

    @property
    def label(self) -> str:
        """The rule in words: ``average of 2024``, ``rate on 29 September 2025``.

        >>> gone = (None, None, "", "", "", "", "", "no rate")
        >>> Restatement(Rule(RateKind.END), TimePeriod.of_year(2024), *gone).label
        'end of 2024'
        """
        when = self.period.label
        return {
            RateKind.AVERAGE: f"average of {when}",
            RateKind.END: f"end of {when}",
            RateKind.SPOT: f"rate on {when}",
            RateKind.PPP: f"purchasing power parity of {when}",
            RateKind.STATED: "as stated",
        }[self.rule.kind]


def compare_rules(
    amount: float,
    source: str,
    target: str,
    *,
    rates: RateBook,
    period: TimePeriod | None = None,
    day: TimePeriod | None = None,
    by: str | None = None,
    area: str = "",
    only: RateKind | None = None,
) -> list[Restatement]:
    """Convert an amount by every rule that the period and the day allow.

    Args:
        amount: The amount.
        source: Its unit.
        target: The target unit.
        rates: The rates.
        period: The period of the amount, for the average, end-of-period and PPP rules.
        day: The day for the spot rule.
        by: Only use rates of this publisher.
        area: The country whose currency ``LCU`` is, and whose prices the purchasing power parity is for.
        only: Only use this rule.

    Raises:
        UnknownUnitError: A unit can't be read.
        UnitMismatchError: The units differ in more than the currency.
    """
    asked: list[tuple[RateKind, TimePeriod]] = []
    if period is not None:
        asked += [(RateKind.AVERAGE, period), (RateKind.END, period)]
    if day is not None:
        asked.append((RateKind.SPOT, day))
    if period is not None and (by is None or only is RateKind.PPP):
        asked.append((RateKind.PPP, period))
    return [
        restate_amount(amount, source, target, rates=rates, kind=kind, period=when, by=by, area=area)
        for kind, when in asked
        if only in (None, kind)
    ]


def find_matching_rules(found: Iterable[Restatement], value: float, *, digits: int) -> list[Restatement]:
    """Return the rules whose result is a value that is known to some significant digits."""
    wanted = round_digits(value, digits)
    return [one for one in found if one.value is not None and round_digits(one.value, digits) == wanted]


def restate_amount(
    amount: float,
    source: str,
    target: str,
    *,
    rates: RateBook,
    kind: RateKind,
    period: TimePeriod,
    by: str | None = None,
    area: str = "",
) -> Restatement:
    """Convert an amount by one rule."""
    rule = Rule(kind)
    currency = parse_unit(source).currency
    if kind is RateKind.PPP and currency and area and rates.successions.find_current_currency(area) == currency:
        source = source.replace(currency, "LCU", 1)  # at the prices of this country, of those that share the currency
    found = look_up(source, target, periods=period, rates=rates, rule=rule, by=by, areas=area or None)
    row = {name: column[0] for name, column in found.explain().items()}
    texts = [str(row[name]) for name in ("unit", "date", "publisher", "path", "basis", "reason")]
    value, rate = (None if np.isnan(one) else float(one) for one in (found.factor * amount, row["rate"]))
    return Restatement(rule, period, value, rate, *texts)
