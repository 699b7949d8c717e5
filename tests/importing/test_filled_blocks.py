"""Blank cells below the first of a block take its text, if the file shows that they are blocks."""

import pytest

from indicators.errors import UsageError
from indicators.importing import FileOptions

YEARS = "Country,Year,Sales\nPeru,2019,1\n,2020,2\nChile,2019,3\n,2020,4\n,2021,5\n"
ITEMS = "Country,Item,2019\nPeru,Milk,1\n,Butter,2\nChile,Milk,3\n,Butter,4\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (YEARS, {("PER", 1), ("PER", 2), ("CHL", 3), ("CHL", 4), ("CHL", 5)}),
        (ITEMS, {("PER", 1), ("PER", 2), ("CHL", 3), ("CHL", 4)}),
        (ITEMS + ",,\n,Total,9\n", {("PER", 1), ("CHL", 3)}),
        (ITEMS + ",Wool,9\n", {("PER", 1), ("CHL", 3)}),
        (ITEMS.replace("Chile", "Cuba,Total,8\nChile") + ",Total,9\n", {("PER", 1), ("CUB", 8), ("CHL", 3)}),
        (
            "Country,Item,Year,Sales\nPeru,Milk,2019,1\n,Milk,2020,2\nChile,Milk,2019,3\n,Milk,2020,4\n,All,2020,9\n",
            {("PER", 1), ("CHL", 3)},
        ),
        ("Country,Year,Sales\nPeru,2019,1\n,2020,2\n", {("PER", 1)}),
        ("Country,Year,Sales\nPeru,2019,1\n,2019,2\nChile,2019,3\n", {("PER", 1), ("CHL", 3)}),
    ],
    ids=["years", "items", "total", "other item", "total after another", "other item of a year", "one block", "twice"],
)
def test_cells_are_filled_only_within_blocks(import_file, figures, text, expected):
    import_file(text)
    assert {(key[1], value) for key, value in figures().items()} == expected


def test_filling_is_reported_and_can_be_turned_off(import_file):
    assert [one.option for one in import_file(YEARS).decisions if "blank" in one.chosen] == ["--keep-blanks"]
    assert import_file(YEARS, id="other", options=FileOptions(keep_blanks=True)).refused == 3


def test_the_user_may_say_where_the_header_is(import_file, figures):
    text = "Country,Year,Value\nold,old,old\nCountry,Year,Sales\nPeru,2019,1\n"
    import_file(text, options=FileOptions(header="3"))
    assert list(figures().values()) == [1]
    with pytest.raises(UsageError, match="3-4"):
        import_file(text, options=FileOptions(header="40"))
