"""Tables are written sorted and whole, and the same input gives the same bytes."""

from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.files.disk import write_atomically
from indicators.files.observation_tables import (
    OBSERVATION_SCHEMA,
    assemble_observations,
    tabulate_observations,
    write_dataset,
)
from indicators.model.observations import Dataset, Locator, Observation, Qualifier
from indicators.model.origins import Origin
from indicators.model.periods import TimePeriod

DATASET = Dataset("wide", "Wide", "Bank", "Text: with a colon.", (Origin("page", "", ""),), ("b", "a"))
TABLE = assemble_observations(
    {
        "INDICATOR": pa.array(["b", "a", "a"]),
        "REF_AREA": pa.array(["RUS", "RUS", "CHN"]),
        "FREQ": "A",
        "TIME_PERIOD": "2024",
        "OBS_VALUE": pa.array([1.5, None, 0.1]),
        "UNIT_MEASURE": "RUB",
        "OBS_STATUS": "A",
        "VINTAGE": "2025-01-01",
        "ORIGIN": "page",
        "TIME_START": "2024-01-01",
        "TIME_END": "2024-12-31",
    }
)


def observation(value, **more):
    period = TimePeriod.parse("2024-Q3")
    return Observation("sales", "RUS", period, value, "RUB", "page", date(2025, 1, 1), **more)


def test_an_observation_becomes_a_row_of_the_schema():
    full = observation(
        Decimal(24), multiplier=12, lower=Decimal("23.5"), upper=Decimal("24.5"), digits=2,
        qualifier=Qualifier.ABOUT, inferred=("DIGITS", "FREQ"), locator=Locator("Sales", 1, 2),
    )  # fmt: skip
    table = tabulate_observations([full, observation(None)])
    assert table.schema.equals(OBSERVATION_SCHEMA)
    row, empty = table.to_pylist()
    assert (row["OBS_VALUE"], row["LOWER"], row["UPPER"]) == (24e12, 23.5e12, 24.5e12)
    assert (row["TIME_PERIOD"], row["TIME_START"], row["TIME_END"]) == ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30))
    assert (row["QUALIFIER"], row["INFERRED"], row["DIGITS"]) == ("about", "DIGITS FREQ", 2)
    assert row["LOCATOR"] == "under “Sales”, paragraph 1, sentence 2"
    assert (empty["OBS_VALUE"], empty["LOWER"], empty["QUALIFIER"]) == (None, None, "")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12), st.integers(-6, 12))
def test_a_number_becomes_the_float_nearest_to_what_was_printed(value, power):
    (row,) = tabulate_observations([observation(value, multiplier=power)]).to_pylist()
    assert row["OBS_VALUE"] == pytest.approx(float(value) * 10.0**power, rel=1e-15, abs=1e-300)


def test_whole_columns_are_sorted_and_what_is_not_given_is_empty():
    assert TABLE.select(["INDICATOR", "REF_AREA", "OBS_VALUE"]).to_pylist() == [
        {"INDICATOR": "a", "REF_AREA": "CHN", "OBS_VALUE": 0.1},
        {"INDICATOR": "a", "REF_AREA": "RUS", "OBS_VALUE": None},
        {"INDICATOR": "b", "REF_AREA": "RUS", "OBS_VALUE": 1.5},
    ]
    assert set(TABLE.column("NOTE").to_pylist()) == {""}
    assert TABLE.column("DIGITS").null_count == 3


def test_a_dataset_is_written_and_read_back_without_its_empty_columns(tmp_path):
    home = write_dataset(tmp_path, DATASET, TABLE)
    back = pq.read_table(home / "observations.parquet")
    assert back.equals(TABLE.select(back.column_names))
    assert "NOTE" not in back.column_names
    assert sorted(path.name for path in home.iterdir()) == ["dataset.yaml", "observations.parquet"]


def test_the_same_input_gives_the_same_bytes(tmp_path):
    def written(folder):
        home = write_dataset(folder, DATASET, TABLE)
        return {path.name: path.read_bytes() for path in home.iterdir()}

    assert written(tmp_path / "one") == written(tmp_path / "two") == written(tmp_path / "two")


def test_a_file_is_written_whole_in_place_of_the_old_one(tmp_path):
    path = tmp_path / "file.csv"
    write_atomically(path, b"old and long")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "file.csv"
    write_atomically(path, b"old")

    def no_space(_):
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", no_space)
    with pytest.raises(OSError, match="no space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
