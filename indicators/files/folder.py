"""A folder of datasets, read as a catalogue; every fault of every file is reported at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from indicators.catalogue import Catalogue
from indicators.codelists import AreaList
from indicators.errors import DataError, DatasetFaultsError, Fault
from indicators.files.descriptions import (
    DatasetDescription, read_dataset_description, read_indicators, read_origins,
)  # fmt: skip
from indicators.files.references import References, dataset_faults, event_faults
from indicators.files.rows import Row, read_areas, read_currencies, read_events, read_observations
from indicators.files.tables import OBSERVATION_SCHEMA
from indicators.model import Dataset, Event
from indicators.origins import Origin

__all__ = ["Folder", "data_folder", "embedded_catalogue", "read_catalogue", "read_folder"]

_REQUIRED_COLUMNS = (
    "INDICATOR", "REF_AREA", "FREQ", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "VINTAGE", "ORIGIN",
    "TIME_START", "TIME_END",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read of a folder, and everything that is wrong with it."""

    catalogue: Catalogue
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A dataset with the lines of its observations, before its references are checked."""

    file: str
    dataset: Dataset
    rows: tuple[Row, ...]


def data_folder() -> Path:
    """The folder of the embedded figures: within the installed package, or beside it in a checkout.

    Nothing else in the library knows where it lies.

    Raises:
        DataError: If there is neither.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "data", package.parent / "data"):
        if (folder / "indicators.yaml").is_file():
            return folder
    raise DataError("The embedded figures are missing.", hint="Install the package anew.")


@cache
def embedded_catalogue() -> Catalogue:
    """The catalogue of the embedded figures, read once.

    Raises:
        DatasetFaultsError: With every fault of its files.
    """
    return read_catalogue(data_folder())


def read_catalogue(folder: Path) -> Catalogue:
    """Read a folder of datasets.

    Args:
        folder: Laid out as ``data/README.md`` says.

    Raises:
        DatasetFaultsError: With every fault of every file.
    """
    found = read_folder(folder)
    if found.faults:
        raise DatasetFaultsError(found.faults)
    return found.catalogue


def read_folder(folder: Path) -> Folder:
    """Read a folder of datasets together with its faults; what is at fault is left out of the catalogue."""
    if not folder.is_dir():
        fault = Fault(folder.name, None, None, "no such folder", "a folder of datasets", "See its README.")
        return Folder(Catalogue((), AreaList(()), ()), (fault,))
    faults: list[Fault] = []
    indicators, found = read_indicators(folder / "indicators.yaml", "indicators.yaml")
    faults += found
    areas, found = read_areas(folder / "areas.csv", "areas.csv")
    faults += found
    origins, found = read_origins(folder / "origins.yaml", "origins.yaml")
    faults += found
    currencies, found = read_currencies(folder / "currencies.csv", "currencies.csv")
    faults += found
    events, found = read_events(folder / "events.csv", "events.csv")
    faults += found
    parts = []
    for home in _homes(folder):
        part, found = _read_dataset(home, f"{home.parent.name}/{home.name}", origins)
        faults += found
        if part is not None:
            parts.append(part)
    faults += _reference_faults(parts, events, origins, {i.id for i in indicators}, {a.code for a in areas})
    datasets = tuple(part.dataset for part in parts)
    catalogue = Catalogue(indicators, AreaList(areas), datasets, currencies, tuple(event for _, event in events))
    return Folder(catalogue, tuple(faults))


def _homes(folder: Path) -> Iterator[Path]:
    for shelf in ("datasets", "rates"):
        if (folder / shelf).is_dir():
            yield from sorted(home for home in (folder / shelf).iterdir() if home.is_dir())


def _read_dataset(home: Path, file: str, shared: dict[str, Origin]) -> tuple[_Part | None, list[Fault]]:
    description, faults = read_dataset_description(home / "dataset.yaml", f"{file}/dataset.yaml")
    if description is None:
        return None, faults
    if description.id != home.name:
        faults.append(Fault(f"{file}/dataset.yaml", None, "id", description.id, f"the folder's name, {home.name}"))
    origins, unknown = description.resolved_origins(shared)
    faults += [Fault(f"{file}/dataset.yaml", None, "origins", id, "an id of origins.yaml") for id in unknown]
    table = home / "observations.parquet"
    if table.exists():
        faults += _table_faults(table, f"{file}/observations.parquet")
        indicators = tuple(sorted(description.indicators))
        return _Part(file, _dataset(description, origins, indicators, table=table), ()), faults
    rows, found = read_observations(home / "observations.csv", f"{file}/observations.csv")
    indicators = tuple(sorted({observation.indicator for _, observation in rows}))
    return _Part(file, _dataset(description, origins, indicators, rows=rows), rows), faults + found


def _dataset(
    description: DatasetDescription,
    origins: tuple[Origin, ...],
    indicators: tuple[str, ...],
    *,
    rows: tuple[Row, ...] = (),
    table: Path | None = None,
) -> Dataset:
    observations = tuple(observation for _, observation in rows)
    return Dataset(
        description.id, description.title, description.publisher, description.description, origins, indicators,
        observations, table,
    )  # fmt: skip


def _table_faults(path: Path, file: str) -> list[Fault]:
    try:
        schema = pq.read_schema(path)
    except (pa.ArrowInvalid, OSError) as error:
        return [Fault(file, None, None, str(error).splitlines()[0], "a Parquet file")]
    faults = [
        Fault(file, None, name, "no such column", f"a column {name}")
        for name in _REQUIRED_COLUMNS
        if name not in schema.names
    ]
    for column in schema:
        if column.name not in OBSERVATION_SCHEMA.names:
            faults.append(Fault(file, None, column.name, column.name, "only the columns of the README"))
        elif column.type != (wanted := OBSERVATION_SCHEMA.field(column.name).type):
            faults.append(Fault(file, None, column.name, str(column.type), f"the type {wanted}"))
    return faults


def _reference_faults(
    parts: list[_Part],
    events: tuple[tuple[int, Event], ...],
    origins: dict[str, Origin],
    indicators: set[str],
    areas: set[str],
) -> Iterator[Fault]:
    for part in parts:
        own = {origin.id for origin in part.dataset.origins}
        known = References(frozenset(indicators), frozenset(areas), frozenset(own))
        file = f"{part.file}/{'observations.csv' if part.rows else 'dataset.yaml'}"
        yield from dataset_faults(file, part.dataset, part.rows, known)
    everywhere = {origin.id for part in parts for origin in part.dataset.origins} | set(origins)
    yield from event_faults(events, References(frozenset(indicators), frozenset(areas), frozenset(everywhere)))
