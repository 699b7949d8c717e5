"""Headers of several rows, countries as columns, areas as publishers write them, statuses, and publishers' tables."""

import openpyxl
import pytest

from indicators.errors import DataError, UsageError
from indicators.importing import ColumnMapping
from indicators.store import Query

HEADERS = {
    "years over things": "Country;2018;;2019;\n;Milk;Butter;Milk;Butter\nFrance;1,5;3;2;4\n",
    "things over years": ",Milk,,Butter,\nCountry,2018,2019,2018,2019\nFrance,1.5,2,3,4\n",
    "repeated things over years": "Country,Milk,Milk,Butter,Butter\n,2018,2019,2018,2019\nFrance,1.5,2,3,4\n",
    "in the middle": ",,2018,,2019\nCountry,Milk,Butter,Milk,Butter\nFrance,1.5,3,2,4\n",
    "below a title": "Dairies\n\nCountry,2018,,2019,\n,Milk,Butter,Milk,Butter\nFrance,1.5,3,2,4\n",
    "of pandas": ",2018,2018,2019,2019\nproduct,Milk,Butter,Milk,Butter\ncountry,,,,\nFrance,1.5,3,2,4\n",
    "below a title beside an empty column": "Table 7\n,Country,Product,2018,2019\n,France,Milk,1.5,2\n"
    ",France,Butter,3,4\n",
    "over an empty row": "Country,Product,2018,2019\n\nFrance,Milk,1.5,2\n,,,\nFrance,Butter,3,4\n\n",
    "in one row": "Country,Milk 2018,Milk 2019,Butter 2018,Butter 2019\nFrance,1.5,2,3,4\n",
    "year first": "Country,2018 Milk,2019 Milk,2018 Butter,2019 Butter\nFrance,1.5,2,3,4\n",
    "with footnotes below": "Country,2018,,2019,\n,Milk,Butter,Milk,Butter\nFrance,1.5,3,2,4\nSource: x\n",
    "things as rows": "Country,Product,2018,2019\nFrance,Milk,1.5,2\nFrance,Butter,3,4\n",
    "codes with names": "REF_AREA: Area,ITEM: Item,TIME_PERIOD: Time,OBS_VALUE: Value\nFRA: France,M: Milk,2018,1.5\n"
    "FRA: France,M: Milk,2019,2\nFRA: France,B: Butter,2018,3\nFRA: France,B: Butter,2019,4\n",
    "a note about the delimiter": "sep=;\nCountry;Product;2018;2019\nFrance;Milk;1,5;2\nFrance;Butter;3;4\n",
}


def figures_of(store, id="sales"):
    frame = store.read_panel(Query(store.catalogue.find_dataset(id).indicators, datasets=(id,))).frame
    return list(zip(frame["period"], frame["value"], strict=True))


def series_of_ids(store, id="sales"):
    frame = store.read_panel(Query(store.catalogue.find_dataset(id).indicators, datasets=(id,))).frame
    return list(zip(frame["indicator"], frame["code"], strict=True))


def series_of(store, id="sales"):
    """Return the values of each series."""
    frame = store.read_panel(Query(store.catalogue.find_dataset(id).indicators, datasets=(id,))).frame
    found = {}
    for row in frame.to_dict("records"):
        found.setdefault((row["indicator"], row["dimensions"]), []).append(row["value"])
    return sorted(sorted(values) for values in found.values())


@pytest.mark.parametrize("text", HEADERS.values(), ids=list(HEADERS))
def test_headers_of_several_rows_and_their_kin(import_file, open_imported, text):
    import_file(text)
    assert sorted(figures_of(open_imported())) == [("2018", 1.5), ("2018", 3.0), ("2019", 2.0), ("2019", 4.0)]
    assert series_of(open_imported()) == [[1.5, 2.0], [3.0, 4.0]]


@pytest.mark.parametrize(
    "text",
    [
        "Jahre;Preisindex;Veränderung\n;2020=100;in (%)\n2021;103,1;+3,1\n2022;110,2;+6,9\n",
        "Année;Indice;Variation\n;base 100;in [%]\n2021;103,1;3,1\n2022;110,2;6,9\n",
    ],
)
def test_a_small_word_in_a_heading_is_no_code_of_a_country(import_file, open_imported, text):
    with pytest.raises(UsageError, match="countr"):
        import_file(text)
    import_file(text, mapping=ColumnMapping(one_area="Germany"))
    assert series_of(open_imported()) == [[3.1, 6.9], [103.1, 110.2]]


def test_a_name_in_the_middle_above_columns_of_countries_is_of_them_all(import_file, open_imported):
    import_file(",,Population,,\nYear,France,Germany,Italy,Spain\n1820,31,24,20,12\n1870,38,39,27,16\n")
    assert len({indicator for indicator, _ in series_of_ids(open_imported())}) == 1


def test_names_over_names_over_names(import_file, open_imported):
    upper = "Year,Exports,,,Imports,,\n,Goods,,Services,Goods,,Services\n,Food,Fuel,,Food,Fuel,\n"
    import_file(f"{upper}2019,1,2,3,4,5,6\n2020,2,3,4,5,6,7\n", mapping=ColumnMapping(one_area="France"))
    named = {id for id, _ in series_of_ids(open_imported())}
    assert {"exports-goods-fuel", "exports-services", "imports-goods-food", "imports-services"} <= named


def test_names_that_may_be_in_the_middle_are_asked_for(import_file):
    upper = ",,Exports,,,Imports,\nYear,Food,Fuel,Cars,Tea,Gold,Wine\n"
    with pytest.raises(UsageError, match="Exports, Imports"):
        import_file(f"{upper}2019,1,2,3,4,5,6\n2020,2,3,4,5,6,7\n", mapping=ColumnMapping(one_area="France"))


def test_numbers_of_series_above_names_and_units_below_them_are_no_figures(import_file, figures):
    upper = ",85,86,87\nYear,Current prices,,1958 prices\n,Total,Per capita,Total\n,Bil. dol.,Dollars,Bil. dol.\n"
    import_file(f"{upper}1889,12.5,202,49.1\n1890,13.1,208,52.7\n", mapping=ColumnMapping(one_area="USA"))
    assert sorted(figures().values()) == [202, 208, 12.5e9, 13.1e9, 49.1e9, 52.7e9]


def test_a_unit_below_the_heading_of_periods_is_that_of_all_figures(import_file, figures):
    upper = "Period;Exports;;Imports;\n(EUR mn);Goods;Services;Goods;Services\n"
    import_file(f"{upper}2019;1;2;3;4\n", mapping=ColumnMapping(one_area="France"))
    assert sorted(figures().values()) == [1e6, 2e6, 3e6, 4e6]


def test_empty_rows_are_no_rows(import_file):
    report = import_file("Country,Year,Value\n\nPeru,2020,5\n,,\nPeru,2021,6\n  ,,\n")
    assert (report.read, report.refused, report.taken) == (2, 0, 2)


def test_indicators_of_one_country_each_are_told_apart(import_file, open_imported):
    import_file("Indicator,Country,Year,Value\nHoney (GWh),Norway,2020,8\nSales (USD),Germany,2020,6\n")
    frame = open_imported().read_panel(Query(("honey", "sales"), datasets=("sales",))).frame
    assert sorted(zip(frame["value"], frame["unit"], strict=True)) == [(6, "USD"), (8, "gigawatt-hours")]


def test_a_code_of_an_area_over_a_single_one_counts_no_rows(import_file, figures):
    import_file("Year,PE,NO,DE\n2020,5.5,1,7.5\n")
    assert sorted(figures().values()) == [1, 5.5, 7.5]


@pytest.mark.parametrize("name", ["X", "...1", "_c0", "lfd", ""])
def test_a_column_without_a_name_that_counts_the_rows_has_no_figures(import_file, figures, name):
    rows = "".join(f"{number},Peru,{2000 + number},{number * 37 % 11}\n" for number in range(1, 9))
    import_file(f"{name},Country,Year,Output\n{rows}")
    assert len(figures()) == 8


def test_a_row_of_units_and_merged_cells_of_a_workbook(import_file, open_imported, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["Country", "Milk", None], [None, "thousand tonnes", None], [None, 2018, 2019], ["France", 1.5, 2]):
        sheet.append(row)
    sheet.append([None, 3, 4])
    for cells in ("A1:A3", "B1:C1", "B2:C2"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "milk.xlsx")
    import_file(tmp_path / "milk.xlsx")
    assert figures_of(open_imported()) == [("2018", 1500.0), ("2019", 2000.0)]


def test_a_number_merged_over_years_is_that_of_none(import_file, figures, tmp_path):
    book = openpyxl.Workbook()
    for row in (["Country", 2020, 2021, 2022], ["Peru", 1.5, None, 3.5], ["Chile", 4.5, 5.5, 6.5]):
        book.active.append(row)
    book.active.merge_cells("B2:C2")
    book.save(tmp_path / "sales.xlsx")
    assert import_file(tmp_path / "sales.xlsx").refused == 2
    assert sorted(figures().values()) == [3.5, 4.5, 5.5, 6.5]


def test_a_number_merged_over_rows_is_that_of_none_unless_it_is_a_code(import_file, figures, tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["Code", "Country", "Year", "Loans"],
        [152, "Chile", 2021, 55.5], [None, "Chile", 2022, None], [604, "Peru", 2021, 65.5], [None, "Peru", 2022, 7.5],
    ):  # fmt: skip
        book.active.append(row)
    for cells in ("A2:A3", "A4:A5", "D2:D3"):
        book.active.merge_cells(cells)
    book.save(tmp_path / "loans.xlsx")
    assert import_file(tmp_path / "loans.xlsx").refused == 2
    assert {key[1:]: value for key, value in figures().items()} == {("PER", "2021"): 65.5, ("PER", "2022"): 7.5}


def test_three_rows_of_a_header(import_file, figures):
    import_file(",GDP,,Population,\n,EUR billion,,million,\n,Spain,Italy,Spain,Italy\n2021,1,2,3,4\n2022,5,6,7,8\n")
    assert {key[0] for key in figures()} == {"sales-gdp", "sales-population"}


def test_statuses_below_years_are_those_of_their_figures(import_file, open_imported):
    import_file("Country,2021,2022\n,final,provisional\nPeru,1.5,2.5\n")
    frame = open_imported().read_panel(Query(("sales",), datasets=("sales",))).frame
    assert frame["status"].tolist() == ["A", "P"]


@pytest.mark.parametrize(
    ("head", "cells", "statuses"),
    [
        ("Milk,Milk_imputed", "1.5,1 2.5,0", "I A"),
        ("Milk,is_forecast", "1.5,False 2.5,True", "A F"),
        ("Milk,Provisional", "1.5, 2.5,x", "A P"),
        ("Forecast", "1 0", "A A"),
    ],
)
def test_a_yes_or_no_beside_figures_is_their_status(import_file, open_imported, head, cells, statuses):
    rows = [f"Peru,{year},{row}\n" for year, row in zip((2020, 2021), cells.split(" "), strict=True)]
    import_file(f"Country,Year,{head}\n{''.join(rows)}")
    frame = open_imported().read_panel(Query((*open_imported().catalogue.find_dataset("sales").indicators,))).frame
    assert frame["status"].tolist() == statuses.split(" ")


def test_units_below_the_names(import_file, figures):
    import_file("Country,Year,Sales,Tax\n,,EUR mn,%\nFrance,2019,5.5,6\n")
    assert figures() == {("sales", "FRA", "2019"): 5.5e6, ("tax", "FRA", "2019"): 6.0}


@pytest.mark.parametrize("heads", ["FRA,DEU", "FR,DE", "France,Germany", "Frankreich,Deutschland", "fra (FRA),Germany"])
def test_countries_as_columns(import_file, figures, heads):
    import_file(f"Month,{heads}\n2018-01,1,2\n2018-02,4,5\n")
    assert sorted((area, period, value) for (_, area, period), value in figures().items()) == [
        ("DEU", "2018-01", 2.0), ("DEU", "2018-02", 5.0), ("FRA", "2018-01", 1.0), ("FRA", "2018-02", 4.0),
    ]  # fmt: skip


def test_a_total_among_countries_as_columns_is_refused_by_name(import_file, figures):
    report = import_file("Date,FRA,DEU,Total\n2018-01,1,2,3\n")
    assert (len(figures()), report.refused) == (2, 1)
    assert report.faults[0][0].found == "Total"


AREAS = {
    "EL": "GRC", "UK": "GBR", "EU27_2020": "EUU", "EA20": "EMU", "Hong Kong SAR, China": "HKG", "XM": "EMU",
    "Macedonia, FYR": "MKD", "Egypt, Arab Rep. of": "EGY", "China, P.R.: Mainland": "CHN", "Kosovo, Rep. of": "XKX",
    "Congo, Dem. Rep. of the": "COD", "Dem. People's Rep. of Korea": "PRK", "Bahamas, The": "BHS",
    "Germany (DE)": "DEU",
    "China, Taiwan Province of": "TWN", "Türkiye, Rep of": "TUR", "St. Lucia": "LCA", "France 1/": "FRA",
    "Virgin Islands (U.S.)": "VIR", "OECD - Total": "OED", "OWID_WRL": "WLD", "South Sudan, Rep. of": "SSD",
}  # fmt: skip


@pytest.mark.parametrize("name", list(AREAS))
def test_areas_as_publishers_write_them(import_file, figures, name):
    import_file(f'Country,Year,Value\n"{name}",2019,1\nPeru,2019,2\n')
    assert {area for _, area, _ in figures()} == {AREAS[name], "PER"}


@pytest.mark.parametrize(
    "name", ["England", "Scotland", "EU28", "EA19", "Total", "Germany, Dem. Rep.", "Rest of world"]
)
def test_what_is_not_the_country_is_refused_by_name(import_file, figures, name):
    report = import_file(f'Country,Year,Value\n"{name}",2019,1\nPeru,2019,2\n')
    assert [fault.found for fault, _ in report.faults] == [name]
    assert {area for _, area, _ in figures()} == {"PER"}


def test_numbers_are_codes_of_m49_where_it_is_said(import_file, figures):
    import_file("M49,Year,Value\n250,2018,1\n8,2018,2\n")
    assert figures() == {("sales", "FRA", "2018"): 1.0, ("sales", "ALB", "2018"): 2.0}
    text = "Country,Year,Value\n250,2018,1\n"
    assert import_file(text, id="other").taken == 0
    assert import_file(text, id="other", mapping=ColumnMapping(area_codes="M49")).taken == 1


@pytest.mark.parametrize(
    "text",
    [
        "Region,Year,Value\nAlabama,2018,1\nGeorgia,2018,2\nOhio,2018,3\n",
        'Area,Year,Value\nChina,2018,1\n"China, mainland",2018,2\n',
    ],
    ids=["a state called like a country", "two names of one area"],
)
def test_areas_in_doubt_are_asked_for(import_file, text):
    with pytest.raises(UsageError, match="areas"):
        import_file(text)


def test_an_area_may_be_left_out(import_file, figures):
    text = 'Area,Year,Value\nChina,2018,1\n"China, mainland",2018,2\n'
    import_file(text, mapping=ColumnMapping(areas={"China": ""}))
    assert figures() == {("sales", "CHN", "2018"): 2.0}


STATUSES = {
    "P": ("P", ""), "provisional": ("P", ""), "Estimated value": ("E", ""), "D": ("A", "Status D"), "Fc": ("A", "Fc"),
    "E;P": ("E", "E;P"), "final": ("A", ""), "Forecast value": ("F", ""), "break in time series": ("B", ""),
    "A: Normal value": ("A", ""), "b": ("B", ""), "strange": ("A", "strange"),
}  # fmt: skip


@pytest.mark.parametrize("text", list(STATUSES))
def test_a_status_is_read_or_kept_as_a_note(import_file, open_imported, text):
    import_file(f"REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nFRA,2019,5,{text}\n")
    (row,) = open_imported().read_panel(Query(("sales",), datasets=("sales",))).frame.to_dict("records")
    assert row["status"] == STATUSES[text][0]
    assert STATUSES[text][1] in row["note"]
    assert bool(row["note"]) == bool(STATUSES[text][1])


def test_rows_that_withdraw_are_left_out_and_counted(import_file, figures):
    report = import_file("ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE\nM,FRA,2018,1\nD,FRA,2019,2\n")
    assert figures() == {("sales", "FRA", "2018"): 1.0}
    assert "ACTION" in report.text


HOSTILE = {
    "NUL": b"Country,Year,Value\nFrance,2018,1\x00\n", "UTF-32": "Country,Year,Value\nPeru,2018,1\n".encode("utf-32"),
    "a damaged letter": "Pays,Année,Valeur\nPérou,2018,1\n".encode() + b"P\xffrou,2019,1\n",
    "half a letter": "Country,Year,Value\nPeru,2018,1\n".encode("utf-16-le") + b"x", "zeros": bytes(500),
}  # fmt: skip


@pytest.mark.parametrize("content", HOSTILE.values(), ids=list(HOSTILE))
def test_what_is_no_text_is_refused_in_a_sentence(import_file, home, content):
    with pytest.raises(DataError):
        import_file(content)
    assert not list(home.rglob("*.parquet"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(import_file, figures, encoding):
    import_file("Country,Year,Value\nCôte d'Ivoire,2018,1.5\nTürkiye,2018,2\n".encode(encoding))
    assert figures() == {("sales", "CIV", "2018"): 1.5, ("sales", "TUR", "2018"): 2.0}


PUBLISHERS = {
    "World Bank": (
        (
            '"Data Source","WDI",\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2018","2019"\n'
            '"Peru","PER","Sheep (number)","XX.SHP","1","2"\n'
        ),
        [("PER", "2018", 1.0), ("PER", "2019", 2.0)],
    ),
    "World Bank, long": (
        (
            'Time,Time Code,Country Name,Country Code,"Goats (current US$) [XX.CD]"\n2018,YR2018,Peru,PER,1\n'
            "2019,YR2019,Peru,PER,2\n"
        ),
        [("PER", "2018", 1.0), ("PER", "2019", 2.0)],
    ),
    "IMF, with keys of series": (
        (
            '"DATASET","SERIES_CODE","COUNTRY","INDICATOR","FREQUENCY","SCALE","2018"\n"X","PER.A.I","Peru","All","Annual",'
            '"Units","1"\n"X","FRA.A.I","France","All","Annual","Units","2"\n'
        ),
        [("FRA", "2018", 2.0), ("PER", "2018", 1.0)],
    ),
    "OECD, old": (
        (
            '"LOCATION","INDICATOR","SUBJECT","MEASURE","FREQUENCY","TIME","Value","Flag Codes"\n'
            '"PER","GOAT","TOT","PC_GDP","A","2018",1,\n"PER","GOAT","TOT","MLN_USD","A","2018",2,"P"\n'
        ),
        [("PER", "2018", 1.0), ("PER", "2018", 2e6)],
    ),
    "FAO": (
        (
            '"Domain Code","Area Code (M49)","Area","Element Code","Element","Item Code (CPC)","Item","Year",'
            '"Unit","Value","Flag","Flag Description"\n"Q","604","Peru","1","Yield","2","Wheat","2018","kg/ha","1",'
            '"X","International"\n'
        ),
        [("PER", "2018", 1.0)],
    ),
    "UN": (
        (
            "Goal,SeriesCode,SeriesDescription,GeoAreaCode,GeoAreaName,TimePeriod,Value,Source,Units,Sex\n"
            "1,SI,Poverty,604,Peru,2018,1,x,PERCENT,BOTHSEX\n1,SI,Poverty,604,Peru,2018,2,x,PERCENT,FEMALE\n"
        ),
        [("PER", "2018", 1.0), ("PER", "2018", 2.0)],
    ),
    "population projections": (
        (
            "SortOrder,LocID,ISO3_code,SDMX_code,LocTypeName,ParentID,Location,VarID,Variant,Time,PopTotal\n"
            "1,604,PER,604,Country,931,Peru,2,Medium,2018,1\n2,250,FRA,250,Country,926,France,2,Medium,2018,2\n"
        ),
        [("FRA", "2018", 2.0), ("PER", "2018", 1.0)],
    ),
    "WHO": (
        (
            "IndicatorCode,Indicator,SpatialDimValueCode,Location,Period,Dim1 type,Dim1,FactValueNumericLow,Value\n"
            "W1,Life (years),PER,Peru,2018,Sex,Female,0,1\nW1,Life (years),PER,Peru,2018,Sex,Male,0,2\n"
        ),
        [("PER", "2018", 1.0), ("PER", "2018", 2.0)],
    ),
    "trade": (
        (
            "typeCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,"
            "partnerISO,partnerDesc,cmdCode,primaryValue\nC,20180101,2018,52,2018,604,PER,Peru,M,Import,0,W00,World,01,1\n"
            "C,20180101,2018,52,2018,604,PER,Peru,X,Export,0,W00,World,01,2\n"
        ),
        [("PER", "2018", 1.0), ("PER", "2018", 2.0)],
    ),
    "ILO": (
        (
            "ref_area.label,source.label,indicator.label,sex.label,time,obs_value,obs_status.label,note_source.label\n"
            "Peru,LFS,Rate (%),Total,2018,1,Break in series,a\nPeru,LFS,Rate (%),Male,2018,2,,b\n"
        ),
        [("PER", "2018", 1.0), ("PER", "2018", 2.0)],
    ),
    "BIS, wide": (
        "FREQ,Frequency,REF_AREA,Reference area,Unit,Series,2018-01,2018-02\nM,Monthly,PE,Peru,Per cent,M:PE,1,2\n",
        [("PER", "2018-01", 1.0), ("PER", "2018-02", 2.0)],
    ),
    "Maddison": (
        "countrycode,country,region,year,gdppc\nPER,Peru,Latin America,2018,1\nFRA,France,Western Europe,2018,2\n",
        [("FRA", "2018", 2.0), ("PER", "2018", 1.0)],
    ),
}


@pytest.mark.parametrize("publisher", list(PUBLISHERS))
def test_tables_of_publishers(import_file, open_imported, publisher):
    text, wanted = PUBLISHERS[publisher]
    report = import_file(text)
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    assert sorted(zip(frame["code"], frame["period"], frame["value"], strict=True)) == wanted
    assert report.refused == 0
    series = frame[["code", "period", "indicator", "dimensions", "unit"]]
    assert not series.duplicated().any()
