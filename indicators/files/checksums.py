"""Checksums of stored files: what was written is what is read, or the damage is named.

A file is hashed when a process opens it for the first time, and again when its size or time has changed.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Final

from indicators.errors import StoreError

__all__ = ["hash_file", "is_intact", "verify_file"]

_PIECE: Final = 1_048_576
_DAMAGED: Final = "The file {name} is damaged: its content is not what was written."
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


def is_intact(path: Path, expected: str) -> bool:
    """Return whether a file is there and has its checksum; one that was stored without a checksum only has to exist."""
    try:
        return path.is_file() and expected in ("", hash_file(path))
    except OSError:
        return False


def verify_file(path: Path, expected: str) -> None:
    """Check a file against its checksum, unless that is empty.

    Raises:
        StoreError: Its content differs.
        OSError: It can't be read.
    """
    if expected and hash_file(path) != expected:
        name = f"{path.parent.name}/{path.name}"
        raise StoreError(_DAMAGED.format(name=name), found=f"SHA-256 {hash_file(path)[:12]}…",
                         expected=f"{expected[:12]}…", hint=_RESTORE)  # fmt: skip
