"""An observation keeps the number as printed, and knows what it can mean."""

from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.model.observations import Locator, Measure, Observation
from indicators.model.periods import TimePeriod

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)


def observation(value, **more):
    printed = None if value is None else Decimal(value)
    return Observation("gdp", "RUS", TimePeriod.of_year(2024), printed, "RUB", "page", date(2025, 1, 1), **more)


def test_an_observation_is_frozen():
    with pytest.raises(FrozenInstanceError):
        observation("24").value = Decimal(25)


@pytest.mark.parametrize(
    ("value", "multiplier", "plain"),
    [("24", 12, "24000000000000"), ("0.5", 3, "500"), ("-3.2", 0, "-3.2"), ("0", 12, "0"), ("1", -3, "0.001")],
)
def test_the_multiplier_is_worked_in(value, multiplier, plain):
    assert observation(value, multiplier=multiplier).plain_value == Decimal(plain)


def test_no_figure_has_no_value_and_no_interval():
    assert observation(None).plain_value is None
    assert observation(None).interval is None


@pytest.mark.parametrize(
    ("value", "digits", "low", "high"),
    [
        ("24", None, "23.5", "24.5"),
        ("24.0", None, "23.95", "24.05"),
        ("1700", 2, "1650", "1750"),
        ("-40", None, "-40.5", "-39.5"),
        ("0", None, "-0.5", "0.5"),
        ("0.37", 1, "0.32", "0.42"),
    ],
)
def test_a_printed_number_means_half_a_unit_of_its_last_digit_to_each_side(value, digits, low, high):
    assert observation(value, digits=digits).interval == (Decimal(low), Decimal(high))


def test_a_printed_range_is_the_interval():
    ranged = observation("37", lower=Decimal(36), upper=Decimal(38), multiplier=3)
    assert ranged.interval == (Decimal(36000), Decimal(38000))


@given(NUMBERS, st.integers(-15, 15), st.none() | st.integers(1, 20))
def test_the_interval_holds_the_value(value, multiplier, digits):
    seen = observation(value, multiplier=multiplier, digits=digits)
    low, high = seen.interval
    assert low < seen.plain_value < high


def test_only_sums_and_counts_are_added_up():
    assert [measure.value for measure in Measure if measure.is_additive] == ["flow", "stock", "count"]


def test_a_locator_says_where_to_look():
    assert str(Locator("Sales", 1, 2)) == "under “Sales”, paragraph 1, sentence 2"
