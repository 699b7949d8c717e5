import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.analysis import messages
from indicators.analysis.additivity import require_total
from indicators.analysis.transforms import divide, divide_by_area, divide_by_total
from indicators.errors import UnitMismatchError
from indicators.model.observations import Measure

POSITIVE = st.lists(st.floats(0.01, 1e9), min_size=2, max_size=6)


def test_money_by_persons_is_money_per_person(panel):
    people = panel([2.0, 4.0], [2000, 2001], indicator="population", unit="persons", measure=Measure.STOCK)
    made = divide(panel([10.0, 20.0], [2000, 2001]), people)
    assert made.frame["value"].tolist() == [5.0, 5.0]
    assert made.units == ("USD per person",)
    assert made.indicators[0].name == "GDP per person"
    assert made.frame["origin"].tolist() == ["one-origin"] * 2


def test_a_word_of_scale_is_worked_in(panel):
    people = panel([2e6], [2000], indicator="population", unit="persons")
    made = divide(panel([10.0], [2000], unit="billion USD"), people)
    assert made.frame["value"].tolist() == [5000.0]


def test_two_sums_in_one_money_make_a_share(panel):
    made = divide(panel([10.0], [2000], indicator="exports", unit="million USD"), panel([4e7], [2000]))
    assert (made.frame["value"].tolist(), made.units) == ([25.0], ("% of GDP",))
    assert (made.indicators[0].numerator, made.indicators[0].denominator) == ("EXPORTS", "GDP")
    assert made.indicators[0].measure is Measure.SHARE


def test_of_what_is_divided_it_stays_known_whether_it_is_a_stock(panel):
    people = panel([2.0], [2000], indicator="population", unit="persons", measure=Measure.STOCK)
    reserves = panel([10.0], [2000], indicator="reserves", measure=Measure.STOCK)
    ratios = [divide(reserves, panel([40.0], [2000])), divide(reserves, people)]
    assert [made.indicators[0].counted for made in ratios] == [Measure.STOCK, Measure.STOCK]


def test_sums_in_two_currencies_make_no_share(panel):
    made = divide(panel([10.0], [2000], indicator="exports", unit="RUB"), panel([40.0], [2000]))
    assert made.units == ("RUB per USD",)


@pytest.mark.parametrize(
    ("above", "below"), [("% of GDP", "persons"), ("USD per person", "persons"), ("USD", "USD per person")]
)
def test_what_makes_no_unit_is_refused(panel, above, below):
    with pytest.raises(UnitMismatchError, match="can't be divided by"):
        divide(panel([1.0], [2000], unit=above), panel([1.0], [2000], indicator="other", unit=below))


def test_a_year_or_a_country_without_a_divisor_stays_empty_and_says_so(panel, joined):
    above = joined(panel([1.0, 2.0], [2000, 2001]), panel([3.0], [2000], area="CHN"))
    made = divide(above, panel([4.0], [2000], indicator="population", unit="persons")).frame
    assert made["value"].fillna(-1).tolist() == [0.25, -1, -1]
    assert made["unit"].unique().tolist() == ["USD per person"]
    assert made["reason"].iloc[1] == messages.NO_DIVISOR.format(divisor="persons")


def test_zero_divides_nothing(panel):
    made = divide(panel([1.0], [2000]), panel([0.0], [2000], indicator="population", unit="persons")).frame
    assert np.isnan(made["value"].iloc[0])


def test_of_two_publishers_of_the_divisor_the_own_counts(panel, joined):
    below = joined(
        panel([2.0], [2000], indicator="population", unit="persons", dataset="one"),
        panel([4.0], [2000], indicator="population", unit="persons", dataset="two"),
    )
    above = joined(panel([8.0], [2000], dataset="two"), panel([8.0], [2000], dataset="three"))
    made = divide(above, below).frame
    assert made["value"].tolist() == [2.0, 4.0]
    assert made["origin"].tolist() == ["two-origin", "three-origin one-origin"]
    assert made["publisher"].tolist() == ["two", "three and one"]


def test_what_is_divided_by_a_forecast_is_a_forecast(panel):
    people = panel([2.0], [2000], indicator="population", unit="persons", status="F")
    assert divide(panel([10.0], [2000]), people).frame["status"].tolist() == ["F"]


@settings(max_examples=15)
@given(POSITIVE)
def test_shares_of_the_total_add_up_to_a_hundred(panel, values):
    made = divide_by_total(panel(values, [2000] * len(values), area=[f"A{number}" for number in range(len(values))]))
    assert made.frame["value"].sum() == pytest.approx(100)
    assert made.units == ("% of the total",)


def test_of_a_year_that_one_area_lacks_there_is_no_total(panel, joined):
    both = joined(panel([1.0, 1.0], [2000, 2001]), panel([3.0], [2000], area="CHN"))
    made = divide_by_total(both, ["RUS", "CHN"]).frame
    assert made["value"].fillna(-1).tolist() == [25.0, -1, 75.0]
    assert made["reason"].iloc[1] == messages.INCOMPLETE_TOTAL.format(areas="CHN")


def test_the_total_of_all_is_that_of_the_areas_with_a_value(panel, joined):
    both = joined(panel([1.0, 1.0], [2000, 2001]), panel([3.0], [2000], area="CHN"))
    assert divide_by_total(both).frame["value"].tolist() == [25.0, 100.0, 75.0]


def test_a_share_is_of_the_same_publishers_whole(panel, joined):
    world = joined(panel([10.0], [2000], area="WLD"), panel([20.0], [2000], area="WLD", dataset="two"))
    made = divide_by_area(joined(panel([5.0], [2000]), panel([5.0], [2000], dataset="two")), world, "the world")
    assert made.frame["value"].tolist() == [50.0, 25.0]
    assert made.units == ("% of the world",)


@pytest.mark.parametrize(
    ("measure", "unit"), [(Measure.RATE, "%"), (Measure.SHARE, "% of GDP"), (Measure.FLOW, "USD per person")]
)
def test_what_does_not_add_up_is_no_part_of_a_whole(panel, measure, unit):
    with pytest.raises(UnitMismatchError, match="GDP"):
        require_total(panel([1.0], [2000], measure=measure, unit=unit))


def test_no_more_digits_than_the_less_precise_of_the_two(panel):
    people = panel([3.0], [2000], indicator="population", unit="persons", digits=1)
    assert divide(panel([10.0], [2000], digits=4), people).frame["digits"].tolist() == [1]
