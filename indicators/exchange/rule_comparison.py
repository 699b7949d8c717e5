"""One sum under every rule, side by side: what the choice of a rate is worth in money and per cent."""

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

__all__ = ["Restatement", "compare_rules", "find_matching_rules", "restate_amount"]


@dataclass(frozen=True, slots=True)
class Restatement:
    """A sum as one rule says it.

    Attributes:
        rule: The rule.
        period: The period whose rate counts.
        value: The sum in the target unit; ``None`` when there is no rate.
        rate: The rate, in ``rate_unit``; ``None`` when there is none.
        rate_unit: ``RUB per USD``.
        date: The day of a rate of one day; else empty.
        publisher: Who published the rate.
        path: The currencies it went through.
        basis: Whether it was published or computed, and how.
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
        """The rule in words: ``average of 2024``, ``rate of 29 September 2025``.

        >>> gone = (None, None, "", "", "", "", "", "no rate")
        >>> Restatement(Rule(RateKind.END), TimePeriod.of_year(2024), *gone).label
        'end of 2024'
        """
        when = self.period.label
        return {
            RateKind.AVERAGE: f"average of {when}",
            RateKind.END: f"end of {when}",
            RateKind.SPOT: f"rate of {when}",
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
    """One sum under every rule that the period and the day allow.

    Args:
        amount: The sum.
        source: Its unit.
        target: The unit wanted.
        rates: The rates.
        period: What the sum is about; gives the average, the end and the purchasing power parity.
        day: A day whose rate counts; gives the spot.
        by: Only rates of this publisher.
        area: The country whose money ``LCU`` is, and at whose prices the purchasing power parity counts.
        only: The one rule wanted.

    Raises:
        UnknownUnitError: A unit is not understood.
        UnitMismatchError: They differ in more than the money.
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
    """One sum under one rule."""
    rule = Rule(kind)
    currency = parse_unit(source).currency
    if kind is RateKind.PPP and currency and area and rates.successions.find_current_currency(area) == currency:
        source = source.replace(currency, "LCU", 1)  # at the prices of this one of the countries that share it
    found = look_up(source, target, periods=period, rates=rates, rule=rule, by=by, areas=area or None)
    row = {name: column[0] for name, column in found.explain().items()}
    texts = [str(row[name]) for name in ("unit", "date", "publisher", "path", "basis", "reason")]
    value, rate = (None if np.isnan(one) else float(one) for one in (found.factor * amount, row["rate"]))
    return Restatement(rule, period, value, rate, *texts)
