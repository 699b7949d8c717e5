"""Two numbers that are the ends of one figure, and those that are the old and the new level of a change.

"31.5–32.5 trillion", "between 5 and 7" and "от 10 до 12" are ranges; "raised from 20 to 22%", «со 176 до 201 трлн»,
从176增至201 and "fell by 1,250 to 38,400" are two figures.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from indicators.claims.reading.exclusions import exclude_name, is_year
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.measuring import finish_figure, measure_figure
from indicators.language.numbers import read_number
from indicators.language.tokens import Kind

__all__ = ["read_range"]

_DASHES: Final = frozenset("-–—~")
_FROM_IN_HAN: Final = frozenset("从由")
_TO_IN_HAN: Final = frozenset("至到为")
_MOVED: Final = frozenset("went goes going gone moved moves changed shifted revised swung".split())


def read_range(marked: TaggedSentence, first: ParsedFigure, floor: int) -> list[ParsedFigure] | None:
    """Two numbers that are the ends of one figure, or the old and the new level of a change."""
    joint = _joint(marked, first)
    if joint is None:
        return None
    second = _second(marked, joint, floor)
    if second is None or not _same_kind(first, second):
        return None
    if not first.money and first.unit is None and second.unit is None and not second.multiplier and not second.money:
        return None
    if _is_change(marked, first, second, joint):
        if first.unit is None and not first.money:
            first = replace(first, unit=second.unit, counted=second.counted, last=joint, unit_from="after")
            first.multiplier = first.multiplier or second.multiplier
            first.currency_before = first.currency_before or second.currency_before
            return [first, finish_figure(marked, second)]
        return None
    if second.multiplier and not first.multiplier and first.value >= second.value:
        return None  # "by 1,000 to 2.973 million"
    low, high = _ends(first, second)
    if low >= high:
        return None
    multiplier = second.multiplier or first.multiplier
    merged = replace(
        second, first=min(_with_between(marked, first), first.first), number=first.number,
        value=(low + high) / 2, low=low, high=high, multiplier=multiplier,
        digits=max(first.digits, second.digits), unit=second.unit or first.unit,
        currency_before=first.currency_before or second.currency_before,
        qualifier=None, sign=first.sign,
    )  # fmt: skip
    if marked.at(merged.last, Role.BETWEEN_AFTER):
        merged.last += 1
    return [finish_figure(marked, merged)]


def _joint(marked: TaggedSentence, first: ParsedFigure) -> int | None:
    """The token after the sign or word between two ends of a range."""
    at = first.last
    key = marked.key(at)
    if key in _DASHES and marked.kind(at + 1) in (Kind.NUMBER, Kind.SIGN):
        spaced = not marked.glued(at) or not marked.glued(at + 1)
        return at + 1 if not spaced or (first.unit is None and not first.money) else None
    if key in ("to", "до", "至", "到"):
        return at + 1
    if marked.key(first.first - 1) in _FROM_IN_HAN and (moved := marked.at(at, Role.RISE, Role.FALL)) is not None:
        return _end_of_move(marked, moved.end)
    if key in ("and", "и", "和") and marked.before(first.first, Role.BETWEEN, Role.BEFORE) and _between(marked, first):
        return at + 1
    return None


def _end_of_move(marked: TaggedSentence, end: int) -> int | None:
    """The token after ``增至``, ``提高到`` between the old level and the new; ``None`` where the verb says no level."""
    if marked.key(end - 1) in _TO_IN_HAN:
        return end
    return end + 1 if marked.key(end) in _TO_IN_HAN else None


def _between(marked: TaggedSentence, first: ParsedFigure) -> bool:
    before = marked.before(first.first, Role.BETWEEN)
    return before is not None and marked.key(before.start) in ("between", "между", "介", "在", "range", "within")


def _second(marked: TaggedSentence, index: int, floor: int) -> ParsedFigure | None:
    at = index
    while at < len(marked) and at - index < 4 and marked.kind(at) is not Kind.NUMBER:
        if not (marked.kind(at) is Kind.SIGN or marked.at(at, Role.MONEY, Role.BEFORE)):
            break
        at += 1
    number = read_number(marked.tokens, at, marked.language) if at < len(marked) else None
    if number is None or (number.in_words and number.value < 2):
        return None
    if number.in_words is False and (exclude_name(marked, at, number.end) or is_year(marked, at)):
        return None
    return measure_figure(marked, at, number, max(floor, index))


def _same_kind(first: ParsedFigure, second: ParsedFigure) -> bool:
    if first.money and second.money:
        return (
            first.money == second.money or first.money.startswith(second.money) or second.money.startswith(first.money)
        )
    if first.unit is None and not first.money:
        return True
    if second.unit is None and not second.money:
        return first.currency_before != "" and (second.multiplier > 0 or first.multiplier == 0)
    if first.unit is not None and second.unit is not None:
        return first.unit == second.unit
    return False


def _is_change(marked: TaggedSentence, first: ParsedFigure, second: ParsedFigure, joint: int) -> bool:
    """Whether it says *from* one level *to* another (or a growth and a level) rather than a range."""
    dash = marked.key(joint - 1) in _DASHES
    if dash:
        return False
    key = marked.key(first.first - 1)
    if key in ("с", "со", "из"):
        return True
    changed = marked.within(max(0, first.first - 8), first.first, Role.RISE, Role.FALL)
    if key == "from":
        return (
            marked.key(first.first - 2) in _MOVED or bool(changed) or bool(marked.at(second.last, Role.RISE, Role.FALL))
        )
    if key in _FROM_IN_HAN and joint - first.last > 1:
        return True  # 从176增至201
    if key in _FROM_IN_HAN:
        after = marked.at(second.last, Role.RISE, Role.FALL)  # 由2%至3%上调至3.2%: the range itself moved
        return not marked.at(second.last, Role.BETWEEN_AFTER) and after is None
    if key == "by" and second.value * 10 ** (second.multiplier - first.multiplier) > 3 * first.value:
        return bool(changed)  # "fell by 1,250 to 38,400": the step and the level
    directly = marked.before(first.first, Role.RISE, Role.FALL) is not None
    if directly and first.money and second.value * 10 ** (second.multiplier - first.multiplier) > 3 * first.value:
        return True  # "fell $10 to $650"
    foreseen = marked.within(max(0, first.first - 14), first.first, Role.FORECAST)  # "is expected to grow 7% to 11%"
    return directly and not foreseen and first.has(Role.PERCENT) and key not in ("by", "of", "на", "между", "between")


def _ends(first: ParsedFigure, second: ParsedFigure) -> tuple[Decimal, Decimal]:
    """The two ends in the scale of the second: ``€900m to €1.1bn`` is 0.9 to 1.1 billion."""
    low = -first.value if first.sign == "-" else first.value
    high = -second.value if second.sign == "-" else second.value
    if first.multiplier and second.multiplier and first.multiplier != second.multiplier:
        low = low.scaleb(first.multiplier - second.multiplier)
    if first.sign == "-" and second.sign == "" and -second.value < low:
        high = -second.value
    return min(low, high), max(low, high) if low != high else low


def _with_between(marked: TaggedSentence, first: ParsedFigure) -> int:
    before = marked.before(first.first, Role.BETWEEN)
    return before.start if before is not None else first.first
