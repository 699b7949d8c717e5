import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from indicators.cli import app, messages
from indicators.exports import messages as export_messages

ROOT = Path(__file__).parents[1]
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
        (["get", "gdp", "--time", "banana"], "Found: banana"),
        (["get", "gdp", "--time", "99999"], "Found: 99999"),
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


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30)
OPTIONS = st.dictionaries(st.sampled_from(["--country", "--time", "--as-of"]), WORDS, max_size=3)


@settings(max_examples=50)
@given(WORDS, OPTIONS)
def test_whatever_the_words_the_answer_is_figures_or_a_sentence(indicator, options):
    words = [f"{name}={value}" for name, value in options.items()]
    result = run("get", *words, "--", indicator)
    assert result.exit_code in (0, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert (result.exit_code == 2) == bool(result.stderr and not result.stdout)


@settings(max_examples=30)
@given(WORDS)
def test_whatever_is_cited_or_looked_for_there_is_no_stack_trace(text):
    for words in (["cite", "--", text], ["list", f"--search={text}"], ["list", "--json", f"--search={text}"]):
        result = run(*words)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert result.exit_code in (0, 2)


@pytest.mark.parametrize("search", ["", "gdp", "qqqqzzzz", "'; DROP TABLE x"])
def test_the_list_for_machines_is_json_also_when_it_is_empty(search):
    assert isinstance(json.loads(run("list", "--json", "--search", search).stdout), list)


def test_a_search_that_finds_nothing_says_so_beside_the_output():
    result = run("list", "--search", "qqqqzzzz")
    assert (result.exit_code, result.stdout) == (0, "")
    assert messages.NOTHING_FOUND.format(search="qqqqzzzz") in result.stderr


def test_no_figures_are_a_head_and_a_word_beside_the_output():
    result = run("get", "gdp", "--time", "1800")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert "No data on GDP" in result.stderr


@pytest.mark.parametrize("name", ["gdp", "GDP", "ny.gdp.mktp.cd", "gdp~population", "digital-economy-turnover"])
@pytest.mark.parametrize("time", ["2024", "2019..2025", "latest", "2019..latest"])
def test_every_row_has_as_many_cells_as_the_head_and_its_source(name, time):
    rows = list(csv.reader(io.StringIO(run("get", name, "--country", "RUS~CHN", "--time", time).stdout)))
    assert ",".join(rows[0]).startswith(HEAD)
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(row[rows[0].index("Source")] for row in rows[1:])


def test_the_latest_is_one_figure_of_each_series():
    frame = pd.read_csv(io.StringIO(run("get", "gdp", "--country", "RUS~CHN", "--time", "latest").stdout))
    assert frame["Code"].tolist() == ["CHN", "RUS"]


def test_forecasts_can_be_left_out_and_old_editions_asked_for():
    without = run("get", "gdp-growth-weo", "--country", "RUS", "--time", "2020..2029", "--no-forecasts")
    assert set(pd.read_csv(io.StringIO(without.stdout))["Status"]) == {"A"}
    old = run("get", "gdp-growth-weo", "--country", "RUS", "--time", "2022", "--as-of", "2022-05-01")
    assert pd.read_csv(io.StringIO(old.stdout))["Vintage"].tolist() == ["2022-04-30"]


def test_cite_bibtex_and_csl_can_be_read_by_machines():
    (item,) = json.loads(run("cite", "gdp", "--style", "csl").stdout)
    assert item["author"] == [{"literal": "World Bank"}]
    bibtex = run("cite", "raec", "--style", "bibtex").stdout
    assert bibtex.count("@misc{") == len(json.loads(run("cite", "raec", "--style", "csl").stdout))
    assert bibtex.count("{") == bibtex.count("}")


def test_validate_takes_a_folder_a_dataset_or_a_file(folder):
    path = folder / "datasets/office/observations.csv"
    for sound in (folder, path.parent, path):
        assert run("validate", str(sound)).stdout == "No faults.\n"
    path.write_text(path.read_text().replace("RUS,2022,20", "RUSS,20x2,2o"))
    for broken in (folder, path.parent, path):
        result = run("validate", str(broken))
        assert result.exit_code == 1
        assert "3 faults" in result.stderr
        assert all(said in result.stderr for said in (":2: REF_AREA: found 'RUSS'", "found '20x2'", "found '2o'"))


def test_validate_of_what_is_not_there_is_a_fault():
    result = run("validate", "nowhere/at/all")
    assert result.exit_code == 1
    assert "no such folder" in result.stderr


def test_build_without_the_publishers_files_is_a_sentence(tmp_path, folder):
    result = run("build", str(tmp_path / "none"), "--to", str(folder))
    assert result.exit_code == 1
    assert "wdi-2026-07" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_every_command_explains_itself():
    for command in ("list", "get", "cite", "validate", "build", "serve"):
        result = run(command, "--help")
        assert result.exit_code == 0
        assert command in result.stdout


def _started(*words, **more):
    command = [sys.executable, "-m", "indicators", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, **more)


def test_words_that_are_no_text_are_answered_with_a_sentence():
    result = _started("get", b"gd\xffp", "--country", b"\xfe")
    assert result.returncode == 2
    assert b"There is no indicator" in result.stderr
    assert b"Traceback" not in result.stderr


def test_figures_are_utf_8_whatever_the_locale():
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = _started("get", "population", "--country", "CIV", "--time", "2020", env=environment)
    assert result.returncode == 0, result.stderr
    assert result.stdout.decode("utf-8").splitlines()[1].startswith("Côte d")


def test_a_reader_that_stops_reading_gets_no_stack_trace():
    command = f"{sys.executable} -m indicators get population --time 1990..2020 | head -n 1"
    result = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False, text=True)
    assert result.stdout.startswith(HEAD)
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("gdp.csv", b"Entity,Code,Year"), ("gdp.wide.csv", b"Entity,Code,Year,gdp"), ("gdp.xlsx", b"PK"),
        ("gdp.parquet", b"PAR1"), ("gdp.json", b"{"), ("gdp.sdmx.csv", b"STRUCTURE,"), ("gdp.zip", b"PK"),
        ("gdp.txt", b"Indicator"), ("gdp.html", b"<!DOCTYPE html>"),
    ],
)  # fmt: skip
def test_the_ending_of_the_output_says_its_form(tmp_path, name, starts):
    result = run("get", "gdp", "--country", "RUS", "--time", "2020..2024", "--output", str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"Wrote {tmp_path / name}." in result.stderr
    assert (tmp_path / name).read_bytes().startswith(starts)


def test_a_form_may_be_named_beside_the_output(tmp_path):
    run("get", "gdp", "--country", "RUS", "--time", "2024", "--format", "wide", "--output", str(tmp_path / "gdp.csv"))
    assert (tmp_path / "gdp.csv").read_text().startswith("Entity,Code,Year,gdp,gdp Unit")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "xlsx"], messages.NAME_FILE.format(path="gdp.xlsx")),
        (["--format", "sdmx"], "Nearest: sdmx-csv"),
        (["--format", "png"], messages.NAME_FILE.format(path="gdp.png")),
        (["--output", "gdp.docx"], export_messages.UNKNOWN_FORMAT),
        (["--output", "nowhere/at/all/gdp.csv"], export_messages.UNWRITABLE_FILE),
        (["--output", "gdp.png", "--size", "huge"], export_messages.INVALID_SIZE),
        (["--output", "gdp.png", "--chart", "pie"], "line or bar or ranking"),
    ],
)
def test_an_output_that_cannot_be_is_said(words, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("get", "gdp", "--country", "RUS", "--time", "2024", *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("gdp", "--country", "RUS~CHN", "--time", "1980..1985"), "No data for Russia in 1980–1985. Nearest: 1988"),
        (("gdp~digital-economy-size-caict", "--country", "RUS"), "No data on Digital economy of China (CAICT) for"),
        (("gdp-growth-weo", "--country", "RUS~PRK", "--time", "2020"), "No data for North Korea."),
    ],
)
def test_which_of_several_has_no_figures_is_said_beside_those_of_the_others(asked, said):
    result = run("get", *asked)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 1
    assert said in result.stderr


@pytest.mark.parametrize(
    "asked",
    [
        ("gdp", "--country", "RUS", "--time", "1995", "--unit", "EUR"),  # the row says why
        ("bilateral-trade", "--country", "RUS"),  # with China, in China's rows
    ],
)
def test_what_is_there_is_not_said_to_be_missing(asked):
    assert run("get", *asked).stderr == ""


def test_what_a_chart_leaves_out_is_said(tmp_path):
    asked = ("get", "gdp", "--country", "RUS~CHN", "--time", "2000..2020", "--chart", "area", "--reference", "average")
    result = run(*asked, "--output", str(tmp_path / "gdp.html"))
    assert result.exit_code == 0
    assert "Reference lines are drawn in lines" in result.stderr


def test_a_chart_that_would_mislead_is_refused_and_no_file_is_left(tmp_path):
    path = tmp_path / "gdp.html"
    result = run("get", "gdp~population", "--time", "2020", "--chart", "map", "--output", str(path))
    assert result.exit_code == 2
    assert "are two maps. Possible instead: only GDP; only Population." in result.stderr
    assert not path.exists()


def test_the_kind_of_chart_can_be_chosen(tmp_path):
    for chart, trace in (("map", '"type":"choropleth"'), ("ranking", '"type":"bar"')):
        path = tmp_path / f"{chart}.html"
        run("get", "gdp", "--country", "RUS~CHN", "--time", "2023", "--chart", chart, "--output", str(path))
        assert trace in path.read_text(encoding="utf-8")


def test_cite_ris_can_be_read_by_machines():
    assert run("cite", "gdp", "--style", "ris").stdout.startswith("TY  - DATA\nID  - world-bank-wdi")
