"""Short codes of areas are read in the list they are written in, or which list it is is asked."""

import pytest

from indicators.errors import UsageError
from indicators.importing import ColumnMapping
from indicators.importing.area_code_lists import read_code_list


def write(codes, heading="Country Code"):
    rows = [f"{code},2020,{place + 10}.5\n" for place, code in enumerate(codes.split())]
    return f"{heading},Year,Value (USD)\n{''.join(rows)}"


@pytest.mark.parametrize(
    ("codes", "option"),
    [
        ("CH GM SP AU AS JA", "area_codes: FIPS"),
        ("US CA CH GM JA", "area_codes: FIPS"),
        ("GER SUI CHI FRA", "area_codes: IOC"),
        ("BRN UAE KSA", "area_codes: IOC"),
        ("XM XN XD FR", "area_codes: WB"),
        ("CA TX NY IL", "own_areas"),
        ("SP RJ MG BA PE", "own_areas"),
        ("BE BW BY NW HH", "own_areas"),
        ("CA DE GA IN", "own_areas"),
        ("AL BA ES PA", "own_areas"),
        ("FM FR", "own_areas"),
        ("FM", "own_areas"),
    ],
)
def test_codes_that_another_list_explains_better_are_refused_with_the_option(import_file, codes, option):
    with pytest.raises(UsageError) as error:
        import_file(write(codes))
    assert option in error.value.hint


@pytest.mark.parametrize(
    ("codes", "mapping", "areas"),
    [
        ("CH GM AU", {"area_codes": "FIPS"}, "CHN DEU AUT"),
        ("CHI GER FRA", {"area_codes": "IOC"}, "CHL DEU FRA"),
        ("XM 1W FR", {"area_codes": "WB"}, "LIC WLD FRA"),
        ("CA TX", {"own_areas": {"CA": "California", "TX": "Texas"}}, "CA TX"),
        ("FM FR", {"areas": {"FM": "FSM"}}, "FSM FRA"),
        ("CA", {"area_codes": "ISO"}, "CAN"),
        ("DE FR IT ES", {}, "DEU FRA ITA ESP"),
        ("UK EL EA20 XK DE", {}, "GBR GRC EMU XKX DEU"),
        ("FM PW MH", {}, "FSM PLW MHL"),
    ],
)
def test_codes_are_read_by_their_list(import_file, figures, codes, mapping, areas):
    import_file(write(codes), mapping=ColumnMapping(**mapping))
    assert {code: value for (_, code, _), value in figures().items()} == {
        code: place + 10.5 for place, code in enumerate(areas.split())
    }


@pytest.mark.parametrize(
    ("code", "area"), [("LBN", "LBN"), ("IRN", "IRN"), ("INA", "IDN"), ("CTA", "CAF"), ("BRN", "BHR")]
)
def test_the_list_of_the_ioc_and_fifa_has_both_codes_of_an_area(code, area):
    assert read_code_list("IOC")[code] == area


def test_the_heading_of_codes_names_their_list(import_file, figures):
    import_file(write("CH AU AS", "FIPS"))
    assert {code for _, code, _ in figures()} == {"CHN", "AUT", "AUS"}


def test_names_beside_codes_say_which_list_it_is(import_file, figures):
    rows = "BRN,Brunei Darussalam\nUAE,United Arab Emirates\nKSA,Saudi Arabia\n".replace("\n", ",2020,5.5\n")
    import_file(f"Country Code,Country,Year,Value (USD)\n{rows}")
    assert ("BRN", "2020") in {(code, period) for _, code, period in figures()}
