"""The observation store: datasets queried as one table, by one statement.

Parquet datasets are read in place by DuckDB, only the columns and row groups asked for; those kept by hand
are few and lie in memory. A `Store` may be shared by threads: each query runs on a cursor of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock

import duckdb
import pandas as pd
import pyarrow as pa

from indicators.catalogue import Catalogue
from indicators.errors import StoreError
from indicators.exchange import SOURCES, Converter, RateBook, Successions, rate_records
from indicators.files import OBSERVATION_SCHEMA, embedded_catalogue, read_catalogue, table_of
from indicators.model import Dataset
from indicators.panel import COLUMNS, Panel, Step
from indicators.periods import TimePeriod, TimeSpan

__all__ = ["Coverage", "Query", "Store", "embedded_store"]


@dataclass(frozen=True, slots=True)
class Query:
    """What is read from the store.

    Attributes:
        indicators: Ids of indicators, in the order wanted.
        areas: Codes of areas; none means all. For trade and agreements either side counts.
        time: The span of time.
        as_of: Only what was known on this day; ``None`` for what is known now.
        forecasts: Whether forecasts are read too.
        datasets: Ids of datasets; none means all.
        vintage: Only what was published in this period; ``None`` for the newest of all.
    """

    indicators: tuple[str, ...]
    areas: tuple[str, ...] = ()
    time: TimeSpan = field(default_factory=TimeSpan)
    as_of: date | None = None
    forecasts: bool = True
    datasets: tuple[str, ...] = ()
    vintage: TimePeriod | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """For which areas and years there are figures.

    Attributes:
        areas: Codes of areas, those with the most figures first.
        first_year: Year of the earliest figure; ``None`` when there is none.
        last_year: Year of the latest.
    """

    areas: tuple[str, ...]
    first_year: int | None
    last_year: int | None


class Store:
    """Datasets that can be queried.

    Args:
        catalogue: What there is; its Parquet files are opened when a query needs them.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._rates: RateBook | None = None
        self._reading_rates = Lock()
        self._converter = Converter(lambda: self.rates, catalogue.origins)
        self._connection = duckdb.connect()
        self._connection.register("rows", _kept_by_hand(catalogue))
        # A table, because cursors do not see what is only registered.
        self._connection.execute("CREATE TABLE kept_by_hand AS SELECT * FROM rows")
        self._connection.unregister("rows")

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
            StoreError: If a file of the store cannot be read.
        """
        datasets = self._datasets(query)
        frame = self._frame(query, datasets)
        indicators = tuple(self.catalogue.indicator(id) for id in query.indicators)
        stated = frame["converted_from"] != ""
        used = set(frame["origin"].unique())
        origins = {o.id: o for dataset in datasets for o in dataset.origins if o.id in used}
        return Panel(
            frame[~stated].reset_index(drop=True), indicators, tuple(origins.values()), (_read_step(query),),
            stated=frame[stated].reset_index(drop=True), converter=self._converter,
        )  # fmt: skip

    def coverage(self, indicators: tuple[str, ...]) -> Coverage:
        """For which areas and years there are figures of any of these indicators.

        Raises:
            StoreError: If a file of the store cannot be read.
        """
        query = Query(indicators)
        rows = self._read(_COVERAGE.format(sources=_sources(self._datasets(query))), query).to_pylist()
        years = [row[name] for row in rows for name in ("first_year", "last_year")]
        areas = tuple(row["area"] for row in rows)
        return Coverage(areas, min(years, default=None), max(years, default=None))

    @property
    def rates(self) -> RateBook:
        """The rates of exchange of the store, read when they are first needed.

        Raises:
            StoreError: If a file of the store cannot be read.
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
                table = self._read(_RATES.format(sources=_sources(datasets)), query)
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

    def _frame(self, query: Query, datasets: list[Dataset]) -> pd.DataFrame:
        table = self._read(_statement(query, datasets), query)
        return _tidy(table, self.catalogue, datasets, query.indicators)

    def _read(self, statement: str, query: Query) -> pa.Table:
        datasets = self._datasets(query)
        try:
            return self._connection.cursor().sql(statement, params=_parameters(query, datasets)).to_arrow_table()
        except duckdb.Error as error:
            names = ", ".join(dataset.id for dataset in datasets)
            hint = "Run `indicators validate` to see which file is at fault."
            raise StoreError(f"The store could not be read ({names}).", found=str(error), hint=hint) from error


@cache
def embedded_store() -> Store:
    """The store of the embedded figures, opened once."""
    return Store(embedded_catalogue())


def _statement(query: Query, datasets: list[Dataset]) -> str:
    conditions = [
        "DATASET = any($datasets)",
        "INDICATOR = any($indicators)",
        "(REF_AREA = any($areas) OR COUNTERPART_AREA = any($areas))" if query.areas else "",
        "" if query.time.first is None else "TIME_START >= $first_day",
        "" if query.time.last is None else "TIME_END <= $last_day",
        "" if query.as_of is None else "VINTAGE <= $as_of",
        "" if query.vintage is None else "VINTAGE BETWEEN $published_from AND $published_until",
    ]
    where = " AND ".join(condition for condition in conditions if condition)
    chosen = "" if query.forecasts else "WHERE OBS_STATUS <> 'F'"
    order = {"latest": "TIME_END DESC, TIME_START", "earliest": "TIME_START, TIME_END DESC", None: ""}[query.time.only]
    only = (
        f"QUALIFY row_number() OVER (PARTITION BY {_SERIES} ORDER BY OBS_VALUE IS NULL, OBS_STATUS = 'F', {order}) = 1"
        if order
        else ""
    )
    return f"""
        WITH observations AS ({_sources(datasets)}),
        newest AS (
            SELECT * FROM observations WHERE {where}
            QUALIFY row_number() OVER (PARTITION BY {_SERIES}, TIME_PERIOD ORDER BY VINTAGE DESC, RELEASE DESC) = 1
        ),
        chosen AS (SELECT * FROM newest {chosen} {only})
        SELECT * FROM chosen"""  # noqa: S608  only names of ours are put in, values are bound


_SERIES = """
    DATASET, INDICATOR, REF_AREA, coalesce(COUNTERPART_AREA, ''), UNIT_MEASURE, FREQ,
    coalesce(CONVERTED_FROM, '')"""


_COVERAGE = """
    WITH observations AS ({sources})
    SELECT REF_AREA AS area, min(year(TIME_START)) AS first_year, max(year(TIME_END)) AS last_year
    FROM observations
    WHERE DATASET = any($datasets) AND INDICATOR = any($indicators) AND OBS_VALUE IS NOT NULL
    GROUP BY REF_AREA ORDER BY count(*) DESC, REF_AREA"""


_RATES = """
    WITH observations AS ({sources})
    SELECT REF_AREA AS area, UNIT_MEASURE AS unit, TIME_START AS first, OBS_VALUE AS value, ORIGIN AS origin
    FROM observations
    WHERE DATASET = any($datasets) AND INDICATOR = any($indicators) AND OBS_VALUE IS NOT NULL AND FREQ IN ('A', 'D')
    QUALIFY row_number() OVER (
        PARTITION BY DATASET, REF_AREA, UNIT_MEASURE, TIME_PERIOD ORDER BY VINTAGE DESC, RELEASE DESC
    ) = 1
    ORDER BY area, unit, first"""


def _issuers(catalogue: Catalogue) -> dict[str, str]:
    """The country at whose prices a currency buys: ISO 4217 begins a code with the country's own of ISO 3166."""
    areas = {area.alpha2: area.code for area in catalogue.areas if area.alpha2 and area.kind == "country"}
    return {c.code: areas[c.code[:2]] for c in catalogue.currencies if c.code[:2] in areas}


_FROM_FILES = """
    SELECT *, $dataset_{n} AS DATASET FROM read_parquet($files_{n}, union_by_name = true, filename = 'RELEASE')"""


def _sources(datasets: list[Dataset]) -> str:
    in_files = [number for number, dataset in enumerate(datasets) if dataset.tables]
    by_hand = "SELECT *, '' AS RELEASE FROM kept_by_hand"
    return " UNION ALL BY NAME ".join([by_hand, *(_FROM_FILES.format(n=n) for n in in_files)])


def _kept_by_hand(catalogue: Catalogue) -> pa.Table:
    tables = [OBSERVATION_SCHEMA.empty_table().append_column("DATASET", pa.array([], pa.string()))]
    for dataset in catalogue.datasets:
        if not dataset.tables:
            rows = table_of(dataset.observations)
            tables.append(rows.append_column("DATASET", pa.repeat(pa.scalar(dataset.id), rows.num_rows)))
    return pa.concat_tables(tables)


def _parameters(query: Query, datasets: list[Dataset]) -> dict[str, object]:
    parameters: dict[str, object] = {
        "indicators": list(query.indicators),
        "datasets": [dataset.id for dataset in datasets],
    }
    if query.areas:
        parameters["areas"] = list(query.areas)
    if query.time.first is not None:
        parameters["first_day"] = query.time.first_day
    if query.time.last is not None:
        parameters["last_day"] = query.time.last_day
    if query.as_of is not None:
        parameters["as_of"] = query.as_of
    if query.vintage is not None:
        parameters |= {"published_from": query.vintage.first, "published_until": query.vintage.last}
    for number, dataset in enumerate(datasets):
        if dataset.tables:
            parameters |= {f"dataset_{number}": dataset.id, f"files_{number}": [str(path) for path in dataset.tables]}
    return parameters


def _tidy(table: pa.Table, catalogue: Catalogue, datasets: list[Dataset], indicators: tuple[str, ...]) -> pd.DataFrame:
    """The rows with the names and types of `Panel`, in its order."""
    frame: pd.DataFrame = table.to_pandas().rename(columns=_PANEL_NAMES)
    frame["digits"] = frame["digits"].astype("Int64")
    frame["entity"] = frame["code"].map({code: area.name for code, area in catalogue.areas.by_code.items()})
    frame["publisher"] = frame["dataset"].map({dataset.id: dataset.publisher for dataset in datasets})
    frame["vintage"] = frame["vintage"].astype("str")
    frame["first"], frame["last"] = pd.to_datetime(frame["first"]), pd.to_datetime(frame["last"])
    frame["year"] = frame["last"].dt.year.astype("int64")
    texts = [name for name in COLUMNS if name not in _NOT_TEXT]
    frame[texts] = frame[texts].astype("str").fillna("")
    place = frame["indicator"].map({id: number for number, id in enumerate(indicators)})
    frame = frame.assign(place=place).sort_values(
        ["place", "entity", "counterpart", "dataset", "unit", "frequency", "first", "last"], kind="stable"
    )
    return frame[list(COLUMNS)].reset_index(drop=True)


_NOT_TEXT = {"value", "lower", "upper", "digits", "first", "last", "year"}
_PANEL_NAMES = {
    "REF_AREA": "code",
    "COUNTERPART_AREA": "counterpart",
    "FREQ": "frequency",
    "TIME_PERIOD": "period",
    "OBS_VALUE": "value",
    "UNIT_MEASURE": "unit",
    "OBS_STATUS": "status",
    "TIME_START": "first",
    "TIME_END": "last",
} | {
    name: name.lower()
    for name in (
        "INDICATOR", "LOWER", "UPPER", "QUALIFIER", "DIGITS", "CONVERTED_FROM", "INFERRED", "VINTAGE",
        "ORIGIN", "LOCATOR", "SAID_BY", "NOTE", "DATASET",
    )
}  # fmt: skip


def _read_step(query: Query) -> Step:
    known = "" if query.as_of is None else f", as known on {query.as_of.isoformat()}"
    published = "" if query.vintage is None else f", as published in {query.vintage.label}"
    what = f"{', '.join(query.indicators)}, {query.time.label}{known}{published}"
    return Step("read", f"Read {what}: the newest release of each.")
