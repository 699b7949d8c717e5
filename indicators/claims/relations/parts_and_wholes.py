"""A part of a whole that words relate, with its share or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, have_one_time
from indicators.claims.relations.marked_sentences import Sentence, compile_template
from indicators.language.languages import PerLanguage, Vocabulary, compile_pattern


@dataclass(frozen=True, slots=True)
class PartOfWhole:
    """A part of a whole, and the stated share of it, if any."""

    part: Claim
    whole: Claim
    share: Claim | None


def _compile(template: str, known: Vocabulary) -> re.Pattern[str]:
    marks = {
        "<Y>": r"⟦[MCQ](?P<whole>\d+)⟧",
        "<X>": r"⟦[MCQ](?P<part>\d+)⟧",
        "<S>": r"⟦[SRG](?P<share>\d+)⟧",
        "<OR>": rf"(?: ?[,(（—–:-])? ?(?:{known.alternatives('or_share')})? ?(?:{known.alternatives('about')})?",
    }
    return compile_template(template, marks)


# Parts with a share, and parts without one, which can at most equal the whole.
_PARTS: Final = PerLanguage(
    lambda known: tuple(
        _compile(text, known) for name in ("part_and_share", "part_without_share") for text in known.templates(name)
    )
)


def find_parts(sentence: Sentence) -> Iterator[PartOfWhole]:
    """Find the parts of wholes in a sentence."""
    claims = sentence.claims
    seen: set[str] = set()
    for pattern in _PARTS[sentence.language]:
        for match in pattern.finditer(sentence.words):
            part, whole = claims[int(match["part"])], claims[int(match["whole"])]
            share = claims[int(match["share"])] if "share" in pattern.groupindex else None
            changes = share is not None and (share.direction is not None or share.kind not in PERCENT_KINDS)
            is_of_one_time = have_one_time(part, whole) or (share is not None and _is_right_before(match))
            if part.id in seen or changes or not have_one_kind(part, whole) or not is_of_one_time:
                continue
            if _PER_SHARE[sentence.language].match(sentence.words, match.end("part") + 1):
                continue  # "5.4 billion, 24 crowns a share"
            if _is_no_whole(sentence.words[: match.start("whole") - 2], sentence.language):
                continue
            if share is not None and share.unit == "% of GDP" and whole.indicator != "gdp":
                continue
            if share is not None and _AT_A_RATE[sentence.language].search(sentence.words[: match.start("share") - 2]):
                continue  # "$350m at 7.5%"
            if share is not None and _is_step(sentence.words[: match.start("share") - 2], share, sentence.language):
                continue  # "exceeded last year's 300 by 12%"
            if share is not None and _has_other_base(sentence.words[match.end() :], whole, sentence.language):
                continue
            seen.add(part.id)
            yield PartOfWhole(part, whole, share)


def _is_no_whole(ahead: str, language: str) -> bool:
    """Whether a figure is a step or a level before: ``grew by 480,000, of which``, ``15% of all, from 43 million``."""
    if _FROM[language].search(ahead):
        return True
    cue, near = _CHANGE_CUE[language].search(ahead), ahead[-_NEAR:]
    return cue is not None and (_UP[language].search(near) or _DOWN[language].search(near)) is not None


def _is_right_before(match: re.Match[str]) -> bool:
    """Whether a share is right before its whole, be that of another time: ``half the 420,000 of 2019``."""
    return 0 < match.start("whole") - match.end("share") <= _CLOSE


def _is_step(ahead: str, share: Claim, language: str) -> bool:
    return share.kind is ClaimKind.GROWTH and "".join(ahead.casefold().split()[-1:]) in _BY_STEP[language]


def _has_other_base(after: str, whole: Claim, language: str) -> bool:
    """Whether the base named after a share is not the whole: "9% of its turnover"."""
    match = _OF[language].match(after)
    if match is None or _OF_ALL[language].match(match["what"]):
        return False
    return not _stem_words(match["what"]) & _stem_words(f"{whole.counted} {whole.subject}")


_FROM: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:[,(]|{known.alternatives('up')}|{known.alternatives('down')}) ?(?:{known.any_word('compared_level')}) ?$",
        re.IGNORECASE,
    )
)
_CLOSE: Final = 25
_NEAR: Final = 40
_UP: Final = compile_pattern("up")
_DOWN: Final = compile_pattern("down")
_OF: Final = PerLanguage(
    lambda known: re.compile(
        rf"[)）]?\s+(?:{known.alternatives('of')})\s+(?P<what>(?:[^\W\d_]+\s?){{1,4}})", re.IGNORECASE
    )
)
_PER_SHARE: Final = PerLanguage(lambda known: re.compile(rf" ?(?:{known.alternatives('per_share')})\b", re.IGNORECASE))
_BY_STEP: Final = PerLanguage(lambda known: known.words.by_step)
_AT_A_RATE: Final = compile_pattern("at_a_rate")
_CHANGE_CUE: Final = compile_pattern("change_cue")
_OF_ALL: Final = compile_pattern("of_all")


def find_parts_of_previous(earlier: Sentence, later: Sentence) -> Iterator[PartOfWhole]:
    """Find a part and its share of a whole in the previous sentence: "GDP was 100. Exports were 25, or 25% of it".

    Each sentence must have just one figure of the kind, and the later one must refer to the other.
    """
    if not later.follows(earlier):
        return
    language = later.language
    match = _PART_OF_BEFORE[language].search(later.words)
    if match is None:
        return
    part, share = later.claims[int(match["part"])], later.claims[int(match["share"])]
    wholes, parts = ([c for c in sentence.claims if _can_be_whole_of(c, part)] for sentence in (earlier, later))
    shares = [claim for claim in later.claims if claim.kind in PERCENT_KINDS]
    if (len(wholes), len(parts), len(shares)) != (1, 1, 1) or share.direction is not None:
        return
    whole = wholes[0]
    if have_one_time(part, whole) and (
        _OF_BEFORE[language].match(later.words) or _is_base(share, part, whole, language)
    ):
        yield PartOfWhole(part, whole, share)


def _can_be_whole_of(claim: Claim, part: Claim) -> bool:
    return not claim.restates and (claim.id == part.id or have_one_kind(part, claim))


def _is_base(share: Claim, part: Claim, whole: Claim, language: str) -> bool:
    """Whether the base of a share is the whole, by a pronoun or by its words.

    *The total* is one of the part's own kind: a total of sales for sales, not of costs.
    """
    base = (share.denominator or "").casefold()
    if _PRONOUN[language].fullmatch(base):
        return True
    if _THE_TOTAL[language].fullmatch(base):
        return bool(
            _TOTAL[language].search(whole.subject)
            or (_stem_words(part.subject) & _stem_words(whole.subject)) - _GENERAL[language]
        )
    if None not in (share.areas or None, whole.areas or None) and share.areas != whole.areas:
        return False
    if share.unit == "% of GDP":
        return whole.indicator == "gdp"
    words, named = (_stem_words(text) - _GENERAL[language] for text in (base, f"{whole.counted} {whole.subject}"))
    return bool(words) and words == named


def _stem_words(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[^\W\d_]{3,}", text.casefold())}


_PART_OF_BEFORE: Final = PerLanguage(
    lambda known: _compile(rf"<X>(?:<OR>|[ ,，(（]{{1,3}}{known.alternatives('part_of_before')})<S>", known)
)
_OF_BEFORE: Final = compile_pattern("of_before")
_PRONOUN: Final = compile_pattern("whole_pronoun")
_THE_TOTAL: Final = compile_pattern("the_total")
_TOTAL: Final = compile_pattern("total")
_GENERAL: Final = PerLanguage(lambda known: known.words.in_totals)


def have_one_kind(part: Claim, whole: Claim) -> bool:
    """Whether one can be a part of the other: same kind and unit, whatever is counted."""
    return part.id != whole.id and part.kind is whole.kind and (part.kind is ClaimKind.COUNT or part.unit == whole.unit)
