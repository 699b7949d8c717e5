"""A table in the page's own HTML: links that open in place, lines in cells, sorting, and arrow keys.

Streamlit's table is drawn on a canvas: it takes 200 ms longer to change, cuts long cells off, prints only what is seen
of it, and rounds lines off. Its links open another tab, which starts the dashboard again.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from indicators.ui.components.data_grid_in_browser import SCRIPT, STYLE

_table = st.components.v2.component("indicators_grid", js=SCRIPT, css=STYLE, isolate_styles=False)
_DIGITS: Final = 5  # of a value of a line; its place in a cell has no more


@dataclass(frozen=True, slots=True)
class Trend:
    """A line in a cell.

    Attributes:
        values: Its values; a gap is NaN.
        forecast: The value after them, drawn dashed; ``None`` if there is none.
        words: What it shows, for those who don't see it.
    """

    values: tuple[float, ...]
    forecast: float | None
    words: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell.

    Attributes:
        text: What it says.
        below: What it says in small letters below.
        link: The page it opens, such as ``explore?indicators=gdp``.
        order: What its column is sorted by; its text if ``None``.
        shade: The colour of its ground.
        trend: The line it shows instead of a text.
    """

    text: str = ""
    below: str = ""
    link: str = ""
    order: float | None = None
    shade: str = ""
    trend: Trend | None = None


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column.

    Attributes:
        label: Its head.
        below: What its head says in small letters below.
        link: The page its head opens.
        help: What it means, shown when the pointer rests on the head.
        is_number: Whether its cells are aligned right.
        is_main: Whether a phone shows it too.
        is_sortable: Whether a click on its head sorts the rows.
        width: Its share of the width in percent; 0 leaves it to the browser.
    """

    label: str
    below: str = ""
    link: str = ""
    help: str = ""
    is_number: bool = False
    is_main: bool = True
    is_sortable: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class GridSection:
    """Rows under a heading; without one if it is empty."""

    heading: str
    rows: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True)
class DataGrid:
    """What a table shows: its name for those who don't see it, its columns, and its rows by section."""

    name: str
    columns: tuple[GridColumn, ...]
    sections: tuple[GridSection, ...]

    @property
    def used_columns(self) -> tuple[int, ...]:
        """The numbers of the columns in which any cell says something."""
        rows = [row for section in self.sections for row in section.rows]
        return tuple(n for n in range(len(self.columns)) if any(row[n] != GridCell() for row in rows))


def show_grid(grid: DataGrid | bytes, *, key: str) -> None:
    """Show a table, which may be written already; a link in it opens its page in place."""
    _table(key=key, data=grid if isinstance(grid, bytes) else write_grid(grid))


def write_grid(grid: DataGrid) -> bytes:
    """Write a table as the browser gets it: as JSON, each cell a list without what is empty at its end."""
    used = grid.used_columns
    columns = [grid.columns[n] for n in used]
    content = {
        "name": grid.name,
        "columns": [
            [one.label, one.help, one.is_number, one.is_main, one.is_sortable, one.width, one.below, one.link]
            for one in columns
        ],
        "sections": [
            [part.heading, [[_write_cell(row[n]) for n in used] for row in part.rows]] for part in grid.sections
        ],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _write_cell(cell: GridCell) -> list[Any]:
    trend = None
    if cell.trend is not None:
        ends = () if cell.trend.forecast is None else (cell.trend.forecast,)
        values = [_round(value) for value in (*cell.trend.values, *ends)]
        trend = [values, len(ends), cell.trend.words]
    written = [cell.text, cell.link, cell.below, _round(cell.order), cell.shade, trend]
    while written and written[-1] in ("", None):
        written.pop()
    return written


def _round(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(f"{value:.{_DIGITS}g}")
