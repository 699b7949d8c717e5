"""Reading and writing folders of datasets; the formats are described in ``data/README.md``.

Reading a folder checks all of it and reports every fault at once, each with file, line, found and expected.
"""

from indicators.files.folder import data_folder, embedded_catalogue, read_catalogue
from indicators.files.tables import OBSERVATION_SCHEMA, table_of, write_dataset

__all__ = [
    "OBSERVATION_SCHEMA",
    "data_folder",
    "embedded_catalogue",
    "read_catalogue",
    "table_of",
    "write_dataset",
]
