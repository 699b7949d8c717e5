from itertools import pairwise

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.files import sorted_files
from indicators.files.sorted_files import SortedFiles

KEYS = st.lists(st.tuples(st.sampled_from("abcdé"), st.sampled_from(["CHN", "RUS", "USA"])), max_size=30)
COLUMNS = ("INDICATOR", "REF_AREA", "OBS_VALUE", "NOTE")


def written(folder, files):
    paths = []
    for number, keys in enumerate(files):
        columns = {"INDICATOR": [a for a, _ in sorted(keys)], "REF_AREA": [b for _, b in sorted(keys)]}
        schema = pa.schema([(name, pa.string()) for name in columns] + [("OBS_VALUE", pa.float64())])
        paths.append(folder / f"{number}.parquet")
        pq.write_table(pa.table(columns | {"OBS_VALUE": [float(number)] * len(keys)}, schema), paths[-1])
    return paths


def keys(table):
    return list(zip(table["INDICATOR"].to_pylist(), table["REF_AREA"].to_pylist(), strict=True))


@given(st.lists(KEYS, min_size=1, max_size=3), st.integers(1, 8))
def test_ranges_follow_each_other_and_hold_every_row_once(tmp_path_factory, files, at_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorted_files, "_ROWS_AT_ONCE", at_once)
        with SortedFiles(written(tmp_path_factory.mktemp("files"), files), COLUMNS) as reading:
            ranges = list(reading.iterate_ranges())
    assert sorted(key for some in ranges for key in keys(some)) == sorted(key for one in files for key in one)
    for before, after in pairwise(ranges):
        assert max(keys(before)) < min(keys(after))


@given(KEYS, st.sampled_from([("a", "RUS"), ("c", "CHN"), ("b", "\U0010ffff"), ("é", "USA")]))
def test_a_range_ends_with_the_key_asked_for(tmp_path_factory, rows, last):
    with SortedFiles(written(tmp_path_factory.mktemp("files"), [rows]), COLUMNS) as reading:
        first, rest = keys(reading.read_until(last)), keys(reading.read_until(None))
    assert first == sorted(key for key in rows if key <= last)
    assert rest == sorted(key for key in rows if key > last)


def test_a_column_that_a_file_lacks_is_empty_and_the_file_of_each_row_is_known(tmp_path):
    with SortedFiles(written(tmp_path, [[("a", "RUS")], [("a", "CHN")]]), COLUMNS) as reading:
        rows = reading.read_until(None)
    assert rows["NOTE"].to_pylist() == ["", ""]
    assert rows["RELEASE"].to_pylist() == [0, 1]
