"""The decimal mark is decided from the whole file, or asked for: a figure is right or refused, never wrong."""

from decimal import Decimal

import openpyxl
import pyarrow as pa
import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from indicators.errors import UsageError
from indicators.importing import FileOptions
from indicators.importing.decimal_marks import MarkEvidence, decide_marks
from indicators.importing.number_columns import read_numbers, split_cells

STYLES = {
    "plain": (".", lambda value: f"{value:f}"),
    "Swiss": (".", lambda value: f"{value:,f}".replace(",", "’")),
    "comma": (",", lambda value: f"{value:f}".replace(".", ",")),
    **{
        locale: (mark, lambda value, locale=locale: format_decimal(value, locale=locale, decimal_quantization=False))
        for locale, mark in {"en": ".", "de": ",", "ru": ",", "fr": ",", "hi": ".", "sv": ","}.items()
    },
}
"""How numbers are written, with the mark of each style."""


def collect(cells):
    evidence = MarkEvidence()
    evidence.add(split_cells(pa.array(cells)).cells)
    return evidence


@given(
    st.lists(st.decimals(-(10**9), 10**9, places=3).map(Decimal.normalize), min_size=1, max_size=40),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(["", ",", ";", "\t"]),
)
def test_numbers_of_any_style_are_read_back_or_refused(values, style, delimiter):
    mark, write = STYLES[style]
    cells = [write(value) for value in values]
    if delimiter == "," and mark == ",":
        delimiter = ";"  # no country separates cells by its decimal mark
    try:
        marks, _ = decide_marks({"a": collect(cells)}, delimiter=delimiter)
    except UsageError:
        marks, _ = decide_marks({"a": collect(cells)}, given=mark)
    read, wrong = read_numbers(split_cells(pa.array(cells)).cells, marks["a"])
    for value, number, bad in zip(values, read.tolist(), wrong.tolist(), strict=True):
        assert bad or number == float(value)


@given(st.lists(st.integers(1000, 999_999).filter(lambda value: value % 1000), min_size=1, max_size=30))
def test_three_decimals_in_every_cell_prove_nothing(values):
    for mark in ".,":
        cells = [f"{value // 1000}{mark}{value % 1000:03}" for value in values]
        for delimiter in ("", ";", "\t"):
            with pytest.raises(UsageError, match="--decimal point or --decimal comma"):
                decide_marks({"a": collect(cells)}, delimiter=delimiter)


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1.234", "0.512"], "."),
        (["1,234", "-0,734"], ","),
        (["1.234", "2.345.678"], ","),
        (["1,234", "12,34,567"], "."),
        (["1.234", "1 234,5"], ","),
        (["1.234", "12'345.678"], "."),
        (["1,234", "1.5 %"], "."),
        (["1.234", "1234.567"], "."),
        (["1.234", ".5"], "."),
        (["1,234", "1,2E+06"], ","),
        (["1.234 p", "12,5 e"], ","),
        (["1.234 €", "€ 0.512"], "."),
        (["1,234", "- 0,5"], ","),
    ],
)
def test_one_cell_decides_for_the_file(cells, mark):
    marks, decisions = decide_marks({"a": collect(cells[:1]), "b": collect(cells[1:])})
    assert {one.mark for one in marks.values()} == {mark}
    assert {".": "--decimal comma", ",": "--decimal point"}[mark] == decisions[0].option


def test_columns_that_contradict_each_other_keep_their_own_marks():
    marks, _ = decide_marks({"a": collect(["1.5", "2.25"]), "b": collect(["1,5"]), "c": collect(["1.234"])})
    assert (marks["a"].mark, marks["b"].mark) == (".", ",")
    assert not marks["c"].is_sure
    assert read_numbers(pa.array(["1.234", "7"]), marks["c"])[1].tolist() == [True, False]


def test_the_unit_decides_what_the_cells_leave_open():
    for counted, mark in (("whole", "."), ("percent", ",")):
        evidence = collect(["77,146"])
        evidence.counted = counted
        assert decide_marks({"a": evidence})[0]["a"].mark == mark


def test_the_option_of_the_refusal_works(import_file, figures):
    text = "Country\tYear\tSales (EUR)\nFrance\t2019\t1.279\nFrance\t2020\t1.128\n"
    with pytest.raises(UsageError, match="--decimal"):
        import_file(text)
    import_file(text, options=FileOptions(decimal=","))
    assert list(figures().values()) == [1279, 1128]
    import_file(text, options=FileOptions(decimal="."))
    assert list(figures().values()) == [1.279, 1.128]


@pytest.mark.parametrize("other", ["Milk", "Sales, net", "Rate of growth"])
def test_the_unit_of_one_indicator_says_nothing_about_those_without_one(import_file, other):
    text = "Country\tMerkmal\t2019\t2020\nPeru\tStaff (persons)\t68\t47\nPeru\t{}\t30.683\t92.019\n"
    with pytest.raises(UsageError, match="--decimal"):
        import_file(text.format(other))
    assert import_file(text.format("Heads (persons)")).taken == 4


def test_few_cells_against_those_of_the_file_decide_no_open_cell(import_file):
    report = import_file("Land;Jahr;Menge;Rate\nPeru;2020;1.050;0.75\nPeru;2021;0,75;1.5\n")
    assert report.refused == 1
    assert "1.050" in str(report.faults[0])


def write_sheet(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


EATEN = {
    "a row of periods": [["Country", "2019", "2020"], ["Peru", "0.812", -2150]],
    "a column of a workbook": [["Country", "2019", "2020"], ["Peru", "0.812", "0.204"], ["Chile", 1150, "0.310"]],
    "a series in a column": [["Country", "Year", "Rate (%)"], ["Peru", 2019, "0.750"], ["Peru", 2020, 1250]],
    "a series of countries": [["Date", "Peru", "Chile"], ["2019-01", "0.812", 1204], ["2019-02", 3411, "0.500"]],
    "whole numbers with groups left": [["Country", "2019", "2020"], ["Peru", "1234.567", 1250]],
}


@pytest.mark.parametrize("case", EATEN)
@pytest.mark.parametrize("kind", ["xlsx", "point", "comma"])
def test_numbers_that_lost_their_mark_to_a_spreadsheet_are_refused(import_file, tmp_path, case, kind):
    rows, mark = EATEN[case], ("comma" if kind == "comma" else "point")
    if kind == "xlsx":
        content = write_sheet(tmp_path / "a.xlsx", rows)
    elif case == "a column of a workbook":
        return  # in a file of texts, two countries may well differ so
    else:
        text = "\n".join(";".join(map(str, row)) for row in rows)
        content = text.replace(".", ",") if kind == "comma" else text
    with pytest.raises(UsageError, match=f"saved by a spreadsheet in another language.*--decimal {mark}"):
        import_file(content)
    report = import_file(content, options=FileOptions(decimal="," if kind == "comma" else "."))
    assert report.taken
    assert not report.refused


SPARED = {
    "fewer decimals beside three": "Country,2019,2020,2021\nPeru,0.812,1204,12.5",
    "other indicators": "Country,Indicator,Year,Value\nPeru,HDI,2019,0.812\nPeru,Firms,2019,5411\nPeru,Firms,2020,5500",
    "zeros": "Country,2019,2020\nPeru,0,1204\nChile,0.25,0.125",
}


@pytest.mark.parametrize("text", SPARED.values(), ids=SPARED)
def test_whole_numbers_beside_others_are_no_fault(import_file, text):
    assert import_file(text).taken
