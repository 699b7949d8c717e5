"""One thing with two figures: in words and digits, in a heading and below it, or in two similar sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from indicators.claims import messages
from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.intervals import Interval
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.level_change import is_year_before
from indicators.claims.relations.marked_sentences import Sentence
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, compile_pattern
from indicators.model.observations import Qualifier

_KINDS: Final = (
    ClaimKind.AMOUNT,
    ClaimKind.COUNT,
    ClaimKind.QUANTITY,
    ClaimKind.SHARE,
    ClaimKind.RATE,
    ClaimKind.GROWTH,
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_TOKEN: Final = re.compile(r"\w+")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LISTED: Final = re.compile(r"(?:^|[.:;])\s*[-–—•*·▪]\s")  # rows of a list are of different things
_SMALL: Final = PerLanguage(lambda known: known.words.small | known.words.pronouns)
_PRONOUN: Final = PerLanguage(lambda known: re.compile(rf"{known.any_word('pronouns')}", re.IGNORECASE))
_WHERE: Final = PerLanguage(lambda known: known.words.where_in)
_TIME: Final = PerLanguage(lambda known: re.compile(rf"\d+|{known.alternatives('time_in_sentence')}"))
_BRACKET: Final = PerLanguage(
    lambda known: re.compile(
        r"⟦S(?P<words>\d+)⟧[^⟦⟧,;.，；。]{0,40}"
        rf"(?:[(（]|[,，—–] ?(?:{known.alternatives('or_share')}) ?)(?:{known.alternatives('about')})?"
        r"⟦[SRG](?P<digits>\d+)⟧(?=[)）,，.])",
        re.IGNORECASE,
    )
)
_TOTAL_PHRASE: Final = compile_pattern("total_phrase")
_OF_WHICH: Final = compile_pattern("of_which")
_NAMES_RATE: Final = compile_pattern("rate_name")
_WHICH: Final = PerLanguage(lambda known: re.compile(known.any_word("of_which"), re.IGNORECASE))
_SHARE_OF: Final = PerLanguage(
    lambda known: re.compile(rf"⟦[SX]\d+⟧ ?(?:{known.alternatives('of')})\b[^⟦⟧,;]{{0,12}}$", re.IGNORECASE)
)
_ROUND, _ROUND_MORE = Decimal("5.4"), Decimal(15)
_FEWEST: Final = 3
_PAIR: Final = 2
_MOST_SENTENCES: Final = 4000


def check_repeated_figures(context: CheckContext) -> Iterator[Finding]:
    """Find two different figures for the same thing, place and time."""
    for one, two in _find_words_and_digits(context):
        if _is_off(one, two):
            chain = (Figure.from_claim(one, messages.LABEL_IN_WORDS), Figure.from_claim(two, messages.LABEL_IN_DIGITS))
            reason = messages.WORDS_AND_DIGITS.format(words=format_claim(one), digits=format_claim(two))
            yield Finding(Verdict.INCONSISTENT, reason, (two.id, one.id), chain, is_by_place=True)
    seen: set[frozenset[str]] = set()
    for one, two in (
        *_pair_by_indicator(context),
        *_pair_by_words(context),
        *_pair_totals(context),
        *_pair_with_heading(context),
    ):
        ids = frozenset((one.id, two.id))
        if ids not in seen and _disagree(one, two):
            seen.add(ids)
            reason = messages.STATED_TWICE.format(first=format_claim(one), second=format_claim(two))
            chain = (
                Figure.from_claim(one, messages.LABEL_STATED_FIRST),
                Figure.from_claim(two, messages.LABEL_STATED_AGAIN),
            )
            note = messages.MILLION_OR_BILLION if _differ_by_thousand(one, two) else ""
            yield Finding(Verdict.INCONSISTENT, reason, (two.id, one.id), chain, note, is_by_place=True)


def _find_words_and_digits(context: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """A share in words with its digits in brackets: "more than half of them (45%)"."""
    for sentence in context.sentences:
        for match in _BRACKET[sentence.language].finditer(sentence.words):
            one, two = (sentence.claims[int(match[name])] for name in ("words", "digits"))
            if _NAMES_RATE[sentence.language].search(match[0]):
                continue  # "a fifth of the growth before (2.1%)"
            span = context.reading.document.words_at(one.place) if one.place else ""
            if not re.search(r"\d", span) and two.kind is not ClaimKind.POINTS:
                yield one, two


def _is_off(one: Claim, two: Claim) -> bool:
    """Whether a share in words, which is round, is far from its digits or on their wrong side."""
    value, given = one.plain_value, two.interval
    low, high = {
        Qualifier.MORE_THAN: (value, Decimal(100)), Qualifier.AT_LEAST: (value, Decimal(100)),
        Qualifier.LESS_THAN: (value - _ROUND_MORE, value), Qualifier.ALMOST: (value - _ROUND_MORE, value),
        Qualifier.UP_TO: (Decimal(0), value),
    }.get(one.qualifier or Qualifier.ABOUT, (value - _ROUND, value + _ROUND))  # fmt: skip
    return not Interval(low, high).overlaps(given)


def _differ_by_thousand(one: Claim, two: Claim) -> bool:
    if not one.plain_value or not two.plain_value:
        return False
    ratio = abs(one.plain_value / two.plain_value)
    return any(Decimal("0.8") < ratio.scaleb(power) < Decimal("1.25") for power in (3, -3))


def _disagree(one: Claim, two: Claim) -> bool:
    alike = one.kind is two.kind and one.unit == two.unit and one.counted[:4].casefold() == two.counted[:4].casefold()
    times = one.period == two.period or None in (one.period, two.period)
    places = one.areas == two.areas or not one.areas or not two.areas
    aside = one.restates or two.restates or one.is_forecast or two.is_forecast or one.said_by != two.said_by
    return alike and times and places and not aside and not one.interval.overlaps(two.interval)


def _pair_by_indicator(context: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """Claims of one indicator, area and period, except those that are before and after of a change."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    listed = {claim.id for one in context.sentences if _LISTED.search(one.words) for claim in one.read}
    for claim in context.claims:
        sure = claim.indicator and claim.areas and claim.period and "period" not in claim.inferred
        sure = sure and claim.id not in listed
        sure = sure and not _is_part_of_total(context, claim)
        if sure and claim.kind in _KINDS and not claim.origin and claim.id not in context.earlier:
            key = (claim.indicator, claim.areas, claim.period, claim.unit, claim.denominator, claim.subject.casefold())
            groups.setdefault(key, []).append(claim)
    tied = {frozenset((change.before.id, change.after.id)) for change in context.changes}
    for group in groups.values():
        for one, two in combinations(group[:20], 2):
            is_beside = one.place is not None and two.place is not None and one.place.locator == two.place.locator
            if frozenset((one.id, two.id)) not in tied and not is_beside and not is_year_before(one, two):
                yield one, two


def _is_part_of_total(context: CheckContext, claim: Claim) -> bool:
    """Whether a claim is what it is only within a total: ``58, of which 34 is external debt``."""
    sentence = context.find_sentence(claim)
    if sentence is None or claim not in sentence.claims:
        return False
    ahead = re.split(rf"⟦[A-Z]{sentence.claims.index(claim)}⟧", sentence.words)[0]
    return "⟦" in ahead and any(which[context.language].search(ahead) for which in (_OF_WHICH, _WHICH))


def _pair_by_words(context: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """The only figures of their kind in two sentences, after the same words."""
    groups: dict[tuple[object, ...], list[tuple[Claim, frozenset[str], tuple[str, ...]]]] = {}
    for sentence in context.sentences[:_MOST_SENTENCES]:
        times = frozenset(_TIME[sentence.language].findall(sentence.plain.casefold()))
        for claim in _list_alone(sentence) if not _LISTED.search(sentence.words) else ():
            number = sentence.claims.index(claim) if claim in sentence.claims else -1
            before = re.split(rf"⟦[A-Z]{number}⟧", sentence.words)[0]
            is_han = _HAN.search(before) is not None  # where what is counted may be named clauses before
            clause = before if is_han else re.split(r"[,;:—，；：]", before)[-1]
            words, ahead = (_list_stems(part, sentence.language) for part in (clause, before.removesuffix(clause)))
            is_dated = claim.period is not None and "period" not in claim.inferred
            is_named = is_dated and "⟦" not in before and not _PRONOUN[sentence.language].match(clause.strip())
            if is_named and len(words) >= _FEWEST and not _OF_WHICH[sentence.language].match(before):
                small = _SMALL[sentence.language] | _WHERE[sentence.language]
                same = frozenset(_TOKEN.findall(clause.casefold())) - small  # all of them: "the G9 X" is not "the G5 X"
                groups.setdefault((same, claim.kind, claim.unit), []).append((claim, times, ahead))
    for group in groups.values():
        if len({claim.plain_value for claim, _, _ in group}) > _PAIR:
            continue  # a form filled in for each of several
        for (one, times, ahead), (two, others, other) in combinations(group[:5], 2):
            if times == others and (ahead == other or not (ahead and other)):  # not "in the better case, ..."
                yield one, two


def _pair_totals(context: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """The only figures of their unit in two sentences that name the same total and the same time."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for sentence in context.sentences[:_MOST_SENTENCES]:
        phrases = {phrase.casefold() for phrase in _TOTAL_PHRASE[sentence.language].findall(sentence.plain)}
        alone = [claim for claim in _list_alone(sentence) if claim.period and "period" not in claim.inferred]
        alone = [claim for claim in alone if claim.kind not in PERCENT_KINDS]  # a share is of a total
        is_of_one_year = len(set(_YEAR.findall(sentence.plain))) < 2  # or it may count all years from one on
        if len(phrases) == 1 and len(alone) == 1 and len(sentence.read) == 1 and is_of_one_year:
            key = (*phrases, alone[0].period, alone[0].unit, alone[0].kind, alone[0].areas)
            found.setdefault(key, []).append(alone[0])
    for group in found.values():
        yield from combinations(group[:5], 2)


def _pair_with_heading(context: CheckContext) -> Iterator[tuple[Claim, Claim]]:
    """A figure in the heading, and the only one of its kind in a sentence with all words of the heading."""
    if not context.sentences or not (title := context.reading.document.title):
        return
    heading = context.sentences[0]
    if not set(_WORD.findall(heading.plain)) <= set(_WORD.findall(title)):
        return
    words = _list_words(heading)
    for claim in _list_alone(heading) if len(words) >= _FEWEST else ():
        others = [other for other in context.claims if other.unit == claim.unit and other.id != claim.id]
        if any(other.interval.overlaps(claim.interval) for other in others):
            continue
        for sentence in context.sentences[1:]:
            if words <= _list_words(sentence):
                yield from ((claim, other) for other in _list_alone(sentence) if not _is_whole(sentence, other))


def _is_whole(sentence: Sentence, claim: Claim) -> bool:
    """Whether a figure is what the share right before is of: ``half of the 1.8 trillion``."""
    ahead = re.split(rf"⟦[A-Z]{sentence.claims.index(claim)}⟧", sentence.words)[0]
    return _SHARE_OF[sentence.language].search(ahead) is not None


def _list_alone(sentence: Sentence) -> list[Claim]:
    """The claims of a sentence that are the only ones of their unit."""
    units = [claim.unit for claim in sentence.read if not claim.restates]
    kinds = [claim for claim in sentence.read if claim.kind in _KINDS and not claim.restates]
    return [claim for claim in kinds if units.count(claim.unit) == 1]


def _list_words(sentence: Sentence) -> frozenset[str]:
    """The meaningful words of a sentence, years and months included."""
    return frozenset((*_list_stems(sentence.plain, sentence.language), *re.findall(r"\d{2,4}", sentence.plain)))


def _list_stems(text: str, language: str) -> tuple[str, ...]:
    """The beginnings of the meaningful words, in order; of Chinese, pairs of characters."""
    plain = text.casefold()
    words = [word for word in _WORD.findall(plain) if word not in _SMALL[language]]
    return tuple(part for word in words for part in (_HAN.findall(word) or [word[:5]]))
