"""The columns of bands around forecasts: ``lower_80`` and ``upper_80`` are the ends of the band of 80%."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

BAND_LEVELS: Final = (50, 80, 90)
"""The shares of outcomes that bands can be made to hold, in percent."""

DEFAULT_BANDS: Final = (50, 80)
"""The bands that pages show, in percent."""
NO_BANDS: Final = (0,)
"""No bands, also where a page would show them by default."""
BAND_COLUMNS: Final = ("band_errors", "band_method")
"""The columns of a panel that say what its bands rest on."""
_LOWER: Final = re.compile(r"lower_(\d\d)")


def name_ends(level: int) -> tuple[str, str]:
    """Return the columns of the lower and the upper end of a band.

    >>> name_ends(80)
    ('lower_80', 'upper_80')
    """
    return f"lower_{level}", f"upper_{level}"


def find_levels(columns: Iterable[str]) -> tuple[int, ...]:
    """Return the levels of the bands among columns, the narrowest first.

    >>> find_levels(["value", "lower", "lower_80", "upper_80", "lower_50", "upper_50"])
    (50, 80)
    """
    return tuple(sorted(int(found[1]) for name in columns if (found := _LOWER.fullmatch(name))))


def has_bands(frame: pd.DataFrame) -> bool:
    """Tell whether any row has a band.

    >>> import pandas as pd
    >>> has_bands(pd.DataFrame({"value": [1.0]})), has_bands(pd.DataFrame({"lower_80": [1.0]}))
    (False, True)
    """
    return any(bool(frame[name_ends(level)[0]].notna().any()) for level in find_levels(frame.columns))


def list_amounts(columns: Iterable[str]) -> list[str]:
    """Return the columns in the unit of the row: the value and the ends of its interval and its bands.

    >>> list_amounts(["value", "upper", "lower", "unit", "lower_50", "upper_50"])
    ['value', 'lower', 'upper', 'lower_50', 'upper_50']
    """
    return ["value", "lower", "upper", *(end for level in find_levels(columns) for end in name_ends(level))]
