"""Any table, in any layout and order of columns and with columns of no meaning, is read cell by cell or refused."""

import csv
import io
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.errors import UsageError
from indicators.importing import DatasetDetails, import_release
from indicators.store import Query, open_store

AREAS = ("Peru", "Chile", "France", "Hong Kong SAR, China", "Egypt, Arab Rep.", "Germany", "World")
CODES = {"Hong Kong SAR, China": "HKG", "Egypt, Arab Rep.": "EGY", "Peru": "PER", "Chile": "CHL", "France": "FRA"}
CODES |= {"Germany": "DEU", "World": "WLD"}
DIMENSIONS = {
    "Sex": ("Women", "Men"), "Age group": ("15-24", "25-64", "65+"), "SCENARIO": ("Low", "High"),
    "Branche": ("Glas", "Papier"), "Firm": ("Nord", "Süd", "Ost"), "Adjustment": ("Raw", "Adjusted"),
    "Product code": ("0101", "0202"), "Ownership": ("public", "private"),
}  # fmt: skip
JUNK = ("id", "Rank", "", "Notes", "Source", "Unnamed: 0", "Region code")


@st.composite
def tables(draw):
    """A header, rows, and for each value the area, the period and the series that it belongs to."""
    areas = draw(st.lists(st.sampled_from(AREAS), min_size=1, max_size=3, unique=True))
    years = draw(st.lists(st.integers(1990, 2024), min_size=1, max_size=4, unique=True))
    indicators = draw(st.lists(st.sampled_from(("Honey", "Wax", "Milk")), min_size=1, max_size=2, unique=True))
    dimensions = draw(st.lists(st.sampled_from(sorted(DIMENSIONS)), max_size=2, unique=True))
    values = [draw(st.lists(st.sampled_from(DIMENSIONS[name]), min_size=1, unique=True)) for name in dimensions]
    keys = [()]
    for choices in values:
        keys = [(*key, one) for key in keys for one in choices]
    dice = random.Random(draw(st.integers(0, 10**6)))
    cells = [(a, y, i, k) for a in areas for y in years for i in indicators for k in keys]
    cells = [cell for cell in cells if dice.random() < draw(st.sampled_from((1.0, 0.6)))] or cells[:1]
    figures = {cell: 1000 + n + 0.5 for n, cell in enumerate(cells)}
    layout = draw(st.sampled_from(("long", "years", "indicators", "areas")))
    return layout, dimensions, figures, draw(st.lists(st.sampled_from(JUNK), max_size=2, unique=True)), dice


def write(layout, dimensions, figures, junk, dice):
    """Write the table: one figure a row, or one column for each year, indicator or area."""
    place = {"long": None, "years": 1, "indicators": 2, "areas": 0}[layout]
    names = ["Country", "Year", "Indicator", *dimensions]
    rows, across = {}, []
    for (area, year, indicator, key), value in figures.items():
        whole = [area, str(year), indicator, *key]
        column = "Value" if place is None else whole[place]
        row = tuple(cell for n, cell in enumerate(whole) if n != place)
        across += [] if column in across else [column]
        rows.setdefault(row, {})[column] = value
    kept = [name for n, name in enumerate(names) if n != place]
    header = [*kept, *across, *junk]
    order = list(range(len(header)))
    dice.shuffle(order)
    lines, given = [], list(rows.items())
    dice.shuffle(given)
    for number, (row, found) in enumerate(given):
        extra = {"Notes": f"note {number % 3}", "Source": "office", "Region code": "R"}
        cells = [*row, *(found.get(column, "") for column in across), *(extra.get(name, number + 1) for name in junk)]
        lines.append([cells[n] for n in order])
    stream = io.StringIO()
    csv.writer(stream).writerows([[header[n] for n in order], *lines])
    return stream.getvalue()


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(tables())
def test_a_table_is_read_cell_by_cell_or_refused(table):
    layout, dimensions, figures, junk, dice = table
    text = write(layout, dimensions, figures, junk, dice)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(text)
        try:
            import_release(Path(folder) / "store", path, DatasetDetails("t"))
        except UsageError:
            return
        store = open_store(str(Path(folder) / "store"))
        frame = store.read_panel(Query(store.catalogue.find_dataset("t").indicators, datasets=("t",))).frame
    found = {row["value"]: row for row in frame.to_dict("records")}
    assert sorted(found) == sorted(figures.values()), text
    series = {}
    for (area, year, indicator, key), value in figures.items():
        row = found[value]
        assert (row["code"], row["period"]) == (CODES[area], str(year)), text
        series.setdefault((row["indicator"], row["dimensions"]), set()).add((indicator, key))
    assert all(len(keys) == 1 for keys in series.values()), text
    assert len(series) == len({(indicator, key) for _, _, indicator, key in figures}), text
