"""One figure given twice, differently: in the heading and below it, in two like sentences, or of one indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.intervals import Interval
from indicators.claims.relations.changes import is_year_before
from indicators.claims.relations.context import Check, CheckContext
from indicators.claims.relations.marked_sentences import Sentence
from indicators.claims.wording import format_claim
from indicators.language.languages import join_pattern, join_words
from indicators.model.observations import Qualifier

__all__ = ["GIVEN_TWICE"]

_KINDS: Final = (
    ClaimKind.AMOUNT,
    ClaimKind.COUNT,
    ClaimKind.QUANTITY,
    ClaimKind.SHARE,
    ClaimKind.RATE,
    ClaimKind.GROWTH,
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_SMALL: Final = join_words("small")
_TIME: Final = re.compile(rf"\d{{2,4}}|{join_pattern('time_in_sentence')}")
_BRACKET: Final = re.compile(r"⟦S(?P<words>\d+)⟧[^⟦⟧,;.]{0,40}[(（]⟦[SRG](?P<digits>\d+)⟧[)）]")
_ROUND, _ROUND_MORE = Decimal(5), Decimal(15)
_FEWEST: Final = 3
_MOST_SENTENCES: Final = 4000


def _given_twice(case: CheckContext) -> Iterator[Finding]:
    seen: set[frozenset[str]] = set()
    for one, two in _in_words_and_digits(case):
        if _is_off(one, two):
            chain = (Figure.of(one, "in words"), Figure.of(two, "in digits"))
            reason = f"in words it is {format_claim(one)}, in digits {format_claim(two)}"
            yield Finding(NAME, Verdict.INCONSISTENT, reason, (two.id, one.id), chain)
    for one, two in (*_of_one_indicator(case), *_of_like_words(case), *_of_the_heading(case)):
        ids = frozenset((one.id, two.id))
        if ids not in seen and _disagree(one, two):
            seen.add(ids)
            reason = f"{format_claim(one)} and {format_claim(two)} for the same thing"
            chain = (Figure.of(one, "said once"), Figure.of(two, "said again"))
            yield Finding(NAME, Verdict.INCONSISTENT, reason, (two.id, one.id), chain, _thousandfold(one, two))


def _in_words_and_digits(case: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """A share in words with its digits in brackets: "more than half of them (45%)"."""
    for sentence in case.sentences:
        for match in _BRACKET.finditer(sentence.words):
            one, two = (sentence.claims[int(match[name])] for name in ("words", "digits"))
            span = case.reading.document.words_at(one.place) if one.place else ""
            if not re.search(r"\d", span) and two.kind is not ClaimKind.POINTS:
                yield one, two


def _is_off(one: Claim, two: Claim) -> bool:
    """Whether a share in words, which is a round one, lies far from its digits, or on the wrong side of them."""
    value, given = one.plain_value, two.interval
    low, high = {
        Qualifier.MORE_THAN: (value, value + _ROUND_MORE), Qualifier.AT_LEAST: (value, Decimal(100)),
        Qualifier.LESS_THAN: (value - _ROUND_MORE, value), Qualifier.ALMOST: (value - _ROUND_MORE, value),
        Qualifier.UP_TO: (Decimal(0), value),
    }.get(one.qualifier or Qualifier.ABOUT, (value - _ROUND, value + _ROUND))  # fmt: skip
    return not Interval(low, high).overlaps(given)


def _thousandfold(one: Claim, two: Claim) -> str:
    if not one.plain_value or not two.plain_value:
        return ""
    ratio = abs(one.plain_value / two.plain_value)
    near = any(Decimal("0.8") < ratio.scaleb(power) < Decimal("1.25") for power in (3, -3))
    return "They differ by a factor of 1,000: million or billion?" if near else ""


def _disagree(one: Claim, two: Claim) -> bool:
    alike = one.kind is two.kind and one.unit == two.unit and one.counted[:4].casefold() == two.counted[:4].casefold()
    times = one.period == two.period or None in (one.period, two.period)
    places = one.areas == two.areas or not one.areas or not two.areas
    aside = one.restates or two.restates or one.is_forecast != two.is_forecast or one.said_by != two.said_by
    return alike and times and places and not aside and not one.interval.overlaps(two.interval)


def _of_one_indicator(case: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """Claims of one indicator, area and period; those tied as before and after are no repetition."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in case.claims:
        sure = claim.indicator and claim.areas and claim.period and "period" not in claim.inferred
        if sure and claim.kind in _KINDS and not claim.origin and claim.id not in case.earlier:
            key = (claim.indicator, claim.areas, claim.period, claim.unit, claim.denominator, claim.subject.casefold())
            groups.setdefault(key, []).append(claim)
    tied = {frozenset((change.before.id, change.after.id)) for change in case.changes}
    for group in groups.values():
        for one, two in combinations(group[:20], 2):
            if frozenset((one.id, two.id)) not in tied and not is_year_before(one, two):
                yield one, two


def _of_like_words(case: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """The only figures of their kind in two sentences that say the same with the same words right before them."""
    groups: dict[tuple[object, ...], list[tuple[Claim, frozenset[str]]]] = {}
    for sentence in case.sentences[:_MOST_SENTENCES]:
        times = frozenset(_TIME.findall(sentence.plain.casefold()))
        for claim in _alone(sentence):
            number = sentence.claims.index(claim) if claim in sentence.claims else -1
            before = re.split(rf"⟦[A-Z]{number}⟧", sentence.words)[0]
            if "⟦" not in before and len(words := _stems(re.split(r"[,;:—，；：]", before)[-1])) >= _FEWEST:
                groups.setdefault((tuple(sorted(words[-_FEWEST:])), claim.kind, claim.unit), []).append((claim, times))
    for group in groups.values():
        for (one, times), (two, others) in combinations(group[:5], 2):
            if times == others:
                yield one, two


def _of_the_heading(case: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """A figure of the heading, and the only one of its kind in a sentence that holds all the heading's words."""
    if not case.sentences or not (title := case.reading.document.title):
        return
    heading = case.sentences[0]
    if not set(_WORD.findall(heading.plain)) <= set(_WORD.findall(title)):
        return
    words = _words(heading)
    for claim in _alone(heading) if len(words) >= _FEWEST else ():
        others = [other for other in case.claims if other.unit == claim.unit and other.id != claim.id]
        if any(other.interval.overlaps(claim.interval) for other in others):
            continue
        for sentence in case.sentences[1:]:
            if words <= _words(sentence):
                yield from ((claim, other) for other in _alone(sentence))


def _alone(sentence: Sentence) -> list[Claim]:
    """The claims of a sentence that have no other of their unit beside them."""
    units = [claim.unit for claim in sentence.read if not claim.restates]
    kinds = [claim for claim in sentence.read if claim.kind in _KINDS and not claim.restates]
    return [claim for claim in kinds if units.count(claim.unit) == 1]


def _words(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence that carry its meaning, years and months among them."""
    return frozenset((*_stems(sentence.plain), *re.findall(r"\d{2,4}", sentence.plain)))


def _stems(text: str) -> tuple[str, ...]:
    """The beginnings of the words that carry the meaning, in order; of Chinese, pairs of characters."""
    plain = text.casefold()
    words = [word for word in _WORD.findall(plain) if word not in _SMALL]
    return tuple(part for word in words for part in (_HAN.findall(word) or [word[:5]]))


NAME: Final = "given twice"
GIVEN_TWICE: Final = Check(
    NAME,
    "The same thing said twice, with the same words, of the same place and time, has one figure.",
    _given_twice,
)
