"""CSV files are read row by row, and every fault of every row is told with its line and column."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.files.field_types import NOTHING_KNOWN, References
from indicators.files.rows import read_areas, read_currencies, read_events, read_observations, read_redenominations
from indicators.model.codelists import ObservationStatus
from indicators.model.dimensions import Dimension
from indicators.model.observations import Locator, Qualifier

HEAD = "INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,VINTAGE,ORIGIN"
ROW = "sales,RUS,2024,24,RUB,2025-01-01,page"


@pytest.fixture
def read(tmp_path):
    """Reads rows, with more columns if asked for, and gives the observations and the faults."""

    def read_rows(*rows, more="", known=NOTHING_KNOWN):
        path = tmp_path / "observations.csv"
        path.write_text("\n".join([HEAD + more, *rows, ""]), encoding="utf-8")
        return read_observations(path, "observations.csv", known)

    return read_rows


JOBLESS = References(
    frozenset({"sales", "jobless"}),
    dimensions={"jobless": (Dimension("SEX", ("_T", "F", "M")), Dimension("SECTOR", ("A",)))},
)


def places(faults):
    return [(fault.line, fault.column) for fault in faults]


def test_a_row_becomes_an_observation(read):
    ((line, row),), faults = read(
        ROW + ",CHN,A,12,F,23,25,about,2,USD,TIME_PERIOD,Sales,1,2,A minister,Why",
        more=",COUNTERPART_AREA,FREQ,UNIT_MULT,OBS_STATUS,LOWER,UPPER,QUALIFIER,DIGITS,CONVERTED_FROM,INFERRED,"
        "HEADING,PARAGRAPH,SENTENCE,SAID_BY,NOTE",
    )
    assert faults == []
    assert (line, row.indicator, row.area, row.counterpart, str(row.period)) == (2, "sales", "RUS", "CHN", "2024")
    assert (row.value, row.multiplier, row.lower, row.upper, row.digits) == (24, 12, 23, 25, 2)
    assert (row.status, row.qualifier) == (ObservationStatus.FORECAST, Qualifier.ABOUT)
    assert (row.unit, row.converted_from, row.origin, row.vintage) == ("RUB", "USD", "page", date(2025, 1, 1))
    assert (row.locator, row.inferred) == (Locator("Sales", 1, 2), ("TIME_PERIOD",))
    assert (row.said_by, row.note) == ("A minister", "Why")


def test_columns_of_dimensions_become_the_dimensions_of_an_observation(read):
    rows = [ROW.replace("sales", "jobless") + more for more in (",F,A", ",_T,", ",,")]
    found, faults = read(*rows[:2], more=",SEX,SECTOR", known=JOBLESS)
    assert faults == []
    assert [row.dimensions for _, row in found] == [(("SECTOR", "A"), ("SEX", "F")), ()]
    _, again = read(*rows, more=",SEX,SECTOR", known=JOBLESS)  # the total is what no code means
    assert places(again) == [(4, None)]


@pytest.mark.parametrize(
    ("row", "more", "words"),
    [("jobless", ",W,", "F or M"), ("jobless", ",,B", "SECTOR A"), ("sales", ",F,", "does not declare")],
)
def test_a_code_that_the_indicator_does_not_declare_is_a_fault(read, row, more, words):
    _, (fault,) = read(ROW.replace("sales", row) + more, more=",SEX,SECTOR", known=JOBLESS)
    assert words in fault.expected


@pytest.mark.parametrize(("printed", "digits"), [("24", 2), ("24.0", 3), ("1700", 4), ("0.05", 1), ("0", 1)])
def test_the_number_stays_as_printed_with_its_digits(read, printed, digits):
    ((_, row),), _ = read(ROW.replace(",24,", f",{printed},"))
    assert (row.value, row.digits) == (Decimal(printed), digits)


@pytest.mark.parametrize("more", ["", ",OBS_STATUS"])
def test_an_empty_value_needs_a_status_that_says_so(read, more):
    _, faults = read(ROW.replace(",24,", ",,") + ("," if more else ""), more=more)
    assert places(faults) == [(2, "OBS_STATUS")]
    ((_, row),), faults = read(ROW.replace(",24,", ",,") + ",M", more=",OBS_STATUS")
    assert (row.value, faults) == (None, [])


@pytest.mark.parametrize(
    ("more", "cells", "column"),
    [
        (",LOWER", ",20", "UPPER"),
        (",UPPER", ",20", "UPPER"),
        (",LOWER,UPPER", ",25,30", "UPPER"),
        (",LOWER,UPPER", ",30,20", "UPPER"),
        (",INFERRED", ",TIME_PERIOD", "NOTE"),
        (",INFERRED,NOTE", ",THE_YEAR,Why", "INFERRED"),
        (",HEADING", ",Sales", "SENTENCE"),
        (",PARAGRAPH", ",1", "SENTENCE"),
        (",PARAGRAPH,SENTENCE", ",1,2", "SENTENCE"),
        (",HEADING,PARAGRAPH,SENTENCE", ",Sales,0,1", "PARAGRAPH"),
        (",FREQ", ",M", "FREQ"),
        (",UNIT_MULT", ",999", "UNIT_MULT"),
        (",UNIT_MULT", ",1.5", "UNIT_MULT"),
        (",DIGITS", ",0", "DIGITS"),
        (",QUALIFIER", ",roughly", "QUALIFIER"),
        (",OBS_STATUS", ",Z", "OBS_STATUS"),
        (",CONVERTED_FROM", ",roubels", "CONVERTED_FROM"),
        (",COUNTERPART_AREA", ",China", "COUNTERPART_AREA"),
        (",NOTE", ",nul\x00byte", "NOTE"),
        (",SAID_BY", ",bell\x07", "SAID_BY"),
    ],
)
def test_a_column_that_does_not_agree_is_named(read, more, cells, column):
    _, faults = read(ROW + cells, more=more)
    assert (2, column) in places(faults)


@pytest.mark.parametrize(
    "number", ["2o", '"20,5"', "1 000", "1'000", "1_000", "NaN", "inf", "1e999", "--1", "0x10", "٢٤", "24%"]
)
def test_what_is_no_number_is_refused(read, number):
    _, faults = read(ROW.replace(",24,", f",{number},"))
    assert places(faults) == [(2, "OBS_VALUE")]


@pytest.mark.parametrize("day", ["1.1.2025", "20250101", "2025-W01-1", "2025-02-30", "2025", "today"])
def test_a_vintage_is_a_day_with_hyphens(read, day):
    _, faults = read(ROW.replace("2025-01-01", day))
    assert places(faults) == [(2, "VINTAGE")]


def test_one_bad_cell_hides_no_other_fault_of_its_row(read):
    known = References(frozenset({"sales"}), frozenset({"RUS"}), frozenset({"page"}))
    _, faults = read(
        "salez,RUSS,20x4,2o,roubels,yesterday,pages,30,TIME_PERIOD,M",
        more=",LOWER,INFERRED,FREQ",
        known=known,
    )
    assert {fault.column for fault in faults} == {
        "INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "VINTAGE", "ORIGIN", "UPPER", "NOTE",
    }  # fmt: skip
    hints = {fault.column: fault.hint for fault in faults}
    assert hints["REF_AREA"] == "Nearest: RUS."
    assert hints["ORIGIN"] == "Nearest: page."


def test_lines_are_those_of_the_file_also_after_a_cell_of_several_lines_and_an_empty_line(read):
    _, faults = read(
        f'{ROW},"one\ntwo"', "", ROW.replace("2024", "2023") + ",x,y", ROW.replace(",24,", ",x,") + ",", more=",NOTE"
    )
    assert places(faults) == [(5, None), (6, "OBS_VALUE")]


def test_an_observation_that_stands_twice_names_the_line_before(read):
    rows, faults = read(ROW, ROW.replace("24,RUB", "25,RUB"))
    assert len(rows) == 2
    assert (faults[0].line, "line 2" in str(faults[0])) == (3, True)


@pytest.mark.parametrize("change", [("2025-01-01", "2026-01-01"), ("RUB", "USD"), ("RUS", "CHN"), (",2024,", ",2023,")])
def test_another_vintage_unit_area_or_period_is_another_observation(read, change):
    _, faults = read(ROW, ROW.replace(*change))
    assert faults == []


def test_a_list_that_could_not_be_read_is_not_a_fault_of_every_row(read):
    _, faults = read(ROW, known=References())
    assert faults == []


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        (b"", 1, "no header"),
        (HEAD.encode() + b"\n", None, "no rows"),
        (HEAD.encode() + b"\nsales,\xff\xfe\n", 2, "not UTF-8"),
        (HEAD.encode() + b'\nsales,"never closed\n', 2, "unexpected end of data"),
        (HEAD.encode() + b'\nsales,"clo"sed\n', 2, "expected after"),
        (HEAD.encode() + b"\n" + b"x" * 200_000 + b"\n", 2, "field limit"),
        (HEAD.replace(",", ";").encode() + b"\n", 1, "INDICATOR;REF_AREA"),
        (HEAD.encode() + b",ORIGIN\n", 1, "the column twice"),
        (HEAD.encode() + b",ORIGINS\n", 1, "ORIGINS"),
    ],
)
def test_a_file_that_is_no_table_of_observations_says_why(tmp_path, content, line, found):
    path = tmp_path / "observations.csv"
    path.write_bytes(content)
    rows, faults = read_observations(path, "observations.csv")
    assert rows == ()
    assert any(fault.line == line and found in fault.found for fault in faults), faults


def test_the_mark_that_spreadsheets_put_before_utf_8_is_no_fault(tmp_path):
    path = tmp_path / "observations.csv"
    path.write_text(f"{HEAD}\r\n{ROW}\r\n", encoding="utf-8-sig", newline="")
    rows, faults = read_observations(path, "observations.csv")
    assert (len(rows), faults) == (1, [])


def test_a_missing_file_and_a_folder_in_its_place_are_faults(tmp_path):
    assert "no such file" in str(read_areas(tmp_path / "areas.csv", "areas.csv")[1][0])
    (tmp_path / "areas.csv").mkdir()
    assert len(read_areas(tmp_path / "areas.csv", "areas.csv")[1]) == 1


def test_a_code_of_two_areas_is_a_fault(tmp_path):
    path = tmp_path / "areas.csv"
    path.write_text("CODE,NAME,KIND\nRUS,Russia,country\nRUS,Ruritania,country\n")
    assert places(read_areas(path, "areas.csv")[1]) == [(3, None)]


def test_events_name_known_areas_and_origins_and_stand_once(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(
        "ID,DATE,AREAS,NAME,ORIGIN\n"
        "fair,2024,RUS XXX,Fair,page\nfair,2024-09-25/P5D,RUS,Fair,pag\nfair,2025,,Fair,page\n"
    )
    known = References(frozenset(), frozenset({"RUS"}), frozenset({"page"}))
    events, faults = read_events(path, "events.csv", known)
    assert [event.id for event in events] == ["fair"]
    assert places(faults) == [(2, "AREAS"), (3, "ORIGIN")]


def test_currencies_have_days_and_a_minor_unit(tmp_path):
    path = tmp_path / "currencies.csv"
    path.write_text("CODE,NAME,MINOR_UNIT,VALID_FROM\nRUB,Rouble,2,1998-01-01\nXXX,None,two,1.1.1998\n")
    currencies, faults = read_currencies(path, "currencies.csv")
    assert [(c.code, c.minor_unit, c.valid_from) for c in currencies] == [("RUB", 2, date(1998, 1, 1))]
    assert places(faults) == [(3, "MINOR_UNIT"), (3, "VALID_FROM")]


def test_a_redenomination_names_two_currencies_and_a_ratio_above_zero(tmp_path):
    path = tmp_path / "redenominations.csv"
    path.write_text(
        "OLD,NEW,RATIO,DATE,LAW\nTRL,TRY,1000000,2005-01-01,Law\nTRL,TRX,1,2005-01-01,Law\n"
        "RUR,RUR,0,1998,Law\nRUR,RUB,1000,1998-01-01,\n"
    )
    changes, faults = read_redenominations(path, "redenominations.csv", ["TRL", "TRY", "RUR", "RUB"])
    assert [(one.old, one.new, one.ratio) for one in changes][:1] == [("TRL", "TRY", "1000000")]
    assert places(faults) == [
        (4, "NEW"), (4, "RATIO"), (4, "DATE"), (5, "LAW"), (3, "NEW"), (3, None),
    ]  # fmt: skip
    assert read_redenominations(tmp_path / "none.csv", "redenominations.csv") == ((), [])
