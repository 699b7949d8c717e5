"""Tables of observations: the Arrow schema of the store, and writing Parquet files.

A file is written under another name, flushed to disk, and renamed: readers see the old file or the new one. Rows are
sorted, so that a query reads only the row groups it needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from indicators.files.disk import replace_file, write_atomically
from indicators.files.layout import SortedWriter
from indicators.model.dimensions import join_dimensions
from indicators.model.observations import Dataset, Observation

OBSERVATION_SCHEMA = pa.schema(
    [
        ("INDICATOR", pa.string()),
        ("REF_AREA", pa.string()),
        ("COUNTERPART_AREA", pa.string()),
        ("DIMENSIONS", pa.string()),
        ("FREQ", pa.string()),
        ("TIME_PERIOD", pa.string()),
        ("OBS_VALUE", pa.float64()),
        ("LOWER", pa.float64()),
        ("UPPER", pa.float64()),
        ("UNIT_MEASURE", pa.string()),
        ("OBS_STATUS", pa.string()),
        ("QUALIFIER", pa.string()),
        ("DIGITS", pa.int64()),
        ("CONVERTED_FROM", pa.string()),
        ("INFERRED", pa.string()),
        ("VINTAGE", pa.date32()),
        ("ORIGIN", pa.string()),
        ("LOCATOR", pa.string()),
        ("SAID_BY", pa.string()),
        ("NOTE", pa.string()),
        ("TIME_START", pa.date32()),
        ("TIME_END", pa.date32()),
    ]
)
"""The columns of the store: values are float64 in the unit itself, with the multiplier applied."""

OBSERVATION_KEY = (
    "INDICATOR", "REF_AREA", "COUNTERPART_AREA", "DIMENSIONS", "UNIT_MEASURE", "FREQ", "CONVERTED_FROM", "TIME_PERIOD",
)  # fmt: skip
"""The columns that identify an observation across vintages of its dataset."""

SORTED_BY = (
    "INDICATOR", "REF_AREA", "COUNTERPART_AREA", "DIMENSIONS", "TIME_START", "TIME_END", "UNIT_MEASURE", "VINTAGE"
)  # fmt: skip
_EMPTY_COLUMNS = {
    name: None if pa.types.is_floating(kind) or pa.types.is_integer(kind) else ""
    for name, kind in zip(OBSERVATION_SCHEMA.names, OBSERVATION_SCHEMA.types, strict=True)
}


def tabulate_observations(observations: Iterable[Observation]) -> pa.Table:
    """Return the observations as an Arrow table of `OBSERVATION_SCHEMA`."""
    return pa.Table.from_pylist([make_row(observation) for observation in observations], schema=OBSERVATION_SCHEMA)


def assemble_observations(columns: dict[str, pa.Array | str]) -> pa.Table:
    """Build a sorted table of `OBSERVATION_SCHEMA` from columns; a text fills its column, missing ones are empty.

    Args:
        columns: ``INDICATOR``, ``REF_AREA``, ``FREQ``, ``TIME_PERIOD``, ``OBS_VALUE``, ``UNIT_MEASURE``,
            ``OBS_STATUS``, ``VINTAGE``, ``ORIGIN``, ``TIME_START``, ``TIME_END`` and any others of the
            schema.
    """
    length = max(len(column) for column in columns.values() if not isinstance(column, str))
    arrays = []
    for column in OBSERVATION_SCHEMA:
        given = columns.get(column.name, _EMPTY_COLUMNS[column.name])
        if given is None or isinstance(given, str):
            given = pa.nulls(length, column.type) if given is None else pa.repeat(pa.scalar(given), length)
        arrays.append(given.cast(column.type))
    table = pa.Table.from_arrays(arrays, schema=OBSERVATION_SCHEMA)
    return table.take(pc.sort_indices(table, sort_keys=[(name, "ascending") for name in SORTED_BY]))


def write_dataset(folder: Path, dataset: Dataset, table: pa.Table) -> Path:
    """Write a large dataset: ``dataset.yaml`` and ``observations.parquet``; same input, same bytes.

    Args:
        folder: The folder of datasets, in which a folder named after the dataset is created.
        dataset: The description; origins are written as ids of ``origins.yaml``.
        table: Its observations, sorted, of `OBSERVATION_SCHEMA`.

    Returns:
        The dataset's folder.
    """
    import yaml

    home = folder / dataset.id
    home.mkdir(parents=True, exist_ok=True)
    path = home / "observations.parquet"
    kept = table.select([name for name in table.column_names if not _is_empty(table.column(name))])
    replace_file(_write_smallest(path, kept), path)
    description = {
        "id": dataset.id,
        "title": dataset.title,
        "publisher": dataset.publisher,
        "description": dataset.description,
        "origins": [origin.id for origin in dataset.origins],
        "indicators": sorted(dataset.indicators),
    }
    text = yaml.safe_dump(description, sort_keys=False, allow_unicode=True, width=110)
    write_atomically(home / "dataset.yaml", text.encode())
    return home


def _write_smallest(path: Path, table: pa.Table) -> Path:
    """Write a table next to a path in each way of storing values, and return the smallest file."""
    written = []
    for split in (True, False):
        part = path.with_suffix(f".{split}.partial".lower())
        with SortedWriter(part, table.schema, rows=table.num_rows, compression_level=19, split_values=split) as writer:
            writer.write(table)
        written.append(part)
    smallest, *others = sorted(written, key=lambda part: part.stat().st_size)
    for other in others:
        other.unlink()
    return smallest


def _is_empty(column: pa.ChunkedArray) -> bool:
    if column.null_count == len(column):
        return True
    return bool(pa.types.is_string(column.type) and pc.all(pc.equal(column, "")).as_py())


def make_row(observation: Observation) -> dict[str, str | float | int | date | None]:
    """Return an observation as a row of `OBSERVATION_SCHEMA`.

    Here, and only here, the decimals as printed become float64.
    """
    scale = Decimal(1).scaleb(observation.multiplier)
    lower, upper, value = observation.lower, observation.upper, observation.plain_value
    return {
        "INDICATOR": observation.indicator,
        "REF_AREA": observation.area,
        "COUNTERPART_AREA": observation.counterpart,
        "DIMENSIONS": join_dimensions(dict(observation.dimensions)),
        "FREQ": observation.period.frequency.value,
        "TIME_PERIOD": str(observation.period),
        "OBS_VALUE": None if value is None else float(value),
        "LOWER": None if lower is None else float(lower * scale),
        "UPPER": None if upper is None else float(upper * scale),
        "UNIT_MEASURE": observation.unit,
        "OBS_STATUS": observation.status.value,
        "QUALIFIER": "" if observation.qualifier is None else observation.qualifier.value,
        "DIGITS": observation.digits,
        "CONVERTED_FROM": observation.converted_from,
        "INFERRED": " ".join(observation.inferred),
        "VINTAGE": observation.vintage,
        "ORIGIN": observation.origin,
        "LOCATOR": "" if observation.locator is None else str(observation.locator),
        "SAID_BY": observation.said_by,
        "NOTE": observation.note,
        "TIME_START": observation.period.first,
        "TIME_END": observation.period.last,
    }
