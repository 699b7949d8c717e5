"""What the releases before say, read once from beginning to end along with the parts of a file.

Files of releases are sorted by indicator and area, as the parts are: so each is read through once, however many parts
there are, and little of it is in memory at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.files.tables import OBSERVATION_SCHEMA
from indicators.imports.parts import Key

__all__ = ["Earlier"]

_ROWS_AT_ONCE: Final = 32_768
_COLUMNS: Final = (
    "INDICATOR", "REF_AREA", "COUNTERPART_AREA", "FREQ", "TIME_PERIOD", "UNIT_MEASURE", "OBS_VALUE", "OBS_STATUS",
    "NOTE", "VINTAGE", "TIME_START", "TIME_END",
)  # fmt: skip
_SCHEMA: Final = pa.schema([OBSERVATION_SCHEMA.field(name) for name in _COLUMNS])


class Earlier:
    """The figures of releases, range by range; used in a ``with``.

    Args:
        files: Their files, the oldest first.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = [_SortedFile(path) for path in files]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files:
            file.close()

    def until(self, last: Key | None) -> pa.Table:
        """The figures up to a key, from where the range before ended.

        Args:
            last: Indicator and area, which still belong to it; ``None`` for all the rest.

        Returns:
            Columns by which figures are compared, and ``RELEASE``: the number of the file, from 0.
        """
        ranges = [file.until(last) for file in self._files]
        return pa.concat_tables(
            rows.append_column("RELEASE", pa.repeat(pa.scalar(number), rows.num_rows))
            for number, rows in enumerate(ranges)
        )


class _SortedFile:
    def __init__(self, path: Path) -> None:
        self._file = pq.ParquetFile(path, pre_buffer=False)  # else all that was read is held
        self._batches = self._file.iter_batches(_ROWS_AT_ONCE, columns=list(_COLUMNS), use_threads=False)
        self._rest: pa.RecordBatch | None = None

    def close(self) -> None:
        self._file.close()

    def until(self, last: Key | None) -> pa.Table:
        taken = []
        while (batch := self._rest or next(self._batches, None)) is not None:
            count = batch.num_rows if last is None else _count_until(batch, last)
            taken.append(batch.slice(0, count).select(list(_COLUMNS)).cast(_SCHEMA))
            self._rest = batch.slice(count) if count < batch.num_rows else None
            if self._rest is not None:
                break
        return pa.Table.from_batches(taken, _SCHEMA)


def _count_until(batch: pa.RecordBatch, last: Key) -> int:
    """How many of its sorted rows stand before a key or have it."""
    indicators, areas = batch.column("INDICATOR"), batch.column("REF_AREA")
    within = pc.and_(pc.equal(indicators, last[0]), pc.less_equal(areas, last[1]))
    return int(pc.sum(pc.or_(pc.less(indicators, last[0]), within)).as_py() or 0)
