"""The rows of a panel as plain arrays: a part of them takes a fiftieth of the time of a data frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.model.bands import list_amounts
from indicators.model.panel import SERIES_COLUMNS, Panel

_Array = npt.NDArray[Any]
_TEXTS: Final = (
    "entity", "code", "counterpart", "dimensions", "period", "frequency", "indicator", "unit", "status", "qualifier",
    "converted_from", "said_by", "vintage", "dataset", "publisher", "origin", "rate_unit", "rate_date",
    "rate_publisher",
)  # fmt: skip
_NUMBERS: Final = ("value", "lower", "upper", "year", "digits", "rate")
_DAYS: Final = ("first", "last")
_ONE_VALUE: Final = ["publisher", "indicator", "code", "counterpart", "dimensions", "unit", "period", "status", "value"]


@dataclass(frozen=True)
class Rows:
    """Columns of a panel, all of the same length.

    Attributes:
        columns: Texts as objects, empty where missing; numbers as float64, NaN where missing; ``first`` and
            ``last`` as datetime64[ms].
    """

    columns: Mapping[str, _Array]

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Rows:
        """Return the rows of a panel's frame.

        >>> import indicators as ind
        >>> Rows.of(ind.get("population", "China", "2020").frame)["value"].tolist()
        [1411100000.0]
        """
        columns: dict[str, _Array] = {}
        for name in _TEXTS:
            if name in frame:
                columns[name] = frame[name].to_numpy(dtype=object, na_value="")
        for name in dict.fromkeys([*_NUMBERS, *list_amounts(frame.columns)]):
            if name in frame:
                columns[name] = frame[name].to_numpy(dtype=float, na_value=np.nan)
        for name in _DAYS:
            columns[name] = frame[name].to_numpy().astype("datetime64[ms]")
        return cls(columns)

    def __getitem__(self, name: str) -> _Array:
        return self.columns[name]

    def __contains__(self, name: str) -> bool:
        return name in self.columns

    def __len__(self) -> int:
        return len(self.columns["value"])

    def take(self, places: Any) -> Rows:
        """Return the rows at these places: a mask, a slice or numbers."""
        return Rows({name: column[places] for name, column in self.columns.items()})

    def row(self, place: int) -> dict[str, Any]:
        """Return one row, column to value; ``digits`` is ``None`` where unknown."""
        row = {name: column[place] for name, column in self.columns.items()}
        return row | {"digits": None if np.isnan(row["digits"]) else int(row["digits"])}

    def series(self) -> Iterator[Rows]:
        """Yield the series in the order in which they begin; none mixes publishers, units or frequencies."""
        columns = [self.columns[name] for name in SERIES_COLUMNS]
        places: dict[tuple[Any, ...], list[int]] = {}
        for place, key in enumerate(zip(*columns, strict=True)):
            places.setdefault(key, []).append(place)
        return (self.take(np.array(numbers)) for numbers in places.values())


def concatenate_rows(parts: Sequence[Rows]) -> Rows:
    """Return the rows of all parts, one part after the other."""
    if len(parts) == 1:
        return parts[0]
    return Rows({name: np.concatenate([part[name] for part in parts]) for name in parts[0].columns})


def keep_drawable(panel: Panel, *, log: bool = False) -> Panel:
    """Return the values of a panel that can be drawn, in units without a scale word.

    A value that one publisher gives in two datasets is kept once.
    """
    plain = panel.unscale()
    known = _drop_repeats(plain.frame[plain.frame["value"].notna()])
    return plain.with_frame(known[known["value"] > 0] if log else known)


def _drop_repeats(frame: pd.DataFrame) -> pd.DataFrame:
    """Drop rows that another dataset of their publisher has too; the dataset with more values keeps them."""
    if frame["dataset"].nunique() <= frame["publisher"].nunique():
        return frame
    sized = frame.assign(size=frame.groupby("dataset")["dataset"].transform("size"))
    first = sized.sort_values("size", ascending=False, kind="stable").groupby(_ONE_VALUE, dropna=False)["dataset"]
    return frame[frame["dataset"] == first.transform("first").reindex(frame.index)]
