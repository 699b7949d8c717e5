from decimal import Context, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.claims import Interval
from indicators.errors import UsageError
from indicators.model.observations import Qualifier

numbers = st.decimals(min_value=-(10**15), max_value=10**15, places=3)
printed = st.decimals(min_value=0, max_value=10**9, places=2)


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    return Interval(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])))


@st.composite
def nested(draw):
    """An interval and one within it."""
    outer = draw(intervals())
    first, second = draw(numbers), draw(numbers)
    for end in (first, second):
        assume(end in outer)
    return outer, Interval(min(first, second), max(first, second))


@given(nested(), nested(), st.sampled_from("+-*/"))
def test_what_is_within_the_arguments_gives_what_is_within_the_result(one, two, operation):
    def result(left, right):
        return {"+": left.__add__, "-": left.__sub__, "*": left.__mul__, "/": left.__truediv__}[operation](right)

    assert result(one[1], two[1]) in result(one[0], two[0])


@given(intervals(), intervals(), numbers, numbers)
def test_the_result_of_two_numbers_lies_in_the_result_of_their_intervals(one, two, left, right):
    assume(left in one and right in two)
    assert left + right in one + two
    assert left - right in one - two
    assert Context(prec=100).multiply(left, right) in one * two  # 28 digits would round the product out of it
    if right:
        assert Context(prec=100).divide(left, right) in one / two


@given(printed, st.sampled_from([None, *Qualifier]), st.integers(min_value=1, max_value=6))
def test_the_printed_number_is_always_possible(value, qualifier, digits):
    assert value in Interval.from_printed(value, digits=digits, qualifier=qualifier)
    assert -value in Interval.from_printed(-value, digits=digits, qualifier=qualifier)


@given(printed, st.sampled_from([None, Qualifier.ABOUT]))
def test_fewer_digits_are_a_wider_interval(value, qualifier):
    assume(value >= 1)
    wide = Interval.from_printed(value, digits=1)
    assert Interval.from_printed(value) in wide
    assert Interval.from_printed(value, qualifier=qualifier) in Interval.from_printed(value, qualifier=Qualifier.ABOUT)


@given(intervals(), intervals())
def test_two_intervals_meet_or_do_not_in_either_order(one, two):
    assert one.overlaps(two) == two.overlaps(one)
    shared = one.intersect(two)
    assert (shared is not None) == one.overlaps(two)
    if shared is not None:
        assert shared in one
        assert shared in two
    assert one in one.span(two)


@pytest.mark.parametrize(
    ("value", "qualifier", "meant"),
    [
        ("24", None, "23.5 … 24.5"),
        ("9.0", None, "8.95 … 9.05"),
        ("40", Qualifier.ABOUT, "36 … 44"),
        ("1700", Qualifier.ABOUT, "1650 … 1750"),
        ("1.5", Qualifier.ABOUT, "1.4 … 1.6"),
        ("24", Qualifier.MORE_THAN, "24 … 26.4"),
        ("100", Qualifier.MORE_THAN, "100 … 200"),
        ("25", Qualifier.ALMOST, "24 … 25"),
        ("40", Qualifier.ALMOST, "36 … 40"),
        ("5", Qualifier.AT_LEAST, "5 or more"),
        ("5", Qualifier.UP_TO, "5 or less"),
        ("5", Qualifier.LESS_THAN, "5 or less"),
        ("0", Qualifier.ABOUT, "-1 … 1"),
    ],
)
def test_words_before_a_number_widen_it(value, qualifier, meant):
    assert str(Interval.from_printed(value, qualifier=qualifier)) == meant


def test_a_fall_of_more_than_is_further_down():
    assert str(Interval.from_printed("-5", qualifier=Qualifier.MORE_THAN)) == "-6 … -5"


def test_dividing_by_what_may_be_zero_leaves_everything_open():
    assert Interval.exactly(1) / Interval(Decimal(-1), Decimal(1)) == Interval()
    assert Interval.exactly(1) / Interval(Decimal(0), Decimal(4)) == Interval(Decimal("0.25"), None)


@pytest.mark.parametrize("ends", [(Decimal(2), Decimal(1)), (Decimal("NaN"), None)])
def test_swapped_and_infinite_ends_are_refused(ends):
    with pytest.raises(UsageError, match=str(ends[0])):
        Interval(*ends)


def test_a_quotient_is_rounded_outward():
    third = Interval.exactly(1) / Interval.exactly(3)
    exact = Context(prec=60)
    assert exact.multiply(third.low, 3) < 1 < exact.multiply(third.high, 3)


@given(st.one_of(st.integers(2, 20), st.integers(-20, -2)).map(Decimal), st.sampled_from([None, *Qualifier]))
def test_a_word_can_mean_what_it_says(value, qualifier):
    assert Interval.from_multiple(value, qualifier=qualifier).overlaps(Interval.exactly(value))
