"""Evidence from the store: dated exchange rates and published figures, each looked up once.

A rate knows when it was first available, so that a check can ask what a writer could have used on the day of
publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import compress, permutations
from math import isclose
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from indicators.claims import messages
from indicators.claims.findings import Figure
from indicators.claims.intervals import Interval
from indicators.exchange import RateKind, convert_values
from indicators.model.catalogue import Catalogue
from indicators.model.observations import Qualifier
from indicators.model.origins import Origin
from indicators.model.panel_frames import format_observation, to_records
from indicators.model.periods import TimePeriod
from indicators.store import Query, Store

_COLUMNS: Final = [
    "indicator", "period", "value", "lower", "upper", "unit", "status", "qualifier", "digits", "said_by", "vintage",
    "publisher", "origin",
]  # fmt: skip

_Rows: TypeAlias = dict[tuple[str, frozenset[str]], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class DatedRate:
    """One exchange rate.

    Attributes:
        kind: Average, end of period, or spot.
        period: The period it applies to; a day for a spot rate.
        value: Units of the first currency per unit of the second.
        publisher: Who published it, or the rates it was calculated from.
        origin: Ids of the origins, separated by spaces.
    """

    kind: RateKind
    period: TimePeriod
    value: Decimal
    publisher: str
    origin: str

    @property
    def label(self) -> str:
        """The rate in words: ``2024 average (IMF)``."""
        message = {RateKind.AVERAGE: messages.AVERAGE_RATE, RateKind.END: messages.END_RATE}.get(self.kind)
        return (message or messages.SPOT_RATE).format(period=self.period.label, publisher=self.publisher)

    def was_known_on(self, day: date) -> bool:
        """Whether it was available on a day; an average or an end-of-period rate is once its period is over."""
        return self.period.last <= day if self.kind is RateKind.SPOT else self.period.last < day


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A published figure.

    Attributes:
        indicator: Id of the indicator.
        period: The period it is about.
        value: The value, in `unit`.
        interval: The values it can mean, as printed.
        unit: Its unit, without multiplier.
        is_forecast: Whether it is a forecast.
        publisher: Its publisher.
        said_by: The speaker, if that is not the publisher.
        vintage: The day it was first published.
        origin: Id of the origin.
        edition: The edition of its origin, ``edition of October 2024``; empty if there is only one.
        row: Its row in a panel.
    """

    indicator: str
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
    row: dict[str, Any] = field(compare=False, repr=False)

    @property
    def text(self) -> str:
        """The figure with its unit and qualifier."""
        return format_observation(self.row)

    @property
    def by(self) -> str:
        """The speaker's name without the office, or else the publisher."""
        return self.said_by.partition(",")[0] or self.publisher

    @property
    def by_edition(self) -> str:
        """The publisher and the edition: ``IMF, edition of October 2024``."""
        if not self.edition:
            return self.by
        return messages.PUBLISHER_AND_EDITION.format(publisher=self.by, edition=self.edition)

    @property
    def cited(self) -> str:
        """The figure and its publisher: ``24 trillion RUB (RAEC)``."""
        return messages.PUBLISHED_BY.format(figure=self.text, publisher=self.by_edition)

    def to_figure(self, *, fits: bool | None = None) -> Figure:
        """Make the figure that a finding shows."""
        label = messages.PUBLISHED_FOR.format(publisher=self.by, period=self.period.label)
        return Figure(
            self.text, label, self.interval, self.unit,
            origin=self.origin, vintage=self.vintage.isoformat(), fits=fits,
        )  # fmt: skip


def cite_published(figures: Iterable[PublishedFigure]) -> str:
    """List figures with their publishers, each once: ``24 trillion RUB (RAEC), 23.9 trillion RUB (CNews)``."""
    return ", ".join(dict.fromkeys(figure.cited for figure in figures))


class Evidence:
    """Exchange rates and published figures of a store.

    Args:
        store: The store.
        without: Ids of origins to leave out: those of the text itself.
    """

    def __init__(self, store: Store, *, without: Iterable[str] = ()) -> None:
        self._store = store
        self._without = frozenset(without)
        self._rates: dict[tuple[str, str, RateKind, TimePeriod], DatedRate | None] = {}
        self._ranges: dict[tuple[str, str, date, date], Interval | None] = {}
        self._rows: _Rows = {}
        self._editions: _Rows = {}
        self._published: dict[int, PublishedFigure] = {}  # by the ids of the rows, which live as long

    @property
    def store(self) -> Store:
        """The store itself, for what is more than a figure."""
        return self._store

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the store."""
        return self._store.catalogue

    def origin(self, id: str) -> Origin | None:
        """Return the origin with this id, if there is one."""
        return self.catalogue.origins.get(id)

    @cached_property
    def last_day_of_rates(self) -> date:
        """The last day with a daily rate."""
        spans = self._store.rates.list_publishers("USD", RateKind.SPOT)
        return max((date.fromisoformat(last) for _, _, last in spans), default=date.min)

    def find_rates(self, one: str, other: str, kind: RateKind, periods: Sequence[TimePeriod]) -> list[DatedRate]:
        """Look up exchange rates for several periods, in units of one currency per unit of the other.

        Args:
            one: The currency counted.
            other: The currency it is counted per.
            kind: Average, end of period, or spot.
            periods: The periods; those without a rate are left out.
        """
        new = [period for period in dict.fromkeys(periods) if (one, other, kind, period) not in self._rates]
        if new:
            factors, table = convert_values(
                np.ones(len(new)), other, one, periods=new, rates=self._store.rates, rule=kind.value,
                return_rates=True,
            )  # fmt: skip
            rows = {row["period"]: row for row in to_records(table)}
            for period, factor in zip(new, factors, strict=True):
                self._rates[one, other, kind, period] = _make_rate(kind, period, float(factor), rows[str(period)])
        found = (self._rates[one, other, kind, period] for period in periods)
        return [rate for rate in found if rate is not None]

    def find_rate_range(self, one: str, other: str, first: date, last: date) -> Interval | None:
        """Return the lowest and highest rate between two days, from daily rates and annual averages."""
        key = (one, other, first, last)
        if key not in self._ranges:
            self._ranges[key] = self._calculate_range(*key)
        return self._ranges[key]

    def _calculate_range(self, one: str, other: str, first: date, last: date) -> Interval | None:
        days = [TimePeriod.of_day(last - timedelta(n)) for n in range(0, max((last - first).days, 0) + 1, 7)]
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

    def prefetch(self, wanted: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Read the published figures of several indicators and areas at once.

        Args:
            wanted: Ids of indicators, each with the codes of its areas.
        """
        self._read(wanted, self._rows)

    def _read(self, wanted: Iterable[tuple[str, Sequence[str]]], into: _Rows, *, every_vintage: bool = False) -> None:
        new = dict.fromkeys((id, frozenset(areas)) for id, areas in wanted if areas)
        if all(key in into for key in new):
            return
        known = {indicator.id for indicator in self.catalogue.indicators}
        new = dict.fromkeys(key for key in new if key not in into and key[0] in known)
        if not new:
            return
        indicators = tuple(dict.fromkeys(id for id, _ in new))
        areas = tuple(sorted(frozenset[str]().union(*(areas for _, areas in new))))
        query = Query(indicators, areas, every_vintage=every_vintage, forecasts=not every_vintage)
        frame = self._store.read_panel(query).frame.dropna(subset="value")
        found: _Rows = {key: [] for key in new}
        named = {(id, *order): (id, areas) for id, areas in new for order in _order(areas)}
        keys = list(zip(*(frame[name].tolist() for name in ("indicator", "code", "counterpart")), strict=True))
        asked = [key in named for key in keys]  # the panel has all indicators for all areas
        for key, row in zip(compress(keys, asked), to_records(frame.loc[asked, _COLUMNS]), strict=True):
            if row["origin"] not in self._without:
                found[named[key]].append(row)
        into |= found

    def prefetch_editions(self, wanted: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Read all editions of the published figures of several indicators and areas at once."""
        self._read(wanted, self._editions, every_vintage=True)

    def list_editions(self, indicators: Sequence[str], areas: Sequence[str]) -> list[dict[str, Any]]:
        """Return the rows of all editions of several indicators of an area, without forecasts."""
        self.prefetch_editions((id, areas) for id in indicators)
        return [row for id in indicators for row in self._editions.get((id, frozenset(areas)), ())]

    def find_editions(
        self, indicators: Sequence[str], areas: Sequence[str], period: TimePeriod
    ) -> list[PublishedFigure]:
        """Return the figures of a period in all editions, without forecasts."""
        when = str(period)
        return [self._make_once(row) for row in self.list_editions(indicators, areas) if row["period"] == when]

    def find_published(
        self, indicator: str, areas: Sequence[str], period: TimePeriod | None = None, *, value: Decimal | None = None
    ) -> list[PublishedFigure]:
        """Return the published figures of an indicator for areas.

        Args:
            indicator: Id of the indicator.
            areas: Codes of the areas; the two of a pair of countries in either order.
            period: Only for this period.
            value: Only of this value.
        """
        self.prefetch([(indicator, areas)])
        rows = self._rows.get((indicator, frozenset(areas)), [])
        when, worth = str(period), float(value or 0)
        return [
            self._make_once(row)
            for row in rows
            if (period is None or row["period"] == when) and (value is None or isclose(row["value"], worth))
        ]

    def _make_once(self, row: dict[str, Any]) -> PublishedFigure:
        """The figure of a row; most rows are never asked for."""
        if id(row) not in self._published:
            self._published[id(row)] = _make_published(row, self.origin(row["origin"]))
        return self._published[id(row)]


def _order(areas: frozenset[str]) -> Iterator[tuple[str, str]]:
    """An area and its counterpart, in both orders; one alone has none."""
    return permutations(areas, 2) if len(areas) > 1 else iter([(area, "") for area in areas])


def _make_rate(kind: RateKind, period: TimePeriod, factor: float, row: dict[str, Any]) -> DatedRate | None:
    """A published rate; ``None`` if there is none or it is set by law."""
    if not np.isfinite(factor) or row["publisher"] in ("", "law"):
        return None
    return DatedRate(kind, period, Decimal(f"{factor:.12g}"), row["publisher"], row["origin"])


def _make_published(row: dict[str, Any], origin: Origin | None) -> PublishedFigure:
    value = Decimal(f"{row['value']:.15g}")
    digits = None if pd.isna(row["digits"]) else int(row["digits"])
    if not pd.isna(row["lower"]) and not pd.isna(row["upper"]):
        interval = Interval(Decimal(f"{row['lower']:.15g}"), Decimal(f"{row['upper']:.15g}"))
    else:
        qualifier = Qualifier(row["qualifier"]) if row["qualifier"] else None
        interval = Interval.from_printed(value, digits=digits or _count_digits(value), qualifier=qualifier)
    edition = "" if origin is None else origin.select_editions([row["vintage"][:10]]).of_edition
    return PublishedFigure(
        indicator=row["indicator"], period=TimePeriod.parse(row["period"]), value=value, interval=interval,
        unit=row["unit"], is_forecast=row["status"] == "F", publisher=row["publisher"], said_by=row["said_by"],
        vintage=date.fromisoformat(row["vintage"][:10]), origin=row["origin"], edition=edition, row=row,
    )  # fmt: skip


def _count_digits(value: Decimal) -> int:
    """Significant digits of a number whose multiplier was applied: 24000000000000 has two."""
    return max(1, len(value.normalize().as_tuple().digits))
