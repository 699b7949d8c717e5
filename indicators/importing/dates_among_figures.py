"""Columns of values with dates among their figures: what stands below such a date belongs to it, and not to its row.

A table of days may have the averages of its months in a further column, each below the month it is of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import period_messages
from indicators.importing.number_columns import NOTHING

_DATE: Final = r"^(\d{4}-\d\d(-\d\d)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[/.]\d{1,2}[/.]\d{1,2})( 00:00(:00)?)?$"
_FEWEST: Final = 2  # a single one may be a slip
_SHARE: Final = 10  # one of so many cells


@dataclass(slots=True)
class _Count:
    """How many cells of a column say something, how many of them are dates, and one of these."""

    filled: int = 0
    dates: int = 0
    example: str = ""


@dataclass(slots=True)
class DateEvidence:
    """The dates in the columns of values of a file.

    Attributes:
        columns: The columns, with what they hold.
    """

    columns: dict[str, _Count] = field(default_factory=dict)

    def add(self, name: str, cells: pa.Array) -> None:
        """Look at cells of a column."""
        counted = self.columns.setdefault(name, _Count())
        plain = pc.utf8_lower(pc.utf8_trim_whitespace(pc.fill_null(cells, "")))
        dates = plain.filter(pc.match_substring_regex(plain, _DATE))
        counted.filled += len(plain) - (pc.sum(pc.is_in(plain, pa.array(NOTHING))).as_py() or 0)
        counted.dates += len(dates)
        counted.example = counted.example or (dates[0].as_py() if len(dates) else "")

    def check(self, file: str) -> None:
        """Refuse a column that has dates among its figures.

        Raises:
            UsageError: There is one; the hint names the option.

        >>> evidence = DateEvidence()
        >>> evidence.add("Mean", pa.array(["2020-01", "7.5", "", "2020-02", "7.6"]))
        >>> evidence.check("a.csv")
        Traceback (most recent call last):
        indicators.errors.UsageError: a.csv: the column 'Mean' has dates among its figures, such as 2020-01, ...
        """
        for name, one in self.columns.items():
            if one.dates >= _FEWEST and one.dates * _SHARE >= one.filled:
                message = period_messages.DATES_AMONG_FIGURES.format(file=file, column=name, date=one.example)
                raise UsageError(message, hint=period_messages.LEAVE_OUT_DATED.format(column=name))
