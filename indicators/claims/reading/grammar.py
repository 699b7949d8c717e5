"""The grammar of figures: qualifier, currency, sign, number, scale, range, unit, in one pass over a sentence.

The scan goes forward, looks at a bounded number of tokens around each number and never goes back, so its time is linear
in the length of the sentence, whatever the sentence holds.

"31.5–32.5 trillion", "between 5 and 7" and "от 10 до 12" are ranges; "raised from 20 to 22%", «со 176 до 201 трлн»,
从176增至201 and "fell by 1,250 to 38,400" are two figures.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.claims.reading import messages
from indicators.claims.reading.exclusions import exclude_date, exclude_name, exclude_sequence
from indicators.language.dates import is_year
from indicators.language.fractions import Fraction, read_fraction, read_multiple
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.measuring import finish_figure, measure_figure, read_scale, read_unit_after, start_figure
from indicators.language.numbers import Number, read_number
from indicators.language.tokens import Kind

__all__ = ["Passed", "find_figures"]

_DASHES: Final = frozenset("-–—~")


class Passed(NamedTuple):
    """A number that is not taken for a figure.

    Attributes:
        first: Its first token.
        last: The token after its last.
        reason: Why.
        is_unsure: Whether it may still be a figure.
    """

    first: int
    last: int
    reason: str
    is_unsure: bool = False


def find_figures(marked: TaggedSentence) -> tuple[list[ParsedFigure], list[Passed]]:
    """Find the figures of a sentence in order, and the numbers that are not figures, each with the reason."""
    figures: list[ParsedFigure] = []
    passed: list[Passed] = []
    index = floor = 0
    while index < len(marked):
        found = _at(marked, index, floor)
        if found is None:
            index += 1
            continue
        for piece in found if isinstance(found, list) else [found]:
            if isinstance(piece, ParsedFigure):
                figures.append(piece)
            else:
                passed.append(piece)
            index = floor = max(piece.last, index + 1)
    return figures, passed


def _at(marked: TaggedSentence, index: int, floor: int) -> list[ParsedFigure] | Passed | None:
    token = marked.tokens[index]
    if token.kind is Kind.SIGN or (token.kind is Kind.WORD and not _may_begin(marked, index)):
        return None
    if part := read_fraction(marked, index):
        return _of_part(marked, index, part, floor)
    if token.kind is not Kind.NUMBER and (multiple := read_multiple(marked, index)):
        return [_of_multiple(marked, index, multiple, floor)]
    number = read_number(marked, index) or _scale_alone(marked, index)
    if number is None:
        return Passed(index, index + 1, messages.VERSION_OR_DATE_REASON) if token.kind is Kind.NUMBER else None
    if number.in_words:
        return _of_words(marked, index, number, floor)
    if sequence := exclude_sequence(marked, index, number.end):
        return Passed(index, sequence[1], sequence[0])
    if reason := exclude_date(marked, index, number.end) or exclude_name(marked, index, number.end):
        return Passed(index, _end_of_years(marked, number.end), reason)
    return _of_number(marked, index, number, floor)


def _scale_alone(marked: TaggedSentence, index: int) -> Number | None:
    """``突破万亿``, ``超千万元``, *a million*: a scale after a qualifier or article means one of it."""
    key, words = marked.key(index), marked.words
    if key in words.scales_alone and marked.kind(index - 1) is not Kind.NUMBER:
        return Number(Decimal(1), 1, index, in_words=True)
    if key in words.one_article and marked.key(index + 1) in words.scales_after_article:
        return Number(Decimal(1), 1, index + 1, in_words=True)
    if not marked.has_han(index) or marked.before(index, Role.BEFORE) is None:
        return None
    scale = marked.at(index, Role.SCALE)
    known = scale is not None and scale.value >= 4 and marked.kind(index - 2) is not Kind.NUMBER
    return Number(Decimal(1), 1, index, in_words=True) if known else None


def _may_begin(marked: TaggedSentence, index: int) -> bool:
    """Whether a word can begin a figure; most cannot, and are passed at once."""
    return marked.key(index) in marked.vocabulary.figure_starts or marked.at(index, Role.DOUBLE, Role.HALVE) is not None


def _end_of_years(marked: TaggedSentence, end: int) -> int:
    """``2025-26``, ``2023/24``, ``2024–2025`` are years as a whole."""
    joint = marked.key(end) in ("-", "–", "—", "/") and marked.kind(end + 1) is Kind.NUMBER and marked.glued(end + 1)
    if not joint or not is_year(marked, end - 1):
        return end
    text = marked.tokens[end + 1].text
    return end + 2 if text.isdigit() and len(text) in (2, 4) else end


# ------------------------------------------------------------------------------------------------ numbers in words


def _of_part(marked: TaggedSentence, index: int, part: Fraction, floor: int) -> list[ParsedFigure] | Passed | None:
    if part.form:
        figure = start_figure(marked, index, part, floor, unit=(Role.PERCENT, "%"))
        is_percent = part.form == "percent"
        return [finish_figure(marked, figure if is_percent else replace(figure, form="fraction", in_words=True))]
    number = Number(part.value, part.digits, part.end, in_words=True)
    return _of_number(marked, index, number, floor, power=part.power)


def _of_multiple(marked: TaggedSentence, index: int, part: Fraction, floor: int) -> ParsedFigure:
    figure = start_figure(marked, index, part, floor, unit=(Role.TIMES, "ratio"))
    return finish_figure(marked, replace(figure, form=part.form, in_words=True))


def _of_words(marked: TaggedSentence, index: int, number: Number, floor: int) -> list[ParsedFigure] | Passed | None:
    """A number word counts when a scale, a unit or a known noun follows, and it does not refer back."""
    han = marked.has_han(index)
    is_time = marked.at(number.end, Role.SPAN, Role.MONTHS, Role.QUARTER, Role.HALF) is not None
    if is_time and not (han and marked.at(number.end, Role.SCALE)):
        return None if han else Passed(index, number.end + 1, messages.DURATION_OR_DATE_REASON)
    if han and (marked.at(index, Role.REFER, Role.NAME) or marked.key(index - 1) in marked.words.before_ordinal_word):
        return None
    scale, end = read_scale(marked, number.end, money=False)
    if number.value <= 1 and not scale and not (han and marked.at(end, Role.TIMES, Role.TENTHS)):
        return None
    unit = read_unit_after(marked, end, in_words=True)
    if unit is None and not scale:
        return None if han or number.value < 2 else _unsure_word(marked, index, number)
    if not scale and marked.before(index, Role.REFER) is not None and number.value < 20:
        return None if han else Passed(index, number.end, messages.BACK_REFERENCE_REASON)
    if unit is not None and unit.role is Role.THING and (unit.value == "units" and han and len(unit.counted) < 2):
        return None  # 三项, 两大: counting words of a list
    if unit is not None and unit.role is Role.THING and unit.value == "index points":
        return None
    return _of_number(marked, index, number, floor)


def _unsure_word(marked: TaggedSentence, index: int, number: Number) -> Passed | None:
    following = marked.kind(number.end) is Kind.WORD
    return Passed(index, number.end, messages.UNKNOWN_NOUN_REASON, following)


# ------------------------------------------------------------------------------------------------ numbers in digits


def _of_number(
    marked: TaggedSentence, index: int, number: Number, floor: int, *, power: int = 0
) -> list[ParsedFigure] | Passed | None:
    figure = measure_figure(marked, index, number, floor, power=power)
    if both := _read_range(marked, figure, floor):
        return both
    if figure.has(Role.TIMES) and not _says_how_many_times(marked, figure):
        return Passed(figure.first, figure.last, messages.FREQUENCY_REASON)
    return [finish_figure(marked, figure)]


# ------------------------------------------------------------------------------------------------- how many times


def _says_how_many_times(marked: TaggedSentence, figure: ParsedFigure) -> bool:
    """``three times the level``, ``в 1,5 раза``, ``增长近3倍``; not ``met three times``."""
    if marked.has_han(figure.last - 1):
        return True
    before, words = marked.key(figure.first - 1), marked.words
    if marked.language.is_inflected or before in words.where:
        compared = marked.at(figure.last, Role.MORE, Role.LESS) is not None
        return before in words.before_times or before == "" or compared
    if figure.value != int(figure.value) or marked.key(figure.last - 1) in words.fold:
        return True
    changed = marked.within(max(0, figure.first - 3), figure.first, Role.RISE, Role.FALL)
    return marked.key(figure.last) in words.after_times or bool(changed)


# ------------------------------------------------------------------------------------------------------------ ranges


def _read_range(marked: TaggedSentence, first: ParsedFigure, floor: int) -> list[ParsedFigure] | None:
    """Read two numbers that are the ends of one figure, or the old and the new level of a change."""
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
    if key in marked.words.range_to:
        return at + 1
    if (
        marked.key(first.first - 1) in marked.words.range_from_unspaced
        and (moved := marked.at(at, Role.RISE, Role.FALL)) is not None
    ):
        return _end_of_move(marked, moved.end)
    if key in marked.words.and_ and marked.before(first.first, Role.BETWEEN, Role.BEFORE) and _between(marked, first):
        return at + 1
    return None


def _end_of_move(marked: TaggedSentence, end: int) -> int | None:
    """The token after ``增至`` or ``提高到`` between the old and the new level; ``None`` where no level follows."""
    if marked.key(end - 1) in marked.words.range_to_unspaced:
        return end
    return end + 1 if marked.key(end) in marked.words.range_to_unspaced else None


def _between(marked: TaggedSentence, first: ParsedFigure) -> bool:
    before = marked.before(first.first, Role.BETWEEN)
    return before is not None and marked.key(before.start) in marked.words.between


def _second(marked: TaggedSentence, index: int, floor: int) -> ParsedFigure | None:
    at = index
    while at < len(marked) and at - index < 4 and marked.kind(at) is not Kind.NUMBER:
        if not (marked.kind(at) is Kind.SIGN or marked.at(at, Role.MONEY, Role.BEFORE)):
            break
        at += 1
    number = read_number(marked, at)
    if number is None or (number.in_words and number.value < 2):
        return None
    if number.in_words is False and (exclude_name(marked, at, number.end) or is_year(marked, at)):
        return None
    return measure_figure(marked, at, number, max(floor, index))


def _same_kind(first: ParsedFigure, second: ParsedFigure) -> bool:
    if first.money and second.money:
        return first.money.startswith(second.money) or second.money.startswith(first.money)
    if first.unit is None and not first.money:
        return True
    if second.unit is None and not second.money:
        return first.currency_before != "" and (second.multiplier > 0 or first.multiplier == 0)
    if first.unit is not None and second.unit is not None:
        return first.unit == second.unit
    return False


def _is_change(marked: TaggedSentence, first: ParsedFigure, second: ParsedFigure, joint: int) -> bool:
    """Whether it is a change *from* one level *to* another (or a growth and a level), not a range."""
    if marked.key(joint - 1) in _DASHES:
        return False
    key, words = marked.key(first.first - 1), marked.words
    if key in words.from_level:
        return True
    changed = marked.within(max(0, first.first - 8), first.first, Role.RISE, Role.FALL)
    if key in words.from_if_changed:
        after = marked.at(second.last, Role.RISE, Role.FALL)
        return marked.key(first.first - 2) in words.moved or bool(changed) or after is not None
    if key in words.range_from_unspaced and joint - first.last > 1:
        return True  # a verb between the two
    if key in words.range_from_unspaced:
        after = marked.at(second.last, Role.RISE, Role.FALL)  # 由2%至3%上调至3.2%: the range itself moved
        return not marked.at(second.last, Role.BETWEEN_AFTER) and after is None
    is_step = second.value * 10 ** (second.multiplier - first.multiplier) > 3 * first.value
    if key in words.by_step and is_step:
        return bool(changed)  # "fell by 1,250 to 38,400": the step and the level
    directly = marked.before(first.first, Role.RISE, Role.FALL) is not None
    if directly and first.money and is_step:
        return True  # "fell $10 to $650"
    foreseen = marked.within(max(0, first.first - 14), first.first, Role.FORECAST)  # "is expected to grow 7% to 11%"
    return directly and not foreseen and first.has(Role.PERCENT) and key not in words.not_from


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
