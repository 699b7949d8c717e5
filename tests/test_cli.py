import io
import json

import pandas as pd
import pytest
from typer.testing import CliRunner

from indicators.cli import app

HEAD = "Entity,Code,Year,Indicator,Value,Unit,Status"


def run(*words):
    return CliRunner().invoke(app, list(words))


def test_get_prints_csv_with_the_source_in_every_row():
    result = run("get", "digital-economy-turnover", "--country", "RUS", "--time", "2024")
    frame = pd.read_csv(io.StringIO(result.stdout))
    assert result.exit_code == 0
    assert result.stdout.startswith(HEAD)
    assert frame["Value"].tolist() == [24_000_000_000_000] * 2
    assert frame["Source"].notna().all()
    assert frame["SourceUrl"].str.startswith("https://").all()


def test_days_stand_in_a_column_of_days():
    result = run("get", "exchange-rate-ecb", "--country", "USA", "--time", "2026-04-13")
    assert result.stdout.startswith("Entity,Code,Day,Indicator,Value,Unit,Status")
    assert "United States,USA,2026-04-13,exchange-rate-ecb,1.1684,USD per EUR,A" in result.stdout


def test_get_prints_json_and_tables_too():
    content = json.loads(run("get", "gdp", "--country", "CHN", "--time", "2024", "--format", "json").stdout)
    assert content["observations"][0]["unit"] == "USD"
    assert "World Bank" in content["origins"][0]["citation"]
    assert "trillion USD" in run("get", "gdp", "--country", "CHN", "--time", "2024", "--format", "table").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["get", "gdpp"], "Nearest: gdp"),
        (["get", "gdp", "--country", "RUSS"], "Nearest: RUS"),
        (["get", "gdp", "--time", "banana"], "not a period"),
        (["get", "gdp", "--time", "99999"], "not a period"),
        (["get", "gdp", "--as-of", "yesterday"], "not a day"),
        (["get", "~~~"], "indicator"),
        (["get", "'; DROP TABLE x;--"], "no indicator"),
        (["get", "gdp", "--country", "Я" * 4000], "no country"),
        (["cite", "nothing-like-it"], "no dataset or indicator"),
        (["get"], "INDICATOR"),
        (["get", "gdp", "--format", "xml"], "xml"),
    ],
)
def test_what_is_not_understood_exits_2_with_a_sentence(words, said):
    result = run(*words)
    assert result.exit_code == 2
    assert said.casefold() in result.output.casefold()
    assert "Traceback" not in result.output


def test_list_finds_synonyms_and_mistyped_words():
    assert "inflation" in run("list", "--search", "CPI").stdout
    assert "inflation" in run("list", "--search", "inflaton").stdout
    entries = json.loads(run("list", "--json").stdout)
    assert {"gdp", "digital-economy-turnover"} <= {entry["id"] for entry in entries}


@pytest.mark.parametrize(("style", "said"), [("text", "World Bank ("), ("bibtex", "@misc{"), ("csl", '"author"')])
def test_cite_prints_each_style(style, said):
    assert said in run("cite", "NY.GDP.MKTP.CD", "--style", style).stdout


def test_validate_prints_every_fault_and_exits_1(folder):
    path = folder / "datasets/office/observations.csv"
    path.write_text(path.read_text().replace("RUS,2022,20", "RUSS,20x2,2o"))
    result = run("validate", str(folder))
    assert result.exit_code == 1
    assert result.output.count("datasets/office/observations.csv:2:") >= 2
    assert run("validate").exit_code == 0
