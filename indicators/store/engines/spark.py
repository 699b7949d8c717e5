"""Spark, by PySpark: a server of Spark Connect, or a session of our own that keeps its tables in a folder."""

from __future__ import annotations

import atexit
import importlib.util
import os
import re
import shutil
import socket
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pyarrow as pa

from indicators.errors import EngineError, UsageError
from indicators.files.disk import write_atomically
from indicators.store.engines.addresses import Address
from indicators.store.engines.dialects import Scalar

with warnings.catch_warnings():
    warnings.simplefilter("ignore", FutureWarning)  # that pandas 3 is new to it: tables pass as Arrow
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession
    from pyspark.sql.connect.session import SparkSession as ConnectSession

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from pyspark.sql import DataFrame

_DATABASE = "indicators"
_SECONDS_TO_CONNECT = 10
_CONNECT_PORT = 15002
_MASTER = re.compile(r"local|local\[(\*|\d{1,3})\]|local-cluster\[\d{1,3},\d{1,3},\d{3,6}\]")
_TYPES = {pa.string(): "STRING", pa.float64(): "DOUBLE", pa.int64(): "BIGINT", pa.date32(): "DATE"}
_LOGGING = """\
rootLogger.level = error
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %p %c: %m%n
"""
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "8",  # an answer is some thousands of rows; 200 small tasks would take seconds
}


class Spark:
    """A session of Spark.

    Raises:
        EngineError: It cannot be reached or started.
        UsageError: The address names no master.
    """

    dialect = "spark"

    def __init__(self, address: Address) -> None:
        self.label = str(address)
        self._address = address
        # One within this process may be somebody else's: it is shared, and not ended.
        self._is_ours = address.scheme == "sc" or SparkSession.getActiveSession() is None
        with self._plain_errors():
            self._session = _connected(address) if address.scheme == "sc" else _started(address)
        self._shelf: _Shelf = _Database(self._session) if address.scheme == "sc" else _Folder(Path(address.path))

    def path(self, name: str) -> tuple[str, ...]:
        """Return the parts of the full name of a table."""
        return self._shelf.path(name)

    def read(self, statement: str, values: Mapping[str, Scalar], schema: pa.Schema) -> pa.Table:  # noqa: ARG002  Arrow comes typed
        """Return the rows that a statement selects."""
        with self._plain_errors():
            return self._session.sql(statement, args=dict(values)).toArrow()

    def names(self) -> list[str]:
        """List the names of the tables."""
        with self._plain_errors():
            return self._shelf.names()

    def write(self, name: str, schema: pa.Schema, key: tuple[str, ...], batches: Iterable[pa.Table]) -> None:  # noqa: ARG002  files keep the order of the rows
        """Create a table and append to it."""
        with self._plain_errors():
            self._shelf.append(name, self._session.sql(_no_rows(schema)))
        for batch in batches:
            with self._plain_errors():
                self._shelf.append(name, self._session.createDataFrame(batch).coalesce(1))

    def drop(self, name: str) -> None:
        """Drop a table, if it exists."""
        with self._plain_errors():
            self._shelf.drop(name)

    def current(self) -> str | None:
        """Return the name of the current state."""
        with self._plain_errors():
            return self._shelf.current()

    def make_current(self, state: str) -> None:
        """Make a state the current one."""
        with self._plain_errors():
            self._shelf.make_current(state)

    def writing(self) -> AbstractContextManager[None]:
        """The database or folder is there."""
        with self._plain_errors():
            self._shelf.make()
        return nullcontext()

    def close(self) -> None:
        """End the session if it was started here."""
        if self._is_ours:
            self._session.stop()

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except (PySparkException, OSError, RuntimeError) as error:
            raise self._address.build_refusal("Spark", error) from error


def _no_rows(schema: pa.Schema) -> str:
    """Return a selection of no rows with these columns; a server doesn't accept empty Arrow tables."""
    columns = ", ".join(f"CAST(NULL AS {_TYPES[field.type]}) AS `{field.name}`" for field in schema)
    return f"SELECT {columns} LIMIT 0"  # names of ours


class _Shelf(Protocol):
    """The place where a session keeps tables."""

    def path(self, name: str) -> tuple[str, ...]: ...
    def make(self) -> None: ...
    def names(self) -> list[str]: ...
    def append(self, name: str, rows: DataFrame) -> None: ...
    def drop(self, name: str) -> None: ...
    def current(self) -> str | None: ...
    def make_current(self, state: str) -> None: ...


class _Database:
    """The database ``indicators`` in the catalog of a server; a view names the current state."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session

    def path(self, name: str) -> tuple[str, ...]:
        return (_DATABASE, name)

    def make(self) -> None:
        self._session.sql(f"CREATE DATABASE IF NOT EXISTS {_DATABASE}")

    def names(self) -> list[str]:
        if not self._session.catalog.databaseExists(_DATABASE):
            return []
        return [table.name for table in self._session.catalog.listTables(_DATABASE)]

    def append(self, name: str, rows: DataFrame) -> None:
        rows.write.mode("append").format("parquet").saveAsTable(f"{_DATABASE}.{name}")

    def drop(self, name: str) -> None:
        self._session.sql(f"DROP TABLE IF EXISTS {_DATABASE}.{name}")

    def current(self) -> str | None:
        if "current" not in self.names():
            return None
        return str(self._session.sql(f"SELECT state FROM {_DATABASE}.current").toArrow()["state"][0])  # noqa: S608

    def make_current(self, state: str) -> None:
        self._session.sql(f"CREATE OR REPLACE VIEW {_DATABASE}.current AS SELECT '{int(state)}' AS state")


class _Folder:
    """A folder that all workers see; a file names the current state and is replaced by one rename."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self._current = self._folder / "current"

    def path(self, name: str) -> tuple[str, ...]:
        return ("parquet", str(self._folder / name))

    def make(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)

    def names(self) -> list[str]:
        return [path.name for path in self._folder.iterdir() if path.is_dir()] if self._folder.is_dir() else []

    def append(self, name: str, rows: DataFrame) -> None:
        rows.write.mode("append").parquet(str(self._folder / name))

    def drop(self, name: str) -> None:
        if (self._folder / name).exists():
            shutil.rmtree(self._folder / name)

    def current(self) -> str | None:
        return self._current.read_text(encoding="utf-8").strip() if self._current.is_file() else None

    def make_current(self, state: str) -> None:
        write_atomically(self._current, state.encode())


def _connected(address: Address) -> SparkSession:
    """Return a session on a server; check first whether one listens, because the client would retry for minutes."""
    socket.create_connection((address.host, address.port or _CONNECT_PORT), timeout=_SECONDS_TO_CONNECT).close()
    return ConnectSession.builder.remote(address.text).create()


def _started(address: Address) -> SparkSession:
    master = f"spark://{address.host}:{address.port or 7077}" if address.host else address.option("master", "local[*]")
    if not address.host and not _MASTER.fullmatch(master):
        raise UsageError(
            "There is no such Spark master.", found=master, expected="local[*], local[4] or local-cluster[2,1,1024]"
        )
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise EngineError("Spark needs Java 17.", hint="On Debian: apt-get install openjdk-17-jre-headless")
    builder = SparkSession.builder.appName("indicators").master(master)
    with _scratch() as scratch:
        for name, value in (_QUIET | _here(address.host, scratch)).items():
            builder = builder.config(name, value)
        return builder.getOrCreate()


@contextmanager
def _scratch() -> Iterator[Path]:
    """Yield a folder for Spark's temporary files, removed when this process ends.

    The home of Spark is one of them: workers keep their logs there, and the real one lies among the packages.
    """
    scratch = Path(tempfile.mkdtemp(prefix="indicators-spark-"))
    atexit.register(shutil.rmtree, scratch, ignore_errors=True)
    (scratch / "log4j2.properties").write_text(_LOGGING, encoding="utf-8")
    found = importlib.util.find_spec("pyspark")
    if "SPARK_HOME" in os.environ or found is None or found.origin is None:
        yield scratch
        return
    (scratch / "home").mkdir()
    for entry in Path(found.origin).parent.iterdir():
        if entry.name != "work":
            (scratch / "home" / entry.name).symlink_to(entry)
    os.environ["SPARK_HOME"] = str(scratch / "home")
    try:
        yield scratch
    finally:
        del os.environ["SPARK_HOME"]


def _here(host: str, scratch: Path) -> dict[str, str]:
    """Return the settings of a local session: where to write, to log errors only, and where to listen."""
    own = {
        "spark.sql.warehouse.dir": str(scratch / "warehouse"),
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={scratch / 'log4j2.properties'}",
    }
    return own if host else own | {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
