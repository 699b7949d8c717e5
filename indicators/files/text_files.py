"""Text files of a folder: read as UTF-8, or reported as a fault."""

from __future__ import annotations

from pathlib import Path

from indicators.errors import Fault

__all__ = ["read_text"]


def read_text(path: Path, file: str, kind: str) -> tuple[str, list[Fault]]:
    """The text of a file, without the mark some programs put before UTF-8; and what kept it from being read.

    Args:
        path: The file.
        file: How to call it in a fault.
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
