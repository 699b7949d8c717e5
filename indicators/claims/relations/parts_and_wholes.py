"""Wholes and parts that words tie together: a part with its share, parts and their total, shares of one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.relations.marked_sentences import Sentence
from indicators.language.languages import compile_pattern, join_pattern, join_templates, join_words

__all__ = ["PartOfWhole", "Shares", "Total", "find_parts", "find_parts_of_previous", "find_shares", "find_totals"]


@dataclass(frozen=True, slots=True)
class PartOfWhole:
    """A part of a whole.

    Attributes:
        part: The part.
        whole: The whole.
        share: The share it is said to be; ``None`` when it is only said to be a part.
    """

    part: Claim
    whole: Claim
    share: Claim | None


@dataclass(frozen=True, slots=True)
class Total:
    """Parts and what they are said to come to.

    Attributes:
        parts: The parts.
        total: Their total.
        is_whole: Whether all parts are named, so that they come to the total; else to no more than it.
    """

    parts: tuple[Claim, ...]
    total: Claim
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of one whole that do not overlap.

    Attributes:
        shares: The shares.
        is_whole: Whether the rest is among them, so that they come to 100%; else to no more than that.
    """

    shares: tuple[Claim, ...]
    is_whole: bool


_PERCENTS: Final = (ClaimKind.SHARE, ClaimKind.RATE, ClaimKind.GROWTH)
_LEVELS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)
_OR: Final = rf"(?: ?[,(（—–:-])? ?(?:{join_pattern('or_share')})? ?(?:{join_pattern('about')})?"


def _pattern(text: str) -> re.Pattern[str]:
    level, share = r"⟦[MCQ](?P<{}>\d+)⟧", r"⟦[SRG](?P<share>\d+)⟧"
    filled = text.replace("<Y>", level.format("whole")).replace("<X>", level.format("part"))
    filled = filled.replace("<S>", share).replace("<OR>", _OR)
    return re.compile(re.sub(r"<(\d+)>", r"[^⟦⟧;；]{0,\1}?", filled), re.IGNORECASE)


# "of" with a share beside it; the last group are parts without a share, which can be no more than the whole.
_WITH_SHARE: Final = tuple(map(_pattern, join_templates("part_and_share")))
_WITHOUT_SHARE: Final = tuple(map(_pattern, join_templates("part_without_share")))


def find_parts(sentence: Sentence) -> Iterator[PartOfWhole]:
    """The parts of a whole that a sentence tells of."""
    claims = sentence.claims
    seen: set[str] = set()
    for pattern in (*_WITH_SHARE, *_WITHOUT_SHARE):
        for match in pattern.finditer(sentence.words):
            part, whole = claims[int(match["part"])], claims[int(match["whole"])]
            share = claims[int(match["share"])] if "share" in pattern.groupindex else None
            changes = share is not None and (share.direction is not None or share.kind not in _PERCENTS)
            if part.id in seen or changes or not _is_of_one_kind(part, whole) or _other_time(part, whole):
                continue
            if share is not None and _is_of_another(sentence.words[match.end() :], whole):
                continue
            seen.add(part.id)
            yield PartOfWhole(part, whole, share)


def _is_of_another(after: str, whole: Claim) -> bool:
    """Whether a share goes on to say of what, and that is not the whole: "9% of its turnover"."""
    match = _OF.match(after)
    if match is None or _OF_ALL.match(match["what"]):
        return False
    named = re.findall(r"[^\W\d_]{3,}", f"{whole.counted} {whole.subject}".casefold())
    return not {word[:5] for word in re.findall(r"[^\W\d_]{3,}", match["what"].casefold())} & {w[:5] for w in named}


_OF: Final = re.compile(rf"[)）]?\s+(?:{join_pattern('of')})\s+(?P<what>(?:[^\W\d_]+\s?){{1,4}})", re.IGNORECASE)
_OF_ALL: Final = compile_pattern("of_all")


def find_parts_of_previous(earlier: Sentence, later: Sentence) -> Iterator[PartOfWhole]:
    """A part and its share whose whole is in the sentence before: "GDP was 100. Exports were 25, or 25% of it".

    Only where each sentence has one sum, number or quantity of the kind, and the later says that it is of the other.
    """
    if earlier.paragraph != later.paragraph or later.number - earlier.number != 1:
        return
    told = _PART_OF_BEFORE.search(later.words)
    if told is None:
        return
    part, share = later.claims[int(told["part"])], later.claims[int(told["share"])]
    wholes, parts = ([c for c in sentence.claims if _is_of_kind(c, part)] for sentence in (earlier, later))
    shares = [claim for claim in later.claims if claim.kind in _PERCENTS]
    if (len(wholes), len(parts), len(shares)) != (1, 1, 1) or share.direction is not None:
        return
    whole = wholes[0]
    if not _other_time(part, whole) and (_OF_BEFORE.match(later.words) or _is_of(share, part, whole)):
        yield PartOfWhole(part, whole, share)


def _is_of_kind(claim: Claim, part: Claim) -> bool:
    return not claim.restates and (claim.id == part.id or _is_of_one_kind(part, claim))


def _is_of(share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether a share says that it is of a whole, by a pronoun or in its own words.

    *The total* is that of the part's own kind: sales of which these are some, not what costs come to.
    """
    said = (share.denominator or "").casefold()
    if _PRONOUN.fullmatch(said):
        return True
    if _THE_TOTAL.fullmatch(said):
        return bool(_TOTAL.search(whole.subject) or _words(part.subject) & _words(whole.subject))
    if None not in (share.areas or None, whole.areas or None) and share.areas != whole.areas:
        return False
    if share.unit == "% of GDP":
        return whole.indicator == "gdp"
    words, named = (_words(text) for text in (said, f"{whole.counted} {whole.subject}"))
    return bool(words) and words == named


def _words(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[^\W\d_]{3,}", text.casefold())} - _GENERAL


_PART_OF_BEFORE: Final = _pattern(rf"<X>(?:<OR>|[ ,，(（]{{1,3}}{join_pattern('part_of_before')})<S>")
_OF_BEFORE: Final = compile_pattern("of_before")
_PRONOUN: Final = compile_pattern("whole_pronoun")
_THE_TOTAL: Final = compile_pattern("the_total")
_TOTAL: Final = compile_pattern("total")
_GENERAL: Final = join_words("in_totals")


def _is_of_one_kind(part: Claim, whole: Claim) -> bool:
    """Whether one can be a part of the other: the same money or measure; whatever is counted."""
    return part.id != whole.id and part.kind is whole.kind and (part.kind is ClaimKind.COUNT or part.unit == whole.unit)


def _other_time(one: Claim, two: Claim) -> bool:
    return None not in (one.period, two.period) and one.period != two.period


_NUMBER: Final = r"⟦([MCQ])(\d+)⟧"
_LIST: Final = re.compile(
    r"⟦(?P<letter>[MCQ])(?P<total>\d+)⟧(?P<what>[^⟦⟧:;,，：；(（]{0,40})(?P<mark>[:：—–(（]| - )"
    r"(?P<items>[^⟦⟧]{0,40}⟦(?P=letter)\d+⟧(?:[^⟦⟧]{1,60}⟦(?P=letter)\d+⟧){1,12})(?P<after>[^⟦⟧]{0,60})"
)
_SUM: Final = re.compile(
    r"(?P<items>⟦(?P<letter>[MCQ])\d+⟧(?:[^⟦⟧]{1,60}⟦(?P=letter)\d+⟧){1,12})[^⟦⟧]{0,50}"
    rf"(?:{join_pattern('total_ahead')})[^⟦⟧]{{0,12}}⟦(?P=letter)(?P<total>\d+)⟧",
    re.IGNORECASE,
)
_IN_TOTAL: Final = re.compile(
    r"(?P<items>⟦(?P<letter>[MCQ])\d+⟧(?:[^⟦⟧]{1,60}⟦(?P=letter)\d+⟧){1,12})[^⟦⟧]{1,20}⟦(?P=letter)(?P<total>\d+)⟧ ?"
    rf"(?:{join_pattern('total_behind')})",
    re.IGNORECASE,
)
_NOT_ALL: Final = compile_pattern("not_all_parts")
_APART: Final = compile_pattern("not_parts")


def find_totals(sentence: Sentence) -> Iterator[Total]:
    """Parts with their total: "22 agreements: 12 on trade and 10 on energy", "5 and 7, for a total of 12"."""
    for letter in "MCQ":
        if sentence.words.count(f"⟦{letter}") > 2:
            words = re.sub(rf"⟦[^{letter}]\d*⟧", "some", sentence.words)  # figures of another kind are words here
            yield from _totals(words, sentence.claims)


def _totals(words: str, claims: Sequence[Claim]) -> Iterator[Total]:
    for match in _LIST.finditer(words):
        items = match["items"] + match["after"]
        if not _APART.search(match["what"] + items):
            whole = not _NOT_ALL.search(match["what"] + match["items"])
            yield from _total(claims, match["items"], match["total"], whole=whole)
    for match in (*_SUM.finditer(words), *_IN_TOTAL.finditer(words)):
        if not _APART.search(match["items"]):
            yield from _total(claims, match["items"], match["total"], whole=True)


def _total(claims: Sequence[Claim], items: str, total: str, *, whole: bool) -> Iterator[Total]:
    parts = [claims[int(number)] for _, number in re.findall(_NUMBER, items)]
    of_all = claims[int(total)]
    if any(not _is_of_one_kind(part, of_all) for part in parts):
        return
    nouns = {claim.counted.casefold()[:4] for claim in (*parts, of_all) if claim.counted}
    if of_all.kind is not ClaimKind.COUNT or len(nouns) <= 1 or not whole:
        yield Total(tuple(parts), of_all, whole)


_REST: Final = compile_pattern("the_rest")
_DIVIDED: Final = compile_pattern("divided")
_OVERLAPPING: Final = compile_pattern("overlapping")
_OF_WHICH: Final = compile_pattern("of_which")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_PLACES: Final = re.compile(rf"⟦[SRG]\d+⟧[^⟦⟧]{{0,30}}?\b(?:{join_pattern('in_places')})\s+\w")


def find_shares(sentence: Sentence) -> Iterator[Shares]:
    """Shares of one whole, when the words divide it: nothing where the groups may overlap, or the wholes differ."""
    words = sentence.words
    shares = [claim for claim in sentence.claims if claim.kind in _PERCENTS]
    if len(shares) < 2 or len(shares) > 15 or any(claim.kind is ClaimKind.GROWTH for claim in shares):
        return
    if any("unit" in claim.inferred for claim in shares):
        return  # ages and other numbers that may be no percentages
    rest = bool(_REST.search(words))
    if not (rest or _DIVIDED.search(words)) or _OVERLAPPING.search(sentence.plain):
        return
    if _OF_WHICH.search(sentence.plain) and not rest:
        return  # shares of a share, unless the others are told too
    wholes = {" ".join(claim.denominator.casefold().split()) for claim in shares if claim.denominator}
    periods = {claim.period for claim in shares if claim.period is not None}
    if len(wholes) > 1 or len(periods) > 1 or len(set(_YEAR.findall(sentence.plain))) > 1:
        return
    if len(_IN_PLACES.findall(words)) > 1 and not rest:
        return
    yield Shares(tuple(shares), rest)
