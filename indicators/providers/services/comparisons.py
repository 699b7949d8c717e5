"""Many series compared with few requests: what was fetched before is asked for together, as far as a service can.

Whatever is left open is asked for alone, so that a service that can't be asked for several loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from indicators.providers.fetching.conversations import Conversation
from indicators.providers.services.service import FetchedTable, FetchQuery, PublisherService


@dataclass(frozen=True, slots=True)
class KnownSeries:
    """What was asked for before, the fingerprint of its figures then, and when that was."""

    query: FetchQuery
    seen: str
    checked: datetime


@runtime_checkable
class ComparedService(PublisherService, Protocol):
    """A service that can be asked for several series together, or for what changed lately."""

    def compare(self, known: Sequence[KnownSeries]) -> Conversation[dict[int, bool]]:
        """Ask which series have changed.

        Returns:
            Whether a series has changed, by its place; without those of which that can't be told in this way.

        Raises:
            ProviderError: The service can't be asked like this.
        """


def compare_joint(
    known: Sequence[KnownSeries],
    joint: Mapping[int, FetchedTable],
    fetch: Callable[[FetchQuery], Conversation[FetchedTable]],
) -> Conversation[dict[int, bool]]:
    """Compare series that came together with what was seen of each.

    An answer for several series may have columns that one for a single series lacks. So the first that differs is asked
    for alone, too: if it comes otherwise then, nothing is said about those that differ.
    """
    changed = {place: fetched.fingerprint != known[place].seen for place, fetched in joint.items()}
    first = next((place for place, differs in changed.items() if differs), None)
    if first is None:
        return changed
    alone = (yield from fetch(known[first].query)).fingerprint
    if alone != joint[first].fingerprint:
        changed = {place: False for place, differs in changed.items() if not differs}
    return {**changed, first: alone != known[first].seen}
