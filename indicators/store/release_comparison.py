"""Differences between two releases of a dataset: new, revised and withdrawn figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from indicators.errors import UnknownNameError, UsageError
from indicators.files.releases import list_releases
from indicators.model.observations import Dataset
from indicators.model.series_labels import add_dimension_columns
from indicators.store import messages
from indicators.store.query import Query
from indicators.store.sql import DatasetState, select_revisions
from indicators.store.store import Store

_NAMES = {
    "INDICATOR": "indicator", "REF_AREA": "code", "COUNTERPART_AREA": "counterpart", "DIMENSIONS": "dimensions",
    "TIME_PERIOD": "period",
    "UNIT_MEASURE": "unit",
}  # fmt: skip
_COLUMNS = (
    "indicator", "entity", "code", "counterpart", "period", "unit", "before", "after", "status_before", "status_after",
    "change",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Revisions:
    """The differences between two states of a dataset.

    Attributes:
        dataset: The dataset.
        since: The earlier state: a release or a day.
        until: The later one.
        frame: A row per figure that differs: ``indicator entity code counterpart period unit`` (texts),
            ``before after`` (float64, in the unit itself), ``status_before status_after``, and ``change``:
            ``new``, ``revised`` or ``withdrawn``; and a column for each dimension in use, such as ``sex``.
    """

    dataset: Dataset
    since: str
    until: str
    frame: pd.DataFrame

    @property
    def counts(self) -> dict[str, int]:
        """The number of new, revised and withdrawn figures."""
        counts = self.frame["change"].value_counts()
        return {kind: int(counts.get(kind, 0)) for kind in ("new", "revised", "withdrawn")}


def find_revisions(store: Store, dataset: str, *, since: str = "", until: str = "") -> Revisions:
    """Compare two states of a dataset.

    Args:
        store: The store.
        dataset: The id of the dataset.
        since: The id of a release, or a day: what was known then. By default the release before the last.
        until: The same for the later state; by default the last release.

    Raises:
        UnknownNameError: There is no such dataset or release.
        UsageError: The dataset has only one release.
    """
    found = store.catalogue.find_dataset(dataset)
    known = _states(store, found)
    if len(known) < 2 and not (since and until):
        raise UsageError(messages.ONE_RELEASE.format(dataset=dataset), found=", ".join(known))
    ids = list(known)
    since, until = since or ids[-2], until or ids[-1]
    states = {"since": _state(since, known), "until": _state(until, known)}
    table = store.answer(select_revisions(Query(found.indicators), (found.id,), **states))
    frame = table.to_pandas().rename(columns=_NAMES)
    frame["entity"] = frame["code"].map({area.code: area.name for area in store.catalogue.areas})
    before, after = frame["before"].notna(), frame["after"].notna()
    frame["change"] = np.select([~before, ~after], ["new", "withdrawn"], "revised")
    texts = [name for name in _COLUMNS if name not in ("before", "after")]
    frame[texts] = frame[texts].astype("str").fillna("")
    there = [store.catalogue.find_indicator(id) for id in frame["indicator"].unique()]
    divided = add_dimension_columns(frame, there)
    added = [name for name in divided.columns if name not in frame]
    return Revisions(found, since, until, divided[[*_COLUMNS, *added]])


def _states(store: Store, dataset: Dataset) -> dict[str, DatasetState]:
    """List the states, the oldest first: releases of an imported dataset, vintages of any other."""
    releases = {id: DatasetState(str(path)) for id, path in list_releases(dataset.tables).items()}
    if releases:
        return releases
    days = store.list_vintages(Query(dataset.indicators, datasets=(dataset.id,)))
    return {day: DatasetState(date.fromisoformat(day)) for day in days}


def _state(name: str, known: dict[str, DatasetState]) -> DatasetState:
    if name in known:
        return known[name]
    try:
        return DatasetState(date.fromisoformat(name))
    except ValueError:
        raise UnknownNameError("release", name, known) from None
