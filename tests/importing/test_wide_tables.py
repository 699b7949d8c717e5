"""Tables with very many columns: what is done for each of them does not look at all of the others."""

import sys

from indicators.importing.column_contents import ColumnContents
from indicators.importing.value_columns import ValueColumns
from indicators.language.month_names import parse_period_text


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
