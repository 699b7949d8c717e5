"""Opening a store in another engine, and opening it anew when something was exported to it since."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from threading import Lock
from time import monotonic

from indicators.errors import EngineError
from indicators.store.engines.addresses import Address
from indicators.store.engines.connection import Connection
from indicators.store.engines.warehouse import Warehouse
from indicators.store.store import Store

__all__ = ["open_engine_store", "open_warehouse"]

_ADAPTERS = {
    "postgresql": ("postgresql", "PostgreSQL"),
    "clickhouse": ("clickhouse", "ClickHouse"),
    "chdb": ("clickhouse", "ClickHouse"),
    "sc": ("spark", "Spark"),
    "spark": ("spark", "Spark"),
}
_SECONDS_TRUSTED = 20.0
"""For so long nobody asks an engine whether its figures are still the newest: it takes Spark a second."""


def open_warehouse(location: str) -> Warehouse:
    """The tables at an address.

    Raises:
        UsageError: This is no address of a store.
        EngineError: It cannot be reached, or packages for it are not installed; it says how to install them.
    """
    address = Address.parse(location)
    module, name = _ADAPTERS[address.scheme]
    try:
        import_module("sqlglot")
        adapter: Callable[[Address], Connection] = getattr(import_module(f"indicators.store.engines.{module}"), name)
    except ImportError as error:
        hint = f'Install them with: pip install "indicators[{module}]"'
        raise EngineError(f"{name} needs packages that are not installed.", found=str(error), hint=hint) from error
    return Warehouse(adapter(address))


def open_engine_store(location: str) -> Store:
    """The store at an address, the same one until something else is exported to it.

    Raises:
        UsageError: This is no address of a store.
        EngineError: It cannot be reached, or nothing was exported to it.
    """
    return _opened(location).store()


@lru_cache(maxsize=4)
def _opened(location: str) -> _Opened:
    return _Opened(open_warehouse(location))


class _Opened:
    """A store, asked from time to time whether it is still the one that counts."""

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
