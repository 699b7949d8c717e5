"""Columns of periods beside the one that dates the figures are settled by evidence, or the user is asked."""

import pytest

from indicators.errors import UsageError


@pytest.mark.parametrize(
    "text",
    [
        "Country,Latest year,Latest,Previous year,Previous\nSpain,2023,12.2,2022,12.9\nItaly,2023,7.7,2021,9.5",
        "Country,Start,End,Population\nSpain,2010,2014,46.5\nSpain,2015,2019,46.8",
        "Country,From,To,Growth (%)\nSpain,2000,2010,2.2\nSpain,2010,2020,0.4",
        "Land,Letztes Jahr,Wert,Vorjahr,Wert Vorjahr\nDeutschland,2023,45.2,2022,44.1",
        "Country,Fiscal year,Calendar year,Deficit\nIndia,2019,2020,4.6\nIndia,2020,2021,9.2",
    ],
)
def test_two_columns_of_periods_are_asked_about(import_file, text):
    with pytest.raises(UsageError, match="both have periods"):
        import_file(text)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Country,Start date,End date,Rate\nSpain,2020-01-01,2020-12-31,1.5\nSpain,2021-01-01,2021-12-31,2", "20 21"),
        ("Country,Year,Value,Date\nSpain,2020,7.1,2024-05-01\nSpain,2021,7.2,2023-06-01", "20 21"),
        ("Date,Country,Year,Value\n01/05/2024,Spain,2020,7.1\n01/05/2024,Spain,2021,7.2", "20 21"),
        ("Country,Year,Year of census,Value\nSpain,2020,2011,5\nSpain,2021,2021,6", "20 21"),
        ("Country,Year,Base year,Index\nSpain,2020,2015,103.2\nSpain,2021,2015,109.9", "20 21"),
    ],
)
def test_ends_of_periods_and_days_of_editions_are_left_aside(import_file, figures, text, periods):
    import_file(text)
    assert sorted(key[2] for key in figures()) == [f"20{year}" for year in periods.split()]
