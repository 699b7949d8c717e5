"""Parquet and SDMX-CSV, read back by pyarrow, pandas and the unit parser."""

import io
import json

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.exports.data_tables import make_long_table
from indicators.exports.sdmx_parquet import to_parquet, to_sdmx_csv
from indicators.model.units import parse_unit


def sdmx(extract):
    text = to_sdmx_csv(extract)
    return pd.read_csv(io.StringIO(text), keep_default_na=False, dtype="str")


def test_parquet_comes_back_bit_for_bit(extract):
    back = pq.read_table(io.BytesIO(to_parquet(extract))).to_pandas()
    pd.testing.assert_series_equal(back["Value"], make_long_table(extract.panel)["Value"])
    assert back["Unit"].tolist() == extract.panel.frame["unit"].tolist()


def test_parquet_has_days_as_days(daily, converted):
    assert pq.read_schema(io.BytesIO(to_parquet(daily))).field("Day").type == pa.date32()
    assert pq.read_schema(io.BytesIO(to_parquet(converted))).field("Vintage").type == pa.date32()


def test_parquet_says_how_it_was_made_and_by_whom(converted):
    metadata = pq.read_schema(io.BytesIO(to_parquet(converted))).metadata
    made = json.loads(metadata[b"indicators"])
    assert made["steps"] == [step.description for step in converted.panel.steps]
    assert {source["id"] for source in made["sources"]} == {origin.id for origin in converted.origins}


def test_sdmx_csv_begins_as_the_standard_has_it(extract):
    assert to_sdmx_csv(extract).startswith("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,FREQ,INDICATOR,")
    table = sdmx(extract)
    assert set(table["STRUCTURE"]) <= {"datastructure"}
    assert set(table["ACTION"]) <= {"I"}


def test_sdmx_csv_keeps_the_multiplier_apart_from_the_unit(converted):
    table = sdmx(converted)
    assert set(table["UNIT_MEASURE"]) == {"EUR"}
    assert set(table["UNIT_MULT"]) == {"9"}
    assert table["OBS_VALUE"].astype(float).tolist() == converted.panel.frame["value"].tolist()
    assert set(table["RATE_RULE"]) == {"average"}


def test_unit_and_multiplier_of_sdmx_csv_give_the_unit_of_the_figure(extract):
    table = sdmx(extract)
    for text, (_, row) in zip(extract.panel.frame["unit"], table.iterrows(), strict=True):
        assert parse_unit(row["UNIT_MEASURE"]).with_multiplier(int(row["UNIT_MULT"])).text == parse_unit(text).text


def test_days_of_sdmx_csv_stand_in_time_period(daily):
    assert sdmx(daily)["TIME_PERIOD"].tolist() == daily.panel.frame["period"].tolist()


def test_no_cell_of_sdmx_csv_begins_like_a_formula(hostile, runs_nothing):
    table = sdmx(hostile)
    assert all(runs_nothing(cell) for name in table.columns if name != "OBS_VALUE" for cell in table[name])


@pytest.mark.parametrize("name", ["OBS_STATUS", "UNIT_MEASURE", "SOURCE"])
def test_every_row_of_sdmx_csv_says_status_unit_and_source(several, name):
    assert (sdmx(several)[name] != "").all()
