import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.files.layout import SortedWriter

SCHEMA = pa.schema([("INDICATOR", pa.string()), ("OBS_VALUE", pa.float64())])


def rows(first, length):
    numbers = range(first, first + length)
    return pa.table([[f"{n:09}" for n in numbers], [float(n) for n in numbers]], schema=SCHEMA)


def test_pieces_become_row_groups_of_full_length_in_their_order(tmp_path):
    with SortedWriter(tmp_path / "a.parquet", SCHEMA, rows=100_000) as writer:
        for first in range(0, 100_000, 10_000):
            writer.write(rows(first, 10_000))
    file = pq.ParquetFile(tmp_path / "a.parquet")
    groups = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
    assert groups == [32_768, 32_768, 32_768, 1_696]
    assert file.read().equals(rows(0, 100_000))


@pytest.mark.parametrize(("expected", "indexed"), [(100_000, False), (2_000_000, True)])
def test_a_large_file_tells_what_each_page_holds(tmp_path, expected, indexed):
    with SortedWriter(tmp_path / "a.parquet", SCHEMA, rows=expected) as writer:
        writer.write(rows(0, 10_000))
    column = pq.ParquetFile(tmp_path / "a.parquet").metadata.row_group(0).column(0)
    assert column.has_column_index is indexed


def test_no_rows_make_a_file_without_rows(tmp_path):
    with SortedWriter(tmp_path / "a.parquet", SCHEMA, rows=0):
        pass
    assert pq.read_table(tmp_path / "a.parquet").num_rows == 0
