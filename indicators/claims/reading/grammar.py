"""The grammar of figures: qualifier, currency, sign, number, scale, range, unit, in one pass over a sentence.

The scan goes forward and looks at a bounded number of tokens around each number, so its time is linear in the length.

"31.5–32.5 trillion", "between 5 and 7" and "от 10 до 12" are ranges; "raised from 20 to 22%", «со 176 до 201 трлн»,
从176增至201 and "fell by 1,250 to 38,400" are two figures.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.claims.reading import messages
from indicators.claims.reading.directions import find_last, is_moved
from indicators.claims.reading.exclusions import exclude_date, exclude_name, exclude_sequence
from indicators.language.denominators import finish_figure
from indicators.language.fractions import Fraction, read_fraction, read_multiple
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.measuring import measure_figure, read_unit_after, start_figure
from indicators.language.numbers import FRACTIONS, Number, read_number
from indicators.language.scales import read_scale
from indicators.language.tokens import Kind
from indicators.language.years import is_year

_DASHES: Final = frozenset("-–—~")
_STEP_WITHIN: Final = 5  # tokens between a verb or noun of change and its points


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


def find_figures(sentence: TaggedSentence) -> tuple[list[ParsedFigure], list[Passed]]:
    """Find the figures of a sentence in order, and the numbers that are not figures, each with the reason."""
    figures: list[ParsedFigure] = []
    passed: list[Passed] = []
    index = floor = 0
    while index < len(sentence):
        found = _at(sentence, index, floor)
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


def _at(sentence: TaggedSentence, index: int, floor: int) -> list[ParsedFigure] | Passed | None:
    token = sentence.tokens[index]
    if token.kind in (Kind.SIGN, Kind.WORD) and not _may_begin(sentence, index):
        return None
    if part := read_fraction(sentence, index):
        return _of_part(sentence, index, part, floor)
    if token.kind is not Kind.NUMBER and (multiple := read_multiple(sentence, index)):
        return [_of_multiple(sentence, index, multiple, floor)]
    number = read_number(sentence, index) or _scale_alone(sentence, index)
    if number is None:
        return Passed(index, index + 1, messages.VERSION_OR_DATE_REASON) if token.kind is Kind.NUMBER else None
    if number.in_words:
        return _of_words(sentence, index, number, floor)
    if sequence := exclude_sequence(sentence, index, number.end):
        return Passed(index, sequence[1], sequence[0])
    if reason := exclude_date(sentence, index, number.end) or exclude_name(sentence, index, number.end):
        return Passed(index, _end_of_years(sentence, number.end), reason)
    return _of_number(sentence, index, number, floor)


def _scale_alone(sentence: TaggedSentence, index: int) -> Number | None:
    """``突破万亿``, ``超千万元``, *a million*: a scale after a qualifier or article means one of it."""
    key, words = sentence.key(index), sentence.words
    if key in words.scales_alone and sentence.kind(index - 1) is not Kind.NUMBER:
        return Number(Decimal(1), 1, index, in_words=True)
    if key in words.one_article and sentence.key(index + 1) in words.scales_after_article:
        return Number(Decimal(1), 1, index + 1, in_words=True)
    if not sentence.has_han(index) or sentence.before(index, Role.BEFORE) is None:
        return None
    scale = sentence.at(index, Role.SCALE)
    known = scale is not None and scale.value >= 4 and sentence.kind(index - 2) is not Kind.NUMBER
    return Number(Decimal(1), 1, index, in_words=True) if known else None


def _may_begin(sentence: TaggedSentence, index: int) -> bool:
    """Whether a word can begin a figure; most cannot, and are passed at once."""
    if sentence.kind(index) is Kind.SIGN:
        return sentence.key(index) in FRACTIONS
    starts = sentence.vocabulary.figure_starts
    return sentence.key(index) in starts or sentence.at(index, Role.DOUBLE, Role.HALVE) is not None


def _end_of_years(sentence: TaggedSentence, end: int) -> int:
    """``2025-26``, ``2023/24``, ``2024–2025`` are years as a whole."""
    joint = (
        sentence.key(end) in ("-", "–", "—", "/") and sentence.kind(end + 1) is Kind.NUMBER and sentence.glued(end + 1)
    )
    if not joint or not is_year(sentence, end - 1):
        return end
    text = sentence.tokens[end + 1].text
    return end + 2 if text.isdigit() and len(text) in (2, 4) else end


# ------------------------------------------------------------------------------------------------ numbers in words


def _of_part(sentence: TaggedSentence, index: int, part: Fraction, floor: int) -> list[ParsedFigure] | Passed | None:
    if part.form:
        figure = start_figure(sentence, index, part, floor, unit=(Role.PERCENT, "%"))
        is_percent = part.form == "percent"
        return [finish_figure(sentence, figure if is_percent else replace(figure, form="fraction", in_words=True))]
    number = Number(part.value, part.digits, part.end, in_words=True)
    return _of_number(sentence, index, number, floor, power=part.power)


def _of_multiple(sentence: TaggedSentence, index: int, part: Fraction, floor: int) -> ParsedFigure:
    figure = start_figure(sentence, index, part, floor, unit=(Role.TIMES, "ratio"))
    return finish_figure(sentence, replace(figure, form=part.form, in_words=True))


def _of_words(sentence: TaggedSentence, index: int, number: Number, floor: int) -> list[ParsedFigure] | Passed | None:
    """A number word counts when a scale, a unit or a known noun follows, and it does not refer back."""
    han = sentence.has_han(index)
    is_time = sentence.at(number.end, Role.SPAN, Role.MONTHS, Role.QUARTER, Role.HALF) is not None
    if is_time and not (han and sentence.at(number.end, Role.SCALE)):
        return None if han else Passed(index, number.end + 1, messages.DURATION_OR_DATE_REASON)
    is_ordinal = sentence.key(index - 1) in sentence.words.before_ordinal_word
    if han and (is_ordinal or sentence.at(index, Role.REFER, Role.NAME)):
        return None
    scale, end = read_scale(sentence, number.end, money=False)
    is_percent = sentence.at(end, Role.PERCENT) is not None and sentence.key(index - 1) not in sentence.words.article
    units = (Role.POINTS, Role.BPS, *((Role.TIMES, Role.TENTHS) if han else ()))
    counts = is_percent or sentence.at(end, *units) is not None
    if number.value <= 1 and not scale and not counts:
        return None
    unit = read_unit_after(sentence, end, in_words=True)
    if unit is None and not scale and not _is_part_of_number(sentence, end):
        return None if han or number.value < 2 else _unsure_word(sentence, index, number)
    if not (scale or counts) and sentence.before(index, Role.REFER) is not None and number.value < 20:
        return None if han else Passed(index, number.end, messages.BACK_REFERENCE_REASON)
    if unit is not None and unit.role is Role.THING and (unit.value == "units" and han and len(unit.counted) < 2):
        return None  # 三项, 两大: counting words of a list
    if unit is not None and unit.role is Role.THING and unit.value == "index points":
        moves = find_last(sentence, index, max(0, index - _STEP_WITHIN), Role.RISE, Role.FALL, Role.BY)
        is_step = moves or sentence.at(unit.end, Role.MORE, Role.LESS)
        if not is_step or not sentence.within(0, len(sentence), Role.PERCENT):
            return None  # points of an agenda; "a drop of five points" is of the percentages beside it
    return _of_number(sentence, index, number, floor)


def _is_part_of_number(sentence: TaggedSentence, end: int) -> bool:
    """Whether what follows a number in words is *of* another: ``forty of the 160 beds``."""
    at = end + 1 + (sentence.key(end + 1) in sentence.words.article)
    return sentence.key(end) in sentence.words.out_of and sentence.kind(at) is Kind.NUMBER and not is_year(sentence, at)


def _unsure_word(sentence: TaggedSentence, index: int, number: Number) -> Passed | None:
    following = sentence.kind(number.end) is Kind.WORD
    return Passed(index, number.end, messages.UNKNOWN_NOUN_REASON, following)


# ------------------------------------------------------------------------------------------------ numbers in digits


def _of_number(
    sentence: TaggedSentence, index: int, number: Number, floor: int, *, power: int = 0
) -> list[ParsedFigure] | Passed | None:
    figure = measure_figure(sentence, index, number, floor, power=power)
    if both := _read_range(sentence, figure, floor):
        return both
    if figure.has(Role.TIMES) and not _says_how_many_times(sentence, figure):
        return Passed(figure.first, figure.last, messages.FREQUENCY_REASON)
    return [finish_figure(sentence, figure)]


# ------------------------------------------------------------------------------------------------- how many times


def _says_how_many_times(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """``three times the level``, ``в 1,5 раза``, ``增长近3倍``; not ``met three times``."""
    if sentence.has_han(figure.last - 1):
        return True
    before, words = sentence.key(figure.first - 1), sentence.words
    if sentence.language.is_inflected or before in words.where:
        compared = sentence.at(figure.last, Role.MORE, Role.LESS) is not None
        times = {before, sentence.key(figure.number - 1)}  # «почти в 2,5 раза»
        return bool(times & words.before_times) or before == "" or compared
    if figure.value != int(figure.value) or sentence.key(figure.last - 1) in words.fold:
        return True
    changed = sentence.within(max(0, figure.first - 3), figure.first, Role.RISE, Role.FALL)
    return sentence.key(figure.last) in words.after_times or bool(changed)


# ------------------------------------------------------------------------------------------------------------ ranges


def _read_range(sentence: TaggedSentence, first: ParsedFigure, floor: int) -> list[ParsedFigure] | None:
    """Read two numbers that are the ends of one figure, or the old and the new level of a change."""
    joint = _joint(sentence, first)
    if joint is None:
        return None
    second = _second(sentence, joint, floor)
    if second is None or not _same_kind(first, second):
        return None
    if not first.money and first.unit is None and second.unit is None and not second.multiplier and not second.money:
        return None
    if _is_change(sentence, first, second, joint):
        if first.unit is None and not first.money:
            first = replace(first, unit=second.unit, counted=second.counted, last=joint, unit_from="after")
            is_step = sentence.key(first.first - 1) in sentence.words.by_step  # by 2,000 to 4.6 million
            is_step = is_step and sentence.key(first.first - 2) not in sentence.words.moved | {","}  # *passé de 50 à*
            is_whole = first.value >= (1 if is_step else 1000) * second.value  # from 900,000 to 1.2 million
            first.multiplier = first.multiplier or (0 if is_whole else second.multiplier)
            first.currency_before = first.currency_before or second.currency_before
            return [first, finish_figure(sentence, second)]
        return None
    is_spaced = not (sentence.glued(joint - 1) and sentence.glued(joint)) and sentence.key(joint - 1) in _DASHES
    if is_spaced and (first.unit is not None or first.money) and not _are_alike(first, second):
        return None  # "rose 5% - 3 plants closed"; but "50% - 95%" is a range
    if second.multiplier and not first.multiplier and first.value >= second.value:
        return None  # "by 1,000 to 2.973 million"
    low, high = _ends(first, second)
    if low >= high:
        return None
    multiplier = second.multiplier or first.multiplier
    merged = replace(
        second, first=_with_between(sentence, first, joint), number=first.number,
        value=(low + high) / 2, low=low, high=high, multiplier=multiplier,
        digits=max(first.digits, second.digits), unit=second.unit or first.unit,
        currency_before=first.currency_before or second.currency_before,
        qualifier=None, sign=first.sign,
    )  # fmt: skip
    merged.last += sentence.at(merged.last, Role.BETWEEN_AFTER) is not None
    return [finish_figure(sentence, merged)]


def _are_alike(first: ParsedFigure, second: ParsedFigure) -> bool:
    """Whether two figures are printed with the same unit, the first of them the smaller one."""
    is_same = (first.unit, first.money, first.multiplier) == (second.unit, second.money, second.multiplier)
    return is_same and first.value < second.value and not (first.sign or second.sign)


def _joint(sentence: TaggedSentence, first: ParsedFigure) -> int | None:
    """The token after the sign or word between two ends of a range."""
    at = first.last
    key = sentence.key(at)
    if key in _DASHES and (sentence.kind(at + 1) in (Kind.NUMBER, Kind.SIGN) or sentence.at(at + 1, Role.MONEY)):
        spaced = not sentence.glued(at) or not sentence.glued(at + 1)
        is_plain = not spaced or (first.unit is None and not first.money)
        return at + 1 if is_plain or key != "—" else None
    if key in sentence.words.range_to or _joins_levels(sentence, first):
        return at + 1
    if (
        sentence.key(first.first - 1) in sentence.words.range_from_unspaced
        and (moved := sentence.at(at, Role.RISE, Role.FALL)) is not None
    ):
        return _end_of_move(sentence, moved.end)
    if (
        key in sentence.words.and_
        and sentence.before(_before_article(sentence, first.first), Role.BETWEEN, Role.BEFORE)
        and _between(sentence, first)
    ):
        return at + 1
    return None


def _joins_levels(sentence: TaggedSentence, first: ParsedFigure) -> bool:
    """Whether a word joins the old and the new level: *from 22 to 24* in languages whose *to* makes no range."""
    words = sentence.words
    is_old = sentence.key(first.first - 1) in words.from_if_changed
    return is_old and sentence.key(first.last) in words.level_joint


def _before_article(sentence: TaggedSentence, first: int) -> int:
    """The token itself or the article before it: *entre un 3 % y un 5 %*."""
    return first - (sentence.key(first - 1) in sentence.words.article | sentence.words.one_article)


def _end_of_move(sentence: TaggedSentence, end: int) -> int | None:
    """The token after ``增至`` or ``提高到`` between the old and the new level; ``None`` where no level follows."""
    if sentence.key(end - 1) in sentence.words.range_to_unspaced:
        return end
    return end + 1 if sentence.key(end) in sentence.words.range_to_unspaced else None


def _between(sentence: TaggedSentence, first: ParsedFigure) -> bool:
    before = sentence.before(_before_article(sentence, first.first), Role.BETWEEN)
    return before is not None and sentence.key(before.start) in sentence.words.between


def _second(sentence: TaggedSentence, index: int, floor: int) -> ParsedFigure | None:
    at = index
    while at < len(sentence) and at - index < 4 and sentence.kind(at) is not Kind.NUMBER:
        is_article = sentence.key(at) in sentence.words.article | sentence.words.one_article
        if not (sentence.kind(at) is Kind.SIGN or is_article or sentence.at(at, Role.MONEY, Role.BEFORE)):
            break
        at += 1
    number = read_number(sentence, at)
    if number is None or (number.in_words and number.value < 2):
        return None
    has_unit = sentence.at(number.end, Role.THING, Role.MONEY, Role.SCALE, Role.PERCENT) is not None
    has_unit = has_unit and sentence.at(number.end, Role.SPAN) is None  # "1500 to 2000 workers", no year
    is_date = is_year(sentence, at) and not has_unit
    if number.in_words is False and (is_date or exclude_name(sentence, at, number.end)):
        return None
    return measure_figure(sentence, at, number, max(floor, index - (sentence.key(index - 1) not in _DASHES)))  # 至-3万


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


def _is_change(sentence: TaggedSentence, first: ParsedFigure, second: ParsedFigure, joint: int) -> bool:
    """Whether it is a change *from* one level *to* another (or a growth and a level), not a range."""
    if sentence.key(joint - 1) in _DASHES:
        return False
    key, words = sentence.key(first.first - 1), sentence.words
    if key in words.from_level or _joins_levels(sentence, first):
        return True
    changed = sentence.within(max(0, first.first - 8), first.first, Role.RISE, Role.FALL, Role.DOUBLE, Role.HALVE)
    if key in words.from_if_changed:
        return not _is_old_range(sentence, first) and (bool(changed) or _moves_from(sentence, first, second))
    if key in words.range_from_unspaced:
        after = sentence.at(second.last, Role.RISE, Role.FALL)  # 由2%至3%上调至3.2%: the range itself moved
        has_verb = joint - first.last > 1  # between the two
        return has_verb or (not sentence.at(second.last, Role.BETWEEN_AFTER) and after is None)
    if sentence.has_han(first.first - 1) and key in words.verb_of_level:
        return False  # 降到4.75%至5%
    is_step = second.value.scaleb(second.multiplier - first.multiplier) > 3 * first.value
    if first.has(Role.PERCENT) and sentence.key(joint - 1) in words.range_to:
        is_falling = first.value > second.value
        if is_falling or (key in ("(", "（") and sentence.within(0, first.first, Role.RISE, Role.FALL)):
            return True  # "fell in Greece (18.1% to 16.4%)"
    if key in words.by_step and is_step:
        return bool(changed)  # "fell by 1,250 to 38,400": the step and the level
    directly = sentence.before(first.first, Role.RISE, Role.FALL) is not None
    if directly and is_step and (first.money or first.has(Role.THING)):
        return True  # "fell $10 to $650"
    foreseen = sentence.within(max(0, first.first - 14), first.first, Role.FORECAST)  # "is expected to grow 7% to 11%"
    return directly and not foreseen and first.has(Role.PERCENT) and key not in words.not_from


def _is_old_range(sentence: TaggedSentence, first: ParsedFigure) -> bool:
    """Whether a range is the one before another: ``8.95 to 9.15, up from 8.60 to 9.10``."""
    at = first.first - 1
    return sentence.key(at - 2) == "," and sentence.before(at, Role.RISE, Role.FALL) is not None


def _moves_from(sentence: TaggedSentence, first: ParsedFigure, second: ParsedFigure) -> bool:
    """Whether *from* begins no range: a verb is beside it, or it runs from more to less, or a step is before it."""
    if is_moved(sentence, first.first - 1) or sentence.at(second.last, Role.RISE, Role.FALL):
        return True
    if sentence.key(first.first - 2) == "," and sentence.before(first.first - 2, Role.POINTS, Role.BPS):
        return True  # "by 25 basis points, from 5% to 5.25%"
    is_scaled = second.multiplier and not first.multiplier
    return first.value > second.value and not (first.sign or second.sign or is_scaled)


def _ends(first: ParsedFigure, second: ParsedFigure) -> tuple[Decimal, Decimal]:
    """The two ends in the scale of the second: ``€900m to €1.1bn`` is 0.9 to 1.1 billion."""
    low = -first.value if first.sign == "-" else first.value
    high = -second.value if second.sign == "-" else second.value
    if first.multiplier and second.multiplier and first.multiplier != second.multiplier:
        low = low.scaleb(first.multiplier - second.multiplier)
    if first.sign == "-" and second.sign == "" and -second.value < low:
        high = -second.value
    return min(low, high), max(low, high) if low != high else low


def _with_between(sentence: TaggedSentence, first: ParsedFigure, joint: int) -> int:
    """The word that opens a range, or its first end: ``down from 10–11%`` is the level before."""
    before = sentence.before(_before_article(sentence, first.first), Role.BETWEEN)
    is_old = (
        sentence.key(joint - 1) in _DASHES and before and sentence.key(before.start) in sentence.words.compared_level
    )
    return first.first if before is None or is_old else before.start
