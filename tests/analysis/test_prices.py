import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import indicators as ind
from indicators.analysis import messages
from indicators.analysis.prices import chain_price_index
from indicators.errors import UnitMismatchError

CHANGES = st.lists(st.floats(-50, 500), min_size=1, max_size=30)


def changes(values, first=2000):
    return pd.DataFrame({"code": "RUS", "year": range(first, first + len(values)), "value": values})


@given(CHANGES)
def test_the_base_year_is_a_hundred_and_the_changes_come_back(values):
    index = chain_price_index(changes(values), 2000)
    assert index.set_index("year")["index"][2000] == pytest.approx(100, rel=1e-12)
    level = index["index"].to_numpy()
    assert 100 * (level[1:] / level[:-1] - 1) == pytest.approx(values, abs=1e-6)


@given(CHANGES)
def test_another_base_keeps_the_ratios(values):
    one, other = (chain_price_index(changes(values), base)["index"].to_numpy() for base in (1999, 2000))
    assert one / one[0] == pytest.approx(other / other[0], rel=1e-12)


def test_a_gap_breaks_the_chain():
    rows = changes([1.0, 2.0, np.nan, 3.0])
    assert chain_price_index(rows, 2000)["year"].tolist() == [1999, 2000, 2001]
    assert chain_price_index(rows, 2030).empty


def test_the_order_is_written_into_the_steps():
    panel = ind.get("gdp", "TUR", "2015..2016", unit="billion USD", prices=2015)
    assert [step.name for step in panel.steps] == ["read", "deflate"]
    assert "and back at the 2015 rate" in panel.steps[-1].description
    assert panel.units == ("billion USD at 2015 prices",)
    euros = ind.get("gdp", "TUR", "2015..2016", unit="EUR", prices=2015)
    assert [step.name for step in euros.steps] == ["read", "deflate", "convert"]
    assert "at the 2015 average rate for all periods" in euros.steps[-1].description
    roubles = ind.get("digital-economy-turnover", "RUS", "2020..2024", unit="EUR", prices=2021)
    assert "deflate" in [step.name for step in roubles.steps]
    assert not any("dollars" in step.description for step in roubles.steps)


@pytest.mark.parametrize("unit", ["USD", "EUR", "LCU"])
def test_real_growth_is_the_published_one_whatever_rates_a_country_had(unit):
    countries = "IRN~RUS~EGY~VEN~NGA~IND~ARG~USA~ECU~CHN"
    real = ind.get("gdp", countries, "1989..2025", unit=unit, prices=2015, transform="pc1").frame
    both = real.merge(ind.get("gdp-growth", countries, "1990..2025").frame, on=["code", "year"]).dropna(
        subset="value_y"
    )
    assert len(both) > 300
    assert both["value_x"].to_numpy() == pytest.approx(both["value_y"].to_numpy(), abs=1e-9)


def test_real_growth_of_every_area_is_the_published_one():
    real = ind.get("gdp", prices=2000, transform="pc1").frame.dropna(subset="value")
    both = real.merge(ind.get("gdp-growth").frame, on=["code", "year"])
    assert both["code"].nunique() > 240
    assert both["value_x"].to_numpy() == pytest.approx(both["value_y"].to_numpy(), abs=1e-9)


def test_a_group_has_constant_prices_by_its_growth_and_none_by_consumer_prices():
    world = ind.get("gdp", "WLD", "2014..2016", prices=2015).frame
    nominal = ind.get("gdp", "WLD", "2015").frame["value"].iloc[0]
    assert world.set_index("year")["value"][2015] == pytest.approx(nominal, rel=1e-12)
    assert world["value"].is_monotonic_increasing
    consumers = ind.get("gdp", "WLD~EMU", "2016", prices=2015, deflator="cpi").frame.set_index("code")
    assert consumers["value"].notna().to_dict() == {"EMU": True, "WLD": False}
    assert consumers["reason"]["WLD"] == messages.AREA_WITHOUT_CURRENCY.format(area="World")


def test_sums_in_dollars_and_in_own_money_stand_side_by_side():
    panel = ind.get("gdp~digital-economy-turnover", "RUS", "2020..2024", unit="EUR", prices=2021)
    assert panel.frame["unit"].unique().tolist() == ["EUR at 2021 prices"]
    assert panel.frame.index.tolist() == list(range(len(panel.frame)))
    alone = ind.get("digital-economy-turnover", "RUS", "2020..2024", unit="EUR", prices=2021).frame
    beside = panel.frame[panel.frame["indicator"] == "digital-economy-turnover"]
    assert beside["value"].tolist() == alone["value"].tolist()


def test_the_base_year_keeps_its_nominal_value():
    nominal = ind.get("gdp", "TUR", "2015").frame["value"].iloc[0]
    assert ind.get("gdp", "TUR", "2015", prices=2015).frame["value"].iloc[0] == pytest.approx(nominal, rel=1e-12)


def test_a_country_without_an_index_stays_empty_and_says_why():
    frame = ind.get("gdp", "TUR", "2015", unit="USD", prices=1900).frame
    assert frame["value"].isna().all()
    reason = messages.NO_CHAIN.format(deflator="GDP deflator", year=2015, base=1900, area="Türkiye")
    assert reason in frame["reason"].iloc[0]


def test_what_is_no_money_has_no_prices():
    with pytest.raises(UnitMismatchError):
        ind.get("inflation", "RUS", "2020", prices=2015)


@pytest.mark.parametrize("indicator", ["gdp-per-capita-ppp", "gni-ppp"])
@pytest.mark.parametrize("base", [2010, 2021])
def test_international_dollars_have_constant_prices_and_keep_their_value_in_the_base_year(indicator, base):
    real, nominal = (ind.get(indicator, "DEU~CHN~NGA~USA", str(base), **more) for more in ({"prices": base}, {}))
    assert real.units == (f"{nominal.units[0]} at {base} prices",)
    assert real.frame["value"].to_numpy() == pytest.approx(nominal.frame["value"].to_numpy(), rel=1e-12)


def test_real_growth_at_parity_is_the_published_growth():
    real = ind.get("gdp-per-capita-ppp", "DEU~CHN~IND~ZAF", "2010..2022", prices=2021, transform="pc1").frame
    both = real.merge(ind.get("gdp-per-capita-growth", "DEU~CHN~IND~ZAF").frame, on=["code", "year"])
    assert len(both) == 52
    assert both["value_x"].to_numpy() == pytest.approx(both["value_y"].to_numpy(), abs=0.15)


@pytest.mark.parametrize("unit", ["international dollars", "LCU", "EUR", "thousand USD"])
def test_constant_prices_per_person_have_a_unit(unit):
    each = ind.get("gdp", "DEU", "2019..2022", unit=unit, prices=2021, per="person")
    assert each.units[0].endswith("per person at 2021 prices")
    whole = ind.get("gdp", "DEU", "2019..2022", unit=unit, prices=2021)
    people = ind.get("population", "DEU", "2019..2022")
    scale = 1000 if "thousand" in unit else 1
    assert each.frame["value"].to_numpy() == pytest.approx(
        scale * whole.frame["value"].to_numpy() / people.frame["value"].to_numpy()
    )


def test_at_parity_only_what_is_money_is_deflated():
    made = ind.get("gdp-per-capita-ppp~inflation", "DEU", "2020", prices=2021)
    assert made.units == ("international dollars per person at 2021 prices", "%")
    with pytest.raises(UnitMismatchError, match="international dollars"):
        ind.get("gdp-per-capita-ppp", "DEU", "2020", prices=2021, unit="USD")
