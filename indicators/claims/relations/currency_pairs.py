"""Amounts repeated in another currency: ``24 trillion rubles (approx. $287 billion)``, and the rate they imply."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from indicators.claims import messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.wording import describe_claim, format_claim
from indicators.language.languages import PerLanguage
from indicators.model.codelists import AreaList
from indicators.model.formatting import format_quantity
from indicators.model.observations import Qualifier
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit

if TYPE_CHECKING:  # a reading links pairs, and needs no evidence for that
    from indicators.claims.relations.context import CheckContext

# Between the two is a bracket, or a word for "that is".
_AGAIN: Final = PerLanguage(
    lambda known: re.compile(
        rf"\s*(?:\(\s*(?:{known.alternatives('again_in_brackets')})?|[,，]?\s*(?:{known.alternatives('again')}))\s*",
        re.IGNORECASE,
    )
)
# Between them is a noun that the first says the size of: ``the 24 trillion rouble project (about $287 billion)``.
_BEHIND_NOUN: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:(?:[ -](?!(?:{known.any_word('and_', 'conjunctions')})\b)[^\W\d]+){{1,3}}|[\u4e00-\u9fff]{{1,8}}) ?"
        rf"(?:[(（]\s*(?:{known.alternatives('again_in_brackets')})?|[,，]\s*(?:{known.alternatives('again')}))\s*",
        re.IGNORECASE,
    )
)
_ENDS: Final = re.compile(r"\s*[)），,.;。；]")
# What makes the second a part of the first: ``30 million euros, or 12 cents a share``.
_FOR_ONE: Final = PerLanguage(
    lambda known: re.compile(
        rf"\s*(?:{known.alternatives('per_share')}|{known.alternatives('each_behind')})", re.IGNORECASE
    )
)
_LONGEST: Final = 40  # characters


def link_currency_pairs(view: str, claims: list[Claim], language: str, areas: AreaList) -> tuple[Claim, ...]:
    """Link the amounts of a text that repeat another, and describe how each claim was understood."""
    again: dict[str, str] = {}
    claims = claims[:1] + [_name_dollar(view, *pair, language) for pair in itertools.pairwise(claims)]
    for first, second in itertools.pairwise(claims):
        if _is_pair(view, first, second, language):
            again[second.id] = again.get(first.id, first.id)
    by_id = {claim.id: claim for claim in claims}
    return tuple(_link(claim, by_id.get(again.get(claim.id, "")), areas) for claim in claims)


def _name_dollar(view: str, first: Claim, second: Claim, language: str) -> Claim:
    """Read a bare dollar sign in brackets behind A$ or C$ as the other currency that it is: US dollars."""
    one, two = first.place, second.place
    if first.unit != second.unit or "currency" not in second.left_open or one is None or two is None:
        return second
    between = view[one.end or 0 : two.start]
    is_again = one.locator == two.locator and "(" in between and _AGAIN[language].fullmatch(between) is not None
    is_bare = view[two.start or 0 :][:1] == "$" and first.unit.endswith("D") and "currency" not in first.left_open
    left_open = tuple(name for name in second.left_open if name != "currency")
    return replace(second, unit="USD", left_open=left_open) if is_again and is_bare else second


def _is_pair(view: str, first: Claim, second: Claim, language: str) -> bool:
    if first.kind is not ClaimKind.AMOUNT or second.kind is not ClaimKind.AMOUNT or first.unit == second.unit:
        return False
    if parse_unit(first.unit).currency == parse_unit(second.unit).currency:
        return False  # "8 million euros, or 20,000 euros a head"
    one, two = first.place, second.place
    if one is None or two is None or one.locator != two.locator or one.end is None or two.start is None:
        return False
    if two.end is not None and _FOR_ONE[language].match(view, two.end):
        return False
    between = view[one.end : two.start]
    is_again = _AGAIN[language].fullmatch(between) is not None
    is_closed = two.end is not None and _ENDS.match(view, two.end) is not None
    is_again = is_again or (is_closed and _BEHIND_NOUN[language].fullmatch(between) is not None)
    return 0 < len(between) < _LONGEST and is_again


def _link(claim: Claim, first: Claim | None, areas: AreaList) -> Claim:
    if first is not None:
        inferred = ("period",) if "period" in first.inferred else ()
        year = ("year",) if "year" in first.left_open else ()
        others = (name for name in claim.left_open if name != "year")
        claim = replace(
            claim, restates=first.id, indicator=first.indicator, subject=first.subject, period=first.period,
            areas=first.areas, is_forecast=first.is_forecast, left_open=(*year, *others),
            inferred=tuple(dict.fromkeys((*claim.inferred, *inferred))),
        )  # fmt: skip
    return replace(claim, understood=describe_claim(claim, areas))


@dataclass(frozen=True)
class CurrencyPair:
    """An amount in two currencies.

    Attributes:
        first: The claim.
        second: Its repetition in another currency.
        one: The currency with the larger number.
        other: The other currency.
        best: The rate that the printed numbers imply, units of `one` per `other`.
        rate: The values it can have, if the printed numbers were converted.
        widest: The values it can have, if the numbers behind qualifiers such as "more than" were converted.
        period: The period of the amount.
        note: How the period is known, if the text does not state it.
    """

    first: Claim
    second: Claim
    one: str
    other: str
    best: Decimal
    rate: Interval
    widest: Interval
    period: TimePeriod | None
    note: str

    @property
    def unit(self) -> str:
        """The unit of the rate."""
        return f"{self.one} per {self.other}"

    @property
    def text(self) -> str:
        """The implied rate with its unit."""
        return f"{format_quantity(self.best, 'ratio', digits=4)} {self.unit}"

    @property
    def ids(self) -> tuple[str, str]:
        """Ids of the claims, the repetition first."""
        return self.second.id, self.first.id

    @property
    def chain(self) -> tuple[Figure, ...]:
        """The two amounts and the rate they imply, for a finding."""
        is_first_larger = parse_unit(self.first.unit).currency == self.one
        more, less = (self.first, self.second) if is_first_larger else (self.second, self.first)
        implied = derive_figure(
            self.rate, self.unit, label=messages.LABEL_IMPLIED_RATE, best=self.best, digits=4,
            made_of=f"{format_claim(more)} / {format_claim(less)}",
        )  # fmt: skip
        return Figure.from_claim(self.first), Figure.from_claim(self.second), implied


def find_currency_pairs(context: CheckContext) -> Iterator[CurrencyPair]:
    """Find the amounts given in two currencies."""
    for second in context.claims:
        first = context.by_id.get(second.restates)
        if first is None or not (first.kind is second.kind is ClaimKind.AMOUNT):
            continue
        units = [parse_unit(claim.unit) for claim in (first, second)]
        codes = [unit.currency for unit in units]
        if None in codes or codes[0] == codes[1] or units[0].denominator != units[1].denominator:
            continue
        if first.plain_value <= 0 or second.plain_value <= 0:
            continue
        if first.plain_value == second.plain_value < 1:
            continue  # "0.05 shillings (5 cents)": its own small change
        more, less = (first, second) if first.plain_value >= second.plain_value else (second, first)
        one, other = (parse_unit(claim.unit).currency or "" for claim in (more, less))
        period, note = context.find_period(first)
        yield CurrencyPair(
            first, second, one, other, best=more.plain_value / less.plain_value,
            rate=_take_as_printed(more) / _take_as_printed(less), widest=more.interval / less.interval,
            period=period, note=note,
        )  # fmt: skip


def _take_as_printed(claim: Claim) -> Interval:
    """The number that was converted: of "more than 9 trillion" it is 9 trillion."""
    if claim.qualifier is Qualifier.ABOUT or claim.lower is not None:
        return claim.interval
    return replace(claim, qualifier=None).interval


def format_rate(value: Decimal | None) -> str:
    """Format a rate with six significant digits, as central banks publish them."""
    return "" if value is None else format_quantity(value, "ratio", digits=6)
