from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

import indicators as ind
from indicators.analysis.implied_rates import NationalAccounts, read_annual
from indicators.analysis.real_terms import MoneySettings, restate
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area, AreaList
from indicators.model.observations import Dataset, Indicator, Measure, Observation
from indicators.model.origins import Origin
from indicators.model.periods import TimePeriod
from indicators.store import Query, Store, open_embedded_store

DAY = date(2025, 1, 1)
ACCOUNTS = NationalAccounts.read(["RUS", "IRN", "DEU", "USA"], open_embedded_store())


def test_the_rates_implied_are_those_of_the_publisher():
    """Where the World Bank counted at the official rate, its official rate moved as its accounts imply."""
    official = ind.get("official-exchange-rate", "RUS", "1998..2020").frame.set_index("year")["value"]
    implied = ACCOUNTS.compute_rate_changes().query("code == 'RUS'").set_index("year")["factor"]
    moved = (official / official.shift()).dropna()
    assert implied.reindex(moved.index).to_numpy() == pytest.approx(moved.to_numpy(), rel=2e-4)


def test_dollars_of_the_united_states_never_changed_their_price_in_dollars():
    implied = ACCOUNTS.compute_rate_changes().query("code == 'USA'")["factor"]
    assert len(implied) > 60
    assert implied.to_numpy() == pytest.approx(np.ones(len(implied)), rel=1e-9)


def test_years_at_other_rates_are_found_and_no_others():
    apart = ACCOUNTS.find_rate_gaps().set_index(["code", "year"])["share"]
    assert apart["RUS", 1993] > 1
    assert apart["IRN", 1992] < -0.8
    assert set(apart.index.get_level_values("code")) == {"RUS", "IRN"}
    assert apart.loc["RUS"].index.tolist() == [1993]


def test_an_area_without_accounts_has_no_rates_to_hold_others_against():
    nowhere = NationalAccounts.read(["PRK"], open_embedded_store())
    assert nowhere.find_rate_gaps().empty
    assert nowhere.compute_rate_changes().empty


def test_an_indicator_is_taken_of_the_publisher_that_reaches_furthest_for_an_area():
    def published_by(name, years, **more):
        rows = tuple(Observation("prices", "AAA", year, Decimal(5), "%", name, DAY, **more) for year in years)
        return Dataset(name, name, name, "Text.", (Origin(name, name, name),), ("prices",), rows)

    years = [TimePeriod.of_year(year) for year in range(2000, 2010)]
    months = [TimePeriod.parse(f"2005-{month:02}") for month in range(1, 13)]
    sets = (published_by("short", years[-3:]), published_by("long", years), published_by("monthly", months))
    indicator = Indicator("prices", "Prices", "Text.", "%", Measure.RATE, "T")
    store = Store(Catalogue((indicator,), AreaList([Area("AAA", "Aland")]), sets))
    frame = read_annual("prices", ("AAA",), store).frame
    assert frame["dataset"].unique().tolist() == ["long"]
    assert frame["year"].tolist() == list(range(2000, 2010))


def test_sums_in_own_money_say_where_the_rates_were_others():
    (caution,) = {step.caution for step in ind.get("gdp", "IRN", "1991..1993", unit="LCU").steps if step.caution}
    assert "Iran in 1992 (−89%)." in caution
    for country, time, unit in [("IRN", "2005", "LCU"), ("RUS", "2000..2020", "RUB"), ("IRN", "1992", "EUR")]:
        assert not any(step.caution for step in ind.get("gdp", country, time, unit=unit).steps)


def test_a_store_without_accounts_still_says_dollars_in_own_money():
    catalogue = open_embedded_store().catalogue
    sales = Indicator("sales", "Sales", "Text.", "USD", Measure.FLOW, "T", prices="current")
    rows = (Observation("sales", "RUS", TimePeriod.of_year(2020), Decimal(5), "USD", "own", DAY),)
    own = Dataset("own", "own", "own", "Text.", (Origin("own", "own", "own"),), ("sales",), rows)
    rates = [one for one in catalogue.datasets if "exchange-rate-imf" in one.indicators]
    known = (sales, catalogue.find_indicator("exchange-rate-imf"))
    store = Store(replace(catalogue, indicators=known, datasets=(own, *rates)))
    made = restate(store.read_panel(Query(("sales",))), MoneySettings(unit="LCU"), store)
    assert made.frame["unit"].tolist() == ["RUB"]
    assert made.frame["value"].notna().all()
