"""Convert money at the rates of a store: `convert` for arrays, `convert_sum` for one amount under every rule."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from indicators.errors import PeriodError, RateMissingError, UsageError
from indicators.exchange import RateKind, Restatement, Rule, compare_rules, explain_no_rates, parse_money
from indicators.model.periods import TimePeriod
from indicators.model.units import Unit, parse_unit
from indicators.store import Store, StoreLike, open_store
from indicators.view import messages

if TYPE_CHECKING:  # one amount is converted without them
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

_A_DAY: Final = "a day such as 2025-09-29"
_A_PERIOD: Final = "a year, quarter or month such as 2024"


@dataclass(frozen=True, slots=True)
class ConversionRequest:
    """An amount of money to convert.

    Attributes:
        amount: The number as typed.
        source: Its unit.
        target: The unit wanted.
        period: The period it is about, for average and end-of-period rates and purchasing power parities.
        day: The rate date, for a spot rate.
        rule: The one rule wanted; ``None`` for all that the period and the day allow.
        by: Only rates of this publisher.
        area: Code of the country whose currency ``LCU`` is, and whose prices count for a purchasing power parity.
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
        store: StoreLike = None,
    ) -> ConversionRequest:  # fmt: skip
        """Read an amount as people type it.

        Args:
            amount: The number, which may contain its scale and currency: ``$287 billion``.
            source: Its unit; may be empty if the amount names its currency.
            target: The unit wanted.
            period: The period it is about.
            day: The rate date.
            rule: The one rule wanted.
            by: Only rates of this publisher.
            country: The country whose currency ``LCU`` is, and whose prices count for a purchasing power parity.
            store: Another store than the default: an open one, its folder or its address.

        Raises:
            UsageError: A part of it is not understood; it says which.
            RateMissingError: No period or date is given, and one of the two currencies has no rates at all.

        >>> ConversionRequest.read("24,000,000", "roubles", "million USD", period="2024").source
        'RUB'
        >>> ConversionRequest.read("$287 billion", "", "EUR", period="2024").command
        'indicators convert 2.87e11 USD EUR --year 2024'
        """
        opened = open_store(store)
        number, given = _amount_in(amount, source, opened)
        wanted = parse_unit(target)
        for unit in (given, wanted):
            parse_money(unit, "any")
        about = TimePeriod.parse(period) if period.strip() else None
        on = TimePeriod.parse(day) if day.strip() else None
        if on is not None and on.first != on.last:
            raise PeriodError(
                messages.NOT_A.format(what="date"), found=day, expected=_A_DAY, hint=messages.YEAR_IS_A_PERIOD
            )
        chosen = None if not rule else RateKind(rule)
        if chosen is RateKind.SPOT and on is None:
            raise UsageError(messages.SPOT_NEEDS_DATE, expected=_A_DAY)
        if chosen not in (RateKind.SPOT, None) and about is None:
            raise UsageError(messages.RULE_NEEDS_PERIOD.format(rule=chosen), expected=_A_PERIOD)
        if about is None and on is None:
            for unit in (given, wanted):  # a period would not help
                if why := explain_no_rates(opened.rates, parse_money(unit, "any").code):
                    raise RateMissingError(why)
            raise UsageError(messages.NO_TIME, expected=f"{_A_PERIOD}, or {_A_DAY}")
        area = opened.catalogue.find_area(country).code if country.strip() else ""
        return cls(number, given.text, wanted.text, about, on, chosen, by.strip() or None, area)

    @property
    def command(self) -> str:
        """The command line that gives the same result.

        >>> ConversionRequest.read("24e12", "RUB", "billion USD", period="2024").command
        "indicators convert 2.4e13 RUB 'billion USD' --year 2024"
        """
        options = {
            "--year": self.period and str(self.period), "--date": self.day and str(self.day),
            "--rate": self.rule and self.rule.value, "--by": self.by, "--country": self.area,
        }  # fmt: skip
        words = [word for option, value in options.items() if value for word in (option, value)]
        amount = str(self.amount).replace("E+", "e")
        return shlex.join(["indicators", "convert", amount, self.source, self.target, *words])


def _amount_in(text: str, source: str, store: Store) -> tuple[Decimal, Unit]:
    """The number and the unit of an amount whose currency is given with the number, in its unit, or in both."""
    from indicators.language.amounts import parse_amount

    unit = parse_unit(source) if source.strip() else None
    currencies = store.catalogue.currencies
    amount = parse_amount(text, (unit.currency if unit else None) or "", currencies=currencies)
    if unit is None and not amount.currency:
        raise UsageError(messages.NO_CURRENCY, found=text, expected="$287 billion or 5 RUB")
    if unit is None:
        return amount.value, parse_unit(amount.currency)
    if amount.currency not in ("", unit.currency):
        raise UsageError(messages.TWO_CURRENCIES.format(currency=amount.currency, unit=unit.text), found=text)
    if amount.is_scaled and unit.multiplier:
        nearest = f"{format(amount.value.normalize(), 'f')} {unit.plain.text}"
        raise UsageError(messages.TWO_SCALES.format(unit=unit.text), found=text, expected=nearest)
    return amount.value, unit


def convert_sum(asked: ConversionRequest, store: StoreLike = None) -> list[Restatement]:
    """Convert an amount by the requested rule, or by every rule that its period and day allow.

    Raises:
        UnitMismatchError: The units differ in more than the currency.
        UsageError: There is no such publisher.

    >>> [found.label for found in convert_sum(ConversionRequest.read("1", "RUB", "USD", period="2024"))]
    ['average of 2024', 'end of 2024', 'purchasing power parity of 2024']
    """
    return compare_rules(
        float(asked.amount), asked.source, asked.target, rates=open_store(store).rates,
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
    store: StoreLike = ...,
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
    store: StoreLike = ...,
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
    store: StoreLike = None,
) -> npt.NDArray[np.float64] | tuple[npt.NDArray[np.float64], pd.DataFrame]:  # fmt: skip
    """Convert amounts of money to another currency at the rates of a store.

    Args:
        values: float64 array, or a number.
        source: The unit of the values: an ISO 4217 code, current or retired, or a unit such as ``"billion RUB"``; one,
            or an array or categorical as long as the values. ``"LCU"`` is the currency of the country in ``areas``, in
            its current unit, as the World Bank and the IMF write it.
        target: The unit wanted, given the same way.
        periods: The periods of the values: ``"2024"``, ``2024``, ``"2025-09"``, a date; one or an array.
        rule: ``average`` of the period, its ``end``, ``spot`` (periods must be days), ``ppp``, or a day
            (``"2025-09-29"``) whose rate is used for all periods.
        by: Only rates of this publisher: ``"IMF"``, ``"World Bank"``, ``"Bank of Russia"``, ``"ECB"``.
        areas: Codes of the countries whose currency ``"LCU"`` is; one or an array.
        return_rates: Whether to return the table of rates too.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        A float64 array as long as the values, NaN where there is no rate or no value. With ``return_rates`` also a
        table with one row per pair and period: ``source``, ``target``, ``period``, ``factor``, ``rate`` in ``unit``,
        ``kind``, ``date``, ``publisher``, ``path``, ``basis``, ``origin`` and the ``reason`` if it is missing.

    Raises:
        UnknownUnitError: A text is not a unit.
        UnitMismatchError: The units are not money, or differ in more than the currency.
        PeriodError: A period is not understood, or is not a day though the rule is ``spot``.
        UsageError: The rule or the publisher is unknown, or the arrays differ in length.

    >>> float(convert(24e12, "RUB", "billion USD", periods=2024).round(1))
    259.3
    >>> convert([1.0, 7.5345], ["EUR", "HRK"], "EUR", periods="2023").tolist()
    [1.0, 1.0]
    """
    from indicators.exchange import convert_values

    rates = open_store(store).rates
    if return_rates:  # the table of rates costs several times the conversion of a million values
        return convert_values(
            values, source, target, periods=periods, rates=rates, rule=rule, by=by, areas=areas, return_rates=True
        )
    return convert_values(values, source, target, periods=periods, rates=rates, rule=rule, by=by, areas=areas)
