"""What a derived figure inherits from those it was made of: status, precision, qualifier, origins, vintage.

A figure made with a forecast is a forecast; one made with an estimate is an estimate; it shows no more digits than
the least precise of them carries, names the origins of all, and is known since the last of them was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.model.observations import Prices
from indicators.model.units import parse_unit

__all__ = [
    "FloatArray",
    "count_digits",
    "describe_money",
    "describe_share",
    "find_last_digit",
    "find_worst_status",
    "inherit_provenance",
    "read_significant_digits",
]

FloatArray = npt.NDArray[np.float64]

_WORST_LAST: Final = "A", "P", "B", "U", "I", "E", "F", "L", "M", "O"
_RANKS: Final = {status: rank for rank, status in enumerate(_WORST_LAST)}
_BREAK: Final = "B"


def inherit_provenance(frame: pd.DataFrame, *others: pd.DataFrame) -> pd.DataFrame:
    """The rows of a frame with what they inherit from other rows, row by row.

    Args:
        frame: Rows of a panel.
        others: As many rows each; a row of missing texts (NaN) where there was none to inherit from.

    Returns:
        New rows: status, qualifier, inferred columns, vintage, publisher and origin changed; values as they were.
    """
    made = frame.copy()
    made["status"] = _worst([frame["status"], *(other["status"].replace(_BREAK, "A") for other in others)])
    qualifiers = [part["qualifier"].fillna("").ne("").to_numpy() for part in (frame, *others)]
    made["qualifier"] = np.where(np.logical_or.reduce(qualifiers), "about", "")
    for name in ("origin", "publisher", "inferred"):
        made[name] = _joined([part[name] for part in (frame, *others)], " " if name != "publisher" else " and ")
    vintages = [part["vintage"].fillna("").to_numpy(dtype=object) for part in (frame, *others)]
    made["vintage"] = np.maximum.reduce(vintages) if others else frame["vintage"]
    for name in ("locator", "said_by", "converted_from"):
        if others:
            made[name] = frame[name].where(frame[name] == others[0][name].fillna(""), "")
    return made


def _worst(statuses: Sequence[pd.Series]) -> npt.NDArray[np.object_]:
    ranks = [series.map(_RANKS).fillna(0).to_numpy(np.int64) for series in statuses]
    return np.array(_WORST_LAST, dtype=object)[np.maximum.reduce(ranks)]


def _joined(texts: Sequence[pd.Series], between: str) -> list[str]:
    columns = [series.fillna("").to_numpy(dtype=object) for series in texts]
    known: dict[tuple[str, ...], str] = {}
    joined = []
    for parts in zip(*columns, strict=True):
        if parts not in known:
            words = [word for part in parts for word in part.split(between)]
            known[parts] = between.join(dict.fromkeys(word for word in words if word))
        joined.append(known[parts])
    return joined


def find_worst_status(statuses: Iterable[str]) -> str:
    """The status of what is made of figures of these.

    >>> find_worst_status(["A", "F", "E"])
    'F'
    """
    return max(statuses, key=lambda status: _RANKS.get(status, 0))


def read_significant_digits(digits: pd.Series) -> FloatArray:
    """Significant digits as floats, NaN where they are not known."""
    return digits.to_numpy(np.float64, na_value=np.nan)


def find_last_digit(values: FloatArray, digits: FloatArray) -> FloatArray:
    """The power of ten of the last digit that is known.

    >>> find_last_digit(np.array([24e12, 0.125]), np.array([2.0, 3.0])).tolist()
    [12.0, -3.0]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.floor(np.log10(np.abs(values))) - digits + 1


def count_digits(values: FloatArray, last: FloatArray) -> pd.Series:
    """The significant digits of numbers whose last known digit is of a power of ten; at least one.

    >>> count_digits(np.array([46.34, 0.0, 7.0]), np.array([0.0, 0.0, np.nan])).tolist()
    [2, 1, <NA>]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        lead = np.floor(np.log10(np.abs(values)))
    digits = np.maximum(np.where(np.isfinite(lead), lead, last) - last + 1, 1)
    return pd.Series(digits).round().astype("Int64")


def describe_share(frame: pd.DataFrame, name: str) -> str:
    """Of what figures were a share that lose their unit; empty where they were none, or their name says it.

    >>> describe_share(pd.DataFrame({"unit": ["% of GDP"]}), "Military expenditure")
    ' as a share of GDP'
    >>> describe_share(pd.DataFrame({"unit": ["% of GDP"]}), "Exports, share of GDP")
    ''
    """
    text = str(frame["unit"].iloc[0]) if len(frame) else ""
    is_share = text.startswith("% of ") and "share" not in name.casefold()
    return f" as a share of {text.removeprefix('% of ')}" if is_share else ""


def describe_money(frame: pd.DataFrame, prices: Prices | None = None) -> str:
    """In which money, at which prices, figures were counted that lose their unit; empty where they are no money.

    Args:
        frame: The rows of one indicator.
        prices: Those of the indicator, as published. What has none, such as an exchange rate, is no sum of money
            unless it was converted.

    >>> row = {"rule": "average", "unit": "billion EUR at 2015 prices"}
    >>> describe_money(pd.DataFrame([row]))
    ' in EUR at 2015 prices'
    >>> describe_money(pd.DataFrame([row, {"rule": "average", "unit": "RUB at 2015 prices"}]))
    " in each country's own money at 2015 prices"
    >>> describe_money(pd.DataFrame([{"unit": "USD"}]), Prices.CURRENT)
    ' in USD at current prices'
    """
    is_converted = frame["rule"].fillna("") != "" if "rule" in frame else pd.Series(data=False, index=frame.index)
    if prices is None and not is_converted.any():
        return ""
    rows = frame[is_converted] if is_converted.any() else frame
    units = [parse_unit(text) for text in rows["unit"].unique()]
    ppp = {"international_dollar": "international dollars"}
    words = [unit.currency or ppp.get(unit.expression.split(" / ")[0]) for unit in units]
    currencies = list(dict.fromkeys(word for word in words if word))
    if not currencies:
        return ""
    base = units[0].base or ("current" if prices is Prices.CURRENT else "")
    if is_converted.any():
        money = currencies[0] if len(currencies) == 1 else "each country's own money"
    else:
        money = " and ".join(currencies) if len(currencies) <= 2 else "several currencies"
    return f" in {money}{f' at {base} prices' if base else ''}"
