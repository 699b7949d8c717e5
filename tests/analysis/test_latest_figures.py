"""The latest figure of each series, the change, the next forecast and the rank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.latest_figures import FigureAt, LatestFigure, find_latest_figures
from indicators.analysis.ranks import index_peers, rank_figures
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import Query, open_embedded_store

STORE = open_embedded_store()


@pytest.fixture(scope="module")
def panel():
    return STORE.read_panel(Query(("gdp", "gdp-growth-weo", "inflation", "government-debt"), ("RUS", "DEU", "CHN")))


def test_each_series_has_one_figure_and_it_is_the_last_that_is_no_forecast(panel):
    found = find_latest_figures(panel)
    assert len({(one.indicator, one.area, one.publisher) for one in found}) == len(found)
    for one in found:
        rows = panel.frame[
            (panel.frame["indicator"] == one.indicator) & (panel.frame["code"] == one.area)
            & panel.frame["value"].notna() & (panel.frame["publisher"] == one.publisher)
        ].sort_values("last")  # fmt: skip
        actual, forecast = rows[rows["status"] != "F"], rows[rows["status"] == "F"]
        assert (one.latest.value, one.latest.period) == tuple(actual[["value", "period"]].iloc[-1])
        assert one.history[-1] == one.latest.value
        if one.previous is not None:
            assert (one.previous.value, one.previous.period) == tuple(actual[["value", "period"]].iloc[-2])
        if one.forecast is not None:
            assert (one.forecast.value, one.forecast.period) == tuple(forecast[["value", "period"]].iloc[0])
            assert forecast["last"].iloc[0] > actual["last"].iloc[-1]


@pytest.mark.parametrize("year", [1990, 2010, 2024])
def test_the_figure_of_a_year_is_of_that_year(panel, year):
    found = find_latest_figures(panel, at=TimePeriod.of_year(year))
    assert {one.latest.period for one in found} == {str(year)}
    gdp = next(one for one in found if one.indicator == "gdp" and one.area == "DEU")
    row = panel.frame.query("indicator == 'gdp' and code == 'DEU'").set_index("period")["value"]
    assert (gdp.latest.value, gdp.previous.value) == (row[str(year)], row[str(year - 1)])


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), st.sampled_from(["%", "% of GDP", "USD", "persons"]))
def test_a_change_is_in_points_for_percentages_and_never_from_zero_or_less(first, last, unit):
    change = LatestFigure("x", "RUS", "", unit, FigureAt(last, "2024"), FigureAt(first, "2023")).change
    if unit.startswith("%"):
        assert (change.value, change.unit) == (last - first, "percentage points")
    elif first <= 0:
        assert change is None
    else:
        assert change.unit == "%"
        assert first * (1 + change.value / 100) == pytest.approx(last, rel=1e-6, abs=1e-6)


def test_ranks_count_only_figures_that_are_close_in_time():
    members = STORE.catalogue.group_list.find("G7").members()
    peers = STORE.read_panel(Query(("population", "government-debt"), members, TimeSpan.parse("latest")))
    figures = find_latest_figures(STORE.read_panel(Query(("population", "government-debt"), ("JPN",))))
    publishers = {dataset.id: dataset.publisher for dataset in STORE.catalogue.datasets}
    everywhere = index_peers(STORE.read_latest_values(Query(("population", "government-debt"))), publishers)
    by_id = {
        one.indicator: one
        for one in rank_figures(figures, everywhere, among=members, tolerance=5, ranked={"population"})
    }
    population = peers.frame[peers.frame["indicator"] == "population"].sort_values("value", ascending=False)
    assert by_id["population"].rank == population["code"].tolist().index("JPN") + 1
    assert by_id["population"].ranked == 7
    assert "government-debt" not in by_id or by_id["government-debt"].rank is None
