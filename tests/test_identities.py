"""Identities between the World Bank's indicators, over all countries and years: a wrong unit or scale breaks them."""

import re

import duckdb
import pandas as pd
import pytest

from indicators.files import read_embedded_catalogue

CATALOGUE = read_embedded_catalogue()
(TABLE,) = CATALOGUE.find_dataset("world-bank-wdi").tables
OTHER_TERRITORY = {"CYP", "MAR", "RUS", "SDN", "TZA", "UKR"}  # GDP leaves out a part of the population's territory
DEBT_REVISED = {"COD", "DOM", "GIN", "LBR", "NIC", "PER", "RUS", "RWA", "SDN"}  # in years of rescheduling


def read_wide(expression):
    """Return the indicators that an expression names in backticks, a column each, by country and year."""
    countries = [area.code for area in CATALOGUE.areas if area.kind == "country"]
    rows = duckdb.execute(
        """SELECT INDICATOR, REF_AREA, year(TIME_START) AS YEAR, OBS_VALUE FROM read_parquet(?)
        WHERE list_contains(?, INDICATOR) AND list_contains(?, REF_AREA)""",
        [str(TABLE), re.findall("`(.+?)`", expression), countries],
    ).df()
    return rows.pivot_table(index=["REF_AREA", "YEAR"], columns="INDICATOR", values="OBS_VALUE")


def find_exceptions(frame, left, right, tolerance):
    """Return how many pairs were compared, and the countries in which the two sides differ by more than this."""
    one, other = frame.eval(left), frame.eval(right)
    differ = ((one - other).abs() > tolerance * other.abs()).loc[one.notna() & other.notna()]
    return len(differ), set(differ[differ].index.get_level_values("REF_AREA"))


@pytest.mark.parametrize(
    ("left", "right", "tolerance", "exceptions"),
    [
        ("`gdp-per-capita`", "`gdp` / `population`", 0.001, OTHER_TERRITORY),
        ("`gni-per-capita-ppp`", "`gni-ppp` / `population`", 0.02, OTHER_TERRITORY | {"ETH", "MOZ", "SOM"}),
        ("`population`", "`urban-population-total` + `rural-population-total`", 1e-9, set()),
        ("`urban-population-share`", "100 - `rural-population-share`", 1e-9, set()),
        ("`urban-population-share`", "100 * `urban-population-total` / `population`", 0.001, set()),
        ("`population-density`", "`population` / `land-area`", 0.001, {"GEO", "MDA"}),
        ("`population-aged-0-14-share` + `population-aged-15-64-share`", "100 - `population-aged-65-and-over-share`",
         1e-4, set()),
        ("`age-dependency-ratio`", "100 * (100 - `population-aged-15-64-share`) / `population-aged-15-64-share`",
         0.001, set()),
        ("`income-share-bottom-20` + `income-share-second-20` + `income-share-third-20` + `income-share-fourth-20`",
         "100 - `income-share-top-20`", 0.01, set()),
        ("`merchandise-trade-share-of-gdp`", "100 * (`merchandise-exports` + `merchandise-imports`) / `gdp`", 1e-9,
         set()),
        ("`external-debt` - `imf-credit` - `external-debt-short-term`",
         "`external-debt-public` + `external-debt-private`", 0.001, DEBT_REVISED),
        ("`short-term-debt-share-of-reserves`", "100 * `external-debt-short-term` / `reserves`", 1e-9, set()),
        ("`aid-received-per-capita`", "`aid-received` / `population`", 1e-9, set()),
        ("`interest-rate-spread`", "`lending-interest-rate` - `deposit-interest-rate`", 1e-4, set()),
        ("`forest-area-share`", "100 * `forest-area` / `land-area`", 1e-9, set()),
        ("`arable-land-per-capita`", "`arable-land-share` * `land-area` / `population`", 1e-9, set()),
    ],
)  # fmt: skip
def test_two_ways_to_a_figure_agree_in_all_countries_and_years(left, right, tolerance, exceptions):
    compared, countries = find_exceptions(read_wide(left + right), left, right, tolerance)
    assert compared > 2_000
    assert countries <= exceptions


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        ("`agriculture-share-of-gdp` + `industry-share-of-gdp`", "100"),
        ("`neonatal-mortality-rate`", "`infant-mortality-rate`"),
        ("`infant-mortality-rate`", "`under-5-mortality-rate`"),
        ("`poverty-gap`", "`poverty-rate`"),
        ("`income-share-bottom-10`", "`income-share-bottom-20`"),
        ("`income-share-top-10`", "`income-share-top-20`"),
        ("`child-severe-wasting`", "`child-wasting`"),
        ("`land-area`", "1.001 * `surface-area`"),
        ("`arable-land-share`", "`agricultural-land-share`"),
        ("`labour-force`", "`population`"),
        ("`migrants`", "`population`"),
    ],
)
def test_a_part_is_never_more_than_its_whole(smaller, larger):
    frame = read_wide(smaller + larger)
    one, other = frame.eval(smaller), pd.Series(frame.eval(larger), index=frame.index)
    assert (one.notna() & other.notna()).sum() > 900
    assert (one > other + 1e-9).sum() == 0
