"""A header that is repeated within a table holds no figures; another header there is refused."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping

PERU = ColumnMapping(one_area="Peru")


@pytest.mark.parametrize("again", ["Item,2019,2020", ",2019,2020", "Year,2019.0,2020.0"])
def test_a_repeated_header_is_no_row_of_figures(import_file, figures, again):
    import_file(f"Item,2019,2020\nMilk,10.5,11.5\n{again}\nRice,1.5,2.5\n", mapping=PERU)
    assert sorted(figures().values()) == [1.5, 2.5, 10.5, 11.5]


@pytest.mark.parametrize(
    "text",
    [
        "Item,2019,2020\nMilk,10.5,11.5\nItem,2021,2022\nMilk,1.5,2.5\n",
        "Item,2019,2020,2021\nMilk,1.5,2.5,3.5\nRice,2022,2023,2024\nMilk,1.5,2.5,3.5\n",
        "Item,2019Q1,2019Q2\nMilk,10.5,11.5\nItem,2021Q1,2021Q2\nMilk,1.5,2.5\n",
        "Year,Milk,Rice\n2019,10.5,11.5\nYear,Tea,Salt\n2019,1.5,2.5\n",
        "Item,2019,2020\nMilk,10.5,11.5\nImports,2021,2022\nRice,1.5,2.5\n",
        "Item,2019,2020\nMilk,10.5,11.5\nImports,2019,2020\nRice,1.5,2.5\n",
    ],
)
def test_another_header_is_refused(import_file, text):
    with pytest.raises(UsageError) as error:
        import_file(text, mapping=PERU)
    assert "line" in str(error.value)


def test_figures_that_look_like_years_are_figures(import_file, figures):
    import_file("Item,2019,2020\nTea,1.5,2.5\nMilk,2019,2044\nRice,2021,2022\n", mapping=PERU)
    assert len(figures()) == 6


def test_a_first_row_with_the_number_of_its_year_is_no_header(import_file, figures):
    import_file("Item,2019,2020\nMilk,2019,2050\nRice,35050,36050\n", mapping=PERU)
    assert sorted(figures().values()) == [2019, 2050, 35050, 36050]


def test_numbers_above_the_header_are_not_lost(import_file):
    with pytest.raises(UsageError, match="Line 1"):
        import_file("Milk,1.5,2.5\nCountry,2019,2020\nPeru,3.5,4.5\n")


def test_tables_side_by_side_are_refused(import_file):
    with pytest.raises(UsageError, match="side by side"):
        import_file("Year,Milk,,Year,Milk\n2001,1.5,,2011,3.5\n2002,2.5,,2012,4.5\n", mapping=PERU)


@pytest.mark.parametrize("row", ["Peru,2020,7.5", "Peru,Jan 2020,7.5", "World,2019,"])
def test_a_row_of_figures_above_the_header_is_asked_about(import_file, figures, row):
    text = f"{row}\nCountry,Year,Value\nSpain,{row.split(',')[1]},7.1\nItaly,2020,15.5\n"
    if row.endswith(","):
        import_file(text)
        assert sorted(figures().values()) == [7.1, 15.5]
    else:
        with pytest.raises(UsageError, match="line 2"):
            import_file(text)
