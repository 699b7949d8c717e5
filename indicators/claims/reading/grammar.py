"""The grammar of figures: qualifier, currency, sign, number, scale, range, unit, in one pass over a sentence.

The scan goes forward, looks at a bounded number of tokens around each number and never goes back, so its time is
linear in the length of the sentence whatever stands in it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.claims.reading.exclusions import exclude_date, exclude_name, exclude_sequence, is_year
from indicators.claims.reading.fractions import Fraction, may_begin_fraction, read_fraction, read_multiple
from indicators.claims.reading.ranges import read_range
from indicators.language.figure_units import (
    read_scale,
    read_unit,
)
from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.measuring import finish_figure, measure_figure, start_figure
from indicators.language.numbers import Number, may_begin_number, read_number
from indicators.language.tokens import Kind

__all__ = ["Passed", "find_figures"]


_ALONE: Final = frozenset("миллион миллиона миллиону миллиард миллиарда миллиарду триллион триллиона триллиону".split())


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


def find_figures(marked: TaggedSentence) -> tuple[list[ParsedFigure], list[Passed]]:
    """The figures of a sentence in order, and the numbers that are none, each with the reason."""
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
    number = read_number(marked.tokens, index, marked.language) or _scale_alone(marked, index)
    if number is None:
        unread = token.kind is Kind.NUMBER
        return Passed(index, index + 1, "a version, a date or a section") if unread else None
    if number.in_words:
        return _of_words(marked, index, number, floor)
    sequence = exclude_sequence(marked, index, number.end)
    if sequence is not None:
        return Passed(index, sequence[1], sequence[0])
    reason = _reason(marked, index, number.end)
    if reason is not None:
        return Passed(index, _end_of_years(marked, number.end), reason)
    return _of_number(marked, index, number, floor)


def _scale_alone(marked: TaggedSentence, index: int) -> Number | None:
    """``突破万亿``, ``超千万元``: a word of scale after a qualifier stands for one of it."""
    key = marked.key(index)
    if key in _ALONE and marked.kind(index - 1) is not Kind.NUMBER:
        return Number(Decimal(1), 1, index, in_words=True)
    if key == "a" and marked.key(index + 1) in ("million", "billion", "trillion"):
        return Number(Decimal(1), 1, index + 1, in_words=True)
    if marked.kind(index) is not Kind.HAN or marked.before(index, Role.BEFORE) is None:
        return None
    scale = marked.at(index, Role.SCALE)
    known = scale is not None and scale.value >= 4 and marked.kind(index - 2) is not Kind.NUMBER
    return Number(Decimal(1), 1, index, in_words=True) if known else None


def _may_begin(marked: TaggedSentence, index: int) -> bool:
    """Whether a word can begin a figure; most cannot, and are passed at once."""
    key = marked.key(index)
    return (
        may_begin_number(key)
        or may_begin_fraction(key)
        or key in _ALONE
        or marked.at(index, Role.DOUBLE, Role.HALVE) is not None
    )


def _reason(marked: TaggedSentence, index: int, end: int) -> str | None:
    return exclude_date(marked, index, end) or exclude_name(marked, index, end)


def _end_of_years(marked: TaggedSentence, end: int) -> int:
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


def _of_part(marked: TaggedSentence, index: int, part: Fraction, floor: int) -> list[ParsedFigure] | Passed | None:
    if part.form == "percent":
        return [
            finish_figure(
                marked, start_figure(marked, index, part.end, part.value, part.digits, floor, unit=(Role.PERCENT, "%"))
            )
        ]
    if part.form:
        figure = start_figure(marked, index, part.end, part.value, part.digits, floor, unit=(Role.PERCENT, "%"))
        return [finish_figure(marked, replace(figure, form="fraction", in_words=True))]
    number = Number(part.value, part.digits, part.end, in_words=True)
    return _of_number(marked, index, number, floor, power=part.power)


def _of_multiple(marked: TaggedSentence, index: int, part: Fraction, floor: int) -> ParsedFigure:
    figure = start_figure(marked, index, part.end, part.value, part.digits, floor, unit=(Role.TIMES, "ratio"))
    return finish_figure(marked, replace(figure, form=part.form, in_words=True))


def _of_words(marked: TaggedSentence, index: int, number: Number, floor: int) -> list[ParsedFigure] | Passed | None:
    """A number word counts when a scale, a unit or a known noun follows, and it does not refer back."""
    han = marked.kind(index) is Kind.HAN
    if marked.at(number.end, Role.SPAN, Role.MONTHS, Role.QUARTER, Role.HALF) and not (
        han and marked.at(number.end, Role.SCALE)
    ):
        return None if han else Passed(index, number.end + 1, "a length of time or a date")
    if han and (marked.at(index, Role.REFER, Role.NAME) or marked.key(index - 1) in ("第", "前", "首", "十", "这")):
        return None
    scale, end = read_scale(marked, number.end, money=False)
    if number.value <= 1 and not scale and not (han and marked.at(end, Role.TIMES, Role.TENTHS)):
        return None
    unit = read_unit(marked, end, in_words=True)
    if unit is None and not scale:
        return None if han or number.value < 2 else _unsure_word(marked, index, number)
    if not scale and marked.before(index, Role.REFER) is not None and number.value < 20:
        return None if han else Passed(index, number.end, "refers back to what was named before")
    if unit is not None and unit.role is Role.THING and (unit.value == "units" and han and len(unit.counted) < 2):
        return None  # 三项, 两大: counting words of a list
    if unit is not None and unit.role is Role.THING and unit.value == "index points":
        return None
    return _of_number(marked, index, number, floor)


def _unsure_word(marked: TaggedSentence, index: int, number: Number) -> Passed | None:
    following = marked.kind(number.end) is Kind.WORD
    return Passed(index, number.end, "a number word before something that is not known to be counted", following)


# ------------------------------------------------------------------------------------------------ numbers in digits


def _of_number(
    marked: TaggedSentence, index: int, number: Number, floor: int, *, power: int = 0
) -> list[ParsedFigure] | Passed | None:
    figure = measure_figure(marked, index, number, floor, power=power)
    both = read_range(marked, figure, floor)
    if both is not None:
        return both
    if figure.has(Role.TIMES) and not _says_how_many_times(marked, figure):
        return Passed(figure.first, figure.last, "how often, not how much")
    return [finish_figure(marked, figure)]


# ------------------------------------------------------------------------------------------------- how many times


def _says_how_many_times(marked: TaggedSentence, figure: ParsedFigure) -> bool:
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
