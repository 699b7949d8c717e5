"""The store: a catalogue of datasets and the engine that holds their observations."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

import pyarrow as pa

from indicators.errors import EngineError, Fault, StoreError, StoreWarning
from indicators.exchange import (
    RATE_SOURCES,
    Publication,
    PublicationsOnDemand,
    RateBook,
    RateSource,
    Successions,
    build_publication,
    divide_publications,
)
from indicators.files import read_embedded_catalogue
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset
from indicators.model.panel_output import SeriesAge
from indicators.model.periods import TimeSpan
from indicators.store import messages
from indicators.store.query import Coverage, Extent, Query
from indicators.store.rate_snapshots import read_through_snapshot
from indicators.store.series_choice import keep_chosen, list_series
from indicators.store.sql import (
    Engine,
    SqlStatement,
    select_coverage,
    select_extents,
    select_latest_values,
    select_newest,
    select_observations,
    select_rates,
    select_series_ages,
    select_vintages,
)

if TYPE_CHECKING:
    from indicators.exchange import PanelConverter
    from indicators.model.panel import Panel

_Kept = TypeVar("_Kept")
_EURO = {"EUR": "EMU"}  # of the euro area, whose prices are those of no one country


class Store:
    """Datasets that can be queried; threads may share it.

    Args:
        catalogue: The catalogue of its datasets.
        engine: The engine that holds the observations; by default DuckDB over the files named in the catalogue.
        faults: Why some datasets were left out.
        keeps_rates: Whether to keep its exchange rates as snapshots in the user's cache folder.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        engine: Engine | None = None,
        *,
        faults: Iterable[Fault] = (),
        keeps_rates: bool = False,
    ) -> None:
        self.catalogue = catalogue
        self.faults = tuple(faults)
        self.key = uuid4().hex
        """Identifies the store in caches of what was read from it."""
        self._given_engine = engine
        self._opening = Lock()
        self._keeps_rates = keeps_rates
        self._kept: dict[Hashable, Any] = {}

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open the store of a folder of datasets.

        Raises:
            DatasetFaultsError: With every fault of its files.
        """
        from indicators.files import read_catalogue  # with pydantic

        return cls(read_catalogue(folder))

    def read_panel(self, query: Query) -> Panel:
        """Read observations: of each the latest vintage, the latest known on ``query.as_of``, or every vintage.

        A dataset whose file can't be read is left out, and a step says so.

        Raises:
            StoreError: None of the datasets can be read.

        Warns:
            StoreWarning: For each dataset that is left out.
        """
        datasets = self._datasets(query)
        left_out: list[str] = []
        try:
            table = self._read(query, datasets)
        except EngineError:  # it would refuse each dataset too
            raise
        except StoreError:
            datasets, left_out = self._find_readable(query, datasets)
            table = self._read(query, datasets)
        from indicators.store.panel_building import build_panel  # with pandas

        ages = partial(self._read_ages, query)
        return build_panel(table, query, self.catalogue, datasets, self._converter, left_out, ages)

    def _read_ages(self, query: Query, indicators: tuple[str, ...], areas: tuple[str, ...]) -> tuple[SeriesAge, ...]:
        """Return how old the figures of some indicators for some areas are, as known on the day of a query."""
        asked = replace(query, indicators=indicators, areas=areas, time=TimeSpan())
        rows = self._select(select_series_ages, asked).to_pylist()
        return tuple(
            SeriesAge(
                row["indicator"], row["area"], row["updated"].isoformat(), row["last_day"] and row["last_day"].year
            )
            for row in rows
        )

    @cached_property
    def _converter(self) -> PanelConverter:
        from indicators.exchange.panels import PanelConverter

        return PanelConverter(lambda: self.rates, self.catalogue.origins)

    def _read(self, query: Query, datasets: list[Dataset]) -> pa.Table:
        """Read the series that a query selects by their dimensions."""
        statement = select_observations(query, _ids(datasets), list_series(query, self.catalogue))
        return keep_chosen(self._engine.answer(statement), query, self.catalogue)

    def _find_readable(self, query: Query, datasets: list[Dataset]) -> tuple[list[Dataset], list[str]]:
        """Return the datasets that can be read, and for each of the others a sentence that says why it can't."""
        good, left_out = [], []
        for dataset in datasets:
            try:
                self._engine.answer(select_observations(query, (dataset.id,)))
            except StoreError as error:
                left_out.append(messages.LEFT_OUT.format(title=dataset.title, id=dataset.id, error=error))
            else:
                good.append(dataset)
        if not good:
            return datasets, []
        for sentence in left_out:
            warnings.warn(sentence, StoreWarning, stacklevel=3)
        return good, left_out

    def read_table(self, query: Query) -> pa.Table:
        """Read observations as `read_panel` does, as a table with the columns of the store.

        Raises:
            StoreError: The store can't be read.
        """
        return self._read(query, self._datasets(query))

    def remember(self, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
        """Return what was made of the store's figures for a key, or make it and keep it as long as the store."""
        with self._opening:
            lock = self._kept.setdefault(("lock", key), Lock())
        with lock:  # two threads don't make the same thing
            if key not in self._kept:
                self._kept[key] = make()
        kept: _Kept = self._kept[key]
        return kept

    def answer(self, statement: SqlStatement) -> pa.Table:
        """Return the rows that a statement selects.

        Raises:
            StoreError: The store can't be read.
        """
        return self._engine.answer(statement)

    def read_coverage(self, indicators: tuple[str, ...]) -> Coverage:
        """Return the areas and years with figures of any of these indicators.

        Raises:
            StoreError: The store can't be read.
        """
        rows = self._select(select_coverage, Query(indicators)).to_pylist()
        years = [row[name].year for row in rows for name in ("first_day", "last_day")]
        areas = tuple(row["area"] for row in rows)
        actual = {row["area"]: row["last_actual"].year for row in rows if row["last_actual"] is not None}
        return Coverage(areas, min(years, default=None), max(years, default=None), actual)

    def read_extents(self) -> dict[str, Extent]:
        """Return how much there is in each dataset that has values, by its id.

        Raises:
            StoreError: The store can't be read.
        """
        rows = self._engine.answer(select_extents([one.id for one in self.catalogue.datasets])).to_pylist()
        return {
            row["dataset"]: Extent(row["figures"], row["areas"], row["first_day"].year, row["last_day"].year)
            for row in rows
        }

    def read_newest_years(self, query: Query) -> dict[str, int]:
        """Return the year of the newest actual value of each indicator of a query, of any area and time.

        Raises:
            StoreError: The store can't be read.
        """
        rows = self._select(select_newest, query).to_pylist()
        return {row["indicator"]: row["last_day"].year for row in rows}

    def read_latest_values(self, query: Query) -> pa.Table:
        """Return the latest actual value of each series, of the areas of a query and since its first year.

        Returns:
            ``dataset``, ``indicator``, ``dimensions``, ``area``, ``unit``, ``last_day`` and ``value``; a tenth of the
            time of a panel.

        Raises:
            StoreError: The store can't be read.
        """
        return self._select(select_latest_values, query)

    def list_vintages(self, query: Query) -> tuple[str, ...]:
        """List the days on which figures were published, ``YYYY-MM-DD``, the earliest first.

        Only the indicators and datasets of the query are used.

        Raises:
            StoreError: The store can't be read.
        """
        rows = self._select(select_vintages, query)
        return tuple(day.isoformat() for day in rows["vintage"].to_pylist() if day is not None)

    @cached_property
    def _engine(self) -> Engine:
        with self._opening:
            if self._given_engine is None:
                from indicators.store.embedded_engine import ParquetEngine  # with DuckDB

                self._given_engine = ParquetEngine(self.catalogue.datasets)
            return self._given_engine

    @cached_property
    def rates(self) -> RateBook:
        """The exchange rates of the store; those of each publisher are read when they are first needed."""
        successions, issuers = Successions(self.catalogue.currencies), _issuers(self.catalogue)

        def build(source: RateSource, indicator: str) -> Publication:
            select = partial(select_rates, frequency="D" if source.daily else "A")
            table = self._select(select, _ask_for(source, indicator))
            return build_publication(source, table, successions, issuers | _EURO)

        def build_all(source: RateSource) -> Publication:
            made = build(source, source.indicator)
            return divide_publications(made, build(source, source.per)) if source.per else made

        def read(source: RateSource) -> Publication:
            datasets = self._datasets(_ask_for(source, source.indicator, source.per))
            if not self._keeps_rates:
                return build_all(source)
            return read_through_snapshot(source, datasets, successions, lambda: build_all(source))

        there = [
            source
            for source in RATE_SOURCES
            if all(self._datasets(_ask_for(source, id)) for id in filter(None, (source.indicator, source.per)))
        ]
        return RateBook(PublicationsOnDemand(there, read), successions, issuers)

    def _select(self, select: Callable[[Query, Sequence[str]], SqlStatement], query: Query) -> pa.Table:
        return self._engine.answer(select(query, _ids(self._datasets(query))))

    def _datasets(self, query: Query) -> list[Dataset]:
        wanted = set(query.indicators)
        return [
            dataset
            for dataset in self.catalogue.datasets
            if wanted.intersection(dataset.indicators) and (not query.datasets or dataset.id in query.datasets)
        ]


@cache
def open_embedded_store() -> Store:
    """Open the store of the embedded figures, once per process."""
    return Store(read_embedded_catalogue(), keeps_rates=True)


def _ask_for(source: RateSource, *indicators: str) -> Query:
    return Query(indicators, datasets=(source.dataset,) if source.dataset else ())


def _ids(datasets: list[Dataset]) -> tuple[str, ...]:
    return tuple(dataset.id for dataset in datasets)


def _issuers(catalogue: Catalogue) -> dict[str, str]:
    """Return the country that issues each currency: ISO 4217 codes begin with the ISO 3166 code of the country."""
    areas = {area.alpha2: area.code for area in catalogue.areas if area.alpha2 and area.kind == "country"}
    return {c.code: areas[c.code[:2]] for c in catalogue.currencies if c.code[:2] in areas}
