"""Facts that a text leaves out: the year of a figure, the forecaster, the base of a share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.relations.context import CheckContext
from indicators.language.languages import compile_pattern, tag_sentence
from indicators.language.lexicon import Role

_KINDS_WITH_YEAR: Final = (
    ClaimKind.AMOUNT, ClaimKind.GROWTH, ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.MULTIPLE
)  # fmt: skip
_GROUPS: Final = frozenset(
    "persons companies countries households students dwellings vehicles shops agreements transactions jobs "
    "units".split()
)
_GROUP_AHEAD: Final = compile_pattern("group_ahead")
_NEAR: Final = 16  # characters
_STEM: Final = 4  # letters
_RATIO_BASE: Final = compile_pattern("ratio_base")
_COUNTED_OR_VALUED: Final = compile_pattern("counted_or_valued")
_MISREAD: Final = 1000  # per cent: "in 202450% of us" lost the gap between a year and a share


def check_year(context: CheckContext) -> Iterator[Finding]:
    """Find figures without a year; a published figure of the same value explains them."""
    for claim in context.claims:
        is_missing = claim.period is None or "year" in claim.left_open
        if not is_missing or claim.kind not in _KINDS_WITH_YEAR or claim.restates or claim.id in context.earlier:
            continue
        if same := context.find_same_figure(claim):
            reason = messages.SAME_FIGURE_PUBLISHED.format(publisher=same.by_edition, year=same.period.label)
            chain = (Figure.from_claim(claim), same.to_figure(fits=True))
            yield Finding(Verdict.EXPLAINED, reason, (claim.id,), chain)
        else:
            yield _report(claim, messages.YEAR_NOT_STATED)


def check_forecaster(context: CheckContext) -> Iterator[Finding]:
    """Find forecasts without a forecaster."""
    for claim in context.claims:
        if claim.is_forecast and "issuer" in claim.left_open:
            yield _report(claim, messages.FORECASTER_NOT_NAMED)


def check_share_base(context: CheckContext) -> Iterator[Finding]:
    """Find shares without a base, shares of a base that may be counted or valued, and shares over 100%."""
    for claim in context.claims:
        if claim.kind is not ClaimKind.SHARE:
            continue
        is_over = claim.interval.low is not None and 100 < claim.interval.low < _MISREAD
        if is_over and _names_base_behind(context, claim) and _is_of_a_group(claim, context.language):
            yield _report(claim, messages.SHARE_OVER_100, verdict=Verdict.INCONSISTENT)
        elif "denominator" in claim.left_open or not claim.denominator:
            yield _report(claim, messages.BASE_NOT_STATED)
        elif _COUNTED_OR_VALUED[context.language].search(claim.denominator):
            indicator = context.find_indicator(claim)
            base = "" if indicator is None else indicator.denominator
            note = messages.BASE_OF_INDICATOR.format(base=base) if base else ""
            yield _report(claim, messages.COUNTED_OR_VALUED.format(base=claim.denominator), note=note)


def _names_base_behind(context: CheckContext, claim: Claim) -> bool:
    """Whether a share is of what is named right behind it or as a group: ``120% of us``, ``of all of us, 120%``."""
    sentence = context.find_sentence(claim)
    if sentence is None:
        return False
    ahead, behind = re.split(rf"⟦S{sentence.claims.index(claim)}⟧", sentence.words)
    if _GROUP_AHEAD[context.language].search(ahead):
        return True
    return claim.denominator is not None and claim.denominator[:_STEM].casefold() in behind[:_NEAR].casefold()


def _is_of_a_group(claim: Claim, language: str) -> bool:
    """Whether a share is of persons or things, of which there can't be more than all; of an income there can."""
    if not claim.denominator:
        return False
    marked = tag_sentence(claim.denominator, language)
    things = [found for found in marked.within(0, len(marked), Role.THING) if found.value in _GROUPS]
    return bool(things) and not _RATIO_BASE[language].search(claim.denominator)


def _report(claim: Claim, reason: str, *, verdict: Verdict = Verdict.UNCHECKED, note: str = "") -> Finding:
    return Finding(verdict, reason, (claim.id,), (Figure.from_claim(claim),), note)
