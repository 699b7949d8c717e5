"""The process that reads an SPSS file and writes its rows to standard output, for `read_spss`.

It is run as ``python -m indicators.importing.formats.spss_process FILE``; what goes wrong is on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa
import pyreadstat

from indicators.errors import IndicatorsError
from indicators.importing.batches import ROWS_AT_ONCE
from indicators.importing.formats.file_tables import flatten_batch, make_flat_schema
from indicators.importing.formats.statistics_files import make_statistics_table
from indicators.importing.limits import MOST_TEXT

if TYPE_CHECKING:
    import pandas as pd


def write_rows(path: str) -> None:
    """Write the rows of a file."""
    _, described = pyreadstat.read_sav(path, metadataonly=True)
    rows = min(ROWS_AT_ONCE, max(1, MOST_TEXT // max(1, sum(described.variable_storage_width.values()))))

    def read() -> Iterator[pd.DataFrame]:
        parts = pyreadstat.read_file_in_chunks(pyreadstat.read_sav, path, chunksize=rows, apply_value_formats=True)
        yield from (part for part, _ in parts)

    table = make_statistics_table(described.column_names_to_labels, read())
    with pa.ipc.new_stream(sys.stdout.buffer, make_flat_schema(table.columns)) as writer:
        for batch in table.batches:
            writer.write_table(flatten_batch(batch, table.columns))


if __name__ == "__main__":
    try:
        write_rows(sys.argv[1])
    except (pyreadstat.ReadstatError, IndicatorsError, OSError, ValueError) as error:
        sys.exit(str(error))
