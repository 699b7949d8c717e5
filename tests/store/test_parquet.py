import hashlib
from datetime import date

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.errors import StoreError
from indicators.files import OBSERVATION_SCHEMA
from indicators.files.newest import NEWEST, write_newest
from indicators.files.selection import build_selection
from indicators.model.observations import Dataset
from indicators.model.origins import Origin
from indicators.store.embedded_engine import ParquetEngine
from indicators.store.query import Query
from indicators.store.sql import select_observations

ROW = {
    "INDICATOR": "sales", "REF_AREA": "AAA", "COUNTERPART_AREA": "", "FREQ": "A", "TIME_PERIOD": "2020",
    "OBS_VALUE": 1.0, "UNIT_MEASURE": "USD", "OBS_STATUS": "A", "CONVERTED_FROM": "", "VINTAGE": date(2021, 1, 1),
    "ORIGIN": "one", "TIME_START": date(2020, 1, 1), "TIME_END": date(2020, 12, 31),
}  # fmt: skip


@pytest.fixture
def dataset(tmp_path):
    """Makes a dataset of one file for each list of rows; columns whose name is left out are not in the file."""

    def made(*files, without=()):
        paths = []
        for number, rows in enumerate(files):
            table = pa.Table.from_pylist([ROW | row for row in rows], schema=OBSERVATION_SCHEMA)
            paths.append(tmp_path / f"{number}.parquet")
            leaving = without if number == 0 else ()
            pq.write_table(table.select([name for name in table.column_names if name not in leaving]), paths[-1])
        return Dataset("one", "One", "One", "Text.", (Origin("one", "One", "One"),), ("sales",), tables=tuple(paths))

    return made


def values(dataset, query=None):
    statement = select_observations(query or Query(("sales",)), ("one",))
    return ParquetEngine([dataset]).answer(statement)["OBS_VALUE"].to_pylist()


def test_of_two_releases_of_a_day_the_later_counts(dataset):
    assert values(dataset([{"OBS_VALUE": 1.0}], [{"OBS_VALUE": 2.0}])) == [2.0]


def test_a_later_day_counts_more_than_a_later_file(dataset):
    assert values(dataset([{"OBS_VALUE": 1.0, "VINTAGE": date(2022, 1, 1)}], [{"OBS_VALUE": 2.0}])) == [1.0]


@pytest.mark.parametrize("column", ["COUNTERPART_AREA", "CONVERTED_FROM"])
def test_an_empty_key_is_the_same_whether_left_out_null_or_empty(dataset, column):
    later = {"VINTAGE": date(2022, 1, 1), "OBS_VALUE": 2.0}
    assert values(dataset([{}], [later], without=(column,))) == [2.0]
    assert values(dataset([{column: None}], [later])) == [2.0]
    assert values(dataset([{}], [later | {column: None}])) == [2.0]


def test_columns_that_no_file_holds_are_empty_and_typed(dataset):
    leaving = ("COUNTERPART_AREA", "LOWER", "DIGITS", "NOTE")
    statement = select_observations(Query(("sales",)), ("one",))
    table = ParquetEngine([dataset([{}], without=leaving)]).answer(statement)
    assert table.schema.names[:-1] == OBSERVATION_SCHEMA.names
    assert table.schema.types[:-1] == OBSERVATION_SCHEMA.types
    assert table.select(leaving).to_pylist() == [{"COUNTERPART_AREA": "", "LOWER": None, "DIGITS": None, "NOTE": ""}]


@pytest.mark.parametrize("empty", ["", None])
def test_a_column_that_is_empty_throughout_is_not_read(dataset, empty):
    with duckdb.connect() as connection:
        tables = dataset([{"NOTE": empty}]).tables
        assert "'' AS NOTE" in build_selection(connection, tables, "files").sql
        tables = dataset([{"NOTE": empty}, {"NOTE": "Said."}]).tables
        assert "'' AS NOTE" not in build_selection(connection, tables, "files").sql


def test_a_column_that_contradicts_its_metadata_is_damage(dataset):
    damaged = dataset([{"NOTE": "Said."}])
    path = damaged.tables[0]
    content, sound = path.read_bytes(), b"\x25\x02\x18\x04NOTE"
    assert content.count(sound) == 1
    path.write_bytes(content.replace(sound, b"\x25\x04\x18\x04NOTE"))  # said to be a list
    with pytest.raises(StoreError):
        values(damaged)


def test_a_file_that_was_replaced_is_read_anew(dataset):
    engine = ParquetEngine([dataset([{"OBS_VALUE": 1.0}])])
    statement = select_observations(Query(("sales",)), ("one",))
    assert engine.answer(statement)["OBS_VALUE"].to_pylist() == [1.0]
    dataset([{"OBS_VALUE": value, "REF_AREA": area} for value, area in ((3.0, "AAA"), (4.0, "BBB"))])
    assert sorted(engine.answer(statement)["OBS_VALUE"].to_pylist()) == [3.0, 4.0]


def test_either_side_of_a_pair_is_found_and_nothing_else(dataset):
    rows = [{"COUNTERPART_AREA": "BBB"}, {"REF_AREA": "BBB", "OBS_VALUE": 2.0}, {"REF_AREA": "CCC", "OBS_VALUE": 3.0}]
    assert sorted(values(dataset(rows), Query(("sales",), ("BBB",)))) == [1.0, 2.0]


RELEASES = [[{"OBS_VALUE": float(day), "VINTAGE": date(2021, 1, day)}] for day in (1, 2, 3)]


def test_the_newest_is_read_from_the_file_that_keeps_it_together(dataset, tmp_path):
    three = dataset(*RELEASES)
    kept = write_newest(three.tables)
    changed = pq.read_table(kept).set_column(5, "OBS_VALUE", pa.array([7.0]))
    said = pq.read_metadata(kept).metadata
    with pq.ParquetWriter(kept, changed.schema) as writer:
        writer.add_key_value_metadata({"releases": said[b"releases"].decode()})
        writer.write_table(changed)
    assert values(three) == [3.0], "without its checksum it is not trusted"
    kept.with_suffix(".sha256").write_text(hashlib.sha256(kept.read_bytes()).hexdigest())
    assert values(three) == [7.0]
    assert values(three, Query(("sales",), as_of=date(2021, 1, 2))) == [2.0]


def test_a_new_release_counts_before_it_is_in_that_file(dataset, tmp_path):
    write_newest(dataset(*RELEASES).tables)
    assert values(dataset(*RELEASES, [{"OBS_VALUE": 4.0, "VINTAGE": date(2021, 1, 4)}])) == [4.0]


def test_readers_go_on_when_that_file_comes_and_goes(dataset, tmp_path):
    three = dataset(*RELEASES)
    engine, statement = ParquetEngine([three]), select_observations(Query(("sales",)), ("one",))
    for change in (lambda: None, lambda: write_newest(three.tables), (tmp_path / NEWEST).unlink):
        change()
        assert engine.answer(statement)["OBS_VALUE"].to_pylist() == [3.0]
