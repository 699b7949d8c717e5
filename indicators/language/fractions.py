"""Fractions and multiples in words: a third, two thirds, one in five; doubled, halved.

A fraction is a percentage of one significant digit, so that "a third" is 28 to 38 percent.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from indicators.language.lexicon import Role
from indicators.language.numbers import FRACTIONS, Number, read_number
from indicators.language.tokens import Kind

if TYPE_CHECKING:
    from indicators.language.marking import TaggedSentence


_MOST: Final = 10  # of how many in *four in ten*
_PER_THOUSAND: Final = 1000


class Fraction(NamedTuple):
    """A fraction or a multiple in words.

    Attributes:
        value: Percent of the whole, or the factor; or a number for ``half a million``.
        digits: Significant digits.
        end: The token after it.
        form: ``fraction``, ``multiple``, ``halved``, ``percent`` or empty for a plain number.
        power: Power of ten of a plain number (полмиллиарда: 9).
    """

    value: Decimal
    digits: int
    end: int
    form: str
    power: int = 0


def read_fraction(sentence: TaggedSentence, index: int) -> Fraction | None:
    """Read the fraction that begins at a token, in the way of each language."""
    if fraction := _sign_alone(sentence, index) or _one_in(sentence, index):
        return fraction
    for language in sentence.vocabulary.languages:
        if language.read_fraction is not None and (fraction := language.read_fraction(sentence, index)):
            return fraction
    return None


def _sign_alone(sentence: TaggedSentence, index: int) -> Fraction | None:
    """``½ point``, ``¼ %``: a sign of a fraction before a percentage or points."""
    value = FRACTIONS.get(sentence.tokens[index].text)
    end = index + 1
    if value is None or not (sentence.at(end, Role.PERCENT, Role.POINTS) or _is_bare_point(sentence, end, end)):
        return None
    return Fraction(value, len(value.as_tuple().digits), end, "")


def _one_in(sentence: TaggedSentence, index: int) -> Fraction | None:
    """``one in five``, ``two out of three``, «один из пяти»."""
    first, words = read_number(sentence, index) if not sentence.has_han(index) else None, sentence.words
    if first is None or not 1 <= first.value <= 9 or first.value != int(first.value):
        return None
    at = first.end
    if first.in_words and sentence.key(at) not in words.one_in | words.out and sentence.kind(at) is Kind.WORD:
        return _so_many_in(sentence, first)
    is_out_of = sentence.key(at) in words.out and sentence.key(at + 1) in words.of
    if not is_out_of and sentence.key(at) not in words.one_in:
        return None
    at += 1 + is_out_of
    is_of_every = sentence.key(at) in words.every
    second = read_number(sentence, at + is_of_every)
    if second is None or not first.value < second.value or second.value != int(second.value):
        return None
    if second.value > 100 and not (is_of_every and second.value == _PER_THOUSAND):
        return None
    unit = sentence.at(second.end, Role.SPAN, Role.SCALE, Role.MONEY, Role.PERCENT)
    if unit or sentence.key(second.end) in ("'", "-"):
        return None
    fraction = make_fraction(sentence, second.end, int(first.value), int(second.value))
    return None if fraction is None else fraction._replace(end=second.end)


def _so_many_in(sentence: TaggedSentence, first: Number) -> Fraction | None:
    """``four Germans in ten``, «два работника из пяти»: the noun between two numbers in words."""
    words = sentence.words
    at = next((at for at in (first.end + 1, first.end + 2) if sentence.key(at) in words.one_in), 0)
    second = read_number(sentence, at + 1) if at else None
    if second is None or not second.in_words or not first.value < second.value <= _MOST:
        return None
    behind = second.end
    is_counted = sentence.language_of(behind).is_counted_noun(sentence.key(behind)) or sentence.at(
        behind, Role.THING, Role.SPAN, Role.SCALE, Role.MONEY, Role.PERCENT
    )
    return None if is_counted else make_fraction(sentence, behind, int(first.value), int(second.value))


def read_multiple(sentence: TaggedSentence, index: int) -> Fraction | None:
    """Read ``doubled``, ``вдвое``, ``翻番``, ``halved``; *Double Down* and *double standards* are not multiples."""
    match, words = sentence.at(index, Role.DOUBLE, Role.HALVE), sentence.words
    if match is None or (sentence.key(match.end) == "-" and sentence.glued(match.end)):
        return None
    if match.role is Role.HALVE:
        return Fraction(Decimal(2), 1, match.end, "halved")
    if sentence.key(index) in words.multiple_or_adjective:
        if sentence.key(index - 1) in words.before_multiple:
            multiplies = sentence.key(match.end) not in words.not_after_multiple
        else:
            multiplies = sentence.key(match.end) in words.after_multiple
        if not multiplies:
            return None
    return Fraction(Decimal(match.value), len(match.value.replace(".", "")), match.end, "multiple")


def make_fraction(sentence: TaggedSentence, end: int, numerator: int, denominator: int) -> Fraction | None:
    """The share, or the number itself before a scale or a percentage point: ``half a million``, ``a quarter point``."""
    if not 0 < numerator < denominator:
        return None
    words = sentence.words
    exact = Decimal(numerator) / Decimal(denominator)
    at = end
    while sentence.key(at) in words.after_fraction or (sentence.key(at) == "-" and sentence.glued(at)):
        at += 1
    if sentence.at(at, Role.SPAN) is not None:
        return None  # "half a century"
    scale = sentence.at(at, Role.SCALE) if sentence.key(at) not in words.scale_letters else None
    is_points = sentence.at(at, Role.POINTS) or _is_bare_point(sentence, end, at)
    if is_points or (scale is not None and sentence.kind(at) is Kind.WORD):
        return Fraction(exact, max(len(str(exact).replace("0.", "").strip("0")), 1), at, "")
    if (
        sentence.key(at - 1) in words.before_percent
        and sentence.kind(at) is Kind.WORD
        and sentence.at(at, Role.PERCENT)
    ):
        return Fraction(exact, 1, at, "")  # half of a percent
    percent = (exact * 100).quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN).normalize()
    return Fraction(percent, 1, end + (sentence.key(end) in words.fraction_nouns), "fraction")


def _is_bare_point(sentence: TaggedSentence, end: int, at: int) -> bool:
    """``a quarter point``, ``half a point``; not half of the points of a team."""
    thing = sentence.at(at, Role.THING)
    small = sentence.words.one_article | (sentence.words.of if at == end + 1 else frozenset())  # *un quart de point*
    is_one = at == end or sentence.key(at - 1) == "-" or sentence.key(at - 1) in small
    return thing is not None and thing.value == "index points" and is_one
