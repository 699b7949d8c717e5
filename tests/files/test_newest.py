from datetime import date

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.files import OBSERVATION_KEY, OBSERVATION_SCHEMA
from indicators.files.newest import NEWEST, find_newest, write_newest
from indicators.files.observation_tables import SORTED_BY

RELEASES = st.lists(
    st.dictionaries(
        st.tuples(st.sampled_from(["one", "two"]), st.sampled_from(["AAA", "BBB"]), st.integers(2000, 2003)),
        st.tuples(st.none() | st.integers(0, 99), st.integers(1, 3)),
        max_size=12,
    ),
    min_size=3,
    max_size=5,
)


def _row(key, figure):
    indicator, area, year = key
    value, day = figure
    return {
        "INDICATOR": indicator, "REF_AREA": area, "COUNTERPART_AREA": "", "FREQ": "A", "TIME_PERIOD": str(year),
        "OBS_VALUE": value, "UNIT_MEASURE": "USD", "OBS_STATUS": "A", "CONVERTED_FROM": "",
        "VINTAGE": date(2024, 1, day), "ORIGIN": "one", "TIME_START": date(year, 1, 1), "TIME_END": date(year, 12, 31),
    }  # fmt: skip


def _written(folder, releases):
    paths = []
    for number, figures in enumerate(releases, 1):
        table = pa.Table.from_pylist([_row(*item) for item in figures.items()], schema=OBSERVATION_SCHEMA)
        paths.append(folder / f"{number:04}-2024-01-01.parquet")
        pq.write_table(table.sort_by([(name, "ascending") for name in SORTED_BY]), paths[-1])
    return tuple(paths)


@pytest.fixture
def three(tmp_path):
    return _written(tmp_path, [{("one", "AAA", 2000): (value, 1)} for value in (1, 2, 3)])


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RELEASES)
def test_it_holds_the_newest_of_each_observation_and_of_two_of_a_day_the_later(tmp_path, releases):
    tables = _written(tmp_path, releases)
    path = write_newest(tables)
    wanted: dict = {}
    for figures in releases:
        for key, (value, day) in figures.items():
            if key not in wanted or wanted[key][1] <= day:
                wanted[key] = (value, day)
    got = pq.read_table(path)
    assert {(r["INDICATOR"], r["REF_AREA"], r["TIME_START"].year): r["OBS_VALUE"] for r in got.to_pylist()} == {
        key: value for key, (value, _) in wanted.items()
    }
    assert got.num_rows == len(wanted)
    assert got.equals(got.sort_by([(name, "ascending") for name in SORTED_BY]))


def test_a_release_after_it_needs_only_it_and_the_release(three, tmp_path):
    write_newest(three)
    four = (*three, _fourth(tmp_path))
    for path in three:
        path.write_bytes(b"no longer read" + bytes(path.stat().st_size - 14))
    assert pq.read_table(write_newest(four))["OBS_VALUE"].to_pylist() == [4.0]


def _fourth(folder):
    table = pa.Table.from_pylist([_row(("one", "AAA", 2000), (4, 1))], schema=OBSERVATION_SCHEMA)
    pq.write_table(table, folder / "0004-2024-01-01.parquet")
    return folder / "0004-2024-01-01.parquet"


def test_it_stands_only_for_the_releases_it_was_made_of(three, tmp_path):
    assert find_newest(three) is None
    path = write_newest(three)
    assert find_newest(three) == path
    assert find_newest((*three, _fourth(tmp_path))) is None
    assert find_newest(three[:2]) is None


def test_a_broken_one_is_passed_over(three, tmp_path):
    write_newest(three).write_bytes(b"half a file")
    assert find_newest(three) is None


def test_two_releases_need_none(three, tmp_path):
    assert write_newest(three[:2]) is None
    assert not (tmp_path / NEWEST).exists()


def test_a_failure_leaves_what_was_there(three, tmp_path):
    path = write_newest(three)
    before = path.read_bytes()
    broken = tmp_path / "0004-2024-01-01.parquet"
    broken.write_bytes(b"PAR1 no Parquet PAR1")
    with pytest.raises((duckdb.Error, pa.ArrowException, OSError)):
        write_newest((*three, broken))
    assert path.read_bytes() == before


def test_the_key_is_part_of_the_order():
    assert set(SORTED_BY) - set(OBSERVATION_KEY) == {"TIME_START", "TIME_END", "VINTAGE"}
