"""Shares that divide one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind
from indicators.claims.relations.marked_sentences import MARK, MARKED, Sentence
from indicators.language.languages import PerLanguage, compile_pattern
from indicators.model.observations import Qualifier

_OTHER_TIME: Final = PerLanguage(
    lambda known: re.compile(
        rf"{known.any_word('conjunctions')}|{known.alternatives('time_in_sentence')}", re.IGNORECASE
    )
)


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares that divide one whole; `is_whole` if they include the rest, so that they add up to 100%, not to less."""

    shares: tuple[Claim, ...]
    is_whole: bool


_TO: Final = PerLanguage(lambda known: re.compile(rf"\s*(?:{known.any_word('range_to')})\s*", re.IGNORECASE))
_HEAD: Final = re.compile(r"^(?:[^⟦⟧]|⟦[MCQ]\d+⟧)*⟦[SRG]\d+⟧[^⟦⟧:：]{0,60}[:：][^⟦⟧]{0,40}⟦[SRG]")
_OWN_RATE: Final = compile_pattern("own_rate")
_EACH: Final = compile_pattern("each_word")
_REST: Final = compile_pattern("the_rest")
_REST_WITH_FIGURE: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('the_rest')})[^⟦⟧,;，；]{{0,40}}⟦[SRG]"
        rf"|⟦[SRG]\d+⟧(?! ?(?:{known.any_word('and_')}))[^⟦⟧,;，；、]{{0,6}}(?:{known.alternatives('the_rest')})",
        re.IGNORECASE,
    )
)
_SIDES: Final = (*map(compile_pattern, ("in_favour", "opposed", "undecided")),)
_DIVIDED: Final = compile_pattern("divided")
_IN_ORDER: Final = compile_pattern("respectively")
_OVERLAPPING: Final = compile_pattern("overlapping")
_SEEN_FROM: Final = compile_pattern("seen_from")
_OF_WHICH: Final = compile_pattern("of_which")
_IN_BRACKETS: Final = re.compile(r"[(（]⟦[SRG]\d+⟧[)）]")
_HAN: Final = re.compile("[\\u4e00-\\u9fff]")
_AGAIN: Final = PerLanguage(
    lambda known: re.compile(
        rf"⟦[SRG]\d+⟧ ?[,;(—–-]+ ?(?:{known.alternatives('or_share')}) ?(?:{known.alternatives('about')})? ?$",
        re.IGNORECASE,
    )
)
_UP_TO: Final = (Qualifier.LESS_THAN, Qualifier.UP_TO)
_AROUND_ITEMS: Final = " ,.，。、;—–-"
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONG_ITEM: Final = 40
_NEAR_BEGINNING: Final = 4  # characters
_COME_FROM: Final = compile_pattern("come_from")
_OF_ALL_LIST: Final = compile_pattern("of_one_whole")
_DASH: Final = re.compile(r"\s*[-–—]\s*")
_CLAUSE_END: Final = re.compile(r"[,;，；]")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_PLACES: Final = PerLanguage(
    lambda known: re.compile(rf"⟦[SRG]\d+⟧[^⟦⟧]{{0,30}}?\b(?:{known.alternatives('in_places')})\s+\w")
)


def _have_one_shape(words: str) -> bool:
    """Whether all items of a list begin alike, as in ``45% from Asia, 30% from Europe``."""
    first, *others = (item.strip(_AROUND_ITEMS) for item in MARKED.split(words)[1:])
    begin = [_WORD.match(other) for other in others]
    starts = {word[0][:2] if word and _HAN.match(word[0]) else word and word[0] for word in begin}
    start = starts.pop() if len(starts) == 1 else None
    return start is not None and start in first and all(len(other) < _LONG_ITEM for other in others)


def find_shares(sentence: Sentence) -> Iterator[Shares]:
    """Find shares that divide one whole; none if the groups may overlap or the wholes differ."""
    words, language = sentence.words, sentence.language
    shares = [claim for claim in sentence.claims if claim.kind in PERCENT_KINDS and not _is_again(sentence, claim)]
    first = shares[0] if shares else None
    if len(shares) > 2 and _HEAD.search(words):
        shares = shares[1:]  # "two thirds were exported: 30% to Italy, 20% to Spain"
    subjects = words if any(claim.kind is ClaimKind.RATE for claim in shares) else ""
    subjects = " ".join((subjects, *(claim.subject for claim in shares)))
    if not _can_be_of_one_whole(shares) or _OWN_RATE[language].search(subjects) or _EACH[language].search(words):
        return  # "35% for one, 27.5% apiece for two others"
    the_rest = _REST[language].search(words)
    rest = the_rest is not None
    if the_rest is not None:
        shares = _cut_behind_rest(sentence, shares, the_rest.end())
    is_list = _OF_ALL_LIST[language].match(words) is not None and _have_one_shape(words)
    plain = _cut_attribution(words, whole=not rest)
    is_from = is_list or rest or len(_IN_BRACKETS.findall(words)) == len(shares)
    plain = _COME_FROM[language].sub(" ", plain) if is_from else plain
    are_votes = len(shares) > 2 and all(side[language].search(words) for side in _SIDES)
    is_of_several = _are_of_several(words, language, rest=rest) or _OVERLAPPING[language].search(plain)
    if (is_of_several and not are_votes) or not (rest or is_list or are_votes or _DIVIDED[language].search(words)):
        return
    kinds = {claim.kind for claim in shares}
    is_divided = _DIVIDED[language].search(words) and len(kinds) == 1
    if ClaimKind.RATE in kinds and not (is_list or is_divided or are_votes):
        return  # rates of tax and the like
    if _OF_WHICH[language].search(sentence.plain) and not rest:
        return  # shares of a share, unless the rest is given too
    wholes = _list_wholes(shares, whatever=rest or is_list)
    periods = {claim.period for claim in shares if claim.period is not None}
    are_apart = not (rest or is_list) and _have_others_between(sentence, shares)
    if are_apart or len(wholes) > 1 or len(periods) > 1 or len(set(_YEAR.findall(sentence.plain))) > 1:
        return
    if len(_IN_PLACES[language].findall(words)) > 1 and not rest and not is_list:
        return
    between = [gap for gap in MARKED.split(words)[1:-1] if not _REST[language].search(gap)]  # "while the rest"
    if (
        any(map(_OTHER_TIME[language].search, between))
        or any(map(_TO[language].fullmatch, between))
        or any(map(_DASH.fullmatch, between))
    ):
        return  # "72% thought so in June, while now that share is 38%", "a third to a half"
    has_figure = _REST_WITH_FIGURE[language].search(words[_find_last(words) :]) is not None  # the rest comes last
    is_open = shares[-1].qualifier in _UP_TO  # "all others less than 1%", perhaps each
    yield Shares(tuple(shares), rest and has_figure and shares[0] is first and not is_open)


def _is_again(sentence: Sentence, claim: Claim) -> bool:
    """Whether a share is the one before it in other words: ``63%, that is almost two thirds``."""
    ahead = re.split(rf"⟦[A-Z]{sentence.claims.index(claim)}⟧", sentence.words)[0]
    return _AGAIN[sentence.language].search(ahead) is not None


def begins_with_rest(sentence: Sentence) -> bool:
    """Whether a sentence gives the share that the one before left: ``The remaining 25% comes from water``."""
    rest = _REST[sentence.language].search(sentence.words.partition("⟦")[0])
    return rest is not None and rest.start() <= _NEAR_BEGINNING and len(sentence.claims) == 1


def _are_of_several(words: str, language: str, *, rest: bool) -> bool:
    """Whether words say that each share has a whole of its own.

    ``75% of complaints are of cars; by reason, 70% are of delays`` or
    ``55% and 62% of new shops, respectively``
    """
    between = "".join(MARKED.split(words)[1:-1])
    is_in_order = not rest and _IN_ORDER[language].search(words) is not None
    return is_in_order or _SEEN_FROM[language].search(between) is not None


def _cut_behind_rest(sentence: Sentence, shares: list[Claim], end: int) -> list[Claim]:
    """The shares up to the first behind *the rest*, if that is not the last: it closes the list."""
    behind = [sentence.claims[int(mark["number"])] for mark in MARK.finditer(sentence.words, end)]
    last = next((claim for claim in behind if claim in shares), shares[-1])
    return shares[: shares.index(last) + 1]


def _have_others_between(sentence: Sentence, shares: list[Claim]) -> bool:
    """Whether other figures are between shares: ``76% are private, with metals ahead at 950 million, or 42%``."""
    numbers = [number for number, claim in enumerate(sentence.claims) if claim in shares and not claim.restates]
    return numbers[-1] - numbers[0] >= len(numbers)


def _find_last(words: str) -> int:
    """Where the words of the last figure begin: behind the figure before it."""
    marks = list(MARK.finditer(words))
    return marks[-2].end() if len(marks) > 1 else 0


def _cut_attribution(words: str, *, whole: bool) -> str:
    """The words of a sentence up to the end of the clause of its last figure, without who said it.

    Args:
        words: The words with marked figures.
        whole: Whether those before the first figure count as well, which an attribution may be.
    """
    marks = list(MARK.finditer(words))
    end = _CLAUSE_END.search(words, marks[-1].end())
    return MARK.sub(" ", words[0 if whole else marks[0].end() : end.start() if end else None])


def _can_be_of_one_whole(shares: list[Claim]) -> bool:
    """Whether they are shares at one time, and not ages, growth, a share before and after, or each of its own GDP."""
    if not 2 <= len(shares) <= 15 or any("unit" in claim.inferred for claim in shares):
        return False
    if any(claim.kind is ClaimKind.GROWTH or claim.direction or claim.plain_value > 100 for claim in shares):
        return False
    if len({claim.unit for claim in shares}) > 1:
        return False
    return len({claim.areas for claim in shares}) == 1 or all(claim.unit != "% of GDP" for claim in shares)


def _list_wholes(shares: list[Claim], *, whatever: bool) -> set[str]:
    """What shares are of: a later base is another one unless the first share's words name it, or `whatever` it is.

    *Market shares of 45% and 40%; a third of sales are online*
    """
    named = {" ".join(claim.denominator.casefold().split()) for claim in shares if claim.denominator}
    first = shares[0].subject.casefold()
    is_other = any(not any(word in first for word in base.split()) for base in named)
    return named | ({first} if is_other and not (whatever or shares[0].denominator) else set())
