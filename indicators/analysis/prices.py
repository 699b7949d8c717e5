"""Real terms: sums of money at the prices of one year, so that what changes is not the price level.

A sum is deflated in the money it was paid in, by the price index of its own country; only afterwards may it be
said in another currency, at the rate of the base year for all years. The other order would mix two inflations.
The index is chained from yearly changes: those of consumer prices, or of the deflator of GDP.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from indicators.errors import UnitMismatchError
from indicators.model.panel import Panel
from indicators.model.steps import Step
from indicators.model.units import parse_unit

__all__ = ["chain_price_index", "deflate", "rebase_to_dollars"]

_IN_OWN_MONEY: Final = "in its own money"


def chain_price_index(changes: pd.DataFrame, base: int) -> pd.DataFrame:
    """A price index from yearly changes.

    Args:
        changes: Columns ``code``, ``year`` and ``value``, the change on the year before in per cent; one row for
            a code and year.
        base: The year that is 100.

    Returns:
        Columns ``code``, ``year`` and ``index``, float64: only the years that an unbroken chain of changes joins
        to the base year.

    >>> rows = pd.DataFrame({"code": "RUS", "year": [2021, 2022, 2024], "value": [10.0, 50.0, 5.0]})
    >>> chain_price_index(rows, 2021)[["year", "index"]].to_numpy().round(6).tolist()
    [[2020.0, 90.909091], [2021.0, 100.0], [2022.0, 150.0]]
    """
    known = changes.dropna(subset="value").sort_values(["code", "year"], kind="stable")
    parts = [_chained(str(code), rows, base) for code, rows in known.groupby("code", sort=False)]
    empty = pd.DataFrame({"code": pd.Series(dtype=object), "year": pd.Series(dtype="int64"), "index": []})
    return pd.concat([part for part in parts if part is not None] or [empty], ignore_index=True)


def _chained(code: str, rows: pd.DataFrame, base: int) -> pd.DataFrame | None:
    years, changes = rows["year"].to_numpy(np.int64), rows["value"].to_numpy(np.float64)
    breaks = np.flatnonzero(np.diff(years) != 1) + 1
    for part_years, part in zip(np.split(years, breaks), np.split(changes, breaks), strict=True):
        # the first change also says what the year before it was
        span = np.arange(part_years[0] - 1, part_years[-1] + 1)
        if span[0] <= base <= span[-1]:
            level = np.concatenate([[1.0], np.cumprod(1 + part / 100)])
            return pd.DataFrame({"code": code, "year": span, "index": 100 * level / level[base - span[0]]})
    return None


def rebase_to_dollars(changes: pd.DataFrame, rate_changes: pd.DataFrame) -> pd.DataFrame:
    """The yearly changes of prices as sums in dollars went through them: those in own money, less the rate's.

    Args:
        changes: Changes of prices in own money: columns ``code``, ``year`` and ``value`` in per cent on the year
            before, one row for a code and year.
        rate_changes: Columns ``code``, ``year`` and ``factor``: by what the price of a dollar was multiplied.

    Returns:
        The rows of ``changes`` whose rate is known, with other values; float64.

    >>> rows = pd.DataFrame({"code": ["IRN"], "year": [2001], "value": [50.0], "factor": [1.25]})
    >>> rebase_to_dollars(rows[["code", "year", "value"]], rows[["code", "year", "factor"]])["value"].round(6).tolist()
    [20.0]
    """
    known = changes.merge(rate_changes, on=["code", "year"])
    known["value"] = 100 * ((1 + known["value"] / 100) / known.pop("factor") - 1)
    return known


def deflate(
    panel: Panel, changes: Panel, base: int, *, deflator: str, how: str = _IN_OWN_MONEY, chained: str = ""
) -> Panel:
    """Sums of money at the prices of one year.

    Args:
        panel: Sums at the prices of their time, in the money of their country, or all in dollars: units such as
            ``RUB``.
        changes: The yearly changes of prices of the same countries in that money, in per cent.
        base: The year whose prices count.
        deflator: What the index is called, for the reader: ``consumer prices``.
        how: In what money it was done, for the reader.
        chained: What must be known of each year, where that is more than the deflator: ``consumer prices and GDP``.

    Returns:
        As many rows, in units such as ``RUB at 2015 prices``, each with the origin of the changes beside its own; a
        value without an unbroken index is NaN, and ``reason`` says why.

    Raises:
        UnitMismatchError: A figure is no sum of money, or is at constant prices already.
    """
    for indicator in panel.indicators:
        if indicator.prices not in (None, "current"):
            raise UnitMismatchError(f"{indicator.name} is at {indicator.prices} prices already.")
    units = {text: _at_prices(text, base) for text in panel.units}
    index = chain_price_index(changes.frame, base)
    level = dict(zip(zip(index["code"], index["year"], strict=True), index["index"], strict=True))
    frame = panel.frame.copy()
    pairs = list(zip(frame["code"], frame["year"], strict=True))
    yearly = (frame["frequency"] == "A").to_numpy()
    factors = np.array([100 / level[pair] if pair in level else np.nan for pair in pairs])
    factors[~yearly] = np.nan
    for name in ("value", "lower", "upper"):
        frame[name] = frame[name].to_numpy(np.float64, na_value=np.nan) * factors
    broken = [
        f"No unbroken series of {chained or deflator} joins {year} to {base} for {entity}."
        for entity, year in zip(frame["entity"], frame["year"], strict=True)
    ]
    missing = np.where(np.isnan(factors), np.where(yearly, broken, "Prices are known by year."), "")
    before = frame["reason"] if "reason" in frame else pd.Series("", index=frame.index)
    frame["reason"] = np.where(before == "", missing, before)
    frame["unit"] = frame["unit"].map(units)
    origins_of = changes.frame.groupby("code")["origin"].unique().to_dict()
    measured = {code: " ".join(dict.fromkeys(" ".join(ids).split())) for code, ids in origins_of.items()}
    frame["origin"] = [
        own if np.isnan(factor) else " ".join(dict.fromkeys(f"{own} {measured[code]}".split()))
        for own, code, factor in zip(frame["origin"], frame["code"], factors, strict=True)
    ]
    step = Step("deflate", f"Deflated to the prices of {base} by each country's {deflator}, {how}.")
    origins = tuple(dict.fromkeys([*panel.origins, *changes.origins]))
    return panel.with_frame(frame, step).with_origins(origins)


def _at_prices(text: str, base: int) -> str:
    unit = parse_unit(text)
    if unit.currency is None and not unit.expression.startswith("LCU"):
        raise UnitMismatchError(f"{unit.text} has no prices.", hint="Only sums of money can be deflated.")
    if unit.base is not None:
        raise UnitMismatchError(f"{unit.text} is at constant prices already.")
    return f"{unit.text} at {base} prices"
