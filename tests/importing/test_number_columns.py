import math

import pyarrow as pa
import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from indicators.importing.number_columns import NOTHING, read_numbers, split_cells

LOCALES = {"en": ".", "de": ",", "ru": ",", "fr": ",", "sv": ",", "hi": ".", "pt_PT": ","}


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1), st.sampled_from(sorted(LOCALES)))
def test_numbers_as_each_country_writes_them(values, locale):
    cells = [format_decimal(value, locale=locale) for value in values]
    read, wrong = read_numbers(pa.array(cells), LOCALES[locale])
    assert not wrong.any()
    assert read.tolist() == [float(value) for value in values]


@pytest.mark.parametrize("cell", NOTHING)
def test_marks_of_missing_figures(cell):
    values, wrong = read_numbers(pa.array([cell, cell.upper()]), ".")
    assert all(math.isnan(value) for value in values)
    assert not wrong.any()


@pytest.mark.parametrize(
    "cell",
    [
        "12O",
        "1,23",
        "1.2.3",
        "=1+1",
        "12 %",
        "0x10",
        "1e999",
        "-1e305",
        "--5",
        "0,123",
        "00,123",
        "12 5",
        "1 2345",
        "1'23",
    ],
)
def test_text_that_is_not_a_number_is_wrong(cell):
    values, wrong = read_numbers(pa.array([cell]), ".")
    assert math.isnan(values[0])
    assert wrong[0]


@given(st.lists(st.text(max_size=12)))
def test_any_text_is_a_number_or_nothing_or_wrong(cells):
    values, wrong = read_numbers(pa.array(cells, pa.string()), ".")
    assert len(values) == len(wrong) == len(cells)
    assert all(math.isnan(value) for value, bad in zip(values, wrong, strict=True) if bad)


@given(st.lists(st.text(max_size=12)))
def test_splitting_keeps_every_cell(cells):
    split = split_cells(pa.array(cells, pa.string()))
    assert len(split.cells) == len(cells)
