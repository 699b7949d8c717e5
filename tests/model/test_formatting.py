"""Numbers are printed as people write them, with no more digits than they are known to."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UsageError
from indicators.model import formatting as quantities
from indicators.model.formatting import (
    choose_log_ticks,
    choose_scale,
    choose_ticks,
    format_quantity,
    format_quantity_range,
    round_digits,
)

MINUS = "\N{MINUS SIGN}"
FINITE = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e18, max_value=1e18)


@pytest.mark.parametrize(
    ("value", "unit", "options", "printed"),
    [
        (24e12, "RUB", {}, "24 trillion RUB"),
        (24, "trillion RUB", {}, "24 trillion RUB"),
        (287.04e9, "USD", {"digits": 3, "style": "symbol"}, "$287 billion"),
        (287.04e9, "USD", {"digits": 3, "style": "short"}, "$287 bn"),
        (24e12, "RUB", {"style": "symbol"}, "24 trillion RUB"),
        (40, "%", {}, "40%"),
        (30.000000000000004, "%", {}, "30%"),
        (3.2, "%", {"signed": True}, "+3.2%"),
        (-3.2, "%", {"signed": True}, f"{MINUS}3.2%"),
        (40, "% of GDP", {}, "40% of GDP"),
        (1.1, "percentage points", {}, "1.1 points"),
        (1, "percentage points", {}, "1 point"),
        (1700, "companies", {}, "1,700 companies"),
        (1, "companies", {}, "1 company"),
        (78.6e6, "persons", {}, "78.6 million persons"),
        (999_999.6, "persons", {}, "1.000 million persons"),
        (3.6981e12, "USD", {"digits": 3}, "3.70 trillion USD"),
        (3.7e12, "USD", {"digits": 3}, "3.7 trillion USD"),
        (3.6981e12, "USD", {"digits": 3, "locale": "de"}, "3,70 trillion USD"),
        (123_456.04, "USD", {"digits": 7, "locale": "en_IN"}, "1,23,456.0 USD"),
        (123_456, "persons", {}, "123,456 persons"),
        (14_889.4, "USD per person", {"style": "symbol"}, "$14,889 per person"),
        (-5.5e9, "USD", {"style": "symbol"}, f"{MINUS}$5.5 billion"),
        (92.55, "RUB per USD", {}, "92.55 RUB per USD"),
        (1738, "companies", {"digits": 2}, "1,700 companies"),
        (112.34, "index, 2015 = 100", {}, "112.3 (2015 = 100)"),
        (24.5e12, "RUB", {"locale": "de"}, "24,5 trillion RUB"),
        (math.nan, "RUB", {}, "no data"),
        (math.inf, "RUB", {}, "∞ RUB"),
        (-0.0, "%", {}, "0%"),
    ],
)
def test_a_number_is_printed_as_people_write_it(value, unit, options, printed):
    assert format_quantity(value, unit, **options) == printed


def test_a_half_is_rounded_once_to_the_even_digit_of_what_is_printed():
    assert [str(round_digits(value, 2)) for value in (2.45, 2.55, 2.65)] == ["2.4", "2.6", "2.6"]
    assert round_digits(2.4499999999, 2) == Decimal("2.4")


@given(st.floats(1e-5, 1e18), st.integers(1, 15))
def test_no_more_digits_are_shown_than_asked_for(value, digits):
    assert len(round_digits(value, digits).as_tuple().digits) <= digits
    shown = [char for char in format_quantity(value, "RUB", digits=digits).split(" ")[0] if char.isdigit()]
    assert len("".join(shown).strip("0")) <= digits


@given(FINITE)
def test_the_sign_is_a_minus_sign(value):
    printed = format_quantity(value, "RUB")
    assert printed.startswith(MINUS) == (value < 0)
    assert "-" not in printed.replace("E-", "")


@pytest.mark.parametrize(("digits", "locale"), [(0, "en"), (-1, "en"), (3, "xx_Nope")])
def test_nonsense_is_refused(digits, locale):
    with pytest.raises(UsageError):
        format_quantity(1.0, "RUB", digits=digits, locale=locale)


def test_one_word_of_scale_serves_the_whole_axis():
    assert choose_scale([2.1e12, 18.7e12, math.nan]) == (12, "trillion")
    assert choose_scale([9_999.0]) == (0, "")
    assert choose_scale([10_000.0]) == (3, "thousand")
    assert choose_scale([-3e6]) == (6, "million")
    assert choose_scale([]) == (0, "")


@given(FINITE, FINITE, st.integers(2, 12))
def test_ticks_lie_within_the_axis_and_are_evenly_spaced(one, other, most):
    low, high = sorted((one, other))
    marks = choose_ticks(low, high, most)
    assert len(marks) <= most
    assert all(low <= mark <= high for mark in marks)
    assert list(marks) == sorted(marks)


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9))
def test_an_axis_has_marks(low, width):
    assert len(choose_ticks(low, low + width)) >= 2


def test_ticks_are_round():
    assert choose_ticks(0, 31.3) == (0, 10, 20, 30)
    assert choose_ticks(-0.3, 0.2) == (-0.3, -0.2, -0.1, 0.0, 0.1, 0.2)
    assert choose_ticks(5, 5) == (5,)
    assert choose_log_ticks(3, 60) == (5, 10, 20, 50)
    assert choose_log_ticks(1e-300, 1e300) == (1e-202, 1e-101, 1.0, 1e101, 1e202)


@pytest.mark.parametrize("ends", [(0, math.nan), (0, math.inf), (2, 1)])
def test_an_axis_without_ends_is_refused(ends):
    with pytest.raises(UsageError):
        choose_ticks(*ends)


def test_a_logarithmic_axis_has_no_zero():
    with pytest.raises(UsageError, match="logarithmic axis"):
        choose_log_ticks(0, 10)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=0, max_value=10**15))
def test_english_figures_are_those_of_cldr(number):
    from babel.numbers import format_decimal

    exact = number.normalize()
    if exact == 0 or exact.adjusted() >= -6:
        assert quantities._write_digits(exact, "en") == format_decimal(exact, locale="en", decimal_quantization=False)


@pytest.mark.parametrize(
    ("ends", "unit", "digits", "printed"),
    [
        ((31.5e12, 32.5e12), "RUB", 3, "31.5 to 32.5 trillion RUB"),
        ((31.5, 32.5), "trillion RUB", 3, "31.5 to 32.5 trillion RUB"),
        ((900e6, 1.2e9), "USD", 2, "900 million to 1.2 billion USD"),
        ((20, 25), "%", None, "20 to 25%"),
        ((-2, 3), "%", None, f"{MINUS}2 to 3%"),
        ((-1.1, 0.4), "percentage points", None, f"{MINUS}1.1 to 0.4 points"),
        ((1, 3), "companies", None, "1 to 3 companies"),
        ((98, 103), "index, 2015 = 100", None, "98 to 103 (2015 = 100)"),
        ((500_000, 1_500_000), "persons", None, "500,000 to 1.5 million persons"),
        ((24.01e12, 24.02e12), "RUB", 2, "24 trillion RUB"),
        ((31.25, 35.4), "%", 1, "31 to 35%"),
        ((98.4, 101.6), "%", 2, "98 to 102%"),
        ((-3.2, 12), "%", 2, "\N{MINUS SIGN}3.2 to 12%"),
    ],
)
def test_a_range_has_its_unit_once(ends, unit, digits, printed):
    assert format_quantity_range(*ends, unit, digits=digits) == printed


def test_a_range_has_the_marks_of_the_locale_at_both_ends():
    assert format_quantity_range(31.5e12, 32.5e12, "RUB", digits=3, locale="de") == "31,5 to 32,5 trillion RUB"


@given(st.sampled_from([0.0, -0.0, Decimal("-0.00"), Decimal("-0E+3")]), st.integers(1, 6), st.booleans())
def test_zero_has_no_sign(zero, digits, signed):
    assert format_quantity(zero, "%", digits=digits, signed=signed) == "0%"
    assert format_quantity(zero, "billion USD", digits=digits, signed=signed, style="symbol", locale="de") == "$0"
    assert format_quantity_range(zero, 0, "%", digits=digits) == "0%"


@given(st.floats(-1e-3, -1e-300), st.integers(1, 6))
def test_below_zero_there_is_always_a_digit_behind_the_minus(value, digits):
    printed = format_quantity(value, "%", digits=digits)
    assert printed.startswith(MINUS)
    assert printed.removeprefix(MINUS).rstrip("%").partition("E")[0].strip("0.")
