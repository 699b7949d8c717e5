"""The observation store: all datasets queried as one table, with one SQL statement.

`query` is the question, `sql` the statements and the protocol of engines, `embedded_engine` the engine in this process,
`panel_building` turns answers into panels, `rate_snapshots` keeps exchange rates, and `store` puts them together.

Names are loaded on first use: listing indicators needs neither DuckDB nor pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indicators.store.opening import StoreLike, export_store, open_catalogue, open_store
    from indicators.store.query import Coverage, Query
    from indicators.store.store import Store, open_embedded_store

__all__ = [
    "Coverage",
    "Query",
    "Store",
    "StoreLike",
    "export_store",
    "open_catalogue",
    "open_embedded_store",
    "open_store",
]

_HOMES = {
    "Coverage": "query",
    "Query": "query",
    "Store": "store",
    "StoreLike": "opening",
    "open_embedded_store": "store",
    "export_store": "opening",
    "open_catalogue": "opening",
    "open_store": "opening",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'indicators.store' has no attribute {name!r}")
    return getattr(import_module(f"indicators.store.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
