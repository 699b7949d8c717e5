"""Which of the tables of a workbook, a zip or a package is meant: the only one with figures, or the user says which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.column_contents import is_number, read_heading_period
from indicators.importing.column_names import guess_kind, rank_name
from indicators.importing.columns import recognise_columns

_FEWEST_FIGURES: Final = 3

_Rows = Sequence[Sequence[str]]


def check_others(file: str, chosen: str, others: Iterable[tuple[str, Sequence[str], _Rows]]) -> None:
    """Refuse a file of which another table has periods and figures as well.

    Args:
        file: Its name.
        chosen: The name of the table that would be read.
        others: The names of the others, their columns and first rows.

    Raises:
        UsageError: One has.

    >>> check_others("a.zip", "a", [("notes", ["Code", "Note"], [["PE", "x"]])])
    >>> check_others("a.zip", "a", [("b", ["Country", "2020"], [["Peru", "1"], ["Chile", "2"]])])
    Traceback (most recent call last):
    ...
    indicators.errors.UsageError: a.zip: 'a' and 'b' both have a table of figures. ...
    """
    for other, columns, rows in others:
        if has_periods(columns, rows):
            hint = messages.CHOOSE_TABLE.format(first=chosen, second=other)
            raise UsageError(messages.SEVERAL_TABLES.format(file=file, first=chosen, second=other), hint=hint)


def has_periods(columns: Sequence[str], rows: _Rows) -> bool:
    """Return whether a table has columns of figures with periods, and more figures than one.

    >>> has_periods(["Table", "Title", "Year"], [["1", "Sales", "2023"], ["2", "Tax", "2023"]])
    False
    """
    mapping = recognise_columns(columns, rows).mapping
    figures = _count_figures([name if name in mapping.value_columns else "" for name in columns], rows)
    return bool(mapping.period or mapping.periods) and sum(figures) > 1


def has_figures(columns: Sequence[str], rows: _Rows) -> bool:
    """Return whether a table has periods with figures, or several rows of figures without periods."""
    mapping, figures = recognise_columns(columns, rows).mapping, _count_figures(columns, rows)
    if mapping.value_columns and (mapping.period or mapping.periods):
        return sum(figures) > 1
    return len([count for count in figures if count > 1]) >= _FEWEST_FIGURES


def _count_figures(columns: Sequence[str], rows: _Rows) -> list[int]:
    """Count the figures of each row; numbers of tables or versions and details of series are none."""
    told = [
        place
        for place, name in enumerate(columns)
        if name
        and rank_name("about", name) is None
        and (guess_kind(name) != "counter" or rank_name("weak counter", name) is not None)
    ]
    cells = [[row[place] for place in told if place < len(row)] for row in rows]
    return [len([cell for cell in row if is_number(cell) and not read_heading_period(cell)]) for row in cells]
