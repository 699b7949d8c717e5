"""Opening the store: the embedded figures with the user's own, in this process or in another engine."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from indicators.errors import Fault, StoreWarning
from indicators.files import (
    find_default_location,
    find_local_folder,
    find_store_location,
    find_user_folder,
    fingerprint_folders,
    read_user_catalogue,
)
from indicators.store import messages

if TYPE_CHECKING:
    from indicators.model.catalogue import Catalogue
    from indicators.store.engines import Export
    from indicators.store.store import Store

StoreLike: TypeAlias = "str | os.PathLike[str] | Store | None"
"""A store, or its folder or address; the default store if empty."""


def open_catalogue(location: StoreLike = "") -> Catalogue:
    """Return the catalogue of a store; if the store is a folder, without opening its figures.

    Args:
        location: As for `open_store`, which lists the errors and warnings.
    """
    if not isinstance(location, str | os.PathLike | None):
        return location.catalogue
    folder = find_local_folder(location)
    if folder is None:
        return open_store(location).catalogue
    own = read_user_catalogue(folder)
    _warn_of(own.faults)
    return own.catalogue


def open_store(location: StoreLike = "", *, private: Path | None = None) -> Store:
    """Open the embedded figures together with those in a folder; opened again only after a file changed.

    Args:
        location: The folder; or the address of an engine, which then holds everything; if empty, the one named by
            ``INDICATORS_STORE``, or the user's own folder. A store that is open already is returned.
        private: The folder of what one person keeps to themselves, read beside a folder that several share.

    Raises:
        UsageError: This is no address of an engine.
        EngineError: The engine cannot be reached, or nothing was exported to it.

    Warns:
        StoreWarning: For each dataset that cannot be read and is left out.

    >>> "gdp" in {indicator.id for indicator in open_store().catalogue.indicators}
    True
    """
    if not isinstance(location, str | os.PathLike | None):
        return location
    folder = find_local_folder(location)
    if folder is None:
        from indicators.store.engines import open_engine_store

        return open_engine_store(find_store_location(location))
    folders = [folder]
    if private is not None and fingerprint_folders(private):  # who keeps nothing private shares the store of all
        folders.append(private)
    state, remembered = fingerprint_folders(*folders), _remember(*folders)
    if remembered.get("state") != state:
        remembered.update(state=state, store=_open(*folders))
    store: Store = remembered["store"]
    return store


def export_store(address: str, folder: str = "", *, progress: Callable[[float], None] = lambda _part: None) -> Export:
    """Load the embedded figures and those in a folder into another engine.

    Args:
        address: The engine.
        folder: The folder; by default that of ``INDICATORS_STORE``, or the user's own.
        progress: Called with the share that is done, from 0 to 1.

    Raises:
        UsageError: This is not the address of an engine, or not a folder.
        EngineError: The engine can't be reached, or refuses; what it held before stays valid.
        StoreError: A file can't be read; what the engine held before stays valid.

    Warns:
        StoreWarning: For each dataset that can't be read and is left out.
    """
    from indicators.store.engines import open_warehouse

    figures = find_user_folder(folder) if folder else find_local_folder() or find_default_location()
    catalogue = open_store(figures).catalogue
    warehouse = open_warehouse(address)
    try:
        return warehouse.export(catalogue, lambda done, rows: progress(done / rows if rows else 1.0))
    finally:
        warehouse.close()


@lru_cache(maxsize=8)
def _remember(*_folders: Path) -> dict[str, Any]:
    """Return what is remembered of some folders: their last state and the one store that was opened for them."""
    return {}


def _open(*folders: Path) -> Store:
    from indicators.store.store import Store

    own = read_user_catalogue(*folders)
    _warn_of(own.faults)
    return Store(own.catalogue, faults=own.faults, keeps_rates=True)


def _warn_of(faults: Iterable[Fault]) -> None:
    for fault in faults:
        warnings.warn(messages.DATASET_LEFT_OUT.format(fault=fault), StoreWarning, stacklevel=4)
