"""Small tables in the manner of statistical offices and central banks, with the figures that they must give."""

import openpyxl
import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping, FileOptions
from indicators.store import Query

FLAGGED = """Dataset: [NAMA_10$DEFAULTVIEW],,,
"Unit of measure, million euro",,,
TIME,2021,,2022,
GEO (Labels),,,,
Belgium,5,,6,p
Malta,:,,7,
Special value,,,,
"""
COUNTERPARTS = """Country Name,Counterpart-Area Name,Counterpart-Area Code,Series Name,2021
Kenya,China,730,"Debt (DOD, current US$)",5.5
Kenya,World,WLD,"Debt (DOD, current US$)",6.5
"""
TABLES = {
    "unit in Cyrillic": (
        "Страна;Показатель;Единица измерения;2021\nРоссия;Оборот;млрд руб.;39471,5\nРоссия;Население;тыс. чел.;147,1\n",
        "",
        {("RUS", "2021", 39471.5e9, "RUB"), ("RUS", "2021", 147100, "persons")},
    ),
    "unit in a title column": (
        "region;kvartal;statistikkvariabel;Verdi\nNorge;2023K1;Salg (mill. kr);1250\nNorge;2023K2;Salg (mill. kr);5\n",
        "",
        {("NOR", "2023-Q1", 1250e6, "NOK"), ("NOR", "2023-Q2", 5e6, "NOK")},
    ),
    "unit behind two underscores": (
        "Zeit;Land;BIP004__Sozialprodukt__Mrd._EUR\n2021;Deutschland;3617,45\n",
        "",
        {("DEU", "2021", 3617.45e9, "EUR")},
    ),
    "what is priced is no unit": (
        "nominal;data;curs;cdx\n1;09.01.2024;89,6883;Доллар США\n100;09.01.2024;62,1234;Японских иен\n",
        "RUS",
        {("RUS", "2024-01-09", 89.6883, "units"), ("RUS", "2024-01-09", 62.1234, "units")},
    ),
    "codes beside their names": (
        "Sesso1,Sesso,TIME,Value,Flag Codes,Flags\n1,maschi,2023-Q1,7.1,,\n2,femmine,2023-Q1,9.4,p,provvisorio\n",
        "ITA",
        {("ITA", "2023-Q1", 7.1, "units"), ("ITA", "2023-Q1", 9.4, "units")},
    ),
    "months below a year": (
        ";;Preisindex\n;;2020=100\n2024;Januar;117,6\n2024;Februar;118,1\n",
        "DEU",
        {("DEU", "2024-01", 117.6, "index, 2020 = 100"), ("DEU", "2024-02", 118.1, "index, 2020 = 100")},
    ),
    "series in columns": (
        "Title,Cash,Bills\nFrequency,Monthly,Monthly\nUnits,%,Per cent\n31/01/2024,4.35,4.31\n29/02/2024,4.3,4.32\n",
        "AUS",
        {("AUS", "2024-01", 4.35, "%"), ("AUS", "2024-02", 4.3, "%"), ("AUS", "2024-01", 4.31, "%"),
         ("AUS", "2024-02", 4.32, "%")},
    ),
    "metadata above one series": (
        '"Title","ALL ITEMS"\n"CDID","L55O"\n"Unit","%"\n"Notes",\n"2023","6.8"\n"2023 Q1","9"\n"2023 JAN","8.8"\n',
        "GBR",
        {("GBR", "2023", 6.8, "%"), ("GBR", "2023-Q1", 9.0, "%"), ("GBR", "2023-01", 8.8, "%")},
    ),
    "parts of a year as columns": (
        "Year,Jan,Feb,HALF1\n2022,281.1,283.7,288.3\n",
        "USA",
        {("USA", "2022-01", 281.1, "units"), ("USA", "2022-02", 283.7, "units"), ("USA", "2022-S1", 288.3, "units")},
    ),
    "Roman quarters": (
        "Kraj,Okres,Obrót (mln zł)\nPolska,I kw. 2023,5\nPolska,IV kw. 2023,6\n",
        "",
        {("POL", "2023-Q1", 5e6, "PLN"), ("POL", "2023-Q4", 6e6, "PLN")},
    ),
    "money at the prices of a year": (
        "unit,geo,TIME_PERIOD,OBS_VALUE\nCLV15_MEUR,DE,2020,5\nCLV_I15,DE,2021,104.5\n",
        "",
        {("DEU", "2020", 5e6, "EUR at 2015 prices"), ("DEU", "2021", 104.5, "index, 2015 = 100")},
    ),
    "no counterpart, an edition and a withheld figure": (
        "REF_AREA,COUNTERPART_AREA,EDITION,TIME_PERIOD,OBS_VALUE\nPER,_Z,YU,2020,5\nPER,CHN,YU,2020,6\nPER,_Z,YU,2021,:C\n",
        "",
        {("PER", "2020", 5, "units"), ("PER", "2020", 6, "units")},
    ),
    "a column only of rows without figures": (
        "Entity,Code,Year,Output,Regions\nPeru,PER,2020,5,\nPeru,PER,2021,6,\nPeru,PER,2023,,South America\n",
        "",
        {("PER", "2020", 5, "units"), ("PER", "2021", 6, "units")},
    ),
    "flags beside periods, and a name for rows below one for columns": (
        FLAGGED,
        "",
        {("BEL", "2021", 5e6, "EUR"), ("BEL", "2022", 6e6, "EUR"), ("MLT", "2022", 7e6, "EUR")},
    ),
    "a unit below periods": (
        "Geography,Canada,\nProducts,May 2024,June 2024\n,2002=100\nFood,158.5,159.5\n",
        "CAN",
        {("CAN", "2024-05", 158.5, "index, 2002 = 100"), ("CAN", "2024-06", 159.5, "index, 2002 = 100")},
    ),
    "months below a line of their own": (
        ";2022;2023\nк концу предыдущего месяца;;\nянварь;100,5;100,25\nфевраль;101;\n",
        "RUS",
        {("RUS", "2022-01", 100.5, "units"), ("RUS", "2023-01", 100.25, "units"), ("RUS", "2022-02", 101, "units")},
    ),
    "a title over the countries": (
        "Real growth (Annual percent change),2022,2023\nPeru,5.5,6.5\nChile,no data,7.5\n",
        "",
        {("PER", "2022", 5.5, "%"), ("PER", "2023", 6.5, "%"), ("CHL", "2023", 7.5, "%")},
    ),
    "countries over measures, each with its unit": (
        "Year;Denmark;;Norway;\n;Sales (EUR mn);Staff;Sales (EUR mn);Staff\n2021;5,5;6;7,5;8\n",
        "",
        {("DNK", "2021", 5.5e6, "EUR"), ("DNK", "2021", 6, "units"), ("NOR", "2021", 7.5e6, "EUR"),
         ("NOR", "2021", 8, "units")},
    ),
    "units below names, below another corner": (
        '"Onderwerp";"CPI";"Jaarmutatie"\n"Perioden";"2015 = 100";"%"\n"2024 mei";"133,25";"2,5"\n',
        "NLD",
        {("NLD", "2024-05", 133.25, "index, 2015 = 100"), ("NLD", "2024-05", 2.5, "%")},
    ),
    "codes of a list of its own beside the names of countries": (
        "Year,Economy,Economy_Label,US_dollars_in_millions_Value\n2022,0116,Cambodia,5.5\n2023,0116,Cambodia,6.5\n",
        "",
        {("KHM", "2022", 5.5e6, "USD"), ("KHM", "2023", 6.5e6, "USD")},
    ),
    "names of countries where codes are missing": (
        "ISO3 Alpha-code,Country or region,Year,Births\n,World,2022,9\nBDI,Burundi,2022,5\nPER,Peru,2022,6\n",
        "",
        {("WLD", "2022", 9, "units"), ("BDI", "2022", 5, "units"), ("PER", "2022", 6, "units")},
    ),
    "series over dates, with their codes beside the heading of these": (
        "Titulo,Tipo de cambio\nUnidad,Tasa\nFecha,SF43718\n29/01/2025,20.5\n30/01/2025,20.25\n",
        "MEX",
        {("MEX", "2025-01-29", 20.5, "units"), ("MEX", "2025-01-30", 20.25, "units")},
    ),
    "names, periods and units in one heading": (
        'Kod;Nazwa;"pszenica;2022;[t]";"pszenica;2023;[t]"\n0;POLSKA;5;6\n',
        "",
        {("POL", "2022", 5, "tonnes"), ("POL", "2023", 6, "tonnes")},
    ),
    "countries within the names of series": (
        "period,Annual – Bil. Euros – GDP – France (A/U/FRA.1),Annual – Bil. Euros – GDP – Peru (A/U/PER)\n2021,5,6\n",
        "",
        {("FRA", "2021", 5e9, "EUR"), ("PER", "2021", 6e9, "EUR")},
    ),
    "a year before its months": (
        "Country,2022,Jan,Feb,2023,Jan\nPeru,9,4,5,,6\n",
        "",
        {("PER", "2022", 9, "units"), ("PER", "2022-01", 4, "units"), ("PER", "2022-02", 5, "units"),
         ("PER", "2023-01", 6, "units")},
    ),
    "a year after the quarters that add up to it": (
        "Country,Q1,Q2,Q3,Q4,2022\nPeru,1,2,3,4,10\nChile,2,2,2,2,8\n",
        "",
        {(area, period, value, "units") for area, values in (("PER", (1, 2, 3, 4, 10)), ("CHL", (2, 2, 2, 2, 8)))
         for period, value in zip(("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2022"), values, strict=True)},
    ),
    "a code that is also the name of a month": (
        "indic_de,geo\\time\t2021 \t2020 \nJAN,MT\t516100 \t514564 \n",
        "",
        {("MLT", "2021", 516100, "units"), ("MLT", "2020", 514564, "units")},
    ),
    "ends of months below a line that says they are months": (
        "Broad indices,Monthly averages; 2020=100\n,Argentina\nEOM,RBAR\n2024-11-30,65.5\n2024-12-31,67.5\n",
        "",
        {("ARG", "2024-11", 65.5, "units"), ("ARG", "2024-12", 67.5, "units")},
    ),
    "a unit in a line below": (
        "Country,2021,2022\nPeru,5.5,6.5\nUnit: US dollars in millions,,\n",
        "",
        {("PER", "2021", 5.5e6, "USD"), ("PER", "2022", 6.5e6, "USD")},
    ),
    "one year over all months": (
        ";;2024;2024\n;;ноябрь;декабрь\nРоссия;К предыдущему месяцу;101,5;101,25\n",
        "",
        {("RUS", "2024-11", 101.5, "units"), ("RUS", "2024-12", 101.25, "units")},
    ),
    "decimal commas as often as delimiters": (
        "1. A népesség, mutatók\nÉv;Népesség, ezer fő;Születés\n2022;9 689,5;88 491\n2023;9 599,7;85 225\n",
        "HUN",
        {("HUN", "2022", 9689500, "persons"), ("HUN", "2023", 9599700, "persons"), ("HUN", "2022", 88491, "units"),
         ("HUN", "2023", 85225, "units")},
    ),
    "money that only one country has, in words": (
        "Economy,Indicator,Unit,2021\nBhutan,GDP,Million Ngultrum,5.5\nMaldives,GDP,Million Rufiyaa,6.5\n",
        "",
        {("BTN", "2021", 5.5e6, "BTN"), ("MDV", "2021", 6.5e6, "MVR")},
    ),
    "descriptions that leave no figure twice": (
        "Description,Date,Value\nper Dollar,2025-01-30,18.5\nper Dollar,2025-01-31,18.75\nper Pound,2025-01-31,23.25\n",
        "ZAF",
        {("ZAF", "2025-01-30", 18.5, "units"), ("ZAF", "2025-01-31", 18.75, "units"),
         ("ZAF", "2025-01-31", 23.25, "units")},
    ),
    "codes of a dimension in Dutch, and periods with letters": (
        "Geslacht;Perioden;Geboorten\n1100;2023JJ00;5\n1100;2024KW01;6\n3000;2024MM02;7\n",
        "NLD",
        {("NLD", "2023", 5, "units"), ("NLD", "2024-Q1", 6, "units"), ("NLD", "2024-02", 7, "units")},
    ),
    "footnotes behind figures": (
        "Country;2022;2023\nBulgaria;840,5*;970,25 ᵖ\n",
        "",
        {("BGR", "2022", 840.5, "units"), ("BGR", "2023", 970.25, "units")},
    ),
    "countries over years": (
        "Item,Denmark,,Norway,\n,2020,2021,2020,2021\nHoney,5.5,6.5,7.5,8.5\n",
        "",
        {("DNK", "2020", 5.5, "units"), ("DNK", "2021", 6.5, "units"), ("NOR", "2020", 7.5, "units"),
         ("NOR", "2021", 8.5, "units")},
    ),
    "negative amounts in parentheses": (
        'Country,Year,Net lending MEUR\nPeru,2021,"(1,250.5)"\nChile,2021,5.5\n',
        "",
        {("PER", "2021", -1250.5e6, "EUR"), ("CHL", "2021", 5.5e6, "EUR")},
    ),
    "thousands in Portuguese and Spanish": (
        "País,Ano,Unidade,Valor\nBrasil,2023,Mil pessoas,8600.5\nBrasil,2024,mil toneladas,5\n",
        "",
        {("BRA", "2023", 8600500, "persons"), ("BRA", "2024", 5000, "tonnes")},
    ),
    "a multiple in the word of a unit": (
        "País,Año,Unidad,Valor\nPerú,2023,megatoneladas,5\n", "", {("PER", "2023", 5e6, "tonnes")},
    ),
    "a unit above with its scale after a comma": (
        "Unit of measure: US dollars, PPP converted, Millions,\nReference area,2022\nIsrael,5.5\nIreland,6.5\n",
        "",
        {("ISR", "2022", 5.5e6, "international dollars"), ("IRL", "2022", 6.5e6, "international dollars")},
    ),
    "codes with a zero before them beside their names": (
        "REF_AREA,E_COICOP,Coicop,TIME_PERIOD,Osservazione\nIT,00,Indice generale,2024,5.5\nIT,01,Alimentari,2024,6\n",
        "",
        {("ITA", "2024", 5.5, "units"), ("ITA", "2024", 6, "units")},
    ),
    "further columns of one country": (
        "Country,Year,Amount,Rate\nOman,2020,5.5,1.5\nOman,2021,6.5,1.25\n",
        "",
        {("OMN", "2020", 5.5, "units"), ("OMN", "2021", 6.5, "units"), ("OMN", "2020", 1.5, "units"),
         ("OMN", "2021", 1.25, "units")},
    ),
    "frequencies in lowercase and what was read from": (
        "period,original_period,FREQ,REF_AREA,original_value,value\n2022-01-01,2022,a,deu,5.5,5.5\n",
        "",
        {("DEU", "2022", 5.5, "units")},
    ),
    "flags of several letters": (
        "geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nBE,2023,5.5,ep\n", "", {("BEL", "2023", 5.5, "units")},
    ),
    "only the name of a unit": (
        "Country,Unit Name,2021\nMalta,Percent of GDP,37.5\n", "", {("MLT", "2021", 37.5, "% of GDP")},
    ),
    "a unit in two lines": (
        "Title,GDP at market prices,Growth\nPreUnit,£,\nUnit,m,%\n2022,5.5,1.5\n2023 Q4,6.5,-0.5\n",
        "GBR",
        {("GBR", "2022", 5.5e6, "GBP"), ("GBR", "2023-Q4", 6.5e6, "GBP"), ("GBR", "2022", 1.5, "%"),
         ("GBR", "2023-Q4", -0.5, "%")},
    ),
    "a scale in a title whose brackets have none": (
        "Country,Year,GDP £m (£)\nMalta,2021,5.5\n", "", {("MLT", "2021", 5.5e6, "GBP")},
    ),
    "thousands in Turkish": (
        "Yıl,Nüfus (Bin kişi)\n2022,5.5\n2023,6.5\n",
        "TUR",
        {("TUR", "2022", 5500, "persons"), ("TUR", "2023", 6500, "persons")},
    ),
    "counterparts by name where their codes are others": (
        COUNTERPARTS,
        "",
        {("KEN", "2021", 5.5, "USD"), ("KEN", "2021", 6.5, "USD")},
    ),
    "a scale in the unit and beside it": (
        "GEO,UOM,SCALAR_FACTOR,REF_DATE,VALUE\nPeru,Persons in thousands,thousands,2021,5.5\n",
        "",
        {("PER", "2021", 5500, "persons")},
    ),
    "a year with a title beside plain years": (
        "Country,2021,2022,Change 2022\nPeru,5.5,6.5,1\n",
        "",
        {("PER", "2021", 5.5, "units"), ("PER", "2022", 6.5, "units"), ("PER", "2022", 1, "units")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_gives_its_figures(import_file, open_imported, name):
    text, area, expected = TABLES[name]
    report = import_file(text, mapping=ColumnMapping(one_area=area))
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    found = frame[["code", "period", "value", "unit"]].itertuples(index=False, name=None)
    remarks = text.count("Special value") + text.count("\nUnit: ")  # below the table
    assert (set(found), report.refused) == (expected, remarks)


def test_parentheses_without_money_are_refused_with_the_option_that_reads_them(import_file, figures):
    text = "Country,Year,Change\nPeru,2020,(5.5)\nPeru,2021,6.5\n"
    assert "--negative-parentheses" in import_file(text).text
    import_file(text, id="other", options=FileOptions(negative_parentheses=True))
    assert figures("other") == {("other-change", "PER", "2020"): -5.5, ("other-change", "PER", "2021"): 6.5}


def test_lines_that_differ_for_one_figure_agree_by_chance_for_another(import_file, figures):
    import_file("Item,2021,2022\nCredit,9,8\nGoods,4,5\nDebit,7,6\nGoods,4,3\n", mapping=ColumnMapping(one_area="Peru"))
    assert sorted(figures().values()) == [6, 7, 8, 9]


def test_two_values_for_one_figure_are_both_refused_and_the_same_value_twice_is_kept_once(import_file, figures):
    report = import_file("Country,Year,Value\nPeru,2020,5\nPeru,2020,6\nPeru,2021,7\nPeru,2021,7\n")
    assert (report.refused, figures()) == (3, {("sales", "PER", "2021"): 7})


PIVOT = (
    "Sum of Value,Column Labels,,,\n,2021,,2022,\nRow Labels,Cocoa,Gold,Cocoa,Gold\n"
    "Ghana,1.5,2.5,3.5,4.5\nGrand Total,1.5,2.5,3.5,4.5\n"
)


def test_a_pivot_table_gives_its_figures_without_the_totals(import_file, figures):
    assert import_file(PIVOT).refused == 1
    assert figures() == {
        ("cocoa", "GHA", "2021"): 1.5, ("gold", "GHA", "2021"): 2.5, ("cocoa", "GHA", "2022"): 3.5,
        ("gold", "GHA", "2022"): 4.5,
    }  # fmt: skip


KEYED = (
    'CHARSET="ANSI";AXIS-VERSION="2013";MATRIX="k";TITLE="Catch";CONTENTS="Catch";UNITS="tonnes";STUB="country","sex";'
    'HEADING="year";VALUES("country")="Iceland","Norway";CODES("country")="ISL","NOR";VALUES("sex")="F","M";'
    'VALUES("year")="2021","2022";TIMEVAL("year")=TLIST(A1),"2021","2022";KEYS("country")=CODES;KEYS("sex")=VALUES;'
    'DATA="ISL","M",100.5 110 "NOR","F",".." 7;'
)


def test_a_px_file_that_leaves_out_empty_rows_is_read_by_their_keys(import_file, figures):
    import_file(KEYED, name="keyed.px")
    assert figures() == {
        ("sales SEX=M", "ISL", "2021"): 100.5, ("sales SEX=M", "ISL", "2022"): 110, ("sales SEX=F", "NOR", "2022"): 7,
    }  # fmt: skip


@pytest.mark.parametrize("title", ["", "Table 7\n"])
def test_empty_columns_before_a_table_change_nothing(import_file, figures, title):
    text, area, expected = TABLES["a unit in two lines"]
    moved = "".join(f",,{line}\n" for line in text.splitlines())
    import_file(title + moved, mapping=ColumnMapping(one_area=area))
    assert sorted(figures().values()) == sorted(value for _, _, value, _ in expected)


def test_one_series_of_insee_is_read_below_its_description(import_file, figures):
    head = '"Libellé";"Indice des prix"\n"idBank";"001759970"\n"Dernière mise à jour";"15/05/2024 08:45"\n'
    rows = '"Période";"";""\n"2024-04";"119,5";"A"\n"2024-03";"118,75";"A"\n'
    import_file(head + rows, mapping=ColumnMapping(one_area="France"))
    assert {(code, period): value for (_, code, period), value in figures().items()} == {
        ("FRA", "2024-04"): 119.5, ("FRA", "2024-03"): 118.75,
    }  # fmt: skip


def test_a_year_between_a_title_and_its_unit_is_the_period(import_file, figures):
    import_file("Country,GDP 2022 (US$ bn),GDP 2023 (US$ bn)\nPeru,245.5,267.5\n")
    assert {period: value for (_, _, period), value in figures().items()} == {"2022": 245.5e9, "2023": 267.5e9}


def test_months_beside_several_years_are_refused(import_file):
    with pytest.raises(UsageError, match="Jan 2022"):
        import_file("Country,2021,2022,Jan,Feb\nPeru,9,8,4,5\n")


@pytest.mark.parametrize("title", ["Fulus Miliar", "PIB em milhões de reais", "Value Rs. crore"])
def test_a_scale_in_a_title_that_cannot_be_read_is_refused(import_file, title):
    with pytest.raises(UsageError, match="scale"):
        import_file(f"Country,Year,{title}\nFrance,2021,9\n")


def test_a_sheet_of_notes_before_the_table_gives_its_unit(import_file, open_imported, tmp_path):
    book = openpyxl.Workbook()
    for row in (["Source", "An office"], ["PAY", "All employees, Thousands of Persons, Monthly"]):
        book.active.append(row)
    for row in (["observation_date", "PAY"], ["2024-01-01", 5.5], ["2024-02-01", 6]):
        (book["Data"] if "Data" in book.sheetnames else book.create_sheet("Data")).append(row)
    book.save(tmp_path / "pay.xlsx")
    report = import_file(tmp_path / "pay.xlsx", mapping=ColumnMapping(one_area="USA"))
    frame = open_imported().read_panel(Query((*open_imported().catalogue.find_dataset("sales").indicators,))).frame
    assert frame[["period", "value", "unit"]].to_numpy().tolist() == [
        ["2024-01", 5500.0, "persons"], ["2024-02", 6000.0, "persons"],
    ]  # fmt: skip
    assert "Data" in report.text
