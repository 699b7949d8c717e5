"""The statements of the store in the dialects of other engines, by sqlglot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from indicators.store.sql import BoundValue, SqlStatement

if TYPE_CHECKING:
    from sqlglot import exp

Scalar = str | date
"""A value bound by itself: only DuckDB takes a list as one value and still uses its indexes."""


def transpile_statement(statement: SqlStatement, table: tuple[str, ...], dialect: str) -> tuple[str, dict[str, Scalar]]:
    """Return a statement over a table of an engine in its dialect, and the values it binds.

    Names are quoted, because an engine may fold their case; each item of a list is bound by itself.

    Args:
        statement: The statement, in DuckDB's dialect.
        table: The parts of the name of the table: ``("indicators", "observations")``.
        dialect: ``"postgres"``, ``"clickhouse"``, ``"spark"``.

    >>> import pyarrow as pa
    >>> sql = "SELECT a FROM observations WHERE a = any($areas)"
    >>> some = SqlStatement({}, sql, pa.schema([]), {"areas": ("x", "y")})
    >>> transpile_statement(some, ("db", "t"), "postgres")[0].partition(") ")[2]
    'SELECT "a" FROM "observations" WHERE "a" IN (%(areas_0)s, %(areas_1)s)'
    """
    import sqlglot
    from sqlglot import exp

    def put(node: exp.Expression) -> exp.Expression:
        if isinstance(node, exp.Table) and node.name == _STORED:
            return exp.table_(table[-1], db=".".join(table[:-1]) or None, quoted=True)
        if isinstance(node, exp.EQ) and isinstance(node.expression, exp.Any):
            return _one_of(node.this, node.expression.find(exp.Placeholder), statement.parameters)
        if isinstance(node, exp.Placeholder):
            return _placeholder(node.name)
        return node

    tree = sqlglot.parse_one(statement.over(f"SELECT * FROM {_STORED}"), read="duckdb")  # noqa: S608  a name of ours
    return tree.transform(put).sql(dialect=dialect, identify=True), _scalars(statement.parameters)


_STORED = "stored_observations"


def _one_of(column: exp.Expression, listed: exp.Placeholder | None, values: Mapping[str, BoundValue]) -> exp.Expression:
    from sqlglot import exp

    count = 0 if listed is None else len(tuple(values[listed.name]))  # type: ignore[arg-type]  # bound to a list
    if listed is None or not count:
        return exp.false()
    return exp.In(this=column.copy(), expressions=[_placeholder(f"{listed.name}_{n}") for n in range(count)])


def _placeholder(name: str) -> exp.Placeholder:
    from sqlglot import exp

    return exp.Placeholder(this=name, kind=exp.DataType.build("text"))  # ClickHouse wants the type beside the name


def _scalars(values: Mapping[str, BoundValue]) -> dict[str, Scalar]:
    scalars: dict[str, Scalar] = {}
    for name, value in values.items():
        if isinstance(value, tuple):
            scalars |= {f"{name}_{n}": text for n, text in enumerate(value)}
        else:
            scalars[name] = value
    return scalars
