"""The numbers of a row are written alike, and none loses what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.exports.number_styles import choose_number_style

SCALES = {"": 1, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15}
sizes = st.floats(min_value=1e-6, max_value=9e17)
numbers = st.lists(st.one_of(sizes, sizes.map(lambda value: -value), st.just(0.0)), min_size=1, max_size=6)


def read(text, unit):
    number, _, word = text.partition(" ")
    scale = word or unit.removesuffix("USD").strip()
    return float(number.replace(",", "").replace("\N{MINUS SIGN}", "-")) * SCALES[scale]


@given(numbers, st.booleans())
def test_numbers_are_read_back_within_their_rounding_in_one_scale_with_the_same_decimals(values, brief):
    style = choose_number_style(values, "USD", brief=brief)
    written = [style.write(value) for value in values]
    for value, text in zip(values, written, strict=True):
        assert read(text, style.unit) == pytest.approx(value, rel=0.051)
    if style.decimals is not None:
        assert {len(text.partition(".")[2]) for text in written} == {style.decimals}


@pytest.mark.parametrize(
    ("values", "unit", "brief", "written"),
    [
        ([17547.2, 90027.4], "USD per person", True, ["17,547", "90,027"]),
        ([3.0, 14.5], "%", True, ["3.0%", "14.5%"]),
        ([4.25, 3.5], "% of GDP", True, ["4.25%", "3.50%"]),
        ([1.00123, 4.9612], "%", False, ["1.00", "4.96"]),
        ([0.0351, 0.0342], "%", True, ["0.035%", "0.034%"]),
        ([0, 0], "%", True, ["0%", "0%"]),
        ([5, 1700], "companies", False, ["5", "1,700"]),
        ([0.9412, 0.5], "ratio", False, ["0.9412", "0.5000"]),
        ([2.5, 12.0], "billion EUR", False, ["2.5", "12.0"]),
        ([float("nan"), 1.5], "%", False, ["no data", "1.5"]),
    ],
)
def test_the_decimals_are_those_of_the_largest_and_no_more_than_were_published(values, unit, brief, written):
    style = choose_number_style(values, unit, brief=brief)
    assert [style.write(value) for value in values] == written
