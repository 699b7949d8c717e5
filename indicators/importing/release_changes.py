"""What a file changes in a dataset: new, revised and withdrawn figures, written as one sorted Parquet file.

The staged rows come in parts of bounded size; of each part every figure is kept once and held against what the
dataset has in the same range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.files.layout import SortedWriter
from indicators.files.sorted_files import SortedFiles
from indicators.importing.import_report import RefusedRows
from indicators.importing.staging import StagedPart, open_staged

__all__ = ["ReleaseChanges", "ReleasePlan", "write_release"]

_MEMORY = "100MB"
_ROWS_IN_A_GROUP = 131_072  # more at once would take too much memory


@dataclass(frozen=True, slots=True)
class ReleaseChanges:
    """How many figures are what.

    Attributes:
        kept: Those of the file, each once.
        new: Those that were not there before.
        changed: Those that differ from the release before.
        withdrawn: Those of the release before that the file no longer has.
    """

    kept: int = 0
    new: int = 0
    changed: int = 0
    withdrawn: int = 0

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return self.new + self.changed + self.withdrawn > 0


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """The release that is being made.

    Attributes:
        id: Its id.
        vintage: The day from which its figures were known, where the file does not say.
        origin: Id of its origin.
        own_vintages: Whether the file says the vintage of each figure: then none is withdrawn by being absent.
        before: The files of the releases before, the oldest first.
        rows: How many rows are staged.
    """

    id: str
    vintage: date
    origin: str
    own_vintages: bool
    before: Sequence[Path]
    rows: int


def write_release(
    target: Path,
    parts: Iterable[StagedPart],
    releasing: ReleasePlan,
    refused: RefusedRows,
    progress: Callable[[float], None],
) -> ReleaseChanges:
    """Write what differs from the releases before, or all if there are none.

    Args:
        target: The Parquet file to write; it is not written when nothing differs.
        parts: The staged rows, of `indicators.importing.observation_rows.STAGED`; each part is removed when it is done.
        releasing: The release.
        refused: Is told of figures that stand in the file again.
        progress: Is told how much is done, from 0 to 1.
    """
    kept, done, counts = 0, 0, dict.fromkeys(("new", "changed", "withdrawn"), 0)
    with ExitStack() as opened:
        writer, earlier = None, opened.enter_context(SortedFiles(releasing.before, _COMPARED))
        for part in parts:
            with _connected(target.parent) as connection:
                once = _once(connection, part, releasing, refused)
                done += once.num_rows
                if releasing.before:
                    changes = _compared(connection, once, earlier.read_until(part.until), releasing)
                else:
                    changes = _all_new(once)
            kept += once.num_rows - once["OBS_VALUE"].null_count
            for pair in changes["CHANGE"].value_counts().to_pylist():
                counts[pair["values"]] += pair["counts"]
            if changes.num_rows:
                written = changes.drop_columns("CHANGE")
                writer = writer or opened.enter_context(_writer(target, written.schema, releasing.rows))
                writer.write(written)
            part.file.unlink(missing_ok=True)
            progress(done / max(releasing.rows, 1))
    return ReleaseChanges(kept, **counts)


@contextmanager
def _connected(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory for one part: what it holds on to would grow from part to part."""
    with duckdb.connect() as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        connection.execute("SET threads = 1")  # each thread holds memory of its own
        connection.execute("SET temp_directory = $folder", {"folder": str(folder / "spilled")})
        yield connection


def _writer(target: Path, schema: pa.Schema, rows: int) -> SortedWriter:
    return SortedWriter(target, schema, rows=rows, most_in_a_group=_ROWS_IN_A_GROUP)


def _once(
    connection: duckdb.DuckDBPyConnection, part: StagedPart, releasing: ReleasePlan, refused: RefusedRows
) -> pa.Table:
    """The rows of a part in order, of those with the same key only the first; the others are refused.

    Among them are rows without a value, whose cell was refused: they only say that the figure is in the file.
    """
    connection.register("staged", open_staged(part.file))
    said = {"vintage": releasing.vintage, "origin": releasing.origin}
    table = connection.sql(_SORTED, params=said).to_arrow_table()
    connection.unregister("staged")
    again = _repeats(table)
    if again.any():
        refused.add_again(_told(table, again))
        table = table.filter(pa.array(~again))
    return table.drop_columns(["LINE", "COLUMN"])


def _all_new(once: pa.Table) -> pa.Table:
    once = once.filter(pc.is_valid(once["OBS_VALUE"]))
    return once.append_column("CHANGE", pa.repeat(pa.scalar("new"), once.num_rows))


def _compared(
    connection: duckdb.DuckDBPyConnection, once: pa.Table, earlier: pa.Table, releasing: ReleasePlan
) -> pa.Table:
    """The rows of a part that differ from the releases before, and those that it no longer has; in order."""
    key = f"{_KEY}, VINTAGE" if releasing.own_vintages else _KEY
    connection.register("once", once)
    connection.register("earlier", earlier)
    connection.execute(_BEFORE.format(key=key))
    vintage = "" if releasing.own_vintages else ", once.VINTAGE AS VINTAGE"
    connection.execute(_CHANGED.format(key=key, vintage=vintage))
    if not releasing.own_vintages:
        said = {"vintage": releasing.vintage, "release": releasing.id, "origin": releasing.origin}
        connection.execute(_WITHDRAWN, said)
    columns = ", ".join(once.column_names)
    return connection.sql(f"SELECT {columns}, CHANGE FROM changes ORDER BY {_ORDER}").to_arrow_table()  # noqa: S608  columns of ours


def _repeats(table: pa.Table) -> npt.NDArray[np.bool_]:
    """Which rows of a sorted table have the key of the row before."""
    same = np.ones(table.num_rows, dtype=bool)
    for name in (*_KEY_COLUMNS, "VINTAGE"):
        column = table[name].combine_chunks()
        same[1:] &= pc.equal(column.slice(1), column.slice(0, max(len(column) - 1, 0))).to_numpy(zero_copy_only=False)
    same[:1] = False
    return same


def _told(table: pa.Table, again: npt.NDArray[np.bool_]) -> Iterable[tuple[int, str, str, int]]:
    """Line, column, what the figure is about, and the line it stands in first, of each row that comes again."""
    first = np.maximum.accumulate(np.where(again, 0, np.arange(table.num_rows)))
    lines = table["LINE"].to_numpy()
    rows = table.select(["LINE", "COLUMN", "INDICATOR", "REF_AREA", "TIME_PERIOD"]).filter(pa.array(again)).to_pylist()
    for place, row in zip(np.flatnonzero(again), rows, strict=True):
        about = f"{row['INDICATOR']}, {row['REF_AREA']}, {row['TIME_PERIOD']} again"
        yield row["LINE"], row["COLUMN"], about, int(lines[first[place]])


_KEY_COLUMNS = ("INDICATOR", "REF_AREA", "COUNTERPART_AREA", "FREQ", "TIME_PERIOD", "UNIT_MEASURE")
_COMPARED = (*_KEY_COLUMNS, "OBS_VALUE", "OBS_STATUS", "NOTE", "VINTAGE", "TIME_START", "TIME_END")
_KEY = ", ".join(_KEY_COLUMNS)
_ORDER = "INDICATOR, REF_AREA, COUNTERPART_AREA, TIME_START, TIME_END, UNIT_MEASURE, FREQ, TIME_PERIOD, VINTAGE"
_SORTED = f"""
    SELECT * REPLACE (coalesce(VINTAGE, $vintage) AS VINTAGE), $origin AS ORIGIN FROM staged
    ORDER BY {_ORDER}, LINE, "COLUMN" """  # noqa: S608  names of ours
_FIELDS = "OBS_VALUE, OBS_STATUS, INFERRED, NOTE, TIME_START, TIME_END, ORIGIN"
_BEFORE = """
    CREATE TABLE before AS SELECT * FROM earlier
    QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY VINTAGE DESC, RELEASE DESC) = 1"""
_CHANGED = f"""
    CREATE TABLE changes AS
    SELECT {{key}}, {_FIELDS}, CASE WHEN was IS NULL THEN 'new' ELSE 'changed' END AS CHANGE{{vintage}}
    FROM once LEFT JOIN (
        SELECT {{key}}, OBS_VALUE AS was_value, OBS_STATUS AS was_status, NOTE AS was_note, 1 AS was FROM before
    ) USING ({{key}})
    WHERE OBS_VALUE IS NOT NULL AND (
        was IS NULL OR was_value IS DISTINCT FROM OBS_VALUE OR was_status IS DISTINCT FROM OBS_STATUS
        OR coalesce(was_note, '') <> coalesce(NOTE, '')
    )"""  # noqa: S608  names of ours
_WITHDRAWN = f"""
    INSERT INTO changes BY NAME
    SELECT {_KEY}, NULL AS OBS_VALUE, 'O' AS OBS_STATUS, '' AS INFERRED, $vintage AS VINTAGE, $origin AS ORIGIN,
        concat('Withdrawn in the release of ', $release::VARCHAR, '.') AS NOTE, TIME_START, TIME_END,
        'withdrawn' AS CHANGE
    FROM before ANTI JOIN once USING ({_KEY}) WHERE OBS_VALUE IS NOT NULL"""  # noqa: S608  names of ours
