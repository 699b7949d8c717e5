"""PostgreSQL, by psycopg: rows go in and out as CSV by ``COPY``, which Arrow writes and reads at speed."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import psycopg
import pyarrow as pa
import pyarrow.csv as pc
from psycopg import sql
from psycopg_pool import ConnectionPool, PoolTimeout

from indicators.store.engines.addresses import Address
from indicators.store.engines.dialects import Scalar

# What it logs it also raises; unheard, Python would print it.
logging.getLogger("psycopg.pool").addHandler(logging.NullHandler())

_SCHEMA = "indicators"
_SECONDS_TO_CONNECT = 10
_CONNECTIONS = 8
_TYPES = {
    pa.string(): 'text COLLATE "C"',  # sorted by code point, as everywhere else
    pa.float64(): "double precision",
    pa.int64(): "bigint",
    pa.date32(): "date",
}
_LOCK = 4_217_3166  # any number: two exports at once take turns


class PostgreSQL:
    """A database of PostgreSQL, with tables in the schema ``indicators``.

    Raises:
        EngineError: It cannot be reached.
    """

    dialect = "postgres"

    def __init__(self, address: Address) -> None:
        self.label = str(address)
        self._address = address
        options = {"autocommit": True, "connect_timeout": _SECONDS_TO_CONNECT}
        with self._plain_errors():
            psycopg.connect(address.text, **options).close()  # a pool would only say that it waited
        self._pool = ConnectionPool(
            address.text, kwargs=options, min_size=0, max_size=_CONNECTIONS, timeout=_SECONDS_TO_CONNECT, open=True,
            check=ConnectionPool.check_connection, configure=_configure, name="indicators",
        )  # fmt: skip
        self._writer: psycopg.Connection | None = None

    def path(self, name: str) -> tuple[str, ...]:
        """Return the parts of the full name of a table."""
        return (_SCHEMA, name)

    def read(self, statement: str, values: Mapping[str, Scalar], schema: pa.Schema) -> pa.Table:
        """Return the rows that a statement selects."""
        copying = sql.SQL("COPY ({}) TO STDOUT (FORMAT csv, HEADER)").format(_text(statement))
        with (
            self._plain_errors(),
            self._pool.connection() as connection,
            connection.cursor() as cursor,
            cursor.copy(copying, values or None) as copy,
        ):
            rows = b"".join(copy)
        return _from_csv(rows, schema)

    def names(self) -> list[str]:
        """List the names of the tables."""
        with self._plain_errors(), self._pool.connection() as connection:
            found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", (_SCHEMA,)).fetchall()
        return [name for (name,) in found]

    def write(self, name: str, schema: pa.Schema, key: tuple[str, ...], batches: Iterable[pa.Table]) -> None:
        """Create a table, fill it with ``COPY`` and index it."""
        table = sql.Identifier(_SCHEMA, name)
        columns = [sql.SQL("{} {}").format(sql.Identifier(field.name), _text(_TYPES[field.type])) for field in schema]
        indexed = sql.SQL(", ").join(sql.Identifier(column) for column in key)
        with self._plain_errors():
            connection = self._writing_connection()
            with connection.cursor() as cursor:
                cursor.execute(sql.SQL("CREATE TABLE {} ({})").format(table, sql.SQL(", ").join(columns)))
                with cursor.copy(sql.SQL("COPY {} FROM STDIN (FORMAT csv)").format(table)) as copy:
                    for batch in batches:
                        copy.write(_csv(batch))
                cursor.execute(sql.SQL("CREATE INDEX ON {} ({})").format(table, indexed))
                cursor.execute(sql.SQL("ANALYZE {}").format(table))

    def drop(self, name: str) -> None:
        """Drop a table, if it exists."""
        with self._plain_errors(), self._pool.connection() as connection:
            connection.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(_SCHEMA, name)))

    def current(self) -> str | None:
        """Return the name of the current state."""
        with self._plain_errors(), self._pool.connection() as connection:
            if connection.execute("SELECT to_regclass('indicators.current')").fetchone() == (None,):
                return None
            found = connection.execute("SELECT state FROM indicators.current").fetchone()
        return None if found is None else str(found[0])

    def make_current(self, state: str) -> None:
        """Make a state the current one."""
        with self._plain_errors():
            connection = self._writing_connection()
            connection.execute("CREATE TABLE IF NOT EXISTS indicators.current (state text NOT NULL)")
            connection.execute("DELETE FROM indicators.current")
            connection.execute("INSERT INTO indicators.current VALUES (%s)", (state,))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction."""
        with self._plain_errors(), self._pool.connection() as connection, connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
            if not connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (_SCHEMA,)).fetchone():
                connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(_SCHEMA)))
            self._writer = connection
            try:
                yield
            finally:
                self._writer = None

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def _writing_connection(self) -> psycopg.Connection:
        if self._writer is None:
            raise RuntimeError("written outside `writing`")
        return self._writer

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except (psycopg.Error, PoolTimeout) as error:
            raise self._address.build_refusal("PostgreSQL", error) from error


def _configure(connection: psycopg.Connection) -> None:
    """Set ISO 8601 dates and literal texts, whatever the settings of the server."""
    connection.execute("SET datestyle TO 'ISO, YMD'")
    connection.execute("SET standard_conforming_strings TO on")


def _text(statement: str) -> sql.SQL:
    """Return SQL built by this library; every value from a user is bound."""
    return sql.SQL(statement)


def _csv(table: pa.Table) -> bytes:
    """Return rows in the CSV of ``COPY``: texts in quotes, nulls without."""
    rows = io.BytesIO()
    # In one piece: before an empty piece Arrow 26 writes zeros instead of the rows.
    pc.write_csv(table.combine_chunks(), rows, pc.WriteOptions(include_header=False))
    return rows.getvalue()


def _from_csv(rows: bytes, schema: pa.Schema) -> pa.Table:
    return pc.read_csv(
        io.BytesIO(rows),
        parse_options=pc.ParseOptions(newlines_in_values=True),
        convert_options=pc.ConvertOptions(
            column_types=schema, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )
