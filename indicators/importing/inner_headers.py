"""Headers within a table: one that is repeated is no row of figures, and another one begins a second table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.batches import SAMPLE_ROWS, Batch, Source
from indicators.importing.column_contents import is_missing, is_number, read_heading_period
from indicators.importing.column_names import is_known_name
from indicators.importing.columns import recognise_columns
from indicators.importing.decisions import Decision
from indicators.importing.mapping import ColumnMapping
from indicators.model.formatting import join_names

_PERIOD: Final = r"(1[5-9]|20)\d\d"
_LIKE_PERIOD: Final = rf"^\s*\D{{0,9}}{_PERIOD}\D?\D?\d?\d?\s*$|^\s*{_PERIOD}\.0$"
_FEWEST: Final = 2
_CERTAIN: Final = 3  # so many consecutive years in consecutive columns are no figures
_MOST_SHOWN: Final = 3


def drop_headers(batch: Batch, mapping: ColumnMapping, file: str) -> Batch:
    """Return a batch without the rows that repeat the header.

    Raises:
        UsageError: A row is the header of another table: what is below it does not belong to these headings.
    """
    dropped, second = _find_headers(batch, mapping)
    if second is not None:
        shown = join_names([name for name in second.names if name][:_MOST_SHOWN])
        message = messages.SECOND_TABLE.format(file=file, line=second.line, names=shown)
        can_begin = second.line <= SAMPLE_ROWS
        hint = messages.CHOOSE_HEADER.format(line=second.line) if can_begin else messages.SPLIT_TABLES
        raise UsageError(message, hint=hint)
    return batch.drop(np.isin(np.arange(batch.table.num_rows), dropped)) if dropped else batch


def end_at_next_table(source: Source, header: str) -> Source:
    """Return the table below a header that the user gave, which ends where another one begins."""
    if not header:
        return source
    mapping = recognise_columns(source.columns, source.sample).mapping
    seconds = (_find_headers(batch, mapping)[1] for batch in source.read_batches() if mapping.value_columns)
    second = next(filter(None, seconds), None)
    if second is None:
        return source

    def read() -> Iterator[Batch]:
        for batch in source.read():
            kept = tuple(one for one in batch.refused if one[0] < second.above)
            yield replace(batch, refused=kept).drop(batch.lines >= second.above)
            if batch.lines.size and batch.lines[-1] >= second.above:
                return

    end = messages.ENDS_BEFORE.format(line=second.above)
    told = Decision(messages.TABLE, end, messages.CHOSEN_BY_USER, f"--header {second.line}")
    columns = next(read()).table.columns
    sample = tuple(zip(*(column.to_pylist() for column in columns), strict=True))[: len(source.sample)]
    return replace(source, read=read, sample=sample, decisions=(*source.decisions, told))


class _SecondTable(NamedTuple):
    """Where another table begins: its header, the line from which on nothing belongs to the first, and the headings."""

    line: int
    above: int
    names: list[str]


def _find_headers(batch: Batch, mapping: ColumnMapping) -> tuple[list[int], _SecondTable | None]:
    """Find the rows that repeat the header, and the first one that begins another table.

    So does a repeated one below a line of one cell: that is the title of what follows.
    """
    columns = list(mapping.periods) if mapping.periods else list(mapping.value_columns)
    key = (None if mapping.periods else mapping.period) or mapping.area_name or mapping.area
    has_years = bool(mapping.periods) and len(columns) >= _FEWEST
    find = _find_period_rows(batch.table, columns) if has_years else _find_named_rows(batch.table, key, columns)
    places = np.flatnonzero(find.to_numpy()).tolist()
    if not places:
        return [], None
    texts = [name for name in batch.table.column_names if name not in columns]
    rows = batch.table.take(pa.array(places)).to_pylist()
    cells = [[_clean(row[name]) for name in columns] for row in rows]
    headings = [mapping.periods.get(name, name) for name in columns]
    stand_out = has_years and _stand_out(batch.table, columns, headings, cells)
    dropped: list[int] = []
    for place, row, names in zip(places, rows, cells, strict=True):
        pairs = zip(names, columns, headings, strict=True)
        is_again = all(not name or name in (_clean(column), _clean(heading)) for name, column, heading in pairs)
        is_named = all(not row[name] or row[name].strip() in texts or is_known_name(row[name]) for name in texts)
        if is_again:
            is_other = len(list(filter(None, names))) >= min(_FEWEST, len(names)) and not is_named
        elif has_years:
            is_other = _are_periods(headings, names, is_run=is_named or stand_out)
        else:
            is_other = _are_words(names) or bool(mapping.periods)
        title = _find_title_above(batch, place)
        if is_other or (is_again and any(names) and title):
            line = int(batch.lines[place])
            return dropped, _SecondTable(line, title or line, names)
        if is_again and any(names):
            dropped.append(place)
    return dropped, None


def _find_title_above(batch: Batch, place: int) -> int:
    """Return the line of the only text in the row above one, which is no repeated heading; or 0."""
    line = int(batch.lines[place])
    short = [number for number, _, count in batch.refused if count == 1 and number < line]
    before = next((n for n in reversed(range(place)) if any(cell.strip() for cell in _get_cells(batch, n))), None)
    last = int(batch.lines[before]) if before is not None else 0
    if short and short[-1] > last:
        return short[-1]
    told = [cell for cell in _get_cells(batch, before) if cell.strip()] if before is not None else []
    return last if len(told) == 1 and told[0].strip() not in batch.table.column_names else 0


def _get_cells(batch: Batch, place: int) -> list[str]:
    return [column[place].as_py() or "" for column in batch.table.columns]


def _find_period_rows(table: pa.Table, columns: Sequence[str]) -> pa.ChunkedArray:
    """Find the rows that may have periods below the first two headings."""
    first, second = (table.column(name) for name in columns[:_FEWEST])
    beside = pc.match_substring_regex(second, rf"{_LIKE_PERIOD}|^\s*$")  # a merged cell
    return pc.and_(pc.match_substring_regex(first, _LIKE_PERIOD), beside)


def _find_named_rows(table: pa.Table, key: str | None, columns: Sequence[str]) -> pa.ChunkedArray:
    """Find the rows that have the heading of the key or of the first column of values in it."""
    named = [name for name in (key, *columns[:1]) if name]
    first, *others = (pc.equal(pc.utf8_trim_whitespace(table.column(name)), name.strip()) for name in named)
    return pc.or_(first, others[0]) if others else first


def _stand_out(table: pa.Table, columns: Sequence[str], headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the cells that look like years are in rows of consecutive ones only, and so are no figures."""
    counts = [pc.sum(pc.match_substring_regex(table.column(name), _LIKE_PERIOD)).as_py() for name in columns[:_FEWEST]]
    return counts == [len(rows)] * len(counts) and all(_are_periods(headings, row, is_run=True) for row in rows)


def _clean(text: str | None) -> str:
    """Return a heading without what a spreadsheet adds: ``2019.0``."""
    return re.sub(rf"^({_PERIOD})\.0$", r"\1", (text or "").strip())


def _are_periods(columns: Sequence[str], names: Sequence[str], *, is_run: bool) -> bool:
    """Return whether the cells of a row are the periods of another table.

    Args:
        columns: The headings of the table.
        names: The cells.
        is_run: Whether two consecutive years are enough; else it takes three.

    >>> _are_periods(["2019", "2020"], ["2021", "2022"], is_run=True)
    True
    """
    found, headings = [name for name in names if name], [_clean(column) for column in columns]
    periods = [read_heading_period(name) for name in found]
    if not all(periods) or len(set(periods)) < len(periods) or len(found) < _FEWEST:
        return False
    if not all(re.fullmatch(r"\d{4}", period) for period in periods):
        return True  # 2021Q1 is no figure
    steps = {int(later) - int(one) for one, later in pairwise(periods)}
    ours = [int(name) for name in headings if re.fullmatch(r"\d{4}", name)]
    same = {later - one for one, later in pairwise(ours)}
    return len(steps) == 1 and steps <= same and (is_run or len(found) >= _CERTAIN)


def _are_words(names: Sequence[str]) -> bool:
    words = [name for name in names if name and not is_missing(name)]
    return bool(words) and not any(map(is_number, words))
