"""Names one after another, as people write them in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["MOST_NAMED", "listed"]

MOST_NAMED = 6
"""Of more names the end is counted."""


def listed(names: Sequence[str], *, most: int = MOST_NAMED) -> str:
    """Names as people list them, the end of a long list counted; with semicolons where a name has a comma itself.

    >>> listed(["Russia", "China", "India"])
    'Russia, China and India'
    >>> listed(["Exports, share of GDP", "Inflation", "GDP"])
    'Exports, share of GDP; Inflation; GDP'
    >>> listed(list("ABCD"), most=2)
    'A and 3 others'
    """
    has_commas = any("," in name for name in names)
    between, last = ("; ", "; ") if has_commas else (", ", " and ")
    shown = list(names)
    if len(shown) > most:
        others = f"{len(shown) - most + 1} others"
        return f"{between.join(shown[: most - 1])}{';' if has_commas else ''} and {others}"
    return last.join(part for part in (between.join(shown[:-1]), *shown[-1:]) if part)
