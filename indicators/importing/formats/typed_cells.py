"""Cells that a workbook stores as numbers and dates, as texts that say what the sheet shows.

A number in percent format holds a hundredth of what it shows. A number never passes through the rules for texts.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.model.unit_names import SCALES

_LITERALS: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SCALED: Final = re.compile(r"[0#?](,+)(?![0#?,])")
_PERCENT_TEXT: Final = re.compile(r'"[^"]*%[^"]*"|\\%')


class TypedNumber(str):
    """The text of a cell that is a number in the file."""

    __slots__ = ()


def write_number(value: float, number_format: str = "") -> TypedNumber:
    """Write a number without rounding, as it is shown: as a percentage, or in millions, if its format says so.

    >>> write_number(2020.0), write_number(0.018, "0.0%"), write_number(1.8, '0.0"%"'), write_number(1.5e6, "0.0,,")
    ('2020', '1.8%', '1.8%', '1.5 million')
    """
    if isinstance(value, float) and value.is_integer() and -1e15 < value < 1e15:
        value = int(value)
    if not number_format:
        return TypedNumber(value)
    section = number_format.split(";", maxsplit=1)[0]
    plain = _LITERALS.sub("", section)
    if scaled := _SCALED.search(plain):
        power = 3 * len(scaled[1])
        return TypedNumber(f"{_shift(value, -power)} {SCALES[power]}" if power in SCALES else value)
    if "%" in plain:
        return TypedNumber(f"{_shift(value, 2)}%")
    return TypedNumber(f"{value}%" if _PERCENT_TEXT.search(section) else value)


def write_numbers(values: npt.NDArray[np.float64]) -> pa.Array:
    """Write numbers as `write_number` does without formats, all at once.

    >>> write_numbers(np.array([2020.0, -0.018, 1e300])).to_pylist()
    ['2020', '-0.018', '1e+300']
    """
    is_whole = (np.abs(values) < 1e15) & (values == np.floor(values))
    whole = pa.array(np.where(is_whole, values, 0).astype(np.int64)).cast(pa.string())
    return whole if is_whole.all() else pc.if_else(is_whole, whole, pa.array(values).cast(pa.string()))


def _shift(value: float, power: int) -> str:
    """Multiply by a power of ten exactly."""
    return f"{Decimal(repr(value)).scaleb(power).normalize():f}"


def write_date(value: date, number_format: str = "") -> str:
    """Write a date as it is shown: a month if the format has no day, a year if it has no month either.

    >>> write_date(date(2019, 12, 1), "mmm-yy"), write_date(date(2019, 12, 1), "yyyy"), write_date(date(2019, 12, 1))
    ('2019-12', '2019', '2019-12-01')
    """
    plain = _LITERALS.sub("", number_format).casefold()
    if isinstance(value, datetime) and value.time() != time.min:
        return str(value)
    day = value.date() if isinstance(value, datetime) else value
    if "y" in plain and "d" not in plain and "h" not in plain:
        return f"{day:%Y-%m}" if "m" in plain else f"{day:%Y}"
    return day.isoformat()
