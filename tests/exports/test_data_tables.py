"""Long and wide tables hold every figure, each with its unit, status, rule and source."""

import numpy as np
import pandas as pd
import pytest

import indicators as ind
from indicators.exports.data_formats import to_csv, to_wide_csv
from indicators.exports.data_tables import (
    LONG_COLUMNS,
    describe_processing,
    make_long_table,
    make_table_across,
    make_wide_table,
)
from indicators.exports.extract import Extract

BLOCK = ("Unit", "Status", "RateRule", "Source")


def test_the_long_table_has_a_row_a_figure_and_describes_its_columns(extract):
    table = make_long_table(extract.panel)
    assert len(table) == len(extract.panel.frame)
    assert set(table.columns) <= set(LONG_COLUMNS)
    assert ("Year" in table) != ("Day" in table)
    assert not table.drop(columns=["Value", "Lower", "Upper", "Rate", "Digits"]).isna().any().any()


def test_every_row_says_unit_status_source_and_after_a_conversion_the_rule_and_what_was_done(converted):
    table = make_long_table(converted.panel)
    assert set(table["Unit"]) == {"billion EUR"}
    assert set(table["RateRule"]) == {"average"}
    assert set(table["RatePublisher"]) == {"IMF"}
    assert table["Source"].str.startswith("World Bank (").all()
    assert set(table["Processing"]) == {"Converted from USD to billion EUR at annual average rates (IMF)."}


def test_what_was_published_bears_no_rule_and_no_processing(several):
    table = make_long_table(several.panel)
    assert set(table["RateRule"]) == {""}
    assert describe_processing(several.panel) == ""


def test_each_vintage_has_a_row_of_its_own_that_says_when_it_was_known():
    wide = make_wide_table(ind.get("gdp-growth-weo", "RUS~CHN", "2014..2015", every_vintage=True))
    assert {"Entity", "Year", "Vintage", "gdp-growth-weo"} <= set(wide.columns)
    assert not wide.duplicated(["Entity", "Year", "Vintage"]).any()
    assert "Vintage" not in make_wide_table(ind.get("gdp-growth-weo", "RUS~CHN", "2014..2015"))


def test_the_wide_table_holds_every_figure_once(extract):
    wide = make_wide_table(extract.panel)
    columns = [name for name in wide.columns if f"{name} Unit" in wide.columns]
    values = sorted(value for name in columns for value in wide[name].dropna())
    assert values == sorted(extract.panel.frame["value"].dropna())


def test_each_wide_column_has_its_unit_status_rule_and_source_beside_it(several):
    wide = make_wide_table(several.panel)
    columns = [name for name in wide.columns if f"{name} Unit" in wide.columns]
    assert {"gdp", "population", "digital-economy-turnover (RAEC)"} <= set(columns)
    for name in columns:
        there = wide[wide[name].notna()]
        assert (there[f"{name} Unit"] != "").all()
        assert (there[f"{name} Source"] != "").all()
        assert set(wide.loc[wide[name].isna(), f"{name} Unit"]) <= {"", *there[f"{name} Unit"]}


def test_two_figures_of_one_publisher_for_one_year_both_stay(several):
    frame = several.panel.frame[several.panel.frame["indicator"] == "population"]
    doubled = several.panel.with_frame(pd.concat([frame, frame], ignore_index=True))
    wide = make_wide_table(doubled)
    assert len(wide) == 2 * len(frame)
    assert wide["population"].notna().all()


def test_rows_of_the_wide_table_go_by_entity_and_time(several):
    wide = make_wide_table(several.panel)
    places = list(zip(pd.factorize(wide["Entity"])[0], wide["Year"], strict=True))
    assert places == sorted(places)


def test_days_stand_in_a_column_of_days(daily):
    assert list(make_wide_table(daily.panel).columns[:4]) == ["Entity", "Code", "Day", "exchange-rate-ecb"]
    assert make_long_table(daily.panel)["Day"].str.fullmatch(r"2026-04-\d\d").all()


def test_no_cell_of_a_csv_begins_like_a_formula(hostile, runs_nothing, read_csv):
    for text in (to_csv(hostile), to_wide_csv(hostile)):
        table = read_csv(text)
        numbers = [name for name in table.columns if name == "Value" or f"{name} Unit" in table.columns]
        texts = [name for name in table.columns if name not in numbers]
        assert all(runs_nothing(name) for name in table.columns)
        assert all(runs_nothing(cell) for name in texts for cell in table[name])


def test_missing_is_an_empty_cell(converted, read_csv):
    frame = converted.panel.frame.assign(value=float("nan"))
    missing = Extract(converted.panel.with_frame(frame))
    assert read_csv(to_csv(missing))["Value"].isna().all()
    assert set(read_csv(to_wide_csv(missing))["gdp"]) == {""}


def test_dimensions_in_use_have_columns_in_long_and_wide_tables():
    panel = ind.get("youth-unemployment", "RUS~DEU", "2023..2024", dimensions={"sex": "F~M"})
    long, wide = make_long_table(panel), make_wide_table(panel)
    assert set(long["Sex"]) == {"women", "men"}
    assert list(wide.columns[:4]) == ["Entity", "Code", "Year", "Sex"]
    assert len(wide) == len(long) == 8
    assert sorted(wide["youth-unemployment"]) == sorted(panel.frame["value"])
    assert "Sex" not in make_long_table(ind.get("gdp", "RUS", "2020"))


@pytest.mark.parametrize(
    "ask",
    [
        ("gdp~inflation", "RUS~CHN", "2000..2003"), ("gdp-growth-weo", "RUS", "2022..2027"),
        ("policy-rate", "USA", "2024-01..2024-03"), ("youth-unemployment", "DEU", "2020..2021"),
    ],
)  # fmt: skip
def test_a_table_with_years_across_holds_every_figure_once(ask):
    panel = ind.get(*ask)
    across = make_table_across(panel)
    periods = list(across.columns[list(across.columns).index("Source") + 1 :])
    assert sorted(periods) == sorted(set(panel.frame["period"]))
    values = across[periods].to_numpy(dtype=float).ravel()
    assert sorted(values[~np.isnan(values)]) == sorted(panel.frame["value"].dropna())
    forecasts = panel.frame.loc[panel.frame["status"] == "F", "period"].tolist()
    assert " ".join(across["Forecasts"]).split() == forecasts
