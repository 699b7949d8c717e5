"""Arrays of money said in another currency: one gather and one multiplication for each value.

The rates are found once for each pair of currencies and each period that occurs; the values only look theirs up.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, overload

import numpy as np

from indicators.errors import PeriodError, UnitMismatchError, UnknownNameError, UsageError, shorten
from indicators.exchange.book import INTERNATIONAL, RateBook
from indicators.exchange.explanation import explain_rates
from indicators.exchange.factorize import Labels, check_lengths, combine_labels, locate_factors
from indicators.exchange.publications import FloatArray, IntegerArray, PeriodArray
from indicators.exchange.rules import RateKind, Rule
from indicators.exchange.successions import LOCAL
from indicators.model.periods import TimePeriod
from indicators.model.unit_names import NOT_CURRENCIES
from indicators.model.units import Unit, find_factor, get_currency_codes, parse_unit

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Lookup", "Money", "convert_values", "look_up", "parse_money"]


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
    """Say sums of money in another currency.

    Args:
        values: float64 array, or a number.
        source: The unit of the values: a code of ISO 4217 or a unit such as ``"billion RUB"``; one, or an array
            or categorical as long as the values. ``"LCU"`` is the money of the country in ``areas``.
        target: The unit wanted, the same way.
        periods: What the values are about: ``"2024"``, ``2024``, ``"2025-09"``, a date; one or an array.
        rates: The rates.
        rule: ``average``, ``end``, ``spot`` (periods must be days), ``ppp``, or a day whose rate counts for all.
        by: Only rates of this publisher.
        areas: Codes of the countries whose own money ``"LCU"`` is; one or an array.
        return_rates: Whether the table of the rates is wanted too.

    Returns:
        A float64 array as long as the values, NaN where there is no rate or no value; with ``return_rates`` also a
        table with a row for each pair and period that occurs: ``source``, ``target``, ``period``, ``factor``,
        ``rate`` in ``unit`` (the way round that is mostly above one), ``kind``, ``date`` (of a rate of one
        day), ``publisher``, ``path``, ``basis`` (published or computed, and how) and ``reason`` when it is missing.

    Raises:
        UnknownUnitError: A text is no unit of money.
        UnitMismatchError: The units differ in more than the money, or are at prices of different years.
        PeriodError: A period is not understood, or is no day though the rule is ``spot``.
        UsageError: The rule or the publisher is not known, or the arrays differ in length.
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
    """What values are multiplied with, and the rates behind it.

    Attributes:
        factor: One for each value, or one for all.
        row: For each value its row in the table, -1 where a label is missing.
        table: A row for each pair and period that occurs, as `convert_values` gives it; made when it is asked for.
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
        """For each value its row in the table."""
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
    """Find the factors of a conversion, without the values; the arguments are those of `convert_values`.

    Args:
        source: The units given.
        target: The units wanted.
        periods: The periods.
        rates: The rates.
        rule: The rule.
        by: Only rates of this publisher.
        areas: Codes of the countries whose own money ``"LCU"`` is.
        length: How many values there are; ``None`` for one.

    Raises:
        UsageError: As `convert_values`, and its other errors.
    """
    chosen = Rule.parse(rule) if isinstance(rule, str) else rule
    labels = [Labels.of(part) for part in (source, target, periods, "" if areas is None else areas)]
    check_lengths(labels, length)
    given, wanted, times, where = labels
    names = [name.expression if isinstance(name, Unit) else str(name) for name in (*given.names, *wanted.names)]
    if not any("LCU" in name or "ational currenc" in name or "ocal currenc" in name for name in names):
        where = Labels.of("")  # only a country's own money depends on the country
    table, place, uses = _factors(given, wanted, times, where, rates=rates, rule=chosen, by=by)
    factor = table.flat[place] if isinstance(place, int) else np.take(table, place)
    return Lookup(np.asarray(factor), place, uses)


@dataclass(frozen=True, slots=True)
class Money:
    """A unit of money taken apart.

    Attributes:
        code: The currency, `LOCAL` or `SPENT` and an area, or international dollars.
        unit: The unit it was.
    """

    code: str
    unit: Unit


def parse_money(unit: Hashable, area: Hashable = "") -> Money:
    """Take a unit of money apart.

    Args:
        unit: The unit or its text, or one taken apart already.
        area: Code of the country whose own money ``LCU`` is.

    Raises:
        UnknownUnitError: It is no unit.
        UnitMismatchError: It is no unit of money, or ``LCU`` of no country.

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
            raise UnitMismatchError("Whose money this is has not been said.", found=known.text, expected="a country")
        return Money(f"{LOCAL}{area}", known)
    if known.currency is not None and known.currency in NOT_CURRENCIES:
        raise _no_currency(known.currency)
    if known.currency is None and above != INTERNATIONAL:
        raise UnitMismatchError(f"{known.text} is no unit of money.", hint="Only money has a rate of exchange.")
    return Money(known.currency or INTERNATIONAL, known)


def _no_currency(code: str) -> UnitMismatchError:
    message = f"{code} {NOT_CURRENCIES[code]}, so it has no rate of exchange."
    return UnitMismatchError(message, hint="Give the code of a currency, such as USD.")


@dataclass(frozen=True)
class _Uses:
    """The pairs and periods of one call, from which the table of the rates is made when it is wanted."""

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
    """The factor of each pair and period, shape (pairs + 1, periods + 1), and where in it each value finds its own.

    The last row and column are NaN, so that a missing label, which pandas numbers -1, finds nothing.
    """
    if rule.kind is RateKind.STATED:
        raise UsageError(
            "Only a source can state a sum in another currency.", found="the rule stated", expected="average, end, "
            "spot or ppp; for `stated` take the figures of a source: Panel.to",
        )  # fmt: skip
    shown = tuple(_period(name) for name in times.names)
    days = [period for period in shown if period.first != period.last]
    if rule.kind is RateKind.SPOT and rule.day is None and days:
        raise PeriodError("A rate of one day needs the day.", found=str(days[0]), expected="a day such as 2025-09-29")
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
    if hasattr(name, "freqstr"):  # a pandas Period
        first, last = name.start_time.date(), name.end_time.date()
        texts = {"D": str(first), "M": f"{first:%Y-%m}", "Q": f"{first.year}-Q{(first.month + 2) // 3}"}
        return TimePeriod.parse(texts.get(name.freqstr[0], str(last.year)))
    if isinstance(name, date):
        return TimePeriod.of_day(date(name.year, name.month, name.day))
    if isinstance(name, float) and name.is_integer():
        name = int(name)
    return TimePeriod.parse(shorten(str(name)))


def _scale(source: Money, target: Money) -> float:
    """What is left between the two units once the money is the same: words of scale, and what they are per."""
    one, other = source.unit, target.unit
    head, *rest = one.expression.split(" / ")
    other_head = other.expression.split(" / ")[0]
    same = replace(one, expression=" / ".join([other_head, *rest]), currency=other.currency)
    if head == other_head:
        same = one
    if same.base != other.base:
        raise UnitMismatchError(
            f"{one.text} does not become {other.text} by a rate of exchange.",
            hint="Missing: the prices of the same year. Deflate first, then convert.",
        )
    try:
        return find_factor(same, other)
    except UnitMismatchError as error:
        raise UnitMismatchError(f"{one.text} does not become {other.text}.", hint=error.hint) from error
