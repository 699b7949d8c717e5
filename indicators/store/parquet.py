"""DuckDB over the Parquet files of datasets, and over the rows of those kept by hand.

Files are read in place, only the columns and row groups asked for; rows kept by hand are few and lie in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from indicators.errors import StoreError
from indicators.files import OBSERVATION_SCHEMA, table_of
from indicators.model import Dataset
from indicators.store.statements import Statement, Value

__all__ = ["ParquetEngine", "rows_kept_by_hand"]


class ParquetEngine:
    """The engine within this process; each statement runs on a cursor of its own.

    Args:
        datasets: The datasets; their files are opened when a statement needs them.
    """

    def __init__(self, datasets: Iterable[Dataset]) -> None:
        self._datasets = {dataset.id: dataset for dataset in datasets}
        self._sources: dict[str, tuple[tuple[int, ...], str]] = {}
        self._connection = duckdb.connect()
        # Global, because a cursor begins with its own settings. What a large file says of its row groups takes longer
        # to read than the rows of most queries; DuckDB reads it again when the file was replaced.
        self._connection.execute("SET GLOBAL parquet_metadata_cache = true")
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
        parameters = _files(in_files)
        try:
            sources = [self._source(dataset).format(n=n) for n, dataset in enumerate(in_files)]
            if len(in_files) < len(statement.datasets) or not sources:
                sources.append(_BY_HAND)
            sql = statement.over(" UNION ALL ".join(sources))
            for name, value in statement.parameters.items():
                sql, bound = _expanded(sql, name, value)
                parameters |= bound
            return self._connection.cursor().sql(sql, params=parameters).to_arrow_table()
        except (duckdb.Error, pa.ArrowException, OSError) as error:
            names = ", ".join(statement.datasets)
            hint = "Run `indicators validate` to see which file is at fault."
            raise StoreError(f"The store could not be read ({names}).", found=str(error), hint=hint) from error

    def _source(self, dataset: Dataset) -> str:
        """The selection of the rows of a dataset from its files, told once from what the files say of themselves."""
        state = tuple(path.stat().st_mtime_ns for path in dataset.tables)
        known = self._sources.get(dataset.id)
        if known is None or known[0] != state:
            known = state, _selection([_held(path) for path in dataset.tables])
            self._sources[dataset.id] = known
        return known[1]


_TABLE_COLUMNS = (*OBSERVATION_SCHEMA.names, "DATASET", "RELEASE")
_BY_HAND = f"SELECT {', '.join(_TABLE_COLUMNS[:-1])}, '' AS RELEASE FROM kept_by_hand"  # noqa: S608  names of ours
_IN_KEYS = ("COUNTERPART_AREA", "CONVERTED_FROM")  # files of others may leave these empty in either way
_MAY_BE_EMPTY = {"COUNTERPART_AREA", "QUALIFIER", "CONVERTED_FROM", "INFERRED", "LOCATOR", "SAID_BY", "NOTE"}
_NOTHING = {pa.string(): "''", pa.float64(): "NULL::DOUBLE", pa.int64(): "NULL::BIGINT", pa.date32(): "NULL::DATE"}


def _held(path: Path) -> tuple[str, ...]:
    """The columns of a file, without the texts of which its row groups say that all are empty."""
    metadata = pq.read_metadata(path)
    names = enumerate(metadata.schema.names)
    return tuple(name for place, name in names if name not in _MAY_BE_EMPTY or not _is_empty(metadata, place))


def _is_empty(metadata: pq.FileMetaData, place: int) -> bool:
    chunks = (metadata.row_group(group).column(place) for group in range(metadata.num_row_groups))
    return all(
        chunk.is_stats_set
        and (chunk.statistics.max == "" if chunk.statistics.has_min_max else _all_null(chunk.statistics))
        for chunk in chunks
    )


def _all_null(statistics: pq.Statistics) -> bool:
    return bool(statistics.has_null_count and statistics.num_values == 0)


def _selection(held: Sequence[Sequence[str]]) -> str:
    """The selection of all columns of the store from files that hold these; a column that none holds is empty.

    Columns are put together by name, and the name of a file is read along, only where several files ask for it.
    """
    there = {name for names in held for name in names}
    columns = [
        f"{_NOTHING[column.type]} AS {column.name}" if column.name not in there
        else f"coalesce({column.name}, '') AS {column.name}" if column.name in _IN_KEYS
        else column.name
        for column in OBSERVATION_SCHEMA
    ]  # fmt: skip
    release = "RELEASE" if len(held) > 1 else "'' AS RELEASE"
    options = ", filename = 'RELEASE'" if len(held) > 1 else ""
    if len({tuple(names) for names in held}) > 1:
        options += ", union_by_name = true"
    return f"""
        SELECT {", ".join(columns)}, $dataset_{{n}} AS DATASET, {release}
        FROM read_parquet($files_{{n}}{options})"""  # noqa: S608  names of ours


def rows_kept_by_hand(datasets: Iterable[Dataset]) -> pa.Table:
    """The observations of datasets without Parquet files, in `OBSERVATION_SCHEMA` with the column ``DATASET``."""
    tables = [OBSERVATION_SCHEMA.empty_table().append_column("DATASET", pa.array([], pa.string()))]
    for dataset in datasets:
        if not dataset.tables:
            rows = table_of(dataset.observations)
            tables.append(rows.append_column("DATASET", pa.repeat(pa.scalar(dataset.id), rows.num_rows)))
    return pa.concat_tables(tables)


def _expanded(sql: str, name: str, value: Value) -> tuple[str, dict[str, object]]:
    """The SQL and what is bound, each text of a list by itself.

    For a list that is bound whole DuckDB plans a join, which passes over fewer row groups and takes longer to plan.

    >>> _expanded("REF_AREA = any($areas)", "areas", ("RUS", "CHN"))
    ('REF_AREA IN ($areas_0, $areas_1)', {'areas_0': 'RUS', 'areas_1': 'CHN'})
    """
    if not isinstance(value, tuple):
        return sql, {name: value}
    each: dict[str, object] = {f"{name}_{n}": text for n, text in enumerate(value)}
    places = ", ".join(f"${place}" for place in each)
    return sql.replace(f"= any(${name})", f"IN ({places})" if each else "IN (NULL)"), each


def _files(datasets: Sequence[Dataset]) -> dict[str, object]:
    return {
        name: value
        for n, dataset in enumerate(datasets)
        for name, value in ((f"dataset_{n}", dataset.id), (f"files_{n}", [str(path) for path in dataset.tables]))
    }
