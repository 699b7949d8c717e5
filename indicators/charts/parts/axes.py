"""The axis of values: its scale word, its round ticks and its range."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from indicators.charts.parts.headings import name_unit
from indicators.model.bands import list_amounts
from indicators.model.formatting import choose_log_ticks, choose_scale, enclose_ticks, format_fixed, format_quantity
from indicators.model.observations import Measure
from indicators.model.panel import Panel
from indicators.view.fields import Scale

_FROM_ZERO = (Measure.FLOW, Measure.STOCK, Measure.COUNT, Measure.SHARE)
_LONG: Final = 1e9  # from here on numbers have no decimals


@dataclass(frozen=True)
class ValueAxis:
    """An axis of values, divided by its scale word.

    Attributes:
        type: ``linear`` or ``log``, as in plotly.
        divisor: What values are divided by: 1e12 for trillions.
        low: The lower end, divided.
        high: The upper end, divided.
        ticks: Round ticks, divided.
        heading: The unit, with the scale word unless each tick has its own.
        locale: The CLDR locale of its numbers.
        has_fractions: Whether any of its numbers, divided, is not whole; then all are written with decimals.
    """

    type: Scale
    divisor: float
    low: float
    high: float
    ticks: tuple[float, ...]
    heading: str
    locale: str = "en"
    has_fractions: bool = False

    @property
    def range(self) -> tuple[float, float]:
        """The range as plotly takes it: exponents of ten on a logarithmic axis."""
        return (math.log10(self.low), math.log10(self.high)) if self.type == "log" else (self.low, self.high)

    @property
    def tick_texts(self) -> tuple[str, ...]:
        """The ticks in words, with scale words where the axis spans several: ``10 million``."""
        return tuple(format_quantity(tick, "ratio", digits=6, locale=self.locale) for tick in self.ticks)

    @property
    def crosses_zero(self) -> bool:
        """Whether there are values on both sides of zero."""
        return self.low < 0 < self.high

    @property
    def decimals(self) -> int:
        """The decimals of values beside the axis: one more than its ticks have."""
        return 1 + max(len(format(tick, "g").partition(".")[2]) for tick in self.ticks)

    def locate(self, value: float) -> float:
        """Return where a value is on the axis, from 0 at the bottom to 1 at the top."""
        low, high = self.range
        place = math.log10(value / self.divisor) if self.type == "log" else value / self.divisor
        return (place - low) / (high - low)

    def format_short(self, row: Mapping[str, Any], *, decimals: int | None = None) -> str:
        """Format the value of a row in the scale of the axis, with its `decimals` or others.

        A value that would round to zero keeps one digit, and a printed figure has no more digits than were printed. On
        an axis without ticks in equal steps a value has three digits, or two decimals below one.
        """
        value, digits = row["value"] / self.divisor, row["digits"]
        is_printed = digits is not None and not math.isnan(digits)
        if self.type == "linear" and len(self.ticks) > 1 and value:
            places = self.decimals if decimals is None else decimals
            if abs(value) < 10.0**-places:
                value = round(value, places) or value
            if self.has_fractions and not is_printed and round(value, places) and abs(value) < _LONG:
                return format_fixed(value, places, locale=self.locale)
            most = max(1, math.floor(math.log10(abs(value))) + 1 + places)
        else:
            most = 3 if abs(value) >= 1 or value == 0 else max(1, 3 + math.floor(math.log10(abs(value))))
        known = min(most, int(digits)) if is_printed else most
        if 1000 <= abs(value) < 1e6:  # whole numbers keep all digits: 1,408 stays 1,408
            known = max(known, len(str(int(abs(value)))))
        return format_quantity(value, "ratio", digits=known, locale=self.locale)


def make_value_axis(
    panel: Panel,
    kind: Scale,
    *,
    locale: str = "en",
    from_zero: bool = False,
    values: npt.NDArray[np.float64] | None = None,
    besides: Sequence[float] = (),
    most: int = 6,
    largest: float | None = None,
    limit: float = math.inf,
) -> ValueAxis:
    """Return the axis that holds all values of a panel and their intervals between its first and last tick.

    Args:
        panel: Without missing values; on a logarithmic axis, without zero and below.
        kind: Linear or logarithmic.
        locale: A CLDR locale, for decimal marks.
        from_zero: Whether zero is always on it, as for bars.
        values: Values to hold instead, such as sums of the panel's values.
        besides: Further values to hold, such as the levels of reference lines.
        most: The most ticks.
        limit: How far from zero it need not reach.
        largest: The value whose scale word it has; its own largest by default.
    """
    if values is None:
        names = list_amounts(panel.frame.columns)
        values = np.concatenate([panel.frame[name].to_numpy(dtype=float, na_value=np.nan) for name in names])
        if kind == "log" and bool((panel.frame["value"] > 0).all()):
            values = values[values > 0]  # the end of a band may be below zero
    known = np.concatenate([np.clip(values[~np.isnan(values)], -limit, limit), besides]) if len(values) else values
    if not len(known):
        return ValueAxis("linear", 1.0, 0.0, 1.0, (0.0, 1.0), name_unit(panel), locale)
    measure = panel.indicators[0].measure if panel.indicators else None
    if kind == "log" and known.min() > 0:
        return _make_log_axis(panel, float(known.min()), float(known.max()), locale, most)
    power, word = choose_scale([float(np.abs(known).max()) if largest is None else largest])
    divisor = 10.0**power
    low, high = float(known.min()) / divisor, float(known.max()) / divisor
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    elif low > 0 and (low < 0.6 * high or measure in _FROM_ZERO):
        low = 0.0
    ticks = enclose_ticks(low, high, most)
    low, high = min(low, ticks[0]), max(high, ticks[-1])
    has_fractions = bool((known % divisor).any())
    return ValueAxis("linear", divisor, low, high, ticks, name_unit(panel, word=word), locale, has_fractions)


def _make_log_axis(panel: Panel, lowest: float, highest: float, locale: str, most: int) -> ValueAxis:
    """A logarithmic axis; where it spans more than one scale word, each tick has its own."""
    power, word = choose_scale([highest])
    wide = power >= 6 and lowest < 10.0 ** (power - 1)
    divisor = 1.0 if wide else 10.0**power
    low, high = lowest / divisor / 1.15, highest / divisor * 1.15
    heading = name_unit(panel, word="" if wide else word)
    return ValueAxis("log", divisor, low, high, choose_log_ticks(low, high, most), heading, locale)
