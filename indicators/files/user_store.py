"""A reader's own store: where it lies, and its datasets together with the embedded ones as one catalogue.

```
STORE/datasets/<id>/dataset.json + *.parquet           imported, a release a file
                    dataset.yaml + observations.csv    kept by hand, as data/README.md says
```
A dataset that cannot be read is left out and the reason is kept; the others go on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import platformdirs

from indicators.errors import Fault, StoreError, UsageError
from indicators.files.folder import find_data_folder, read_code_lists, read_dataset, read_embedded_catalogue
from indicators.files.releases import DESCRIPTION, read_stored
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset, Indicator

__all__ = [
    "SETTING",
    "UserCatalogue",
    "find_default_location",
    "find_store_location",
    "fingerprint_folder",
    "is_address",
    "read_user_catalogue",
    "resolve_user_folder",
]  # fmt: skip

SETTING: Final = "INDICATORS_STORE"
_BY_HAND = "dataset.yaml"


@dataclass(frozen=True, slots=True)
class UserCatalogue:
    """The embedded datasets and a reader's own.

    Attributes:
        catalogue: All of them that can be read.
        faults: Why the others cannot.
    """

    catalogue: Catalogue
    faults: tuple[Fault, ...] = ()


def find_store_location(said: str = "") -> str:
    """Where the reader's own figures are: as said, or in ``INDICATORS_STORE``, or in the user's folder of data.

    >>> find_store_location("figures")
    'figures'
    """
    return said or os.environ.get(SETTING, "") or find_default_location()


def find_default_location() -> str:
    """Where the reader's own figures are when nothing is said: in the user's folder of data."""
    return str(platformdirs.user_data_path("indicators") / "store")


def is_address(location: str) -> bool:
    """Whether this is meant as the address of an engine, not as a folder.

    >>> [is_address(text) for text in ("sc://spark:15002", "my/figures", "C:/figures")]
    [True, False, False]
    """
    return "://" in location


def resolve_user_folder(location: str) -> Path:
    """The folder of a store that is a folder.

    Raises:
        UsageError: It is an engine, which is loaded by ``indicators export``.
    """
    if is_address(location):
        hint = "Import into a folder, then load the engine with `indicators export --store`."
        raise UsageError("Files are imported into a folder.", found=f"{location.partition(':')[0]}://…", hint=hint)
    return Path(location).expanduser()


def fingerprint_folder(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when a dataset of the folder does: names, sizes and times of the descriptions.

    A release is published by the rename of a description, so these few files tell of everything.
    """
    stats = [(path, path.stat()) for home in _homes(folder) for path in _descriptions(home)]
    return tuple((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in stats)


def read_user_catalogue(folder: Path) -> UserCatalogue:
    """The embedded catalogue with the datasets of a folder, read anew only when something in it changed."""
    return _read(folder, fingerprint_folder(folder))


@lru_cache(maxsize=4)
def _read(folder: Path, _state: tuple[tuple[str, int, int], ...]) -> UserCatalogue:
    catalogue = read_embedded_catalogue()
    datasets, indicators, faults = list(catalogue.datasets), {one.id: one for one in catalogue.indicators}, []
    for home in _homes(folder):
        dataset, own, wrong = _dataset(home)
        if dataset is not None and dataset.id in {other.id for other in catalogue.datasets}:
            wrong = [Fault(str(home), None, "id", dataset.id, "an id that no embedded dataset has")]
        faults += wrong
        if dataset is not None and not wrong:
            datasets.append(dataset)
            for indicator in own:
                indicators.setdefault(indicator.id, indicator)
    catalogue = replace(catalogue, indicators=tuple(indicators.values()), datasets=tuple(datasets))
    return UserCatalogue(catalogue, tuple(faults))


def _dataset(home: Path) -> tuple[Dataset | None, Iterable[Indicator], list[Fault]]:
    if (home / DESCRIPTION).exists():
        stored, faults = read_stored(home)
        return (None, (), faults) if stored is None else (stored.dataset, stored.indicators, faults)
    if (home / _BY_HAND).exists():
        dataset, faults = read_dataset(home, home.name, read_code_lists(find_data_folder()))
        return dataset, (), faults
    if any(home.glob("*.parquet")) and not any(home.glob("0001-*.parquet")):
        hint = "Import it: `indicators import FILE --dataset ID`."
        return None, (), [Fault(str(home), None, None, f"no {DESCRIPTION}", "a description of its files", hint)]
    return None, (), []  # a first import is on its way, or was cut off


def _homes(folder: Path) -> list[Path]:
    try:
        return sorted(home for home in (folder / "datasets").iterdir() if home.is_dir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise StoreError(f"The store in {folder} cannot be read.", found=error.strerror) from error


def _descriptions(home: Path) -> Iterable[Path]:
    for name in (DESCRIPTION, _BY_HAND, "observations.csv", "observations.parquet"):
        if (home / name).exists():
            yield home / name
