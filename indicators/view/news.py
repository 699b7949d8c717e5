"""What is new: the latest releases of datasets, and what happened to watched figures. Nothing is sent to find out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from indicators.files.releases import list_releases
from indicators.model.catalogue import Catalogue
from indicators.model.formatting import count_noun
from indicators.model.observations import Dataset
from indicators.view import messages
from indicators.view.watching import list_watch_events

_MOST: Final = 5
_DAY: Final = len("2026-11-30")


@dataclass(frozen=True, slots=True)
class NewsItem:
    """Something new.

    Attributes:
        day: The day, ``YYYY-MM-DD``.
        text: A sentence about it.
        about: What it is about: the title of a dataset, or the kind of event.
        address: Where the dashboard shows it.
    """

    day: str
    text: str
    about: str
    address: str


def list_news(
    catalogue: Catalogue, updates: Mapping[str, str], folder: Path | None, most: int = _MOST
) -> tuple[NewsItem, ...]:
    """List what is new, the newest first.

    Args:
        catalogue: The catalogue of the store.
        updates: The day of the last update of each dataset, by its id.
        folder: The folder of the user's own figures, with what was watched; ``None`` for an engine.
        most: How many items to list.
    """
    releases = nlargest(most, _list_releases(catalogue.datasets, updates), key=lambda one: (one[0], one[1].id))
    items = [_describe(*release) for release in releases]
    items += [] if folder is None else _list_events(folder, most)
    return tuple(nlargest(most, items, key=lambda item: item.day))


def _list_releases(
    datasets: Iterable[Dataset], updates: Mapping[str, str]
) -> Iterator[tuple[str, Dataset, Path | None]]:
    """List the releases of imported and fetched datasets, and the edition of each embedded one."""
    for dataset in datasets:
        own = list_releases(dataset.tables)
        for id, file in own.items():
            yield id[:_DAY], dataset, file
        if not own and dataset.id in updates:
            yield updates[dataset.id], dataset, None


def _describe(day: str, dataset: Dataset, file: Path | None) -> NewsItem:
    address = f"sources?{urlencode({'dataset': dataset.id})}"
    text = messages.NEW_DATA.format(publisher=dataset.publisher)
    return NewsItem(day, _count_changes(file) or text, dataset.title, address)


def _count_changes(file: Path | None) -> str:
    """Return what a release changed, as its report says; nothing if there is none."""
    if file is None:
        return ""
    try:
        report = json.loads((file.parent / "reports" / f"{file.stem}.json").read_bytes())
        new, changed, withdrawn = (int(report[name]) for name in ("new", "changed", "withdrawn"))
    except (OSError, ValueError, LookupError, TypeError):
        return ""
    told = {count_noun(new, "new figure", "new figures"): new, f"{changed:,} revised": changed}
    told |= {f"{withdrawn:,} withdrawn": withdrawn}
    return messages.RELEASE_CHANGES.format(changes=", ".join(text for text, count in told.items() if count))


def _list_events(folder: Path, most: int) -> list[NewsItem]:
    return [
        NewsItem(
            event.time[:_DAY], event.text, messages.WATCHED,
            f"indicator?{urlencode({'id': event.indicator})}" if event.indicator else "sources",
        )
        for event in list_watch_events(folder)[:most]
    ]  # fmt: skip
