r"""The languages there are, and their tables joined.

>>> [language.name for language in LANGUAGES.values()]
['English', 'Russian', 'Chinese']
>>> compile_pattern("total").pattern
'\\b(?:total|all|overall)|\\b(?:всего|общ)|总'
"""

from __future__ import annotations

import re
from typing import Final

from indicators.language.chinese import CHINESE
from indicators.language.english import ENGLISH
from indicators.language.language import Language
from indicators.language.russian import RUSSIAN

__all__ = ["CAPITALS", "LANGUAGES", "compile_pattern", "join_pattern", "join_templates", "join_words"]

LANGUAGES: Final[dict[str, Language]] = {language.code: language for language in (ENGLISH, RUSSIAN, CHINESE)}
"""The languages by their codes."""

CAPITALS: Final = "".join(language.capitals for language in LANGUAGES.values())
"""The capital letters of all languages, for a class of characters."""


def join_words(name: str) -> frozenset[str]:
    """One table of `Words` of all languages."""
    return frozenset(word for language in LANGUAGES.values() for word in getattr(language.words, name).split())


def join_pattern(name: str) -> str:
    """One table of `Patterns` of all languages, as alternatives of a regular expression."""
    return "|".join(filter(None, (getattr(language.patterns, name) for language in LANGUAGES.values()))) or "(?!)"


def compile_pattern(name: str) -> re.Pattern[str]:
    """One table of `Patterns` of all languages, compiled without regard to capitals."""
    return re.compile(join_pattern(name), re.IGNORECASE)


def join_templates(name: str) -> tuple[str, ...]:
    """One table of templates of `Patterns` of all languages, in order."""
    return tuple(text for language in LANGUAGES.values() for text in getattr(language.patterns, name))
