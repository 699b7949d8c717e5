"""Reading and writing folders of datasets; the formats are described in ``data/README.md``.

Reading a folder checks all of it and reports every fault at once, each with file, line, found and expected.
"""

from indicators.files.folder import find_data_folder, find_static_folder, read_catalogue, read_embedded_catalogue
from indicators.files.observation_tables import (
    OBSERVATION_KEY,
    OBSERVATION_SCHEMA,
    tabulate_observations,
    write_dataset,
)
from indicators.files.user_store import (
    UserCatalogue,
    find_default_location,
    find_store_location,
    fingerprint_folder,
    is_address,
    read_user_catalogue,
    resolve_user_folder,
)

__all__ = [
    "OBSERVATION_KEY",
    "OBSERVATION_SCHEMA",
    "UserCatalogue",
    "find_data_folder",
    "find_default_location",
    "find_static_folder",
    "find_store_location",
    "fingerprint_folder",
    "is_address",
    "read_catalogue",
    "read_embedded_catalogue",
    "read_user_catalogue",
    "resolve_user_folder",
    "tabulate_observations",
    "write_dataset",
]
