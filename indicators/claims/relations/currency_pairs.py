"""Sums that say a sum again in other money: ``24 trillion rubles (approx. $287 billion)``, ``158,9 млрд долларов``."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Final

from indicators.claims.claim import Claim, ClaimKind, Place
from indicators.claims.wording import describe_claim
from indicators.language.languages import join_pattern

__all__ = ["link_currency_pairs"]

# Between the two stands a bracket, or a word that says that the second is the first again.
_AGAIN: Final = re.compile(
    rf"\s*(?:\(\s*(?:{join_pattern('again_in_brackets')})?|[,，]?\s*(?:{join_pattern('again')}))\s*", re.IGNORECASE
)


def link_currency_pairs(view: str, claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims with the pairs tied together, and each with the sentence that says how it was understood."""
    again: dict[str, str] = {}
    for first, second in itertools.pairwise(claims):
        if _is_pair(view, first, second):
            again[second.id] = again.get(first.id, first.id)
    restated: dict[str, tuple[str, ...]] = {}
    for id, first_id in again.items():
        restated[first_id] = (*restated.get(first_id, ()), id)
    by_id = {claim.id: claim for claim in claims}
    return tuple(_with_links(claim, by_id.get(again.get(claim.id, "")), restated.get(claim.id, ())) for claim in claims)


def _is_pair(view: str, first: Claim, second: Claim) -> bool:
    if first.kind is not ClaimKind.AMOUNT or second.kind is not ClaimKind.AMOUNT or first.unit == second.unit:
        return False
    one, two = first.place, second.place
    if one is None or two is None or not _same_sentence(one, two) or one.end is None or two.start is None:
        return False
    return 0 < two.start - one.end < 40 and _AGAIN.fullmatch(view[one.end : two.start]) is not None


def _same_sentence(one: Place, two: Place) -> bool:
    return (one.heading, one.paragraph, one.sentence) == (two.heading, two.paragraph, two.sentence)


def _with_links(claim: Claim, first: Claim | None, restated_by: tuple[str, ...]) -> Claim:
    tied = replace(claim, restates=first.id if first is not None else "", restated_by=restated_by)
    if first is not None:
        inferred = tuple(dict.fromkeys((*tied.inferred, *(("period",) if "period" in first.inferred else ()))))
        tied = replace(
            tied, indicator=first.indicator, subject=first.subject, period=first.period, areas=first.areas,
            is_forecast=first.is_forecast, inferred=inferred, left_open=_merged(tied.left_open, first.left_open),
        )  # fmt: skip
    return replace(tied, understood=describe_claim(tied))


def _merged(own: tuple[str, ...], first: tuple[str, ...]) -> tuple[str, ...]:
    year = ("year",) if "year" in first else ()
    return tuple(dict.fromkeys((*year, *(name for name in own if name != "year"))))
