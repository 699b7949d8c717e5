"""How old the figures of indicators are: when they were last updated, and the last year with actual values.

Finding that out means reading every figure, so it is kept as a snapshot for each dataset, until a file of it changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from indicators.files.snapshots import compute_fingerprint, list_modules, read_snapshot, write_snapshot
from indicators.store.opening import StoreLike, open_catalogue, open_store

if TYPE_CHECKING:
    from indicators.model.observations import Dataset
    from indicators.store.store import Store


@dataclass(frozen=True, slots=True)
class Age:
    """How old the figures of an indicator are.

    Attributes:
        updated: The day from which the newest of its figures were known, ``YYYY-MM-DD``.
        last_year: The year of its last actual value, of any area; ``None`` if it has none.
    """

    updated: str
    last_year: int | None


def list_ages(location: StoreLike = "") -> dict[str, Age]:
    """Return the age of each indicator with figures, by id; without opening the store where that is known already.

    Raises:
        StoreError: The store can't be read.

    >>> list_ages()["gdp"]
    Age(updated='2026-07-01', last_year=2025)
    """
    return _merge(
        (id, age.updated, age.last_year)
        for dataset in open_catalogue(location).datasets
        for id, age in _read(dataset, location).items()
    )


def list_last_updates(location: StoreLike = "") -> dict[str, str]:
    """Return the day from which the newest figures of each dataset were known, by its id.

    >>> list_last_updates()["imf-weo"]
    '2025-10-31'
    """
    days = {
        dataset.id: max((age.updated for age in _read(dataset, location).values()), default="")
        for dataset in open_catalogue(location).datasets
    }
    return {id: day for id, day in days.items() if day}


def _read(dataset: Dataset, location: StoreLike) -> dict[str, Age]:
    if dataset.observations:
        is_actual = [row.value is not None and not row.status.is_forecast for row in dataset.observations]
        return _merge(
            (row.indicator, row.vintage.isoformat(), row.period.last.year if actual else None)
            for row, actual in zip(dataset.observations, is_actual, strict=True)
        )
    if not dataset.tables:  # in another engine
        return _query(dataset, open_store(location))
    name = f"ages-{dataset.id}-{sha256(repr(dataset.tables).encode()).hexdigest()[:16]}"
    fingerprint = compute_fingerprint([*dataset.tables, *list_modules(__file__)])
    kept = _parse(read_snapshot(name, fingerprint))
    if kept is None:
        kept = _query(dataset, open_store(location))
        content = {id: [age.updated, age.last_year] for id, age in kept.items()}
        write_snapshot(name, fingerprint, json.dumps(content).encode())
    return kept


def _merge(rows: Iterable[tuple[str, str, int | None]]) -> dict[str, Age]:
    ages: dict[str, Age] = {}
    for id, updated, year in rows:
        known = ages.get(id, Age(updated, None))
        years = [one for one in (known.last_year, year) if one is not None]
        ages[id] = Age(max(known.updated, updated), max(years, default=None))
    return ages


def _query(dataset: Dataset, store: Store) -> dict[str, Age]:
    from indicators.store.sql import select_ages  # with pyarrow

    rows: list[Mapping[str, object]] = store.answer(select_ages([dataset.id])).to_pylist()
    return {
        str(row["indicator"]): Age(str(row["updated"]), None if (day := row["last_day"]) is None else int(str(day)[:4]))
        for row in rows
    }


def _parse(content: bytes | None) -> dict[str, Age] | None:
    try:
        return None if content is None else {id: Age(*values) for id, values in json.loads(content).items()}
    except (ValueError, TypeError, AttributeError):  # cut off by somebody
        return None
