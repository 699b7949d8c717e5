"""A dataset with all its releases as one zip file: written from a store, and imported into another.

```
dataset.json  0001-2026-11-24.parquet …  descriptions/…  reports/…      as in a store; see `indicators.files.releases`
```
Every file is verified by its checksum before the dataset is moved into place by one rename.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, is_zipfile

from indicators.errors import StoreError, UsageError
from indicators.files import read_embedded_catalogue
from indicators.files.changes import note_change
from indicators.files.checksums import verify_file
from indicators.files.newest import write_newest
from indicators.files.own_datasets import find_stored, lock_store
from indicators.files.releases import DESCRIPTION, StoredDataset, locate_dataset, read_stored, write_stored
from indicators.files.user_store import STAGING
from indicators.importing import messages
from indicators.importing.import_report import ImportReport

_MOST_BYTES: Final = 4 * 1024**3
_MOST_DESCRIPTION: Final = 50 * 1024**2
_STEM: Final = r"\d{4}-\d{4}-\d\d-\d\d"
_KEPT: Final = re.compile(rf"{DESCRIPTION}|{_STEM}\.parquet|(descriptions|reports)/{_STEM}(\.json|-refused\.csv)")


def export_dataset(store: Path, id: str) -> bytes:
    """Return a dataset with all its releases as a zip file, which imports again.

    Raises:
        UsageError: There is no such dataset.
        StoreError: A file of it is damaged.
    """
    stored, home = find_stored(store, id), locate_dataset(store, id)
    for release in stored.releases:
        verify_file(home / release.file, release.checksum)
    listed = {DESCRIPTION, *(release.file for release in stored.releases)}
    further = (path.relative_to(home).as_posix() for path in sorted(home.glob("*/*")))
    names = [*sorted(listed), *(name for name in further if _KEPT.fullmatch(name))]
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in names:
            archive.write(home / name, name)
    return file.getvalue()


def find_archived_id(path: Path) -> str:
    """Return the id of the dataset in a zip written by `export_dataset`; empty for any other file."""
    try:
        if not path.is_file() or not is_zipfile(path):  # a pipe or a device may never end
            return ""
        with ZipFile(path) as archive:
            if DESCRIPTION not in archive.namelist() or archive.getinfo(DESCRIPTION).file_size > _MOST_DESCRIPTION:
                return ""
            content = json.loads(archive.read(DESCRIPTION))
    except (BadZipFile, OSError, ValueError, RecursionError, NotImplementedError, RuntimeError):
        return ""
    is_ours = isinstance(content, dict) and isinstance(content.get("releases"), list)
    return str(content.get("id", "")) if is_ours else ""


def import_archive(store: Path, path: Path, id: str = "") -> ImportReport:
    """Import a dataset with all its releases.

    Args:
        store: The folder of the store.
        path: A zip written by `export_dataset`.
        id: The id it gets; its own if empty.

    Raises:
        UsageError: It is no such file, or there is a dataset with this id.
        StoreError: It is damaged, or the store can't be written; nothing was changed.
    """
    archived = find_archived_id(path)
    name = id or archived
    if not archived or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise UsageError(messages.NOT_AN_ARCHIVE, found=path.name, expected=messages.ARCHIVE_EXPECTED)
    if name in {dataset.id for dataset in read_embedded_catalogue().datasets}:
        raise UsageError(messages.ID_TAKEN.format(id=name), hint=messages.CHOOSE_ANOTHER_ID.format(id=name))
    with lock_store(store):
        home = locate_dataset(store, name)
        if home.exists():
            raise UsageError(messages.ARCHIVE_EXISTS.format(id=name), hint=messages.CHOOSE_ANOTHER_ID.format(id=name))
        staging = store / STAGING / name
        shutil.rmtree(staging.parent, ignore_errors=True)  # of a killed writer
        try:
            stored = _unpack(path, staging, name)
            home.parent.mkdir(exist_ok=True)
            staging.rename(home)
            note_change(store, "import", name)
        finally:
            shutil.rmtree(staging.parent, ignore_errors=True)
    rows = sum(release.rows for release in stored.releases)
    return ImportReport(
        name, path.name, release=stored.releases[-1].id, read=rows, taken=rows, new=rows,
        understood=(messages.ARCHIVE_READ.format(count=len(stored.releases)),),
    )  # fmt: skip


def _unpack(path: Path, staging: Path, id: str) -> StoredDataset:
    """Unpack and verify a dataset in a folder of its own."""
    staging.mkdir(parents=True)
    try:
        with ZipFile(path) as archive:
            members = [one for one in archive.infolist() if _KEPT.fullmatch(one.filename)]
            if sum(one.file_size for one in members) > _MOST_BYTES:
                raise UsageError(messages.NOT_AN_ARCHIVE, found=path.name, expected=messages.ARCHIVE_EXPECTED)
            for one in members:
                target = staging / one.filename
                target.parent.mkdir(exist_ok=True)
                with archive.open(one) as source, target.open("wb") as output:
                    shutil.copyfileobj(source, output)
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise StoreError(messages.ARCHIVE_DAMAGED, found=path.name) from error
    stored, faults = read_stored(staging)
    if stored is not None and not all(_KEPT.fullmatch(release.file) for release in stored.releases):
        raise StoreError(messages.ARCHIVE_DAMAGED, found=path.name)
    if stored is None:
        raise StoreError(messages.ARCHIVE_DAMAGED, found=str(faults[0]))
    for release in stored.releases:
        verify_file(staging / release.file, release.checksum)
    if stored.dataset.id != id:
        stored = replace(stored, dataset=replace(stored.dataset, id=id))
        write_stored(staging, stored)
    write_newest([staging / release.file for release in stored.releases])
    return stored
