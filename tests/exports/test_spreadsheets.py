"""A workbook as openpyxl, which is not what wrote it, reads it back."""

import io
import json
from datetime import datetime

import openpyxl
import pandas as pd
import pytest

import indicators as ind
from indicators.errors import UsageError
from indicators.exports import messages, spreadsheets
from indicators.exports.ages import describe_ages
from indicators.exports.data_formats import to_json
from indicators.exports.data_tables import make_long_table
from indicators.exports.extract import Extract
from indicators.exports.spreadsheets import to_xlsx


def opened(extract):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(extract)))


def column(sheet, name):
    names = [cell.value for cell in sheet[1]]
    return [row[names.index(name)] for row in sheet.iter_rows(min_row=2)]


def test_the_sheets_hold_the_figures_the_sources_how_they_were_made_and_the_rates(converted, several):
    assert opened(converted).sheetnames == list(messages.SHEETS)
    assert opened(several).sheetnames == list(messages.SHEETS[:4])


def test_numbers_are_numbers_and_come_back(extract):
    cells = column(opened(extract)["Data"], "Value")
    wanted = make_long_table(extract.panel)["Value"]
    assert [cell.value for cell in cells] == pytest.approx(
        [None if pd.isna(value) else value for value in wanted], rel=1e-15
    )
    assert {cell.data_type for cell in cells} <= {"n"}


def test_large_numbers_have_marks_between_their_thousands(several, converted):
    for extract in (several, converted):
        for cell in column(opened(extract)["Data"], "Value"):
            if cell.value is not None and abs(cell.value) >= 1000:
                assert cell.number_format == ("#,##0" if float(cell.value).is_integer() else "#,##0.00")


def test_days_are_days(converted, daily):
    assert {type(cell.value) for cell in column(opened(converted)["Data"], "Vintage")} == {datetime}
    days = [cell.value.date().isoformat() for cell in column(opened(daily)["Data"], "Day")]
    assert days == daily.panel.frame["period"].tolist()


def test_no_cell_is_a_formula_and_no_address_that_could_run_is_a_link(hostile):
    for sheet in opened(hostile):
        for row in sheet.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n", "d"}
            assert [cell.hyperlink for cell in row if cell.hyperlink] == []
    notes = column(opened(hostile)["Data"], "Note")
    assert notes[0].value == "=1+1"
    assert all(cell.quotePrefix for cell in notes)


def test_the_pages_of_the_sources_are_links(converted):
    links = [cell.hyperlink.target for cell in column(opened(converted)["Sources"], "Page")]
    assert links == [origin.url_main for origin in converted.origins]


def test_how_it_was_made_and_how_to_make_it_again_can_be_read(converted):
    sheet = opened(converted)[messages.SHEETS[2]]
    told = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=2)}
    assert told[messages.STEP_COMMAND] == converted.view.command
    assert told[messages.STEP] == converted.panel.steps[-1].description
    assert told[messages.CITE_AS].startswith("World Bank (2026), processed by indicators.")
    assert told["Column RateRule"]


def test_the_head_stays_in_sight_and_can_be_filtered_by(converted):
    sheet = opened(converted)["Data"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions


def test_more_figures_than_a_sheet_has_rows_are_refused_in_a_sentence(converted, monkeypatch):
    monkeypatch.setattr(spreadsheets, "_MOST_ROWS", 3)
    with pytest.raises(UsageError, match=messages.TOO_MANY_ROWS):
        to_xlsx(converted)


def test_a_workbook_and_json_say_how_old_each_series_is_whatever_years_are_asked_for():
    panel = ind.get("government-debt", "DEU~GBR", "1990")
    rows = list(opened(Extract(panel))["Age"].iter_rows(values_only=True))
    assert rows[0][2:6] == ("Entity", "Code", "Updated", "LastActualYear")
    ages = {row[3]: row[5] for row in rows[1:]}
    assert ages == {row.code: row.year for row in ind.get("government-debt", "DEU~GBR", "latest").frame.itertuples()}
    (described,) = json.loads(to_json(Extract(panel)))["indicators"]
    assert described["last_actual_years"] == ages
    assert described["updated"] == max(panel.frame["vintage"])


def test_an_estimate_is_no_last_actual_value():
    ages = describe_ages(ind.get("general-government-debt", "RUS~DEU~JPN~EGY~LBN"))["general-government-debt"]
    frame = ind.get("general-government-debt", "RUS~DEU~JPN~EGY~LBN", vintage="2025-10").frame
    actual = frame[~frame["status"].isin(["E", "F"])].groupby("code")["year"].max()
    assert ages["last_actual_years"] == actual.to_dict()
