"""A store in another engine: exported once, then asked as the embedded one is.

Each export is a state of its own: two tables, ``observations_<state>`` and ``descriptions_<state>``, and one word that
says which state counts. Whoever opened the store goes on reading the state that counted then; the one before the
last is kept for that, older ones are taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import EngineError
from indicators.model.catalogue import Catalogue
from indicators.store.engines.catalogue_rows import (
    DESCRIPTION_SCHEMA,
    describe_catalogue,
    parse_catalogue,
    read_fingerprint,
)
from indicators.store.engines.connection import Connection
from indicators.store.engines.contents import STORED_SCHEMA, Contents
from indicators.store.engines.dialects import transpile_statement
from indicators.store.sql import SqlStatement

__all__ = ["Export", "Warehouse"]

_KEY = ("INDICATOR", "REF_AREA", "TIME_PERIOD")


@dataclass(frozen=True, slots=True)
class Export:
    """What an export did.

    Attributes:
        datasets: How many datasets there are.
        observations: How many observations.
        changed: Whether anything was written; not when the same had been exported before.
        address: Where they are now, without secrets.
    """

    datasets: int
    observations: int
    changed: bool
    address: str


class Warehouse:
    """An engine with the tables that exports made in it.

    Args:
        connection: The way to it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._state = connection.current()

    def answer(self, statement: SqlStatement) -> pa.Table:
        """The rows that a statement selects, with the columns and types of its schema.

        Raises:
            EngineError: If the engine refuses, or nothing was exported to it.
        """
        table = self._connection.path(f"observations_{self._existing()}")
        sql, values = transpile_statement(statement, table, self._connection.dialect)
        return _typed(self._connection.read(sql, values, statement.schema), statement.schema)

    def catalogue(self) -> Catalogue:
        """What there is.

        Raises:
            EngineError: If the engine refuses, nothing was exported to it, or another version did.
        """
        return parse_catalogue(self._descriptions(self._existing()))

    def export(self, catalogue: Catalogue, said: Callable[[int, int], None] = lambda _done, _all: None) -> Export:
        """Bring all the figures of a catalogue here; what was here before counts until they are here whole.

        Args:
            catalogue: The datasets, in files and kept by hand.
            said: Told again and again how many observations are done, and of how many.

        Raises:
            StoreError: If a file cannot be read; the old state counts on.
            EngineError: If the engine refuses; the same.
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
                self._connection.write(f"observations_{state}", STORED_SCHEMA, _KEY, _told(contents, said))
                self._connection.write(f"descriptions_{state}", DESCRIPTION_SCHEMA, ("KIND",), [descriptions])
                self._connection.make_current(state)
        except BaseException:  # also when the reader stops it: half a table is of use to nobody
            self._drop([f"observations_{state}", f"descriptions_{state}"])
            raise
        self._drop([name for name in self._connection.names() if _state_of(name) < (before or state)])
        self._state = state
        return replace(done, changed=True)

    def find_newer(self) -> Warehouse | None:
        """The same engine with what was exported to it since; ``None`` while this is what counts.

        Raises:
            EngineError: If the engine refuses.
        """
        return None if self._connection.current() == self._state else Warehouse(self._connection)

    def close(self) -> None:
        """Let go of the engine."""
        self._connection.close()

    def _existing(self) -> str:
        if self._state is None:
            hint = f"Run `indicators export --store {self._connection.label}` first."
            raise EngineError(f"There are no figures in {self._connection.label}.", hint=hint)
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
            with suppress(EngineError):  # what is left over is taken away after the next export
                self._connection.drop(name)


def _told(contents: Contents, said: Callable[[int, int], None]) -> Iterator[pa.Table]:
    done = 0
    for batch in contents.batches():
        yield batch
        done += batch.num_rows
        said(done, contents.rows)


def _state_of(name: str) -> str:
    """The state a table belongs to; later than any for a table that is none of ours."""
    kind, _, state = name.partition("_")
    return state if kind in ("observations", "descriptions") and state.isdigit() else "~"


def _typed(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The answer with the columns of a schema: an engine may give days as texts and texts as numbers of a list."""
    columns = [pc.cast(table.column(field.name), field.type) for field in schema]
    return pa.Table.from_arrays(columns, schema=schema)
