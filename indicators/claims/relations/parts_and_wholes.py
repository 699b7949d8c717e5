"""A part of a whole that words relate, with its share or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, have_one_kind, have_one_time
from indicators.claims.relations.change_words import BY_STEP
from indicators.claims.relations.marked_sentences import CONJUNCTION, MARK, Sentence, compile_template
from indicators.claims.relations.old_levels import MOVED
from indicators.claims.relations.share_bases import has_other_base, names_other_base
from indicators.language.languages import PerLanguage, Vocabulary, compile_pattern


@dataclass(frozen=True, slots=True)
class PartOfWhole:
    """A part of a whole, and the stated share of it, if any; `others` are other figures that it may be a part of.

    `left_by` is the share that leaves this one: the half of "Half of the 800 went home. The remaining 500 did not".
    """

    part: Claim
    whole: Claim
    share: Claim | None
    others: tuple[Claim, ...] = ()
    left_by: Claim | None = None


_NO_LETTER: Final = r"(?<![^\W\d_\u4e00-\u9fff])"  # ahead: the *or* of *for* is no word
_ROLES: Final = ("part", "whole", "share")


def compile_parts(template: str, known: Vocabulary) -> re.Pattern[str]:
    """Compile a template of a whole ``<Y>``, its part ``<X>`` and the share ``<S>``, with ``<OR>`` between the two."""
    marks = {
        "<Y>": r"⟦[MCQ](?P<whole>\d+)⟧",
        "<X>": r"⟦[MCQ](?P<part>\d+)⟧",
        "<S>": r"⟦[SRG](?P<share>\d+)⟧",
        "<OR>": rf"(?: ?[,—–:-]? ?{_NO_LETTER}(?:{known.alternatives('or_share')})| ?[(（—–:])"
        rf" ?(?:{known.alternatives('about')})?",
    }
    return compile_template(template, marks)


# Parts with a share, and parts without one, which can at most equal the whole.
_PARTS: Final = PerLanguage(
    lambda known: tuple(
        compile_parts(text, known)
        for name in ("part_and_share", "part_without_share")
        for text in known.templates(name)
    )
)
_WHOLE: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:^|[.;:,—–(（] ?|\bout )(?:{known.alternatives('of_sum')})⟦[MCQ](?P<whole>\d+)⟧"
        # "Of its revenue of 800 million,"
        rf"|^(?:{known.alternatives('of_sum')})[^⟦⟧,;:.]{{3,30}}⟦[MCQ](?P<named>\d+)⟧(?=,)",
        re.IGNORECASE,
    )
)


def _compile_part_or_share(known: Vocabulary) -> str:
    or_ = rf"(?:[,;(（—–-]+ ?(?:{known.alternatives('or_share')})\b|[(（]) ?(?:{known.alternatives('about')})?"
    return rf"⟦[MCQ](?P<part>\d+)⟧[^⟦⟧.。]{{0,40}}?{or_}⟦[SRG](?P<share>\d+)⟧"


def _compile_beside(known: Vocabulary) -> tuple[re.Pattern[str], ...]:
    """A part with its share behind it, and a share with its part."""
    or_, about = known.alternatives("or_share"), known.alternatives("about")
    ahead = rf"⟦[SRG](?P<share>\d+)⟧[^⟦⟧.。]{{0,12}}?[,(（—–-]+ ?(?:{or_})\b ?(?:{about})?⟦[MCQ](?P<part>\d+)⟧"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (_compile_part_or_share(known), ahead))


_BESIDE: Final = PerLanguage(_compile_beside)
_WHOLE_BEHIND: Final = PerLanguage(
    lambda known: re.compile(
        rf"{_compile_part_or_share(known)} (?:{known.alternatives('of')})\b[^⟦⟧,;.]{{0,60}}⟦[MCQ](?P<whole>\d+)⟧",
        re.IGNORECASE,
    )
)
_WHOLE_BETWEEN: Final = PerLanguage(
    lambda known: re.compile(
        rf"⟦[MCQ](?P<part>\d+)⟧ (?:{known.alternatives('of')})\b[^⟦⟧,;.]{{0,30}}⟦[MCQ](?P<whole>\d+)⟧[^⟦⟧.;]{{0,60}}"
        rf"[,(（—–-]+ ?(?:{known.alternatives('or_share')})\b ?(?:{known.alternatives('about')})?⟦[SRG](?P<share>\d+)⟧",
        re.IGNORECASE,
    )
)


_SHARE_AHEAD: Final = PerLanguage(  # "60% of the crop: 20 of 50 million tonnes"
    lambda known: re.compile(
        rf"⟦[SR](?P<share>\d+)⟧[^⟦⟧.;]{{0,40}}[:(（：—–] ?⟦[MCQ](?P<part>\d+)⟧ (?:{known.alternatives('of')}) "
        r"(?:\w{2,5} )?⟦[MCQ](?P<whole>\d+)⟧",
        re.IGNORECASE,
    )
)
_BRACKETED: Final = re.compile(r"[(（]⟦[MCQ]\d+⟧[)）]")
_BREAK: Final = re.compile(r"[.,;:，；：]")  # also of an abbreviation: "under art. 156"
_OF_OWNER: Final = PerLanguage(  # "130 of the firm's 110 employees"
    lambda known: re.compile(
        rf"⟦[MCQ](?P<part>\d+)⟧ (?:{known.alternatives('of')}) (?:\w{{2,5}} )?\w+['’]s? ⟦[MCQ](?P<whole>\d+)⟧",
        re.IGNORECASE,
    )
)
_AGAIN: Final = re.compile(r" ?(?:[^\W\d_]+ )?[(（]")
_CLOSES: Final = re.compile(r" ?[)）]")
_APPOSED: Final = re.compile(r"[,(—–] ?$")
_NAMED: Final = PerLanguage(  # ", a turnout of"
    lambda known: re.compile(
        rf"[,(—–] ?(?:{known.any_word('one_article')}) [^\W\d_]+ (?:{known.alternatives('of')}) $", re.IGNORECASE
    )
)
_EXPLAINED: Final = re.compile(r"[^⟦⟧.;:]{0,20}[:：—–] ?[^⟦⟧,.;:]{2,20}$")
_ENDS: Final = re.compile(r"\s?(?:[.;)]|$)")
_NEXT: Final = re.compile(r",")
_OF_IT: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:(?:^|[.;:,] ){known.alternatives('of_sum')}|\b(?:{known.alternatives('of')}) (?:\w{{1,6}} )?)$",
        re.IGNORECASE,
    )
)
_LAST_OF_LIST: Final = PerLanguage(
    lambda known: re.compile(
        r"⟦[MCQ]\d+⟧[^⟦⟧;.]{0,30},[^⟦⟧;.,]{0,30}⟦[MCQ]\d+⟧[^⟦⟧;.,]{0,30},? "
        rf"(?:{known.any_word('and_')}) [^⟦⟧;.,]{{0,30}}$",
        re.IGNORECASE,
    )
)
_BARE: Final = re.compile(r"(?<![\d⟦A-Z-])\d{1,3}(?![\d⟧%])")


def find_parts(sentence: Sentence) -> Iterator[PartOfWhole]:
    """Find the parts of wholes in a sentence."""
    claims, words, language = sentence.claims, sentence.words, sentence.language
    places = {int(mark["number"]): mark.span() for mark in MARK.finditer(words)}
    seen: set[str] = set()
    matches = (*_match_templates(sentence), *_match_roles(sentence), *_match_gdp(sentence), *_match_apposed(sentence))
    for found in sorted(matches, key=lambda one: "share" not in one):
        part, whole = claims[found["part"]], claims[found["whole"]]
        share = claims[found["share"]] if "share" in found else None
        changes = share is not None and (share.direction is not None or share.kind not in PERCENT_KINDS)
        gap = 0 if share is None else places[found["whole"]][0] - places[found["share"]][1]
        is_of_one_time = have_one_time(part, whole) or 0 < gap <= _CLOSE  # "half the 420,000 of 2019"
        if part.id in seen or changes or not have_one_kind(part, whole) or not is_of_one_time:
            continue
        if _BARE.search(words[places[found["part"]][1] : places[found["whole"]][0]]):
            continue  # "of the 200 firms 57 of 910 members": another number is the part
        if _is_no_part(words, places[found["part"]], language) or len(_BRACKETED.findall(words)) > 1:
            continue  # "Kano (524), Bauchi (347) and Borno (139) have 87.3% of 1,825 cases"
        if share is not None and _LAST_OF_LIST[language].search(words[: places[found["part"]][0]]):
            continue  # "Bauchi with 855 cases, Katsina with 396 and Kano's 306 have 73.2% of 2,127 cases"
        if (
            part.kind is ClaimKind.AMOUNT
            and _AGAIN.fullmatch(words[places[found["whole"]][1] : places[found["part"]][0]])
            and _CLOSES.match(words, places[found["part"]][1])
        ):
            continue  # "75% of its debt of 10.6 billion crowns (1.4 billion)"
        if _is_no_whole(words, places[found["whole"]], language, has_share=share is not None):
            continue
        if share is not None and _is_share_of_other(sentence, part, whole, share):
            continue
        if share is not None and part.plain_value > whole.plain_value and _RATIO[language].search(share.subject):
            part, whole = whole, part  # "deposits of 96 and loans of 72, a loan-to-deposit ratio of 75%"
        seen.add(part.id)
        others = (one for one in claims if one not in (part, whole) and have_one_kind(part, one))
        yield PartOfWhole(part, whole, share, tuple(others))


def _is_share_of_other(sentence: Sentence, part: Claim, whole: Claim, share: Claim) -> bool:
    """Whether a percentage is none of the part in the whole: interest, a step, or a share of something else."""
    words, language = sentence.words, sentence.language
    places = {int(mark["number"]): mark.span() for mark in MARK.finditer(words)}
    of_part, of_whole, of_share = (places[sentence.claims.index(claim)] for claim in (part, whole, share))
    ahead, last = words[: of_share[0]], max(end for _, end in (of_part, of_whole, of_share))
    is_of_gdp = share.unit == "% of GDP" or _OF_GDP[language].match(words, of_share[1])
    if is_of_gdp and not _is_gdp(whole, words[: of_whole[0]], language):
        return True
    if _OVER_TIME[language].match(words, of_share[1]):
        return True  # "sales of 3.7 billion are 257 million, or 7.4%, over the first half of last year"
    if _AT_A_RATE[language].search(ahead) or _is_step(ahead, share, language):
        return True  # "$350m at 7.5%", "exceeded last year's 300 by 12%"
    is_part_between = of_share[1] < of_part[0] < of_whole[0]  # "60% of the crop: 20 of 50 million tonnes"
    until_whole = "" if is_part_between else words[of_share[1] : of_whole[0]]  # "10% of GNP, against 2 billion"
    is_other = any(has_other_base(behind, whole, language) for behind in (words[last:], until_whole))
    until_share = words[of_part[1] : of_share[0]]
    of_year = _OF_YEAR[language].match(words, of_share[1])
    is_other |= any(one[language].search(until_whole) for one in (_NEXT_ITEM, _NEXT_CLAUSE, CONJUNCTION))
    is_other |= of_year is not None and not _OF_ALL[language].search(of_year[0])
    is_other |= bool(_NEXT_CLAUSE[language].search(until_share) or _NEXT_BRACKET.search(until_share))
    is_other = is_other or names_other_base(share, part, whole, language)
    return share.unit != "% of GDP" and is_other


def _is_gdp(claim: Claim, ahead: str, language: str) -> bool:
    """Whether an amount is GDP, by its indicator or the words right before it: ``in an economy of 240 billion``."""
    near = _NARROWER[language].sub("", ahead[-_NEAR:])  # the digital economy is not all of it
    return claim.indicator == "gdp" or _ECONOMY[language].search(near) is not None


def _match_gdp(sentence: Sentence) -> Iterator[dict[str, int]]:
    """The only other amount of a sentence that gives GDP and a share of it."""
    words, language = sentence.words, sentence.language
    marks = [mark for mark in MARK.finditer(words) if mark["letter"] in "MSR"]
    amounts = [mark for mark in marks if mark["letter"] == "M"]
    shares = [mark for mark in marks if sentence.claims[int(mark["number"])].unit == "% of GDP"]
    if (len(marks), len(amounts), len(shares)) != (3, 2, 1):
        return
    wholes = [
        mark for mark in amounts if _is_gdp(sentence.claims[int(mark["number"])], words[: mark.start()], language)
    ]
    if len(wholes) == 1:
        part = next(mark for mark in amounts if mark is not wholes[0])
        first, last = sorted((part, shares[0]), key=lambda mark: mark.start())
        if _NEXT_PART.search(words[first.end() : last.start()]):
            return  # "manufacturing was 24.8% of GDP; profits were 559 billion"
        roles = {"part": part, "whole": wholes[0], "share": shares[0]}
        yield {name: int(mark["number"]) for name, mark in roles.items()}


def _match_templates(sentence: Sentence) -> Iterator[dict[str, int]]:
    """The numbers of parts, wholes and shares by the templates of the language."""
    for pattern in _PARTS[sentence.language]:
        for match in pattern.finditer(sentence.words):
            yield {name: int(number) for name, number in match.groupdict().items() if name in _ROLES}


def _match_roles(sentence: Sentence) -> Iterator[dict[str, int]]:
    """A part right beside its share, and the one figure before it that the sentence takes a part of.

    ``Of the 9,300 who took part in the spring, 6,110, or 65.7%, said``, however many words are between.
    """
    words, language = sentence.words, sentence.language
    wholes = [match for match in _WHOLE[language].finditer(words) if not _TO[language].match(words, match.end())]
    for pattern in (_WHOLE_BEHIND[language], _WHOLE_BETWEEN[language], _SHARE_AHEAD[language]):
        for match in pattern.finditer(words):
            yield {name: int(number) for name, number in match.groupdict().items() if name in _ROLES}
    for pattern in _BESIDE[language] if len(wholes) == 1 else ():
        whole = int(wholes[0]["whole"] or wholes[0]["named"])
        for match in pattern.finditer(words):
            if wholes[0].end() <= match.end("part") and whole != int(match["part"]):
                yield {name: int(match[name]) for name in ("part", "share")} | {"whole": whole}


def _match_apposed(sentence: Sentence) -> Iterator[dict[str, int]]:
    """A share beside the only part and whole: ``of ⟦40⟧ ⟦10⟧ were accepted, ⟦a quarter⟧``, ``⟦25%⟧: of ⟦40⟧``."""
    words, language = sentence.words, sentence.language
    marks = list(MARK.finditer(words))
    if len(marks) == 2:
        yield from _match_pair(words, marks, language)
    is_first = bool(marks) and marks[0]["letter"] in "SR"
    share, figures = (marks[:1], marks[1:]) if is_first else (marks[2:], marks[:2])
    if len(marks) != 3 or share[0]["letter"] not in "SR" or any(mark["letter"] not in "MCQ" for mark in figures):
        return
    part, whole = sorted(figures, key=lambda mark: sentence.claims[int(mark["number"])].plain_value)
    if is_first:  # and not "The jobless rate is 8%: of the 40 million adults, 20 million"
        is_own = marks[0]["letter"] == "S" and sentence.claims[int(marks[0]["number"])].indicator is None
        is_beside = is_own and _EXPLAINED.match(words[marks[0].end() : marks[1].start()]) is not None
    else:
        is_beside = _is_apposed(words, words[marks[1].end() : share[0].start()], share[0], language)
    if is_beside and _OF_IT[language].search(words[: whole.start()]):
        yield {name: int(mark["number"]) for name, mark in (("part", part), ("whole", whole), ("share", share[0]))}


def _is_apposed(words: str, between: str, share: re.Match[str], language: str) -> bool:
    """Whether a share is of the figures ahead: ``, ⟦30%⟧,`` in their clause, or ``, a turnout of ⟦30%⟧`` behind."""
    is_named = share["letter"] == "S" and _NAMED[language].search(between) is not None
    is_inserted = _NEXT.match(words, share.end()) is not None and len(between.strip()) == 1
    is_last = is_inserted or _ENDS.match(words, share.end()) is not None
    return is_last and (is_named or _APPOSED.search(between) is not None)


def _match_pair(words: str, marks: list[re.Match[str]], language: str) -> Iterator[dict[str, int]]:
    """The only two figures of a sentence: ``Of the ⟦40⟧ schools in town ⟦15⟧ closed``."""
    owned, first = _OF_OWNER[language].search(words), _WHOLE[language].match(words)
    if owned is not None:
        yield {name: int(number) for name, number in owned.groupdict().items()}
    elif first is not None and first["whole"] and not _BREAK.search(words[marks[0].end() : marks[1].start()]):
        yield {"whole": int(marks[0]["number"]), "part": int(marks[1]["number"])}


def _is_no_part(words: str, place: tuple[int, int], language: str) -> bool:
    """Whether a figure is a step or one of each share: ``an increase of 32 million or 20%``, ``24 crowns a share``."""
    is_step = any(
        cue[language].search(words[: place[0]]) for cue in (_CHANGE_CUE, _CHANGE_OF, _ONE)
    )  # "a 38-word note"
    return is_step or _PER_SHARE[language].match(words, place[1]) is not None


def _is_no_whole(words: str, place: tuple[int, int], language: str, *, has_share: bool) -> bool:
    """Whether a figure is a step, a price, a result or a level before: ``grew by 48,000, of which``, ``, from 4``."""
    ahead = words[: place[0]]
    if not has_share and (is_result(words, place, language) or MOVED[language].search(ahead)):
        return True  # of what came and went: "rose 15 million, 18 million of which by purchase"
    if not has_share and _INTENSIVE[language].search(ahead.rpartition("⟧")[2]):
        return True  # "an average wage of 3,200, including 4,100 in banking"
    if _FROM[language].search(ahead) or is_net(ahead, language) or _PER_SHARE[language].match(words, place[1]):
        return True
    cue, near = _CHANGE_CUE[language].search(ahead), ahead[-_NEAR:]
    return cue is not None and (_UP[language].search(near) or _DOWN[language].search(near)) is not None


def is_result(words: str, place: tuple[int, int], language: str) -> bool:
    """Whether a figure is a profit, a loss or a balance, of which gains and losses may each be larger."""
    beside = f"{_CLAUSE_MARK.split(words[: place[0]])[-1]} {_CLAUSE_MARK.split(words[place[1] :])[0]}"
    return _RESULT[language].search(beside.partition("⟦")[0]) is not None


def is_net(ahead: str, language: str) -> bool:
    """Whether a figure is less what went the other way: ``bought a net 5 billion, including 16 billion of bonds``."""
    return _NET[language].search(_CLAUSE_MARK.split(ahead)[-1]) is not None


def _is_step(ahead: str, share: Claim, language: str) -> bool:
    return share.kind is ClaimKind.GROWTH and "".join(ahead.casefold().split()[-1:]) in BY_STEP[language]


_OF_GDP: Final = PerLanguage(
    lambda known: re.compile(rf"\s+(?:{known.alternatives('of')})\s+(?:{known.alternatives('gdp')})", re.IGNORECASE)
)
_FROM: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:[,(]|{known.alternatives('up')}|{known.alternatives('down')}) ?(?:{known.any_word('compared_level')}) ?$",
        re.IGNORECASE,
    )
)
_NARROWER: Final = compile_pattern("narrower")
_TO: Final = PerLanguage(  # "from 400 to 500", where *from* is the word of a whole
    lambda known: re.compile(
        rf" (?:{known.any_word('range_to')}|{known.any_word('level_joint')}|{known.any_word('to_level')}) ⟦",
        re.IGNORECASE,
    )
)
_CLOSE: Final = 25
_ECONOMY: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('gdp')}|{known.alternatives('real_measure')})[^⟦⟧,;]{{0,12}}$", re.IGNORECASE
    )
)
_NEAR: Final = 40
_UP: Final = compile_pattern("up")
_DOWN: Final = compile_pattern("down")
_RATIO: Final = compile_pattern("ratio")
_INTENSIVE: Final = compile_pattern("intensive")
_NET: Final = compile_pattern("net_sum")
_RESULT: Final = PerLanguage(
    lambda known: re.compile(
        "|".join(map(known.alternatives, ("profit", "loss", "surplus", "deficit", "balance"))), re.IGNORECASE
    )
)
_NEXT_PART: Final = re.compile(r"[;；]")
_OF_YEAR: Final = PerLanguage(  # «96,2% к уровню 2015 года»
    lambda known: re.compile(
        rf" (?:{known.any_word('compared_preposition')}) [^⟦⟧,;()]{{0,25}}(?:19|20)\d\d", re.IGNORECASE
    )
)
_NEXT_ITEM: Final = PerLanguage(lambda known: re.compile(rf"\w, (?:{known.any_word('and_')}) ?$", re.IGNORECASE))
_OVER_TIME: Final = PerLanguage(
    lambda known: re.compile(
        rf",? (?:{known.alternatives('than')}) (?:[^\W\d_]+ ){{0,2}}"
        rf"(?:{known.alternatives('time_in_sentence')}|{known.alternatives('year_earlier')})",
        re.IGNORECASE,
    )
)
_NEXT_BRACKET: Final = re.compile(r"[)）].*[(（]")  # "A (97.6% of 248 pupils) and B (97.5% of 1,368)"
_NEXT_CLAUSE: Final = PerLanguage(  # "with the 1.4 million held, it owns 93% of the 5.7 million"
    lambda known: re.compile(rf"[,;] (?:\w+ )?(?:{known.any_word('pronouns')}) (?!⟦)", re.IGNORECASE)
)
_CLAUSE_MARK: Final = re.compile(r"[,;，；⟧]")
_PER_SHARE: Final = PerLanguage(lambda known: re.compile(rf" ?(?:{known.alternatives('per_share')})\b", re.IGNORECASE))
_AT_A_RATE: Final = compile_pattern("at_a_rate")
_CHANGE_CUE: Final = compile_pattern("change_cue")
_ONE: Final = PerLanguage(lambda known: re.compile(rf"(?:{known.any_word('one_article')}) $", re.IGNORECASE))
_CHANGE_OF: Final = PerLanguage(
    lambda known: re.compile(
        rf"\b(?:{known.alternatives('change_noun')}) (?:{known.alternatives('of')}) $", re.IGNORECASE
    )
)
_OF_ALL: Final = compile_pattern("of_all")
