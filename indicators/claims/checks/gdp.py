"""Sums held against the GDP of their country: a turnover, which is no part of it, and a share of GDP that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import Check, CheckContext, shift_year
from indicators.claims.wording import format_claim
from indicators.exchange import RateKind
from indicators.language.languages import compile_pattern, join_pattern
from indicators.model.formatting import format_quantity
from indicators.model.observations import Measure
from indicators.model.periods import Frequency, TimePeriod
from indicators.model.units import parse_unit

__all__ = ["AGAINST_GDP"]

_HUNDRED: Final = Interval.exactly(100)
_NO_VALUE_ADDED: Final = {"turnover", "sales", "trade", "runet"}
_GDP: Final = compile_pattern("gdp")
_APART: Final = Interval(Decimal("0.85"), Decimal("1.15"))
"""GDP is revised, and the year of a sum may be the one before: within so much nothing is said against a share."""


@dataclass(frozen=True, slots=True)
class _Gdp:
    """The GDP of a country in a year, in the money of a claim."""

    value: Decimal
    unit: str
    year: str
    chain: tuple[Figure, ...]


def _against_gdp(case: CheckContext) -> Iterator[Finding]:
    yield from _turnovers(case)
    yield from _shares_of_gdp(case)


def _turnovers(case: CheckContext) -> Iterator[Finding]:
    for claim in case.claims:
        meant = case.indicator(claim)
        is_turnover = meant is not None and meant.measure is Measure.FLOW and _NO_VALUE_ADDED & set(meant.id.split("-"))
        if not is_turnover or claim.kind is not ClaimKind.AMOUNT or claim.restates or len(claim.areas) != 1:
            continue
        period, how = case.period_of(claim)
        gdp = None if period is None else _gdp(case, claim, period)
        if gdp is None or period is None:
            continue
        share = derive_figure(
            claim.interval / Interval.exactly(gdp.value) * _HUNDRED, "%", label="beside GDP",
            made_of=f"{format_claim(claim)} / {format_quantity(gdp.value, gdp.unit, digits=4)}",
            best=claim.plain_value / gdp.value * 100,
        )  # fmt: skip
        reason = (
            "turnover is not value added, so it is no share of GDP; beside that of "
            f"{_whose(case, claim.areas)} in {period.label} it is {share.text}"
        )
        chain = (Figure.of(claim), *gdp.chain, share)
        yield Finding(NAME, Verdict.UNCHECKED, reason, (claim.id,), chain, how)


def _shares_of_gdp(case: CheckContext) -> Iterator[Finding]:
    """A sum said to be so many per cent of GDP, beside the GDP there is."""
    for sentence in case.sentences:
        sums = [claim for claim in sentence.read if claim.kind is ClaimKind.AMOUNT and not claim.restates]
        shares = [c for c in sentence.read if c.kind is ClaimKind.SHARE and _GDP.search(c.denominator or "")]
        if len(sums) != 1 or len(shares) != 1 or not parse_unit(sums[0].unit).currency:
            continue
        level, share = sums[0], shares[0]
        areas = level.areas or share.areas
        period = case.period_of(level)[0] or share.period
        if len(areas) != 1 or period is None or share.plain_value <= 0 or not _OR.search(sentence.words):
            continue
        gdps = [_gdp(case, level, year, areas) for n in (0, -1) if (year := shift_year(period, n))]
        known = [gdp for gdp in gdps if gdp is not None]
        if not known:
            continue
        implied = level.interval / share.interval * _HUNDRED
        figure = derive_figure(
            implied,
            level.unit,
            label="the GDP that both imply",
            made_of=f"{format_claim(level)} / {format_claim(share)}",
        )
        ends = [gdp.value for gdp in known]
        fits = implied.overlaps(Interval(min(ends), max(ends)) * _APART)
        said = format_quantity(known[0].value, level.unit, digits=4)
        reason = f"both imply a GDP of {figure.text} for {_whose(case, areas)}; it was {said} in {known[0].year}"
        chain = (Figure.of(level), Figure.of(share), figure, *known[0].chain)
        verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
        yield Finding(NAME, verdict, reason, (share.id, level.id), chain)


def _whose(case: CheckContext, areas: tuple[str, ...]) -> str:
    """Whose GDP it is, by name."""
    return case.known.catalogue.areas.by_code[areas[0]].name


_OR: Final = re.compile(
    rf"⟦M\d+⟧[^⟦⟧]{{0,25}}(?:[,(（]|{join_pattern('equals_share')})[^⟦⟧]{{0,25}}⟦S\d+⟧"
    r"|⟦S\d+⟧[^⟦⟧]{0,25}[,(（][^⟦⟧]{0,15}⟦M\d+⟧",
    re.IGNORECASE,
)


def _gdp(case: CheckContext, claim: Claim, period: TimePeriod, areas: tuple[str, ...] = ()) -> _Gdp | None:
    """The GDP of a claim's country in a year, at that year's average rate."""
    money = parse_unit(claim.unit).currency
    if period.frequency is not Frequency.ANNUAL or not money:
        return None
    found = [o for o in case.known.published("gdp", areas or claim.areas, period) if not o.is_forecast]
    if not found or (source := parse_unit(found[0].unit).currency) is None:
        return None
    gdp = found[0]
    text = format_quantity(gdp.value, gdp.unit, digits=4)
    label = f"GDP of {_whose(case, areas or claim.areas)}, {period.label}, {gdp.publisher}"
    vintage = gdp.vintage.isoformat()
    figure = Figure(text, label, gdp.interval, gdp.unit, origin=gdp.origin, vintage=vintage)
    if source == money:
        return _Gdp(gdp.value, money, period.label, (figure,))
    rates = case.known.rates(money, source, RateKind.AVERAGE, [period])
    if not rates:
        return None
    rate = rates[0]
    said = f"{format_quantity(rate.value, 'ratio', digits=4)} {money} per {source}"
    used = Figure(said, rate.label, Interval.exactly(rate.value), f"{money} per {source}", origin=rate.origin)
    return _Gdp(gdp.value * rate.value, money, period.label, (figure, used))


NAME: Final = "against GDP"
AGAINST_GDP: Final = Check(
    NAME,
    "A turnover is set beside GDP to show its size; it counts the full price of what is sold, not the value added, so "
    "it is no share of GDP. A share of GDP that is said is held against the sum and the GDP of the year.",
    _against_gdp,
)
