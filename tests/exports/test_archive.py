"""The zip, as a validator of data packages and a reader of each of its files sees it."""

import csv
import io
import json
import zipfile

import bibtexparser
import pandas as pd
import pytest
import rispy
from frictionless import Package

from indicators.exports.archive import to_zip
from indicators.exports.data_tables import make_long_table
from indicators.exports.metadata import describe_chart

FILES = {
    "data.csv", "wide.csv", "README.md", "metadata.json", "datapackage.json", "citations.txt", "citations.bib",
    "citations.ris", "citations.csl.json",
}  # fmt: skip


def unpacked(extract, folder):
    with zipfile.ZipFile(io.BytesIO(to_zip(extract))) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def package():
    """The validator; it raises a limit of Python's csv module for everybody, which is put back."""
    limit = csv.field_size_limit()
    yield Package
    csv.field_size_limit(limit)


def test_the_package_is_valid(extract, tmp_path, package):
    report = package(str(unpacked(extract, tmp_path) / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])


def test_the_zip_holds_data_descriptions_and_citations(converted, several):
    for extract, more in ((converted, {"rates.csv"}), (several, set())):
        with zipfile.ZipFile(io.BytesIO(to_zip(extract))) as archive:
            assert set(archive.namelist()) == FILES | more
            assert archive.testzip() is None


def test_a_changed_table_no_longer_fits_its_description(converted, tmp_path, package):
    path = unpacked(converted, tmp_path) / "data.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2022", "20x2", 1), encoding="utf-8")
    assert not package(str(tmp_path / "datapackage.json")).validate().valid


def test_the_data_come_back(several, tmp_path):
    table = pd.read_csv(unpacked(several, tmp_path) / "data.csv")
    assert table["Value"].tolist() == make_long_table(several.panel)["Value"].tolist()


def test_metadata_have_the_shape_of_our_world_in_data(converted, tmp_path):
    content = json.loads((unpacked(converted, tmp_path) / "metadata.json").read_text(encoding="utf-8"))
    assert set(content["chart"]) == {"title", "subtitle", "note", "citation", "originalChartUrl", "selection"}
    column = content["columns"]["gdp"]
    wanted = {"titleShort", "unit", "shortUnit", "timespan", "lastUpdated", "citationShort", "citationLong"}
    assert wanted <= set(column)
    assert (column["unit"], column["timespan"]) == ("billion EUR", "2022-2024")
    assert column["titleLong"] == "GDP, billion EUR at annual average rates", "the unit of the values in the file"
    assert content["dateDownloaded"] == "2026-11-25"
    assert content["activeFilters"] == converted.view.parameters
    assert content["chart"]["originalChartUrl"] == converted.link


def test_the_selection_is_in_the_order_the_reader_chose(converted, several, tmp_path):
    assert converted.view.areas == ("RUS", "CHN")
    content = json.loads((unpacked(converted, tmp_path) / "metadata.json").read_text(encoding="utf-8"))
    assert content["chart"]["selection"] == ["Russia", "China"]
    assert describe_chart(several)["chart"]["selection"] == ["China", "Russia"]  # of no view: as in the table


def test_the_package_names_every_licence_that_can_be_read_and_every_source(converted, tmp_path):
    content = json.loads((unpacked(converted, tmp_path) / "datapackage.json").read_text(encoding="utf-8"))
    assert {licence["title"] for licence in content["licenses"]} == {"CC BY 4.0", "IMF terms: free with attribution"}
    assert [source["title"] for source in content["sources"]] == [origin.full for origin in converted.origins]


def test_the_readme_tells_how_it_was_made_and_how_to_cite_it(converted, tmp_path):
    text = (unpacked(converted, tmp_path) / "README.md").read_text(encoding="utf-8")
    for said in (converted.title, converted.view.command, converted.panel.steps[-1].description, "`RateRule`"):
        assert said in text
    assert all(origin.full in text for origin in converted.origins)


def test_the_citations_can_be_read_by_reference_managers(several, tmp_path):
    folder = unpacked(several, tmp_path)
    count = 1 + len(several.origins)
    assert len(bibtexparser.parse_file(str(folder / "citations.bib")).entries) == count
    assert len(rispy.loads((folder / "citations.ris").read_text(encoding="utf-8"))) == count
    assert len(json.loads((folder / "citations.csl.json").read_text(encoding="utf-8"))) == count


@pytest.mark.parametrize("name", ["converted", "several"])
def test_the_same_figures_on_the_same_day_are_the_same_bytes(name, request):
    extract = request.getfixturevalue(name)
    assert to_zip(extract) == to_zip(extract)
