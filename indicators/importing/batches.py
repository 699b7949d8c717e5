"""Batches of rows of text with line numbers, as which every kind of file is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import DataError, IndicatorsError
from indicators.importing import file_messages
from indicators.importing.decisions import Decision
from indicators.importing.limits import check_letters, check_text_columns
from indicators.importing.number_columns import DecimalMark

SAMPLE_ROWS: Final = 200
SAMPLE_BYTES: Final = 1 << 18
_MOST_ROWS: Final = 100_000
"""How much of a file of text its sample is from: only a few rows of a wide table."""
ROWS_AT_ONCE: Final = 50_000


@dataclass(frozen=True, slots=True)
class FileOptions:
    """The format of a file, as far as it is known and need not be detected.

    Attributes:
        name: Its name in messages and citations; if empty, that of the file.
        encoding: The encoding of a CSV file; if empty, it is detected.
        decimal: The decimal mark; if ``None``, it is detected.
        dates: Rules for dates that the file leaves open, as `parse_period_rules` reads them.
        sheet: The sheet of a workbook, or the table of a package or zip; if empty, the first or largest.
        header: The lines of the header, such as ``3`` or ``3-4``; if empty, they are detected.
        keep_blanks: Whether blank cells below the first of a block stay blank.
        negative_parentheses: Whether numbers in parentheses are negative; if not given, it is detected.
    """

    name: str = ""
    encoding: str = ""
    decimal: DecimalMark | None = None
    dates: str = ""
    sheet: str = ""
    header: str = ""
    keep_blanks: bool = False
    negative_parentheses: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """A number of rows.

    Attributes:
        table: The cells, as texts.
        lines: The line of each row in the file, from 1; ascending.
        refused: Lines with too many or too few cells: the line, its text, and the number of its cells.
        done: How much of the file has been read, from 0 to 1.
        typed: For some columns, which cells were typed as numbers in the file: they have a decimal point whatever
            mark the texts have. Columns that are not listed have only texts.
    """

    table: pa.Table
    lines: npt.NDArray[np.int64]
    refused: tuple[tuple[int, str, int], ...] = ()
    done: float = 0.0
    typed: Mapping[str, npt.NDArray[np.bool_]] = field(default_factory=dict)

    def drop(self, gone: npt.NDArray[np.bool_]) -> Batch:
        """Return the batch without some of its rows."""
        typed = {name: cells[~gone] for name, cells in self.typed.items()}
        return replace(self, table=self.table.filter(pa.array(~gone)), lines=self.lines[~gone], typed=typed)

    def drop_blank_rows(self) -> Batch:
        """Return the batch without the rows whose cells are all empty."""
        blank = np.ones(self.table.num_rows, dtype=bool)
        for column in self.table.columns:
            blank &= pc.equal(pc.utf8_trim_whitespace(column), "").to_numpy()
            if not blank.any():  # after a column or two of most tables
                return self
        return self.drop(blank)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was inspected and can be read.

    Attributes:
        path: The file with the table.
        name: Its name in messages and citations.
        columns: The names of its columns.
        sample: Its first rows.
        sha256: The hash of its bytes.
        read: Reads its rows from the beginning, in batches.
        encoding: The encoding of a CSV file.
        delimiter: What separates the cells of a CSV file.
        title: The title that the file or the package gives; or empty.
        remarks: What else users should know about how it was read, in sentences.
        decisions: What was decided to read it: encoding, delimiter, sheet, rows of the header.
        above: The texts above its header, one a line: its title, its unit.
        aside: Other texts around it that no name of a column has: the sheet, lines of its header.
    """

    path: Path
    name: str
    columns: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    sha256: str
    read: Callable[[], Iterator[Batch]] = field(repr=False, compare=False)
    encoding: str = ""
    delimiter: str = ""
    title: str = ""
    remarks: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    above: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_letters(chain(self.columns, *self.sample))

    def read_batches(self) -> Iterator[Batch]:
        """Read the rows.

        Raises:
            DataError: The file is truncated or damaged.
        """
        message = file_messages.UNREADABLE_TO_ITS_END.format(file=self.name)
        with explain_damage(message, hint=file_messages.NOTHING_IMPORTED):
            for batch in self.read():
                check_text_columns(batch.table.columns)
                yield batch


@contextmanager
def explain_damage(message: str, *, expected: str | None = None, hint: str | None = None) -> Iterator[None]:
    """Turn whatever a damaged file raises into an error with this message.

    Args:
        message: A sentence that names the file.
        expected: What it should be.
        hint: What follows from it, or what to do.

    Raises:
        DataError: The file is damaged, encrypted or compressed in an unknown way.

    >>> with explain_damage("a.zip can't be unpacked."):
    ...     raise EOFError("Compressed file ended early")
    Traceback (most recent call last):
    ...
    indicators.errors.DataError: a.zip can't be unpacked. Found: Compressed file ended early.
    """
    try:
        yield
    except IndicatorsError:
        raise
    except Exception as error:  # libraries trust what a file says of itself: a wrong byte surfaces anywhere
        found = (str(error).splitlines() or [type(error).__name__])[0]
        raise DataError(message, found=found, expected=expected, hint=hint) from error


def clean_text(text: str) -> str:
    r"""Return a text without control characters and surrounding spaces: what a file says must be readable again.

    >>> clean_text(" Sales\x1b[31m "), clean_text("Côte d’Ivoire")
    ('Sales [31m', 'Côte d’Ivoire')
    """
    if text.isprintable():
        return text.strip()
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def name_columns(header: list[str]) -> tuple[str, ...]:
    """Return the names of the columns, each unique and none empty.

    >>> name_columns(["Year", "", "Year"])
    ('Year', 'column 2', 'Year (3)')
    """
    names: list[str] = []
    for place, name in enumerate(header, 1):
        wanted = clean_text(name.lstrip("\ufeff")) or f"column {place}"
        names.append(wanted if wanted not in names else f"{wanted} ({place})")
    return tuple(names)


def collect_rows(source: Source) -> Iterable[Sequence[str]]:
    """Collect the rows by which columns are recognised: all of a file that is not very long."""
    if len(source.sample) < SAMPLE_ROWS and source.path.stat().st_size < SAMPLE_BYTES:
        return source.sample
    rows: list[Sequence[str]] = []
    for batch in source.read_batches():
        rows += zip(*(column.to_pylist() for column in batch.table.columns), strict=True)
        if len(rows) >= _MOST_ROWS:
            break
    return rows
