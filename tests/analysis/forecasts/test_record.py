"""Forecasts and their outcomes: the pairs, the errors, and what they are compared with."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indicators as ind
from indicators.analysis.forecasts import format_horizon, score_forecasts
from indicators.errors import UsageError
from tests.analysis.made_panels import make_panel

PUBLISHED = {
    "USA": (0.07, -0.05, -0.31, -0.21, -0.03, -0.05), "GBR": (-0.17, -0.82, -0.95, -0.86, -0.78, -0.83),
    "FRA": (-0.13, -0.90, -1.25, -1.29, -1.11, -1.13), "DEU": (0.17, -0.79, -1.19, -1.28, -1.06, -1.08),
    "ITA": (-0.40, -1.26, -1.55, -1.62, -1.57, -1.62), "CAN": (-0.18, -0.85, -0.79, -0.62, -0.49, -0.51),
    "JPN": (-0.03, -1.20, -2.02, -2.27, -2.17, -2.05),
}  # fmt: skip
"""Mean outcome minus forecast of growth, spring editions, 1990-2011, from the same year to five years ahead:
Independent Evaluation Office of the IMF (2014), IMF Forecasts, annex 2, table A2.1."""


def test_the_bias_of_growth_forecasts_of_the_g7_is_the_one_that_the_imf_s_evaluators_published():
    record = ind.score("gdp-growth-weo", "~".join(PUBLISHED), "1990..2011", outcome="first", season="spring")
    found = record.group_by_horizon(each_area=True).pivot_table("mean_error", "code", "ahead")
    expected = pd.DataFrame(PUBLISHED.values(), index=list(PUBLISHED))
    assert ((-found).loc[list(PUBLISHED)] - expected).abs().max(axis=None) < 0.0051  # they are given to two decimals


def test_each_forecast_is_held_against_the_newest_figure_or_the_first():
    panel = make_panel(
        (2020, "2019-10-31", 2.0, "F"), (2020, "2021-04-30", -3.0, "A"), (2020, "2022-04-30", -2.5, "A"),
    )  # fmt: skip
    newest, first = score_forecasts(panel), score_forecasts(panel, outcome="first")
    assert newest.pairs["error"].tolist() == [4.5]
    assert first.pairs["error"].tolist() == [5.0]
    assert newest.pairs["ahead"].tolist() == [1]
    assert newest.pairs["error_unit"].tolist() == ["percentage points"]


def test_a_forecast_without_an_outcome_is_counted_as_open():
    record = score_forecasts(make_panel((2030, "2024-10-31", 3.0, "F"), (2023, "2024-10-31", 1.0, "A")))
    assert record.is_empty
    assert record.open == 1


def test_naive_is_the_last_figure_known_on_the_day_of_the_forecast_and_not_a_later_revision():
    panel = make_panel(
        (2018, "2019-10-31", 1.0, "A"), (2020, "2019-10-31", 2.0, "F"),
        (2018, "2020-10-31", 9.0, "A"), (2020, "2021-04-30", 4.0, "A"),
    )  # fmt: skip
    pair = score_forecasts(panel).pairs.iloc[0]
    assert (pair["naive"], pair["naive_error"]) == (1.0, -3.0)
    found = score_forecasts(panel).group_by_horizon().iloc[0]
    assert found["relative_error"] == pytest.approx(2 / 3)


def test_a_sum_of_money_is_off_in_per_cent_of_what_came():
    panel = make_panel((2020, "2019-10-31", 90e9, "F"), (2020, "2021-04-30", 100e9, "A"), unit="USD")
    pair = score_forecasts(panel).pairs.iloc[0]
    assert (pair["error"], pair["error_unit"]) == (pytest.approx(-10.0), "%")


def test_a_sum_that_came_to_nothing_has_no_error_in_per_cent():
    nothing = make_panel((2020, "2019-10-31", 9.0, "F"), (2020, "2021-04-30", 0.0, "A"), unit="USD")
    assert score_forecasts(nothing).is_empty


def test_rivals_are_not_held_against_one_another():
    forecast = make_panel((2020, "2019-10-31", 2.0, "F"))
    came = make_panel((2020, "2021-04-30", 1.0, "A"), dataset="rival", publisher="Rival")
    both = forecast.with_frame(pd.concat([forecast.frame, came.frame], ignore_index=True))
    assert score_forecasts(both).is_empty


def test_what_is_said_of_a_period_after_its_end_is_no_forecast():
    assert score_forecasts(make_panel((2020, "2021-01-31", 2.0, "F"), (2020, "2021-04-30", 1.0, "A"))).is_empty


def test_quarters_are_counted_in_quarters():
    panel = make_panel((2020, "2019-11-15", 2.0, "F"), (2020, "2021-04-30", 1.0, "A"))
    quarter = {"period": "2020-Q2", "first": pd.Timestamp(2020, 4, 1), "last": pd.Timestamp(2020, 6, 30)}
    record = score_forecasts(panel.with_frame(panel.frame.assign(frequency="Q", **quarter)))
    assert record.pairs["ahead"].tolist() == [2]
    assert format_horizon(2, "Q") == "2 quarters ahead"


def test_the_outlook_was_too_hopeful_for_russia_and_each_error_can_be_made_again_by_hand():
    panel = ind.get("gdp-growth-weo", "RUS", "2010..2019", every_vintage=True)
    rows = panel.frame.to_dict("records")
    came = {}
    for row in sorted(rows, key=lambda row: row["vintage"]):
        if row["status"] != "F":
            came[row["period"]] = row["value"]
    errors = [
        row["value"] - came[row["period"]]
        for row in rows
        if row["status"] == "F" and row["year"] - int(row["vintage"][:4]) == 2
    ]
    found = ind.score("gdp-growth-weo", "RUS", "2010..2019").group_by_horizon().set_index("ahead").loc[2]
    assert found["forecasts"] == len(errors) == 20
    assert found["mean_error"] == pytest.approx(sum(errors) / 20)
    assert found["mean_absolute_error"] == pytest.approx(sum(map(abs, errors)) / 20)
    assert found["mean_error"] > 0


def test_an_unknown_outcome_is_refused():
    with pytest.raises(UsageError, match="newest or first or one-year-later"):
        ind.score("gdp-growth-weo", "RUS", outcome="best")


def test_the_outcome_may_be_what_was_known_a_year_after_the_period():
    panel = make_panel(
        (2020, "2019-10-31", 2.0, "F"), (2020, "2021-04-30", -3.0, "A"), (2020, "2021-10-31", -2.0, "A"),
        (2020, "2024-10-31", 5.0, "A"), (2021, "2019-10-31", 1.0, "F"), (2021, "2023-04-30", 1.0, "A"),
    )  # fmt: skip
    record = score_forecasts(panel, outcome="one-year-later")
    assert record.pairs[["period", "outcome", "outcome_vintage"]].to_numpy().tolist() == [["2020", -2.0, "2021-10-31"]]
    assert record.open == 1  # what was published later came too late


@pytest.mark.parametrize(("season", "errors"), [("spring", [2.0]), ("autumn", [1.0]), ("", [2.0, 1.0])])
def test_editions_of_one_season_may_be_scored(season, errors):
    panel = make_panel((2020, "2020-04-30", 3.0, "F"), (2020, "2020-10-31", 2.0, "F"), (2020, "2021-04-30", 1.0, "A"))
    assert score_forecasts(panel, season=season).pairs["error"].tolist() == errors


def test_hyperinflation_moves_no_mean_and_is_counted():
    calm = [(year, f"{year - 1}-10-31", 3.0, "F") for year in range(2001, 2010)]
    came = [(year, f"{year + 1}-10-31", 2.0, "A") for year in range(2001, 2010)]
    wild = [(2010, "2009-10-31", 20_000.0, "F"), (2010, "2011-10-31", 65_000.0, "A")]
    (row,) = score_forecasts(make_panel(*calm, *came, *wild)).group_by_horizon().to_dict("records")
    assert (row["forecasts"], row["extreme"]) == (10, 1)
    assert (row["median_error"], row["mean_error"], row["mean_absolute_error"]) == (1.0, 1.0, 1.0)


def test_groups_are_not_counted_beside_their_members():
    record = ind.score("gdp-growth-weo", "RUS~DEU~EMU~WLD", "2010..2015")
    assert set(record.pooled["code"]) == {"RUS", "DEU"}
    assert record.groups_left_out == ("Euro area", "World")
    assert set(record.group_by_horizon(each_area=True)["code"]) == {"RUS", "DEU", "EMU", "WLD"}
    assert ind.score("gdp-growth-weo", "WLD", "2010..2015").groups_left_out == ()


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(
            st.integers(2000, 2010), st.integers(2000, 2012), st.floats(-50, 50), st.sampled_from("FA"),
        ),
        min_size=1, max_size=30,
    )
)  # fmt: skip
def test_every_forecast_is_scored_once_or_open(rows):
    panel = make_panel(*((year, f"{known}-06-30", value, status) for year, known, value, status in dict.fromkeys(rows)))
    record = score_forecasts(panel)
    ahead_of_time = [
        row
        for row in panel.frame.to_dict("records")
        if row["status"] == "F" and row["vintage"] <= f"{row['year']}-12-31"
    ]
    assert len(record.pairs) + record.open == len(ahead_of_time)
    assert (record.pairs["error"] == record.pairs["forecast"] - record.pairs["outcome"]).all()
    assert record.group_by_horizon()["forecasts"].sum() == len(record.pairs)


def test_no_figures_make_an_empty_record():
    record = score_forecasts(ind.get("gdp-growth-weo", "RUS", "1950", every_vintage=True))
    assert record.is_empty
    assert record.group_by_horizon().empty
