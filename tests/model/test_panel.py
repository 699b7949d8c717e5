"""A panel keeps series apart, and what is done to it gives another one."""

from dataclasses import replace

import numpy as np
import pandas as pd

import indicators as ind
from indicators.model.origins import Origin
from indicators.model.panel import PANEL_COLUMNS
from indicators.model.periods import TimeSpan
from indicators.model.steps import Step

PANEL = ind.get("digital-economy-turnover~digital-economy-growth", "RUS")


def test_a_panel_has_its_columns_and_types():
    frame = PANEL.frame
    assert tuple(frame.columns) == PANEL_COLUMNS
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
    part = PANEL.select_indicator("digital-economy-growth")
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


def test_of_a_panel_cut_in_time_the_rates_of_other_years_go_and_that_of_the_base_year_stays():
    panel = ind.get("gdp", "RUS", "2014..2020", unit="EUR", prices=2015)
    cut = panel.select_time(TimeSpan.parse("2018..2019")).drop_unused_rates()
    pairs = sorted(zip(cut.rates["source"], cut.rates["target"], cut.rates["period"], strict=True))
    assert pairs == [("USD", "EUR", "2015")]
    assert len(panel.drop_unused_rates().rates) == len(panel.rates)


def test_of_a_panel_cut_in_time_the_steps_name_only_who_published_a_rate_that_is_left():
    panel = ind.get("gdp", "RUS", unit="EUR")
    cut = panel.select_time(TimeSpan.parse("2018..2019")).drop_unused_rates()
    assert panel.steps[-1].description.endswith("(IMF, World Bank).")
    assert cut.steps[-1].description.endswith("(IMF).")
    assert set(cut.rates["publisher"]) == {"IMF"}
    assert cut.steps[-1] == ind.get("gdp", "RUS", "2018..2019", unit="EUR").steps[-1]


def test_a_caution_goes_with_the_years_that_it_is_about():
    panel = ind.get("gdp", "IRN", "1985..2010", unit="LCU")
    assert "Iran in 1992" in panel.select_time(TimeSpan.parse("1990..1995")).drop_unused_rates().steps[-1].caution
    later = panel.select_time(TimeSpan.parse("2005..2010")).drop_unused_rates()
    assert later.steps[-1] == ind.get("gdp", "IRN", "2005..2010", unit="LCU").steps[-1]
    assert later.steps[-1].caution == ""


def test_what_is_cut_in_time_keeps_the_origins_of_the_rows_that_are_left():
    cut = PANEL.select_time(TimeSpan.parse("2024"))
    assert {origin.id for origin in cut.origins} == set(cut.frame["origin"])
    assert len(cut.origins) < len(PANEL.origins)


def test_origins_of_rates_that_served_other_years_only_go_with_them():
    panel = ind.get("digital-economy-turnover", "RUS", unit="EUR")
    rates = panel.rates.assign(origin=np.where(panel.rates["period"] == "2024", "late", "early"))
    origins = (*panel.origins, Origin("early", "IMF", "Old rates"), Origin("late", "IMF", "New rates"))
    cut = replace(panel, rates=rates, origins=origins).select_time(TimeSpan.parse("2024")).drop_unused_rates()
    assert {origin.id for origin in cut.origins} == {*cut.frame["origin"], "late"}


def test_what_prices_were_measured_by_stays_an_origin_of_what_is_cut():
    panel = ind.get("digital-economy-turnover", "RUS", prices=2015, unit="LCU")
    cut = panel.select_time(TimeSpan.parse("2023")).drop_unused_rates()
    assert "World Bank" in {origin.producer for origin in cut.origins}
    assert cut.frame["origin"].str.endswith(" world-bank-wdi-2026-07").all()


def test_the_part_that_was_not_converted_has_no_rates():
    part = ind.get("gdp~inflation", "RUS", "2020", unit="EUR").select_indicator("inflation")
    assert part.rates.empty
    assert {origin.producer for origin in part.origins} == {"World Bank"}


def test_a_figure_of_an_old_edition_is_cited_with_that_edition():
    panel = ind.get("gdp-growth-weo", "RUS", "2015..2016", vintage="2015-10")
    (source,) = panel.sources
    assert source.of_edition == "edition of October 2015"
    assert "Edition used: October 2015." in source.full
    assert source.full.startswith("IMF (October 2024). World Economic Outlook")  # what is cited is what was read
    assert set(panel.describe_origins(lambda origin: origin.full)) == {source.full}


def test_each_row_of_every_edition_is_cited_with_its_own_and_the_list_says_which_there_are():
    panel = ind.get("gdp-growth-weo", "RUS", "2016", every_vintage=True)
    cited = panel.describe_origins(lambda origin: origin.of_edition)
    assert cited.iloc[0] == "edition of April 2011"
    assert cited.nunique() == len(panel.frame)
    of_history = next(source for source in panel.sources if source.id == "imf-weo-historical-forecasts")
    assert f"Editions used: {len(panel.frame) - 2}, April 2011 to October 2018." in of_history.full


def test_a_figure_made_of_several_editions_names_none_of_them():
    panel = ind.get("gdp-growth-weo", "RUS", "2015..2016", transform="ch1")
    assert panel.sources == panel.origins
    assert "dition used" not in " ".join(panel.describe_origins(lambda origin: origin.full))


def test_what_holds_one_publication_is_cited_as_before():
    assert PANEL.sources == PANEL.origins
