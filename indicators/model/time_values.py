"""Times as Python, numpy and pandas have them, written as SDMX writes periods.

``numpy.datetime64`` and ``pandas.Period`` know their length: ``datetime64[Y]`` is a year and ``datetime64[M]`` a month,
not the first day of one. Neither library is imported here, as whoever has such a value has it already.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

_CALENDAR_UNITS: Final = ("Y", "M", "W")
_LETTERS: Final = {
    "Y": "{0.year:04d}",
    "A": "{0.year:04d}",
    "Q": "{0.year:04d}-Q{1}",
    "M": "{0.year:04d}-{0.month:02d}",
}


def choose_time_unit(dtype: Any) -> str:
    """Return the type of times as long as those of a numpy type: years, months, weeks or else days.

    >>> import numpy as np
    >>> [choose_time_unit(np.dtype(text)) for text in ("datetime64[Y]", "datetime64[ns]")]
    ['datetime64[Y]', 'datetime64[D]']
    """
    unit = str(dtype).partition("[")[2].rstrip("]")
    return f"datetime64[{unit if unit in _CALENDAR_UNITS else 'D'}]"


def write_time(value: Any) -> str:
    """Write a time given in Python as the text of a period; anything else as its text.

    >>> import numpy as np, pandas as pd
    >>> [write_time(np.datetime64(text)) for text in ("2024", "2024-03", "2024-03-01", "2024-03-01T12:00")]
    ['2024', '2024-03', '2024-03-01', '2024-03-01']
    >>> [write_time(pd.Period(text, freq)) for text, freq in (("2024", "Y"), ("2024Q3", "Q"), ("2024-03", "M"))]
    ['2024', '2024-Q3', '2024-03']
    >>> write_time(date(2024, 3, 1)), write_time(2024), write_time(2024.0), write_time(np.datetime64("2024-03-07", "W"))
    ('2024-03-01', '2024', '2024', '2024-03-07/P7D')
    """
    if hasattr(value, "freqstr"):  # a pandas Period
        last = value.end_time.date()
        form = _LETTERS.get(value.freqstr[0])
        if form is None:
            return str(last) if value.start_time.date() == last else f"{value.start_time.date()}/P{_count_days(value)}D"
        return form.format(last, (last.month + 2) // 3)
    if getattr(getattr(value, "dtype", None), "kind", "") == "M":
        unit = choose_time_unit(value.dtype)
        return f"{value.astype(unit)}/P7D" if unit.endswith("[W]") else str(value.astype(unit))
    if isinstance(value, date):
        return date(value.year, value.month, value.day).isoformat()
    return str(int(value) if isinstance(value, float) and value.is_integer() else value)


def _count_days(period: Any) -> int:
    days: int = (period.end_time.date() - period.start_time.date()).days + 1
    return days
