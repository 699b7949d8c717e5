"""Chinese number words and fractions: ``二十二``, ``一点五``, ``三分之二``, ``百分之八十``, ``过半``."""

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

_DIGITS: Final = {**dict(zip("零一二三四五六七八九", range(10), strict=True)), "〇": 0, "两": 2, "兩": 2}
_FAR: Final = 14  # characters between the whole and its part
_POWERS: Final = {"十": 10, "百": 100, "千": 1000}


def read_chinese_number(tokens: Sequence[Token], index: int) -> Number | None:
    """Read a number below ten thousand, or one with decimals."""
    total, digit, end, decimals = 0, -1, index, ""
    while end < len(tokens) and end - index < 12 and tokens[end].kind is Kind.HAN:
        character = tokens[end].text
        if character in _DIGITS and digit <= 0:
            digit = _DIGITS[character]
        elif character in _POWERS and digit != 0:
            total, digit = total + max(digit, 1) * _POWERS[character], -1
        else:
            break
        end += 1
    if end > index and end + 1 < len(tokens) and tokens[end].text == "点":
        decimals, end = _read_decimals(tokens, end)
    if end == index or (end == index + 1 and tokens[index].text in _POWERS and tokens[index].text != "十"):
        return None
    value = Decimal(total + max(digit, 0))
    return Number.of_words(value + Decimal(f"0.{decimals}") if decimals else value, end)


def _read_decimals(tokens: Sequence[Token], end: int) -> tuple[str, int]:
    """The digits after a spoken point; none when no digit follows (三点 is a time of day)."""
    decimals, after = "", end + 1
    while after < len(tokens) and after - end < 8 and tokens[after].text in _DIGITS:
        decimals, after = decimals + str(_DIGITS[tokens[after].text]), after + 1
    return (decimals, after) if decimals else ("", end)


def read_chinese_fraction(sentence: TaggedSentence, index: int) -> Fraction | None:
    """Read a fraction at a token."""
    key, following = sentence.key(index), sentence.key(index + 1)
    if sentence.kind(index) not in (Kind.HAN, Kind.NUMBER):
        return None
    if key == "一" and following == "半":
        return Fraction(Decimal(50), 1, index + 2, "fraction")
    if key == "半" and (sentence.key(index - 1) == "过" or following == "数"):
        return Fraction(Decimal(50), 1, index + 1 + (following == "数"), "fraction")
    if key == "半" and sentence.at(index + 1, Role.POINTS):
        return Fraction(Decimal("0.5"), 1, index + 1, "")
    if key == "每":
        return _read_one_in(sentence, index)
    hundredth = key == "百"
    whole = None if hundredth else read_number(sentence, index)
    at = index + 1 if hundredth else whole.end if whole is not None else index
    if sentence.key(at) != "分" or sentence.key(at + 1) != "之":
        return None
    part = read_number(sentence, at + 2)
    if part is None:
        return None
    if hundredth or (whole is not None and whole.value == 100):
        return Fraction(part.value, max(part.digits, len(str(part.value))), part.end, "percent")
    return None if whole is None else make_fraction(sentence, part.end, int(part.value), int(whole.value))


def _read_one_in(sentence: TaggedSentence, index: int) -> Fraction | None:
    """``每五名青年中就有一人``, ``每100户有3户``: so many in so many, up to what is counted."""
    whole = read_number(sentence, index + 1)
    if whole is None or not 1 < whole.value <= 100 or whole.value != int(whole.value):
        return None
    counted = sentence.key(whole.end)
    has = next((at for at in range(whole.end + 1, whole.end + _FAR) if sentence.key(at) == "有"), 0)
    part = read_number(sentence, has + 1) if has and sentence.has_han(whole.end) else None
    if part is None or any(sentence.key(at) in "，。；、" for at in range(whole.end, has)):
        return None
    is_counted = sentence.key(part.end) == counted or sentence.key(part.end) in ("人", "个", "名", "位")
    if not is_counted or part.value != int(part.value):
        return None
    return make_fraction(sentence, part.end + 1, int(part.value), int(whole.value))
