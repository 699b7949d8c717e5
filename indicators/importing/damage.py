"""What the readers of files raise for damaged ones, told as one error that says which file it is."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from lzma import LZMAError
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from pyarrow import ArrowException

from indicators.errors import DataError

__all__ = ["explain_damage"]

# zipfile, openpyxl and pyarrow trust what a file says of itself: a wrong byte surfaces wherever it is used.
# A RuntimeError is that of an encrypted entry, a NotImplementedError (one of its kind) that of an unknown packing.
_DAMAGE: Final = (
    ArrowException, BadZipFile, EOFError, IndexError, KeyError, LZMAError, OSError, ParseError, RuntimeError,
    ValueError, zlib.error,
)  # fmt: skip


@contextmanager
def explain_damage(message: str, *, expected: str | None = None, hint: str | None = None) -> Iterator[None]:
    """Around the reading of a file: what is raised for damage becomes an error with this message.

    Args:
        message: Which file it is, in a sentence.
        expected: What it should be.
        hint: What follows from it, or what to do.

    Raises:
        DataError: The file is damaged, encrypted or packed in an unknown way.

    >>> with explain_damage("a.zip cannot be unpacked."):
    ...     raise EOFError("Compressed file ended early")
    Traceback (most recent call last):
    ...
    indicators.errors.DataError: a.zip cannot be unpacked. Found: Compressed file ended early.
    """
    try:
        yield
    except _DAMAGE as error:
        found = (str(error).splitlines() or [type(error).__name__])[0]
        raise DataError(message, found=found, expected=expected, hint=hint) from error
