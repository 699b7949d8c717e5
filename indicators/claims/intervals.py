"""Intervals of decimals: the values that a printed number can mean, carried through every calculation.

Intervals are closed; an end that is ``None`` is unbounded. Every operation returns an interval that contains every
result its arguments can give, so no verdict rests on digits that were not printed. Ends of sums and products are
exact; ends of quotients are rounded outward at 50 digits.

What a qualifier adds (`Interval.from_printed`), where the last printed digit counts *u*, the last digit other than
zero counts *r* (1,700: *u* = 1, *r* = 100), and *t* is a tenth of the number:

========== =================================== ==========================================================
qualifier  interval                            why
========== =================================== ==========================================================
none       value - u/2 … value + u/2           rounded to the last digit
about      value ± max(u, min(r/2, t))         a round number covers its neighborhood, any other number one
                                               step of its last digit; at most a tenth
more than  value … value + max(r, t)           a larger value would have been given as the next round number
almost     value - max(u, min(r, t)) … value   the mirror of it, at most a tenth
at least   value …                             a bound, however far beyond
less than  … value                             a bound
up to      … value                             a bound
========== =================================== ==========================================================

A multiple given by one word (*doubled*, *вдвое*, *翻番*) has no last digit: it means the number within 5%. Anything
further off is *nearly* or *more than* doubled, which are read as before 2.0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Final

from indicators.errors import UsageError
from indicators.model.observations import Qualifier

_EXACT: Final = Context(prec=2000)  # sums and products of printed numbers never reach it
_DOWN: Final = Context(prec=50, rounding=ROUND_FLOOR)
_UP: Final = Context(prec=50, rounding=ROUND_CEILING)
_ZERO: Final = Decimal(0)
_WORD_SPREAD: Final = Decimal("0.05")
_MOST_APART: Final = 8
_SCALE_SPREAD: Final = Decimal("1.3")


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``, both included; ``None`` for an unbounded end.

    Raises:
        UsageError: ``low`` is above ``high``, or an end is not finite.

    >>> turnover = Interval.from_printed("24").scale(12)
    >>> dollars = Interval.from_printed("287", qualifier=Qualifier.ABOUT).scale(9)
    >>> rate = turnover / dollars
    >>> round(rate.low, 2), round(rate.high, 2)
    (Decimal('81.60'), Decimal('85.66'))
    """

    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if any(end is not None and not end.is_finite() for end in (self.low, self.high)):
            raise UsageError("An interval needs finite ends or None.", found=f"{self.low}, {self.high}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise UsageError(
                "The ends of an interval are swapped.", found=f"{self.low}, {self.high}", expected="the smaller first"
            )

    @classmethod
    def from_printed(
        cls, value: Decimal | str, *, digits: int | None = None, qualifier: Qualifier | None = None
    ) -> Interval:
        """Return the values that a printed number can mean; see the table of the module.

        Args:
            value: The number as printed. The magnitude of a negative one is widened.
            digits: Its significant digits; all that are printed if left out.
            qualifier: The qualifier before it.

        >>> str(Interval.from_printed("24")), str(Interval.from_printed("1700", digits=2))
        ('23.5 … 24.5', '1650 … 1750')
        >>> about, more = Qualifier.ABOUT, Qualifier.MORE_THAN
        >>> str(Interval.from_printed("287", qualifier=about)), str(Interval.from_printed("1700", qualifier=more))
        ('286 … 288', '1700 … 1870')
        """
        number = Decimal(value)
        if number < 0:
            return -cls.from_printed(-number, digits=digits, qualifier=qualifier)
        last = _find_last_place(number, digits)
        unit = Decimal((0, (1,), last))
        if qualifier is None:
            half = unit / 2
            return cls(_EXACT.subtract(number, half), _EXACT.add(number, half))
        return _widen(number, unit, qualifier)

    @classmethod
    def from_multiple(cls, value: Decimal, *, qualifier: Qualifier | None = None) -> Interval:
        """Return the values that a word for a multiple can mean, such as *doubled* for 2.

        >>> str(Interval.from_multiple(Decimal(2))), str(Interval.from_multiple(Decimal(2), qualifier=Qualifier.ALMOST))
        ('1.9 … 2.1', '1.8 … 2')
        """
        if qualifier is None:
            return cls(*sorted(_EXACT.multiply(value, 1 + spread) for spread in (-_WORD_SPREAD, _WORD_SPREAD)))
        return cls.from_printed(value, digits=max(2, value.adjusted() + 1), qualifier=qualifier)

    @classmethod
    def exactly(cls, value: Decimal | int) -> Interval:
        """Return the interval of one number.

        >>> str(Interval.exactly(100))
        '100'
        """
        return cls(Decimal(value), Decimal(value))

    @property
    def middle(self) -> Decimal | None:
        """The mean of the two ends; ``None`` if one is unbounded."""
        if self.low is None or self.high is None:
            return None
        return _EXACT.divide(_EXACT.add(self.low, self.high), Decimal(2))

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else self.high.copy_negate(), None if self.low is None else self.low.copy_negate()
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(_combine(_EXACT.add, self.low, other.low), _combine(_EXACT.add, self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        corners = [_multiply(one, two) for one in self._ends for two in other._ends]
        low, high = min(corners), max(corners)
        return Interval(None if low.is_infinite() else low, None if high.is_infinite() else high)

    def __truediv__(self, other: Interval) -> Interval:
        """Every possible quotient; unbounded if the divisor may be zero."""
        return self * other._reciprocal()

    def percent_of(self, other: Interval) -> Interval:
        """What percentage of another it is.

        >>> str(Interval.exactly(5).percent_of(Interval.exactly(20)))
        '25'
        """
        return self / other * _HUNDRED

    def percent_change_from(self, other: Interval) -> Interval:
        """The percent change from another."""
        return self.percent_of(other) - _HUNDRED

    def scale(self, power: int) -> Interval:
        """Multiply by a power of ten.

        >>> str(Interval.from_printed("24").scale(12))
        '23500000000000 … 24500000000000'
        """
        return Interval(*(None if end is None else end.scaleb(power, _EXACT) for end in (self.low, self.high)))

    def __contains__(self, value: Decimal | Interval) -> bool:
        inner = value if isinstance(value, Interval) else Interval.exactly(value)
        low_fits = self.low is None or (inner.low is not None and self.low <= inner.low)
        high_fits = self.high is None or (inner.high is not None and inner.high <= self.high)
        return low_fits and high_fits

    def overlaps(self, other: Interval) -> bool:
        """Whether some number is in both.

        >>> Interval.from_printed("17.1").overlaps(Interval.from_printed("16.4"))
        False
        """
        return self.intersect(other) is not None

    def intersect(self, other: Interval) -> Interval | None:
        """Return the numbers that are in both; ``None`` if there are none."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        return None if low is not None and high is not None and low > high else Interval(low, high)

    def span(self, other: Interval) -> Interval:
        """Return the smallest interval that contains both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def __str__(self) -> str:
        low, high = (None if end is None else _format_end(end) for end in (self.low, self.high))
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


_HUNDRED: Final = Interval.exactly(100)


def _find_last_place(number: Decimal, digits: int | None) -> int:
    """The power of ten that the last significant digit counts."""
    if digits and number:
        return number.adjusted() - (digits - 1)
    return int(number.as_tuple().exponent)


def _widen(number: Decimal, unit: Decimal, qualifier: Qualifier) -> Interval:
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


def _combine(
    operation: Callable[[Decimal, Decimal], Decimal], one: Decimal | None, two: Decimal | None
) -> Decimal | None:
    return None if one is None or two is None else operation(one, two)


def _multiply(one: Decimal, two: Decimal) -> Decimal:
    return _ZERO if not one or not two else _EXACT.multiply(one, two)  # zero even if the other end is unbounded


def _format_end(end: Decimal) -> str:
    text = f"{end:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def are_worlds_apart(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ by more than a factor of 8 and not by a power of ten.

    Args:
        one: A number.
        other: The number it should equal.

    A writer errs by a third, by a factor of two, or by a power of ten with a wrong word of scale or a lost digit.
    Where numbers differ more than that, it is the reading that put the wrong two together: *65% of its profit, or 5.4
    billion, 24 crowns a share*.

    >>> [are_worlds_apart(Decimal(one), Decimal(other)) for one, other in ((5, 8), (4, 4050), (1700000, 40))]
    [False, False, True]
    """
    if not one or not other:
        return False
    ratio = abs(one / other)
    ratio = 1 / ratio if ratio < 1 else ratio
    is_of_scale = any(10**power / _SCALE_SPREAD < ratio < 10**power * _SCALE_SPREAD for power in range(1, 10))
    return ratio > _MOST_APART and not is_of_scale


def is_cut(number: Decimal, printed: Decimal) -> bool:
    """Whether digits were cut off a number instead of rounded.

    Args:
        number: The exact number.
        printed: What was printed for it.

    >>> is_cut(Decimal("25.54"), Decimal(25)), is_cut(Decimal("24.9"), Decimal(25))
    (True, False)
    """
    return 0 <= abs(number) - abs(printed) < Decimal(1).scaleb(int(printed.as_tuple().exponent))
