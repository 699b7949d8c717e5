"""A user's own datasets as a whole: listed, renamed, moved aside and put back.

```
STORE/datasets/<id>/       a dataset
      .removed/<id>/       a deleted one, until it is put back or purged
      .purged/<id>/        what a killed purge has left: no dataset any more, and removed by the next
```
Each change is one rename of a file or a folder, made under the lock of the store: a reader or a killed writer leaves
the state before or after it.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from indicators.errors import StoreError, UnknownNameError, UsageError
from indicators.files.changes import lock_folder, note_change
from indicators.files.releases import DESCRIPTION, StoredDataset, locate_dataset, read_description, write_stored

DELETED: Final = ".removed"
"""The folder of a store with the deleted datasets."""
_PURGED: Final = ".purged"
_SECONDS_KEPT: Final = 3600
_THOUSAND: Final = 1000
_NO_DATASETS: Final = "The store has no datasets of your own."
_TAKEN: Final = "There is a dataset with this id again."
_RENAME_IT: Final = "Delete the new one first, or keep both by importing under another id."
_DAMAGED: Final = "The description of the dataset {id} can't be read."
_RESTORE: Final = "`indicators restore {id}` puts an earlier description back."
_NOT_WRITABLE: Final = "The store in {store} can't be written."
_NO_TITLE: Final = "A dataset needs a title."


@dataclass(frozen=True, slots=True)
class OwnDataset:
    """A dataset of a user, as a list shows it.

    Attributes:
        id: Its id.
        title: Its title.
        publisher: Its publisher.
        source: The name of the file imported last.
        releases: The ids of its releases, the oldest first.
        rows: The rows of all releases.
        size: The bytes of all its files.
    """

    id: str
    title: str
    publisher: str
    source: str
    releases: tuple[str, ...]
    rows: int
    size: int

    @property
    def readable_size(self) -> str:
        """The size in the largest unit of which there is one.

        >>> OwnDataset("a", "A", "Me", "a.csv", ("2026-11-24",), 3, 2_340_000).readable_size
        '2.3 MB'
        """
        size, unit = float(self.size), "bytes"
        for larger in ("kB", "MB", "GB"):
            if size < _THOUSAND:
                break
            size, unit = size / _THOUSAND, larger
        return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"


def list_own_datasets(store: Path) -> tuple[OwnDataset, ...]:
    """Return the imported datasets of a store that can be read, in the order of their ids."""
    return tuple(_list(store / "datasets"))


def list_deleted(store: Path) -> tuple[OwnDataset, ...]:
    """Return the deleted datasets that can still be put back."""
    return tuple(_list(store / DELETED))


def _list(folder: Path) -> Iterator[OwnDataset]:
    for description in sorted(folder.glob(f"*/{DESCRIPTION}")):
        home = description.parent
        stored, _ = read_description(description, home)
        if stored is None:
            continue
        releases = stored.releases
        yield OwnDataset(
            home.name, stored.dataset.title, stored.dataset.publisher, releases[-1].source,
            tuple(release.id for release in releases), sum(release.rows for release in releases),
            sum(path.stat().st_size for path in home.rglob("*") if path.is_file()),
        )  # fmt: skip


def find_stored(store: Path, id: str) -> StoredDataset:
    """Return the description of a dataset.

    Raises:
        UnknownNameError: There is no such dataset; the message suggests the nearest.
        UsageError: The store has none.
        StoreError: Its description is damaged.
    """
    home = locate_dataset(store, id)
    known = [one.id for one in list_own_datasets(store)]
    if id not in known and not (home / DESCRIPTION).is_file():
        raise UnknownNameError("dataset", id, known) if known else UsageError(_NO_DATASETS, found=id)
    stored, faults = read_description(home / DESCRIPTION, home)
    if stored is None:
        raise StoreError(_DAMAGED.format(id=id), found=str(faults[0]), hint=_RESTORE.format(id=id))
    return stored


def rename_dataset(store: Path, id: str, title: str, publisher: str = "") -> None:
    """Give a dataset another title, and perhaps another publisher; its id and its figures stay.

    Raises:
        UsageError: The title is empty, or there is no such dataset.
        StoreError: It can't be written; nothing was changed.
    """
    name, source = (" ".join(text.split()) for text in (title, publisher))
    if not name:
        raise UsageError(_NO_TITLE)
    with lock_store(store):
        stored = find_stored(store, id)
        dataset = replace(stored.dataset, title=name, publisher=source or stored.dataset.publisher)
        write_stored(locate_dataset(store, id), replace(stored, dataset=dataset))
        note_change(store, "rename", id)


def delete_dataset(store: Path, id: str) -> None:
    """Move a dataset aside, so that it can be put back until it is purged.

    Raises:
        UsageError: There is no such dataset.
        StoreError: It can't be moved; nothing was changed.
    """
    with lock_store(store):
        find_stored(store, id)
        aside = store / DELETED / id
        aside.parent.mkdir(exist_ok=True)
        if aside.exists():  # deleted before, and imported again since
            _purge(store, id)
        locate_dataset(store, id).rename(aside)
        aside.touch()  # the time from which it is kept
        note_change(store, "delete", id)
        with suppress(OSError):  # what is left is removed by the next purge; the dataset is deleted already
            _finish_purging(store)


def undelete_dataset(store: Path, id: str) -> None:
    """Put a deleted dataset back.

    Raises:
        UnknownNameError: It is not among those that were deleted.
        UsageError: There is a dataset with this id again.
        StoreError: It can't be moved; nothing was changed.
    """
    with lock_store(store):
        aside, home = store / DELETED / id, locate_dataset(store, id)
        if id not in {one.id for one in list_deleted(store)}:
            raise UnknownNameError("deleted dataset", id, [one.id for one in list_deleted(store)])
        if home.exists():
            raise UsageError(_TAKEN, found=id, hint=_RENAME_IT)
        home.parent.mkdir(exist_ok=True)
        aside.rename(home)
        note_change(store, "undelete", id)


def purge_deleted(store: Path, *, seconds: float = _SECONDS_KEPT) -> None:
    """Remove for good what was deleted more than some seconds ago: another window may still undo what is newer.

    Raises:
        StoreError: The store can't be written.
    """
    before = time.time() - seconds
    if not any(path for name in (DELETED, _PURGED) for path in (store / name).glob("*")):
        return
    with lock_store(store):
        for aside in list((store / DELETED).glob("*")):
            if aside.stat().st_mtime < before:
                _purge(store, aside.name)
        _finish_purging(store)


def _purge(store: Path, id: str) -> None:
    """Take a deleted dataset away by one rename: only removing is left to do, by `_finish_purging`."""
    (store / _PURGED).mkdir(exist_ok=True)
    _finish_purging(store)
    (store / DELETED / id).rename(store / _PURGED / id)


def _finish_purging(store: Path) -> None:
    for folder in (store / _PURGED).glob("*"):
        shutil.rmtree(folder)
        note_change(store, "purge", folder.name)


@contextmanager
def lock_store(store: Path) -> Iterator[None]:
    """Wait for the other writers of a store.

    Raises:
        NotAllowedError: Changes are not allowed here.
        StoreError: It can't be written.
    """
    try:
        with lock_folder(store):
            yield
    except OSError as error:
        raise StoreError(_NOT_WRITABLE.format(store=store), found=error.strerror) from error
