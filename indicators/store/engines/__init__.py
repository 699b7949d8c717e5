"""Stores in other engines: Spark, PostgreSQL, ClickHouse.

`addresses` reads where one is, `connection` says what an engine must be able to do, `spark`, `postgresql` and
`clickhouse` do it; `dialects` says the statements in its dialect, `contents` and `descriptions` what is brought there,
`warehouse` holds them together, and `opening` opens one. Nothing here is imported before an address asks for it.
"""

from indicators.store.engines.connecting import open_engine_store, open_warehouse
from indicators.store.engines.warehouse import Export, Warehouse

__all__ = ["Export", "Warehouse", "open_engine_store", "open_warehouse"]
