"""Currency conversion of arrays: one lookup and one multiplication per value.

Rates are found once per pair of currencies and period; each value looks its own up.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, overload

import numpy as np

from indicators.errors import PeriodError, UnitMismatchError, UnknownNameError, UsageError, shorten
from indicators.exchange import messages
from indicators.exchange.book import INTERNATIONAL, RateBook
from indicators.exchange.explanation import explain_rates
from indicators.exchange.factorize import Labels, check_lengths, combine_labels, locate_factors
from indicators.exchange.publications import FloatArray, IntegerArray, PeriodArray
from indicators.exchange.rules import RateKind, Rule
from indicators.exchange.successions import LOCAL
from indicators.model.periods import TimePeriod
from indicators.model.time_values import write_time
from indicators.model.unit_names import NOT_CURRENCIES, get_currency_codes
from indicators.model.units import Unit, find_factor, parse_unit

if TYPE_CHECKING:
    import pandas as pd


@overload
def convert_values(
    values: Any,
    source: Any,
    target: Any,
    *,
    periods: Any,
    rates: RateBook,
    rule: str | Rule = ...,
    by: str | None = ...,
    areas: Any = ...,
    return_rates: Literal[False] = ...,
) -> FloatArray: ...
@overload
def convert_values(
    values: Any,
    source: Any,
    target: Any,
    *,
    periods: Any,
    rates: RateBook,
    rule: str | Rule = ...,
    by: str | None = ...,
    areas: Any = ...,
    return_rates: Literal[True],
) -> tuple[FloatArray, pd.DataFrame]: ...
def convert_values(
    values: Any,
    source: Any,
    target: Any,
    *,
    periods: Any,
    rates: RateBook,
    rule: str | Rule = "average",
    by: str | None = None,
    areas: Any = None,
    return_rates: bool = False,
) -> FloatArray | tuple[FloatArray, pd.DataFrame]:  # fmt: skip
    """Convert amounts of money to another currency.

    Args:
        values: float64 array, or a number.
        source: The unit of the values: an ISO 4217 code or a unit such as ``"billion RUB"``; one, or an array or
            categorical as long as the values. ``"LCU"`` is the currency of the country in ``areas``.
        target: The target unit, given the same way.
        periods: The periods of the values: ``"2024"``, ``2024``, ``"2025-09"``, a date; one or an array.
        rates: The rates.
        rule: ``average``, ``end``, ``spot`` (periods must be days), ``ppp``, or a day whose rate is used for all.
        by: Only use rates of this publisher.
        areas: Codes of the countries whose currency ``"LCU"`` is; one or an array.
        return_rates: Whether to return the table of rates too.

    Returns:
        A float64 array as long as the values, NaN where there is no rate or no value; with ``return_rates`` also a
        table with a row per pair and period: ``source``, ``target``, ``period``, ``factor``, ``rate`` in ``unit``
        (the direction that is mostly above one), ``kind``, ``date`` (of a daily rate), ``publisher``, ``path``,
        ``basis`` (published or calculated, and how) and the ``reason`` if it is missing.

    Raises:
        UnknownUnitError: A text is not a unit of money.
        UnitMismatchError: The units differ in more than the money, or are at prices of different years.
        PeriodError: A period can't be read, or the rule is ``spot`` and it is not a day.
        UsageError: The rule or the publisher is unknown, or the arrays differ in length.
    """
    amounts = np.asarray(values, dtype=np.float64)
    found = look_up(
        source, target, periods=periods, rates=rates, rule=rule, by=by, areas=areas,
        length=len(amounts) if amounts.ndim else None,
    )  # fmt: skip
    converted = np.asarray(found.factor * amounts)
    return (converted, found.table) if return_rates else converted


@dataclass(frozen=True)
class Lookup:
    """The factors of a conversion, and the rates behind them.

    Attributes:
        factor: One per value, or one for all.
        row: The row of each value in the table.
        table: A row per pair and period, as returned by `convert_values`; built on first use.
    """

    factor: FloatArray
    _place: int | IntegerArray = field(repr=False)
    _uses: _Uses = field(repr=False)

    @cached_property
    def table(self) -> pd.DataFrame:
        """The rates as a table."""
        import pandas as pd

        return pd.DataFrame(self.explain())

    def explain(self) -> dict[str, list[Any]]:
        """Return the columns of the table: all that a single conversion needs, without pandas."""
        return self._uses.explain(self._place)

    @property
    def row(self) -> IntegerArray:
        """The row of each value in the table."""
        return np.unique(np.asarray(self._place), return_inverse=True)[1].reshape(-1)


def look_up(
    source: Any,
    target: Any,
    *,
    periods: Any,
    rates: RateBook,
    rule: str | Rule = "average",
    by: str | None = None,
    areas: Any = None,
    length: int | None = None,
) -> Lookup:
    """Find the factors of a conversion; the arguments are those of `convert_values`, without the values.

    Raises:
        UsageError: As `convert_values`, and its other errors.
    """
    chosen = Rule.parse(rule) if isinstance(rule, str) else rule
    labels = [Labels.of(part) for part in (source, target, periods, "" if areas is None else areas)]
    check_lengths(labels, length)
    given, wanted, times, where = labels
    names = [name.expression if isinstance(name, Unit) else str(name) for name in (*given.names, *wanted.names)]
    if not any("LCU" in name or "ational currenc" in name or "ocal currenc" in name for name in names):
        where = Labels.of("")  # only a country's own currency depends on the country
    table, place, uses = _factors(given, wanted, times, where, rates=rates, rule=chosen, by=by)
    factor = table.flat[place] if isinstance(place, int) else np.take(table, place)
    return Lookup(np.asarray(factor), place, uses)


@dataclass(frozen=True, slots=True)
class Money:
    """A unit of money and its currency.

    Attributes:
        code: The currency, `LOCAL` or `SPENT` with an area, or international dollars.
        unit: The unit.
    """

    code: str
    unit: Unit


def parse_money(unit: Hashable, area: Hashable = "") -> Money:
    """Find the currency of a unit of money.

    Args:
        unit: The unit or its text, or a result of this function.
        area: Code of the country whose currency ``LCU`` is.

    Raises:
        UnknownUnitError: It is not a unit.
        UnitMismatchError: It is not a unit of money, or ``LCU`` without a country.

    >>> parse_money("billion RUB").code, parse_money("LCU per person", "HRV").code
    ('RUB', 'LCU:HRV')
    """
    if isinstance(unit, Money):
        return unit
    if isinstance(unit, str) and len(unit) == 3 and unit in get_currency_codes() and unit not in NOT_CURRENCIES:
        return Money(unit, Unit(unit, unit, currency=unit))
    known = unit if isinstance(unit, Unit) else parse_unit(str(unit))
    above = known.expression.split(" / ")[0]
    if above == "LCU":
        if not area:
            raise UnitMismatchError(messages.COUNTRY_NOT_GIVEN, found=known.text, expected="a country")
        return Money(f"{LOCAL}{area}", known)
    if known.currency is not None and known.currency in NOT_CURRENCIES:
        raise _no_currency(known.currency)
    if known.currency is None and above != INTERNATIONAL:
        raise UnitMismatchError(messages.NOT_MONEY.format(unit=known.text), hint=messages.ONLY_MONEY_HAS_RATES)
    return Money(known.currency or INTERNATIONAL, known)


def _no_currency(code: str) -> UnitMismatchError:
    message = messages.NOT_A_CURRENCY.format(code=code, meaning=NOT_CURRENCIES[code])
    return UnitMismatchError(message, hint=messages.GIVE_A_CURRENCY)


@dataclass(frozen=True)
class _Uses:
    """The pairs and periods of one call, from which the table of rates is built on demand."""

    rates: RateBook
    pairs: list[tuple[Money, Money]]
    shown: tuple[TimePeriod, ...]
    searched: PeriodArray
    rule: Rule
    by: str | None

    def explain(self, place: int | IntegerArray) -> dict[str, list[Any]]:
        """Return the rates of each pair and period that a value has, in the order of pairs and periods."""
        width = len(self.shown) + 1
        used = np.unique(np.asarray(place))
        pair, period = used // width, used % width
        kept = (pair < len(self.pairs)) & (period < len(self.shown))
        moneys = [(one.code, other.code) for one, other in self.pairs]
        return explain_rates(
            self.rates, moneys, self.shown, self.searched, pair[kept], period[kept], rule=self.rule, by=self.by
        )


def _factors(
    given: Labels, wanted: Labels, times: Labels, where: Labels, *, rates: RateBook, rule: Rule, by: str | None
) -> tuple[FloatArray, int | IntegerArray, _Uses]:
    """Return the factors, shape (pairs + 1, periods + 1), and the place of each value in them.

    The last row and column are NaN, for missing labels, which pandas numbers -1.
    """
    if rule.kind is RateKind.STATED:
        raise UsageError(messages.STATED_NEEDS_SOURCE, found="the rule stated", expected=messages.STATED_EXPECTED)
    shown = tuple(_period(name) for name in times.names)
    days = [period for period in shown if period.first != period.last]
    if rule.kind is RateKind.SPOT and rule.day is None and days:
        raise PeriodError(messages.DAY_NEEDED, found=str(days[0]), expected=messages.DAY_EXPECTED)
    searched = PeriodArray(shown if rule.day is None else (TimePeriod.of_day(rule.day),) * len(shown))
    triples, pair = combine_labels(given, wanted, where)
    pairs = [(parse_money(one, area), parse_money(other, area)) for one, other, area in triples]
    for one, other in pairs:
        for end in (one, other):
            if not rates.has_currency(end.code):
                raise UnknownNameError("currency", end.code.removeprefix(LOCAL), list(rates.successions.currencies))
    scales = [_scale(one, other) for one, other in pairs]
    table = np.full((len(pairs) + 1, len(shown) + 1), np.nan)
    found = rates.find([(one.code, other.code) for one, other in pairs], searched, rule.kind, by)
    for number, (way, scale) in enumerate(zip(found, scales, strict=True)):
        table[number, :-1] = way.factor * scale
    uses = _Uses(rates, pairs, shown, searched, rule, by)
    return table, locate_factors(pair, times.number, len(pairs), len(shown)), uses


def _period(name: Any) -> TimePeriod:
    if isinstance(name, TimePeriod):
        return name
    return TimePeriod.parse(shorten(write_time(name)))


def _scale(source: Money, target: Money) -> float:
    """Return the factor between two units apart from their currency: scale words, and what they are per."""
    one, other = source.unit, target.unit
    head, *rest = one.expression.split(" / ")
    other_head = other.expression.split(" / ")[0]
    same = replace(one, expression=" / ".join([other_head, *rest]), currency=other.currency)
    if head == other_head:
        same = one
    if same.base != other.base:
        raise UnitMismatchError(
            messages.NOT_BY_EXCHANGE_RATE.format(source=one.text, target=other.text), hint=messages.DEFLATE_FIRST
        )
    try:
        return find_factor(same, other)
    except UnitMismatchError as error:
        raise UnitMismatchError(
            messages.NO_CONVERSION.format(source=one.text, target=other.text), hint=error.hint
        ) from error
