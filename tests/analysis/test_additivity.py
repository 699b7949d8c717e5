"""Which figures add up, and why others do not; what a chart offers instead is tested with its guards."""

from dataclasses import replace

import pytest

import indicators as ind
from indicators.analysis.additivity import find_obstacle
from indicators.model.observations import Measure, Prices


@pytest.fixture(scope="module")
def trade():
    return ind.get("merchandise-exports~merchandise-imports", "CHN", "2000..2020")


def changed(panel, **fields):
    first, *others = panel.indicators
    return replace(panel, indicators=(replace(first, **fields), *others))


def test_two_flows_in_one_unit_add_up(trade):
    assert find_obstacle(trade) is None


def test_an_indicator_alone_has_nothing_to_add_up_with(trade):
    assert find_obstacle(trade.select_indicator("merchandise-exports")) is None


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"measure": Measure.STOCK}, "moments"),
        ({"measure": Measure.RATE}, "measure"),
        ({"measure": Measure.INDEX}, "measure"),
        ({"prices": Prices.CHAIN_LINKED}, "prices"),
        ({"compare_with": ("merchandise-imports",)}, "overlap"),
        ({"overlaps_with": ("merchandise-imports",)}, "overlap"),
    ],
)
def test_what_differs_in_kind_does_not_add_up(trade, fields, kind):
    assert find_obstacle(changed(trade, **fields)).kind == kind


def test_sums_at_the_prices_of_different_years_do_not_add_up(trade):
    frame = trade.frame.copy()
    frame.loc[frame["indicator"] == "merchandise-imports", "unit"] = "USD at 2015 prices"
    found = find_obstacle(trade.with_frame(frame))
    assert found.kind == "prices"
    assert "Goods imports (USD at 2015 prices)" in found.sentence


def test_words_of_scale_make_no_other_unit(trade):
    frame = trade.frame.copy()
    frame.loc[frame["indicator"] == "merchandise-imports", "unit"] = "billion USD"
    assert find_obstacle(trade.with_frame(frame)) is None


@pytest.mark.parametrize("per", ["gdp", "person"])
def test_a_stock_that_was_divided_stays_a_stock(per):
    assert find_obstacle(ind.get("merchandise-imports~reserves", "CHN", per=per)).kind == "moments"


def test_a_stock_published_as_a_share_is_not_stacked_with_a_flow_of_the_same_whole():
    found = find_obstacle(ind.get("government-debt~military-expenditure", "GBR"))
    assert (found.kind, found.indicators[0].id) == ("moments", "government-debt")


def test_two_flows_published_as_shares_of_the_same_whole_add_up():
    assert find_obstacle(ind.get("military-expenditure~exports-share-of-gdp", "CHN")) is None


def test_the_change_of_a_stock_is_a_flow():
    assert find_obstacle(ind.get("merchandise-imports~reserves", "CHN", "2021", transform="chg")) is None


def test_shares_of_the_world_are_of_different_wholes():
    shares = ind.get("merchandise-exports~merchandise-imports", "CHN", per="WLD")
    assert find_obstacle(shares).kind == "wholes"


@pytest.mark.parametrize(
    ("indicator", "areas", "time", "kind"),
    [
        ("gdp", "EUU~BRA", "2015", None), ("gdp", "EUU~DEU", "2015", "groups"), ("gdp", "EUU~GBR", "2015", "groups"),
        ("gdp", "EUU~GBR", "2021", None), ("gdp", "WLD~BRA", "2015", "groups"), ("gdp", "EUU~EMU", "2015", "groups"),
        ("gdp", "LIC~LMC~UMC~HIC", "2015", None), ("gdp", "EAR~BRA", "2015", "groups"),
        ("gdp", "RUS~CHN", "2015", None),
        ("inflation", "RUS~CHN", "2015", "measure"), ("exports-share-of-gdp", "RUS~CHN", "2015", "wholes"),
        ("digital-economy-turnover", "RUS", "", "rivals"), ("current-account-balance", "RUS~USA", "2015", "negative"),
    ],
)  # fmt: skip
def test_one_indicator_of_several_areas(indicator, areas, time, kind):
    found = find_obstacle(ind.get(indicator, areas, time))
    assert (found and found.kind) == kind


def test_shares_of_one_whole_add_up_and_shares_of_each_countrys_own_do_not():
    assert find_obstacle(ind.get("gdp", "RUS~CHN", "2015", per="WLD")) is None
    assert find_obstacle(ind.get("merchandise-exports", "RUS~CHN", "2015", per="gdp")).kind == "wholes"


def test_each_countrys_own_currency_is_another():
    assert find_obstacle(ind.get("gdp", "RUS~CHN", "2015", unit="LCU")).kind == "money"


def test_women_and_men_add_up_and_neither_adds_up_with_all(tmp_path):
    panel = ind.get("children-out-of-school", "IND", "2010", dimensions={"sex": "F~M"})
    assert find_obstacle(panel) is None
    path = tmp_path / "jobs.csv"
    path.write_text("Country,Year,Sex,Jobs (persons)\nPeru,2019,Female,1\nPeru,2019,Male,2\nPeru,2019,Total,3\n")
    ind.import_file(path, dataset="jobs", store=tmp_path / "store")
    every = ind.get("jobs", "PER", store=str(tmp_path / "store"))
    assert len(every) == 3
    assert find_obstacle(every).kind == "dimensions"
    assert find_obstacle(ind.get("jobs", "PER", dimensions="sex=F~M", store=str(tmp_path / "store"))) is None


def test_a_share_of_the_total_is_of_each_sex_by_itself():
    shares = ind.get("children-out-of-school", "IND~NGA", "2010", per="total", dimensions={"sex": "F~M"}).frame
    assert shares.groupby("sex")["value"].sum().round(9).to_dict() == {"men": 100.0, "women": 100.0}
