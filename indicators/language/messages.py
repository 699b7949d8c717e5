"""What the readers of amounts and texts tell their users."""

from typing import Final

__all__ = ["AMOUNT_EXPECTED", "NEAREST", "NOTHING", "NOT_AN_AMOUNT", "OR", "UNKNOWN_LANGUAGE"]

UNKNOWN_LANGUAGE: Final = "Texts in this language can't be read."
NOT_AN_AMOUNT: Final = "This is not a valid amount."
AMOUNT_EXPECTED: Final = (
    "one number, optionally with a scale and a currency: 24e12, 24,000,000, 1.5 mln or $287 billion"
)
NEAREST: Final = "Nearest: {amount}."
NOTHING: Final = "nothing"
OR: Final = "{first} or {second}"
