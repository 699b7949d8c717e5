"""Numbers as people write them: ``24 trillion RUB``, ``$287 billion``, ``+3.2%``, ``1,700 companies``.

A number is rounded once, half to even, on its decimal digits (never on its binary tail), and never shows more
digits than are known. Scale words start at the million: people write 14,889, not 14.9 thousand. The words are
English in every locale; the locale sets the separators (CLDR).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, Inexact
from functools import lru_cache
from itertools import chain, count
from typing import Final, Literal

from indicators.errors import UsageError
from indicators.model import messages
from indicators.model.unit_names import SCALES
from indicators.model.units import Unit, parse_unit

Style = Literal["long", "symbol", "short"]
"""How money is formatted: ``287 billion USD`` (long), ``$287 billion`` (symbol), ``$287 bn`` (short)."""

MINUS: Final = "\N{MINUS SIGN}"
_SHORT_WORDS: Final = {**SCALES, 9: "bn", 12: "tn"}  # "m" could be metres
_NAMELESS: Final = frozenset({"ratio", "index", "natural logarithm"})
_HARDLY: Final = Decimal("0.06")  # of a step
_STEPS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
_NOISE: Final = Decimal("1e-15")
"""The relative error of a sum of floats that counts as none: 30.000000000000004 is 30."""
_EXACT: Final = Context(prec=400, rounding=ROUND_HALF_EVEN)


def format_quantity(
    value: float | Decimal,
    unit: Unit | str,
    *,
    digits: int | None = None,
    style: Style = "long",
    locale: str = "en",
    signed: bool = False,
) -> str:
    """Format a number with its unit.

    Args:
        value: The number in ``unit``: 24 in ``trillion RUB`` and 24e12 in ``RUB`` give the same text.
        unit: The unit, or its text.
        digits: The maximum number of significant digits. By default four, or all digits of a whole number below
            a million.
        style: ``long`` puts the currency code after the number, ``symbol`` puts the currency symbol before it,
            ``short`` abbreviates the scale word too.
        locale: A CLDR locale, for the separators.
        signed: Whether a positive number gets a plus sign, as a change does.

    Raises:
        UnknownUnitError: The text is not a unit.
        UsageError: ``digits`` is less than one, or the locale is unknown.

    >>> format_quantity(24e12, "RUB"), format_quantity(287.04e9, "USD", digits=3, style="symbol")
    ('24 trillion RUB', '$287 billion')
    >>> format_quantity(1700, "companies"), format_quantity(78.6e6, "persons"), format_quantity(40, "% of GDP")
    ('1,700 companies', '78.6 million persons', '40% of GDP')
    >>> format_quantity(3.2, "%", signed=True), format_quantity(-1.1, "percentage points") == "\N{MINUS SIGN}1.1 points"
    ('+3.2%', True)
    """
    known = parse_unit(unit) if isinstance(unit, str) else unit
    exact = _to_decimal(value)
    if exact.is_nan():
        return messages.NO_FIGURE
    number = round_digits(exact.scaleb(known.multiplier, _EXACT), _choose_digits(exact, known, digits))
    power = _choose_power(number)
    word = (_SHORT_WORDS if style == "short" else SCALES).get(power, "")
    sign = MINUS if number < 0 else "+" if signed and number > 0 else ""
    figure = _write_digits(abs(number).scaleb(-power, _EXACT), locale)
    return _place_unit(sign, figure, word, known.plain, locale=locale if style != "long" else None)


def format_quantity_range(
    low: float | Decimal,
    high: float | Decimal,
    unit: Unit | str,
    *,
    digits: int | None = None,
    locale: str = "en",
) -> str:
    """Format a range of numbers; the unit is written once, and so is the scale word if both ends share it.

    Args:
        low: The lower end, in ``unit``.
        high: The upper end.
        unit: The unit, or its text.
        digits: The maximum number of significant digits of each end, as in `format_quantity`. Both ends get the
            last digit of the one with more, and no coarser one than the range is long: 31.25 to 35.4% is no 30 to 40%.
        locale: A CLDR locale, for the separators.

    Returns:
        The range; a single number if both ends give the same text.

    Raises:
        UnknownUnitError: The text is not a unit.
        UsageError: ``digits`` is less than one, or the locale is unknown.

    >>> format_quantity_range(31.5e12, 32.5e12, "RUB", digits=3), format_quantity_range(30, 35, "%")
    ('31.5 to 32.5 trillion RUB', '30 to 35%')
    >>> format_quantity_range(31.25, 35.4, "%", digits=1), format_quantity_range(98.5, 101.4, "%", digits=2)
    ('31 to 35%', '98 to 101%')
    >>> format_quantity_range(900, 1200, "million USD"), format_quantity_range(1, 3, "companies")
    ('900 million to 1.2 billion USD', '1 to 3 companies')
    """
    known = parse_unit(unit) if isinstance(unit, str) else unit
    ends = (_to_decimal(low), _to_decimal(high))
    shown = _choose_digits_of_range(ends, known, digits)
    upper = format_quantity(high, known, digits=shown[1], locale=locale)
    if format_quantity(low, known, digits=shown[0], locale=locale) == upper:
        return upper
    first, second = (
        format_quantity(end.scaleb(known.multiplier, _EXACT), "ratio", digits=number, locale=locale)
        for end, number in zip(ends, shown, strict=True)
    )
    figure, _, word = first.partition(" ")
    return f"{figure if word == second.partition(' ')[2] else first} to {upper}"


def format_fixed(value: float | Decimal, decimals: int, *, locale: str = "en") -> str:
    """Format a number with so many decimals, rounded once, half to even.

    >>> format_fixed(3, 1), format_fixed(-1234.25, 1), format_fixed(3.5, 2, locale="de")
    ('3.0', '\N{MINUS SIGN}1,234.2', '3,50')
    """
    number = _to_decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
    return f"{MINUS if number < 0 else ''}{_write_digits(abs(number), locale)}"


def round_digits(value: float | Decimal, digits: int) -> Decimal:
    """Round a number once, half to even, to at most ``digits`` significant digits.

    A trailing zero stays if the number was rounded, as it shows how precisely the number is known.

    Raises:
        UsageError: ``digits`` is less than one.

    >>> round_digits(2.675, 3), round_digits(1_738, 2)
    (Decimal('2.68'), Decimal('1.7E+3'))
    >>> round_digits(3.6981, 3), round_digits(3.7, 3)
    (Decimal('3.70'), Decimal('3.7'))
    """
    if digits < 1:
        raise UsageError(messages.TOO_FEW_DIGITS, found=str(digits), expected="1 or more")
    exact = _to_decimal(value)
    if not exact.is_finite():
        return exact
    context = Context(prec=digits, rounding=ROUND_HALF_EVEN)
    number = context.create_decimal(exact)
    is_rounded = context.flags[Inexact] and abs(number - exact) > abs(exact) * _NOISE
    return number if is_rounded else number.normalize(_EXACT)


def choose_scale(values: Iterable[float]) -> tuple[int, str]:
    """Choose one scale word for an axis or a table column; NaN and infinities are ignored.

    Returns:
        The power of ten to divide by, and its word: ``(0, "")`` if all numbers are below 10,000.

    >>> choose_scale([2.1e12, 18.7e12]), choose_scale([35_000.0, 900.0]), choose_scale([1.5, 99.0])
    ((12, 'trillion'), (3, 'thousand'), (0, ''))
    """
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    if largest < 10_000:
        return 0, ""
    power = max(power for power in SCALES if largest >= float(f"1e{power}"))
    return power, SCALES[power]


def choose_ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Choose at most so many round tick marks within an axis: multiples of 1, 2, 2.5 or 5 times a power of ten.

    Raises:
        UsageError: An end is not finite, ``high`` is below ``low``, or ``most`` is less than two.

    >>> choose_ticks(0, 31.3), choose_ticks(-3.1, 7)
    ((0.0, 10.0, 20.0, 30.0), (-2.0, 0.0, 2.0, 4.0, 6.0))
    """
    bottom, top = _check_ends(low, high, most)
    if bottom == top:
        return (float(bottom),)
    magnitude = (top - bottom).adjusted() - 1
    for step in (step.scaleb(magnitude + more) for more in range(4) for step in _STEPS):
        first = (bottom / step).to_integral_value(ROUND_FLOOR) * step
        first += step if first < bottom else 0
        if first + most * step > top:
            return tuple(float(first + index * step) for index in range(most) if first + index * step <= top)
    raise AssertionError("a step of a hundred times the axis leaves at most one mark")


def enclose_ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Choose at most so many round tick marks, of which the first and the last enclose all that is on an axis.

    The steps are those of `choose_ticks`; of those with three marks or more, the one is chosen that leaves the least
    space. What is hardly beyond a mark needs no further one. A single value is between two marks.

    Raises:
        UsageError: An end is not finite, ``high`` is below ``low``, or ``most`` is less than two.

    >>> enclose_ticks(-0.3, 31.3), enclose_ticks(-3.1, 7), enclose_ticks(5, 5, 4)
    ((0.0, 10.0, 20.0, 30.0, 40.0), (-5.0, -2.5, 0.0, 2.5, 5.0, 7.5), (4.5, 5.0, 5.5))
    """
    bottom, top = _check_ends(low, high, most)
    if bottom == top:
        space = abs(top) / 10 or Decimal(1)
        bottom, top = bottom - space, top + space
    magnitude = (top - bottom).adjusted() - 1
    found: list[list[Decimal]] = []
    for step in (step.scaleb(magnitude + more) for more in range(3) for step in _STEPS):
        first = (bottom / step + _HARDLY).to_integral_value(ROUND_FLOOR)
        last = (top / step - _HARDLY).to_integral_value(ROUND_CEILING)
        if 0 < last - first < most:
            found.append([(first + number) * step for number in range(int(last - first) + 1)])
    best = min(found, key=lambda marks: (len(marks) < 3, marks[-1] - marks[0]))
    return tuple(map(float, best))


def choose_log_ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Choose tick marks within a logarithmic axis: powers of ten, and 2 and 5 times those if there is room.

    An axis too short for two such marks gets the marks of `choose_ticks`.

    Raises:
        UsageError: An end is not positive and finite, ``high`` is below ``low``, or ``most`` is below two.

    >>> choose_log_ticks(1, 1000), choose_log_ticks(3, 60), choose_log_ticks(1, 1e7)
    ((1.0, 10.0, 100.0, 1000.0), (5.0, 10.0, 20.0, 50.0), (1.0, 100.0, 10000.0, 1000000.0))
    """
    bottom, top = _check_ends(low, high, most)
    if bottom <= 0:
        raise UsageError(messages.NO_ZERO_ON_LOG_AXIS, found=str(low), expected="a number above zero")
    exponents = range(bottom.adjusted(), top.adjusted() + 1)
    fine = [Decimal(digit).scaleb(power) for power in exponents for digit in (1, 2, 5)]
    coarse = ([Decimal(1).scaleb(power) for power in exponents if power % every == 0] for every in count(1))
    inside = ([mark for mark in marks if bottom <= mark <= top] for marks in chain([fine], coarse))
    marks = next(marks for marks in inside if len(marks) <= most)
    return tuple(map(float, marks)) if len(marks) > 1 else choose_ticks(low, high, most)


def _to_decimal(value: float | Decimal) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(repr(float(value)))


def _choose_digits(value: Decimal, unit: Unit, digits: int | None) -> int:
    """Return the default of ``digits``: four, or all digits of a whole number below a million."""
    if digits is not None or not value.is_finite():
        return 1 if digits is None else digits
    leading = value.scaleb(unit.multiplier, _EXACT).to_integral_value(ROUND_HALF_EVEN).adjusted() + 1
    return max(4, leading) if leading <= 6 else 4


def _choose_digits_of_range(ends: tuple[Decimal, Decimal], unit: Unit, digits: int | None) -> list[int]:
    """Return the digits of both ends of a range, so that they end in the same place, unless they are rounded alike."""
    wanted = [_choose_digits(end, unit, digits) for end in ends]
    length = ends[1] - ends[0]
    rounded = {round_digits(end, number) for end, number in zip(ends, wanted, strict=True)}
    if not length.is_finite() or len(rounded) == 1:
        return wanted
    places = [end.adjusted() - number + 1 for end, number in zip(ends, wanted, strict=True) if end]
    place = min(*places, abs(length).adjusted())
    return [max(1, end.adjusted() - place + 1) if end else 1 for end in ends]


def _choose_power(number: Decimal) -> int:
    if not number.is_finite() or number == 0:
        return 0
    return max((power for power in SCALES if 6 <= power <= number.adjusted()), default=0)


def _write_digits(number: Decimal, locale: str) -> str:
    """Write a number with the separators of the locale, in scientific notation only if it is tiny."""
    if number.is_infinite():
        return "\N{INFINITY}"
    tiny = number != 0 and number.adjusted() < -6
    if locale == "en" and not tiny:
        return f"{number:,f}"  # same as babel, twenty times faster: a chart formats thousands
    from babel.core import Locale, UnknownLocaleError
    from babel.numbers import format_scientific, parse_pattern

    try:
        if tiny:
            return str(format_scientific(number, locale=locale, decimal_quantization=False))
        pattern = parse_pattern(Locale.parse(locale).decimal_formats[None].pattern)
        places = max(0, -int(number.as_tuple().exponent))
        pattern.frac_prec = (places, places)  # format_decimal drops trailing zeros
        return str(pattern.apply(number, locale))
    except (UnknownLocaleError, ValueError) as error:
        raise UsageError(messages.UNKNOWN_LOCALE, found=locale, expected="a CLDR locale, such as en") from error


def _place_unit(sign: str, figure: str, word: str, unit: Unit, *, locale: str | None) -> str:
    """Place the unit as people do: before the number (``$``), attached (``%``) or after it."""
    scaled = f"{sign}{figure} {word}".rstrip()
    symbol = _find_symbol(unit.currency, locale) if unit.currency and locale else None
    if symbol:
        return f"{sign}{symbol}{figure} {word}".rstrip() + unit.text.removeprefix(unit.currency or "")
    if unit.text in _NAMELESS:
        return scaled
    if unit.expression == "index_point" and unit.base:
        return f"{scaled} ({unit.base} = 100)"
    name = unit.singular if figure == "1" and not word else unit.label
    if unit.expression == "percentage_point":
        name = name.removeprefix("percentage ")  # "1.1 points", shown next to percentages
    touching = unit.expression in {"percent", "permille"} and not word
    return f"{scaled}{'' if touching else ' '}{name}"


@lru_cache(maxsize=512)
def _find_symbol(code: str, locale: str) -> str | None:
    """Return the symbol of a currency in the locale, or ``None`` if it only has its code."""
    from babel.numbers import get_currency_symbol

    symbol = get_currency_symbol(code, locale=locale)
    return None if symbol == code else symbol


def _check_ends(low: float, high: float, most: int) -> tuple[Decimal, Decimal]:
    if most < 2:
        raise UsageError(messages.TOO_FEW_MARKS, found=str(most), expected="2 or more")
    if not (math.isfinite(low) and math.isfinite(high) and low <= high):
        found = f"{low} to {high}"
        raise UsageError(messages.UNORDERED_AXIS, found=found, expected="low <= high, both finite")
    return _to_decimal(low), _to_decimal(high)


def count_noun(number: int, singular: str, plural: str) -> str:
    """Write a whole number with its noun: ``1 country``, ``2,000 countries``.

    >>> count_noun(1, "country", "countries"), count_noun(2000, "country", "countries")
    ('1 country', '2,000 countries')
    """
    return f"{number:,} {singular if number == 1 else plural}"


MOST_NAMED = 6
"""How many names a sentence lists before it counts the rest."""


def join_names(names: Sequence[str], *, most: int = MOST_NAMED) -> str:
    """Join names into a phrase; count the end of a long list, and use semicolons if a name has a comma.

    >>> join_names(["Russia", "China", "India"])
    'Russia, China and India'
    >>> join_names(["Exports, share of GDP", "Inflation", "GDP"])
    'Exports, share of GDP; Inflation; GDP'
    >>> join_names(list("ABCD"), most=2)
    'A and 3 others'
    """
    has_commas = any("," in name for name in names)
    between, last = ("; ", "; ") if has_commas else (", ", " and ")
    shown = list(names)
    if len(shown) > most:
        others = f"{len(shown) - most + 1} others"
        return f"{between.join(shown[: most - 1])}{';' if has_commas else ''} and {others}"
    return last.join(part for part in (between.join(shown[:-1]), *shown[-1:]) if part)


def format_plain_number(value: float) -> str:
    """Write a number in full, without an exponent or a trailing ``.0``; empty for NaN.

    >>> [format_plain_number(number) for number in (2.4e13, 0.1, float("nan"), -0.0)]
    ['24000000000000', '0.1', '', '0']
    """
    if value is None or math.isnan(value):
        return ""
    text = format(Decimal(repr(float(value))), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def align_columns(rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> list[str]:
    """Pad the cells of a text table, the heading first, so that columns line up, those of ``right`` to the right.

    >>> align_columns([("Year", "Value"), ("2024", "24")], right=[1])
    ['Year  Value', '2024     24']
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
