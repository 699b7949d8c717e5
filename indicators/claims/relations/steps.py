"""Levels with the step that led to them and the same change in percent: ``went up by 8 to 58 euros, or 16%``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from indicators.claims.claim import PERCENT_KINDS, Claim, ClaimKind, have_one_noun
from indicators.claims.relations.change_words import find_stated_change
from indicators.claims.relations.marked_sentences import MARK, Sentence
from indicators.language.languages import PerLanguage, compile_pattern

_LEVELS: Final = (ClaimKind.AMOUNT, ClaimKind.COUNT, ClaimKind.QUANTITY)
_UP: Final = compile_pattern("up")
_DOWN: Final = compile_pattern("down")
_THAN: Final = compile_pattern("than")
_CAUSE: Final = compile_pattern("in_passing")
_CUE: Final = compile_pattern("change_cue")
_VERB: Final = PerLanguage(
    lambda known: re.compile(rf"(?:{known.alternatives('up')}|{known.alternatives('down')}) ?$", re.IGNORECASE)
)
_TO: Final = PerLanguage(
    lambda known: re.compile(
        rf"[^;.。；]{{0,20}}(?:\b|(?<=[\u4e00-\u9fff])|^)(?:{known.alternatives('range_to')}|{known.any_word('to_level')})"
        r"\s?(?:\w{1,8} )?$",
        re.IGNORECASE,
    )
)
_OR: Final = PerLanguage(
    lambda known: re.compile(rf"\s?(?:[,(，（]\s?)?(?:{known.alternatives('or_share')})?\s?", re.IGNORECASE)
)
_ENDS: Final = re.compile(r"\s?(?:[,.;)，。；）]|$)")
_NEAR: Final = 40  # characters


@dataclass(frozen=True, slots=True)
class LevelStep:
    """A change as an amount, the level that it led to, and the same change in percent."""

    step: Claim
    after: Claim
    by: Claim
    fell: bool


def find_steps(sentence: Sentence) -> Iterator[LevelStep]:
    """Find levels whose sentence states by how much they changed, and that change in percent as well."""
    words, claims, language = sentence.words, sentence.claims, sentence.language
    marks = list(MARK.finditer(words))
    for at, mark in enumerate(marks[:-1]):
        step, behind = claims[int(mark["number"])], marks[at + 1 :]
        by = claims[int(behind[0]["number"])]
        is_between = by.kind in PERCENT_KINDS and len(behind) > 1
        if is_between and not _OR[language].fullmatch(words[mark.end() : behind[0].start()]):
            continue
        reached = behind[1] if is_between else behind[0]
        after = claims[int(reached["number"])]
        ahead = words[marks[at - 1].end() if at else 0 : mark.start()]
        gap = words[(behind[0] if is_between else mark).end() : reached.start()]
        if not _is_step(step, after, ahead, language) or not _TO[language].fullmatch(gap.lstrip(" ,)，）")):
            continue
        if _THAN[language].search(gap) or _CAUSE[language].search(gap):
            continue  # "up 13.6 million, or 26%, compared to 51 million", "..., related to 5.6 million of costs"
        change = by if is_between else _find_behind(sentence, after, words[reached.end() :])
        if change is not None:
            yield LevelStep(step, after, change, _DOWN[language].search(ahead[-_NEAR:]) is not None)


def _find_behind(sentence: Sentence, after: Claim, behind: str) -> Claim | None:
    """The change in percent right behind the level, with nothing behind it that gives it another base."""
    change = find_stated_change(sentence.claims, after, "", behind, sentence.language)
    if change is None or change.kind not in PERCENT_KINDS:
        return None
    mark = MARK.search(behind)
    return change if mark is not None and _ENDS.match(behind, mark.end()) else None


def _is_step(step: Claim, after: Claim, ahead: str, language: str) -> bool:
    """Whether words right before a figure say that something changed by it, one way only."""
    units = (after.unit, after.unit.partition(" per ")[0])  # "rose $1.20 to $58.30 a barrel"
    alike = step.kind is after.kind and step.kind in _LEVELS and step.unit in units and have_one_noun(step, after)
    is_marked = _CUE[language].search(ahead) is not None or _VERB[language].search(ahead) is not None
    is_one_way = bool(_UP[language].search(ahead[-_NEAR:])) != bool(_DOWN[language].search(ahead[-_NEAR:]))
    return alike and is_marked and is_one_way and 0 < step.plain_value < after.plain_value
