"""A row of figures is not taken for a header."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping, FileOptions
from indicators.store import Query


@pytest.mark.parametrize(
    "text", ["France,2018,1.5\nFrance,2019,2\n", "France,2018,\nFrance,2019,2\nPeru,2018,1.5\n", "2018,1.5\n2019,2\n"]
)
def test_a_table_without_a_header_is_asked_about(import_file, figures, text):
    mapping = ColumnMapping(one_area="" if text.startswith("France") else "FRA")
    with pytest.raises(UsageError, match="--header none"):
        import_file(text, mapping=mapping)
    import_file(text, mapping=mapping, options=FileOptions(header="none"))
    assert sorted((key[2], value) for key, value in figures().items()) == [("2018", 1.5), ("2019", 2.0)]


@pytest.mark.parametrize(
    "text", ["Country,Year,10,20\nFrance,2018,1,2\n", ",2018,2019\nFrance,1950,2011\nPeru,1960,2013\n"]
)
def test_numbers_in_a_header_are_names(import_file, figures, text):
    import_file(text)
    assert len(figures()) in (2, 4)


def test_lines_above_a_header_are_named(import_file, open_imported):
    report = import_file("Sex,Female\nUnit,EUR\nUnit multiplier,6\nCountry,2018,2019\nFrance,1.5,2\n")
    panel = open_imported().read_panel(Query(open_imported().catalogue.find_dataset("sales").indicators)).frame
    assert sorted(panel["value"]) == [1.5e6, 2e6]
    assert any("Sex, Female" in one.chosen for one in report.decisions)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Country,Year,Level,Growth (%)\nFrance,2018,1245,2\nFrance,2019,1119,-10\n", {"level", "growth"}),
        (",Country,Year,Milk\n2,France,2018,5\n0,France,2019,6\n1,Peru,2018,7\n", {"milk"}),
        ("Country,Year,Milk,__index_level_0__\nFrance,2018,5,2\nFrance,2019,6,0\nPeru,2018,7,1\n", {"milk"}),
    ],
)
def test_levels_are_figures_and_the_index_of_pandas_is_none(import_file, figures, text, columns):
    import_file(text)
    assert {key[0] for key in figures()} == columns


@pytest.mark.parametrize("letters", ["J,F,M,A,M,J,J,A,S,O,N,D", "E,F,M,A,M,J,J,A,S,O,N,D"])
def test_months_by_their_first_letters(import_file, figures, letters):
    import_file(f"Year,{letters}\n2018,1,2,3,4,5,6,7,8,9,10,11,12\n", mapping=ColumnMapping(one_area="FRA"))
    assert {key[2]: value for key, value in figures().items()} == {f"2018-{n:02}": n for n in range(1, 13)}


def test_lines_above_a_header_may_each_describe_one_column(import_file, open_imported):
    text = (
        "Rates and output\nURX, Share out of work, Percent, Monthly\nGDX: Output, Billions of Dollars\n\n"
        "Country,Year,URX,GDX,PPX\nFrance,2018,9.5,12,7\nFrance,2019,9.1,13,8\n"
    )
    report = import_file(
        text.replace("Country,Year", '"Country","Year"'), mapping=ColumnMapping(units={"Dollars": "USD"})
    )
    panel = open_imported().read_panel(Query(open_imported().catalogue.find_dataset("sales").indicators)).frame
    units = dict(zip(panel["indicator"], panel["unit"], strict=True))
    assert units == {"urx": "%", "gdx": "USD", "ppx": "units"}
    assert panel["value"].max() == 13e9
    assert any("GDX" in one.evidence for one in report.decisions)


@pytest.mark.parametrize("columns", ["2020,2020,2021,2021", "2020,,2021,"])
def test_flags_may_stand_below_the_period_of_their_figures(import_file, figures, columns):
    import_file(f"Country,{columns}\nFrance,1.5,p,2,\nPeru,3,,4,e\n")
    assert {key[2:3]: None for key in figures()} == {("2020",): None, ("2021",): None}
    assert sorted(figures().values()) == [1.5, 2, 3, 4]


@pytest.mark.parametrize("date", ["{}-{:02}", "{}-{:02}-01", "01.{1:02}.{0}"])
def test_dates_among_figures_are_no_slip(import_file, date):
    rows = [f"{day:02}.{month:02}.2020,France,{day},{mean}" for month in (1, 2, 3) for day, mean in
            ((29, date.format(2020, month)), (30 - (month == 2) * 2, 29.5 + month))]  # fmt: skip
    with pytest.raises(UsageError, match="--ignore 'Mean of month'"):
        import_file("Date,Country,Rate,Mean of month\n" + "\n".join(rows) + "\n")


@pytest.mark.parametrize("line", ["France, years", "Frankreich, Jahre", "France, années, sexe", "France, months"])
def test_what_the_rows_of_an_area_are_is_no_unit(import_file, open_imported, line):
    import_file(f"Flocks\n{line}\nCountry;Year;Sheep;Goats\nFrance;2018;1;2\nFrance;2019;3;4\n")
    panel = open_imported().read_panel(Query(open_imported().catalogue.find_dataset("sales").indicators)).frame
    assert set(panel["unit"]) == {"units"}


@pytest.mark.parametrize("pair", ["USD/CHF", "EUR/USD", "GBP / JPY"])
def test_a_pair_of_currencies_is_asked_about(import_file, open_imported, pair):
    text = f"Country,Year,{pair}\nFrance,2018,1.25\nFrance,2019,1.5\n"
    with pytest.raises(UsageError, match="--unit"):
        import_file(text)
    import_file(text, mapping=ColumnMapping(units={pair: "CHF per USD"}))
    panel = open_imported().read_panel(Query(open_imported().catalogue.find_dataset("sales").indicators)).frame
    assert set(panel["unit"]) == {"CHF per USD"}


def test_marks_of_notes_directly_behind_years(import_file, open_imported):
    import_file("Country,20181),2019²)\nFrance,1,2\nPeru,3,4\n1) Revised\n2) Forecast\n")
    frame = open_imported().read_panel(Query(open_imported().catalogue.find_dataset("sales").indicators)).frame
    assert dict(zip(frame["value"], frame["status"], strict=True)) == {1: "A", 2: "F", 3: "A", 4: "F"}
