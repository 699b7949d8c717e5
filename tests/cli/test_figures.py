"""``list``, ``get`` and ``cite``."""

import csv
import io
import json

import pytest

from indicators.charts import messages as chart_messages
from indicators.cli import messages
from indicators.exports import messages as export_messages
from indicators.files import read_embedded_catalogue
from indicators.view import View

HEAD = "Entity,Code,Year,Indicator,Value,Unit,Status"


def test_get_prints_csv_with_the_source_in_every_row(run, read_csv):
    result = run("get", "digital-economy-turnover", "--country", "RUS", "--time", "2024")
    frame = read_csv(result.stdout)
    assert result.exit_code == 0
    assert result.stdout.startswith(HEAD)
    assert frame["Value"].tolist() == [24_000_000_000_000] * 2
    assert frame["Source"].notna().all()
    assert frame["SourceUrl"].str.startswith("https://").all()


def test_list_finds_synonyms_and_mistyped_words(run):
    assert "inflation" in run("list", "--search", "CPI").stdout
    assert "inflation" in run("list", "--search", "inflaton").stdout
    entries = json.loads(run("list", "--json").stdout)
    assert {"gdp", "digital-economy-turnover"} <= {entry["id"] for entry in entries}


def test_the_list_has_a_line_for_each_indicator_with_its_code_name_and_unit(run):
    lines = run("list").stdout.splitlines()
    catalogue = read_embedded_catalogue()
    assert len(lines) == len(catalogue.indicators)
    gdp = next(line for line in lines if line.startswith("gdp "))
    assert gdp.split() == ["gdp", "NY.GDP.MKTP.CD", "2025", "GDP", "(USD)"]


def test_the_list_as_json_has_all_that_is_known_of_each_indicator(run):
    entries = json.loads(run("list", "--json").stdout)
    assert [entry["id"] for entry in entries] == [one.id for one in read_embedded_catalogue().indicators]
    turnover = next(entry for entry in entries if entry["id"] == "digital-economy-turnover")
    assert {"it-russia-2025-09-29", "raec"} <= set(turnover["datasets"])
    assert (turnover["measure"], turnover["prices"]) == ("flow", "current")
    assert all(entry["datasets"] and entry["description"] and entry["updated"] for entry in entries)
    gdp = next(entry for entry in entries if entry["id"] == "gdp")
    assert (gdp["last_year"], gdp["updated"], gdp["withdrawn"]) == (2025, "2026-07-01", "")


@pytest.mark.parametrize("search", ["gdp", "qqqqzzzz"])
def test_the_list_for_machines_is_json_also_when_it_is_empty(run, search):
    assert isinstance(json.loads(run("list", "--json", "--search", search).stdout), list)


def test_a_search_that_finds_nothing_says_so_beside_the_output(run):
    result = run("list", "--search", "qqqqzzzz")
    assert (result.exit_code, result.stdout) == (0, "")
    assert messages.NOTHING_FOUND.format(search="qqqqzzzz") in result.stderr


def test_no_figures_are_a_head_and_a_word_beside_the_output(run):
    result = run("get", "gdp", "--time", "1800")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert "No data on GDP" in result.stderr


@pytest.mark.parametrize(("name", "time"), [("gdp~population", "latest"), ("digital-economy-turnover", "2019..latest")])
def test_every_row_has_as_many_cells_as_the_head_and_its_source(run, name, time):
    rows = list(csv.reader(io.StringIO(run("get", name, "--country", "RUS~CHN", "--time", time).stdout)))
    assert ",".join(rows[0]).startswith(HEAD)
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(row[rows[0].index("Source")] for row in rows[1:])


def test_forecasts_can_be_left_out_and_old_editions_asked_for(run, read_csv):
    without = run("get", "gdp-growth-weo", "--country", "RUS", "--time", "2020..2029", "--no-forecasts")
    assert set(read_csv(without.stdout)["Status"]) == {"A"}
    old = run("get", "gdp-growth-weo", "--country", "RUS", "--time", "2022", "--as-of", "2022-05-01")
    assert read_csv(old.stdout)["Vintage"].tolist() == ["2022-04-30"]


def test_cite_bibtex_and_csl_can_be_read_by_machines(run):
    (item,) = json.loads(run("cite", "gdp", "--style", "csl").stdout)
    assert item["author"] == [{"literal": "World Bank"}]
    bibtex = run("cite", "raec", "--style", "bibtex").stdout
    assert bibtex.count("@misc{") == len(json.loads(run("cite", "raec", "--style", "csl").stdout))
    assert bibtex.count("{") == bibtex.count("}")


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("gdp.csv", b"Entity,Code,Year"), ("gdp.wide.csv", b"Entity,Code,Year,gdp"), ("gdp.xlsx", b"PK"),
        ("gdp.parquet", b"PAR1"), ("gdp.json", b"{"), ("gdp.sdmx.csv", b"STRUCTURE,"), ("gdp.zip", b"PK"),
        ("gdp.txt", b"Indicator"), ("gdp.html", b"<!DOCTYPE html>"),
    ],
)  # fmt: skip
def test_the_ending_of_the_output_says_its_form(run, tmp_path, name, starts):
    result = run("get", "gdp", "--country", "RUS", "--time", "2020..2024", "--output", str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"Wrote {tmp_path / name}." in result.stderr
    assert (tmp_path / name).read_bytes().startswith(starts)


def test_a_form_may_be_named_beside_the_output(run, tmp_path):
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
def test_an_output_that_cannot_be_is_said(run, words, said, tmp_path, monkeypatch):
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
def test_which_of_several_has_no_figures_is_said_beside_those_of_the_others(run, asked, said):
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
def test_what_is_there_is_not_said_to_be_missing(run, asked):
    assert run("get", *asked).stderr == ""


def test_what_a_chart_leaves_out_is_said(run, tmp_path):
    asked = ("get", "gdp", "--country", "RUS~CHN", "--time", "2000..2020", "--chart", "area", "--reference", "average")
    result = run(*asked, "--output", str(tmp_path / "gdp.html"))
    assert result.exit_code == 0
    assert chart_messages.NO_REFERENCE_LINES.format(type="Stacked area") in result.stderr


def test_a_chart_that_would_mislead_is_refused_and_no_file_is_left(run, tmp_path):
    path = tmp_path / "gdp.html"
    result = run("get", "gdp~population", "--time", "2020", "--chart", "map", "--output", str(path))
    assert result.exit_code == 2
    assert export_messages.POSSIBLE_INSTEAD.format(offers="only GDP; only Population") in result.stderr
    assert not path.exists()


def test_the_kind_of_chart_can_be_chosen(run, tmp_path):
    for chart, trace in (("map", '"type":"choropleth"'), ("ranking", '"type":"bar"')):
        path = tmp_path / f"{chart}.html"
        run("get", "gdp", "--country", "RUS~CHN", "--time", "2023", "--chart", chart, "--output", str(path))
        assert trace in path.read_text(encoding="utf-8")


def test_a_view_of_every_vintage_is_the_same_on_the_command_line_and_in_the_address(run, read_csv):
    view = View(("gdp-growth-weo",), ("RUS",), every_vintage=True)
    assert view.command == "indicators get gdp-growth-weo --country RUS --every-vintage"
    assert View.from_command(view.command, read_embedded_catalogue()) == view
    frame = read_csv(run(*view.command.split()[1:]).stdout)
    assert frame["Vintage"].nunique() > 50
