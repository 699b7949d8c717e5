"""The changes a file makes to a dataset: new, revised and withdrawn figures, as one sorted Parquet file.

The staged rows come in parts of limited size; in each part, every figure is kept once and compared with the dataset's
figures in the same range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.files.layout import SortedWriter
from indicators.files.sorted_files import SortedFiles
from indicators.importing import messages
from indicators.importing.details import DETAIL_FIELDS
from indicators.importing.doubts import Doubts
from indicators.importing.import_report import RefusedRows
from indicators.importing.staging import StagedPart, open_staged

_MEMORY = "100MB"
_LISTED_AT_ONCE = 10_000
_ROWS_IN_A_GROUP = 131_072  # larger groups would need too much memory


@dataclass(frozen=True, slots=True)
class ReleaseChanges:
    """The numbers of figures in a release.

    Attributes:
        kept: Figures of the file, each once.
        new: Figures that are new.
        changed: Figures that differ from the previous release.
        withdrawn: Figures of the previous release that are not in the file.
        doubted: Those that are not in it either, but may be in its refused rows; they stay.
    """

    kept: int = 0
    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    doubted: int = 0

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return self.new + self.changed + self.withdrawn > 0


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """A release that is about to be written.

    Attributes:
        id: Its id.
        vintage: The day from which its figures were known, unless the file has vintages.
        origin: Id of its origin.
        own_vintages: Whether the file has vintages; then figures that are absent from it are not withdrawn.
        before: The files of previous releases, oldest first.
        rows: The number of staged rows.
        doubts: What its refused rows may be.
    """

    id: str
    vintage: date
    origin: str
    own_vintages: bool
    before: Sequence[Path]
    rows: int
    doubts: Doubts


def write_release(
    target: Path,
    parts: Iterable[StagedPart],
    plan: ReleasePlan,
    refused: RefusedRows,
    progress: Callable[[float], None],
) -> ReleaseChanges:
    """Write the figures that differ from previous releases, or all figures if there are none.

    Args:
        target: The Parquet file to write; nothing is written if nothing differs.
        parts: The staged rows, of `STAGED_SCHEMA`; each part is removed once it is written.
        plan: The release.
        refused: Receives figures that the file repeats.
        progress: Called with how much is done, from 0 to 1.
    """
    kept, done, doubted, counts = 0, 0, 0, dict.fromkeys(("new", "changed", "withdrawn"), 0)
    with ExitStack() as opened:
        writer, earlier = None, opened.enter_context(SortedFiles(plan.before, _COMPARED))
        for part in parts:
            once = _sort_once(part, plan, refused)
            done += once.num_rows
            if plan.before:
                with _connect(target.parent) as connection:
                    changes, stay = _compare(connection, once, earlier.read_until(part.until), plan)
                doubted += stay
            else:
                changes = _mark_new(once, plan)
            kept += once.num_rows - once["OBS_VALUE"].null_count
            for pair in changes["CHANGE"].value_counts().to_pylist():
                counts[pair["values"]] += pair["counts"]
            if changes.num_rows:
                written = changes.drop_columns("CHANGE")
                writer = writer or opened.enter_context(_open_writer(target, written.schema, plan.rows))
                writer.write(written)
            part.file.unlink(missing_ok=True)
            progress(done / max(plan.rows, 1))
    return ReleaseChanges(kept, **counts, doubted=doubted)


@contextmanager
def _connect(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory for one part: a shared one would need more memory with each part."""
    with duckdb.connect() as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        connection.execute("SET threads = 1")  # each thread holds memory of its own
        connection.execute("SET temp_directory = $folder", {"folder": str(folder / "spilled")})
        yield connection


def _open_writer(target: Path, schema: pa.Schema, rows: int) -> SortedWriter:
    return SortedWriter(target, schema, rows=rows, most_in_a_group=_ROWS_IN_A_GROUP)


def _sort_once(part: StagedPart, plan: ReleasePlan, refused: RefusedRows) -> pa.Table:
    """Sort the rows of a part, keep the first of each key and refuse the others; all, if their values differ.

    Rows without a value are kept too: their cell was refused, which shows that the file has the figure; or, in a file
    with vintages, they withdraw it.
    """
    staged = open_staged(part.file)
    vintage = pc.coalesce(staged["VINTAGE"], pa.scalar(plan.vintage))
    table = staged.set_column(staged.column_names.index("VINTAGE"), "VINTAGE", vintage).combine_chunks()
    table = table.sort_by([(name, "ascending") for name in (*_ORDER, "LINE", "COLUMN")])
    table = table.append_column("ORIGIN", pa.repeat(plan.origin, table.num_rows))
    again = _find_repeats(table)
    if again.any():
        first = np.maximum.accumulate(np.where(again, 0, np.arange(table.num_rows)))
        differs = _find_rivals(table["OBS_VALUE"].to_numpy(), first, table["LINE"].to_numpy())
        refused.add_again(_describe_repeats(table, first, again, differs))
        refused.rivals += int(differs.sum())
        value = pc.if_else(pa.array(differs), pa.scalar(None, pa.float64()), table["OBS_VALUE"].combine_chunks())
        kept = pa.array(~again & ~(differs & plan.own_vintages))  # with vintages, a row without a value withdraws
        table = table.set_column(table.column_names.index("OBS_VALUE"), "OBS_VALUE", value).filter(kept)
    return table.drop_columns(["LINE", "COLUMN"])


def _mark_new(once: pa.Table, plan: ReleasePlan) -> pa.Table:
    """Mark all rows as new; those without a value count only where they withdraw a figure of an earlier vintage."""
    if not plan.own_vintages:
        once = once.filter(pc.is_valid(once["OBS_VALUE"]))
    return once.append_column("CHANGE", pc.if_else(pc.is_valid(once["OBS_VALUE"]), "new", "withdrawn"))


def _compare(
    connection: duckdb.DuckDBPyConnection, once: pa.Table, earlier: pa.Table, plan: ReleasePlan
) -> tuple[pa.Table, int]:
    """Compare a part with previous releases.

    Returns:
        The rows that differ, and those that are withdrawn, in order; and how many stay as a refused row may be them.
    """
    stay = 0
    key = f"{_KEY}, VINTAGE" if plan.own_vintages else _KEY
    connection.register("once", once)
    connection.register("earlier", earlier)
    connection.execute(_BEFORE.format(key=key))
    vintage = "" if plan.own_vintages else ", once.VINTAGE AS VINTAGE"
    has_figure = "TRUE" if plan.own_vintages else "OBS_VALUE IS NOT NULL"
    connection.execute(_CHANGED.format(key=key, vintage=vintage, has_figure=has_figure))
    if not plan.own_vintages:
        note = messages.WITHDRAWN.format(release=plan.id)
        connection.execute(_WITHDRAWN, {"vintage": plan.vintage, "note": note, "origin": plan.origin})
        stay = plan.doubts.keep_from(connection, "CHANGE = 'withdrawn'")
    columns = ", ".join(once.column_names)
    ordered = f"SELECT {columns}, CHANGE FROM changes ORDER BY {', '.join(_ORDER)}"  # noqa: S608  columns of ours
    return connection.sql(ordered).to_arrow_table(), stay


def _find_repeats(table: pa.Table) -> npt.NDArray[np.bool_]:
    """Return which rows of a sorted table have the same key as the row before."""
    same = np.ones(table.num_rows, dtype=bool)
    for name in (*_KEY_COLUMNS, "VINTAGE"):
        column = table[name].combine_chunks()
        same[1:] &= pc.equal(column.slice(1), column.slice(0, max(len(column) - 1, 0))).to_numpy(zero_copy_only=False)
    same[:1] = False
    return same


def _find_rivals(
    values: npt.NDArray[np.float64], first: npt.NDArray[np.intp], lines: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Return which rows have a key for which the file has two values, none of which is known to be right.

    Two lines that differ for one key are of different things: that they agree for another is chance.

    Args:
        values: The value of each row.
        first: For each row, the place of the first row with its key.
        lines: The line of each row.

    >>> _find_rivals(np.array([5.0, 6.0, 7.0, 7.0]), np.array([0, 0, 2, 2]), np.array([1, 2, 3, 4])).tolist()
    [True, True, False, False]
    >>> _find_rivals(np.array([5.0, 6.0, 7.0, 7.0]), np.array([0, 0, 2, 2]), np.array([1, 2, 1, 2])).tolist()
    [True, True, True, True]
    """
    differs = (values != values[first]) & ~np.isnan(values) & ~np.isnan(values[first])
    again = first != np.arange(len(first))
    return np.isin(first, first[differs | (again & np.isin(lines, lines[differs]))])


def _describe_repeats(
    table: pa.Table, first: npt.NDArray[np.intp], again: npt.NDArray[np.bool_], differs: npt.NDArray[np.bool_]
) -> Iterable[tuple[int, str, str, int]]:
    """Yield line, column, the observation in words, and another line that has it, of each row that is refused."""
    lines = table["LINE"].to_numpy()
    refused = again | (differs & table["OBS_VALUE"].is_valid().to_numpy())
    rows = table.select(["LINE", "COLUMN", "INDICATOR", "REF_AREA", "TIME_PERIOD"]).filter(pa.array(refused))
    listed = chain.from_iterable(part.to_pylist() for part in rows.to_batches(max_chunksize=_LISTED_AT_ONCE))
    for place, row in zip(np.flatnonzero(refused), listed, strict=True):
        about = (messages.FIGURE_DIFFERS if differs[place] else messages.FIGURE_AGAIN).format(
            indicator=row["INDICATOR"], area=row["REF_AREA"], period=row["TIME_PERIOD"]
        )
        yield row["LINE"], row["COLUMN"], about, int(lines[first[place] if again[place] else place + 1])


_KEY_COLUMNS = ("INDICATOR", "REF_AREA", "COUNTERPART_AREA", "DIMENSIONS", "FREQ", "TIME_PERIOD", "UNIT_MEASURE")
_COMPARED = (
    *_KEY_COLUMNS,
    "OBS_VALUE",
    "OBS_STATUS",
    "NOTE",
    "VINTAGE",
    "TIME_START",
    "TIME_END",
    "LOWER",
    "UPPER",
    "QUALIFIER",
)
_KEY = ", ".join(_KEY_COLUMNS)
_ORDER = (
    "INDICATOR", "REF_AREA", "COUNTERPART_AREA", "DIMENSIONS", "TIME_START", "TIME_END", "UNIT_MEASURE", "FREQ",
    "TIME_PERIOD", "VINTAGE",
)  # fmt: skip
_DETAILS = ", ".join(name for name, _ in DETAIL_FIELDS)
_FIELDS = f"OBS_VALUE, OBS_STATUS, INFERRED, NOTE, TIME_START, TIME_END, ORIGIN, {_DETAILS}"
_BEFORE = """
    CREATE TABLE before AS SELECT * FROM earlier
    QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY VINTAGE DESC, RELEASE DESC) = 1"""
_CHANGED = f"""
    CREATE TABLE changes AS
    SELECT {{key}}, {_FIELDS},
        CASE WHEN OBS_VALUE IS NULL THEN 'withdrawn' WHEN was IS NULL THEN 'new' ELSE 'changed' END AS CHANGE{{vintage}}
    FROM once LEFT JOIN (
        SELECT {{key}}, OBS_VALUE AS was_value, OBS_STATUS AS was_status, NOTE AS was_note, 1 AS was,
            LOWER AS was_lower, UPPER AS was_upper, QUALIFIER AS was_qualifier FROM before
    ) USING ({{key}})
    WHERE {{has_figure}} AND (
        was IS NULL OR was_value IS DISTINCT FROM OBS_VALUE OR was_status IS DISTINCT FROM OBS_STATUS
        OR coalesce(was_note, '') <> coalesce(NOTE, '') OR was_lower IS DISTINCT FROM LOWER
        OR was_upper IS DISTINCT FROM UPPER OR coalesce(was_qualifier, '') <> coalesce(QUALIFIER, '')
    )"""  # noqa: S608  names of ours
_WITHDRAWN = f"""
    INSERT INTO changes BY NAME
    SELECT {_KEY}, NULL AS OBS_VALUE, 'O' AS OBS_STATUS, '' AS INFERRED, $vintage AS VINTAGE, $origin AS ORIGIN,
        $note::VARCHAR AS NOTE, '' AS QUALIFIER, '' AS SAID_BY, '' AS LOCATOR, TIME_START, TIME_END,
        'withdrawn' AS CHANGE
    FROM before ANTI JOIN once USING ({_KEY}) WHERE OBS_VALUE IS NOT NULL"""  # noqa: S608  names of ours
