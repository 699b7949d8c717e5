"""Opening a store in another engine, and reopening it when something was exported to it since."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from threading import Lock
from time import monotonic

from indicators.errors import EngineError
from indicators.store import messages
from indicators.store.engines.addresses import Address
from indicators.store.engines.warehouse import Connection, Warehouse
from indicators.store.store import Store

_ADAPTERS = {
    "postgresql": ("postgresql", "PostgreSQL"),
    "clickhouse": ("clickhouse", "ClickHouse"),
    "chdb": ("clickhouse", "ClickHouse"),
    "sc": ("spark", "Spark"),
    "spark": ("spark", "Spark"),
}
_SECONDS_TRUSTED = 20.0
"""How long a state is taken as current before the engine is asked again: Spark needs a second for that."""


def open_warehouse(location: str) -> Warehouse:
    """Open the tables at an address.

    Raises:
        UsageError: This is not the address of a store.
        EngineError: It can't be reached, or packages for it are not installed; the hint says how to install them.
    """
    address = Address.parse(location)
    module, name = _ADAPTERS[address.scheme]
    try:
        import_module("sqlglot")
        adapter: Callable[[Address], Connection] = getattr(import_module(f"indicators.store.engines.{module}"), name)
    except ImportError as error:
        message, hint = messages.PACKAGES_MISSING.format(engine=name), messages.INSTALL.format(extra=module)
        raise EngineError(message, found=str(error), hint=hint) from error
    return Warehouse(adapter(address))


def open_engine_store(location: str) -> Store:
    """Open the store at an address; it stays the same until something else is exported to it.

    Raises:
        UsageError: This is not the address of a store.
        EngineError: It can't be reached, or nothing was exported to it.
    """
    return _opened(location).store()


@lru_cache(maxsize=4)
def _opened(location: str) -> _Opened:
    return _Opened(open_warehouse(location))


class _Opened:
    """A store that is checked from time to time for a newer export."""

    def __init__(self, warehouse: Warehouse) -> None:
        self._warehouse = warehouse
        self._store = Store(warehouse.catalogue(), warehouse)
        self._asked = monotonic()
        self._turn = Lock()

    def store(self) -> Store:
        with self._turn:
            if monotonic() - self._asked > _SECONDS_TRUSTED:
                newer = self._warehouse.find_newer()
                if newer is not None:
                    self._warehouse, self._store = newer, Store(newer.catalogue(), newer)
                self._asked = monotonic()
            return self._store
