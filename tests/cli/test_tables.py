"""``compare`` and ``country``."""

import json

import pytest


def test_a_comparison_is_printed_with_values_periods_and_sources(run):
    result = run("compare", "gdp-growth~inflation", "--country", "RUS~CHN", "--time", "2020")
    assert result.exit_code == 0
    assert result.stdout.count("2020") == 4
    assert "World Bank" in result.stdout


def test_a_profile_is_json_for_machines(run):
    content = json.loads(run("country", "Russia", "--json", "--among", "EU").stdout)
    assert (content["title"], content["among"]) == ("Russia", "European Union")
    assert any(one["indicator"] == "gdp" and one["ranked"] == 28 for one in content["figures"])


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "html", "json", "txt"])
def test_a_table_is_written_in_the_format_of_the_ending(run, tmp_path, suffix):
    path = tmp_path / f"table.{suffix}"
    assert run("compare", "gdp", "--country", "RUS", "--output", str(path)).exit_code == 0
    assert path.stat().st_size > 100


@pytest.mark.parametrize(
    "arguments",
    [("compare", "gdpp", "--country", "RUS"), ("country", "Atlantis"), ("country", "RUS", "--among", "nobody"),
     ("country", "RUS", "--format", "xlsx"), ("compare", "gdp", "--country", "RUS", "--time", "2019..2020")],
)  # fmt: skip
def test_what_is_not_understood_ends_with_status_2(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_series_are_chosen_by_their_dimensions(run):
    content = json.loads(run("compare", "unemployment", "--country", "RUS", "--dimension", "sex=F~M", "--json").stdout)
    assert [one["name"].rpartition(", ")[2] for one in content["figures"]] == ["women", "men"]
    assert run("country", "RUS", "--dimension", "sx=F").exit_code == 2
