"""A panel keeps series apart, and what is done to it gives another one."""

import pandas as pd
import pytest

import indicators as ind
from indicators.panel import COLUMNS, Step, printed
from indicators.periods import TimeSpan

PANEL = ind.get("digital-economy-turnover~digital-economy-growth", "RUS")


def test_a_panel_has_its_columns_and_types():
    frame = PANEL.frame
    assert tuple(frame.columns) == COLUMNS
    assert {name: str(frame[name].dtype) for name in ("value", "lower", "upper", "year", "digits")} == {
        "value": "float64", "lower": "float64", "upper": "float64", "year": "int64", "digits": "Int64",
    }  # fmt: skip
    assert all(pd.api.types.is_datetime64_any_dtype(frame[name]) for name in ("first", "last"))
    texts = frame.drop(columns=["value", "lower", "upper", "year", "digits", "first", "last"])
    assert not texts.isna().any(axis=None)


def test_an_empty_panel_has_the_same_columns_and_types():
    empty = ind.get("gdp", "RUS", "1800")
    assert empty.is_empty
    assert empty.frame.dtypes.to_dict() == PANEL.frame.dtypes.to_dict()
    assert (empty.units, empty.entities, empty.series(), empty.origins) == ((), (), [], ())


def test_a_series_is_of_one_publisher_unit_area_and_frequency():
    parts = PANEL.series()
    assert sum(len(rows) for rows in parts) == len(PANEL.frame)
    for rows in parts:
        assert len(rows[["indicator", "code", "dataset", "unit", "frequency"]].drop_duplicates()) == 1
        assert rows["first"].is_monotonic_increasing


def test_the_part_about_one_indicator_has_the_origins_of_that_part():
    part = PANEL.only("digital-economy-growth")
    assert [indicator.id for indicator in part.indicators] == ["digital-economy-growth"]
    assert set(part.frame["origin"]) == {origin.id for origin in part.origins}
    assert len(part.frame) < len(PANEL.frame)


def test_every_row_has_an_origin_of_the_panel():
    assert set(PANEL.frame["origin"]) == {origin.id for origin in PANEL.origins}


def test_another_frame_leaves_the_panel_as_it_was_and_adds_its_step():
    before = PANEL.frame.copy()
    halved = PANEL.with_frame(PANEL.frame.assign(value=PANEL.frame["value"] / 2), Step("halve", "Halved."))
    assert PANEL.frame.equals(before)
    assert [step.name for step in halved.steps] == ["read", "halve"]
    assert halved.origins == PANEL.origins


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"value": 24e12, "digits": 2}, "24 trillion RUB"),
        ({"value": 24e12, "digits": pd.NA, "qualifier": "about"}, "about 24 trillion RUB"),
        ({"value": 2e9, "lower": 1e9, "upper": 3e9, "digits": 1}, "1 to 3 billion RUB"),
        ({"value": float("nan")}, "no figure"),
    ],
)
def test_a_value_is_printed_as_people_write_it(row, text):
    blank = {"unit": "RUB", "digits": None, "qualifier": "", "lower": None, "upper": None}
    assert printed(blank | row) == text


def test_of_a_panel_cut_in_time_the_rates_of_other_years_go_and_that_of_the_base_year_stays():
    panel = ind.get("gdp", "RUS", "2014..2020", unit="EUR", prices=2015)
    cut = panel.within(TimeSpan.parse("2018..2019")).with_own_rates()
    pairs = sorted(zip(cut.rates["source"], cut.rates["target"], cut.rates["period"], strict=True))
    assert pairs == [("RUB", "EUR", "2015"), ("USD", "RUB", "2018"), ("USD", "RUB", "2019")]
    assert len(panel.with_own_rates().rates) == len(panel.rates)


def test_of_a_panel_cut_in_time_the_steps_name_only_who_published_a_rate_that_is_left():
    panel = ind.get("gdp", "RUS", unit="EUR")
    cut = panel.within(TimeSpan.parse("2018..2019")).with_own_rates()
    assert panel.steps[-1].description.endswith("(IMF, World Bank).")
    assert cut.steps[-1].description.endswith("(IMF).")
    assert set(cut.rates["publisher"]) == {"IMF"}
    assert cut.steps[-1] == ind.get("gdp", "RUS", "2018..2019", unit="EUR").steps[-1]
