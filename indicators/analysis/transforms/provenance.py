"""Carry status, precision, qualifier, origins and vintage from values to what is calculated from them.

What is calculated from a forecast is a forecast, from an estimate an estimate. It names the origins of all values it
uses, and is as new as the newest. `indicators.model.precision` counts its digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.model.observations import Prices
from indicators.model.panel import RATE_COLUMNS
from indicators.model.periods import Frequency
from indicators.model.units import parse_unit

Floats = npt.NDArray[np.float64]

_WORST_LAST: Final = "A", "_X", "P", "B", "U", "I", "E", "F", "L", "M", "O"
_RANKS: Final = {status: rank for rank, status in enumerate(_WORST_LAST)}
_BREAK: Final = "B"


def inherit_provenance(frame: pd.DataFrame, *others: pd.DataFrame) -> pd.DataFrame:
    """Combine the provenance of each row with that of the rows its value is calculated from.

    Args:
        frame: Rows of a panel.
        others: As many rows each; missing texts (NaN) where there is no row to inherit from.

    Returns:
        New rows with status, qualifier, inferred columns, vintage, publisher and origin combined, and with an exchange
        rate where it is that of all rows; the values are those of ``frame``.
    """
    made = frame.copy()
    made["status"] = _combine_statuses([frame["status"], *(other["status"].replace(_BREAK, "A") for other in others)])
    qualifiers = [part["qualifier"].fillna("").ne("").to_numpy() for part in (frame, *others)]
    made["qualifier"] = np.where(np.logical_or.reduce(qualifiers), "about", "")
    for name in ("origin", "publisher", "inferred"):
        made[name] = _combine_texts([part[name] for part in (frame, *others)], " " if name != "publisher" else " and ")
    vintages = [part["vintage"].fillna("").to_numpy(dtype=object) for part in (frame, *others)]
    made["vintage"] = np.maximum.reduce(vintages) if others else frame["vintage"]
    for name in ("locator", "said_by", "converted_from"):
        if others:
            made[name] = frame[name].where(frame[name] == others[0][name].fillna(""), "")
    return _keep_common_rates(made, others)


def _keep_common_rates(made: pd.DataFrame, others: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Leave out the exchange rate of rows that are calculated from amounts converted at several."""
    if "rate" not in made:
        return made
    several = np.zeros(len(made), dtype=bool)
    for other in others:
        if "rate" in other:
            rate = other["rate"].to_numpy(np.float64, na_value=np.nan)
            several |= ~np.isnan(rate) & (rate != made["rate"].to_numpy(np.float64, na_value=np.nan))
    return leave_out_rates(made, several)


def leave_out_rates(frame: pd.DataFrame, where: npt.NDArray[np.bool_]) -> pd.DataFrame:
    """Return rows without their exchange rate at these places; the rule stays."""
    if where.any():
        frame = frame.assign(rate=frame["rate"].mask(where))
        texts = {name: frame[name].mask(where, "") for name in RATE_COLUMNS if name.startswith("rate_")}
        frame = frame.assign(**texts)
    return frame


def _combine_statuses(statuses: Sequence[pd.Series]) -> npt.NDArray[np.object_]:
    ranks = [series.map(_RANKS).fillna(0).to_numpy(np.int64) for series in statuses]
    return np.array(_WORST_LAST, dtype=object)[np.maximum.reduce(ranks)]


def _combine_texts(texts: Sequence[pd.Series], between: str) -> list[str]:
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
    """Return the status of a value calculated from values with these statuses.

    >>> find_worst_status(["A", "F", "E"])
    'F'
    """
    return max(statuses, key=lambda status: _RANKS.get(status, 0))


def name_period(frame: pd.DataFrame) -> str:
    """Return what one period of a frame is called: ``year``, or ``period`` where there are several frequencies.

    >>> name_period(pd.DataFrame({"frequency": ["Q", "Q"]}))
    'quarter'
    """
    frequencies = frame["frequency"].unique()
    return Frequency(frequencies[0]).noun if len(frequencies) == 1 else Frequency.OTHER.noun


def add_reasons(frame: pd.DataFrame, why: npt.NDArray[Any]) -> pd.DataFrame:
    """Add the reason why a value is missing, in the column ``reason``, where none is given yet.

    >>> rows = pd.DataFrame({"value": [1.0, float("nan")]})
    >>> add_reasons(rows, np.array(["No.", "No."]))["reason"].tolist()
    ['', 'No.']
    """
    before = frame["reason"].fillna("") if "reason" in frame else pd.Series("", index=frame.index)
    reason = np.where((before == "").to_numpy() & frame["value"].isna().to_numpy(), why, before)
    if "reason" not in frame and not (reason != "").any():
        return frame
    return frame.assign(reason=reason)


def describe_share(frame: pd.DataFrame, name: str) -> str:
    """Name the share that values were, for a result without that unit; empty if the name says it already.

    >>> describe_share(pd.DataFrame({"unit": ["% of GDP"]}), "Military expenditure")
    ', % of GDP'
    >>> describe_share(pd.DataFrame({"unit": ["% of GDP"]}), "Exports, share of GDP")
    ''
    """
    text = str(frame["unit"].iloc[0]) if len(frame) else ""
    is_share = text.startswith("% of ") and "share" not in name.casefold()
    return f", {text}" if is_share else ""


def describe_money(frame: pd.DataFrame, prices: Prices | None = None) -> str:
    """Name the currency and the prices of values, for a result without that unit; empty if they are not money.

    Args:
        frame: The rows of one indicator.
        prices: The price basis of the indicator, as published. An indicator without one, such as an exchange rate,
            is not a sum of money unless it was converted.

    >>> row = {"rule": "average", "unit": "billion EUR at 2015 prices"}
    >>> describe_money(pd.DataFrame([row]))
    ', EUR, constant 2015 prices'
    >>> describe_money(pd.DataFrame([row, {"rule": "average", "unit": "RUB at 2015 prices"}]))
    ', local currency, constant 2015 prices'
    >>> describe_money(pd.DataFrame([{"unit": "USD"}]), Prices.CURRENT)
    ', USD, current prices'
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
    if is_converted.any():
        money = currencies[0] if len(currencies) == 1 else "local currency"
    else:
        money = " and ".join(currencies) if len(currencies) <= 2 else "several currencies"
    basis = f"constant {units[0].base}" if units[0].base else "current" if prices is Prices.CURRENT else ""
    return f", {money}{f', {basis} prices' if basis else ''}"
