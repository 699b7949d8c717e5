from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import indicators as ind
from indicators.model.periods import TimePeriod
from indicators.model.time_values import write_time

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from(["Y", "M", "D", "s", "ns"]))
def test_a_numpy_time_is_as_long_as_its_unit(day, unit):
    period = TimePeriod.parse(write_time(np.datetime64(day).astype(f"datetime64[{unit}]")))
    assert TimePeriod.of_day(day) in period
    assert period.frequency == {"Y": "A", "M": "M"}.get(unit, "D")


@given(DAYS, st.sampled_from(["Y", "Q", "M", "D", "W"]))
def test_a_pandas_period_keeps_its_first_and_last_day(day, freq):
    period = pd.Period(day, freq)
    made = TimePeriod.parse(write_time(period))
    assert (made.first, made.last) == (period.start_time.date(), period.end_time.date())


@pytest.mark.parametrize(
    "time",
    [2015, 2015.0, "2015", np.datetime64("2015"), pd.Period("2015"), np.int64(2015)],
    ids=repr,
)
def test_a_year_may_be_given_in_any_form(time):
    assert ind.get("gdp", "RUS", time).frame["period"].tolist() == ["2015"]
    assert ind.convert(1.0, "EUR", "USD", periods=time) == ind.convert(1.0, "EUR", "USD", periods="2015")


@pytest.mark.parametrize(
    "day", [date(2015, 5, 1), pd.Timestamp("2015-05-01T12:00"), pd.Timestamp("2015-05-01"), "2015-05-01"], ids=repr
)
def test_a_day_may_be_given_in_any_form(day):
    assert ind.get("gdp-growth-weo", "RUS", "2014", as_of=day).frame["vintage"].tolist() == ["2015-04-30"]


@pytest.mark.parametrize(("unit", "texts"), [("Y", ["2015", "2016"]), ("M", ["2015-03", "2016-03"])])
def test_arrays_of_numpy_times_are_years_and_months(unit, texts):
    periods = np.array(["2015-03-01", "2016-03-01"], dtype="datetime64[D]").astype(f"datetime64[{unit}]")
    for given_as in (periods, list(periods)):
        rates = ind.convert(np.ones(2), "EUR", "USD", periods=given_as, return_rates=True)[1]
        assert rates["period"].tolist() == texts
