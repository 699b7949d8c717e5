"""Bands around forecasts: made from errors known then, and tested without hindsight."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import indicators as ind
from indicators.analysis.forecasts import bands, quantiles
from indicators.analysis.forecasts.band_settings import find_settings
from indicators.analysis.forecasts.calibration import BandTest
from indicators.analysis.forecasts.past_errors import collect_errors
from indicators.analysis.forecasts.quantiles import BandMaker, sort_latest
from indicators.model.bands import find_levels
from indicators.store import Query, open_embedded_store

GROWTH, INFLATION, EDITION = "gdp-growth-weo", "inflation-weo", "2010-10"


def day_of(text):
    return int(np.datetime64(text, "D").astype(int))


@pytest.fixture(scope="module")
def store():
    return open_embedded_store()


@pytest.fixture(scope="module")
def table(store):
    return store.read_table(Query((GROWTH,), every_vintage=True))


def test_bands_are_nested_and_hold_their_forecast():
    frame = ind.get(GROWTH, "RUS~CHN~WLD", "2020..2030", bands=(50, 80, 90)).frame
    forecasts = frame[frame["status"] == "F"]
    assert find_levels(frame.columns) == (50, 80, 90)
    ends = forecasts[["lower_90", "lower_80", "lower_50", "value", "upper_50", "upper_80", "upper_90"]].to_numpy()
    assert len(ends)
    assert (np.diff(ends, axis=1) >= 0).all()
    assert frame.loc[frame["status"] != "F", ["lower_50", "upper_90"]].isna().all(axis=None)
    assert (forecasts["band_errors"] > 1000).all()


def test_bands_of_an_edition_use_nothing_published_later(store, table):
    """The bands of October 2010 from all figures are those from the figures that were known in October 2010."""
    groups = frozenset(area.code for area in store.catalogue.areas if area.kind == "group")
    known = table.filter([day.isoformat() <= "2010-10-31" for day in table["VINTAGE"].to_pylist()])
    places = (np.array([0, 2, 10]), np.array([0, 1, 2]), np.array([2.0, 3.0, 4.0]))
    made = []
    for rows in (table, known):
        record = collect_errors(rows, groups)
        codes = [record.series[key] for key in sorted(record.series) if key[1] in ("RUS", "CHN", "DEU")]
        maker = BandMaker(record, day_of("2010-10-31"), (50, 80))
        made.append(maker.make(places[0], np.array(codes), places[2]))
    np.testing.assert_allclose(made[0], made[1])


def test_too_few_errors_are_refused_with_the_number_there_is():
    panel = ind.get("general-government-debt", "RUS", "2020..2030", bands=80)
    assert panel.frame["upper_80"].isna().all()
    notes = [step.sentence for step in panel.steps if step.name == "no bands"]
    assert any("at least 20 for 5" in note for note in notes)


@pytest.mark.parametrize(("code", "known"), [("RAEC", "1 error"), ("IT Russia", "none of")])
def test_the_number_of_errors_known_is_that_of_forecasts_with_an_outcome(code, known):
    notes = [step.sentence for step in ind.get("digital-economy-growth", "RUS", "2025..2026", bands=80).steps]
    assert any(code in note and known in note for note in notes)


def test_amounts_of_both_signs_and_calculated_figures_have_no_bands():
    balance = ind.get("current-account-balance-weo", "RUS", "2024..2030", bands=80)
    growth = ind.get(GROWTH, "RUS", "2024..2030", bands=80, transform="chg")
    assert balance.frame["upper_80"].isna().all()
    assert "upper_80" not in growth.frame
    assert all(any("o bands" in step.sentence for step in panel.steps) for panel in (balance, growth))


def test_share_inside_is_that_of_the_bands_of_each_edition(store):
    """The test of bands gives what bands of single editions and raw outcomes give."""
    frame = ind.get(GROWTH, "", "2011..2013", vintage=EDITION, bands=80).frame
    forecasts = frame[frame["upper_80"].notna()]
    every = ind.get(GROWTH, "", "2011..2013", every_vintage=True).frame
    ends = every["last"] + pd.Timedelta(days=366)
    known = pd.to_datetime(every["vintage"])
    came = every[(every["status"] != "F") & (known > every["last"]) & (known <= ends)].sort_values("vintage")
    came = came.drop_duplicates(["code", "period"], keep="last")[["code", "period", "value"]]
    pairs = forecasts.merge(came, on=["code", "period"], suffixes=("", "_outcome"))
    groups = {area.code for area in store.catalogue.areas if area.kind == "group"}
    pairs = pairs[~pairs["code"].isin(groups)]
    inside = pairs["value_outcome"].between(pairs["lower_80"], pairs["upper_80"])
    cases = bands.load_band_test(store, Query((GROWTH,)), GROWTH, "imf-weo", "A", (80,)).cases
    same = cases[(cases["vintage"] == "2010-10-31") & cases["year"].between(2011, 2013)]
    assert len(pairs) == len(same) > 500
    assert inside.mean() == pytest.approx(same["inside_80"].mean())


def test_coverage_is_near_the_promise(store):
    """Growth since 2005, crises included: within 3 points at each horizon, and better than a normal distribution."""
    test = bands.load_band_test(store, Query((GROWTH,)), GROWTH, "imf-weo", "A", (80,))
    by_horizon = test.summarize()
    assert by_horizon["group"].tolist() == [0, 1, 2, 3, 4, 5]
    assert (by_horizon["inside"] - 80).abs().max() < 3
    assert (by_horizon["normal"] < 1).all()
    assert f"{len(test.cases):,}" in test.sentence
    recent = test.cases[test.cases["year"] >= 2020]
    assert "2020\N{EN DASH}2024" in test.sentence
    assert test.sentence.endswith(f"only {100 * recent['inside_80'].mean():.0f}%.")


def test_the_standard_error_of_a_share_is_that_of_years_whose_forecasts_share_their_shocks():
    """Ten years of a hundred forecasts, all inside in half of them: as ten cases, not as a thousand."""
    years = np.repeat(np.arange(2005, 2015), 100)
    columns = {f"{name}_80": 1.0 for name in ("score", "normal", "own", "normal_inside", "own_inside")}
    cases = pd.DataFrame({"code": "RUS", "year": years, "ahead": 1, "inside_80": years % 2 == 0, **columns})
    found = BandTest(cases, (80,)).summarize().iloc[0]
    assert found["inside"] == 50
    assert found["standard_error"] == pytest.approx(100 * np.sqrt(0.25 / 9))
    alone = BandTest(cases, (80,)).summarize(cases["year"])
    assert alone["standard_error"].isna().all()


def test_the_constants_of_an_edition_are_older_than_the_edition():
    starts = [find_settings(day_of(f"{year}-04-30")).since for year in (1999, 2009, 2010, 2014, 2015, 2024, 2030)]
    assert starts == ["", "", "2010-01-01", "2010-01-01", "2015-01-01", "2020-01-01", "2025-01-01"]


def test_bands_of_inflation_are_near_the_promise_at_each_horizon_and_in_each_income_group(store):
    test = bands.load_band_test(store, Query((INFLATION,)), INFLATION, "imf-weo", "A", (50, 80, 90))
    groups = [group for group in store.catalogue.groups if group.kind == "income"]
    income = {member.area: group.name for group in groups for member in group.memberships}
    held, by_income = test.summarize(), test.summarize(test.cases["code"].map(income))
    assert (held["inside"] - held["level"]).abs().max() < 5
    assert (by_income["inside"] - by_income["level"]).abs().max() < 6
    assert (held["normal"] < 1).all()


def test_own_errors_after_a_hyperinflation_widen_bands_but_at_most_to_a_multiple_of_the_pooled(store, monkeypatch):
    record = bands.load_errors(store, Query((INFLATION,)), INFLATION, "imf-weo", "A")
    day, values = day_of("2019-10-31"), np.array([3.0])
    zimbabwe = next(place for key, place in record.series.items() if key[1] == "ZWE")
    made = {}
    for own in (0.0, 0.15):
        settings = replace(find_settings(day), own=own)
        monkeypatch.setattr(quantiles, "find_settings", lambda _, used=settings: used)
        maker = BandMaker(record, day, (50, 80, 90))
        made[own] = np.array(maker.make(np.array([9]), np.array([zimbabwe]), values))
    assert (made[0.15][1] >= made[0.0][1]).all()
    assert (np.diff(made[0.15][1], axis=0) >= 0).all()
    assert (np.ptp(made[0.15], axis=0) <= 2 * np.ptp(made[0.0], axis=0)).all()


def test_the_latest_errors_are_sorted_by_size_without_gaps():
    errors = np.array([[9.0, -4.0], [-3.0, np.nan], [np.nan, 1.0], [2.0, np.nan]])
    np.testing.assert_array_equal(sort_latest(errors, 2), [[2.0, 1.0], [3.0, 4.0]])
