"""Forecasts of several publishers: side by side, and ranked on the same outcomes and cases."""

import math

import pandas as pd
import pytest

import indicators as ind
from indicators.analysis.forecasts import score_forecasts
from indicators.analysis.forecasts.side_by_side import choose_forecasts, compare_forecasts
from indicators.errors import UnknownNameError, UsageError
from indicators.model.panel import Panel
from indicators.model.periods import TimeSpan
from tests.analysis import made_panels


def make_panel(*rows):
    """A panel of figures (publisher, year, vintage, value, status)."""
    parts = [
        made_panels.make_panel(figure, dataset=publisher.lower(), publisher=publisher).frame
        for publisher, *figure in rows
    ]
    return Panel(pd.concat(parts, ignore_index=True), (), ())


BOTH = make_panel(
    ("A", 2020, "2019-04-30", 1.0, "F"), ("A", 2020, "2019-10-31", 2.0, "F"), ("B", 2020, "2019-11-15", 4.0, "F"),
    ("C", 2021, "2019-10-15", 9.0, "F"), ("A", 2020, "2021-04-30", 3.0, "A"), ("A", 2021, "2020-10-31", 5.0, "F"),
)  # fmt: skip


def test_the_newest_edition_of_each_counts_and_one_forecaster_has_no_range():
    found = compare_forecasts(choose_forecasts(BOTH, TimeSpan.parse("2020..2021"), editions=2))
    first, second = found.summary.to_dict("records")
    assert (first["forecasters"], first["lowest"], first["highest"], first["outcome"]) == (2, 2.0, 4.0, 3.0)
    assert (second["forecasters"], second["median"], second["range"]) == (2, 7.0, 4.0)
    editions = found.frame[found.frame["forecaster"].eq("A") & found.frame["kind"].eq("forecast")]
    assert editions[["period", "edition", "value"]].to_numpy().tolist() == [["2020", 1, 2.0], ["2020", 2, 1.0],
                                                                           ["2021", 1, 5.0]]  # fmt: skip
    alone = compare_forecasts(choose_forecasts(make_panel(("A", 2020, "2019-04-30", 1.0, "F")), TimeSpan()))
    assert math.isnan(alone.summary["range"].iloc[0])


def test_without_years_only_what_has_no_outcome_is_shown():
    found = compare_forecasts(choose_forecasts(BOTH, TimeSpan()))
    assert set(found.frame["period"]) == {"2021"}


def test_all_are_scored_on_the_outcomes_of_one_and_their_naive_forecast_is_the_same():
    panel = make_panel(
        ("A", 2018, "2019-04-30", 1.5, "A"), ("A", 2020, "2019-10-31", 2.0, "F"), ("B", 2020, "2019-11-15", 4.0, "F"),
        ("A", 2020, "2021-04-30", 3.0, "A"), ("B", 2020, "2021-04-30", 4.0, "A"),
    )  # fmt: skip
    alone, together = score_forecasts(panel), score_forecasts(panel, outcome_by="a")
    assert dict(zip(alone.pairs["publisher"], alone.pairs["error"], strict=True)) == {"A": -1.0, "B": 0.0}
    assert dict(zip(together.pairs["publisher"], together.pairs["error"], strict=True)) == {"A": -1.0, "B": 1.0}
    assert together.pairs["naive"].tolist() == [1.5, 1.5]
    assert score_forecasts(panel, outcome_by="A").pairs.equals(together.pairs)
    with pytest.raises(UnknownNameError):
        score_forecasts(panel, outcome_by="D")


def test_unequal_samples_are_refused_with_the_number_in_common_and_a_spring_edition_meets_no_autumn_one():
    rows = [
        ("A", 2020, "2019-10-31", 2.0, "F"),
        ("A", 2021, "2020-04-30", 2.0, "F"),
        ("A", 2022, "2021-10-31", 1.0, "F"),
    ]
    rows += [("B", 2020, "2019-11-15", 4.0, "F"), ("B", 2021, "2020-11-15", 3.5, "F")]
    came = [("A", year, f"{year + 1}-04-30", 3.0, "A") for year in (2020, 2021, 2022)]
    record = score_forecasts(make_panel(*rows, *came), outcome_by="A")
    with pytest.raises(UsageError, match="A 3 and B 2") as refused:
        record.rank()
    assert " 1 case " in str(refused.value)
    ranks = record.rank(common=True)
    assert ranks[["publisher", "rank", "forecasts", "mean_absolute_error"]].to_numpy().tolist() == [
        ["A", 1, 1, 1.0], ["B", 2, 1, 1.0]
    ]  # fmt: skip


def test_forecasters_without_a_case_in_common_are_not_ranked():
    panel = make_panel(
        ("A", 2020, "2019-10-31", 2.0, "F"), ("B", 2020, "2019-04-15", 4.0, "F"), ("A", 2020, "2021-04-30", 3.0, "A")
    )  # fmt: skip
    for common in (True, False):
        with pytest.raises(UsageError, match="no case in common"):
            score_forecasts(panel, outcome_by="A").rank(common=common)
    with pytest.raises(UsageError, match="at least two"):
        ind.score("gdp-growth-weo", "RUS", "2015").rank()


def test_a_difference_from_the_best_is_tested_where_there_are_enough_years():
    rows = []
    for number, year in enumerate(range(2000, 2015)):
        rows += [
            ("A", year, f"{year - 1}-10-31", 3.0 + number % 3 / 10, "F"),
            ("A", year, f"{year + 1}-04-30", 3.0, "A"),
        ]
        rows += [("B", year, f"{year - 1}-11-30", 5.0 + number % 4 / 10, "F")]
    worst = score_forecasts(make_panel(*rows), outcome_by="A").rank().iloc[1]
    assert (worst["publisher"], worst["periods"]) == ("B", 15)
    assert worst["p_value"] < 0.001
