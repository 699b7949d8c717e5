"""The store: a catalogue of datasets and the engine that holds their observations."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal
from uuid import uuid4

import pandas as pd
import pyarrow as pa

from indicators.errors import EngineError, Fault, StoreError, StoreWarning
from indicators.exchange import (
    SOURCES,
    PanelConverter,
    Publication,
    PublicationsOnDemand,
    RateBook,
    RateSource,
    Successions,
    build_publication,
)
from indicators.files import read_embedded_catalogue
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Dataset
from indicators.model.panel import Panel
from indicators.model.steps import Step
from indicators.store.embedded_engine import ParquetEngine
from indicators.store.engine import Engine
from indicators.store.frames import build_panel_frame
from indicators.store.query import Coverage, Query
from indicators.store.sql import (
    SqlStatement,
    select_coverage,
    select_observations,
    select_rates,
    select_vintages,
)

__all__ = ["Store", "open_embedded_store"]

_EURO = {"EUR": "EMU"}  # of the euro area, whose prices are those of no one country


class Store:
    """Datasets that can be queried; threads may share it.

    Args:
        catalogue: What there is.
        engine: What holds the observations; if left out, DuckDB over the files that the catalogue names.
        faults: Why some datasets are not in it.
    """

    def __init__(self, catalogue: Catalogue, engine: Engine | None = None, *, faults: Iterable[Fault] = ()) -> None:
        self.catalogue = catalogue
        self.faults = tuple(faults)
        self.key = uuid4().hex
        """Tells it from every other store: for those who keep what they read from it."""
        self._engine = ParquetEngine(catalogue.datasets) if engine is None else engine
        self._rates: RateBook | None = None
        self._reading_rates = Lock()
        self._converter = PanelConverter(lambda: self.rates, catalogue.origins)

    @classmethod
    def open(cls, folder: Path) -> Store:
        """The store of a folder of datasets.

        Raises:
            DatasetFaultsError: With every fault of its files.
        """
        from indicators.files import read_catalogue  # with pydantic

        return cls(read_catalogue(folder))

    def read_panel(self, query: Query) -> Panel:
        """The observations asked for: of each, the newest vintage, or the newest known on ``query.as_of``, or all.

        A dataset whose file cannot be read is left out, and a step says so; the others are answered from.

        Raises:
            StoreError: If none of the datasets can be read.

        Warns:
            StoreWarning: For each dataset that is left out.
        """
        datasets = self._datasets(query)
        left_out: tuple[Step, ...] = ()
        try:
            table = self._engine.answer(select_observations(query, _ids(datasets)))
        except EngineError:  # it would refuse for each dataset as for all
            raise
        except StoreError:
            datasets, left_out = self._readable(query, datasets)
            table = self._engine.answer(select_observations(query, _ids(datasets)))
        frame = build_panel_frame(table, self.catalogue, datasets, query.indicators)
        indicators = tuple(self.catalogue.find_indicator(id) for id in query.indicators)
        used = set(frame["origin"].unique())
        origins = {o.id: o for dataset in datasets for o in dataset.origins if o.id in used}
        steps = (Step("read", f"Read {query.label}: {query.which}."), *left_out)
        own, restated = _divided(frame, frame["converted_from"] != "")
        return Panel(
            own, indicators, tuple(origins.values()), steps, stated=restated, converter=self._converter,
            catalogue=self.catalogue,
        )  # fmt: skip

    def _readable(self, query: Query, datasets: list[Dataset]) -> tuple[list[Dataset], tuple[Step, ...]]:
        """The datasets that can be read, and for each of the others a step that says why not."""
        good, left_out = [], []
        for dataset in datasets:
            try:
                self._engine.answer(select_observations(query, (dataset.id,)))
            except StoreError as error:
                said = f"Left out, because it cannot be read: {dataset.title} ({dataset.id}). {error}"
                left_out.append(Step("left out", said))
            else:
                good.append(dataset)
        if not good:
            return datasets, ()
        for step in left_out:
            warnings.warn(step.description, StoreWarning, stacklevel=3)
        return good, tuple(left_out)

    def answer(self, statement: SqlStatement) -> pa.Table:
        """The rows that a statement selects.

        Raises:
            StoreError: If the store cannot be read.
        """
        return self._engine.answer(statement)

    def read_coverage(self, indicators: tuple[str, ...]) -> Coverage:
        """For which areas and years there are figures of any of these indicators.

        Raises:
            StoreError: If the store cannot be read.
        """
        query = Query(indicators)
        rows = self._engine.answer(select_coverage(query, _ids(self._datasets(query)))).to_pylist()
        years = [row[name].year for row in rows for name in ("first_day", "last_day")]
        areas = tuple(row["area"] for row in rows)
        return Coverage(areas, min(years, default=None), max(years, default=None))

    def list_vintages(self, query: Query) -> tuple[str, ...]:
        """The days from which figures of its indicators were known, ``YYYY-MM-DD``, the first first.

        Of a query only the indicators and the datasets count.

        Raises:
            StoreError: If the store cannot be read.
        """
        rows = self._engine.answer(select_vintages(query, _ids(self._datasets(query))))
        return tuple(day.isoformat() for day in rows["vintage"].to_pylist() if day is not None)

    @property
    def rates(self) -> RateBook:
        """The rates of exchange of the store, read when they are first needed.

        Raises:
            StoreError: If the store cannot be read.
        """
        with self._reading_rates:
            if self._rates is None:
                self._rates = self._rate_book()
            return self._rates

    def _rate_book(self) -> RateBook:
        successions, issuers = Successions(self.catalogue.currencies), _issuers(self.catalogue)

        def read(source: RateSource) -> Publication:
            query = Query((source.indicator,))
            frequency: Literal["A", "D"] = "D" if source.daily else "A"
            table = self._engine.answer(select_rates(query, _ids(self._datasets(query)), frequency))
            return build_publication(source, table, successions, issuers | _EURO)

        there = [source for source in SOURCES if self._datasets(Query((source.indicator,)))]
        return RateBook(PublicationsOnDemand(there, read), successions, issuers)

    def _datasets(self, query: Query) -> list[Dataset]:
        wanted = set(query.indicators)
        return [
            dataset
            for dataset in self.catalogue.datasets
            if wanted.intersection(dataset.indicators) and (not query.datasets or dataset.id in query.datasets)
        ]


@cache
def open_embedded_store() -> Store:
    """The store of the embedded figures, opened once."""
    return Store(read_embedded_catalogue())


def _divided(frame: pd.DataFrame, chosen: pd.Series[bool]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that were not chosen, and those that were."""
    if not chosen.any():  # as nearly always: nothing needs to be copied
        return frame, frame.iloc[:0]
    return frame[~chosen].reset_index(drop=True), frame[chosen].reset_index(drop=True)


def _ids(datasets: list[Dataset]) -> tuple[str, ...]:
    return tuple(dataset.id for dataset in datasets)


def _issuers(catalogue: Catalogue) -> dict[str, str]:
    """The country at whose prices a currency buys: ISO 4217 begins a code with the country's own of ISO 3166."""
    areas = {area.alpha2: area.code for area in catalogue.areas if area.alpha2 and area.kind == "country"}
    return {c.code: areas[c.code[:2]] for c in catalogue.currencies if c.code[:2] in areas}
