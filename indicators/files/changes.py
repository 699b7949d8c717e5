"""Changes to a store: one writer at a time, only where they are allowed, private to this account, and kept in a log.

```
STORE/changes.jsonl                    a line for each change: when, by whom, what
      private/<address>/changes.jsonl  of what one person keeps to themselves
```
A server for others sets two variables in its process. ``INDICATORS_READ_ONLY`` refuses every change;
``INDICATORS_LOGIN`` refuses those for which nobody is known who makes them (`acting_as`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Final

from indicators.errors import NotAllowedError
from indicators.files.checksums import open_sealed, seal

READ_ONLY_VARIABLE: Final = "INDICATORS_READ_ONLY"
LOGIN_VARIABLE: Final = "INDICATORS_LOGIN"
_LOG: Final = "changes.jsonl"
_FOR_OTHERS: Final = 0o077
_READ_ONLY: Final = "This installation is read-only: nothing in its store can be changed."
_NOBODY: Final = "Only people who are logged in as editors can change this store."
_LOG_IN: Final = "Log in, or ask who runs this server for the role of an editor."

_PERSON: ContextVar[str] = ContextVar("indicators_person", default="")


@dataclass(frozen=True, slots=True)
class StoreChange:
    """A change to a store, as its log has it.

    Attributes:
        time: When, in UTC: ``2026-11-30T09:15:00Z``.
        by: Who made it: an address that was logged in, or the account on this machine.
        action: What was done: ``import``, ``delete``, ``rename``, ``edit board`` and so on.
        subject: The id of what was changed.
    """

    time: str
    by: str
    action: str
    subject: str


def is_read_only() -> bool:
    """Tell whether this process may change no store."""
    return bool(os.environ.get(READ_ONLY_VARIABLE))


def needs_login() -> bool:
    """Tell whether changes need somebody who is logged in."""
    return bool(os.environ.get(LOGIN_VARIABLE))


@contextmanager
def acting_as(person: str) -> Iterator[None]:
    """Make changes as a person.

    >>> with acting_as("anna@example.org"):
    ...     _PERSON.get()
    'anna@example.org'
    """
    token = _PERSON.set(person)
    try:
        yield
    finally:
        _PERSON.reset(token)


def require_changes_allowed() -> None:
    """Do nothing where a store may be changed.

    Raises:
        NotAllowedError: It may not, or nobody is known who makes the change.
    """
    if is_read_only():
        raise NotAllowedError(_READ_ONLY)
    if needs_login() and not _PERSON.get():
        raise NotAllowedError(_NOBODY, hint=_LOG_IN)


@contextmanager
def lock_folder(folder: Path, lock: str = ".lock") -> Iterator[None]:
    """Wait for the other writers of a folder; what is written in it is private to this account.

    A folder that exists already keeps its permissions: it may be shared on purpose.

    Raises:
        NotAllowedError: Changes are not allowed.
        OSError: The folder can't be written.
    """
    from filelock import FileLock

    require_changes_allowed()
    _create_privately(folder)
    with FileLock(folder / lock):
        yield
        _keep_private(folder)


def note_change(store: Path, action: str, subject: str) -> None:
    """Add a change to the log of a store; to be called under its lock, after the change."""
    time = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    change = StoreChange(time, _PERSON.get() or _find_account(), action, subject)
    line = json.dumps(seal(asdict(change)), ensure_ascii=False)
    with (store / _LOG).open("ab+") as log:
        log.seek(-1 if log.tell() else 0, os.SEEK_END)
        is_cut_off = log.read(1) not in (b"", b"\n")  # by a crash
        log.write(b"\n" * is_cut_off + line.encode("utf-8", "backslashreplace") + b"\n")


def list_changes(store: Path) -> tuple[StoreChange, ...]:
    """Return the changes to a store and to what people keep private in it, the newest first.

    A line that a crash cut off, or that is damaged, is left out.
    """
    logs = [store / _LOG, *sorted(store.glob(f"private/*/{_LOG}"))]
    found = [change for log in logs for change in _read_log(log)]
    return tuple(sorted(found, key=lambda change: change.time, reverse=True))


def _read_log(log: Path) -> Iterator[StoreChange]:
    try:
        lines = log.read_bytes().split(b"\n")
    except (FileNotFoundError, NotADirectoryError):
        return
    for line in reversed(lines):
        with suppress(ValueError, TypeError):
            yield StoreChange(**open_sealed(line))


def _find_account() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # a container may run as a number without a name
        return str(os.getuid()) if hasattr(os, "getuid") else ""


def _create_privately(folder: Path) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(20, "Not a directory", str(folder))


def _keep_private(folder: Path) -> None:
    """Take the rights of others away from what a private folder holds."""
    if os.name != "posix" or folder.stat().st_mode & _FOR_OTHERS:
        return
    for home, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(home, name)
            mode = path.lstat().st_mode
            if mode & _FOR_OTHERS and not path.is_symlink():
                path.chmod(mode & 0o700)
