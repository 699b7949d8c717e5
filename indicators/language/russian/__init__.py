"""Russian."""

from typing import Final

from indicators.language.language import Language
from indicators.language.russian.patterns import RUSSIAN_PATTERNS
from indicators.language.russian.words import RUSSIAN_WORDS

__all__ = ["RUSSIAN"]

RUSSIAN: Final = Language(
    code="ru",
    name="Russian",
    capitals="А-ЯЁ",
    words=RUSSIAN_WORDS,
    patterns=RUSSIAN_PATTERNS,
)
