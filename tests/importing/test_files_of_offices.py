"""Small tables in the manner of statistical offices and central banks, with the figures that they must give."""

import pytest

from indicators.importing import ColumnMapping
from indicators.store import Query

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
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_gives_its_figures(import_file, open_imported, name):
    text, area, expected = TABLES[name]
    report = import_file(text, mapping=ColumnMapping(one_area=area))
    store = open_imported()
    frame = store.read_panel(Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))).frame
    found = frame[["code", "period", "value", "unit"]].itertuples(index=False, name=None)
    assert (set(found), report.refused) == (expected, 0)
