"""What a refusal is, and the case it is about: a view, its figures, and what it can offer instead."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.model.catalogue import Catalogue
from indicators.model.observations import Indicator
from indicators.model.panel import Panel
from indicators.view import View

__all__ = ["GuardContext", "Offer", "Refusal"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A view that is drawn instead.

    Attributes:
        label: What it shows, for a button.
        view: The view.
    """

    label: str
    view: View


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a chart is not drawn.

    Attributes:
        sentence: The reason.
        offers: What is drawn instead, the best first.
    """

    sentence: str
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class GuardContext:
    """What is asked for, and what there is to draw.

    Attributes:
        view: What is asked for; its indicators are those that one chart shows together.
        panel: The figures on its terms.
        catalogue: Where areas and groups are known.
    """

    view: View
    panel: Panel
    catalogue: Catalogue

    @property
    def kind(self) -> str:
        """The type of chart, or ``map``."""
        return "map" if self.view.tab == "map" else self.view.chart

    def unit_of(self, indicator: Indicator) -> str:
        """The unit of an indicator's figures."""
        known = self.panel.frame[self.panel.frame["value"].notna()]
        return str(known.loc[known["indicator"] == indicator.id, "unit"].iloc[0])

    def offer(self, label: str, **changes: object) -> Offer:
        """The same view with some fields changed, under a label."""
        return Offer(label, self.view.with_(**changes))

    @property
    def as_lines(self) -> Offer:
        """Lines instead."""
        several = len(self.view.indicators) > 1
        return self.offer("Lines, one below another" if several else "Show lines", chart="line", tab="chart")

    @property
    def as_small_charts(self) -> Offer:
        """Small charts instead, each with an axis of its own."""
        return self.offer("Small charts side by side", chart="multiples", tab="chart")

    @property
    def as_table(self) -> Offer:
        """The table instead."""
        return self.offer("Show the table", tab="table")

    @property
    def in_dollars(self) -> Offer:
        """All in one money."""
        return self.offer("In US dollars", unit="USD")
