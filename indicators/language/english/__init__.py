"""English."""

from typing import Final

from indicators.language.english.patterns import ENGLISH_PATTERNS
from indicators.language.english.words import ENGLISH_WORDS
from indicators.language.language import Language

__all__ = ["ENGLISH"]

ENGLISH: Final = Language(
    code="en",
    name="English",
    capitals="A-ZÀ-ÖØ-Þ",
    words=ENGLISH_WORDS,
    patterns=ENGLISH_PATTERNS,
)
