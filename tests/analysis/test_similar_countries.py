import pytest

from indicators.analysis import messages
from indicators.analysis.similar_countries import SIMILARITIES, find_similar_countries
from indicators.store import open_embedded_store

STORE = open_embedded_store()


@pytest.mark.parametrize("by", SIMILARITIES)
def test_similar_countries_are_other_countries_that_there_are(by):
    found = find_similar_countries("RUS", by, STORE)
    assert len(found.codes) == 5
    assert "RUS" not in found.codes
    assert all(STORE.catalogue.areas.by_code[code].kind == "country" for code in found.codes)
    assert found.reason.endswith(".")


def test_those_of_a_region_and_of_an_income_group_are_of_it():
    region = next(group for group in STORE.catalogue.groups if group.kind == "region" and "KEN" in group.members())
    income = next(group for group in STORE.catalogue.groups if group.kind == "income" and "KEN" in group.members())
    assert set(find_similar_countries("KEN", "region", STORE).codes) <= set(region.members())
    assert set(find_similar_countries("KEN", "income", STORE).codes) <= set(income.members())


def test_nearness_is_that_of_ratios():
    codes = find_similar_countries("CHN", "population", STORE, most=2).codes
    assert codes == ("IND", "USA")


def test_a_country_without_the_figure_has_none():
    found = find_similar_countries("ATA", "economy", STORE)
    assert found.codes == ()
    assert found.reason == messages.NOT_COMPARABLE.format(indicator="GDP", area="Antarctica")


def test_who_is_in_an_income_group_depends_on_the_year_and_the_year_is_said():
    for by, year in (("income", 2027), ("region", 2026)):
        assert f"fiscal year {year}" in find_similar_countries("KEN", by, STORE).reason
    assert "fiscal year" not in find_similar_countries("KEN", "population", STORE).reason
