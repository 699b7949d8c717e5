"""The numbers of a row or a column of a table, written alike: one scale, one unit, the same decimals."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.model.formatting import format_fixed, format_quantity
from indicators.model.unit_names import SCALES
from indicators.model.units import parse_unit

_DIGITS: Final = 4  # of the largest number
_BRIEF: Final = 3  # the same in a table to be taken in at a glance
_FEWEST: Final = 2  # of the smallest number
_MOST_DIGITS: Final = 5  # of the largest number if the smallest is to have its digits, too
_PERCENT: Final = "%"
_LEAST_SCALE: Final = 6  # numbers below a million are written in full


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How numbers of one unit are written.

    Attributes:
        unit: The unit of the written numbers, with its scale: ``billion USD``; empty if they have a sign.
        power: The power of ten that a number is divided by.
        decimals: The decimals of each number; ``None`` if each is written in a scale of its own.
        digits: The most digits of a number in a scale of its own, as in `format_quantity`.
        sign: What follows each number: ``%``.
    """

    unit: str
    power: int = 0
    decimals: int | None = None
    digits: int | None = None
    sign: str = ""

    def write(self, value: float) -> str:
        """Write a number without its unit; one that would be zero keeps a digit.

        >>> NumberStyle("%", decimals=1).write(-2.25), NumberStyle("%", decimals=1).write(0.0412)
        ('\N{MINUS SIGN}2.2', '0.04')
        """
        if self.decimals is None or not math.isfinite(value):
            return format_quantity(value, "ratio", digits=self.digits)
        exact = Decimal(repr(float(value))).scaleb(-self.power)
        is_tiny = exact and not round(exact, self.decimals)
        number = format_quantity(exact, "ratio", digits=1) if is_tiny else format_fixed(exact, self.decimals)
        return f"{number}{self.sign}"


def choose_number_style(values: Iterable[float], unit: str, *, brief: bool = False) -> NumberStyle:
    """Choose how the numbers of a row or a column are written, so that they can be compared.

    The largest has four digits, or three in a brief table; whole numbers below a million are written in full. The
    smallest has at least two digits. If the numbers are too far apart for that, each has a scale of its own.

    Percentages have two decimals, or one in a brief table, but those published with two keep them: a rate of 4.25% is
    never 4.2%. If all are small, the largest has two digits.

    Args:
        values: The numbers; NaN and infinities are ignored.
        unit: Their unit.
        brief: Whether the table is to be taken in at a glance; then percentages have their sign, too.

    >>> style = choose_number_style([2.5617e12, 19.4987e12], "USD")
    >>> style.unit, style.write(2.5617e12), style.write(19.4987e12)
    ('trillion USD', '2.56', '19.50')
    >>> style = choose_number_style([143.5e6, 1.4072e9], "persons")
    >>> style.unit, style.write(143.5e6), style.write(1.4072e9)
    ('million persons', '144', '1,407')
    >>> style = choose_number_style([30.77e12, 60.3e6], "USD")
    >>> style.unit, style.write(30.77e12), style.write(60.3e6)
    ('USD', '30.77 trillion', '60.3 million')
    >>> [choose_number_style(rates, "%", brief=True).write(rates[0]) for rates in ([3.0, 14.5], [4.25, 0.1234])]
    ['3.0%', '4.25%']
    """
    known = parse_unit(unit)
    numbers = [Decimal(repr(float(value))) for value in values if math.isfinite(value)]
    sizes = [abs(number) for number in numbers if number]
    if known.expression == "percent":
        sign = _PERCENT if brief and known.label.startswith(_PERCENT) else ""
        decimals = count_decimals_of_shares(numbers, brief=brief)
        return NumberStyle(known.label.removeprefix(sign).strip(), decimals=decimals, sign=sign)
    digits = _BRIEF if brief else _DIGITS
    if not sizes:
        return NumberStyle(known.label, decimals=0)
    power = 0 if known.multiplier else _choose_power(min(sizes), max(sizes))  # a scale that was asked for stays
    largest, smallest = max(sizes).scaleb(-power), min(sizes).scaleb(-power)
    published = max(-int(number.normalize().as_tuple().exponent) + power for number in numbers)
    needed = max(0, min(published, _FEWEST - 1 - smallest.adjusted()))
    decimals = max(needed, min(published, digits - 1 - largest.adjusted()))
    if needed and largest.adjusted() < _MOST_DIGITS <= largest.adjusted() + needed:
        return NumberStyle(known.label, digits=_BRIEF if brief else None)
    return NumberStyle(f"{SCALES.get(power, '')} {known.label}".strip(), power, decimals)


def count_decimals_of_shares(numbers: Sequence[Decimal], *, brief: bool) -> int:
    """Count the decimals of percentages that are written alike, as `choose_number_style` says.

    >>> [count_decimals_of_shares([Decimal(text)], brief=True) for text in ("5.852", "4.25", "3", "0.0612")]
    [1, 2, 0, 3]
    """
    published = [max(0, -int(number.normalize().as_tuple().exponent)) for number in numbers]
    largest = max((abs(number) for number in numbers), default=Decimal())
    most = 1 if brief and 2 not in published else 2
    return min(max(most, _FEWEST - 1 - largest.adjusted()), max(published, default=0)) if largest else 0


def _choose_power(smallest: Decimal, largest: Decimal) -> int:
    """Choose the power of the largest number, or the next lower one if that avoids fractions and long numbers."""
    powers = [0, *(power for power in SCALES if power >= _LEAST_SCALE)]
    highest = max(power for power in powers if power == 0 or power <= largest.adjusted())
    lower = max((power for power in powers if power < highest), default=highest)
    is_fraction = smallest.adjusted() < highest
    return lower if lower and is_fraction and largest.adjusted() - lower < _MOST_DIGITS else highest
