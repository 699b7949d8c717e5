"""Snapshots in the user's cache folder: what was read and checked once, kept until a file behind it changes.

A snapshot is never needed: where nothing can be cached, or what is there is damaged, the files are read again.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import platformdirs

from indicators.files.disk import write_atomically


def compute_fingerprint(files: Iterable[Path], *further: object) -> str:
    """Return a text that changes when the size or time of a file does, or anything else given.

    Raises:
        OSError: A file can't be read.
    """
    stats = [(str(path), (stat := path.stat()).st_size, stat.st_mtime_ns) for path in sorted(files)]
    return sha256(repr((stats, further)).encode()).hexdigest()


def list_modules(*modules: str | None) -> list[Path]:
    """Return the code and tables next to some modules, given by their ``__file__``: a snapshot depends on them."""
    folders = [Path(module or "").parent for module in modules]
    return [path for folder in folders for path in folder.iterdir() if path.suffix in (".py", ".csv")]


def read_snapshot(name: str, fingerprint: str) -> bytes | None:
    """Return what was kept under a name with this fingerprint, or ``None``."""
    with suppress(OSError, ValueError):
        begin, digest, content = _locate(name).read_bytes().split(b"\n", 2)
        if begin == fingerprint.encode() and digest == _hash(content):
            return content
    return None


def write_snapshot(name: str, fingerprint: str, content: bytes) -> None:
    """Keep something under a name, if that is possible."""
    path = _locate(name)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, b"\n".join([fingerprint.encode(), _hash(content), content]))


def _hash(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()


def _locate(name: str) -> Path:
    return platformdirs.user_cache_path("indicators") / f"{name}.snapshot"
