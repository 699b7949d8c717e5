"""The SQL statements of the store, each written once in DuckDB's dialect, and the protocol of engines that run them.

Other engines get the same text, transpiled. So each window is a step of its own (an ``ORDER BY`` beside ``QUALIFY``
moves when transpiled), columns are named (a window adds one to ``*``), and every value is bound.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

import pyarrow as pa

from indicators.files import OBSERVATION_KEY, OBSERVATION_SCHEMA
from indicators.store.query import Query

BoundValue = str | date | tuple[str, ...]
"""A value that can be bound: a text, a day, several texts."""


@dataclass(frozen=True, slots=True)
class SqlStatement:
    """A query of a table of observations.

    The table has the columns of `OBSERVATION_SCHEMA` and two more: ``DATASET``, an id, and ``RELEASE``, which orders
    what was published on the same day. ``COUNTERPART_AREA``, ``DIMENSIONS``, ``CONVERTED_FROM`` and ``RELEASE`` are
    empty where there is no text, never NULL, so that they can be part of a key.

    Attributes:
        steps: Named selections, each from those before it, the first from ``observations``.
        select: The final selection.
        schema: The columns of the answer.
        parameters: The values bound by name (``$areas``).
        of_the_newest: Whether the latest vintage of each observation is enough to answer.
    """

    steps: Mapping[str, str]
    select: str
    schema: pa.Schema
    parameters: Mapping[str, BoundValue]
    of_the_newest: bool = False

    @property
    def datasets(self) -> tuple[str, ...]:
        """The ids of the datasets it reads."""
        return tuple(self.parameters["datasets"])  # type: ignore[arg-type]  # bound by all of the functions below

    def over(self, observations: str, *, leaving_out: Collection[str] = ()) -> str:
        """Return the SQL over a selection of observations.

        Args:
            observations: The selection.
            leaving_out: Columns of `DESCRIPTIVE` to leave out of the answer.

        >>> statement = SqlStatement({"some": "SELECT * FROM observations"}, "SELECT * FROM some", pa.schema([]), {})
        >>> print(statement.over("SELECT * FROM t"))
        WITH observations AS (SELECT * FROM t),
        some AS (SELECT * FROM observations)
        SELECT * FROM some
        """
        steps = {"observations": observations, **self.steps}
        sql = "WITH " + ",\n".join(f"{name} AS ({step})" for name, step in steps.items()) + "\n" + self.select
        return sql.replace(_COLUMNS, ", ".join(name for name in _SCHEMA.names if name not in leaving_out))


class Engine(Protocol):
    """Something that answers statements, from several threads at once."""

    def answer(self, statement: SqlStatement) -> pa.Table:
        """Return the rows that a statement selects, with the columns and types of its schema.

        Raises:
            StoreError: They can't be read.
        """


DESCRIPTIVE = frozenset(("LOWER", "UPPER", "QUALIFIER", "DIGITS", "INFERRED", "LOCATOR", "SAID_BY", "NOTE"))
"""The columns that no statement filters or sorts by."""

_SCHEMA = OBSERVATION_SCHEMA.append(pa.field("DATASET", pa.string()))
_COLUMNS = ", ".join(_SCHEMA.names)
_SERIES = ", ".join(["DATASET", *(name for name in OBSERVATION_KEY if name != "TIME_PERIOD")])
_ASKED = "DATASET = any($datasets) AND INDICATOR = any($indicators)"
# One text: DuckDB finds the greatest of one expression while reading, but sorts every partition for two.
_VINTAGE_AS_TEXT = "CAST(VINTAGE AS VARCHAR) || RELEASE"
_NEWEST_FIRST = f"ORDER BY {_VINTAGE_AS_TEXT} DESC"
_IS_FORECAST = "coalesce(OBS_STATUS, '') = 'F'"
_IS_AHEAD = "coalesce(OBS_STATUS, '') IN ('E', 'F')"  # an estimate is no actual value either
_LAST_ACTUAL = f"max(CASE WHEN OBS_VALUE IS NOT NULL AND NOT {_IS_AHEAD} THEN TIME_END END)"
_BEST_FIRST = f"ORDER BY OBS_VALUE IS NULL, {_IS_FORECAST}"
_IN_TIME = {"latest": "TIME_END DESC, TIME_START", "earliest": "TIME_START, TIME_END DESC"}


def select_observations(query: Query, datasets: Sequence[str], series: tuple[str, ...] | None = None) -> SqlStatement:
    """Select observations: of each the latest vintage, the latest known on ``query.as_of``, or every vintage.

    Of two releases on one day the later counts.

    Args:
        query: The query.
        datasets: The ids of the datasets.
        series: The dimensions of the series to read; ``None`` for all.
    """
    where = _join(
        _ASKED,
        "(REF_AREA = any($areas) OR COUNTERPART_AREA = any($areas))" if query.areas else "",
        "" if series is None else "DIMENSIONS = any($series)",
        "" if query.time.first is None else "TIME_START >= $first_day",
        "" if query.time.last is None else "TIME_END <= $last_day",
        _limit_vintages(query),
    )
    figure = f"{_SERIES}, TIME_PERIOD" + (", VINTAGE" if query.every_vintage else "")
    steps = {
        "newest": f"""
            SELECT {_COLUMNS} FROM observations WHERE {where}
            QUALIFY row_number() OVER (PARTITION BY {figure} {_NEWEST_FIRST}) = 1""",  # noqa: S608  names of ours
    }
    if not query.forecasts:
        steps["actual"] = f"SELECT {_COLUMNS} FROM newest WHERE NOT {_IS_FORECAST}"  # noqa: S608
    if query.time.only is not None:
        order = f"{_BEST_FIRST}, {_IN_TIME[query.time.only]}, VINTAGE DESC"
        steps["best"] = f"""
            SELECT {_COLUMNS} FROM {list(steps)[-1]}
            QUALIFY row_number() OVER (PARTITION BY {_SERIES} {order}) = 1"""  # noqa: S608
    select = f"SELECT {_COLUMNS} FROM {list(steps)[-1]}"  # noqa: S608
    of_the_newest = not _limit_vintages(query) and not query.every_vintage
    bound: dict[str, BoundValue] = {} if series is None else {"series": series}
    return SqlStatement(steps, select, _SCHEMA, _parameters(query, datasets) | bound, of_the_newest=of_the_newest)


def select_coverage(query: Query, datasets: Sequence[str]) -> SqlStatement:
    """Select the areas with figures, those with the most first: ``area``, its days, and the end of the last actual one.

    The columns are ``area``, ``first_day``, ``last_day`` and ``last_actual``.
    """
    days = [(name, pa.date32()) for name in ("first_day", "last_day", "last_actual")]
    schema = pa.schema([("area", pa.string()), *days])
    return SqlStatement({}, _COVERAGE, schema, _parameters(query, datasets), of_the_newest=True)


def select_newest(query: Query, datasets: Sequence[str]) -> SqlStatement:
    """Select the end of the newest actual value of each indicator as known then: ``indicator``, ``last_day``."""
    where = _join(_ASKED, "OBS_VALUE IS NOT NULL", f"NOT {_IS_FORECAST}", _limit_vintages(query))
    select = (
        f"SELECT INDICATOR AS indicator, max(TIME_END) AS last_day FROM observations WHERE {where} GROUP BY INDICATOR"  # noqa: S608
    )
    schema = pa.schema([("indicator", pa.string()), ("last_day", pa.date32())])
    parameters = {
        name: value
        for name, value in _parameters(query, datasets).items()
        if name not in ("areas", "first_day", "last_day")
    }
    return SqlStatement({}, select, schema, parameters, of_the_newest=not _limit_vintages(query))


def select_latest_values(query: Query, datasets: Sequence[str]) -> SqlStatement:
    """Select the latest actual value of each series of an area, as known today and in few columns, to rank them.

    The columns are ``dataset``, ``indicator``, ``dimensions``, ``area``, ``unit``, ``last_day`` and ``value``.
    """
    where = _join(
        _ASKED, f"NOT {_IS_FORECAST}", "COUNTERPART_AREA = ''", "REF_AREA = any($areas)" if query.areas else "",
        "" if query.time.first is None else "TIME_START >= $first_day",
    )  # fmt: skip
    series = "DATASET, INDICATOR, DIMENSIONS, REF_AREA, UNIT_MEASURE"
    steps = {
        "newest": f"""
            SELECT {series}, TIME_END, OBS_VALUE FROM observations WHERE {where}
            QUALIFY row_number() OVER (PARTITION BY {series}, TIME_PERIOD {_NEWEST_FIRST}) = 1""",  # noqa: S608
        "best": f"""
            SELECT {series}, TIME_END, OBS_VALUE FROM newest WHERE OBS_VALUE IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY {series} ORDER BY TIME_END DESC) = 1""",  # noqa: S608
    }
    names = ("dataset", "indicator", "dimensions", "area", "unit")
    schema = pa.schema([*((name, pa.string()) for name in names), ("last_day", pa.date32()), ("value", pa.float64())])
    columns = zip((*series.split(", "), "TIME_END", "OBS_VALUE"), schema.names, strict=True)
    select = f"SELECT {', '.join(f'{column} AS {name}' for column, name in columns)} FROM best"  # noqa: S608
    return SqlStatement(steps, select, schema, _parameters(query, datasets), of_the_newest=True)


def select_extents(datasets: Sequence[str]) -> SqlStatement:
    """Select how much there is in each of some datasets, of the latest vintage of each value.

    The columns are ``dataset``, ``figures``, ``areas``, ``first_day`` and ``last_day``.
    """
    numbers = [(name, pa.int64()) for name in ("figures", "areas")]
    days = [(name, pa.date32()) for name in ("first_day", "last_day")]
    schema = pa.schema([("dataset", pa.string()), *numbers, *days])
    return SqlStatement({}, _EXTENTS, schema, {"datasets": tuple(datasets)}, of_the_newest=True)


def select_ages(datasets: Sequence[str]) -> SqlStatement:
    """Select when the figures of each indicator of some datasets were last updated, and the end of the last actual one.

    The columns are ``indicator``, ``updated`` and ``last_day``.
    """
    schema = pa.schema([("indicator", pa.string()), ("updated", pa.date32()), ("last_day", pa.date32())])
    return SqlStatement({}, _AGES, schema, {"datasets": tuple(datasets)}, of_the_newest=True)


def select_series_ages(query: Query, datasets: Sequence[str]) -> SqlStatement:
    """Select when the figures of each indicator and area were last updated, and the end of the last actual one.

    The columns are ``indicator``, ``area``, ``updated`` and ``last_day``.
    """
    where = _join(_ASKED, "REF_AREA = any($areas)" if query.areas else "", _limit_vintages(query))
    select = f"""
        SELECT INDICATOR AS indicator, REF_AREA AS area, max(VINTAGE) AS updated, {_LAST_ACTUAL} AS last_day
        FROM observations WHERE {where} GROUP BY INDICATOR, REF_AREA ORDER BY INDICATOR, REF_AREA"""  # noqa: S608
    texts, days = ("indicator", "area"), ("updated", "last_day")
    schema = pa.schema([*((name, pa.string()) for name in texts), *((name, pa.date32()) for name in days)])
    return SqlStatement({}, select, schema, _parameters(query, datasets), of_the_newest=not _limit_vintages(query))


def select_rates(query: Query, datasets: Sequence[str], frequency: Literal["A", "D"]) -> SqlStatement:
    """Select the exchange rates of one indicator, of every vintage, in no order.

    The columns are ``area``, ``unit``, ``origin``, ``dataset``, ``first``, ``value`` and ``known``, a text that sorts
    as vintages do. The newest is found later: DuckDB would take three times as long for it as for all the rest.
    """
    texts = [(name, pa.string()) for name in ("area", "unit", "origin", "dataset", "known")]
    schema = pa.schema([*texts, ("first", pa.date32()), ("value", pa.float64())])
    parameters = _parameters(query, datasets) | {"frequency": frequency}
    return SqlStatement({}, _RATES, schema, parameters, of_the_newest=True)


def select_vintages(query: Query, datasets: Sequence[str]) -> SqlStatement:
    """Select the days on which figures were published, in order: ``vintage``."""
    select = f"SELECT DISTINCT VINTAGE AS vintage FROM observations WHERE {_ASKED} ORDER BY VINTAGE"  # noqa: S608
    return SqlStatement({}, select, pa.schema([("vintage", pa.date32())]), _parameters(query, datasets))


def select_revisions(
    query: Query, datasets: Sequence[str], *, since: DatasetState, until: DatasetState
) -> SqlStatement:
    """Select what differs between two states: the key of each figure, ``before`` and ``after``, and both statuses."""
    states = {"since": since, "until": until}
    steps = {
        name: f"""
            SELECT {_COLUMNS} FROM observations WHERE {_ASKED} AND {state.condition(name)}
            QUALIFY row_number() OVER (PARTITION BY {_SERIES}, TIME_PERIOD {_NEWEST_FIRST}) = 1"""  # noqa: S608
        for name, state in states.items()
    }
    bound: dict[str, BoundValue] = {name: state.value for name, state in states.items()}
    return SqlStatement(steps, _REVISIONS, _REVISION_SCHEMA, _parameters(query, datasets) | bound)


@dataclass(frozen=True, slots=True)
class DatasetState:
    """A state of a dataset: as known on a day, or after a release.

    Attributes:
        value: The day, or the value of ``RELEASE`` for the release.
    """

    value: date | str

    def condition(self, name: str) -> str:
        """Return the condition for rows of the state, bound under a name."""
        return f"VINTAGE <= ${name}" if isinstance(self.value, date) else f"RELEASE <= ${name}"


_SAME = " AND ".join(f"coalesce(since.{name}, '') = coalesce(until.{name}, '')" for name in OBSERVATION_KEY)
_EITHER = ", ".join(f"coalesce(until.{name}, since.{name}) AS {name}" for name in OBSERVATION_KEY)
_REVISIONS = f"""
    SELECT {_EITHER}, coalesce(until.TIME_START, since.TIME_START) AS TIME_START,
        since.OBS_VALUE AS before, until.OBS_VALUE AS after,
        since.OBS_STATUS AS status_before, until.OBS_STATUS AS status_after
    FROM since FULL JOIN until ON {_SAME}
    WHERE since.OBS_VALUE IS DISTINCT FROM until.OBS_VALUE
        OR (since.OBS_STATUS <> until.OBS_STATUS AND until.OBS_VALUE IS NOT NULL)
    ORDER BY INDICATOR, REF_AREA, COUNTERPART_AREA, DIMENSIONS, UNIT_MEASURE, TIME_START"""  # noqa: S608  names of ours

_REVISION_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in OBSERVATION_KEY),
        ("TIME_START", pa.date32()),
        *((name, pa.float64()) for name in ("before", "after")),
        *((name, pa.string()) for name in ("status_before", "status_after")),
    ]
)

_COVERAGE = f"""
    SELECT REF_AREA AS area, min(TIME_START) AS first_day, max(TIME_END) AS last_day,
        {_LAST_ACTUAL} AS last_actual
    FROM observations
    WHERE {_ASKED} AND OBS_VALUE IS NOT NULL
    GROUP BY REF_AREA ORDER BY count(DISTINCT INDICATOR || TIME_PERIOD) DESC, REF_AREA"""  # noqa: S608  names of ours

_AGES = f"""
    SELECT INDICATOR AS indicator, max(VINTAGE) AS updated, {_LAST_ACTUAL} AS last_day
    FROM observations WHERE DATASET = any($datasets) GROUP BY INDICATOR"""  # noqa: S608  names of ours

_EXTENTS = """
    SELECT DATASET AS dataset, count(*) AS figures, count(DISTINCT REF_AREA) AS areas, min(TIME_START) AS first_day,
        max(TIME_END) AS last_day
    FROM observations WHERE DATASET = any($datasets) AND OBS_VALUE IS NOT NULL GROUP BY DATASET"""

_RATES = f"""
    SELECT REF_AREA AS area, UNIT_MEASURE AS unit, ORIGIN AS origin, DATASET AS dataset, {_VINTAGE_AS_TEXT} AS known,
        TIME_START AS first, OBS_VALUE AS value
    FROM observations
    WHERE {_ASKED} AND OBS_VALUE IS NOT NULL AND FREQ = $frequency"""  # noqa: S608  names of ours


def _join(*conditions: str) -> str:
    return " AND ".join(filter(None, conditions))


def _limit_vintages(query: Query) -> str:
    """Return the condition on vintages; empty where a query asks for what is known today."""
    return _join(
        "" if query.as_of is None else "VINTAGE <= $as_of",
        "" if query.vintage is None else "VINTAGE BETWEEN $published_from AND $published_until",
    )


def _parameters(query: Query, datasets: Sequence[str]) -> dict[str, BoundValue]:
    parameters: dict[str, BoundValue] = {"indicators": query.indicators, "datasets": tuple(datasets)}
    if query.areas:
        parameters["areas"] = query.areas
    if query.time.first is not None:
        parameters["first_day"] = query.time.first.first
    if query.time.last is not None:
        parameters["last_day"] = query.time.last.last
    if query.as_of is not None:
        parameters["as_of"] = query.as_of
    if query.vintage is not None:
        parameters |= {"published_from": query.vintage.first, "published_until": query.vintage.last}
    return parameters
