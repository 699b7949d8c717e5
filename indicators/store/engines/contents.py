"""All observations of a catalogue, batch by batch, as another engine is to hold them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.errors import StoreError
from indicators.files import OBSERVATION_SCHEMA, tabulate_observations
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset
from indicators.store import messages
from indicators.store.engines.catalogue_rows import describe_catalogue

STORED_SCHEMA: Final = OBSERVATION_SCHEMA.append(pa.field("DATASET", pa.string())).append(
    pa.field("RELEASE", pa.string())
)
"""The columns of the table of observations: those of the files, and the two that statements ask for."""

_ROWS_IN_A_BATCH: Final = 200_000
_BYTES_READ_AT_ONCE: Final = 1 << 20


class Contents:
    """The observations of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._by_hand = [dataset for dataset in catalogue.datasets if not dataset.tables]
        self._files = [(dataset, *file) for dataset in catalogue.datasets for file in _in_order(dataset)]

    @cached_property
    def rows(self) -> int:
        """The number of observations, including superseded ones.

        Raises:
            StoreError: A file can't be read.
        """
        in_files = sum(int(_opened(dataset, path).metadata.num_rows) for dataset, _, path in self._files)
        return in_files + sum(len(dataset.observations) for dataset in self._by_hand)

    def fingerprint(self) -> str:
        """Return the SHA-256 of all figures and descriptions.

        Raises:
            StoreError: A file can't be read.
        """
        digest = hashlib.sha256(repr(describe_catalogue(self._catalogue, "").to_pylist()).encode())
        for dataset, release, path in self._files:
            digest.update(f"\0{dataset.id}\0{release}\0".encode())
            try:
                with path.open("rb") as stream:
                    while piece := stream.read(_BYTES_READ_AT_ONCE):
                        digest.update(piece)
            except OSError as error:
                raise _unreadable(dataset, error) from error
        return digest.hexdigest()

    def batches(self) -> Iterator[pa.Table]:
        """Yield the observations in tables of `STORED_SCHEMA`, a few hundred thousand rows each.

        Raises:
            StoreError: A file can't be read.
        """
        by_hand = _tabulate_by_hand(self._by_hand)
        if by_hand.num_rows:
            yield _stored(by_hand, "")
        for dataset, release, path in self._files:
            file = _opened(dataset, path)
            try:
                for batch in file.iter_batches(_ROWS_IN_A_BATCH):
                    table = pa.Table.from_batches([batch])
                    id = dataset.continues or dataset.id
                    yield _stored(table.append_column("DATASET", pa.repeat(id, table.num_rows)), release)
            except (pa.ArrowException, OSError) as error:
                raise _unreadable(dataset, error) from error


def _tabulate_by_hand(datasets: Iterable[Dataset]) -> pa.Table:
    """Return the observations of datasets without Parquet files, with the column ``DATASET``."""
    tables = [OBSERVATION_SCHEMA.empty_table().append_column("DATASET", pa.array([], pa.string()))]
    for dataset in datasets:
        rows = tabulate_observations(dataset.observations)
        tables.append(rows.append_column("DATASET", pa.repeat(pa.scalar(dataset.id), rows.num_rows)))
    return pa.concat_tables(tables)


def _in_order(dataset: Dataset) -> list[tuple[str, Path]]:
    """The files of a dataset with the names of their releases, which sort as DuckDB sorts the files' own names."""
    return [(f"{number:08}", path) for number, path in enumerate(sorted(dataset.tables, key=str), 1)]


def _opened(dataset: Dataset, path: Path) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise _unreadable(dataset, error) from error


def _stored(table: pa.Table, release: str) -> pa.Table:
    """The columns of `STORED_SCHEMA`: no text is absent, it is empty; numbers and days may be absent."""
    table = table.append_column("RELEASE", pa.repeat(release, table.num_rows))
    columns = []
    for field in STORED_SCHEMA:
        if field.name not in table.column_names:
            column = pa.chunked_array([pa.nulls(table.num_rows, field.type)])
        else:
            column = table.column(field.name).cast(field.type)
        columns.append(pc.fill_null(column, "") if pa.types.is_string(field.type) else column)
    return pa.Table.from_arrays(columns, schema=STORED_SCHEMA)


def _unreadable(dataset: Dataset, error: Exception) -> StoreError:
    message = messages.STORE_UNREADABLE.format(datasets=dataset.id)
    return StoreError(message, found=str(error), hint=messages.VALIDATE)
