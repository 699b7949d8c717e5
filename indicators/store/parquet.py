"""DuckDB over the Parquet files of datasets, and over the rows of those kept by hand.

Files are read in place, only the columns and row groups asked for; rows kept by hand are few and lie in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb
import pyarrow as pa

from indicators.errors import StoreError
from indicators.files import OBSERVATION_SCHEMA, table_of
from indicators.model import Dataset
from indicators.store.statements import Statement

__all__ = ["ParquetEngine", "rows_kept_by_hand"]


class ParquetEngine:
    """The engine within this process; each statement runs on a cursor of its own.

    Args:
        datasets: The datasets; their files are opened when a statement needs them.
    """

    def __init__(self, datasets: Iterable[Dataset]) -> None:
        self._datasets = {dataset.id: dataset for dataset in datasets}
        self._connection = duckdb.connect()
        self._connection.register("rows", rows_kept_by_hand(self._datasets.values()))
        # A table, because cursors do not see what is only registered.
        self._connection.execute("CREATE TABLE kept_by_hand AS SELECT * FROM rows")
        self._connection.unregister("rows")

    def answer(self, statement: Statement) -> pa.Table:
        """The rows that a statement selects.

        Raises:
            StoreError: If a file cannot be read; it names the datasets.
        """
        in_files = [self._datasets[id] for id in statement.datasets if self._datasets[id].tables]
        sources = " UNION ALL BY NAME ".join([_BY_HAND, *(_FROM_FILES.format(n=n) for n in range(len(in_files)))])
        parameters = {name: _bound(value) for name, value in statement.parameters.items()} | _files(in_files)
        try:
            return self._connection.cursor().sql(statement.over(sources), params=parameters).to_arrow_table()
        except duckdb.Error as error:
            names = ", ".join(statement.datasets)
            hint = "Run `indicators validate` to see which file is at fault."
            raise StoreError(f"The store could not be read ({names}).", found=str(error), hint=hint) from error


_BY_HAND = "SELECT *, '' AS RELEASE FROM kept_by_hand"
_FROM_FILES = """
    SELECT *, $dataset_{n} AS DATASET FROM read_parquet($files_{n}, union_by_name = true, filename = 'RELEASE')"""


def rows_kept_by_hand(datasets: Iterable[Dataset]) -> pa.Table:
    """The observations of datasets without Parquet files, in `OBSERVATION_SCHEMA` with the column ``DATASET``."""
    tables = [OBSERVATION_SCHEMA.empty_table().append_column("DATASET", pa.array([], pa.string()))]
    for dataset in datasets:
        if not dataset.tables:
            rows = table_of(dataset.observations)
            tables.append(rows.append_column("DATASET", pa.repeat(pa.scalar(dataset.id), rows.num_rows)))
    return pa.concat_tables(tables)


def _bound(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _files(datasets: Sequence[Dataset]) -> dict[str, object]:
    return {
        name: value
        for n, dataset in enumerate(datasets)
        for name, value in ((f"dataset_{n}", dataset.id), (f"files_{n}", [str(path) for path in dataset.tables]))
    }
