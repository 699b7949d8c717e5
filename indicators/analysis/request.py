"""What a panel is asked for: which figures, in which money, and what is calculated from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from indicators.analysis.forecasts.scenarios import GrowthPath
from indicators.analysis.real_terms import MoneySettings
from indicators.analysis.transforms import AggregationName, TransformName, find_transforms
from indicators.model.periods import TimePeriod
from indicators.model.recency import DEFAULT_TOLERANCE
from indicators.store import Query

PERSON: Final = "person"
"""What figures are divided by to be per person."""
TOTAL: Final = "total"
"""What figures are divided by to be shares of the total of the areas asked for."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """The calculations to apply to figures.

    Attributes:
        frequency: Code of the frequency that shorter periods are aggregated to; empty for none.
        aggregate: How; empty for the default of the measure.
        per: ``person``, ``total``, the code of an area or the id of an indicator; empty for nothing.
        average: The number of periods of a moving average; ``None`` for none.
        transform: Names of transformations, applied one after the other.
        base: The base period of an index; ``None`` for the first common year.
    """

    frequency: str = ""
    aggregate: AggregationName | Literal[""] = ""
    per: str = ""
    average: int | None = None
    transform: tuple[TransformName, ...] = ()
    base: TimePeriod | None = None

    @property
    def looks_back(self) -> bool:
        """Whether a figure depends on those of other periods."""
        return bool(self.frequency or self.average or self.transform)

    @property
    def years_before(self) -> int | None:
        """How many years before its own a figure depends on at most; ``None`` where it may be any, as in an index.

        >>> Derivation(average=3, transform=("pc1",)).years_before, Derivation(transform=("index",)).years_before
        (3, None)
        """
        years = max(self.average or 1, 1) - 1
        for transform in find_transforms(self.transform):
            if transform.years_back is None:
                return None
            years += transform.years_back
        return years


@dataclass(frozen=True, slots=True)
class PanelRequest:
    """Everything that decides the figures of a panel.

    Attributes:
        query: Which figures.
        money: In which unit, prices and at which exchange rate amounts of money are given.
        derivation: What is calculated from them.
        stays_published: Whether the indicator is kept as published, as the settings of money are for the others.
        tolerance: How many years a latest value may be older than the newest of its indicator and still be compared.
        bands: The levels of the bands around forecasts, in percent; none for no bands.
        scenario: The growth of a user's scenario; none for no scenario.
    """

    query: Query
    money: MoneySettings = field(default_factory=MoneySettings)
    derivation: Derivation = field(default_factory=Derivation)
    stays_published: bool = False
    tolerance: int = DEFAULT_TOLERANCE
    bands: tuple[int, ...] = ()
    scenario: tuple[GrowthPath, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the figures are wanted just as published."""
        return not self.money.changes_anything and self.derivation == Derivation()

    @property
    def since(self) -> int | None:
        """The first year that may be chosen as the base of an index; ``None`` for any, and where none is chosen."""
        first = self.query.time.first
        chooses = self.derivation.base is None and any(t.has_base for t in find_transforms(self.derivation.transform))
        return first.year if first is not None and chooses else None
