"""The rows of a panel as plain arrays, for drawing: a part of them is had in a fiftieth of the time of a data frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["Rows"]

Array = npt.NDArray[Any]
_TEXTS: Final = (
    "entity", "code", "counterpart", "period", "frequency", "indicator", "unit", "status", "qualifier",
    "converted_from", "said_by", "vintage", "dataset", "publisher", "origin", "rate_unit", "rate_date",
    "rate_publisher",
)  # fmt: skip
_NUMBERS: Final = ("value", "lower", "upper", "year", "digits", "rate")
_DAYS: Final = ("first", "last")
_SERIES: Final = ("indicator", "code", "counterpart", "dataset", "unit", "frequency", "converted_from")


@dataclass(frozen=True)
class Rows:
    """Columns of a panel, all of one length.

    Attributes:
        columns: Texts as objects, empty where there is nothing; numbers as float64, NaN where there is none;
            ``first`` and ``last`` as datetime64[ms].
    """

    columns: Mapping[str, Array]

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Rows:
        """The rows of a panel's frame.

        >>> import indicators as ind
        >>> Rows.of(ind.get("population", "China", "2020").frame)["value"].tolist()
        [1411100000.0]
        """
        columns: dict[str, Array] = {}
        for name in _TEXTS:
            if name in frame:
                columns[name] = frame[name].to_numpy(dtype=object, na_value="")
        for name in _NUMBERS:
            if name in frame:
                columns[name] = frame[name].to_numpy(dtype=float, na_value=np.nan)
        for name in _DAYS:
            columns[name] = frame[name].to_numpy().astype("datetime64[ms]")
        return cls(columns)

    def __getitem__(self, name: str) -> Array:
        return self.columns[name]

    def __contains__(self, name: str) -> bool:
        return name in self.columns

    def __len__(self) -> int:
        return len(self.columns["value"])

    def take(self, places: Any) -> Rows:
        """The rows at these places: a mask, a slice or numbers."""
        return Rows({name: column[places] for name, column in self.columns.items()})

    def row(self, place: int) -> dict[str, Any]:
        """One row, from column to value; ``digits`` is ``None`` where it is not known."""
        row = {name: column[place] for name, column in self.columns.items()}
        return row | {"digits": None if np.isnan(row["digits"]) else int(row["digits"])}

    def series(self) -> Iterator[Rows]:
        """The series, in the order in which they begin: never two publishers, units or frequencies in one."""
        columns = [self.columns[name] for name in _SERIES]
        places: dict[tuple[Any, ...], list[int]] = {}
        for place, key in enumerate(zip(*columns, strict=True)):
            places.setdefault(key, []).append(place)
        return (self.take(np.array(numbers)) for numbers in places.values())
