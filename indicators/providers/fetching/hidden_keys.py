"""Keys stay where they are: what a service repeats of one, or a library logs, is replaced before anyone sees it."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator, Mapping


def hide_in_pieces(pieces: Iterator[bytes], key: str) -> Iterator[bytes]:
    """Pass a body on without the key, should the service repeat it; as it is if there is no key.

    >>> b"".join(hide_in_pieces(iter([b"key=se", b"same;"]), "sesame"))
    b'key=...;'
    """
    if not key:
        yield from pieces
        return
    secret, held = re.compile(re.escape(key.encode()), re.IGNORECASE), b""
    for piece in pieces:
        held = secret.sub(b"...", held + piece)
        cut = max(len(held) - len(key.encode()) + 1, 0)
        yield held[:cut]
        held = held[cut:]
    yield held


def hide_in_headers(headers: Mapping[str, str], key: str) -> dict[str, str]:
    """Return headers with lowercase names, without the key.

    >>> hide_in_headers({"ETag": "sesame-1"}, "Sesame")
    {'etag': '...-1'}
    """
    secret = re.compile(re.escape(key) if key else r"(?!)", re.IGNORECASE)
    return {name.casefold(): secret.sub("...", value) for name, value in headers.items()}


class KeyFilter(logging.Filter):
    """Takes keys out of what urllib3 logs about the addresses it asks."""

    def __init__(self, keys: Collection[str]) -> None:
        super().__init__()
        self._keys = keys

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace keys in a record, and let it pass."""
        text = record.getMessage()
        if any(key in text for key in self._keys):
            for key in self._keys:
                text = text.replace(key, "...")
            record.msg, record.args = text, ()
        return True
