"""Numbers that lost their decimal mark to a spreadsheet in another language.

Where the comma is the decimal mark, a spreadsheet that opens a table with ``-5.744`` and ``0.700`` takes the point of
the first for a thousands separator: -5744 is what it saves. It leaves the second alone, because no group of thousands
follows a lone zero. So whole numbers from 1,000 up beside such texts, and no other numbers, are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.batches import Batch
from indicators.importing.mapping import ColumnMapping
from indicators.importing.number_columns import clean_cells

_THREE: Final = r"^[+-]?[0-9][0-9.,]*[.,][0-9]{3}$"
_SPARED: Final = (
    r"^[+-]?((0|[0-9]{4,}|[0-9]{1,3}(,[0-9]{3})+)\.[0-9]{3}|(0|[0-9]{4,}|[0-9]{1,3}(\.[0-9]{3})+),[0-9]{3})$"
)
_WHOLE: Final = r"^[+-]?[1-9][0-9]{3,}$"
_NUMBER: Final = r"^[+-]?[0-9.,]*[1-9][0-9.,]*([eE][+-]?[0-9]+)?$"
_KINDS: Final = ("spared", "whole", "three", "other")


@dataclass(slots=True)
class EatenMarks:
    """Looks for series, and columns of workbooks, that have only such numbers.

    Attributes:
        mapping: The roles of the columns.
        example: A whole number and one with three decimals of the same series, or nothing.
        has_others: Whether a series has numbers with three decimals and others with fewer: no mark was lost there.
    """

    mapping: ColumnMapping
    example: tuple[str, str] | None = None
    has_others: bool = False

    def add(self, batch: Batch) -> None:
        """Look at a batch.

        >>> marks = EatenMarks(ColumnMapping(periods={"2023": "2023", "2024": "2024"}))
        >>> marks.add(Batch(pa.table({"2023": ["-5744"], "2024": ["0.700"]}), np.array([2])))
        >>> marks.example, marks.has_others
        (('-5744', '0.700'), False)
        """
        columns = self.mapping.value_columns
        cells = {name: clean_cells(batch.table.column(name).combine_chunks()) for name in columns}
        if not any(pc.any(pc.match_substring_regex(texts, _SPARED)).as_py() for texts in cells.values()):
            return
        none = np.zeros(batch.table.num_rows, dtype=bool)
        found = [_classify(texts, pa.array(batch.typed.get(name, none))) for name, texts in cells.items()]
        if self.mapping.periods or self.mapping.part_columns:
            rows = pa.array(np.tile(np.arange(batch.table.num_rows), len(found)))
            self._judge(_group(pa.concat_tables(found), [rows]))
        else:
            labels = [batch.table.column(name) for name in _list_labels(self.mapping)]
            for one in found:
                self._judge(_group(one, labels))
        if batch.typed:
            self._judge([{name: pc.max(one[name]).as_py() for name in _KINDS} for one in found])

    def _judge(self, series: list[dict[str, str | None]]) -> None:
        """Look at series: a text of each kind that it has."""
        for one in series:
            spared, whole, three, other = (one[kind] for kind in _KINDS)
            self.has_others = self.has_others or bool(three and other)
            if spared and whole and not other and self.example is None:
                self.example = whole, spared

    def check(self, file: str) -> None:
        """Refuse a file whose numbers lost their mark.

        Raises:
            UsageError: They did; the hint names the option.
        """
        if self.example is None or self.has_others:
            return
        whole, decimal = self.example
        mark = "point" if decimal[-4] == "." else "comma"
        message = messages.MARKS_EATEN.format(file=file, whole=whole, decimal=decimal)
        raise UsageError(message, found=f"{whole}, {decimal}", hint=messages.GET_FILE_AGAIN.format(mark=mark))


def _classify(texts: pa.Array, typed: pa.Array) -> pa.Table:
    """Return the texts of each kind, null elsewhere; numbers that were typed have the decimals they have."""
    flags = {
        name: pc.match_substring_regex(texts, pattern)
        for name, pattern in zip(_KINDS, (_SPARED, _WHOLE, _THREE), strict=False)
    }
    flags["spared"], flags["three"] = (pc.and_not(flags[name], typed) for name in ("spared", "three"))
    known = pc.or_(flags["whole"], flags["three"])
    flags["other"] = pc.and_not(pc.match_substring_regex(texts, _NUMBER), known)
    nothing = pa.scalar(None, pa.string())
    return pa.table({name: pc.if_else(flags[name], texts, nothing) for name in _KINDS})


def _list_labels(mapping: ColumnMapping) -> list[str]:
    """List the columns that tell series apart."""
    roles = (mapping.area, mapping.area_name, mapping.counterpart, mapping.indicator, mapping.indicator_name)
    return [*dict.fromkeys(filter(None, (*roles, mapping.unit, mapping.frequency, *mapping.dimensions)))]


def _group(cells: pa.Table, keys: Sequence[pa.Array | pa.ChunkedArray]) -> list[dict[str, str | None]]:
    """Return a text of each kind that each series has."""
    names = [f"key {number}" for number in range(len(keys))]
    rows = pa.table([*cells.columns, *keys], [*_KINDS, *names]).group_by(names)
    found = rows.aggregate([(kind, "max") for kind in _KINDS]).select([f"{kind}_max" for kind in _KINDS])
    return found.rename_columns(_KINDS).filter(pc.is_valid(found["three_max"])).to_pylist()  # type: ignore[no-any-return]
