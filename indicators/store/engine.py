"""What answers the statements of the store."""

from __future__ import annotations

from typing import Protocol

import pyarrow as pa

from indicators.store.sql import SqlStatement

__all__ = ["Engine"]


class Engine(Protocol):
    """A table of observations that can be asked, by several threads at once."""

    def answer(self, statement: SqlStatement) -> pa.Table:
        """The rows that a statement selects, with the columns and types of its schema.

        Raises:
            StoreError: If they cannot be read.
        """
