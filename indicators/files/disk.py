"""Files on the disk: text read as UTF-8 or reported as a fault, and writing that leaves no half-written file."""

from __future__ import annotations

import os
from errno import EINVAL, EISDIR
from pathlib import Path
from stat import S_ISREG
from typing import Final

from indicators.errors import Fault

_NOT_A_PATH: Final = "a path with a NUL character"
_NOT_REGULAR: Final = "a pipe or a device, not a file"


def read_regular_file(path: Path) -> bytes:
    """Return the bytes of a file; not of a pipe or a device, which may never end.

    Raises:
        OSError: It can't be read, or is no regular file.
    """
    try:
        is_regular = S_ISREG(path.stat().st_mode)
    except ValueError as error:  # a NUL in the path
        raise OSError(EINVAL, _NOT_A_PATH) from error
    if not is_regular:
        raise OSError(EINVAL, os.strerror(EISDIR) if path.is_dir() else _NOT_REGULAR)
    return path.read_bytes()


def read_text(path: Path, file: str, kind: str) -> tuple[str, list[Fault]]:
    """Return the text of a file, without a UTF-8 byte order mark, and the faults that kept it from being read."""
    try:
        content = read_regular_file(path)
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
