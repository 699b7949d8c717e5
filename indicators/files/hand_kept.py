"""Parquet files that people keep by hand: what such a file held at first sight is what it has to hold.

Nobody reads a Parquet file like a CSV file, so nobody would notice damage in one, or an exchanged file. The store
remembers the checksum that each had when it was read first, in ``hand-kept.json``. A ``sha256`` in ``dataset.yaml``
comes before it: with it, people say that they changed the file themselves.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from indicators.errors import Fault
from indicators.files.checksums import hash_file, open_sealed, seal
from indicators.files.disk import write_atomically

_RECORD: Final = "hand-kept.json"
_OTHER: Final = "another content (SHA-256 {found}…) than at first sight"
_EXPECTED: Final = "SHA-256 {expected}…"
_IF_CHANGED: Final = "Put back a copy; or, if you changed it, write `sha256: {found}` in its dataset.yaml."
_RECORD_DAMAGED: Final = "Delete it; what files hold now then counts as first seen."


def check_first_sight(home: Path, table: Path) -> list[Fault]:
    """Return the fault of a table that has changed since the store saw it first; the first time, remember it.

    Args:
        home: The folder of the dataset.
        table: The table; one that can't be read is not checked.
    """
    record, name = home.parent.parent / _RECORD, f"{home.name}/{table.name}"
    try:
        known = open_sealed(record.read_bytes()) if record.exists() else {}
    except (OSError, ValueError):
        return [Fault(_RECORD, None, None, "another content", "what was written", _RECORD_DAMAGED)]
    found = hash_file(table)
    if name in known:
        return compare_checksums(table, name, str(known[name]))
    with suppress(OSError):  # a store that can't be written remembers nothing
        write_atomically(record, json.dumps(seal(known | {name: found}), ensure_ascii=False, indent=1).encode())
    return []


def compare_checksums(table: Path, name: str, expected: str) -> list[Fault]:
    """Return the fault of a table that has another checksum than is expected.

    Args:
        table: The table.
        name: Its name in the fault.
        expected: The checksum.
    """
    found = hash_file(table)
    if found == expected:
        return []
    hint = _IF_CHANGED.format(found=found)
    return [Fault(name, None, None, _OTHER.format(found=found[:12]), _EXPECTED.format(expected=expected[:12]), hint)]
