"""Every format that is written reads back the same, cell by cell."""

import csv
import io
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import indicators as ind
from indicators.exports.archive import to_zip
from indicators.exports.data_formats import to_csv, to_json, to_parquet, to_sdmx_csv, to_wide_csv
from indicators.exports.extract import Extract
from indicators.exports.spreadsheets import to_xlsx
from indicators.importing import ColumnMapping, DatasetDetails, import_release
from indicators.store import open_store

FORMATS = {
    "csv": to_csv, "wide.csv": to_wide_csv, "xlsx": to_xlsx, "parquet": to_parquet, "json": to_json,
    "sdmx.csv": to_sdmx_csv, "zip": to_zip,
}  # fmt: skip
KEPT = (
    "indicator", "code", "counterpart", "dimensions", "period", "frequency", "value", "unit", "status", "lower",
    "upper", "qualifier", "note", "vintage", "said_by", "locator", "inferred", "digits",
)  # fmt: skip
NOT_WIDE = ("vintage", "said_by", "locator", "inferred", "digits")
KEY = ("REF_AREA", "INDICATOR", "TIME_PERIOD", "SEX", "AGE", "COUNTERPART_AREA")
DETAILS = ("QUALIFIER", "NOTE", "SAID_BY", "LOCATOR", "INFERRED", "DIGITS")
UNITS = ("million EUR", "%", "thousand tonnes", "index, 2015 = 100", "USD per person", "persons", "percentage points")
PERIODS = ("2019", "2020", "2019-Q4", "2019-S1", "2020-02", "2020-02-29", "2020-W53", "2031")
NUMBERS = st.one_of(
    st.floats(-1e12, 1e12, allow_nan=False),
    st.integers(-(10**9), 10**9),
    st.sampled_from([0, 1.234, 1e-9, 2.5652720913276717e-77, 0.1 + 0.2]),
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "REF_AREA": st.sampled_from(["FRA", "PER", "EUU", "Noord-Holland"]),
            "INDICATOR": st.sampled_from(["OUT", "PRC"]),
            "TIME_PERIOD": st.sampled_from(PERIODS), "OBS_VALUE": NUMBERS.map(repr),
            "OBS_STATUS": st.sampled_from("AEFPB"), "SEX": st.sampled_from(["Male", "Female", "Total"]),
            "AGE": st.sampled_from(["15-24", "65+", "Total"]), "COUNTERPART_AREA": st.sampled_from(["", "CHN"]),
            "QUALIFIER": st.sampled_from(["", "about"]), "SAID_BY": st.sampled_from(["", "A. Minister; B"]),
            "LOCATOR": st.sampled_from(["", "p. 3", "2019"]), "INFERRED": st.sampled_from(["", "UNIT_MEASURE"]),
            "DIGITS": st.sampled_from(["", "2"]), "WIDTH": st.integers(0, 9),
            "NOTE": st.sampled_from(["", "=1+1", "-x", 'a, "b"; c', "Ünïcode", "two\nlines", "'a", "2019", "N/A"]),
        }
    ),
    min_size=1, max_size=8, unique_by=lambda row: tuple(row[name] for name in KEY),
)  # fmt: skip


def import_into(store, path, **columns):
    details = DatasetDetails("t", title="T", publisher="P", vintage=date(2025, 6, 1))
    return import_release(store, path, details, mapping=ColumnMapping(own_areas="all", **columns))


def read_rows(store, monkeypatch, *, without=()):
    """The figures as users get them, apart from columns that a format doesn't have."""
    monkeypatch.setenv("INDICATORS_STORE", str(store))
    indicators = open_store(str(store)).catalogue.find_dataset("t").indicators
    panel = ind.get(list(indicators), every_vintage=True)
    frame = panel.frame[[name for name in KEPT if name not in without]]
    return panel, sorted(map(str, frame.astype("str").itertuples(index=False)))


def write_rows(path, rows, units):
    stream = io.StringIO()
    names = [*KEY, "OBS_VALUE", "OBS_STATUS", *DETAILS, "UNIT_MEASURE", "LOWER", "UPPER"]
    writer = csv.DictWriter(stream, names, extrasaction="ignore")
    writer.writeheader()
    for row in rows:
        value, width = float(row["OBS_VALUE"]), row["WIDTH"]
        ends = {"LOWER": repr(value - width), "UPPER": repr(value + width)} if width else {"LOWER": "", "UPPER": ""}
        writer.writerow(row | ends | {"UNIT_MEASURE": units[row["INDICATOR"]]})
    path.write_text(stream.getvalue(), encoding="utf-8")


def check_round_trip(folder, rows, units, format, monkeypatch):
    write_rows(folder / "source.csv", rows, units)
    import_into(folder / "first", folder / "source.csv", indicator="INDICATOR", dimensions=("SEX", "AGE"))
    without = NOT_WIDE if format == "wide.csv" else ()
    panel, before = read_rows(folder / "first", monkeypatch, without=without)
    written = FORMATS[format](Extract(panel))
    path = folder / f"again.{format}"
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    report = import_into(folder / "second", path)
    assert report.refused == 0
    assert read_rows(folder / "second", monkeypatch, without=without)[1] == before


RICH = [
    {"REF_AREA": area, "INDICATOR": indicator, "TIME_PERIOD": period, "OBS_VALUE": value, "OBS_STATUS": status,
     "SEX": sex, "AGE": "65+", "COUNTERPART_AREA": other, "QUALIFIER": word, "NOTE": note, "WIDTH": width,
     "SAID_BY": word and "A. Minister; B", "LOCATOR": word and "p. 3", "INFERRED": word and "UNIT_MEASURE",
     "DIGITS": word and "5"}
    for area, indicator, period, value, status, sex, other, word, note, width in (
        ("FRA", "OUT", "2019", "1250.5", "A", "Male", "CHN", "about", "=1+1", 1),
        ("FRA", "OUT", "2031", "0.30000000000000004", "F", "Total", "", "", 'a, "b"; c', 0),
        ("Noord-Holland", "PRC", "2019-Q4", "-0.001", "P", "Female", "", "", "-x", 2),
        ("EUU", "PRC", "2020-02-29", "12345678901234.0", "E", "Total", "", "", "", 3),
    )
]  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
def test_a_panel_with_everything_comes_back_from_every_format(tmp_path, monkeypatch, format):
    check_round_trip(tmp_path, RICH, {"OUT": "million EUR", "PRC": "index, 2015 = 100"}, format, monkeypatch)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, st.tuples(st.sampled_from(UNITS), st.sampled_from(UNITS)), st.sampled_from(list(FORMATS)))
def test_any_panel_comes_back_from_any_format(tmp_path_factory, monkeypatch, rows, units, format):
    named = dict(zip(("OUT", "PRC"), units, strict=True))
    check_round_trip(tmp_path_factory.mktemp("round"), rows, named, format, monkeypatch)
