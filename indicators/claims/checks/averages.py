"""An average compared with its members: it lies between the smallest and the largest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import Final

from indicators.claims.checks import check_messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict
from indicators.claims.intervals import Interval, are_worlds_apart
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.listed_values import names_number, share_stem, stem_words
from indicators.claims.relations.marked_sentences import CONJUNCTION, MARK, Sentence, resolve_claim_id
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, compile_pattern
from indicators.model.observations import Qualifier

_AVERAGE: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('average')})(?P<what>[^⟦⟧]{{0,40}}?)⟦[A-Z](?P<ahead>\d+)⟧(?!、⟦)"
        rf"|⟦[A-Z](?P<behind>\d+)⟧(?: (?:{known.alternatives('per')}) \w+)?[ ,]{{0,2}}"
        rf"(?:{known.alternatives('average_behind')})"
        rf"(?![^⟦⟧;.。]{{0,16}}⟦)",
        re.IGNORECASE,
    )
)
_LISTED: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('average')})(?P<what>[^⟦⟧.;。；]{{1,50}})(?:⟦[MCQSRGI]\d+⟧[^⟦⟧;。；]{{1,12}}){{2,12}}"
        rf"⟦[MCQSRGI]\d+⟧[,，)—– ]{{1,3}}(?:{known.alternatives('adds_up')})[^⟦⟧,;。，；]{{0,12}}⟦[MCQSRGI]\d+⟧",
        re.IGNORECASE,
    )
)
_MARK: Final = re.compile(r"⟦[MCQSRGI](\d+)⟧")
_BESIDE: Final = re.compile(r"⟦[MCQSRGI]\d+⟧[ ,，(（;；—–-]*$")
_IN_ORDER: Final = compile_pattern("respectively")
_EXCEEDS: Final = compile_pattern("exceeds")
_COMPARED: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.any_word('compared_level', 'compared_surely')}) (?:\w{{1,5}} )?$", re.IGNORECASE
    )
)
_RANGE: Final = compile_pattern("ranges_from")
_RANGE_BEHIND: Final = PerLanguage(
    lambda known: re.compile(
        rf"[^⟦⟧。]{{0,60}}?(?:(?:{known.alternatives('ranges_from')}) ?⟦[MCQSRGI]\d+⟧"
        r"(?:[^⟦⟧;]{1,30}⟦[MCQSRGI]\d+⟧)?"
        rf"|(?:{known.any_word('between')}) ?⟦[MCQSRGI]\d+⟧[^⟦⟧]{{1,8}}⟦[MCQSRGI]\d+⟧|⟦[MCQSRGI]\d+⟧)",
        re.IGNORECASE,
    )
)
_BETWEEN: Final = PerLanguage(lambda known: re.compile(known.any_word("between"), re.IGNORECASE))
_FEWEST: Final = 3
_NOUNS: Final = re.compile(r"\b[^\W\d_\u4e00-\u9fff]{5,}|[\u4e00-\u9fff]{4,}")
_UP: Final = compile_pattern("up")
_DOWN: Final = compile_pattern("down")
_AHEAD: Final = 12  # characters
_SMALLEST: Final = compile_pattern("smallest")
_LARGEST: Final = compile_pattern("largest")
_WIDER: Final = compile_pattern("wider_group")


def check_averages(context: CheckContext) -> Iterator[Finding]:
    """Find averages outside the range of the members that the sentence names as all of them."""
    for sentence in (*context.sentences, *_join_ranges(context.sentences)):
        match = _AVERAGE[sentence.language].search(sentence.words)
        if match is None or _WIDER[sentence.language].search(sentence.words):
            continue
        if listed := _find_list_behind(sentence, match.start()):
            yield _compare(listed[-1], listed[:-1])
            continue
        if _IN_ORDER[sentence.language].search(match["what"] or ""):
            continue  # "averages of 4%, 5% and 6% respectively": each of others
        average = sentence.claims[int(match["ahead"] or match["behind"])]
        ahead = sentence.words[: match.start()].rpartition("⟧")[2]
        is_base = any(cue[sentence.language].search(ahead) for cue in (_EXCEEDS, _COMPARED))
        if average.qualifier not in (None, Qualifier.ABOUT) or is_base:
            continue  # "above the average of 8.7%", which is that of others
        is_other = _is_of_other_measure(match["what"] or "", sentence.words[: match.start()], sentence.language)
        members = [] if is_other else _find_members(context, sentence, match.start(), average)
        members = members or _find_range_behind(context, sentence, match.end(), average)
        if members:
            finding = _compare(average, members)
            is_other = all(are_worlds_apart(average.plain_value, member.plain_value) for member in members)
            if finding.verdict is Verdict.CONSISTENT or not is_other:
                yield finding


def _join_ranges(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """An average and a range in two sentences, joined: ``The average rent was 800. Rents ranged from 500 to 900``."""
    for earlier, later in pairwise(sentences):
        sizes = sorted((len(earlier.claims), len(later.claims)))
        ranged = earlier if len(later.claims) == 1 else later
        if later.follows(earlier) and sizes in ([1, 1], [1, 2]) and _RANGE[later.language].search(ranged.words):
            named = [stem_words(MARK.split(one.words)[0]) for one in (earlier, later)]
            if share_stem(*named):
                yield earlier.join(later)


def _is_of_other_measure(what: str, ahead: str, language: str) -> bool:
    """Whether an average is of something else than the figures ahead, or it is its growth that is given."""
    if any(way[language].search(what) for way in (_UP, _DOWN)):
        return True  # "the average price rose 1%"
    own = stem_words(" ".join(_NOUNS.findall(what)))
    return bool(own) and not share_stem(own, stem_words(ahead))  # "margins of 38 and 56%; average cost of debt 3.5%"


def _find_members(context: CheckContext, sentence: Sentence, end: int, average: Claim) -> list[Claim]:
    """The figures that the average is of: all of one unit before it, if words say that they are all there are."""
    before = [sentence.claims[int(number)] for number in _MARK.findall(sentence.words[:end])]
    members = [
        claim
        for claim in before
        if claim.kind is average.kind and (_have_one_unit(claim, average) or _is_bare(average))
    ]
    number, *others = members or [average]
    is_counted = (
        len(others) >= _FEWEST - 1 and number.plain_value == len(others) and number.counted != others[0].counted
    )
    members = others if is_counted else members  # "four plants made 120, 150, 160 and 170"
    periods = {claim.period for claim in (*members, average) if claim.period is not None}
    alike = len({claim.counted[:4].casefold() for claim in members if claim.counted}) < 2
    if any(claim.restates or claim.is_forecast for claim in members) or not alike:
        return []
    times = [claim.period for claim in members if claim.period is not None]
    if len(times) == len(members) >= _FEWEST and all((two.first - one.last).days == 1 for one, two in pairwise(times)):
        return members  # a quarter by its months
    if len(periods) > 1:
        return []
    is_beside = members[:1] == before[-1:] and _BESIDE.search(sentence.words[:end]) is not None
    if len(members) == 1 and members[0].lower is not None and (is_beside or _is_range(context, sentence, members[0])):
        return members  # "900 to 1,400 euros, on average 1,160"
    if _RANGE[sentence.language].search(sentence.words[:end]):
        return members if len(members) == 2 or (len(members) == 1 and members[0].lower is not None) else []
    counts = {int(claim.plain_value) for claim in before if claim.unit != average.unit and claim.plain_value < 20}
    ahead = (
        f"{MARK.split(sentence.words)[0]} {MARK.split(sentence.words[:end])[-1]}"  # or "on the three days, on average"
    )
    is_closed = _IN_ORDER[sentence.language].search(sentence.words[:end]) or len(members) in counts
    are_ends = all(most[sentence.language].search(sentence.words[:end]) for most in (_SMALLEST, _LARGEST))
    is_closed = is_closed or (are_ends and len(members) == len(before) == 2)  # "the cheapest costs 7, the dearest 15"
    is_closed = is_closed or is_counted or names_number(ahead, len(members), sentence.language)
    return members if len(members) >= 2 and is_closed else []


def _find_list_behind(sentence: Sentence, start: int) -> list[Claim]:
    """So many members and then their average: ``the average of the four quarters, 5, 6, 7 and 8%, was 6.5%``."""
    match = _LISTED[sentence.language].search(sentence.words, start)
    if match is None:
        return []
    listed = [sentence.claims[int(number)] for number in _MARK.findall(match[0])]
    are_alike = all(one.kind is listed[-1].kind and one.unit == listed[-1].unit for one in listed)
    is_named = names_number(match["what"], len(listed) - 1, sentence.language)
    return listed if are_alike and is_named and not any(one.restates for one in listed) else []


def _find_range_behind(context: CheckContext, sentence: Sentence, start: int, average: Claim) -> list[Claim]:
    """The two ends of a range behind an average: ``an average of 412 each, with shops selling between 190 and 690``."""
    match = _RANGE_BEHIND[sentence.language].match(sentence.words, start)
    if average.lower is not None or match is None or CONJUNCTION[sentence.language].search(match[0]):
        return []
    ends = [sentence.claims[int(number)] for number in _MARK.findall(match[0])]
    are_alike = all(end.kind is average.kind and (_have_one_unit(end, average) or _is_bare(end)) for end in ends)
    return ends if are_alike and (len(ends) > 1 or _is_range(context, sentence, ends[0])) else []


def _is_range(context: CheckContext, sentence: Sentence, member: Claim) -> bool:
    """Whether a figure is printed as a range from the smallest to the largest: ``between 190 and 690``."""
    place = member.place
    if place is None or place.start is None or member.lower is None:
        return False
    words = context.reading.document.text[max(0, place.start - _AHEAD) : place.end]  # "ranged from 210 to 260"
    return bool(_BETWEEN[sentence.language].match(words[-((place.end or 0) - place.start) :])) or bool(
        _RANGE[sentence.language].search(words)
    )


def _is_bare(claim: Claim) -> bool:
    """Whether a number has no unit of its own, so that it counts what the average counts."""
    return claim.kind is ClaimKind.COUNT and not resolve_claim_id(claim.id)


def _have_one_unit(member: Claim, average: Claim) -> bool:
    """Whether the units are the same, or the average leaves out what they are per."""
    return average.unit in (member.unit, member.unit.partition(" per ")[0])


def _compare(average: Claim, members: Sequence[Claim]) -> Finding:
    around = reduce(Interval.span, (member.interval for member in members))
    fits = around.overlaps(average.interval)
    message = check_messages.AVERAGE_FITS if fits else check_messages.AVERAGE_OUTSIDE
    ends = [
        replace(member, value=end, lower=None, upper=None)
        for member in members
        for end in (member.lower, member.upper)
        if end is not None
    ]
    low, high = (format_claim(pick(ends or members, key=lambda claim: claim.plain_value)) for pick in (min, max))
    chain = (Figure.from_claim(average, check_messages.LABEL_AVERAGE), *map(Figure.from_claim, members))
    reason = message.format(average=format_claim(average), low=low, high=high)
    ids = (average.id, *(member.id for member in members))
    return Finding(Verdict.judge(fits=fits), reason, ids, chain, is_by_place=True)
