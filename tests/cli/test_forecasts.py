"""``score`` and ``forecasts``."""

import json

import pytest

import indicators as ind
from indicators.analysis.forecasts.baselines import BASELINES
from indicators.exports import messages as export_messages


def test_the_table_says_how_far_off_forecasts_were_and_how_to_read_it(run):
    result = run("score", "gdp-growth-weo", "--country", "RUS", "--time", "2010..2019")
    assert result.exit_code == 0
    head, _, columns, first, *_ = result.stdout.splitlines()
    assert head == export_messages.SCORES_HEADING.format(
        editions="Forecasts",
        indicators="GDP growth (IMF Outlook)",
        outcome=export_messages.LATEST_VALUE,
        units="percentage points",
    )
    assert columns.split("  ")[0] == "Horizon"
    assert first.startswith("same year")
    assert export_messages.SCORES_EXPLAINED in " ".join(result.stdout.split())


def test_countries_are_kept_apart_where_that_is_asked_for(run):
    result = run("score", "gdp-growth-weo", "--country", "RUS~CHN", "--each-country")
    assert "China    1 year ahead" in result.stdout
    assert "Russia   1 year ahead" in result.stdout


def test_csv_has_each_forecast_with_what_came_and_json_the_errors_in_full(run, read_csv):
    words = ("score", "gdp-growth-weo", "--country", "RUS", "--time", "2015")
    pairs = read_csv(run(*words, "--format", "csv").stdout)
    assert (pairs["error"].round(9) == (pairs["forecast"] - pairs["outcome"]).round(9)).all()
    content = json.loads(run(*words, "--format", "json").stdout)
    same_year = next(row for row in content["horizons"] if row["ahead"] == 0)
    assert same_year["forecasts"] == 2
    assert same_year["mean_error"] == pytest.approx(pairs.loc[pairs["ahead"] == 0, "error"].mean())


def test_figures_without_forecasts_say_that_there_is_nothing_to_score(run):
    result = run("score", "gdp", "--country", "RUS")
    assert result.exit_code == 0
    assert result.stdout == f"{export_messages.NOTHING_TO_SCORE}\n"


def test_score_with_bands_gives_the_share_of_outcomes_inside_by_horizon(run):
    rows = json.loads(run("score", "gdp-growth-weo", "--bands", "80", "--format", "json").stdout)["gdp-growth-weo"]
    horizons = [row for row in rows if row["by"] == "horizon"]
    assert [row["group"] for row in horizons][:2] == ["same year", "1 year ahead"]
    assert all(75 < row["inside"] < 85 for row in horizons)
    assert sum(row["forecasts"] for row in horizons) == next(row["forecasts"] for row in rows if row["by"] == "all")


def test_naive_forecasts_are_below_the_scores_and_in_their_json(run):
    words = ("score", "gdp-growth-weo", "--country", "RUS", "--time", "2005..2019")
    text = run(*words).stdout
    assert text.index(export_messages.NAIVE_HEADING) > text.index("same year")
    rows = json.loads(run(*words, "--format", "json").stdout)["naive"]
    assert {row["baseline"] for row in rows} == set(BASELINES)


@pytest.mark.parametrize("level", ["0", "70", "many"])
def test_bands_are_scored_at_a_level_that_there_is(run, level):
    refused = run("score", "gdp-growth-weo", "--bands", level)
    assert refused.exit_code == 2
    assert "80" in refused.stderr


def test_a_naive_forecast_has_bands_of_its_own_and_is_chosen_only_for_them(run):
    words = ("score", "gdp-growth-weo", "--bands", "80", "--baseline", "drift", "--format", "json")
    rows = json.loads(run(*words).stdout)["gdp-growth-weo"]
    assert next(row["score"] for row in rows if row["by"] == "all") > 10  # twice that of the publisher
    refused = run("score", "gdp-growth-weo", "--country", "RUS", "--baseline", "drift")
    assert refused.exit_code == 2
    assert "--bands" in refused.stderr


@pytest.fixture(scope="module")
def rivals(tmp_path_factory):
    """A store with two editions of a rival's growth forecasts beside the IMF's."""
    folder = tmp_path_factory.mktemp("rivals")
    editions = {
        "2013-10-31": {2013: 1.5, 2014: 2.0}, "2014-10-31": {2014: 0.5, 2015: 1.0}, "2015-10-31": {2015: -3.0},
        "2025-06-03": {2025: 1.0, 2026: 0.7},
    }  # fmt: skip
    for vintage, values in editions.items():
        rows = "\n".join(f"gdp-growth-weo,RUS,{year},{value},%,F" for year, value in values.items())
        path = folder / "rival.csv"
        path.write_text(f"indicator,country,year,value,unit,status\n{rows}\n", encoding="utf-8")
        ind.import_file(path, dataset="rival", publisher="Rival", vintage=vintage, store=folder / "store")
    return str(folder / "store")


def test_forecasts_of_all_publishers_stand_side_by_side_with_their_range_and_median(run, rivals):
    words = ("forecasts", "gdp-growth-weo", "--country", "RUS", "--store", rivals)
    content = json.loads(run(*words, "--format", "json").stdout)
    (year,) = [row for row in content["summary"] if row["period"] == "2026"]
    assert (year["forecasters"], year["lowest"], year["highest"]) == (2, 0.7, pytest.approx(0.953))
    assert year["median"] == pytest.approx((0.7 + 0.953) / 2)
    lines = run(*words, "--naive").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines[3:6]] == ["IMF", "Rival", export_messages.RANGE_LABEL]
    assert any(line.startswith("AR(1) (naive)") for line in lines)


def test_a_ranking_refuses_unequal_samples_and_offers_the_common_cases(run, rivals):
    words = ("score", "gdp-growth-weo", "--country", "RUS", "--store", rivals, "--outcome-by", "IMF", "--rank")
    refused = run(*words)
    assert refused.exit_code == 2
    assert "--common" in refused.stderr
    assert "5 cases" in refused.stderr
    rows = json.loads(run(*words, "--common", "--format", "json").stdout)
    assert {row["publisher"]: row["forecasts"] for row in rows if row["ahead"] == 1} == {"IMF": 2, "Rival": 2}
    assert sorted(row["rank"] for row in rows if row["ahead"] == 0) == [1, 2]


def test_forecasts_of_different_things_are_refused(run):
    refused = run("forecasts", "gdp-growth-weo~inflation", "--country", "RUS")
    assert refused.exit_code == 2
    assert "gdp-growth-weo" in refused.stderr


def test_revisions_have_a_triangle_averages_and_tests(run, read_csv):
    words = ("revisions", "gdp-growth-weo", "--country", "RUS", "--time", "2005..2022")
    lines = run(*words).stdout.splitlines()
    assert lines[2].split()[:2] == ["Edition", "2013"]
    assert any(line.startswith("same year") for line in lines)
    triangle = read_csv(run(*words, "--format", "triangle").stdout)
    figures = ind.get("gdp-growth-weo", "RUS", "2015", vintage="2013-10").frame
    assert float(triangle.set_index("vintage").loc["2013-10-31", "2015"]) == figures["value"].iloc[0]
    content = json.loads(run(*words, "--format", "json").stdout)
    assert {row["stage"] for row in content["tests"]} == {5, 4, 3, 2, 1, 0, -1}
