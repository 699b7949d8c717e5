"""Headers within a table: one that is repeated is no row of figures, and another one begins a second table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from indicators.errors import UsageError
from indicators.importing import messages
from indicators.importing.batches import Batch
from indicators.importing.column_contents import is_missing, is_number, read_heading_period
from indicators.importing.mapping import ColumnMapping
from indicators.model.formatting import join_names

__all__ = ["drop_headers"]

_PERIOD: Final = r"(1[5-9]|20)\d\d"
_FEWEST: Final = 2
_CERTAIN: Final = 3  # so many consecutive years in consecutive columns are no figures
_MOST_SHOWN: Final = 3


def drop_headers(batch: Batch, mapping: ColumnMapping, file: str) -> Batch:
    """Return a batch without the rows that repeat the header.

    Raises:
        UsageError: A row is the header of another table: what is below it does not belong to these headings.
    """
    columns = list(mapping.periods) if mapping.periods else list(mapping.value_columns)
    key = mapping.period or (None if mapping.periods else mapping.area_name or mapping.area)
    candidates = _find_period_rows(batch.table, columns) if mapping.periods else _find_named_rows(batch.table, key)
    if not len(candidates):
        return batch
    texts = [name for name in batch.table.column_names if name not in columns]
    rows = batch.table.take(pa.array(candidates)).to_pylist()
    dropped = []
    for place, row in zip(candidates, rows, strict=True):
        names = [_clean(row[name]) for name in columns]
        is_again = all(not name or name == _clean(column) for name, column in zip(names, columns, strict=True))
        is_plain = all(not row[name] or _clean(row[name]) == _clean(name) for name in texts)
        if not is_again and (
            _begins_table(columns, names, is_plain=is_plain) if mapping.periods else _are_words(names)
        ):
            shown = join_names([name for name in names if name][:_MOST_SHOWN])
            message = messages.SECOND_TABLE.format(file=file, line=batch.lines[place], names=shown)
            raise UsageError(message, hint=messages.SEPARATE_TABLES)
        if is_again and any(names):
            dropped.append(place)
    return _drop(batch, dropped) if dropped else batch


def _find_period_rows(table: pa.Table, columns: Sequence[str]) -> list[int]:
    """Find the rows that may have periods below the first two headings."""
    if len(columns) < _FEWEST:
        return []
    masks = [
        pc.match_substring_regex(table.column(name), rf"^\s*\D{{0,9}}{_PERIOD}\D?\D?\d?\d?\s*$|^\s*{_PERIOD}\.0$")
        for name in columns[:_FEWEST]
    ]
    return np.flatnonzero(pc.and_(*masks).to_numpy()).tolist()


def _find_named_rows(table: pa.Table, key: str | None) -> list[int]:
    """Find the rows that have the heading of a column in it."""
    if not key:
        return []
    return np.flatnonzero(pc.equal(pc.utf8_trim_whitespace(table.column(key)), key.strip()).to_numpy()).tolist()


def _clean(text: str | None) -> str:
    """Return a heading without what a spreadsheet adds: ``2019.0``."""
    return re.sub(rf"^({_PERIOD})\.0$", r"\1", (text or "").strip())


def _begins_table(columns: Sequence[str], names: Sequence[str], *, is_plain: bool) -> bool:
    """Return whether the cells of a row are the periods of another table.

    >>> _begins_table(["2019", "2020"], ["2021", "2022"], is_plain=True)
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
    return len(steps) == 1 and steps <= same and (is_plain or len(found) >= _CERTAIN)


def _are_words(names: Sequence[str]) -> bool:
    words = [name for name in names if name and not is_missing(name)]
    return bool(words) and not any(map(is_number, words))


def _drop(batch: Batch, places: list[int]) -> Batch:
    kept = np.ones(batch.table.num_rows, dtype=bool)
    kept[places] = False
    typed = {name: cells[kept] for name, cells in batch.typed.items()}
    return replace(batch, table=batch.table.filter(pa.array(kept)), lines=batch.lines[kept], typed=typed)
