"""Details that our own files and SDMX-CSV have beside the values: intervals, qualifiers, places, speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.errors import UsageError, suggest_nearest
from indicators.importing import messages
from indicators.importing.cells import EncodedColumn
from indicators.importing.column_names import rank_name
from indicators.importing.number_columns import ColumnMark, read_numbers
from indicators.importing.row_cells import RowCells
from indicators.model.observations import Qualifier

if TYPE_CHECKING:
    from indicators.importing.mapping import ColumnMapping

DETAILS: Final = ("lower", "upper", "qualifier", "digits", "said_by", "locator", "inferred")
"""The details that a column can have."""
DETAIL_FIELDS: Final = (
    ("LOWER", pa.float64()), ("UPPER", pa.float64()), ("QUALIFIER", pa.string()), ("DIGITS", pa.int64()),
    ("SAID_BY", pa.string()), ("LOCATOR", pa.string()),
)  # fmt: skip
"""The columns of the store that they fill; what was inferred has one already."""
_QUALIFIERS: Final = frozenset(("", *(one.value for one in Qualifier)))
_FIELD: Final = re.compile(r"[A-Z][A-Z_]*")
_NO_NUMBERS: Final = np.empty(0)
_ENDS: Final = frozenset(("lower", "upper"))


class FigureDetails(NamedTuple):
    """The details of the figures of some rows.

    Attributes:
        lower: The lower end of the interval around each figure, as written; NaN if there is none.
        upper: The upper end.
        texts: The other details by name, as far as there are any.
    """

    lower: npt.NDArray[np.float64] = _NO_NUMBERS
    upper: npt.NDArray[np.float64] = _NO_NUMBERS
    texts: Mapping[str, EncodedColumn] = {}

    def rows(self, places: npt.NDArray[np.intp]) -> FigureDetails:
        """Select rows."""
        texts = {name: column.rows(places) for name, column in self.texts.items()}
        lower, upper = (ends[places] if len(ends) else ends for ends in (self.lower, self.upper))
        return FigureDetails(lower, upper, texts)


def find_details(names: Iterable[str]) -> dict[str, str]:
    """Find the columns of details by their names; an interval needs both of its ends.

    >>> find_details(["Lower", "Upper", "SaidBy"]), find_details(["Lower"])
    ({'lower': 'Lower', 'upper': 'Upper', 'said_by': 'SaidBy'}, {})
    """
    names = list(names)
    return keep_whole_intervals(
        {role: next((name for name in names if rank_name(role, name) is not None), "") for role in DETAILS}
    )


def keep_whole_intervals(details: Mapping[str, str]) -> dict[str, str]:
    """Return the details that have a column; the ends of an interval only together."""
    found = {role: column for role, column in details.items() if column}
    return {role: column for role, column in found.items() if role not in _ENDS or found.keys() >= _ENDS}


def check_details(mapping: ColumnMapping, file: str) -> None:
    """Check the details of a mapping that a user gives.

    Raises:
        UsageError: There is no such detail, or an interval has one end.
    """
    of_columns = [((*DETAILS, "note"), details) for details in mapping.value_details.values()]
    for roles, details in [(DETAILS, mapping.details), *of_columns]:
        for role in details.keys() - roles:
            hint = suggest_nearest(role, roles)
            raise UsageError(messages.NO_DETAIL.format(file=file), found=role, expected=", ".join(roles), hint=hint)
        if half := details.keys() - keep_whole_intervals(details).keys():
            found, expected = "".join(half), " and ".join(sorted(_ENDS))
            raise UsageError(messages.HALF_INTERVAL.format(file=file), found=found, expected=expected)


def read_details(
    rows: RowCells,
    columns: Mapping[str, str],
    values: npt.NDArray[np.float64],
    mark: ColumnMark,
    typed: Mapping[str, npt.NDArray[np.bool_]],
) -> FigureDetails:
    """Read the details of figures; what can't be read is refused and left out, and the figure stays.

    Args:
        rows: The rows.
        columns: The column of each detail.
        values: The figures, as written.
        mark: Their decimal mark, which the ends of intervals share.
        typed: Which cells are numbers in the file, by column.
    """
    texts = {name: rows.words(columns[name]) for name in columns if name not in ("lower", "upper", "note")}
    if "qualifier" in texts:
        unknown = texts["qualifier"].map(lambda text: text if text in _QUALIFIERS else None)
        rows.refuse_cells(columns["qualifier"], unknown.unread & rows.good, messages.EXPECTED_QUALIFIER)
        texts["qualifier"] = unknown.map(lambda text: text or "")
    if "lower" not in columns:
        return FigureDetails(texts=texts)
    ends = [read_numbers(rows.table.column(columns[end]).combine_chunks(), mark, typed.get(columns[end]))
            for end in ("lower", "upper")]  # fmt: skip
    (lower, wrong_lower), (upper, wrong_upper) = ends
    is_empty = np.isnan(lower) & np.isnan(upper) & ~wrong_lower & ~wrong_upper
    is_around = (lower <= values) & (values <= upper) | (np.isnan(values) & (lower <= upper))
    wrong = ~is_empty & ~is_around
    rows.refuse_cells(columns["lower"], wrong & rows.good, messages.EXPECTED_INTERVAL)
    return FigureDetails(np.where(wrong, np.nan, lower), np.where(wrong, np.nan, upper), texts)


def read_digits(text: str) -> int | None:
    """Read a number of significant digits."""
    return int(text) if re.fullmatch(r"[1-9]\d?", text) else None


def join_inferred(given: Iterable[str]) -> str:
    """Join the names of fields that were inferred, each once.

    >>> join_inferred(["UNIT_MEASURE", "OBS_STATUS UNIT_MEASURE", "soon"])
    'UNIT_MEASURE OBS_STATUS'
    """
    return " ".join(dict.fromkeys(word for text in given for word in text.split() if _FIELD.fullmatch(word)))
