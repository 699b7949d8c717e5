"""What leaves the program comes back with every value, and does no harm where it is opened."""

import csv
import io
import json
import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import indicators as ind
from indicators.exports.data_tables import format_plain_number
from indicators.exports.text_formats import to_csv, to_json, to_table
from indicators.model.origins import Licence, Origin
from indicators.model.panel import PANEL_COLUMNS, Panel

HEAD = (
    "Entity,Code,Year,Indicator,Value,Unit,Status,RateRule,Rate,RateUnit,RateDate,RatePublisher,RatePath,Reason,Period,"
    "Frequency,Counterpart,Lower,Upper,Qualifier,Digits,Inferred,SaidBy,Locator,Note,Vintage,Dataset,Publisher,"
    "IndicatorName,Source,SourceUrl,Sha256,Processing"
)
ORIGIN = Origin("page", "Office", "=Yearbook", "2025", url_main="https://example.org/", licence=Licence("free"))
INDICATOR = ind.get("gdp", "RUS", "2020").indicators[0]
FINITE = st.floats(allow_nan=False, allow_infinity=False)
# What a text is made of: all letters and marks, without what cannot stand in a file of UTF-8 or in a data folder.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


def panel(*rows):
    texts = dict.fromkeys(PANEL_COLUMNS, "") | {"indicator": "gdp", "origin": "page", "unit": "USD", "status": "A"}
    day = pd.Timestamp(2024, 12, 31)
    numbers = {"year": 2024, "value": math.nan, "lower": math.nan, "upper": math.nan, "digits": None}
    cells = [texts | {"entity": "Russia", "code": "RUS", "first": day, "last": day} | numbers | row for row in rows]
    frame = pd.DataFrame(cells, columns=list(PANEL_COLUMNS)).astype({"digits": "Int64", "value": "float64"})
    return Panel(frame, (INDICATOR,), (ORIGIN,))


def read(text):
    return pd.read_csv(io.StringIO(text, newline=""), keep_default_na=False, dtype={"Value": "float64"}, na_values=[""])


@settings(max_examples=40)
@given(st.lists(FINITE | st.just(math.nan), min_size=1, max_size=8))
def test_every_value_comes_back_from_csv(values):
    back = read(to_csv(panel(*({"value": value} for value in values))))["Value"].tolist()
    assert [None if math.isnan(value) else value for value in back] == [
        None if math.isnan(value) else value for value in values
    ]


@given(FINITE)
def test_a_number_is_written_in_full_and_read_back(value):
    text = format_plain_number(value)
    assert float(text) == value
    assert set(text) <= set("-.0123456789")
    assert "." not in text or not text.endswith(("0", "."))


def test_no_value_is_an_empty_cell_and_never_zero():
    row = next(csv.DictReader(io.StringIO(to_csv(panel({"value": math.nan})))))
    assert (row["Value"], row["Lower"], row["Digits"]) == ("", "", "")


@settings(max_examples=40)
@given(TEXTS)
def test_a_text_comes_back_from_csv_unless_a_spreadsheet_would_run_it(text):
    row = next(csv.DictReader(io.StringIO(to_csv(panel({"note": text, "said_by": text})))))
    assert row["Note"] == row["SaidBy"]
    assert row["Note"] == (f"'{text}" if text.startswith(("=", "+", "-", "@")) else text)


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_kept_from_running(text):
    table = read(to_csv(panel({"note": text, "entity": text, "value": -1.0})))
    assert table["Note"].tolist() == ["'" + text.replace("\r", "\n")]
    assert table["Entity"].tolist() == ["'" + text.replace("\r", "\n")]
    assert table["Value"].tolist() == [-1]


def test_the_source_stands_in_every_row():
    row = next(csv.DictReader(io.StringIO(to_csv(panel({"value": 1.0})))))
    assert row["Source"] == "Office (2025). =Yearbook. https://example.org/. Licence: free."
    assert row["SourceUrl"] == "https://example.org/"
    assert row["IndicatorName"] == "GDP"


def test_the_head_is_that_of_our_world_in_data_and_what_it_lacks():
    assert to_csv(panel({"value": 1.0})).splitlines()[0] == HEAD
    assert to_csv(panel({"value": 1.0, "frequency": "D", "period": "2024-12-31"})).startswith("Entity,Code,Day,")
    assert to_csv(ind.get("gdp", "RUS", "1800")).splitlines() == [HEAD]


def test_the_embedded_figures_come_back_from_csv_digit_for_digit():
    figures = ind.get("gdp~population~gdp-growth-weo", "RUS~CHN~NAM")
    assert read(to_csv(figures))["Value"].tolist() == pytest.approx(figures.frame["value"].tolist(), rel=0, nan_ok=True)


def test_namibia_is_no_missing_value():
    text = to_csv(ind.get("population", "NA", "2020"))
    assert text.splitlines()[1].startswith("Namibia,NAM,2020,population,")


@settings(max_examples=40)
@given(st.lists(st.fixed_dictionaries({"value": FINITE, "note": TEXTS, "digits": st.none() | st.integers(1, 20)})))
def test_json_holds_every_observation(rows):
    content = json.loads(to_json(panel(*rows)))
    assert [row["value"] for row in content["observations"]] == [row["value"] for row in rows]
    assert [row.get("note", "") for row in content["observations"]] == [row["note"] for row in rows]
    assert [row.get("digits") for row in content["observations"]] == [row["digits"] for row in rows]


def test_json_says_what_is_measured_by_whom_and_how_it_was_made():
    content = json.loads(to_json(ind.get("digital-economy-turnover", "RUS", "2024")))
    assert set(content) == {"indicators", "observations", "origins", "rates", "steps"}
    assert content["indicators"][0]["id"] == "digital-economy-turnover"
    assert {origin["id"] for origin in content["origins"]} == {row["origin"] for row in content["observations"]}
    assert [step["name"] for step in content["steps"]] == ["read"]


def test_a_missing_value_is_null_in_json():
    assert json.loads(to_json(panel({})))["observations"][0]["value"] is None


def test_the_table_has_a_line_a_figure_and_the_sources_below():
    lines = to_table(panel({"value": 24e12, "period": "2024", "digits": 2}, {"status": "M"})).splitlines()
    assert lines[0].split() == ["Indicator", "Entity", "Period", "Value", "Status", "Publisher"]
    assert "24 trillion USD" in lines[1]
    assert "no figure" in lines[2]
    assert lines[-2:] == ["Sources", f"  {ORIGIN.full}"]
    assert to_table(ind.get("gdp", "RUS", "1800")) == "No figures."


def test_zero_has_no_sign_in_any_text():
    below = panel({"value": -0.0})
    assert '"value": -0.0' not in to_json(below)
    assert "\N{MINUS SIGN}0" not in to_table(below)
    assert ",-0" not in to_csv(below)
