"""Headings within a table become a column if the file shows what they tell apart; none is dropped in silence."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping
from indicators.store import Query


@pytest.mark.parametrize(
    "text",
    [
        "Country,2021,2022\nExports,,\nPeru,10.5,11.5\nImports,,\nChile,3.5,4.5\n",
        "Country,2021,2022\nPeru,10.5,11.5\nImports,,\nChile,3.5,4.5\n",
        "Country,Year,Value\nMen,,\nPeru,2021,10.5\nWomen,,\nChile,2021,3.5\n",
        "Country,Note,2021,2022\nExports,fob,,\nPeru,,10.5,11.5\nImports,cif,,\nChile,,3.5,4.5\n",
        "Code,Country,2021,2022\n,Exports,,\nPER,Peru,10.5,11.5\n,Imports,,\nCHL,Chile,3.5,4.5\n",
        "No,Country,2021,2022\nExports,,,\n1,Peru,10.5,11.5\nImports,,,\n1,Chile,3.5,4.5\n",
        "Country,2021,2022\nMillion EUR,,\nPeru,10.5,11.5\nPercent of GDP,,\nChile,3.5,4.5\n",
    ],
)
def test_headings_that_tell_rows_apart_are_refused(import_file, text):
    with pytest.raises(UsageError) as error:
        import_file(text)
    assert "areas: {" in error.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "Country,2021,2022\nSouth America,,\nPeru,10.5,11.5\nChile,3.5,4.5\nEurope,,\nSpain,1.5,2.5\n",
        "Country,2021,2022\nChile,10.5,11.5\nNeverland,,\nPeru,3.5,4.5\nSpain,1.5,2.5\nSpecial,,\n:,none,\n",
    ],
)
def test_regions_countries_without_figures_and_footnotes_are_no_headings(import_file, figures, text):
    import_file(text)
    assert len(figures()) == 6


def test_headings_that_tell_nothing_apart_are_left_out(import_file, figures):
    text = "Country,2021,2022\nBlock A,,\nPeru,10.5,11.5\nBlock B,,\nChile,3.5,4.5\n"
    import_file(text, mapping=ColumnMapping(areas={"Block A": "", "Block B": ""}))
    assert len(figures()) == 4


PERU = ColumnMapping(one_area="Peru")


@pytest.mark.parametrize(
    "text",
    [
        "Item,2021,2022\nPeru,,\nMilk,1,2\nRice,3,4\nChile,,\nMilk,5,6\nRice,7,8\n",
        "Peru,2021,2022\nMilk,1,2\nRice,3,4\nChile,2021,2022\nMilk,5,6\nRice,7,8\n",
        "Peru,,\nYear,Milk,Rice\n2021,1,3\n2022,2,4\nChile,,\nYear,Milk,Rice\n2021,5,7\n2022,6,8\n",
        "Area,2021,2022\nAmericas,,\nPeru,,\nMilk,1,2\nRice,3,4\nSouth America,,\nChile,,\nMilk,5,6\nRice,7,8\n",
        "Item,Peru,Chile\n2021,,\nMilk,1,5\nRice,3,7\n2022,,\nMilk,2,6\nRice,4,8\n",
        "Milk,2021,2022\nPeru,1,2\nChile,5,6\nRice,2021,2022\nPeru,3,4\nChile,7,8\n",
        "Table 1: Milk\nArea,2021,2022\nPeru,1,2\nChile,5,6\nTable 2: Rice\nArea,2021,2022\nPeru,3,4\nChile,7,8\n",
        "Area,2021,2022\nMilk,Milk,Milk\nPeru,1,2\nChile,5,6\nRice,Rice,Rice\nPeru,3,4\nChile,7,8\nSource: us,,\n",
    ],
)
def test_headings_that_repeat_the_rows_below_them_become_a_column(import_file, figures, text):
    import_file(text)
    found = {(area, period, value) for (_, area, period, *_), value in figures().items()}
    assert found == {("PER", "2021", 1), ("PER", "2022", 2), ("PER", "2021", 3), ("PER", "2022", 4),
                     ("CHL", "2021", 5), ("CHL", "2022", 6), ("CHL", "2021", 7), ("CHL", "2022", 8)}  # fmt: skip


def test_a_title_that_is_continued_is_no_heading(import_file, figures):
    text = "Table 1. Milk\nCountry,2021,2022\nPeru,1,2\nTable 1. Milk (continued)\nCountry,2021,2022\nChile,5,6\n"
    import_file(text)
    assert sorted(figures().values()) == [1, 2, 5, 6]


@pytest.mark.parametrize(
    "text",
    [
        "Period,Milk\n2023,\nJan,1\nFeb,2\n2024,\nJan,3\n",
        "Period,Milk\n2023 Jan,1\nFeb,2\n2024 Jan,3\n",
        "Period,Milk\n2022,\nI,1\nII,2\nIII,3\nIV,4\n2023,\nI,1\nII,2\nIII,3\nIV,4\n2024,\nI,5\n",
        "Period,Milk\n2023,9\nQ1,1\nQ2,2\nQ3,3\nQ4,3\n2024,\nQ1,4\n",
    ],
)
def test_months_and_quarters_take_the_year_above_them(import_file, figures, text):
    import_file(text, mapping=PERU)
    periods = [period for _, _, period, *_ in figures()]
    assert "2023-02" in periods or "2023-Q2" in periods
    assert "2024-01" in periods or "2024-Q1" in periods


def test_months_below_several_years_with_figures_may_be_of_the_next_year(import_file, figures):
    import_file("Period,Milk\n2022,8\n2023,9\nJan,1\nFeb,2\n", mapping=PERU)
    assert len(figures()) == 2


@pytest.mark.parametrize(
    ("heading", "unit", "factor"),
    [
        ("Exports, EUR mn", "EUR", 1e6),
        ("Экспорт, млн долл. США", "USD", 1e6),
        ("出口额（亿元）", "CNY", 1e8),
        ("thousands", "units", 1e3),
        ("Unemployment rate (%)", "%", 1),
        ("Block A", "units", 1),
    ],
)
def test_a_heading_for_all_rows_gives_their_unit(import_file, open_imported, heading, unit, factor):
    import_file(f'Country,2021,2022\n"{heading}",,\nPeru,2,4\nChile,6,8\n')
    store = open_imported()
    query = Query(store.catalogue.find_dataset("sales").indicators, datasets=("sales",))
    frame = store.read_panel(query).frame
    assert {*frame["unit"]} == {unit}
    assert sorted(frame["value"]) == [factor * value for value in (2, 4, 6, 8)]


def test_a_heading_for_all_rows_with_another_unit_than_the_title_is_asked_about(import_file):
    with pytest.raises(UsageError) as error:
        import_file("Trade in thousand USD\nCountry,2021,2022\nExports (EUR mn),,\nPeru,2,4\nChile,6,8\n")
    assert "--unit" in error.value.hint
