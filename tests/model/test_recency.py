import pandas as pd
import pytest

import indicators as ind
from indicators.model.recency import drop_outdated, find_outdated

DEBT = "government-debt"


@pytest.fixture(scope="module")
def debt():
    return ind.get(DEBT, "", "latest")


def test_latest_values_are_recent_within_the_tolerance_of_the_newest(debt):
    newest = ind.get(DEBT).frame.query("status != 'F'").dropna(subset="value")["year"].max()
    assert debt.recent_since == {DEBT: newest - 5}
    assert (debt.frame["year"] < newest - 5).tolist() == find_outdated(debt).tolist()
    kept = drop_outdated(debt).frame
    assert 0 < len(kept) < len(debt)
    assert kept["year"].max() - kept["year"].min() <= 5


@pytest.mark.parametrize(("tolerance", "old"), [(0, True), (33, True), (34, False), (999, False)])
def test_the_tolerance_can_be_chosen(tolerance, old):
    germany = ind.get(DEBT, "DEU", "latest", tolerance=tolerance)
    assert germany.frame["year"].tolist() == [1990]
    assert find_outdated(germany).tolist() == [old]


def test_which_areas_are_shown_decides_nothing(debt):
    of_all = dict(zip(debt.frame["code"], find_outdated(debt), strict=True))
    for code in ("DEU", "GBR", "ITA"):
        assert find_outdated(ind.get(DEBT, code, "latest")).tolist() == [of_all[code]]


def test_alone_old_values_are_kept():
    germany = ind.get(DEBT, "DEU", "latest")
    assert drop_outdated(germany) is germany


@pytest.mark.parametrize("time", ["", "1990", "1990..2024", "earliest"])
def test_nothing_is_old_unless_the_latest_is_asked_for(time):
    panel = ind.get(DEBT, "DEU~GBR", time)
    assert not find_outdated(panel).any()
    assert drop_outdated(panel) is panel


def test_what_was_the_newest_then_counts():
    panel = ind.get("gdp-growth-weo", "RUS~USA", "latest", as_of="2010-06-01")
    assert panel.recent_since["gdp-growth-weo"] < 2010 - 4


def test_each_indicator_has_a_newest_value_of_its_own():
    panel = ind.get(f"{DEBT}~population", "DEU", "latest", unit="")
    assert panel.recent_since.keys() == {DEBT, "population"}
    assert dict(zip(panel.frame["indicator"], find_outdated(panel), strict=True)) == {DEBT: True, "population": False}


def test_calculated_values_are_as_old_as_their_year():
    panel = ind.get(DEBT, "ITA~GBR", "latest", transform="chg")
    old = dict(zip(panel.frame["code"], find_outdated(panel), strict=True))
    assert old == {"ITA": True, "GBR": False}
    assert isinstance(find_outdated(panel), pd.Series)
