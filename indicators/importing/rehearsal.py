"""What an import would do, found by importing the file into a folder that is removed again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import duckdb

from indicators.files.private_folders import list_seen_folders
from indicators.files.user_store import read_user_catalogue
from indicators.importing.batches import FileOptions
from indicators.importing.import_report import ImportReport
from indicators.importing.mapping import ColumnMapping
from indicators.importing.publishing import DatasetDetails, publish_file
from indicators.model.formatting import format_quantity
from indicators.model.periods import TimePeriod

MOST_REHEARSED: Final = 2_000_000
"""The size in bytes of the largest file that is read again after each choice."""
_DIGITS: Final = 12  # all that a file says, and no more than a double holds
_FIRST: Final = """
SELECT INDICATOR, REF_AREA, TIME_PERIOD, OBS_VALUE, UNIT_MEASURE
FROM read_parquet(?) ORDER BY INDICATOR, REF_AREA, TIME_PERIOD LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What an import would do.

    Attributes:
        report: Its report; no release is new and no row changed, since nothing was compared.
        figures: The first figures as read: indicator, area, period, and the value with its unit.
    """

    report: ImportReport
    figures: tuple[tuple[str, str, str, str], ...]


def rehearse_import(
    store: Path, path: Path, mapping: ColumnMapping, options: FileOptions, *, most: int = 8
) -> Rehearsal:
    """Read a file as an import would, without changing the store.

    Args:
        store: The folder of the store, whose own areas are known.
        path: The file; at most `MOST_REHEARSED` bytes, so that it takes less than a second.
        mapping: Which column contains what.
        options: How the file is written.
        most: The number of figures to return.

    Raises:
        DataError: The file can't be read.
        UsageError: The file leaves something open; the hint names the option.
    """
    areas = read_user_catalogue(*list_seen_folders(store)).catalogue.areas
    with TemporaryDirectory(prefix="indicators-") as name:
        folder = Path(name)
        report = publish_file(folder, path, DatasetDetails("preview"), areas, mapping=mapping, options=options)
        catalogue = read_user_catalogue(folder).catalogue
        names = {one.id: one.name for one in catalogue.indicators} | {one.code: one.name for one in catalogue.areas}
        files = [str(file) for file in folder.glob("datasets/preview/*.parquet")]
        rows = duckdb.execute(_FIRST, [files, most]).fetchall() if files else []
    unpublished = replace(report, release="", refused_file="", new=0)
    return Rehearsal(unpublished, tuple(_write_row(row, names) for row in rows))


def _write_row(row: tuple[Any, ...], names: Mapping[str, str]) -> tuple[str, str, str, str]:
    indicator, area, period, value, unit = row
    figure = "" if value is None else format_quantity(value, unit, digits=_DIGITS)
    return names.get(indicator, indicator), names.get(area, area), TimePeriod.parse(period).label, figure
