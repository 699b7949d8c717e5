"""Files on the disk: text read as UTF-8 or reported as a fault, and writing that leaves no half-written file."""

from __future__ import annotations

import os
from pathlib import Path

from indicators.errors import Fault

__all__ = ["read_text", "replace_file", "write_atomically"]


def read_text(path: Path, file: str, kind: str) -> tuple[str, list[Fault]]:
    """Return the text of a file, without a UTF-8 byte order mark, and the faults that kept it from being read.

    Args:
        path: The file.
        file: Its name in faults.
        kind: What was expected: ``"a CSV file"``.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return "", [Fault(file, None, None, "no such file", kind)]
    except OSError as error:
        return "", [Fault(file, None, None, error.strerror or type(error).__name__, kind)]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return "", [Fault(file, line, None, "bytes that are not UTF-8", f"{kind} in UTF-8")]


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that it has the old content or the new one, never part of it."""
    temporary = path.with_name(path.name + ".partial")
    temporary.write_bytes(content)
    replace_file(temporary, path)


def replace_file(temporary: Path, path: Path) -> None:
    """Replace a file by one rename, so that it survives a loss of power."""
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
    temporary.replace(path)
    if os.name == "posix":  # elsewhere folders can't be flushed
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
