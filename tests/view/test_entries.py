"""What is typed into a list finds exactly that first, and every entry is an exact name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.files import read_embedded_catalogue
from indicators.view.entries import guess_areas, list_area_entries, list_indicator_entries, search_indicator_entries

CATALOGUE = read_embedded_catalogue()
INDICATORS = list_indicator_entries(CATALOGUE)
AREAS = {entry: one.text for entry, one in list_area_entries(CATALOGUE).items()}


def take_first(typed, labels):
    """What a browser's list takes on Enter: the first label that contains what was typed."""
    return next((entry for entry, label in labels.items() if typed.casefold() in label.casefold()), None)


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("gdp", "gdp"), ("inflation", "inflation"), ("CPI", "inflation"), ("debt", "general-government-debt"),
        ("exports", "merchandise-exports"), ("NY.GDP.MKTP.CD", "gdp"), ("безработица", "unemployment"),
        ("policy rate", "policy-rate"), ("oil", "brent-oil-price"), ("Internet users", "internet-users"),
    ],
)  # fmt: skip
def test_the_first_entry_is_the_indicator_of_exactly_that_name(typed, id):
    assert CATALOGUE.find_indicator(take_first(typed, INDICATORS)).id == id


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("PIB", "gdp"), ("ВВП", "gdp"), ("безрабтица", "unemployment"), ("inflación", "inflation"),
        ("unemployment rate", "unemployment"), ("inlfation", "inflation"), ("infl", "inflation"),
        ("SL.UEM.TOTL.FE.ZS", "SL.UEM.TOTL.FE.ZS"), ("slow growth of GDP", None), ("qqqq", None), ("通胀", "inflation"),
    ],
    ids=range(11),
)  # fmt: skip
def test_what_a_search_finds_can_be_seen_in_a_list_that_holds_what_was_typed(typed, first):
    found = search_indicator_entries(typed, CATALOGUE)
    assert next(iter(found), None) == first
    assert all(typed.casefold() in label.casefold() for label in found.values())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Gremany", "Germany"), ("Руссия", "Russia"), ("Untied Kingdom", "United Kingdom"), ("", None)],
    ids=range(4),
)
def test_a_country_is_guessed_from_a_slip(typed, meant):
    assert next((area.name for area in guess_areas(typed, CATALOGUE)), None) == meant


@pytest.mark.parametrize("typed", ["inlfation", "ginni", "qqqq"])
def test_a_near_miss_is_no_entry(typed):
    assert take_first(typed, INDICATORS) is None


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("UK", "GBR"), ("US", "USA"), ("Sudan", "SDN"), ("Guinea", "GIN"), ("Korea", "KOR"), ("RUS", "RUS"),
        ("Deutschland", "DEU"), ("Россия", "RUS"), ("中国", "CHN"), ("Niger", "NER"), ("DE", "DEU"), ("World", "WLD"),
        ("EU", "EUU"), ("Euro area", "EMU"), ("Visegrád", "CZE HUN POL SVK"), ("Samoa", "WSM"),
    ],
)  # fmt: skip
def test_the_first_entry_is_the_area_of_exactly_that_name(typed, codes):
    assert CATALOGUE.resolve_areas(take_first(typed, AREAS)) == tuple(codes.split())


@given(st.sampled_from(sorted(AREAS)))
def test_an_area_is_taken_by_each_of_its_names(entry):
    taken = take_first(AREAS[entry], AREAS)
    assert AREAS[taken].casefold() == AREAS[entry].casefold()


@given(st.sampled_from(sorted(INDICATORS)))
def test_every_entry_is_an_exact_name(entry):
    assert CATALOGUE.find_indicator(entry)


def test_every_area_and_group_has_an_entry():
    areas = list_area_entries(CATALOGUE)
    assert {area.code for area in CATALOGUE.areas} <= {one.code for one in areas.values()}
    members = {CATALOGUE.resolve_areas(entry) for entry, one in areas.items() if not one.code}
    assert members == {group.members() for group in CATALOGUE.groups}
    for entry, one in areas.items():
        assert not one.code or CATALOGUE.resolve_areas(entry) == (one.code,)
