"""Periods as files write them: SDMX, the World Bank's ``2019 [YR2019]``, the IMF's ``2020M01``, ``Jan 2020``.

What may mean two periods (``03/04/2020``, ``2020/21``) is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from indicators.errors import PeriodError
from indicators.language.dates import parse_month, parse_period_text
from indicators.model.periods import TimePeriod

__all__ = ["read_part_of_year", "read_period"]

_PART = {"q": "Q", "s": "S", "h": "S", "m": "M"}


def _write_part(year: str, letter: str, number: str) -> str:
    return f"{year}-{_PART[letter.casefold()]}{int(number)}" if letter not in "mM" else f"{year}-{int(number):02}"


def _write_month(year: str, month: str) -> str:
    is_financial_year = int(month) == (int(year) + 1) % 100  # 2008/09
    return "" if is_financial_year else f"{year}-{int(month):02}"


def _write_named_month(year: str, name: str) -> str:
    month = parse_month(name)
    return "" if month is None else f"{year}-{month:02}"


_SPELLINGS: tuple[tuple[str, Callable[..., str]], ...] = (
    (r"(?:yr|fy|f|x|y)?(\d{4})(?:\.0)?", lambda year: year),
    (r"(\d{4})[-_. /]?([qshm])-?(\d{1,2})", _write_part),
    (r"([qsh])(\d)[-_. /]?(\d{4})", lambda letter, number, year: _write_part(year, letter, number)),
    (r"((?:17|18|19|20|21)\d\d)(0[1-9]|1[0-2])", lambda year, month: f"{year}-{month}"),
    (r"((?:17|18|19|20|21)\d\d)(0[1-9]|1[0-2])(\d\d)", lambda year, month, day: f"{year}-{month}-{day}"),
    (r"(\d{1,2})\.(\d{1,2})\.(\d{4})", lambda day, month, year: f"{year}-{int(month):02}-{int(day):02}"),
    (r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", lambda year, month, day: f"{year}-{int(month):02}-{int(day):02}"),
    (r"(\d{4})[/.](\d{1,2})", _write_month),
    (r"([^\W\d_]{3,})[-. ]*(\d{4})", lambda name, year: _write_named_month(year, name)),
    (r"(\d{4})[-. ]*([^\W\d_]{3,})", _write_named_month),
    (r"(\d{4}-\d\d-\d\d)[t ].*", lambda day: day),
)

_IN_WORDS = re.compile(r"(?=.*[^\W\d_])(?=.*(?<!\d)(?:19|20)\d\d(?!\d))[^/]{6,40}")  # a year among words


def read_period(text: str) -> TimePeriod | None:
    """Read the period of a cell; ``None`` when it is not a period, or may be more than one.

    >>> [str(read_period(text)) for text in ("2019 [YR2019]", "2020q1", "2020M01", "Q3 2020", "31.12.2020", "Jan 2020")]
    ['2019', '2020-Q1', '2020-01', '2020-Q3', '2020-12-31', '2020-01']
    >>> [str(read_period(text)) for text in ("2020.0", "2020-05-01T00:00:00", "202005", "F2020", "2020S1")]
    ['2020', '2020-05-01', '2020-05', '2020', '2020-S1']
    >>> [str(read_period(text)) for text in ("янв 2020", "2020年1月", "first half of 2020", "Marketing 2020")]
    ['2020-01', '2020-01', '2020-S1', 'None']
    >>> read_period("03/04/2020"), read_period("2020/21"), read_period("2008/09"), read_period("soon"), read_period("")
    (None, None, None, None, None)
    """
    cell = re.sub(r"\s*\[.*\]$", "", text.strip())
    for pattern, spelled in _SPELLINGS:
        found = re.fullmatch(pattern, cell, flags=re.IGNORECASE)
        if found and (period := spelled(*found.groups())):
            return _parse(period)
    return _parse(cell) or (parse_period_text(cell) if _IN_WORDS.fullmatch(cell) else None)


def read_part_of_year(year: str, part: str, heading: str) -> TimePeriod | None:
    """Read a period from a column of years and one of months, quarters or other parts of the year.

    Args:
        year: The year.
        part: The part: ``3``, ``M03``, ``Q1``, ``March``; nothing for the whole year.
        heading: The name of its column, which says what a number alone is.

    >>> [str(read_part_of_year("2024", *given)) for given in (("3", "month"), ("M03", "period"), ("3", "period"))]
    ['2024-03', '2024-03', 'None']
    """
    whole = read_period(year)
    if whole is None or "-" in str(whole) or not part.strip():
        return whole if whole is None or "-" not in str(whole) else None
    number = re.fullmatch(r"0?(\d{1,2})(?:\.0)?", part.strip())
    words = heading.casefold()
    if number:
        letter = next((letter for word, letter in _KINDS_OF_PART if word in words), "")
        return read_period(f"{whole}{letter}{number[1]}") if letter else None
    return read_period(f"{whole}{part.strip()}") or read_period(f"{part.strip()} {whole}")


_KINDS_OF_PART = (
    ("month", "M"), ("monat", "M"), ("mes", "M"), ("mois", "M"), ("quart", "Q"), ("trimest", "Q"), ("qtr", "Q"),
    ("half", "S"), ("semest", "S"),
)  # fmt: skip


def _parse(text: str) -> TimePeriod | None:
    try:
        return TimePeriod.parse(text) if text else None
    except PeriodError:
        return None
