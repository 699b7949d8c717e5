"""Rank the latest figures of an area among those of others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from indicators.analysis.latest_figures import LatestFigure

_Key = tuple[str, str, str, str]
_SERIES = ("indicator", "dimensions", "publisher", "unit")


@dataclass(frozen=True, eq=False)
class PeerValues:
    """The latest values of many areas, in order of their series.

    Attributes:
        places: Where the values of a series begin and end, by indicator, dimensions, publisher and unit.
        codes: The code of each area, with its number.
        areas: The number of the area of each value.
        years: The year in which its period ends.
        numbers: The value.
    """

    places: Mapping[_Key, tuple[int, int]]
    codes: Mapping[str, int]
    areas: npt.NDArray[np.int64]
    years: npt.NDArray[np.int64]
    numbers: npt.NDArray[np.float64]


def index_peers(table: pa.Table, publishers: Mapping[str, str]) -> PeerValues:
    """Index a table of `indicators.store.Store.read_latest_values` by series.

    Args:
        table: The values.
        publishers: The publisher of each dataset; of several datasets of one, the first with a value of an area counts.
    """
    names = [publishers[id] for id in table["dataset"].to_pylist()]
    table = table.append_column("publisher", pa.array(names, pa.string()))
    table = table.sort_by([(name, "ascending") for name in (*_SERIES, "area", "dataset")])
    columns = [table[name].to_numpy(zero_copy_only=False) for name in (*_SERIES, "area")]
    is_first = _find_changes(columns)
    columns = [column[is_first] for column in columns]
    starts = np.flatnonzero(_find_changes(columns[:-1]))
    ends = [*starts[1:], len(columns[0])]
    places = {
        (str(columns[0][start]), str(columns[1][start]), str(columns[2][start]), str(columns[3][start])): (start, end)
        for start, end in zip(starts.tolist(), ends, strict=False)
    }
    years = table["last_day"].to_numpy(zero_copy_only=False)[is_first].astype("datetime64[Y]").astype(int) + 1970
    numbers, codes = pd.factorize(columns[-1])
    of_code = {str(code): number for number, code in enumerate(codes)}
    return PeerValues(places, of_code, numbers, years, table["value"].to_numpy(zero_copy_only=False)[is_first])


def _find_changes(columns: Sequence[npt.NDArray[Any]]) -> npt.NDArray[np.bool_]:
    """Whether a row differs from the one before in any of these columns."""
    differs = np.ones(len(columns[0]), dtype=bool)
    if len(differs):
        differs[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return differs


def rank_figures(
    figures: Iterable[LatestFigure],
    peers: PeerValues,
    *,
    among: Collection[str],
    tolerance: int,
    ranked: Collection[str],
) -> tuple[LatestFigure, ...]:
    """Rank figures among those of other areas: of the same series, and at most some years older or newer.

    Args:
        figures: The figures to rank.
        peers: The latest values of these areas, and perhaps of others.
        among: Codes of the areas; a figure of another area is compared with them.
        tolerance: How many years apart two figures may be.
        ranked: Ids of the indicators whose values can be ranked.

    Returns:
        The figures in their order; those without any other to compare with have no rank.
    """
    is_member = np.zeros(len(peers.codes), dtype=bool)
    is_member[[peers.codes[code] for code in among if code in peers.codes]] = True
    members = is_member[peers.areas]
    return tuple(_rank(one, peers, members, tolerance) if one.indicator in ranked else one for one in figures)


def _rank(figure: LatestFigure, peers: PeerValues, members: npt.NDArray[np.bool_], tolerance: int) -> LatestFigure:
    place = peers.places.get((figure.indicator, figure.dimensions, figure.publisher, figure.unit))
    if place is None or figure.counterpart:
        return figure
    part = slice(*place)
    own = peers.codes.get(figure.area, -1)
    close = members[part] & (np.abs(peers.years[part] - figure.year) <= tolerance) & (peers.areas[part] != own)
    number = int(close.sum())
    if not number:
        return figure
    above = int((peers.numbers[part][close] > figure.latest.value).sum())
    return replace(figure, rank=above + 1, ranked=number + 1)
