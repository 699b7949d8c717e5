"""Shares: of what, whether parts stay within their whole, and whether a part is the share it is said to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import Check, CheckContext
from indicators.claims.relations.parts_and_wholes import (
    PartOfWhole,
    Shares,
    Total,
    find_parts,
    find_parts_of_previous,
    find_shares,
    find_totals,
)
from indicators.claims.wording import format_claim
from indicators.language.languages import compile_pattern

__all__ = ["PARTS_AND_WHOLE", "SHARE_OF_WHAT"]

_HUNDRED: Final = Interval.exactly(100)
_COUNTED_OR_VALUED: Final = compile_pattern("counted_or_valued")


def _parts_and_wholes(case: CheckContext) -> Iterator[Finding]:
    for number, sentence in enumerate(case.sentences):
        told = list(find_totals(sentence))
        inside = {part.id for total in told for part in total.parts}
        yield from (_of_total(total) for total in told)
        parts = list(find_parts(sentence))
        if not parts and number:
            parts = list(find_parts_of_previous(case.sentences[number - 1], sentence))
        for part in parts:
            if part.share is not None or part.part.id not in inside:
                yield from _of_part(part)
        yield from (_of_shares(shares) for shares in find_shares(sentence))


def _of_part(told: PartOfWhole) -> Iterator[Finding]:
    part, whole = _as_counted(told.part), _as_counted(told.whole)
    chain = [Figure.of(told.part, "the part"), Figure.of(told.whole, "the whole")]
    ids = (told.part.id, told.whole.id)
    if told.share is None:
        if whole.high is not None and part.low is not None and part.low > whole.high:
            reason = f"{format_claim(told.part)} cannot be a part of {format_claim(told.whole)}"
            yield Finding(NAME, Verdict.INCONSISTENT, reason, ids, tuple(chain))
        return
    if whole.low is None or whole.low <= 0 or told.whole.plain_value <= 0:
        return
    best = told.part.plain_value / told.whole.plain_value * 100
    share = derive_figure(
        part / whole * _HUNDRED, "%", label="the part of the whole", best=best,
        made_of=f"{format_claim(told.part)} / {format_claim(told.whole)}",
    )  # fmt: skip
    fits = share.interval is not None and share.interval.overlaps(told.share.interval)
    chain += [Figure.of(told.share, "the share as it is said"), share]
    reason = f"the part is {share.text} of the whole" + ("" if fits else f", not {format_claim(told.share)}")
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    yield Finding(NAME, verdict, reason, (told.share.id, *ids), tuple(chain))


def _as_counted(claim: Claim) -> Interval:
    """What a count can be: from a thousand on a round one may have been rounded, though not by more than a fortieth."""
    value = claim.plain_value
    if claim.kind is not ClaimKind.COUNT or claim.qualifier or claim.multiplier or claim.lower is not None:
        return claim.interval
    zeros = int(value.normalize().as_tuple().exponent) if value >= 1000 else 0
    if zeros < 2:
        return claim.interval
    by = min(Decimal(10) ** zeros / 2, value / 40)
    return Interval(value - by, value + by).hull(claim.interval)


def _of_total(told: Total) -> Finding:
    together = _sum(_as_counted(part) for part in told.parts)
    best = sum((part.plain_value for part in told.parts), Decimal(0))
    parts = [format_claim(part) for part in told.parts]
    figure = derive_figure(
        together, told.total.unit, label="the parts together", made_of=" + ".join(parts), best=best
    )  # fmt: skip
    chain = (*(Figure.of(part, "a part") for part in told.parts), Figure.of(told.total, "the total"), figure)
    total = _as_counted(told.total)
    over = together.low is not None and total.high is not None and together.low >= total.high
    fits = not over and (not told.is_whole or _meet(together, total))
    reason = f"the parts come to {figure.text}" + ("" if fits else f", not to {format_claim(told.total)}")
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    return Finding(NAME, verdict, reason, (told.total.id, *(part.id for part in told.parts)), chain)


def _meet(one: Interval, two: Interval) -> bool:
    """Whether two intervals have more in common than one end, at which every part would have to be rounded furthest."""
    common = one.intersection(two)
    return common is not None and (common.low is None or common.low != common.high)


def _of_shares(told: Shares) -> Finding:
    together = _sum(share.interval for share in told.shares)
    best = sum((share.plain_value for share in told.shares), Decimal(0))
    figure = derive_figure(together, "%", label="the shares together", best=best)
    over = together.low is not None and together.low > 100
    fits = not over and (not told.is_whole or Decimal(100) in together)
    reason = f"the shares come to {figure.text}" + ("" if fits else ", which is not a whole")
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    chain = (*(Figure.of(share, "a share") for share in told.shares), figure)
    return Finding(NAME, verdict, reason, tuple(share.id for share in told.shares), chain)


def _sum(intervals: Iterable[Interval]) -> Interval:
    return reduce(add, intervals)


def _shares_of_what(case: CheckContext) -> Iterator[Finding]:
    for claim in case.claims:
        if claim.kind is not ClaimKind.SHARE:
            continue
        is_ratio = claim.unit == "% of GDP"  # debt, or trade, may be more than what is produced in a year
        if claim.plain_value > 100 and not is_ratio and claim.interval.low is not None and claim.interval.low > 100:
            reason = "a part is no more than its whole; as a ratio it could be"
            yield Finding(OF_WHAT_NAME, Verdict.INCONSISTENT, reason, (claim.id,), (Figure.of(claim),))
        elif "denominator" in claim.left_open or not claim.denominator:
            reason = "a share of what is not said"
            yield Finding(OF_WHAT_NAME, Verdict.UNCHECKED, reason, (claim.id,), (Figure.of(claim),))
        elif _COUNTED_OR_VALUED.search(claim.denominator):
            reason = f"whether {claim.denominator} are counted or valued is not said"
            yield Finding(
                OF_WHAT_NAME, Verdict.UNCHECKED, reason, (claim.id,), (Figure.of(claim),), _of_which(case, claim)
            )


def _of_which(case: CheckContext, claim: Claim) -> str:
    meant = case.indicator(claim)
    return f"A share of: {meant.denominator}." if meant is not None and meant.denominator else ""


NAME: Final = "parts and whole"
OF_WHAT_NAME: Final = "share of what"
PARTS_AND_WHOLE: Final = Check(
    NAME,
    "A part divided by its whole is held against the share it is said to be; parts against their total; shares of one "
    "whole against 100%. Nothing is said of groups that may overlap.",
    _parts_and_wholes,
)
SHARE_OF_WHAT: Final = Check(
    OF_WHAT_NAME,
    "A share says of what it is one, and whether that is counted or valued; else it cannot be held against another.",
    _shares_of_what,
)
