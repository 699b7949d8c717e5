"""A year compared with its months and quarters: of what is made, sold or traded, no part can exceed the whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import pairwise
from operator import add
from typing import Final

from indicators.claims import messages
from indicators.claims.checks import check_messages
from indicators.claims.claim import Claim, ClaimKind
from indicators.claims.findings import Figure, Finding, Verdict, derive_figure
from indicators.claims.intervals import are_worlds_apart
from indicators.claims.relations.change_words import is_one_comparison, name_subject
from indicators.claims.relations.context import CheckContext
from indicators.claims.relations.marked_sentences import Sentence
from indicators.claims.wording import format_claim
from indicators.language.languages import PerLanguage, compile_pattern, tag_sentence
from indicators.language.lexicon import Role
from indicators.model.formatting import join_names
from indicators.model.observations import Measure
from indicators.model.periods import Frequency, TimePeriod

_LEVELS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)
_FLOW: Final = compile_pattern("flow")
_BRINGS_TO: Final = compile_pattern("brings_to")
_COMES_TO: Final = compile_pattern("comes_to")
_IN_ALL: Final = compile_pattern("total_ahead")
_NOT_ADDED: Final = compile_pattern("not_added_over_time")
_COMPARED: Final = PerLanguage(
    lambda known: re.compile(rf"(?:{known.alternatives('than')}|{known.any_word('compared_surely')}) ⟦", re.IGNORECASE)
)
_IN_ORDER: Final = compile_pattern("respectively")
_BY_ITSELF: Final = compile_pattern("by_itself")
_BESIDE: Final = 20  # characters behind a part
_MOST: Final = 5  # quarters and their year
_FEWEST: Final = 2
_LONGEST_YEAR: Final = 366  # days
_MARK: Final = re.compile(r"⟦[A-Z](\d+)⟧")


def check_parts_of_a_year(context: CheckContext) -> Iterator[Finding]:
    """Find years that are smaller than the months or quarters in them."""
    seen: set[frozenset[str]] = set()
    groups = (
        *_group_by_indicator(context), *map(_group_sentence, context.sentences), *_group_two(context.sentences)
    )  # fmt: skip
    of_whole_year = {claim.id for sentence in context.sentences for claim in _list_of_whole_year(sentence)}
    for group in groups:
        for whole in filter(_is_level, group):
            is_dated = _is_dated_level(whole) or whole.id in of_whole_year or _follows_part(whole, group)
            parts = _select_parts(whole, group) if is_dated else []
            ids = frozenset((whole.id, *(part.id for part in parts)))
            if parts and ids not in seen:
                seen.add(ids)
                yield from _compare(whole, parts)


def _list_of_whole_year(sentence: Sentence) -> list[Claim]:
    """The only figure of a year in a sentence that names the whole year, without its number."""
    tagged = tag_sentence(sentence.plain, sentence.language)
    if not tagged.within(0, len(tagged), Role.FULL_YEAR):
        return []
    of_years = [c for c in sentence.read if c.period is not None and c.period.frequency is Frequency.ANNUAL]
    return of_years if len(of_years) == 1 else []


def _group_by_indicator(context: CheckContext) -> Iterator[list[Claim]]:
    groups: dict[object, list[Claim]] = defaultdict(list)
    apart = {claim.id for one in context.sentences if _is_not_added(one) for claim in one.read}
    for claim in context.claims:
        indicator = context.find_indicator(claim)
        is_flow = indicator is not None and indicator.measure is Measure.FLOW and claim.id not in apart
        if is_flow and _is_dated_level(claim) and claim.areas:
            groups[claim.indicator, claim.areas, claim.unit, claim.subject.casefold()].append(claim)
    yield from groups.values()


def _is_not_added(sentence: Sentence) -> bool:
    """Whether words say that its figures are averages, stocks, plans or sums since a day, or are compared."""
    is_compared = _COMPARED[sentence.language].search(sentence.words) is not None
    return is_compared or _NOT_ADDED[sentence.language].search(sentence.plain) is not None


def _group_two(sentences: Sequence[Sentence]) -> Iterator[list[Claim]]:
    """All parts of a year, or one that is made or sold in the same words, and the year in the next sentence."""
    for earlier, later in pairwise(sentences):
        parts, wholes = (
            [claim for claim in sentence.read if claim.kind in _LEVELS and not claim.restates]
            for sentence in (earlier, later)
        )
        if not later.follows(earlier) or len(wholes) != 1 or any(map(_is_not_added, (earlier, later))):
            continue
        alike = len({(claim.unit, claim.areas, claim.counted[:4].casefold()) for claim in (*parts, *wholes)}) == 1
        is_same = len(earlier.claims) == len(later.claims) == len(parts) == 1 and _are_of_one_flow(earlier, later)
        if alike and all(map(_is_level, parts)) and (is_same or _fill(wholes[0], parts)):
            yield [*parts, *wholes]


def _are_of_one_flow(earlier: Sentence, later: Sentence) -> bool:
    """Whether a sentence goes on with what the one before says is made or sold, and names nothing else."""
    language, (ahead, *_) = later.language, _MARK.split(later.words)
    one, two = ({word.casefold()[:4] for word in _FLOW[language].findall(text)} for text in (earlier.words, ahead))
    subject = name_subject(_FLOW[language].sub(" ", ahead), language)
    return bool(one & two) and all(stem in earlier.plain.casefold() for stem in subject)


def _group_sentence(sentence: Sentence) -> list[Claim]:
    """The levels of a sentence, all of one unit, if words say that they are of what adds up over time."""
    levels = [claim for claim in sentence.read if claim.kind in _LEVELS and not claim.restates]
    if any(claim.kind in (ClaimKind.GROWTH, ClaimKind.MULTIPLE) for claim in sentence.read):
        return []  # the levels are compared
    if _IN_ORDER[sentence.language].search(sentence.words):
        return []  # each of its own thing
    if not 2 <= len(levels) <= _MOST or not all(map(_is_level, levels)) or _is_not_added(sentence):
        return []
    nouns = {level.counted[:4].casefold() for level in levels if level.counted}
    alike = len({(level.unit, level.areas) for level in levels}) == 1 and len(nouns) < 2
    pieces = _MARK.split(sentence.words)[::2]
    flows = [{word.casefold()[:4] for word in _FLOW[sentence.language].findall(piece)} for piece in pieces]
    named = [words for words in flows if words]
    alone = [
        _BY_ITSELF[sentence.language].search(f"{ahead} {behind[:_BESIDE]}") is not None
        for ahead, behind in pairwise(pieces[1:])
    ]
    is_one_flow = all(named[0] & words for words in named) if named else any(alone)
    goes_on = all(
        is_alone or _goes_on(piece, sentence.language)  # a part alone is of the whole before it, whatever the verb
        for piece, is_alone in zip(pieces[1:-1], alone, strict=True)
    )
    return levels if alike and is_one_flow and goes_on else []


def _goes_on(between: str, language: str) -> bool:
    """Whether words between two levels only name another time: ``in the second half``."""
    for pattern in (_BRINGS_TO, _COMES_TO, _IN_ALL, _FLOW):
        between = pattern[language].sub(" ", between)
    return is_one_comparison(between, language) or not name_subject(between, language)


def _is_level(claim: Claim) -> bool:
    is_dated = claim.period is not None and not claim.is_forecast and _is_no_season(claim.period)
    return is_dated and claim.kind in _LEVELS and not claim.restates and not claim.origin


def _is_no_season(period: TimePeriod) -> bool:
    """Whether a time is at most a year, and not a season over two: 2024/25."""
    return (period.last - period.first).days <= _LONGEST_YEAR


def _is_dated_level(claim: Claim) -> bool:
    """Whether the text states the time of a level, be it without the year."""
    is_part = claim.period is not None and claim.period.frequency is not Frequency.ANNUAL
    return _is_level(claim) and (is_part or "period" not in claim.inferred)


def _follows_part(whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether a part of the year with its number comes before: ``12 in the first half of 2024, 22 in the year``."""
    before = group[: group.index(whole)]
    return any("period" not in claim.inferred and _is_within(claim.period, whole.period) for claim in before)


def _select_parts(whole: Claim, group: Sequence[Claim]) -> list[Claim]:
    """The figures of times within that of the whole, none of which is within another."""
    inside = {claim.period: claim for claim in group if claim is not whole and _is_within(claim.period, whole.period)}
    return [
        claim for period, claim in inside.items() if not any(_is_within(period, other) for other in inside)
    ]  # fmt: skip


def _fill(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the times of parts follow each other from the beginning to the end of that of the whole."""
    times = sorted(part.period for part in parts if part.period is not None)
    if whole.period is None or len(times) < _FEWEST:
        return False
    gaps = {(two.first - one.last).days for one, two in pairwise(times)}
    return gaps == {1} and (times[0].first, times[-1].last) == (whole.period.first, whole.period.last)


def _is_within(one: TimePeriod | None, two: TimePeriod | None) -> bool:
    if one is None or two is None or one == two:
        return False
    days = [(period.last - period.first).days for period in (one, two)]
    return two.first <= one.first and one.last <= two.last and days[0] < days[1]


def _compare(whole: Claim, parts: Sequence[Claim]) -> Iterator[Finding]:
    together = reduce(add, (part.interval for part in parts))
    are_all = _fill(whole, parts)
    is_over = together.low is not None and whole.interval.high is not None and together.low > whole.interval.high
    if not is_over and not (are_all and not together.overlaps(whole.interval)):
        return
    if are_worlds_apart(sum((part.plain_value for part in parts), Decimal(0)), whole.plain_value):
        return  # of other things: "a quarter's loss of 1.2 billion and 5 cents a share for the year"
    total = derive_figure(
        together, whole.unit, label=messages.LABEL_SUM_OF_PARTS, made_of=" + ".join(map(format_claim, parts)),
    )  # fmt: skip
    chain = (
        Figure.from_claim(whole, messages.LABEL_WHOLE),
        *(Figure.from_claim(part, messages.LABEL_PART) for part in parts),
        *([total] if len(parts) > 1 else []),
    )
    periods = join_names([part.period.label for part in parts if part.period is not None])
    label = whole.period.label if whole.period is not None else ""
    message = check_messages.YEAR_TOO_SMALL if is_over else check_messages.YEAR_TOO_LARGE
    message = check_messages.YEAR_TOO_SMALL_FOR_SOME if is_over and len(parts) > 1 else message
    reason = message.format(
        whole=format_claim(whole), year=label, parts=total.text if len(parts) > 1 else format_claim(parts[0]),
        periods=periods,
    )  # fmt: skip
    yield Finding(Verdict.INCONSISTENT, reason, (whole.id, *(part.id for part in parts)), chain, is_by_place=True)
