"""Which indicators add up, and why the others do not; what Explore offers instead is in test_refusals."""

from dataclasses import replace

import pytest

import indicators as ind
from indicators.adding_up import hindrance
from indicators.model import Measure, Prices


@pytest.fixture(scope="module")
def trade():
    return ind.get("merchandise-exports~merchandise-imports", "CHN", "2000..2020")


def changed(panel, **fields):
    first, *others = panel.indicators
    return replace(panel, indicators=(replace(first, **fields), *others))


def test_two_flows_in_one_unit_add_up(trade):
    assert hindrance(trade) is None


def test_an_indicator_alone_has_nothing_to_add_up_with(trade):
    assert hindrance(trade.only("merchandise-exports")) is None


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
    assert hindrance(changed(trade, **fields)).kind == kind


def test_sums_at_the_prices_of_different_years_do_not_add_up(trade):
    frame = trade.frame.copy()
    frame.loc[frame["indicator"] == "merchandise-imports", "unit"] = "USD at 2015 prices"
    found = hindrance(trade.with_frame(frame))
    assert found.kind == "prices"
    assert "Goods imports (USD at 2015 prices)" in found.sentence


def test_words_of_scale_make_no_other_unit(trade):
    frame = trade.frame.copy()
    frame.loc[frame["indicator"] == "merchandise-imports", "unit"] = "billion USD"
    assert hindrance(trade.with_frame(frame)) is None


def test_a_stock_divided_into_a_share_stays_a_stock():
    published = ind.get("gdp~reserves", "CHN").indicators
    shares = ind.get("gdp~reserves", "CHN", per="gdp")
    assert hindrance(shares, published=published).kind == "moments"


def test_shares_of_the_world_are_of_different_wholes():
    shares = ind.get("merchandise-exports~merchandise-imports", "CHN", per="WLD")
    assert hindrance(shares).kind == "wholes"
