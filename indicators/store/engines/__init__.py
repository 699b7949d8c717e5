"""Stores in other engines: Spark, PostgreSQL, ClickHouse.

`addresses` reads where one is, `connection` says what an engine must be able to do, `spark`, `postgresql` and
`clickhouse` do it; `dialects` says the statements in its dialect, `contents` and `descriptions` what is brought there,
and `warehouse` holds them together. Nothing here is imported before an address asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from indicators.errors import EngineError
from indicators.store.engines.addresses import Address, is_address
from indicators.store.engines.connection import Connection
from indicators.store.engines.warehouse import Export, Warehouse

__all__ = ["Export", "Warehouse", "is_address", "warehouse_at"]

_ADAPTERS = {
    "postgresql": ("postgresql", "PostgreSQL", "postgresql"),
    "clickhouse": ("clickhouse", "ClickHouse", "clickhouse"),
    "chdb": ("clickhouse", "ClickHouse", "clickhouse"),
    "sc": ("spark", "Spark", "spark"),
    "spark": ("spark", "Spark", "spark"),
}


def warehouse_at(location: str) -> Warehouse:
    """The store at an address.

    Raises:
        UsageError: This is no address of a store.
        EngineError: The engine cannot be reached, or the packages for it are not installed; it says how to install them.
    """
    address = Address.parse(location)
    module, name, extra = _ADAPTERS[address.scheme]
    try:
        adapter: Callable[[Address], Connection] = getattr(import_module(f"{__name__}.{module}"), name)
        import_module("sqlglot")
    except ImportError as error:
        hint = f'Install them with: pip install "indicators[{extra}]"'
        raise EngineError(f"{name} needs packages that are not installed.", found=str(error), hint=hint) from error
    return Warehouse(adapter(address))
