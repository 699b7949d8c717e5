"""Tables of several indicators in every format."""

import csv
import io
import json
import unicodedata

import openpyxl
import pytest
from pypdf import PdfReader

import indicators as ind
from indicators.analysis.latest_figures import Change
from indicators.errors import UsageError
from indicators.exports.figure_tables import TABLE_FORMATS, find_table_format, format_change


@pytest.fixture(scope="module")
def table():
    return ind.compare("gdp~inflation~government-debt", "RUS~CHN")


@pytest.mark.parametrize("format", TABLE_FORMATS, ids=lambda one: one.id)
def test_every_format_has_the_figures_and_the_sources(table, format):
    content = format.render(table)
    if format.id == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        assert book.sheetnames == ["Data", "Sources"]
        assert book["Data"].max_row == len(table) + 1
        return
    if format.id == "pdf":
        pages = PdfReader(io.BytesIO(content)).pages
        text = unicodedata.normalize("NFKC", " ".join(page.extract_text() for page in pages))  # without ligatures
    else:
        text = content.decode()
    assert "World Bank" in text
    assert "Inflation" in text


def test_csv_and_json_have_all_digits(table):
    rows = list(csv.DictReader(io.StringIO(find_table_format("csv").render(table).decode())))
    assert [float(row["Value"]) for row in rows] == [one.latest.value for one in table.figures]
    figures = json.loads(find_table_format("json").render(table))["figures"]
    assert [one["value"] for one in figures] == pytest.approx([one.latest.value for one in table.figures], rel=1e-14)


def test_html_loads_nothing_and_escapes(table):
    page = find_table_format("html").render(table).decode()
    assert "<script" not in page
    assert "src=" not in page


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1.543, "percentage points", "+1.5 points"),
        (-0.04, "%", "−0.04%"),
        (123.4, "%", "+123%"),
        (float("nan"), "%", ""),
    ],
)
def test_a_change_is_short(value, unit, text):
    assert format_change(Change(value, unit)) == text


def test_an_unknown_format_is_refused():
    with pytest.raises(UsageError, match="xlsx"):
        find_table_format("docx")
