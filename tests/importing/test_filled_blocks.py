"""Blank cells below the first of a block take its text, if the file shows that they are blocks."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping, FileOptions

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


MONTHS = "Período,{second},Índice\n2004,Enero,92\n,Febrero,90\n2005,Enero,93\n,Febrero,91\n"


@pytest.mark.parametrize("second", ["", "Período", "Mes"])
@pytest.mark.parametrize("note", ["", ",,\nFuente: oficina,,\n", "Fuente: oficina,Fuente: oficina,Fuente: oficina\n"])
def test_a_year_and_its_months_may_share_a_heading_and_have_a_note_below(import_file, figures, second, note):
    import_file(MONTHS.format(second=second) + note, mapping=ColumnMapping(one_area="ARG"))
    assert sorted((key[2], value) for key, value in figures().items()) == [
        ("2004-01", 92), ("2004-02", 90), ("2005-01", 93), ("2005-02", 91),
    ]  # fmt: skip


def test_a_year_written_once_beside_its_dates_is_no_second_table(import_file, figures):
    text = "Jahr,Jahr,Reisen\n2016,2016-01-01,7\n,2016-02-01,8\n2017,2017-01-01,9\n,2017-02-01,5\nQuelle: Amt,,\n"
    import_file(text, mapping=ColumnMapping(one_area="DEU"))
    assert sorted(value for value in figures().values()) == [5, 7, 8, 9]


def test_a_column_that_only_has_a_merged_note_has_no_part_in_the_table(import_file, figures):
    text = "Period,Period,Period,Output\n,2019,Jan,1\n,2019,Feb,2\n,2020,Jan,3\n(1) Note,(1) Note,(1) Note,(1) Note\n"
    import_file(text + "Source: us,(1) Note,,\n", mapping=ColumnMapping(one_area="PER"))
    assert sorted((key[2], value) for key, value in figures().items()) == [
        ("2019-01", 1), ("2019-02", 2), ("2020-01", 3),
    ]  # fmt: skip


def test_long_texts_are_refused_or_left_aside_at_once(import_file):
    for text in (f"Country,Year,{'word [a] ' * 1000}\nPeru,2020,5\n", f"{'9' * 5000},8\nPeru,2020\n"):
        with pytest.raises(UsageError) as error:
            import_file(text, mapping=ColumnMapping(period="Month"))
        assert len(str(error.value)) < 2500
