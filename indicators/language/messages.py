"""Messages of the parsers of amounts and texts."""

from typing import Final

NOT_AN_AMOUNT: Final = "This is not a valid amount."
AMOUNT_EXPECTED: Final = (
    "one number, optionally with a scale and a currency: 24e12, 24,000,000, 1.5 mln or $287 billion"
)
NEAREST_AMOUNT: Final = "Nearest: {amount}."
EMPTY_INPUT: Final = "nothing"
OR: Final = "{first} or {second}"
