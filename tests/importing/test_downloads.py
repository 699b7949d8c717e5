"""Files as providers hand them out: text of FRED, tables of the WHO and the IMF, several tables in one file."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping, FileOptions
from indicators.store import Query

USA = ColumnMapping(one_area="USA")
FRED = """Title:               Milk Price Index
Series ID:           MILK
Frequency:           Monthly
Units:               Index 2015=100
Notes:               The index of milk prices, which
                     is continued here.

DATE           VALUE
2020-01-01   21.480
2020-02-01   21.620
2020-03-01        .
"""
WHO = """IndicatorCode,SpatialDim,TimeDim,Dim1,Value,NumericValue,Low,High,Date
M1,PER,2018,F,54.2 [53-55],54.23,53,55,2019-09-19T10:00:00+02:00
M1,PER,2018,M,51.1 [50-52],51.08,50,52,2019-09-19T10:00:00+02:00
M1,CHL,2017,M,61.1 [60-62],61.14,60,62,2019-09-19T10:00:00+02:00
"""
TWO_TABLES = """Sales (EUR mn)
Country,Kind,2019,2020
Peru,a,1.5,2.5
Chile,b,3.5,4.5
Change on a year before
Country,Kind,2019,2020
Peru,a,0.5,0.6
Chile,b,0.7,0.8
Total,c,0.1,0.2
"""


def test_a_text_of_fred_has_its_title_unit_and_frequency(import_file, figures):
    import_file(FRED, name="milk.txt", mapping=USA)
    assert figures() == {("milk-price-index", "USA", "2020-01"): 21.48, ("milk-price-index", "USA", "2020-02"): 21.62}


def test_rows_of_other_widths_in_a_spaced_text_are_refused(import_file):
    with pytest.raises(Exception, match="line 10"):
        import_file(FRED.replace("2020-02-01   21.620", "2020-02-01   21.620   7"), name="milk.txt", mapping=USA)


def test_the_exact_value_and_the_year_are_read_and_not_the_printed_value_and_the_day_of_the_edition(
    import_file, figures
):
    import_file(WHO)
    found = {(area, period, value) for (_, area, period), value in figures().items()}
    assert found == {("PER", "2018", 54.23), ("PER", "2018", 51.08), ("CHL", "2017", 61.14)}


def test_a_titled_second_table_is_refused_and_each_can_be_chosen(import_file, figures):
    with pytest.raises(UsageError, match="Change on a year before"):
        import_file(TWO_TABLES, options=FileOptions(keep_blanks=True))
    import_file(TWO_TABLES, options=FileOptions(header="2", keep_blanks=True))
    assert sorted(figures().values()) == [1.5e6, 2.5e6, 3.5e6, 4.5e6]


def test_lines_that_end_after_their_last_figure_are_read(import_file, figures):
    rows = [
        "Country\tProduct\t2019\t2020\tEstimates Start After",
        "Peru\tMilk\t1.5\t2.5",
        "Chile\tMilk\t3.5",
        "Cuba\tMilk",
    ]
    import_file("\n".join(rows))
    assert sorted(figures().values()) == [1.5, 2.5, 3.5]


def test_a_file_most_of_whose_figures_have_several_values_is_refused(import_file):
    rows = [f"Peru,{year},{value}" for year in range(2000, 2020) for value in (1, 2)]
    with pytest.raises(UsageError, match="--dimension"):
        import_file("Country,Year,Value\n" + "\n".join(rows))


SERIES = """Central bank
Unit,In percent,
Frequency,End of month,
Overview,Neverland - USD - call money,Neverland - USD - 3 months
,B@X.y{A},B@X.y{B}
2000-11,0.5,4.25
2000-12,0.25,4.5
"""


def test_one_unit_beside_series_in_columns_is_that_of_all_and_codes_are_no_names(import_file, open_imported):
    import_file(SERIES, mapping=USA)
    store = open_imported()
    found = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert set(found["unit"]) == {"%"}
    assert all("call" in id or "3-months" in id for id in found["indicator"])


def test_money_in_a_heading_below_a_line_with_percent_is_asked_about(import_file):
    with pytest.raises(UsageError, match="--unit"):
        import_file("Interest rates (in percent)\nYear,Loans USD,Loans EUR\n2019,1.5,2.5\n2020,1.6,2.6\n", mapping=USA)


@pytest.mark.parametrize(
    "text",
    [
        "Item,2010,2011 2,2012 3,2013\nMilk,1,2,3,4\n",
        ",Milk,Butter,Cheese,Whey\n,(a),(b),(c) = (a) - (b),(d)\n2013,1,2,3,4\n",
        "(EUR mn),,T1,T2,T3,T4\n,2013,1,2,3,4\n,,,,,\nSource,an office,,,,\n",
    ],
    ids=["marks of notes behind years", "letters of columns", "years and quarters above a source"],
)
def test_what_is_beside_headings_and_figures_is_no_figure(import_file, figures, text):
    import_file(text, mapping=USA)
    assert sorted(value % 999_999 for value in figures().values()) == [1, 2, 3, 4]


def test_the_corner_above_years_is_no_unit_and_a_labelled_line_has_units(import_file, open_imported):
    import_file(",Water,Water\nUnit,m3/year,m3/year\nYear,1990,1993\nAlbania,5.5,6.5\nPeru,7.5,8.5\n")
    store = open_imported()
    found = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert set(found["unit"]) == {"cubic metres per year"}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Country,Year,Classification,Value\nPeru,2020,Currency: 2021 PPP $,5\nPeru,2020,Currency: U.S. dollars,6\n",
         {"international dollars at 2021 prices", "USD"}),
        ("LOCATION,TIME_PERIOD,UNIT,OBS_VALUE\nAUT,2020,IDX,5\n", {"index"}),
        ("Country,YR2019--2019,YR2020--2020\nPeru,5.5,6.5\n", {"units"}),
    ],
    ids=["behind a label", "a code of the OECD", "years as the World Bank's codes"],
)  # fmt: skip
def test_units_and_years_are_read_as_their_providers_write_them(import_file, open_imported, text, unit):
    import_file(text)
    store = open_imported()
    found = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert set(found["unit"]) == unit


def test_the_scale_that_the_bundesbank_calls_a_dimension_is_one(import_file, open_imported):
    lines = ['"";X1;X1_FLAGS', '"";Umsatz / Deutschland;', "Dimension;{};", "Einheit;{};", "Kategorie;K;"]
    figures = ["2009-01;3,51;", "2009-02;3,43;"]
    wanted = {
        ("Milliarden", "Euro"): ("EUR", 3.51e9),
        ("Tausend", "Anzahl"): ("units", 3510),
        ("Eins", "%"): ("%", 3.51),
    }
    for number, ((scale, unit), expected) in enumerate(wanted.items()):
        text = "\n".join([*lines, *figures]).replace("{}", scale, 1).replace("{}", unit, 1)
        import_file(text, mapping=ColumnMapping(one_area="DEU"), id=f"sales-{number}")
        store = open_imported()
        query = Query(store.catalogue.find_dataset(f"sales-{number}").indicators, datasets=(f"sales-{number}",))
        first = store.read_panel(query).frame.iloc[0]
        assert (first["unit"], first["value"]) == expected


@pytest.mark.parametrize(("value", "expected"), [("94669000000", 94669000000), ("94.669", 94669000000)])
def test_the_imfs_scale_of_display_does_not_multiply_full_values(import_file, figures, value, expected):
    import_file(f"COUNTRY,TIME_PERIOD,SCALE,DECIMALS_DISPLAYED,OBS_VALUE\nSVK,2018,Billions,3,{value}\n")
    assert list(figures().values()) == [expected]


def test_json_stat_has_one_status_for_all_and_several_dimensions_of_places(import_file, figures):
    import_file(
        '{"class": "dataset", "value": [1, 2], "status": ["p"], "id": ["home", "birth", "year"], "size": [1, 2, 1],'
        '"role": {"geo": ["home", "birth"], "time": ["year"]}, "dimension": {"home": {"category": {"index": ["PER"]}},'
        '"birth": {"category": {"index": ["CHL", "CUB"]}}, "year": {"category": {"index": ["2020"]}}}}',
        name="sales.json",
    )
    assert sorted(figures().values()) == [1, 2]
    assert {area for _, area, _ in figures()} == {"PER"}


@pytest.mark.parametrize(
    "text", ["Kind,1990,,1993\nMilk,1,2,3\nFish,4,5,6\n", "Item,2018 1,2019 1,2020 1\nMilk,1,2,3\nFish,4,5,6\n"]
)
def test_figures_whose_period_is_open_are_asked_about(import_file, text):
    with pytest.raises(UsageError):
        import_file(text, mapping=USA)


def test_a_multiplier_above_series_multiplies(import_file, figures):
    text = "Series,A,B\nDescription,All milk,All fish\nUnits,USD,USD\nMultiplier,1000,1\n2020-01,1.5,2.5\n2020-02,2,3\n"
    import_file(text, mapping=USA)
    assert sorted(figures().values()) == [2.5, 3, 1500, 2000]


def test_forecast_above_periods_is_their_status(import_file, open_imported):
    text = "£ billion\n,Outturn,Forecast,\n,2024,2025,2026\nCustoms,4.8,4.9,5.0\nLevies,1.8,1.9,2.0\n"
    import_file(text, mapping=ColumnMapping(one_area="United Kingdom"))
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert set(zip(frame["period"], frame["status"], strict=True)) == {("2024", "A"), ("2025", "F"), ("2026", "F")}


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Country,countrycode,Year,Milk\nPeru,1,2019,7\nPeru,1,2020,8\nChile,2,2020,7\nCuba,3,2020,9\n", {"milk"}),
        ("Year,Milk,TIME\n2019,7.5,1\n2020,8.5,2\n2021,7.5,3\n2022,7.5,4\n", {"milk"}),
        ("Country,Year,Milk,Code\nPeru,2019,7,1\nPeru,2020,8,1e999\nPeru,2021,7,1\nPeru,2022,7,1\n", {"milk"}),
        ("Year,D.R. of the Congo - COD,Peru - PER,Chile - CHL,Cuba - CUB,Togo - TGO\n2019,1,2,3,4,5\n", {"sales"}),
    ],
    ids=["numbers of countries", "a trend", "a number too large", "another name of a country"],
)
def test_a_number_of_something_is_no_figure(import_file, figures, text, columns):
    import_file(text, mapping=ColumnMapping(one_area="" if "Peru" in text else "Peru"))
    assert {name for name, _, _ in figures()} == columns
