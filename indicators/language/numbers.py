"""Printed numbers: digits with the marks of each language between them, and number words.

In Russian a comma begins the decimals and spaces part the thousands; in English and Chinese a comma before three
digits parts the thousands (in India also before two) and otherwise begins the decimals, as in ``53,9万亿``.

>>> from indicators.language.tokens import tokenize
>>> def read(text, language="en"):
...     number = read_number(tokenize(text), 0, language)
...     return None if number is None else (str(number.value), number.digits, number.end)
>>> read("1,700"), read("53,9"), read("26,901", "ru"), read("97 357 рублей", "ru"), read("1,00,000")
(('1700', 4, 1), ('53.9', 3, 1), ('26.901', 5, 1), ('97357', 5, 2), ('100000', 6, 1))
>>> read("twenty-two agreements"), read("двадцать два региона", "ru"), read("二十二份", "zh"), read("9.30.1")
(('22', 2, 3), ('22', 2, 2), ('22', 2, 3), None)

Libraries that were tried: text2num reads English of our languages only, cn2an neither decimals nor percentages
and takes 0.2 s to import; both need the words to be found first, which is the larger part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.language.tokens import Kind, Token

__all__ = ["Number", "may_begin_number", "parse_decimal", "read_number"]

_LONGEST: Final = 30
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_APOSTROPHES: Final = re.compile(r"\d{1,3}(?:'\d{3})+(?:\.\d+)?")
_DOTTED: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_SIMPLE: Final = re.compile(r"\d+(?:[.,]\d+)?")

_ENGLISH: Final = {
    **dict(zip("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
               "seventeen eighteen nineteen".split(), range(1, 20), strict=True)),
    **dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)),
    "dozen": 12,
}  # fmt: skip
_RUSSIAN_ROWS: Final = """
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
_RUSSIAN: Final = {word: int(row.split()[0]) for row in _RUSSIAN_ROWS.strip().splitlines() for word in row.split()[1:]}
_HALVES: Final = {"полтора": Decimal("1.5"), "полторы": Decimal("1.5"), "полутора": Decimal("1.5")}
_HAN_DIGITS: Final = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)), "〇": 0, "两": 2, "兩": 2,
}  # fmt: skip
_HAN_POWERS: Final = {"十": 10, "百": 100, "千": 1000}


class Number(NamedTuple):
    """A number found in tokens.

    Attributes:
        value: The number.
        digits: Its significant digits as printed.
        end: The token after its last.
        in_words: Whether it was written in words.
    """

    value: Decimal
    digits: int
    end: int
    in_words: bool = False


def read_number(tokens: list[Token], index: int, language: str) -> Number | None:
    """The number that begins at a token, or ``None``."""
    token = tokens[index]
    if token.kind is Kind.NUMBER:
        return _digits_at(tokens, index, language)
    if token.kind is Kind.WORD:
        return _english_at(tokens, index) or _russian_at(tokens, index)
    if token.kind is Kind.HAN:
        return _chinese_at(tokens, index)
    return None


def may_begin_number(key: str) -> bool:
    """Whether a word in small letters can begin a number.

    >>> may_begin_number("twelve"), may_begin_number("двух"), may_begin_number("table")
    (True, True, False)
    """
    return key in _ENGLISH or key in _RUSSIAN or key in _HALVES


def parse_decimal(text: str, language: str) -> Decimal | None:
    """Digits with their marks as a number; ``None`` for what is no number (a date, a version).

    >>> parse_decimal("1,180.50", "en"), parse_decimal("1.234.567", "en"), parse_decimal("2.1.3", "en")
    (Decimal('1180.50'), Decimal('1234567'), None)
    """
    if len(text) > _LONGEST:
        return None
    if language != "ru" and _GROUPED.fullmatch(text.partition(".")[0]) and text.count(".") <= 1:
        return Decimal(text.replace(",", "")) if not text.startswith("0,") else None
    if _SIMPLE.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _APOSTROPHES.fullmatch(text):
        return Decimal(text.replace("'", ""))
    if _DOTTED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    return None


def _digits_at(tokens: list[Token], index: int, language: str) -> Number | None:
    text, end = tokens[index].text, index + 1
    if len(text) <= 3 and text.isdigit() and text[0] != "0":
        joined, end = _spaced_groups(tokens, index, language)
        text = joined or text
    value = parse_decimal(text, language)
    if value is None:
        return None
    return Number(value, max(len(value.as_tuple().digits), 1), end)


def _spaced_groups(tokens: list[Token], index: int, language: str) -> tuple[str, int]:
    """Groups of three digits parted by single spaces: ``97 357,5``. Elsewhere than in Russian the first is short."""
    text, end = tokens[index].text, index + 1
    while end < len(tokens) and tokens[end].kind is Kind.NUMBER and tokens[end].start - tokens[end - 1].end == 1:
        group, mark, decimals = tokens[end].text.replace(",", ".").partition(".")
        if len(group) != 3 or (decimals and not decimals.isdigit()):
            break
        text, end = text + group + mark + decimals, end + 1
        if mark:
            break
    if language not in ("ru", "fr") and end - index == 2 and len(tokens[index].text) == 3:
        return "", index + 1  # "over 100 200 workers …" is a slip rather than a number
    return (text, end) if end > index + 1 and len(text) <= _LONGEST else ("", index + 1)


def _english_at(tokens: list[Token], index: int) -> Number | None:
    """``twenty-two``, ``two hundred and fifty``, ``a hundred``; words of scale from the thousand on are no part."""
    total, end, seen = 0, index, False
    while end < len(tokens) and end - index < 8:
        key = tokens[end].key
        if key in _ENGLISH and not (seen and total % 10 and total % 100 < 20):
            total, end, seen = total + _ENGLISH[key], end + 1, True
        elif key == "hundred" and 0 < total < 100:
            total, end = total * 100, end + 1
        elif seen and key in ("-", "and") and _continues(tokens, end, total, key):
            end += 1
        else:
            break
    return Number(Decimal(total), max(len(str(total).rstrip("0")), 1), end, in_words=True) if seen else None


def _continues(tokens: list[Token], index: int, total: int, key: str) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.key not in _ENGLISH:
        return False
    if key == "-":
        return following.glued and total % 100 >= 20 and total % 10 == 0 and _ENGLISH[following.key] < 10
    return total >= 100 and total % 100 == 0


def _russian_at(tokens: list[Token], index: int) -> Number | None:
    if tokens[index].key in _HALVES:
        return Number(_HALVES[tokens[index].key], 2, index + 1, in_words=True)
    total, end, below = 0, index, 1000
    while end < len(tokens) and (word := _RUSSIAN.get(tokens[end].key)) is not None and word < below:
        total, end = total + word, end + 1
        below = 100 if word >= 100 else 10 if word >= 20 else 0
    return Number(Decimal(total), max(len(str(total).rstrip("0")), 1), end, in_words=True) if end > index else None


def _chinese_at(tokens: list[Token], index: int) -> Number | None:
    """``二十二``, ``三千五百``, ``一点五``; 万 and 亿 are words of scale and no part."""
    total, digit, end, decimals = 0, -1, index, ""
    while end < len(tokens) and end - index < 12 and tokens[end].kind is Kind.HAN:
        character = tokens[end].text
        if character in _HAN_DIGITS and (digit < 0 or digit == 0):
            digit = _HAN_DIGITS[character]
        elif character in _HAN_POWERS and digit != 0:
            total, digit = total + max(digit, 1) * _HAN_POWERS[character], -1
        else:
            break
        end += 1
    if end > index and end + 1 < len(tokens) and tokens[end].text == "点":
        decimals, end = _han_decimals(tokens, end, _HAN_DIGITS)
    if end == index or (end == index + 1 and tokens[index].text in _HAN_POWERS and tokens[index].text != "十"):
        return None
    value = Decimal(total + max(digit, 0))
    if decimals:
        value += Decimal(f"0.{decimals}")
    return Number(value, max(len(str(value).replace(".", "").strip("0")), 1), end, in_words=True)


def _han_decimals(tokens: list[Token], end: int, digits: Mapping[str, int]) -> tuple[str, int]:
    """The digits after a spoken point; none when no digit follows (三点 is a time of day)."""
    decimals, after = "", end + 1
    while after < len(tokens) and after - end < 8 and tokens[after].text in digits:
        decimals, after = decimals + str(digits[tokens[after].text]), after + 1
    return (decimals, after) if decimals else ("", end)
