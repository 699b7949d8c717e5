"""Russian."""

from typing import Final

from indicators.language.language import Language
from indicators.language.russian.patterns import PATTERNS
from indicators.language.russian.words import WORDS

__all__ = ["RUSSIAN"]

RUSSIAN: Final = Language(
    code="ru",
    name="Russian",
    capitals="А-ЯЁ",
    words=WORDS,
    patterns=PATTERNS,
)
