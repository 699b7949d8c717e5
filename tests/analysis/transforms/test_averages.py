import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.analysis import messages
from indicators.analysis.transforms import aggregate_periods, take_moving_average
from indicators.errors import UsageError
from indicators.model.observations import Measure

MONTHS = [f"{year}-{month:02d}" for year in (2023, 2024) for month in range(1, 13)]
VALUES = [float(number) for number in range(1, 25)]


@pytest.mark.parametrize(
    ("measure", "how", "expected"),
    [
        (Measure.FLOW, "", [78.0, 222.0]), (Measure.STOCK, "", [12.0, 24.0]), (Measure.RATE, "", [6.5, 18.5]),
        (Measure.FLOW, "avg", [6.5, 18.5]), (Measure.RATE, "eop", [12.0, 24.0]), (Measure.FLOW, "sum", [78.0, 222.0]),
    ],
)  # fmt: skip
def test_months_become_years_by_the_measure_or_as_asked(panel, measure, how, expected):
    made = aggregate_periods(panel(VALUES, MONTHS, measure=measure), "A", how)
    assert made.frame["value"].tolist() == expected
    assert made.frame["period"].tolist() == ["2023", "2024"]
    assert made.frame["frequency"].tolist() == ["A", "A"]
    assert str(made.frame["first"].iloc[1])[:10], str(made.frame["last"].iloc[1])[:10] == ("2024-01-01", "2024-12-31")
    assert made.steps[-1].name == "aggregate"


@pytest.mark.parametrize(("frequency", "count"), [("A", 2), ("S", 4), ("Q", 8), ("M", 24)])
def test_every_longer_period_has_its_shorter_ones(panel, frequency, count):
    made = aggregate_periods(panel(VALUES, MONTHS), frequency).frame
    assert len(made) == count
    assert made["value"].sum() == sum(VALUES)


@settings(max_examples=15)
@given(st.lists(st.floats(-1e9, 1e9), min_size=24, max_size=24))
def test_the_average_of_years_is_the_average_of_months(panel, values):
    made = aggregate_periods(panel(values, MONTHS, measure=Measure.RATE), "A").frame["value"]
    assert made.mean() == pytest.approx(np.mean(values), abs=1e-3)


def test_a_year_that_lacks_a_month_stays_empty_and_says_so(panel):
    made = aggregate_periods(panel(VALUES[:-1], MONTHS[:-1]), "A").frame
    assert made["value"].fillna(-1).tolist() == [78.0, -1]
    assert made["reason"].iloc[1] == messages.MISSING_PARTS.format(periods="December 2024")
    with_gap = [np.nan if number == 3 else number for number in VALUES]
    assert aggregate_periods(panel(with_gap, MONTHS), "A").frame["value"].isna().tolist() == [True, False]


def test_of_a_month_whose_last_figure_is_missing_there_is_no_end(panel):
    values = [*VALUES[:-1], np.nan]
    made = aggregate_periods(panel(values, MONTHS, measure=Measure.STOCK), "A").frame
    assert made["value"].fillna(-1).tolist() == [12.0, -1]


def test_years_stay_years_when_months_are_asked_for(panel):
    years = panel([1.0, 2.0], [2000, 2001])
    assert aggregate_periods(years, "M") is years


def test_years_beside_months_stay_as_they_are(panel, joined):
    made = aggregate_periods(joined(panel([7.0], [2023], area="CHN"), panel(VALUES, MONTHS)), "A").frame
    assert sorted(zip(made["code"], made["value"], strict=True)) == [("CHN", 7.0), ("RUS", 78.0), ("RUS", 222.0)]


def test_the_year_with_a_forecast_month_is_a_forecast(panel):
    made = aggregate_periods(panel(VALUES, MONTHS, status=["A"] * 23 + ["F"]), "A").frame
    assert made["status"].tolist() == ["A", "F"]


def test_days_make_a_month_when_it_is_over(panel):
    days = [f"2024-01-{day:02d}" for day in range(2, 32) if day % 7 not in (6, 0)] + ["2024-02-01", "2024-02-02"]
    made = aggregate_periods(panel([2.0] * len(days), days, measure=Measure.RATE), "M").frame
    assert made["value"].fillna(-1).tolist() == [2.0, -1]


def test_rates_are_not_summed_up(panel):
    with pytest.raises(UsageError, match="GDP"):
        aggregate_periods(panel(VALUES, MONTHS, measure=Measure.RATE), "A", "sum")


def test_a_moving_average_is_that_of_each_figure_and_those_before_it(panel):
    made = take_moving_average(panel([1.0, 2.0, 6.0, 7.0], range(2000, 2004)), 3)
    assert made.frame["value"].fillna(-1).tolist() == [-1, -1, 3.0, 5.0]
    assert made.indicators[0].name == "GDP, 3-year moving average"
    assert made.frame["reason"].iloc[0] == messages.SHORT_OF_AVERAGE.format(periods=3)


def test_a_moving_average_does_not_cross_a_gap_or_a_forecast_unseen(panel):
    made = take_moving_average(panel([1.0, 2.0, 6.0], [2000, 2001, 2003], status=["A", "F", "A"]), 2).frame
    assert made["value"].fillna(-1).tolist() == [-1, 1.5, -1]
    assert made["status"].tolist()[1] == "F"


@settings(max_examples=15)
@given(st.floats(-1e6, 1e6), st.integers(2, 8))
def test_the_moving_average_of_a_constant_is_the_constant(panel, value, periods):
    made = take_moving_average(panel([value] * 9, range(2000, 2009)), periods).frame["value"].dropna()
    assert len(made) == 10 - periods
    assert made.to_numpy() == pytest.approx(value)


def test_series_of_different_lengths_are_brought_together(panel, joined):
    many = joined(
        panel(VALUES, MONTHS, area="CHN"), panel(VALUES[:14], MONTHS[:14]), panel([1.0], ["2022-12"], area="A")
    )
    shuffled = many.with_frame(many.frame.sample(frac=1, random_state=1).reset_index(drop=True))
    made = aggregate_periods(shuffled, "A").frame.set_index(["code", "year"])["value"]
    assert made.fillna(-1).to_dict() == {
        ("A", 2022): -1, ("CHN", 2023): 78, ("CHN", 2024): 222, ("RUS", 2023): 78, ("RUS", 2024): -1,
    }  # fmt: skip
