"""Tables of the shapes that publishers hand out: months as columns, factors, flags beside values, titles above."""

from datetime import date

import openpyxl
import pytest

from indicators.errors import DataError, UsageError
from indicators.files import read_embedded_catalogue
from indicators.importing import ColumnMapping
from indicators.importing.area_cells import AreaReader
from indicators.store import Query

USA = ColumnMapping(one_area="USA")
MONTHS = {("2022-01", 1.5), ("2022-02", 2.5), ("2023-01", 3.5)}
TABLES = {
    "months beside years": "Year,Jan,Feb,Mar\n2022,1.5,2.5,\n2023,3.5,,\n",
    "years beside months": "Month,2022,2023\nJanuary,1.5,3.5\nFebruary,2.5,\n",
    "numbered months": "Year,1,2,3,4,5,6,7,8,9,10,11,12\n2022,1.5,2.5,,,,,,,,,,\n2023,3.5,,,,,,,,,,,\n",
    "years in a column without a known name": "When,Jan,Feb\n2022,1.5,2.5\n2023,3.5,\n",
    "months below lines": "Series: All items\nYear,Jan,Feb,Mar\n2022,1.5,2.5,\n2023,3.5,,\nSource: x\n",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=list(TABLES))
def test_months_as_columns_or_rows(import_file, figures, text):
    import_file(text, mapping=USA)
    assert {(period, value) for (_, _, period), value in figures().items()} == MONTHS


def test_an_annual_column_beside_months_is_the_year(import_file, figures):
    import_file("Year,Q1,Q2,Annual\n2022,1.5,2.5,4\n", mapping=USA)
    assert {period: value for (_, _, period), value in figures().items()} == {"2022-Q1": 1.5, "2022-Q2": 2.5, "2022": 4}


def test_brackets_around_a_percentage_are_not_ignored(import_file, figures):
    import_file("Country,Year,Value\nPeru,2020,-12.5%\nChile,2020,(3.5%)\n")
    assert list(figures().values()) == [-12.5]


SCALES = {
    "a column of factors": "Country,Year,SCALAR_FACTOR,VALUE\nPeru,2020,millions,2.5\nChile,2020,units,2.5\n",
    "codes of measures": "LOCATION,MEASURE,TIME,Value\nPER,MLN_USD,2020,2.5\nCHL,USD_CAP,2020,2.5\n",
    "values of a dimension": "Country,Item,Year,Value\nPeru,Exports (USD mn),2020,2.5\nChile,Price (USD),2020,2.5\n",
}


@pytest.mark.parametrize("text", SCALES.values(), ids=list(SCALES))
def test_scales_wherever_they_are(import_file, figures, text):
    import_file(text)
    assert {area: value for (_, area, _), value in figures().items()} == {"PER": 2.5e6, "CHL": 2.5}


def test_money_in_classes_of_size_is_no_unit(import_file, figures):
    import_file("Country,Size class,Year,Value\nPeru,Under 2 million EUR,2020,7\nPeru,Over 2 million EUR,2020,3\n")
    assert sorted(figures().values()) == [3.0, 7.0]


def test_flags_beside_values(import_file, open_imported):
    import_file("Area,Y2020,Y2020F,Y2021,Y2021F\nPeru,1.5,A,2.5,E\n")
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert list(zip(frame["period"], frame["value"], frame["status"], strict=True)) == [
        ("2020", 1.5, "A"), ("2021", 2.5, "E"),
    ]  # fmt: skip


def test_a_file_without_a_row_that_fits_says_so(import_file):
    report = import_file("Country,2019,2020\nEgypt, Arab Rep.,1.5,2\n")
    assert (report.taken, report.refused) == (0, 1)
    with pytest.raises(DataError, match="empty"):
        import_file("Country,2019,2020\n")


def test_titles_and_footnotes_are_no_header(import_file, figures):
    text = "Table 1\nNational accounts;;\nGermany;;\nYear;GDP (EUR bn);Growth (%)\n2021;3.617,45;3,2\n© Office, 2023\n"
    import_file(text, mapping=ColumnMapping(one_area="DEU"))
    assert sorted(figures().values()) == [3.2, 3617.45e9]
    accounts = "Accounts\n[Billions of dollars]\nRevised on: May 1, 2023\nLine,,2022Q4,2023Q1\n1,Product,1.5,2.5\n"
    import_file(accounts, id="accounts", mapping=USA)
    assert {period: value for (_, _, period), value in figures("accounts").items()} == {
        "2022-Q4": 1.5e9,
        "2023-Q1": 2.5e9,
    }


@pytest.mark.parametrize(
    ("code", "name", "area"),
    [("5R", "Advanced economies", "BIS5R"), ("4T", "Emerging market economies (aggregate)", "BIS4T"),
     ("G110", "Advanced economies", "G110"), ("XX", "Advanced economies", "G110"), ("DE", "France", None)],
)  # fmt: skip
def test_the_code_tells_which_publisher_means_a_group(code, name, area):
    assert AreaReader(read_embedded_catalogue().areas).find_pair(code, name) == area


@pytest.mark.parametrize("name", ["Polska", "Germania", "Japonya", "Alemanha", "Duitsland"])
def test_countries_in_further_languages(import_file, figures, name):
    import_file(f"Country,Year,Value\n{name},2019,1\nPeru,2019,2\n")
    assert len(figures()) == 2


def test_the_encoding_without_letters_of_two_scripts_in_a_word(import_file, figures):
    import_file("Kraj;Rok;PKB (mld zł)\nPolska;2021;2 631,3\n".encode("cp1250"))
    assert list(figures().values()) == [2631.3e9]


def test_codes_of_british_offices_beside_and_instead_of_figures(import_file, figures):
    import_file("Country,Year,Count [note 1]\nMalta,2021,[x]\nMalta,2022,33.5 [p]\nMalta,2023,12-\n")
    assert list(figures().values()) == [33.5, -12.0]


def test_numbers_of_areas_beside_their_names_need_no_list(import_file, figures):
    import_file(
        "Location code,Country or region,Year,MidYear,Total\n404,Kenya,2021,2021.5,5\n900,World,2021,2021.5,7\n"
    )
    assert {(area, value) for (_, area, _), value in figures().items()} == {("KEN", 5.0), ("WLD", 7.0)}


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Bolivia (Plur. State of)", "BOL"), ("Bolivie (État plurinational de)", "BOL"), ("Hongkong", "HKG"),
        ("Ungārija", "HUN"), ("République démocratique du Congo", "COD"), ("大韩民国", "KOR"), ("일본", "JPN"),
    ],
)  # fmt: skip
def test_names_of_areas_in_languages_of_publishers(name, area):
    assert AreaReader(read_embedded_catalogue().areas).find(name) == area


HEADINGS = {
    "a flag behind the unit": ("Debt 2022 (£ million) [p]", "5", ("2022", 5e6, "GBP", "P")),
    "a note": ("Debt 2022 (£ million) [note 3]", "5", ("2022", 5e6, "GBP", "A")),
}


@pytest.mark.parametrize("heading", HEADINGS, ids=list(HEADINGS))
def test_headings_with_flags_and_notes(import_file, open_imported, heading):
    title, cell, wanted = HEADINGS[heading]
    import_file(f"Country,{title}\nMalta,{cell}\nPeru,{cell}\n")
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert set(zip(frame["period"], frame["value"], frame["unit"], frame["status"], strict=True)) == {wanted}


def test_exchange_rates_are_not_taken_for_months_in_a_header(import_file, figures):
    import_file("DATE,DEXUSEU\n2024-01-02,1.2019\n2024-01-03,.\n2024-01-04,1.0943\n", mapping=USA)
    assert list(figures().values()) == [1.2019, 1.0943]


def test_the_flags_of_the_only_series_are_beside_it(import_file, open_imported):
    import_file("Date,M3 (Mrd EUR),BBK01_FLAGS\n2024-03,16.25,\n2024-04,17.5,Vorläufiger Wert\n", mapping=USA)
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert list(zip(frame["value"], frame["status"], strict=True)) == [(16.25e9, "A"), (17.5e9, "P")]


def test_a_first_row_without_a_figure_is_no_header(import_file, figures):
    import_file(";;Preisindex\n;;2020=100\n2024;Januar;..\n2024;Februar;117,6\n", mapping=ColumnMapping(one_area="DEU"))
    assert {period: value for (_, _, period), value in figures().items()} == {"2024-02": 117.6}


SERIES = (("Trend", "A2302795L"), ("Original", "A2302459A"))


def test_a_sheet_of_contents_has_no_figures_and_a_type_tells_series_apart(import_file, figures, tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["Time Series Workbook"],
        ["Data Item Description", "Series Type", "Series ID", "Series Start", "No. Obs.", "Unit", "Freq."],
        *(["GDP ;", kind, id, date(1959, 9, 1), 266, "$ Millions", "Quarter"] for kind, id in SERIES),
    ):
        book.active.append(row)
    data = book.create_sheet("Data1")
    labels = {"": "GDP ;", "Unit": "$ Millions", "Frequency": "Quarter", "Series Start": date(1959, 9, 1)}
    for label, text in labels.items():
        data.append([label, text, text])
    data.append(["Series Type", *(kind for kind, _ in SERIES)])
    data.append(["Series ID", *(id for _, id in SERIES)])
    for month, value in ((date(1959, 9, 1), 5), (date(1959, 12, 1), 7)):
        data.append([month, value, value + 1])
        data.cell(data.max_row, 1).number_format = "mmm-yyyy"
    book.save(tmp_path / "abs.xlsx")
    import_file(tmp_path / "abs.xlsx", mapping=ColumnMapping(one_area="Australia"))
    assert {(id.rpartition("-")[2], period): value for (id, _, period), value in figures().items()} == {
        ("trend", "1959-Q3"): 5e6, ("trend", "1959-Q4"): 7e6,
        ("original", "1959-Q3"): 6e6, ("original", "1959-Q4"): 8e6,
    }  # fmt: skip


def test_the_same_code_in_all_rows_is_that_of_a_domain_and_the_reporters_are_the_areas(import_file, figures):
    rows = [("Peru", 604, "Chile", 152, 5), ("Chile", 152, "Peru", 604, 7)]
    lines = [f"TM,Trade,{code},{name},{with_code},{other},2020,{value}" for name, code, other, with_code, value in rows]
    names = "Domain Code,Domain,Reporter Country Code (M49),Reporter Countries,Partner Country Code (M49),"
    import_file("\n".join((f"{names}Partner Countries,Year,Value", *lines)) + "\n")
    assert {(area, period): value for (_, area, period), value in figures().items()} == {
        ("PER", "2020"): 5, ("CHL", "2020"): 7,
    }  # fmt: skip


def test_the_end_of_a_span_of_years_names_no_series(import_file, figures):
    import_file("ECONOMY,1992 - 1995,1995 to 2000,1971,1972\nPeru,11.6,8.1,5.1,3.2\nChile,1.6,2.1,1.1,2.2\n")
    assert {(area, period): value for (_, area, period), value in figures().items()} == {
        ("PER", "1971"): 5.1, ("PER", "1972"): 3.2, ("CHL", "1971"): 1.1, ("CHL", "1972"): 2.2,
    }  # fmt: skip


@pytest.mark.parametrize("place", ["Dover, TN (County)", "York, PA", "Winona, MN", "York, PA (City)"])
def test_a_state_behind_a_comma_is_no_scale(import_file, figures, place):
    report = import_file(f'Series,2019,2020\n"{place}",48,47\nOslo,1,2\n', mapping=USA)
    assert (report.refused, sorted(figures().values())) == (2, [1, 2])


def test_regions_and_further_codes_beside_areas_are_no_other_table(import_file, figures):
    rows = [("Peru", "PE", "World"), ("World", "1W", "Chile"), ("Chile", "CL", "World")]
    lines = [f"{name},{code},{region},{year},{year - 2000}" for name, code, region in rows for year in (2019, 2020)]
    import_file("\n".join(("country,iso2c,region,year,sales", *lines)) + "\n")
    assert {(area, value) for (_, area, _), value in figures().items()} == {
        (area, value) for area in ("PER", "WLD", "CHL") for value in (19, 20)
    }


def test_second_partners_tell_series_apart(import_file, open_imported):
    lines = ["Peru,Chile,Cuba,CUB,2020,5", "Peru,Chile,Togo,TGO,2020,7", "Cuba,Chile,Peru,PER,2020,9"]
    import_file("\n".join(("Reporter,Partner,2nd Partner,2nd Partner ISO,Year,Value", *lines)) + "\n")
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert sorted(frame["value"]) == [5, 7, 9]


@pytest.mark.parametrize("heading", ["2nd Partner ISO", "Nationality", "Citizenship"])
def test_codes_of_areas_are_no_money(import_file, open_imported, heading):
    lines = ["Peru,2020,CUB,5,kg", "Peru,2020,ESP,7,", "Cuba,2020,MKD,9,"]
    import_file("\n".join((f"Reporter,Year,{heading},Qty,Qty Unit", *lines)) + "\n")
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert dict(zip(frame["value"], frame["unit"], strict=True)) == {5: "kilograms", 7: "units", 9: "units"}


def test_a_row_above_one_label_for_all_tells_columns_of_one_name_apart(import_file, open_imported):
    above = ";;sex;sex;sex;sex\n;;men;men;women;women\n;;ages;ages;ages;ages\n"
    import_file(f"{above};;under 5;over 5;under 5;over 5\n1980;Falls;1;2;3;4\n1981;Falls;5;6;7;8\n", mapping=USA)
    found = {one.removeprefix("sales-") for one in open_imported().catalogue.find_dataset("sales").indicators}
    assert len(found) == 4
    assert {one.split("-")[0] for one in found} == {"men", "women"}


@pytest.mark.parametrize(
    "heads",
    [
        "2019,2020 /a,2021 /b",
        "Dec-19,Dec-20 (*),Dec-21 (1)",
        "31/12/2019,31/12/2020*,31/12/2021 (**)",
        "2019,2020[1],2021†",
    ],
)
def test_a_footnote_mark_behind_a_period_hides_no_column(import_file, figures, heads):
    report = import_file(f"Country,{heads}\nPeru,1.5,2.5,3.5\nChile,4.5,5.5,6.5\n")
    assert (report.refused, sorted(figures().values())) == (0, [1.5, 2.5, 3.5, 4.5, 5.5, 6.5])


def test_a_column_headed_by_a_date_that_cannot_be_read_is_asked_about(import_file):
    with pytest.raises(UsageError, match=r"--ignore"):
        import_file("Country,31/12/2019,31/12/2020 adj.,31/12/2021\nPeru,1.5,2.5,3.5\nChile,4.5,5.5,6.5\n")
