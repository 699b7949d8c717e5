"""When the next release of each dataset is expected: the function behind ``ind.release_calendar``."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from indicators.files.releases import list_releases
from indicators.model.observations import Dataset
from indicators.model.release_rhythm import ExpectedRelease, expect_release
from indicators.store import Query, Store, StoreLike, open_store

if TYPE_CHECKING:
    import pandas as pd

    from indicators.providers.fetch_records import FetchRecord

_COLUMNS: Final = (
    "dataset",
    "title",
    "publisher",
    "last_release",
    "next_release",
    "past_releases",
    "is_overdue",
    "text",
)


def release_calendar(*, store: StoreLike = None) -> pd.DataFrame:
    """List the datasets with their last release and the next one that is expected; nothing is sent.

    Args:
        store: Another store than the default: an open one, its folder or its address.

    Returns:
        A row per dataset: its ``dataset`` id, ``title`` and ``publisher``, the ``last_release``, the ``next_release``
        (missing if it can't be told), from how many ``past_releases`` that was estimated (0 if the publisher told it),
        whether it ``is_overdue``, and all that as a sentence (``text``); the next release first.

    >>> calendar = release_calendar().set_index("dataset")
    >>> calendar.loc["imf-weo", ["last_release", "next_release"]].tolist()
    ['2025-10-31', '2026-04-30']
    """
    import pandas as pd

    opened = open_store(store)
    rows = []
    for dataset in opened.catalogue.datasets:
        days, found = _list_days(opened, dataset), find_next_release(opened, dataset)
        told = (found.day.isoformat(), found.past, found.is_overdue, found.text) if found else (None, None, None, "")
        rows.append((dataset.id, dataset.title, dataset.publisher, max(days, default=None), *told))
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype({"past_releases": "Int64", "is_overdue": "boolean"})
    return frame.sort_values(["next_release", "dataset"], ignore_index=True)


def find_next_release(store: Store, dataset: Dataset, today: date | None = None) -> ExpectedRelease | None:
    """Return when the next release of a dataset is expected; ``None`` if nobody can tell.

    What the publisher told when the dataset was fetched comes first, then the rhythm of its past releases.

    Args:
        store: The store.
        dataset: The dataset.
        today: The day from which a release is the next one; that of the clock if left out.
    """
    from indicators.providers.publishing_days import find_publishing_days

    now = today or datetime.now(UTC).date()
    record = _read_record(dataset)
    if record and record.next_release and (day := date.fromisoformat(record.next_release)) >= now:
        return ExpectedRelease(day)
    past = [date.fromisoformat(text) for text in _list_days(store, dataset)]
    return expect_release(past, now, find_publishing_days(_find_provider(dataset, record), past))


def _list_days(store: Store, dataset: Dataset) -> list[str]:
    """List the days of releases: as the publisher dates them, else those from which figures were known."""
    if list_releases(dataset.tables) and (told := {origin.date_published for origin in dataset.origins} - {""}):
        return sorted(day for day in told if len(day) == len("2026-11-30"))
    return list(store.list_vintages(Query(dataset.indicators, datasets=(dataset.id,))))


def _read_record(dataset: Dataset) -> FetchRecord | None:
    """Return what a dataset was asked for; ``None`` if it wasn't fetched."""
    if not list_releases(dataset.tables):
        return None
    from indicators.providers.fetch_records import read_fetch_record

    return read_fetch_record(dataset.tables[0].parents[2], dataset.id)


def _find_provider(dataset: Dataset, record: FetchRecord | None) -> str:
    from indicators.providers.registry import PROVIDERS

    if record is not None:
        return record.provider
    return next((one.description.id for one in PROVIDERS if dataset.id in one.description.datasets), "")
