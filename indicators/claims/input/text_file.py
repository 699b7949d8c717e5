"""The text of an article, from a file or from standard input."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import BinaryIO, Final

from indicators.claims import messages
from indicators.errors import UsageError

__all__ = ["MAX_TEXT_BYTES", "decode_text", "load_text"]

MAX_TEXT_BYTES: Final = 2_000_000
"""Size of the longest text that is read: some 300,000 words."""

_MARKS: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def load_text(source: Path | BinaryIO) -> str:
    """Read a text from a file or an open stream.

    Raises:
        UsageError: The file cannot be opened, is too long, or is not plain text.
    """
    if not isinstance(source, Path):
        return decode_text(source.read(MAX_TEXT_BYTES + 1))
    try:
        with source.open("rb") as file:
            return decode_text(file.read(MAX_TEXT_BYTES + 1))
    except OSError as error:
        found = source.name if error.strerror is None else f"{source.name} ({error.strerror})"
        raise UsageError(messages.FILE_NOT_READABLE, found=found) from error


def decode_text(content: bytes) -> str:
    """Decode a text in UTF-8, or in UTF-16 with a byte order mark; line endings are kept.

    Raises:
        UsageError: It is too long or not plain text.

    >>> decode_text("Рост 40%".encode())
    'Рост 40%'
    """
    if len(content) > MAX_TEXT_BYTES:
        raise UsageError(
            messages.TEXT_TOO_LONG, found=f"{len(content):,} bytes", expected=f"at most {MAX_TEXT_BYTES:,} bytes",
            hint=messages.TEXT_TOO_LONG_HINT,
        )  # fmt: skip
    try:
        text = content.decode(_MARKS.get(content[:2], "utf-8"))
    except UnicodeDecodeError as error:
        found = f"byte {content[error.start]:#04x} at position {error.start:,}"
        raise UsageError(
            messages.NOT_PLAIN_TEXT, found=found, expected="UTF-8", hint=messages.NOT_PLAIN_TEXT_HINT
        ) from error
    if "\0" in text:
        raise UsageError(messages.NOT_PLAIN_TEXT, found="a zero byte", expected="UTF-8")
    return text
