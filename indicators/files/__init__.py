"""Reading and writing folders of datasets; the formats are described in ``data/README.md``.

Reading a folder checks all of it and reports every fault at once, each with file, line, found and expected.
"""

from indicators.files.folder import data_folder, embedded_catalogue, read_catalogue, static_folder
from indicators.files.tables import OBSERVATION_KEY, OBSERVATION_SCHEMA, table_of, write_dataset
from indicators.files.user_store import (
    OwnStore,
    catalogue_at,
    default_location,
    is_address,
    own_folder,
    state_of,
    store_location,
)

__all__ = [
    "OBSERVATION_KEY",
    "OBSERVATION_SCHEMA",
    "OwnStore",
    "catalogue_at",
    "data_folder",
    "default_location",
    "embedded_catalogue",
    "is_address",
    "own_folder",
    "read_catalogue",
    "state_of",
    "static_folder",
    "store_location",
    "table_of",
    "write_dataset",
]
