"""Units in the title above a table, behind a name in its header and in notes."""

import pytest

from indicators.importing import ColumnMapping
from indicators.importing.value_units import read_title

HEAD = "Country,Year,"


def values_and_units(store, id="sales"):
    from indicators.store import Query

    frame = store.read_panel(Query(store.catalogue.find_dataset(id).indicators, datasets=(id,))).frame
    return list(zip(frame["value"].tolist(), frame["unit"], strict=True))


MEASURES = {
    "steel, tonnes": "tonnes",
    "Life expectancy in years": "years",
    "Area – km2": "square kilometres",
    "Lebenserwartung in Jahren": "years",
    "Продолжительность жизни, лет": "years",
    "Esperanza de vida, años": "years",
    "Acier, en tonnes": "tonnes",
    "钢产量，吨": "tonnes",
    "Density, persons per km2": "persons per square kilometre",
    "Spread, basis points": "basis points",
}
NAMES = [
    "Iron, ore", "Position, lat", "Meetings, minutes", "Persons by age, years", "Wages, hour", "Rail, passengers",
    "Output, t", "Population, persons", "Score, points",
]  # fmt: skip
NOTES = ["Sales (a)", "Sales (d)", "Sales [f]", "Sales (b)"]


@pytest.mark.parametrize("title", [*MEASURES, *NAMES, *NOTES])
@pytest.mark.parametrize("place", ["above", "header"])
def test_a_measure_behind_a_name_is_its_unit(import_file, open_imported, title, place):
    text = f'"{title}"\n\nCountry,2020,2021\nPeru,5.5,6.5\n'
    import_file(text if place == "above" else f'{HEAD}"{title}"\nPeru,2020,5.5\nPeru,2021,6.5\n')
    assert {unit for _, unit in values_and_units(open_imported())} == {MEASURES.get(title, "units")}


def test_a_letter_in_brackets_is_a_unit_where_the_name_says_so(import_file, open_imported):
    import_file(f"{HEAD}Hours worked (h),Steel (t)\nPeru,2020,5.5,6.5\n")
    assert {unit for _, unit in values_and_units(open_imported())} == {"hours", "tonnes"}


@pytest.mark.parametrize(
    ("columns", "row", "says", "units"),
    [
        ("Pay (EUR)", "5.5", "USD, not EUR", {"USD"}),
        ("Pay (EUR mn)", "5.5", "USD, not million EUR", {"USD"}),
        ("Pay,Unit", "5.5,EUR", "EUR", {"EUR"}),
        ("Pay (mn)", "5.5", "million USD", {"USD"}),
    ],
)
def test_a_report_says_which_unit_holds_beside_the_one_given(import_file, open_imported, columns, row, says, units):
    report = import_file(f"{HEAD}{columns}\nPeru,2020,{row}\nPeru,2021,{row}\n", mapping=ColumnMapping(all_units="USD"))
    assert [one.chosen for one in report.decisions if one.subject == "Unit"] == [says]
    assert {unit for _, unit in values_and_units(open_imported())} == units


def test_the_unit_of_a_known_indicator_is_named_as_assumed(import_file):
    report = import_file(f"{HEAD}gdp,beds\nPeru,2020,5.5,6.5\nPeru,2021,6.5,7.5\n")
    assumed = [one for one in report.decisions if one.subject == "Unit"]
    assert [(one.chosen, one.option) for one in assumed] == [("USD", "--unit UNIT")]
    assert "gdp" in assumed[0].evidence


@pytest.mark.parametrize("mark", ["(a)", "[a]", " a", "(e)"])
def test_a_letter_behind_a_number_is_a_note(import_file, open_imported, mark):
    import_file(f"{HEAD}Sales\nPeru,2020,5.5{mark}\nPeru,2021,6.5\n")
    assert values_and_units(open_imported()) == [(5.5, "units"), (6.5, "units")]


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("USD million unless otherwise stated", (5.5e6, "USD")),
        ("Unless otherwise indicated, EUR mn", (5.5e6, "EUR")),
        ("(EUR mn, except where noted)", (5.5e6, "EUR")),
        ("Mio. EUR, sofern nicht anders angegeben", (5.5e6, "EUR")),
        ("en millions d'euros, sauf indication contraire", (5.5e6, "EUR")),
        ("млн руб., если не указано иное", (5.5e6, "RUB")),
        ("Percent, unless stated otherwise", (5.5, "%")),
    ],
)
def test_a_unit_that_holds_unless_rows_say_otherwise(import_file, open_imported, line, figure):
    rows = 'Pay,2020,5.5\n"Population, persons",2020,7\n"Life expectancy, years",2020,8.5\n'
    import_file(f'"{line}"\n\nItem,Year,Value\n{rows}', mapping=ColumnMapping(one_area="Peru", indicator_name="Item"))
    assert {*values_and_units(open_imported())} == {figure, (7, "persons"), (8.5, "years")}


@pytest.mark.parametrize("item", ["Loans, households", "Employment, women", "Stock, vehicles"])
def test_who_a_row_is_about_is_not_its_unit(import_file, open_imported, item):
    rows = f'"{item}",2020,5.5\nAll,2020,7\n'
    import_file(f"EUR mn\n\nItem,Year,Value\n{rows}", mapping=ColumnMapping(one_area="Peru", indicator_name="Item"))
    assert {*values_and_units(open_imported())} == {(5.5e6, "EUR"), (7e6, "EUR")}


def test_a_scale_above_is_that_of_a_measure_in_the_header(import_file, open_imported):
    import_file(f'(thousands)\n\n{HEAD}"Steel, tonnes",Share (%)\nPeru,2020,5.5,6.5\n')
    assert {*values_and_units(open_imported())} == {(5.5e3, "tonnes"), (6.5, "%")}


@pytest.mark.parametrize(
    ("title", "unit", "power"),
    [
        ("PIB (US$ a precios actuales)", "USD", 0), ("PIB ($ US courants)", "USD", 0), ("GDP（现价美元）", "USD", 0),
        ("PIB par habitant ($ US constants de 2015)", "USD at 2015 prices", 0),
        ("人均 GDP（2015年不变价美元）", "USD at 2015 prices", 0), ("BIP (Mio. EUR, jeweilige Preise)", "EUR", 6),
        ("ВВП (млрд руб., в текущих ценах)", "RUB", 9), ("PIB (milhões de R$ a preços correntes)", "BRL", 6),
        ("PIL (milioni di euro, prezzi correnti)", "EUR", 6), ("HDP (mld. Kč, běžné ceny)", "CZK", 9),
        ("PIB, PPA ($ a precios internacionales actuales)", "international dollars", 0), ("PIB (UMN)", "LCU", 0),
    ],
)  # fmt: skip
def test_the_prices_of_money_are_said_in_several_languages(title, unit, power):
    assert read_title(title, {}).found == (unit, power)
