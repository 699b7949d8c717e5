"""Each broken folder gives all its faults at once: file, line, what was found, what was expected."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.errors import DatasetFaultsError
from indicators.files import read_catalogue, tabulate_observations
from indicators.files.validation import validate

ROWS = "datasets/office/observations.csv"


def _change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_folder_has_no_faults(folder):
    assert validate(folder) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "said"),
    [
        (ROWS, "turnover,RUS,2022", "turnovr,RUS,2022", 2, "Nearest: turnover"),
        (ROWS, "turnover,RUS,2022", "turnover,RUSS,2022", 2, "Nearest: RUS"),
        (ROWS, "RUS,2022,20", "RUS,2022,20x", 2, "found '20x'"),
        (ROWS, "RUS,2022,20,", 'RUS,2022,"20,5",', 2, "a point for decimals"),
        (ROWS, "RUS,2022,20", "RUS,2022,NaN", 2, "a finite number"),
        (ROWS, "RUS,2022,20", "RUS,2022-13,20", 2, "2024-Q3"),
        (ROWS, "2022,20,RUB", "2022,20,RUBB", 2, "found 'RUBB'"),
        (ROWS, "12,A,2024-01-01,page", "12,Z,2024-01-01,page", 2, "found 'Z'"),
        (ROWS, "12,A,2024-01-01,page", "12,A,1.1.2024,page", 2, "YYYY-MM-DD"),
        (ROWS, "12,A,2024-01-01,page", "12,A,2024-01-01,pag", 2, "Nearest: page"),
        (ROWS, "12,A,2024-01-01,page", "12,A,2024-01-01,page,more", 2, "10 cells"),
        (ROWS, "OBS_VALUE", "VALUE", 1, "OBS_VALUE"),
        (ROWS, "turnover,CHN,2023,7,CNY,12,A,2024", "turnover,RUS,2022,7,RUB,12,A,2024", 5, "is in line 2"),
        ("indicators.yaml", "measure: flow", "measure: flaw", 5, "'flaw'"),
        ("indicators.yaml", "unit: RUB", "unit: roubels", 4, "'roubels'"),
        ("areas.csv", "World,group", "World,planet", 4, "'planet'"),
        ("events.csv", "2024-09", "September", 2, "'September'"),
        ("datasets/office/dataset.yaml", "publisher: Office", "publishr: Office", 3, "publishr"),
        ("datasets/office/dataset.yaml", "2025-02-01", "February", 9, "YYYY-MM"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_file_and_line(folder, file, old, new, line, said):
    _change(folder, file, old, new)
    faults = [fault for fault in validate(folder) if fault.file == file]
    assert any(fault.line == line and said in str(fault) for fault in faults), [str(fault) for fault in faults]


def test_all_faults_of_all_files_are_told_at_once(folder):
    _change(folder, ROWS, "RUS,2022,20", "RUSS,20x2,2o")
    _change(folder, "indicators.yaml", "measure: rate", "measure: speed")
    _change(folder, "areas.csv", "China,country", "China,land")
    with pytest.raises(DatasetFaultsError) as caught:
        read_catalogue(folder)
    places = {(fault.file, fault.line) for fault in caught.value.faults}
    assert {(ROWS, 2), ("indicators.yaml", 13), ("areas.csv", 3)} <= places
    assert len([fault for fault in caught.value.faults if (fault.file, fault.line) == (ROWS, 2)]) >= 2


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00a", b"a: [", b"\x00", b"[" * 3000, b"- id: x"])
def test_a_file_that_is_no_yaml_list_is_one_fault_and_no_crash(folder, content):
    (folder / "indicators.yaml").write_bytes(content)
    assert any(fault.file == "indicators.yaml" for fault in validate(folder))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"INDICATOR\n", b'"unclosed', b"\x00\x00\n"])
def test_a_file_that_is_no_table_is_a_fault_and_no_crash(folder, content):
    (folder / ROWS).write_bytes(content)
    assert any("observations" in fault.file for fault in validate(folder))


@pytest.fixture
def parquet(folder: Path) -> Path:
    table = tabulate_observations(read_catalogue(folder).find_dataset("office").observations)
    (folder / ROWS).unlink()
    home = folder / "datasets/office"
    with (home / "dataset.yaml").open("a") as stream:
        stream.write("indicators: [growth, turnover]\n")
    pq.write_table(table, home / "observations.parquet")
    return home / "observations.parquet"


def test_a_sound_parquet_file_has_no_faults(folder, parquet):
    assert validate(folder) == ()


def test_a_truncated_parquet_file_is_a_fault(folder, parquet):
    parquet.write_bytes(parquet.read_bytes()[:200])
    assert [fault.file for fault in validate(folder)] == ["datasets/office/observations.parquet"]


def test_wrong_rows_of_a_parquet_file_are_named(folder, parquet):
    table = pq.read_table(parquet)
    areas = pa.array(["RUSS", *table.column("REF_AREA").to_pylist()[1:]])
    values = pa.array([float("inf"), *table.column("OBS_VALUE").to_pylist()[1:]])
    table = table.set_column(table.schema.get_field_index("REF_AREA"), "REF_AREA", areas)
    pq.write_table(table.set_column(table.schema.get_field_index("OBS_VALUE"), "OBS_VALUE", values), parquet)
    assert {(fault.column, fault.line) for fault in validate(folder)} == {("REF_AREA", 1), ("OBS_VALUE", 1)}


def test_a_wrong_type_in_a_parquet_file_is_a_fault(folder, parquet):
    table = pq.read_table(parquet)
    place = table.schema.get_field_index("OBS_VALUE")
    pq.write_table(table.set_column(place, "OBS_VALUE", table.column("OBS_VALUE").cast(pa.string())), parquet)
    assert any(fault.column == "OBS_VALUE" for fault in validate(folder))


def _rewrite(parquet: Path, column: str, values: list) -> None:
    table = pq.read_table(parquet)
    place = table.schema.get_field_index(column)
    pq.write_table(table.set_column(place, column, pa.array(values, table.schema.field(column).type)), parquet)


@pytest.mark.parametrize(
    ("column", "bad", "wanted"),
    [
        ("INDICATOR", "population", "an indicator of its dataset.yaml"),
        ("ORIGIN", "pag", "an origin of the dataset"),
        ("OBS_STATUS", "Z", "CL_OBS_STATUS"),
        ("UNIT_MEASURE", "bananas per monkey", "a unit"),
        ("TIME_PERIOD", "2022-13", "a period"),
        ("TIME_PERIOD", "2021", "TIME_START 2021-01-01"),
        ("FREQ", "M", "FREQ A"),
        ("OBS_VALUE", None, "a finite number"),
        ("OBS_VALUE", float("nan"), "a finite number"),
        ("VINTAGE", None, "the date the figure"),
        ("REF_AREA", None, "a code of areas.csv"),
    ],
)
def test_a_bad_row_of_a_parquet_file_is_named_with_its_number(folder, parquet, column, bad, wanted):
    values = pq.read_table(parquet).column(column).to_pylist()
    _rewrite(parquet, column, [*values[:-1], bad])
    faults = [fault for fault in validate(folder) if fault.line == len(values)]
    assert any(fault.column == column or "TIME" in str(fault) for fault in faults), validate(folder)
    assert any(wanted in fault.expected for fault in faults), faults


def test_an_observation_that_stands_twice_in_a_parquet_file_is_named(folder, parquet):
    table = pq.read_table(parquet)
    pq.write_table(pa.concat_tables([table, table.slice(0, 1)]), parquet)
    assert [(fault.line, "once" in fault.expected) for fault in validate(folder)] == [(len(table) + 1, True)]


def test_figures_of_two_pairs_of_countries_are_no_doubles(folder, parquet):
    table = pq.read_table(parquet)
    place = table.schema.get_field_index("COUNTERPART_AREA")
    partner = table.set_column(place, "COUNTERPART_AREA", pa.array(["CHN"] * len(table)))
    pq.write_table(pa.concat_tables([table, partner]), parquet)
    assert validate(folder) == ()


def test_a_parquet_file_broken_in_its_middle_is_a_fault_and_no_crash(folder, parquet):
    content = bytearray(parquet.read_bytes())
    content[4 : len(content) // 2] = bytes(len(content) // 2 - 4)
    parquet.write_bytes(bytes(content))
    assert {fault.file for fault in validate(folder)} == {"datasets/office/observations.parquet"}


def test_the_folder_of_one_dataset_is_checked_by_itself(folder):
    assert validate(folder / "datasets/office") == ()
    _change(folder, ROWS, "RUS,2022,20", "RUSS,20x2,2o")
    faults = validate(folder / "datasets/office")
    assert {(fault.line, fault.column) for fault in faults} == {(2, "REF_AREA"), (2, "TIME_PERIOD"), (2, "OBS_VALUE")}


@pytest.mark.parametrize("name", [ROWS, "indicators.yaml", "areas.csv", "events.csv", "currencies.csv"])
def test_a_file_is_checked_by_itself(folder, name):
    assert validate(folder / name) == ()
    (folder / name).write_bytes(b"\xff\xfe")
    assert [fault.file for fault in validate(folder / name)] == [str(folder / name)]


def test_a_file_far_from_any_folder_is_held_against_the_embedded_lists(folder, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text((folder / ROWS).read_text())
    assert {(fault.column, fault.found) for fault in validate(path)} == {
        ("INDICATOR", "turnover"), ("INDICATOR", "growth"),
    }  # fmt: skip


def test_a_parquet_file_is_checked_by_itself(folder, parquet):
    assert validate(parquet) == ()
    values = pq.read_table(parquet).column("ORIGIN").to_pylist()
    _rewrite(parquet, "ORIGIN", ["pag", *values[1:]])
    assert [(fault.line, fault.hint) for fault in validate(parquet)] == [(1, "Nearest: page.")]


def test_of_many_faults_of_a_kind_in_a_parquet_file_the_first_twenty_are_named(folder, parquet):
    table = pa.concat_tables([pq.read_table(parquet)] * 10)
    pq.write_table(table, parquet)
    _rewrite(parquet, "REF_AREA", [f"X{number}" for number in range(len(table))])
    assert [fault.line for fault in validate(folder) if fault.column == "REF_AREA"] == list(range(1, 21))
