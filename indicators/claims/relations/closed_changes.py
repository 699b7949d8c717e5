"""Changes between the only two levels of a passage, in whatever order they are given.

"Sales were ⟦400⟧ million in 2021. Three years later they had reached ⟦600⟧ million, ⟦80%⟧ more" has two levels of one
thing at two times and one change. With no other figure and no other subject the change can only be that between them,
so that no pattern of words is needed. The same holds for a multiple right behind two levels of
different things, and for two numbers without a unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, Direction, have_one_time
from indicators.claims.relations.change_words import NOW, REACHES, TIME_WORD, name_subject
from indicators.claims.relations.level_change import LevelChange, can_be_levels, follows, is_year_before
from indicators.claims.relations.marked_sentences import MARK, Sentence
from indicators.claims.relations.old_levels import OR_AMOUNT
from indicators.claims.relations.real_growth import is_real_in
from indicators.language.languages import PerLanguage, compile_pattern, tag_sentence
from indicators.language.lexicon import Role
from indicators.model.periods import Frequency

_CHANGES: Final = (ClaimKind.GROWTH, ClaimKind.MULTIPLE, ClaimKind.POINTS)
_AS_MANY: Final = compile_pattern("as_many_as")
_LIKENED: Final = PerLanguage(lambda known: re.compile(known.alternatives("as_many_as"), re.IGNORECASE))
_RELATIVE: Final = compile_pattern("relative")
_APART: Final = re.compile(r"[^⟦⟧,;，；]{0,25}[,;(，；（—–-]")
_DIGIT: Final = re.compile(r"\d")
_CLAUSE_END: Final = re.compile(r"[.,;:。，；：]")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OTHER_BASE: Final = tuple(map(compile_pattern, ("yearly", "comparable", "of_forecast", "negation", "ranges_from")))
_YEAR_BEFORE: Final = PerLanguage(
    lambda known: re.compile("|".join(map(known.alternatives, ("year_earlier", "last_year"))), re.IGNORECASE)
)
_BACK_THEN: Final = compile_pattern("back_then")
_BARE: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('range_from')})⟦[MCQ](?P<before>\d+)⟧ ?(?:{known.alternatives('range_to')})"
        r"⟦[MCQ](?P<after>\d+)⟧(?=\s?(?:[.,;。，；)]|(?P<by>⟦X)|$))",
        re.IGNORECASE,
    )
)
_YEARS: Final = range(1700, 2101)
_PAIR: Final = 2
_STEP: Final = PerLanguage(  # "rose ⟦⟧", "by ⟦⟧" and "a rise of ⟦⟧", but not "rose to ⟦⟧"
    lambda known: re.compile(
        rf"(?:(?:{known.alternatives('up')}|{known.alternatives('down')}|{known.alternatives('by_amount')})\s*"
        rf"|\b(?:{known.alternatives('change_noun')}) (?:{known.alternatives('of')}) )$",
        re.IGNORECASE,
    )
)
_MORE: Final = re.compile(r"\s*(?:\w+ ){0,2}\w+ *(?:[,.;]|⟦|$)")  # "12% *more*."
_CHANGE_NOUN: Final = PerLanguage(
    lambda known: re.compile(rf"(?:{known.alternatives('change_noun')})\W+(?:\w+\W+)?$", re.IGNORECASE)
)


def find_closed_change(sentence: Sentence, earlier: Sentence | None) -> LevelChange | None:
    """Find such a change in a sentence, together with the one before if they have only the three figures."""
    if earlier is None or not sentence.follows(earlier) or len(earlier.claims) not in (1, _PAIR):
        return _read_passage(sentence)
    if len(earlier.claims) == 1:
        return _read_passage(earlier.join(sentence))
    is_pair = len(sentence.claims) == 1 and not _may_be_from_other_time(earlier)
    found = _read_passage(earlier.join(sentence)) if is_pair else None
    is_near = found is not None and is_year_before(found.before, found.after)
    return found if is_near else _read_passage(sentence)  # "up 35% to 54 in 2024. In 2022 it was 48"


def _may_be_from_other_time(sentence: Sentence) -> bool:
    """Whether words behind a change and its level name another time: ``rose 12% to 3 from the last quarter``."""
    behind = _YEAR_BEFORE[sentence.language].sub("", sentence.words.rpartition("⟧")[2])
    return TIME_WORD[sentence.language].search(behind) is not None


def find_closed_ratio(sentence: Sentence, earlier: Sentence | None) -> LevelChange | None:
    """Find how many times a level is another: ``Norway has ⟦5.5⟧ million people, Sweden ⟦10.5⟧, ⟦twice⟧ as many``."""
    if earlier is not None and sentence.follows(earlier) and len(earlier.claims) == 1:
        sentence = earlier.join(sentence)
    claims, language = [claim for claim in sentence.claims if not claim.restates], sentence.language
    if len(claims) == 3 and claims[1].kind is ClaimKind.MULTIPLE:
        return _find_ratio_between(sentence, *claims)
    if len(claims) != 3 or claims[2].kind is not ClaimKind.MULTIPLE or not can_be_levels(*claims[:2]):
        return None
    one, two, by = claims
    *_, ahead, behind = MARK.split(sentence.words)[::3]
    apart = _APART.match(ahead)
    is_apart = apart is not None and not name_subject(ahead[apart.end() :], language)
    is_closed = _AS_MANY[language].fullmatch(behind.strip()) or not name_subject(_CLAUSE_END.split(behind)[0], language)
    is_ratio = by.direction is not Direction.FALL and have_one_time(one, two) and one.plain_value != two.plain_value
    if not (is_apart and is_closed and is_ratio) or _YEAR_BEFORE[language].search(behind) or _DIGIT.search(behind):
        return None
    low, high = sorted((one, two), key=lambda claim: claim.plain_value)
    return LevelChange(low, high, by)


def _find_ratio_between(sentence: Sentence, one: Claim, by: Claim, other: Claim) -> LevelChange | None:
    """``Rents, at ⟦1,800⟧, are ⟦three times⟧ as high as in the north, where they are ⟦600⟧``."""
    language = sentence.language
    words = sentence.words.partition(f"{sentence.claims.index(by)}⟧")[2].partition("⟦")[0].lstrip()
    likened = _LIKENED[language].match(words)
    is_clause = likened is not None and _RELATIVE[language].search(words, likened.end()) is not None
    is_ratio = by.direction is not Direction.FALL and can_be_levels(one, other) and have_one_time(one, other)
    return LevelChange(other, one, by) if is_clause and is_ratio and not _DIGIT.search(_YEAR.sub("", words)) else None


def find_bare_change(sentence: Sentence) -> LevelChange | None:
    """Find two numbers without a unit beside the only change: ``has ⟦tripled⟧ its staff, from ⟦400⟧ to ⟦800⟧``.

    Also two levels right before a multiple, as in *ist von 3 auf 4 Tonnen verdoppelt worden*.
    """
    changes, language = [claim for claim in sentence.read if claim.kind in _CHANGES], sentence.language
    if len(changes) != 1 or len(sentence.claims) != 3:
        return None
    by, match = changes[0], _BARE[language].search(sentence.words)
    if match is None or _OTHER_BASE[0][language].search(sentence.plain):
        return None
    before, after = (sentence.claims[int(match[name])] for name in ("before", "after"))
    is_bare = len(sentence.read) == 1 and not any(claim.plain_value in _YEARS for claim in (before, after))
    is_beside = match["by"] and by.kind is ClaimKind.MULTIPLE and can_be_levels(before, after)
    is_surely_change = by.kind is not ClaimKind.POINTS and (by.direction is not None or is_beside)
    return LevelChange(before, after, by) if is_surely_change and (is_bare or is_beside) else None


def _read_passage(passage: Sentence) -> LevelChange | None:
    claims, language = [claim for claim in passage.claims if not claim.restates], passage.language
    changes = [claim for claim in claims if claim.kind in _CHANGES]
    levels = [claim for claim in claims if claim.kind not in _CHANGES]
    if (len(changes), len(levels)) != (1, 2) or not can_be_levels(*levels):
        return None
    by = changes[0]
    if not _can_change(by, levels) or any(_is_step(level, passage) for level in levels):
        return None
    if any(other[language].search(passage.plain) for other in _OTHER_BASE) or not _is_about_one_thing(passage):
        return None
    tagged = tag_sentence(passage.plain, language)
    if tagged.within(0, len(tagged), Role.MONTHS, Role.FULL_YEAR):
        return None  # "in the nine months ..., more than last year's full-year total"
    ordered = _order(levels, by, passage)
    if ordered is None:
        return None
    return LevelChange(*ordered, by, is_real=is_real_in(passage, by, ordered))


def _can_change(by: Claim, levels: Sequence[Claim]) -> bool:
    """Whether a change can be that of the levels: with a direction, and of percentages in points or times."""
    if any(level.in_a_word for level in levels) or len({level.plain_value for level in levels}) < len(levels):
        return False  # "a fifth of the 13.4% of the year before"; the same figure again
    if by.kind is ClaimKind.GROWTH:
        return by.direction is not None and not any(level.kind in PERCENT_KINDS for level in levels)
    return by.kind is ClaimKind.MULTIPLE or all(level.kind in PERCENT_KINDS for level in levels)


def _is_step(level: Claim, passage: Sentence) -> bool:
    if OR_AMOUNT[passage.language].search(passage.words.partition(f"{passage.claims.index(level)}⟧")[0][:-2]):
        return True
    ahead = _words_ahead(level, passage)
    return _STEP[passage.language].search(ahead) is not None and not REACHES[passage.language].search(ahead)


def _words_ahead(claim: Claim, passage: Sentence) -> str:
    return passage.words.partition(f"{passage.claims.index(claim)}⟧")[0].rpartition("⟦")[0]


def _is_about_one_thing(passage: Sentence) -> bool:
    """Whether its words name one subject at most, perhaps again, and the words behind the last figure none."""
    language = passage.language
    *between, behind = MARK.split(passage.words)[::3]
    last = _CLAUSE_END.split(behind)[0]
    named = [stems for words in between if (stems := name_subject(words, language))]
    is_closed = _AS_MANY[language].fullmatch(last.strip()) is not None or not name_subject(last, language)
    return is_closed and (not named or all(stems <= named[0] for stems in named))


def _order(levels: Sequence[Claim], by: Claim, passage: Sentence) -> tuple[Claim, Claim] | None:
    """The earlier and the later level, if the words give them two times and the change no other."""
    first, second = levels
    if first.period is None or second.period is None:
        return None
    years = {first.period.year, second.period.year}
    is_then_and_now = all(cue[passage.language].search(passage.plain) for cue in (_BACK_THEN, NOW))
    if not is_then_and_now and not {int(year) for year in _YEAR.findall(passage.plain)} <= years:
        return None  # of a third year
    earlier = _YEAR_BEFORE[passage.language].findall(passage.plain)
    bases = sum(not _YEAR.search(words) for words in earlier)  # without *en 2020*
    is_stated = "period" not in first.inferred or "period" not in second.inferred
    if not is_stated and Frequency.ANNUAL not in (first.period.frequency, second.period.frequency):
        if second.period.first < first.period.first:
            return None  # "6.2% in March. In April it rose": the year of one of them may be guessed wrong
        is_stated = True
    is_dated = is_stated and first.period != second.period
    is_told = first.period != second.period and "year" not in first.left_open + second.left_open  # "last year ..., now"
    if (bases > 1 and not is_told) or not (is_dated or bases or NOW[passage.language].search(passage.plain)):
        return None
    if first.period == second.period:  # once and now
        if first.interval.overlaps(second.interval):
            return None  # "exceeded 50 trillion, reaching 50.1, up 3.7%": one level twice
        rises = by.direction is not Direction.FALL
        low, high = sorted(levels, key=lambda claim: claim.plain_value)
        return (low, high) if rises else (high, low)
    before, after = sorted(levels, key=lambda claim: claim.period.first if claim.period else claim.id)
    places = [passage.claims.index(claim) for claim in (after, before, by)]
    if places == sorted(places):
        return None  # "8.4 in 2023. In 2022 it was 8.0, a rise of 12%": perhaps that of 2022
    is_near = is_year_before(before, after) or bases > 0
    is_near = is_near or (by.kind is ClaimKind.POINTS and follows(before, after))  # "in April by 0.3 points to 6.5%"
    return (before, after) if is_near or _is_surely_between(by, passage) else None


def _is_surely_between(by: Claim, passage: Sentence) -> bool:
    """Whether a change is not perhaps that since the year before: *a rise of 12%*, *12% more* and not *up 12%*."""
    number = passage.claims.index(by)
    ahead, _, behind = passage.words.partition(f"{number}⟧")
    is_named = _CHANGE_NOUN[passage.language].search(ahead.rpartition("⟦")[0]) is not None
    more = _MORE.match(behind)
    is_more = more is not None and REACHES[passage.language].search(more[0].rstrip("⟦")) is None  # "12% to ⟦6⟧" is not
    return is_named or by.unit == "ratio" or is_more
