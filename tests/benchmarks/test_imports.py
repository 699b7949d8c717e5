"""Run by name: ``pytest tests/benchmarks/test_imports.py``. The floor is cutting the same file into cells."""

import csv
import resource
import time

import pytest

from indicators.importing import ColumnMapping, DatasetDetails, import_release

AREAS = ("PER", "CHL", "FRA", "DEU", "JPN", "NOR", "ZAF", "USA", "CHN", "IND")
MANY = {"250k": 250_000, "1M": 1_000_000}


def write_wide(path, columns):
    """A table of 300 rows, of whose cells every fiftieth has a figure."""
    names = [f"Series {number} (EUR)" for number in range(columns)]
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Country", "Year", *names])
        for row in range(300):
            cells = [f"{row}.5" if (row * 7 + place * 13) % 50 == 0 else "" for place in range(columns)]
            writer.writerow([AREAS[row % 10], 2000 + row // 10, *cells])


def write_long(path, rows):
    """Figures by day, one a row."""
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Country", "Date", "Item", "Value"])
        for row in range(rows):
            series, day = divmod(row, 3_600)
            date = f"{2000 + day // 360}-{day % 360 // 30 + 1:02}-{day % 28 + 1:02}"
            writer.writerow([AREAS[series % 10], date, f"Item {series // 10}-{day // 28 % 2}", f"{row % 977}.25"])


def measure(benchmark, path, mapping=None):
    started = time.perf_counter()
    with path.open(newline="") as stream:
        cells = sum(len(row) for row in csv.reader(stream))
    floor = time.perf_counter() - started

    def run():
        store = path.parent / f"store-{time.perf_counter_ns()}"
        return import_release(store, path, DatasetDetails("big"), mapping=mapping)

    report = benchmark.pedantic(run, rounds=1, iterations=1)
    assert report.taken
    benchmark.extra_info["cells"] = cells
    benchmark.extra_info["times the floor"] = round(benchmark.stats.stats.min / floor, 1)
    benchmark.extra_info["memory in MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@pytest.mark.parametrize("columns", [64, 1_024, 4_094])
def test_a_sparse_table_costs_no_more_for_each_of_many_columns(benchmark, tmp_path, columns):
    write_wide(tmp_path / "wide.csv", columns)
    measure(benchmark, tmp_path / "wide.csv")


@pytest.mark.parametrize("rows", list(MANY))
def test_a_long_table_takes_no_more_memory_than_a_short_one(benchmark, tmp_path, rows):
    write_long(tmp_path / "long.csv", MANY[rows])
    measure(benchmark, tmp_path / "long.csv", ColumnMapping(indicator="Item"))
