"""Calculate changes, growth and logarithms by the formulas that FRED documents for its ``units``.

With x the value, b the previous one (or that of a year earlier), n the periods in a year:

======== =============================== ==========================
``chg``   x − b, previous period          the unit, or points
``ch1``   x − b, a year earlier           the unit, or points
``pch``   (x / b − 1) · 100               %
``pc1``   (x / b − 1) · 100, year earlier %
``pca``   ((x / b)ⁿ − 1) · 100            % a year
``cch``   ln(x / b) · 100                 %
``cca``   ln(x / b) · 100 · n             % a year
``log``   ln x                            natural logarithm
======== =============================== ==========================

The difference of two percentages is in percentage points. Without a value to compare with, the result is missing and
has a reason; so is growth from or to zero or below, which has no meaning.

Source: FRED, "What formulas are used to calculate growth rates?"; like FRED, we count 260 days in a year.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from indicators.analysis import messages
from indicators.analysis.transforms.neighbours import NO_ROW, find_previous_period, find_year_earlier
from indicators.analysis.transforms.provenance import (
    Floats,
    add_reasons,
    describe_money,
    describe_share,
    inherit_provenance,
    name_period,
)
from indicators.model.observations import Indicator, Measure
from indicators.model.panel import Panel
from indicators.model.periods import Frequency
from indicators.model.precision import add_widths, count_digits, measure_last_digit, measure_relative_width
from indicators.model.steps import Step
from indicators.model.units import parse_unit

_IN_A_YEAR: Final[dict[str, float]] = {
    Frequency.ANNUAL: 1, Frequency.HALF_YEARLY: 2, Frequency.QUARTERLY: 4, Frequency.MONTHLY: 12,
    Frequency.DAILY: 260, Frequency.OTHER: np.nan,
}  # fmt: skip
_POINTS: Final = "percentage points"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula for a change.

    Attributes:
        result: From the value, the one it is compared with, and the number of periods in a year.
        phrase: What follows the indicator's name.
        from_a_year_earlier: Whether it compares with the same period a year earlier.
        relative: Whether it is in percent, so that both values must be above zero.
        compounds: Whether it is brought to a year, which costs precision.
    """

    result: Callable[[Floats, Floats, Floats], Floats]
    phrase: str
    from_a_year_earlier: bool = False
    relative: bool = False
    compounds: bool = False


def _subtract(x: Floats, b: Floats, _: Floats) -> Floats:
    return x - b


def _compute_growth(x: Floats, b: Floats, _: Floats) -> Floats:
    return (x / b - 1) * 100


def _compound_growth(x: Floats, b: Floats, n: Floats) -> Floats:
    return ((x / b) ** n - 1) * 100


def _compute_log_growth(x: Floats, b: Floats, _: Floats) -> Floats:
    return np.log(x / b) * 100


def _compound_log_growth(x: Floats, b: Floats, n: Floats) -> Floats:
    return np.log(x / b) * 100 * n


_PREVIOUS: Final = "change from the previous {noun}"
_YEAR: Final = "change from a year earlier"
CHANGE: Final = Formula(_subtract, _PREVIOUS)
YEAR_CHANGE: Final = Formula(_subtract, _YEAR, from_a_year_earlier=True)
PERCENT_CHANGE: Final = Formula(_compute_growth, _PREVIOUS, relative=True)
YEAR_PERCENT_CHANGE: Final = Formula(_compute_growth, _YEAR, from_a_year_earlier=True, relative=True)
ANNUALISED_CHANGE: Final = Formula(
    _compound_growth, f"annualised {_PREVIOUS}", relative=True, compounds=True
)  # fmt: skip
LOG_CHANGE: Final = Formula(_compute_log_growth, f"continuously compounded {_PREVIOUS}", relative=True)
ANNUAL_LOG_CHANGE: Final = Formula(
    _compound_log_growth, "continuously compounded annual change", relative=True, compounds=True
)


def compute_change(panel: Panel, formula: Formula) -> Panel:
    """Replace each value by its change, calculated by a formula."""
    frame = panel.frame.reset_index(drop=True)
    places = find_year_earlier(frame) if formula.from_a_year_earlier else find_previous_period(frame)
    before = frame.reindex(np.where(places == NO_ROW, -1, places)).reset_index(drop=True)
    n = _to_floats(frame["frequency"].map(_IN_A_YEAR))
    value, base = _to_floats(frame["value"]), _to_floats(before["value"])
    meaningless = formula.relative & ((base <= 0) | (value <= 0))
    base = np.where(meaningless, np.nan, base)
    made = inherit_provenance(frame, before)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        made["value"] = _drop_infinite(formula.result(value, base, n))
        made["lower"], made["upper"] = _compute_interval(formula, frame, before, n)
    made["digits"] = _count_result_digits(formula, frame, before, _to_floats(made["value"]), n)
    made["unit"] = frame["unit"].map({text: _choose_unit(text, relative=formula.relative) for text in panel.units})
    why = np.where(np.isnan(_to_floats(before["value"])), messages.NOTHING_TO_COMPARE[formula.from_a_year_earlier], "")
    why = np.where(meaningless, messages.NO_GROWTH_FROM_ZERO, why)
    why = np.where(frame["value"].isna(), "", why)
    phrase = formula.phrase.format(noun=name_period(frame))
    sentence = messages.PERCENT_CHANGE_STEP if formula.relative else messages.CHANGE_STEP
    step = Step("transform", sentence.format(change=phrase.capitalize()))
    indicators = tuple(
        _rename(indicator, phrase, _select_rows(frame, indicator), relative=formula.relative)
        for indicator in panel.indicators
    )
    return replace(panel.with_frame(add_reasons(made, why), step), indicators=indicators)


def _compute_interval(formula: Formula, frame: pd.DataFrame, before: pd.DataFrame, n: Floats) -> tuple[Floats, Floats]:
    """Return the least and the greatest result that the ends of both intervals give; NaN without intervals."""
    low, high = (_to_floats(frame[name].fillna(frame["value"])) for name in ("lower", "upper"))
    low_before, high_before = (_to_floats(before[name].fillna(before["value"])) for name in ("lower", "upper"))
    if formula.relative:
        low, high, low_before, high_before = (
            np.where(ends > 0, ends, np.nan) for ends in (low, high, low_before, high_before)
        )
    corners = [formula.result(x, b, n) for x in (low, high) for b in (low_before, high_before)]
    known = frame[["lower", "upper"]].notna().any(axis=1) | before[["lower", "upper"]].notna().any(axis=1)
    ends = (np.where(known, _drop_infinite(extreme.reduce(corners)), np.nan) for extreme in (np.minimum, np.maximum))
    least, greatest = ends
    return least, greatest


def _count_result_digits(
    formula: Formula, frame: pd.DataFrame, before: pd.DataFrame, result: Floats, n: Floats
) -> pd.Series:
    pairs = [(_to_floats(rows["value"]), rows["digits"]) for rows in (frame, before)]
    if not formula.relative:
        return count_digits(result, add_widths(*(measure_last_digit(*pair) for pair in pairs)))
    relative = add_widths(*(measure_relative_width(*pair) for pair in pairs))
    grown = 100 + result if formula.result in (_compute_growth, _compound_growth) else 100.0
    return count_digits(result, grown * relative * (n if formula.compounds else 1))


def take_logarithm(panel: Panel) -> Panel:
    """Replace each value by its natural logarithm; zero and below have none."""
    frame = panel.frame.reset_index(drop=True)
    made = frame.copy()
    for name in ("value", "lower", "upper"):
        numbers = _to_floats(frame[name])
        made[name] = np.log(np.where(numbers > 0, numbers, np.nan))
    made["digits"] = count_digits(made["value"], measure_relative_width(frame["value"], frame["digits"]))
    made["unit"] = "natural logarithm"
    why = np.where(frame["value"] <= 0, messages.LOGARITHM_OF_ZERO, "")
    indicators = tuple(
        replace(
            indicator, name=f"{indicator.name}{_describe_unit(frame, indicator)}", measure=Measure.INDEX,
            unit="natural logarithm", prices=None,
        )
        for indicator in panel.indicators
    )  # fmt: skip
    made_panel = panel.with_frame(add_reasons(made, why), Step("transform", messages.LOGARITHM_STEP))
    return replace(made_panel, indicators=indicators)


def _describe_unit(frame: pd.DataFrame, indicator: Indicator) -> str:
    rows = _select_rows(frame, indicator)
    unit = rows["unit"].iloc[0] if len(rows) else indicator.unit
    return describe_money(rows, indicator.prices) or describe_share(rows, indicator.name) or f", {unit}"


def _select_rows(frame: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    return frame[frame["indicator"] == indicator.id]


def _choose_unit(text: str, *, relative: bool) -> str:
    if relative:
        return "%"
    unit = parse_unit(text)
    if unit.expression == "percent":
        return _POINTS
    return "index points" if unit.expression == "index_point" else text


def _rename(indicator: Indicator, phrase: str, rows: pd.DataFrame, *, relative: bool) -> Indicator:
    """Rename the indicator of a change, with the currency or the whole that its unit no longer names."""
    money = describe_money(rows, indicator.prices) if relative else ""
    name = f"{indicator.name}{money}{describe_share(rows, indicator.name)}, {phrase}"
    if relative or indicator.measure in (Measure.SHARE, Measure.RATE, Measure.INDEX):
        unit = _choose_unit(indicator.unit, relative=relative)
        above = None if indicator.numerator_measure is None or relative else Measure.FLOW
        return replace(indicator, name=name, measure=Measure.RATE, unit=unit, prices=None, numerator_measure=above)
    return replace(indicator, name=name, measure=Measure.FLOW)  # the change of a stock is a flow


def _to_floats(numbers: pd.Series) -> Floats:
    return numbers.to_numpy(np.float64, na_value=np.nan)


def _drop_infinite(numbers: Floats) -> Floats:
    return np.where(np.isfinite(numbers), numbers, np.nan)
