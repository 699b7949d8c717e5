"""Reading and writing folders of datasets; the formats are described in ``data/README.md``.

Reading a folder checks all of it and reports every fault at once, each with file, line, found and expected.

Names are loaded when they are first used: listing the embedded figures needs neither pydantic nor pyarrow.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from indicators.files.embedded_catalogue import read_embedded_catalogue
    from indicators.files.folder import read_catalogue
    from indicators.files.locations import (
        find_data_folder,
        find_default_location,
        find_local_folder,
        find_static_folder,
        find_store_location,
        find_user_folder,
        is_address,
    )
    from indicators.files.observation_tables import (
        OBSERVATION_KEY,
        OBSERVATION_SCHEMA,
        tabulate_observations,
        write_dataset,
    )
    from indicators.files.user_store import UserCatalogue, fingerprint_folders, read_user_catalogue

__all__ = [
    "OBSERVATION_KEY",
    "OBSERVATION_SCHEMA",
    "UserCatalogue",
    "find_data_folder",
    "find_default_location",
    "find_local_folder",
    "find_static_folder",
    "find_store_location",
    "find_user_folder",
    "fingerprint_folders",
    "is_address",
    "read_catalogue",
    "read_embedded_catalogue",
    "read_user_catalogue",
    "tabulate_observations",
    "write_dataset",
]

_HOMES = {
    "read_embedded_catalogue": "embedded_catalogue",
    "read_catalogue": "folder",
    "UserCatalogue": "user_store",
    "fingerprint_folders": "user_store",
    "read_user_catalogue": "user_store",
} | dict.fromkeys(
    ("OBSERVATION_KEY", "OBSERVATION_SCHEMA", "tabulate_observations", "write_dataset"), "observation_tables"
)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'indicators.files' has no attribute {name!r}")
    return getattr(import_module(f"indicators.files.{_HOMES.get(name, 'locations')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
