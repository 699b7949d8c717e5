"""A user's own store: its datasets together with the embedded ones as one catalogue.

```
STORE/datasets/<id>/dataset.json + *.parquet           imported, one file per release
                    dataset.yaml + observations.csv    kept by hand, see data/README.md
```
What one person keeps private is a folder of the same layout, read after the one that is shared. A dataset that can't be
read is left out and the reason is kept; the others are used.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from indicators.errors import Fault, StoreError
from indicators.files.embedded_catalogue import read_embedded_catalogue
from indicators.files.locations import find_data_folder
from indicators.model.catalogue import Catalogue
from indicators.model.codelists import Area, AreaList
from indicators.model.observations import Dataset, Indicator

if TYPE_CHECKING:
    from indicators.files.folder import CodeLists

_DESCRIPTION: Final = "dataset.json"
_COPIES: Final = "descriptions/*.json"
_RESTORE_IT: Final = "Put it back: `indicators restore {id}`."
_IMPORT_IT: Final = "Import it: `indicators import FILE --dataset ID`."
_OTHER_ID: Final = "Export it, delete it, and import it under another id."
BY_HAND: Final = "dataset.yaml"
"""The description of a dataset that people keep by hand."""
_HAND_KEPT: Final = (BY_HAND, "observations.csv", "observations.parquet")
UNFINISHED: Final = ".unfinished"
"""Names the file of a release that is being published; what it names may be removed."""
STAGING: Final = ".staging"
"""The folder of a store in which its writer prepares a release; what a killed one leaves is removed by the next."""


@dataclass(frozen=True, slots=True)
class UserCatalogue:
    """The embedded datasets and the user's own.

    Attributes:
        catalogue: The datasets that can be read.
        faults: Why the others can't.
    """

    catalogue: Catalogue
    faults: tuple[Fault, ...] = ()


def fingerprint_folders(*folders: Path) -> tuple[tuple[str, int, int], ...]:
    """Return the names, sizes and times of the descriptions: they change whenever a dataset does.

    A release is published by renaming a description, so these few files are enough.
    """
    found = []
    for path in [path for folder in folders for home in _homes(folder) for path in _descriptions(home)]:
        with suppress(FileNotFoundError, NotADirectoryError):  # moved away by another process meanwhile
            stat = path.stat()
            found.append((str(path), stat.st_size, stat.st_mtime_ns))
    return tuple(found)


def read_user_catalogue(*folders: Path) -> UserCatalogue:
    """Read the embedded catalogue with the datasets of some folders; it is read again only when something changed."""
    return _read(folders, fingerprint_folders(*folders))


@lru_cache(maxsize=16)
def _read(folders: tuple[Path, ...], _state: tuple[tuple[str, int, int], ...]) -> UserCatalogue:
    catalogue = read_embedded_catalogue()
    datasets, indicators, faults = list(catalogue.datasets), {one.id: one for one in catalogue.indicators}, []
    areas: list[Area] = []
    for home in (home for folder in folders for home in _homes(folder)):
        dataset, own, own_areas, wrong = _dataset(home)
        if dataset is not None and dataset.id in {other.id for other in datasets}:
            wrong = [Fault(str(home), None, "id", dataset.id, "an id that no other dataset uses", _OTHER_ID)]
        faults += wrong
        if dataset is not None and not wrong:
            datasets.append(dataset)
            known = {*catalogue.areas.by_code, *(area.code for area in areas)}
            areas += [area for area in own_areas if area.code not in known]
            for indicator in own:
                indicators.setdefault(indicator.id, indicator)
    catalogue = replace(catalogue, indicators=tuple(indicators.values()), datasets=tuple(datasets))
    if areas:
        catalogue = replace(catalogue, areas=AreaList([*catalogue.areas, *areas]))
    return UserCatalogue(catalogue, tuple(faults))


def is_first_import(home: Path) -> bool:
    """Return whether a dataset was never published: its first import is running, or was interrupted."""
    is_published = (home / _DESCRIPTION).exists() or any(home.glob(_COPIES))
    return (home / UNFINISHED).exists() and not is_published


def _dataset(home: Path) -> tuple[Dataset | None, Iterable[Indicator], Iterable[Area], list[Fault]]:
    # Imported here, because most stores have no dataset of their own and pydantic takes long to load.
    if (home / _DESCRIPTION).exists():
        from indicators.files.releases import read_stored

        stored, faults = read_stored(home)
        return (None, (), (), faults) if stored is None else (stored.dataset, stored.indicators, stored.areas, faults)
    if (home / BY_HAND).exists():
        dataset, faults = read_hand_kept(home)
        return dataset, (), (), faults
    if not any(home.glob("*.parquet")) or is_first_import(home):
        return None, (), (), []
    hint = _RESTORE_IT.format(id=home.name) if any(home.glob("0001-*.parquet")) else _IMPORT_IT
    return None, (), (), [Fault(str(home), None, None, f"no {_DESCRIPTION}", "a description of its files", hint)]


def read_hand_kept(home: Path) -> tuple[Dataset | None, list[Fault]]:
    """Read a dataset that is kept by hand; ``None`` if one of its files is damaged."""
    from indicators.files.folder import read_dataset
    from indicators.files.hand_kept import check_hand_kept

    faults = [fault for path in _list_hand_kept(home) for fault in check_hand_kept(home.parents[1], path)]
    return (None, faults) if faults else read_dataset(home, home.name, _read_lists(find_data_folder()))


@lru_cache(maxsize=1)  # of the package, which takes long for each of many datasets
def _read_lists(folder: Path) -> CodeLists:
    from indicators.files.folder import read_code_lists

    return read_code_lists(folder)


def _list_hand_kept(home: Path) -> list[Path]:
    return [path for name in _HAND_KEPT if (path := home / name).exists()]


def _homes(folder: Path) -> list[Path]:
    try:
        return sorted(home for home in (folder / "datasets").iterdir() if home.is_dir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise StoreError(f"The store in {folder} can't be read.", found=error.strerror) from error


def _descriptions(home: Path) -> Iterable[Path]:
    if (home / _DESCRIPTION).exists():
        yield home / _DESCRIPTION
    yield from _list_hand_kept(home)
