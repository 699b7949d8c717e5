"""Refusals, and the context of a guard: a view, its data and the alternatives it can offer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indicators.analysis.transforms import LEVEL, TRANSFORMS, find_transforms
from indicators.charts import messages
from indicators.errors import IndicatorsError
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Indicator
from indicators.model.panel import Panel
from indicators.view import View


@dataclass(frozen=True, slots=True)
class Offer:
    """A view that can be drawn instead.

    Attributes:
        label: What it shows, for a button.
        view: The view.
    """

    label: str
    view: View


@dataclass(frozen=True, slots=True)
class Refusal:
    """The reason why a chart is not drawn.

    Attributes:
        sentence: The reason.
        offers: What can be drawn instead, the best first.
    """

    sentence: str
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class GuardContext:
    """The requested view, and the data to draw.

    Attributes:
        view: What is asked for; its indicators are those of one chart.
        panel: The data with the settings of the view.
        catalogue: Areas and indicators by name.
    """

    view: View
    panel: Panel
    catalogue: Catalogue

    def offer(self, label: str, **changes: object) -> Offer:
        """Return the same view with some fields changed, under a label."""
        return Offer(label, self.view.with_(**changes))

    def offer_each(self, indicators: Sequence[Indicator]) -> tuple[Offer, ...]:
        """Return each of the first two indicators alone, where the view has several."""
        if len(self.view.indicators) < 2:
            return ()
        return tuple(
            self.offer(messages.OFFER_ONLY.format(name=one.name), indicators=(one.id,)) for one in indicators[:2]
        )

    @property
    def as_lines(self) -> Offer:
        """A line chart instead."""
        several = len(self.view.indicators) > 1
        label = messages.OFFER_LINES_BELOW if several else messages.OFFER_LINES
        return self.offer(label, chart="line", tab="chart")

    @property
    def as_bars(self) -> Offer:
        """A bar chart instead."""
        return self.offer(messages.OFFER_BARS, chart="bar", tab="chart")

    @property
    def as_small_multiples(self) -> Offer:
        """Small multiples instead, each with its own axis."""
        return self.offer(messages.OFFER_MULTIPLES, chart="multiples", tab="chart")

    @property
    def as_table(self) -> Offer:
        """The table instead."""
        return self.offer(messages.OFFER_TABLE, tab="table")

    @property
    def in_dollars(self) -> Offer:
        """Everything in one currency."""
        return self.offer(messages.OFFER_DOLLARS, unit="USD")


Guard = Callable[[GuardContext], Refusal | None]
"""A question asked before a chart is drawn: a refusal, or ``None``."""


def make_refusal(error: IndicatorsError, view: View) -> Refusal:
    """Return an error as a refusal, with ways back to the data as published."""
    refused = [one for one in find_transforms(view.transform) if one.in_points]
    points = tuple(one.in_points or one.name for one in find_transforms(view.transform))
    offers = [Offer(TRANSFORMS[one.in_points].label, view.with_(transform=points)) for one in refused[:1]]
    return Refusal(str(error), (*offers, *list_ways_back(view)))


def list_ways_back(view: View) -> tuple[Offer, ...]:
    """Return views with fewer settings, each without one group of them."""
    offers = []
    if view.every_vintage:
        offers.append(Offer(messages.OFFER_LATEST, view.with_(every_vintage=False)))
        offers.append(Offer(messages.OFFER_EDITIONS_AS_PUBLISHED, view.as_published))
    if view.per:
        offers.append(Offer(messages.OFFER_UNDIVIDED, view.with_(per="")))
    if view.unit or view.prices:
        offers.append(Offer(messages.OFFER_AS_PUBLISHED, view.with_(unit="", rate="", prices=None)))
    if view.frequency or view.aggregate:
        offers.append(Offer(messages.OFFER_OWN_FREQUENCY, view.with_(frequency="", aggregate="")))
    if view.transform:
        offers.append(Offer(TRANSFORMS[LEVEL].label, view.with_(transform=())))
    return tuple(offers)
