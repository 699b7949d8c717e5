"""Parts and their total: lists of parts, the rest of a total, and totals of the sentence before or behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, have_one_kind, have_one_noun, have_one_time
from indicators.claims.relations.change_words import REACHES
from indicators.claims.relations.listed_values import names_number
from indicators.claims.relations.marked_sentences import MARK, Sentence, resolve_claim_id
from indicators.claims.relations.part_lists import (
    FAR,
    FEWEST,
    IN_BRACKETS,
    IN_PLACES,
    NOT_ALL_PARTS,
    NOT_PARTS,
    OVERLAPPING,
    Total,
    cut_behind_all,
    find_listed_totals,
    follow_in_time,
)
from indicators.claims.relations.parts_and_wholes import is_net, is_result
from indicators.language.languages import PerLanguage, compile_pattern

REST_WITH_NUMBER: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('the_rest')})[^⟦⟧;；.。]{{0,25}}⟦[MCQ](?P<ahead>\d+)⟧"
        rf"|⟦[MCQ](?P<behind>\d+)⟧(?! ?(?:{known.any_word('and_')}))[^⟦⟧,;，；、]{{0,6}}"
        rf"(?:{known.alternatives('the_rest')})",
        re.IGNORECASE,
    )
)
_SHARES_OF_SHARE: Final = PerLanguage(
    lambda known: re.compile(
        r"⟦[SR](?P<total>\d+)⟧[^⟦⟧:：]{0,60}[:：](?P<items>[^⟦⟧;；.。]{0,40}⟦[SR]\d+⟧(?:[^⟦⟧;；.。]{1,50}⟦[SR]\d+⟧){0,10}"
        rf"[^⟦⟧;；.。]{{1,50}}?(?:{known.any_word('and_')})[^⟦⟧;；.。]{{0,40}}⟦[SR]\d+⟧)",
        re.IGNORECASE,
    )
)
_THE_REST: Final = compile_pattern("the_rest")
_OF_NUMBER: Final = PerLanguage(lambda known: re.compile(rf"(?:{known.alternatives('of_sum')}) ?⟦", re.IGNORECASE))
_OF_THEM: Final = PerLanguage(
    lambda known: re.compile(
        rf" (?:(?:{known.alternatives('of')}) (?:{known.alternatives('of_all')})"
        rf"|(?:{known.alternatives('range_from')})\s?(?:{known.any_word('article')})\b)",
        re.IGNORECASE,
    )
)
_ITEM: Final = PerLanguage(lambda known: re.compile(rf", |; |{known.any_word('and_')} ", re.IGNORECASE))
_LONGEST_PREPOSITION: Final = 4  # letters
_SUMMED: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)
_TOTAL_AHEAD: Final = compile_pattern("total_ahead")
_MOVED: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('up')}|{known.alternatives('down')}) ?(?:{known.any_word('by_step')})? ?$",
        re.IGNORECASE,
    )
)
_AHEAD: Final = 12  # characters
_NUMBER_WORD: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:,|{known.any_word('and_')}) (?:{'|'.join(sorted(known.number_starts))})\b", re.IGNORECASE
    )
)
_OF_SEVERAL: Final = PerLanguage(
    lambda known: re.compile(
        rf"\b(?:{'|'.join(sorted(known.number_starts))}|\d+)\b[^⟦⟧,;.:]{{1,40}} (?:{known.alternatives('of')}) $",
        re.IGNORECASE,
    )
)
_OF_BEFORE: Final = compile_pattern("of_before")
_NESTED: Final = compile_pattern("made_of")
_COUNTING_IN: Final = PerLanguage(
    lambda known: re.compile(rf" ?[(（,，] ?(?:{known.alternatives('counting_in')})", re.IGNORECASE)
)
_DIVIDED: Final = compile_pattern("divided")


def find_totals(sentence: Sentence, earlier: Sentence | None) -> list[Total]:
    """Find parts with their total in a sentence, or the parts of the only sum of the sentence before."""
    found: list[Total] = []
    for letter in "MCQ":
        if sentence.words.count(f"⟦{letter}") > 2:
            words = re.sub(rf"⟦[^{letter}X]\d*⟧", "some", sentence.words)  # words here, but "double its sales of"
            found += find_listed_totals(words, sentence.claims, sentence.language)
    before = earlier if earlier is not None and sentence.follows(earlier) else None
    of_previous = [*_find_of_previous(before, sentence), *_find_behind(before, sentence)]
    others = (*_find_rest(sentence, before), *_find_shares_of_share(sentence))
    found = of_previous or found
    wholes = {one.total.id for one in others if one.is_whole}  # *the rest* closes a list
    found = [*(one for one in found if one.is_whole or one.total.id not in wholes), *others]
    found = [one for one in found if not any(_is_net(claim, before, sentence) for claim in (one.total, *one.parts))]
    found = [one for one in found if one.is_whole or not _is_result(one.total, before, sentence)]
    return [
        replace(
            one, is_sure=one.is_sure and not (_closes_gap(one, before, sentence) or _goes_on(one, before, sentence))
        )
        for one in found
    ]


def _goes_on(found: Total, earlier: Sentence | None, sentence: Sentence) -> bool:
    """Whether too small a list may have more parts: in the sentence before, or in words among or behind its figures.

    ``Shell has 41 billion. Also, Mobil has 68 and Total 3 billion, totalling 184 billion``, ``7 men, 7 women, one boy``
    """
    if not found.is_whole or sum(part.plain_value for part in found.parts) > found.total.plain_value:
        return False
    places = {mark["number"]: mark.span() for mark in MARK.finditer(sentence.words)}
    own = [str(sentence.claims.index(one)) for one in (found.total, *found.parts) if one in sentence.claims]
    ends = [places[number][1] for number in own if number in places]
    if len(ends) > len(found.parts) and ends[0] == max(ends) and earlier is not None:
        return any(have_one_kind(one, found.total) for one in earlier.claims)
    words, language = sentence.words, sentence.language
    for number in own:
        each = _OF_SEVERAL[language].search(words[: places[number][0]]) if number in places else None
        if each is not None and not names_number(each[0], len(found.parts), language):
            return True  # "six walks of 300 steps and another 3,000, a total of"
    among, behind = (words[min(ends) : max(ends)], words[max(ends) :]) if ends else ("", "")
    others = [word[0] for word in _NUMBER_WORD[language].finditer(among) if not names_number(word[0], 1, language)]
    return bool(others) or _NUMBER_WORD[language].search(behind) is not None  # *one in the north* is no number


def _closes_gap(found: Total, *sentences: Sentence | None) -> bool:
    """Whether another figure near by is the one that is missing among the parts."""
    if not found.is_whole:
        return False
    others = [claim for one in sentences if one is not None for claim in one.claims]
    others = [one for one in others if one not in found.parts and one != found.total and one.kind is found.total.kind]
    together = reduce(add, (part.interval for part in found.parts))
    return any(
        (together + one.interval).overlaps(found.total.interval) for one in others if have_one_kind(one, found.total)
    )


def _is_result(claim: Claim, *sentences: Sentence | None) -> bool:
    for one in sentences:
        if one is not None and claim in one.claims:
            mark = re.search(rf"⟦[A-Z]{one.claims.index(claim)}⟧", one.words)
            if mark is None:
                return False
            is_step = _MOVED[one.language].search(one.words[: mark.start()]) is not None  # less what fell
            return is_step or is_result(one.words, mark.span(), one.language)
    return False


def _is_net(claim: Claim, *sentences: Sentence | None) -> bool:
    """Whether a figure is less what went the other way, so that parts of it may be larger."""
    within = next((one for one in sentences if one is not None and claim in one.claims), None)
    if within is None:
        return False
    ahead = re.split(rf"⟦[A-Z]{within.claims.index(claim)}⟧", within.words)[0]
    return is_net(ahead, within.language)


def _find_of_previous(earlier: Sentence | None, later: Sentence) -> Iterator[Total]:
    """The parts of the only sum of the sentence before: ``Of this, 26 went to schools and 14 to roads``."""
    opens = _OF_BEFORE[later.language].match(later.words)
    are_like = _have_like_items(later)
    if earlier is None or not (opens or are_like):
        return
    behind = later.words[opens.end() if opens else 0 :]
    if NOT_PARTS[later.language].search(behind) or _NESTED[later.language].search(behind):
        return
    for kind in _SUMMED:
        wholes, parts = (
            [claim for claim in claims if claim.kind is kind and not claim.restates]
            for claims in (earlier.read, later.claims)
        )
        are_apart = (
            kind is not ClaimKind.COUNT or are_like or len(IN_PLACES[later.language].findall(later.words)) == len(parts)
        )
        if len(wholes) == 1 and len(parts) > 1 and are_apart and _are_parts(parts, wholes[0]):
            found = Total(tuple(cut_behind_all(parts, wholes[0])), wholes[0], is_whole=False)
            yield replace(found, is_sure=_measure_gap(found) < FAR)  # "sold for 44, asked 36, for 37": two of one part


def _have_like_items(sentence: Sentence) -> bool:
    """Whether three or more figures are a list whose items begin alike: ``In the north 5, in the south 4, in the``."""
    *ahead, _ = MARK.split(sentence.words)[::3]
    items = [_ITEM[sentence.language].split(words)[-1].split() for words in ahead]
    first = {item[0].casefold() for item in items if len(item) > 1}
    is_list = len(items) >= FEWEST and all(len(item) > 1 for item in items) and len(first) == 1
    return is_list and len(first.pop()) <= _LONGEST_PREPOSITION and len(sentence.read) == len(ahead)


def _find_behind(earlier: Sentence | None, later: Sentence) -> Iterator[Total]:
    """The total of all figures of the sentence before: ``Together the three gave 120 million``."""
    if earlier is None or len(later.claims) != 1 or len(earlier.claims) < FEWEST - 1:
        return
    language, total, parts = later.language, later.claims[0], earlier.claims
    cue = _TOTAL_AHEAD[language].search(later.words.partition("⟦")[0])
    is_list = not any(other[language].search(earlier.words) for other in (NOT_ALL_PARTS, NOT_PARTS, _TOTAL_AHEAD))
    if cue is None or cue.start() > _AHEAD or not is_list or NOT_PARTS[language].search(later.words):
        return
    are_alike = total.kind in _SUMMED and all(resolve_claim_id(part.id) and not part.restates for part in parts)
    are_alike = are_alike and all(part.plain_value <= total.plain_value for part in parts)
    is_one_time = have_one_time(*parts, total) or (follow_in_time(parts) and all(map(_is_within(total), parts)))
    if are_alike and is_one_time and all(have_one_kind(part, total) and part.direction is None for part in parts):
        is_whole = names_number(later.plain, len(parts), language)
        found = Total(parts, total, is_whole, is_by_place=True)
        if (is_whole or total.unit not in OVERLAPPING) and _measure_gap(found) <= FAR:
            yield found


def _is_within(total: Claim) -> Callable[[Claim], bool]:
    return lambda part: total.period is not None and part.period is not None and part.period in total.period


def _find_rest(sentence: Sentence, earlier: Sentence | None) -> Iterator[Total]:
    """A total and all of its parts, the last of which is *the rest*: ``of 6,000, 5,000 are here and the rest there``.

    The total is the figure, of this sentence or alone in the one before, that the parts come nearest to.
    """
    language = sentence.language
    match = REST_WITH_NUMBER[language].search(sentence.words)
    named = [claim for claim in sentence.claims if _THE_REST[language].search(claim.counted)]
    if not (match or named) or NOT_PARTS[language].search(_OF_BEFORE[language].sub("", sentence.words)):
        return
    rest = sentence.claims[int(match["ahead"] or match["behind"])] if match else named[-1]
    if match and _COUNTING_IN[language].match(sentence.words, match.end()):
        return  # the rest and something more: "the remaining 10.05 million (including interest)"
    shown, ahead = (
        [
            claim
            for claim in (one.claims if one else ())
            if one
            and not claim.restates
            and (claim is rest or have_one_kind(claim, rest))
            and not _is_in_bracket_of_several(one, claim)
        ]
        for one in (sentence, earlier)
    )
    is_of_before = _OF_BEFORE[language].match(sentence.words) is not None
    if is_of_before and len(ahead) != 1:
        return  # its figures are all parts
    is_divided = earlier is not None and len(ahead) == FEWEST - 1 and _OF_NUMBER[language].match(earlier.words)
    listed = [*(ahead if len(ahead) == 1 or is_divided else []), *shown]  # "Of the 900, 600 ... The other 250"
    spans = range(len(listed) - FEWEST + 1) if listed[-1] is rest else ()
    found = [(listed[at], listed[at + 1 :]) for at in spans]
    found = [
        (total, parts)
        for total, parts in found
        if total.plain_value > max(part.plain_value for part in parts)
        and not _is_itself_part(sentence, total)
        and not _is_score(sentence, total)
        and not _is_item_like(sentence, total, rest)
    ]
    if is_of_before or _OF_NUMBER[language].match(sentence.words):
        found = found[:1]  # "of the 1,200 ..., 700 ..."
    totals = [
        Total(tuple(parts), total, is_whole=True, is_by_place=True)
        for total, parts in found
        if _are_parts(parts, total)
        and (have_one_noun(total, rest) or total.unit == rest.unit != "units" or rest in named)
    ]
    nearest = min(totals, key=_measure_gap, default=None)
    if nearest is not None and _measure_gap(nearest) < FAR:
        yield nearest


def _is_in_bracket_of_several(sentence: Sentence, claim: Claim) -> bool:
    """Whether a figure and others stand in a bracket, which says more of the one before: ``21 (7 here, 12 there)``."""
    number = sentence.claims.index(claim)
    return any(re.search(rf"⟦[A-Z]{number}⟧", one) for one in IN_BRACKETS.findall(sentence.words))


def _is_score(sentence: Sentence, one: Claim) -> bool:
    """Whether a figure is one of two sides: ``losers outnumbered gainers 560 to 442, with the remaining 186 flat``."""
    number = sentence.claims.index(one) if one in sentence.claims else -1
    between = sentence.words.partition(f"{number}⟧")[2].partition("⟦")[0]
    return REACHES[sentence.language].fullmatch(between.lstrip()) is not None


def _is_item_like(sentence: Sentence, total: Claim, rest: Claim) -> bool:
    """Whether *the rest* get a figure as others do: ``5,000 for a head, 3,500 for a deputy, 2,500 for the others``."""
    pieces = [re.split(rf"⟦[A-Z]{sentence.claims.index(one)}⟧", sentence.words) for one in (total, rest)
              if one in sentence.claims]  # fmt: skip
    behind = [piece[1].split()[:1] for piece in pieces if len(piece) > 1]
    is_ahead = _THE_REST[sentence.language].search(sentence.words[: len(pieces[-1][0])]) is not None
    return len(behind) == len(pieces) == FEWEST - 1 and not is_ahead and bool(behind[0]) and behind[0] == behind[1]


def _is_itself_part(sentence: Sentence, total: Claim) -> bool:
    """Whether words behind a figure make it a part of another: ``4 billion of these``, ``5 million from the prize``."""
    number = sentence.claims.index(total) if total in sentence.claims else -1
    behind = re.split(rf"⟦[A-Z]{number}⟧", sentence.words)[1:]
    return bool(behind) and _OF_THEM[sentence.language].match(behind[0]) is not None


def _measure_gap(found: Total) -> Decimal:
    """How far the parts are from their total, in parts of it; infinitely far from nothing."""
    together, total = sum((part.plain_value for part in found.parts), Decimal(0)), found.total.plain_value
    return abs(together / total - 1) if total else Decimal("Infinity")


def _are_parts(parts: Sequence[Claim], total: Claim) -> bool:
    return (
        total.lower is None
        and all(have_one_kind(part, total) and part.direction is None for part in parts)
        and all(part.plain_value <= total.plain_value for part in parts)
        and have_one_time(*parts, total)
    )


def _find_shares_of_share(sentence: Sentence) -> Iterator[Total]:
    """A share and parts of it behind a colon: ``Asia has 60%: 40% comes from China and 20% from Japan``."""
    language = sentence.language
    match = _SHARES_OF_SHARE[language].search(sentence.words)
    if match is None or NOT_ALL_PARTS[language].search(match[0]) or NOT_PARTS[language].search(match[0]):
        return
    if IN_PLACES[language].search(match["items"]) and not _DIVIDED[language].search(
        sentence.words[: match.end("total")]
    ):
        return  # "turnout was 68%: 71% among men and 65% among women"
    parts = [sentence.claims[int(number)] for number in re.findall(r"(\d+)⟧", match["items"])]
    found = Total(tuple(parts), sentence.claims[int(match["total"])], is_whole=False)
    is_sure = all(part.kind in PERCENT_KINDS and part.unit == found.total.unit and not part.direction for part in parts)
    is_of_all = abs(sum((part.plain_value for part in parts), Decimal(-100))) <= len(parts)
    if is_sure and not is_of_all and _measure_gap(found) < FAR:
        yield found
