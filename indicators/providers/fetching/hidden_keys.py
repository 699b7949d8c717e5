"""Keys stay where they are: what a service repeats of one, or a library logs, is replaced before anyone sees it."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator

__all__ = ["KeyFilter", "hide_in_pieces"]


def hide_in_pieces(pieces: Iterator[bytes], key: str) -> Iterator[bytes]:
    """Pass a body on without the key, should the service repeat it.

    Args:
        pieces: The body.
        key: The key; empty if there is none.

    >>> b"".join(hide_in_pieces(iter([b"key=se", b"same;"]), "sesame"))
    b'key=...;'
    """
    if not key:
        yield from pieces
        return
    secret, held = key.encode(), b""
    for piece in pieces:
        held = (held + piece).replace(secret, b"...")
        cut = max(len(held) - len(secret) + 1, 0)
        yield held[:cut]
        held = held[cut:]
    yield held


class KeyFilter(logging.Filter):
    """Takes keys out of what urllib3 logs about the addresses it asks.

    Args:
        keys: The keys; more may be added to them later.
    """

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
