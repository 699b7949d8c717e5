"""The catalogue of the embedded figures, kept in the user's cache folder once its files have been read and checked.

Reading the snapshot needs neither YAML nor pydantic and takes a tenth of the time. It is used only while every file
of the data and of the code that reads them is as it was. Where nothing can be cached, the files are read each time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import platformdirs

from indicators import model
from indicators.files.disk import write_atomically
from indicators.files.json_records import read_record, write_record
from indicators.files.locations import find_data_folder
from indicators.model.catalogue import Catalogue

__all__ = ["read_embedded_catalogue"]

_CODE: Final = (Path(__file__).parent, Path(model.__file__).parent)


@cache
def read_embedded_catalogue() -> Catalogue:
    """Return the catalogue of the embedded figures, read once per process.

    Raises:
        DatasetFaultsError: With every fault of its files.
    """
    folder = find_data_folder()
    state = _fingerprint(folder)
    name = sha256(str(folder).encode()).hexdigest()[:16]
    snapshot = platformdirs.user_cache_path("indicators") / f"catalogue-{name}.json"
    found = _read_snapshot(snapshot, state)
    if found is None:
        from indicators.files.folder import read_catalogue

        found = read_catalogue(folder)
        _write_snapshot(snapshot, state, found)
    return found


def _fingerprint(folder: Path) -> str:
    """Return a text that changes when a file of the data, or a module that reads or describes them, does."""
    files = sorted([*_files_within(folder), *(path for home in _CODE for path in home.glob("*.py"))])
    stats = [(str(path), (stat := path.stat()).st_size, stat.st_mtime_ns) for path in files]
    return sha256(repr(stats).encode()).hexdigest()


def _files_within(folder: Path) -> Iterable[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _files_within(path)
        else:
            yield path


def _read_snapshot(path: Path, state: str) -> Catalogue | None:
    try:
        content = json.loads(path.read_bytes())
        return read_record(Catalogue, content["catalogue"]) if content["state"] == state else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):  # none yet, or not ours
        return None


def _write_snapshot(path: Path, state: str, catalogue: Catalogue) -> None:
    content = json.dumps({"state": state, "catalogue": write_record(catalogue)}, ensure_ascii=False)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, content.encode())
