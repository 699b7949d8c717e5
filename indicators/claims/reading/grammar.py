"""The grammar of figures: qualifier, currency, sign, number, scale, range, unit, in one pass over a sentence.

The scan goes forward, looks at a bounded number of tokens around each number and never goes back, so its time is
linear in the length of the sentence whatever stands in it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.claims.reading.exclusions import is_year, part_of_a_date, part_of_a_name, part_of_a_sequence
from indicators.claims.reading.fractions import Part, may_be_part, multiple_at, part_at
from indicators.claims.reading.lexicon import Role
from indicators.claims.reading.marking import Figure, Marked
from indicators.claims.reading.numbers import Number, may_be_number, number_at
from indicators.claims.reading.tokens import Kind
from indicators.claims.reading.units_of_figures import (
    before_number,
    per_at,
    qualifier_after,
    scale_at,
    unit_at,
)

__all__ = ["Passed", "figures_in"]

_DASHES: Final = frozenset("-–—~")
_MEASURES: Final = frozenset("每")


class Passed(NamedTuple):
    """A number that was passed over.

    Attributes:
        first: Its first token.
        last: The token after its last.
        reason: Why.
        is_unsure: Whether it may be a figure all the same.
    """

    first: int
    last: int
    reason: str
    is_unsure: bool = False


def figures_in(marked: Marked) -> tuple[list[Figure], list[Passed]]:
    """The figures of a sentence in order, and the numbers that are none, each with the reason."""
    figures: list[Figure] = []
    passed: list[Passed] = []
    index = floor = 0
    while index < len(marked):
        found = _at(marked, index, floor)
        if found is None:
            index += 1
            continue
        for piece in found if isinstance(found, list) else [found]:
            if isinstance(piece, Figure):
                figures.append(piece)
            else:
                passed.append(piece)
            index = floor = max(piece.last, index + 1)
    return figures, passed


def _at(marked: Marked, index: int, floor: int) -> list[Figure] | Passed | None:
    token = marked.tokens[index]
    if token.kind is Kind.SIGN or (token.kind is Kind.WORD and not _may_begin(marked, index)):
        return None
    if part := part_at(marked, index):
        return _of_part(marked, index, part, floor)
    if token.kind is not Kind.NUMBER and (multiple := multiple_at(marked, index)):
        return [_of_multiple(marked, index, multiple, floor)]
    number = number_at(marked.tokens, index, marked.language) or _scale_alone(marked, index)
    if number is None:
        unread = token.kind is Kind.NUMBER
        return Passed(index, index + 1, "a version, a date or a section") if unread else None
    if number.in_words:
        return _of_words(marked, index, number, floor)
    sequence = part_of_a_sequence(marked, index, number.end)
    if sequence is not None:
        return Passed(index, sequence[1], sequence[0])
    reason = _reason(marked, index, number.end)
    if reason is not None:
        return Passed(index, _end_of_years(marked, number.end), reason)
    return _of_number(marked, index, number, floor)


def _scale_alone(marked: Marked, index: int) -> Number | None:
    """``突破万亿``, ``超千万元``: a word of scale after a qualifier stands for one of it."""
    if marked.kind(index) is not Kind.HAN or marked.before(index, Role.BEFORE) is None:
        return None
    scale = marked.at(index, Role.SCALE)
    known = scale is not None and scale.value >= 4 and marked.kind(index - 2) is not Kind.NUMBER
    return Number(Decimal(1), 1, index, in_words=True) if known else None


def _may_begin(marked: Marked, index: int) -> bool:
    """Whether a word can begin a figure; most cannot, and are passed at once."""
    key = marked.key(index)
    return may_be_number(key) or may_be_part(key) or marked.at(index, Role.DOUBLE, Role.HALVE) is not None


def _reason(marked: Marked, index: int, end: int) -> str | None:
    return part_of_a_date(marked, index, end) or part_of_a_name(marked, index, end)


def _end_of_years(marked: Marked, end: int) -> int:
    """``2025-26``, ``2023/24``, ``2024–2025`` are years as a whole."""
    if (
        is_year(marked, end - 1)
        and marked.key(end) in ("-", "–", "—", "/")
        and marked.kind(end + 1) is Kind.NUMBER
        and marked.glued(end + 1)
    ):
        text = marked.tokens[end + 1].text
        if text.isdigit() and len(text) in (2, 4):
            return end + 2
    return end


# ------------------------------------------------------------------------------------------------ numbers in words


def _of_part(marked: Marked, index: int, part: Part, floor: int) -> list[Figure] | Passed | None:
    if part.form == "percent":
        return [
            _finished(
                marked, _figure(marked, index, part.end, part.value, part.digits, floor, unit=(Role.PERCENT, "%"))
            )
        ]
    if part.form:
        figure = _figure(marked, index, part.end, part.value, part.digits, floor, unit=(Role.PERCENT, "%"))
        return [_finished(marked, replace(figure, form="fraction", in_words=True))]
    number = Number(part.value, part.digits, part.end, in_words=True)
    return _of_number(marked, index, number, floor, power=part.power)


def _of_multiple(marked: Marked, index: int, part: Part, floor: int) -> Figure:
    figure = _figure(marked, index, part.end, part.value, part.digits, floor, unit=(Role.TIMES, "ratio"))
    return _finished(marked, replace(figure, form=part.form, in_words=True))


def _of_words(marked: Marked, index: int, number: Number, floor: int) -> list[Figure] | Passed | None:
    """A number word counts when a scale, a unit or a known noun follows, and it does not refer back."""
    han = marked.kind(index) is Kind.HAN
    if marked.at(number.end, Role.SPAN, Role.MONTHS, Role.QUARTER, Role.HALF) and not (
        han and marked.at(number.end, Role.SCALE)
    ):
        return None if han else Passed(index, number.end + 1, "a length of time or a date")
    if han and (marked.at(index, Role.REFER, Role.NAME) or marked.key(index - 1) in ("第", "前", "首", "十", "这")):
        return None
    scale, end = scale_at(marked, number.end, money=False)
    if number.value <= 1 and not scale and not (han and marked.at(end, Role.TIMES, Role.TENTHS)):
        return None
    unit = unit_at(marked, end, in_words=True)
    if unit is None and not scale:
        return None if han or number.value < 2 else _unsure_word(marked, index, number)
    if not scale and marked.before(index, Role.REFER) is not None and number.value < 20:
        return None if han else Passed(index, number.end, "refers back to what was named before")
    if unit is not None and unit.role is Role.THING and (unit.value == "units" and han and len(unit.counted) < 2):
        return None  # 三项, 两大: counting words of a list
    if unit is not None and unit.role is Role.THING and unit.value == "index points":
        return None
    return _of_number(marked, index, number, floor)


def _unsure_word(marked: Marked, index: int, number: Number) -> Passed | None:
    following = marked.kind(number.end) is Kind.WORD
    return Passed(index, number.end, "a number word before something that is not known to be counted", following)


# ------------------------------------------------------------------------------------------------ numbers in digits


def _of_number(
    marked: Marked, index: int, number: Number, floor: int, *, power: int = 0
) -> list[Figure] | Passed | None:
    figure = _measured(marked, index, number, floor, power=power)
    ranged = _range(marked, figure, floor)
    if ranged is not None:
        return ranged
    if figure.has(Role.TIMES) and not _says_how_many_times(marked, figure):
        return Passed(figure.first, figure.last, "how often, not how much")
    return [_finished(marked, figure)]


def _measured(marked: Marked, index: int, number: Number, floor: int, *, power: int = 0) -> Figure:
    """The number with its scale and unit; without its range."""
    figure = _figure(marked, index, number.end, number.value, number.digits, floor)
    figure.in_words = number.in_words
    end = number.end
    more = qualifier_after(marked, end)
    if more is not None and marked.kind(end) is Kind.HAN and marked.key(end) in ("多", "余"):
        figure.qualifier, end = more.value, more.end
    scale, end = scale_at(marked, end, money=bool(figure.currency_before))
    if scale and (more_of_it := _lower_part(marked, end, scale)) is not None:
        lower, lower_scale, end = more_of_it
        figure.value += lower.value.scaleb(lower_scale - scale)
        figure.digits = len(figure.value.as_tuple().digits)
    more = qualifier_after(marked, end)
    if more is not None and scale and marked.kind(end) is Kind.HAN and marked.key(end) in ("多", "余"):
        figure.qualifier, end = more.value, more.end
    figure.multiplier, figure.last = power + scale, end
    unit = unit_at(marked, end, in_words=number.in_words and not scale)
    if unit is not None and figure.currency_before and unit.role in (Role.THING, Role.TIMES, Role.TENTHS):
        unit = None  # "$5 shares": the noun after money is not counted
    if unit is not None:
        figure.unit, figure.counted, figure.last = (unit.role, unit.value), unit.counted, unit.end
        if unit.role is Role.TENTHS:
            figure.value, figure.unit, figure.form = figure.value * 10, (Role.PERCENT, "%"), "tenths"
            figure.digits = 1 if figure.value % 10 == 0 else 2
    return figure


def _lower_part(marked: Marked, end: int, scale: int) -> tuple[Number, int, int] | None:
    """The thousands after the millions: ``1 млн 222 тыс.``, ``1亿2000万``."""
    number = number_at(marked.tokens, end, marked.language) if marked.kind(end) is Kind.NUMBER else None
    if number is None:
        return None
    lower, after = scale_at(marked, number.end, money=False)
    fits = 0 < lower < scale and number.value.scaleb(lower) < Decimal(1).scaleb(scale)
    return (number, lower, after) if fits else None


def _figure(
    marked: Marked,
    index: int,
    end: int,
    value: Decimal,
    digits: int,
    floor: int,
    *,
    unit: tuple[Role, str] | None = None,
) -> Figure:
    before = before_number(marked, index, floor)
    return Figure(
        before.first, index, end, value, digits,
        unit=unit, currency_before=before.currency, qualifier=before.qualifier, sign=before.sign,
    )  # fmt: skip


def _finished(marked: Marked, figure: Figure) -> Figure:
    """What follows the unit: what it is paid for, and a qualifier behind."""
    if figure.money or figure.unit is None or figure.has(Role.THING):
        per = per_at(marked, figure.last) or _per_before(marked, figure)
        if per is not None:
            figure.per, figure.last = per[0], max(per[1], figure.last)
    after = qualifier_after(marked, figure.last)
    if after is not None and figure.qualifier is None:
        figure.qualifier, figure.last = after.value, after.end
    return figure


def _per_before(marked: Marked, figure: Figure) -> tuple[str, int] | None:
    """Chinese puts it before: 每千瓦时400元."""
    thing = marked.before(figure.first, Role.THING)
    if thing is not None and marked.key(thing.start - 1) in _MEASURES and figure.money:
        return (thing.value, figure.last) if thing.value != "units" and thing.value in _PRICED else None
    return None


_PRICED: Final = frozenset(
    ("kilowatt-hours", "megawatt-hours", "tonnes", "kilograms", "barrels", "litres", "square metres")
)


# -------------------------------------------------------------------------------------------------------- ranges


def _range(marked: Marked, first: Figure, floor: int) -> list[Figure] | None:
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
            return [first, _finished(marked, second)]
        return None
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
    return [_finished(marked, merged)]


def _joint(marked: Marked, first: Figure) -> int | None:
    """The token after the sign or word between two ends of a range."""
    at = first.last
    key = marked.key(at)
    if key in _DASHES and marked.kind(at + 1) in (Kind.NUMBER, Kind.SIGN):
        spaced = not marked.glued(at) or not marked.glued(at + 1)
        return at + 1 if not spaced or (first.unit is None and not first.money) else None
    if key in ("to", "до", "至", "到"):
        return at + 1
    if key in ("and", "и", "和") and marked.before(first.first, Role.BETWEEN, Role.BEFORE) and _between(marked, first):
        return at + 1
    return None


def _between(marked: Marked, first: Figure) -> bool:
    before = marked.before(first.first, Role.BETWEEN)
    return before is not None and marked.key(before.start) in ("between", "между", "介", "在", "range", "within")


def _second(marked: Marked, index: int, floor: int) -> Figure | None:
    at = index
    while at < len(marked) and at - index < 4 and marked.kind(at) is not Kind.NUMBER:
        if not (marked.kind(at) is Kind.SIGN or marked.at(at, Role.MONEY, Role.BEFORE)):
            break
        at += 1
    number = number_at(marked.tokens, at, marked.language) if at < len(marked) else None
    if number is None or (number.in_words and number.value < 2):
        return None
    if number.in_words is False and (part_of_a_name(marked, at, number.end) or is_year(marked, at)):
        return None
    return _measured(marked, at, number, max(floor, index))


def _same_kind(first: Figure, second: Figure) -> bool:
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


def _is_change(marked: Marked, first: Figure, second: Figure, joint: int) -> bool:
    """Whether it says *from* one level *to* another (or a growth and a level) rather than a range."""
    dash = marked.key(joint - 1) in _DASHES
    if dash:
        return False
    key = marked.key(first.first - 1)
    if key in ("с", "из"):
        return True
    changed = marked.within(max(0, first.first - 8), first.first, Role.RISE, Role.FALL)
    if key == "from":
        return bool(changed) or bool(marked.at(second.last, Role.RISE, Role.FALL))
    if key in ("从", "由"):
        after = marked.at(second.last, Role.RISE, Role.FALL)  # 由2%至3%上调至3.2%: the range itself moved
        return not marked.at(second.last, Role.BETWEEN_AFTER) and after is None
    if key == "by" and second.value * 10 ** (second.multiplier - first.multiplier) > 3 * first.value:
        return bool(changed)  # "fell by 1,250 to 38,400": the step and the level
    directly = marked.before(first.first, Role.RISE, Role.FALL) is not None
    if directly and first.money and second.value * 10 ** (second.multiplier - first.multiplier) > 3 * first.value:
        return True  # "fell $10 to $650"
    return directly and first.has(Role.PERCENT) and key not in ("by", "of", "на", "между", "between")


def _ends(first: Figure, second: Figure) -> tuple[Decimal, Decimal]:
    """The two ends in the scale of the second: ``€900m to €1.1bn`` is 0.9 to 1.1 billion."""
    low = -first.value if first.sign == "-" else first.value
    high = -second.value if second.sign == "-" else second.value
    if first.multiplier and second.multiplier and first.multiplier != second.multiplier:
        low = low.scaleb(first.multiplier - second.multiplier)
    if first.sign == "-" and second.sign == "" and -second.value < low:
        high = -second.value
    return min(low, high), max(low, high) if low != high else low


def _with_between(marked: Marked, first: Figure) -> int:
    before = marked.before(first.first, Role.BETWEEN)
    return before.start if before is not None else first.first


# ------------------------------------------------------------------------------------------------- how many times


def _says_how_many_times(marked: Marked, figure: Figure) -> bool:
    """``three times the level``, ``в 1,5 раза``, ``增长近3倍``; not ``met three times``."""
    if marked.kind(figure.last - 1) is Kind.HAN:
        return True
    before = marked.key(figure.first - 1)
    if marked.language == "ru" or before == "в":
        return before in ("в", "чем") or marked.key(figure.last) in ("больше", "выше", "меньше") or before == ""
    if figure.value != int(figure.value) or marked.key(figure.last - 1) in ("fold", "-fold", "x"):
        return True
    follows = marked.key(figure.last) in (
        "the", "as", "more", "higher", "larger", "bigger", "greater", "that", "its", "what", "annual", "faster", "over",
        "gdp", "ebitda", "lower", "earnings", "sales", "revenue", "longer", "less", "oversubscribed",
    )  # fmt: skip
    return follows or bool(marked.within(max(0, figure.first - 3), figure.first, Role.RISE, Role.FALL))
