"""Russian number words and fractions: ``двадцать двух``, ``полтора``, ``две трети``, ``каждый пятый``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from indicators.language.fractions import Fraction, make_fraction
from indicators.language.lexicon import Role
from indicators.language.numbers import Number, read_number
from indicators.language.tokens import Kind, Token

if TYPE_CHECKING:
    from indicators.language.marking import TaggedSentence

_ROWS: Final = """
1 один одна одно одного одной одному одну одним одном
2 два две двух двум двумя двое
3 три трех трем тремя трое
4 четыре четырех четырем четырьмя четверо
5 пять пяти пятью пятеро
6 шесть шести шестью
7 семь семи семью
8 восемь восьми восемью восьмью
9 девять девяти девятью
10 десять десяти десятью десяток десятка
11 одиннадцать одиннадцати
12 двенадцать двенадцати
13 тринадцать тринадцати
14 четырнадцать четырнадцати
15 пятнадцать пятнадцати
16 шестнадцать шестнадцати
17 семнадцать семнадцати
18 восемнадцать восемнадцати
19 девятнадцать девятнадцати
20 двадцать двадцати двадцатью
30 тридцать тридцати
40 сорок сорока
50 пятьдесят пятидесяти
60 шестьдесят шестидесяти
70 семьдесят семидесяти
80 восемьдесят восьмидесяти
90 девяносто девяноста
100 сто ста
200 двести двухсот двумстам
300 триста трехсот тремстам
400 четыреста четырехсот
500 пятьсот пятисот
600 шестьсот шестисот
700 семьсот семисот
800 восемьсот восьмисот
900 девятьсот девятисот
"""
_HALVES: Final = dict.fromkeys(("полтора", "полторы", "полутора"), Decimal("1.5"))
_NUMBERS: Final = {word: int(row.split()[0]) for row in _ROWS.strip().splitlines() for word in row.split()[1:]}
RUSSIAN_NUMBERS: Final = frozenset((*_NUMBERS, *_HALVES))
_DENOMINATORS: Final = {
    word: number
    for number, words in (
        (2, "половина половину половины половиной половине"), (3, "треть трети третей третью"),
        (4, "четверть четверти четвертей четвертью"), (5, "пятая пятую пятой пятых"), (6, "шестая шестую"),
        (7, "седьмая"), (8, "восьмая"), (10, "десятая десятую десятых"), (3, "третья"),
        (4, "четвертая четвертую четвертой"),
    )
    for word in words.split()
}  # fmt: skip
_RANKS: Final = frozenset("третья третью четвертая четвертую четвертой пятая пятой шестая восьмая десятая".split())
_EACH: Final = frozenset("каждый каждая каждую каждого каждой каждому".split())
_ORDINALS: Final = {
    f"{stem}{ending}": number
    for number, stem in enumerate("втор трет четверт пят шест седьм восьм девят десят".split(), 2)
    for ending in ("ий ья ье ью ьего ьему ьей" if number == 3 else "ый ой ая ое ую ого ому").split()
}
_HALF: Final = {
    stem + ending: power
    for stem, power in (("полтриллион", 12), ("полмиллиард", 9), ("полмиллион", 6), ("полтысяч", 3))
    for ending in ("", "а", "у", "ом", "е", "и", "ы", "ов", "ю", "ей")
}
_HALF_UNITS: Final = frozenset(("полпроцента", "полпроцентного", "полпункта"))
RUSSIAN_FRACTIONS: Final = _EACH | _DENOMINATORS.keys() | _HALF.keys() | _HALF_UNITS


def read_russian_number(tokens: Sequence[Token], index: int) -> Number | None:
    """Read a number below a thousand; larger scales are phrases, not part of it."""
    if tokens[index].key in _HALVES:
        return Number(_HALVES[tokens[index].key], 2, index + 1, in_words=True)
    total, end, below = 0, index, 1000
    while end < len(tokens) and (word := _NUMBERS.get(tokens[end].key, below)) < below:
        total, end = total + word, end + 1
        below = 100 if word >= 100 else 10 if word >= 20 else 0
    return Number.of_words(Decimal(total), end) if end > index else None


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
    if key in _HALF_UNITS:
        return Fraction(Decimal("0.5"), 1, index, "")
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
    if word.startswith("половин") and sentence.before(index, Role.ORDINAL) is not None:
        return None  # вторая половина года
    if word in _RANKS and at == index and sentence.key(at + 1) not in sentence.words.fraction_nouns:
        return None
    return make_fraction(sentence, at + 1, numerator, _DENOMINATORS[word])
