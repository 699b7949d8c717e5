"""Dollars in a file about one country are its own, and those of several countries are asked about."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping


@pytest.fixture
def read_units(import_file, open_imported):
    def read(content, **options):
        import_file(content, **options)
        dataset = open_imported().catalogue.find_dataset("sales")
        return {open_imported().catalogue.find_indicator(id).unit for id in dataset.indicators}

    return read


@pytest.mark.parametrize(
    ("areas", "header", "unit"),
    [
        ("Canada", "Value (millions of dollars)", "CAD"),
        ("Canada", "Value ($ thousand)", "CAD"),
        ("Canada", "Value (US$ thousand)", "USD"),
        ("Norway", "Mill. kr", "NOK"),
        ("South Korea", "Sales, billion won", "KRW"),
        ("Canada France", "Value (millions of dollars)", "USD"),
        ("Peru", "Value (millions of dollars)", "USD"),
    ],
)
def test_a_word_for_money_is_that_of_the_only_country(read_units, areas, header, unit):
    rows = "".join(f"{area},2020,5\n" for area in areas.replace("South ", "South_").split())
    assert read_units(f'Country,Year,"{header}"\n{rows}'.replace("_", " ")) == {unit}


@pytest.mark.parametrize(
    ("areas", "header"), [("Canada Australia", "Sales ($ million)"), ("Mexico", "Sales ($ million)")]
)
def test_dollars_that_may_be_those_of_two_countries_are_asked_about(import_file, read_units, areas, header):
    text = f"Country,Year,{header}\n" + "".join(f"{area},2020,5\n" for area in areas.split())
    with pytest.raises(UsageError, match="--unit"):
        import_file(text)
    assert read_units(text, mapping=ColumnMapping(all_units="million USD")) == {"USD"}


def test_codes_of_a_list_are_no_scale(import_file, figures):
    import_file("Country,Year,Item,Value\nPeru,2020,1000,5\nPeru,2020,Item 1000,6\nPeru,2020,10000,7\n")
    assert sorted(figures().values()) == [5, 6, 7]
