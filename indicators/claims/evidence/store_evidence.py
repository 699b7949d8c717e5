"""What is known beside a text: dated rates of exchange, and what others published; each looked up once.

Everything here is of the store. A rate says when it was first known, so that a check can ask what a writer could
have used on the day of printing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from indicators.claims.intervals import Interval
from indicators.exchange import RateKind, convert_values
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Qualifier
from indicators.model.origins import Origin
from indicators.model.panel import to_records
from indicators.model.periods import TimePeriod
from indicators.store import Query, Store

__all__ = ["DatedRate", "Evidence", "PublishedFigure"]


@dataclass(frozen=True, slots=True)
class DatedRate:
    """One rate of exchange.

    Attributes:
        kind: Average, end or spot.
        period: The period it counts for; a day for a spot.
        value: Units of the one money for one of the other, as they were asked for.
        publisher: Who published it, or from whose rates it was reckoned.
        origin: Ids of the origins, separated by spaces.
    """

    kind: RateKind
    period: TimePeriod
    value: Decimal
    publisher: str
    origin: str

    @property
    def label(self) -> str:
        """The rate in words: ``average of 2024 (IMF)``."""
        when = {RateKind.AVERAGE: "average of", RateKind.END: "rate of the end of"}.get(self.kind, "rate of")
        return f"{when} {self.period.label} ({self.publisher})"

    def was_known_on(self, day: date) -> bool:
        """Whether it could be known on a day: an average or an end once its period was over."""
        return self.period.last <= day if self.kind is RateKind.SPOT else self.period.last < day


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A figure that somebody published.

    Attributes:
        indicator: Id of the indicator.
        areas: Codes of the areas.
        period: The period it is about.
        value: The value, in `unit`.
        interval: What it can mean, as printed.
        unit: Its unit, without multiplier.
        is_forecast: Whether it is a forecast.
        publisher: Who published it.
        said_by: Who said it, when that is not the publisher.
        vintage: The first day on which it was known.
        origin: Id of the origin.
        edition: Of which edition of its origin it is, ``edition of October 2024``; empty where that has but one.
        dataset: Id of the dataset.
        row: The row of the panel it is from, for printing.
    """

    indicator: str
    areas: tuple[str, ...]
    period: TimePeriod
    value: Decimal
    interval: Interval
    unit: str
    is_forecast: bool
    publisher: str
    said_by: str
    vintage: date
    origin: str
    edition: str
    dataset: str
    row: dict[str, Any]

    @property
    def by(self) -> str:
        """Who said it, in few words: the speaker's name without the office, else the publisher."""
        return self.said_by.partition(",")[0] or self.publisher

    @property
    def by_edition(self) -> str:
        """Who said it, and in which edition: ``IMF, edition of October 2024``."""
        return f"{self.by}, {self.edition}" if self.edition else self.by


class Evidence:
    """What a store knows that checks ask for.

    Args:
        store: The store.
        without: Ids of the origins that are the text itself, whose figures in the store are no figures of others.
    """

    def __init__(self, store: Store, *, without: Iterable[str] = ()) -> None:
        self._store = store
        self._without = frozenset(without)
        self._rates: dict[tuple[str, str, RateKind, TimePeriod, str | None], DatedRate | None] = {}
        self._ranges: dict[tuple[str, str, date, date], Interval | None] = {}
        self._published: dict[tuple[str, frozenset[str]], tuple[PublishedFigure, ...]] = {}

    @property
    def catalogue(self) -> Catalogue:
        """What there is in the store."""
        return self._store.catalogue

    def origin(self, id: str) -> Origin | None:
        """The origin of this id."""
        return self.catalogue.origins.get(id)

    @cached_property
    def last_day_of_rates(self) -> date:
        """The last day on which there is a rate."""
        spans = self._store.rates.list_publishers("USD", RateKind.SPOT)
        return max((date.fromisoformat(last) for _, _, last in spans), default=date.min)

    def rates(
        self, one: str, other: str, kind: RateKind, periods: Sequence[TimePeriod], *, by: str | None = None
    ) -> list[DatedRate]:
        """Units of one money for one of another, for several periods; those without a rate are left out.

        Args:
            one: The money counted.
            other: The money it is counted for.
            kind: Average, end, or spot of days.
            periods: The periods.
            by: Only rates of this publisher.
        """
        new = [period for period in dict.fromkeys(periods) if (one, other, kind, period, by) not in self._rates]
        if new:
            factors, table = convert_values(
                np.ones(len(new)), other, one, periods=new, rates=self._store.rates, rule=kind.value, by=by,
                return_rates=True,
            )  # fmt: skip
            rows = {row["period"]: row for row in to_records(table)}
            for period, factor in zip(new, factors, strict=True):
                self._rates[one, other, kind, period, by] = _dated(kind, period, float(factor), rows[str(period)])
        found = (self._rates[one, other, kind, period, by] for period in periods)
        return [rate for rate in found if rate is not None]

    def range_of_rates(self, one: str, other: str, first: date, last: date) -> Interval | None:
        """The least and the greatest rate between two days: of the days where there are daily rates, else of years."""
        if (one, other, first, last) not in self._ranges:
            self._ranges[one, other, first, last] = self._range(one, other, first, last)
        return self._ranges[one, other, first, last]

    def _range(self, one: str, other: str, first: date, last: date) -> Interval | None:
        days = [TimePeriod.of_day(first + timedelta(n)) for n in range(0, max((last - first).days, 0) + 1, 7)]
        years = [TimePeriod.of_year(year) for year in range(first.year, last.year + 1)]
        values: list[float] = []
        for kind, periods in ((RateKind.SPOT, days), (RateKind.AVERAGE, years)):
            found = convert_values(
                np.ones(len(periods)), other, one, periods=periods, rates=self._store.rates, rule=kind.value
            )
            values += found[np.isfinite(found)].tolist()
        if not values:
            return None
        return Interval(Decimal(f"{min(values):.12g}"), Decimal(f"{max(values):.12g}"))

    def look_up(self, wanted: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Read what was published of several indicators for areas at once; later questions about them cost nothing.

        Args:
            wanted: Ids of indicators, each with codes of areas.
        """
        known = {indicator.id for indicator in self.catalogue.indicators}
        new = dict.fromkeys((id, frozenset(areas)) for id, areas in wanted if id in known and areas)
        new = dict.fromkeys(key for key in new if key not in self._published)
        if not new:
            return
        indicators = tuple(dict.fromkeys(id for id, _ in new))
        areas = tuple(sorted(frozenset[str]().union(*(areas for _, areas in new))))
        rows = to_records(self._store.read_panel(Query(indicators, areas)).frame.dropna(subset="value"))
        found: dict[tuple[str, frozenset[str]], list[PublishedFigure]] = {key: [] for key in new}
        for row in rows:
            key = (row["indicator"], frozenset(code for code in (row["code"], row["counterpart"]) if code))
            if key in found and row["origin"] not in self._without:
                found[key].append(_published(row, self.origin(row["origin"])))
        self._published |= {key: tuple(figures) for key, figures in found.items()}

    def published(
        self, indicator: str, areas: Sequence[str], period: TimePeriod | None = None
    ) -> list[PublishedFigure]:
        """What was published of an indicator for areas, without the figures of the text itself.

        Args:
            indicator: Id of the indicator.
            areas: Codes of the areas; of a pair of countries either may come first.
            period: Only for this period.
        """
        self.look_up([(indicator, areas)])
        figures = self._published.get((indicator, frozenset(areas)), ())
        return [figure for figure in figures if period in (None, figure.period)]


def _dated(kind: RateKind, period: TimePeriod, factor: float, row: dict[str, Any]) -> DatedRate | None:
    """A rate that somebody published; ``None`` where nobody did, or the law sets it."""
    if not np.isfinite(factor) or row["publisher"] in ("", "law"):
        return None
    return DatedRate(kind, period, Decimal(f"{factor:.12g}"), row["publisher"], row["origin"])


def _published(row: dict[str, Any], origin: Origin | None) -> PublishedFigure:
    value = Decimal(f"{row['value']:.15g}")
    digits = None if pd.isna(row["digits"]) else int(row["digits"])
    if not pd.isna(row["lower"]) and not pd.isna(row["upper"]):
        interval = Interval(Decimal(f"{row['lower']:.15g}"), Decimal(f"{row['upper']:.15g}"))
    else:
        qualifier = Qualifier(row["qualifier"]) if row["qualifier"] else None
        interval = Interval.of_printed(value, digits=digits or _digits(value), qualifier=qualifier)
    edition = "" if origin is None else origin.select_editions([row["vintage"][:10]]).of_edition
    return PublishedFigure(
        indicator=row["indicator"], areas=tuple(code for code in (row["code"], row["counterpart"]) if code),
        period=TimePeriod.parse(row["period"]), value=value, interval=interval, unit=row["unit"],
        is_forecast=row["status"] == "F", publisher=row["publisher"], said_by=row["said_by"],
        vintage=date.fromisoformat(row["vintage"][:10]), origin=row["origin"], edition=edition,
        dataset=row["dataset"], row=row,
    )  # fmt: skip


def _digits(value: Decimal) -> int:
    """Significant digits of a number that came with its multiplier worked in: 24000000000000 has two."""
    return max(1, len(value.normalize().as_tuple().digits))
