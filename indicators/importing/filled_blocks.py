"""Blank cells below the first of a block: a country is written once, and its years or items are in the rows below.

A column is filled down only if the file shows blocks: the rows below each text go through the same items or through
periods, none twice. Anything else stays blank, and rows that need the text are refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from indicators.importing import messages
from indicators.importing.batches import Batch, FileOptions, Source
from indicators.importing.column_contents import is_missing, is_number, read_heading_period
from indicators.importing.column_names import rank_name
from indicators.importing.decisions import Decision

_FEWEST_BLOCKS: Final = 2
_YEAR: Final = len("2024")
_Rows = Sequence[Sequence[str]]


def find_blocks(header: Sequence[str], rows: _Rows) -> list[int]:
    """Find the columns whose blank cells belong to the text above them, by their places.

    >>> find_blocks(["Country", "Year", "Value"], [["Peru", "2019", "1"], ["", "2020", "2"], ["Chile", "2019", "3"]])
    [0]
    >>> find_blocks(["Country", "Flag", "Value"], [["Peru", "e", "1"], ["Chile", "", "2"], ["Cuba", "e", "3"]])
    []
    >>> find_blocks(["Year", "", "Value"], [["2019", "2019-05", "1"], ["", "2019-06", "2"], ["2020", "2020-05", "3"]])
    [0]
    """
    width = len(header)
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    while rows and _is_note(rows[-1]):
        rows.pop()
    columns = [[row[place].strip() for row in rows] for place in range(width)]
    keys = [place for place in range(width) if _is_key(columns[place])]
    found: list[int] = []
    for place in keys:
        if any(not cell for cell in columns[place]):
            if not _has_blocks(rows, place, [other for other in keys if other != place], found):
                break
            found.append(place)
    return found


def _is_note(row: Sequence[str]) -> bool:
    """Return whether a row has nothing, or one text, which may be merged over its columns: a note below the table."""
    texts = {*map(str.strip, row)} - {""}
    return len(texts) < 2 and not any(map(is_number, texts))


def _is_key(cells: Sequence[str]) -> bool:
    """Return whether a column has periods or texts that are not numbers."""
    texts = [text for text in set(cells) if text and not is_missing(text)]
    plain = [text for text in texts if not is_number(text)]
    return bool(texts) and (len(plain) * 2 > len(texts) or all(map(read_heading_period, texts)))


def _has_blocks(rows: _Rows, place: int, others: Sequence[int], outer: Sequence[int]) -> bool:
    """Return whether the blank cells of a column follow the first ones of blocks."""
    within = [other for other in others if other not in outer]
    blocks: list[list[tuple[str, ...]]] = []
    is_open = False
    for row in rows:
        if not any(row):
            is_open = False
        elif row[place]:
            blocks.append([])
            is_open = True
        elif not is_open or any(row[one] for one in outer):
            return False  # after an empty row, or where a larger block begins
        if any(row):
            blocks[-1].append(tuple(row[other] for other in within))
    if len(blocks) < _FEWEST_BLOCKS or not within:
        return False
    if _are_years(filter(None, (row[place] for row in rows)), [{key[-1] for key in block} for block in blocks]):
        return True
    counted = Counter(key for block in blocks for key in set(block))
    items = Counter(item for block in blocks for item in {key[:-1] for key in block})
    below = [(key, block[0][:-1]) for block in blocks for key in block[1:]]
    are_periods = max(counted.values()) >= _FEWEST_BLOCKS and all(
        read_heading_period(key[-1]) and (key[:-1] == first or items[key[:-1]] >= _FEWEST_BLOCKS)
        for key, first in below
    )
    fewest = {key: len(blocks) if _is_total(key) else _FEWEST_BLOCKS for key, _ in below}  # or that of the table
    is_repeated = all(counted[key] >= times for key, times in fewest.items())
    are_whole = all(len(set(block)) == len(block) and all(map(any, block[1:])) for block in blocks)
    return are_whole and (is_repeated or are_periods)


def _are_years(texts: Iterable[str], blocks: Sequence[Iterable[str]]) -> bool:
    """Return whether texts are years, and all within the block of each are days or parts of that year.

    >>> _are_years(["2019", "2020"], [["2019-01", "2019-02"], ["2020-01"]]), _are_years(["2019"], [["2020-01"]])
    (True, False)
    """
    pairs = zip(map(read_heading_period, texts), (map(read_heading_period, block) for block in blocks), strict=True)
    return all(len(year) == _YEAR and all(one[:_YEAR] == year != one for one in parts) for year, parts in pairs)


def _is_total(key: Sequence[str]) -> bool:
    return any(rank_name("total", cell) is not None for cell in key)


def fill_blocks(source: Source, options: FileOptions) -> Source:
    """Fill the blank cells of a file's blocks, unless the user wants them as they are."""
    if options.keep_blanks:
        return source
    names = [source.columns[place] for place in find_blocks(source.columns, source.sample)]
    if not names:
        return source

    def read() -> Iterator[Batch]:
        last = dict.fromkeys(names, "")
        for batch in source.read():
            table = batch.table
            is_row = _find_rows(table)
            for name in names:
                filled = _fill(table.column(name), last[name], is_row)
                table = table.set_column(table.column_names.index(name), name, filled)
                last[name] = next((text for text in reversed(filled.to_pylist()) if text), last[name])
            yield replace(batch, table=table)

    sample = _fill_sample(source, names)
    evidence = messages.ARE_BLOCKS
    decisions = [
        Decision(messages.COLUMN.format(column=name), messages.IS_FILLED, evidence, messages.KEEP_BLANKS)
        for name in names
    ]
    return replace(source, sample=sample, read=read, decisions=(*source.decisions, *decisions))


def _find_rows(table: pa.Table) -> pa.ChunkedArray:
    """For each row, whether any of its cells has a text."""
    filled = [pc.not_equal(pc.utf8_trim_whitespace(pc.fill_null(column, "")), "") for column in table.columns]
    found = filled[0]
    for column in filled[1:]:
        found = pc.or_(found, column)
    return found


def _fill(column: pa.ChunkedArray, last: str, is_row: pa.ChunkedArray) -> pa.Array:
    texts = pc.fill_null(column, "").combine_chunks()
    known = pc.if_else(pc.equal(pc.utf8_trim_whitespace(texts), ""), pa.scalar(None, pa.string()), texts)
    whole = pc.fill_null_forward(pa.concat_arrays([pa.array([last or None], pa.string()), known]))
    return pc.if_else(is_row.combine_chunks(), pc.fill_null(whole[1:], ""), texts)


def _fill_sample(source: Source, names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    places = [source.columns.index(name) for name in names]
    last = dict.fromkeys(places, "")
    rows = []
    for row in source.sample:
        cells = [*row, *[""] * (len(source.columns) - len(row))]
        for place in places:
            last[place] = cells[place].strip() or last[place]
            cells[place] = last[place] if any(row) else ""
        rows.append(tuple(cells))
    return tuple(rows)
