"""The layout of observations in a Parquet file, so that a query skips nearly all of it.

Rows are sorted; row groups and their pages have minima and maxima. Measured with 1, 10 and 100 million observations:
reading takes time for each row group of the file and each page of the groups it needs, so both grow more slowly than
the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

# For files of up to so many rows: the rows in a row group, and in a page; without pages, row groups are fine enough.
# Pages are not for the largest files: until one is closed, what each of its pages holds is kept in memory.
_LAYOUTS = ((500_000, 32_768, 0), (4_000_000, 65_536, 8_192), (20_000_000, 131_072, 4_096))
_LARGEST = (524_288, 0)


def choose_group_size(rows: int) -> int:
    """Return the number of rows in a row group for a file with so many rows.

    >>> [choose_group_size(rows) for rows in (300_000, 2_000_000, 10_000_000, 100_000_000)]
    [32768, 65536, 131072, 524288]
    """
    return _choose_layout(rows)[0]


def _choose_layout(rows: int) -> tuple[int, int]:
    """Return the number of rows in a row group and in a page; 0 for pages of the usual size in bytes."""
    return next(((group, page) for most, group, page in _LAYOUTS if rows <= most), _LARGEST)


class SortedWriter:
    """Writes sorted rows in full row groups; a context manager.

    Args:
        path: The file.
        schema: Its columns.
        rows: About how many rows there will be.
        compression_level: The zstd level: higher is smaller and slower to write.
        most_in_a_group: The most rows in a row group, to save memory: one is in memory at a time.
        split_values: Whether the bytes of values are stored in streams: smaller for values with many digits, larger
            for rounded ones.
        said: Metadata of the file, by name.
    """

    def __init__(
        self, path: Path, schema: pa.Schema, *, rows: int, compression_level: int = 3,
        said: Mapping[str, str] | None = None, most_in_a_group: int | None = None, split_values: bool = True,
    ) -> None:  # fmt: skip
        self._group = min(choose_group_size(rows), most_in_a_group or choose_group_size(rows))
        self._pieces: list[pa.Table] = []
        self._waiting = 0
        self._writer = pq.ParquetWriter(
            path, schema, compression="zstd", compression_level=compression_level, store_schema=False,
            use_dictionary=[name for name in schema.names if name != "OBS_VALUE"],
            use_byte_stream_split=["OBS_VALUE"] if split_values else False,
            **_divide_into_pages(_choose_layout(rows)[1]),
        )  # fmt: skip
        self._writer.add_key_value_metadata(said or {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None and self._waiting:
            self._write(self._waiting)
        self._writer.close()

    def write(self, rows: pa.Table) -> None:
        """Add rows that sort after the previous ones."""
        self._pieces.append(rows)
        self._waiting += rows.num_rows
        whole = self._waiting - self._waiting % self._group
        if whole:
            self._write(whole)

    def _write(self, length: int) -> None:
        rows = pa.concat_tables(self._pieces)
        self._writer.write_table(rows.slice(0, length), row_group_size=self._group)
        self._waiting -= length
        # Copied, because a slice would keep all that was just written in memory.
        self._pieces = [rows.slice(length).take(pa.array(range(self._waiting), pa.int64()))]


def _divide_into_pages(rows: int) -> dict[str, Any]:
    # A page ends with the batch in which it reaches its size: so each batch is a page. `max_rows_per_page` would say
    # so directly, from pyarrow 23.
    return {"write_page_index": True, "write_batch_size": rows, "data_page_size": 1} if rows else {}
