"""A folder of datasets, read as a catalogue; every fault of every file is reported at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from indicators.errors import DatasetFaultsError, Fault, suggest_nearest
from indicators.files.descriptions import read_dataset_description, read_indicators, read_origins
from indicators.files.field_types import References
from indicators.files.groups import read_groups
from indicators.files.observation_tables import OBSERVATION_SCHEMA
from indicators.files.rows import Row, read_areas, read_currencies, read_events, read_observations, read_redenominations
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area, AreaList
from indicators.model.observations import Dataset, Indicator
from indicators.model.origins import Origin
from indicators.model.redenominations import apply_redenominations

_REQUIRED_COLUMNS = (
    "INDICATOR", "REF_AREA", "FREQ", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "VINTAGE",
    "ORIGIN", "TIME_START", "TIME_END",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folder:
    """The content of a folder, and all its faults."""

    catalogue: Catalogue
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class CodeLists:
    """The lists that the datasets of a folder refer to.

    Attributes:
        indicators: The indicators of ``indicators.yaml``.
        areas: The areas of ``areas.csv``.
        origins: The origins of ``origins.yaml``, by id.
        faults: The faults of these three files.
    """

    indicators: tuple[Indicator, ...] = ()
    areas: tuple[Area, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def references(self, origins: Iterable[Origin]) -> References:
        """Return what a row may refer to in a dataset with these origins."""
        return References(
            frozenset(indicator.id for indicator in self.indicators),
            frozenset(area.code for area in self.areas),
            frozenset(origin.id for origin in origins),
            {one.id: one.dimensions for one in self.indicators if one.dimensions},
        )


def read_catalogue(folder: Path) -> Catalogue:
    """Read a folder of datasets that is laid out as ``data/README.md`` says.

    Raises:
        DatasetFaultsError: With every fault of every file.
    """
    found = read_folder(folder)
    if found.faults:
        raise DatasetFaultsError(found.faults)
    return found.catalogue


def read_folder(folder: Path) -> Folder:
    """Read a folder of datasets with its faults; whatever has faults is left out of the catalogue."""
    if not folder.is_dir():
        fault = Fault(str(folder), None, None, "no such folder", "a folder of datasets", "See data/README.md.")
        return Folder(Catalogue((), AreaList(()), ()), (fault,))
    lists = read_code_lists(folder)
    faults = [*lists.faults]
    datasets: list[Dataset] = []
    for home in _homes(folder):
        dataset, found = read_dataset(home, f"{home.parent.name}/{home.name}", lists)
        faults += found
        if dataset is not None:
            faults += _clashes(f"{home.parent.name}/{home.name}/dataset.yaml", dataset, datasets)
            datasets.append(dataset)
    currencies, found = read_currencies(folder / "currencies.csv", "currencies.csv")
    faults += found
    redenominations, found = read_redenominations(
        folder / "redenominations.csv", "redenominations.csv", [currency.code for currency in currencies]
    )
    faults += found
    currencies = apply_redenominations(currencies, redenominations)
    everywhere = [*lists.origins.values(), *(origin for dataset in datasets for origin in dataset.origins)]
    events, found = read_events(folder / "events.csv", "events.csv", lists.references(everywhere))
    faults += found
    groups, found = read_groups(folder / "groups.yaml", "groups.yaml", lists.references(everywhere))
    faults += found
    areas = AreaList(lists.areas)
    shared = tuple(lists.origins.values())
    catalogue = Catalogue(lists.indicators, areas, tuple(datasets), currencies, events, groups, shared)
    return Folder(catalogue, tuple(faults))


def read_code_lists(folder: Path) -> CodeLists:
    """Read ``indicators.yaml``, ``areas.csv`` and ``origins.yaml`` of a folder."""
    indicators, of_indicators = read_indicators(folder / "indicators.yaml", "indicators.yaml")
    areas, of_areas = read_areas(folder / "areas.csv", "areas.csv")
    origins, of_origins = read_origins(folder / "origins.yaml", "origins.yaml")
    return CodeLists(indicators, areas, origins, (*of_indicators, *of_areas, *of_origins))


def read_dataset(home: Path, file: str, lists: CodeLists) -> tuple[Dataset | None, list[Fault]]:
    """Read the folder of one dataset; ``None`` if its description has faults."""
    description, faults = read_dataset_description(home / "dataset.yaml", f"{file}/dataset.yaml", lists.origins)
    origins = () if description is None else description.origins
    rows: tuple[Row, ...] = ()
    table = home / "observations.parquet"
    listed = home / "observations.csv"
    if table.exists():
        faults += check_table(table, f"{file}/{table.name}")
        if listed.exists():
            faults.append(Fault(f"{file}/{listed.name}", None, None, f"it beside {table.name}", "one of the two"))
    else:
        rows, found = read_observations(listed, f"{file}/{listed.name}", lists.references(origins))
        faults += found
    if description is None:
        return None, faults
    known = lists.references(origins)
    for id in description.indicators:
        if not known.knows("indicators", id):
            hint = suggest_nearest(id, known.indicators)
            faults.append(Fault(f"{file}/dataset.yaml", None, "indicators", id, "an id of indicators.yaml", hint))
    if description.id != home.name:
        faults.append(Fault(f"{file}/dataset.yaml", None, "id", description.id, f"the folder's name, {home.name}"))
    observations = tuple(observation for _, observation in rows)
    dataset = Dataset(
        id=description.id,
        title=description.title,
        publisher=description.publisher,
        description=description.description,
        origins=origins,
        indicators=description.indicators or tuple(sorted({row.indicator for row in observations})),
        observations=observations,
        tables=(table,) if table.exists() else (),
    )
    return dataset, faults


def check_table(path: Path, file: str) -> list[Fault]:
    """Check a Parquet file as a whole: whether it is one, and the names and types of its columns."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        schema = pq.read_schema(path)
        names = schema.names
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:  # a name may be damaged too
        return [Fault(file, None, None, str(error).splitlines()[0], "a Parquet file")]
    faults = [
        Fault(file, None, name, "no such column", f"a column {name}") for name in _REQUIRED_COLUMNS if name not in names
    ]
    for column in schema:
        if column.name not in OBSERVATION_SCHEMA.names:
            faults.append(Fault(file, None, column.name, column.name, "only the columns in data/README.md"))
        elif column.type != (wanted := OBSERVATION_SCHEMA.field(column.name).type):
            faults.append(Fault(file, None, column.name, str(column.type), f"the type {wanted}"))
    return faults


def _homes(folder: Path) -> Iterator[Path]:
    for shelf in ("datasets", "rates"):
        if (folder / shelf).is_dir():
            yield from sorted(home for home in (folder / shelf).iterdir() if home.is_dir())


def _clashes(file: str, dataset: Dataset, others: Iterable[Dataset]) -> Iterator[Fault]:
    """Yield a fault for each id that another dataset uses for something else: sources would be mixed up."""
    for other in others:
        if dataset.id == other.id:
            yield Fault(file, None, "id", dataset.id, "a unique id; datasets/ or rates/ has it too")
        taken = {origin.id: origin for origin in other.origins}
        for origin in dataset.origins:
            if taken.get(origin.id, origin) != origin:
                hint = "An origin that several datasets share belongs in origins.yaml."
                yield Fault(file, None, "origins", origin.id, f"an id that {other.id} does not use", hint)
