"""Files that people edit in a store: damage on a disk is told from an edit.

```
STORE/hand-kept.json     the time and SHA-256 that each of these files had when the store saw it last
      datasets/<id>/     dataset.yaml, observations.csv or observations.parquet
      boards/<id>.yaml
```
An edit changes a file and its time; damage changes the file only. So another content at the same time is damage. At
another time it is an edit, a copy or a backup that was put back: what the file holds then is what the store remembers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from indicators.errors import Fault
from indicators.files.checksums import hash_file, open_sealed, seal
from indicators.files.disk import write_atomically

_RECORD: Final = "hand-kept.json"
_LOCK: Final = ".hand-kept.lock"
_SECONDS: Final = 10
_BILLION: Final = 1_000_000_000
_CONTENT: Final = "SHA-256 {start}…"
_OTHER: Final = "SHA-256 {start}…, though the file was not saved since"
_DAMAGED: Final = "Put back a copy. If the change is yours, save the file again."
_RECORD_DAMAGED: Final = "Delete it; what files hold now then counts as first seen."


def check_hand_kept(store: Path, path: Path) -> list[Fault]:
    """Return the fault of a file that is damaged; of one that was edited, remember what it holds now.

    Args:
        store: The folder of the store, or of what one person keeps private in it.
        path: The file; one that can't be read is not checked.
    """
    name = path.relative_to(store).as_posix()
    try:
        known, now = _read(store).get(name, {}), _look_at(path)
    except OSError:
        return []
    except ValueError:
        return [Fault(_RECORD, None, None, "another content", "what was written", _RECORD_DAMAGED)]
    is_same = known.get("sha256") == now["sha256"]
    if known.get("time") != now["time"]:
        is_edited = known.get("is_edited", False) if is_same else bool(known)
        _remember(store, name, now | {"is_edited": is_edited})
    elif not is_same:
        found, expected = _OTHER.format(start=now["sha256"][:12]), _CONTENT.format(start=known["sha256"][:12])
        return [Fault(name, None, None, found, expected, _DAMAGED)]
    return []


def remember_as_written(store: Path, path: Path) -> None:
    """Remember a file that this program wrote just now: that is no edit by hand."""
    with suppress(OSError):
        _remember(store, path.relative_to(store).as_posix(), _look_at(path) | {"is_edited": False})


def list_edits(store: Path) -> dict[str, datetime]:
    """Return when each file was saved last that is another than the store saw first: an edit, which was accepted."""
    try:
        known = _read(store)
    except (OSError, ValueError):
        return {}
    return {
        name: datetime.fromtimestamp(one["time"] // _BILLION).astimezone()
        for name, one in sorted(known.items())
        if one["is_edited"] and (store / name).exists()
    }


def _look_at(path: Path) -> dict[str, Any]:
    time = path.stat().st_mtime_ns  # before the content: an edit meanwhile is another time
    return {"time": time, "sha256": hash_file(path)}


def _read(store: Path) -> dict[str, dict[str, Any]]:
    record = store / _RECORD
    known = open_sealed(record.read_bytes()) if record.exists() else {}
    return {name: seen for name, seen in known.items() if isinstance(seen, dict)}


def _remember(store: Path, name: str, seen: Mapping[str, Any]) -> None:
    from filelock import FileLock  # takes long to load, and is rarely needed

    with suppress(OSError, ValueError), FileLock(store / _LOCK, timeout=_SECONDS):
        content = seal(_read(store) | {name: seen})
        write_atomically(store / _RECORD, json.dumps(content, ensure_ascii=False, indent=1).encode())
