"""DuckDB over the Parquet files of datasets, and over the rows of those kept by hand.

Files are read in place, only the columns and row groups asked for. Rows kept by hand are few and are inserted into a
table in memory when a statement needs their dataset.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import duckdb
import pyarrow as pa

from indicators.errors import StoreError
from indicators.files import OBSERVATION_SCHEMA
from indicators.files.checksums import verify_file
from indicators.files.newest import NEWEST, find_newest
from indicators.files.observation_tables import make_row
from indicators.files.selection import Selection, build_selection
from indicators.model.observations import Dataset
from indicators.store import messages
from indicators.store.sql import DESCRIPTIVE, BoundValue, SqlStatement

_TYPES = {pa.string(): "VARCHAR", pa.float64(): "DOUBLE", pa.int64(): "BIGINT", pa.date32(): "DATE"}


class ParquetEngine:
    """The engine in this process; each statement runs on its own cursor.

    Args:
        datasets: The datasets; their files are opened when a statement needs them.
    """

    def __init__(self, datasets: Iterable[Dataset]) -> None:
        self._datasets = {dataset.id: dataset for dataset in datasets}
        self._sources: dict[tuple[str, bool], _Source] = {}
        self._connection = duckdb.connect()
        # Global, because a cursor starts with its own settings. The metadata of a large file takes longer to read than
        # the rows of most queries; DuckDB reads it again when the file was replaced.
        self._connection.execute("SET GLOBAL parquet_metadata_cache = true")
        columns = ", ".join(f"{field.name} {_TYPES[field.type]}" for field in OBSERVATION_SCHEMA)
        self._connection.execute(f"CREATE TABLE kept_by_hand ({columns}, DATASET VARCHAR)")
        self._by_hand: set[str] = set()
        self._inserting = Lock()

    def answer(self, statement: SqlStatement) -> pa.Table:
        """Return the rows that a statement selects.

        Raises:
            StoreError: A file can't be read; the message names the datasets.
        """
        parameters: dict[str, object] = {}
        try:
            sources, empty = [], DESCRIPTIVE
            for number, id in enumerate(id for id in statement.datasets if self._datasets[id].tables):
                source = self._source(self._datasets[id], newest=statement.of_the_newest)
                sources.append(source.selection.sql.format(n=number))
                empty &= source.selection.empty
                as_dataset = self._find_continued(id, statement.datasets)
                parameters |= {f"dataset_{number}": as_dataset, f"files_{number}": [str(path) for path in source.files]}
            if len(sources) < len(statement.datasets) or not sources:
                self._insert(id for id in statement.datasets if not self._datasets[id].tables)
                sources.append(_BY_HAND)
                empty = frozenset()
            sql = statement.over(" UNION ALL ".join(sources), leaving_out=empty)
            for name, value in statement.parameters.items():
                sql, bound = _expand_lists(sql, name, value)
                parameters |= bound
            return _complete(self._connection.cursor().sql(sql, params=parameters).to_arrow_table(), statement.schema)
        except (duckdb.Error, pa.ArrowException, OSError) as error:
            names = ", ".join(statement.datasets)
            message = messages.STORE_UNREADABLE.format(datasets=names)
            raise StoreError(message, found=str(error), hint=messages.VALIDATE) from error

    def _find_continued(self, id: str, asked: Collection[str]) -> str:
        """Return the dataset whose later edition a dataset is, if both are read; else the dataset itself."""
        continued = self._datasets[id].continues
        return continued if continued in asked else id

    def _insert(self, ids: Iterable[str]) -> None:
        """Insert the rows of datasets that are kept by hand, each once."""
        with self._inserting:
            for id in set(ids) - self._by_hand:
                rows = [(*make_row(one).values(), id) for one in self._datasets[id].observations]
                if rows:
                    places = ", ".join("?" * len(rows[0]))
                    insert = f"INSERT INTO kept_by_hand VALUES ({places})"  # noqa: S608  question marks
                    self._connection.cursor().executemany(insert, rows)
                self._by_hand.add(id)

    def _source(self, dataset: Dataset, *, newest: bool) -> _Source:
        """Return the files and columns to read for a dataset, found once from the metadata of its files."""
        for path, checksum in zip(dataset.tables, dataset.checksums, strict=False):
            verify_file(path, checksum)
        state = tuple(path.stat().st_mtime_ns for path in dataset.tables)
        together = dataset.tables[-1].with_name(NEWEST)
        if newest and together.exists():
            state += (together.stat().st_mtime_ns,)
        known = self._sources.get((dataset.id, newest))
        if known is None or known.state != state:
            kept = find_newest(dataset.tables) if newest else None
            files = dataset.tables if kept is None else (kept,)
            reader = self._connection.cursor()
            known = _Source(state, files, build_selection(reader, files, "files_{n}", "$dataset_{n} AS DATASET"))
            self._sources[dataset.id, newest] = known
        return known


@dataclass(frozen=True, slots=True)
class _Source:
    state: tuple[int, ...]
    files: tuple[Path, ...]
    selection: Selection


_BY_HAND = f"SELECT {', '.join(OBSERVATION_SCHEMA.names)}, '' AS RELEASE, DATASET FROM kept_by_hand"  # noqa: S608  names of ours


def _complete(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the table with the omitted columns, empty."""
    if table.num_columns == len(schema):
        return table
    there = set(table.column_names)
    columns = [table[field.name] if field.name in there else _empty(field.type, table.num_rows) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _empty(kind: pa.DataType, length: int) -> pa.Array:
    return pa.repeat(pa.scalar(""), length) if pa.types.is_string(kind) else pa.nulls(length, kind)


def _expand_lists(sql: str, name: str, value: BoundValue) -> tuple[str, dict[str, object]]:
    """Return the SQL and the bound values, each text of a list by itself.

    If a list is bound as one value, DuckDB plans a join, which skips fewer row groups and takes longer to plan.

    >>> _expand_lists("REF_AREA = any($areas)", "areas", ("RUS", "CHN"))
    ('REF_AREA IN ($areas_0, $areas_1)', {'areas_0': 'RUS', 'areas_1': 'CHN'})
    """
    if not isinstance(value, tuple):
        return sql, {name: value}
    each: dict[str, object] = {f"{name}_{n}": text for n, text in enumerate(value)}
    places = ", ".join(f"${place}" for place in each)
    return sql.replace(f"= any(${name})", f"IN ({places})" if each else "IN (NULL)"), each
