"""Retired currencies: their successors, the ratio and the day, by ISO 4217 and law.

There are two kinds of change. A *redenomination* removes zeros (1,000,000 TRL became 1 TRY): it applies to all times,
so past amounts can be given in the new unit. A currency that *joins* another (the kuna the euro) is tied to it only
from that day on: before, the market set the rate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from indicators.model.codelists import Currency

LOCAL = "LCU:"
"""Prefix of a country's own currency, whichever it was at the time, in its current unit: ``LCU:HRV``."""

_IN_DOLLARS = frozenset({"ECU", "SLV"})
"""Countries that took over the US dollar and whose accounts are in it for all years, at the rates of the time."""

_A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Relative:
    """A currency that another one is tied to by law.

    Attributes:
        code: ISO 4217 code.
        units: Units of it for one unit of the other.
        since: First day on which the law ties them; ``None`` for all times.
        until: Last day on which it does; ``None`` if it still does.
    """

    code: str
    units: float
    since: date | None = None
    until: date | None = None


class Successions:
    """The legal successors of currencies, and where each was legal tender.

    >>> lira = Currency("TRL", "Old lira", valid_to=date(2004, 12, 31), successor="TRY", ratio="1000000")
    >>> law = Successions([lira, Currency("TRY", "Lira", valid_from=date(2005, 1, 1))])
    >>> [(relative.code, relative.units) for relative in law.find_relatives("TRY")]
    [('TRY', 1.0), ('TRL', 1000000.0)]
    """

    def __init__(self, currencies: Iterable[Currency]) -> None:
        self.currencies = {currency.code: currency for currency in currencies}
        self._before: dict[str, list[Currency]] = {}
        for currency in self.currencies.values():
            if currency.successor:
                self._before.setdefault(currency.successor, []).append(currency)
        self._tenders: dict[str, list[tuple[str, date, date]]] = {}
        for currency in self.currencies.values():
            for tender in currency.tenders:
                use = (currency.code, tender.first or date.min, tender.last or date.max)
                self._tenders.setdefault(tender.area, []).append(use)

    def find_tender(self, area: str, day: date) -> str | None:
        """Return the currency of an area on a day; its own comes before one it shares."""
        uses = [code for code, first, last in self._tenders.get(area, ()) if first <= day <= last]
        return min(uses, key=lambda code: (len(self.currencies[code].tenders), code), default=None)

    def find_current_currency(self, area: str) -> str | None:
        """Return the current currency of an area, or the last it had."""
        now = self.find_tender(area, date.max)
        if now is not None:
            return now
        return max(self._tenders.get(area, ()), key=lambda use: use[2], default=(None,))[0]

    def follow_redenominations(self, code: str) -> str:
        """Return the current unit of a currency: TRY for TRL, but DEM for DEM, which joined another."""
        seen = code
        while (currency := self.currencies.get(seen)) and currency.successor and self._is_same_money(currency):
            seen = currency.successor
        return seen

    def find_relatives(self, money: str) -> tuple[Relative, ...]:
        """Return all currencies tied to one by law, itself first.

        Args:
            money: An ISO 4217 code, or `LOCAL` and the code of an area.
        """
        if not money.startswith(LOCAL):
            return tuple(self._family(money))
        area = money.removeprefix(LOCAL)
        present = self.find_current_currency(area)
        if present is None:
            return ()
        return (Relative(present, 1.0),) if area in _IN_DOLLARS else tuple(self._of_area(area, present))

    def _family(self, code: str) -> list[Relative]:
        found = {code: Relative(code, 1.0)}
        self._climb(found, code)
        self._descend(found, code)
        return list(found.values())

    def _climb(self, found: dict[str, Relative], code: str) -> None:
        here = found[code]
        currency = self.currencies.get(code)
        if currency is None or not currency.successor or currency.successor in found:
            return
        since = here.since if self._is_same_money(currency) else _latest(here.since, _day_of_change(currency))
        found[currency.successor] = Relative(currency.successor, here.units / float(currency.ratio), since)
        self._climb(found, currency.successor)

    def _descend(self, found: dict[str, Relative], code: str) -> None:
        for older in self._before.get(code, ()):
            if older.code not in found and self._is_same_money(older):
                here = found[code]
                found[older.code] = Relative(older.code, here.units * float(older.ratio), here.since, here.until)
                self._descend(found, older.code)

    def _of_area(self, area: str, present: str) -> list[Relative]:
        """Return the current currency of an area and, for the time before it joined, the one it had."""
        used = {code for code, _, _ in self._tenders.get(area, ())}
        taken_in = [
            currency
            for currency in self._before.get(present, ())
            if currency.code in used and not self._is_same_money(currency)
        ]
        found = {relative.code: relative for relative in self._family(present)}
        for older in taken_in:
            changed = _day_of_change(older)
            before = changed - timedelta(days=1)
            found = {
                code: replace(relative, since=_latest(relative.since, changed)) if relative.until is None else relative
                for code, relative in found.items()
            }
            found[older.code] = Relative(older.code, float(older.ratio), until=before)
            self._descend(found, older.code)
        return list(found.values())

    def _is_same_money(self, old: Currency) -> bool:
        """Return whether the change was a redenomination."""
        new = self.currencies.get(old.successor)
        if new is None or len(self._before[old.successor]) > 1:
            return False
        own_area = {tender.area for tender in new.tenders} <= {tender.area for tender in old.tenders}
        began = new.valid_from is None or new.valid_from >= _day_of_change(old) - _A_YEAR
        return own_area or began


def _day_of_change(currency: Currency) -> date:
    """Return the first day on which the law ties a currency to its successor: the successor's first day, or before."""
    if currency.tied_since is not None:
        return currency.tied_since
    return (currency.valid_to or date.min) + timedelta(days=1) if currency.valid_to else date.min


def _latest(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return max(days, default=None)
