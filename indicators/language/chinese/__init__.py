"""Chinese."""

from typing import Final

from indicators.language.chinese.patterns import CHINESE_PATTERNS
from indicators.language.language import Language

__all__ = ["CHINESE"]

CHINESE: Final = Language(
    code="zh",
    name="Chinese",
    patterns=CHINESE_PATTERNS,
)
