"""All rates, and the one that applies to a pair of currencies, a period and a kind of rate.

Publishers are searched in the order of `indicators.exchange.publishers`. Rates of one publisher come before a mix of
two. Retired currencies are found through their legal successors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

import numpy as np
import numpy.typing as npt

from indicators.exchange.publications import FloatArray, PeriodArray, Publication
from indicators.exchange.publishers import PIVOTS, PRECEDENCE, SPENT, find_sources
from indicators.exchange.rules import RateKind
from indicators.exchange.successions import LOCAL, Relative, Successions

INTERNATIONAL = "international_dollar"


@dataclass(frozen=True, slots=True)
class Leg:
    """A step from one currency to another.

    Attributes:
        publication: The rates used; ``None`` if the law sets the rate.
        source: The source currency.
        target: The target currency.
        given: The currency with a rate that the law ties ``source`` to; itself if it has one.
        wanted: The same for ``target``.
    """

    publication: Publication | None
    source: str
    target: str
    given: Relative
    wanted: Relative


@dataclass(frozen=True, slots=True)
class RatePath:
    """A path from one currency to another: one leg, or two of different publishers."""

    legs: tuple[Leg, ...]


@dataclass(frozen=True)
class PairRates:
    """The rates of one pair of currencies.

    Attributes:
        factor: The factor for each period; NaN where there is no rate.
        way: The place of each period's path in ``ways``, -1 where there is none.
        ways: The paths that occur.
    """

    factor: FloatArray
    way: npt.NDArray[np.int64]
    ways: tuple[RatePath, ...]


@dataclass(frozen=True)
class RateBook:
    """Dated rates of several publishers.

    Attributes:
        publications: The rates, by indicator.
        successions: The legal successors of retired currencies.
        issuers: The country that issues a currency, by currency: the United States for USD. Currencies of several
            countries have none.
    """

    publications: Mapping[str, Publication]
    successions: Successions
    issuers: Mapping[str, str] = field(default_factory=dict)

    def has_currency(self, code: str) -> bool:
        """Return whether it is a past or present currency, or a country's own currency."""
        is_named = code == INTERNATIONAL or code in self.successions.currencies
        return is_named or code.startswith((LOCAL, SPENT))

    def find(
        self, pairs: Sequence[tuple[str, str]], periods: PeriodArray, kind: RateKind, by: str | None = None
    ) -> list[PairRates]:
        """Find the rates of pairs of currencies.

        Args:
            pairs: Source and target: ISO 4217 codes, or ``LCU:`` and the code of an area.
            periods: The periods.
            kind: The kind of rate; not ``stated``.
            by: Only use rates of this publisher.

        Returns:
            The rates, in the order of the pairs.

        Raises:
            UsageError: No publisher has this name.
        """
        search = _Search(self, periods, kind, None if by is None else find_sources(by))
        return [search.find(source, target) for source, target in pairs]

    def list_publishers(self, code: str, kind: RateKind) -> list[tuple[Publication, str, str]]:
        """List the publications with rates of a currency or of one tied to it by law, with their first and last day.

        A currency that joined another has the rates of that one from the day it joined, or from the first whole year.
        """
        if kind is RateKind.PPP:
            code = self.get_parity_key(code) or code
        return [
            (publication, *span)
            for publication in self._in_order(kind, None)
            for relative in self.find_relatives(code, kind)
            if (span := _clip_span(publication.find_span(relative.code), relative))
        ]

    def find_relatives(self, code: str, kind: RateKind) -> tuple[Relative, ...]:
        """List the currencies tied to one by law, itself first; a price level belongs to one country only."""
        if kind is RateKind.PPP:
            key, units = self.get_parity_key(code), self._in_present_money(code)
            return () if key is None or units is None else (Relative(key, units),)
        return self.successions.find_relatives(code)

    def _in_present_money(self, code: str) -> float | None:
        """Return the value in the country's current currency, in which price levels of all years are published.

        ``None`` if the law doesn't tie the two, as with units of account such as Chile's UF.
        """
        area = self.issuers.get(code)
        if area is None:
            return 1.0
        present = self.successions.find_current_currency(area)
        return next((one.units for one in self.successions.find_relatives(code) if one.code == present), None)

    def get_parity_key(self, code: str) -> str | None:
        """Return the code of the price level of a currency's country; ``None`` if several countries use it."""
        if code == INTERNATIONAL or code.startswith((LOCAL, SPENT)):
            return code
        area = self.issuers.get(code)
        return None if area is None else LOCAL + area

    def _in_order(self, kind: RateKind, by: frozenset[str] | None) -> Iterable[Publication]:
        seen = dict.fromkeys(source.indicator for source, _ in PRECEDENCE[kind] if by is None or source.indicator in by)
        return [self.publications[name] for name in seen if name in self.publications]


class _Search:
    """A search for several pairs over the same periods, which share what they look up."""

    def __init__(self, book: RateBook, periods: PeriodArray, kind: RateKind, by: frozenset[str] | None) -> None:
        self._book, self._periods, self._kind, self._by = book, periods, kind, by
        self._worth: dict[tuple[str, str], _Worth] = {}

    def find(self, source: str, target: str) -> PairRates:
        """Fill the periods publication by publication; mix two only for those left."""
        found = self._find_unmixed(source, target)
        if np.isnan(found.factor).any() and self._by is None:
            for pivot in PIVOTS[self._kind]:
                if pivot not in (source, target):
                    found = _chain_legs(found, self._find_unmixed(source, pivot), self._find_unmixed(pivot, target))
        return found

    def _find_unmixed(self, source: str, target: str) -> PairRates:
        factor = np.full(len(self._periods), np.nan)
        way = np.full(len(self._periods), -1, dtype=np.int64)
        ways: list[RatePath] = []
        for publication in chain((None,), self._order(source, target)):  # each is read when its turn comes
            if publication is None:
                given, wanted = self._by_law(source, target)
            else:
                given, wanted = self._worth_of(publication, source), self._worth_of(publication, target)
            with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
                offered = given.value / wanted.value
            new = np.isnan(factor) & np.isfinite(offered) & (offered > 0)
            if new.any():
                factor[new] = offered[new]
                pairs, place = np.unique(np.stack([given.place[new], wanted.place[new]]), axis=1, return_inverse=True)
                way[new] = len(ways) + place.reshape(-1)
                for first, second in pairs.T:
                    leg = Leg(publication, source, target, given.relatives[first], wanted.relatives[second])
                    ways.append(RatePath((leg,)))
            if not np.isnan(factor).any():
                break
        return PairRates(factor, way, tuple(ways))

    def _order(self, source: str, target: str) -> Iterator[Publication]:
        """Yield the publications in the order of precedence for this pair; one may occur twice."""
        ends = {relative.code for code in (source, target) for relative in self._book.find_relatives(code, self._kind)}
        for declared, leg in PRECEDENCE[self._kind]:
            is_asked = self._by is None or declared.indicator in self._by
            if not is_asked or not (leg == "any" or (leg == "direct") == (declared.base in ends)):
                continue
            publication = self._book.publications.get(declared.indicator)
            if publication is not None:
                yield publication

    def _worth_of(self, publication: Publication, money: str) -> _Worth:
        """Return the value of a currency in the publication's base, through the currencies the law ties it to."""
        key = (publication.source.indicator, money)
        if key not in self._worth:
            if self._kind is RateKind.PPP and money == INTERNATIONAL:
                relatives: tuple[Relative, ...] = (Relative(INTERNATIONAL, 1.0),)
            else:
                relatives = self._book.find_relatives(money, self._kind)
            values = [
                relative.units * publication.compute_values(relative.code, self._kind, self._periods)
                for relative in relatives
            ]
            self._worth[key] = self._choose(money, relatives, values)
        return self._worth[key]

    def _choose(self, money: str, relatives: tuple[Relative, ...], values: list[FloatArray]) -> _Worth:
        """Choose among currencies tied by law: first the one in force, then any that has a rate."""
        worth = np.full(len(self._periods), np.nan)
        place = np.zeros(len(self._periods), dtype=np.int64)
        lawful = [self._lawful(relative) for relative in relatives]
        current = [self._in_force(relative) & law for relative, law in zip(relatives, lawful, strict=True)]
        for masks in (current, lawful):
            # A currency that joined another comes after it: the rate fixed by law is not a market rate.
            for number in sorted(range(len(relatives)), key=lambda n: relatives[n].since is None):
                new = np.isnan(worth) & masks[number] & ~np.isnan(values[number])
                worth[new], place[new] = values[number][new], number
        if money.startswith(LOCAL) and relatives:
            # The former currency has no rate: its publisher restated the past in the current one.
            new = np.isnan(worth)
            worth[new], place[new] = values[0][new], 0
        return _Worth(worth, place, relatives)

    def _by_law(self, source: str, target: str) -> tuple[_Worth, _Worth]:
        """Return the value of both ends in a currency that the law ties both to, if there is one."""
        nothing = np.full(len(self._periods), np.nan)
        none = np.zeros(len(self._periods), dtype=np.int64)
        given, wanted = (self._book.find_relatives(code, self._kind) for code in (source, target))
        one, other = _Worth(nothing, none, given), _Worth(nothing.copy(), none.copy(), wanted)
        codes = {relative.code: number for number, relative in enumerate(wanted)}
        for number, relative in enumerate(given):
            if (match := codes.get(relative.code)) is None:
                continue
            new = self._lawful(relative) & self._lawful(wanted[match]) & np.isnan(one.value)
            if self._kind is RateKind.PPP or source == target:
                new = np.isnan(one.value)
            one.value[new], one.place[new] = relative.units, number
            other.value[new], other.place[new] = wanted[match].units, match
        return one, other

    def _lawful(self, relative: Relative) -> npt.NDArray[np.bool_]:
        since, until = _number(relative.since, -_FAR), _number(relative.until, _FAR)
        return (self._periods.first >= since) & (self._periods.last <= until)

    def _in_force(self, relative: Relative) -> npt.NDArray[np.bool_]:
        currency = self._book.successions.currencies.get(relative.code)
        if currency is None:
            return np.ones(len(self._periods), dtype=bool)
        since, until = _number(currency.valid_from, -_FAR), _number(currency.valid_to, _FAR)
        return (self._periods.last >= since) & (self._periods.first <= until)


def _clip_span(span: tuple[str, str] | None, relative: Relative) -> tuple[str, str] | None:
    """Return the part of a span of days or years in which the law ties a currency; ``None`` if there is none."""
    if span is None:
        return None
    first, last = span
    since, until = relative.since or date.min, relative.until or date.max
    if len(first) == len("2024"):
        first = max(first, f"{since.year + (since > date(since.year, 1, 1)):04}")
        last = min(last, f"{until.year - (until < date(until.year, 12, 31)):04}")
    else:
        first, last = max(first, since.isoformat()), min(last, until.isoformat())
    return (first, last) if first <= last else None


@dataclass(frozen=True)
class _Worth:
    """The value of a currency by period, and the relative through which it is known."""

    value: FloatArray
    place: npt.NDArray[np.int64]
    relatives: tuple[Relative, ...]


_FAR = 10**7
"""More days than any period is from 1970."""


def _number(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else (day - date(1970, 1, 1)).days


def _chain_legs(found: PairRates, one: PairRates, other: PairRates) -> PairRates:
    """Fill the open periods of a pair with two legs in a row."""
    product = one.factor * other.factor
    new = np.isnan(found.factor) & ~np.isnan(product)
    if not new.any():
        return found
    factor, way = found.factor.copy(), found.way.copy()
    factor[new] = product[new]
    pairs, place = np.unique(np.stack([one.way[new], other.way[new]]), axis=1, return_inverse=True)
    way[new] = len(found.ways) + place.reshape(-1)
    added = tuple(RatePath(one.ways[first].legs + other.ways[second].legs) for first, second in pairs.T)
    return PairRates(factor, way, found.ways + added)
