"""What a text leaves open: of which year a figure is, and whose forecast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from indicators.claims.checks.base_and_target import published_figure
from indicators.claims.claim import ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.relations.context import Check, CheckContext

__all__ = ["ISSUER_OPEN", "YEAR_OPEN"]

_OF_A_YEAR: Final = (ClaimKind.AMOUNT, ClaimKind.GROWTH, ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.MULTIPLE)


def _years_open(case: CheckContext) -> Iterator[Finding]:
    for claim in case.claims:
        is_open = claim.period is None or "year" in claim.left_open
        if not is_open or claim.kind not in _OF_A_YEAR or claim.restates:
            continue
        if same := case.same_elsewhere(claim):
            reason = f"{same.by_edition}, who has the same figure for {same.period.label}; the text names no year"
            chain = (Figure.of(claim), published_figure(same, fits=True))
            yield Finding(YEAR_NAME, Verdict.EXPLAINED, reason, (claim.id,), chain)
        else:
            yield Finding(YEAR_NAME, Verdict.UNCHECKED, "the year is not said", (claim.id,), (Figure.of(claim),))


def _issuers_open(case: CheckContext) -> Iterator[Finding]:
    for claim in case.claims:
        if claim.is_forecast and "issuer" in claim.left_open:
            reason = "whose forecast it is is not said"
            yield Finding(ISSUER_NAME, Verdict.UNCHECKED, reason, (claim.id,), (Figure.of(claim),))


YEAR_NAME: Final = "year open"
ISSUER_NAME: Final = "issuer open"
YEAR_OPEN: Final = Check(
    YEAR_NAME, "A sum, a growth or a share without its year cannot be held against another.", _years_open
)
ISSUER_OPEN: Final = Check(ISSUER_NAME, "A forecast has an issuer, or nobody can be held to it.", _issuers_open)
