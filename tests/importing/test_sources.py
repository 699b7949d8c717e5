"""The files that people have: every spelling of the same table gives the same figures."""

import io
import json
import re
import zipfile

import pandas as pd
import pytest

from indicators.errors import DataError, UsageError
from indicators.importing import ColumnMapping, FileOptions, file_messages, messages, publishing

LONG = "Country,Year,Sales (million EUR)\nGermany,2023,1234.5\nGermany,2024,1300\nFrance,2024,900.25\n"
WANTED = {
    ("sales", "DEU", "2023"): 1234.5e6,
    ("sales", "DEU", "2024"): 1300e6,
    ("sales", "FRA", "2024"): 900.25e6,
}


def test_a_plain_table(import_file, figures):
    report = import_file(LONG)
    assert (report.read, report.taken, report.refused, report.new) == (3, 3, 0, 3)
    assert figures() == WANTED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_encodings(import_file, figures, encoding):
    text = LONG.replace("Germany", "Германия").replace("France", "Франция").replace("EUR", "евро" * 0 + "EUR")
    import_file(text.encode(encoding))
    assert figures() == WANTED


def test_semicolons_and_the_decimal_comma(import_file, figures):
    text = "Land;Jahr;Sales (million EUR)\nGermany;2023;1.234,5\nGermany;2024;1.300\nFrance;2024;900,25\n"
    report = import_file(text, mapping=ColumnMapping(period="Jahr"))
    assert figures() == WANTED
    assert ("Decimal mark", "comma") in {(one.subject, one.chosen) for one in report.decisions}


def test_years_as_columns(import_file, figures):
    import_file(
        "Country,2023,2024\nGermany,1234.5,1300\nFrance,..,900.25\n", mapping=ColumnMapping(all_units="million EUR")
    )
    assert figures() == WANTED


def test_names_of_countries_in_other_languages(import_file, figures):
    import_file(LONG.replace("Germany", "Deutschland").replace("France", "Francia"))
    assert figures() == WANTED


@pytest.mark.parametrize(
    ("name", "code"),
    [("США", "USA"), ("САЩ", "USA"), ("Elfenbeinküste", "CIV"), ("Weißrussland", "BLR"), ("Белоруссия", "BLR"),
     ("República Checa", "CZE"), ("Birmanie", "MMR"), ("Großbritannien", "GBR")],
)  # fmt: skip
def test_older_and_shorter_names_of_countries(import_file, figures, name, code):
    import_file(f"Country,Year,Value\n{name},2020,1.5\n")
    assert figures() == {("sales", code, "2020"): 1.5}


def test_lines_about_the_file_before_the_header(import_file, figures):
    import_file('"Data Source","An office",\n\n"Last Updated","2026-01-01",\n\n' + LONG)
    assert figures() == WANTED


def test_a_workbook_and_its_sheets(import_file, figures, tmp_path):
    path = tmp_path / "book.xlsx"
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        pd.DataFrame({"About": ["Read me"]}).to_excel(book, sheet_name="About", index=False)
        pd.read_csv(io.StringIO(LONG)).to_excel(book, sheet_name="Figures", index=False)
    report = import_file(path)
    assert figures() == WANTED
    assert report.understood[0] == messages.SHEET_CHOSEN.format(
        sheet="Figures", why=messages.HAS_FIGURES, others="About"
    )
    with pytest.raises(DataError, match=file_messages.NO_SHEET.format(file="book.xlsx", sheet="Sales")):
        import_file(path, id="other", options=FileOptions(sheet="Sales"))


@pytest.mark.parametrize(
    ("sheets", "taken"),
    {
        "two tables": ({"Exports": LONG, "Imports": LONG}, ""),
        "a table and a part of it": ({"Sales": LONG, "Chart": "Country,2023,2024\nPeru,1,2\n"}, ""),
        "a list of tables": ({"Contents": "Table,Title,Year\n1,Sales,2023\n2,Tax,2023\n", "Figures": LONG}, "Figures"),
        "a list of countries": ({"Figures": LONG, "Codes": "Code,Country\n604,Peru\n152,Chile\n"}, "Figures"),
        "changes": ({"Verlauf": "Version,Datum\n1.1,2024-05-01\n1.2,2024-06-01\n", "Daten": LONG}, "Daten"),
    }.values(),
)
def test_which_sheet_is_read_is_seen_or_asked(import_file, figures, tmp_path, sheets, taken):
    path = tmp_path / "book.xlsx"
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        for name, text in sheets.items():
            pd.read_csv(io.StringIO(text)).to_excel(book, sheet_name=name, index=False)
    if not taken:
        with pytest.raises(UsageError, match=f"--sheet '{list(sheets)[1]}'"):
            import_file(path)
    report = import_file(path, options=FileOptions(sheet="" if taken else next(iter(sheets))))
    assert figures() == WANTED
    assert (taken or messages.SHEET_WANTED) in report.understood[0]


def test_a_parquet_file(import_file, figures, tmp_path):
    path = tmp_path / "sales.parquet"
    pd.read_csv(io.StringIO(LONG)).to_parquet(path)
    import_file(path)
    assert figures() == WANTED


def test_a_zip_holds_the_table_and_small_ones_about_it(import_file, figures, tmp_path):
    path = tmp_path / "API.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Metadata_Country.csv", "Code,Note\nDEU,x\n")
        archive.writestr("API_SALES.csv", LONG)
    report = import_file(path)
    assert figures() == WANTED
    assert report.understood[0] == messages.TABLE_CHOSEN.format(table="API_SALES.csv", others="Metadata_Country.csv")


def test_which_table_of_a_zip_or_package_is_read_is_asked(import_file, figures, tmp_path):
    tables = {"sales.csv": LONG, "tax.csv": LONG.replace("1300", "1301")}
    for name, text in tables.items():
        (tmp_path / name).write_text(text)
    resources = [{"name": name.removesuffix(".csv"), "path": name} for name in tables]
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}))
    with zipfile.ZipFile(tmp_path / "both.zip", "w") as archive:
        for name, text in tables.items():
            archive.writestr(name, text)
    for path, table in (("both.zip", "sales.csv"), ("datapackage.json", "sales")):
        with pytest.raises(UsageError, match=f"--sheet '{table}'"):
            import_file(tmp_path / path)
        import_file(tmp_path / path, options=FileOptions(sheet=table))
        assert figures() == WANTED


def test_a_data_package_names_its_table(import_file, figures, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sales.csv").write_text("Country,Year,Value\nGermany,2023,1234.5\n")
    resource = {"name": "sales", "path": "data/sales.csv", "encoding": "utf-8"}
    path = tmp_path / "datapackage.json"
    path.write_text(json.dumps({"title": "Sales (million EUR)", "resources": [resource]}))
    import_file(path)
    assert figures() == {("sales", "DEU", "2023"): 1234.5e6}


def test_a_data_package_reads_nothing_outside_its_folder(import_file, tmp_path):
    path = tmp_path / "package" / "datapackage.json"
    path.parent.mkdir()
    (tmp_path / "secret.csv").write_text(LONG)
    path.write_text(json.dumps({"resources": [{"path": "../secret.csv"}]}))
    with pytest.raises(DataError, match=file_messages.FILE_OUTSIDE_PACKAGE.format(file="datapackage.json")):
        import_file(path)


def test_a_data_package_without_its_table_names_it(import_file, tmp_path):
    path = tmp_path / "datapackage.json"
    path.write_text(json.dumps({"resources": [{"path": "data/sales.csv"}]}))
    with pytest.raises(DataError, match=r"data/sales\.csv"):
        import_file(path)


def test_a_file_of_which_no_row_can_be_read_is_given_up(import_file, monkeypatch):
    monkeypatch.setattr(publishing, "_MOST_IN_VAIN", 3)
    rows = "".join(f"Xland{number},{2000 + number},1\n" for number in range(9))
    with pytest.raises(DataError, match="Xland0"):
        import_file(f"Country,Year,Value\n{rows}")
    assert import_file(f"Country,Year,Value\nPeru,2000,1\n{rows}").refused == 9


def test_a_table_of_eurostat(import_file, figures, open_imported):
    text = "freq,unit,coicop,geo\\TIME_PERIOD\t2015 \t2016 \nA,PC,CP00,DE\t100.0 \t100.4 p\nA,PC,CP01,FR\t: c\t7\n"
    import_file(text, name="hicp.tsv", mapping=ColumnMapping(units={"PC": "%"}))
    assert figures() == {
        ("sales COICOP=CP00", "DEU", "2015"): 100.0, ("sales COICOP=CP00", "DEU", "2016"): 100.4,
        ("sales COICOP=CP01", "FRA", "2016"): 7.0,
    }  # fmt: skip
    assert open_imported().catalogue.find_indicator("sales").unit == "%"


def test_dimensions_of_sdmx_csv_tell_series_apart(import_file, figures):
    text = "DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nX,DE,F,2024,1,A\nX,DE,M,2024,2,E\n"
    import_file(text)
    assert figures() == {("sales SEX=F", "DEU", "2024"): 1.0, ("sales SEX=M", "DEU", "2024"): 2.0}


def test_estimates_of_the_outlook_are_forecasts(import_file, open_imported):
    text = (
        "ISO\tWEO Subject Code\tCountry\tSubject Descriptor\tUnits\tScale\t2023\t2024\tEstimates Start After\n"
        "RUS\tNGDPD\tRussia\tGDP, current\tU.S. dollars\tBillions\t2,071.5\t2,161.2\t2023\n"
    )
    import_file(text.encode("utf-16"), name="weo.xls")
    from indicators.store import Query

    frame = open_imported().read_panel(Query(("gdp-weo",), ("RUS",))).frame  # the catalogue knows the subject's code
    frame = frame[frame["dataset"] != "imf-weo"]
    assert frame["value"].tolist() == [2071.5e9, 2161.2e9]
    assert frame["status"].tolist() == ["A", "F"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", file_messages.EMPTY_FILE),
        (b"\n\n", file_messages.EMPTY_FILE),
        (b'{"a": 1}', file_messages.OTHER_JSON),
        (b"[" * 99_999, file_messages.TOO_DEEP),
        (b"<html/>", file_messages.OTHER_XML),
        (b"<html>", file_messages.OTHER_XML),
        (b'CHARSET="ANSI";\nSTUB="x', file_messages.DAMAGED_PX),
        (b"ARROW1 broken", file_messages.DAMAGED_FEATHER),
        (b"<stata_dta> broken", file_messages.DAMAGED_STATA),
        (b"$FL2 broken", file_messages.DAMAGED_SPSS),
        (b"\x1f\x8b broken", file_messages.NOT_UNPACKED),
        (b"FEA1 old", file_messages.IS_OTHER_KIND),
        (b"PAR1 broken", file_messages.DAMAGED_PARQUET),
        (b"PK\x03\x04 broken", file_messages.DAMAGED),
        (b"\xd0\xcf\x11\xe0 old", file_messages.DAMAGED_WORKBOOK),
        (b"\x00\x01\x02\x03\x00", file_messages.NOT_A_TABLE),
    ],
)
def test_a_file_that_is_not_a_table_is_refused_in_one_sentence(import_file, home, content, says):
    kind = "XLSX" if content[:2] == b"PK" else "a Feather file of version 1"
    with pytest.raises(DataError, match=re.escape(says.format(file="sales.csv", kind=kind))):
        import_file(content)
    assert not list((home / "datasets").glob("*")) if home.exists() else True


def test_a_column_that_is_missing_is_named_with_those_there_are(import_file):
    with pytest.raises(UsageError, match=messages.AREA_COLUMN) as raised:
        import_file("Firm,Year,Value\nA,2024,1\n")
    assert "Firm, Year, Value" in str(raised.value)


def test_a_file_that_is_not_there(import_file, tmp_path):
    with pytest.raises(DataError, match=r"nothing\.csv"):
        import_file(tmp_path / "nothing.csv")


def test_rows_that_break_the_table_are_refused_with_their_line(import_file, figures):
    report = import_file('Country,Year,Value\n"Germany",2023,1\nFrance,2024,1,9\n"Fra\nnce",2024,1\nFrance,2025,2\n')
    faults = [fault for fault, _ in report.faults]
    assert [(fault.line, fault.found) for fault in faults] == [(3, "4 cells"), (4, "Fra\nnce")]
    assert figures() == {("sales", "DEU", "2023"): 1.0, ("sales", "FRA", "2025"): 2.0}


def test_refused_rows_are_kept_with_the_report(import_file, figures):
    report = import_file(
        "Country,Year,Value\nGermany,2023,12O\nFrnce,2024,5\nFrance,soon,6\nFrance,2024,7\nFrance,2024,7\n"
    )
    kept = pd.read_csv(report.refused_file, dtype=str)
    assert kept["line"].tolist() == ["3", "4", "2", "6"]
    assert kept.loc[kept["line"] == "3", "hint"].item().startswith("Nearest: France.")
    assert kept.loc[kept["line"] == "4", "found"].item() == "soon"
    assert kept.loc[kept["line"] == "6", "expected"].item() == messages.FIGURE_ONCE.format(line=5)
    assert (report.read, report.taken, report.refused) == (5, 1, 4)
    assert figures() == {("sales", "FRA", "2024"): 7.0}
    assert json.loads(report.as_json)["faults"][0]["times"] == 1


def test_a_text_most_of_whose_lines_have_other_cells_is_no_table(import_file):
    lines = "".join(f"July {year}   272,690,{year}   2,442,810\n" for year in range(1990, 2000))
    with pytest.raises(DataError, match="lines don't have"):
        import_file(f"Country,Year,Value\n{lines}Peru,2001,5\n")


def test_figures_with_decimals_tell_no_series_apart(import_file, figures):
    text = "Region,2020,Share of 15 to 64, 2021,Sales 2020\nNorth,1.5,60.5,2.5\nSouth,1.6,61.5,2.6\nWest,1.7,61.5,2.7\n"
    text = text.replace("Share of 15 to 64, 2021", '"Share of 15 to 64, 2021"').replace(
        "Region,2020", "Region,Milk 2020"
    )
    import_file(text, mapping=ColumnMapping(one_area="Finland"))
    assert {period for *_, period in figures()} == {"2020", "2021"}
    assert len(figures()) == 9


def test_figures_that_look_like_years_below_a_date_are_no_header(import_file, figures):
    text = "Date,Price (All),Change,Price (New)\n1953-02-01,1891.0,,2107.0\n1953-03-01,1872.0,-1.0,2002.0\n"
    import_file(text, mapping=ColumnMapping(one_area="UK"))
    assert len(figures()) == 5


def test_a_column_called_indicator_or_number_may_have_the_figures(import_file, figures):
    rows = "1987-01-01,62.824,128579\n1987-02-01,63.386,128580\n1987-03-01,63.9,127000\n"
    import_file(f"Date,Indicator,Number (thousands)\n{rows}", mapping=ColumnMapping(one_area="USA"))
    assert sorted(figures().values()) == [62.824, 63.386, 63.9, 127000e3, 128579e3, 128580e3]
