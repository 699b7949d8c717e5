"""Data files give back every value, and nothing in them runs in a spreadsheet."""

import csv
import io
import json
import math

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indicators as ind
from indicators.exports import messages
from indicators.exports.data_formats import to_csv, to_json, to_parquet, to_sdmx_csv, to_text
from indicators.exports.data_tables import make_long_table
from indicators.exports.extract import Extract
from indicators.model.formatting import format_plain_number
from indicators.model.origins import Licence, Origin
from indicators.model.panel import PANEL_COLUMNS, Panel
from indicators.model.units import parse_unit
from indicators.view import View

HEAD = (
    "Entity,Code,Year,Indicator,Value,Unit,Status,RateRule,Rate,RateUnit,RateDate,RatePublisher,RatePath,Reason,Period,"
    "First,Last,Frequency,Counterpart,Lower,Upper,Qualifier,Digits,Inferred,SaidBy,Locator,Note,Vintage,Dataset,Publisher,"
    "IndicatorName,Source,SourceUrl,Sha256,Processing"
)
ORIGIN = Origin("page", "Office", "=Yearbook", "2025", url_main="https://example.org/", licence=Licence("free"))
INDICATOR = ind.get("gdp", "RUS", "2020").indicators[0]
FINITE = st.floats(allow_nan=False, allow_infinity=False)
# What a text is made of: all letters and marks, without what cannot stand in a file of UTF-8 or in a data folder.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


def make_extract(*rows):
    texts = dict.fromkeys(PANEL_COLUMNS, "") | {"indicator": "gdp", "origin": "page", "unit": "USD", "status": "A"}
    day = pd.Timestamp(2024, 12, 31)
    numbers = {"year": 2024, "value": math.nan, "lower": math.nan, "upper": math.nan, "digits": None}
    cells = [texts | {"entity": "Russia", "code": "RUS", "first": day, "last": day} | numbers | row for row in rows]
    frame = pd.DataFrame(cells, columns=list(PANEL_COLUMNS)).astype({"digits": "Int64", "value": "float64"})
    return Extract(Panel(frame, (INDICATOR,), (ORIGIN,)))


@settings(max_examples=20)
@given(st.lists(FINITE | st.just(math.nan), min_size=1, max_size=8))
def test_every_value_comes_back_from_csv(read_csv, values):
    back = read_csv(to_csv(make_extract(*({"value": value} for value in values))))["Value"].tolist()
    assert [None if math.isnan(value) else value for value in back] == [
        None if math.isnan(value) else value for value in values
    ]


@given(FINITE)
def test_a_number_is_written_in_full_and_read_back(value):
    text = format_plain_number(value)
    assert float(text) == value
    assert set(text) <= set("-.0123456789")
    assert "." not in text or not text.endswith(("0", "."))


@settings(max_examples=20)
@given(TEXTS)
def test_a_text_comes_back_from_csv_unless_a_spreadsheet_would_run_it(text):
    row = next(csv.DictReader(io.StringIO(to_csv(make_extract({"note": text, "said_by": text})))))
    assert row["Note"] == row["SaidBy"]
    assert row["Note"] == (f"'{text}" if text.startswith(tuple("=+-@＝＋－＠")) else text)


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_kept_from_running(text, read_csv):
    table = read_csv(to_csv(make_extract({"note": text, "entity": text, "value": -1.0})))
    assert table["Note"].tolist() == ["'" + text.replace("\r", "\n")]
    assert table["Entity"].tolist() == ["'" + text.replace("\r", "\n")]
    assert table["Value"].tolist() == [-1]


def test_the_source_stands_in_every_row():
    row = next(csv.DictReader(io.StringIO(to_csv(make_extract({"value": 1.0})))))
    assert row["Source"] == "Office (2025). =Yearbook. https://example.org/. Licence: free."
    assert row["SourceUrl"] == "https://example.org/"
    assert row["IndicatorName"] == "GDP"


def test_the_head_is_that_of_our_world_in_data_and_what_it_lacks():
    assert to_csv(make_extract({"value": 1.0})).splitlines()[0] == HEAD
    assert to_csv(make_extract({"value": 1.0, "frequency": "D", "period": "2024-12-31"})).startswith("Entity,Code,Day,")
    assert to_csv(Extract(ind.get("gdp", "RUS", "1800"))).splitlines() == [HEAD]


def test_namibia_is_no_missing_value():
    text = to_csv(Extract(ind.get("population", "NA", "2020")))
    assert text.splitlines()[1].startswith("Namibia,NAM,2020,population,")


@settings(max_examples=20)
@given(st.lists(st.fixed_dictionaries({"value": FINITE, "note": TEXTS, "digits": st.none() | st.integers(1, 20)})))
def test_json_holds_every_observation(rows):
    content = json.loads(to_json(make_extract(*rows)))
    assert [row["value"] for row in content["observations"]] == [row["value"] for row in rows]
    assert [row.get("note", "") for row in content["observations"]] == [row["note"] for row in rows]
    assert [row.get("digits") for row in content["observations"]] == [row["digits"] for row in rows]


def test_json_says_what_is_measured_by_whom_and_how_it_was_made():
    content = json.loads(to_json(Extract(ind.get("digital-economy-turnover", "RUS", "2024"))))
    assert set(content) == {"indicators", "observations", "origins", "rates", "steps"}
    assert content["indicators"][0]["id"] == "digital-economy-turnover"
    assert {origin["id"] for origin in content["origins"]} == {row["origin"] for row in content["observations"]}
    assert [step["name"] for step in content["steps"]] == ["read"]


def test_a_missing_value_is_null_in_json():
    assert json.loads(to_json(make_extract({})))["observations"][0]["value"] is None


def test_the_table_has_a_line_a_figure_and_the_sources_below():
    lines = to_text(make_extract({"value": 24e12, "period": "2024", "digits": 2}, {"status": "M"})).splitlines()
    assert lines[0].split() == ["Indicator", "Entity", "Period", "Value", "Status", "Publisher"]
    assert "24 trillion USD" in lines[1]
    assert "no data" in lines[2]
    assert lines[-2:] == ["Sources", f"  {ORIGIN.full}"]
    assert to_text(Extract(ind.get("gdp", "RUS", "1800"))) == f"{messages.NO_FIGURES}\n"


def test_the_table_says_why_a_value_is_missing():
    yearly = ind.get("goods-trade-balance-monthly", "EMU", "2025..2026", frequency="A")
    head, whole, part = to_text(Extract(yearly)).splitlines()[:3]
    assert head.endswith("Reason missing")
    assert "July–December 2026" in part
    assert whole.endswith("Eurostat")


def test_zero_has_no_sign_in_any_text():
    below = make_extract({"value": -0.0})
    assert '"value": -0.0' not in to_json(below)
    assert "\N{MINUS SIGN}0" not in to_text(below)
    assert ",-0" not in to_csv(below)


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
        unit = parse_unit(text)
        assert (row["UNIT_MEASURE"], int(row["UNIT_MULT"])) == (unit.plain.text, unit.multiplier)


def test_days_of_sdmx_csv_stand_in_time_period(daily):
    assert sdmx(daily)["TIME_PERIOD"].tolist() == daily.panel.frame["period"].tolist()


def test_no_cell_of_sdmx_csv_begins_like_a_formula(hostile, runs_nothing):
    table = sdmx(hostile)
    assert all(runs_nothing(cell) for name in table.columns if name != "OBS_VALUE" for cell in table[name])


@pytest.mark.parametrize("name", ["OBS_STATUS", "UNIT_MEASURE", "SOURCE"])
def test_every_row_of_sdmx_csv_says_status_unit_and_source(several, name):
    assert (sdmx(several)[name] != "").all()


def test_sdmx_csv_has_the_codes_of_dimensions_and_json_an_object():
    extract = Extract(ind.get("life-expectancy~gdp", "RUS", "2020", dimensions={"sex": "_T~F"}))
    rows = list(csv.DictReader(io.StringIO(to_sdmx_csv(extract))))
    assert sorted((row["INDICATOR"], row["SEX"]) for row in rows) == [
        ("gdp", "_Z"), ("life-expectancy", "F"), ("life-expectancy", "_T"),
    ]  # fmt: skip
    women = next(row for row in json.loads(to_json(extract))["observations"] if row.get("dimensions"))
    assert (women["dimensions"], women["sex"]) == ({"SEX": "F"}, "women")


def test_bands_are_in_every_data_format_and_read_back():
    panel = ind.get("gdp-growth-weo", "RUS", "2024..2026", bands=80)
    extract = Extract(panel, View(("gdp-growth-weo",), ("RUS",), bands=(80,)))
    expected = panel.frame["upper_80"]
    csv = pd.read_csv(io.StringIO(to_csv(extract)))
    sdmx = pd.read_csv(io.StringIO(to_sdmx_csv(extract)))
    parquet = pd.read_parquet(io.BytesIO(to_parquet(extract)))
    rows = json.loads(to_json(extract))["observations"]
    for found in (csv["Upper80"], sdmx["UPPER_80"], parquet["Upper80"]):
        assert np.allclose(found, expected, equal_nan=True)
    assert [row.get("upper_80") for row in rows] == expected.astype(object).where(expected.notna(), None).tolist()
    assert csv["BandErrors"].tolist() == panel.frame["band_errors"].tolist()
    assert csv["BandMethod"].notna().tolist() == expected.notna().tolist()
