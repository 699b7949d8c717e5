"""How precisely numbers are known, and how many digits of what is calculated from them are worth showing.

A printed number is known to within one unit of its last digit: 6.7 to within 0.1. From the units of the numbers follows
the width within which a result is known. The last digit shown is the largest power of ten that is not wider, so results
have no more digits than their sources justify, and sources that differ give results that differ.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

_Floats = npt.NDArray[np.float64]
_ROUNDING = 1e-9  # of a logarithm: 0.1 + 0.2 is three tenths


def measure_last_digit(values: npt.ArrayLike, digits: pd.Series) -> _Floats:
    """Return the unit of the last known digit of each number; NaN where it is unknown.

    >>> measure_last_digit([24e12, 0.125], pd.Series([2, 3])).tolist()
    [1000000000000.0, 0.001]
    """
    known = digits.astype("Int64").to_numpy(np.float64, na_value=np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        lead = np.floor(np.log10(np.abs(np.asarray(values, dtype=np.float64))) + _ROUNDING)
        return np.asarray(10.0 ** np.where(np.isfinite(lead), lead - known + 1, np.nan))


def measure_relative_width(values: npt.ArrayLike, digits: pd.Series) -> _Floats:
    """Return the unit of the last known digit as a part of each number; NaN where it is unknown.

    >>> measure_relative_width([6.4, 0.0], pd.Series([2, 1])).tolist()
    [0.015625, nan]
    """
    return measure_last_digit(values, digits) / np.abs(np.asarray(values, dtype=np.float64))


def add_widths(*widths: _Floats) -> _Floats:
    """Add the widths that several numbers bring; an unknown one counts as none, and only unknown ones as unknown.

    >>> add_widths(np.array([0.5, np.nan]), np.array([0.25, np.nan])).tolist()
    [0.75, nan]
    """
    stacked = np.stack(widths)
    return np.where(np.isnan(stacked).all(axis=0), np.nan, np.nansum(stacked, axis=0))


def count_digits(values: npt.ArrayLike, widths: _Floats) -> pd.Series:
    """Return how many digits of numbers to show that are known to within a width; at least one.

    >>> count_digits([104.6875, 46.34, 0.0, 7.0], np.array([3.2, 1.0, 1.0, np.nan])).tolist()
    [3, 2, 1, <NA>]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        lead = np.floor(np.log10(np.abs(np.asarray(values, dtype=np.float64))) + _ROUNDING)
        last = np.floor(np.log10(widths) + _ROUNDING)
    last = np.where(np.isfinite(last), last, np.nan)
    digits = np.maximum(np.where(np.isfinite(lead), lead, last) - last + 1, 1)
    return pd.Series(digits).astype("Int64")


def rescale_digits(before: pd.DataFrame, values: npt.ArrayLike) -> pd.Series:
    """Return the digits of numbers after each ``value`` was multiplied by a factor that is known exactly.

    >>> rescale_digits(pd.DataFrame({"value": [9.9, 2.4], "digits": [2, 2]}), [11.9, 0.26]).tolist()
    [3, 2]
    """
    numbers, old = np.asarray(values, dtype=np.float64), before["value"].to_numpy(np.float64, na_value=np.nan)
    made = count_digits(numbers, measure_relative_width(old, before["digits"]) * np.abs(numbers))
    known = np.isfinite(numbers) & (numbers != 0) & (old != 0)
    return made.set_axis(before.index).where(known, before["digits"].astype("Int64"))
