"""Parts and multiples in words: a third, two thirds, one in five, половина, 三分之二, 百分之八十; doubled, вдвое, 翻番.

A part is a percentage of one significant digit, so that "a third" is 28 to 38 per cent.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final, NamedTuple

from indicators.language.lexicon import Role
from indicators.language.marking import TaggedSentence
from indicators.language.numbers import read_number
from indicators.language.tokens import Kind

__all__ = ["Fraction", "may_begin_fraction", "read_fraction", "read_multiple"]

_PARTS: Final = {
    **dict.fromkeys(("half", "halves", "половина", "половину", "половины", "половиной", "половине"), 2),
    **dict.fromkeys(("third", "thirds", "треть", "трети", "третей", "третью"), 3),
    **dict.fromkeys(("fourth", "fourths"), 4),
    **dict.fromkeys(("quarter", "quarters", "четверть", "четверти", "четвертей", "четвертью"), 4),
    **dict.fromkeys(("fifth", "fifths", "пятая", "пятую", "пятой", "пятых"), 5),
    **dict.fromkeys(("sixth", "sixths", "шестая", "шестую"), 6),
    **dict.fromkeys(("seventh", "sevenths", "седьмая"), 7),
    **dict.fromkeys(("eighth", "eighths", "восьмая"), 8),
    **dict.fromkeys(("tenth", "tenths", "десятая", "десятую", "десятых"), 10),
}
_EACH: Final = {
    "второй": 2, "третий": 3, "четвертый": 4, "пятый": 5, "шестой": 6, "седьмой": 7, "восьмой": 8, "десятый": 10,
    "вторая": 2, "третья": 3, "четвертая": 4, "пятая": 5, "десятая": 10, "третью": 3,
}  # fmt: skip
_ORDINAL_PARTS: Final = frozenset(
    "third fourth fifth sixth seventh eighth tenth quarter пятая пятой шестая восьмая десятая".split()
)
_POLU: Final = {"полтриллион": 12, "полмиллиард": 9, "полмиллион": 6, "полтысяч": 3}


_BEGIN: Final = frozenset("a an one every каждый каждая каждую каждого каждой каждому".split())


class Fraction(NamedTuple):
    """A part or a multiple in words.

    Attributes:
        value: Percent of the whole, or the factor; or a number for ``half a million``.
        digits: Significant digits.
        end: The token after it.
        form: ``fraction``, ``multiple``, ``halved`` or empty for a plain number.
        power: Power of ten of a plain number (полмиллиарда: 9).
    """

    value: Decimal
    digits: int
    end: int
    form: str
    power: int = 0


def may_begin_fraction(key: str) -> bool:
    """Whether a word in small letters can begin a part in words."""
    return key in _PARTS or key in _BEGIN or key.startswith("пол")


def read_multiple(marked: TaggedSentence, index: int) -> Fraction | None:
    """``doubled``, ``вдвое``, ``翻番``, ``halved``."""
    match = marked.at(index, Role.DOUBLE, Role.HALVE)
    if match is None or (marked.key(match.end) in ("-", "digit") and marked.glued(match.end)):
        return None
    if match.role is Role.HALVE:
        return Fraction(Decimal(2), 1, match.end, "halved")
    if marked.key(index) in ("double", "triple", "treble", "doubles", "triples") and not _multiplies(
        marked, index, match.end
    ):
        return None
    return Fraction(Decimal(match.value), len(match.value.replace(".", "")), match.end, "multiple")


def _multiplies(marked: TaggedSentence, index: int, end: int) -> bool:
    """*To double by 2030* and *double the level* multiply; *Double Down* and *double standards* do not."""
    if marked.key(index - 1) in (
        "to",
        "will",
        "would",
        "could",
        "may",
        "should",
        "than",
        "nearly",
        "almost",
        "about",
        "roughly",
    ):
        return marked.key(end) not in ("down", "check", "up")
    return marked.key(end) in ("the", "that", "what", "its", "their", "from", "last")


def read_fraction(marked: TaggedSentence, index: int) -> Fraction | None:
    """The part of a whole that begins at a token."""
    return (
        _one_in(marked, index) or _each(marked, index) or _han_part(marked, index) or _polu(marked, index)
        or _worded(marked, index)
    )  # fmt: skip


def _worded(marked: TaggedSentence, index: int) -> Fraction | None:
    """``a third``, ``two thirds``, ``three-quarters``, ``треть``, ``две трети``, ``half a million``."""
    at, numerator = index, 1
    if marked.key(index) in ("a", "an", "one") or (number := _small(marked, index)):
        numerator = 1 if marked.key(index) in ("a", "an", "one") else number or 1
        at = index + 1
        if marked.key(at) == "-" and marked.glued(at):
            at += 1
    word = marked.key(at)
    if word in _PARTS and marked.at(at + 1, Role.SPAN):
        return None  # четверть века, half an hour
    if word not in _PARTS or (word in _ORDINAL_PARTS and at == index and not _stands_alone(marked, at)):
        return None
    denominator = _PARTS[word]
    if marked.kind(at) is Kind.WORD and not _is_part(marked, index, at, numerator):
        return None
    return _fraction(marked, at + 1, numerator, denominator)


def _small(marked: TaggedSentence, index: int) -> int | None:
    number = read_number(marked.tokens, index, marked.language) if marked.kind(index) is Kind.WORD else None
    return int(number.value) if number is not None and number.value <= 9 and number.end == index + 1 else None


def _stands_alone(marked: TaggedSentence, at: int) -> bool:
    """In Russian «пятая часть»; in English an ordinal without an article is a rank."""
    return marked.key(at + 1) in ("часть", "части", "долю", "доля", "доли")


def _is_part(marked: TaggedSentence, index: int, at: int, numerator: int) -> bool:
    """A part and not a rank, a quarter of the year or half of the year."""
    word, after = marked.key(at), marked.key(at + 1)
    if marked.key(index - 1) in (
        "first",
        "second",
        "last",
        "latter",
        "third",
        "fourth",
        "other",
        "this",
        "next",
        "each",
        "per",
        "every",
    ):
        return False
    if word in ("quarter", "quarters", "half", "halves"):
        if marked.at(at + 1, Role.SPAN, Role.YEAR) or (marked.key(index - 1) in ("the", "in") and word == "quarter"):
            return False
        if after == "-" and marked.glued(at + 1):
            return False
        if after in ("year", "time", "hour", "day", "century", "decade", "price", "term", "way", "results", "earnings"):
            return False
        if word == "quarters" and numerator > 4:
            return False
        of_what = after in ("of", "a", "the", "that", "percentage", "what", "all") or marked.at(
            at + 1, Role.MORE, Role.LESS
        )
        return (
            bool(of_what or word == "half" or numerator > 1)
            or _by_before(marked, index)
            or not marked.at(at + 1, Role.SPAN)
        )
    if at == index + 1 and marked.key(index) in ("a", "an") and marked.tokens[at].text.isascii():
        return after in (
            "of",
            "from",
            "to",
            "in",
            "since",
            "year",
            "on",
            "while",
            ",",
            ".",
            ";",
            "",
            "the",
            "compared",
            "last",
            "this",
        ) or bool(marked.at(at + 1, Role.MORE, Role.LESS))
    return True


def _by_before(marked: TaggedSentence, index: int) -> bool:
    return marked.before(index, Role.BY, Role.BEFORE) is not None


def _fraction(marked: TaggedSentence, end: int, numerator: int, denominator: int) -> Fraction | None:
    """A share, or the number itself before a scale or a percentage point: ``half a million``, ``a quarter point``."""
    if numerator >= denominator:
        return None
    exact = Decimal(numerator) / Decimal(denominator)
    at = end
    while marked.key(at) in ("of", "a", "the"):
        at += 1
    points = marked.at(at, Role.POINTS)
    scale = marked.at(at, Role.SCALE) if marked.key(at) not in ("k", "m", "b", "c") else None
    if points is not None or (scale is not None and marked.kind(at) is Kind.WORD):
        return Fraction(exact, max(len(str(exact).replace("0.", "").strip("0")), 1), at, "")
    if marked.key(at) in ("percent", "per") and marked.key(at - 1) in ("a", "of", "half"):
        return Fraction(exact, 1, at, "") if marked.at(at, Role.PERCENT) else None
    percent = (exact * 100).quantize(Decimal(1), rounding=ROUND_HALF_EVEN)
    end += marked.key(end) in ("часть", "части", "долю", "доля", "доли")
    return Fraction(percent, 1, end, "fraction")


def _one_in(marked: TaggedSentence, index: int) -> Fraction | None:
    """``one in five``, ``two out of three``, ``один из пяти``."""
    first = (
        read_number(marked.tokens, index, marked.language) if marked.kind(index) in (Kind.WORD, Kind.NUMBER) else None
    )
    if first is None or first.value > 9 or first.value < 1 or first.value != int(first.value):
        return None
    at = first.end
    if marked.key(at) in ("in", "из"):
        at += 1
    elif marked.key(at) == "out" and marked.key(at + 1) == "of":
        at += 2
    else:
        return None
    if marked.key(at) == "every":
        at += 1
    second = read_number(marked.tokens, at, marked.language) if at < len(marked) else None
    if second is None or not (first.value < second.value <= 100) or second.value != int(second.value):
        return None
    if marked.at(second.end, Role.SPAN, Role.SCALE, Role.MONEY, Role.PERCENT) or marked.key(second.end) in ("'", "-"):
        return None
    fraction = _fraction(marked, second.end, int(first.value), int(second.value))
    return None if fraction is None else fraction._replace(end=second.end)


def _each(marked: TaggedSentence, index: int) -> Fraction | None:
    """``каждый пятый турист``, ``every third``."""
    key, ordinal = marked.key(index), marked.key(index + 1)
    if key in ("каждый", "каждая", "каждую", "каждого", "каждой", "каждому") and ordinal in _EACH:
        return _fraction(marked, index + 2, 1, _EACH[ordinal])
    if key == "every" and ordinal in ("third", "fourth", "fifth", "tenth") and marked.at(index + 2, Role.SPAN) is None:
        return _fraction(marked, index + 2, 1, _PARTS.get(ordinal, 4))
    return None


def _han_part(marked: TaggedSentence, index: int) -> Fraction | None:
    """``三分之二``, ``百分之八十``, ``一半``."""
    if marked.kind(index) is not Kind.HAN and marked.kind(index) is not Kind.NUMBER:
        return None
    if marked.key(index) == "一" and marked.key(index + 1) == "半":
        return Fraction(Decimal(50), 1, index + 2, "fraction")
    if marked.key(index) == "半" and (marked.key(index - 1) == "过" or marked.key(index + 1) == "数"):
        return Fraction(Decimal(50), 1, index + 1 + (marked.key(index + 1) == "数"), "fraction")
    hundredth = marked.key(index) == "百"
    whole = None if hundredth else read_number(marked.tokens, index, marked.language)
    at = index + 1 if hundredth else whole.end if whole is not None else index
    if marked.key(at) != "分" or marked.key(at + 1) != "之" or at + 2 >= len(marked):
        return None
    part = read_number(marked.tokens, at + 2, marked.language)
    if part is None:
        return None
    if hundredth or (whole is not None and whole.value == 100):
        return Fraction(part.value, max(part.digits, len(str(part.value))), part.end, "percent")
    return _fraction(marked, part.end, int(part.value), int(whole.value)) if whole is not None and whole.value else None


def _polu(marked: TaggedSentence, index: int) -> Fraction | None:
    """``полмиллиарда``, ``полтриллиона``."""
    key = marked.key(index)
    for stem, power in _POLU.items():
        if key.startswith(stem):
            return Fraction(Decimal("0.5"), 1, index + 1, "", power)
    return None
