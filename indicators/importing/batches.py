"""What every kind of file is read as: batches of rows of text that know their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.importing.damage import explain_damage

__all__ = ["ROWS_AT_ONCE", "SAMPLE_ROWS", "Batch", "Source", "name_columns"]

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
