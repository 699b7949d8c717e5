"""The store: a catalogue of datasets and the engine that holds their observations."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Lock

from indicators.catalogue import Catalogue
from indicators.exchange import SOURCES, Converter, RateBook, Successions, rate_records
from indicators.files import embedded_catalogue, read_catalogue
from indicators.model import Dataset
from indicators.panel import Panel, Step
from indicators.store.engine import Engine
from indicators.store.frames import panel_frame
from indicators.store.parquet import ParquetEngine
from indicators.store.query import Coverage, Query
from indicators.store.statements import coverage_statement, observations_statement, rates_statement

__all__ = ["Store", "embedded_store"]


class Store:
    """Datasets that can be queried; threads may share it.

    Args:
        catalogue: What there is.
        engine: What holds the observations; if left out, DuckDB over the files that the catalogue names.
    """

    def __init__(self, catalogue: Catalogue, engine: Engine | None = None) -> None:
        self.catalogue = catalogue
        self._engine = ParquetEngine(catalogue.datasets) if engine is None else engine
        self._rates: RateBook | None = None
        self._reading_rates = Lock()
        self._converter = Converter(lambda: self.rates, catalogue.origins)

    @classmethod
    def open(cls, folder: Path) -> Store:
        """The store of a folder of datasets.

        Raises:
            DatasetFaultsError: With every fault of its files.
        """
        return cls(read_catalogue(folder))

    def panel(self, query: Query) -> Panel:
        """The observations asked for: of each, the newest vintage, or the newest known on ``query.as_of``.

        Raises:
            StoreError: If the store cannot be read.
        """
        datasets = self._datasets(query)
        table = self._engine.answer(observations_statement(query, _ids(datasets)))
        frame = panel_frame(table, self.catalogue, datasets, query.indicators)
        indicators = tuple(self.catalogue.indicator(id) for id in query.indicators)
        stated = frame["converted_from"] != ""
        used = set(frame["origin"].unique())
        origins = {o.id: o for dataset in datasets for o in dataset.origins if o.id in used}
        step = Step("read", f"Read {query.label}: the newest release of each.")
        return Panel(
            frame[~stated].reset_index(drop=True), indicators, tuple(origins.values()), (step,),
            stated=frame[stated].reset_index(drop=True), converter=self._converter,
        )  # fmt: skip

    def coverage(self, indicators: tuple[str, ...]) -> Coverage:
        """For which areas and years there are figures of any of these indicators.

        Raises:
            StoreError: If the store cannot be read.
        """
        query = Query(indicators)
        rows = self._engine.answer(coverage_statement(query, _ids(self._datasets(query)))).to_pylist()
        years = [row[name].year for row in rows for name in ("first_day", "last_day")]
        areas = tuple(row["area"] for row in rows)
        return Coverage(areas, min(years, default=None), max(years, default=None))

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
        successions = Successions(self.catalogue.currencies)
        publications = {}
        for source in SOURCES:
            query = Query((source.indicator,))
            datasets = self._datasets(query)
            if datasets:
                table = self._engine.answer(rates_statement(query, _ids(datasets)))
                columns = {name: table[name].to_numpy() for name in table.column_names}
                publications[source.indicator] = rate_records(source, columns, successions)
        return RateBook(publications, successions, _issuers(self.catalogue))

    def _datasets(self, query: Query) -> list[Dataset]:
        wanted = set(query.indicators)
        return [
            dataset
            for dataset in self.catalogue.datasets
            if wanted.intersection(dataset.indicators) and (not query.datasets or dataset.id in query.datasets)
        ]


@cache
def embedded_store() -> Store:
    """The store of the embedded figures, opened once."""
    return Store(embedded_catalogue())


def _ids(datasets: list[Dataset]) -> tuple[str, ...]:
    return tuple(dataset.id for dataset in datasets)


def _issuers(catalogue: Catalogue) -> dict[str, str]:
    """The country at whose prices a currency buys: ISO 4217 begins a code with the country's own of ISO 3166."""
    areas = {area.alpha2: area.code for area in catalogue.areas if area.alpha2 and area.kind == "country"}
    return {c.code: areas[c.code[:2]] for c in catalogue.currencies if c.code[:2] in areas}
