"""Rows that are refused name the choice that would read them, and titles with a day name no column."""

import pytest


@pytest.mark.parametrize("row", ["EA19,2019,1,", "Peru,2019,1,1"])
def test_a_row_that_is_refused_names_the_choice(import_file, row):
    report = import_file(f"Country,Year,Sales,Multiplier\nChile,2019,1,0\n{row}\n")
    [(fault, _)] = report.faults
    assert any(choice in str(fault) for choice in ("own_areas", "--ignore"))


def test_a_unit_that_is_refused_row_by_row_names_the_choice(import_file):
    report = import_file("Country,Indicator,2019\nPeru,Rain (mm),5\n")
    assert "--unit" in str(report.faults[0][0])


@pytest.mark.parametrize(
    "line", ["Exports,,Updated,2021-03-01", "Exports,Updated,,2021-03-01", "Updated 1 March,2021-03-01,,"]
)
def test_a_title_with_the_day_of_its_update_names_no_column(import_file, figures, line):
    import_file(f"{line}\nCountry,2019,2020,2021\nPeru,1,2,3\nChile,4,5,6\n")
    assert figures() == {
        ("sales", area, str(2019 + n)): float(value + n) for area, value in (("PER", 1), ("CHL", 4)) for n in range(3)
    }
