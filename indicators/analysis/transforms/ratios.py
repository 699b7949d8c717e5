"""One thing by another: per person, a share of a whole, the ratio of two indicators.

Figures are divided by those of the same area and period, or of the whole for the same period; where the divisor has
none, the result is empty and says so. Of two publishers of the divisor the one of the figure itself counts, else the
first: rivals are never averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from indicators.analysis.transforms.provenance import (
    count_digits,
    describe_money,
    find_last_digit,
    inherit_provenance,
    read_significant_digits,
)
from indicators.analysis.transforms.reasons import add_reasons
from indicators.errors import UnitMismatchError, UnknownUnitError
from indicators.model.formatting import join_names
from indicators.model.observations import Indicator, Measure
from indicators.model.origins import Origin
from indicators.model.panel import Panel
from indicators.model.steps import Step
from indicators.model.units import find_factor, have_same_dimension, parse_unit

__all__ = ["divide", "divide_by_area", "divide_by_total"]

_KEY = ["period", "frequency"]


@dataclass(frozen=True, slots=True)
class _Divisor:
    """What is divided by, row for row of a panel.

    Attributes:
        rows: The divisor's row for each row, NaN where it has none.
        name: What it is called: ``persons``, ``World``, ``the total``.
        of: What a share is said to be of; ``None`` where the result is no share.
        is_same: Whether it is the same indicator of a larger area, so that each indicator has a whole of its own.
        why_not: For each row why there is none below the line, where that is known; empty for what is not there.
    """

    rows: pd.DataFrame
    name: str
    of: str | None
    is_same: bool = False
    why_not: pd.Series | None = None


def divide(panel: Panel, by: Panel) -> Panel:
    """The ratio of a panel to another indicator, for the same area and period.

    Args:
        panel: The figures above the line.
        by: The figures below it, of one indicator.

    Returns:
        As many rows: a share in ``%`` where both are of one dimension, else in units such as ``USD per person``.

    Raises:
        UnitMismatchError: The two units make none together, as ``% of GDP per person``.
    """
    divisor = by.indicators[0]
    panel, below = panel.unscale(), by.unscale().frame.dropna(subset="value")
    rows = _matched(panel.frame, below, ["code", *_KEY])
    of = divisor.name if not any(str(one.name) == divisor.name for one in panel.indicators) else None
    made = _ratio(panel, _Divisor(rows, _noun(divisor), of or divisor.name))
    step = Step("divide", f"Divided by {_noun(divisor)} of the same country and period.")
    return replace(made, steps=(*made.steps, step)).with_origins(_origins(made, by))


def divide_by_area(panel: Panel, whole: Panel, name: str) -> Panel:
    """Each figure as a share of the same publisher's figure for a whole, such as the world, in the same period.

    Args:
        panel: The parts.
        whole: The same indicators for the one area that is the whole.
        name: What the whole is called.

    Raises:
        UnitMismatchError: The parts do not add up to a whole: rates, shares and indices do not.
    """
    _must_add_up(panel, f"a share of {name}")
    panel, below = panel.unscale(), whole.unscale().frame
    key = ["indicator", "dataset", *_KEY]
    rows = _matched(panel.frame, below.dropna(subset="value"), key)
    why_not = _matched(panel.frame, below, key)["reason"] if "reason" in below else None
    made = _ratio(panel, _Divisor(rows, name, name, is_same=True, why_not=why_not))
    step = Step("divide", f"As a share of {name}, of the same publisher and period.")
    return replace(made, steps=(*made.steps, step)).with_origins(_origins(made, whole))


def divide_by_total(panel: Panel) -> Panel:
    """Each figure as a share of the sum of all areas of the panel, where every one of them has a figure above zero.

    Raises:
        UnitMismatchError: The parts do not add up to a whole: rates, shares and indices do not.
    """
    _must_add_up(panel, "a share of the total")
    _must_be_in_one_unit(panel)
    panel = panel.unscale()
    frame = panel.frame.reset_index(drop=True)
    key = ["indicator", "dataset", "unit", *_KEY]
    groups = frame.groupby(key, sort=False)
    areas = frame.groupby(["indicator", "dataset", "unit"], sort=False)["code"].transform("nunique")
    whole = groups["value"].transform("count") == areas
    below_zero = groups["value"].transform("min") < 0
    rows = frame.assign(value=groups["value"].transform("sum").where(whole & ~below_zero))
    why_not = below_zero.map({True: "some figures are below zero, and no part of a whole is.", False: ""})
    rows["digits"] = groups["digits"].transform("min")
    for name in ("lower", "upper"):
        rows[name] = np.nan
    made = _ratio(panel, _Divisor(rows, "the total", "the total", is_same=True, why_not=why_not))
    shown = ", ".join(panel.entities) if len(panel.entities) <= 12 else f"{len(panel.entities)} areas"
    step = Step("divide", f"As a share of the total of {shown}; only where each of them has a figure.")
    return replace(made, steps=(*made.steps, step))


def _must_add_up(panel: Panel, what: str) -> None:
    for indicator in panel.indicators:
        if not indicator.measure.is_additive or _is_relative(indicator):
            hint = "Only sums and counts are parts of a whole."
            raise UnitMismatchError(f"{indicator.name} cannot be had as {what}: it does not add up.", hint=hint)


def _must_be_in_one_unit(panel: Panel) -> None:
    """Refuse a publisher's sums in several currencies: each would be the whole of a total of its own."""
    for (id, _), rows in panel.frame.groupby(["indicator", "dataset"], sort=False):
        units = list(rows["unit"].unique())
        if len(units) > 1:
            name = next(one.name for one in panel.indicators if one.id == id)
            hint = "Ask for all of it in one currency, such as USD."
            raise UnitMismatchError(f"{name} has no total: it is in {join_names(units, most=4)}.", hint=hint)


def _is_relative(indicator: Indicator) -> bool:
    """Whether it is counted for each of something, as dollars per person."""
    return parse_unit(indicator.unit).denominator is not None or parse_unit(indicator.unit).expression == "percent"


def _matched(frame: pd.DataFrame, below: pd.DataFrame, key: Sequence[str]) -> pd.DataFrame:
    """For each row the row below the line; of several the one of its own dataset, else the first."""
    own = _by_key(frame, below, [*key, "dataset"]) if "dataset" not in key else None
    first = _by_key(frame, below, list(key))
    if own is None:
        return first
    return own.where(own["value"].notna(), first)


def _by_key(frame: pd.DataFrame, below: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    unique = below.drop_duplicates(key).set_index(key, drop=False)
    wanted = pd.MultiIndex.from_frame(frame[key])
    return unique.reindex(wanted).reset_index(drop=True)


def _ratio(panel: Panel, divisor: _Divisor) -> Panel:
    frame, rows = panel.frame.reset_index(drop=True), divisor.rows
    made = inherit_provenance(frame, rows)
    below = rows["value"].to_numpy(np.float64, na_value=np.nan)
    below = np.where(below == 0, np.nan, below)
    units = {pair: _unit_of(pair, divisor) for pair in _pairs(frame, rows)}
    pairs = list(zip(frame["unit"], rows["unit"].fillna(""), strict=True))
    scales = np.array([units[pair][1] for pair in pairs], dtype=np.float64)
    for name in ("value", "lower", "upper"):
        made[name] = frame[name].to_numpy(np.float64, na_value=np.nan) / below * scales
    digits = np.fmin(read_significant_digits(frame["digits"]), read_significant_digits(rows["digits"].astype("Int64")))
    made["digits"] = count_digits(made["value"].to_numpy(), find_last_digit(made["value"].to_numpy(), digits))
    said = {text: unit for (text, _), (unit, _) in units.items() if unit}
    made["unit"] = [units[pair][0] or said.get(pair[0], pair[0]) for pair in pairs]
    why = np.where(np.isnan(below), f"There is no figure of {divisor.name} for this period.", "")
    if divisor.why_not is not None:
        known = divisor.why_not.fillna("").to_numpy(dtype=object)
        why = np.where((why != "") & (known != ""), f"There is no figure of {divisor.name} to divide by: " + known, why)
    why = np.where(frame["value"].isna(), "", why)
    indicators = tuple(_renamed(one, divisor, made, frame) for one in panel.indicators)
    return replace(panel, frame=add_reasons(made, why), indicators=indicators)


def _pairs(frame: pd.DataFrame, rows: pd.DataFrame) -> list[tuple[str, str]]:
    pairs = pd.DataFrame({"above": frame["unit"], "below": rows["unit"].fillna("")}).drop_duplicates()
    return list(pairs.itertuples(index=False, name=None))


def _unit_of(pair: tuple[str, str], divisor: _Divisor) -> tuple[str, float]:
    """The unit of a ratio and what it is multiplied by; no unit where there is nothing below the line."""
    above, below = pair
    if not below:
        return "", np.nan
    if have_same_dimension(above, below):
        return f"% of {divisor.of}", find_factor(above, below) * 100
    upper, lower = parse_unit(above), parse_unit(below)
    message = f"{upper.text} divided by {lower.text} makes no unit."
    if upper.denominator or lower.denominator or "percent" in (upper.expression, lower.expression):
        raise UnitMismatchError(message, hint="Divide sums or counts by sums or counts.")
    try:
        prices = f" at {upper.base} prices" if upper.base and upper.currency else ""
        return parse_unit(f"{upper.text.removesuffix(prices)} per {lower.singular}{prices}").text, 1.0
    except UnknownUnitError as error:
        raise UnitMismatchError(message, hint="Divide sums or counts by sums or counts.") from error


def _renamed(indicator: Indicator, divisor: _Divisor, made: pd.DataFrame, before: pd.DataFrame) -> Indicator:
    units = made.loc[made["indicator"] == indicator.id, "unit"]
    unit = str(units.iloc[0]) if len(units) else indicator.unit
    # a stock divided by what flows stays what there is at a moment, whatever the ratio looks like
    divide = replace(indicator, unit=unit, numerator_measure=indicator.counted)
    if divisor.is_same or unit.startswith("% of"):
        # a share of the world at constant prices is another than one at those of each year
        money = describe_money(before[before["indicator"] == indicator.id], indicator.prices) if divisor.is_same else ""
        return replace(
            divide, name=f"{indicator.name}{money}", measure=Measure.SHARE, prices=None, numerator=indicator.name,
            denominator=f"{indicator.name} ({divisor.of})" if divisor.is_same else str(divisor.of),
        )  # fmt: skip
    each = parse_unit(unit).denominator or divisor.name  # no unit was made where the divisor has no figure at all
    return replace(divide, name=f"{indicator.name} per {each}", measure=Measure.RATE)


def _noun(indicator: Indicator) -> str:
    return "persons" if indicator.unit == "persons" else indicator.name


def _origins(made: Panel, by: Panel) -> tuple[Origin, ...]:
    used = {id for text in made.frame["origin"].unique() for id in text.split()}
    return tuple(origin for origin in dict.fromkeys([*made.origins, *by.origins]) if origin.id in used)
