"""Naive forecasts: made by hand again, from nothing published later, and compared with a publisher's."""

import numpy as np
import pandas as pd
import pytest

import indicators as ind
from indicators.analysis.forecasts import score_forecasts
from indicators.analysis.forecasts.baselines import BASELINES, forecast_with_baseline
from indicators.analysis.forecasts.equal_accuracy import compare_losses, find_t_probability
from indicators.errors import UsageError

GROWTH = "gdp-growth-weo"
COLUMNS = ["naive", "naive_mean", "naive_drift", "naive_ar1"]


def make(name, values, ahead, *, per_year=1, as_logarithms=False):
    known = np.array(values, dtype=float)[:, None]
    last = int(np.flatnonzero(~np.isnan(known[:, 0]))[-1])
    made = forecast_with_baseline(
        name, known, np.array([0]), np.array([last + ahead]), per_year=per_year, as_logarithms=as_logarithms
    )
    return made[0]


def test_each_baseline_can_be_made_again_by_hand():
    values = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0]
    slope, constant = np.polyfit(values[:-1], values[1:], 1)
    assert make("no-change", values, 3) == 3.0
    assert make("mean", values, 3) == pytest.approx(np.mean(values[-5:]))
    assert make("drift", values, 3) == 3.0  # it ends where it began
    assert make("drift", [*values, 13.0], 2) == 15.0
    ahead = constant + slope * (constant + slope * values[-1])
    assert make("ar1", values, 2) == pytest.approx(ahead)


def test_a_drift_of_amounts_is_a_rate_of_growth_and_one_of_rates_is_in_points():
    doubling = [1.0, 2.0, 4.0, 8.0, 16.0]
    assert make("drift", doubling, 1, as_logarithms=True) == pytest.approx(32.0)
    assert make("drift", doubling, 1) == pytest.approx(16 + 15 / 4)
    assert make("drift", [-1.0, 2.0, 4.0, 8.0, 15.0], 1, as_logarithms=True) == pytest.approx(19.0)  # no logarithm


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("mean", [1.0, 2.0, 3.0, 4.0]), ("mean", [1.0, np.nan, 3.0, 4.0, 5.0]), ("drift", [1.0, 2.0, 3.0, 4.0]),
        ("ar1", [1.0, 2.0, 1.0, 2.0, 1.0, 2.0, 1.0]), ("ar1", [1.0, np.nan] * 9),
    ],
)  # fmt: skip
def test_too_few_values_make_no_forecast(name, values):
    assert np.isnan(make(name, values, 1))


def test_hyperinflation_does_not_go_on_for_ever_and_is_forgotten_after_fifteen_years():
    assert make("ar1", [3.0**year for year in range(10)], 5) < 3.0**9 + 5 * 3.0**9
    calm = [2.0, 3.0] * 8
    assert make("ar1", [5000.0, 900.0, *calm], 3) == pytest.approx(make("ar1", calm[-15:], 3))


def test_nothing_published_later_is_used():
    panel = ind.get(GROWTH, "RUS~CHN~DEU~BRA", every_vintage=True)
    day = "2010-10-31"
    known = panel.with_frame(panel.frame[panel.frame["vintage"] <= day].reset_index(drop=True))
    edition = panel.frame[(panel.frame["vintage"] == day) & (panel.frame["status"] == "F")]
    came = panel.frame[(panel.frame["status"] == "A") & panel.frame["year"].isin(edition["year"])]
    later = known.with_frame(pd.concat([known.frame, came[came["vintage"] > day]], ignore_index=True))
    wild = later.frame.assign(value=later.frame["value"].mask(later.frame["vintage"] > day, 1000.0))
    made = [score_forecasts(one).pairs for one in (later, later.with_frame(wild))]
    ours = [pairs[pairs["vintage"] == day][COLUMNS].to_numpy() for pairs in made]
    assert np.isfinite(ours[0]).all()
    np.testing.assert_allclose(*ours)


def test_naive_forecasts_are_made_from_all_years_whichever_are_scored():
    part = ind.score(GROWTH, "RUS", "2014").pairs
    whole = ind.score(GROWTH, "RUS").pairs
    pd.testing.assert_frame_equal(part, whole[whole["period"] == "2014"].reset_index(drop=True), check_dtype=False)
    assert part[COLUMNS].notna().all(axis=None)


def test_the_only_latest_figure_has_no_score():
    with pytest.raises(UsageError, match=r"2010\.\.2019"):
        ind.score(GROWTH, "RUS", "latest")


def test_errors_are_compared_on_the_forecasts_that_every_baseline_has():
    record = ind.score(GROWTH, "RUS~CHN~DEU", "2003..2023")
    found = record.compare_with_naive()
    assert found.groupby("ahead")["forecasts"].nunique().eq(1).all()
    row = found[(found["ahead"] == 1) & (found["baseline"] == "ar1")].iloc[0]
    pairs = record.pairs[(record.pairs["ahead"] == 1) & record.pairs[COLUMNS].notna().all(axis=1)]
    ours, naive = (pairs[name].sub(pairs["outcome"]).abs() for name in ("forecast", "naive_ar1"))
    assert row["relative_error"] == pytest.approx(ours.median() / naive.median())
    assert row["relative_mean_error"] == pytest.approx(ours.mean() / naive.mean())
    test = compare_losses((ours - naive).groupby(pairs["period"]).mean().to_numpy(), 2)
    assert (row["statistic"], row["p_value"]) == (pytest.approx(test.statistic), pytest.approx(test.p_value))
    assert list(found["baseline"][:4]) == list(BASELINES)


def test_too_few_periods_are_not_tested_and_are_counted():
    found = ind.score(GROWTH, "RUS", "2010..2019").compare_with_naive().set_index(["ahead", "baseline"])
    assert found.loc[(0, "drift"), "p_value"] > 0
    assert np.isnan(found.loc[(3, "drift"), "p_value"])
    assert found.loc[(3, "drift"), ["periods", "least_periods"]].tolist() == [10, 12]


@pytest.mark.parametrize(("statistic", "freedom"), [(12.706, 1), (4.303, 2), (2.571, 5), (2.228, 10), (2.045, 29)])
def test_the_tails_of_t_are_those_of_printed_tables(statistic, freedom):
    assert find_t_probability(statistic, freedom) == pytest.approx(0.05, abs=2e-4)
    assert find_t_probability(-statistic, freedom) == find_t_probability(statistic, freedom)


def test_one_period_ahead_the_test_is_that_of_a_mean():
    losses = np.random.default_rng(1).normal(0.3, 1, 25)
    assert compare_losses(losses, 1).statistic == pytest.approx(losses.mean() / (losses.std(ddof=1) / 5))


def test_shared_shocks_make_a_difference_less_sure_and_opposed_ones_no_surer():
    shared, opposed = np.repeat([1.0, -0.4], 10), np.tile([1.0, -0.4], 10)
    assert compare_losses(shared, 4).p_value > compare_losses(shared, 1).p_value
    assert compare_losses(opposed, 4).p_value >= compare_losses(opposed, 1).p_value
    assert np.isnan(compare_losses(np.zeros(20), 1).p_value)
