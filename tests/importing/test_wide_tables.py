"""Tables with very many columns: what is done for each of them does not look at all of the others."""

import sys

from indicators.importing import batches, delimited
from indicators.importing.column_contents import ColumnContents
from indicators.importing.value_columns import ValueColumns
from indicators.language.month_names import parse_period_text

AREAS = ("Chile", "Cuba", "France", "Spain")


def count_calls(function) -> int:
    calls = 0

    def watch(_frame, event, _argument):
        nonlocal calls
        calls += event == "call"

    sys.setprofile(watch)
    try:
        function()
    finally:
        sys.setprofile(None)
    return calls


def find_values(columns: int) -> int:
    header = ["Country", *(f"Series {number}" for number in range(columns))]
    contents = ColumnContents(header, [["Peru", *map(str, range(columns))], ["Chile", *map(str, range(columns))]])
    return count_calls(lambda: ValueColumns(contents, ["Country"]).find(header[1:]))


def test_twice_as_many_columns_take_twice_as_much():
    find_values(200)  # what is kept of headings
    assert find_values(200) < 3 * find_values(100)


def test_a_heading_is_read_once_however_often_it_is_looked_at():
    text = "Revenue 17 (EUR) of June 2018"
    assert parse_period_text(text) is None
    assert count_calls(lambda: parse_period_text(text)) <= 1


def test_a_sparse_column_is_one_of_figures_though_the_first_rows_lack_them(import_file, figures, monkeypatch):
    for module in (delimited, batches):
        monkeypatch.setattr(module, "SAMPLE_BYTES", 100)
    rows = [f"Peru,{year},{year}.5,{'3.5' if year == 2019 else ''}" for year in range(2000, 2020)]
    import_file("\n".join(["Country,Year,Milk (tonnes),Wax (tonnes)", *rows]), id="t")
    assert [value for (id, _, _), value in figures("t").items() if "wax" in id] == [3.5]


def test_neighbouring_columns_are_read_together_and_each_cell_is_refused_in_its_column(import_file):
    names = [f"Item {number}" for number in range(40)]
    odd = ["Peru", "2020", *("12O" if number % 9 == 0 else "7.5" for number in range(40))]
    rows = [[area, "2020", *(f"{place}{number}.5" for number in range(40))] for place, area in enumerate(AREAS)]
    report = import_file("\n".join(map(",".join, (["Country", "Year", *names], odd, *rows))), id="t")
    assert (report.taken, report.refused) == (35 + 40 * len(AREAS), 5)
    assert [fault.column for fault, _ in report.faults] == names[::9]
