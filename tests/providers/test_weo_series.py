"""Figures of the Outlook become series: units of national currency, base years, and one basis per series."""

import pandas as pd
import pytest

from indicators.errors import DataError
from indicators.files import read_embedded_catalogue
from indicators.providers.weo_currencies import find_own_currencies
from indicators.providers.weo_series import make_series

INDICATORS = read_embedded_catalogue().indicators
NEWEST, APRIL, OLD = "2025-10-31", "2025-04-30", "2015-04-30"


def make_rows(*rows):
    """Rows of editions: concept, area, year, vintage, value and base year."""
    frame = pd.DataFrame(rows, columns=["concept", "area", "year", "vintage", "value", "base"])
    return frame.assign(fiscal="", status="A", origin="imf-weo-2025-10")


def make_gdp(area, rate, *, vintage=NEWEST, years=range(2010, 2025), base=""):
    """GDP in national currency at a rate per dollar, and 100 in dollars, for some years."""
    rates = dict.fromkeys(years, rate) if not callable(rate) else {year: rate(year) for year in years}
    own = [("NGDP", area, year, vintage, 100.0 * rates[year], base) for year in years]
    return [*own, *(("NGDPD", area, year, vintage, 100.0, base) for year in years)]


def make_rates(**by_currency):
    """Annual averages of 2000 to 2024, by currency: area and rate per dollar."""
    rows = [
        (area, year, float(rate), f"{currency} per USD")
        for currency, (area, rate) in by_currency.items() for year in range(2000, 2025)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["area", "year", "value", "unit"])


RATES = make_rates(RUB=("RUS", 60), EUR=("DEU", 0.9), SLE=("SLE", 20), ZWG=("ZWE", 13))


def find(*rows):
    found = find_own_currencies(make_rows(*rows), RATES)
    return {(area, vintage): currency for area, vintage, currency in found.itertuples(index=False)}


def series_of(*rows, groups=()):
    table = make_series(make_rows(*rows), RATES, INDICATORS, groups).to_pylist()
    return [(row["INDICATOR"], row["TIME_PERIOD"], str(row["VINTAGE"]), row["UNIT_MEASURE"]) for row in table]


def test_a_currency_is_certain_if_the_implied_rate_agrees_with_the_published_one():
    assert find(*make_gdp("RUS", 61)) == {("RUS", NEWEST): "RUB"}
    assert find(*make_gdp("RUS", 70)) == {}


def test_a_country_that_adopted_the_euro_has_euros_for_all_years():
    assert find(*make_gdp("HRV", 0.9)) == {("HRV", NEWEST): "EUR"}


def test_money_that_is_always_worth_a_dollar_is_dollars_and_a_peg_that_moved_is_not():
    assert find(*make_gdp("LBR", 1.0)) == {("LBR", NEWEST): "USD"}
    assert find(*make_gdp("TKM", lambda year: 1.0 if year < 2015 else 3.5)) == {}


def test_old_leones_are_not_taken_for_new_ones():
    assert find(*make_gdp("SLE", 20_000)) == {("SLE", NEWEST): "SLL"}


def test_years_with_several_exchange_rates_do_not_count_against_the_others():
    assert find(*make_gdp("RUS", lambda year: 60 if year < 2014 else 540)) == {("RUS", NEWEST): "RUB"}


def test_an_edition_with_few_years_has_the_currency_of_the_newest_if_both_imply_the_same_rates():
    few = range(2021, 2025)
    rate = lambda year: 60 if year < 2014 else 540  # noqa: E731  a rate by year
    assert find(*make_gdp("RUS", rate), *make_gdp("RUS", rate, vintage=APRIL, years=few))["RUS", APRIL] == "RUB"
    assert ("RUS", APRIL) not in find(*make_gdp("RUS", rate), *make_gdp("RUS", 54, vintage=APRIL, years=few))


def test_own_money_has_the_unit_of_the_currency_and_a_note_where_it_is_uncertain():
    assert {unit for id, *_, unit in series_of(*make_gdp("RUS", 60)) if id == "gdp-own-money"} == {"RUB"}
    table = make_series(make_rows(*make_gdp("ZWE", 500)), RATES, INDICATORS, ()).to_pylist()
    uncertain = [row for row in table if row["INDICATOR"] == "gdp-own-money"]
    assert {row["UNIT_MEASURE"] for row in uncertain} == {"LCU"}
    assert all("currency" in row["NOTE"] for row in uncertain)


def test_constant_prices_and_indices_carry_their_base_year_and_a_wrong_base_is_left_open():
    rows = series_of(
        *make_gdp("RUS", 60),
        ("NGDP_R", "RUS", 2024, NEWEST, 5.0, "2021"), ("NGDPRPC", "RUS", 2024, NEWEST, 5.0, "2021"),
        ("PCPI", "RUS", 2020, NEWEST, 100.2, "2020"), ("PCPI", "RUS", 2024, NEWEST, 150.0, "2020"),
        ("PCPIE", "RUS", 2024, NEWEST, 151.0, "2020"), ("PCPI", "DEU", 2020, NEWEST, 104.0, "2020"),
    )  # fmt: skip
    units = {(id, year): unit for id, year, _, unit in reversed(rows)}
    assert units["gdp-constant-prices", "2024"] == "RUB at 2021 prices"
    assert units["gdp-per-capita-constant-prices", "2024"] == "RUB per person at 2021 prices"
    assert units["consumer-price-index-annual", "2024"] == "index, 2020 = 100"
    assert units["consumer-price-index-end-of-year", "2024"] == "index, 2020 = 100"
    assert units["consumer-price-index-annual", "2020"] == "index"  # Germany's


def test_an_older_edition_in_another_currency_is_left_out_and_its_rates_of_change_are_kept():
    old = make_gdp("RUS", 0.06, vintage=OLD, years=range(2010, 2015))
    rows = series_of(*make_gdp("RUS", 60), *old, ("NGDP_RPCH", "RUS", 2009, OLD, -7.8, ""))
    assert {id for id, _, vintage, _ in rows if vintage == OLD} == {"gdp-weo", "gdp-growth-weo"}


def test_levels_of_years_that_the_newest_edition_no_longer_gives_are_left_out():
    rows = series_of(*make_gdp("RUS", 60), *make_gdp("RUS", 60, vintage=OLD, years=range(2008, 2015)))
    assert {year for _, year, vintage, _ in rows if vintage == OLD} == {"2010", "2011", "2012", "2013", "2014"}


@pytest.mark.parametrize(("deflator", "kept"), [(100.4, True), (83.0, False)])
def test_constant_prices_of_an_older_edition_are_kept_only_with_the_same_base_year(deflator, kept):
    rows = series_of(
        *make_gdp("RUS", 60), *make_gdp("RUS", 60, vintage=OLD, years=range(2010, 2015)),
        ("NGDP_R", "RUS", 2014, NEWEST, 5.0, "2010"), ("NGDP_D", "RUS", 2010, NEWEST, 100.0, "2010"),
        ("NGDP_R", "RUS", 2014, OLD, 5.1, ""), ("NGDP_D", "RUS", 2010, OLD, deflator, ""),
    )  # fmt: skip
    found = [(vintage, unit) for id, _, vintage, unit in rows if id == "gdp-constant-prices"]
    assert found == ([(OLD, "RUB at 2010 prices")] if kept else []) + [(NEWEST, "RUB at 2010 prices")]


def test_an_index_of_a_group_is_not_counted_with_persons():
    rows = series_of(("LE", "G110", 2024, NEWEST, 115.9, ""), ("LE", "DEU", 2024, NEWEST, 4e7, ""), groups=["G110"])
    assert [(id, unit) for id, *_, unit in rows] == [
        ("employment", "persons"),
        ("employment-index", "index, 2005 = 100"),
    ]


def test_a_concept_without_an_indicator_is_refused_by_name():
    with pytest.raises(DataError) as caught:
        series_of(("NEW_CONCEPT", "RUS", 2024, NEWEST, 1.0, ""))
    assert caught.value.found == "NEW_CONCEPT"
