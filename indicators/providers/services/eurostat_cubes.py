"""Datasets of Eurostat as tables: the roles of their dimensions, the codes of the euro area, and combined flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from indicators.providers.services import messages
from indicators.providers.services.service import LABEL, FetchQuery

EURO_AREA: Final = ("EA", "EA21", "EA20", "EA19", "EA18", "EA17")
"""The codes of the euro area: with changing members, and with those of some year."""
_NAMES: Final = {
    "geo": "REF_AREA", "time": "TIME_PERIOD", "freq": "FREQ", "unit": "UNIT_MEASURE", f"unit{LABEL}": "UNIT_NAME",
}  # fmt: skip
_TOTALS: Final = ("TOTAL", "T", "_T", "_Z", "NAP")


def shape_cube(rows: pa.Table, query: FetchQuery, title: str) -> tuple[pa.Table, tuple[str, ...]]:
    """Give the columns of a dataset the roles that all services share.

    Args:
        rows: The dimensions by their ids, with labels where there are any, ``OBS_VALUE`` and ``OBS_STATUS``.
        query: What was asked for; a dimension of which it asks for one code is part of the indicator's name.
        title: The title of the dataset.

    Returns:
        The table, and the columns of its dimensions.
    """
    given = {_NAMES.get(name, name): rows[name] for name in rows.column_names}
    fixed = [name for name, codes in query.filters.items() if "~" not in codes]
    about = [_name_code(given, name) for name in fixed if name not in ("freq", "unit", "geo")]
    codes = ".".join([query.series.upper(), *(query.filters[name].upper() for name in fixed)])
    columns = {
        "INDICATOR": pa.array([f"Eurostat:{codes}"] * rows.num_rows),
        "INDICATOR_NAME": pa.array([", ".join([title, *filter(None, about)])] * rows.num_rows),
        **{name: given[name] for name in (*_NAMES.values(), "OBS_VALUE") if name in given},
        "REF_AREA": _choose_euro_area(given["REF_AREA"]),
    }
    if "OBS_STATUS" in given:
        columns["OBS_STATUS"] = _split_flags(given["OBS_STATUS"])
    dimensions = ["UNIT_MEASURE"] if "UNIT_MEASURE" in given and "unit" not in fixed else []
    for name, column in given.items():
        is_own = name not in (*_NAMES.values(), "OBS_VALUE", "OBS_STATUS", f"REF_AREA{LABEL}", "Reference area")
        if is_own and name.removesuffix(LABEL) not in (*fixed, "freq", "geo", "time"):
            columns[name] = column
            dimensions += [] if name.endswith(LABEL) else [name]
    return pa.table(columns), tuple(dimensions)


def _name_code(given: Mapping[str, pa.ChunkedArray], name: str) -> str:
    """Name the one code of a dimension, unless it is the total."""
    if name not in given or not len(given[name]) or str(given[name][0]) in _TOTALS:
        return ""
    return str(given.get(f"{name}{LABEL}", given[name])[0])


def _choose_euro_area(areas: pa.ChunkedArray) -> pa.Array:
    """Let one of the codes of the euro area stand for it: the changing one, else that with the most members."""
    there = set(pc.unique(areas).to_pylist())
    found = [code for code in EURO_AREA if code in there]
    others = {code: messages.EURO_AREA_OF.format(code=code) for code in found[1:]}
    encoded = areas.combine_chunks().dictionary_encode()
    spelled: Sequence[str] = [others.get(code, code) for code in encoded.dictionary.to_pylist()]
    return pa.array(spelled, pa.string()).take(encoded.indices)


def _split_flags(flags: pa.ChunkedArray) -> pa.Array:
    """Write combined flags apart: ``bep`` is ``b;e;p``, and what is after a bar is why a value is withheld."""
    encoded = flags.combine_chunks().dictionary_encode()
    apart = [";".join(text.replace("|", "")) for text in encoded.dictionary.to_pylist()]
    return pa.array(apart, pa.string()).take(encoded.indices)
