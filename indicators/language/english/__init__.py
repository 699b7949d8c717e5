"""English."""

from __future__ import annotations

from typing import Final

from indicators.language.english.nouns import ENGLISH_NOUNS
from indicators.language.english.numbers import (
    ENGLISH_FRACTIONS,
    ENGLISH_NUMBERS,
    read_english_fraction,
    read_english_number,
)
from indicators.language.english.patterns import ENGLISH_PATTERNS
from indicators.language.english.phrases import ENGLISH_PHRASES
from indicators.language.english.words import ENGLISH_COMMON_WORDS, ENGLISH_WORDS
from indicators.language.language import Endings, Language
from indicators.language.lexicon import Role

__all__ = ["ENGLISH"]

_NOT_PLURAL: Final = ("ss", "us", "is", "ous", "'s")


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def _stem(word: str) -> str:
    return f"{word[:-1]}*" if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


ENGLISH: Final = Language(
    code="en",
    name="English",
    capitals="A-ZÀ-ÖØ-Þ",
    has_capital_months=True,
    has_month_first=True,
    has_fiscal_years=True,
    common_words=ENGLISH_COMMON_WORDS,
    yes=("yes", "true"),
    no=("no", "false"),
    no_data=("n/a", "na", "n.a.", "n. a.", "nd", "n.d.", "no data"),
    phrases=ENGLISH_PHRASES,
    nouns=ENGLISH_NOUNS,
    words=ENGLISH_WORDS,
    patterns=ENGLISH_PATTERNS,
    endings=Endings(acronym_plural=("s",)),
    plural_ending="s",
    world_stems=("world", "global", "euro"),
    number_starts=frozenset(ENGLISH_NUMBERS),
    fraction_starts=ENGLISH_FRACTIONS,
    read_number=read_english_number,
    read_fraction=read_english_fraction,
    stem=_stem,
    is_counted_noun=_is_plural,
    no_noun_roles=(Role.RISE, Role.FALL, Role.SAY, Role.SPAN),
)
