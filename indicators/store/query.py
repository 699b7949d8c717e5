"""Queries to the store, and its coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from indicators.model.dimensions import DimensionChoice, label_code
from indicators.model.periods import TimePeriod, TimeSpan
from indicators.store import messages


@dataclass(frozen=True, slots=True)
class Query:
    """A query to the store.

    Attributes:
        indicators: Ids of indicators, in the order of the result.
        areas: Codes of areas; empty means all. For trade and agreements either side counts.
        time: The time span.
        as_of: Only figures known on this day; ``None`` for what is known now.
        forecasts: Whether to include forecasts.
        datasets: Ids of datasets; empty means all.
        vintage: Only figures published in this period; ``None`` for the latest of all.
        every_vintage: Whether to read every vintage of a figure instead of the latest.
        dimensions: The chosen codes of dimensions, by id; for any other, the total or else all codes.
    """

    indicators: tuple[str, ...]
    areas: tuple[str, ...] = ()
    time: TimeSpan = field(default_factory=TimeSpan)
    as_of: date | None = None
    forecasts: bool = True
    datasets: tuple[str, ...] = ()
    vintage: TimePeriod | None = None
    every_vintage: bool = False
    dimensions: DimensionChoice = ()

    @property
    def label(self) -> str:
        """The query in words.

        >>> Query(("gdp",), time=TimeSpan.parse("2019..2020"), as_of=date(2021, 1, 1)).label
        'gdp, 2019–2020, as known on 2021-01-01'
        >>> Query(("youth-unemployment",), dimensions=(("SEX", ("F", "M")),)).label
        'youth-unemployment, sex women and men, all years'
        """
        chosen = [
            f"{id.lower()} {' and '.join(label_code(id, code) for code in codes)}" for id, codes in self.dimensions
        ]
        text = ", ".join([*self.indicators, *chosen, self.time.label])
        if self.as_of is not None:
            text = messages.AS_KNOWN_ON.format(query=text, day=self.as_of.isoformat())
        if self.vintage is not None:
            text = messages.AS_PUBLISHED_IN.format(query=text, period=self.vintage.label)
        return text

    @property
    def which(self) -> str:
        """The vintages that are read, in words."""
        return messages.EVERY_VINTAGE if self.every_vintage else messages.LATEST_VINTAGE


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is in a dataset.

    Attributes:
        figures: How many values.
        areas: Of how many areas.
        first_year: Year of the earliest value.
        last_year: Year of the latest value.
    """

    figures: int
    areas: int
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The areas and years with figures.

    Attributes:
        areas: Codes of areas, those with the most figures first.
        first_year: Year of the earliest figure; ``None`` if there is none.
        last_year: Year of the latest figure.
        last_actual_years: Year of the last actual value of each area that has one, by code.
    """

    areas: tuple[str, ...]
    first_year: int | None
    last_year: int | None
    last_actual_years: Mapping[str, int] = field(default_factory=dict)
