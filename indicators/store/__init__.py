"""The observation store: datasets queried as one table, by one statement.

`query` is what is asked; `statements` says it in SQL, once; `engine` is what answers, `embedded_engine` the one within
this process; `frames` turns the answer into the table of a panel; `store` puts them together.

Names are loaded when they are first used: what there is can be told without DuckDB and pandas.
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
