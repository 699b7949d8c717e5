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
from indicators.model.citations import spell_date
from indicators.model.formatting import count_noun
from indicators.model.observations import Dataset
from indicators.store.ages import Age
from indicators.view import messages
from indicators.view.watching import list_watch_events

__all__ = ["NewsItem", "list_news"]

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
    catalogue: Catalogue, ages: Mapping[str, Age], folder: Path | None, most: int = _MOST
) -> tuple[NewsItem, ...]:
    """List what is new, the newest first.

    Args:
        catalogue: The catalogue of the store.
        ages: The age of each indicator.
        folder: The folder of the user's own figures, with what was watched; ``None`` for an engine.
        most: How many items to list.
    """
    releases = nlargest(most, _list_releases(catalogue.datasets, ages), key=lambda one: (one[0], one[1].id))
    items = [_describe(*release) for release in releases]
    items += [] if folder is None else _list_events(folder, most)
    return tuple(nlargest(most, items, key=lambda item: item.day))


def _list_releases(datasets: Iterable[Dataset], ages: Mapping[str, Age]) -> Iterator[tuple[str, Dataset, Path | None]]:
    """List the releases of imported and fetched datasets, and the edition of each embedded one."""
    for dataset in datasets:
        own = list_releases(dataset.tables)
        for id, file in own.items():
            yield id[:_DAY], dataset, file
        updated = "" if own else max((ages[id].updated for id in dataset.indicators if id in ages), default="")
        if updated:
            yield updated, dataset, None


def _describe(day: str, dataset: Dataset, file: Path | None) -> NewsItem:
    address = f"sources?{urlencode({'dataset': dataset.id})}"
    text = messages.EDITION_OF_DAY.format(publisher=dataset.publisher, day=spell_date(day))
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
    figures = count_noun(new, "new figure", "new figures")
    return messages.RELEASE_CHANGES.format(new=figures, changed=f"{changed:,}", withdrawn=f"{withdrawn:,}")


def _list_events(folder: Path, most: int) -> list[NewsItem]:
    return [
        NewsItem(
            event.time[:_DAY], event.text, messages.WATCHED,
            f"indicator?{urlencode({'id': event.indicator})}" if event.indicator else "sources",
        )
        for event in list_watch_events(folder)[:most]
    ]  # fmt: skip
