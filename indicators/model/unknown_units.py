"""The error for a text that is not a unit: what it may mean, or the nearest units."""

from __future__ import annotations

from typing import Final

from indicators.errors import UnknownUnitError, find_nearest, shorten
from indicators.model import messages
from indicators.model.unit_names import (
    AMBIGUOUS,
    MINOR_UNITS,
    find_near_codes,
    find_noun,
    get_currency_codes,
    index_money_names,
    index_nouns,
)

UNIT_EXAMPLES: Final = "a unit such as RUB, USD per person, % of GDP or persons"


def build_unknown_error(part: str, original: str) -> UnknownUnitError:
    """Build the error for a part of a text that is not a unit.

    Args:
        part: The part.
        original: The whole text.

    >>> print(build_unknown_error("roubels", "roubels"))
    There is no unit 'roubels'. Nearest: RUB.
    """
    is_like_a_code = len(part) == 3 and part.isascii() and part.isupper()
    is_whole = part == original
    if is_like_a_code:
        text = messages.UNKNOWN_CURRENCY if is_whole else messages.UNKNOWN_CURRENCY_WITHIN
    else:
        text = messages.UNKNOWN_UNIT if is_whole else messages.UNKNOWN_UNIT_WITHIN
    message = text.format(unit=shorten(part), text=shorten(original))
    if part in MINOR_UNITS:
        currency, parts = MINOR_UNITS[part]
        hint = messages.USE_MAJOR_UNIT.format(currency=currency, parts=f"{parts:,}")
        return UnknownUnitError(messages.MINOR_UNIT.format(unit=part, currency=currency, parts=f"{parts:,}"), hint=hint)
    if is_like_a_code and (near := find_near_codes(part)):
        return UnknownUnitError(message, hint=messages.NEAREST.format(names=", ".join(near)))
    if meant := AMBIGUOUS.get(part.casefold()):
        return UnknownUnitError(message, expected=messages.WRITTEN_OUT.format(meanings=meant))
    near = find_nearest(part, (*index_nouns(), *index_money_names(), *sorted(get_currency_codes())))
    if nouns := dict.fromkeys(noun.plural for noun in map(find_noun, near) if noun):
        return UnknownUnitError(message, hint=messages.NEAREST.format(names=", ".join(nouns)))
    return UnknownUnitError(message, expected=UNIT_EXAMPLES)
