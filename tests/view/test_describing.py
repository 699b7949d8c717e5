"""The description of an indicator says what the catalogue and the figures say, for every indicator there is."""

import json

import pytest

import indicators as ind
from indicators.errors import UnknownNameError
from indicators.files import read_embedded_catalogue
from indicators.store import open_embedded_store
from indicators.store.ages import list_ages
from indicators.view.describing import describe_indicator

CATALOGUE = read_embedded_catalogue()
KINDS = (
    "gdp",
    "gdp-growth",
    "gdp-growth-weo",
    "government-debt",
    "youth-unemployment",
    "digital-economy-turnover",
    "exchange-rate-imf",
    "policy-rate",
)  # of money, a rival, editions, a preferred rival, codes of series, several publishers, a rate, months


@pytest.fixture(scope="module")
def store():
    return open_embedded_store()


@pytest.mark.parametrize("name", ["gdp", "NY.GDP.MKTP.CD", "Gross domestic product"])
def test_an_indicator_is_found_by_any_of_its_names(name):
    assert ind.describe(name).indicator.id == "gdp"


def test_an_unknown_name_offers_the_nearest():
    with pytest.raises(UnknownNameError, match="Nearest: inflation"):
        ind.describe("inflaton")


def test_an_indicator_of_each_kind_is_described(store):
    ages = list_ages(store)
    for one in (CATALOGUE.find_indicator(id) for id in KINDS):
        found = describe_indicator(one.id, store, ages)
        facts = dict(found.facts)
        assert facts["Definition"] == one.description
        assert (facts.get("Last update") is None) == (one.id not in ages)
        assert all(text.strip() for text in facts.values())
        assert {rival.id for rival in found.rivals} == set(one.compare_with)
        assert json.loads(found.as_json)["id"] == one.id
        assert (found.preferred.id if found.preferred else "") == one.preferred


def test_coverage_is_that_of_the_figures():
    found = ind.describe("gdp-growth")
    frame = ind.get("gdp-growth").frame.dropna(subset="value")
    actual = frame[~frame["status"].isin(["F"])]
    assert dict(found.coverage.last_actual_years) == actual.groupby("code")["year"].max().to_dict()
    assert found.coverage.first_year == frame["year"].min()
    assert [name for name, _ in found.last_years] == [found.areas[code] for code in sorted(
        found.coverage.last_actual_years,
        key=lambda code: (-found.coverage.last_actual_years[code], found.areas[code]),
    )]  # fmt: skip


def test_the_editions_of_an_outlook_are_counted():
    editions = dict(ind.describe("gdp-growth-weo").facts)["Editions"]
    assert int(editions.split()[0]) == len(ind.describe("gdp-growth-weo").vintages) > 10
