"""The grid of small plots: columns and heights on a screen and in an image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.curves import Curve
from indicators.charts.parts.label_placement import measure_text
from indicators.charts.parts.plot_layout import make_layout, note_unit
from indicators.charts.parts.reference_lines import ReferenceLines
from indicators.charts.style import HEADING, LEAST_HEIGHT, LEAST_WIDTH, SMALL, Look, Spec

_COLUMNS, _COLUMNS_NARROW, _COLUMNS_PICTURE = 4, 2, 6
_SHAPE = 1.9  # the width of a small plot in a picture divided by its height, if possible
_WORDS, _BESIDE = 130, 100  # the space above and below the plots of a picture, and beside them, in pixels
_PLOT, _TITLE, _FOOT = 110, 24, 26  # heights in pixels of a small plot, its name above and its ticks below
_GAP = 18


@dataclass(frozen=True)
class SmallPlot:
    """One small plot.

    Attributes:
        name: The text above it.
        lines: The series in it.
        axis: The axis of values.
        references: Levels drawn across it.
        period: The only period of its values, which are drawn as bars; empty for lines.
    """

    name: str
    lines: tuple[Curve, ...]
    axis: ValueAxis
    references: ReferenceLines
    period: str = ""


@dataclass(frozen=True)
class Grid:
    """The places of small plots.

    Attributes:
        look: Where they are shown.
        plots: The plots.
        by_indicator: Whether each shows an indicator.
        is_shared: Whether all have the same axis.
    """

    look: Look
    plots: Sequence[SmallPlot]
    by_indicator: bool
    is_shared: bool = True

    @property
    def number(self) -> int:
        """The number of plots."""
        return len(self.plots)

    @property
    def names_units(self) -> bool:
        """Whether the unit is below the name of each, because units or their scale words differ."""
        return self.by_indicator or len({plot.axis.heading for plot in self.plots}) > 1

    @property
    def columns(self) -> int:
        """The number of plots side by side."""
        if self.look.proportion:
            return min(range(1, max(1, min(_COLUMNS_PICTURE, self.number)) + 1), key=self._measure_strain)
        most = _COLUMNS_NARROW if self.look.narrow else _COLUMNS
        return max(1, min(most, self.number, 3 if self.number in (3, 5, 6, 9) else most))

    def _measure_strain(self, columns: int) -> float:
        """How far the plots of a picture in so many columns are from the wanted shape, plus the share of empty ones."""
        rows = -(-self.number // columns) or 1
        height = self._get_picture_height(rows)
        wide = (height * self.look.proportion - _BESIDE) / columns - _GAP
        high = (height - _WORDS) / rows - self.title - _FOOT
        return abs(log(wide / high / _SHAPE)) + (rows * columns - self.number) / max(1, self.number)

    def _get_picture_height(self, rows: int) -> float:
        """The height of a picture before it is scaled, in pixels; more than needed where it is narrow."""
        needed = rows * (self.title + _PLOT + _FOOT) + _WORDS
        return max(needed, LEAST_HEIGHT, LEAST_WIDTH / self.look.proportion)

    @property
    def rows(self) -> int:
        """The number of rows."""
        return max(1, -(-self.number // self.columns))

    @property
    def plot(self) -> float:
        """The height of one plot in pixels."""
        if not self.look.proportion:
            return _PLOT
        return (self._get_picture_height(self.rows) - _WORDS) / self.rows - self.title - _FOOT

    @property
    def inner(self) -> float:
        """The height of all plots together in pixels."""
        return self.rows * self.step

    @property
    def step(self) -> float:
        """The height of a row of plots with their names and ticks in pixels."""
        return self.title + self.plot + _FOOT

    @property
    def whole(self) -> int:
        """The width of all plots together in pixels."""
        return self.look.width or self.look.least_width + (60 if self.look.narrow else 80)

    @property
    def title(self) -> int:
        """The height of a name in pixels, with the unit below it where units differ."""
        return _TITLE + (17 if self.names_units else 0)

    @property
    def left(self) -> float:
        """The space for the tick labels of values in pixels."""
        texts = [text for plot in self.plots for text in plot.axis.tick_texts]
        return 8 + max((measure_text(text, SMALL) for text in texts), default=0)

    def get_domain(self, place: int) -> tuple[list[float], list[float]]:
        """Return the part of the figure that a plot takes, across and up."""
        row, column = divmod(place, self.columns)
        gap = (_GAP if self.is_shared else self.left) / self.whole
        width = (1 - gap * (self.columns - 1)) / self.columns
        start = column * (width + gap)
        top = 1 - (row * self.step + self.title) / self.inner
        return [start, min(1.0, start + width)], [max(0.0, top - self.plot / self.inner), top]

    def make_layout(self) -> Spec:
        """Return the layout without the axes."""
        heading = "" if self.names_units or not self.plots else self.plots[0].axis.heading
        layout = make_layout(self.look, top=HEADING, bottom=4, left=self.left, right=22)
        layout["height"] = self.inner + HEADING + 4
        layout["annotations"] = [note_unit(heading, self.look, left=self.left)] if heading else []
        layout["shapes"] = []
        return layout
