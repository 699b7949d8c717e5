"""Small changes to known tables: each gives the figures that it has then, or some are refused, and no others."""

import csv
import io
import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from indicators.errors import DataError, UsageError
from indicators.importing import ColumnMapping, DatasetDetails, import_release
from indicators.store import Query, open_store
from tests.importing.test_files_of_offices import TABLES

Figures = frozenset[tuple[str, str, float, str]]


class Table(NamedTuple):
    """Lines of cells, with the figures that they give."""

    rows: list[list[str]]
    figures: Figures
    delimiter: str
    encoding: str = "utf-8"

    @property
    def content(self) -> bytes:
        stream = io.StringIO()
        csv.writer(stream, delimiter=self.delimiter, lineterminator="\n").writerows(self.rows)
        return stream.getvalue().encode(self.encoding)

    def replace_cell(self, place: tuple[int, int], text: str) -> list[list[str]]:
        rows = [list(row) for row in self.rows]
        rows[place[0]][place[1]] = text
        return rows


def parse_table(text: str, figures) -> Table:
    delimiter = max(",;\t", key=text.split("\n")[-2].count)
    return Table(list(csv.reader(io.StringIO(text), delimiter=delimiter)), frozenset(figures), delimiter)


def find_cells(table: Table) -> Iterator[tuple[tuple[int, int], str, tuple, float]]:
    """Yield the cells that are surely one figure: place, text, the figure, and its scale."""
    texts = [cell for row in table.rows for cell in row]
    for line, row in enumerate(table.rows):
        for place, cell in enumerate(row):
            plain = cell.replace(",", ".")
            if texts.count(cell) > 1 or not re.fullmatch(r"\d{1,5}\.\d{1,2}", plain):
                continue
            fits = [(one, power) for one in table.figures for power in (0, 3, 4, 6, 8, 9)
                    if abs(one[2] - float(plain) * 10**power) < 1e-6 * abs(one[2])]  # fmt: skip
            if len(fits) == 1:
                yield (line, place), cell, fits[0][0], 10.0 ** fits[0][1]


def change_figure(table: Table, dice: random.Random) -> Table | None:
    cells = list(find_cells(table))
    if not cells:
        return None
    place, cell, figure, scale = dice.choice(cells)
    mark = "," if "," in cell else "."
    new = f"{dice.randint(1, 99_999)}{mark}{dice.choice('123456789')}"
    value = round(float(new.replace(",", ".")) * scale, 9)
    figures = (table.figures - {figure}) | {(*figure[:2], value, figure[3])}
    return table._replace(rows=table.replace_cell(place, new), figures=figures)


def spoil_figure(table: Table, dice: random.Random) -> Table | None:
    cells = list(find_cells(table))
    if not cells:
        return None
    place, cell, figure, _ = dice.choice(cells)
    text = dice.choice(["", "..", "n/a", ":", f"{cell}O", f"~{cell}", f"{cell}/2", f"<{cell}", f"{cell} {cell}"])
    return table._replace(rows=table.replace_cell(place, text), figures=table.figures - {figure})


def negate_figure(table: Table, dice: random.Random) -> Table | None:
    cells = list(find_cells(table))
    if not cells:
        return None
    place, cell, figure, _ = dice.choice(cells)
    figures = (table.figures - {figure}) | {(*figure[:2], -figure[2], figure[3])}
    return table._replace(rows=table.replace_cell(place, dice.choice("-−") + cell), figures=figures)


def repeat_line(table: Table, _dice: random.Random) -> Table:
    return table._replace(rows=[*table.rows, table.rows[-1]])


def pad_cells(table: Table, dice: random.Random) -> Table:
    space = dice.choice([" ", "  ", "\u00a0"])
    return table._replace(rows=[[f"{space}{cell}{space}" if cell else "" for cell in row] for row in table.rows])


def separate_otherwise(table: Table, dice: random.Random) -> Table:
    return table._replace(delimiter="\t" if table.delimiter == "," else dice.choice(["\t", ";"]))


def encode_otherwise(table: Table, dice: random.Random) -> Table:
    return table._replace(encoding=dice.choice(["utf-16", "utf-8-sig", "utf-16-le"]))


def add_title(table: Table, dice: random.Random) -> Table:
    return table._replace(rows=[[dice.choice(["Table 7", "Output by country", "Quelle: Amt"])], *table.rows])


def add_empty_column(table: Table, _dice: random.Random) -> Table:
    return table._replace(rows=[[*row, ""] for row in table.rows])


CHANGES: tuple[Callable[[Table, random.Random], Table | None], ...] = (
    change_figure, spoil_figure, negate_figure, repeat_line, pad_cells, separate_otherwise, encode_otherwise,
    add_title, add_empty_column,
)  # fmt: skip


def find_strays(table: Table, area: str, folder) -> str:
    """Import a table; return the figures that it doesn't have."""
    path = folder / "table.csv"
    path.write_bytes(table.content)
    try:
        import_release(folder / "store", path, DatasetDetails("t"), mapping=ColumnMapping(one_area=area))
    except (UsageError, DataError):
        return ""
    store = open_store(str(folder / "store"))
    known = [one.id for one in store.catalogue.datasets]
    if "t" not in known:
        return ""
    frame = store.read_panel(Query(store.catalogue.find_dataset("t").indicators, datasets=("t",))).frame
    found = frame[["code", "period", "value", "unit"]].itertuples(index=False, name=None)
    expected = {(*one[:2], f"{one[2]:.9g}", one[3]) for one in table.figures}
    strays = [one for one in found if one[2] == one[2] and (*one[:2], f"{one[2]:.9g}", one[3]) not in expected]
    return ", ".join(map(str, strays))


def draw_change(dice: random.Random, tables) -> tuple[str, Table, str]:
    """Change one of the tables once or twice."""
    name = dice.choice(sorted(tables))
    text, area, figures = tables[name]
    table, done = parse_table(text, figures), []
    for change in dice.sample(CHANGES, dice.choice((1, 1, 2))):
        if (changed := change(table, dice)) is not None:
            table, done = changed, [*done, change.__name__]
    return f"{name}: {', '.join(done)}", table, area


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 9))])
def test_a_changed_table_gives_no_figure_that_it_does_not_have(seed, tmp_path):
    dice = random.Random(seed)
    for number in range(10):
        name, table, area = draw_change(dice, TABLES)
        folder = tmp_path / str(number)
        folder.mkdir()
        assert (name, find_strays(table, area, folder)) == (name, "")
