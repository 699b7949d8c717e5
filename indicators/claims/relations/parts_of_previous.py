"""A part with its share in one sentence, of a whole in the sentence before: ``A third of them, 600, have no car``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, have_one_kind, have_one_time
from indicators.claims.relations.listed_values import begin_words, share_stem, stem_words
from indicators.claims.relations.marked_sentences import Sentence
from indicators.claims.relations.parts_and_wholes import (
    PartOfWhole,
    compile_parts,
    find_parts,
)
from indicators.claims.relations.share_bases import OWNED_BASE, names_other_base
from indicators.claims.relations.totals import REST_WITH_NUMBER
from indicators.language.languages import PerLanguage, compile_pattern

_PART_OF_BEFORE: Final = PerLanguage(
    lambda known: compile_parts(rf"<X>(?:<25><OR>|[ ,，(（]{{1,3}}{known.alternatives('part_of_before')})<S>", known)
)
_PAIR: Final = 2
_SMALL: Final = 1  # the word for a share
_SHORT: Final = re.compile(r"\b[^\W\d_\u4e00-\u9fff]{1,3}\b")
_OF_BEFORE: Final = compile_pattern("of_before")
_OF_THEM: Final = PerLanguage(lambda known: re.compile(rf" ?(?:{known.alternatives('of_before')})", re.IGNORECASE))
_COME_FROM: Final = compile_pattern("come_from")
_PRONOUN: Final = compile_pattern("whole_pronoun")
_THE_TOTAL: Final = compile_pattern("the_total")
_TOTAL: Final = compile_pattern("total")
_GENERAL: Final = PerLanguage(lambda known: known.words.in_totals)
_SHARE_OF_THEM: Final = PerLanguage(
    lambda known: re.compile(
        rf"⟦[SR](?P<share>\d+)⟧ (?:{known.alternatives('of_before')})[,(（—–] ?(?:{known.alternatives('about')})?"
        r"⟦[MCQ](?P<part>\d+)⟧",
        re.IGNORECASE,
    )
)
_OF_OTHER: Final = PerLanguage(lambda known: re.compile(rf"[,，)）]? ?(?:{known.alternatives('of')})\b", re.IGNORECASE))
_MADE_UP: Final = PerLanguage(  # "Women make up 45%, or 1,800"
    lambda known: compile_parts(
        rf"(?:{known.alternatives('makes_up')})<12><S>(?: \w{{2,4}}| (?:{known.alternatives('of_before')}))?<OR><X>",
        known,
    )
)


_SHARE_OF_WHOLE: Final = PerLanguage(
    lambda known: re.compile(
        rf"⟦[SR](?P<share>\d+)⟧ (?:(?:{known.alternatives('of')}) )?(?:\w{{1,5}} )?⟦C(?P<whole>\d+)⟧", re.IGNORECASE
    )
)
_ALL: Final = Decimal(100)


def find_parts_of_previous(earlier: Sentence, later: Sentence) -> Iterator[PartOfWhole]:
    """Find a part and its share of a whole in the previous sentence: "GDP was 100. Exports were 25, or 25% of it".

    Each sentence must have just one figure of the kind, and the later one must refer to the other.
    """
    if not later.follows(earlier):
        return
    yield from _find_share_behind(earlier, later)
    language = later.language
    made_up = _MADE_UP[language].search(later.words)
    match = made_up or _PART_OF_BEFORE[language].search(later.words) or _SHARE_OF_THEM[language].match(later.words)
    if match is None:
        return
    part, share = later.claims[int(match["part"])], later.claims[int(match["share"])]
    wholes, parts = ([c for c in sentence.claims if _can_be_whole_of(c, part)] for sentence in (earlier, later))
    shares = [claim for claim in later.claims if claim.kind in PERCENT_KINDS]
    if (len(wholes), len(parts), len(shares)) != (1, 1, 1) or share.direction is not None:
        return
    whole = wholes[0]
    if any(claim.kind is ClaimKind.SHARE and claim.direction is None for claim in earlier.read):
        return  # "250 shops, 60% of all. Of them 47, or 11%, sell tea": the whole is a part itself
    if made_up is not None and _OF_OTHER[language].match(later.words, match.end()):
        return  # "tourism accounts for 60%, or 900, of the jobs"
    if _COME_FROM[language].match(later.words, match.end()) or OWNED_BASE.match(later.words, match.end()):
        return
    if names_other_base(share, part, wholes[0], language):
        return  # "七成来自": a share of the part
    is_of_it = bool(
        _OF_BEFORE[language].match(later.words) or _OF_THEM[language].match(later.words, match.end("part") + 1)
    )
    is_made_up = made_up is not None and part.plain_value < whole.plain_value and share.indicator is None
    is_of_it = is_of_it or (len(earlier.claims) == 1 and (is_made_up or _is_elliptic(part, whole, share)))
    if have_one_time(part, whole) and (is_of_it or _is_base(share, part, whole, language)):
        yield PartOfWhole(part, whole, share)


def find_rest_of_share(earlier: Sentence | None, later: Sentence) -> Iterator[PartOfWhole]:
    """Find the number of the rest that a share of a whole leaves: "Half of the 800 left. The remaining 500 stayed".

    The share, the whole and the rest are the only figures of the sentence, or of it and the one before.
    """
    sentence = later
    if len(later.claims) == 1 and earlier is not None and later.follows(earlier):
        sentence = earlier.join(later)
    match, rest = (one[later.language].search(sentence.words) for one in (_SHARE_OF_WHOLE, REST_WITH_NUMBER))
    if match is None or rest is None or len(sentence.claims) != _PAIR + 1 or rest.start() < match.end():
        return
    share, whole = (sentence.claims[int(match[name])] for name in ("share", "whole"))
    part = sentence.claims[int(rest["ahead"] or rest["behind"])]
    is_count = part.kind is whole.kind is ClaimKind.COUNT and have_one_kind(part, whole) and have_one_time(part, whole)
    if is_count and share.direction is None and share.lower is None and 0 < share.plain_value < _ALL:
        yield PartOfWhole(part, whole, _subtract_from_all(share), left_by=share)


def _subtract_from_all(share: Claim) -> Claim:
    """What a share leaves of 100%, rounded to the same place."""
    left = _ALL - share.value
    place = share.value.adjusted() - share.digits if share.digits else None
    return replace(share, value=left, digits=None if place is None else max(1, left.adjusted() - place))


def _find_share_behind(earlier: Sentence, later: Sentence) -> Iterator[PartOfWhole]:
    """The only figure of a sentence, as the share of the part in the one before: ``Rural schools are 45%``."""
    parts = list(find_parts(earlier))
    claims = [claim for claim in later.claims if not claim.restates]
    if len(parts) != 1 or parts[0].share is not None or len(claims) != 1 or len(earlier.claims) != _PAIR:
        return
    share, part, whole = claims[0], parts[0].part, parts[0].whole
    is_share = share.kind is ClaimKind.SHARE and share.direction is None and have_one_time(share, part)
    base, named = stem_words(f"{whole.subject} {whole.counted}"), stem_words(f"{part.subject} {part.counted}")
    others = [word for word in stem_words(_SHORT.sub(" ", share.subject)) if not share_stem((word,), base | named)]
    is_of_it = not share.denominator or share_stem(stem_words(share.denominator), base)
    if is_share and is_of_it and len(others) <= _SMALL and share_stem(named - base, stem_words(share.subject)):
        yield replace(parts[0], share=share)


def _is_elliptic(part: Claim, whole: Claim, share: Claim) -> bool:
    """Whether a number leaves out its noun, which is that of the whole: ``It approved 36,000, or 75%``."""
    is_bare = "unit" in part.inferred and bool(part.counted) and part.counted == whole.counted
    return is_bare and not share.denominator and part.kind is ClaimKind.COUNT


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
            or (begin_words(part.subject) & begin_words(whole.subject)) - _GENERAL[language]
        )
    if None not in (share.areas or None, whole.areas or None) and share.areas != whole.areas:
        return False
    if share.unit == "% of GDP":
        return whole.indicator == "gdp"
    words, named = (begin_words(text) - _GENERAL[language] for text in (base, f"{whole.counted} {whole.subject}"))
    return bool(words) and words == named
