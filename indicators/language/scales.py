"""Words of scale behind a number, and numbers printed in two pieces: ``1 млн 222 тыс.``, ``20 mil 129 millones``."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from indicators.language.lexicon import Match, Role
from indicators.language.marking import TaggedSentence
from indicators.language.numbers import Number, read_number
from indicators.language.tokens import Kind

THOUSANDS: Final = 3
"""The power of ten of a thousand."""
_UNITS: Final = (Role.MONEY, Role.SUBUNIT, Role.THING)


def read_scale(sentence: TaggedSentence, end: int, *, money: bool) -> tuple[int, int]:
    """Read the scale after a number: its power of ten, and the token after it.

    Args:
        sentence: The sentence.
        end: The token after the number.
        money: Whether a currency precedes the number, so that ``$5 m`` is five million.
    """
    power = 0
    for _ in range(2):
        hyphen = sentence.key(end) == "-" and sentence.glued(end) and sentence.glued(end + 1)
        match = sentence.at(end + hyphen, Role.SCALE)
        if match is None or (power and match.value + power > 15) or not _is_scale(sentence, match, money=money):
            break
        thing = sentence.at(end + hyphen, Role.THING)
        if thing is not None and thing.end > match.end:
            break  # 千瓦 is a kilowatt, not a thousand
        power, end = power + match.value, match.end
        if sentence.key(end) in sentence.words.of and sentence.at(end + 1, Role.MONEY, Role.THING):
            end += 1
    return power, end


def _is_scale(sentence: TaggedSentence, match: Match, *, money: bool) -> bool:
    word = sentence.key(match.start)
    if len(word) > 1 or sentence.has_han(match.start):
        return money or sentence.glued(match.start) or word not in sentence.words.scale_beside_money
    apart = sentence.glued(match.end) and sentence.kind(match.end) in (Kind.WORD, Kind.NUMBER)
    is_beside = sentence.glued(match.end) and sentence.at(match.end, Role.MONEY) is not None  # 3.5 M€
    is_tied = sentence.glued(match.start) or money or is_beside
    return is_tied and not apart and word in sentence.words.scale_letters


def read_lower_part(sentence: TaggedSentence, end: int, scale: int) -> tuple[Number, int, int] | None:
    """Read the thousands after the millions: ``1 млн 222 тыс.``, ``1亿2000万``."""
    number = read_number(sentence, end) if sentence.kind(end) is Kind.NUMBER else None
    if number is None:
        return None
    lower, after = read_scale(sentence, number.end, money=False)
    fits = 0 < lower < scale and number.value.scaleb(lower) < Decimal(1).scaleb(scale)
    return (number, lower, after) if fits else None


def read_behind_thousands(sentence: TaggedSentence, thousands: Decimal, end: int) -> tuple[Decimal, int, int] | None:
    """Read the rest of a number behind its thousands: ``20 mil 129 millones``, ``3 mil 500 pesos``."""
    number = read_number(sentence, end) if sentence.kind(end) is Kind.NUMBER else None
    if number is None or number.value != int(number.value) or not 0 < number.value < Decimal(1).scaleb(THOUSANDS):
        return None
    if len(sentence.key(end - 1)) == 1 or sentence.key(end).startswith("0"):
        return None  # 5k
    scale, after = read_scale(sentence, number.end, money=False)
    if scale <= THOUSANDS and (scale or sentence.at(number.end, *_UNITS) is None):
        return None
    return thousands.scaleb(THOUSANDS) + number.value, scale, after
