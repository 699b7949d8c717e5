"""Money, converted at the rates of the store: `convert` for arrays, `convert_sum` for one sum under every rule."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, overload

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.errors import PeriodError, RateMissingError, UsageError
from indicators.exchange import RateKind, Restatement, Rule, compare_rules, explain_no_rates, parse_money
from indicators.exchange import convert_values as convert_at
from indicators.model.observations import Indicator, Measure
from indicators.model.panel import PANEL_COLUMNS, Panel
from indicators.model.periods import TimePeriod
from indicators.model.steps import Step
from indicators.model.units import Unit, parse_unit
from indicators.store import Store, StoreLike, open_store

__all__ = ["ConversionRequest", "convert", "convert_sum", "get_rate_history"]


@dataclass(frozen=True, slots=True)
class ConversionRequest:
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
        store: StoreLike = None,
    ) -> ConversionRequest:  # fmt: skip
        """Read a sum as people type it.

        Args:
            amount: The number, with its words of scale and its money where they stand there: ``$287 billion``.
            source: Its unit; may be empty where the amount names its money.
            target: The unit wanted.
            period: What it is about.
            day: The day whose rate counts.
            rule: The one rule wanted.
            by: Only rates of this publisher.
            country: The country whose own money ``LCU`` is, and at whose prices to count.
            store: Another store than the default: an open one, its folder or its address.

        Raises:
            UsageError: A part of it is not understood; it says which.
            RateMissingError: No time is said, and one of the two has no rate of any.

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
            raise PeriodError("This is not a day.", found=day, expected="a day such as 2025-09-29")
        chosen = None if not rule else RateKind(rule)
        if chosen is RateKind.SPOT and on is None:
            raise UsageError("A rate of one day needs the day.", expected="--date, such as --date 2025-09-29")
        if chosen not in (RateKind.SPOT, None) and about is None:
            raise UsageError(f"The rule {chosen} needs a period.", expected="--year, such as --year 2024")
        if about is None and on is None:
            for unit in (given, wanted):  # whose rate is the rate of no time
                if why := explain_no_rates(opened.rates, parse_money(unit, "any").code):
                    raise RateMissingError(why)
            expected = "--year, such as 2024, or --date, such as 2025-09-29"
            raise UsageError("When is this? Every rate is the rate of some time.", expected=expected)
        area = opened.catalogue.find_area(country).code if country.strip() else ""
        return cls(number, given.text, wanted.text, about, on, chosen, by.strip() or None, area)

    @property
    def command(self) -> str:
        """The command line that gives the same.

        >>> ConversionRequest.read("24e12", "RUB", "billion USD", period="2024").command
        "indicators convert 2.4e13 RUB 'billion USD' --year 2024"
        """
        options = {
            "--year": self.period and str(self.period), "--date": self.day and str(self.day),
            "--rate": self.rule and self.rule.value, "--by": self.by, "--country": self.area,
        }  # fmt: skip
        said = [word for option, value in options.items() if value for word in (option, value)]
        amount = str(self.amount).replace("E+", "e")
        return shlex.join(["indicators", "convert", amount, self.source, self.target, *said])


def _amount_in(text: str, source: str, store: Store) -> tuple[Decimal, Unit]:
    """The number and the unit of a sum whose money may be named with the number, apart from it, or in both places."""
    from indicators.language.amounts import parse_amount

    unit = parse_unit(source) if source.strip() else None
    currencies = store.catalogue.currencies
    amount = parse_amount(text, (unit.currency if unit else None) or "", currencies=currencies)
    if unit is None and not amount.currency:
        raise UsageError("Whose money is this?", found=text, expected="its currency too, such as $287 billion or 5 RUB")
    if unit is None:
        return amount.value, parse_unit(amount.currency)
    if amount.currency not in ("", unit.currency):
        message = f"The amount is in {amount.currency}, but said to be in {unit.text} beside it."
        raise UsageError(message, found=text, expected="one money, in one of the two places")
    if amount.is_scaled and unit.multiplier:
        near = f"{format(amount.value.normalize(), 'f')} {unit.plain.text}"
        message = f"The amount has a word of scale, and so has {unit.text} beside it."
        raise UsageError(message, found=text, expected="one word of scale", hint=f"Nearest: {near}.")
    return amount.value, unit


_RATE = Indicator(
    "exchange-rate",
    "Exchange rate",
    "Units of one money for one of another.",
    "ratio",
    Measure.RATE,
    "Exchange rates",
)


def convert_sum(asked: ConversionRequest, store: StoreLike = None) -> list[Restatement]:
    """A sum under the rule asked for, or under every rule its period and day allow.

    Raises:
        UnitMismatchError: The units differ in more than the money.
        UsageError: No publisher is called so.

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
    """Say sums of money in another currency, at the rates of the store.

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
        store: Another store than the default: an open one, its folder or its address.

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
    rates = open_store(store).rates
    if return_rates:
        return convert_at(
            values, source, target, periods=periods, rates=rates, rule=rule, by=by, areas=areas, return_rates=True
        )
    return convert_at(values, source, target, periods=periods, rates=rates, rule=rule, by=by, areas=areas)


def get_rate_history(source: str, target: str, *, by: str | None = None, store: StoreLike = None) -> Panel:
    """What one unit of the dearer of two currencies was worth in the other, over time.

    Args:
        source: A unit of money.
        target: Another.
        by: Only rates of this publisher.
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        A panel with one series: monthly averages where there are daily rates, else averages of the year; empty when
        nobody has a rate.
    """
    opened = open_store(store)
    given, wanted = (parse_money(parse_unit(unit), "") for unit in (source, target))
    for texts, frequency in ((_months(), "M"), (_years(), "A")):
        factors, table = convert_at(
            np.ones(len(texts)), given.code, wanted.code, periods=texts, rates=opened.rates, by=by, return_rates=True
        )
        known = np.flatnonzero(~np.isnan(factors))
        if len(known) and given.code != wanted.code:
            return _history(opened, table.iloc[known], factors[known], frequency, given.code, wanted.code)
    return Panel(pd.DataFrame({name: [] for name in PANEL_COLUMNS}), (), ())


def _months() -> list[str]:
    return [f"{year}-{month:02}" for year in range(1999, date.today().year + 1) for month in range(1, 13)]  # noqa: DTZ011


def _years() -> list[str]:
    return [str(year) for year in range(1950, date.today().year + 1)]  # noqa: DTZ011  a list of years


def _history(
    store: Store, table: pd.DataFrame, factors: npt.NDArray[np.float64], frequency: str, source: str, target: str
) -> Panel:
    dearer, cheaper = (target, source) if np.nanmedian(factors) < 1 else (source, target)
    values = 1 / factors if dearer == target else factors
    periods = [TimePeriod.parse(text) for text in table["period"]]
    name = f"{cheaper} per {dearer}"
    frame = pd.DataFrame(dict.fromkeys(PANEL_COLUMNS, ""), index=range(len(values))).assign(
        entity=name, code=dearer, period=table["period"].to_numpy(), first=[p.first for p in periods],
        last=[p.last for p in periods], year=[p.year for p in periods], frequency=frequency, indicator=_RATE.id,
        value=values, lower=np.nan, upper=np.nan, unit=name, status="A",
        digits=pd.array([pd.NA] * len(values), "Int64"),
        dataset=table["publisher"].to_numpy(), publisher=table["publisher"].to_numpy(),
        origin=table["origin"].to_numpy(),
    )  # fmt: skip
    frame = frame.assign(first=pd.to_datetime(frame["first"]), last=pd.to_datetime(frame["last"]))
    ids = dict.fromkeys(id for text in table["origin"] for id in text.split())
    origins = tuple(store.catalogue.origins[id] for id in ids if id in store.catalogue.origins)
    noun = "month" if frequency == "M" else "year"
    by = ", ".join(dict.fromkeys(table["publisher"]))
    step = Step("rates", f"Average of each {noun} ({by}; {', '.join(dict.fromkeys(table['basis']))}).")
    return Panel(frame, (_RATE,), origins, (step,))
