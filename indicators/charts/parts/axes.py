"""The axis of values: its word of scale, its round marks and its extent."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from indicators.charts.parts.headings import name_unit
from indicators.model.formatting import choose_log_ticks, choose_scale, choose_ticks, format_quantity
from indicators.model.observations import Measure
from indicators.model.panel import Panel

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
        heading: The unit, with the word of scale unless the marks bear theirs.
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
        """The marks as people write them; with words of scale where the axis spans several: ``10 million``."""
        return tuple(format_quantity(tick, "ratio", digits=6, locale=self.locale) for tick in self.ticks)

    @property
    def crosses_zero(self) -> bool:
        """Whether values lie on both sides of zero."""
        return self.low < 0 < self.high

    def share(self, value: float) -> float:
        """Where on the axis a value stands: 0 at its foot, 1 at its top."""
        low, high = self.range
        place = math.log10(value / self.divisor) if self.type == "log" else value / self.divisor
        return (place - low) / (high - low)

    def short(self, row: Mapping[str, Any]) -> str:
        """The value of a row in the axis's scale, for the end of a line: three digits, below one two decimals."""
        value = row["value"] / self.divisor
        most = 3 if abs(value) >= 1 or value == 0 else max(1, 3 + math.floor(math.log10(abs(value))))
        digits = row["digits"]
        known = most if digits is None or math.isnan(digits) else min(most, int(digits))
        if 1000 <= abs(value) < 1e6:  # a whole number is not cut: 1,408 stays 1,408
            known = max(known, len(str(int(abs(value)))))
        return format_quantity(value, "ratio", digits=known, locale=self.locale)


def value_axis(
    panel: Panel,
    kind: Literal["linear", "log"],
    *,
    locale: str = "en",
    from_zero: bool = False,
    values: npt.NDArray[np.float64] | None = None,
    besides: Sequence[float] = (),
    most: int = 6,
) -> ValueAxis:
    """The axis on which all values of a panel, and their intervals, have a place.

    Args:
        panel: Without missing values; on a logarithmic axis, without zero and below.
        kind: Linear or logarithmic.
        locale: A locale of CLDR, for the marks between digits.
        from_zero: Whether zero is on it whatever the values are, as for bars.
        values: What has to find its place instead, such as sums of the panel's values.
        besides: What has to find its place too, such as the levels of reference lines.
        most: At most so many marks.
    """
    if values is None:
        columns = [panel.frame[name].to_numpy(dtype=float, na_value=np.nan) for name in ("value", "lower", "upper")]
        values = np.concatenate(columns)
    known = np.concatenate([values[~np.isnan(values)], besides]) if len(values) else values
    if not len(known):
        return ValueAxis("linear", 1.0, 0.0, 1.0, (0.0, 1.0), name_unit(panel), locale)
    measure = panel.indicators[0].measure if panel.indicators else None
    if kind == "log" and known.min() > 0:
        return _log_axis(panel, float(known.min()), float(known.max()), locale, most)
    power, word = choose_scale([float(np.abs(known).max())])
    divisor = 10.0**power
    low, high = float(known.min()) / divisor, float(known.max()) / divisor
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    elif low > 0 and (low < 0.6 * high or measure in _FROM_ZERO):
        low = 0.0
    room = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    low, high = (low if low == 0 else low - room), (high if high == 0 and low < 0 else high + room)
    return ValueAxis("linear", divisor, low, high, choose_ticks(low, high, most), name_unit(panel, word=word), locale)


def _log_axis(panel: Panel, lowest: float, highest: float, locale: str, most: int) -> ValueAxis:
    """A logarithmic axis; of one that spans more than a word of scale does, each mark bears its own word."""
    power, word = choose_scale([highest])
    wide = power >= 6 and lowest < 10.0 ** (power - 1)
    divisor = 1.0 if wide else 10.0**power
    low, high = lowest / divisor / 1.15, highest / divisor * 1.15
    heading = name_unit(panel, word="" if wide else word)
    return ValueAxis("log", divisor, low, high, choose_log_ticks(low, high, most), heading, locale)
