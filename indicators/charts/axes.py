"""The axis of values: its word of scale, its round marks and its extent."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.charts.headings import unit_heading
from indicators.model import Measure
from indicators.panel import Panel
from indicators.quantities import log_ticks, quantity, rounded, scale, ticks

__all__ = ["ValueAxis", "value_axis"]

_FROM_ZERO = (Measure.FLOW, Measure.STOCK, Measure.COUNT, Measure.SHARE)


@dataclass(frozen=True)
class ValueAxis:
    """An axis of values, in units of its word of scale.

    Attributes:
        type: Linear or log, as plotly calls it.
        divisor: What values are divided by: 1e12 for trillions.
        low: Lower end, divided.
        high: Upper end, divided.
        ticks: Round marks, divided.
        heading: The unit with its word of scale.
        locale: The locale of CLDR in which its numbers are written.
    """

    type: Literal["linear", "log"]
    divisor: float
    low: float
    high: float
    ticks: tuple[float, ...]
    heading: str
    locale: str = "en"

    @property
    def range(self) -> tuple[float, float]:
        """The extent as plotly takes it: exponents of ten on a logarithmic axis."""
        return (math.log10(self.low), math.log10(self.high)) if self.type == "log" else (self.low, self.high)

    @property
    def tick_texts(self) -> tuple[str, ...]:
        """The marks as people write them."""
        return tuple(quantity(tick, "ratio", digits=6, locale=self.locale) for tick in self.ticks)

    @property
    def crosses_zero(self) -> bool:
        """Whether values lie on both sides of zero."""
        return self.low < 0 < self.high

    def share(self, value: float) -> float:
        """Where on the axis a value stands: 0 at its foot, 1 at its top."""
        low, high = self.range
        place = math.log10(value / self.divisor) if self.type == "log" else value / self.divisor
        return (place - low) / (high - low)

    def short(self, row: pd.Series) -> str:
        """The value of a row in the axis's scale, at no more than three digits, for the end of a line."""
        value = row["value"] / self.divisor
        most = 2 if abs(value) < 1 else 3
        known = most if pd.isna(row["digits"]) else min(most, int(row["digits"]))
        if abs(value) >= 1000:  # a whole number is not cut: 1,408 stays 1,408
            known = max(known, len(str(int(abs(value)))))
        return quantity(float(rounded(value, known)), "ratio", digits=known, locale=self.locale)


def value_axis(panel: Panel, kind: Literal["linear", "log"], *, locale: str = "en") -> ValueAxis:
    """The axis on which all values of a panel, and their intervals, have a place.

    Args:
        panel: Without missing values; on a logarithmic axis, without zero and below.
        kind: Linear or logarithmic.
        locale: A locale of CLDR, for the marks between digits.
    """
    values = pd.concat([panel.frame["value"], panel.frame["lower"], panel.frame["upper"]]).dropna()
    heading = unit_heading(panel)
    if values.empty:
        return ValueAxis("linear", 1.0, 0.0, 1.0, (0.0, 1.0), heading, locale)
    divisor = 10.0 ** scale(panel.frame["value"].abs())[0]
    low, high = float(values.min()) / divisor, float(values.max()) / divisor
    if kind == "log":
        low, high = low / 1.15, high * 1.15
        return ValueAxis("log", divisor, low, high, log_ticks(low, high), heading, locale)
    if low > 0 and (low < 0.6 * high or (panel.indicators and panel.indicators[0].measure in _FROM_ZERO)):
        low = 0.0
    room = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    low, high = (low if low == 0 else low - room), high + room
    return ValueAxis("linear", divisor, low, high, ticks(low, high), heading, locale)
