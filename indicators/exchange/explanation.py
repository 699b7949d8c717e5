"""The rates of a conversion as a table: each with its kind, date, publisher and path, or the reason it is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from indicators.exchange import messages
from indicators.exchange.book import INTERNATIONAL, Leg, PairRates, RateBook, RatePath
from indicators.exchange.publications import IntegerArray, PeriodArray
from indicators.exchange.publishers import PRECEDENCE, SPENT
from indicators.exchange.rules import RateKind, Rule
from indicators.exchange.successions import LOCAL
from indicators.model.codelists import Currency
from indicators.model.periods import TimePeriod

RATE_TABLE_COLUMNS = (
    "source", "target", "period", "factor", "rate", "unit", "kind", "date", "publisher", "path", "basis", "origin",
    "reason",
)  # fmt: skip
_NAMES = {INTERNATIONAL: "international dollar"}
_BASES = (_NAMES[INTERNATIONAL], "EUR", "GBP", "AUD", "NZD", "USD")
_ALL_YEARS = range(1950, 2050)


def explain_rates(
    book: RateBook,
    pairs: Sequence[tuple[str, str]],
    shown: Sequence[TimePeriod],
    searched: PeriodArray,
    pair: npt.NDArray[np.int64],
    period: npt.NDArray[np.int64],
    *,
    rule: Rule,
    by: str | None,
) -> dict[str, list[Any]]:
    """Return the rates of some of the pairs and periods as columns of equal length.

    Args:
        book: The rates.
        pairs: The pairs of currencies.
        shown: The periods of the values.
        searched: The periods whose rates are used, as long as ``shown``.
        pair: The pair of each row.
        period: The period of each row.
        rule: The rule.
        by: Only use rates of this publisher.

    Returns:
        An entry for each row, by the names of `RATE_TABLE_COLUMNS`.
    """
    found = book.find(pairs, searched, rule.kind, by)
    reasons = _Reasons(book, searched, rule.kind, by)
    columns: dict[str, list[Any]] = {name: [] for name in RATE_TABLE_COLUMNS}
    for number in dict.fromkeys(pair.tolist()):
        places = period[pair == number]
        source, target = pairs[number]
        factor, ways = found[number].factor[places], found[number].way[places]
        upright = _is_upright(book, source, target, rule.kind)
        ends = (target, source) if upright else (source, target)
        unit = " per ".join(_name(book, end) for end in ends)
        columns["source"] += [_name(book, source)] * len(places)
        columns["target"] += [_name(book, target)] * len(places)
        columns["period"] += [str(shown[place]) for place in places]
        columns["factor"] += factor.tolist()
        columns["rate"] += [float(f"{rate:.15g}") for rate in (factor if upright else 1 / factor)]
        columns["unit"] += ["" if unknown else unit for unknown in np.isnan(factor)]
        columns["kind"] += [rule.kind.value] * len(places)
        columns["date"] += _dates(found[number].ways, ways, searched, places, rule.kind)
        on_days = (searched.first == searched.last)[places]  # the average of one day is the rate of that day
        kinds = {False: rule.kind, True: RateKind.SPOT if rule.kind is RateKind.AVERAGE else rule.kind}
        texts = [{day: _texts(book, way, kind) for day, kind in kinds.items()} for way in found[number].ways]
        columns["origin"] += _name_origins(found[number].ways, ways, searched, places, rule.kind)
        for place, name in enumerate(("publisher", "path", "basis")):
            columns[name] += [
                texts[way][day][place] if way >= 0 else "" for way, day in zip(ways, on_days.tolist(), strict=True)
            ]
        columns["reason"] += [
            "" if way >= 0 else reasons.reason(source, target, place) for way, place in zip(ways, places, strict=True)
        ]
    return columns


def _is_upright(book: RateBook, source: str, target: str, kind: RateKind) -> bool:
    """Return whether a rate is given as units of the target per unit of the source, whatever periods are asked for.

    As on markets: others per international dollar, euro, pound, Australian, New Zealand and US dollar, in this order.
    Between two others, the rate is the one that is mostly above one in all years.
    """
    ranks = [_rank(_name(book, code)) for code in (source, target)]
    if ranks[0] != ranks[1]:
        return ranks[0] < ranks[1]
    years = PeriodArray(tuple(TimePeriod.of_year(year) for year in _ALL_YEARS))
    (found,) = book.find([(source, target)], years, kind)
    known = found.factor[~np.isnan(found.factor)]
    return not len(known) or bool(np.median(known) >= 1)


def _rank(name: str) -> int:
    return _BASES.index(name) if name in _BASES else len(_BASES)


def _name(book: RateBook, code: str) -> str:
    if code.startswith(LOCAL):
        return book.successions.find_current_currency(code.rpartition(":")[2]) or "LCU"
    return "USD" if code.startswith(SPENT) else _NAMES.get(code, code)


def _texts(book: RateBook, way: RatePath, kind: RateKind) -> tuple[str, str, str]:
    """Return the publisher, path and basis of a path of rates."""
    published = [leg.publication for leg in way.legs if leg.publication is not None]
    publishers = dict.fromkeys(publication.source.publisher for publication in published)
    steps = _without_repeats([step for leg in way.legs for step in _steps(book, leg)])
    bases = dict.fromkeys(_basis(leg, kind) for leg in way.legs)
    same = not published and len(steps) == 1
    return (
        ", ".join(publishers) or ("" if same else "law"),
        " → ".join(steps),
        messages.SAME_CURRENCY if same else "; ".join(basis for basis in bases if basis),
    )


def _name_origins(
    ways: Sequence[RatePath], way: IntegerArray, searched: PeriodArray, places: IntegerArray, kind: RateKind
) -> list[str]:
    """Return the ids of the origins of the rates of each place, joined by spaces."""
    known: dict[tuple[int, ...], str] = {}
    found = []
    spans = (searched.first[places], searched.last[places], searched.year[places])
    for number, *span in zip(way.tolist(), *(part.tolist() for part in spans), strict=True):
        key = (number, *span)
        if key not in known:
            known[key] = " ".join(dict.fromkeys(_list_origins(ways[number], kind, *span))) if number >= 0 else ""
        found.append(known[key])
    return found


def _list_origins(way: RatePath, kind: RateKind, first: int, last: int, year: int) -> Iterator[str]:
    for leg in way.legs:
        if leg.publication is not None:
            yield from leg.publication.name_origins((leg.given.code, leg.wanted.code), kind, first, last, year).split()


def _steps(book: RateBook, leg: Leg) -> list[str]:
    given, wanted, source, target = (
        _name(book, code) for code in (leg.given.code, leg.wanted.code, leg.source, leg.target)
    )
    base = [] if leg.publication is None else [_name(book, leg.publication.source.base)]
    first = given if given == source else messages.BY_LAW.format(currency=given)
    last = target if target == wanted else messages.BY_LAW.format(currency=target)
    steps = [source, first, *base, wanted, last]
    return _without_repeats(steps)


def _without_repeats(steps: list[str]) -> list[str]:
    kept: list[str] = []
    for step in steps:
        if not kept or kept[-1].partition(" (")[0] != step.partition(" (")[0]:
            kept.append(step)
    return kept


def _basis(leg: Leg, kind: RateKind) -> str:
    if leg.publication is None:
        return messages.FIXED_BY_LAW
    source = leg.publication.source
    if kind is RateKind.AVERAGE:
        if not source.daily:
            return messages.PUBLISHED_AVERAGE
        return messages.CALENDAR_AVERAGE if source.calendar else messages.PUBLICATION_AVERAGE
    if source.per:
        return messages.QUOTIENT
    if not source.daily:
        return messages.RATE_AS_PUBLISHED
    return messages.IN_FORCE if source.calendar else messages.LAST_PUBLISHED


def _dates(
    ways: tuple[RatePath, ...],
    way: npt.NDArray[np.int64],
    searched: PeriodArray,
    places: npt.NDArray[np.int64],
    kind: RateKind,
) -> list[str]:
    """Return the day of each rate, the earliest of several; empty for an average."""
    dates = [""] * len(places)
    for number, chosen in enumerate(ways):
        rows = np.flatnonzero(way == number)
        for leg in chosen.legs:
            if leg.publication is None:
                continue
            for code in (leg.given.code, leg.wanted.code):
                days = leg.publication.get_days(code, kind, searched)[places[rows]]
                for row, day in zip(rows.tolist(), days, strict=True):
                    if not np.isnat(day):
                        dates[row] = min(dates[row] or str(day), str(day))
    return dates


_KIND_WORDS = {
    RateKind.AVERAGE: "an average rate",
    RateKind.END: "a daily rate",
    RateKind.SPOT: "a daily rate",
    RateKind.PPP: "a purchasing power parity",
}


def _is_published(found: PairRates) -> npt.NDArray[np.bool_]:
    """Return where there is a published rate, not only one set by law."""
    published = [any(leg.publication is not None for leg in way.legs) for way in found.ways]
    return np.isin(found.way, np.flatnonzero(published))


def explain_no_rates(book: RateBook, code: str) -> str:
    """Return why a currency has no rate of any kind for any period, in a sentence; empty if it has one."""
    currency = book.successions.currencies.get(code)
    if currency is None or any(book.list_publishers(code, kind) for kind in _KIND_WORDS):
        return ""
    if _is_of_no_country(currency):
        return messages.NOT_OF_A_COUNTRY.format(code=code, name=currency.name, rate="a rate")
    return messages.NEVER_PUBLISHED.format(code=code, name=currency.name)


def _is_of_no_country(currency: Currency) -> bool:
    """Return whether it is a metal or a unit of account: ISO 4217 codes of these begin with X."""
    return currency.code.startswith("X") and not currency.tenders


class _Reasons:
    """Says why a rate is missing; facts about a currency are looked up once."""

    def __init__(self, book: RateBook, searched: PeriodArray, kind: RateKind, by: str | None) -> None:
        self._book, self._searched, self._kind, self._by = book, searched, kind, by
        self._priced: dict[str, npt.NDArray[np.bool_]] = {}

    def reason(self, source: str, target: str, place: int) -> str:
        """Return why there is no rate between two currencies for one of the periods."""
        period = self._searched.periods[place]
        ends = [code for code in (source, target) if not self._is_priced(code, place)]
        for code in ends:
            if why := self._of_money(code, period):
                return why
        if not ends:
            names = {"source": _name(self._book, source), "target": _name(self._book, target), "when": period.when}
            if self._by:
                return messages.NO_PATH_OF_PUBLISHER.format(publisher=self._by, **names)
            return messages.NO_PATH.format(**names)
        name, spans = _name(self._book, ends[0]), self._book.list_publishers(ends[0], self._kind)
        if not spans:
            return messages.NO_RATE_AT_ALL.format(rate=_KIND_WORDS[self._kind], name=name)
        known = [messages.SPAN.format(publisher=p.source.publisher, first=first, last=last) for p, first, last in spans]
        wanted = _KIND_WORDS[self._kind].partition(" ")[2]
        return messages.NO_RATE_THEN.format(
            rate=wanted, name=name, when=period.when, spans="; ".join(dict.fromkeys(known))
        )

    def _of_money(self, code: str, period: TimePeriod) -> str:
        """Return why a currency can't have had a rate at all; empty if it could."""
        name = _name(self._book, code)
        if code.startswith(LOCAL) and not self._book.successions.find_relatives(code):
            return messages.NO_OWN_CURRENCY.format(area=code.removeprefix(LOCAL))
        area = code.removeprefix(LOCAL) if code.startswith(LOCAL) else self._book.issuers.get(code, "")
        if any((area, period.year) in source.mixed for source, _ in PRECEDENCE[self._kind]):
            return messages.MIXED_MONEY.format(year=period.year, name=name)
        currency = self._book.successions.currencies.get(code)
        if currency and _is_of_no_country(currency) and not self._book.list_publishers(code, self._kind):
            rate = _KIND_WORDS[self._kind]
            return messages.NOT_OF_A_COUNTRY.format(code=name, name=currency.name, rate=rate)
        shared = currency is not None and sum(tender.last is None for tender in currency.tenders) > 1
        if self._kind is RateKind.PPP and shared and self._book.get_parity_key(code) is None:
            return messages.SHARED_CURRENCY.format(name=name)
        if currency and currency.valid_from and period.last < currency.valid_from:
            return messages.BEFORE_ITS_TIME.format(name=name, day=currency.valid_from)
        return ""

    def _any_rate(self, base: str) -> npt.NDArray[np.bool_]:
        """Return when a publication against this base has a rate for any currency."""
        known = np.zeros(len(self._searched), dtype=bool)
        for declared, _ in PRECEDENCE[self._kind]:
            publication = self._book.publications.get(declared.indicator)
            if declared.base == base and publication is not None:
                for other in set(publication.codes) - {base}:
                    known |= ~np.isnan(publication.compute_values(other, self._kind, self._searched))
        return known

    def _is_priced(self, code: str, place: int) -> bool:
        """Return whether any publisher has a rate for this currency then."""
        if code == INTERNATIONAL:
            return True
        if code not in self._priced:
            bases = dict.fromkeys(declared.base for declared, _ in PRECEDENCE[self._kind])
            found = self._book.find([(code, base) for base in bases if base != code], self._searched, self._kind)
            known = [_is_published(way) for way in found]
            known += [self._any_rate(base) for base in bases if base == code]
            self._priced[code] = np.any(known, axis=0) if known else np.zeros(len(self._searched), dtype=bool)
        return bool(self._priced[code][place])
