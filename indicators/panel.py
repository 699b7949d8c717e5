"""A panel: the observations of one or several series as one tidy table, with all that makes them trustworthy.

Beside the numbers stand their unit, status, origin and the steps that made them. A panel is never changed: every
operation returns a new one, with its step added.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from indicators.model import Indicator
from indicators.origins import Origin

__all__ = ["COLUMNS", "Panel", "Step"]

COLUMNS: tuple[str, ...] = (
    "entity", "code", "counterpart", "period", "first", "last", "year", "frequency", "indicator", "value",
    "lower", "upper", "unit", "status", "qualifier", "digits", "converted_from", "inferred", "said_by", "note",
    "locator", "vintage", "dataset", "publisher", "origin",
)  # fmt: skip
_SERIES = ["indicator", "code", "counterpart", "dataset", "unit", "frequency"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done to make a panel.

    Attributes:
        name: A word: ``"read"``, ``"convert"``.
        description: A sentence for the reader.
    """

    name: str
    description: str


@dataclass(frozen=True)
class Panel:
    """Observations of several series, one a row, in the order indicator, entity, publisher, period.

    Attributes:
        frame: One row an observation, with the columns of `COLUMNS`: ``value``, ``lower`` and ``upper`` are
            float64 in the unit of the row, the multiplier worked in; ``first`` and ``last`` are the days of the
            period (datetime64, inclusive); ``year`` is int64, the year in which the period ends; ``digits`` is
            the nullable Int64 of significant digits; the rest is text, empty where there is nothing to say.
        indicators: What is measured, in the order asked for.
        origins: Every origin a row names, once.
        steps: How it was made, in order.
    """

    frame: pd.DataFrame
    indicators: tuple[Indicator, ...]
    origins: tuple[Origin, ...]
    steps: tuple[Step, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it holds no figure."""
        return self.frame.empty

    @property
    def units(self) -> tuple[str, ...]:
        """The units of its rows, each once, in their order."""
        return tuple(self.frame["unit"].unique())

    @property
    def entities(self) -> tuple[str, ...]:
        """The names of its areas, each once, in their order."""
        return tuple(self.frame["entity"].unique())

    def series(self) -> list[pd.DataFrame]:
        """Its series, one frame each: never two publishers, units or frequencies in one."""
        return [rows for _, rows in self.frame.groupby(_SERIES, sort=False)]

    def with_frame(self, frame: pd.DataFrame, *steps: Step) -> Panel:
        """The same panel with other rows and the steps that made them."""
        return replace(self, frame=frame, steps=(*self.steps, *steps))
