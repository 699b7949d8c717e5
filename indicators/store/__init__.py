"""The observation store: datasets queried as one table, by one statement.

`query` is what is asked; `statements` says it in SQL, once; `engine` is what answers, `parquet` the one within this
process; `frames` turns the answer into the table of a panel; `store` puts them together.
"""

from indicators.store.opening import exported_to, opened_store
from indicators.store.query import Coverage, Query
from indicators.store.store import Store, embedded_store

__all__ = ["Coverage", "Query", "Store", "embedded_store", "exported_to", "opened_store"]
