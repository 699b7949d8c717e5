"""A claim compared with what others published for the same indicator, place and period, or for a similar one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Final

from indicators.claims import messages
from indicators.claims.checks.scale import find_scale_error
from indicators.claims.claim import Claim
from indicators.claims.evidence.messages import (
    DEFINITION_AND_FIGURE,
    PUBLISHED_BY_ANOTHER_DEFINITION,
    PUBLISHED_EARLIER,
    PUBLISHED_FOR_INFERRED_AREA,
    PUBLISHED_OTHERWISE_DEFINED,
    PUBLISHED_PERHAPS_OTHERWISE,
)
from indicators.claims.evidence.store_evidence import PublishedFigure, cite_published
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.relations.context import CheckContext, keep_same_unit
from indicators.claims.relations.published_comparison import (
    Outcome,
    PublishedComparison,
    compare_with_published,
    prefetch_editions,
)
from indicators.claims.wording import format_claim
from indicators.language.languages import compile_pattern
from indicators.model.observations import Measure
from indicators.model.periods import TimePeriod

_IS_NOW: Final = compile_pattern("is_now")
_CLAUSE_MARK: Final = re.compile(r"[,;:，；：]")
_FAR: Final = Decimal("1.5")  # no population changes as much within the years that a text may mean
_KNOWN_AFTER: Final = timedelta(days=365)


def check_published_figures(context: CheckContext) -> Iterator[Finding]:
    """Compare claims with the figures of others; forecasts and errors of scale are other checks'."""
    claims = [
        (claim, *context.find_period(claim))
        for claim in context.list_comparable()
        if not claim.is_forecast and not find_scale_error(context, claim)
    ]
    prefetch_editions(context, [(claim, period) for claim, period, _ in claims if period is not None])
    for claim, period, note in claims:
        comparison = compare_with_published(context, claim, period) if period is not None else None
        if comparison is not None and period is not None:
            yield _judge(context, claim, comparison, period, note)
        elif kin := _find_kin(context, claim, period):
            yield _show_kin(context, claim, kin)


def _judge(
    context: CheckContext, claim: Claim, comparison: PublishedComparison, period: TimePeriod, note: str
) -> Finding:
    newest, fitting = comparison.newest, comparison.fitting
    verdict, message = _find_verdict(context, claim, comparison, period)
    reason = message.format(
        published=cite_published(fitting if verdict is Verdict.CONSISTENT else newest), earlier=cite_published(fitting),
        others=cite_published(figure for figure in newest if figure not in fitting), figures=cite_published(fitting),
        period=period.label, stated=format_claim(claim), definition=_name_definition(context, comparison),
    )  # fmt: skip
    others = (other.to_figure(fits=True) for other in fitting if other not in newest)
    if name := _name_definition(context, comparison):
        others = (replace(one, label=DEFINITION_AND_FIGURE.format(definition=name, figure=one.label)) for one in others)
    figures = (other.to_figure(fits=other in fitting) for other in newest)
    chain = (Figure.from_claim(claim), *figures, *others)
    return Finding(verdict, reason, (claim.id,), chain, note, is_by_place=True)


def _find_verdict(
    context: CheckContext, claim: Claim, comparison: PublishedComparison, period: TimePeriod
) -> tuple[Verdict, str]:
    day = context.find_publication_day(claim)
    is_over, is_inferred = day is None or period.last < day, "period" in claim.inferred
    is_known = day is None or period.last + _KNOWN_AFTER <= day or any(one.vintage <= day for one in comparison.newest)
    match comparison.outcome:
        case Outcome.MATCHES:
            is_of_all = set(comparison.newest) <= set(comparison.fitting)
            return Verdict.CONSISTENT, messages.PUBLISHED_MATCHES if is_of_all else messages.PUBLISHED_MATCHES_SOME
        case Outcome.EARLIER:
            return Verdict.EXPLAINED, PUBLISHED_EARLIER
        case Outcome.OTHER_DEFINITION:
            return Verdict.UNCHECKED, PUBLISHED_OTHERWISE_DEFINED
        case Outcome.NEAR:
            return (
                (Verdict.UNCHECKED, messages.PUBLISHED_NEAR) if is_known
                else (Verdict.EXPLAINED, messages.PUBLISHED_LATER)
            )  # fmt: skip
        case Outcome.MAY_DIFFER:
            is_missing = comparison.is_named and not comparison.fitting
            message = PUBLISHED_BY_ANOTHER_DEFINITION if is_missing else PUBLISHED_PERHAPS_OTHERWISE
            return Verdict.UNCHECKED, message
    is_sure = "areas" not in claim.inferred and _is_far_stock(context, claim, comparison)
    if is_sure and (is_inferred or not is_over):
        return Verdict.INCONSISTENT, messages.PUBLISHED_DIFFERS
    if not is_over or (is_inferred and not is_known):
        return Verdict.EXPLAINED, messages.PUBLISHED_LATER
    if is_inferred and "year" in claim.left_open:
        return Verdict.UNCHECKED, messages.PUBLISHED_FOR_INFERRED_YEAR
    if "areas" in claim.inferred:
        return Verdict.UNCHECKED, PUBLISHED_FOR_INFERRED_AREA
    return Verdict.INCONSISTENT, messages.PUBLISHED_DIFFERS


def _is_far_stock(context: CheckContext, claim: Claim, comparison: PublishedComparison) -> bool:
    """Whether people are so many more or fewer than published that the year does not matter."""
    indicator = context.find_indicator(claim)
    is_slow = indicator is not None and indicator.measure is Measure.STOCK and claim.unit == "persons"
    is_slow = is_slow and context.has_name_in_subject(claim)  # not "Lagos, Nigeria's hub, home to 22 million people"
    is_slow = is_slow and _is_said_of_today(context, claim)  # not "was 350 million when he was born"
    ratios = [claim.plain_value / Decimal(str(one.value)) for one in comparison.newest if one.value]
    return is_slow and bool(ratios) and all(ratio > _FAR or ratio < 1 / _FAR for ratio in ratios)


def _is_said_of_today(context: CheckContext, claim: Claim) -> bool:
    """Whether the clause before a figure has a verb of the present: ``Brazil has a population of``."""
    sentence = context.find_sentence(claim)
    if sentence is None or claim not in sentence.claims:
        return False
    ahead = re.split(rf"⟦[A-Z]{sentence.claims.index(claim)}⟧", sentence.words)[0].rpartition("⟦")[2]
    return _IS_NOW[context.language].search(_CLAUSE_MARK.split(ahead)[-1]) is not None


def _name_definition(context: CheckContext, comparison: PublishedComparison) -> str:
    """What the other definition is called, by the table or else by the catalogue."""
    if comparison.definition is None:
        return ""
    indicators = comparison.definition.indicators
    return comparison.definition.name or context.evidence.catalogue.find_indicator(indicators[0]).name


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
