"""A store in another engine: exported once, then queried like the embedded one.

Each export is a state of its own: two tables, ``observations_<state>`` and ``descriptions_<state>``, and a marker of
the current state. Open stores keep reading the state they opened; the one before the last is kept for them, older ones
are dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import EngineError
from indicators.model.catalogue import Catalogue
from indicators.store import messages
from indicators.store.engines.catalogue_rows import (
    DESCRIPTION_SCHEMA,
    describe_catalogue,
    parse_catalogue,
    read_fingerprint,
)
from indicators.store.engines.contents import STORED_SCHEMA, Contents
from indicators.store.engines.dialects import Scalar, transpile_statement
from indicators.store.sql import SqlStatement

_KEY = ("INDICATOR", "REF_AREA", "TIME_PERIOD")


@dataclass(frozen=True, slots=True)
class Export:
    """The result of an export.

    Attributes:
        datasets: The number of datasets.
        observations: The number of observations.
        changed: Whether anything was written; not if the same was exported before.
        address: The address of the engine, without secrets.
    """

    datasets: int
    observations: int
    changed: bool
    address: str


class Connection(Protocol):
    """An open connection to an engine; threads may share it.

    All tables are in one database or folder of their own. Every method raises `EngineError` if the engine refuses;
    the message contains no password.

    Attributes:
        dialect: Its dialect, by sqlglot's name.
        label: The address, without its secrets.
    """

    dialect: str
    label: str

    def path(self, name: str) -> tuple[str, ...]:
        """Return the parts of the full name of a table."""

    def read(self, sql: str, values: Mapping[str, Scalar], schema: pa.Schema) -> pa.Table:
        """Return the rows that a statement in its dialect selects, with these columns, of types that cast to theirs."""

    def names(self) -> list[str]:
        """List the names of the tables."""

    def write(self, name: str, schema: pa.Schema, key: tuple[str, ...], batches: Iterable[pa.Table]) -> None:
        """Create a table and fill it batch by batch; rows are looked up by the columns of ``key``."""

    def drop(self, name: str) -> None:
        """Drop a table, if it exists."""

    def current(self) -> str | None:
        """Return the name of the current state; ``None`` if there is none yet."""

    def make_current(self, state: str) -> None:
        """Make a state the current one, atomically."""

    def writing(self) -> AbstractContextManager[None]:
        """Return the context in which tables are written; an engine with transactions rolls back on failure."""

    def close(self) -> None:
        """Close it."""


class Warehouse:
    """An engine with the tables of exports."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._state = connection.current()

    def answer(self, statement: SqlStatement) -> pa.Table:
        """Return the rows that a statement selects, with the columns and types of its schema.

        Raises:
            EngineError: The engine refuses, or nothing was exported to it.
        """
        table = self._connection.path(f"observations_{self._existing()}")
        sql, values = transpile_statement(statement, table, self._connection.dialect)
        return _typed(self._connection.read(sql, values, statement.schema), statement.schema)

    def catalogue(self) -> Catalogue:
        """Return the catalogue.

        Raises:
            EngineError: The engine refuses, nothing was exported to it, or another version exported it.
        """
        return parse_catalogue(self._descriptions(self._existing()))

    def export(self, catalogue: Catalogue, said: Callable[[int, int], None] = lambda _done, _all: None) -> Export:
        """Export all figures of a catalogue; what was exported before stays current until the export is complete.

        Args:
            catalogue: The datasets, in files and kept by hand.
            said: Called with the number of observations done, and their total.

        Raises:
            StoreError: A file can't be read; the old state stays current.
            EngineError: The engine refuses; the old state stays current.
        """
        contents = Contents(catalogue)
        fingerprint = contents.fingerprint()
        before = self._connection.current()
        done = Export(len(catalogue.datasets), contents.rows, changed=False, address=self._connection.label)
        if before is not None and read_fingerprint(self._descriptions(before)) == fingerprint:
            return done
        state = f"{datetime.now(UTC):%Y%m%d%H%M%S%f}"
        descriptions = describe_catalogue(catalogue, fingerprint)
        try:
            with self._connection.writing():
                self._connection.write(f"observations_{state}", STORED_SCHEMA, _KEY, _report_batches(contents, said))
                self._connection.write(f"descriptions_{state}", DESCRIPTION_SCHEMA, ("KIND",), [descriptions])
                self._connection.make_current(state)
        except BaseException:  # also when the user stops it: half a table is useless
            self._drop([f"observations_{state}", f"descriptions_{state}"])
            raise
        self._drop([name for name in self._connection.names() if _state_of(name) < (before or state)])
        self._state = state
        return replace(done, changed=True)

    def find_newer(self) -> Warehouse | None:
        """Return the same engine with a newer export; ``None`` if there is none.

        Raises:
            EngineError: The engine refuses.
        """
        return None if self._connection.current() == self._state else Warehouse(self._connection)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _existing(self) -> str:
        if self._state is None:
            address = self._connection.label
            hint = messages.EXPORT_FIRST.format(address=address)
            raise EngineError(messages.NOTHING_EXPORTED.format(address=address), hint=hint)
        return self._state

    def _descriptions(self, state: str) -> pa.Table:
        import sqlglot

        columns = ", ".join(DESCRIPTION_SCHEMA.names)
        table = ".".join(
            f'"{part.replace(chr(34), chr(34) * 2)}"' for part in self._connection.path(f"descriptions_{state}")
        )
        sql = sqlglot.transpile(f"SELECT {columns} FROM {table}", "duckdb", self._connection.dialect, identify=True)[0]  # noqa: S608
        return _typed(self._connection.read(sql, {}, DESCRIPTION_SCHEMA), DESCRIPTION_SCHEMA)

    def _drop(self, names: list[str]) -> None:
        for name in names:
            with suppress(EngineError):  # leftovers are dropped after the next export
                self._connection.drop(name)


def _report_batches(contents: Contents, said: Callable[[int, int], None]) -> Iterator[pa.Table]:
    done = 0
    for batch in contents.batches():
        yield batch
        done += batch.num_rows
        said(done, contents.rows)


def _state_of(name: str) -> str:
    """Return the state a table belongs to; later than any for a table that isn't ours."""
    kind, _, state = name.partition("_")
    return state if kind in ("observations", "descriptions") and state.isdigit() else "~"


def _typed(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return the answer with the types of a schema: an engine may return days as texts and texts as enum numbers."""
    columns = [pc.cast(table.column(field.name), field.type) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)
