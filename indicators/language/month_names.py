"""The names of months, as tables write them in many languages.

A word that only begins like a month is a word: marriages are not in March, and no decade is in December.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from indicators.language.languages import MONTHS
from indicators.language.tokens import normalize

__all__ = ["parse_month"]

_SHORTEST_MONTH: Final = 3
_LONGEST_ENDING: Final = 3
_LOCALES_OF_MONTHS: Final = "en de fr es it pt nl pl cs sk sv da nb fi ro hu tr el bg uk ru id"


def parse_month(word: str) -> int | None:
    """Parse the name of a month in any language, or its usual abbreviation; words that only begin like one are words.

    >>> parse_month("Sept"), parse_month("Januar"), parse_month("мая"), parse_month("août"), parse_month("Marketing")
    (9, 1, 5, 8, None)
    """
    key = normalize(word).casefold().rstrip(".")
    if len(key) < _SHORTEST_MONTH:
        return None
    for name, month in MONTHS.items():
        stem = name.rstrip("*")
        if key == stem or (stem != name and key.startswith(stem) and len(key) - len(stem) <= _LONGEST_ENDING):
            return month
    return _load_month_names().get(key)


@cache
def _load_month_names() -> dict[str, int]:
    """The names and abbreviations of months in the languages of most tables; ambiguous ones are left out."""
    from babel.dates import get_month_names

    found: dict[str, set[int]] = {}
    for locale in _LOCALES_OF_MONTHS.split():
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in get_month_names(width, context, locale).items():
                    found.setdefault(name.casefold().rstrip("."), set()).add(month)
    return {name: min(months) for name, months in found.items() if len(months) == 1 and len(name) >= _SHORTEST_MONTH}
