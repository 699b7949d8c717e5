"""A figure given in two units of measure: ``30 miles (48 km)``, ``200 hectares, or 2 square kilometres``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from indicators.claims.checks import check_messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import Interval, are_worlds_apart
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import resolve_claim_id
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, compile_pattern
from indicators.model.observations import Qualifier
from indicators.model.units import find_factor, have_same_dimension

_TWICE: Final = PerLanguage(
    lambda known: re.compile(
        rf"⟦Q(?P<one>\d+)⟧(?: ?[(（]\s?(?:{known.alternatives('again_in_brackets')})?\s?"
        rf"|[,，—– ]{{1,3}}(?:{known.alternatives('again')}),?\s?|(?P<bare>，))⟦[QC](?P<two>\d+)⟧(?P<metres> m\b)?",
        re.IGNORECASE,
    )
)
_AGAIN: Final = compile_pattern("again")


_HARDLY: Final = Decimal("0.01")
"""As a share: within it, the figure was rounded, or converted from one with more digits."""


def check_conversions(context: CheckContext) -> Iterator[Finding]:
    """Compare a figure with the same figure in another unit of the same dimension."""
    for sentence in context.sentences:
        for match in _TWICE[sentence.language].finditer(sentence.words):
            one, two = (sentence.claims[int(match[name])] for name in ("one", "two"))
            if match["metres"] and two.kind is ClaimKind.COUNT:
                two = replace(two, kind=ClaimKind.QUANTITY, unit="metres")  # elsewhere *m* is a million
            is_again = not match["bare"] or _says_again(context, two, sentence.language)
            are_two = one.kind is two.kind is ClaimKind.QUANTITY and one.unit != two.unit
            if is_again and are_two and have_same_dimension(one.unit, two.unit):
                yield from _compare(one, two)


def _says_again(context: CheckContext, claim: Claim, language: str) -> bool:
    """Whether the qualifier of a figure says that it is the one before again: 约合."""
    words = context.reading.document.words_at(claim.place) if claim.place else ""
    return _AGAIN[language].match(words) is not None


def _compare(one: Claim, two: Claim) -> Iterator[Finding]:
    factor = Decimal(repr(find_factor(one.unit, two.unit)))
    implied = derive_figure(
        one.interval * Interval.exactly(factor), two.unit, label=check_messages.LABEL_CONVERTED,
        best=one.plain_value * factor, made_of=format_claim(one),
    )  # fmt: skip
    if are_worlds_apart(one.plain_value * factor, two.plain_value):
        return  # two measures of a thing: "300 metres (20 hectares)"
    if abs(one.plain_value * factor - two.plain_value) < _HARDLY * abs(two.plain_value):
        return  # converted from a figure with more digits
    is_other_ounce = "troy ounces" in (one.unit, two.unit)  # unless of gold, an ounce is a sixteenth of a pound
    fits = (_widen(one) * Interval.exactly(factor)).overlaps(_widen(two))
    if is_other_ounce and not fits:
        return
    message = check_messages.CONVERSION_IS if fits else check_messages.CONVERSION_IS_NOT
    reason = message.format(one=format_claim(one), two=implied.text, stated=format_claim(two))
    chain = (Figure.from_claim(one), Figure.from_claim(two), implied)
    ids = tuple(filter(resolve_claim_id, (two.id, one.id)))
    yield Finding(Verdict.judge(fits=fits), reason, ids, chain)


def _widen(claim: Claim) -> Interval:
    """What a figure can mean where both are roughly converted: 100 miles are 160 km, and 30 miles 50 km."""
    if claim.lower is not None or claim.qualifier is not None:
        return claim.interval
    about = Interval.from_printed(claim.value, qualifier=Qualifier.ABOUT).scale(claim.multiplier)
    return about.span(claim.interval)
