from collections import Counter

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.importing import staging
from indicators.importing.staging import RowCounts, divide_staged, open_staged, write_staged

SCHEMA = pa.schema([("INDICATOR", pa.string()), ("REF_AREA", pa.string()), ("LINE", pa.int64())])
ROWS = st.lists(st.tuples(st.sampled_from("abcdé"), st.sampled_from(["CHN", "RUS", "USA"])), max_size=60)


def write_rows(path, rows):
    table = pa.table({"INDICATOR": [a for a, _ in rows], "REF_AREA": [b for _, b in rows], "LINE": range(len(rows))})
    table = table.cast(SCHEMA)
    counts = RowCounts()
    with write_staged(path, SCHEMA) as writer:
        for start in range(0, len(rows), 7):
            counts.add(table.slice(start, 7))
            writer.write_table(table.slice(start, 7))
    return counts


@given(ROWS, st.integers(1, 20))
def test_parts_sorted_one_after_another_give_the_whole_in_order(tmp_path_factory, rows, most):
    path = tmp_path_factory.mktemp("parts") / "rows.arrow"
    counts = write_rows(path, rows)
    whole = [pair for part in divide_staged(path, counts, most=most) for pair in sorted(pairs(part))]
    assert whole == sorted(rows)


def pairs(part):
    rows = open_staged(part.file).select(["INDICATOR", "REF_AREA"]).to_pylist()
    return [(row["INDICATOR"], row["REF_AREA"]) for row in rows]


def test_a_part_is_about_as_large_as_it_may_be():
    counts = RowCounts(Counter({f"indicator-{n:03}": 10 for n in range(100)}), Counter(CHN=500, RUS=500))
    assert len(counts.find_bounds(100)) == 9


def test_one_indicator_alone_is_cut_by_area():
    counts = RowCounts(Counter(gdp=100), Counter(CHN=25, RUS=25, USA=25, ZAF=25))
    assert counts.find_bounds(50) == [("gdp", "RUS")]


@given(ROWS, st.integers(2, 4))
def test_many_parts_are_divided_in_turn_so_that_few_files_are_open(tmp_path_factory, rows, at_once):
    path = tmp_path_factory.mktemp("parts") / "rows.arrow"
    counts = write_rows(path, rows)
    most_files = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(staging, "_FILES_AT_ONCE", at_once)
        whole = []
        for part in divide_staged(path, counts, most=1):
            most_files = max(most_files, len(list(path.parent.iterdir())))
            whole += sorted(pairs(part))
            part.file.unlink()
    assert whole == sorted(rows)
    assert most_files <= at_once * 6


def test_a_part_says_its_range(tmp_path):
    counts = write_rows(tmp_path / "rows.arrow", [(id, "RUS") for id in "abcd"])
    ranges = [(part.after, part.until) for part in divide_staged(tmp_path / "rows.arrow", counts, most=2)]
    assert ranges == [(None, ("b", "\U0010ffff")), (("b", "\U0010ffff"), None)]
