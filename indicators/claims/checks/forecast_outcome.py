"""A forecast compared with the actual value."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.claims import messages
from indicators.claims.evidence.store_evidence import cite_published
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.relations.context import CheckContext, keep_same_unit
from indicators.claims.relations.published_comparison import is_explained


def check_forecast_outcome(context: CheckContext) -> Iterator[Finding]:
    """Compare forecasts with actual values; one published after the text doesn't count against it."""
    for claim in context.list_comparable():
        if not claim.is_forecast or claim.period is None:
            continue
        day = context.find_publication_day(claim)
        published = keep_same_unit(context.find_published(claim, claim.period), claim)
        outcomes = [figure for figure in published if not figure.is_forecast]
        if not outcomes:
            continue
        fitting = [other for other in outcomes if other.interval.overlaps(context.read_interval(claim))]
        if fitting:
            verdict, message = Verdict.CONSISTENT, messages.OUTCOME_MATCHES
        elif day is None or all(other.vintage > day or other.period.last >= day for other in outcomes):
            verdict, message = Verdict.EXPLAINED, messages.OUTCOME_LATER
        elif is_explained(context, claim, claim.period):
            verdict, message = Verdict.UNCHECKED, messages.OUTCOME_NEAR
        else:
            verdict, message = Verdict.INCONSISTENT, messages.OUTCOME_KNOWN
        figures = (other.to_figure(fits=other in fitting) for other in outcomes)
        chain = (Figure.from_claim(claim, messages.LABEL_FORECAST), *figures)
        yield Finding(verdict, message.format(published=cite_published(fitting or outcomes)), (claim.id,), chain)
