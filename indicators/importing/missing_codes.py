"""Numbers that stand for a missing value: ``-999``, and whatever else a file says does so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.importing import messages
from indicators.importing.decisions import Decision
from indicators.language.languages import NO_DATA

_NINES: Final = (-99, -99.9, -999, -999.9, -9999, -99999, -999999, 9999, 99999, 999999)
_SMALL_NINES: Final = (99, 999, 999.9)  # which are figures more often than codes
_FAR: Final = 50
_FAR_IF_REPEATED: Final = 5
_FEWEST: Final = 2
_LONGEST: Final = 80
_MISSING: Final = "|".join(
    (
        *"missing|not available|unavailable|not reported|unknown|nicht verfügbar|faltantes?|perdidos?".split("|"),
        *r"fehlen\w*|manquante?s?|mancant[ei]|não disponível|brak danych|ontbre\w+|saknas|mangler".split("|"),
        *map(re.escape, NO_DATA),
    )
)
_CODE: Final = r"(?<![\w.,])(?P<code>[+−-]\d+(?:[.,]\d+)?|99+(?:[.,]9+)?)(?![\w%])"
_ANY_CODE: Final = r"(?<![\w.,])(?P<code>[+−-]?\d+(?:[.,]\d+)?)"
_STATED: Final = (
    re.compile(rf"{_ANY_CODE}[\"'”’]?\s*=\s*[\"'“]?(?:\w+ )?(?:{_MISSING})(?!\w)", re.IGNORECASE),
    re.compile(rf"{_CODE}[^\d.;]{{0,25}}?(?<!\w)(?:{_MISSING})(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?:{_MISSING})(?!\w)[^\d.;+−-]{{0,40}}?{_CODE}", re.IGNORECASE),
)


def read_missing_codes(lines: Iterable[str]) -> tuple[frozenset[float], list[Decision]]:
    """Read which numbers stand for a missing value by the lines around a table, with the decisions to report.

    >>> lines = ["Missing values: -999", "99,9 = keine Angabe", "Data for 2019 are not available.", "0 = no data"]
    >>> sorted(read_missing_codes(lines)[0])
    [-999.0, 0.0, 99.9]
    """
    found: dict[float, Decision] = {}
    for line in dict.fromkeys(lines):
        for match in (one for pattern in _STATED for one in pattern.finditer(line)):
            code = float(match["code"].replace("−", "-").replace(",", "."))
            told = messages.UNIT_TEXTS.format(texts=f"“{line.strip()[:_LONGEST]}”")
            found.setdefault(code, Decision(messages.MISSING_CODE, match["code"], told, messages.MISSING_OPTION))
    return frozenset(found), list(found.values())


def find_missing_codes(
    values: npt.NDArray[np.float64], groups: npt.NDArray[np.intp], has_plus: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Return which numbers are all nines and far from the others of their group, as programs write a missing value.

    One that is repeated need not be as far from them; 99 and 999 must be, or be the only ones with a plus sign.

    Args:
        values: The numbers.
        groups: The number of the group of each.
        has_plus: Which have a plus sign.

    >>> def find(*values):
    ...     none = np.zeros(len(values), int)
    ...     return int(find_missing_codes(np.array(values, float), none, none > 0).sum())
    >>> find(14.1, -9999, 9.3), find(-99, -141.0), find(12.1, 999, 15.2, 999), find(12.1, 99, 15.2)
    (1, 0, 2, 0)
    >>> find(310.5, -99.9, 299.1, -99.9)
    2
    """
    codes = np.zeros(len(values), dtype=bool)
    nines = np.isin(values, (*_NINES, *_SMALL_NINES))
    for group in np.unique(groups[nines]):
        places = np.flatnonzero(groups == group)
        codes[places] = _find_in_series(values[places], has_plus[places])
    return codes


def _find_in_series(values: npt.NDArray[np.float64], has_plus: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    small = np.isin(values, _SMALL_NINES)
    nines = np.isin(values, _NINES) | small
    others = values[~nines & ~np.isnan(values)]
    largest = np.abs(others).max(initial=0.0)
    is_alone = others.min(initial=0.0) >= 0  # no other number is negative
    numbers, counts = np.unique(values[nines], return_counts=True)
    is_repeated = np.isin(values, numbers[counts >= _FEWEST]) & (len(others) >= _FEWEST) & (largest > 0)
    is_far = np.abs(values) >= _FAR * largest
    is_low = (values < 0) & (np.abs(values) > (largest if is_alone else _FAR * largest))
    again = is_repeated & ((np.abs(values) >= _FAR_IF_REPEATED * largest) | ((values < 0) & is_alone))
    signed = has_plus & ~np.any(has_plus & ~nines) & np.any(others > 0)
    codes: npt.NDArray[np.bool_] = nines & bool(len(others)) & (((is_far | is_low) & ~small) | again | signed)
    return codes
