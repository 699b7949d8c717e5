"""Find the row of the previous period, or of the same period a year earlier; never the nearest one instead."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.model.panel import SERIES_COLUMNS
from indicators.model.periods import Frequency

RowNumbers = npt.NDArray[np.int64]
"""For each row of a frame, the position of another row in it, or `NO_ROW`."""

NO_ROW: Final = -1
_LONGEST_PAUSE: Final = 10  # days: exchange rates pause on weekends and holidays
_DAYS: Final = 10_000_000


def number_series(frame: pd.DataFrame) -> RowNumbers:
    """Number the series, and return the number of each row's."""
    return np.asarray(frame.groupby(list(SERIES_COLUMNS), sort=False, dropna=False).ngroup(), dtype=np.int64)


def find_previous_period(frame: pd.DataFrame) -> RowNumbers:
    """Find the row of the same series whose period ends the day before each row's begins; for days, the last one.

    >>> years = pd.DataFrame({name: "" for name in SERIES_COLUMNS}, index=range(3)).assign(
    ...     first=pd.to_datetime(["2020", "2021", "2023"]), frequency="A",
    ...     last=pd.to_datetime(["2020-12-31", "2021-12-31", "2023-12-31"]))
    >>> find_previous_period(years).tolist()
    [-1, 0, -1]
    """
    numbers, first, last = number_series(frame), _count_days(frame["first"]), _count_days(frame["last"])
    found = _look_up(numbers * _DAYS + last, numbers * _DAYS + first - 1)
    is_other = (frame["frequency"] == Frequency.OTHER).to_numpy()
    length = last - first
    unlike = is_other & (found != NO_ROW) & (np.abs(length - length[found]) > 3)  # months differ by up to three days
    found[unlike] = NO_ROW
    is_daily = (frame["frequency"] == Frequency.DAILY).to_numpy()
    if is_daily.any():
        found[is_daily] = _find_day_before(numbers, first)[is_daily]
    return found


def find_year_earlier(frame: pd.DataFrame) -> RowNumbers:
    """Find the row of the same series whose period begins exactly a year before each row's."""
    numbers, first = number_series(frame), _count_days(frame["first"])
    wanted = _count_days(frame["first"] - pd.DateOffset(years=1))
    found = _look_up(numbers * _DAYS + first, numbers * _DAYS + wanted)
    length = _count_days(frame["last"]) - first
    found[(found != NO_ROW) & (np.abs(length - length[found]) > 3)] = NO_ROW
    return found


def _find_day_before(numbers: RowNumbers, first: RowNumbers) -> RowNumbers:
    order = np.lexsort((first, numbers))
    before = np.roll(order, 1)
    gap = first[order] - first[before]
    follows = (numbers[order] == numbers[before]) & (gap > 0) & (gap <= _LONGEST_PAUSE)
    found = np.full(len(first), NO_ROW, dtype=np.int64)
    found[order[follows]] = before[follows]
    return found


def _look_up(keys: RowNumbers, wanted: RowNumbers) -> RowNumbers:
    """Return the positions of keys; of ranges that share a day, that of the first."""
    places = pd.Series(np.arange(len(keys)), index=keys)
    places = places[~places.index.duplicated()]
    found = places.index.get_indexer(pd.Index(wanted))
    return np.where(found == NO_ROW, NO_ROW, places.to_numpy()[found]).astype(np.int64) if len(places) else found


def _count_days(times: pd.Series) -> RowNumbers:
    return times.to_numpy().astype("datetime64[D]").astype(np.int64)
