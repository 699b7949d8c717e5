"""An option that a refusal names works: it imports the file, or leads to another question."""

import re
import shlex

import openpyxl
import pytest
from typer.testing import CliRunner

from indicators.cli import app

NUMBERED = [["", "Contents"], ["1", "Peak", "7", "2020", "x"], ["", "Sheet", "Title"], ["a", "Data", "Prices"]]
YEARS = "\n".join(f"{name};{n}.5;{n}.6" for n, name in enumerate(["Peru", "Chile", "Cuba", "Mali"]))
MONTHS = [["Rate"], ["Date", "Peru (%)"], *([f"2020-{month:02}-01", month + 0.5] for month in range(1, 13))]
TEXTS = {
    "two tables below each other": "\n".join([
        "Milk", "Year;Peru;Chile", *(f"{year};5,5;6,5" for year in range(1980, 2016)),
        "", "Year;Cuba;Mali", *(f"{year};7,5;8,5" for year in range(2000, 2016)),
    ]),
    "no header": "Peru;2019;5,5\nChile;2019;6,5\nCuba;2019;7,5",
    "figures for a header": "10.5;20\n7;8\n9;5",
    "the same name twice": "Country;Year;Milk;Milk;Milk;Wax;Wax\nPeru;2019;1,5;2,5;3,5;7,5;8,5\nCuba;2019;4,5;5;6;7;8",
    "an open mark": "Country;Year;Milk\nPeru;2019;1.205\nCuba;2019;2.310",
    "regions": "Region;Year;Milk\nNorth;2019;1.5\nSouth;2019;2.5",
}  # fmt: skip


def list_options(message):
    """The options that a message names, with the values it gives."""
    found = re.findall(
        r"((?:--(?:sheet|header(?! where)|decimal|ignore|dimension|unit) (?:'[^']*'|[\w-]+) ?)+|--own-areas)", message
    )
    return [shlex.split(one) for one in dict.fromkeys(found)]


def run(path, *options):
    words = ["import", str(path), "--dataset", "probe", "--store", str(path.parent / "store"), *options]
    result = CliRunner().invoke(app, words)
    return result.exit_code, " ".join((result.output + result.stderr).split())


def check_suggestions(path, *options):
    code, message = run(path, *options)
    assert code, "the case should be refused"
    suggested = list_options(message)
    assert suggested, message
    for option in suggested:
        again, said = run(path, *options, *option)
        assert not again or said.partition("Found:")[0] != message.partition("Found:")[0], (option, said)
        assert "not the lines of a header" not in said


@pytest.mark.parametrize("case", TEXTS)
def test_options_that_a_refusal_names_work(tmp_path, case):
    path = tmp_path / "a.csv"
    path.write_text(TEXTS[case])
    check_suggestions(path)


def test_a_sheet_of_contents_leaves_the_choice_of_the_sheet_with_data(tmp_path):
    book = openpyxl.Workbook()
    for sheet, rows in (("Contents", NUMBERED), ("Data 1", MONTHS)):
        page = book.create_sheet(sheet)
        for row in rows:
            page.append(row)
    book.remove(book["Sheet"])
    book.save(tmp_path / "a.xlsx")
    _, message = run(tmp_path / "a.xlsx", "--country", "Peru")
    assert list_options(message)[0] == ["--sheet", "Data 1"], message
    assert not run(tmp_path / "a.xlsx", "--country", "Peru", "--sheet", "Data 1")[0]
