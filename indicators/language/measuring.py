"""One number with its scale, its unit, what it is paid for and the words before and behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from indicators.language.figure_units import read_before, read_denominator, read_scale, read_unit_after
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.numbers import Number, read_number
from indicators.language.tokens import Kind

__all__ = ["finish_figure", "measure_figure", "start_figure"]

_PRICED: Final = frozenset((
    "kilowatt-hours", "megawatt-hours", "tonnes", "kilograms", "barrels", "litres", "square metres", "troy ounces",
    "cubic metres",
))  # fmt: skip


def measure_figure(marked: TaggedSentence, index: int, number: Number, floor: int, *, power: int = 0) -> ParsedFigure:
    """Read a number with its scale and unit, but not its range."""
    figure = start_figure(marked, index, number.end, number.value, number.digits, floor)
    figure.in_words = number.in_words
    end = number.end
    end = _read_more(marked, figure, end)
    scale, end = read_scale(marked, end, money=bool(figure.currency_before))
    if scale and (more_of_it := _lower_part(marked, end, scale)) is not None:
        lower, lower_scale, end = more_of_it
        figure.value += lower.value.scaleb(lower_scale - scale)
        figure.digits = len(figure.value.as_tuple().digits)
    end = _read_more(marked, figure, end) if scale else end
    figure.multiplier, figure.last = power + scale, end
    unit = read_unit_after(marked, end, in_words=number.in_words and not scale)
    if unit is not None and figure.currency_before and unit.role in (Role.THING, Role.TIMES, Role.TENTHS):
        unit = None  # "$5 shares": a noun after money is not counted
    if unit is not None:
        figure.unit, figure.counted, figure.last = (unit.role, unit.value), unit.counted, unit.end
        figure.multiplier += unit.power
        if unit.role is Role.TENTHS:
            figure.value, figure.unit, figure.form = figure.value * 10, (Role.PERCENT, "%"), "tenths"
            _add_hundredths(marked, figure)
            figure.digits = 1 if figure.value % 10 == 0 else 2
    return figure


def _read_more(marked: TaggedSentence, figure: ParsedFigure, end: int) -> int:
    """The token after a qualifier between a number and its scale or unit: 多, 余."""
    more = marked.at(end, Role.AFTER)
    if more is None or marked.key(end) not in marked.words.more_inside:
        return end
    figure.qualifier = more.value
    return more.end


def _lower_part(marked: TaggedSentence, end: int, scale: int) -> tuple[Number, int, int] | None:
    """The thousands after the millions: ``1 млн 222 тыс.``, ``1亿2000万``."""
    number = read_number(marked, end) if marked.kind(end) is Kind.NUMBER else None
    if number is None:
        return None
    lower, after = read_scale(marked, number.end, money=False)
    fits = 0 < lower < scale and number.value.scaleb(lower) < Decimal(1).scaleb(scale)
    return (number, lower, after) if fits else None


def _add_hundredths(marked: TaggedSentence, figure: ParsedFigure) -> None:
    """八成五 is 85 percent."""
    digit = read_number(marked, figure.last)
    if digit is not None and digit.in_words and digit.value < 10 and digit.end == figure.last + 1:
        figure.value, figure.last = figure.value + digit.value, digit.end


def start_figure(
    marked: TaggedSentence,
    index: int,
    end: int,
    value: Decimal,
    digits: int,
    floor: int,
    *,
    unit: tuple[Role, str] | None = None,
) -> ParsedFigure:
    """Start a figure with a number and what precedes it: currency, sign and qualifier."""
    before = read_before(marked, index, floor)
    return ParsedFigure(
        before.first, index, end, value, digits,
        unit=unit, currency_before=before.currency, qualifier=before.qualifier, sign=before.sign,
    )  # fmt: skip


def finish_figure(marked: TaggedSentence, figure: ParsedFigure) -> ParsedFigure:
    """Add what follows the unit: what it is paid for, and a qualifier."""
    if figure.money or figure.unit is None or figure.has(Role.THING, Role.SUBUNIT):
        per = read_denominator(marked, figure.last) or _per_before(marked, figure)
        if per is not None:
            figure.per, figure.last = per[0], max(per[1], figure.last)
    after = marked.at(figure.last, Role.AFTER)
    if after is not None and figure.qualifier is None:
        figure.qualifier, figure.last = after.value, after.end
    return figure


def _per_before(marked: TaggedSentence, figure: ParsedFigure) -> tuple[str, int] | None:
    """What it is paid for comes first in Chinese: 每千瓦时400元."""
    thing = marked.before(figure.first, Role.THING)
    if thing is not None and marked.key(thing.start - 1) in marked.words.each and figure.money:
        return (thing.value, figure.last) if thing.value != "units" and thing.value in _PRICED else None
    return None
