"""Reference lines across a plot: a given level, or the average or median of what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from indicators.charts import messages
from indicators.charts.parts.axes import ValueAxis
from indicators.charts.parts.legend import LegendEntry
from indicators.charts.style import DEFAULT_LOOK, PLOT, SMALL, Look, Spec, make_note, style_reference_line
from indicators.model.formatting import count_noun, format_quantity
from indicators.model.panel import Panel

_ROW: Final = 17  # the height of a name above a plot in pixels
_SIGN: Final = "┄"
_SHORT: Final = 6  # letters
_MIDDLE: Final = 0.6  # of an axis: after that a name is to the left of its line
_DIGITS: Final = 3  # of an average, as at the end of a line
_STATISTICS: Final = {
    "average": (messages.AVERAGE_LEVEL, messages.AVERAGE_DESCRIBED),
    "median": (messages.MEDIAN_LEVEL, messages.MEDIAN_DESCRIBED),
}


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A level with a name.

    Attributes:
        value: In the unit of the values, without a scale word.
        name: What it is: ``2%``, ``average 3.4%``.
        sentence: The same in a sentence.
    """

    value: float
    name: str
    sentence: str


@dataclass(frozen=True)
class ReferenceLines:
    """The reference lines of a plot, for where they are shown."""

    lines: tuple[ReferenceLine, ...] = ()
    look: Look = DEFAULT_LOOK

    @classmethod
    def of(cls, panel: Panel, look: Look) -> Self:
        """Return the lines that a look asks for; averages are over the actual values, each counted once.

        The panel is in one unit without a scale word.
        """
        if not look.references or panel.is_empty:
            return cls()
        unit = panel.units[0] if len(panel.units[0]) <= _SHORT else "ratio"  # long units are above the plot only
        actual = panel.frame.loc[(panel.frame["status"] != "F") & panel.frame["value"].notna(), "value"]
        found = []
        for wanted in look.references:
            if wanted not in _STATISTICS:
                text = format_quantity(float(wanted), unit, digits=12, locale=look.locale)
                found.append(ReferenceLine(float(wanted), text, messages.LEVEL_DESCRIBED.format(value=text)))
            elif len(actual):
                name, sentence = _STATISTICS[wanted]
                value = float(actual.mean() if wanted == "average" else actual.median())
                text = format_quantity(value, unit, digits=_DIGITS, locale=look.locale)
                number = count_noun(len(actual), "actual value", "actual values")
                found.append(ReferenceLine(value, name.format(value=text), sentence.format(value=text, number=number)))
        return cls(tuple(found), look)

    @property
    def sentences(self) -> tuple[str, ...]:
        """A sentence on each, for alternative texts."""
        return tuple(one.sentence for one in self.lines)

    @property
    def explanation(self) -> str:
        """A note on the dotted lines; empty if there are none."""
        return messages.DOTTED.format(levels=", ".join(one.name for one in self.lines)) if self.lines else ""

    @property
    def space(self) -> int:
        """The height of their names above a plot in pixels."""
        return _ROW * len(self.lines)

    def get_values(self, *, log: bool = False) -> list[float]:
        """Return their values for the range of an axis; a logarithmic axis has none of zero and below."""
        return [one.value for one in self.lines if one.value > 0 or not log]

    def make_entries(self, axis: ValueAxis) -> list[LegendEntry]:
        """Return their names as entries of a legend, placed among those of the series."""
        ink = self.look.theme.faint_ink
        return [LegendEntry(one.name, "", ink, _SIGN, axis.locate(one.value) * PLOT) for one in self._keep_inside(axis)]

    def draw_across(self, axis: ValueAxis, *, x: str = "x", y: str = "y") -> list[Spec]:
        """Draw them in a plot whose values go up; ``x`` and ``y`` are its axes in the layout."""
        return [
            {"type": "line", "xref": f"{x} domain", "yref": y, "x0": 0, "x1": 1, "y0": one.value / axis.divisor,
             "y1": one.value / axis.divisor, "line": style_reference_line(self.look)}
            for one in self._keep_inside(axis)
        ]  # fmt: skip

    def draw_down(self, axis: ValueAxis, *, plot: float) -> tuple[list[Spec], list[Spec]]:
        """Draw them in a plot whose values go to the right and whose height is given in pixels.

        Returns:
            The lines, and their names above the plot, a row each.
        """
        shapes, notes = [], []
        for number, one in enumerate(self.lines):
            level, is_left = one.value / axis.divisor, axis.locate(one.value) < _MIDDLE
            shapes.append(
                {"type": "line", "xref": "x", "yref": "paper", "x0": level, "x1": level, "y0": 0,
                 "y1": 1 + (number + 0.5) * _ROW / plot, "line": style_reference_line(self.look)}
            )  # fmt: skip
            notes.append(
                make_note(
                    one.name, level, 1, xref="x", colour=self.look.theme.faint_ink, size=SMALL, yanchor="bottom",
                    yshift=number * _ROW, xanchor="left" if is_left else "right", xshift=4 if is_left else -4,
                    hovertext=one.sentence,
                )
            )  # fmt: skip
        return shapes, notes

    def _keep_inside(self, axis: ValueAxis) -> Iterator[ReferenceLine]:
        return (one for one in self.lines if axis.type != "log" or one.value > 0)
