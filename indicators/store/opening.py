"""Opening the store that is meant: the embedded figures together with the reader's own."""

from __future__ import annotations

import warnings
from functools import lru_cache
from pathlib import Path

from indicators.errors import StoreWarning
from indicators.files import catalogue_at, own_folder, state_of, store_location
from indicators.store.store import Store

__all__ = ["opened_store"]


def opened_store(location: str = "") -> Store:
    """The store of the embedded figures and those in a folder, opened anew only when something in it changed.

    Args:
        location: The folder; if left out, that of ``INDICATORS_STORE``, or the user's own.

    Warns:
        StoreWarning: For each dataset that cannot be read and is left out.

    >>> "gdp" in {indicator.id for indicator in opened_store().catalogue.indicators}
    True
    """
    folder = own_folder(store_location(location))
    return _opened(folder, state_of(folder))


@lru_cache(maxsize=4)
def _opened(folder: Path, _state: tuple[tuple[str, int, int], ...]) -> Store:
    own = catalogue_at(folder)
    for fault in own.faults:
        warnings.warn(f"A dataset is left out: {fault}", StoreWarning, stacklevel=3)
    return Store(own.catalogue, faults=own.faults)
