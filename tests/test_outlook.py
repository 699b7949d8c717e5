"""The embedded Outlook agrees with itself, with the World Bank and with exchange rates; exceptions are named."""

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest

import indicators as ind
from indicators.files import read_embedded_catalogue

DATASET = read_embedded_catalogue().find_dataset("imf-weo")
GROUPS = [area.code for area in read_embedded_catalogue().areas if area.kind == "group"]
BILLION, MILLION = 1e9, 1e6
HALF = 0.0005  # half of the last of three decimals printed


@pytest.fixture(scope="module")
def figures():
    """All figures of all editions."""
    columns = ["INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "VINTAGE"]
    frame = pq.read_table(DATASET.tables[0], columns=columns).to_pandas()
    return frame.assign(year=frame["TIME_PERIOD"].astype(int), VINTAGE=frame["VINTAGE"].astype(str))


@pytest.fixture(scope="module")
def newest(figures):
    """The edition of October 2025: a column per indicator, a row per area and year."""
    frame = figures[figures["VINTAGE"] == "2025-10-31"]
    return frame.pivot_table(index=["REF_AREA", "year"], columns="INDICATOR", values="OBS_VALUE")


def list_exceptions(given, low, high, tolerance):
    """The countries in which a figure is outside what the others allow, and how often.

    Ratios of groups are not those of their sums: not all members have both figures.
    """
    known = given.notna() & low.notna() & high.notna() & ~given.index.get_level_values(0).isin(GROUPS)
    room = tolerance * np.maximum(low.abs(), high.abs()) + HALF
    outside = known & ((given < low - room) | (given > high + room))
    assert known.sum() > 5000
    return outside[outside].groupby(level=0).size().to_dict()


def test_the_balance_is_revenue_less_expenditure(newest):
    balance = newest["general-government-revenue"] - newest["general-government-expenditure"]
    assert list_exceptions(newest["general-government-balance"], balance - 0.002, balance + 0.002, 0) == {}
    own = newest["general-government-revenue-own-money"] - newest["general-government-expenditure-own-money"]
    given = newest["general-government-balance-own-money"]
    assert list_exceptions(given, own - 2 * MILLION, own + 2 * MILLION, 0) == {}


@pytest.mark.parametrize(
    ("given", "above", "step_above", "below", "step_below", "factor", "tolerance", "exceptions"),
    [
        ("gdp-per-capita-weo", "gdp-weo", BILLION, "population-weo", MILLION, 1, 0.005, {}),
        ("gdp-per-capita-ppp-weo", "gdp-ppp", BILLION, "population-weo", MILLION, 1, 0.005, {}),
        ("gdp-per-capita-own-money", "gdp-own-money", BILLION, "population-weo", MILLION, 1, 0.005, {}),
        ("gdp-deflator-index", "gdp-own-money", BILLION, "gdp-constant-prices", BILLION, 100, 0.005, {"TLS": 7}),
        ("ppp-conversion-factor-weo", "gdp-own-money", BILLION, "gdp-ppp", BILLION, 1, 0.005, {}),
        (
            "general-government-debt", "general-government-debt-own-money", BILLION, "gdp-fiscal-year", BILLION, 100,
            0.005, {},
        ),
        ("current-account-balance-share-of-gdp", "current-account-balance-weo", BILLION, "gdp-weo", BILLION, 100, 0.005,
         {}),
    ],
)  # fmt: skip
def test_a_ratio_is_what_it_is_a_ratio_of(
    newest, given, above, step_above, below, step_below, factor, tolerance, exceptions
):
    """Each is calculated from unrounded figures, so the rounding of both is allowed for."""
    ends = [
        factor * (newest[above] + up * HALF * step_above) / (newest[below] + down * HALF * step_below)
        for up in (-1, 1) for down in (-1, 1)
    ]  # fmt: skip
    low, high = (getattr(pd.concat(ends, axis=1), how)(axis=1) for how in ("min", "max"))
    assert list_exceptions(newest[given], low, high, tolerance) == exceptions


@pytest.mark.parametrize(
    ("growth", "level", "step", "exceptions"),
    [
        ("gdp-growth-weo", "gdp-constant-prices", BILLION, {}),
        ("inflation-weo", "consumer-price-index-annual", 1, {}),
        ("inflation-end-of-year", "consumer-price-index-end-of-year", 1, {}),
    ],
)
def test_growth_is_that_of_the_levels(newest, growth, level, step, exceptions):
    now = newest[level]
    before = now.groupby(level=0).shift()
    before = before.where(now.index.get_level_values("year").to_series(index=now.index).groupby(level=0).diff() == 1)
    low = 100 * ((now - HALF * step) / (before + HALF * step) - 1)
    high = 100 * ((now + HALF * step) / (before - HALF * step) - 1)
    assert list_exceptions(newest[growth], low - 0.05, high + 0.05, 0) == exceptions


def test_groups_add_up_and_the_shares_of_the_world_are_those_of_the_levels(newest):
    dollars = newest["gdp-weo"]
    assert (dollars.xs("G110") + dollars.xs("G200")).to_numpy() == pytest.approx(dollars.xs("WLD").to_numpy(), rel=1e-5)
    world = newest["gdp-ppp"].xs("WLD").reindex(newest.index, level="year")
    assert list_exceptions(newest["world-gdp-share-ppp"], *[100 * newest["gdp-ppp"] / world] * 2, 0.001) == {}


def test_own_money_is_in_the_currency_that_exchange_rates_imply(newest, figures):
    """The unit of 192 countries is their currency; the rest are LCU, because exchange rates don't confirm which."""
    own = figures[(figures["INDICATOR"] == "gdp-own-money") & (figures["VINTAGE"] == "2025-10-31")]
    units = own.groupby("REF_AREA")["UNIT_MEASURE"].unique().map(",".join)
    assert sorted(units[units == "LCU"].index) == ["SYR", "TKM", "VEN", "ZWE"]
    rates = ind.get("exchange-rate-imf", "", "2023").frame
    published = {unit.split()[0]: value for unit, value in zip(rates["unit"], rates["value"], strict=True)} | {"USD": 1}
    implied = (newest["gdp-own-money"] / newest["gdp-weo"]).xs(2023, level="year")
    ratios = pd.Series({area: implied[area] / published[unit] for area, unit in units.items()
                        if unit in published and area in implied.index})  # fmt: skip
    assert len(ratios) > 150
    apart = ratios[(ratios - 1).abs() > 0.1]
    assert set(apart.index) <= {"EGY", "HTI", "IRN", "LBN", "MMR", "PAK", "SDN", "SSD", "YEM", "NGA", "ETH", "LAO"}


@pytest.mark.parametrize("target", ["USD", "LCU"])
def test_a_conversion_unlike_the_outlooks_own_says_by_how_much(newest, target):
    """The outlook converts at other rates where a country has several: Lebanon in 2022."""
    indicator, other = ("gdp-own-money", "gdp-weo") if target == "USD" else ("gdp-weo", "gdp-own-money")
    for country in ("LBN", "EGY", "PAK", "FRA", "JPN", "BRA"):
        panel = ind.get(indicator, country, "2010..2024", unit=target).unscale()
        converted = panel.frame.set_index("year")["value"]
        share = (converted / newest.loc[country][other].reindex(converted.index) - 1).dropna()
        far = share[share.abs() > 0.05]
        cautions = [step for step in panel.steps if step.caution and step.cautioned & set(converted.index)]
        assert [set(far.index) <= step.cautioned for step in cautions] == [True] * (len(far) > 0), country
        assert (len(far) > 0) == (country in {"LBN", "EGY", "PAK"})


@pytest.mark.parametrize(
    ("rival", "own", "apart"),
    [("gdp", "gdp-weo", {"BDI", "TKM", "ZWE"}), ("population", "population-weo", {"CYP", "MDV", "SSD"})],
)
def test_the_world_bank_has_about_the_same(newest, rival, own, apart):
    theirs = ind.get(rival, "", "2023").frame.set_index("code")["value"]
    ratio = (newest[own].xs(2023, level="year") / theirs).dropna()
    assert len(ratio) > 190
    assert ratio.median() == pytest.approx(1, abs=0.005)
    assert set(ratio[(ratio - 1).abs() > 0.2].index) == apart


def test_one_indicator_has_all_editions_and_none_gives_a_figure_twice(figures):
    growth = figures[figures["INDICATOR"].isin(["gdp-growth-weo", "inflation-weo"])]
    editions = growth.groupby("INDICATOR")["VINTAGE"].nunique()
    assert editions.to_dict() == {"gdp-growth-weo": 72, "inflation-weo": 72}
    key = ["INDICATOR", "REF_AREA", "TIME_PERIOD", "VINTAGE"]
    assert not figures.duplicated(key).any()
    units = figures.groupby(["INDICATOR", "REF_AREA"])["UNIT_MEASURE"].nunique()
    assert units.max() == 1, "two units would be two series"


def test_every_concept_of_the_outlook_is_an_indicator(figures):
    known = set(figures["INDICATOR"])
    assert known == set(DATASET.indicators)
    assert len(known) == 146  # 70 of countries, 75 of commodities and trade, and the index of employment of groups


@pytest.mark.parametrize("areas", ["RUS", "DEU", "CHN", "G110", "WLD"])
def test_past_years_are_no_longer_forecasts(areas):
    frame = ind.get("gdp-growth-weo", areas, "2020..2030").frame
    assert set(frame.loc[frame["year"] <= 2024, "status"]) <= {"A", "E", "_X"}
    assert set(frame.loc[frame["year"] > 2024, "status"]) == {"F"}


def test_estimates_of_an_old_edition_are_called_estimates():
    frame = ind.get("gdp-growth-weo", "RUS", "2012..2016", vintage="2015-04").frame
    assert frame["status"].tolist() == ["A", "A", "E", "F", "F"]
    unknown = ind.get("gdp-growth-weo", "RUS", "2017..2020", vintage="2019-04").frame
    assert unknown["status"].tolist() == ["_X", "_X", "F", "F"]


@pytest.mark.parametrize("indicator", ["gdp-weo", "gdp-own-money"])
def test_amounts_of_the_outlook_become_international_dollars_at_its_own_parity(newest, indicator):
    countries = "SVK~RUS~CHN~IRN~SSD~GNB~LBR~ARG~IRL~USA~ZWE~BGR~WLD"
    made = ind.get(indicator, countries, unit="international dollars").unscale().frame.dropna(subset=["value"])
    made = made.set_index(["code", "year"])["value"]
    own = newest["gdp-ppp"].rename_axis(["code", "year"]).dropna()
    both = pd.concat([made.rename("made"), own.rename("own")], axis=1, join="inner")
    assert len(both) > 400
    assert (both["made"] / both["own"]).to_numpy() == pytest.approx(1.0, rel=1e-6)


def test_converted_own_money_of_the_outlook_does_not_count_as_own_money():
    euros = ind.get("gdp-own-money", "RUS", "2022", unit="EUR").to("international dollars").frame["value"].iloc[0]
    own = ind.get("gdp-own-money", "RUS", "2022", unit="international dollars").frame["value"].iloc[0]
    assert 0.5 < euros / own < 2
