"""Printed numbers: digits with the marks of each language between them, and number words.

In Russian a comma begins the decimals, unless they are ``000``, and spaces separate the thousands; in English and
Chinese a comma before three digits separates the thousands (in India also before two) and otherwise begins the
decimals, as in ``53,9万亿``.

>>> from indicators.language.languages import tag_sentence
>>> def read(text, language="en"):
...     number = read_number(tag_sentence(text, language), 0)
...     return None if number is None else (str(number.value), number.digits, number.end)
>>> read("1,700"), read("53,9"), read("26,901", "ru"), read("97 357 рублей", "ru"), read("1,00,000")
(('1700', 4, 1), ('53.9', 3, 1), ('26.901', 5, 1), ('97357', 5, 2), ('100000', 6, 1))
>>> read("13,380 millones (11,000 millones de euros)", "es"), read("13,380 (11,2)", "es")
(('13380', 5, 1), ('13.380', 5, 1))
>>> read("4¾ per cent"), read("2½%")
(('4.75', 3, 2), ('2.5', 2, 2))
>>> read("twenty-two agreements"), read("двадцать два региона", "ru"), read("二十二份", "zh"), read("9.30.1")
(('22', 2, 3), ('22', 2, 2), ('22', 2, 3), None)

Of the libraries, text2num knows only English of our languages, and cn2an neither decimals nor percentages; both need
the words to be found first, which is the larger part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from indicators.language.lexicon import Role
from indicators.language.tokens import Kind, Token

if TYPE_CHECKING:
    from indicators.language.language import Language
    from indicators.language.marking import TaggedSentence

_LONGEST: Final = 30
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_GROUPED_BY_POINTS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_APOSTROPHES: Final = re.compile(r"\d{1,3}(?:'\d{3})+(?:\.\d+)?")
_DOTTED: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2},000")  # nobody prints three decimals that are all zeros
FRACTIONS: Final = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅛": Decimal("0.125"), "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"), "⅞": Decimal("0.875"), "⅓": Decimal("0.333"), "⅔": Decimal("0.667"),
}  # fmt: skip
_SLASHES: Final = ("⁄", "∕")
_THREE: Final = re.compile(r"[1-9]\d{0,2},\d{3}")
_COMMA_DECIMALS: Final = re.compile(r"\d+,(?:\d{1,2}|\d{4,})")
_NEAR: Final = 40  # tokens
_UNDER: Final = frozenset(("2", "4", "8", "16", "32", "64"))  # eighths of a point and their like
_CENTS: Final = re.compile(r"\d+\.\d\d")
_GROUP_OF_POINT: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_MILLIONS: Final = 6  # the power of ten
_SIMPLE: Final = re.compile(r"\d+(?:[.,]\d+)?")


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

    @classmethod
    def of_words(cls, value: Decimal, end: int) -> Number:
        """A number in words, whose zeros at the end are not significant."""
        return cls(value, max(len(str(value).replace(".", "").strip("0")), 1), end, in_words=True)


def read_number(sentence: TaggedSentence, index: int) -> Number | None:
    """Read the number that begins at a token; ``None`` when none does."""
    if index not in sentence.numbers:
        sentence.numbers[index] = _read_number(sentence, index)
    return sentence.numbers[index]


def _read_number(sentence: TaggedSentence, index: int) -> Number | None:
    tokens = sentence.tokens
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind is Kind.NUMBER:
        number = _read_printed_fraction(sentence, index) or _read_digits(tokens, index, sentence.language)
        if number is not None and sentence.language.has_points_of_millions and _GROUP_OF_POINT.fullmatch(token.text):
            scale = sentence.at(number.end, Role.SCALE)
            is_decimal = scale is not None and scale.value >= _MILLIONS
            number = Number(Decimal(token.text), len(token.text) - 1, number.end) if is_decimal else number
        return _add_fraction(tokens, number) if number is not None else None
    if token.kind is Kind.SIGN or (token.kind is Kind.WORD and token.key not in sentence.vocabulary.number_starts):
        return None
    for language in sentence.vocabulary.languages:
        if language.read_number is not None and (number := language.read_number(tokens, index)):
            return number
    return None


def _add_fraction(tokens: Sequence[Token], number: Number) -> Number:
    """A whole number with the fraction behind it: ``4¾``, ``4 ¾``."""
    behind = tokens[number.end] if number.end < len(tokens) else None
    if behind is None or behind.text not in FRACTIONS or number.value != int(number.value):
        return number
    value = number.value + FRACTIONS[behind.text]
    return Number(value, len(value.as_tuple().digits), number.end + 1)


def _read_printed_fraction(sentence: TaggedSentence, index: int) -> Number | None:
    """``1/8 point``, ``7 3/4 percent``, ``8 1/2 miles``: alone only before a unit of percent, as it may be a date."""
    tokens, texts = sentence.tokens, [token.text for token in sentence.tokens[index : index + 5]]
    texts = ["/" if text in _SLASHES else text for text in texts]
    cents = _CENTS.fullmatch(texts[0]) if texts and sentence.before(index, Role.MONEY) else None  # "$5.53-1/2"
    has_whole = len(texts) > 3 and (texts[0].isdigit() or cents is not None) and "/" in texts[2:4]
    skipped = 0 if not has_whole else 2 if texts[1] == "-" and tokens[index + 1].glued else 1
    over, slash, under = (*texts[skipped : skipped + 3], "", "", "")[:3]
    end = index + skipped + 3
    if slash != "/" or not over.isdigit() or under not in _UNDER or not 0 < int(over) < int(under):
        return None
    if not all(token.glued for token in tokens[end - 2 : end]):
        return None
    units = (Role.PERCENT, Role.POINTS, *((Role.MONEY, Role.SUBUNIT) if has_whole else ()))
    thing = sentence.at(end, Role.THING)
    is_point = thing is not None and (thing.value == "index points" or has_whole)
    if not is_point and not cents and sentence.at(end + (sentence.key(end) == "-"), *units) is None:
        return None
    part = Decimal(over) / Decimal(under) / (100 if cents else 1)
    value = part + (Decimal(texts[0]) if has_whole else 0)
    return Number(value, len(value.as_tuple().digits), end)


def parse_decimal(text: str, language: Language) -> Decimal | None:
    """Parse digits with their marks; ``None`` for what is not a number (a date, a version).

    >>> from indicators.language.languages import LANGUAGES
    >>> [parse_decimal(text, LANGUAGES["en"]) for text in ("1,180.50", "1.234.567", "2.1.3")]
    [Decimal('1180.50'), Decimal('1234567'), None]
    """
    if len(text) > _LONGEST:
        return None
    if language.grouping_mark == "," and _GROUPED.fullmatch(text.partition(".")[0]) and text.count(".") <= 1:
        return Decimal(text.replace(",", "")) if not text.startswith("0,") else None
    is_grouped_by_points = language.has_grouping_points or language.grouping_mark == "."
    if is_grouped_by_points and not text.startswith("0.") and _GROUPED_BY_POINTS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _SIMPLE.fullmatch(text) and not _THOUSANDS.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _APOSTROPHES.fullmatch(text):
        return Decimal(text.replace("'", ""))
    if _DOTTED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    return None


def digits_pattern(mark: str) -> str:
    """The regular expression for digits whose decimals begin with a mark.

    Thousands may be grouped by the other mark, by spaces or by apostrophes; next to a decimal point also as in India.
    A group never follows a leading zero.

    >>> bool(re.fullmatch(digits_pattern("."), "1,234.5")), bool(re.fullmatch(digits_pattern(","), "1,234.5"))
    (True, False)
    >>> [text for text in ("0,123", "1 234,5", "12,34,567.5", "1 23") if re.fullmatch(digits_pattern("."), text)]
    ['12,34,567.5']
    """
    other = re.escape({".": ",", ",": "."}[mark])
    grouped = [rf"[1-9]\d{{0,2}}(?:{part}\d{{3}})+" for part in (other, " ", "'")]
    grouped += [r"[1-9]\d?(?:,\d{2})+,\d{3}"] if mark == "." else []
    return rf"(?:{'|'.join(grouped)}|\d+)?(?:{re.escape(mark)}\d*)?"


def _read_digits(tokens: Sequence[Token], index: int, language: Language) -> Number | None:
    text, end = tokens[index].text, index + 1
    if len(text) <= 3 and text.isdigit() and text[0] != "0":
        joined, end = _join_groups(tokens, index, language)
        text = joined or text
    if decimals := _read_spoken_point(tokens, end):
        text, end = f"{text}.{decimals}", end + 4
    text = text.replace(",", "") if _are_commas_groups(tokens, index) else text
    value = parse_decimal(text, language)
    if value is None:
        return None
    return Number(value, max(len(value.as_tuple().digits), 1), end)


def _are_commas_groups(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma before three digits separates thousands, as another near by surely does: ``11,000 … 13,380``."""
    if not _THREE.fullmatch(tokens[index].text):
        return False
    near = [token.text for token in tokens[max(0, index - _NEAR) : index + _NEAR]]
    return any(map(_THOUSANDS.fullmatch, near)) and not any(map(_COMMA_DECIMALS.fullmatch, near))


def _read_spoken_point(tokens: Sequence[Token], end: int) -> str:
    """The decimals of ``14-point-87``; empty where there are none."""
    if end + 3 >= len(tokens) or [token.key for token in tokens[end : end + 3]] != ["-", "point", "-"]:
        return ""
    decimals = tokens[end + 3].text
    return decimals if decimals.isdigit() and all(token.glued for token in tokens[end : end + 4]) else ""


def _join_groups(tokens: Sequence[Token], index: int, language: Language) -> tuple[str, int]:
    """Groups of three digits separated by single spaces: ``97 357,5``. Where spaces are rare, the first is short."""
    text, end = tokens[index].text, index + 1
    while end < len(tokens) and tokens[end].kind is Kind.NUMBER and tokens[end].start - tokens[end - 1].end == 1:
        group, mark, decimals = tokens[end].text.replace(",", ".").partition(".")
        if len(group) != 3 or (decimals and not decimals.isdigit()):
            break
        text, end = text + group + mark + decimals, end + 1
        if mark:
            break
    if language.grouping_mark != " " and end - index == 2 and len(tokens[index].text) == 3:
        return "", index + 1  # "over 100 200 workers …" is a slip rather than a number
    return (text, end) if end > index + 1 and len(text) <= _LONGEST else ("", index + 1)
