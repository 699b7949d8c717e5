"""English number words: ``twenty-two``, ``two hundred and fifty``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from indicators.language.numbers import Number
from indicators.language.tokens import Token

__all__ = ["ENGLISH_NUMBERS", "read_english_number"]

ENGLISH_NUMBERS: Final = {
    **dict(zip("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
               "seventeen eighteen nineteen".split(), range(1, 20), strict=True)),
    **dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)),
    "dozen": 12,
}  # fmt: skip


def read_english_number(tokens: Sequence[Token], index: int) -> Number | None:
    """Read a number below a thousand; larger scales are phrases, not part of it."""
    total, end, seen = 0, index, False
    while end < len(tokens) and end - index < 8:
        key = tokens[end].key
        if key in ENGLISH_NUMBERS and not (seen and total % 10 and total % 100 < 20):
            total, end, seen = total + ENGLISH_NUMBERS[key], end + 1, True
        elif key == "hundred" and 0 < total < 100:
            total, end = total * 100, end + 1
        elif seen and key in ("-", "and") and _continues(tokens, end, total, key):
            end += 1
        else:
            break
    return Number.of_words(Decimal(total), end) if seen else None


def _continues(tokens: Sequence[Token], index: int, total: int, key: str) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.key not in ENGLISH_NUMBERS:
        return False
    if key == "-":
        return following.glued and total % 100 >= 20 and total % 10 == 0 and ENGLISH_NUMBERS[following.key] < 10
    return total >= 100 and total % 100 == 0
