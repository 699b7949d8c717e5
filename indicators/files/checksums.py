"""Checksums of stored files: what was written is what is read, or the damage is named.

A file is hashed when a process opens it for the first time, and again when its size or time has changed. JSON
documents carry their own checksum.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from indicators.errors import StoreError

_PIECE: Final = 1_048_576
_CHECKSUM: Final = "checksum"
WATCHED_FIELDS: Final = ("figures", "failing", "events")
"""The fields of what is remembered of watched figures, which had no checksum at first."""
_DAMAGED: Final = "The file {name} is damaged: its content is not what was written."
_OTHER_CONTENT: Final = "another content than was written"
_RESTORE: Final = "`indicators validate --store` says what is intact; `indicators restore` goes back to it."


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file in hex; kept until its size or time changes.

    Raises:
        OSError: It can't be read.
    """
    stat = path.stat()
    return _hash(path, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=1024)
def _hash(path: Path, _size: int, _time: int) -> str:
    with path.open("rb") as file:
        digest = hashlib.sha256()
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def forget_hashes() -> None:
    """Hash every file again when it is asked for next: damage changes neither its size nor its time."""
    _hash.cache_clear()


def is_intact(path: Path, expected: str) -> bool:
    """Return whether a file is there and has its checksum."""
    try:
        return hash_file(path) == expected
    except OSError:
        return False


def verify_file(path: Path, expected: str) -> None:
    """Check a file against its checksum.

    Raises:
        StoreError: Its content differs.
        OSError: It can't be read.
    """
    if hash_file(path) != expected:
        name = f"{path.parent.name}/{path.name}"
        raise StoreError(_DAMAGED.format(name=name), found=f"SHA-256 {hash_file(path)[:12]}…",
                         expected=f"{expected[:12]}…", hint=_RESTORE)  # fmt: skip


def seal(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the content of a JSON document with a checksum of the rest.

    >>> is_as_sealed(seal({"title": "Mine"})), is_as_sealed(seal({"title": "Mine"}) | {"title": "Yours"})
    (True, False)
    """
    rest = {name: value for name, value in content.items() if name != _CHECKSUM}
    return rest | {_CHECKSUM: _hash_content(rest)}


def is_as_sealed(content: Mapping[str, Any]) -> bool:
    """Return whether a document is what was written."""
    rest = dict(content)
    return bool(rest.pop(_CHECKSUM, "") == _hash_content(rest))


def open_sealed(text: str | bytes, unsealed: Collection[str] = ()) -> dict[str, Any]:
    """Return the content of a sealed document.

    Args:
        text: The document.
        unsealed: The names of its fields if an earlier version wrote it without a checksum. A document with any other
            field is damaged.

    Raises:
        ValueError: It is damaged.
    """
    try:
        content = json.loads(text)
    except RecursionError as error:
        raise ValueError(str(error)) from error
    if not isinstance(content, dict) or not (is_as_sealed(content) or set(content) <= set(unsealed)):
        raise ValueError(_OTHER_CONTENT)
    content.pop(_CHECKSUM, None)
    return content


def _hash_content(content: Mapping[str, Any]) -> str:
    written = json.dumps(content, default=str, ensure_ascii=False, indent=1)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
