"""Money, converted at the embedded rates: `convert` for arrays, `convert_sum` for one sum under every rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, overload

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.errors import PeriodError, UsageError
from indicators.exchange import RateKind, Restatement, Rule, money, restatements
from indicators.exchange import convert as convert_at
from indicators.periods import TimePeriod
from indicators.store import embedded_store
from indicators.units import parse

__all__ = ["Sum", "convert", "convert_sum"]


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money to be said in another currency.

    Attributes:
        amount: The number as it was typed.
        source: Its unit.
        target: The unit wanted.
        period: What it is about, for the average, the end and the purchasing power parity.
        day: The day whose rate counts, for the spot.
        rule: The one rule wanted; ``None`` for all that the period and the day allow.
        by: Only rates of this publisher.
        area: Code of the country whose own money ``LCU`` is, and at whose prices to count.
    """

    amount: Decimal
    source: str
    target: str
    period: TimePeriod | None = None
    day: TimePeriod | None = None
    rule: RateKind | None = None
    by: str | None = None
    area: str = ""

    @classmethod
    def read(
        cls, amount: str, source: str, target: str, *, period: str = "", day: str = "",
        rule: str | None = None, by: str = "", country: str = "",
    ) -> Sum:  # fmt: skip
        """Read a sum as people type it.

        Raises:
            UsageError: A part of it is not understood; it says which.

        >>> Sum.read("24,000,000", "roubles", "million USD", period="2024").source
        'RUB'
        """
        given, wanted = parse(source), parse(target)
        for unit in (given, wanted):
            money(unit, "any")
        about = TimePeriod.parse(period) if period.strip() else None
        on = TimePeriod.parse(day) if day.strip() else None
        if on is not None and on.first != on.last:
            raise PeriodError("This is not a day.", found=day, expected="a day such as 2025-09-29")
        chosen = None if not rule else RateKind(rule)
        if chosen is RateKind.SPOT and on is None:
            raise UsageError("A rate of one day needs the day.", expected="--date, such as --date 2025-09-29")
        if chosen not in (RateKind.SPOT, None) and about is None:
            raise UsageError(f"The rule {chosen} needs a period.", expected="--year, such as --year 2024")
        if about is None and on is None:
            expected = "--year, such as 2024, or --date, such as 2025-09-29"
            raise UsageError("When is this? Every rate is the rate of some time.", expected=expected)
        area = embedded_store().catalogue.area(country).code if country.strip() else ""
        return cls(_number(amount), given.text, wanted.text, about, on, chosen, by.strip() or None, area)


def _number(text: str) -> Decimal:
    """A number as people type it: 24e12, 24,000,000, 24 000 000, 0.5."""
    plain = text.strip().replace("\N{MINUS SIGN}", "-").replace("\u00a0", " ").replace("\u202f", " ")
    grouped = re.fullmatch(r"[-+]?\d{1,3}([ ,_]\d{3})+(\.\d+)?", plain, re.ASCII)
    plain = re.sub(r"[ ,_]", "", plain) if grouped else plain
    number = Decimal(plain) if re.fullmatch(_NUMBER, plain, re.ASCII) and len(plain) <= 40 else None
    if number is None or not -300 < number.adjusted() < 300:
        expected = "a number such as 24e12, 24,000,000 or 0.5, with a point for decimals"
        raise UsageError("This is no amount.", found=text, expected=expected)
    return number


_NUMBER = r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,3})?"


def convert_sum(asked: Sum) -> list[Restatement]:
    """A sum under the rule asked for, or under every rule its period and day allow.

    Raises:
        UnitMismatchError: The units differ in more than the money.
        UsageError: No publisher is called so.

    >>> [found.label for found in convert_sum(Sum.read("1", "RUB", "USD", period="2024"))]
    ['average of 2024', 'end of 2024', 'purchasing power parity of 2024']
    """
    return restatements(
        float(asked.amount), asked.source, asked.target, rates=embedded_store().rates,
        period=asked.period, day=asked.day, by=asked.by, area=asked.area, only=asked.rule,
    )  # fmt: skip


@overload
def convert(
    values: Any,
    source: Any,
    target: Any,
    *,
    periods: Any,
    rule: str | Rule = ...,
    by: str | None = ...,
    areas: Any = ...,
    return_rates: Literal[False] = ...,
) -> npt.NDArray[np.float64]: ...
@overload
def convert(
    values: Any,
    source: Any,
    target: Any,
    *,
    periods: Any,
    rule: str | Rule = ...,
    by: str | None = ...,
    areas: Any = ...,
    return_rates: Literal[True],
) -> tuple[npt.NDArray[np.float64], pd.DataFrame]: ...
def convert(
    values: Any,
    source: Any,
    target: Any,
    *,
    periods: Any,
    rule: str | Rule = "average",
    by: str | None = None,
    areas: Any = None,
    return_rates: bool = False,
) -> npt.NDArray[np.float64] | tuple[npt.NDArray[np.float64], pd.DataFrame]:  # fmt: skip
    """Say sums of money in another currency, at the rates that are embedded.

    Args:
        values: float64 array, or a number.
        source: The unit of the values: a code of ISO 4217, present or retired, or a unit such as
            ``"billion RUB"``; one, or an array or categorical as long as the values. ``"LCU"`` is the money of
            the country in ``areas``, in its present unit, as the World Bank and the IMF write it.
        target: The unit wanted, the same way.
        periods: What the values are about: ``"2024"``, ``2024``, ``"2025-09"``, a date; one or an array.
        rule: ``average`` of the period, its ``end``, ``spot`` (periods must be days), ``ppp``, or a day
            (``"2025-09-29"``) whose rate counts for all periods.
        by: Only rates of this publisher: ``"IMF"``, ``"World Bank"``, ``"Bank of Russia"``, ``"ECB"``.
        areas: Codes of the countries whose own money ``"LCU"`` is; one or an array.
        return_rates: Whether the table of the rates is wanted too.

    Returns:
        A float64 array as long as the values, NaN where there is no rate or no value. With ``return_rates``
        also a table with a row for each pair and period: ``source``, ``target``, ``period``, ``factor``,
        ``rate`` in ``unit``, ``kind``, ``date``, ``publisher``, ``path``, ``basis``, ``origin`` and ``reason``
        when it is missing.

    Raises:
        UnknownUnitError: A text is no unit.
        UnitMismatchError: The units are not of money, or differ in more than the money.
        PeriodError: A period is not understood, or is no day though the rule is ``spot``.
        UsageError: The rule or the publisher is not known, or the arrays differ in length.

    >>> float(convert(24e12, "RUB", "billion USD", periods=2024).round(1))
    259.3
    >>> convert([1.0, 7.5345], ["EUR", "HRK"], "EUR", periods="2023").tolist()
    [1.0, 1.0]
    """
    rates = embedded_store().rates
    if return_rates:
        return convert_at(
            values, source, target, periods=periods, rates=rates, rule=rule, by=by, areas=areas, return_rates=True
        )
    return convert_at(values, source, target, periods=periods, rates=rates, rule=rule, by=by, areas=areas)
