"""Text from data on a screen that reads Markdown."""

from __future__ import annotations

import re

__all__ = ["escaped"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|$~:])")


def escaped(text: str) -> str:
    r"""The text with every sign that Markdown would read as its own made plain.

    >>> print(escaped("$287 <b>"))
    \$287 \<b\>
    """
    return _SPECIAL.sub(r"\\\1", text)
