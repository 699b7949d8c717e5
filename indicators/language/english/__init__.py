"""English."""

from typing import Final

from indicators.language.english.patterns import PATTERNS
from indicators.language.english.words import WORDS
from indicators.language.language import Language

__all__ = ["ENGLISH"]

ENGLISH: Final = Language(
    code="en",
    name="English",
    capitals="A-ZÀ-ÖØ-Þ",
    words=WORDS,
    patterns=PATTERNS,
)
