"""What every kind of file is read as: batches of rows of text that know their lines."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from lzma import LZMAError
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import ArrowException

from indicators.errors import DataError

__all__ = ["ROWS_AT_ONCE", "SAMPLE_ROWS", "Batch", "Source", "explain_damage", "name_columns"]

SAMPLE_ROWS = 200
ROWS_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows.

    Attributes:
        table: The cells, as texts.
        lines: The line of each row in the file, from 1; ascending.
        refused: Lines that have too many or too few cells: the line, what it holds, and how many it has.
        done: How much of the file has been read, from 0 to 1.
    """

    table: pa.Table
    lines: npt.NDArray[np.int64]
    refused: tuple[tuple[int, str, int], ...] = ()
    done: float = 0.0


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was looked at and can be read.

    Attributes:
        path: The file that holds the table.
        name: What it is called in messages and citations.
        columns: The names of its columns.
        sample: Its first rows.
        sha256: The hash of its bytes.
        read: Gives its rows from the beginning, a batch at a time.
        encoding: How its bytes stand for letters; of a CSV file.
        semicolons: Whether semicolons or tabs part its cells, as where the comma is the decimal mark.
        title: What the file or the package calls it; or empty.
        remarks: What else a reader should know of how it was read, a sentence each.
    """

    path: Path
    name: str
    columns: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    sha256: str
    read: Callable[[], Iterator[Batch]] = field(repr=False, compare=False)
    encoding: str = ""
    semicolons: bool = False
    title: str = ""
    remarks: tuple[str, ...] = ()

    def batches(self) -> Iterator[Batch]:
        """The rows.

        Raises:
            DataError: The file breaks off or is damaged.
        """
        with explain_damage(f"{self.name} cannot be read to its end.", hint="Nothing of it was imported."):
            yield from self.read()


def name_columns(header: list[str]) -> tuple[str, ...]:
    """The names of the columns, each once and none empty.

    >>> name_columns(["Year", "", "Year"])
    ('Year', 'column 2', 'Year (3)')
    """
    names: list[str] = []
    for place, name in enumerate(header, 1):
        wanted = name.strip().lstrip("\ufeff") or f"column {place}"
        names.append(wanted if wanted not in names else f"{wanted} ({place})")
    return tuple(names)


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
