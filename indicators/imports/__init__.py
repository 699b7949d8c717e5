"""Import of readers' own files: whatever a statistical office or a spreadsheet hands out becomes a dataset.

A file is read in batches (`sources`), its columns are recognised (`columns`), each row is checked (`rows`), and
what is new becomes a release of the dataset (`releases`), all at once or not at all.
"""

from indicators.imports.columns import recognised
from indicators.imports.mapping import Mapping, read_mapping
from indicators.imports.releases import Described, import_file
from indicators.imports.report import Report
from indicators.imports.sources import FileForm, opened

__all__ = ["Described", "FileForm", "Mapping", "Report", "import_file", "opened", "read_mapping", "recognised"]
