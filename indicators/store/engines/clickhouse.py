"""ClickHouse, by clickhouse-connect: a server, or ClickHouse within this process over a folder (chdb).

Days are kept as texts: ClickHouse's own type for them begins in 1900, and ISO 8601 sorts as time does.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, Any

import clickhouse_connect
import pyarrow as pa
from clickhouse_connect.driver.exceptions import ClickHouseError

from indicators.store.engines.addresses import Address
from indicators.store.engines.dialects import Scalar

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

# What it logs it also raises; unheard, Python would print it.
logging.getLogger("clickhouse_connect").addHandler(logging.NullHandler())

_DATABASE = "indicators"
_SECONDS_TO_CONNECT = 10
_SETTINGS = {"join_use_nulls": 1}  # what a join finds nothing for is absent, as the standard says, not empty
_TYPES = {
    pa.string(): "String",
    pa.float64(): "Nullable(Float64)",
    pa.int64(): "Nullable(Int64)",
    pa.date32(): "Nullable(String)",
}


class ClickHouse:
    """A database of ClickHouse: the one that the address names, or ``indicators``.

    Args:
        address: A server's, or the folder of ClickHouse within this process.

    Raises:
        EngineError: It cannot be reached.
    """

    dialect = "clickhouse"

    def __init__(self, address: Address) -> None:
        self.label = str(address)
        self._address = address
        embedded = address.scheme == "chdb"
        self._database = _DATABASE if embedded else address.path.strip("/") or _DATABASE
        # Within one process the engine answers one thread after another.
        self._turn: AbstractContextManager[Any] = Lock() if embedded else nullcontext()
        with self._plain_errors():
            self._client = clickhouse_connect.get_client(
                **(_embedded(address) if embedded else _served(address)), settings=_SETTINGS
            )

    def path(self, name: str) -> tuple[str, ...]:
        """Return the parts of the full name of a table."""
        return (self._database, name)

    def read(self, statement: str, values: Mapping[str, Scalar], schema: pa.Schema) -> pa.Table:  # noqa: ARG002  Arrow comes typed
        """Return the rows that a statement selects."""
        bound = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
        with self._plain_errors(), self._turn:
            return self._client.query_arrow(statement, parameters=bound, use_strings=True)

    def names(self) -> list[str]:
        """List the names of the tables."""
        statement = "SELECT name FROM system.tables WHERE database = {database: String}"
        found = self.read(statement, {"database": self._database}, pa.schema([("name", pa.string())]))
        return [str(name) for name in found["name"].to_pylist()]

    def write(self, name: str, schema: pa.Schema, key: tuple[str, ...], batches: Iterable[pa.Table]) -> None:
        """Create a table sorted by its key, and fill it."""
        table = self._quoted(name)
        columns = ", ".join(f'"{field.name}" {_TYPES[field.type]}' for field in schema)
        order = ", ".join(f'"{column}"' for column in key)
        self._run(f"CREATE TABLE {table} ({columns}) ENGINE = MergeTree ORDER BY ({order})")
        for batch in batches:
            with self._plain_errors(), self._turn:
                self._client.insert_arrow(table, _days_as_texts(batch))

    def drop(self, name: str) -> None:
        """Drop a table, if it exists."""
        self._run(f"DROP TABLE IF EXISTS {self._quoted(name)}")

    def current(self) -> str | None:
        """Return the name of the current state."""
        if "current" not in self.names():
            return None
        found = self.read(f"SELECT state FROM {self._quoted('current')}", {}, pa.schema([("state", pa.string())]))  # noqa: S608
        return str(found["state"][0])

    def make_current(self, state: str) -> None:
        """Make a state the current one: the view that names it is replaced atomically."""
        if not state.isdigit():
            raise ValueError(state)
        self._run(f"CREATE OR REPLACE VIEW {self._quoted('current')} AS SELECT '{state}' AS state")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The database is there."""
        self._run(f"CREATE DATABASE IF NOT EXISTS {_identifier(self._database)}")
        yield

    def close(self) -> None:
        """Close the client."""
        self._client.close()

    def _quoted(self, name: str) -> str:
        return f"{_identifier(self._database)}.{_identifier(name)}"

    def _run(self, statement: str) -> None:
        with self._plain_errors(), self._turn:
            self._client.command(statement)

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except (ClickHouseError, OSError) as error:
            raise self._address.build_refusal("ClickHouse", error) from error


def _embedded(address: Address) -> dict[str, Any]:
    return {"interface": "chdb", "path": address.path}


def _served(address: Address) -> dict[str, Any]:
    return {
        "host": address.host,
        "port": address.port or 0,
        "username": address.user or None,
        "password": address.password,
        "secure": address.option("secure") == "true",
        "connect_timeout": _SECONDS_TO_CONNECT,
        "autogenerate_session_id": False,  # a session serves one statement at a time, and threads share the client
    }


def _identifier(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _days_as_texts(table: pa.Table) -> pa.Table:
    types = [pa.string() if pa.types.is_date(field.type) else field.type for field in table.schema]
    return table.cast(pa.schema(list(zip(table.column_names, types, strict=True))))
