"""Russian fractions: ``треть``, ``две трети``, ``один из пяти``, ``каждый пятый``, ``полмиллиарда``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from indicators.language.fractions import Fraction, make_fraction
from indicators.language.lexicon import Role
from indicators.language.numbers import read_number
from indicators.language.tokens import Kind

if TYPE_CHECKING:
    from indicators.language.marking import TaggedSentence

__all__ = ["RUSSIAN_FRACTIONS", "read_russian_fraction"]

_DENOMINATORS: Final = {
    word: number
    for number, words in (
        (2, "половина половину половины половиной половине"), (3, "треть трети третей третью"),
        (4, "четверть четверти четвертей четвертью"), (5, "пятая пятую пятой пятых"), (6, "шестая шестую"),
        (7, "седьмая"), (8, "восьмая"), (10, "десятая десятую десятых"),
    )
    for word in words.split()
}  # fmt: skip
_RANKS: Final = frozenset("пятая пятой шестая восьмая десятая".split())
_EACH: Final = frozenset("каждый каждая каждую каждого каждой каждому".split())
_ORDINALS: Final = {
    "второй": 2, "третий": 3, "четвертый": 4, "пятый": 5, "шестой": 6, "седьмой": 7, "восьмой": 8, "десятый": 10,
    "вторая": 2, "третья": 3, "четвертая": 4, "пятая": 5, "десятая": 10, "третью": 3,
}  # fmt: skip
_HALF: Final = {
    stem + ending: power
    for stem, power in (("полтриллион", 12), ("полмиллиард", 9), ("полмиллион", 6), ("полтысяч", 3))
    for ending in ("", "а", "у", "ом", "е", "и", "ы", "ов", "ю", "ей")
}
RUSSIAN_FRACTIONS: Final = _EACH | _DENOMINATORS.keys() | _HALF.keys()


def read_russian_fraction(sentence: TaggedSentence, index: int) -> Fraction | None:
    """Read a fraction at a token."""
    key = sentence.key(index)
    if sentence.kind(index) is not Kind.WORD:
        return None
    if key in _EACH:
        ordinal = _ORDINALS.get(sentence.key(index + 1))
        return None if ordinal is None else make_fraction(sentence, index + 2, 1, ordinal)
    if key in _HALF:
        return Fraction(Decimal("0.5"), 1, index + 1, "", _HALF[key])
    return _in_words(sentence, index)


def _in_words(sentence: TaggedSentence, index: int) -> Fraction | None:
    at, numerator = index, 1
    if sentence.key(index) in sentence.vocabulary.number_starts and (number := read_number(sentence, index)):
        if number.value > 9 or number.end != index + 1:
            return None
        at, numerator = index + 1, int(number.value)
    word = sentence.key(at)
    if word not in _DENOMINATORS or sentence.at(at + 1, Role.SPAN):
        return None  # четверть века
    if word in _RANKS and at == index and sentence.key(at + 1) not in sentence.words.fraction_nouns:
        return None
    return make_fraction(sentence, at + 1, numerator, _DENOMINATORS[word])
