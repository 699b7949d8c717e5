from collections import Counter

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from indicators.imports import parts
from indicators.imports.parts import Counts, divided, staged, staging_writer

SCHEMA = pa.schema([("INDICATOR", pa.string()), ("REF_AREA", pa.string()), ("LINE", pa.int64())])
ROWS = st.lists(st.tuples(st.sampled_from("abcdé"), st.sampled_from(["CHN", "RUS", "USA"])), max_size=60)


def written(path, rows):
    table = pa.table({"INDICATOR": [a for a, _ in rows], "REF_AREA": [b for _, b in rows], "LINE": range(len(rows))})
    table = table.cast(SCHEMA)
    counts = Counts()
    with staging_writer(path, SCHEMA) as writer:
        for start in range(0, len(rows), 7):
            counts.add(table.slice(start, 7))
            writer.write_table(table.slice(start, 7))
    return counts


@given(ROWS, st.integers(1, 20))
def test_parts_sorted_one_after_another_give_the_whole_in_order(tmp_path_factory, rows, most):
    path = tmp_path_factory.mktemp("parts") / "rows.arrow"
    counts = written(path, rows)
    whole = [pair for part in divided(path, counts, most=most) for pair in sorted(pairs(part))]
    assert whole == sorted(rows)


def pairs(part):
    rows = staged(part.file).select(["INDICATOR", "REF_AREA"]).to_pylist()
    return [(row["INDICATOR"], row["REF_AREA"]) for row in rows]


def test_a_part_is_about_as_large_as_it_may_be():
    counts = Counts(Counter({f"indicator-{n:03}": 10 for n in range(100)}), Counter(CHN=500, RUS=500))
    assert len(counts.bounds(100)) == 9


def test_one_indicator_alone_is_cut_by_area():
    counts = Counts(Counter(gdp=100), Counter(CHN=25, RUS=25, USA=25, ZAF=25))
    assert counts.bounds(50) == [("gdp", "RUS")]


def test_many_parts_are_no_more_than_files_can_be_open(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "_ROWS_IN_A_PART", 1)
    monkeypatch.setattr(parts, "_MOST_PARTS", 5)
    rows = [(f"i{n:03}", "RUS") for n in range(100)]
    counts = written(tmp_path / "rows.arrow", rows)
    assert len(divided(tmp_path / "rows.arrow", counts)) <= 7
