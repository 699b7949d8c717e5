"""Scores as numbers that line up."""

import pytest

from indicators.exports.forecast_scores import format_error


@pytest.mark.parametrize("value", [0.0, -0.0, -0.004, 0.004, -1e-12])
@pytest.mark.parametrize("signed", [True, False])
def test_an_error_that_rounds_to_zero_has_no_sign(value, signed):
    assert format_error(value, signed=signed) == "0.00"


def test_a_sign_stays_where_a_digit_does():
    assert [format_error(value, signed=True) for value in (-0.006, 0.006)] == ["\N{MINUS SIGN}0.01", "+0.01"]
