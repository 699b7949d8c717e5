"""Deflate amounts of money to the prices of one year, so that the price level no longer changes them.

An amount is deflated in the currency it was paid in, by the price index of its own country, and only then converted,
at the base year's rate for all years. The other order would mix two inflation rates. The index is chained from yearly
changes of consumer prices or of the GDP deflator.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.errors import UnitMismatchError
from indicators.model.panel import Panel
from indicators.model.precision import rescale_digits
from indicators.model.steps import Step
from indicators.model.units import parse_unit


def chain_price_index(changes: pd.DataFrame, base: int) -> pd.DataFrame:
    """Chain yearly changes to a price index.

    Args:
        changes: Columns ``code``, ``year`` and ``value``, the change from a year earlier in percent; one row for each
            code and year.
        base: The year that is 100.

    Returns:
        Columns ``code``, ``year`` and ``index``, float64: only the years that an unbroken chain of changes links to
        the base year.

    >>> rows = pd.DataFrame({"code": "RUS", "year": [2021, 2022, 2024], "value": [10.0, 50.0, 5.0]})
    >>> chain_price_index(rows, 2021)[["year", "index"]].to_numpy().round(6).tolist()
    [[2020.0, 90.909091], [2021.0, 100.0], [2022.0, 150.0]]
    """
    known = changes.dropna(subset="value").sort_values(["code", "year"], kind="stable")
    parts = [_chain_area(str(code), rows, base) for code, rows in known.groupby("code", sort=False)]
    empty = pd.DataFrame({"code": pd.Series(dtype=object), "year": pd.Series(dtype="int64"), "index": []})
    return pd.concat([part for part in parts if part is not None] or [empty], ignore_index=True)


def _chain_area(code: str, rows: pd.DataFrame, base: int) -> pd.DataFrame | None:
    years, changes = rows["year"].to_numpy(np.int64), rows["value"].to_numpy(np.float64)
    breaks = np.flatnonzero(np.diff(years) != 1) + 1
    for part_years, part in zip(np.split(years, breaks), np.split(changes, breaks), strict=True):
        # the first change gives the level of the year before it too
        span = np.arange(part_years[0] - 1, part_years[-1] + 1)
        if span[0] <= base <= span[-1]:
            level = np.concatenate([[1.0], np.cumprod(1 + part / 100)])
            return pd.DataFrame({"code": code, "year": span, "index": 100 * level / level[base - span[0]]})
    return None


def rebase_to_dollars(changes: pd.DataFrame, rate_changes: pd.DataFrame) -> pd.DataFrame:
    """Turn yearly changes of prices in a country's currency into those of amounts converted to dollars.

    Args:
        changes: Columns ``code``, ``year`` and ``value``, in percent.
        rate_changes: Columns ``code``, ``year`` and ``factor``: how the price of a dollar changed.

    >>> rows = pd.DataFrame({"code": ["IRN"], "year": [2001], "value": [50.0], "factor": [1.25]})
    >>> rebase_to_dollars(rows[["code", "year", "value"]], rows[["code", "year", "factor"]])["value"].round(6).tolist()
    [20.0]
    """
    known = changes.merge(rate_changes, on=["code", "year"])
    known["value"] = 100 * ((1 + known["value"] / 100) / known.pop("factor") - 1)
    return known


def deflate(panel: Panel, changes: Panel, base: int, *, step: str, chain: str, monthly: Panel | None = None) -> Panel:
    """Deflate amounts to the prices of one year.

    Args:
        panel: Amounts at current prices, in the currency of their country, or all in dollars: units such as ``RUB``.
        changes: The yearly changes of prices of the same countries in that currency, in percent.
        base: The year of the prices.
        step: What is done, in a sentence.
        chain: The series that must be unbroken, in words: ``consumer prices``.
        monthly: Monthly levels of prices of some of the countries, by which their months, quarters and half-years are
            deflated. Those of other countries are deflated by the level of their year.

    Returns:
        As many rows, in units such as ``RUB at 2015 prices``, each with the origin of the changes beside its own; a
        value without an unbroken index is NaN, and ``reason`` says why.

    Raises:
        UnitMismatchError: A value is not an amount of money, or is at constant prices already.
    """
    for indicator in panel.indicators:
        if indicator.prices not in (None, "current"):
            sentence = messages.ALREADY_CONSTANT.format(indicator=indicator.name, prices=indicator.prices)
            raise UnitMismatchError(sentence)
    units = {text: _unit_at_prices(text, base) for text in panel.units}
    index = chain_price_index(changes.frame, base)
    level = dict(zip(zip(index["code"], index["year"], strict=True), index["index"], strict=True))
    frame = panel.frame.copy()
    pairs = list(zip(frame["code"], frame["year"], strict=True))
    factors = np.array([100 / level[pair] if pair in level else np.nan for pair in pairs])
    within = (frame["first"].dt.year == frame["year"]).to_numpy()
    factors[~within] = np.nan
    broken = np.array(
        [
            messages.NO_CHAIN.format(deflator=chain, year=year, base=base, area=entity)
            for entity, year in zip(frame["entity"], frame["year"], strict=True)
        ],
        dtype=object,
    )
    broken[~within] = messages.SEVERAL_YEARS
    of_months = (frame["frequency"] != "A").to_numpy()
    by_month = np.zeros(len(frame), dtype=bool)
    if monthly is not None and of_months.any():
        levels = _find_monthly_factors(frame, monthly.frame, base)
        by_month = of_months & frame["code"].isin(set(levels["code"])).to_numpy()
        factors[by_month] = levels["factor"].to_numpy()[by_month]
        broken[by_month] = messages.NO_MONTHLY_PRICES.format(base=base)
    for name in ("value", "lower", "upper"):
        frame[name] = frame[name].to_numpy(np.float64, na_value=np.nan) * factors
    frame["digits"] = rescale_digits(panel.frame, frame["value"])
    before = frame["reason"] if "reason" in frame else pd.Series("", index=frame.index)
    frame["reason"] = np.where((before == "") & np.isnan(factors), broken, before)
    frame["unit"] = frame["unit"].map(units)
    measured, by_months = _join_origins(changes), _join_origins(monthly)
    frame["origin"] = [
        own
        if np.isnan(factor)
        else " ".join(dict.fromkeys(f"{own} {(by_months if month else measured)[code]}".split()))
        for own, code, factor, month in zip(frame["origin"], frame["code"], factors, by_month, strict=True)
    ]
    of_monthly = monthly.origins if monthly is not None and by_month.any() else ()
    origins = tuple(dict.fromkeys([*panel.origins, *changes.origins, *of_monthly]))
    used = ~np.isnan(factors) & of_months
    notes = [
        messages.DEFLATED_BY_MONTH if (used & by_month).any() else "",
        messages.DEFLATED_BY_YEAR if (used & ~by_month).any() else "",
    ]
    sentence = " ".join([step, *filter(None, notes)])
    return panel.with_frame(frame, Step("deflate", sentence)).with_origins(origins)


def _find_monthly_factors(frame: pd.DataFrame, monthly: pd.DataFrame, base: int) -> pd.DataFrame:
    """Return for each row the level of prices in the base year relative to that of its months; NaN without all."""
    months = monthly[(monthly["frequency"] == "M") & monthly["value"].notna()]
    number = months["first"].dt.year * 12 + months["first"].dt.month
    level = dict(zip(zip(months["code"], number, strict=True), months["value"], strict=True))
    bases = months[months["year"] == base].groupby("code")["value"].agg(["mean", "size"])
    known = bases.loc[bases["size"] == 12, "mean"].to_dict()
    starts, ends = (frame[name].dt.year * 12 + frame[name].dt.month for name in ("first", "last"))
    factors = []
    for code, start, end in zip(frame["code"], starts, ends, strict=True):
        levels = [level.get((code, place), np.nan) for place in range(start, end + 1)]
        factors.append(known[code] / np.mean(levels) if code in known else np.nan)
    return pd.DataFrame({"code": frame["code"].where(frame["code"].isin(known)), "factor": factors}, index=frame.index)


def _join_origins(prices: Panel | None) -> dict[str, str]:
    """The ids of the origins of the prices of each country."""
    if prices is None:
        return {}
    ids = prices.frame.groupby("code")["origin"].unique().to_dict()
    return {str(code): " ".join(dict.fromkeys(" ".join(texts).split())) for code, texts in ids.items()}


def _unit_at_prices(text: str, base: int) -> str:
    unit = parse_unit(text)
    if unit.currency is None and not unit.expression.startswith("LCU"):
        raise UnitMismatchError(messages.HAS_NO_PRICES.format(unit=unit.text), hint=messages.ONLY_MONEY)
    if unit.base is not None:
        raise UnitMismatchError(messages.ALREADY_CONSTANT.format(indicator=unit.text, prices="constant"))
    return f"{unit.text} at {base} prices"
