"""Texts of files and sources, written so that no program takes a part of them as a command of its own.

Spreadsheets run cells that begin like a formula, and Markdown ends a link at a parenthesis.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

# How a formula starts in a spreadsheet; East Asian versions accept the full-width characters too.
_FORMULA_STARTS: Final = (
    *"=+-@\t\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "\N{FULLWIDTH HYPHEN-MINUS}",
    "\N{FULLWIDTH COMMERCIAL AT}",
)  # fmt: skip
_MARKS_OF_ADDRESSES: Final = "!#%&'*+,-./:;=?@_~"


def escape_formula(text: object) -> object:
    """Put an apostrophe before a text that a spreadsheet would run as a formula.

    Anything but a text stays as it is.

    >>> escape_formula("=1+1"), escape_formula("GDP")
    ("'=1+1", 'GDP')
    """
    if not isinstance(text, str):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")  # a writer of CSV would leave a lone \r without quotes
    return f"'{lines}" if lines.startswith(_FORMULA_STARTS) else lines


def encode_address(url: str) -> str:
    """Return an address in which nothing ends a link in Markdown or begins another: brackets and spaces are encoded.

    An address is shown as a link wherever a source is named, and may come from a file of the user's.

    >>> encode_address("https://example.org/a_b?c=1#d"), encode_address("https://example.org/a)![x](http://other/y.png")
    ('https://example.org/a_b?c=1#d', 'https://example.org/a%29!%5Bx%5D%28http://other/y.png')
    """
    return quote(url, safe=_MARKS_OF_ADDRESSES)
