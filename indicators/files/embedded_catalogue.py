"""The catalogue of the embedded figures, kept as a snapshot once its files have been read and checked.

Reading the snapshot needs neither YAML nor pydantic and takes a tenth of the time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from indicators import model
from indicators.files.json_records import read_record, write_record
from indicators.files.locations import find_data_folder
from indicators.files.snapshots import compute_fingerprint, list_modules, read_snapshot, write_snapshot
from indicators.model.catalogue import Catalogue


@cache
def read_embedded_catalogue() -> Catalogue:
    """Return the catalogue of the embedded figures, read once per process.

    Raises:
        DatasetFaultsError: With every fault of its files.
    """
    folder = find_data_folder()
    fingerprint = compute_fingerprint([*_list_files(folder), *list_modules(__file__, model.__file__)])
    name = f"catalogue-{sha256(str(folder).encode()).hexdigest()[:16]}"
    found = _parse(read_snapshot(name, fingerprint))
    if found is None:
        from indicators.files.folder import read_catalogue

        found = read_catalogue(folder)
        write_snapshot(name, fingerprint, json.dumps(write_record(found), ensure_ascii=False).encode())
    return found


def _list_files(folder: Path) -> Iterable[Path]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _list_files(path)
        else:
            yield path


def _parse(content: bytes | None) -> Catalogue | None:
    try:
        return None if content is None else read_record(Catalogue, json.loads(content))
    except (ValueError, KeyError, TypeError, AttributeError):  # cut off by somebody
        return None
