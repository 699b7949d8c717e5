"""A claim beside what others published for the same thing, and a forecast beside its outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from indicators.claims.checks.base_and_target import published_figure
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.evidence.store_evidence import PublishedFigure
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import Check, CheckContext
from indicators.exchange import RateKind
from indicators.model.formatting import format_quantity
from indicators.model.panel import format_observation
from indicators.model.periods import TimePeriod
from indicators.model.units import parse_unit

__all__ = ["FORECAST_AND_OUTCOME", "MILLION_OR_BILLION", "RIVALS"]

_REVISED: Final = Decimal("0.1")  # a level may be revised, or drawn a little wider, by a tenth
_REVISED_POINTS: Final = Decimal("1.5")
_KNOWN_AFTER: Final = timedelta(days=365)
_YEARS_NEAR: Final = 5
_LEVELS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)


def _rivals(case: CheckContext) -> Iterator[Finding]:
    for claim in _known(case):
        if claim.is_forecast or _scale_off(case, claim):
            continue
        period, how = case.period_of(claim)
        others = _of_unit(case.known.published(claim.indicator or "", claim.areas, period), claim) if period else []
        others = [other for other in others if not other.is_forecast]
        if others:
            yield _beside(case, claim, others, how)
        elif kin := _kin(case, claim, period):
            yield _beside_kin(case, claim, kin)


def _known(case: CheckContext) -> Iterator[Claim]:
    for claim in case.claims:
        sure = case.is_named(claim) and claim.id not in case.earlier
        if sure and claim.areas and not claim.restates:
            yield claim


def _of_unit(others: Sequence[PublishedFigure], claim: Claim) -> list[PublishedFigure]:
    both_percent = claim.unit.startswith("%")
    return [o for o in others if o.unit == claim.unit or (both_percent and o.unit.startswith("%"))]


def _beside(case: CheckContext, claim: Claim, others: list[PublishedFigure], how: str) -> Finding:
    fitting = [other for other in others if other.interval.overlaps(claim.interval)]
    chain = (Figure.of(claim), *(published_figure(other, fits=other in fitting) for other in others))
    named = _named(fitting or others)
    if fitting:
        rest = [other for other in others if other not in fitting]
        also = f"; others have {_named(rest)}" if rest else ""
        return Finding(NAME, Verdict.CONSISTENT, f"so has {named}{also}", (claim.id,), chain, how)
    day = case.day_of(claim)
    apart = _apart(claim, others)
    if not any(_was_known(other, day) for other in others):
        reason = f"what others have, {named}, came out after the day of printing"
        return Finding(NAME, Verdict.UNCHECKED, reason, (claim.id,), chain, how)
    if apart is not None and apart <= (_REVISED_POINTS if claim.unit.startswith("%") else _REVISED):
        reason = f"others have {named}; a difference that revisions and definitions often make"
        return Finding(NAME, Verdict.UNCHECKED, reason, (claim.id,), chain, how)
    return Finding(NAME, Verdict.INCONSISTENT, f"others have {named}", (claim.id,), chain, how)


def _named(others: Sequence[PublishedFigure]) -> str:
    return ", ".join(dict.fromkeys(f"{format_observation(other.row)} ({other.by_edition})" for other in others))


def _was_known(other: PublishedFigure, day: date | None) -> bool:
    return day is None or other.vintage <= day or other.period.last + _KNOWN_AFTER <= day


def _apart(claim: Claim, others: Sequence[PublishedFigure]) -> Decimal | None:
    """How far the nearest figure of others is: in points of percentages, else as a part of it."""
    gaps = [_gap(claim.interval, other.interval) for other in others]
    if any(gap is None for gap in gaps):
        return None
    points = claim.unit.startswith("%")
    relative = [
        gap / (1 if points else max(abs(other.value), Decimal(1)))
        for gap, other in zip(gaps, others, strict=True)
        if gap is not None
    ]
    return min(relative, default=None)


def _gap(one: Interval, two: Interval) -> Decimal | None:
    if one.overlaps(two):
        return Decimal(0)
    low, high = (one, two) if one.high is not None and two.low is not None and one.high < two.low else (two, one)
    return None if low.high is None or high.low is None else high.low - low.high


def _kin(case: CheckContext, claim: Claim, period: TimePeriod | None) -> list[PublishedFigure]:
    """Figures of nearly the same thing by another definition: of the same period where there are any, else newest."""
    meant = case.indicator(claim)
    found: list[PublishedFigure] = []
    for id in meant.compare_with if meant is not None else ():
        figures = [o for o in _of_unit(case.known.published(id, claim.areas), claim) if not o.is_forecast]
        same = [other for other in figures if other.period == period]
        found += same or sorted(figures, key=lambda other: other.period)[-2:]
    return found


def _beside_kin(case: CheckContext, claim: Claim, kin: list[PublishedFigure]) -> Finding:
    fitting = [other for other in kin if other.interval.overlaps(claim.interval)]
    chain = (Figure.of(claim), *(published_figure(other) for other in kin))
    meant = case.known.catalogue.find_indicator(kin[0].indicator)
    low, high = (choose(kin, key=lambda other: other.value) for choose in (min, max))
    ends = dict.fromkeys(format_observation(other.row) for other in (low, high))
    editions = dict.fromkeys(other.by_edition for other in (low, high) if other.edition)
    of_edition = f" ({', '.join(editions)})" if editions else ""
    reason = f"nobody else has just this; of “{meant.name}” others have {' to '.join(ends)}{of_edition}"
    verdict = Verdict.CONSISTENT if fitting and fitting[0].period == claim.period else Verdict.UNCHECKED
    note = f"Not to be confused: {meant.not_to_confuse}" if meant.not_to_confuse else ""
    brief = (
        f"Others: {', '.join(format_observation(o.row).partition(' of ')[0] for o in (low, high))}, not quite the same"
    )
    return Finding(NAME, verdict, reason, (claim.id,), chain, note, brief)


def _forecasts(case: CheckContext) -> Iterator[Finding]:
    for claim in _known(case):
        day = case.day_of(claim)
        if not claim.is_forecast or claim.period is None:
            continue
        found = case.known.published(claim.indicator or "", claim.areas, claim.period)
        outcomes = [other for other in _of_unit(found, claim) if not other.is_forecast]
        if not outcomes:
            continue
        fitting = [other for other in outcomes if other.interval.overlaps(claim.interval)]
        chain = (Figure.of(claim, "the forecast"), *(published_figure(o, fits=o in fitting) for o in outcomes))
        named = _named(fitting or outcomes)
        if fitting:
            yield Finding(OUTCOME_NAME, Verdict.CONSISTENT, f"the outcome was {named}", (claim.id,), chain)
        elif day is None or all(other.vintage > day or other.period.last >= day for other in outcomes):
            reason = f"its date: a forecast; the outcome, {named}, came out later"
            yield Finding(OUTCOME_NAME, Verdict.EXPLAINED, reason, (claim.id,), chain)
        else:
            reason = f"the outcome, {named}, was known before the day of printing"
            yield Finding(OUTCOME_NAME, Verdict.INCONSISTENT, reason, (claim.id,), chain)


def _millions(case: CheckContext) -> Iterator[Finding]:
    for claim in _known(case):
        found = _scale_off(case, claim)
        if found is not None:
            other, power = found
            word = "larger" if power > 0 else "smaller"
            times = f"{Decimal(10) ** abs(power):,f}"
            should = format_quantity(claim.plain_value.scaleb(-power), claim.unit, digits=4)
            figure = format_observation(other.row)
            reason = f"some {times} times {word} than {figure} of {other.period.label} ({other.by_edition})"
            note = f"{should} would fit: million or billion?"
            chain = (Figure.of(claim), published_figure(other, fits=False))
            yield Finding(SCALE_NAME, Verdict.INCONSISTENT, reason, (claim.id,), chain, note)


def _scale_off(case: CheckContext, claim: Claim) -> tuple[PublishedFigure, int] | None:
    """The figure of its own history that a claim is out by 1,000 or a million against, and by which power of ten."""
    if claim.kind not in _LEVELS or claim.plain_value <= 0 or claim.is_forecast:
        return None
    period = case.period_of(claim)[0]
    if period is None:
        return None
    published = case.known.published(claim.indicator or "", claim.areas)
    history = [o for o in published if o.unit == claim.unit] or _in_money_of(case, claim, published)
    history = [o for o in history if o.value > 0 and not o.is_forecast and _as_long(o, period)]
    nearest = min(history, key=lambda o: (abs(o.period.year - period.year), -o.period.year), default=None)
    if nearest is None or abs(nearest.period.year - period.year) > _YEARS_NEAR:
        return None
    ratio = claim.plain_value / nearest.value
    most = Decimal("1.8") if nearest.period.year == period.year else Decimal("2.5")
    for power in (3, 6, 4, -3, -6, -4):  # 4: 亿 for 万亿
        if 1 / most < ratio.scaleb(-power) < most:
            return nearest, power
    return None


def _in_money_of(case: CheckContext, claim: Claim, published: Sequence[PublishedFigure]) -> list[PublishedFigure]:
    """Sums in another money than a claim's, in the claim's, each at the average of its year."""
    wanted, given = parse_unit(claim.unit), {parse_unit(other.unit).currency for other in published}
    source = given.pop() if len(given) == 1 else None
    if source is None or wanted.currency is None or wanted.text != wanted.currency:
        return []
    sums = [other for other in published if other.unit == source]
    rates = case.known.rates(wanted.currency, source, RateKind.AVERAGE, [other.period for other in sums])
    by_period = {rate.period: rate.value for rate in rates}
    return [replace(o, value=o.value * by_period[o.period]) for o in sums if o.period in by_period]


def _as_long(other: PublishedFigure, period: TimePeriod) -> bool:
    """Whether two periods are about as long, so that a month is not held against a year."""
    lengths = [(p.last - p.first).days + 1 for p in (other.period, period)]
    return max(lengths) < 2 * min(lengths)


NAME: Final = "rivals"
OUTCOME_NAME: Final = "forecast against outcome"
SCALE_NAME: Final = "million or billion"
RIVALS: Final = Check(
    NAME,
    "A claim is held against what others published for the same thing, place and time. It is inconsistent only when "
    "it lies further from all of them than revisions usually move a figure (a tenth; of percentages 1.5 points).",
    _rivals,
)
FORECAST_AND_OUTCOME: Final = Check(
    OUTCOME_NAME,
    "A forecast is held against its outcome once that is known; an outcome of after the day of printing is no fault.",
    _forecasts,
)
MILLION_OR_BILLION: Final = Check(
    SCALE_NAME,
    "A figure a thousand or a million times as large or small as its own history has the wrong word of scale.",
    _millions,
)
