"""Russian number words in all cases: ``двадцать двух``, ``полтора``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from indicators.language.numbers import Number
from indicators.language.tokens import Token

__all__ = ["RUSSIAN_NUMBERS", "read_russian_number"]

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


def read_russian_number(tokens: Sequence[Token], index: int) -> Number | None:
    """Read a number below a thousand; larger scales are phrases, not part of it."""
    if tokens[index].key in _HALVES:
        return Number(_HALVES[tokens[index].key], 2, index + 1, in_words=True)
    total, end, below = 0, index, 1000
    while end < len(tokens) and (word := _NUMBERS.get(tokens[end].key, below)) < below:
        total, end = total + word, end + 1
        below = 100 if word >= 100 else 10 if word >= 20 else 0
    return Number.of_words(Decimal(total), end) if end > index else None
