"""The cells of the columns of values; those of many columns of a wide table are read together.

Reading a column costs milliseconds however few cells it has, and a sparse table has thousands of columns with a few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.importing.batches import Batch
from indicators.importing.cells import EncodedColumn
from indicators.importing.mapping import ColumnMapping
from indicators.importing.row_cells import CellRefusal, RowCells, give_no_hint

_CELLS_AT_ONCE: Final = 65_536


@dataclass(frozen=True, slots=True)
class ValueCells:
    """Cells of columns of values, those of each column below those of the one before.

    Attributes:
        rows: The rows.
        columns: The column of each cell.
        places: The place of the row of each cell.
        texts: Their texts.
        typed: Which cells are numbers in the file; ``None`` if the columns have only texts.
        blank: How many other cells were left out because they are empty.
    """

    rows: RowCells
    columns: EncodedColumn
    places: npt.NDArray[np.intp]
    texts: pa.Array
    typed: npt.NDArray[np.bool_] | None
    blank: int = 0

    @property
    def good(self) -> npt.NDArray[np.bool_]:
        """For each cell, whether its row is not refused."""
        return self.rows.good[self.places]

    @property
    def refused(self) -> npt.NDArray[np.bool_]:
        """For each cell, whether its row is refused."""
        return self.rows.refused[self.places]

    def find_signed(self) -> npt.NDArray[np.bool_]:
        """Return which cells have a plus sign."""
        found: npt.NDArray[np.bool_] = pc.starts_with(self.texts, "+").to_numpy(zero_copy_only=False).astype(bool)
        return found

    def spread(self, answers: EncodedColumn) -> EncodedColumn:
        """Give each cell the answer of its row."""
        return answers.rows(self.places)

    def refuse(self, wrong: npt.NDArray[np.bool_], explain: Callable[[str], str]) -> None:
        """Refuse cells; the other values of their rows are kept.

        Args:
            wrong: Which cells.
            explain: Says what is expected of the cells of a column.
        """
        places = np.flatnonzero(wrong)
        found = EncodedColumn.of_texts(pa.chunked_array([self.texts.take(pa.array(places))]))
        columns = self.columns.places[places]
        for number in np.unique(columns).tolist():
            of_column, name = columns == number, self.columns.answers[number]
            lines = self.rows.lines[self.places[places[of_column]]]
            refusal = CellRefusal(lines, name, found.rows(np.flatnonzero(of_column)), explain(name), give_no_hint)
            self.rows.refusals.append(refusal)


def stack_cells(rows: RowCells, batch: Batch, names: Sequence[str], *, keep_blank: bool) -> ValueCells:
    """Put the cells of columns below each other.

    Args:
        rows: The rows.
        batch: The batch they are from.
        names: The columns.
        keep_blank: Whether empty cells are kept.

    >>> batch = Batch(pa.table({"Milk": ["5", ""], "Wax": ["", "7"]}), np.array([2, 3]))
    >>> cells = stack_cells(RowCells(batch), batch, ["Milk", "Wax"], keep_blank=False)
    >>> cells.texts.to_pylist(), cells.places.tolist(), cells.columns.row(1), cells.blank
    (['5', '7'], [0, 1], 'Wax', 2)
    """
    length, typed = rows.length, None
    texts = pa.concat_arrays([chunk for name in names for chunk in batch.table.column(name).chunks])
    if any(name in batch.typed for name in names):
        none = np.zeros(length, dtype=bool)
        typed = np.concatenate([batch.typed.get(name, none) for name in names])
    numbers, places = np.repeat(np.arange(len(names)), length), np.tile(np.arange(length), len(names))
    is_blank = pc.equal(pc.fill_null(texts, ""), "").to_numpy(zero_copy_only=False)
    if keep_blank or not is_blank.any():
        return ValueCells(rows, EncodedColumn([*names], numbers), places, texts, typed)
    kept = np.flatnonzero(~is_blank)
    blank = int((rows.good[places] & is_blank).sum())
    typed = None if typed is None else typed[kept]
    columns = EncodedColumn([*names], numbers[kept])
    return ValueCells(rows, columns, places[kept], texts.take(pa.array(kept)), typed, blank)


def group_columns(
    names: Iterable[str], mapping: ColumnMapping, length: int, get_kind: Callable[[str], Any]
) -> Iterator[list[str]]:
    """Yield neighbouring columns of values that are read alike; what has columns of its own is alone.

    Args:
        names: The columns.
        mapping: Which column contains what.
        length: The number of rows.
        get_kind: Returns what columns that are read together share, such as their decimal mark.

    >>> list(group_columns("abc", ColumnMapping(), 2, lambda name: name < "c"))
    [['a', 'b'], ['c']]
    """
    own = (mapping.value_units, mapping.value_statuses, mapping.value_details)
    named = (mapping.periods, mapping.part_columns, mapping.area_columns)
    most = max(1, _CELLS_AT_ONCE // max(1, length))

    def get_key(name: str) -> Any:
        return name if any(name in one for one in own) else (get_kind(name), *(name in one for one in named))

    for _, found in groupby(names, get_key):
        alike = list(found)
        for start in range(0, len(alike), most):
            yield alike[start : start + most]
