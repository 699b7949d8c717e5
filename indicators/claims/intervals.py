"""Intervals of decimals: what a printed number can mean, carried through all arithmetic.

An interval is closed; an end that is ``None`` is open to infinity. Every operation returns an interval that holds
every result its arguments can give (inclusion isotonicity), so that no verdict rests on digits that were not
there. Ends of sums and products are exact; ends of quotients are rounded outward at 50 digits.

What the words before a number add (`Interval.of_printed`), for a number whose last printed digit counts *u* and
whose last digit other than zero counts *r* (1,700: *u* = 1, *r* = 100), *t* being a tenth of the number:

========== =================================== ==========================================================
word       interval                            why
========== =================================== ==========================================================
none       value - u/2 … value + u/2           rounded to the last digit
about      value ± max(u, min(r/2, t))         a round number stands for its neighbourhood, one that is not
                                               round for a step of its last digit; never more than a tenth
more than  value … value + max(r, t)           a writer who knew of more would have named the next round number
almost     value - max(u, min(r, t)) … value   the mirror of it, and never more than a tenth
at least   value …                             a bound, with no word on how far beyond
less than  … value                             a bound
up to      … value                             a bound
========== =================================== ==========================================================

A multiple said by one word (*doubled*, *вдвое*, *翻番*) has no last digit. It stands for the number and a twentieth
around it: of what is further off a writer says *nearly* or *more than* doubled, which count as before 2.0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Final

from indicators.errors import UsageError
from indicators.model.observations import Qualifier

__all__ = ["Interval"]

_EXACT: Final = Context(prec=2000)  # sums and products of printed numbers never reach it
_DOWN: Final = Context(prec=50, rounding=ROUND_FLOOR)
_UP: Final = Context(prec=50, rounding=ROUND_CEILING)
_ZERO: Final = Decimal(0)
_OF_A_WORD: Final = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``, both included; ``None`` for an end there is none.

    Raises:
        UsageError: ``low`` is above ``high``, or an end is no finite number.

    >>> turnover = Interval.of_printed("24").scaled(12)
    >>> dollars = Interval.of_printed("287", qualifier=Qualifier.ABOUT).scaled(9)
    >>> str((turnover / dollars).rounded(4))
    '81.59 … 85.67'
    """

    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if any(end is not None and not end.is_finite() for end in (self.low, self.high)):
            raise UsageError("An end of an interval is a finite number, or None.", found=f"{self.low}, {self.high}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise UsageError(
                "An interval goes up.", found=f"{self.low} … {self.high}", expected="the smaller number first"
            )

    @classmethod
    def of_printed(
        cls, value: Decimal | str, *, digits: int | None = None, qualifier: Qualifier | None = None
    ) -> Interval:
        """What a printed number can mean; the module's table says how much each word adds.

        Args:
            value: The number as printed. A negative one is widened as its magnitude is: "less than -5" is for the
                caller to put into words of its own.
            digits: Its significant digits; all that are printed if left out.
            qualifier: The word before it.

        >>> str(Interval.of_printed("24")), str(Interval.of_printed("1700", digits=2))
        ('23.5 … 24.5', '1650 … 1750')
        >>> about, more = Qualifier.ABOUT, Qualifier.MORE_THAN
        >>> str(Interval.of_printed("287", qualifier=about)), str(Interval.of_printed("1700", qualifier=more))
        ('286 … 288', '1700 … 1870')
        """
        number = Decimal(value)
        if number < 0:
            return -cls.of_printed(-number, digits=digits, qualifier=qualifier)
        last = _last_digit(number, digits)
        unit = Decimal((0, (1,), last))
        if qualifier is None:
            half = unit / 2
            return cls(_EXACT.subtract(number, half), _EXACT.add(number, half))
        return _widened(number, unit, qualifier)

    @classmethod
    def of_multiple(cls, value: Decimal, *, qualifier: Qualifier | None = None) -> Interval:
        """What a word for a multiple can mean, such as 2 for *doubled*.

        Args:
            value: How many times as much it says.
            qualifier: The word before it.

        >>> str(Interval.of_multiple(Decimal(2))), str(Interval.of_multiple(Decimal(2), qualifier=Qualifier.ALMOST))
        ('1.9 … 2.1', '1.8 … 2')
        """
        if qualifier is None:
            return cls(_EXACT.multiply(value, 1 - _OF_A_WORD), _EXACT.multiply(value, 1 + _OF_A_WORD))
        return cls.of_printed(value, digits=max(2, value.adjusted() + 1), qualifier=qualifier)

    @classmethod
    def exactly(cls, value: Decimal | int) -> Interval:
        """The one number.

        >>> str(Interval.exactly(100))
        '100'
        """
        return cls(Decimal(value), Decimal(value))

    @property
    def is_bounded(self) -> bool:
        """Whether it has both ends."""
        return self.low is not None and self.high is not None

    @property
    def middle(self) -> Decimal | None:
        """Half-way between the ends; ``None`` where one is missing."""
        if self.low is None or self.high is None:
            return None
        return _EXACT.divide(_EXACT.add(self.low, self.high), Decimal(2))

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else self.high.copy_negate(), None if self.low is None else self.low.copy_negate()
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(_both(_EXACT.add, self.low, other.low), _both(_EXACT.add, self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        corners = [_product(one, two) for one in self._ends for two in other._ends]
        return Interval(_least(corners), _greatest(corners))

    def __truediv__(self, other: Interval) -> Interval:
        """Every quotient there can be; the whole line where the divisor may be zero."""
        return self * other._reciprocal()

    def scaled(self, power: int) -> Interval:
        """The interval times a power of ten.

        >>> str(Interval.of_printed("24").scaled(12))
        '23500000000000 … 24500000000000'
        """
        return Interval(*(None if end is None else end.scaleb(power, _EXACT) for end in (self.low, self.high)))

    def __contains__(self, value: Decimal | Interval) -> bool:
        inner = value if isinstance(value, Interval) else Interval.exactly(value)
        low_fits = self.low is None or (inner.low is not None and self.low <= inner.low)
        high_fits = self.high is None or (inner.high is not None and inner.high <= self.high)
        return low_fits and high_fits

    def overlaps(self, other: Interval) -> bool:
        """Whether a number lies in both.

        >>> Interval.of_printed("17.1").overlaps(Interval.of_printed("16.4"))
        False
        """
        return self.intersection(other) is not None

    def intersection(self, other: Interval) -> Interval | None:
        """The numbers that lie in both; ``None`` when there is none."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        return None if low is not None and high is not None and low > high else Interval(low, high)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def rounded(self, digits: int) -> Interval:
        """The interval with ends of at most so many significant digits, rounded outward.

        Raises:
            UsageError: ``digits`` is less than one.
        """
        if digits < 1:
            raise UsageError("A number has at least one significant digit.", found=str(digits), expected="1 or more")
        down, up = Context(prec=digits, rounding=ROUND_FLOOR), Context(prec=digits, rounding=ROUND_CEILING)
        return Interval(
            None if self.low is None else down.plus(self.low), None if self.high is None else up.plus(self.high)
        )

    def __str__(self) -> str:
        low, high = (None if end is None else _plainly(end) for end in (self.low, self.high))
        if low is None and high is None:
            return "any number"
        if low is None or high is None:
            return f"{high} or less" if low is None else f"{low} or more"
        return low if low == high else f"{low} … {high}"

    @property
    def _ends(self) -> tuple[Decimal, Decimal]:
        low = Decimal("-Infinity") if self.low is None else self.low
        high = Decimal("Infinity") if self.high is None else self.high
        return low, high

    def _reciprocal(self) -> Interval:
        low, high = self._ends
        if low <= 0 <= high and not (low == 0 < high or low < 0 == high):
            return Interval()
        smallest = None if high == 0 else _ZERO if high.is_infinite() else _DOWN.divide(Decimal(1), high)
        greatest = None if low == 0 else _ZERO if low.is_infinite() else _UP.divide(Decimal(1), low)
        return Interval(smallest, greatest)


def _last_digit(number: Decimal, digits: int | None) -> int:
    """The power of ten that the last significant digit counts."""
    if digits and number:
        return number.adjusted() - (digits - 1)
    return int(number.as_tuple().exponent)


def _widened(number: Decimal, unit: Decimal, qualifier: Qualifier) -> Interval:
    shortest = number.normalize(_EXACT)
    round_unit = max(unit, Decimal((0, (1,), int(shortest.as_tuple().exponent))) if number else unit)
    tenth = number / 10
    match qualifier:
        case Qualifier.ABOUT:
            by = max(unit, min(round_unit / 2, tenth))
            return Interval(_EXACT.subtract(number, by), _EXACT.add(number, by))
        case Qualifier.MORE_THAN:
            return Interval(number, _EXACT.add(number, max(round_unit, tenth)))
        case Qualifier.ALMOST:
            return Interval(_EXACT.subtract(number, max(unit, min(round_unit, tenth))), number)
        case Qualifier.AT_LEAST:
            return Interval(number, None)
    return Interval(None, number)


def _both(operation: Callable[[Decimal, Decimal], Decimal], one: Decimal | None, two: Decimal | None) -> Decimal | None:
    return None if one is None or two is None else operation(one, two)


def _product(one: Decimal, two: Decimal) -> Decimal:
    return _ZERO if not one or not two else _EXACT.multiply(one, two)  # infinity times an end that is zero is zero


def _least(corners: list[Decimal]) -> Decimal | None:
    least = min(corners)
    return None if least.is_infinite() else least


def _greatest(corners: list[Decimal]) -> Decimal | None:
    greatest = max(corners)
    return None if greatest.is_infinite() else greatest


def _plainly(end: Decimal) -> str:
    text = f"{end:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
