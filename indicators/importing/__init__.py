"""Import of users' own files: whatever a statistical office or a spreadsheet gives becomes a dataset.

A file is inspected (`file_kinds`) and read in batches (`batches`), its columns are recognised (`columns`), each row is
checked (`observation_rows`), and what is new becomes a release of the dataset (`publishing`), completely or not at all.
"""

from indicators.importing.batches import FileOptions
from indicators.importing.columns import recognise_columns
from indicators.importing.decisions import Decision
from indicators.importing.file_kinds import open_source
from indicators.importing.import_report import ImportReport
from indicators.importing.mapping import ColumnMapping, read_mapping
from indicators.importing.publishing import DatasetDetails, check_dataset_id, import_release
from indicators.importing.rehearsal import MOST_REHEARSED, Rehearsal, rehearse_import
from indicators.importing.survey import preview_decisions

__all__ = [
    "MOST_REHEARSED",
    "ColumnMapping",
    "DatasetDetails",
    "Decision",
    "FileOptions",
    "ImportReport",
    "Rehearsal",
    "check_dataset_id",
    "import_release",
    "open_source",
    "preview_decisions",
    "read_mapping",
    "recognise_columns",
    "rehearse_import",
]
