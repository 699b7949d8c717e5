"""Levels that a figure is only compared with, and whose time is another one: *up from 3.9% in November*.

>>> from indicators.claims.reading.grammar import find_figures
>>> from indicators.language.languages import tag_sentence
>>> sentence = tag_sentence("Inflation rose to 4.0% in December from 3.9% in November.")
>>> [base.position for base in find_bases(sentence, find_figures(sentence)[0], [])]
[1]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from indicators.language.lexicon import Role
from indicators.language.marking import ParsedFigure, TaggedSentence
from indicators.language.relative_dates import Mention
from indicators.language.tokens import Kind
from indicators.model.periods import Frequency

_NEAR: Final = 5  # tokens between a level and its time
_PER_SHARE: Final = 2
_ONLY: Final = 9  # tokens
_MARKS: Final = frozenset(",;:()。，；、—–.")


@dataclass(frozen=True, slots=True)
class Base:
    """A level that is only compared with.

    Attributes:
        position: Which figure of the sentence it is.
        time: Its own time, right behind it; ``None`` if the text does not say.
        is_start: Whether it is what something moves from, to the figure behind it.
    """

    position: int
    time: Mention | None
    is_start: bool = False


def find_bases(
    sentence: TaggedSentence,
    figures: Sequence[ParsedFigure],
    times: Sequence[Mention],
    compared: Sequence[Mention] = (),
) -> list[Base]:
    """Find the figures of a sentence that others are compared with; a revised forecast is of the same time.

    Args:
        sentence: The sentence.
        figures: Its figures.
        times: The times it names.
        compared: Those that are only compared with.
    """
    words = sentence.text(0, len(sentence))
    if len(figures) < 2:
        return []
    is_revised = any(sentence.vocabulary.pattern(name).search(words) for name in ("of_forecast", "revision"))
    bases: list[Base] = []
    for position, figure in enumerate(figures):
        if sentence.key(figure.last + (sentence.key(figure.last) == ",")) in sentence.words.expected:
            continue  # "0.7%, against 0.9% expected in December": of the same time
        if (then := _find_time_of_record(sentence, figures, position, compared)) is not None:
            bases.append(Base(position, then))
            continue
        others = [*figures[:position], *figures[position + 1 :]]
        is_old = _is_after_other(sentence, figure) and any(_is_alike(figure, other) for other in others)
        is_of_own_time = _has_earlier_time(sentence, figures, position, times)
        if (
            not is_old
            and (not is_revised or is_of_own_time)
            and _is_old_level(sentence, figure, has_time=is_of_own_time)
        ):
            is_old = any(_is_alike(figure, other) for other in figures[:position])
        is_start = not is_old and not is_revised and _is_start(sentence, figures, position, times)
        if is_old or is_start:
            end = figures[position + 1].first if position + 1 < len(figures) else len(sentence)
            bases.append(Base(position, _find_own_time(sentence, figure, times, end), is_start))
    known = {base.position for base in bases}
    return [
        both for base in bases for both in _with_repetition(sentence, figures, base, times)
        if both.position == base.position or both.position not in known
    ]  # fmt: skip


def _with_repetition(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], base: Base, times: Sequence[Mention]
) -> tuple[Base, ...]:
    """``up from 36 million, or 55 cents per share, last year``: both are of the time behind the second."""
    if base.is_start or base.position + 1 >= len(figures):
        return (base,)
    figure, again = figures[base.position], figures[base.position + 1]
    at = figure.last + (sentence.key(figure.last) == ",")
    if sentence.key(at) not in sentence.words.or_ or again.first > at + _PER_SHARE:
        return (base,)
    end = figures[base.position + 2].first if base.position + 2 < len(figures) else len(sentence)
    share = sentence.vocabulary.pattern("per_share").match(sentence.text(again.last, again.last + _NEAR))
    last = again.last if share is None else sentence.tokens[again.last].start + share.end()
    behind = again.last
    while share is not None and behind < len(sentence) and sentence.tokens[behind].start < last:
        behind += 1
    behind += sentence.key(behind) == ","
    found = (time for time in times if behind <= time.first <= behind + 1 and time.first < end)
    time = base.time or next(found, None)
    return replace(base, time=time), replace(base, position=base.position + 1, time=time)


def _find_time_of_record(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], position: int, compared: Sequence[Mention]
) -> Mention | None:
    """``the highest since December 2014, when it was 4.08%``: the time that the record goes back to."""
    first = figures[position].first
    floor = figures[position - 1].last if position else 0
    when = sentence.vocabulary.pattern("when_it")
    found = [time for time in compared if floor <= time.first and time.last < first]
    return next((time for time in found if when.match(sentence.text(time.last, first))), None)


def _has_earlier_time(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], position: int, times: Sequence[Mention]
) -> bool:
    """Whether a month or quarter is right behind a level, and a later one before it: ``in May, after 3% in April``."""
    end = figures[position + 1].first if position + 1 < len(figures) else len(sentence)
    own = _find_own_time(sentence, figures[position], times, end)
    before = [time for time in times if time.last <= figures[position].first]
    return own is not None and any(
        time.period.frequency is own.period.frequency is not Frequency.ANNUAL and time.period > own.period
        for time in before
    )


def _is_old_level(sentence: TaggedSentence, figure: ParsedFigure, *, has_time: bool = False) -> bool:
    words, first = sentence.words, _before_record(sentence, figure.first)
    first -= sentence.key(first - 1) in words.article | words.one_article  # "compared with a 5.1% drop"
    at = first - 1
    is_from = sentence.before(first, Role.FROM) is not None or sentence.key(at) in (
        words.compared_level | words.from_level
    )
    only = sentence.vocabulary.pattern("only_so_much").search(f"{sentence.text(max(0, first - _ONLY), first)} ")
    if only is not None:
        return False
    is_ratio = sentence.has_han(at) and sentence.key(at - 1) in words.not_before_compared
    if (
        figure.unit_from == "before"
        and not figure.multiplier
        and sentence.key(at) == "("
        and sentence.key(figure.last) == ")"
    ):
        return True  # "17.8% (12.9)"
    return is_from and not is_ratio and figure.low is None and (has_time or not figure.sign)


def _is_after_other(sentence: TaggedSentence, figure: ParsedFigure) -> bool:
    """Whether it came before the others: ``after a revised 1.1% drop``, ``extending the 0.3% growth in January``."""
    words = sentence.words
    for at in range(figure.first - 1, max(-1, figure.first - _NEAR - 2), -1):
        if sentence.key(at) in words.begins_other_time:
            return sentence.key(at + 1) not in words.pronouns and sentence.key(at - 1) not in words.before_duration
        if sentence.key(at) in _MARKS or sentence.kind(at) is Kind.NUMBER:
            return False
    return False


def _before_record(sentence: TaggedSentence, first: int) -> int:
    """The token of *a 14-month high of* before a level; the level itself if nothing calls it a high."""
    words, at = sentence.words, first
    small = words.of | words.article | words.one_article | words.level_nouns
    while at > 0 and first - at < _NEAR + 2 and (sentence.key(at - 1) in small or _is_length(sentence, at - 1)):
        at -= 1
    return at if any(sentence.key(n) in words.level_nouns for n in range(at, first)) else first


def _is_length(sentence: TaggedSentence, at: int) -> bool:
    return sentence.key(at) == "-" or sentence.kind(at) is Kind.NUMBER or sentence.at(at, Role.SPAN) is not None


def _is_start(
    sentence: TaggedSentence, figures: Sequence[ParsedFigure], position: int, times: Sequence[Mention]
) -> bool:
    behind = figures[position + 1] if position + 1 < len(figures) else None
    if behind is None or not _is_old_level(sentence, figures[position]):
        return False
    return _is_alike(figures[position], behind) and _reaches(sentence, behind, times)


def _reaches(sentence: TaggedSentence, figure: ParsedFigure, times: Sequence[Mention]) -> bool:
    """Whether a level is moved to: *from 17.5 to 14*, 由1.2亿元增至2.4亿元, 从9.2万增至2024年末的13.7万."""
    at = figure.first
    last = at - 1 if sentence.key(at - 1) in sentence.words.possessive else at
    return _ends_in_reaching(
        sentence, next((time.first for time in times if last < at and last - 1 <= time.last <= last), at)
    )


def _ends_in_reaching(sentence: TaggedSentence, at: int) -> bool:
    words, key = sentence.words, sentence.key(at - 1)
    return key in words.range_to | words.to_level or key.endswith(tuple(words.verb_of_level or ("\0",)))


def _is_alike(one: ParsedFigure, other: ParsedFigure) -> bool:
    """Whether two figures are in one unit, as far as they have one."""
    if one.has(Role.PERCENT) or other.has(Role.PERCENT):
        return one.has(Role.PERCENT) and other.has(Role.PERCENT)
    if one.money or other.money:
        return one.money == other.money or not (one.money and other.money)
    return one.unit == other.unit or one.unit is None or other.unit is None


def _find_own_time(
    sentence: TaggedSentence, figure: ParsedFigure, times: Sequence[Mention], end: int
) -> Mention | None:
    for time in times:
        if figure.last <= time.first <= min(figure.last + _NEAR, end - 1):
            marks = {sentence.key(at) for at in range(figure.last, time.first)}
            is_of_next = sentence.has_han(time.first - 1) and _ends_in_reaching(sentence, time.first)
            return None if marks & _MARKS or is_of_next else time
        if (
            sentence.key(figure.first - 1) in sentence.words.possessive
            and figure.first - 1 <= time.last <= figure.first
        ):
            return time
    return None
