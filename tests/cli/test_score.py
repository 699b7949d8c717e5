"""`indicators score` and `--every-vintage` on the command line."""

import io
import json

import pandas as pd
import pytest
from typer.testing import CliRunner

from indicators.cli import app
from indicators.exports import messages
from indicators.files import read_embedded_catalogue
from indicators.view import View


def run(*words):
    return CliRunner().invoke(app, list(words))


def test_the_table_says_how_far_off_forecasts_were_and_how_to_read_it():
    result = run("score", "gdp-growth-weo", "--country", "RUS", "--time", "2010..2019")
    assert result.exit_code == 0
    head, _, columns, first, *_ = result.stdout.splitlines()
    assert head == messages.SCORES_HEADING.format(
        indicators="GDP growth (IMF Outlook)", outcome=messages.LATEST_VALUE, units="percentage points"
    )
    assert columns.split("  ")[0] == "Horizon"
    assert first.startswith("same year")
    assert messages.SCORES_HELP in " ".join(result.stdout.split())


def test_countries_are_kept_apart_where_that_is_asked_for():
    result = run("score", "gdp-growth-weo", "--country", "RUS~CHN", "--each-country")
    assert "China    1 year ahead" in result.stdout
    assert "Russia   1 year ahead" in result.stdout


def test_csv_has_each_forecast_with_what_came_and_json_the_errors_in_full():
    words = ("score", "gdp-growth-weo", "--country", "RUS", "--time", "2015")
    pairs = pd.read_csv(io.StringIO(run(*words, "--format", "csv").stdout))
    assert (pairs["error"].round(9) == (pairs["forecast"] - pairs["outcome"]).round(9)).all()
    content = json.loads(run(*words, "--format", "json").stdout)
    same_year = next(row for row in content["horizons"] if row["ahead"] == 0)
    assert same_year["forecasts"] == 2
    assert same_year["mean_error"] == pytest.approx(pairs.loc[pairs["ahead"] == 0, "error"].mean())


def test_figures_without_forecasts_say_that_there_is_nothing_to_score():
    result = run("score", "gdp", "--country", "RUS")
    assert result.exit_code == 0
    assert result.stdout == f"{messages.NOTHING_TO_SCORE}\n"


def test_a_view_of_every_vintage_is_the_same_on_the_command_line_and_in_the_address():
    view = View(("gdp-growth-weo",), ("RUS",), every_vintage=True)
    assert view.command == "indicators get gdp-growth-weo --country RUS --every-vintage"
    assert View.from_command(view.command, read_embedded_catalogue()) == view
    frame = pd.read_csv(io.StringIO(run(*view.command.split()[1:]).stdout))
    assert frame["Vintage"].nunique() > 50
