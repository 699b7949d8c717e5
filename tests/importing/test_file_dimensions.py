"""A column that divides figures, such as sex or a sector, makes series of one indicator, with its own words."""

import pytest

import indicators as ind
from indicators.importing import ColumnMapping

JOBLESS = """Country,Year,Sex,Age group,Value
Germany,2023,Female,15-24,5.5
Germany,2023,Male,15-24,6.5
Germany,2023,Both sexes,15-24,6
Germany,2024,Female,15-24,5.25
"""


@pytest.fixture
def get(home):
    return lambda *names, **asked: ind.get(*names, store=str(home), **asked)


def test_sex_and_age_are_dimensions_with_the_codes_of_sdmx_and_the_words_of_the_file(import_file, open_imported, get):
    import_file(JOBLESS)
    sex, age = open_imported().catalogue.find_indicator("sales").dimensions
    assert (sex.id, sex.values, sex.label_code("F")) == ("SEX", ("_T", "F", "M"), "Female")
    assert (age.id, age.values, age.label_code("Y15T24")) == ("AGE", ("Y15T24",), "15-24")
    panel = get("sales", "DEU", "2023")
    found = dict(zip(panel.frame["sex"], panel.frame["value"], strict=True))
    assert found == {"Both sexes": 6.0, "Female": 5.5, "Male": 6.5}
    assert set(panel.frame["age"]) == {"15-24"}


@pytest.mark.parametrize("chosen", [{"sex": "F"}, {"sex": "women"}, {"SEX": ["Female"]}, "sex=F"])
def test_a_series_is_chosen_by_code_or_word(import_file, get, chosen):
    import_file(JOBLESS)
    assert get("sales", "DEU", dimensions=chosen).frame["value"].tolist() == [5.5, 5.25]


def test_columns_of_a_mapping_are_dimensions_beside_columns_that_name_an_indicator(import_file, figures):
    text = "Staat;Jahr;Branche;Umsatz\nDeutschland;2023;Glas;5\nDeutschland;2023;Papier;6,5\n"
    mapping = ColumnMapping(area_name="Staat", period="Jahr", dimensions=("Branche",), values={"Umsatz": "Sales"})
    import_file(text, mapping=mapping)
    assert figures() == {("sales BRANCHE=Glas", "DEU", "2023"): 5.0, ("sales BRANCHE=Papier", "DEU", "2023"): 6.5}


def test_a_later_release_adds_codes_and_changes_only_its_own_series(import_file, open_imported, figures):
    import_file(JOBLESS, vintage=None)
    report = import_file(JOBLESS.replace(",5.5", ",5.75") + "Germany,2024,Diverse,15-24,4\n", id="sales")
    assert (report.new, report.changed, report.withdrawn) == (1, 1, 0)
    sex, _ = open_imported().catalogue.find_indicator("sales").dimensions
    assert sex.values == ("_T", "F", "M", "Diverse")
    assert figures()["sales AGE=Y15T24;SEX=F", "DEU", "2023"] == 5.75


def test_a_blank_cell_is_the_total(import_file, figures):
    import_file("Country,Year,Sex,Value\nNorway,2019,,15.5\nNorway,2019,Female,16.5\n")
    assert figures() == {("sales", "NOR", "2019"): 15.5, ("sales SEX=F", "NOR", "2019"): 16.5}


def test_a_known_indicator_that_is_not_divided_is_not_used(import_file, open_imported):
    import_file("Country,Year,Indicator,Sex,Value\nNorway,2019,gdp,Female,1\nNorway,2019,gdp,,3\n")
    assert open_imported().catalogue.find_dataset("sales").indicators == ("sales-gdp",)


@pytest.mark.parametrize("name", ["again.csv", "again.sdmx.csv", "again.parquet", "again.xlsx"])
def test_an_export_comes_back_with_its_dimensions(import_file, figures, get, tmp_path, name):
    import_file(JOBLESS)
    before = figures()
    saved = ind.save(get("sales"), tmp_path / name)
    import_file(saved, id="again")
    assert {(key[0].partition(" ")[2], *key[1:]): value for key, value in figures("again").items()} == {
        (key[0].partition(" ")[2], *key[1:]): value for key, value in before.items()
    }


@pytest.mark.parametrize(
    "words", ["How satisfied are you with all that you do in", "15 years of age and over who are in work and"]
)
def test_long_names_that_begin_alike_are_read_back(import_file, figures, words):
    head = f"Country,Year,{words} the week,{words} the month,Value\n"
    options = ColumnMapping(dimensions=(f"{words} the week", f"{words} the month"))
    import_file(head + "Peru,2020,Low,High,5\nPeru,2020,High,High,6\nPeru,2020,Low,Low,7\n", mapping=options)
    assert sorted(figures().values()) == [5, 6, 7]
