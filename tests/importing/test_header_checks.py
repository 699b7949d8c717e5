"""A row of figures is not taken for a header."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping, FileOptions


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
