"""Import of readers' own files: whatever a statistical office or a spreadsheet hands out becomes a dataset.

A file is read in batches (`sources`), its columns are recognised (`columns`), each row is checked (`rows`), and
what is new becomes a release of the dataset (`releases`), all at once or not at all.
"""

from indicators.importing.columns import recognise_columns
from indicators.importing.file_kinds import FileOptions, open_source
from indicators.importing.import_report import ImportReport
from indicators.importing.mapping import ColumnMapping, read_mapping
from indicators.importing.publishing import DatasetDetails, import_release

__all__ = [
    "ColumnMapping",
    "DatasetDetails",
    "FileOptions",
    "ImportReport",
    "import_release",
    "open_source",
    "read_mapping",
    "recognise_columns",
]
