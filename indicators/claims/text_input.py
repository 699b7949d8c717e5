"""The text of a file that somebody hands over to be checked."""

from __future__ import annotations

import codecs
from typing import Final

from indicators.errors import UsageError

__all__ = ["LONGEST", "text_of"]

LONGEST: Final = 2_000_000
"""Bytes of the longest text that is read: some 300,000 words."""

_MARKS: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def text_of(content: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 with its byte order mark; its ends of lines are left as they are.

    Raises:
        UsageError: It is too long, or no text.

    >>> text_of("Рост 40%".encode())
    'Рост 40%'
    """
    if len(content) > LONGEST:
        found, expected = f"{len(content):,} bytes", f"no more than {LONGEST:,}"
        raise UsageError("This text is too long.", found=found, expected=expected, hint="Check a part of it.")
    encoding = _MARKS.get(content[:2], "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"byte {content[error.start]:#04x} at {error.start:,}"
        hint = "Save it as plain text in UTF-8; of a page, a PDF or a document copy the words."
        raise UsageError("This is no plain text.", found=found, expected="text in UTF-8", hint=hint) from error
    if "\0" in text:
        raise UsageError("This is no plain text.", found="a zero byte", expected="text in UTF-8")
    return text
