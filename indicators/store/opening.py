"""Opening the store that is meant: the embedded figures together with the reader's own, here or in another engine."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from indicators.errors import Fault, StoreWarning
from indicators.files import catalogue_at, default_location, is_address, own_folder, state_of, store_location

if TYPE_CHECKING:
    from indicators.model.catalogue import Catalogue
    from indicators.store.engines import Export
    from indicators.store.store import Store

__all__ = ["exported_to", "opened_catalogue", "opened_store"]


def opened_catalogue(location: str = "") -> Catalogue:
    """What there is in the store that is meant; where it is a folder, without opening what reads its figures.

    Args:
        location: As of `opened_store`, which says what it raises and warns of.
    """
    meant = store_location(location)
    if is_address(meant):
        return opened_store(meant).catalogue
    own = catalogue_at(own_folder(meant))
    _warn_of(own.faults)
    return own.catalogue


def opened_store(location: str = "") -> Store:
    """The store of the embedded figures and those in a folder, opened anew only when something in it changed.

    Args:
        location: The folder, or the address of an engine, which then answers for everything; if left out, that of
            ``INDICATORS_STORE``, or the user's own folder.

    Raises:
        UsageError: This is no address of an engine.
        EngineError: The engine cannot be reached, or nothing was exported to it.

    Warns:
        StoreWarning: For each dataset that cannot be read and is left out.

    >>> "gdp" in {indicator.id for indicator in opened_store().catalogue.indicators}
    True
    """
    meant = store_location(location)
    if is_address(meant):
        from indicators.store.engines import engine_store

        return engine_store(meant)
    folder = own_folder(meant)
    return _opened(folder, state_of(folder))


def exported_to(address: str, folder: str = "", *, progress: Callable[[float], None] = lambda _part: None) -> Export:
    """Load the embedded figures and those in a folder into another engine.

    Args:
        address: The engine.
        folder: The folder; if left out, that of ``INDICATORS_STORE``, or the user's own.
        progress: Told the part that is done, from 0 to 1.

    Raises:
        UsageError: This is no address of an engine, or no folder.
        EngineError: The engine cannot be reached, or refuses; what was in it before still counts.
        StoreError: A file cannot be read; the same.

    Warns:
        StoreWarning: For each dataset that cannot be read and is left out.
    """
    from indicators.store.engines import warehouse_at

    meant = folder or (default_location() if is_address(store_location()) else "")
    catalogue = opened_store(str(own_folder(store_location(meant)))).catalogue
    warehouse = warehouse_at(address)
    try:
        return warehouse.export(catalogue, lambda done, rows: progress(done / rows if rows else 1.0))
    finally:
        warehouse.close()


@lru_cache(maxsize=4)
def _opened(folder: Path, _state: tuple[tuple[str, int, int], ...]) -> Store:
    from indicators.store.store import Store

    own = catalogue_at(folder)
    _warn_of(own.faults)
    return Store(own.catalogue, faults=own.faults)


def _warn_of(faults: Iterable[Fault]) -> None:
    for fault in faults:
        warnings.warn(f"A dataset is left out: {fault}", StoreWarning, stacklevel=4)
