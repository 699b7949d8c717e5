"""What is asked of the store, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from indicators.model.periods import TimePeriod, TimeSpan

__all__ = ["Coverage", "Query"]


@dataclass(frozen=True, slots=True)
class Query:
    """What is read from the store.

    Attributes:
        indicators: Ids of indicators, in the order wanted.
        areas: Codes of areas; none means all. For trade and agreements either side counts.
        time: The span of time.
        as_of: Only what was known on this day; ``None`` for what is known now.
        forecasts: Whether forecasts are read too.
        datasets: Ids of datasets; none means all.
        vintage: Only what was published in this period; ``None`` for the newest of all.
        every_vintage: Whether each vintage of a figure is read, and not only the newest.
    """

    indicators: tuple[str, ...]
    areas: tuple[str, ...] = ()
    time: TimeSpan = field(default_factory=TimeSpan)
    as_of: date | None = None
    forecasts: bool = True
    datasets: tuple[str, ...] = ()
    vintage: TimePeriod | None = None
    every_vintage: bool = False

    @property
    def label(self) -> str:
        """What is read, in words.

        >>> Query(("gdp",), time=TimeSpan.parse("2019..2020"), as_of=date(2021, 1, 1)).label
        'gdp, 2019–2020, as known on 2021-01-01'
        """
        known = "" if self.as_of is None else f", as known on {self.as_of.isoformat()}"
        published = "" if self.vintage is None else f", as published in {self.vintage.label}"
        return f"{', '.join(self.indicators)}, {self.time.label}{known}{published}"

    @property
    def which(self) -> str:
        """Which vintages of a figure are read, in words."""
        return "every vintage" if self.every_vintage else "the newest release of each"


@dataclass(frozen=True, slots=True)
class Coverage:
    """For which areas and years there are figures.

    Attributes:
        areas: Codes of areas, those with the most figures first.
        first_year: Year of the earliest figure; ``None`` when there is none.
        last_year: Year of the latest.
    """

    areas: tuple[str, ...]
    first_year: int | None
    last_year: int | None
