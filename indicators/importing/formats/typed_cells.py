"""Cells that a workbook stores as numbers and dates, as texts that say what the sheet shows.

A number in percent format holds a hundredth of what it shows. A number never passes through the rules for texts.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from indicators.language.unit_texts import UnitText, read_unit_text
from indicators.model.unit_names import SCALES

_LITERALS: Final = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|(?:\[[^\]]*\]|_.|\*.)')
_DIGITS: Final = re.compile(r"[0#?](?:[0#?,. ]*[0#?])?,*")
_SCALED: Final = re.compile(r"[0#?](,+)(?![0#?,])")
_PERCENT_TEXT: Final = re.compile(r'"[^"]*%[^"]*"|\\%')


class TypedNumber(str):
    """The text of a cell that is a number in the file."""

    __slots__ = ()


def write_number(value: float, number_format: str = "") -> TypedNumber:
    """Write a number without rounding, as it is shown: as a percentage, in millions or as money, if its format says so.

    >>> write_number(2020.0), write_number(0.018, "0.0%"), write_number(1.8, '0.0"%"'), write_number(1.5e6, "0.0,,")
    ('2020', '1.8%', '1.8%', '1.5 million')
    >>> write_number(12.5, '0.0 "€"'), write_number(12.5, '[$€-407] 0.0,"k"'), write_number(3, '0 "EUR mn"')
    ('12.5 EUR', '0.0125 thousand EUR', '3 million EUR')
    """
    if isinstance(value, float) and value.is_integer() and -1e15 < value < 1e15:
        value = int(value)
    if not number_format:
        return TypedNumber(value)
    section = number_format.split(";", maxsplit=1)[0]
    plain = _LITERALS.sub("", section)
    scaled = _SCALED.search(plain)
    power = 3 * len(scaled[1]) if scaled else 0
    unit = _read_shown_unit(section)
    if power in SCALES or unit.power:
        shifted = _shift(value, -power) if power in SCALES else value
        return TypedNumber(f"{shifted} {SCALES[unit.power or power]} {unit.unit}".strip())
    if "%" in plain:
        return TypedNumber(f"{_shift(value, 2)}%")
    if _PERCENT_TEXT.search(section):
        return TypedNumber(f"{value}%")
    return TypedNumber(f"{value} {unit.unit}".strip())


@lru_cache(maxsize=256)
def _read_shown_unit(section: str) -> UnitText:
    """Read the money and scale that a number format writes around a number; empty if it writes anything else.

    >>> _read_shown_unit('[$€-407] #,##0.0 "mn"'), _read_shown_unit('0 "employees of firm"')
    (UnitText(unit='EUR', power=6), UnitText(unit='', power=0))
    """
    shown = _DIGITS.sub(" ", _LITERALS.sub(lambda match: match[1] or match[2] or match[3] or "", section), count=1)
    unit = read_unit_text(" ".join(shown.split()))
    is_known = unit is not None and unit.is_telling and unit.unit != "%" and (not unit.power or unit.power in SCALES)
    return unit if unit is not None and is_known else UnitText("", 0)


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
