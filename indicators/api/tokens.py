"""Tokens with which programs read data from a server that asks people to log in (RFC 6750).

```
STORE/tokens.json          name, day, person and SHA-256 of each token; the token itself is shown once and kept nowhere
```
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from indicators.api import messages
from indicators.errors import StoreError, UnknownNameError, UsageError
from indicators.files import find_user_folder
from indicators.files.changes import lock_folder, note_change
from indicators.files.checksums import open_sealed, seal
from indicators.files.disk import write_atomically
from indicators.files.private_folders import find_private_folder
from indicators.store import Store, open_store

_FILE: Final = "tokens.json"
_PREFIX: Final = "ind_"  # by which programs that look for secrets in files know one
_READER: ContextVar[str] = ContextVar("indicators_reader", default="")


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A token as it is kept.

    Attributes:
        name: Who or what uses it.
        made: The day it was made.
        sha256: Its hash.
        person: Whose private datasets it opens too, by the address they log in with; empty for nobody's.
    """

    name: str
    made: str
    sha256: str
    person: str = ""


def list_tokens(store: Path) -> tuple[AccessToken, ...]:
    """Return the tokens of a store.

    Raises:
        StoreError: Their file is damaged.
    """
    try:
        text = (store / _FILE).read_text(encoding="utf-8")
        return tuple(AccessToken(**one) for one in open_sealed(text)["tokens"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreError(messages.BOOK_DAMAGED, found=str(store / _FILE)) from error


def add_token(store: Path, name: str, *, person: str = "") -> str:
    """Make a token and return it: it can't be shown again.

    Args:
        store: The folder of the store.
        name: Who or what uses it.
        person: Whose private datasets it opens too, by the address they log in with.

    Raises:
        UsageError: The name is empty or taken.
        StoreError: The file of tokens is damaged.
        NotAllowedError: The store is read-only.
        OSError: The store can't be written.
    """
    name = " ".join(name.split())
    if not name:
        raise UsageError(messages.NAME_MISSING)
    with lock_folder(store):
        known = list_tokens(store)
        if name in {one.name for one in known}:
            raise UsageError(messages.NAME_TAKEN, found=name)
        token = f"{_PREFIX}{secrets.token_urlsafe(32)}"
        _write(store, (*known, AccessToken(name, datetime.now(UTC).date().isoformat(), _hash(token), person)))
        note_change(store, "add token", name)
    return token


def remove_token(store: Path, name: str) -> None:
    """Remove a token: from now on it opens nothing.

    Raises:
        UnknownNameError: There is none of this name.
        StoreError: The file of tokens is damaged.
        NotAllowedError: The store is read-only.
        OSError: The store can't be written.
    """
    with lock_folder(store):
        known = list_tokens(store)
        if name not in {one.name for one in known}:
            raise UnknownNameError("token", name, [one.name for one in known])
        _write(store, [one for one in known if one.name != name])
        note_change(store, "remove token", name)


class TokenBook:
    """The tokens of a store as a server asks for them; the file is read again when it changed."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._state: tuple[int, int] | None = None
        self._tokens: dict[str, AccessToken] = {}

    def find_token(self, token: str) -> AccessToken | None:
        """Return what is kept about a token; nothing if it is none."""
        try:
            stat = (self._store / _FILE).stat()
        except OSError:
            return None
        state = (stat.st_mtime_ns, stat.st_size)
        if state != self._state:
            try:
                self._tokens = {one.sha256: one for one in list_tokens(self._store)}
            except StoreError:  # nobody is let in by a file that can't be read
                self._tokens = {}
            self._state = state
        return self._tokens.get(_hash(token))


@contextmanager
def reading_for(person: str) -> Iterator[None]:
    """Read for a person, with what they keep private; for nobody if empty."""
    token = _READER.set(person)
    try:
        yield
    finally:
        _READER.reset(token)


def open_store_of_reader() -> Store:
    """Open the store that is shared, with what the person keeps private for whom a request reads."""
    person = _READER.get()
    if not person:
        return open_store()
    return open_store(private=find_private_folder(find_user_folder(), person))


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _write(store: Path, tokens: Sequence[AccessToken]) -> None:
    write_atomically(store / _FILE, json.dumps(seal({"tokens": [asdict(one) for one in tokens]}), indent=1).encode())
