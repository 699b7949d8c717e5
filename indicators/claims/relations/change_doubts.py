"""Reasons to doubt that a stated change is the one between two levels; such changes are not compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, Direction
from indicators.claims.relations.change_words import BY_STEP, has_object, states_way
from indicators.claims.relations.level_change import LEVEL_KINDS, LevelChange
from indicators.claims.relations.marked_sentences import Sentence, resolve_claim_id
from indicators.language.languages import PerLanguage, compile_pattern, tag_sentence
from indicators.language.lexicon import Role

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE: Final = 40  # characters in which the words of a change are looked for
_FROM: Final = PerLanguage(
    lambda known: re.compile(rf"(?:^|\W)(?:{known.alternatives('range_from')})\s?$", re.IGNORECASE)
)
_YEAR_EARLIER: Final = compile_pattern("year_earlier")
_IN_ORDER: Final = compile_pattern("respectively")
_FORECAST: Final = compile_pattern("of_forecast")
_TARGET: Final = compile_pattern("target")
_LOSS: Final = compile_pattern("loss")
_PROFIT: Final = compile_pattern("profit")
_EXPECTED: Final = compile_pattern("expected_before")
_CLAUSE_END: Final = re.compile(r"[,;，；。]|\.\s")
_CLAUSE_START: Final = re.compile(r"[;:；：。]|⟧")
_LAST_YEAR: Final = compile_pattern("last_year")
_CUT_OFF: Final = range(100, 1000)


def keep_certain(changes: Sequence[LevelChange], sentence: Sentence) -> list[LevelChange]:
    """Keep the changes that are surely between their levels; each stated change is that of the nearest two.

    Args:
        changes: The changes that a sentence states.
        sentence: The sentence that the later levels are in.
    """
    nearest: dict[str, LevelChange] = {}
    for change in (one for one in changes if not is_doubtful(one, sentence)):
        key = change.id_of_change or " ".join(change.ids)
        other = nearest.get(key)
        if other is None or _measure_distance(change, sentence) < _measure_distance(other, sentence):
            nearest[key] = change
    return [_drop_far_way(change, sentence) for change in nearest.values()]


def _measure_distance(change: LevelChange, sentence: Sentence) -> int:
    """The characters between a stated change and the nearer of its levels."""
    if change.by is None:
        return 0
    at = len(find_words_ahead(change.by, sentence))
    return min(abs(len(find_words_ahead(level, sentence)) - at) for level in (change.before, change.after))


def _drop_far_way(change: LevelChange, sentence: Sentence) -> LevelChange:
    """Forget the way of an amount or of points, unless words of the clause of the three figures state it.

    In ``it will increase, as follows: roads, by 12 from 102 to 90; schools, ...`` they do not.
    """
    by = change.by
    if by is None or by.direction is None or by.kind not in (*LEVEL_KINDS, ClaimKind.POINTS):
        return change
    starts = [len(find_words_ahead(one, sentence)) for one in (by, change.before, change.after)]
    ahead, words = sentence.words[: min(starts)], sentence.words[min(starts) :]
    behind = words[max(starts) - min(starts) :].partition("⟧")[2].partition("⟦")[0]
    clause = _CLAUSE_START.split(ahead)[-1] + words[: len(words) - len(behind)] + _CLAUSE_END.split(behind)[0]
    return change if states_way(clause, sentence.language) else replace(change, by=replace(by, direction=None))


def is_doubtful(change: LevelChange, sentence: Sentence) -> bool:
    """Whether a change that a sentence states may be between other levels than those found.

    Args:
        change: The levels and the change.
        sentence: The sentence that the later level is in.
    """
    if _is_profit_after_loss(change, sentence) or _is_one_of_two(change, sentence):
        return True
    if _may_be_cut_off(change.before, sentence) or _may_be_cut_off(change.after, sentence):
        return True
    if change.by is None:  # "fell to 563 million, compared with the 557 million expected"
        is_expected = _EXPECTED[sentence.language].search(find_words_behind(change.before, sentence)) is not None
        return is_expected or _may_be_step(change, sentence)
    return (
        _is_expected(change, sentence)
        or _is_against_forecast(change.by, sentence)
        or _is_of_later_year(change, change.by)
        or _is_from_old_forecast(change, change.by, sentence)
        or _is_of_year_in_span(change.by, sentence)
        or _is_itself_level(change, change.by, sentence)
        or _is_of_two_growths(change, change.by, sentence)
    )


def _may_be_step(change: LevelChange, sentence: Sentence) -> bool:
    """Whether a fall *from* less *to* more may be one *by* as much: ``réduire la croissance de 0,1 à 0,2 %``."""
    ahead = find_words_ahead(change.before, sentence)
    is_step = "".join(ahead.casefold().split()[-1:]) in BY_STEP[sentence.language]
    is_step = is_step and has_object(ahead.rpartition("⟧")[2], sentence.language)
    return is_step and change.direction is Direction.FALL and change.before.kind in PERCENT_KINDS


def _may_be_cut_off(level: Claim, sentence: Sentence) -> bool:
    """Whether a blank may have cut a number: ``to 95,026 from 103, 610 in 2019``."""
    at = _find(level, sentence)
    behind = sentence.read[at + 1] if 0 <= at < len(sentence.read) - 1 else None
    is_next = behind is not None and find_words_behind(level, sentence) == ", "
    is_short = not level.multiplier and level.value < _CUT_OFF.stop
    return is_next and is_short and behind is not None and behind.value in _CUT_OFF and behind.unit == level.unit


def _is_profit_after_loss(change: LevelChange, sentence: Sentence) -> bool:
    """``Net income rose to 9 million, compared with a net loss of 30 million``: the levels have opposite signs."""
    loss, levels = _LOSS[sentence.language], (change.before, change.after)
    first, second = sorted(levels, key=lambda level: len(find_words_ahead(level, sentence)))
    ahead = find_words_ahead(first, sentence)
    between = find_words_ahead(second, sentence)[len(ahead) :].partition("⟧")[2]
    behind = sentence.words[len(find_words_ahead(second, sentence)) :].partition("⟧")[2]
    is_loss = loss.search(_CLAUSE_END.split(ahead)[-1]) is not None
    if not ahead or (not is_loss and (loss.search(ahead) or loss.search(_CLAUSE_END.split(between)[0]))):
        return False
    own = _CLAUSE_END.split(between)[-1].rpartition("⟧")[2] + _CLAUSE_END.split(behind.partition("⟦")[0])[0]
    if is_loss:
        return _PROFIT[sentence.language].search(own) is not None and loss.search(own) is None
    return loss.search(own) is not None


def _is_one_of_two(change: LevelChange, sentence: Sentence) -> bool:
    """``Sales of 85 and profit of 44 million, up from 80 and 40, respectively``: the fourth is that of the second."""
    after, before = (_find(level, sentence) for level in (change.after, change.before))
    if before != after + 1 or not 0 < after < len(sentence.read) - 2:
        return False
    others = (sentence.read[after - 1], sentence.read[before + 1])
    return (
        all(one.unit == change.after.unit for one in others)
        and _IN_ORDER[sentence.language].search(sentence.words) is not None
    )


def _is_against_forecast(by: Claim, sentence: Sentence) -> bool:
    """``to 75 billion from 53 billion, a third above analysts' estimates``, ``above the target``."""
    behind = find_words_behind(by, sentence)
    near = _CLAUSE_END.split(behind)[0][:_BEFORE]
    return any(cue[sentence.language].search(near) for cue in (_FORECAST, _TARGET))


def _is_expected(change: LevelChange, sentence: Sentence) -> bool:
    """``Sales were 22.7 billion, above the 18.8 expected, against 9.5 a year earlier, up 138%``."""
    after = change.after
    ahead = sentence.read[: max(0, _find(after, sentence))] if after.is_forecast else ()
    others = [one for one in ahead if one.id != resolve_claim_id(change.before.id) and one.unit == after.unit]
    return any(one.period == after.period and not one.is_forecast for one in others)


def _is_of_later_year(change: LevelChange, by: Claim) -> bool:
    """``Output is 13.5 million this year and was 13.2 in 2024, with growth of 1% in 2026``."""
    before, after = change.before.period, change.after.period
    if by.period is None or "period" in by.inferred or before is None or after is None:
        return False
    return before.year < after.year < by.period.year


def _is_from_old_forecast(change: LevelChange, by: Claim, sentence: Sentence) -> bool:
    """``It expects sales to rise 9% to 80 billion (from 78 billion)``, which it expected before."""
    if not (change.after.is_forecast and by.is_forecast):
        return False
    after, before = (find_words_ahead(level, sentence) for level in (change.after, change.before))
    behind = find_words_behind(change.before, sentence)[:_BEFORE]
    is_of_year_before = any(cue[sentence.language].search(behind) for cue in (_YEAR_EARLIER, _LAST_YEAR))
    is_in_bracket = re.search(r"[(（][^()（）⟦⟧]*$", before[len(after) :]) is not None
    return is_in_bracket and not is_of_year_before and _YEAR.search(behind) is None


def _is_of_year_in_span(by: Claim, sentence: Sentence) -> bool:
    """``From 2021 to 2023 costs rose from 2.8 to 4.5 billion, up 15% on the year``."""
    years = {int(year) for year in _YEAR.findall(sentence.plain)}
    if by.kind is not ClaimKind.GROWTH or len(years) != 2 or max(years) - min(years) < 2:
        return False
    ahead = find_words_ahead(by, sentence)
    tagged = tag_sentence(ahead[-_BEFORE:].rpartition("⟧")[2], sentence.language)
    return bool(tagged.within(0, len(tagged), Role.YOY))


def _is_itself_level(change: LevelChange, by: Claim, sentence: Sentence) -> bool:
    """``the tax to 10% from 8%, after a rise from 5%``."""
    is_level = by.kind in (ClaimKind.SHARE, ClaimKind.RATE) and change.before.kind in PERCENT_KINDS
    return is_level and _FROM[sentence.language].search(find_words_ahead(by, sentence)[-_BEFORE:]) is not None


def _is_of_two_growths(change: LevelChange, by: Claim, sentence: Sentence) -> bool:
    """``The index rose 15%. Turnover rose 67%, three times as much as a year before``: of turnover."""
    is_elsewhere = _find(change.before, sentence) < 0
    return by.kind is ClaimKind.MULTIPLE and change.before.kind is ClaimKind.GROWTH and is_elsewhere


def _find(claim: Claim, sentence: Sentence) -> int:
    """The position of a claim among those of a sentence; -1 if it is not in it."""
    id = resolve_claim_id(claim.id) or claim.id
    return next((at for at, one in enumerate(sentence.read) if one.id == id), -1)


def find_words_behind(claim: Claim, sentence: Sentence) -> str:
    """The words of a sentence between a figure and the next; none if it is not in it."""
    return sentence.words[len(find_words_ahead(claim, sentence)) :].partition("⟧")[2].partition("⟦")[0]


def find_words_ahead(claim: Claim, sentence: Sentence) -> str:
    """The words of a sentence ahead of a figure; none if it is not in it."""
    number = next((at for at, one in enumerate(sentence.claims) if one.id == claim.id), -1)
    match = re.search(rf"⟦[A-Z]{number}⟧", sentence.words)
    return "" if match is None else sentence.words[: match.start()]
