"""Stores in other engines: Spark, PostgreSQL, ClickHouse.

`addresses` parses addresses, `spark`, `postgresql` and `clickhouse` connect to them; `dialects` transpiles statements,
`contents` and `catalogue_rows` are what is exported, `warehouse` puts them together, and `connecting` opens one.
Nothing here is imported before an address asks for it.
"""

from indicators.store.engines.connecting import open_engine_store, open_warehouse
from indicators.store.engines.warehouse import Export, Warehouse

__all__ = ["Export", "Warehouse", "open_engine_store", "open_warehouse"]
