"""The axis of time: where periods are on it, and its few round ticks.

Years are placed at their number, which is their middle; all other periods at the day in their middle. So are the
ticks of months and quarters; those of years on an axis of days are where the years begin.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.charts.parts.label_placement import measure_text
from indicators.charts.parts.panel_rows import Rows
from indicators.charts.style import SMALL, Look, Spec
from indicators.model.periods import PERIOD_MONTHS, TimePeriod

_YEARS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MONTHS: Final = (1, 2, 3, 6, *(12 * years for years in _YEARS))
_DAYS: Final = (1, 2, 5, 10, 15)
_HALF_YEAR: Final = "half-year"  # the pattern that CLDR lacks
_PATTERNS: Final = {3: "QQQ y", 6: _HALF_YEAR}
_MOST, _MOST_NARROW = 6, 4
_NEAR: Final = 0.06  # of an axis: years nearer than this to the newest are not named
_BETWEEN: Final = 8  # at least between the words of two ticks, in pixels
_DAY: Final = 86_400_000.0  # in milliseconds, in which plotly.js counts time


@dataclass(frozen=True)
class Timeline:
    """An axis of time.

    Attributes:
        is_annual: Whether its numbers are years; otherwise they are milliseconds since 1970.
        low: Where it begins.
        high: Where it ends.
        ticks: Its ticks.
        tick_texts: The ticks in words.
    """

    is_annual: bool
    low: float
    high: float
    ticks: tuple[float, ...]
    tick_texts: tuple[str, ...]

    def locate_rows(self, rows: Rows) -> npt.NDArray[np.float64]:
        """Return where the periods of rows are."""
        return _locate(rows, is_annual=self.is_annual)

    def locate(self, period: TimePeriod) -> float:
        """Return where a period is; on an axis of years, a day is at its time of the year."""
        day = period.middle
        if self.is_annual:
            return day.year - 0.5 + (day.timetuple().tm_yday - 1) / 365
        return pd.Timestamp(day).timestamp() * 1000

    def get_share(self, place: float) -> float:
        """Return how far along the axis a place is, from 0 to 1."""
        return (place - self.low) / (self.high - self.low)

    def encode(self, places: npt.NDArray[np.float64]) -> Any:
        """Return places as plotly.js takes them: years as numbers, days as dates."""
        if self.is_annual:
            return places
        return places.astype("datetime64[ms]")

    def make_axis(self, look: Look) -> Spec:
        """Return the axis as plotly.js takes it."""
        return {
            "type": "linear" if self.is_annual else "date", "range": list(self.encode(np.array([self.low, self.high]))),
            "showgrid": False, "zeroline": False, "fixedrange": True, "title": {"text": ""}, "ticks": "outside",
            "tickmode": "array", "tickvals": list(self.encode(np.array(self.ticks))), "ticktext": self.tick_texts,
            "tickcolor": look.theme.grey, "ticklen": 4, "tickfont": {"size": SMALL, "color": look.theme.faint_ink},
            "showline": True, "linecolor": look.theme.grey, "linewidth": 1, "automargin": False, "tickangle": 0,
        }  # fmt: skip


def make_timeline(rows: Rows, look: Look) -> Timeline:
    """Return the axis that holds all periods of rows."""
    is_annual = bool((rows["frequency"] == "A").all())
    if not len(rows):
        return Timeline(is_annual=True, low=0.0, high=1.0, ticks=(), tick_texts=())
    places = _locate(rows, is_annual=is_annual)
    first, last = float(places.min()), float(places.max())
    free = 0.012 * (last - first) or (0.5 if is_annual else 15 * _DAY)
    low, high = first - free, last + free
    most = _MOST_NARROW if look.narrow else _MOST
    if is_annual:
        ticks, texts = _choose_year_ticks(low, high, most, last)
    else:
        lengths = {PERIOD_MONTHS.get(code, 0) for code in set(rows["frequency"])}
        newest = TimePeriod.parse(rows["period"][places.argmax()])
        ticks, texts = _choose_day_ticks(low, high, most, look, lengths, (last, newest))
    return Timeline(is_annual, low, high, ticks, texts)


@lru_cache(maxsize=50_000)
def label_period(text: str) -> str:
    """Return a period in words.

    >>> label_period("2024-Q3")
    'Q3 2024'
    """
    return TimePeriod.parse(text).label


def _locate(rows: Rows, *, is_annual: bool) -> npt.NDArray[np.float64]:
    if is_annual:
        return rows["year"]
    first, last = (rows[name].astype("int64") for name in ("first", "last"))
    middle: npt.NDArray[np.float64] = (first + (last - first) // 2).astype(float)
    return middle


def _choose_year_ticks(
    first: float, last: float, most: int, newest: float
) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Return round years and the newest, in place of a round one that is too near."""
    start, end = math.ceil(first), math.floor(last)
    for step in _YEARS:
        years = range(-(-start // step) * step, end + 1, step)
        if len(years) < most:  # one more is the newest
            break
    named = [year or 1 for year in years if newest - year > _NEAR * (newest - first)]  # there is no year 0
    named.append(int(newest))
    return tuple(map(float, named)), tuple(map(str, named))


def _choose_day_ticks(
    first: float, last: float, most: int, look: Look, lengths: AbstractSet[int], newest: tuple[float, TimePeriod]
) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Return ticks at days, at the middle of months and quarters, or where years begin, and at the newest period.

    The periods shown have these ``lengths`` in months; days have 0.
    """
    start, end = (pd.Timestamp(place, unit="ms") for place in (first, last))
    if 0 in lengths and (end - start).days <= 45:
        days = list(pd.date_range(start.normalize(), end, freq="D"))
        marks = days[:: next((s for s in _DAYS if len(days) <= most * s), _DAYS[-1])]
        texts = [_format_tick(mark, "d MMM", look.locale) for mark in marks]
        return _end_with_newest(_to_milliseconds(marks), texts, newest, "d MMM", last - first, look)
    length = min(lengths)
    months = pd.date_range(start.normalize().replace(day=1) - pd.DateOffset(months=length), end, freq="MS")
    for step in (step for step in _MONTHS if step % (length or 1) == 0):
        begun = [month for month in months if (month.year * 12 + month.month - 1) % step == 0]
        places = [_find_middle(month, length if step < 12 else 0) for month in begun]
        chosen = [pair for pair in zip(begun, places, strict=True) if start <= pair[1] <= end]
        pattern = "y" if step >= 12 else _PATTERNS.get(length, "MMM y")
        texts = [_format_tick(month, pattern, look.locale) for month, _ in chosen]
        ticks = _to_milliseconds([place for _, place in chosen])
        found = _end_with_newest(ticks, texts, newest, pattern, last - first, look)
        if len(found[0]) <= most:
            break
    return found


def _end_with_newest(
    ticks: Sequence[float], texts: Sequence[str], newest: tuple[float, TimePeriod], pattern: str, reach: float,
    look: Look,
) -> tuple[tuple[float, ...], tuple[str, ...]]:  # fmt: skip
    """Return the ticks with the newest period as the last, in place of those that its words would touch."""
    place, period = newest
    months = PERIOD_MONTHS.get(period.frequency, 0)
    if pattern != "d MMM":
        pattern = {0: "d MMM y", 12: "y"}.get(months, _PATTERNS.get(months, "MMM y"))
    text = _format_tick(pd.Timestamp(period.first), pattern, look.locale)
    width = measure_text(text, SMALL) / 2 + _BETWEEN
    kept = [
        (tick, words)
        for tick, words in zip(ticks, texts, strict=True)
        if (place - tick) / reach * look.least_width > width + measure_text(words, SMALL) / 2
    ]
    return (*(tick for tick, _ in kept), place), (*(words for _, words in kept), text)


def _find_middle(start: pd.Timestamp, months: int) -> pd.Timestamp:
    """Return where a period of some months is drawn; its start for none."""
    last = start + pd.DateOffset(months=months) - pd.Timedelta(days=1)
    return start + (last - start) / 2 if months else start


def _to_milliseconds(marks: Sequence[pd.Timestamp]) -> tuple[float, ...]:
    return tuple(mark.timestamp() * 1000 for mark in marks)


def _format_tick(mark: pd.Timestamp, pattern: str, locale: str) -> str:
    if pattern == "y":
        return str(mark.year)
    if pattern == _HALF_YEAR:
        return f"H{mark.month // 6 + 1} {mark.year}"
    from babel.dates import format_date

    return str(format_date(mark.date(), pattern, locale=locale))
