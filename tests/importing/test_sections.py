"""Headings within a table that tell its rows apart are never dropped in silence."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping


@pytest.mark.parametrize(
    "text",
    [
        "Country,2021,2022\nExports,,\nPeru,10.5,11.5\nImports,,\nChile,3.5,4.5\n",
        "Country,2021,2022\nPeru,10.5,11.5\nImports,,\nChile,3.5,4.5\n",
        "Country,Year,Value\nMen,,\nPeru,2021,10.5\nWomen,,\nChile,2021,3.5\n",
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
