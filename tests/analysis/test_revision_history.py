"""Figures through their vintages: triangles, revisions by when they came, and whether they are news or noise."""

import math

import numpy as np
import pytest

import indicators as ind
from indicators.analysis.revision_history import FIRST_ACTUAL, trace_revisions
from indicators.errors import UsageError
from tests.analysis.made_panels import make_panel

ONE = make_panel(
    (2020, "2019-10-31", 2.0, "F"), (2020, "2020-04-30", -3.0, "F"), (2020, "2021-04-30", -2.5, "A"),
    (2020, "2022-04-30", -2.0, "A"), (2021, "2021-04-30", 4.0, "F"),
)  # fmt: skip


def test_a_triangle_has_a_row_for_each_vintage_and_a_column_for_each_period():
    triangle = trace_revisions(ONE).make_triangle().droplevel(list(range(9)))
    assert triangle.columns.tolist() == ["2020", "2021"]
    assert triangle.index.tolist() == ["2019-10-31", "2020-04-30", "2021-04-30", "2022-04-30"]
    assert triangle["2020"].tolist() == [2.0, -3.0, -2.5, -2.0]
    assert triangle["2021"].notna().tolist() == [False, False, True, False]


def test_each_revision_says_what_was_revised_and_how_far_from_the_period():
    found = trace_revisions(ONE).revisions
    assert found[["kind", "revision", "ahead"]].to_numpy().tolist() == [
        ["forecast", -5.0, 0], ["outcome", 0.5, -1], ["actual", 0.5, -2]
    ]  # fmt: skip
    amounts = trace_revisions(make_panel((2020, "2021-04-30", 80.0, "A"), (2020, "2022-04-30", 88.0, "A"), unit="USD"))
    assert amounts.revisions["revision"].tolist() == [pytest.approx(10.0)]
    assert amounts.revisions["error_unit"].tolist() == ["%"]


def test_what_an_own_release_leaves_as_it_was_is_a_revision_of_nothing_and_what_it_withdraws_ends():
    panel = make_panel(
        (2020, "2021-04-30", 1.0, "A"), (2019, "2021-04-30", 5.0, "A"), (2020, "2022-04-30", 2.0, "A"),
        (2019, "2023-04-30", math.nan, "M"), (2020, "2024-04-30", 3.0, "A"),
    )  # fmt: skip
    carried, published = trace_revisions(panel, carried={"office"}), trace_revisions(panel)
    assert carried.trace_path("2019")["vintage"].tolist() == ["2021-04-30", "2022-04-30"]
    assert carried.trace_path("2020")["value"].tolist() == [1.0, 2.0, 2.0, 3.0]
    assert carried.trace_path("2020")["is_published"].tolist() == [True, True, False, True]
    assert carried.revisions["revision"].tolist() == [0.0, 1.0, 0.0, 1.0]
    assert published.trace_path("2019")["vintage"].tolist() == ["2021-04-30"]


def test_size_and_direction_are_those_of_the_editions():
    history = ind.revisions("gdp-growth-weo", "RUS~CHN", "2000..2019")
    found = history.summarize().set_index("ahead")
    path = ind.get("gdp-growth-weo", "RUS~CHN", "2000..2019", every_vintage=True).frame
    path = path.dropna(subset="value").sort_values("vintage", kind="stable")
    moved = path.groupby(["code", "period"])["value"].diff()
    ahead = path["year"] - path["vintage"].str[:4].astype(int)
    here = moved[ahead == 1].dropna()
    row = found.loc[1]
    assert row["revisions"] == len(here)
    assert row["up"] == pytest.approx(100 * (here > 0).mean())
    assert row["mean_revision"] == pytest.approx(here.mean())
    assert row["median_absolute_revision"] == pytest.approx(here.abs().median())
    assert found.index.min() == -3


def test_a_figure_published_once_was_never_revised():
    history = ind.revisions("gdp", "RUS")
    assert history.is_empty
    assert history.summarize().empty
    with pytest.raises(UsageError, match=r"2010\.\.2024"):
        ind.revisions("gdp-growth-weo", "RUS", "latest")


def simulate(kind, years=80):
    """First and newest values of each year: news adds to what was known, noise is in the first value only."""
    random = np.random.default_rng(7)
    signal, shock = random.normal(2, 2, years), random.normal(0, 1, years)
    first, newest = (signal, signal + shock) if kind == "news" else (signal + shock, signal)
    rows = [(1900 + year, f"{1901 + year}-04-30", first[year], "A") for year in range(years)]
    rows += [(1900 + year, f"{1905 + year}-04-30", newest[year], "A") for year in range(years)]
    return trace_revisions(make_panel(*rows))


@pytest.mark.parametrize("kind", ["news", "noise"])
def test_news_and_noise_are_told_apart(kind):
    (row,) = simulate(kind).test_efficiency().to_dict("records")
    assert (row["stage"], row["reading"], row["figures"], row["periods"]) == (FIRST_ACTUAL, kind, 80, 80)
    other = {"news": "noise", "noise": "news"}[kind]
    assert row[f"{other}_p"] < 0.001 < row[f"{kind}_p"]


def test_the_regression_is_that_of_least_squares():
    history = simulate("news", 30)
    cells = history.cells
    first = cells[cells["kind"] == ""].sort_values("period")
    revision = first["newest"] - first["value"]
    slope, constant = np.polyfit(first["value"], revision, 1)
    row = history.test_efficiency().iloc[0]
    assert (row["news_slope"], row["news_constant"]) == (pytest.approx(slope), pytest.approx(constant))
    t = revision.mean() / (revision.std(ddof=1) / math.sqrt(30))
    assert row["mean_revision"] == pytest.approx(revision.mean())
    assert row["mean_p"] == pytest.approx(2 * (1 - 0.5 * (1 + math.erf(abs(t) / math.sqrt(2)))), abs=0.02)


def test_too_few_periods_are_not_tested():
    row = trace_revisions(ONE).test_efficiency().iloc[0]
    assert (row["periods"], row["least_periods"], row["reading"]) == (1, 10, "")
    assert math.isnan(row["news_p"])
