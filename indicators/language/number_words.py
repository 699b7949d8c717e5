"""Readers of number words and fractions, made of the tables of a language.

They serve languages whose number words only have to be added up: ``treinta y cinco``, ``soixante-dix-huit``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from indicators.language.fractions import Fraction, make_fraction
from indicators.language.lexicon import Role
from indicators.language.numbers import Number, read_number
from indicators.language.tokens import Kind, Token

if TYPE_CHECKING:
    from indicators.language.marking import TaggedSentence

_ReadNumber: TypeAlias = Callable[[Sequence[Token], int], Number | None]
_ReadFraction: TypeAlias = "Callable[[TaggedSentence, int], Fraction | None]"
_LONGEST = 9  # tokens
_SCORE = 20


class FractionTables(NamedTuple):
    """The words of fractions.

    Attributes:
        sure: Denominators that are nothing else, by their words.
        ranks: Denominators that are also ranks, which count behind a number or an article that means one.
        ones: Words that mean one before a denominator.
        articles: Definite articles, which may precede a sure one.
        each: *Each*, before a rank of `ordinals`.
        ordinals: Ranks behind `each`.
        before_unit: Adjectives that count only before a scale or points: *half a million*, *half a point*.
        points: Words of a fraction and its points in one: *Viertelpunkt*.
    """

    sure: Mapping[str, int]
    ranks: Mapping[str, int]
    ones: frozenset[str]
    articles: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    ordinals: Mapping[str, int] = {}
    before_unit: Mapping[str, int] = {}
    points: Mapping[str, int] = {}

    @property
    def starts(self) -> frozenset[str]:
        """Words that may begin a fraction."""
        return self.ones | self.articles | self.each | self.sure.keys() | self.before_unit.keys() | self.points.keys()


def parse_number_words(table: str) -> dict[str, int]:
    """Parse a table of number words: each row a number and its words.

    >>> parse_number_words("2 deux")
    {'deux': 2}
    """
    rows = (row.split() for row in table.strip().splitlines())
    return {word: int(number) for number, *words in rows for word in words}


def make_number_reader(values: Mapping[str, int | Decimal], joints: frozenset[str]) -> _ReadNumber:
    """Make a reader of numbers below a thousand; larger scales are phrases, not part of them.

    Args:
        values: The words and their numbers.
        joints: What may join two words, beside hyphens.
    """

    def read(tokens: Sequence[Token], index: int) -> Number | None:
        total, end = values.get(tokens[index].key, 0), index + 1
        if not total:
            return None
        while end < len(tokens) and end - index < _LONGEST:
            is_joined = tokens[end].key == "-" or tokens[end].key in joints
            at = end + is_joined
            more = _add(total, values.get(tokens[at].key, 0)) if at < len(tokens) else 0
            if not more or (is_joined and tokens[end].key == "-" and not tokens[at].glued):
                break
            total, end = more, at + 1
        return Number.of_words(Decimal(total), end)

    return read


def _add(total: int | Decimal, value: int | Decimal) -> int | Decimal:
    """The number that two words make together; 0 if they are two numbers."""
    if value == 100 and 1 < total < 10:
        return total * 100
    if value == _SCORE and total % 100 == 4:
        return total + 4 * _SCORE - 4  # quatre-vingts
    room = 100 if total % 100 == 0 else 20 if total % 100 in (60, 80) else 10 if total % 10 == 0 else 0
    return (
        total + value if (0 < value < room and total % 100 != 10) or (value in (7, 8, 9) and total % 100 == 10) else 0
    )


def make_fraction_reader(tables: FractionTables) -> _ReadFraction:
    """Make a reader of fractions: ``ein Drittel``, ``les deux tiers``, ``uno de cada cinco`` apart."""

    def read(sentence: TaggedSentence, index: int) -> Fraction | None:
        key = sentence.key(index)
        if sentence.kind(index) is not Kind.WORD:
            return None
        if key in tables.each:
            ordinal = tables.ordinals.get(sentence.key(index + 1))
            is_time = sentence.at(index + 2, Role.SPAN) is not None
            return None if ordinal is None or is_time else make_fraction(sentence, index + 2, 1, ordinal)
        at, numerator = index, 0
        if key in tables.ones:
            at, numerator = index + 1, 1
        elif key in tables.articles:
            at = index + 1
        if not numerator and (number := _small(sentence, at)):
            at, numerator = at + 1, number
        word = sentence.key(at)
        is_points = sentence.at(at, Role.POINTS) and sentence.key(at + 1) not in sentence.words.fraction_nouns
        if is_points and word not in tables.points:
            return None  # *una décima* is a tenth of a point
        if word in tables.before_unit | tables.points.keys():
            return _read_before_unit(sentence, tables, at, numerator or 1)
        is_part = at > index and sentence.key(at + 1) in sentence.words.fraction_nouns  # "la cuarta parte"
        denominator = tables.sure.get(word) or (tables.ranks.get(word) if numerator or is_part else None)
        if denominator is None or sentence.at(at + 1, Role.SPAN, Role.QUARTER) or _is_of_year(sentence, index):
            return None
        return make_fraction(sentence, at + 1, numerator or 1, denominator)

    return read


def _read_before_unit(sentence: TaggedSentence, tables: FractionTables, at: int, numerator: int) -> Fraction | None:
    """``einen halben Prozentpunkt``, ``с половин пункт``, ``Viertelpunkt``: a fraction of a unit, never of a whole."""
    word = sentence.key(at)
    if denominator := tables.points.get(word):
        part = Decimal(numerator) / denominator
        return Fraction(part, len(part.as_tuple().digits), at, "")
    fraction = make_fraction(sentence, at + 1, numerator, tables.before_unit[word])
    return fraction if fraction is not None and not fraction.form else None


def _small(sentence: TaggedSentence, index: int) -> int:
    if sentence.key(index) not in sentence.vocabulary.number_starts:
        return 0
    number = read_number(sentence, index)
    return int(number.value) if number is not None and number.value <= 9 and number.end == index + 1 else 0


def _is_of_year(sentence: TaggedSentence, index: int) -> bool:
    """Whether it is a half of the year: the second half."""
    return sentence.before(index, Role.ORDINAL) is not None
