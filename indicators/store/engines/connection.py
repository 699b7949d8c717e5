"""What an engine must be able to do for the store: a few verbs on tables of Arrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

import pyarrow as pa

from indicators.store.engines.dialects import Scalar

__all__ = ["Connection"]


class Connection(Protocol):
    """An open way to an engine; threads may share it.

    All tables lie in one database or folder of their own. Everything raises `EngineError` when the engine refuses,
    and the message holds no password.

    Attributes:
        dialect: Its dialect, by sqlglot's name.
        label: The address, without its secrets.
    """

    dialect: str
    label: str

    def path(self, name: str) -> tuple[str, ...]:
        """The parts of the full name of a table."""

    def read(self, sql: str, values: Mapping[str, Scalar], schema: pa.Schema) -> pa.Table:
        """The rows that a statement of its dialect selects, with these columns, of types that cast to theirs."""

    def names(self) -> list[str]:
        """The names of the tables there are."""

    def write(self, name: str, schema: pa.Schema, key: tuple[str, ...], batches: Iterable[pa.Table]) -> None:
        """Make a table and fill it, batch after batch; rows are looked for by the columns of ``key``."""

    def drop(self, name: str) -> None:
        """Take a table away, if there is one."""

    def current(self) -> str | None:
        """The name of the state that readers are to read; ``None`` where there is none yet."""

    def make_current(self, state: str) -> None:
        """From now on readers read this state: one act, that is done or not."""

    def writing(self) -> AbstractContextManager[None]:
        """Within it tables are written; an engine with transactions takes all of it back when it fails."""

    def close(self) -> None:
        """Let go of it."""
