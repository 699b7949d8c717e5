"""Which series of an indicator a query selects by their dimensions: those chosen, else the total, else all.

Nothing is summed over a dimension, and no code is picked silently: where there is no total, all codes are read and a
step says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

import pyarrow as pa
import pyarrow.compute as pc

from indicators.model.catalogue import Catalogue
from indicators.model.dimensions import TOTAL_CODE, Dimension, join_dimensions, split_dimensions
from indicators.model.formatting import join_names
from indicators.model.observations import Indicator
from indicators.model.steps import Step
from indicators.store import messages
from indicators.store.query import Query

_MOST_SERIES = 200  # more texts than this are selected after reading
_BETWEEN = "\t"  # the id of an indicator and the text of its dimensions, neither of which has it


def list_series(query: Query, catalogue: Catalogue) -> tuple[str, ...] | None:
    """List the dimensions of the series that a query selects, of all its indicators together.

    Returns:
        Texts such as ``SEX=F``; ``None`` if no indicator has dimensions, or too many series are selected.
    """
    divided = [one for one in _find_indicators(query, catalogue) if one.dimensions]
    if not divided:
        return None
    found = {""}
    for indicator in divided:
        codes = [(one.id, _choose_codes(one, query)) for one in indicator.dimensions]
        if prod(len(chosen) for _, chosen in codes) > _MOST_SERIES:
            return None
        ids = [id for id, _ in codes]
        found |= {join_dimensions(dict(zip(ids, one, strict=True))) for one in product(*(each for _, each in codes))}
    return tuple(sorted(found))


def keep_chosen(table: pa.Table, query: Query, catalogue: Catalogue) -> pa.Table:
    """Keep the rows of the series that a query selects.

    Args:
        table: Rows with ``INDICATOR`` and ``DIMENSIONS``.
        query: The query.
        catalogue: What is known about its indicators.
    """
    wanted = {
        indicator.id: {one.id: frozenset(_choose_codes(one, query)) for one in indicator.dimensions}
        for indicator in _find_indicators(query, catalogue)
        if indicator.dimensions
    }
    if not wanted:
        return table
    series = pc.binary_join_element_wise(table["INDICATOR"], table["DIMENSIONS"], _BETWEEN)
    dropped = []
    for text in pc.unique(series).to_pylist():  # one filter for all: each takes as long as the table is wide
        id, _, dimensions = text.partition(_BETWEEN)
        if id in wanted and not _is_among(split_dimensions(dimensions), wanted[id]):
            dropped.append(text)
    if not dropped:
        return table
    return table.filter(pc.invert(pc.is_in(series, value_set=pa.array(dropped, pa.string()))))


def describe_choice(query: Query, catalogue: Catalogue) -> Iterator[Step]:
    """Yield a step for each dimension that has no total, and for each choice an indicator has no dimension for."""
    for indicator in _find_indicators(query, catalogue):
        chosen = {id for id, _ in query.dimensions}
        for one in indicator.dimensions:
            if one.id not in chosen and len(one.default) > 1:
                sentence = messages.ALL_SHOWN if one.has_total else messages.NO_TOTAL
                codes = join_names([one.label_code(code) for code in one.values], most=4)
                named = sentence.format(indicator=indicator.name, dimension=one.label, codes=codes)
                yield Step("dimensions", named)
        for id in sorted(chosen - {one.id for one in indicator.dimensions}):
            named = messages.NOT_DIVIDED.format(indicator=indicator.name, dimension=Dimension(id, ()).label)
            yield Step("dimensions", named)


def _find_indicators(query: Query, catalogue: Catalogue) -> list[Indicator]:
    return [catalogue.find_indicator(id) for id in query.indicators]


def _choose_codes(dimension: Dimension, query: Query) -> tuple[str, ...]:
    return dict(query.dimensions).get(dimension.id, dimension.default)


def _is_among(codes: dict[str, str], wanted: dict[str, frozenset[str]]) -> bool:
    return all(codes.get(id, TOTAL_CODE) in chosen for id, chosen in wanted.items())
