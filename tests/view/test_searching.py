"""The words of a search: what is asked for, where and when, in whatever order and case they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.files import read_embedded_catalogue
from indicators.view.discovery import search
from indicators.view.searching import read_search

CATALOGUE = read_embedded_catalogue()
COUNTRIES = [area for area in CATALOGUE.areas if area.kind == "country"]


@pytest.mark.parametrize(
    ("words", "first", "country", "time"),
    [
        ("poland gdp", "gdp", "POL", ""),
        ("what is the GDP of Brazil", "gdp", "BRA", ""),
        ("population of nigeria", "population", "NGA", ""),
        ("germany vs france unemployment", "unemployment", "DEU~FRA", ""),
        ("exports china to usa", "merchandise-exports", "CHN~USA", ""),
        ("us inflation 2023", "inflation", "USA", "2023"),
        ("inflation in Germany in October 2025", "inflation", "DEU", "2025"),
        ("internet users in the world 2010 to 2020", "internet-users", "WLD", "2010..2020"),
        ("eurozone inflation", "inflation", "EMU", ""),
        ("latvian youth unemployment", "youth-unemployment", "LVA", ""),
        ("g7 gdp", "gdp", "CAN~DEU~FRA~GBR~ITA~JPN~USA", ""),
        ("cpi us monthly", "consumer-price-index-monthly", "USA", ""),
        ("ВВП Польши", "gdp", "POL", ""),
        ("中国人口", "population", "CHN", ""),
        ("georgia gdp", "gdp", "GEO", ""),
        ("unemploymnet in greece", "unemployment", "GRC", ""),
        ("gdp 2024", "gdp", "", "2024"),
        # Words that only look like codes or names of countries.
        ("gdp per capita", "gdp-per-capita", "", ""),
        ("world bank loans", "world-bank-loans", "", ""),
        ("fed funds", "policy-rate", "", ""),
    ],
)
def test_countries_and_years_are_found_among_the_words(words, first, country, time):
    query = read_search(words, CATALOGUE)
    assert (query.indicators[0].id, query.address.get("country", ""), query.time) == (first, country, time)


@pytest.mark.parametrize(
    ("words", "first", "country", "unit", "ends"),
    [
        ("highest debt to gdp", "general-government-debt", "", "", "largest"),
        ("top 10 economies", "gdp", "", "", "largest"),
        ("countries with the lowest debt", "general-government-debt", "", "", "smallest"),
        ("which country has the highest life expectancy", "life-expectancy", "", "", "largest"),
        ("richest countries", "gdp-per-capita", "", "", "largest"),
        ("lowest unemployment in the g7", "unemployment", "CAN~DEU~FRA~GBR~ITA~JPN~USA", "", "smallest"),
        ("russia gdp rubles", "gdp", "RUS", "RUB", ""),
        ("gdp in euros germany", "gdp", "DEU", "EUR", ""),
        ("interest rate ecb", "policy-rate", "EMU", "", ""),
        ("biggest budget deficit", "general-government-balance", "", "", "smallest"),
        ("fastest growing economies", "gdp-growth", "", "", "largest"),
        ("lowest gdp in switzerland in swiss francs", "gdp", "CHE", "CHF", "smallest"),
        ("largest economies latin america", "gdp", "LCN", "", "largest"),
        # Words for money within the name of an area, and the other way.
        ("gdp ranking euro area", "gdp", "EMU", "", "largest"),
        ("germany gdp us dollars", "gdp", "DEU", "USD", ""),
        ("lowest real interest rate", "real-interest-rate", "", "", "smallest"),
        # Words for a ranking or money that belong to the name of an indicator.
        ("top income share", "income-share-top-20", "", "", ""),
        ("ecb rate", "exchange-rate-ecb", "", "", ""),
        ("dollar exchange rate", "official-exchange-rate", "", "", ""),
    ],
)
def test_rankings_currencies_and_central_banks_are_found_among_the_words(words, first, country, unit, ends):
    query = read_search(words, CATALOGUE)
    assert (query.indicators[0].id, "~".join(query.areas), query.unit, query.ends) == (first, country, unit, ends)


@pytest.mark.parametrize("words", ["", " ", "japan", "2024", "in the", "qqqq poland", "(", "~", "\x00", "a" * 5000])
def test_what_names_no_indicator_is_looked_for_as_it_is(words):
    query = read_search(words, CATALOGUE)
    assert not query.address
    assert query.indicators == (CATALOGUE.search(words) if words.strip() else ())


@pytest.mark.parametrize(("adjective", "continent"), [("african", "AFRICA"), ("asian", "ASIA"), ("european", "EUROPE")])
def test_the_countries_of_a_continent_are_ranked_among_themselves(adjective, continent):
    query = read_search(f"poorest {adjective} countries", CATALOGUE)
    assert (query.indicators[0].id, query.ends) == ("gdp-per-capita", "smallest")
    assert query.areas == CATALOGUE.resolve_areas(continent)


@given(st.sampled_from(COUNTRIES), st.sampled_from(["gdp", "inflation", "unemployment"]), st.booleans())
def test_any_country_is_found_by_its_name(area, indicator, is_first):
    words = f"{area.name.lower()} {indicator}" if is_first else f"{indicator} {area.name}"
    assert read_search(words, CATALOGUE).areas == (area.code,)


@pytest.mark.parametrize(
    "words", ["cpi usa", "eurozone inflation", "interest rate turkey", "中国出口", "gdp", "qqqq", " "]
)
def test_the_library_finds_what_the_page_does(words):
    assert search(words)["id"].tolist() == [one.id for one in read_search(words, CATALOGUE).indicators]
