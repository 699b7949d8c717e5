"""Changes that a text states with several figures: before, after, and by how much.

They are found in the words of one sentence ("rose 46% from 16.4 to 24 trillion"), in two consecutive sentences ("In
2023 … In 2024 …, up 46%"), and among claims whose indicator, area and period are known. Figures are related only if no
other subject may have come between them: a false alarm costs as much as a miss.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind
from indicators.claims.relations.change_doubts import find_words_ahead, keep_certain
from indicators.claims.relations.change_words import (
    BY_AMOUNT,
    MONTH_NAME,
    OF_FORECAST,
    REACHES,
    find_direction,
    find_stated_change,
    is_change,
    is_neutral,
    is_one_comparison,
)
from indicators.claims.relations.closed_changes import find_bare_change, find_closed_change, find_closed_ratio
from indicators.claims.relations.level_change import LEVEL_KINDS, LevelChange, can_be_levels, follows, is_year_before
from indicators.claims.relations.marked_sentences import Sentence, compile_template
from indicators.claims.relations.old_levels import MOVED, is_base, is_change_from, is_old_level, is_reached
from indicators.claims.relations.other_bases import may_have_other_base
from indicators.claims.relations.real_growth import is_real_in
from indicators.language.languages import PerLanguage, Vocabulary, compile_pattern, tag_sentence
from indicators.language.lexicon import Role
from indicators.model.catalogue import Catalogue

_WORD: Final = re.compile(r"[^\W\d_]+")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")


_COMPARABLE: Final = compile_pattern("comparable")  # a base that no two levels of the text have
_YEARLY: Final = compile_pattern("yearly")
_NEXT_CLAUSE: Final = PerLanguage(
    lambda known: re.compile(
        rf"[,，] (?!{known.alternatives('than')})(?:{known.any_word('and_', 'conjunctions')})", re.IGNORECASE
    )
)
_CUE: Final = compile_pattern("change_cue")
_OF_FIGURE_AHEAD: Final = re.compile(r"⟧\s?[(（][^⟦⟧()（）]*$")  # "profit of 5.3 billion (2018: 3.8 billion)"
_GROWTH_NOUN: Final = PerLanguage(lambda known: re.compile(known.any_word("growth_nouns"), re.IGNORECASE))


def _compile_levels(name: str) -> PerLanguage[tuple[re.Pattern[str], ...]]:
    """The templates of a table, with the marks of levels and changes."""

    def compile_of(known: Vocabulary) -> tuple[re.Pattern[str], ...]:
        marks = {
            "<THAN>": f"(?:{known.alternatives('than')})",
            "<SAME>": known.alternatives("same_period"),
            "<AGO>": f"(?:{known.alternatives('year_earlier')}|{known.alternatives('last_year')})",
            "<B>": r"⟦[MCQSRIGE](?P<before>\d+)⟧",
            "<A>": r"⟦[MCQSRIGE](?P<after>\d+)⟧",
            "<BY>": r"⟦[GXPRS](?P<by>\d+)⟧",
            "<STEP>": r"⟦[MCQ](?P<by>\d+)⟧",
        }
        return tuple(compile_template(text, marks) for text in known.templates(name))

    return PerLanguage(compile_of)


_PAIRS: Final = _compile_levels("level_pairs")  # two levels
_TRIPLES: Final = _compile_levels("level_triples")  # two levels with the change between them
_SECOND_BASE: Final = re.compile(r"[^⟦⟧;.；。]{0,40}⟦")  # "against 5.0 in May and 3.9 in June"
_HAS_ANOTHER: Final = re.compile(r"[^⟦⟧;.；。]{0,12}⟦[GSRP]")  # "to 1.2 or 7.8%, up from 0.6 or 4.8%": shares of sales
_APPOSED: Final = PerLanguage(
    lambda known: re.compile(rf"[,，] ?(?:{known.alternatives('range_from')})\s*$", re.IGNORECASE)
)
_CLAUSE_END: Final = re.compile(r"[.,;:。，；：]|⟦")
_PAIR: Final = 2
_IS_OLD: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:(?:{known.alternatives('up')}|{known.alternatives('down')}) (?:{known.alternatives('range_from')})"
        rf"|(?:{known.alternatives('than')}) |⟦G\d+⟧ (?:{known.alternatives('range_from')})\S{{0,3}} ?"
        rf"|⟦C\d+⟧ (?:{known.alternatives('of_sum')}))$",
        re.IGNORECASE,
    )
)
_IS_BASE: Final = PerLanguage(
    lambda known: re.compile(rf"⟦[MCQSRI]\d+⟧[^⟦⟧,;]{{0,40}}\b(?:{known.alternatives('range_from')})$", re.IGNORECASE)
)
_NEAR: Final = 24  # characters
_BESIDE: Final = 30
_FIGURE_AHEAD: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:^|\W)(?:{known.alternatives('range_to')})(?:\S{{0,12}} )?⟦[MCQSRIG](\d+)⟧[^⟦⟧,;(]{{0,25}}[,，]? ?$",
        re.IGNORECASE,
    )
)
_RANGES: Final = compile_pattern("ranges_from")
_IS_RANGE: Final = PerLanguage(
    lambda known: re.compile(rf"[^⟦⟧;.；。]{{0,20}}(?:{known.alternatives('range_to')})⟦", re.IGNORECASE)
)
_BETWEEN: Final = re.compile(r"(?P<ahead>[^⟦⟧]*)⟦[A-Z]\d+⟧(?P<gap>[^⟦⟧]*)⟦[A-Z]\d+⟧[^⟦⟧]*$")
_MOVES: Final = PerLanguage(  # and small words between two moves
    lambda known: re.compile(
        "|".join(
            (
                *map(known.alternatives, ("up", "down", "raised", "lowered", "it_was")),
                MONTH_NAME,
                known.any_word("and_", "begins_other_time", "pronouns", "small"),
            )
        ),
        re.IGNORECASE,
    )
)
_YEAR_EARLIER: Final = compile_pattern("year_earlier")


_YEAR_EARLIER_FIRST: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('year_earlier')}),?(?:{known.alternatives('it_was')}) ?⟦[MCQI]\d+⟧", re.IGNORECASE
    )
)


_THAN: Final = compile_pattern("than")
_THIS_WAS: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('this_was')})(?P<ahead>[^⟦⟧]{{0,12}})⟦G(?P<by>\d+)⟧(?P<gap>[^⟦⟧]*)"
        r"⟦[MCQI](?P<before>\d+)⟧",
        re.IGNORECASE,
    )
)


def find_changes(sentences: Sequence[Sentence]) -> Iterator[LevelChange]:
    """Find changes related by words, sentence by sentence, then those whose earlier level is elsewhere in the text."""
    stated: set[str] = set()
    for number, sentence in enumerate(sentences):
        earlier = sentences[number - 1] if number else None
        found = list(_find_in_sentence(sentence))
        if not found and earlier is not None:
            found = list(_find_in_next(earlier, sentence))
        closed = None
        if not found:
            closed = find_closed_change(sentence, earlier) or find_closed_ratio(sentence, earlier)
            closed = closed or find_bare_change(sentence)
        if closed is not None:
            found = [closed]
        certain = keep_certain(found, sentence)
        found = [replace(change, is_sure=not may_have_other_base(change, sentence)) for change in certain]
        stated |= {change.by.id for change in found if change.by is not None}
        yield from found
    yield from _find_anywhere(sentences, stated)


def _find_in_sentence(sentence: Sentence) -> Iterator[LevelChange]:
    words, claims, language = sentence.words, sentence.claims, sentence.language
    used: set[str] = set()
    for pattern in _TRIPLES[language]:
        for match in pattern.finditer(words):
            before, after, by = (claims[int(match[name])] for name in ("before", "after", "by"))
            is_free = {before.id, after.id}.isdisjoint(used) and _is_change_between(match, after, by, language)
            are_levels = can_be_levels(before, after) and is_old_level(match, before, after, language)
            if _IS_BASE[language].search(words[: match.start("after") - 2]):
                continue  # "rose to 1,000 from ⟦135⟧ a year earlier and was double the ⟦526⟧ of spring"
            if is_free and are_levels and is_change(by, before) and not _HAS_ANOTHER.match(words, match.end()):
                used |= {before.id, after.id}
                yield LevelChange(before, after, by, is_real=is_real_in(sentence, by, (before, after)))
    for pattern in _PAIRS[language]:
        for match in pattern.finditer(words):
            before, after = claims[int(match["before"])], claims[int(match["after"])]
            if {before.id, after.id}.isdisjoint(used) and _is_pair(match, before, after, claims, language):
                used |= {before.id, after.id}
                yield from _read_pair(sentence, match, before, after)
    if not used:
        yield from _find_next(sentence)


def _read_pair(sentence: Sentence, match: re.Match[str], before: Claim, after: Claim) -> Iterator[LevelChange]:
    """Two levels with the change and the way that words right beside them state."""
    words, claims, language = sentence.words, sentence.claims, sentence.language
    ahead, behind = words[: match.start()], words[match.end() :]
    if before.kind is ClaimKind.RATE:
        ahead = _GROWTH_NOUN[language].sub(" ", ahead)  # "growth went from 14.5% to 11.5%" calls it no rise
    change = find_stated_change(claims, before, ahead, behind, language)
    of_growth = before.kind is ClaimKind.GROWTH
    if change is None and of_growth != (after.kind is ClaimKind.GROWTH):
        return  # growth and a level
    if of_growth and before.plain_value * after.plain_value < 0:
        return  # "turned from a fall of 0.1% to a rise of 0.4%": the words are those of either
    if change is not None and not is_change_from(match, change, claims, language):
        return
    between = match[0].partition("⟧")[2].rpartition("⟦")[0]
    way = find_direction(between, language, of_growth=of_growth)
    opposite = find_direction(_CLAUSE_END.split(behind)[0], language, of_growth=of_growth)
    if way is not None and opposite not in (None, way):
        return  # "1,600 declining against 970 advancing"
    if way is None and is_reached(match, language) and (is_base(match, language) or not _SECOND_BASE.match(behind)):
        han = "".join(_HAN.findall(match[0]))  # in Chinese the verb is between the two
        way = find_direction(ahead + han, language, of_growth=of_growth)
    if (
        way is not None
        and before.kind in PERCENT_KINDS
        and not OF_FORECAST[language].search(ahead[-_BESIDE:])
        and _APPOSED[language].search(f"{ahead}{match[0]}".partition("⟦")[0])
    ):
        return  # "will cut prices, from 25% to 30%": perhaps by as much
    yield LevelChange(before, after, change, way, is_real_in(sentence, change, (before, after)))


def _is_change_between(match: re.Match[str], after: Claim, by: Claim, language: str) -> bool:
    """Whether the middle figure of a pattern is a change and no third level, and all three are in one clause.

    In ``2.8% in 2024, up 0.2 points from July, and 2.2% in 2025`` they are not, nor in ``to 38% or 39% from 41%``.
    """
    words = match.string
    is_level = by.kind in (ClaimKind.SHARE, ClaimKind.RATE) or by.unit == after.unit == "%"
    if is_level and not _CUE[language].search(words[: match.start("by") - 2]):
        return False
    first = min(match.end("by"), match.end("after"))
    return _NEXT_CLAUSE[language].search(words[first : match.start("before")]) is None


def _find_next(sentence: Sentence) -> Iterator[LevelChange]:
    """The only two figures of a sentence, of one time and the next, with the way that the later moved.

    ``The rate fell to 5.6% in July; in June it was 5.9%``, ``lending grew 6.4% in July and slowed to 5.1% in August``
    """
    language, shown = sentence.language, [claim for claim in sentence.read if not claim.restates]
    between = _BETWEEN.match(sentence.words)
    if len(shown) != _PAIR or between is None or not can_be_levels(*shown) or _names_year_before(sentence):
        return
    before, after = shown if follows(*shown) else reversed(shown)
    ahead, gap = between["ahead"], between["gap"]
    if not follows(before, after) or not REACHES[language].search(gap if after is shown[1] else ahead):
        return
    words = gap if after is shown[1] else ahead
    is_growth = ClaimKind.GROWTH in (before.kind, after.kind)
    way = find_direction(words, language, of_growth=True) or (
        None if is_growth else find_direction(words, language, of_growth=False)
    )
    if way is not None and is_neutral(_MOVES[language].sub(" ", gap), language):
        yield LevelChange(before, after, None, way)


def _names_year_before(sentence: Sentence) -> bool:
    """Whether a change may be that from a year before, as of a month."""
    tagged = tag_sentence(sentence.plain, sentence.language)
    return (
        bool(tagged.within(0, len(tagged), Role.YOY))
        or _YEAR_EARLIER[sentence.language].search(sentence.plain) is not None
    )


def _is_pair(match: re.Match[str], before: Claim, after: Claim, claims: Sequence[Claim], language: str) -> bool:
    """Whether the figures of a pattern are levels before and after, in one clause."""
    if not can_be_levels(before, after) or _NEXT_CLAUSE[language].search(match[0]):
        return False  # "down from 23% in February, and inflation slowed to 4.3%"
    if _RANGES[language].search(match.string[max(0, match.start() - _NEAR) : match.start("before")]):
        return False  # "rates ranging from 3.9% to 9.9%"
    if _is_base_of_other(match, before, claims, language) or _IS_RANGE[language].match(match.string, match.end()):
        return False  # or "from 89 to 93, down to 84": an old range
    if _IS_OLD[language].search(match.string[: match.start("after") - 2]):
        return False  # "15.8% in 2024, up from 15.2% in 2023 and compared to 9.5% in 2019"
    return is_old_level(match, before, after, language)


def _is_base_of_other(match: re.Match[str], before: Claim, claims: Sequence[Claim], language: str) -> bool:
    """Whether an old level is that of the figure ahead: ``fell to 3.1 from 3.5, while tea rose to 2.1``."""
    if match.start("before") > match.start("after"):
        return False
    ahead = _FIGURE_AHEAD[language].search(match.string[: match.start()])
    return ahead is not None and can_be_levels(claims[int(ahead[1])], before)


def _find_in_next(earlier: Sentence, later: Sentence) -> Iterator[LevelChange]:
    """A level in one sentence, and in the next the one of a year earlier with the change."""
    language = later.language
    if not later.follows(earlier) or _COMPARABLE[language].search(later.plain):
        return
    growths = [claim for claim in later.read if claim.kind in (ClaimKind.GROWTH, ClaimKind.MULTIPLE)]
    befores, afters = (
        [claim for claim in sentence.read if claim.kind in LEVEL_KINDS and not claim.restates]
        for sentence in (earlier, later)
    )
    if (len(befores), len(afters), len(growths)) != (1, 1, 1):
        return
    before, after, by = befores[0], afters[0], growths[0]
    is_compared = _YEAR_EARLIER_FIRST[language].match(later.words) or _compares_this(later)
    if is_compared and can_be_levels(before, after):
        yield LevelChange(after, before, by, is_real=is_real_in(later, by, (after,), ahead=earlier.plain))


def _compares_this(sentence: Sentence) -> bool:
    """Whether it compares the figure just given with an earlier one: ``That was 22% more than the 1.45 million``."""
    match = _THIS_WAS[sentence.language].match(sentence.words)
    if match is None or sentence.claims[int(match["by"])].direction is None:
        return False
    if not _THAN[sentence.language].search(match["gap"]):
        return False  # "It fell as low as 1.4065. It was down 0.9% at 1.4111": from another level
    return is_neutral(match["ahead"], sentence.language) and is_one_comparison(match["gap"], sentence.language)


def _find_anywhere(sentences: Sequence[Sentence], stated: Collection[str]) -> Iterator[LevelChange]:
    """A level with its growth, and the level of the year before anywhere in the text."""
    levels: dict[tuple[object, ...], list[Claim]] = {}
    for claim, home in ((claim, sentence) for sentence in sentences for claim in sentence.read):
        is_dated = _is_level(claim) and claim.period is not None and "period" not in claim.inferred
        if is_dated and claim.period and not _OF_FIGURE_AHEAD.search(find_words_ahead(claim, home)):
            levels.setdefault((claim.unit, claim.period.year), []).append(claim)
    for sentence in sentences:
        language = sentence.language
        is_other = _YEARLY[language].search(sentence.plain) or _COMPARABLE[language].search(sentence.plain)
        for after, by in () if is_other else _find_level_and_growth(sentence):
            if by.id in stated or after.period is None or "period" in after.inferred:
                continue
            before = [
                level
                for level in levels.get((after.unit, after.period.year - 1), ())
                if can_be_levels(level, after) and is_year_before(level, after) and _have_one_subject(level, after)
            ]
            if len({(level.plain_value, level.is_forecast) for level in before}) == 1:
                real = is_real_in(sentence, by, (after,), ahead=before[0].subject)
                yield LevelChange(before[0], after, by, is_real=real)


def _find_level_and_growth(sentence: Sentence) -> Iterator[tuple[Claim, Claim]]:
    """The levels followed by their growth, with only words of change between."""
    for match in _GROWN.finditer(sentence.words):
        after, by = sentence.claims[int(match["after"])], sentence.claims[int(match["by"])]
        if (
            _is_level(after)
            and is_neutral(match["gap"], sentence.language)
            and (by.period or after.period) == after.period
            and not _LEADS_ON[sentence.language].match(sentence.words, match.end())
            and not any(by[sentence.language].search(sentence.words[: match.start()]) for by in (BY_AMOUNT, MOVED))
        ):
            yield after, by


def _is_level(claim: Claim) -> bool:
    return claim.kind in LEVEL_KINDS and not claim.restates


_LEADS_ON: Final = PerLanguage(  # "75 (2019: a fall of 10.6% to 87)"
    lambda known: re.compile(rf" ?(?:{known.alternatives('range_to')}) ?⟦", re.IGNORECASE)
)
_GROWN: Final = re.compile(r"⟦[MCQI](?P<after>\d+)⟧(?P<gap>[^⟦⟧;；]*)⟦[GX](?P<by>\d+)⟧")


def _have_one_subject(one: Claim, two: Claim) -> bool:
    """Whether two figures have the same area and the same indicator, or else the same words as subject."""
    if one.areas != two.areas or one.indicator != two.indicator:
        return False
    if one.indicator:
        return True
    words = [_stem_subject(claim) for claim in (one, two)]
    return bool(words[0]) and words[0] == words[1]


def _stem_subject(claim: Claim) -> frozenset[str]:
    """The beginnings of the words of a subject; of Chinese, all characters without the time."""
    words = frozenset(word[:5] for word in _WORD.findall(claim.subject.casefold()) if len(word) > 2)
    if _HAN.search(claim.subject) is None:
        return words
    return frozenset(("".join(_HAN.findall(_OF_TIME_OR_PLACE["zh"].sub("", claim.subject))),)) - {""}


_OF_TIME_OR_PLACE: Final = compile_pattern("time_or_place")


def find_indicator_changes(claims: Iterable[Claim], catalogue: Catalogue) -> Iterator[LevelChange]:
    """Find changes among claims of known indicator, area and period: two levels, and the growth of the later."""
    known = [claim for claim in claims if claim.indicator and claim.period and claim.areas and not claim.restates]
    ids = {indicator.id for indicator in catalogue.indicators}
    levels: dict[tuple[str, tuple[str, ...]], dict[object, Claim]] = {}
    growths: dict[object, Claim] = {}
    for claim in known:
        if not claim.is_forecast and claim.indicator in ids:
            alike = (claim.unit, claim.period, claim.plain_value)  # a repeated level counts once
            levels.setdefault((claim.indicator, claim.areas), {}).setdefault(alike, claim)
            if claim.kind is ClaimKind.GROWTH:
                growths.setdefault((claim.indicator, claim.areas, *alike), claim)
    for growth in growths.values():
        indicator = catalogue.find_indicator(growth.indicator or "")
        found = levels.get((indicator.growth_of, growth.areas), {}).values()
        found_in = [level for level in found if indicator.growth_in in ("", level.unit)]
        for after in (level for level in found_in if level.period == growth.period):
            for before in found_in:
                if after.unit == before.unit and is_year_before(before, after):
                    yield LevelChange(before, after, growth, in_text=False)
