"""What people keep to themselves in a store that several share: a folder each, laid out as a store of its own.

```
STORE/datasets/<id>/                    seen by everyone
      private/<address>/datasets/<id>/  seen by one person
```
A dataset changes hands by one rename, under the locks of both.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import quote

from indicators.errors import UsageError
from indicators.files.changes import note_change
from indicators.files.own_datasets import find_stored, lock_store
from indicators.files.releases import locate_dataset

_PRIVATE: Final = "private"
_TAKEN: Final = "There is a dataset with this id already."
_OTHER_ID: Final = "Export it and import it under another id."
_SHARED_ID: Final = "The store has a dataset with this id that everyone sees."
_CHOOSE_ID: Final = "Choose another id, or import a new release of that dataset for everyone."


def find_private_folder(store: Path, person: str) -> Path:
    """Return the folder of what a person, known by their address, keeps to themselves; it may not exist yet.

    >>> find_private_folder(Path("figures"), "Anna@example.org").as_posix()
    'figures/private/anna@example.org'
    >>> find_private_folder(Path("figures"), "../eve").as_posix()
    'figures/private/%2E%2E%2Feve'
    """
    name = quote(person.strip().lower(), safe="@+-_")
    return store / _PRIVATE / (name if "@" in name else name.replace(".", "%2E"))


def list_seen_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders that are read together: a private one after the store it belongs to; or just the one given.

    >>> [seen.as_posix() for seen in list_seen_folders(Path("figures/private/anna@example.org"))]
    ['figures', 'figures/private/anna@example.org']
    """
    return (folder.parents[1], folder) if _is_private(folder) else (folder,)


def list_private_folders(store: Path) -> tuple[Path, ...]:
    """Return the folders of what people keep to themselves."""
    return tuple(sorted(folder for folder in (store / _PRIVATE).glob("*") if folder.is_dir()))


def require_free_id(folder: Path, id: str) -> None:
    """Do nothing where a dataset of a folder can have this id: one person must not see two datasets with one id.

    Raises:
        UsageError: The folder is private, and everyone sees another dataset with this id.
    """
    if any(locate_dataset(other, id).exists() for other in list_seen_folders(folder)[:-1]):
        raise UsageError(_SHARED_ID, found=id, hint=_CHOOSE_ID)


def move_dataset(source: Path, target: Path, id: str) -> None:
    """Move a dataset with all its releases from a private folder to the shared store, or back.

    Raises:
        UsageError: There is no such dataset, or the target has one with this id.
        StoreError: It can't be moved; nothing was changed.
    """
    first, second = sorted((source, target))  # whoever moves something else meanwhile takes the locks in this order
    with lock_store(first), lock_store(second):
        find_stored(source, id)
        home = locate_dataset(target, id)
        if home.exists():
            raise UsageError(_TAKEN, found=id, hint=_OTHER_ID)
        home.parent.mkdir(exist_ok=True)
        locate_dataset(source, id).rename(home)
        note_change(target, "make private" if _is_private(target) else "share", id)


def _is_private(folder: Path) -> bool:
    return folder.parent.name == _PRIVATE and "@" in folder.name
