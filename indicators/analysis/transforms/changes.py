"""Changes, growth, logarithm and index of series, by the formulas that FRED documents for its ``units``.

With x the value, b the one before (or a year before), n the periods in a year:

======== =============================== ==========================
``chg``   x − b, period before            the unit, or points
``ch1``   x − b, a year before            the unit, or points
``pch``   (x / b − 1) · 100               %
``pc1``   (x / b − 1) · 100, a year before %
``pca``   ((x / b)ⁿ − 1) · 100            % a year
``cch``   ln(x / b) · 100                 %
``cca``   ln(x / b) · 100 · n             % a year
``log``   ln x                            natural logarithm
======== =============================== ==========================

The difference of two percentages is in percentage points. What has no figure to be compared with stays empty, with
the reason; so does growth from zero or below, which would be a number without a meaning.

Source: FRED, "What formulas are used to calculate growth rates?"; days are counted as 260 in a year, as there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from indicators.analysis.transforms.indices import index_series
from indicators.analysis.transforms.names import Transform
from indicators.analysis.transforms.neighbours import NO_ROW, find_previous_period, find_year_earlier
from indicators.analysis.transforms.provenance import (
    FloatArray,
    count_digits,
    describe_money,
    describe_share,
    find_last_digit,
    inherit_provenance,
    read_significant_digits,
)
from indicators.analysis.transforms.reasons import add_reasons
from indicators.model.observations import Indicator, Measure
from indicators.model.panel import Panel
from indicators.model.periods import Frequency
from indicators.model.steps import Step
from indicators.model.units import parse_unit

__all__ = ["apply_transform"]

_IN_A_YEAR: Final[dict[str, float]] = {
    Frequency.ANNUAL: 1, Frequency.HALF_YEARLY: 2, Frequency.QUARTERLY: 4, Frequency.MONTHLY: 12,
    Frequency.DAILY: 260, Frequency.OTHER: np.nan,
}  # fmt: skip
_POINTS: Final = "percentage points"


@dataclass(frozen=True, slots=True)
class _Formula:
    """How a transformation is reckoned.

    Attributes:
        result: Of the value, the one before and the periods in a year.
        phrase: What it is called after the indicator's name.
        a_year: Whether it compares with a year before.
        relative: Whether it is in per cent, and so needs what it compares with above zero.
    """

    result: Callable[[FloatArray, FloatArray, FloatArray], FloatArray]
    phrase: str
    a_year: bool = False
    relative: bool = False


def _difference(x: FloatArray, b: FloatArray, _: FloatArray) -> FloatArray:
    return x - b


def _growth(x: FloatArray, b: FloatArray, _: FloatArray) -> FloatArray:
    return (x / b - 1) * 100


def _yearly_growth(x: FloatArray, b: FloatArray, n: FloatArray) -> FloatArray:
    return ((x / b) ** n - 1) * 100


def _log_growth(x: FloatArray, b: FloatArray, _: FloatArray) -> FloatArray:
    return np.log(x / b) * 100


def _yearly_log_growth(x: FloatArray, b: FloatArray, n: FloatArray) -> FloatArray:
    return np.log(x / b) * 100 * n


_BEFORE: Final = "change on the {noun} before"
_YEAR_BEFORE: Final = "change on a year before"
_FORMULAS: Final = {
    Transform.CHANGE: _Formula(_difference, _BEFORE),
    Transform.YEAR_CHANGE: _Formula(_difference, _YEAR_BEFORE, a_year=True),
    Transform.PERCENT_CHANGE: _Formula(_growth, _BEFORE, relative=True),
    Transform.YEAR_PERCENT_CHANGE: _Formula(_growth, _YEAR_BEFORE, a_year=True, relative=True),
    Transform.ANNUAL_RATE: _Formula(_yearly_growth, f"{_BEFORE} at a yearly rate", relative=True),
    Transform.LOG_CHANGE: _Formula(_log_growth, f"continuously compounded {_BEFORE}", relative=True),
    Transform.ANNUAL_LOG_CHANGE: _Formula(
        _yearly_log_growth, "continuously compounded change at a yearly rate", relative=True
    ),
}
_LOGARITHMIC: Final = (Transform.LOG_CHANGE, Transform.ANNUAL_LOG_CHANGE)


def apply_transform(panel: Panel, name: str, *, base: int | None = None, since: int | None = None) -> Panel:
    """A panel with each series transformed.

    Args:
        panel: Series of any frequency.
        name: FRED's name of a transformation: ``lin chg ch1 pch pc1 pca cch cca log``, or ``index``.
        base: For an index the year that is 100; the first year that all series have if left out.
        since: The earliest year that is taken for it then.

    Returns:
        As many rows, the values float64 in the unit of the transformation; where there is nothing to compare with,
        NaN and a ``reason``.

    Raises:
        ValueError: There is no such transformation.
    """
    transform = Transform(name)
    if transform is Transform.LEVEL or panel.is_empty:
        return panel
    if transform is Transform.INDEX:
        return index_series(panel, base, since=since)
    return _logged(panel) if transform is Transform.LOG else _changed(panel, transform)


def _changed(panel: Panel, transform: Transform) -> Panel:
    formula = _FORMULAS[transform]
    frame = panel.frame.reset_index(drop=True)
    places = find_year_earlier(frame) if formula.a_year else find_previous_period(frame)
    before = frame.reindex(np.where(places == NO_ROW, -1, places)).reset_index(drop=True)
    n = _floats(frame["frequency"].map(_IN_A_YEAR))
    value, base = _floats(frame["value"]), _floats(before["value"])
    meaningless = formula.relative & ((base <= 0) | (value <= 0) & (transform in _LOGARITHMIC))
    base = np.where(meaningless, np.nan, base)
    made = inherit_provenance(frame, before)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        made["value"] = _finite(formula.result(value, base, n))
        made["lower"], made["upper"] = _interval(formula, frame, before, n)
    made["digits"] = _digits(formula, frame, before, _floats(made["value"]), n)
    made["unit"] = frame["unit"].map({text: _unit(text, relative=formula.relative) for text in panel.units})
    why = _why(frame, base=_floats(before["value"]), meaningless=meaningless, a_year=formula.a_year)
    noun = _noun(frame)
    phrase = formula.phrase.format(noun=noun)
    step = Step("transform", f"{phrase[0].upper()}{phrase[1:]}{', in per cent' if formula.relative else ''}.")
    indicators = tuple(
        _renamed(indicator, phrase, _of(frame, indicator), relative=formula.relative) for indicator in panel.indicators
    )
    return replace(panel.with_frame(add_reasons(made, why), step), indicators=indicators)


def _interval(
    formula: _Formula, frame: pd.DataFrame, before: pd.DataFrame, n: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """The least and the most that the ends of both intervals give; NaN where neither figure has one."""
    low, high = (_floats(frame[name].fillna(frame["value"])) for name in ("lower", "upper"))
    low_before, high_before = (_floats(before[name].fillna(before["value"])) for name in ("lower", "upper"))
    if formula.relative:
        low_before, high_before = (np.where(ends > 0, ends, np.nan) for ends in (low_before, high_before))
    corners = [formula.result(x, b, n) for x in (low, high) for b in (low_before, high_before)]
    known = frame[["lower", "upper"]].notna().any(axis=1) | before[["lower", "upper"]].notna().any(axis=1)
    return tuple(  # type: ignore[return-value]  # two, as there are two functions
        np.where(known, _finite(extreme.reduce(corners)), np.nan) for extreme in (np.minimum, np.maximum)
    )


def _digits(
    formula: _Formula, frame: pd.DataFrame, before: pd.DataFrame, result: FloatArray, n: FloatArray
) -> pd.Series:
    value, base = _floats(frame["value"]), _floats(before["value"])
    own, others = read_significant_digits(frame["digits"]), read_significant_digits(before["digits"].astype("Int64"))
    if not formula.relative:
        return count_digits(result, np.fmax(find_last_digit(value, own), find_last_digit(base, others)))
    with np.errstate(divide="ignore", invalid="ignore"):
        yearly = np.ceil(np.log10(n)) if "yearly" in formula.phrase else 0.0
        return count_digits(result, find_last_digit(value / base, np.fmin(own, others)) + 2 + yearly)


def _logged(panel: Panel) -> Panel:
    """The natural logarithm; zero and below have none."""
    frame = panel.frame.reset_index(drop=True)
    made = frame.copy()
    for name in ("value", "lower", "upper"):
        numbers = _floats(frame[name])
        made[name] = np.log(np.where(numbers > 0, numbers, np.nan))
    made["digits"] = count_digits(_floats(made["value"]), 1 - read_significant_digits(frame["digits"]))
    made["unit"] = "natural logarithm"
    why = np.where(frame["value"] <= 0, "Zero and below have no logarithm.", "")
    indicators = tuple(
        replace(
            indicator, name=f"{indicator.name}{_counted_in(frame, indicator)}", measure=Measure.INDEX,
            unit="natural logarithm", prices=None,
        )
        for indicator in panel.indicators
    )  # fmt: skip
    made_panel = panel.with_frame(add_reasons(made, why), Step("transform", "Natural logarithm of each figure."))
    return replace(made_panel, indicators=indicators)


def _counted_in(frame: pd.DataFrame, indicator: Indicator) -> str:
    rows = _of(frame, indicator)
    unit = rows["unit"].iloc[0] if len(rows) else indicator.unit
    return describe_money(rows, indicator.prices) or describe_share(rows, indicator.name) or f" in {unit}"


def _of(frame: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    return frame[frame["indicator"] == indicator.id]


def _unit(text: str, *, relative: bool) -> str:
    if relative:
        return "%"
    unit = parse_unit(text)
    if unit.expression == "percent":
        return _POINTS
    return "index points" if unit.expression == "index_point" else text


def _renamed(indicator: Indicator, phrase: str, rows: pd.DataFrame, *, relative: bool) -> Indicator:
    """The indicator of a change, which says what its unit no longer does: the money, or of what it is a share."""
    money = describe_money(rows, indicator.prices) if relative else ""
    name = f"{indicator.name}{money}{describe_share(rows, indicator.name)}, {phrase}"
    if relative or indicator.measure in (Measure.SHARE, Measure.RATE, Measure.INDEX):
        unit = _unit(indicator.unit, relative=relative)
        above = None if indicator.numerator_measure is None or relative else Measure.FLOW
        return replace(indicator, name=name, measure=Measure.RATE, unit=unit, prices=None, numerator_measure=above)
    return replace(indicator, name=name, measure=Measure.FLOW)  # the change of a stock is what flowed in


def _noun(frame: pd.DataFrame) -> str:
    frequencies = frame["frequency"].unique()
    return Frequency(frequencies[0]).noun if len(frequencies) == 1 else Frequency.OTHER.noun


def _why(frame: pd.DataFrame, *, base: FloatArray, meaningless: np.ndarray, a_year: bool) -> np.ndarray:
    before = "of a year before" if a_year else "of the period before"
    why = np.where(np.isnan(base), f"There is no figure {before} to compare with.", "")
    why = np.where(meaningless, "Growth from zero or below has no meaning.", why)
    return np.where(frame["value"].isna(), "", why)


def _floats(numbers: pd.Series) -> FloatArray:
    return numbers.to_numpy(np.float64, na_value=np.nan)


def _finite(numbers: FloatArray) -> FloatArray:
    return np.where(np.isfinite(numbers), numbers, np.nan)
