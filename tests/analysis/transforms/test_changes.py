import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.analysis import messages
from indicators.analysis.transforms import TRANSFORMS, apply_transform
from indicators.model.observations import Measure
from indicators.model.periods import TimePeriod

LEVELS = st.lists(st.floats(1, 1e6), min_size=2, max_size=12)
QUARTERS = [f"{year}-Q{quarter}" for year in (2020, 2021, 2022) for quarter in (1, 2, 3, 4)]
X = [100.0, 102.0, 99.0, 105.0, 110.0, 111.0]
# what FRED's documented formulas give for the last two of X, quarters: 110 after 105, and 111 after 110
FRED = {
    "chg": [110 - 105, 111 - 110],
    "ch1": [110 - 100, 111 - 102],
    "pch": [(110 / 105 - 1) * 100, (111 / 110 - 1) * 100],
    "pc1": [(110 / 100 - 1) * 100, (111 / 102 - 1) * 100],
    "pca": [((110 / 105) ** 4 - 1) * 100, ((111 / 110) ** 4 - 1) * 100],
    "cch": [math.log(110 / 105) * 100, math.log(111 / 110) * 100],
    "cca": [math.log(110 / 105) * 400, math.log(111 / 110) * 400],
    "log": [math.log(110), math.log(111)],
}


@pytest.mark.parametrize("name", FRED)
def test_the_formulas_are_those_that_fred_documents(panel, name):
    made = apply_transform(panel(X, QUARTERS[:6]), name).frame
    assert made["value"].tolist()[-2:] == pytest.approx(FRED[name], rel=1e-12)


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("chg", "USD", "USD"), ("chg", "%", "percentage points"), ("ch1", "% of GDP", "percentage points"),
        ("chg", "index, 2015 = 100", "index points"), ("pc1", "USD", "%"), ("pch", "% of GDP", "%"),
        ("cca", "USD per person", "%"), ("log", "USD", "natural logarithm"), ("index", "USD", "index, 2020 = 100"),
    ],
)  # fmt: skip
def test_the_unit_is_that_of_the_result(panel, name, unit, expected):
    made = apply_transform(panel(X, range(2020, 2026), unit=unit), name)
    assert made.units == (expected,)


@settings(max_examples=15)
@given(LEVELS)
def test_chained_growth_returns_the_level(panel, levels):
    growth = apply_transform(panel(levels, range(2000, 2000 + len(levels))), "pch").frame["value"].to_numpy()[1:]
    assert levels[0] * np.cumprod(1 + growth / 100) == pytest.approx(levels[1:], rel=1e-6)


@settings(max_examples=15)
@given(LEVELS)
def test_summed_logarithmic_growth_is_the_logarithm_of_the_ratio(panel, levels):
    growth = apply_transform(panel(levels, range(2000, 2000 + len(levels))), "cch").frame["value"].to_numpy()[1:]
    assert growth.sum() == pytest.approx(100 * math.log(levels[-1] / levels[0]), abs=1e-6)


@settings(max_examples=15)
@given(LEVELS, st.integers(0, 11), st.integers(0, 11))
def test_the_base_year_is_a_hundred_and_another_base_keeps_the_ratios(panel, levels, one, other):
    made = panel(levels, range(2000, 2000 + len(levels)))
    places = [place % len(levels) for place in (one, other)]
    bases = [TimePeriod.of_year(2000 + place) for place in places]
    first, second = (apply_transform(made, "index", base=base).frame["value"].to_numpy() for base in bases)
    assert first[places[0]] == pytest.approx(100, rel=1e-12)
    assert first / first[0] == pytest.approx(second / second[0], rel=1e-9)
    assert first / first[0] == pytest.approx(np.array(levels) / levels[0], rel=1e-9)


@pytest.mark.parametrize("name", ["chg", "ch1", "pch", "pc1", "pca", "cch", "cca"])
def test_a_gap_is_never_bridged(panel, name):
    made = apply_transform(panel([1.0, 2.0, 4.0, 5.0], [2000, 2001, 2003, 2004]), name).frame
    assert made["value"].isna().tolist() == [True, False, True, False]
    assert made["reason"].iloc[2] in messages.NOTHING_TO_COMPARE.values()
    assert len(made) == 4


def test_an_empty_figure_is_not_compared_with(panel):
    made = apply_transform(panel([1.0, np.nan, 4.0], [2000, 2001, 2002]), "chg").frame
    assert made["value"].isna().all()


def test_a_year_before_is_the_same_month_of_the_year_before(panel):
    made = apply_transform(panel([1.0, 5.0, 3.0], ["2023-02", "2024-01", "2024-02"]), "ch1").frame
    assert made["value"].tolist()[2] == 2.0
    assert made["value"].isna().tolist() == [True, True, False]


def test_days_are_compared_across_a_weekend_but_not_across_a_month(panel):
    days = ["2024-03-01", "2024-03-04", "2024-03-05", "2024-05-01"]
    made = apply_transform(panel([1.0, 2.0, 4.0, 8.0], days), "chg").frame
    assert made["value"].fillna(-1).tolist() == [-1, 1.0, 2.0, -1]


def test_ranges_of_months_are_compared_with_the_same_range_a_year_before(panel):
    made = apply_transform(
        panel([10.0, 12.0, 9.0], ["2024-01-01/P9M", "2025-01-01/P9M", "2025-01-01/P6M"]), "pc1"
    ).frame
    assert made["value"].fillna(-1).round(9).tolist() == [-1, 20.0, -1]


def test_series_are_never_compared_with_one_another(panel, joined):
    both = joined(panel([1.0], [2000]), panel([9.0], [2001], area="CHN"), panel([5.0], [2001], dataset="two"))
    assert apply_transform(both, "chg").frame["value"].isna().all()


@pytest.mark.parametrize("values", [[0.0, 5.0], [-2.0, 5.0]])
def test_growth_from_zero_or_below_stays_empty_and_says_so(panel, values):
    made = apply_transform(panel(values, [2000, 2001]), "pch").frame
    assert np.isnan(made["value"].iloc[1])
    assert made["reason"].iloc[1] == messages.NO_GROWTH_FROM_ZERO


def test_zero_has_no_logarithm(panel):
    made = apply_transform(panel([0.0, -1.0, math.e], [2000, 2001, 2002]), "log").frame
    assert made["value"].fillna(-9).tolist() == [-9, -9, 1.0]
    assert made["reason"].iloc[0] == messages.LOGARITHM_OF_ZERO


@pytest.mark.parametrize("name", [name for name in TRANSFORMS if name not in ("lin", "log", "index")])
def test_what_is_made_with_a_forecast_is_a_forecast(panel, name):
    made = apply_transform(panel([1.0, 2.0, 3.0], [2000, 2001, 2002], status=["A", "F", "A"]), name).frame
    assert made["status"].tolist() == ["A", "F", "F"]


def test_a_break_counts_where_it_is_and_not_after_it(panel):
    made = apply_transform(panel([1.0, 2.0, 3.0], [2000, 2001, 2002], status=["A", "B", "A"]), "chg").frame
    assert made["status"].tolist() == ["A", "B", "A"]


def test_origins_and_vintages_of_both_figures_are_carried(panel):
    made = apply_transform(panel([1.0, 2.0], [2000, 2001], origin=["a", "b"], vintage=["2030", "2020"]), "chg").frame
    assert made["origin"].tolist() == ["a", "b a"]
    assert made["vintage"].tolist() == ["2030", "2030"]


def test_no_more_digits_are_shown_than_both_figures_carry(panel):
    made = apply_transform(panel([16.4e12, 24e12], [2023, 2024], digits=[3, 2]), "pch").frame
    assert made["value"].iloc[1] == pytest.approx(46.34, abs=0.01)
    assert made["digits"].iloc[1] == 2  # 46: 24 stands for 23.5 to 24.5: 43 to 49 per cent
    made = apply_transform(panel([16.4e12, 24e12], [2023, 2024], digits=[3, 2]), "chg").frame
    assert (made["value"].iloc[1], made["digits"].iloc[1]) == (pytest.approx(7.6e12), 1)


def test_an_interval_becomes_the_widest_interval_of_the_result(panel):
    made = apply_transform(panel([10.0, 12.0], [2023, 2024], lower=[np.nan, 11.0], upper=[np.nan, 13.0]), "pch").frame
    assert made[["lower", "upper"]].iloc[1].tolist() == pytest.approx([10, 30])


def test_what_is_shown_is_named(panel):
    made = apply_transform(panel([1.0, 2.0], [2000, 2001]), "pc1")
    assert made.indicators[0].name == "GDP, change from a year earlier"
    assert made.indicators[0].measure is Measure.RATE
    assert made.steps[-1].name == "transform"


def test_a_series_without_its_base_year_stays_empty(panel, joined):
    both = joined(panel([1.0, 2.0], [2000, 2001]), panel([4.0], [2001], area="CHN"))
    made = apply_transform(both, "index", base=TimePeriod.of_year(2000)).frame
    assert made["value"].fillna(-1).tolist() == [100, 200, -1]
    assert "2000" in made["reason"].iloc[2]
    assert apply_transform(both, "index").units == ("index, 2001 = 100",)  # the first year that both have


def test_of_months_the_average_of_the_base_year_is_a_hundred(panel):
    months = [f"2020-{month:02d}" for month in range(1, 13)] + ["2021-01"]
    made = apply_transform(panel([*range(1, 13), 13.0], months), "index", base=TimePeriod.of_year(2020)).frame
    assert made["value"].iloc[:12].mean() == pytest.approx(100)
    assert (
        apply_transform(panel([1.0], ["2020-01"]), "index", base=TimePeriod.of_year(2020)).frame["value"].isna().all()
    )


@pytest.mark.parametrize("name", list(TRANSFORMS))
def test_an_empty_panel_stays_empty(panel, name):
    assert apply_transform(panel([], []), name).is_empty


@pytest.mark.parametrize("name", list(TRANSFORMS))
def test_the_panel_that_is_given_is_not_changed(panel, name):
    given = panel(X, range(2020, 2026))
    before = given.frame.copy()
    apply_transform(given, name)
    assert given.frame.equals(before)


@settings(max_examples=25)
@given(st.lists(st.integers(-50, 50), min_size=2, max_size=8), st.sampled_from(["pch", "pc1", "pca", "cch", "cca"]))
def test_relative_growth_needs_two_values_above_zero(panel, levels, name):
    made = apply_transform(panel(list(map(float, levels)), QUARTERS[: len(levels)]), name).frame
    back = 4 if name == "pc1" else 1
    for place in range(back, len(levels)):
        is_defined = levels[place] > 0 and levels[place - back] > 0
        value, reason = made["value"].iloc[place], made.get("reason", [""] * len(made))[place]
        assert is_defined or (np.isnan(value) and reason == messages.NO_GROWTH_FROM_ZERO)
        assert not is_defined or np.isnan(value) or value > -100 or name in ("cch", "cca")
