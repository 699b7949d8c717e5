"""Redenominations: currencies that were replaced by law, applied to the currencies of ISO 4217.

CLDR gives the weeks in which old notes were still accepted, and lists a new currency only in its next release. Where
CLDR and the law differ, the law decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from indicators.model.codelists import Currency, Tender

_DAY: Final = timedelta(days=1)
_SAME_CHANGE: Final = timedelta(days=3 * 366)
"""CLDR's first day of a new currency is at most this far from the day of the law."""

_Use = tuple[str, Tender]  # the code of a currency, and where and when it was legal tender


@dataclass(frozen=True, slots=True)
class Redenomination:
    """A currency that another one replaced by law.

    Attributes:
        old: Code of the old currency.
        new: Code of the new currency.
        ratio: Units of the old currency per unit of the new one, as printed in the law.
        day: The first day of the new currency.
        par_since: The first day since which the ratio held already, if that was before; ``None`` if it did not.
    """

    old: str
    new: str
    ratio: str
    day: date
    par_since: date | None = None


def apply_redenominations(
    currencies: Iterable[Currency], redenominations: Iterable[Redenomination]
) -> tuple[Currency, ...]:
    """Return the currencies with their successors, and the days of validity set by law.

    The old currency ends on the day before the new one begins, in each area that changed from one to the other.

    >>> lira = Currency("TRL", "Old lira", tenders=(Tender("TUR", date(1922, 11, 1), date(2005, 12, 31)),))
    >>> new = Currency("TRY", "Lira", tenders=(Tender("TUR", date(2005, 1, 1)),))
    >>> law = Redenomination("TRL", "TRY", "1000000", date(2005, 1, 1))
    >>> old, _ = apply_redenominations([lira, new], [law])
    >>> old.successor, old.ratio, str(old.valid_to), str(old.tenders[0].last)
    ('TRY', '1000000', '2004-12-31', '2004-12-31')
    """
    currencies, changes = tuple(currencies), {change.old: change for change in redenominations}
    uses = [(currency.code, tender) for currency in currencies for tender in currency.tenders]
    for change in changes.values():
        uses = _apply(uses, change)
    tenders: dict[str, list[Tender]] = {}
    for code, tender in uses:
        tenders.setdefault(code, []).append(tender)
    return tuple(_update(one, tenders.get(one.code, []), changes.get(one.code)) for one in currencies)


def _apply(uses: Sequence[_Use], change: Redenomination) -> list[_Use]:
    begun = {tender.area for code, tender in uses if code == change.new and tender.first}
    near = {tender.area for code, tender in uses if code == change.new and _begins_near(tender, change.day)}
    met = {
        tender.area
        for code, tender in uses
        if code == change.old and _is_replaced(tender, change, near, is_known=bool(begun))
    }
    applied: list[_Use] = []
    for code, tender in uses:
        if tender.area in met and code == change.old:
            applied.append((code, replace(tender, last=change.day - _DAY)))
            if tender.area not in begun:
                applied.append((change.new, Tender(tender.area, change.day)))
        elif tender.area in met and code == change.new and _begins_near(tender, change.day):
            applied.append((code, replace(tender, first=change.day)))
        else:
            applied.append((code, tender))
    return applied


def _begins_near(tender: Tender, day: date) -> bool:
    return tender.first is not None and abs(tender.first - day) < _SAME_CHANGE


def _is_replaced(tender: Tender, change: Redenomination, near: set[str], *, is_known: bool) -> bool:
    """Return whether this area changed currency then: some had left the old currency for a third one before."""
    if tender.first is None or tender.first >= change.day:
        return False
    lasted = tender.last is None or tender.last >= change.day - _DAY
    return lasted and (tender.area in near or tender.last is None or not is_known)


def _update(currency: Currency, tenders: Sequence[Tender], change: Redenomination | None) -> Currency:
    ordered = tuple(sorted(tenders, key=lambda tender: (tender.first or date.min, tender.area)))
    first = min((tender.first for tender in ordered if tender.first), default=currency.valid_from)
    updated = replace(currency, valid_from=first, tenders=ordered)
    if change is None:
        return updated
    return replace(
        updated, successor=change.new, ratio=change.ratio, valid_to=change.day - _DAY, tied_since=change.par_since
    )
