import re

import numpy as np
import pandas as pd
import pytest

import indicators as ind
from indicators.errors import UnitMismatchError, UsageError
from indicators.exchange import messages
from indicators.model.panel import RATE_COLUMNS, Panel

TURNOVER = ind.get("digital-economy-turnover", "RUS", "2024")


def article(panel):
    return panel.frame.set_index("publisher").loc["IT Russia"]


def test_a_flow_is_converted_at_the_average():
    row = article(TURNOVER.to("billion USD"))
    assert (row["value"], row["unit"], row["rule"]) == (pytest.approx(259.3, abs=0.05), "billion USD", "average")
    assert (row["rate"], row["rate_unit"], row["rate_publisher"]) == (92.5524, "RUB per USD", "IMF")


def test_the_source_may_have_stated_the_sum_itself():
    panel = TURNOVER.to("billion USD", rule="stated")
    assert article(panel)["value"] == 287.0
    assert article(panel)["qualifier"] == "about"
    rest = panel.frame[panel.frame["publisher"] != "IT Russia"]
    assert rest["value"].isna().all()
    assert (rest["reason"] == messages.NO_STATED_AMOUNT.format(unit="USD")).all()


def test_one_day_may_count_for_all():
    row = article(TURNOVER.to("billion USD", rule="2025-09-29"))
    assert (row["value"], row["rate_date"]) == (pytest.approx(287.04, abs=0.005), "2025-09-27")


def test_international_dollars_come_from_price_levels():
    row = article(TURNOVER.to("international dollars"))
    assert (row["rule"], row["rate_publisher"]) == ("ppp", "World Bank")
    assert row["value"] == pytest.approx(24e12 / 29.033, rel=1e-4)


def test_a_sum_in_dollars_is_brought_to_parity_by_the_price_level_of_its_country():
    """Iran has several rates: its GDP at parity must be that of the World Bank, not a tenth of it."""
    countries = "IRN~RUS~CHN~USA~DEU~EGY"
    ours = ind.get("gdp-per-capita", countries, "2020..2023", unit="international dollars")
    published = ind.get("gdp-per-capita-ppp", countries, "2020..2023")
    both = ours.frame.merge(published.frame, on=["code", "year"])
    assert len(both) == 24
    assert both["value_x"].to_numpy() == pytest.approx(both["value_y"].to_numpy(), rel=5e-3)
    assert set(ours.frame["rate_path"]) == {"USD → international dollar"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("dollars", "at_parity"),
    [
        ("gdp-per-capita", "gdp-per-capita-ppp"),
        ("gni-atlas", "gni-ppp"),
        ("gni-per-capita-atlas", "gni-per-capita-ppp"),
    ],
)
def test_amounts_at_parity_agree_with_those_published_for_every_country_and_year(dollars, at_parity):
    ours, published = ind.get(dollars, unit="international dollars").frame, ind.get(at_parity).frame
    both = ours.merge(published, on=["code", "year"]).dropna(subset=["value_x", "value_y"])
    both = both[both["rate_path"] == "USD → international dollar"]
    assert len(both) > 6000
    assert both["value_x"].to_numpy() == pytest.approx(both["value_y"].to_numpy(), rel=5e-3)
    assert len(both[both["code"].isin(["SVK", "IRL", "WLD"])]) > 60


def test_all_dollars_of_a_country_and_year_have_one_price_level():
    made = ind.get(
        "gdp~gdp-per-capita~merchandise-exports~reserves", "SVK~IND~USA", "2010", unit="international dollars"
    )
    assert len(made.frame[["code", "rate"]].drop_duplicates()) == 3
    assert set(made.frame.loc[made.frame["code"] == "USA", "rate"]) == {1.0}  # by definition


def test_a_conversion_factor_says_how_far_it_is_from_published_amounts():
    (step,) = ind.get("gdp", "TGO~IND", "2024..2025", unit="international dollars").steps[1:]
    assert "Togo in 2024 (+13%) and India in 2024 (−5%)" in step.caution
    assert step.cautioned == {2025}
    assert not ind.get("gdp", "TGO~IND", "2023..2024", unit="international dollars").steps[1].caution


def test_where_the_price_level_is_not_known_yet_parity_goes_by_own_money():
    panel = ind.get("gdp", "CHN", "2024..2025", unit="international dollars")
    before, now = panel.frame["rate_path"]
    assert (before, now) == ("USD → international dollar", "CNY → international dollar")
    own = ind.get("gdp", "CHN", "2025", unit="LCU").frame["value"].iloc[0]
    parity = ind.get("ppp-conversion-factor", "CHN", "2025").frame["value"].iloc[0]
    assert panel.frame["value"].iloc[1] == pytest.approx(own / parity, rel=1e-12)
    assert set(panel.rates["source"]) == {"USD", "CNY"}


def test_at_constant_prices_the_parity_is_that_of_the_year_of_the_prices():
    panel = ind.get("gdp", "IRN", "2014..2016", unit="international dollars", prices=2015)
    assert len(set(panel.frame["rate"])) == 1
    assert "at the 2015 purchasing power parity for all periods" in panel.steps[-1].description


def test_each_row_may_be_in_its_countrys_own_money():
    frame = ind.get("gdp", "RUS~CHN~HRV", "2020").to("LCU").frame
    assert dict(zip(frame["code"], frame["unit"], strict=True)) == {"CHN": "CNY", "HRV": "EUR", "RUS": "RUB"}


def test_what_is_per_person_stays_per_person():
    assert ind.get("gdp-per-capita", "RUS", "2020").to("EUR").units == ("EUR per person",)


def test_the_ends_of_an_interval_go_along():
    made = ind.get("digital-economy-turnover", "RUS").to("USD", rule="2025-09-29").frame.dropna(subset="lower")
    before = ind.get("digital-economy-turnover", "RUS").frame.dropna(subset="lower")
    assert (made["lower"] / before["lower"]).to_numpy() == pytest.approx((made["value"] / before["value"]).to_numpy())


def test_a_row_without_a_rate_stays_empty_and_says_why():
    panel = ind.get("gdp", "USA", "1997..2000").to("EUR")
    assert panel.frame["value"].isna().tolist() == [True, True, False, False]
    assert panel.frame["reason"].iloc[0] == messages.BEFORE_ITS_TIME.format(name="EUR", day="1999-01-01")


def test_a_group_has_no_money_of_its_own():
    assert ind.get("gdp", "WLD", "2020").to("LCU").frame["reason"].tolist() == [
        messages.NO_OWN_CURRENCY.format(area="WLD")
    ]


def test_a_percentage_is_no_money():
    with pytest.raises(UnitMismatchError, match=messages.NOT_MONEY.format(unit="Inflation: %")):
        ind.get("inflation", "RUS", "2020").to("USD")


def test_a_word_of_scale_needs_no_rate():
    panel = TURNOVER.to("trillion RUB")
    assert panel.frame["value"].iloc[0] == 24.0
    assert not set(RATE_COLUMNS) & set(panel.frame.columns)


def test_the_rates_and_their_origins_are_named():
    panel = TURNOVER.to("USD")
    assert [step.name for step in panel.steps] == ["read", "convert"]
    assert "at annual average rates (IMF)" in panel.steps[-1].description
    assert "imf-annual-average-rates" in {origin.id for origin in panel.origins}
    assert panel.rates["rate"].tolist() == [92.5524]
    assert "imf-annual-average-rates" in {o.id for o in panel.select_indicator("digital-economy-turnover").origins}


def test_no_row_is_lost_and_their_order_stays():
    panel = ind.get("gdp~gdp-per-capita", "RUS~CHN~WLD", "1995..2005")
    made = panel.to("EUR")
    keys = ["indicator", "code", "period"]
    pd.testing.assert_frame_equal(made.frame[keys], panel.frame[keys])


def test_charts_take_plain_units():
    plain = TURNOVER.to("billion USD").unscale()
    assert plain.units == ("USD",)
    assert np.isclose(plain.frame["value"].iloc[0], 259.3e9, rtol=1e-3)


def test_a_panel_of_no_store_has_no_rates():
    with pytest.raises(UsageError, match="store"):
        Panel(TURNOVER.frame, (), ()).to("USD")


def test_what_differs_only_in_the_currency_converted_is_one_step():
    own = ind.get("gdp-per-capita", "BRA~CHN~IND~RUS~ZAF~DEU", "2020", unit="LCU")
    assert own.to("EUR").steps[-1].description == (
        "Converted from BRL, CNY, INR and 2 others per person to EUR per person at annual average rates (IMF)."
    )


def test_the_euro_is_the_euro_areas_and_not_that_of_the_countries_that_use_it_without_being_in_it():
    """The IMF has another average of 2020 for Kosovo, Montenegro and San Marino than for the euro area."""
    years = list(range(2015, 2025))
    imf, ecb = (ind.convert([1.0] * len(years), "EUR", "USD", periods=years, by=by) for by in ("IMF", "ECB"))
    assert imf == pytest.approx(ecb, rel=1e-5)


def test_parities_of_palestine_are_in_dollars_and_bring_nothing_to_shekels():
    frame = ind.get("gdp-per-capita-ppp", "PSE", "2023", unit="LCU", rate="ppp").frame
    assert frame["value"].isna().all()
    dollars = ind.get("gdp-per-capita", "PSE", "2023", unit="international dollars").frame["value"].iloc[0]
    published = ind.get("gdp-per-capita-ppp", "PSE", "2023").frame["value"].iloc[0]
    assert dollars == pytest.approx(published, rel=0.06)


@pytest.mark.parametrize(
    ("indicator", "unit", "rate_unit"),
    [
        ("gdp", "international dollars", "USD per international dollar"),
        ("gdp", "EUR", "USD per EUR"),
        ("gdp", "KWD", "KWD per USD"),
    ],
)
def test_the_direction_of_a_rate_does_not_depend_on_the_time_asked_for(indicator, unit, rate_unit):
    rates = [ind.get(indicator, "DEU", time, unit=unit) for time in ("..2024", "2000", "2010", "2015..2024")]
    rates += [ind.get(indicator, "DEU", time).to(unit) for time in ("2000", "2010", "2015..2024")]
    known = pd.concat([panel.frame[panel.frame["rate"].notna()] for panel in rates])
    assert set(known["rate_unit"]) == {rate_unit}
    assert (known.groupby("year")["rate"].max() == known.groupby("year")["rate"].min()).all()


@pytest.mark.parametrize(("country", "year"), [("ECU", "1985"), ("ECU", "1999"), ("SLV", "1990"), ("SLV", "2000")])
def test_the_own_money_of_a_country_that_took_over_the_dollar_is_the_dollar_in_all_its_accounts(country, year):
    own, dollars = (ind.get("gdp", country, year, unit=unit).frame["value"].item() for unit in ("LCU", "USD"))
    assert own == dollars


@pytest.mark.parametrize("country", ["LBR", "PSE"])
def test_parities_in_dollars_convert_dollars(country):
    known, later = (ind.get("gdp", country, year, unit="international dollars").frame for year in ("2024", "2025"))
    parity = ind.get("ppp-conversion-factor", country, "2025").frame["value"].item()
    assert later["value"].item() == pytest.approx(ind.get("gdp", country, "2025").frame["value"].item() / parity)
    assert later["value"].item() == pytest.approx(known["value"].item(), rel=0.3)


@pytest.mark.parametrize("money", ["ZWG", "ZWL"])
@pytest.mark.parametrize("by", [None, "IMF", "World Bank"])
def test_an_average_of_two_monies_is_no_rate(money, by):
    (rate,) = ind.convert([1.0], "USD", money, periods=["2024"], by=by, return_rates=True)[1].to_dict("records")
    assert np.isnan(rate["factor"])
    assert rate["reason"] == messages.MIXED_MONEY.format(year=2024, name=money)


def test_rates_of_before_a_redenomination_are_in_the_money_of_their_time():
    """The World Bank's 3,509 of 2023 are Zimbabwe's dollars of 2009, not its gold of 2024."""
    imf, bank = (ind.convert(1.0, "USD", "ZWG", periods="2023", by=by) for by in ("IMF", "World Bank"))
    assert imf == pytest.approx(3509.172220 / 2498.7242, rel=1e-6)
    assert np.isnan(bank) or bank == pytest.approx(imf, rel=1e-6)
    assert ind.convert(1.0, "USD", "ZWL", periods="2023", by="World Bank") == pytest.approx(3509.172220)


@pytest.mark.parametrize(("unit", "indicator"), [("LCU", "gdp"), ("USD", "gdp-own-money")])
def test_a_caution_names_only_differences_of_the_years_shown(unit, indicator):
    for time in ("1985..1995", "2020..2022"):
        (step,) = ind.get(indicator, "LBN~IRN~EGY", time, unit=unit).steps[1:]
        first, last = map(int, time.split(".."))
        named = [int(year) for year in re.findall(r"in (\d{4}) \(", step.caution)]
        assert named
        assert all(first <= year <= last for year in [*named, *step.cautioned])
