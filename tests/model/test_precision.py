import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.model.formatting import format_quantity, round_digits
from indicators.model.precision import count_digits, measure_last_digit, measure_relative_width, rescale_digits

PRINTED = st.tuples(st.integers(10, 9999), st.integers(-3, 9)).map(lambda pair: (pair[0], pair[1], len(str(pair[0]))))


def test_an_index_of_two_digits_tells_growth_from_none():
    """6.7 after 6.4 is 104.7, known to within 3: not 100."""
    width = 104.6875 * (measure_relative_width([6.7], pd.Series([2])) + measure_relative_width([6.4], pd.Series([2])))
    assert format_quantity(104.6875, "index, 2019 = 100", digits=int(count_digits([104.6875], width)[0])) == (
        "105 (2019 = 100)"
    )


@given(PRINTED, st.floats(0.01, 1000))
def test_numbers_that_differ_still_differ_after_a_conversion(printed, factor):
    number, power, digits = printed
    assume(len(str(number + 1)) == digits)  # 99 and 100 printed with two digits are the same number
    values = np.array([number, number + 1]) * 10.0**power
    rows = pd.DataFrame({"value": values, "digits": [digits, digits]})
    known = rescale_digits(rows, values * factor)
    shown = [round_digits(value, int(count)) for value, count in zip(values * factor, known, strict=True)]
    assert shown[0] != shown[1]


@given(PRINTED, st.floats(0.01, 1000))
def test_a_conversion_adds_at_most_one_digit(printed, factor):
    number, power, digits = printed
    value = number * 10.0**power
    (made,) = rescale_digits(pd.DataFrame({"value": [value], "digits": [digits]}), [value * factor])
    assert abs(made - digits) <= 1


@pytest.mark.parametrize(
    ("value", "digits", "unit"), [(24e12, 2, 1e12), (0.1, 1, 0.1), (1000.0, 1, 1000), (-6.4, 2, 0.1), (99.9, 3, 0.1)]
)
def test_the_last_digit_is_the_printed_one(value, digits, unit):
    assert measure_last_digit([value], pd.Series([digits])) == pytest.approx(unit)


def test_what_is_not_known_stays_unknown():
    assert count_digits([5.0], np.array([np.nan])).isna().all()
    rows = pd.DataFrame({"value": [np.nan, 5.0, 5.0], "digits": pd.array([2, None, 3], "Int64")})
    assert rescale_digits(rows, [np.nan, 6.0, np.nan]).tolist() == [2, pd.NA, 3]
