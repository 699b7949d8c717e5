"""The axis of values, and how it formats values at the ends of lines."""

import pytest

from indicators.charts.parts.axes import ValueAxis

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "digits", "printed"),
    [
        (3.6981, None, "3.70"),
        (1.2, None, "1.2"),
        (1408.3, None, "1,408"),
        (17.136, 2, "17"),
        (0.6381, None, "0.64"),
        (-0.0604, None, f"{MINUS}0.06"),
        (0.0041, None, "0.004"),
        (0.0, None, "0"),
    ],
)
def test_values_at_the_ends_of_lines_are_short_and_no_finer_than_known(value, digits, printed):
    assert ValueAxis("linear", 1.0, 0.0, 1.0, (), "").format_short({"value": value, "digits": digits}) == printed


def test_a_value_is_formatted_in_the_scale_of_its_axis():
    axis = ValueAxis("linear", 1e12, 0.0, 30.0, (), "trillion USD")
    assert axis.format_short({"value": 3.69812e12, "digits": None}) == "3.70"
