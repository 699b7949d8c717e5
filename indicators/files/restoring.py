"""Going back: a dataset of a user's store restored to one of its releases."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final

from indicators.errors import StoreError, UnknownNameError, UsageError
from indicators.files.changes import lock_folder, note_change
from indicators.files.checksums import is_intact
from indicators.files.disk import replace_file
from indicators.files.newest import NEWEST, write_newest
from indicators.files.releases import (
    DESCRIPTION,
    DESCRIPTIONS,
    StoredDataset,
    locate_dataset,
    read_description,
    write_stored,
)

_REMOVED: Final = ".removed"
_NO_DATASET: Final = "There is no such dataset in the store."
_NOTHING_INTACT: Final = "No release of the dataset is intact."
NOTHING_LEFT: Final = "Import the file again under another id; the damaged files stay until the dataset is deleted."
"""What to do where nothing can be restored."""


def list_intact_releases(home: Path) -> tuple[str, ...]:
    """Return the ids of the releases that can be restored: their own file and those of all before are intact."""
    intact: list[str] = []
    described = _find_description(home)
    for release in described.releases if described else ():
        if not is_intact(home / release.file, release.checksum):
            break
        intact.append(release.id)
    return tuple(intact)


def restore_dataset(store: Path, id: str, to: str = "") -> tuple[str, ...]:
    """Restore a dataset to one of its releases; later releases are moved aside, nothing is deleted.

    Args:
        store: The folder of the store.
        id: The id of the dataset.
        to: The id of the release, such as ``2026-11-24``; the last intact one if empty.

    Returns:
        The ids of the releases that it has now.

    Raises:
        UnknownNameError: There is no such release, or it is damaged; the message names those that are intact.
        UsageError: There is no such dataset.
        StoreError: No release is intact, or the store can't be written.
    """
    home = locate_dataset(store, id)
    if not home.is_dir():
        known = [path.name for path in (store / "datasets").glob("*") if path.is_dir()]
        raise UnknownNameError("dataset", id, known) if known else UsageError(_NO_DATASET, found=id)
    try:
        with lock_folder(store):
            intact = list_intact_releases(home)
            if not intact:
                raise StoreError(_NOTHING_INTACT, found=id, hint=NOTHING_LEFT)
            if to and to not in intact:
                raise UnknownNameError("intact release", to, list(intact))
            releases = _restore(home, to or intact[-1])
            note_change(store, "restore", id)
            return releases
    except OSError as error:
        raise StoreError(f"The store in {store} can't be written.", found=error.strerror) from error


def _restore(home: Path, to: str) -> tuple[str, ...]:
    described = _find_description(home, to)
    if described is None:
        raise StoreError(_NOTHING_INTACT, found=home.name, hint=NOTHING_LEFT)
    place = [release.id for release in described.releases].index(to) + 1
    kept = described.releases[:place]
    origins = described.dataset.origins[: max(1, place)]
    stored = replace(described, releases=kept, dataset=replace(described.dataset, origins=origins))
    later = sorted({path.name for path in home.glob("[0-9]*.parquet")} - {release.file for release in kept} - {NEWEST})
    aside = home / _REMOVED
    aside.mkdir(exist_ok=True)
    for name in later:  # copied, because the description lists them until it is replaced
        _copy(home / name, aside / name)
    write_stored(home, stored)
    for name in later:
        (home / name).unlink()
    for path in home.glob(f"{Path(NEWEST).stem}.*"):  # made of the releases, and made again
        path.unlink()
    write_newest([home / release.file for release in kept])
    return tuple(release.id for release in kept)


def _copy(path: Path, to: Path) -> None:
    temporary = to.with_name(f"{to.name}.partial")
    shutil.copyfile(path, temporary)
    replace_file(temporary, to)


def _find_description(home: Path, release: str = "") -> StoredDataset | None:
    """Return the description of a dataset: the one in use, or the newest copy that is whole and has the release."""
    copies = sorted((home / DESCRIPTIONS).glob("*.json"), reverse=True)
    for path in (home / DESCRIPTION, *copies):
        try:
            stored, _ = read_description(path, home) if path.is_file() else (None, [])
        except (OSError, json.JSONDecodeError):
            continue
        if stored is not None and (not release or release in {one.id for one in stored.releases}):
            return stored
    return None
