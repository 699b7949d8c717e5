"""The registry of transformations: the name, calculation and restrictions of each.

A new transformation is one entry here (and its name in `TransformName`), one function and a test; the command line,
the addresses and the dashboard read the rest from the entry. The names are FRED's (``units=lin chg ch1 pch pc1 pca cch
cca log``); ``index`` is its "Index (Scale value to 100 for chosen date)".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from indicators.analysis import messages
from indicators.analysis.transforms.changes import (
    ANNUAL_LOG_CHANGE,
    ANNUALISED_CHANGE,
    CHANGE,
    LOG_CHANGE,
    PERCENT_CHANGE,
    YEAR_CHANGE,
    YEAR_PERCENT_CHANGE,
    Formula,
    compute_change,
    take_logarithm,
)
from indicators.analysis.transforms.indices import index_series
from indicators.errors import UnitMismatchError
from indicators.model.observations import Indicator, Measure
from indicators.model.panel import Panel
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit

TransformName = Literal["lin", "pc1", "ch1", "index", "log", "pch", "chg", "pca", "cch", "cca"]

LEVEL: Final = "lin"
"""The transformation that changes nothing."""
_PERCENT: Final = frozenset({"percent", "percentage_point", "permille"})


@dataclass(frozen=True, slots=True)
class Transform:
    """One transformation.

    Attributes:
        name: Its name in addresses, on the command line and in Python.
        label: Its name in a list of choices.
        apply: Calculates it, from a panel, the base period asked for and the earliest year that may be chosen.
        years_back: How many years before its own a figure depends on; ``None`` where it may be any.
        needs_short_periods: Whether it says something new only for periods shorter than a year.
        refusal: Why it is refused for rates in percent, with placeholders; empty where it is not.
        in_points: The transformation that suits rates in percent instead; itself if empty.
        has_base: Whether it compares with a base period, which may be chosen.
    """

    name: TransformName
    label: str
    apply: Callable[[Panel, TimePeriod | None, int | None], Panel]
    years_back: int | None = 0
    needs_short_periods: bool = False
    refusal: str = ""
    in_points: TransformName | Literal[""] = ""
    has_base: bool = False


def _change(
    name: TransformName, label: str, formula: Formula, in_points: TransformName | Literal[""] = "", *,
    needs_short_periods: bool = True,
) -> Transform:  # fmt: skip
    refusal = messages.PERCENT_OF_RATE if in_points else ""
    return Transform(
        name, label, lambda panel, _base, _since: compute_change(panel, formula), 1, needs_short_periods, refusal,
        in_points,
    )  # fmt: skip


TRANSFORMS: Final[dict[str, Transform]] = {
    entry.name: entry
    for entry in (
        Transform("lin", "Level", lambda panel, _base, _since: panel),
        _change(
            "pc1", "Change from a year earlier (%)", YEAR_PERCENT_CHANGE, "ch1", needs_short_periods=False
        ),
        _change("ch1", "Change from a year earlier", YEAR_CHANGE, needs_short_periods=False),
        Transform(
            "index", "Index (base period = 100)", index_series, None, refusal=messages.INDEX_OF_RATE, in_points="ch1",
            has_base=True,
        ),
        Transform("log", "Natural logarithm", lambda panel, _base, _since: take_logarithm(panel)),
        _change("pch", "Change from previous period (%)", PERCENT_CHANGE, "chg"),
        _change("chg", "Change from previous period", CHANGE),
        _change("pca", "Annualised change (%)", ANNUALISED_CHANGE, "chg"),
        _change("cch", "Continuously compounded change (%)", LOG_CHANGE, "chg", needs_short_periods=False),
        _change(
            "cca", "Continuously compounded annual change (%)", ANNUAL_LOG_CHANGE, "chg"
        ),
    )
}  # fmt: skip
"""The transformations by name, in the order of a list of choices."""


def find_transforms(names: tuple[str, ...]) -> tuple[Transform, ...]:
    """Return the transformations of these names, in their order.

    >>> [one.label for one in find_transforms(("pc1",))]
    ['Change from a year earlier (%)']
    """
    return tuple(TRANSFORMS[name] for name in names)


def apply_transform(panel: Panel, name: str, *, base: TimePeriod | None = None, since: int | None = None) -> Panel:
    """Transform each series of a panel.

    Args:
        panel: Series of any frequency.
        name: The name of a transformation.
        base: For an index, the period that is 100; the first common year if left out.
        since: The earliest year that may be chosen as the first common year.

    Returns:
        As many rows, the values float64 in the unit of the transformation; where there is nothing to compare with,
        NaN and a ``reason``.

    Raises:
        UnitMismatchError: An index, or a change in percent, of a rate in percent.
    """
    transform = TRANSFORMS[name]
    if transform.refusal:
        for indicator in panel.indicators:
            _refuse_rate(indicator, transform)
    return panel if panel.is_empty else transform.apply(panel, base, since)


def _refuse_rate(indicator: Indicator, transform: Transform) -> None:
    if _is_percent_rate(indicator):
        unit = "percentage points" if "point" in parse_unit(indicator.unit).expression else "percent"
        hint = messages.USE_IN_POINTS.format(name=transform.in_points, label=TRANSFORMS[transform.in_points].label)
        raise UnitMismatchError(transform.refusal.format(indicator=indicator.name, unit=unit), hint=hint)


def _is_percent_rate(indicator: Indicator) -> bool:
    """Tell whether an indicator is a rate in percent or in points, such as growth, and so not a level."""
    return indicator.measure is Measure.RATE and parse_unit(indicator.unit).expression in _PERCENT
