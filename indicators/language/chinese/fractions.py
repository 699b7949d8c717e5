"""Chinese fractions: ``三分之二``, ``百分之八十``, ``一半``, ``过半``."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from indicators.language.fractions import Fraction, make_fraction
from indicators.language.numbers import read_number
from indicators.language.tokens import Kind

if TYPE_CHECKING:
    from indicators.language.marking import TaggedSentence

__all__ = ["read_chinese_fraction"]


def read_chinese_fraction(sentence: TaggedSentence, index: int) -> Fraction | None:
    """Read a fraction at a token."""
    key, following = sentence.key(index), sentence.key(index + 1)
    if sentence.kind(index) not in (Kind.HAN, Kind.NUMBER):
        return None
    if key == "一" and following == "半":
        return Fraction(Decimal(50), 1, index + 2, "fraction")
    if key == "半" and (sentence.key(index - 1) == "过" or following == "数"):
        return Fraction(Decimal(50), 1, index + 1 + (following == "数"), "fraction")
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
