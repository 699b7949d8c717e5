"""A claim compared with what others published for the same indicator, place and period, or for a similar one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from indicators.claims import messages
from indicators.claims.checks.scale import find_scale_error
from indicators.claims.claim import Claim
from indicators.claims.evidence.store_evidence import PublishedFigure, cite_published
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import CheckContext, keep_same_unit
from indicators.claims.wording import format_claim
from indicators.language.languages import compile_pattern
from indicators.model.periods import Frequency, TimePeriod

__all__ = ["check_published_figures"]

_REVISED: Final = Decimal("0.1"), Decimal("0.2")
"""How far revisions and definitions move a level that the writer could know, and one published later."""
_REVISED_POINTS: Final = Decimal("1.5"), Decimal(3)
_REVISED_LARGE: Final = Decimal("0.05")
_REVISED_GROWTH: Final = Decimal(3), Decimal(6)
_REVISED_OF: Final = {
    "population": (Decimal("0.06"), Decimal("0.06")),
    "gdp-growth": (Decimal("1.75"), Decimal("2.8")),  # China 2007: 11.4%, then 14.2%
    "general-government-balance": (Decimal(2), Decimal(4)),
    "policy-rate": (Decimal("1.5"), Decimal("1.5")),
    "unemployment": (Decimal("2.75"), Decimal(3)),  # who is registered and who looks for work
}
"""The same for indicators that are revised less, or that offices define in different ways."""
_DEFINED_BY_COUNTRY: Final = {"general-government-debt": Decimal("0.2")}
"""How much publishers differ, of a figure, on what belongs to it."""
_BESIDE: Final = 30  # characters beside a figure
_END_OF_YEAR: Final = compile_pattern("end_of_year")
_KNOWN_AFTER: Final = timedelta(days=365)


def check_published_figures(context: CheckContext) -> Iterator[Finding]:
    """Compare claims with the figures of others; forecasts and errors of scale are other checks'."""
    for claim in context.list_comparable():
        if claim.is_forecast or find_scale_error(context, claim):
            continue
        period, note = context.find_period(claim)
        others = keep_same_unit(context.find_published(claim, period), claim) if period else []
        if others:
            yield _compare(context, claim, others, note)
        elif kin := _find_kin(context, claim, period):
            yield _show_kin(context, claim, kin)


def _compare(context: CheckContext, claim: Claim, others: list[PublishedFigure], note: str) -> Finding:
    stated = context.read_interval(claim)
    fitting = [other for other in others if other.interval.overlaps(stated)]
    rest = [other for other in others if other not in fitting]
    chain = (Figure.from_claim(claim), *(other.to_figure(fits=other in fitting) for other in others))
    day = context.find_publication_day(claim)
    is_known = any(
        day is None or other.vintage <= day or other.period.last + _KNOWN_AFTER <= day for other in others
    )  # fmt: skip
    if fitting:
        verdict = Verdict.CONSISTENT
        message = messages.PUBLISHED_MATCHES_SOME if rest else messages.PUBLISHED_MATCHES
    elif not is_known and not _is_far(context, claim, others):
        verdict, message = Verdict.EXPLAINED, messages.PUBLISHED_LATER
    elif _is_near(stated, claim, others, later=day is None):  # of an undated text, which may be older than a revision
        verdict, message = Verdict.UNCHECKED, messages.PUBLISHED_NEAR
    elif _is_of_a_month(context, claim):
        verdict, message = Verdict.UNCHECKED, messages.PUBLISHED_FOR_YEAR
    elif "year" in claim.left_open and "period" in claim.inferred:
        verdict, message = Verdict.UNCHECKED, messages.PUBLISHED_FOR_INFERRED_YEAR
    elif kin := _find_fitting_kin(context, claim, others[0].period):
        return _explain_definition(context, claim, chain, kin)
    else:
        verdict, message = Verdict.INCONSISTENT, messages.PUBLISHED_DIFFERS
    reason = message.format(
        published=cite_published(fitting or others), others=cite_published(rest), period=others[0].period.label,
        stated=format_claim(claim),
    )  # fmt: skip
    return Finding(verdict, reason, (claim.id,), chain, note)


def _is_of_a_month(context: CheckContext, claim: Claim) -> bool:
    """Whether a rate of a year may be that of its last month: ``in 1998 inflation reached 84.4% by December``."""
    text, place = context.reading.document.text, claim.place
    is_yearly = claim.period is not None and claim.period.frequency is Frequency.ANNUAL
    if not is_yearly or not claim.unit.startswith("%") or place is None or place.start is None or place.end is None:
        return False
    around = text[max(0, place.start - _BESIDE) : place.start] + " " + text[place.end : place.end + _BESIDE]
    return _END_OF_YEAR[context.language].search(around) is not None


def _is_far(context: CheckContext, claim: Claim, others: Sequence[PublishedFigure]) -> bool:
    """Whether a figure of a period that was over is so far from those published later that no revision explains it."""
    day = context.find_publication_day(claim)
    is_over = day is not None and all(other.period.last < day for other in others)
    stated = context.read_interval(claim)
    return is_over and "period" not in claim.inferred and not _is_near(stated, claim, others, later=True)


def _is_near(stated: Interval, claim: Claim, others: Sequence[PublishedFigure], *, later: bool = False) -> bool:
    """Whether the nearest of the figures differs by no more than revisions usually do."""
    is_percent = claim.unit.startswith("%")
    gaps = [_measure_gap(stated, other.interval) for other in others]
    usual = _REVISED if not is_percent else _REVISED_GROWTH if "growth" in (claim.indicator or "") else _REVISED_POINTS
    known = [
        gap / (1 if is_percent else max(abs(other.value), Decimal(1)))
        for gap, other in zip(gaps, others, strict=True)
        if gap is not None
    ]
    limit = _REVISED_OF.get(claim.indicator or "", usual)[later]
    if usual is _REVISED_POINTS:  # a debt of 177% of GDP is revised by more points than one of 30%
        share = _DEFINED_BY_COUNTRY.get(claim.indicator or "", _REVISED_LARGE)
        limit = max(limit, share * max(abs(other.value) for other in others))
    return len(known) == len(gaps) and min(known) <= limit


def _measure_gap(one: Interval, two: Interval) -> Decimal | None:
    if one.overlaps(two):
        return Decimal(0)
    low, high = (one, two) if one.high is not None and two.low is not None and one.high < two.low else (two, one)
    return None if low.high is None or high.low is None else high.low - low.high


def _explain_definition(
    context: CheckContext, claim: Claim, chain: tuple[Figure, ...], kin: list[PublishedFigure]
) -> Finding:
    name = context.evidence.catalogue.find_indicator(kin[0].indicator).name
    reason = messages.PUBLISHED_OTHERWISE_DEFINED.format(indicator=name, figures=cite_published(kin))
    return Finding(Verdict.UNCHECKED, reason, (claim.id,), (*chain, *(one.to_figure(fits=True) for one in kin)))


def _find_fitting_kin(context: CheckContext, claim: Claim, period: TimePeriod) -> list[PublishedFigure]:
    """Figures of the same period that fit a claim, by another definition: inflation from December to December."""
    own, stated = context.find_indicator(claim), context.read_interval(claim)
    for id in own.compare_with if own is not None else ():
        figures = keep_same_unit(context.evidence.find_published(id, claim.areas, period), claim)
        if fitting := [figure for figure in figures if figure.interval.overlaps(stated)]:
            return fitting
    return []


def _find_kin(context: CheckContext, claim: Claim, period: TimePeriod | None) -> list[PublishedFigure]:
    """Figures of a similar measure: of the same period, or else the two newest."""
    indicator = context.find_indicator(claim)
    found: list[PublishedFigure] = []
    for id in indicator.compare_with if indicator is not None else ():
        figures = keep_same_unit(context.evidence.find_published(id, claim.areas), claim)
        same = [figure for figure in figures if figure.period == period]
        found += same or sorted(figures, key=lambda figure: figure.period)[-2:]
    return found


def _show_kin(context: CheckContext, claim: Claim, kin: list[PublishedFigure]) -> Finding:
    fitting = [other for other in kin if other.interval.overlaps(claim.interval)]
    indicator = context.evidence.catalogue.find_indicator(kin[0].indicator)
    ends = (min(kin, key=lambda other: other.value), max(kin, key=lambda other: other.value))
    editions = dict.fromkeys(other.by_edition for other in ends if other.edition)
    reason = (messages.PUBLISHED_KIN_OF if editions else messages.PUBLISHED_KIN).format(
        indicator=indicator.name, figures=_format_ends([other.text for other in ends]), edition=", ".join(editions)
    )
    verdict = Verdict.CONSISTENT if fitting and fitting[0].period == claim.period else Verdict.UNCHECKED
    note = messages.SIMILAR_NOT_SAME.format(other=indicator.not_to_confuse) if indicator.not_to_confuse else ""
    brief = messages.BRIEF_KIN.format(figures=_format_ends([other.text.partition(" of ")[0] for other in ends]))
    chain = (Figure.from_claim(claim), *(other.to_figure() for other in kin))
    return Finding(verdict, reason, (claim.id,), chain, note, brief)


def _format_ends(texts: Sequence[str]) -> str:
    low, high = texts
    return low if low == high else messages.FROM_TO.format(low=low, high=high)
