"""The axis of time: where a period stands on it, and its few round marks.

Years are drawn at their number, which stands for their middle; months, days and all else at the day in their middle.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.charts.palette import faint_ink, grey
from indicators.charts.parts.plain_rows import Rows
from indicators.charts.style import SMALL, Look, Spec
from indicators.model.periods import TimePeriod

__all__ = ["Timeline", "period_label", "timeline"]

_YEARS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MONTHS: Final = (1, 2, 3, 6, *(12 * years for years in _YEARS))
_DAYS: Final = (1, 2, 5, 10, 15)
_MOST, _MOST_NARROW = 6, 4
_DAY: Final = 86_400_000.0  # in milliseconds, in which plotly.js counts time


@dataclass(frozen=True)
class Timeline:
    """An axis of time.

    Attributes:
        annual: Whether its numbers are years; otherwise they are milliseconds since 1970.
        low: Where it begins.
        high: Where it ends.
        ticks: Its marks.
        tick_texts: The marks in words.
    """

    annual: bool
    low: float
    high: float
    ticks: tuple[float, ...]
    tick_texts: tuple[str, ...]

    def places(self, rows: Rows) -> npt.NDArray[np.float64]:
        """Where the periods of rows stand."""
        return _places(rows, annual=self.annual)

    def place(self, period: TimePeriod) -> float:
        """Where a period stands; on an axis of years, at the time of the year it has."""
        day = period.middle
        if self.annual:
            return day.year - 0.5 + (day.timetuple().tm_yday - 1) / 365
        return pd.Timestamp(day).timestamp() * 1000

    def share(self, place: float) -> float:
        """How far along the axis a place is, from 0 to 1."""
        return (place - self.low) / (self.high - self.low)

    def drawn(self, places: npt.NDArray[np.float64]) -> Any:
        """Places as plotly.js takes them: years as numbers, days as dates."""
        if self.annual:
            return places
        return places.astype("datetime64[ms]")

    def layout(self, look: Look) -> Spec:
        """The axis as plotly.js takes it."""
        return {
            "type": "linear" if self.annual else "date", "range": list(self.drawn(np.array([self.low, self.high]))),
            "showgrid": False, "zeroline": False, "fixedrange": True, "title": {"text": ""}, "ticks": "outside",
            "tickmode": "array", "tickvals": list(self.drawn(np.array(self.ticks))), "ticktext": self.tick_texts,
            "tickcolor": grey(look.ground), "ticklen": 4, "tickfont": {"size": SMALL, "color": faint_ink(look.ground)},
            "showline": True, "linecolor": grey(look.ground), "linewidth": 1, "automargin": False, "tickangle": 0,
        }  # fmt: skip


def timeline(rows: Rows, look: Look, *, room: float = 0.0) -> Timeline:
    """The axis on which all periods of a panel's frame have a place.

    Args:
        rows: Rows of a panel; there may be none.
        look: For whom: a narrow chart has fewer marks, and months are written as the locale does.
        room: What is left free at either end, in years or, where it is no axis of years, in days.
    """
    annual = bool((rows["frequency"] == "A").all())
    if not len(rows):
        return Timeline(annual=True, low=0.0, high=1.0, ticks=(), tick_texts=())
    places = _places(rows, annual=annual)
    first, last = float(places.min()), float(places.max())
    unit = 1.0 if annual else _DAY
    free = max(room * unit, 0.012 * (last - first)) or (0.5 * unit if annual else 15 * unit)
    low, high = first - free, last + free
    most = _MOST_NARROW if look.narrow else _MOST
    ticks, texts = _year_ticks(low, high, most) if annual else _day_ticks(low, high, most, look.locale)
    return Timeline(annual, low, high, ticks, texts)


@lru_cache(maxsize=50_000)
def period_label(text: str) -> str:
    """A period as a person would say it.

    >>> period_label("2024-Q3")
    '3rd quarter of 2024'
    """
    return TimePeriod.parse(text).label


def _places(rows: Rows, *, annual: bool) -> npt.NDArray[np.float64]:
    if annual:
        return rows["year"]
    first, last = (rows[name].astype("int64") for name in ("first", "last"))
    middle: npt.NDArray[np.float64] = (first + (last - first) // 2).astype(float)
    return middle


def _year_ticks(first: float, last: float, most: int) -> tuple[tuple[float, ...], tuple[str, ...]]:
    start, end = math.ceil(first), math.floor(last)
    for step in _YEARS:
        years = range(-(-start // step) * step, end + 1, step)
        if len(years) <= most:
            break
    return tuple(map(float, years)), tuple(map(str, years))


def _day_ticks(first: float, last: float, most: int, locale: str) -> tuple[tuple[float, ...], tuple[str, ...]]:
    start, end = (pd.Timestamp(place, unit="ms") for place in (first, last))
    if (end - start).days <= 45:
        days = list(pd.date_range(start.normalize(), end, freq="D"))
        marks = days[:: next((s for s in _DAYS if len(days) <= most * s), _DAYS[-1])]
        return _milliseconds(marks), tuple(_written(mark, "d MMM", locale) for mark in marks)
    months = pd.date_range(start.normalize().replace(day=1), end, freq="MS")
    months = months[months >= start]
    for step in _MONTHS:
        chosen = [month for month in months if (month.year * 12 + month.month - 1) % step == 0]
        if len(chosen) <= most:
            break
    pattern = "y" if step >= 12 else "MMM y"
    return _milliseconds(chosen), tuple(_written(mark, pattern, locale) for mark in chosen)


def _milliseconds(marks: Sequence[pd.Timestamp]) -> tuple[float, ...]:
    return tuple(mark.timestamp() * 1000 for mark in marks)


def _written(mark: pd.Timestamp, pattern: str, locale: str) -> str:
    if pattern == "y":
        return str(mark.year)
    from babel.dates import format_date

    return str(format_date(mark.date(), pattern, locale=locale))
