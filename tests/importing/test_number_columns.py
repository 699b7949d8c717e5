import math

import pyarrow as pa
import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from indicators.importing.number_columns import NOTHING, find_decimal_mark, read_numbers

LOCALES = {"en": ".", "de": ",", "ru": ",", "fr": ",", "de_CH": ".", "sv": ","}


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1), st.sampled_from(sorted(LOCALES)))
def test_numbers_as_each_country_writes_them(values, locale):
    cells = [format_decimal(value, locale=locale) for value in values]
    read, wrong = read_numbers(pa.array(cells), LOCALES[locale])
    assert not wrong.any()
    assert read.tolist() == [float(value) for value in values]


@given(st.lists(st.decimals(-(10**9), 10**9, places=3).filter(lambda value: value % 1), min_size=3, max_size=9))
def test_the_decimal_mark_is_detected_from_the_cells(values):
    for locale, mark in (("en", "."), ("de", ",")):
        cells = [format_decimal(value, locale=locale, decimal_quantization=False) for value in values]
        if any(len(cell.split(mark)[-1]) != 3 or cell.count(mark) + 1 < len(cell.split(mark)) for cell in cells):
            assert find_decimal_mark(cells, semicolons=False) == mark


@pytest.mark.parametrize("cell", NOTHING)
def test_marks_of_missing_figures(cell):
    values, wrong = read_numbers(pa.array([cell, cell.upper()]), ".")
    assert all(math.isnan(value) for value in values)
    assert not wrong.any()


@pytest.mark.parametrize("cell", ["12O", "1,23", "1.2.3", "=1+1", "12 %", "0x10", "1e999", "--5"])
def test_text_that_is_not_a_number_is_wrong(cell):
    values, wrong = read_numbers(pa.array([cell]), ".")
    assert math.isnan(values[0])
    assert wrong[0]


@given(st.lists(st.text(max_size=12)))
def test_any_text_is_a_number_or_nothing_or_wrong(cells):
    values, wrong = read_numbers(pa.array(cells, pa.string()), ".")
    assert len(values) == len(wrong) == len(cells)
    assert all(math.isnan(value) for value, bad in zip(values, wrong, strict=True) if bad)
