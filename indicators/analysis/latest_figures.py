"""The latest figure of each series, with the one before, the change, the next forecast, its history and its rank.

Profiles of countries and tables of several indicators for several countries are made of these. The latest figure is the
latest that is not a forecast; the next forecast is the first one after it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.model.codelists import ObservationStatus
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit

_HISTORY: Final = 30
"""The number of values that the history keeps, for a line in a cell."""
_SERIES: Final = ["indicator", "code", "counterpart", "dimensions", "dataset", "unit"]
_FORECASTS: Final = frozenset(status.value for status in ObservationStatus if status.is_forecast)


@dataclass(frozen=True, slots=True)
class FigureAt:
    """A value and its period.

    Attributes:
        value: The value.
        period: The period, as in SDMX: ``2024``, ``2024-Q3``.
        status: The status of the observation, as in SDMX.
    """

    value: float
    period: str
    status: str = "A"


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two values.

    Attributes:
        value: The difference in percentage points of two percentages, else in percent of the first.
        unit: ``percentage points`` or ``%``.
    """

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class LatestFigure:
    """The latest figure of a series.

    Attributes:
        indicator: Id of the indicator.
        area: Code of the area.
        counterpart: Code of the other area, for trade and agreements; or empty.
        unit: The unit of all values.
        latest: The value and its period.
        previous: The value before it; ``None`` for the first.
        forecasts: The forecasts after it, the next one first.
        history: The values up to the latest, at most thirty, oldest first; a gap is NaN.
        publisher: Who published it.
        origin: Ids of its origins, separated by spaces.
        vintage: The day from which it was known.
        rank: Its place among the areas it is compared with, 1 for the largest; ``None`` if it was not ranked.
        ranked: With how many areas it was compared, itself included.
        dimensions: The text of its dimensions, such as ``SEX=F``; empty for the total.
    """

    indicator: str
    area: str
    counterpart: str
    unit: str
    latest: FigureAt
    previous: FigureAt | None = None
    forecasts: tuple[FigureAt, ...] = ()
    history: tuple[float, ...] = field(default=(), repr=False)
    publisher: str = ""
    origin: str = ""
    vintage: str = ""
    rank: int | None = None
    ranked: int = 0
    dimensions: str = ""

    @property
    def year(self) -> int:
        """The year in which the period of the latest value ends."""
        return TimePeriod.parse(self.latest.period).last.year

    @property
    def forecast(self) -> FigureAt | None:
        """The first forecast after the latest value; ``None`` if there is none."""
        return next(iter(self.forecasts), None)

    @property
    def change(self) -> Change | None:
        """The change from the value before; ``None`` if there is none, or it was not above zero.

        >>> share = LatestFigure("debt", "RUS", "", "% of GDP", FigureAt(16.5, "2024"), FigureAt(15.0, "2023"))
        >>> share.change
        Change(value=1.5, unit='percentage points')
        """
        if self.previous is None:
            return None
        if parse_unit(self.unit).expression == "percent":
            return Change(self.latest.value - self.previous.value, "percentage points")
        if self.previous.value <= 0:
            return None
        return Change((self.latest.value / self.previous.value - 1) * 100, "%")


def find_latest_figures(panel: Panel, *, at: TimePeriod | None = None) -> tuple[LatestFigure, ...]:
    """Find the latest figure of every series of a panel of all time, or the latest within a period such as a year.

    Returns:
        One entry per series that has a figure, in the order of the panel. Two publishers are two series.
    """
    frame = panel.frame[panel.frame["value"].notna()]
    if frame.empty:
        return ()
    frame = frame.assign(order=pd.factorize(frame["indicator"])[0]).sort_values(
        ["order", *_SERIES[1:], "last"], kind="stable"
    )
    keys = frame[_SERIES]
    starts = np.flatnonzero((keys != keys.shift()).any(axis="columns").to_numpy())
    columns = {name: frame[name].to_numpy() for name in (*_SERIES, *_READ)}
    ends = [*starts[1:], len(frame)]
    found = (_find_latest(columns, int(start), int(end), at) for start, end in zip(starts, ends, strict=True))
    return tuple(figure for figure in found if figure is not None)


_READ: Final = ("period", "first", "last", "value", "status", "publisher", "origin", "vintage")


def _find_latest(columns: dict[str, Any], start: int, end: int, at: TimePeriod | None) -> LatestFigure | None:
    """The latest figure among the rows of a series, which are in order of time."""
    actual = [row for row in range(start, end) if columns["status"][row] not in _FORECASTS]
    if at is not None:
        first, last = np.datetime64(at.first), np.datetime64(at.last)
        within = [row for row in range(start, end) if first <= columns["first"][row] and columns["last"][row] <= last]
        row = within[-1] if within else None
        actual = [one for one in actual if row is not None and one <= row]
    else:
        row = actual[-1] if actual else None
    if row is None:
        return None
    earlier = [one for one in actual if one < row]
    later = [one for one in range(row + 1, end) if columns["status"][one] in _FORECASTS]

    def read(one: int) -> FigureAt:
        return FigureAt(float(columns["value"][one]), str(columns["period"][one]), str(columns["status"][one]))

    return LatestFigure(
        indicator=str(columns["indicator"][row]), area=str(columns["code"][row]),
        counterpart=str(columns["counterpart"][row]), unit=str(columns["unit"][row]),
        latest=read(row), previous=read(earlier[-1]) if earlier else None, forecasts=tuple(map(read, later)),
        history=tuple(float(columns["value"][one]) for one in (*earlier, row)[-_HISTORY:]),
        publisher=str(columns["publisher"][row]), origin=str(columns["origin"][row]),
        vintage=str(columns["vintage"][row]), dimensions=str(columns["dimensions"][row]),
    )  # fmt: skip
