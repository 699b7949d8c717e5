"""Reasons to think that a change may be from another level than the one found.

The levels may still confirm such a change; if they don't fit it, nothing is wrong yet.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, Direction
from indicators.claims.relations.change_doubts import find_words_ahead, find_words_behind
from indicators.claims.relations.change_words import name_subject
from indicators.claims.relations.level_change import LEVEL_KINDS, LevelChange, can_be_levels, follows, is_year_before
from indicators.claims.relations.marked_sentences import Sentence, resolve_claim_id
from indicators.language.languages import PerLanguage, compile_pattern, tag_sentence
from indicators.language.lexicon import Role
from indicators.model.periods import Frequency

_NEAR: Final = 40  # characters
_YEAR_EARLIER: Final = compile_pattern("year_earlier")
_LAST_PERIOD: Final = compile_pattern("from_last_period")
_FROM: Final = PerLanguage(lambda known: re.compile(rf"(?:^|\W)(?:{known.alternatives('range_from')})", re.IGNORECASE))
_FROM_A_YEAR: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:(?:{known.alternatives('change_noun')}) )?(?:{known.alternatives('than')}) (?P<year>(?:19|20)\d\d)\b",
        re.IGNORECASE,
    )
)
_OWN_THAN: Final = (compile_pattern("more_than"), compile_pattern("less_than"))
_IS_FROM: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:^|\W)(?:{known.alternatives('range_from')})(?:{known.alternatives('about')}|\w+ )?$", re.IGNORECASE
    )
)
_FROM_NUMBER: Final = PerLanguage(  # "from December's 117.9 and from"
    lambda known: re.compile(
        rf"(?:^|\W)(?:{known.alternatives('range_from')})[^⟦⟧,;\d]{{0,25}}(?!(?:19|20)\d\d(?!\d))\d", re.IGNORECASE
    )
)
_IS_BASE: Final = PerLanguage(
    lambda known: re.compile(
        rf"(?:{known.alternatives('than')}) (?:{known.any_word('article', 'one_article')})[^⟦⟧,;]{{0,25}}$",
        re.IGNORECASE,
    )
)
_THE_RISE: Final = PerLanguage(
    lambda known: re.compile(
        rf"^(?:{known.any_word('article')}) (?:{known.alternatives('change_noun')})\b"
        rf"(?! (?:{known.alternatives('of')}|{known.alternatives('in_places')}|{known.alternatives('range_from')}"
        rf"|{known.alternatives('range_to')}))",
        re.IGNORECASE,
    )
)
_RISE_TO: Final = PerLanguage(
    lambda known: re.compile(
        rf"\b(?:{known.any_word('one_article')}) (?:{known.alternatives('change_noun')}) "
        rf"(?:{known.alternatives('range_to')})$",
        re.IGNORECASE,
    )
)
_AS_MANY: Final = compile_pattern("as_many_as")
_LAST_YEAR: Final = compile_pattern("last_year")
_COMPARABLE: Final = compile_pattern("comparable")
_BACK_THEN: Final = compile_pattern("back_then")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_ABOVE: Final = PerLanguage(
    lambda known: re.compile(rf" (?:{known.alternatives('than')}) (?:{known.any_word('article')}) ?$", re.IGNORECASE)
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_OPENS: Final = re.compile(r"\s?[(（[]\s?[+−–-]?\s?")
_ASIDE: Final = re.compile(r"\s[-–—]\s?[^⟦⟧\s]{1,6} ?$")


def may_have_other_base(change: LevelChange, sentence: Sentence) -> bool:
    """Whether a change may be from another level than the one found, or its direction that of something else.

    Args:
        change: The levels and the change.
        sentence: The sentence that the later level is in.
    """
    if change.by is None:
        return _is_of_another_change(change, sentence)
    return (
        _fits_another_level(change, change.by, sentence)
        or _is_step_of_one_period(change, change.by, sentence)
        or _is_from_another_year(change, change.by, sentence)
        or _goes_elsewhere(change, change.by)
        or _is_beside_base(change, change.by, sentence)
        or (change.by.kind is ClaimKind.GROWTH and _COMPARABLE[sentence.language].search(sentence.plain) is not None)
        or _has_own_base(change, change.by, sentence)
        or _IS_BASE[sentence.language].search(find_words_ahead(change.after, sentence)) is not None
    )


def _is_of_another_change(change: LevelChange, sentence: Sentence) -> bool:
    """``The rise took the rate to 3.4 from 3.5``: of prices; ``cuts – from 8 to 17%, as the case may be – the sum``.

    Also ``to 697,000, versus a rise to 719,000 reported before``.
    """
    ahead = min((find_words_ahead(level, sentence) for level in (change.before, change.after)), key=len)
    is_reported = _RISE_TO[sentence.language].search(find_words_ahead(change.before, sentence)) is not None
    return is_reported or _THE_RISE[sentence.language].match(ahead) is not None or _ASIDE.search(ahead) is not None


def _has_own_base(change: LevelChange, by: Claim, sentence: Sentence) -> bool:
    """``rose from 1,971 to 2,500, twice as high as last winter``; ``8.6%, or 107 basis points over the 9.2% bonds``."""
    behind = find_words_behind(by, sentence).strip()
    if by.kind is ClaimKind.MULTIPLE and _IS_FROM[sentence.language].search(find_words_ahead(by, sentence)):
        return True  # "fell to 580,000 from nearly double that, or 960,000"
    year = _FROM_A_YEAR[sentence.language].match(behind)
    if year is not None and change.before.period is not None and change.before.period.year != int(year["year"]):
        return True  # "up from 161 in 2007, which was a rise of 8.2% from 2006"
    likened = _AS_MANY[sentence.language].match(behind)
    if by.kind is ClaimKind.MULTIPLE and (likened or (by.in_a_word and name_subject(behind, sentence.language))):
        cues = (_YEAR_EARLIER, _LAST_YEAR, _BACK_THEN)
        is_stated = _YEAR.search(behind) or any(cue[sentence.language].search(behind) for cue in cues)
        first, second, last = (len(find_words_ahead(one, sentence)) for one in (change.before, change.after, by))
        is_ahead = 0 < first < last and (likened is not None or second < last)
        return is_ahead and not is_stated and _LETTER.search(behind, likened.end() if likened else 0) is not None
    is_of_own = by.kind is ClaimKind.POINTS and any(than[sentence.language].match(behind) for than in _OWN_THAN)
    if is_of_own and len(find_words_ahead(change.before, sentence)) < len(find_words_ahead(by, sentence)):
        return True  # "12.9%, versus 10.4% in spring; it was 210 basis points lower than a year earlier"
    is_spread = by.kind is ClaimKind.POINTS and _ABOVE[sentence.language].match(f" {behind} ") is not None
    return is_spread and re.match(r" [^\W\d_]+ [^\W\d_]", find_words_behind(change.before, sentence)) is not None


def _is_beside_base(change: LevelChange, by: Claim, sentence: Sentence) -> bool:
    """``56% are for it (-1 point), against 42% (+2 points)``: the change of what stands right before the bracket."""
    behind = find_words_behind(change.before, sentence)
    return _OPENS.fullmatch(behind) is not None and find_words_ahead(by, sentence).endswith(f"⟧{behind}")


def _fits_another_level(change: LevelChange, by: Claim, sentence: Sentence) -> bool:
    """``rose 7.2% in January to 126.4 from December's 117.9 and from 124.6 in January 2024``."""
    own = {resolve_claim_id(id) or id for id in change.ids}
    others = [one for one in sentence.read if one.id not in own and can_be_levels(one, change.after)]
    if _FROM_NUMBER[sentence.language].search(find_words_behind(change.after, sentence)):
        return True
    return any(_fits(replace(change, before=one), by) or _fits(replace(change, after=one), by) for one in others)


def _fits(change: LevelChange, by: Claim) -> bool:
    if by.unit == change.after.unit:
        gap = change.calculate_difference(by.unit).interval
    else:
        percent = change.calculate_percent("")
        gap = None if percent is None or by.kind not in PERCENT_KINDS else percent.interval
    return gap is not None and (gap.overlaps(by.interval) or gap.overlaps(-by.interval))


def _is_step_of_one_period(change: LevelChange, by: Claim, sentence: Sentence) -> bool:
    """``Reserves rose by 905 million in February to 17 billion, compared with 14 in February 2024``: from January's."""
    before, after = change.before, change.after
    is_step = by.kind in LEVEL_KINDS or after.kind is ClaimKind.INDEX
    if not is_step or before.period is None or before.period.frequency is Frequency.ANNUAL:
        return False
    if _FROM[sentence.language].search(find_words_ahead(before, sentence)[-_NEAR:].rpartition("⟧")[2]):
        return False
    is_undated = after.period is None or "period" in after.inferred
    is_earlier = is_undated and (after.period is None or before.period.year < after.period.year)
    return (is_earlier or is_year_before(before, after)) and not _is_year_on_year(by, sentence)


def _is_from_another_year(change: LevelChange, by: Claim, sentence: Sentence) -> bool:
    """``rose by 70% in February, year on year, to 8.1 billion from 5.7 billion in January``."""
    before, after = change.before, change.after
    is_next = follows(before, after) and not is_year_before(before, after)
    return is_next and by.kind is ClaimKind.GROWTH and _is_year_on_year(by, sentence)


def _is_year_on_year(by: Claim, sentence: Sentence) -> bool:
    beside = find_words_ahead(by, sentence)[-_NEAR:] + find_words_behind(by, sentence)
    if _LAST_PERIOD[sentence.language].search(beside):
        return False
    tagged = tag_sentence(beside, sentence.language)
    return bool(tagged.within(0, len(tagged), Role.YOY)) or _YEAR_EARLIER[sentence.language].search(beside) is not None


def _goes_elsewhere(change: LevelChange, by: Claim) -> bool:
    """``up 12 cents at 6.70, from 6.75``, the high of the day: neither the way nor the size is that of the levels."""
    if by.unit != change.after.unit or by.direction is None:
        return False
    gap = change.after.plain_value - change.before.plain_value
    return gap != 0 and (gap < 0) is not (by.direction is Direction.FALL) and not _fits(change, by)
