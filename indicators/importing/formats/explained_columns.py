"""Units that a sheet of notes gives for the columns of the table in the next one: *GDP*, *Billions of Dollars*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indicators.importing import messages
from indicators.importing.batches import Batch
from indicators.importing.decisions import Decision
from indicators.importing.formats.file_tables import FileTable
from indicators.importing.value_units import read_title
from indicators.model.unit_names import SCALES


def add_units(table: FileTable, notes: Sequence[Sequence[str]]) -> FileTable:
    """Add the units in notes to the names of the columns that they explain.

    Args:
        table: The table.
        notes: Rows of sheets of notes: the name of a column, and what it means.

    >>> table = FileTable(("Year", "GDP"), [])
    >>> add_units(table, [["Contents"], ["GDP", "Gross domestic product, Billions of Dollars, Annual"]]).columns
    ('Year', 'GDP (billion USD)')
    """
    explained = {cells[0] for row in notes if len(cells := [cell for cell in row if cell]) > 1}
    named = {name: unit for name in table.columns if name in explained and (unit := _find_unit(name, notes))}
    columns = tuple(f"{name} ({named[name]})" if name in named else name for name in table.columns)
    if not named or len(set(columns)) < len(columns):
        return table
    decisions = [
        Decision(messages.UNIT, unit, messages.UNIT_IN_NOTES.format(column=name), messages.UNIT_OPTION)
        for name, unit in named.items()
    ]

    def rename() -> Iterator[Batch]:
        for batch in table.batches:
            typed = {
                new: batch.typed[old] for old, new in zip(table.columns, columns, strict=True) if old in batch.typed
            }
            yield replace(batch, table=batch.table.rename_columns(list(columns)), typed=typed)

    return replace(table, columns=columns, batches=rename(), decisions=(*table.decisions, *decisions))


def _find_unit(name: str, notes: Sequence[Sequence[str]]) -> str:
    """Find the unit of a column whose name has none; a unit that can't be read is found as it is written."""
    if (own := read_title(name, {})).found or own.unclear:
        return ""
    for row in notes:
        cells = [cell for cell in row if cell]
        if len(cells) > 1 and cells[0] == name:
            read = read_title(cells[1], {})
            if read.found is None or not read.found.is_telling:
                return read.unclear
            scale = SCALES.get(read.found.power) or (f"10^{read.found.power}" if read.found.power else "")
            return f"{scale} {read.found.unit}".strip()
    return ""
